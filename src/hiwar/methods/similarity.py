"""How like each other cases are, on attributes of which some are unknown; and how far the unknowns could change it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import prod
from typing import Literal

from immutabledict import immutabledict

Value = frozenset[int] | None
"""Places of the values that hold: one for nominal and ordered attributes, any number for several; None: unknown."""
Verdict = Literal["certain", "possible", "excluded"]
Bounds = tuple[Fraction, Fraction]
Weights = Literal["equal", "any"] | Sequence[int | float | Fraction]

MOST_FILLINGS = 1024
"""Ways in which one unknown attribute of the present case can be filled in, as far as they differ."""


@dataclass(frozen=True)
class Attribute:
    """Something on which cases are compared."""

    name: str
    kind: Literal["nominal", "ordered", "several"]
    """``ordered``: equal steps from value to value; ``several``: any number of the values may hold at once."""
    size: int
    """How many values there are."""


@dataclass(frozen=True)
class Cases:
    """A present case and others to compare it with; values are in the order of the attributes."""

    attributes: tuple[Attribute, ...]
    present: tuple[Value, ...]
    others: Mapping[str, tuple[Value, ...]]

    def __post_init__(self) -> None:
        if not self.attributes or not self.others:
            raise ValueError("a comparison needs at least one attribute and one other case")
        for values in (self.present, *self.others.values()):
            if len(values) != len(self.attributes):
                raise ValueError(f"{len(values)} values for {len(self.attributes)} attributes")
            for attribute, value in zip(self.attributes, values, strict=True):
                _check(attribute, value)


@dataclass(frozen=True)
class Likeness:
    """How like the present case another one is."""

    by_attribute: tuple[Fraction | None, ...]
    """From 0 to 1, in the order of the attributes; None where one of the two is unknown."""
    coefficient: Fraction | None
    """Gower's coefficient over what both know; None where they share nothing known, or under weights ``any``."""
    low: Fraction
    """The least that the coefficient could be, were every unknown filled in."""
    high: Fraction
    """The most that it could be."""
    n_known: int
    """Attributes known of both."""


@dataclass(frozen=True)
class Similarity:
    """How like the present case the others are, which is nearest, and how firmly."""

    likeness: Mapping[str, Likeness]
    difference: Mapping[tuple[str, str], Bounds]
    """Likeness of the first case less that of the second, least and most, every unknown filled in once for both."""
    nearest: Mapping[str, Verdict]
    """``certain``: as near as any other whatever the unknowns; ``possible``: for some of them; else ``excluded``."""


def compare(cases: Cases, *, weights: Weights = "equal") -> Similarity:
    """Compare a case with others and tell which is nearest, and whether what is unknown could change that.

    Parameters
    ----------
    cases : Cases
        The present case and the others.
    weights : ``"equal"``, ``"any"`` or a sequence of numbers
        What an attribute counts. ``any`` asks what holds whatever the weights; there ``possible`` is told by pairs
        of cases, so it may be said of a case that no one set of weights puts before all others.

    Returns
    -------
    Similarity
        Exact; ties count as nearest. A single case is ``certain``, which says nothing.

    Raises
    ------
    ValueError
        If values do not fit their attributes, a weight is negative, all are zero, or an unknown attribute of the
        present case can be filled in in more than ``MOST_FILLINGS`` different ways.

    Notes
    -----
    The coefficient leaves unknowns out; its bounds fill them in. They need not enclose it: an unknown place
    on an ordered attribute cannot be far from a value in the middle.

    References
    ----------
    Gower (1971), A general coefficient of similarity and some of its properties, *Biometrics* 27, 857-871.
    """
    shares = _shares(weights, len(cases.attributes))
    likeness = {key: _likeness(cases, values, shares) for key, values in cases.others.items()}
    tables = [_options(cases, place) for place in range(len(cases.attributes))]
    difference = {
        (one, other): _mixed([_difference(table, one, other) for table in tables], shares)
        for one, other in product(cases.others, repeat=2)
        if one != other
    }
    nearest = {key: _verdict(key, cases, difference, tables, shares) for key in cases.others}
    return Similarity(immutabledict(likeness), immutabledict(difference), immutabledict(nearest))


def likeness_of(attribute: Attribute, one: frozenset[int], other: frozenset[int]) -> Fraction:
    """How like two known values are: equal or not; how few steps apart; how many of those held by either both hold.

    Two cases that hold none of several values are alike.
    """
    if attribute.kind == "several":
        return Fraction(len(one & other), len(one | other)) if one | other else Fraction(1)
    if attribute.kind == "ordered" and attribute.size > 1:
        return 1 - Fraction(abs(min(one) - min(other)), attribute.size - 1)
    return Fraction(one == other)


def _check(attribute: Attribute, value: Value) -> None:
    if value is None:
        return
    if attribute.kind != "several" and len(value) != 1:
        raise ValueError(f"{attribute.name}: {len(value)} values where one is wanted")
    if not all(0 <= place < attribute.size for place in value):
        raise ValueError(f"{attribute.name}: a value beyond the {attribute.size} there are")


def _shares(weights: Weights, count: int) -> tuple[Fraction, ...] | None:
    """Weights that add up to 1; None where any will do."""
    if weights == "any":
        return None
    numbers = [Fraction(1)] * count if isinstance(weights, str) else [Fraction(weight) for weight in weights]
    if len(numbers) != count or any(number < 0 for number in numbers) or not sum(numbers):
        raise ValueError(f"weights must be {count} numbers, none negative and not all zero")
    return tuple(number / sum(numbers) for number in numbers)


def _likeness(cases: Cases, values: Sequence[Value], shares: Sequence[Fraction] | None) -> Likeness:
    pairs = list(zip(cases.attributes, cases.present, values, strict=True))
    by_attribute = tuple(
        None if one is None or other is None else likeness_of(attribute, one, other) for attribute, one, other in pairs
    )
    low, high = _mixed([_bounds(*pair) for pair in pairs], shares)
    known = [(share, found) for share, found in zip(shares or (), by_attribute, strict=False) if found is not None]
    total = sum(share for share, _ in known)
    coefficient = sum((share * found for share, found in known), Fraction(0)) / total if total else None
    return Likeness(by_attribute, coefficient, low, high, sum(found is not None for found in by_attribute))


@lru_cache(maxsize=1 << 14)
def _bounds(attribute: Attribute, one: Value, other: Value) -> Bounds:
    """Least and most that the likeness of two values can be, unknown ones filled in."""
    if one is not None and other is not None:
        found = likeness_of(attribute, one, other)
        return found, found
    known = other if one is None else one
    if attribute.kind == "several":
        return Fraction(attribute.size < 1), Fraction(1)  # the empty set, or anything not held, shares nothing
    ends = [frozenset({0}), frozenset({attribute.size - 1})]
    firsts = ends if known is None else [known]
    seconds = [frozenset({place}) for place in range(attribute.size)]
    return min(likeness_of(attribute, *pair) for pair in product(firsts, seconds)), Fraction(1)


def _mixed(bounds: Sequence[Bounds], shares: Sequence[Fraction] | None) -> Bounds:
    """Bounds of the weighted mean; under any weights those of the lowest and of the highest attribute."""
    lows, highs = zip(*bounds, strict=True)
    if shares is None:
        return min(lows), max(highs)
    return _mean(lows, shares), _mean(highs, shares)


def _mean(numbers: Iterable[Fraction], shares: Sequence[Fraction]) -> Fraction:
    return sum((share * number for share, number in zip(shares, numbers, strict=True)), Fraction(0))


Options = tuple[Mapping[str, Bounds], ...]
"""Per way to fill in the present case on one attribute: how like each other case can be, least and most."""


def _options(cases: Cases, place: int) -> Options:
    attribute, present = cases.attributes[place], cases.present[place]
    values = {key: other[place] for key, other in cases.others.items()}
    fillings = (present,) if present is not None else tuple(_fillings(attribute, list(values.values())))
    return tuple({key: _bounds(attribute, filling, value) for key, value in values.items()} for filling in fillings)


def _fillings(attribute: Attribute, values: Sequence[Value]) -> Iterator[frozenset[int]]:
    """Values that the present case can have; of those that no other case tells apart, one."""
    if attribute.kind != "several":
        yield from (frozenset({place}) for place in range(attribute.size))
        return
    groups: defaultdict[tuple[bool, ...], list[int]] = defaultdict(list)
    for place in range(attribute.size):
        groups[tuple(place in value for value in values if value is not None)].append(place)
    if prod(len(group) + 1 for group in groups.values()) > MOST_FILLINGS:
        raise ValueError(f"{attribute.name}: more than {MOST_FILLINGS} ways to fill in what is unknown")
    for counts in product(*(range(len(group) + 1) for group in groups.values())):
        yield frozenset(place for count, group in zip(counts, groups.values(), strict=True) for place in group[:count])


def _difference(options: Options, one: str, other: str) -> Bounds:
    """Least and most that one case can be more like the present one than another, on one attribute."""
    return (
        min(found[one][0] - found[other][1] for found in options),
        max(found[one][1] - found[other][0] for found in options),
    )


def _verdict(
    key: str,
    cases: Cases,
    difference: Mapping[tuple[str, str], Bounds],
    tables: Sequence[Options],
    shares: Sequence[Fraction] | None,
) -> Verdict:
    bounds = {other: difference[key, other] for other in cases.others if other != key}
    if any(high < 0 for _, high in bounds.values()):
        return "excluded"
    rivals = [other for other, (low, _) in bounds.items() if low < 0]  # the rest is never nearer
    if not rivals:
        return "certain"
    if shares is None:
        return "possible"
    steps = [_leads(key, rivals, options, share) for share, options in zip(shares, tables, strict=True)]
    return "possible" if _reaches(steps) else "excluded"


Lead = tuple[Fraction, ...]
"""By how much a case leads each of its rivals; below 0 where it is behind."""


def _leads(key: str, rivals: Sequence[str], options: Options, share: Fraction) -> list[Lead]:
    """What one attribute can give, per way to fill in the present case; of those that give less to all, none."""
    leads = {tuple(share * (found[key][1] - found[rival][0]) for rival in rivals) for found in options}
    kept: list[Lead] = []
    for lead in sorted(leads, key=sum, reverse=True):  # what gives more to all has the larger sum, so it comes first
        if not any(all(a >= b for a, b in zip(other, lead, strict=True)) for other in kept):
            kept.append(lead)
    return kept


def _reaches(steps: Sequence[Sequence[Lead]]) -> bool:
    """Whether one choice per step adds up to no lead below 0: depth first, cut where the best to come is too little."""
    steps = sorted(steps, key=len)
    best_to_come = [(Fraction(0),) * len(steps[0][0])]
    for leads in reversed(steps):
        best_to_come.insert(0, _sum(best_to_come[0], tuple(map(max, zip(*leads, strict=True)))))
    stack: list[tuple[int, Lead]] = [(0, best_to_come[-1])]
    while stack:
        depth, so_far = stack.pop()
        if min(_sum(so_far, best_to_come[depth])) < 0:
            continue
        if depth == len(steps):
            return True
        stack += [(depth + 1, _sum(so_far, lead)) for lead in reversed(steps[depth])]
    return False


def _sum(one: Lead, other: Lead) -> Lead:
    return tuple(a + b for a, b in zip(one, other, strict=True))

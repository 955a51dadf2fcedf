"""Packages by listing all of them: every definition read off the records, without any number scaled or issue merged."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod

from hiwar.methods.packages import (
    UNSETTLED,
    AtLeast,
    AtMost,
    Excludes,
    Negotiation,
    Party,
    Pattern,
    Requires,
    Rule,
    Standard,
)

Chosen = Mapping[str, str]
Scored = list[tuple[Chosen, tuple[Fraction, ...]]]


def fits(pattern: Pattern, package: Chosen) -> bool:
    return all(package[issue] in options for issue, options in pattern.items())


def obeys(rule: Rule, package: Chosen) -> bool:
    match rule:
        case Excludes(pattern):
            return not fits(pattern, package)
        case Requires(when, then):
            return not fits(when, package) or fits(then, package)
        case AtMost(count, among):
            return sum(package[issue] in options for issue, options in among.items()) <= count
        case AtLeast(count, among):
            return sum(package[issue] in options for issue, options in among.items()) >= count


def points(party: Party, package: Chosen) -> Fraction:
    own = [
        Fraction(party.worths[issue].get(option, 0) if option == UNSETTLED else party.worths[issue][option])
        for issue, option in package.items()
    ]
    return sum(own, Fraction(0)) + sum(
        (Fraction(extra.worth) for extra in party.interactions if fits(extra.when, package)), Fraction(0)
    )


def listed(form: Negotiation, among: str) -> Scored:
    """Every package of a kind with its points per party."""
    names = [issue.name for issue in form.issues]
    found: Scored = []
    for options in product(*(issue.ways for issue in form.issues)):
        package = dict(zip(names, options, strict=True))
        if any(package[issue] != option for issue, option in form.fixed.items()):
            continue
        if not all(obeys(rule, package) for rule in form.rules):
            continue
        scores = tuple(points(party, package) for party in form.parties)
        if among != "feasible" and any(fits(line, package) for party in form.parties for line in party.red_lines):
            continue
        if among == "acceptable" and not all(
            party.reservation_value is None or score >= Fraction(party.reservation_value)
            for party, score in zip(form.parties, scores, strict=True)
        ):
            continue
        found.append((package, scores))
    return found


def undominated(scored: Scored) -> Scored:
    def beaten(scores: tuple[Fraction, ...]) -> bool:
        return any(other != scores and all(a >= b for a, b in zip(other, scores, strict=True)) for _, other in scored)

    return [(package, scores) for package, scores in scored if not beaten(scores)]


def best_by(
    form: Negotiation, standard: Standard, weights: Sequence[int], ideals_over: str, ranges_over: str
) -> Scored:
    """The packages a standard singles out among the undominated acceptable ones."""
    scored = undominated(listed(form, "acceptable"))
    if not scored:
        return []
    if standard in (Standard.WELFARE_OF_SHARES, Standard.MAXIMIN):
        every = [scores for _, scores in listed(form, ranges_over)]
        low, high = [min(column) for column in zip(*every, strict=True)], [max(c) for c in zip(*every, strict=True)]
        span = [b - a for a, b in zip(low, high, strict=True)]
    else:
        low = [Fraction(party.reservation_value or 0) for party in form.parties]
        every = [scores for _, scores in listed(form, ideals_over)]
        span = [max(column) - a for column, a in zip(zip(*every, strict=True), low, strict=True)]
        if standard == Standard.EGALITARIAN:
            span = [Fraction(1)] * len(low)
    if standard == Standard.NASH:
        return _best_product(scored, low, weights)

    def value(scores: tuple[Fraction, ...]) -> Fraction:
        ratios = [(s - a) / b for s, a, b in zip(scores, low, span, strict=True) if b > 0] or [Fraction(1)]
        return sum(ratios, Fraction(0)) if standard == Standard.WELFARE_OF_SHARES else min(ratios)

    best = max(value(scores) for _, scores in scored)
    return [(package, scores) for package, scores in scored if value(scores) == best]


def _best_product(scored: Scored, low: Sequence[Fraction], weights: Sequence[int]) -> Scored:
    def group(scores: tuple[Fraction, ...]) -> frozenset[int]:
        return frozenset(place for place, (s, a) in enumerate(zip(scores, low, strict=True)) if s > a)

    def value(scores: tuple[Fraction, ...]) -> Fraction:
        return prod(((scores[place] - low[place]) ** weights[place] for place in group(scores)), start=Fraction(1))

    size = max(len(group(scores)) for _, scores in scored)
    largest = {group(scores) for _, scores in scored if len(group(scores)) == size}
    best = {several: max(value(scores) for _, scores in scored if group(scores) == several) for several in largest}
    return [item for item in scored if group(item[1]) in best and value(item[1]) == best[group(item[1])]]

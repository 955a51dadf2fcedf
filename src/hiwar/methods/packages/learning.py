"""What to learn first: which number that is not known, if it were, would change a party's choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hiwar.methods.packages.arrays import chosen_of, compile_arrays, exact, score_of
from hiwar.methods.packages.forms import ModelError, Package, Party
from hiwar.methods.packages.uncertain import Uncertain, bounds_of, cautious, hopeful, numbers_of


@dataclass(frozen=True)
class Lesson:
    """What knowing one number would change for a party's choice among packages and no agreement."""

    issue: str | None
    """None: the reservation value."""
    option: str | None
    flips_at: Fraction | None
    """Where the best choice changes, all else at the middle of its bounds; None: nowhere within the bounds."""
    chance: Fraction
    """How likely the choice would change, if every value within the bounds is equally likely."""
    gain: Fraction
    """Points that knowing it is worth to the party on average: expected value of perfect information on this number."""


def learn_first(uncertain: Uncertain, party: str, packages: Sequence[Package]) -> tuple[Lesson, ...]:
    """Say which number would change a party's choice among packages and no agreement, if it were known.

    The measure is the expected value of perfect information on one number, with all else at the middle of its bounds
    and every value within its own bounds equally likely. It is exact: points are linear in each number, so the best
    choice changes at one point at most.

    Parameters
    ----------
    uncertain : Uncertain
    party : str
        Whose choice; without a reservation value no agreement is not among the choices.
    packages : sequence of mapping of issue to option
        What it chooses from.

    Returns
    -------
    tuple of Lesson
        One per uncertain number of the party, the most valuable first.

    Raises
    ------
    ModelError
        The party is unknown, or there is nothing to choose from.
    """
    if party not in uncertain.form.names:
        raise ModelError(f"'{party}' is no party; the parties are {', '.join(uncertain.form.names)}")
    own = next(one for one in uncertain.form.parties if one.name == party)
    values, reservation = _middle_values(uncertain, own, packages)
    choices = values if reservation is None else [*values, reservation]
    if not choices:
        raise ModelError(f"{party} has nothing to choose from")
    lessons = []
    for issue, option, between in numbers_of(uncertain, own):
        bounds = exact(between.low, party), exact(between.high, party)
        uses = [package[issue] == option for package in packages] + ([] if reservation is None else [False])
        lessons.append(_lesson(issue, option, bounds, choices, uses))
    limits = bounds_of(uncertain, own)
    if limits is not None and limits[0] < limits[1]:
        lessons.append(_lesson(None, None, limits, choices, [False] * len(values) + [True]))
    return tuple(sorted(lessons, key=lambda one: (-one.gain, one.issue or "", one.option or "")))


def _middle_values(
    uncertain: Uncertain, party: Party, packages: Sequence[Package]
) -> tuple[list[Fraction], Fraction | None]:
    """Points of each package with all numbers in the middle of their bounds, and of no agreement."""
    number = uncertain.form.names.index(party.name)
    low, high = compile_arrays(cautious(uncertain)), compile_arrays(hopeful(uncertain))
    values = [
        sum(arrays.points(score_of(arrays, chosen_of(arrays, package)))[number] for arrays in (low, high)) / Fraction(2)
        for package in packages
    ]
    bounds = bounds_of(uncertain, party)
    return values, None if bounds is None else sum(bounds, Fraction(0)) / 2


def _lesson(
    issue: str | None, option: str | None, bounds: tuple[Fraction, Fraction], choices: Sequence[Fraction],
    uses: Sequence[bool],
) -> Lesson:  # fmt: skip
    """The best choice that moves with the number against the best that does not: two lines, one crossing."""
    low, high = bounds
    moving = [value for value, is_used in zip(choices, uses, strict=True) if is_used]
    still = [value for value, is_used in zip(choices, uses, strict=True) if not is_used]
    if not moving or not still or low == high:
        return Lesson(issue, option, None, Fraction(0), Fraction(0))
    middle = (low + high) / 2
    crossing = middle + max(still) - max(moving)
    if not low < crossing < high:
        return Lesson(issue, option, None, Fraction(0), Fraction(0))
    other_side = high - crossing if crossing >= middle else crossing - low
    chance = other_side / (high - low)
    return Lesson(issue, option, crossing, chance, chance * other_side / 2)

"""A negotiation as numbers: points scaled exactly to integers, names replaced by indices."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import numpy as np
import numpy.typing as npt

from hiwar.methods.packages.conditions import Condition, condition_of, forbids
from hiwar.methods.packages.forms import UNSETTLED, ModelError, Negotiation, Number, Package, Party, Pattern

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]

Among = Literal["feasible", "admissible", "acceptable"]
"""Packages that obey the rules; that also cross nobody's red line; that are also acceptable to all for their points."""

MOST_POINTS = 1 << 50
"""Larger totals of scaled points are refused, so that no sum of 64-bit integers can overflow."""


@dataclass(frozen=True, eq=False)
class Arrays:
    """A negotiation indexed by party, issue and option, in the order they are written in; arrays are read-only."""

    form: Negotiation
    options: tuple[tuple[str, ...], ...]
    """Per issue, `UNSETTLED` last where it may be left open."""
    worths: IntArray
    """(party, issue, option): scaled points; 0 beyond an issue's options."""
    is_open: BoolArray
    """(issue, option): an option of the issue that the fixed part leaves."""
    scales: tuple[int, ...]
    """Per party: scaled points = points x this."""
    reservations: tuple[int | None, ...]
    """Per party, scaled."""
    rules: tuple[Condition, ...]
    red_lines: tuple[Condition, ...]
    """Of all parties, in their order."""
    interactions: tuple[Condition, ...]

    @property
    def n_parties(self) -> int:
        """How many parties there are."""
        return len(self.scales)

    @property
    def n_issues(self) -> int:
        """How many issues there are."""
        return len(self.options)

    def conditions(self, among: Among) -> tuple[Condition, ...]:
        """What is read along a package: rules, interactions, and red lines unless only rules count."""
        return (*self.rules, *(() if among == "feasible" else self.red_lines), *self.interactions)

    def package(self, chosen: Sequence[int]) -> dict[str, str]:
        """Names for option numbers, issue by issue."""
        named = zip(self.form.issues, self.options, chosen, strict=True)
        return {issue.name: options[number] for issue, options, number in named}

    def points(self, scores: Sequence[int] | IntArray) -> tuple[Fraction, ...]:
        """Scores in the parties' own points."""
        return tuple(Fraction(int(score), scale) for score, scale in zip(scores, self.scales, strict=True))


def compile_arrays(form: Negotiation) -> Arrays:
    """Number what is named and scale points to integers.

    Each party's points are multiplied by the least number that makes all of them whole, so nothing is rounded.

    Raises
    ------
    ModelError
        Names that are unknown or used twice, a worth that is missing or no finite number, or points that need larger
        integers than 2^50 in total.
    """
    _check_names(form)
    options = tuple(issue.ways for issue in form.issues)
    places = {issue.name: place for place, issue in enumerate(form.issues)}
    known = _Known(places, options)
    worths = np.zeros((len(form.parties), len(options), max(map(len, options))), dtype=np.int64)
    scales: list[int] = []
    reservations: list[int | None] = []
    interactions: list[Condition] = []
    for number, party in enumerate(form.parties):
        table, extra, reservation, scale = _scaled(party, form, known)
        for issue, row in enumerate(table):
            worths[number, issue, : len(row)] = row
        interactions += (
            condition_of("all", known.fits(interaction.when, party.name), adds=(number, worth))
            for interaction, worth in zip(party.interactions, extra, strict=True)
        )
        scales.append(scale)
        reservations.append(reservation)
    is_open = _open_options(form, known)
    worths.setflags(write=False)
    is_open.setflags(write=False)
    red_lines = tuple(
        condition_of("all", known.fits(line, party.name)) for party in form.parties for line in party.red_lines
    )
    rules = tuple(forbids(rule, known.fits) for rule in form.rules)
    return Arrays(
        form, options, worths, is_open, tuple(scales), tuple(reservations), rules, red_lines, tuple(interactions)
    )


def score_of(arrays: Arrays, chosen: Sequence[int]) -> tuple[int, ...]:
    """Scaled points of a package (an option number per issue) to each party."""
    scores = [int(total) for total in arrays.worths[:, np.arange(arrays.n_issues), list(chosen)].sum(axis=1)]
    for condition in arrays.interactions:
        if condition.holds(chosen) and condition.adds is not None:
            scores[condition.adds[0]] += condition.adds[1]
    return tuple(scores)


@dataclass(frozen=True)
class _Known:
    places: Mapping[str, int]
    options: tuple[tuple[str, ...], ...]

    def fits(self, pattern: Pattern, where: str) -> dict[int, tuple[bool, ...]]:
        """Issue number to whether each option fits."""
        if isinstance(pattern, str):
            raise ModelError(f"{where}: a pattern names issues and their options; '{pattern}' is a text")
        found = {}
        for name, several in pattern.items():
            if name not in self.places:
                raise ModelError(f"{where}: '{name}' is no issue; the issues are {', '.join(self.places)}")
            options = self.options[self.places[name]]
            if isinstance(several, str):
                raise ModelError(f"{where}: options of '{name}' are given as a tuple; write ('{several}',)")
            if unknown := [option for option in several if option not in options]:
                raise ModelError(f"{where}: '{unknown[0]}' is no option of '{name}'; they are {', '.join(options)}")
            found[self.places[name]] = tuple(option in several for option in options)
        return found


def _check_names(form: Negotiation) -> None:
    if not form.issues or not form.parties:
        raise ModelError("a negotiation needs one or more issues and one or more parties")
    names = (("issue", [issue.name for issue in form.issues]), ("party", list(form.names)))
    for kind, several in names:
        for place, name in enumerate(several):
            if name in several[:place]:
                raise ModelError(f"the {kind} '{name}' is named twice")
    for issue in form.issues:
        if not issue.options:
            raise ModelError(f"the issue '{issue.name}' has no options; give it one or leave it out")
        if len(set(issue.options)) != len(issue.options):
            raise ModelError(f"the issue '{issue.name}' names an option twice")
        if UNSETTLED in issue.options:
            raise ModelError(f"the issue '{issue.name}' lists '{UNSETTLED}'; say may_be_unsettled instead")


def _scaled(party: Party, form: Negotiation, known: _Known) -> tuple[list[list[int]], list[int], int | None, int]:
    if unknown := [name for name in party.worths if name not in known.places]:
        raise ModelError(f"{party.name}: '{unknown[0]}' is no issue; the issues are {', '.join(known.places)}")
    table = [list(_worths_of(party, issue.name, ways)) for issue, ways in zip(form.issues, known.options, strict=True)]
    extra = [exact(interaction.worth, party.name) for interaction in party.interactions]
    if any(not interaction.when for interaction in party.interactions):
        raise ModelError(f"{party.name}: an interaction names no issue")
    reservation = None if party.reservation_value is None else exact(party.reservation_value, party.name)
    stated = [number for row in table for number in row] + extra + ([] if reservation is None else [reservation])
    scale = math.lcm(*(number.denominator for number in stated))
    most = sum((max(map(abs, row)) for row in table), sum(map(abs, extra), abs(reservation or Fraction(0))))
    if most * scale > MOST_POINTS:
        raise ModelError(
            f"{party.name}: made whole (times {scale:,}), points add up to {int(most * scale):,}; "
            f"{MOST_POINTS:,} is the most that is taken. Give fewer digits"
        )
    whole = [[int(number * scale) for number in row] for row in table]
    scaled = None if reservation is None else int(reservation * scale)
    return whole, [int(number * scale) for number in extra], scaled, scale


def _worths_of(party: Party, issue: str, ways: Sequence[str]) -> Iterator[Fraction]:
    stated = party.worths.get(issue, {})
    if unknown := [option for option in stated if option not in ways]:
        raise ModelError(f"{party.name}: '{unknown[0]}' is no option of '{issue}'; they are {', '.join(ways)}")
    for option in ways:
        if option not in stated and option != UNSETTLED:
            raise ModelError(f"{party.name}: no worth is stated for '{option}' of '{issue}'")
        yield exact(stated.get(option, 0), f"{party.name}, '{option}' of '{issue}'")


def exact(number: Number, where: str) -> Fraction:
    """Points as a fraction; a float counts as the decimal it is written as."""
    try:
        return Fraction(Decimal(repr(float(number)))) if isinstance(number, float) else Fraction(number)
    except (ValueError, OverflowError):
        raise ModelError(f"{where}: {number} is no finite number") from None


def _open_options(form: Negotiation, known: _Known) -> BoolArray:
    is_open = np.zeros((len(known.options), max(map(len, known.options))), dtype=np.bool_)
    for issue, options in enumerate(known.options):
        is_open[issue, : len(options)] = True
    for issue, fits in known.fits({name: (option,) for name, option in form.fixed.items()}, "fixed").items():
        is_open[issue, : len(fits)] = fits
    return is_open


def chosen_of(arrays: Arrays, package: Package) -> tuple[int, ...]:
    """Option numbers of a whole package.

    Raises
    ------
    ModelError
        An issue is missing, or a name is unknown.
    """
    known = _Known({issue.name: place for place, issue in enumerate(arrays.form.issues)}, arrays.options)
    if missing := [name for name in known.places if name not in package]:
        raise ModelError(f"the package says nothing about '{missing[0]}'")
    fits = known.fits({name: (option,) for name, option in package.items()}, "package")
    return tuple(fits[issue].index(True) for issue in range(arrays.n_issues))

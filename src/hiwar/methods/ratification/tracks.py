"""What is followed along the issues of an agenda: everybody's values and stances, and combinations left out."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from hiwar.methods.arrays import BoolArray, IntArray
from hiwar.methods.ratification.forms import Agenda, Position, Preferences, TooLargeError
from hiwar.methods.ratification.preferences import SEVERITY, Bound, open_bounds, value_bounds

ENDLESS = 1 << 45
"""Stands for a value of which nothing is known."""
MOST_POINTS = 1 << 40
"""Larger totals of scaled values are refused, so that they stay below `ENDLESS`."""
MOST_ISSUES = 1_000
"""Issues, at most, so that no sum can overflow."""
CONDITIONAL, AGAINST = SEVERITY[Position.CONDITIONAL], SEVERITY[Position.AGAINST]


@dataclass(frozen=True, eq=False)
class Tracks:
    """An agenda and different preferences over it, as numbers. Issues are in the order they are followed in.

    A partial package is a row of columns: per preferences the least value less the largest reservation value, the most
    value less the least reservation value, the severity of stances so far; then per excluded combination whether the
    package fits it so far (1) or cannot any more (0).
    """

    agenda: Agenda
    order: tuple[int, ...]
    """Numbers of issues of the agenda."""
    n_preferences: int
    start: IntArray
    """(column,)"""
    low: tuple[IntArray, ...]
    """Per issue (option, preferences): least value."""
    high: tuple[IntArray, ...]
    stance: tuple[IntArray, ...]
    """Per issue (option, preferences): severity."""
    fits: tuple[BoolArray, ...]
    """Per issue (option, excluded)."""
    last: IntArray
    """(excluded,): place of the last issue that an excluded combination names."""

    @property
    def n_issues(self) -> int:
        """How many issues there are."""
        return len(self.order)

    def n_options(self, place: int) -> int:
        """How many options the issue at a place has."""
        return len(self.low[place])

    def extended(self, rows: IntArray, place: int) -> tuple[IntArray, IntArray, IntArray]:
        """Rows with each option of an issue added, if allowed: (row, column), the row it comes from, the option."""
        several = self.n_preferences
        sources = np.repeat(np.arange(len(rows)), self.n_options(place))
        options = np.tile(np.arange(self.n_options(place)), len(rows))
        found = rows[sources].copy()
        found[:, :several] += self.low[place][options]
        found[:, several : 2 * several] += self.high[place][options]
        stances = found[:, 2 * several : 3 * several]
        np.maximum(stances, self.stance[place][options], out=stances)
        patterns = found[:, 3 * several :]
        patterns *= self.fits[place][options]
        keep = ~patterns[:, self.last == place].astype(np.bool_).any(axis=1)
        return self.capped(found[keep], place + 1), sources[keep], options[keep]

    def capped(self, rows: IntArray, place: int) -> IntArray:
        """Values that are sure to be enough, or not to be, cut to one number each, so that more rows are equal."""
        several = self.n_preferences
        for first, rest in ((0, self._rest(place, self.low)), (several, self._rest(place, self.high))):
            values = rows[:, first : first + several]
            least, most = rest
            values[values + least >= 0] = ENDLESS
            values[(values + most < 0) & (values != ENDLESS)] = -ENDLESS
        return rows

    def _rest(self, place: int, table: Sequence[IntArray]) -> tuple[IntArray, IntArray]:
        """Least and most that the issues from a place on can add, (preferences,)."""
        none = np.zeros(self.n_preferences, dtype=np.int64)
        least = sum((values.min(axis=0) for values in table[place:]), none)
        return least, sum((values.max(axis=0) for values in table[place:]), none)

    def severities(self, rows: IntArray, place: int) -> tuple[IntArray, IntArray]:
        """Least and most severe position that each preferences can end in, (row, preferences)."""
        several = self.n_preferences
        low, high = rows[:, :several], rows[:, several : 2 * several]
        stance = rows[:, 2 * several : 3 * several]
        later = np.zeros(several, dtype=np.int64)
        for severities in self.stance[place:]:
            later = np.maximum(later, severities.max(axis=0))
        # Sure to be enough: for. Sure to be missed: against. Sure to be neither: conditional. Else any of them.
        is_refused, is_enough = high == -ENDLESS, low == ENDLESS
        is_open = (low == -ENDLESS) & (high == ENDLESS)
        least = np.select([is_refused, low == -ENDLESS], [AGAINST, CONDITIONAL], 0)
        most = np.select([is_enough, is_open | (high == ENDLESS)], [0, CONDITIONAL], AGAINST)
        return np.maximum(stance, least), np.maximum(np.maximum(stance, later), most)

    def is_free(self, rows: IntArray) -> BoolArray:
        """(row,): no excluded combination can still come about, so that every completion is a package."""
        return np.asarray(~rows[:, 3 * self.n_preferences :].any(axis=1))

    def completions(self, place: int) -> int:
        """Ways to settle the issues from a place on."""
        return math.prod(self.n_options(later) for later in range(place, self.n_issues))


def compile_tracks(agenda: Agenda, holders: Sequence[Preferences]) -> Tracks:
    """Write preferences over a well-formed agenda as numbers; the widest issues come first.

    Raises
    ------
    TooLargeError
        Values need larger integers than 2^40 in total, or there are too many issues.
    """
    if len(agenda.issues) > MOST_ISSUES:
        raise TooLargeError(f"{len(agenda.issues)} issues; at most {MOST_ISSUES:,} can be followed")
    scaled = [_Scaled.of(agenda, preferences) for preferences in holders]
    order = _order(agenda, scaled)
    start = [-each.most_needed for each in scaled] + [-each.least_needed for each in scaled]
    start += [0] * len(scaled) + [1] * len(agenda.excluded)
    names = [agenda.issues[number].name for number in order]
    options = [agenda.issues[number].options for number in order]
    tables = [
        tuple(
            _stacked([each.table[number][part] for each in scaled], len(agenda.issues[number].options))
            for number in order
        )
        for part in range(3)
    ]
    fits = tuple(
        np.array(
            [[option in pattern.get(name, several) for pattern in agenda.excluded] for option in several], np.bool_
        )
        for name, several in zip(names, options, strict=True)
    )
    last = [max((names.index(name) for name in pattern), default=0) for pattern in agenda.excluded]
    return Tracks(
        agenda, tuple(order), len(scaled), np.array(start, dtype=np.int64), tables[0], tables[1], tables[2], fits,
        np.array(last, dtype=np.int64),
    )  # fmt: skip


def _stacked(columns: Sequence[Sequence[int]], n_options: int) -> IntArray:
    """(option, preferences)."""
    return np.array(columns, dtype=np.int64).reshape(len(columns), n_options).T


def _order(agenda: Agenda, scaled: Sequence["_Scaled"]) -> list[int]:
    """Issues of excluded combinations first, so that they are done with; then those that decide most."""
    excluded = {name for pattern in agenda.excluded for name in pattern}

    def weight(number: int) -> tuple[bool, float]:
        spreads = [each.spread(number) for each in scaled]
        return agenda.issues[number].name not in excluded, -sum(spreads)

    return sorted(range(len(agenda.issues)), key=weight)


@dataclass(frozen=True)
class _Scaled:
    """Preferences of one holder in whole numbers."""

    table: tuple[tuple[list[int], list[int], list[int]], ...]
    """Per issue: least values, most values, severities of its options."""
    least_needed: int
    most_needed: int
    total: int

    @staticmethod
    def of(agenda: Agenda, preferences: Preferences) -> "_Scaled":
        known = [*_bounds(agenda, preferences)]
        needed = open_bounds(preferences.reservation_value) if preferences.values else (Fraction(0), Fraction(0))
        finite = [value for pair in (*known, needed) for value in pair if isinstance(value, Fraction)]
        scale = math.lcm(*(value.denominator for value in finite))
        total = sum(abs(int(value * scale)) for value in finite)
        if total > MOST_POINTS:
            raise TooLargeError(f"values add up to {total:,} once scaled to whole numbers; give them with fewer digits")
        whole = iter([(_whole(low, scale), _whole(high, scale)) for low, high in known])
        table = []
        for issue in agenda.issues:
            pairs = [next(whole) for _ in issue.options]
            stances = preferences.stances.get(issue.name, {})
            severities = [SEVERITY[stances.get(option, Position.FOR)] for option in issue.options]
            table.append(([low for low, _ in pairs], [high for _, high in pairs], severities))
        return _Scaled(tuple(table), _whole(needed[0], scale), _whole(needed[1], scale), max(total, 1))

    def spread(self, number: int) -> float:
        """How much an issue can decide."""
        low, high, severities = self.table[number]
        return min(1.0, (max(high) - min(low)) / self.total) + max(severities) / AGAINST


def _bounds(agenda: Agenda, preferences: Preferences) -> Iterator[tuple[Bound, Bound]]:
    for issue in agenda.issues:
        for option in issue.options:
            yield value_bounds(preferences.values, issue.name, option)


def _whole(value: Bound, scale: int) -> int:
    if isinstance(value, Fraction):
        return int(value * scale)
    return ENDLESS if value > 0 else -ENDLESS

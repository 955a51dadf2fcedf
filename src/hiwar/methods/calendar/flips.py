"""At which likelihood of an event's option the advice changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.distributions import Distribution
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, Scenario, Values
from hiwar.methods.calendar.roll_back import magnitude
from hiwar.methods.calendar.rolling import history_chances, padded, scenario_chances

_ROUNDING = 1e-12


@dataclass(frozen=True)
class Stretch:
    """Likelihoods of an option for which the same advice holds."""

    low: float
    high: float
    best: tuple[str, ...]
    """More than one: a tie all along."""


@dataclass(frozen=True)
class Flip:
    """How the advice on one date depends on how likely one option of an event is."""

    date: Day
    history: Scenario
    event: str
    place: int
    """0 the event's own likelihood, n that of its n-th `Given`."""
    option: str
    present: float | None
    """The central likelihood; None if nobody stated it."""
    stretches: tuple[Stretch, ...]
    """From 0 to 1; one stretch: no likelihood of this option changes the advice. Empty: see ``missing``."""
    missing: tuple[str, ...]
    """Events whose likelihood nobody stated, so that nothing can be told about this one; the event itself, if it has
    more than two options and nobody said how the others share what is left."""

    @property
    def nearest(self) -> float | None:
        """The likelihood nearest to the present one at which the advice changes; None if there is none."""
        edges = [stretch.low for stretch in self.stretches[1:]]
        if self.present is None or not edges:
            return None
        present = self.present
        return min(edges, key=lambda edge: abs(edge - present))


@dataclass(frozen=True, eq=False)
class Line:
    """A function of one likelihood, linear between its corners."""

    at: FloatArray
    """(corner,): from 0 to 1."""
    worth: FloatArray

    def on(self, at: FloatArray) -> FloatArray:
        """The function at some likelihoods."""
        found: FloatArray = np.interp(at, self.at, self.worth)
        return found


def flips(
    calendar: Calendar, values: Values, *, date: Day | None = None, known: Scenario | None = None
) -> tuple[Flip, ...]:
    """For each option of each event still open: the likelihoods at which the advice on a date changes.

    The options of the event that are not moved share what is left in their present proportion. All other likelihoods,
    points and weights are at the centre.

    Parameters
    ----------
    calendar, values : Calendar, Values
        Of the seat.
    date : Day, optional
        The decision looked at; the first date if none is named.
    known : Scenario, optional
        What is settled by then; must name every such event.

    Notes
    -----
    The worth of every option is piecewise linear and convex in one likelihood; the pieces are carried through the
    roll-back, so the corners are exact.
    """
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    place = 0 if date is None else calendar.dates.index(date)
    histories = arrays.histories(arrays.known[place])
    history = next(n for n, some in enumerate(histories) if some.items() <= (known or {}).items())
    found: list[Flip] = []
    for row, distribution in enumerate(arrays.distributions):
        event = next(e for e, event in enumerate(arrays.events) if event.name == distribution.event)
        if event >= arrays.known[place] and (arrays.governs[:, event] == row).any():
            found += [_flip(arrays, stakes, (place, history), row, option) for option in range(arrays.sizes[event])]
    return tuple(found)


def _flip(arrays: Arrays, stakes: Stakes, at: tuple[int, int], row: int, option: int) -> Flip:
    distribution = arrays.distributions[row]
    event = next(event for event in arrays.events if event.name == distribution.event)
    history = arrays.histories(arrays.known[at[0]])[at[1]]
    missing = _missing(arrays, row)
    stretches: tuple[Stretch, ...] = ()
    if not missing:
        ends = _ends(arrays, distribution, row, option)
        stretches = _stretches(arrays, _options(arrays, stakes, ends, *at), at[0], magnitude(stakes))
    present = float(distribution.centre[option]) if distribution.is_given else None
    day = arrays.calendar.dates[at[0]]
    return Flip(day, history, event.name, distribution.place, event.options[option], present, stretches, missing)


def _missing(arrays: Arrays, row: int) -> tuple[str, ...]:
    others = [d.event for n, d in enumerate(arrays.distributions) if n != row and not d.is_given]
    own = arrays.distributions[row]
    unshared = [own.event] if not own.is_given and own.low.size > 2 else []
    return tuple(dict.fromkeys([*others, *unshared]))


def _ends(arrays: Arrays, distribution: Distribution, row: int, option: int) -> FloatArray:
    """(2, distribution, option): all likelihoods, with the option's at 0 and at 1."""
    without = distribution.centre.copy()
    without[option] = 0.0
    n_others = max(len(without) - 1, 1)
    rest = without.sum()
    none = without / rest if rest > _ROUNDING else np.where(np.arange(len(without)) == option, 0.0, 1.0 / n_others)
    ends = none if len(without) > 1 else np.ones(1), np.eye(len(without))[option]
    centres = [d.centre for d in arrays.distributions]
    return np.array([padded(arrays, [end if n == row else c for n, c in enumerate(centres)]) for end in ends])


def _options(arrays: Arrays, stakes: Stakes, ends: FloatArray, date: int, history: int) -> dict[int, Line]:
    """Option (course, or -1: none now) to its worth as a function of the likelihood."""
    width = arrays.n_scenarios // arrays.n_histories(date)
    here = slice(history * width, (history + 1) * width)
    found: dict[int, Line] = {}
    for course in np.flatnonzero(arrays.can_start[:, date, here.start]).tolist():
        chance, _ = scenario_chances(arrays, ends, course, arrays.known[date])
        found[course] = _straight(chance[:, here] @ (stakes.counts[course, date, here] @ stakes.central_points))
    if date + 1 < len(arrays.days):
        found[-1] = _later(arrays, stakes, ends, date, history)
    elif not found or not arrays.calendar.must_commit:
        chance, _ = scenario_chances(arrays, ends, len(arrays.courses), arrays.known[date])
        found[-1] = _straight(chance[:, here] @ (stakes.counts_never[here] @ stakes.central_points))
    return found


def _later(arrays: Arrays, stakes: Stakes, ends: FloatArray, date: int, history: int) -> Line:
    """Waiting: the best of each later history, weighted; once the event is settled its likelihood moves no value."""
    step = history_chances(arrays, ends, arrays.known[date], arrays.known[date + 1])
    width = arrays.n_histories(date + 1) // arrays.n_histories(date)
    lines = []
    for later in range(history * width, (history + 1) * width):
        best = _highest(list(_options(arrays, stakes, ends, date + 1, later).values()))
        weight = np.interp(best.at, [0.0, 1.0], step[:, later])
        lines.append(Line(best.at, best.worth * weight))
    at = _corners(lines)
    return Line(at, np.sum([line.on(at) for line in lines], axis=0))


def _straight(ends: FloatArray) -> Line:
    return Line(np.array([0.0, 1.0]), ends)


def _corners(lines: Sequence[Line]) -> FloatArray:
    found: FloatArray = np.unique(np.concatenate([line.at for line in lines]))
    return found


def _crossings(lines: Sequence[Line]) -> FloatArray:
    """All corners, and every likelihood at which two of the functions cross between them."""
    at = _corners(lines)
    worth = np.array([line.on(at) for line in lines])
    found = [at]
    for a in range(len(lines)):
        gap = worth[a] - worth[a + 1 :]
        left, right = gap[:, :-1], gap[:, 1:]
        crosses = left * right < 0
        share = np.divide(left, left - right, out=np.zeros_like(left), where=crosses)
        found.append((at[:-1] + share * np.diff(at))[crosses])
    every: FloatArray = np.unique(np.concatenate(found))
    return every


def _highest(lines: Sequence[Line]) -> Line:
    """The upper envelope."""
    at = _crossings(lines)
    worth = np.array([line.on(at) for line in lines]).max(axis=0)
    return _simplified(Line(at, worth))


def _simplified(line: Line) -> Line:
    """Without corners at which the function does not bend: their number stays small on long calendars."""
    at, worth = line.at, line.worth
    if len(at) < 3:
        return line
    slopes = np.diff(worth) / np.maximum(np.diff(at), _ROUNDING)
    bends = np.abs(np.diff(slopes)) > _ROUNDING * (1.0 + np.abs(worth).max())
    kept = np.concatenate([[True], bends, [True]])
    return Line(at[kept], worth[kept])


def _stretches(arrays: Arrays, options: dict[int, Line], date: int, scale: float) -> tuple[Stretch, ...]:
    """Neighbouring likelihoods with the same best options, put together."""
    last = date == len(arrays.days) - 1
    names = [arrays.courses[option] if option >= 0 else (NEVER if last else WAIT) for option in options]
    lines = list(options.values())
    at = _crossings(lines)
    at = at[np.concatenate([[True], np.diff(at) > _ROUNDING])]
    at[-1] = 1.0
    found: list[Stretch] = []
    for low, high in pairwise(at.tolist()):
        worth = np.array([float(line.on(np.array([(low + high) / 2]))[0]) for line in lines])
        best = tuple(name for name, one in zip(names, worth, strict=True)
                     if one >= worth.max() - RELATIVE_TOLERANCE * scale)  # fmt: skip
        if found and found[-1].best == best:
            found[-1] = Stretch(found[-1].low, high, best)
        else:
            found.append(Stretch(low, high, best))
    return tuple(found)

"""Commit now, or wait: every option on every date, by backward induction at the central judgements."""

from collections.abc import Collection
from itertools import product

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, ModelError, Values
from hiwar.methods.calendar.results import Node, Option, RollBack
from hiwar.methods.calendar.rolling import Rolled, history_chances, on_dates, padded, roll

MOST_JUDGEMENTS = 1 << 12


def roll_back(calendar: Calendar, values: Values, *, only: Collection[Day] | None = None) -> RollBack:
    """Say what every option is worth on every date, and what to do, at the central judgements.

    Parameters
    ----------
    calendar : Calendar
        Dates, events, courses.
    values : Values
        Of the seat. Points and likelihoods are taken in the middle of their ranges, weights in the mean of theirs.
    only : collection of Day, optional
        The seat commits on one of these dates or, where nothing can be started on the last of them, never.

    Returns
    -------
    RollBack
        A figure that depends on an event whose likelihood nobody stated is None; nothing is averaged there.

    Raises
    ------
    ModelError
        The calendar or the values are not well formed, or too large.

    References
    ----------
    Raiffa, H. (1968), *Decision Analysis*, Addison-Wesley: averaging out and folding back.
    """
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    must_commit = calendar.must_commit
    if only is not None:
        arrays, stakes = on_dates(arrays, stakes, dates_among(calendar, only))
        must_commit = True
    chances = free_chances(arrays)
    points = np.repeat(stakes.central_points[None, :], len(chances), axis=0)
    rolled = roll(arrays, points, stakes, chances, must_commit=must_commit)
    dates = tuple(day for day in calendar.dates if only is None or day in only)
    scale = magnitude(stakes)
    nodes = [
        _node(arrays, rolled, chances, (date, history), dates[date], scale)
        for date in range(len(dates))
        for history in range(arrays.n_histories(date))
    ]
    first = rolled.value[0] * history_chances(arrays, chances, 0, arrays.known[0])
    return RollBack(tuple(nodes), dates, told(first.sum(axis=1), scale))


def dates_among(calendar: Calendar, only: Collection[Day]) -> list[int]:
    """Places of dates in the calendar; `ModelError` for a date that is none of its dates."""
    strangers = [day for day in only if day not in calendar.dates]
    if strangers or not only:
        raise ModelError(f"{', '.join(map(str, strangers)) or 'nothing'} is no decision date of this calendar; "
                         f"its dates are {', '.join(map(str, calendar.dates))}")  # fmt: skip
    return [place for place, day in enumerate(calendar.dates) if day in only]


def free_chances(arrays: Arrays) -> FloatArray:
    """(judgement, distribution, option): the central likelihoods, with each event that nobody judged at every extreme.

    The first row has such events in the middle: what is the same there and at all extremes depends on none of them,
    because the worth of every option is convex in each distribution.
    """
    free = [row for row, d in enumerate(arrays.distributions) if not d.is_given]
    centres = [d.centre for d in arrays.distributions]
    n = int(np.prod([len(arrays.distributions[row].corners) for row in free], dtype=np.float64))
    if n > MOST_JUDGEMENTS:
        raise ModelError(f"{len(free)} likelihoods that nobody stated have {n} extremes together; "
                         f"at most {MOST_JUDGEMENTS} can be listed")  # fmt: skip
    found = [padded(arrays, centres)]
    if free:
        for corner in product(*(arrays.distributions[row].corners for row in free)):
            chosen = dict(zip(free, corner, strict=True))
            found.append(padded(arrays, [chosen.get(row, centre) for row, centre in enumerate(centres)]))
    return np.array(found)


def magnitude(stakes: Stakes) -> float:
    """Points that may be added up at most, to judge rounding by."""
    most = np.maximum(np.abs(stakes.low), np.abs(stakes.high)) * stakes.weights.max(axis=0, initial=0.0)
    often = np.maximum(stakes.counts.max(axis=(0, 1, 2), initial=0.0), stakes.counts_never.max(axis=0, initial=0.0))
    return float(most @ often)


def told(figures: FloatArray, scale: float) -> float | None:
    """The figure, if it is the same at all judgements."""
    same = bool(np.ptp(figures) <= RELATIVE_TOLERANCE * scale)
    return float(figures[0]) + 0.0 if same else None


def _node(arrays: Arrays, rolled: Rolled, chances: FloatArray, at: tuple[int, int], date: Day, scale: float) -> Node:
    """What can be done on a date with what is known then."""
    place, history = at
    last = place == len(arrays.days) - 1
    figures = [*rolled.commit[place][:, :, history].T, rolled.wait[place][:, history]]
    names = [*arrays.courses, NEVER if last else WAIT]
    options = tuple(Option(name, told(worth, scale)) for name, worth in zip(names, figures, strict=True)
                    if not np.isneginf(worth).any())  # fmt: skip
    known = arrays.histories(arrays.known[place])[history]
    reached = history_chances(arrays, chances, 0, arrays.known[place])[:, history]
    scenarios = arrays.n_scenarios // arrays.n_histories(place)
    unsettled = arrays.needs_unsettled[:, place, history * scenarios]
    return Node(
        date, known, told(reached, 1.0), options, _best(options, scale),
        tuple(name for name, is_so in zip(arrays.courses, unsettled, strict=True) if is_so),
    )  # fmt: skip


def _best(options: tuple[Option, ...], scale: float) -> tuple[str, ...]:
    worths = [option.expected for option in options]
    if any(worth is None for worth in worths):
        return ()
    most = max(worth for worth in worths if worth is not None)
    return tuple(option.name for option in options
                 if option.expected is not None and option.expected >= most - RELATIVE_TOLERANCE * scale)  # fmt: skip

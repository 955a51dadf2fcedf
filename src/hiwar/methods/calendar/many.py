"""One calendar rolled back under very many judgements at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from hiwar.methods.arrays import BoolArray, FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.rolling import Rolled, history_chances, padded, roll

_CHUNK = 1 << 15
"""Figures that are worked on at once: few enough to stay in the cache."""


@dataclass(frozen=True, eq=False)
class ManyNode:
    """A date with what is known then, under many judgements."""

    date: Day
    history: Scenario
    options: tuple[str, ...]
    """Courses that can be started, waiting last."""
    expected: FloatArray
    """(judgement, option)"""


@dataclass(frozen=True, eq=False)
class ManyRollBacks:
    """What `roll_back` says, for every judgement."""

    expected: FloatArray
    """(judgement,): of the whole calendar, before anything is known."""
    nodes: tuple[ManyNode, ...]
    """By date, then by history."""


def roll_back_many(
    calendar: Calendar, values: Values, *,
    points: Mapping[str, ArrayLike] | None = None, likelihoods: Mapping[str, ArrayLike] | None = None,
) -> ManyRollBacks:  # fmt: skip
    """Roll a calendar back under many judgements, each of which the seat takes as it is.

    Parameters
    ----------
    calendar, values : Calendar, Values
        What is not named below is taken at its centre.
    points : mapping of str to (judgement,) array, optional
        Effect to its points.
    likelihoods : mapping of str to (judgement, option) array, optional
        Event to its own likelihoods; those under a condition (`Given`) stay as they are. An event without
        a likelihood must be named.

    Raises
    ------
    ModelError
        The calendar is not well formed, an array does not fit, or a likelihood is missing.
    """
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    points, likelihoods = points or {}, likelihoods or {}
    n = _judgements(arrays, stakes, points, likelihoods)
    amounts = np.repeat(stakes.centre[None], n, axis=0)
    for name, given in points.items():
        amounts[:, [effect == name for effect in stakes.effects]] = np.asarray(given, dtype=np.float64)[:, None]
    amounts = amounts * stakes.weights.mean(axis=0)
    centre = padded(arrays, [distribution.centre for distribution in arrays.distributions])
    chances = np.repeat(centre[None], n, axis=0)
    for row, distribution in enumerate(arrays.distributions):
        if distribution.place == 0 and distribution.event in likelihoods:
            chances[:, row, : len(distribution.centre)] = likelihoods[distribution.event]
    size = max(1, _CHUNK // (len(arrays.courses) * len(arrays.days) * arrays.n_scenarios))
    parts = [roll(arrays, amounts[at : at + size], stakes, chances[at : at + size], must_commit=calendar.must_commit)
             for at in range(0, n, size)]  # fmt: skip
    return _gathered(arrays, parts, chances)


def _judgements(
    arrays: Arrays, stakes: Stakes, points: Mapping[str, ArrayLike], likelihoods: Mapping[str, ArrayLike]
) -> int:
    """How many judgements there are, the same in all arrays."""
    sizes = {event.name: len(event.options) for event in arrays.events}
    problems = [f"{name!r} is no effect of these values" for name in points if name not in stakes.effects]
    problems += [f"{name!r} is no event of this calendar" for name in likelihoods if name not in sizes]
    missing = {d.event for d in arrays.distributions if not d.is_given} - set(likelihoods)
    problems += [
        f"nobody stated how likely the options of {name!r} are; give its likelihoods" for name in sorted(missing)
    ]
    shapes = {name: np.shape(given) for name, given in points.items()}
    problems += [f"{name!r}: (judgement,) points are needed; found shape {shape}"
                 for name, shape in shapes.items() if len(shape) != 1]  # fmt: skip
    for name, given in likelihoods.items():
        table = np.asarray(given, dtype=np.float64)
        shapes[name] = table.shape
        if table.ndim != 2 or table.shape[1] != sizes.get(name, -1):
            problems.append(f"{name!r}: (judgement, option) likelihoods are needed; found shape {table.shape}")
        elif table.size and (table.min() < 0 or np.abs(table.sum(axis=1) - 1).max() > 1e-9):
            problems.append(f"{name!r}: likelihoods must be 0 or more and add up to 1 in each row")
    counts = {shape[0] for shape in shapes.values() if shape}
    if len(counts) > 1:
        problems.append(f"all arrays must hold the same number of judgements; found {sorted(counts)}")
    if problems:
        raise ModelError("\n".join(problems))
    return counts.pop() if counts else 1


def _gathered(arrays: Arrays, parts: list[Rolled], chances: FloatArray) -> ManyRollBacks:
    """Results of all parts, by node."""
    nodes = []
    for date, day in enumerate(arrays.calendar.dates):
        last = date == len(arrays.days) - 1
        commit = np.concatenate([part.commit[date] for part in parts])
        wait = np.concatenate([part.wait[date] for part in parts])
        for place, known in enumerate(arrays.histories(arrays.known[date])):
            worth = np.column_stack([commit[:, :, place], wait[:, place]])
            is_open: BoolArray = np.isfinite(worth[0])
            names = [*arrays.courses, NEVER if last else WAIT]
            options = tuple(names[option] for option in np.flatnonzero(is_open).tolist())
            nodes.append(ManyNode(day, known, options, worth[:, is_open]))
    value = np.concatenate([part.value[0] for part in parts])
    expected = (value * history_chances(arrays, chances, 0, arrays.known[0])).sum(axis=1)
    return ManyRollBacks(expected, tuple(nodes))

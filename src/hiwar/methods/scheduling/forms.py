"""Activities and what comes before them, as an analyst writes them, and as arrays."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

import numpy as np

from hiwar.methods.arrays import FloatArray, read_only


class NetworkError(ValueError):
    """The network makes no sense as it stands; the message names every fault."""


@dataclass(frozen=True)
class Activity:
    """Something that has to be done, and what has to be done before it."""

    name: str
    days: float | tuple[float, float]
    """How long it takes: a number, or the least and the most. ``(0, math.inf)`` where nobody knows."""
    after: tuple[str, ...] = ()
    """Names of activities that must be finished before it begins."""
    not_before: float = 0.0
    """It cannot begin earlier than so many days after day 0."""
    deadline: float | None = None
    """Day by which it must be finished."""


@dataclass(frozen=True, eq=False)
class Network:
    """Activities in an order of their own; arrays follow it."""

    activities: tuple[Activity, ...]

    def __post_init__(self) -> None:
        problems = [] if self.activities else ["there is no activity"]
        problems += [*_problems_of_names(self.activities), *(one for a in self.activities for one in _problems(a))]
        if problems:
            raise NetworkError("; ".join(problems))
        try:
            TopologicalSorter({one.name: one.after for one in self.activities}).prepare()
        except CycleError as error:
            raise NetworkError(f"activities wait for each other: {' -> '.join(error.args[1])}") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the activities."""
        return tuple(one.name for one in self.activities)

    @cached_property
    def before(self) -> tuple[tuple[int, ...], ...]:
        """Per activity: the places of those that come directly before it."""
        place = {name: number for number, name in enumerate(self.names)}
        return tuple(tuple(sorted({place[name] for name in one.after})) for one in self.activities)

    @cached_property
    def next(self) -> tuple[tuple[int, ...], ...]:
        """Per activity: the places of those that come directly after it."""
        found: list[list[int]] = [[] for _ in self.activities]
        for number, places in enumerate(self.before):
            for place in places:
                found[place].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Places of the activities, each after all that come before it."""
        return tuple(TopologicalSorter(dict(enumerate(self.before))).static_order())

    @cached_property
    def not_before(self) -> FloatArray:
        """(activity,): the earliest day on which each can begin, whatever comes before it."""
        return read_only(np.array([max(one.not_before, 0.0) for one in self.activities], dtype=np.float64))

    @cached_property
    def bounds(self) -> FloatArray:
        """(least or most, activity): days that each takes."""
        ends = [one.days if isinstance(one.days, tuple) else (one.days, one.days) for one in self.activities]
        return read_only(np.array(ends, dtype=np.float64).reshape(len(ends), 2).T)


def _problems_of_names(activities: Sequence[Activity]) -> list[str]:
    names = [one.name for one in activities]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [f"'{name}' is named {names.count(name)} times" for name in twice] + [
        f"{one.name}: '{other}', which is to come before it, is no activity of the network"
        for one in activities
        for other in one.after
        if other not in names
    ]


def _problems(activity: Activity) -> list[str]:
    low, high = activity.days if isinstance(activity.days, tuple) else (activity.days, activity.days)
    found = []
    if not 0 <= low <= high or math.isinf(low):
        found.append(f"{activity.name}: {low:g} to {high:g} days; a length is 0 or more, the least first, and finite")
    if not math.isfinite(activity.not_before):
        found.append(f"{activity.name}: not_before is no day")
    if activity.deadline is not None and not math.isfinite(activity.deadline):
        found.append(f"{activity.name}: deadline is no day")
    return found

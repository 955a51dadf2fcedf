"""Backward induction over the dates of a calendar, for many judgements at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes


@dataclass(frozen=True, eq=False)
class Rolled:
    """What every option is worth on every date, by judgement and history; -inf where an option is not open."""

    commit: tuple[FloatArray, ...]
    """By date: (judgement, course, history)."""
    wait: tuple[FloatArray, ...]
    """By date: (judgement, history); on the last date: to let it pass without a commitment."""

    @property
    def value(self) -> tuple[FloatArray, ...]:
        """By date: (judgement, history), the best option."""
        pairs = zip(self.commit, self.wait, strict=True)
        return tuple(np.maximum(commit.max(axis=1), wait) for commit, wait in pairs)


def roll(arrays: Arrays, points: FloatArray, stakes: Stakes, chances: FloatArray, *, must_commit: bool) -> Rolled:
    """Work out every option from the last date to the first.

    ``points`` is (judgement, effect), weighted; ``chances`` is (judgement, distribution, option), padded with zeros.
    Both are used as they are: the seat chooses at each history what is best under that judgement.
    """
    worth = np.einsum("ctsi,bi->bcts", stakes.counts, points, optimize=True)
    return roll_worth(arrays, worth, points @ stakes.counts_never.T, chances, must_commit=must_commit)


def roll_worth(
    arrays: Arrays, worth: FloatArray, never: FloatArray, chances: FloatArray, *, must_commit: bool
) -> Rolled:
    """The same from the worth of each outcome: (judgement, course, date, scenario), and (judgement, scenario)."""
    commits: list[FloatArray] = []
    waits: list[FloatArray] = []
    value: FloatArray | None = None
    for date in reversed(range(len(arrays.days))):
        commit = committed(arrays, worth[:, :, date], chances, date)
        if value is None:
            wait = folded(never, scenario_chances(arrays, chances, len(arrays.courses), arrays.known[date]))
            if must_commit:
                wait = np.where(np.isneginf(commit).all(axis=1), wait, -np.inf)
        else:
            wait = waited(arrays, value, chances, date)
        value = np.maximum(commit.max(axis=1), wait)
        commits.append(commit)
        waits.append(wait)
    return Rolled(tuple(commits[::-1]), tuple(waits[::-1]))


def committed(arrays: Arrays, worth: FloatArray, chances: FloatArray, date: int) -> FloatArray:
    """(judgement, course, history): expected over what is still open; ``worth`` is (judgement, course, scenario)."""
    n_histories = arrays.n_histories(date)
    found = np.full((*worth.shape[:2], n_histories), -np.inf)
    for course in range(worth.shape[1]):
        expected = folded(worth[:, course], scenario_chances(arrays, chances, course, arrays.known[date]))
        is_open = arrays.can_start[course, date].reshape(n_histories, -1)[:, 0]
        found[:, course] = np.where(is_open, expected, -np.inf)
    return found


def waited(arrays: Arrays, value: FloatArray, chances: FloatArray, date: int) -> FloatArray:
    """(judgement, history) at a date, from the values (judgement, history) at the next."""
    step = history_chances(arrays, chances, arrays.known[date], arrays.known[date + 1])
    n_histories = arrays.n_histories(date)
    products = value * step
    summed: FloatArray = products.reshape(len(value), n_histories, -1).sum(axis=-1)
    return summed


def folded(worth: FloatArray, weight: tuple[FloatArray, int]) -> FloatArray:
    """(judgement, history): scenarios weighted and added up."""
    chance, n_histories = weight
    found: FloatArray = (worth * chance).reshape(len(worth), n_histories, -1).sum(axis=-1)
    return found


def scenario_chances(arrays: Arrays, chances: FloatArray, course: int, known: int) -> tuple[FloatArray, int]:
    """((judgement, scenario), number of histories): likelihood of each scenario once the first events are known."""
    found = np.ones((len(chances), arrays.n_scenarios))
    for event in range(known, len(arrays.events)):
        found = found * chances[:, arrays.governs[course, event], arrays.option_of[event]]
    return found, prod(arrays.sizes[:known])


def history_chances(arrays: Arrays, chances: FloatArray, known: int, then: int) -> FloatArray:
    """(judgement, later history): likelihood of a later history once the first events are known, without commitment."""
    step = arrays.n_scenarios // prod(arrays.sizes[:then])
    found = np.ones((len(chances), prod(arrays.sizes[:then])))
    for event in range(known, then):
        rows = arrays.governs[len(arrays.courses), event, ::step]
        found = found * chances[:, rows, arrays.option_of[event, ::step]]
    return found


def padded(arrays: Arrays, chosen: Sequence[FloatArray]) -> FloatArray:
    """(distribution, option): one distribution each, padded with zeros."""
    found = np.zeros((len(arrays.distributions), max(arrays.sizes, default=1)))
    for row, distribution in enumerate(chosen):
        found[row, : len(distribution)] = distribution
    return found


def on_dates(arrays: Arrays, stakes: Stakes, dates: Sequence[int]) -> tuple[Arrays, Stakes]:
    """The calendar if the seat may commit on these dates only."""
    kept = list(dates)
    part = replace(
        arrays, days=arrays.days[kept], known=tuple(arrays.known[date] for date in kept),
        can_start=arrays.can_start[:, kept], needs_unsettled=arrays.needs_unsettled[:, kept],
    )  # fmt: skip
    return part, replace(stakes, counts=stakes.counts[:, kept])

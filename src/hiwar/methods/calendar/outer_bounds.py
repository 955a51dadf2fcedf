"""Bounds over all plans without listing them: never too narrow, and too wide where effects cancel across scenarios."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.differences import extremes
from hiwar.methods.calendar.forms import NEVER, WAIT
from hiwar.methods.calendar.plans import Ground
from hiwar.methods.calendar.results import Decision
from hiwar.methods.calendar.rolling import Rolled, history_chances, roll_worth


@dataclass(frozen=True, eq=False)
class Outer:
    """The greatest worth beyond a fixed plan (or beyond nothing), by option, date and history."""

    rolled: Rolled
    """First axis: extreme likelihoods x weights."""
    ground: Ground

    def of(self, node: "At") -> FloatArray:
        """(judgement,): of the plans that begin with the option there; of all plans if there is no node."""
        if node is None:
            return _before(self.ground, self.rolled)
        date, history, option = node
        if option in (WAIT, NEVER):
            found: FloatArray = self.rolled.wait[date][:, history]
            return found
        course = self.ground.arrays.courses.index(option)
        return self.rolled.commit[date][:, course, history]


At = tuple[int, int, str] | None
"""Date, history and option; None: before anything is known."""


def beyond(ground: Ground, counts: FloatArray) -> Outer:
    """By how much plans can be better than a fixed one that ends with these counts (scenario, effect).

    In each outcome the points are the best for the difference in that scenario; so the bound holds, and what both share
    in a scenario cancels. It is exact beyond nothing (counts 0), where all points are simply at their greatest.
    """
    stakes = ground.stakes
    _, outcome = extremes(stakes, stakes.counts - counts)  # (course, date, scenario, weights)
    _, never = extremes(stakes, stakes.counts_never - counts)  # (scenario, weights)
    worth, without = _by_judgement(ground, np.moveaxis(outcome, -1, 0)), _by_judgement(ground, never.T)
    chances = np.repeat(ground.chances, len(stakes.weights), axis=0)
    return Outer(roll_worth(ground.arrays, worth, without, chances, must_commit=ground.must_commit), ground)


def least_reached(ground: Ground) -> Outer:
    """The same at the least points: what some judgement brings each option down to, at the extremes that are tried."""
    stakes = ground.stakes
    points = stakes.weights * stakes.low  # (weights, effect)
    worth = _by_judgement(ground, np.moveaxis(stakes.counts @ points.T, -1, 0))
    never = _by_judgement(ground, (stakes.counts_never @ points.T).T)
    chances = np.repeat(ground.chances, len(stakes.weights), axis=0)
    return Outer(roll_worth(ground.arrays, worth, never, chances, must_commit=ground.must_commit), ground)


def outcome_counts(ground: Ground, policy: tuple[Decision, ...]) -> FloatArray:
    """(scenario, effect): how often each effect counts under a policy; 0 in scenarios that it leaves out of account."""
    arrays, stakes = ground.arrays, ground.stakes
    counts = np.zeros_like(stakes.counts_never)
    for place, scenario in enumerate(arrays.histories(len(arrays.events))):
        decision = next((one for one in policy if one.history.items() <= scenario.items()), None)
        while decision is not None and decision.choose[0] == WAIT:
            decision = next(one for one in decision.then if one.history.items() <= scenario.items())
        if decision is not None and decision.choose[0] == NEVER:
            counts[place] = stakes.counts_never[place]
        elif decision is not None:
            course, date = arrays.courses.index(decision.choose[0]), ground.dates.index(decision.date)
            counts[place] = stakes.counts[course, date, place]
    return counts


def likelihoods_depend_on_courses(ground: Ground) -> bool:
    """A commitment changes how likely later events are; outcomes of two plans then cannot be set against each other."""
    governs = ground.arrays.governs
    return bool((governs != governs[-1]).any())


def _by_judgement(ground: Ground, worth: FloatArray) -> FloatArray:
    """(likelihoods x weights, ...) from (weights, ...)."""
    return np.tile(worth, (len(ground.chances), *(1,) * (worth.ndim - 1)))


def _before(ground: Ground, rolled: Rolled) -> FloatArray:
    """(likelihoods x weights,): expected before anything is known."""
    chances = np.repeat(ground.chances, len(ground.stakes.weights), axis=0)
    step = history_chances(ground.arrays, chances, 0, ground.arrays.known[0])
    total: FloatArray = (rolled.value[0] * step).sum(axis=1)
    return total

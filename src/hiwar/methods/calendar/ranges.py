"""What ranges of points, likelihoods and weights leave open: the worth of every option, and of every difference."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE
from hiwar.methods.calendar.differences import Least, least_difference, value_bounds
from hiwar.methods.calendar.forms import Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.outer_bounds import (
    At,
    Outer,
    beyond,
    least_reached,
    likelihoods_depend_on_courses,
    outcome_counts,
)
from hiwar.methods.calendar.plans import (
    MOST_COMPARISONS,
    Ground,
    Plans,
    comparisons,
    from_the_start,
    ground_of,
    plans_of,
    undominated,
)
from hiwar.methods.calendar.results import Decision

_TRIED = 24
"""Plans that are set against a set that is not complete."""


@dataclass(frozen=True)
class OptionRange:
    """What an option is worth at least and at most, acting as well as can be later."""

    name: str
    low: float
    """Never less than this, whatever the judgement."""
    low_is_exact: bool
    """It is worth no more than ``low`` under some judgement."""
    high: float
    """The most that a plan that begins with it can bring; exact."""
    guaranteed: float
    """What one plan that begins with it is sure to bring, the greatest such guarantee. Below ``low`` where the best
    plan depends on the judgement."""
    guaranteed_is_exact: bool
    """False: there were too many plans to list, and one that was left out may be surer."""
    plan: tuple[Decision, ...]
    """A plan with that guarantee."""


@dataclass(frozen=True)
class Comparison:
    """By how much one option (or set of plans) is better than another; what both share has cancelled.

    Both are followed with the plan that is best under the judgement at hand, the same judgement for both.
    """

    first: str
    second: str
    low: float
    """Never less than this, whatever the judgement."""
    high: float
    """Never more."""
    low_is_exact: bool
    """Some judgement comes down to it."""
    high_is_exact: bool


@dataclass(frozen=True)
class NodeRanges:
    """Ranges on a date with what is known then."""

    date: Day
    history: Scenario
    options: tuple[OptionRange, ...]
    comparisons: tuple[Comparison, ...]
    """Every pair of options, the one listed first before the other."""
    firm: tuple[str, ...]
    """Options that are as good as every other one whatever the judgement; more than one: equal."""

    def comparison(self, first: str, second: str) -> Comparison:
        """By how much an option is better than another."""
        for c in self.comparisons:
            if (c.first, c.second) == (first, second):
                return c
            if (c.second, c.first) == (first, second):
                return Comparison(first, second, -c.high + 0.0, -c.low + 0.0, c.high_is_exact, c.low_is_exact)
        raise ModelError(f"{first!r} and {second!r} are not two options of {self.date}")


@dataclass(frozen=True)
class Ranges:
    """Bounds over all judgements within the ranges."""

    nodes: tuple[NodeRanges, ...]
    start: OptionRange
    """The whole calendar, before anything is known."""
    tolerance: float
    """Bounds closer to zero than this count as zero."""

    def node(self, date: Day, history: Scenario | None = None) -> NodeRanges:
        """The node of a date and of what is known then."""
        for node in self.nodes:
            if node.date == date and all((history or {}).get(name) == way for name, way in node.history.items()):
                return node
        raise ModelError(f"no node on {date} with {dict(history or {})}")


def ranges(calendar: Calendar, values: Values, *, only: Collection[Day] | None = None) -> Ranges:
    """Say what each option is worth at least and at most, and whether one is better whatever the judgement.

    A judgement is a choice of points, weights and likelihoods within what is stated, the same for all options; a
    likelihood that nobody stated may be anything.

    Parameters
    ----------
    calendar, values : Calendar, Values
        Of the seat.
    only : collection of Day, optional
        As for `roll_back`.

    Raises
    ------
    ModelError
        The input is not well formed, or more extreme likelihoods matter than can be listed.

    Notes
    -----
    By comparing plans at all extremes. A plan that another one equals or beats under every judgement is dropped on the
    way, which changes no bound. Where there are too many, only plans that are the best under some extreme judgement
    are kept; bounds then still hold, and those that need not be reached are marked.
    """
    ground = ground_of(calendar, values, only)
    plans = plans_of(ground)
    reached, most = least_reached(ground), beyond(ground, np.zeros_like(ground.stakes.counts_never))
    nodes = tuple(
        _node(ground, (date, history), part, reached, most)
        for date, by_history in enumerate(plans)
        for history, part in enumerate(by_history)
    )
    start = _Set(ground, None, undominated(ground, from_the_start(ground, plans)))
    return Ranges(nodes, _option("start", start, reached, most), RELATIVE_TOLERANCE * ground.scale)


def compare_dates(calendar: Calendar, values: Values, first: Collection[Day], second: Collection[Day]) -> Comparison:
    """By how much committing on some dates is better than on others, each with the best plan for it."""
    grounds = [ground_of(calendar, values, only) for only in (first, second)]
    sets = [_Set(ground, None, undominated(ground, from_the_start(ground, plans_of(ground)))) for ground in grounds]
    names = [", ".join(str(day) for day in calendar.dates if day in only) for only in (first, second)]
    return _compared(names, sets)


@dataclass(frozen=True, eq=False)
class _Set:
    """Plans that begin at one place with one option."""

    ground: Ground
    at: At
    plans: Plans


def _node(ground: Ground, place: tuple[int, int], plans: Plans, reached: Outer, most: Outer) -> NodeRanges:
    names = list(dict.fromkeys(policy[0].choose[0] for policy in plans.decisions))
    sets = {name: _Set(ground, (*place, name), undominated(ground, plans.starting_with(name))) for name in names}
    pairs = [(a, b) for number, a in enumerate(names) for b in names[number + 1 :]]
    first = plans.decisions[0][0]
    options = tuple(_option(name, sets[name], reached, most) for name in names)
    comparisons = tuple(_compared(pair, [sets[name] for name in pair]) for pair in pairs)
    node = NodeRanges(first.date, first.history, options, comparisons, ())
    lows = {name: [node.comparison(name, other).low for other in names if other != name] for name in names}
    tolerance = RELATIVE_TOLERANCE * ground.scale
    firm = tuple(name for name in names if all(low >= -tolerance for low in lows[name]))
    return NodeRanges(first.date, first.history, options, comparisons, firm)


def _option(name: str, some: _Set, reached: Outer, most: Outer) -> OptionRange:
    """Beyond a set that is not complete the highest is known all the same, and the lowest where it is reached."""
    ground, plans = some.ground, some.plans
    tolerance = RELATIVE_TOLERANCE * ground.scale
    low, _ = value_bounds(ground.stakes, plans.counts)
    least = least_difference(ground.stakes, plans.counts, np.zeros_like(plans.counts[:1]), ground.scale)
    is_exact = (least.is_exact and plans.is_complete) or float(reached.of(some.at).min()) <= least.bound + tolerance
    best = int(low.argmax())
    return OptionRange(
        name, least.bound, is_exact, float(most.of(some.at).max()) + 0.0, float(low[best]) + 0.0, plans.is_complete,
        plans.decisions[best],
    )  # fmt: skip


def _compared(names: Sequence[str], sets: Sequence[_Set]) -> Comparison:
    low, high = _least(sets[0], sets[1]), _least(sets[1], sets[0])
    return Comparison(names[0], names[1], low.bound, -high.bound + 0.0, low.is_exact, high.is_exact)


def _least(first: _Set, second: _Set) -> Least:
    """The least of (best of the first) - (best of the second).

    Plans of the first may be missing: the bound holds, but it need not be reached. Plans of the second may not: then
    one plan of the first is set against an upper bound of all.
    """
    ground, plans = first.ground, first.plans
    if second.plans.is_complete and comparisons(ground, plans, second.plans) <= MOST_COMPARISONS:
        found = least_difference(ground.stakes, plans.counts, second.plans.counts, ground.scale)
        return Least(found.bound, found.is_exact and plans.is_complete)
    low, _ = value_bounds(ground.stakes, plans.counts)
    bounds = []
    for plan in np.argsort(-low, kind="stable")[:_TRIED]:
        if likelihoods_depend_on_courses(ground):
            alone = beyond(second.ground, np.zeros_like(ground.stakes.counts_never)).of(second.at)
            bounds.append(float(low[plan] - alone.max()))
        else:
            ahead = beyond(second.ground, outcome_counts(ground, plans.decisions[plan])).of(second.at)
            bounds.append(-float(ahead.max()))
    return Least(max(bounds) + 0.0, is_exact=False)

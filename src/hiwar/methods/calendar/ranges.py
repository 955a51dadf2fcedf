"""What ranges of points, likelihoods and weights leave open: the worth of every option, and of every difference."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE
from hiwar.methods.calendar.differences import Least, least_difference, value_bounds
from hiwar.methods.calendar.forms import Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.plans import Ground, Plans, from_the_start, ground_of, plans_of, undominated
from hiwar.methods.calendar.results import Decision


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
    """What one plan that begins with it is sure to bring, the greatest such guarantee; exact. Below ``low`` where the
    best plan depends on the judgement."""
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
        The input is not well formed; or more plans could be best, or more extreme likelihoods matter, than can be
        listed.

    Notes
    -----
    By comparing plans at all extremes. A plan that another one equals or beats under every judgement is dropped on the
    way, which changes no bound.
    """
    ground = ground_of(calendar, values, only)
    plans = plans_of(ground)
    nodes = tuple(_node(ground, part) for by_history in plans for part in by_history)
    start = _option(ground, "start", undominated(ground, from_the_start(ground, plans)))
    return Ranges(nodes, start, RELATIVE_TOLERANCE * ground.scale)


def compare_dates(calendar: Calendar, values: Values, first: Collection[Day], second: Collection[Day]) -> Comparison:
    """By how much committing on some dates is better than on others, each with the best plan for it."""
    grounds = [ground_of(calendar, values, only) for only in (first, second)]
    sets = [undominated(ground, from_the_start(ground, plans_of(ground))) for ground in grounds]
    names = [", ".join(str(day) for day in calendar.dates if day in only) for only in (first, second)]
    return compared(grounds[0], names, sets)


def compared(ground: Ground, names: Sequence[str], sets: Sequence[Plans]) -> Comparison:
    """Bounds of the difference of two sets of plans."""
    low, high = _least(ground, sets[0], sets[1]), _least(ground, sets[1], sets[0])
    return Comparison(names[0], names[1], low.bound, -high.bound + 0.0, low.is_exact, high.is_exact)


def _least(ground: Ground, first: Plans, second: Plans) -> Least:
    return least_difference(ground.stakes, first.counts, second.counts, ground.scale)


def _node(ground: Ground, plans: Plans) -> NodeRanges:
    names = list(dict.fromkeys(policy[0].choose[0] for policy in plans.decisions))
    parts = {name: undominated(ground, plans.starting_with(name)) for name in names}
    pairs = [(a, b) for place, a in enumerate(names) for b in names[place + 1 :]]
    first = plans.decisions[0][0]
    options = tuple(_option(ground, name, parts[name]) for name in names)
    comparisons = tuple(compared(ground, pair, [parts[name] for name in pair]) for pair in pairs)
    node = NodeRanges(first.date, first.history, options, comparisons, ())
    lows = {name: [node.comparison(name, other).low for other in names if other != name] for name in names}
    tolerance = RELATIVE_TOLERANCE * ground.scale
    firm = tuple(name for name in names if all(low >= -tolerance for low in lows[name]))
    return NodeRanges(first.date, first.history, options, comparisons, firm)


def _option(ground: Ground, name: str, plans: Plans) -> OptionRange:
    low, high = value_bounds(ground.stakes, plans.counts)
    least = least_difference(ground.stakes, plans.counts, np.zeros_like(plans.counts[:1]), ground.scale)
    best = int(low.argmax())
    return OptionRange(
        name, least.bound, least.is_exact, float(high.max()) + 0.0, float(low[best]) + 0.0, plans.decisions[best]
    )

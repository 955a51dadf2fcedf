"""Plans, each with how often every effect is expected to count: what ranges are computed from."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hiwar.methods.arrays import BoolArray, FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.differences import difference_bounds
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.results import Decision
from hiwar.methods.calendar.roll_back import MOST_JUDGEMENTS, dates_among, magnitude
from hiwar.methods.calendar.rolling import history_chances, on_dates, padded, scenario_chances

MOST_COMPARISONS = 1 << 27
"""Figures that may be compared to find out which plans of a set can be left out, or which of two sets is better."""
MOST_FIGURES = 1 << 23
"""Plans x extreme likelihoods x effects that are held at once; of larger sets only plans that are the best under some
of the extreme judgements are kept."""
_SAMPLED = 192
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Plans:
    """Plans from one node on; those that another plan equals or beats under every judgement may be left out."""

    decisions: tuple[tuple[Decision, ...], ...]
    """One policy per plan."""
    counts: FloatArray
    """(plan, likelihoods, effect): how often the effect is expected to count, at each extreme of the likelihoods."""
    is_complete: bool = True
    """False: there were too many, and plans that could be the best under some judgement may be missing."""

    def starting_with(self, option: str) -> "Plans":
        """The plans that begin with an option; `counts` may be empty."""
        kept = [n for n, policy in enumerate(self.decisions) if policy[0].choose == (option,)]
        return Plans(tuple(self.decisions[n] for n in kept), self.counts[kept], self.is_complete)


@dataclass(frozen=True, eq=False)
class Ground:
    """What all plans of a calendar are measured with."""

    arrays: Arrays
    stakes: Stakes
    dates: tuple[Day, ...]
    chances: FloatArray
    """(likelihoods, distribution, option): every combination of extreme distributions."""
    must_commit: bool

    @property
    def scale(self) -> float:
        """Points that may be added up at most."""
        return magnitude(self.stakes)


def ground_of(calendar: Calendar, values: Values, only: Collection[Day] | None = None) -> Ground:
    """Compile a calendar with a party's values, for all dates or some; effects that count alike are put together."""
    arrays = compile_calendar(calendar)
    stakes = together(compile_values(arrays, values))
    chances = extreme_chances(arrays, stakes)
    if only is None:
        return Ground(arrays, stakes, calendar.dates, chances, calendar.must_commit)
    arrays, stakes = on_dates(arrays, stakes, dates_among(calendar, only))
    return Ground(arrays, stakes, tuple(day for day in calendar.dates if day in only), chances, must_commit=True)


def together(stakes: Stakes) -> Stakes:
    """Effects that count equally often everywhere and weigh alike as one: their ranges add up, nothing else changes."""
    n = len(stakes.effects)
    if n == 0:
        return stakes
    keys = np.vstack([stakes.counts.reshape(-1, n), stakes.counts_never, stakes.weights])
    _, first, members = np.unique(keys, axis=1, return_index=True, return_inverse=True)
    members = members.reshape(-1)
    low, high, centre = (
        np.bincount(members, weights=amount).astype(np.float64) for amount in (stakes.low, stakes.high, stakes.centre)
    )
    names = tuple(" + ".join(stakes.effects[n] for n in np.flatnonzero(members == m)) for m in range(len(first)))
    return Stakes(names, low, high, centre, stakes.weights[:, first], stakes.counts[..., first],
                  stakes.counts_never[:, first])  # fmt: skip


def extreme_chances(arrays: Arrays, stakes: Stakes) -> FloatArray:
    """(likelihoods, distribution, option): every combination of the extremes of what is admissible.

    An event on which nothing depends is left at its centre: no figure changes with it.
    """
    idle = {event.name for place, event in enumerate(arrays.events) if not _matters(arrays, stakes, place)}
    corners = [d.centre[None] if d.event in idle else d.corners for d in arrays.distributions]
    n = int(np.prod([len(some) for some in corners], dtype=np.float64))
    if n > MOST_JUDGEMENTS:
        wide = [distribution.event for distribution in arrays.distributions if not distribution.is_point]
        raise ModelError(f"likelihoods with ranges ({', '.join(sorted(set(wide)))}) have {n} extremes together; "
                         f"at most {MOST_JUDGEMENTS} can be listed")  # fmt: skip
    return np.array([padded(arrays, chosen) for chosen in product(*corners)])


def _matters(arrays: Arrays, stakes: Stakes, event: int) -> bool:
    """What can be started, what counts, or how likely something else is depends on the event."""
    others = np.delete(arrays.governs, event, axis=1)
    parts = [(arrays.can_start, 2), (arrays.counts_as, 1), (others, 2), (stakes.counts, 2), (stakes.counts_never, 0)]
    return any(_varies(part, axis, arrays.sizes, event) for part, axis in parts)


def _varies(part: NDArray[Any], axis: int, sizes: tuple[int, ...], event: int) -> bool:
    """The part differs between scenarios that differ in this event only; ``axis`` is that of the scenarios."""
    shape = (*part.shape[:axis], prod(sizes[:event]), sizes[event], prod(sizes[event + 1 :]), *part.shape[axis + 1 :])
    spread = part.reshape(shape)
    return bool((spread != spread.take([0], axis=axis + 1)).any())


def plans_of(ground: Ground) -> list[list[Plans]]:
    """[date][history]: the plans from each node on, from the last date to the first."""
    arrays = ground.arrays
    found: list[list[Plans]] = []
    for date in reversed(range(len(arrays.days))):
        histories = arrays.histories(arrays.known[date])
        later = found[-1] if found else None
        found.append([_at_node(ground, date, place, known, later) for place, known in enumerate(histories)])
    return found[::-1]


def from_the_start(ground: Ground, plans: list[list[Plans]]) -> Plans:
    """Plans before anything is known: one policy for every history that the first date may find."""
    step = history_chances(ground.arrays, ground.chances, 0, ground.arrays.known[0])
    return _together(ground, step, plans[0])


def _at_node(ground: Ground, date: int, place: int, known: Scenario, later: list[Plans] | None) -> Plans:
    arrays, day = ground.arrays, ground.dates[date]
    width = arrays.n_scenarios // arrays.n_histories(date)
    here = slice(place * width, (place + 1) * width)
    policies: list[tuple[Decision, ...]] = []
    counts: list[FloatArray] = []
    is_complete = True
    for course in np.flatnonzero(arrays.can_start[:, date, here.start]).tolist():
        chance, _ = scenario_chances(arrays, ground.chances, course, arrays.known[date])
        policies.append((Decision(day, known, (arrays.courses[course],), ()),))
        counts.append((chance[:, here] @ ground.stakes.counts[course, date, here])[None])
    if later is not None:
        waiting = _waiting(ground, date, place, later)
        policies += [(Decision(day, known, (WAIT,), policy),) for policy in waiting.decisions]
        counts.append(waiting.counts)
        is_complete = waiting.is_complete
    elif not policies or not ground.must_commit:
        chance, _ = scenario_chances(arrays, ground.chances, len(arrays.courses), arrays.known[date])
        policies.append((Decision(day, known, (NEVER,), ()),))
        counts.append((chance[:, here] @ ground.stakes.counts_never[here])[None])
    return Plans(tuple(policies), np.concatenate(counts), is_complete)


def _waiting(ground: Ground, date: int, place: int, later: list[Plans]) -> Plans:
    arrays = ground.arrays
    step = history_chances(arrays, ground.chances, arrays.known[date], arrays.known[date + 1])
    width = arrays.n_histories(date + 1) // arrays.n_histories(date)
    here = slice(place * width, (place + 1) * width)
    return _together(ground, step[:, here], [undominated(ground, plans) for plans in later[here]])


def _together(ground: Ground, step: FloatArray, parts: list[Plans]) -> Plans:
    """Every combination of a plan per history, weighted by the likelihood of the history."""
    found = Plans(((),), np.zeros((1, len(ground.chances), len(ground.stakes.effects))))
    for history, part in enumerate(parts):
        if len(found.decisions) * part.counts.size > MOST_FIGURES:
            return _best_of_samples(ground, step, parts)
        weighted = step[:, history, None] * part.counts
        counts = (found.counts[:, None] + weighted[None]).reshape(-1, *found.counts.shape[1:])
        policies = tuple((*first, *second) for first in found.decisions for second in part.decisions)
        found = undominated(ground, Plans(policies, counts, found.is_complete and part.is_complete))
    return found


def comparisons(ground: Ground, first: Plans, second: Plans) -> int:
    """Figures that it takes to compare every plan of one set with every one of another."""
    return len(first.decisions) * len(second.decisions) * len(ground.chances) * ground.stakes.weights.size


def _best_of_samples(ground: Ground, step: FloatArray, parts: list[Plans]) -> Plans:
    """The best combinations under some extreme judgements: the best plan of each history, together."""
    stakes = ground.stakes
    amounts = [stakes.low, stakes.high, stakes.centre]
    judgements = [(corner, points * weights) for corner in range(len(ground.chances))
                  for weights in stakes.weights for points in amounts]  # fmt: skip
    kept = judgements[:: -(-len(judgements) // _SAMPLED)]
    chosen = dict.fromkeys(
        tuple(int((part.counts[:, corner] @ points).argmax()) for part in parts) for corner, points in kept
    )
    policies = tuple(
        tuple(decision for part, plan in zip(parts, plans, strict=True) for decision in part.decisions[plan])
        for plans in chosen
    )
    weighted = [step[:, history, None] * part.counts for history, part in enumerate(parts)]
    counts = np.array(
        [np.sum([one[plan] for one, plan in zip(weighted, plans, strict=True)], axis=0) for plans in chosen]
    )
    return undominated(ground, Plans(policies, counts, is_complete=False))


def undominated(ground: Ground, plans: Plans) -> Plans:
    """The plans that no other one equals or beats under every judgement; of equals the first stays.

    A large set is handed back as it is: leaving plans out is a convenience that would take too long there.
    """
    if comparisons(ground, plans, plans) > MOST_COMPARISONS:
        return plans
    kept = np.ones(len(plans.counts), dtype=np.bool_)
    for plan in range(len(kept)):
        if kept[plan]:
            beaten = _beaten(ground, plans.counts, plan)
            beaten[plan] = False
            kept &= ~beaten
    policies = tuple(policy for policy, stays in zip(plans.decisions, kept, strict=True) if stays)
    return Plans(policies, plans.counts[kept], plans.is_complete)


def _beaten(ground: Ground, counts: FloatArray, plan: int) -> BoolArray:
    """(plan,): under no judgement better than this one."""
    _, high = difference_bounds(ground.stakes, counts, counts[plan][None])
    found: BoolArray = high <= _ROUNDING * ground.scale
    return found

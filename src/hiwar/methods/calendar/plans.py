"""Plans, each with how often every effect is expected to count: what ranges are computed from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.differences import difference_bounds
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.results import Decision
from hiwar.methods.calendar.roll_back import MOST_JUDGEMENTS, dates_among, magnitude
from hiwar.methods.calendar.rolling import history_chances, on_dates, padded, scenario_chances

MOST_FIGURES = 1 << 26
"""Plans x extreme likelihoods x effects that are held at once."""
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Plans:
    """Plans from one node on; those that another plan equals or beats under every judgement may be left out."""

    decisions: tuple[tuple[Decision, ...], ...]
    """One policy per plan."""
    counts: FloatArray
    """(plan, likelihoods, effect): how often the effect is expected to count, at each extreme of the likelihoods."""

    def starting_with(self, option: str) -> "Plans":
        """The plans that begin with an option; `counts` may be empty."""
        kept = [n for n, policy in enumerate(self.decisions) if policy[0].choose == (option,)]
        return Plans(tuple(self.decisions[n] for n in kept), self.counts[kept])


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
    """Compile a calendar with a party's values, for all dates or some."""
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    chances = extreme_chances(arrays)
    if only is None:
        return Ground(arrays, stakes, calendar.dates, chances, calendar.must_commit)
    arrays, stakes = on_dates(arrays, stakes, dates_among(calendar, only))
    return Ground(arrays, stakes, tuple(day for day in calendar.dates if day in only), chances, must_commit=True)


def extreme_chances(arrays: Arrays) -> FloatArray:
    """(likelihoods, distribution, option): every combination of the extremes of what is admissible."""
    corners = [distribution.corners for distribution in arrays.distributions]
    n = int(np.prod([len(some) for some in corners], dtype=np.float64))
    if n > MOST_JUDGEMENTS:
        wide = [distribution.event for distribution in arrays.distributions if not distribution.is_point]
        raise ModelError(f"likelihoods with ranges ({', '.join(sorted(set(wide)))}) have {n} extremes together; "
                         f"at most {MOST_JUDGEMENTS} can be listed")  # fmt: skip
    return np.array([padded(arrays, chosen) for chosen in product(*corners)])


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
    for course in np.flatnonzero(arrays.can_start[:, date, here.start]).tolist():
        chance, _ = scenario_chances(arrays, ground.chances, course, arrays.known[date])
        policies.append((Decision(day, known, (arrays.courses[course],), ()),))
        counts.append((chance[:, here] @ ground.stakes.counts[course, date, here])[None])
    if later is not None:
        waiting = _waiting(ground, date, place, later)
        policies += [(Decision(day, known, (WAIT,), policy),) for policy in waiting.decisions]
        counts.append(waiting.counts)
    elif not policies or not ground.must_commit:
        chance, _ = scenario_chances(arrays, ground.chances, len(arrays.courses), arrays.known[date])
        policies.append((Decision(day, known, (NEVER,), ()),))
        counts.append((chance[:, here] @ ground.stakes.counts_never[here])[None])
    return Plans(tuple(policies), np.concatenate(counts))


def _waiting(ground: Ground, date: int, place: int, later: list[Plans]) -> Plans:
    arrays = ground.arrays
    step = history_chances(arrays, ground.chances, arrays.known[date], arrays.known[date + 1])
    width = arrays.n_histories(date + 1) // arrays.n_histories(date)
    here = slice(place * width, (place + 1) * width)
    return _together(ground, step[:, here], [undominated(ground, plans) for plans in later[here]])


def _together(ground: Ground, step: FloatArray, parts: list[Plans]) -> Plans:
    """Every combination of a plan per history, weighted by the likelihood of the history."""
    policies: list[tuple[Decision, ...]] = [()]
    counts = np.zeros((1, len(ground.chances), len(ground.stakes.effects)))
    for history, part in enumerate(parts):
        if len(counts) * part.counts.size > MOST_FIGURES:
            raise ModelError("too many plans could be the best one under some judgement; "
                             "fewer dates, events or ranges would do")  # fmt: skip
        weighted = step[:, history, None] * part.counts
        counts = (counts[:, None] + weighted[None]).reshape(-1, *counts.shape[1:])
        policies = [(*first, *second) for first in policies for second in part.decisions]
        pruned = undominated(ground, Plans(tuple(policies), counts))
        policies, counts = list(pruned.decisions), pruned.counts
    return Plans(tuple(policies), counts)


def undominated(ground: Ground, plans: Plans) -> Plans:
    """The plans that no other one equals or beats under every judgement; of equals the first stays."""
    kept = np.ones(len(plans.counts), dtype=np.bool_)
    for plan in range(len(kept)):
        if kept[plan]:
            beaten = _beaten(ground, plans.counts, plan)
            beaten[plan] = False
            kept &= ~beaten
    return Plans(
        tuple(policy for policy, stays in zip(plans.decisions, kept, strict=True) if stays), plans.counts[kept]
    )


def _beaten(ground: Ground, counts: FloatArray, plan: int) -> BoolArray:
    """(plan,): under no judgement better than this one."""
    _, high = difference_bounds(ground.stakes, counts, counts[plan][None])
    found: BoolArray = high <= _ROUNDING * ground.scale
    return found


def decisions_in(policy: tuple[Decision, ...]) -> Iterator[Decision]:
    """Every decision of a policy."""
    for decision in policy:
        yield decision
        yield from decisions_in(decision.then)

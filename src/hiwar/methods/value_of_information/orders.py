"""Which alternative is better whatever happens, for everyone who wants more, or whatever the probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]

from hiwar.methods.arrays import RELATIVE_TOLERANCE, BoolArray, FloatArray, floats, read_only
from hiwar.methods.stochastic_orders import first_order, second_order
from hiwar.methods.value_of_information.payoffs import PayoffTable

Verdict = Literal["certain", "possible", "never"]


@dataclass(frozen=True, eq=False)
class DominanceOrders:
    """Which alternative dominates which, arrays are (dominating, dominated); each order implies the next."""

    alternatives: tuple[str, ...]
    statewise: BoolArray
    """At least as good in every scenario that can happen, better in one."""
    first: BoolArray
    """First order: better for everyone who wants more."""
    second: BoolArray
    """Second order: better for everyone who wants more and dislikes risk."""


def dominance_orders(table: PayoffTable) -> DominanceOrders:
    """Which alternatives can be left out without asking how the decision-maker sees risk; exact.

    Notes
    -----
    First and second order compare the distributions of outcomes, not scenario by scenario (Hadar & Russell 1969).

    Raises
    ------
    ValueError
        An alternative cannot be taken in some scenario: then it has no distribution of outcomes to compare.
    """
    happens = table.chances > 0
    values, chances = table.values[:, happens], table.chances[happens]
    _check_finite(values)
    n = len(values)
    orders = np.zeros((3, n, n), dtype=bool)
    slack = RELATIVE_TOLERANCE * np.abs(values).max(initial=0.0)
    for a in range(n):
        for b in range(n):
            if a != b:
                gap = values[a] - values[b]
                laws = values[a], chances, values[b], chances
                orders[:, a, b] = (
                    (gap >= -slack).all() and (gap > slack).any(),
                    first_order(*laws),
                    second_order(*laws),
                )
    return DominanceOrders(table.alternatives, *(read_only(order) for order in orders))


@dataclass(frozen=True, eq=False)
class BestForSome:
    """Whether an alternative is best for all, some or none of the admissible probabilities; arrays by alternative."""

    verdict: tuple[Verdict, ...]
    lead: FloatArray
    """(alternative,): its largest lead over the best other one; below 0 it is never best."""
    least_lead: FloatArray
    """(alternative,): its lead at the probabilities that are worst for it; 0 or more: it is best for all of them."""
    chances: FloatArray
    """(alternative, scenario): probabilities at which it leads by most."""


def best_for_some(values: FloatArray, low: FloatArray | None = None, high: FloatArray | None = None) -> BestForSome:
    """Is an alternative best whatever the probabilities, for some of them, or for none?

    Parameters
    ----------
    values : (alternative, scenario)
    low, high : (scenario,)
        Bounds of the probabilities; left out: nothing is known of them.

    Notes
    -----
    One small linear programme per alternative. An alternative that is dominated by no other one may still never be
    best: two others may be better in turn at every probability.
    """
    values = floats(values, np.shape(values), "values")
    _check_finite(values)
    n_alternatives, n_scenarios = values.shape
    bounds = _bounds(low, high, n_scenarios)
    slack = RELATIVE_TOLERANCE * np.abs(values).max(initial=0.0)
    found = [_largest_lead(values, alternative, bounds) for alternative in range(n_alternatives)]
    lead = np.array([one for one, _ in found])
    least = np.array([_least_lead(values, alternative, bounds) for alternative in range(n_alternatives)])
    verdict: Sequence[Verdict] = [
        "certain" if worst >= -slack else "possible" if best >= -slack else "never"
        for best, worst in zip(lead, least, strict=True)
    ]
    return BestForSome(
        tuple(verdict), read_only(lead), read_only(least), read_only(np.array([chances for _, chances in found]))
    )


def _bounds(low: FloatArray | None, high: FloatArray | None, n: int) -> FloatArray:
    """(scenario, 2)"""
    least = floats(np.zeros(n) if low is None else low, (n,), "low")
    most = floats(np.ones(n) if high is None else high, (n,), "high")
    if (least < 0).any() or (most > 1).any() or (least > most).any() or least.sum() > 1 + 1e-9 or most.sum() < 1 - 1e-9:
        raise ValueError(f"no probabilities between {least.tolist()} and {most.tolist()} add up to 1")
    return np.column_stack([least, most])


def _largest_lead(values: FloatArray, alternative: int, bounds: FloatArray) -> tuple[float, FloatArray]:
    """Lead over the best other alternative and the probabilities there."""
    others = np.delete(values, alternative, axis=0)
    n = values.shape[1]
    if not len(others):
        return np.inf, _greedy(-values[alternative], bounds)[1]
    scale = max(float(np.ptp(values)), 1e-300)
    rows = np.column_stack([(others - values[alternative]) / scale, np.ones(len(others))])
    done = linprog(
        np.append(np.zeros(n), -1.0), A_ub=rows, b_ub=np.zeros(len(others)),
        A_eq=np.append(np.ones(n), 0.0)[None, :], b_eq=[1.0], bounds=[*bounds.tolist(), (None, None)], method="highs",
    )  # fmt: skip
    if not done.success:
        raise ValueError(f"the linear programme of alternative {alternative} was not solved: {done.message}")
    chances = np.asarray(done.x[:n], dtype=np.float64)
    return float(((values[alternative] - others) @ chances).min()), chances


def _least_lead(values: FloatArray, alternative: int, bounds: FloatArray) -> float:
    others = np.delete(values, alternative, axis=0)
    return min((_greedy(values[alternative] - other, bounds)[0] for other in others), default=np.inf)


def _greedy(gaps: FloatArray, bounds: FloatArray) -> tuple[float, FloatArray]:
    """The least mean of the gaps that admissible probabilities allow: fill up from the smallest gap."""
    chances = bounds[:, 0].copy()
    left = 1 - chances.sum()
    for scenario in np.argsort(gaps, kind="stable"):
        more = min(left, bounds[scenario, 1] - chances[scenario])
        chances[scenario] += more
        left -= more
    return float(gaps @ chances), chances


def _check_finite(values: FloatArray) -> None:
    if values.ndim != 2 or not values.size or not np.isfinite(values).all():
        raise ValueError("values must be finite numbers by alternative and scenario; found none, or one that is not")

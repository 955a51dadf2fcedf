"""Bounds of the difference of two sets of plans, each followed with its best plan under every judgement."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray
from hiwar.methods.calendar.arrays import Stakes


@dataclass(frozen=True)
class Least:
    """A lower bound over all judgements, and whether some judgement comes down to it."""

    bound: float
    is_exact: bool


def value_bounds(stakes: Stakes, counts: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(...,) least and greatest worth over all judgements; ``counts`` is (..., likelihoods, effect), never negative."""
    return difference_bounds(stakes, counts, np.zeros_like(counts))


def difference_bounds(stakes: Stakes, first: FloatArray, second: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(...,) least and greatest worth of the first less the second: what both share has cancelled.

    Both are (..., likelihoods, effect). The difference is linear in the points of each effect, in the weights and in
    each distribution, one at a time; so its extremes lie at extreme weights and distributions, and there each effect
    takes its least or greatest points according to the sign of the difference in how often it counts.
    """
    least, most = extremes(stakes, first - second)
    return least.min(axis=(-1, -2)), most.max(axis=(-1, -2))


def least_difference(stakes: Stakes, first: FloatArray, second: FloatArray, scale: float) -> Least:
    """The least of (best of the first) - (best of the second) over all judgements.

    Both are (plan, likelihoods, effect). For every plan of the second, the plan of the first that is better by the
    greatest guaranteed margin; the least such margin is a lower bound. It is exact if at the judgement where it is
    reached no plan of the first does better. If not, and likelihoods are fixed, what remains is linear in weights and
    weighted points, and is solved as such; with ranges of likelihoods the bound is said to be a bound only.
    """
    guarantee = np.array([difference_bounds(stakes, first, b[None])[0] for b in second])  # (second, first)
    margins = guarantee.max(axis=1)
    bound, tolerance = float(margins.min()), RELATIVE_TOLERANCE * scale
    tied = np.flatnonzero(margins <= bound + tolerance)
    if any(_is_reached(stakes, first, second[b], int(guarantee[b].argmax()), tolerance) for b in tied):
        return Least(bound + 0.0, is_exact=True)
    if first.shape[1] > 1:
        return Least(bound + 0.0, is_exact=False)
    return Least(_solved(stakes, first[:, 0], second[:, 0], margins) + 0.0, is_exact=True)


def extremes(stakes: Stakes, difference: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(..., weights) least and greatest over all points, for differences in counts (..., effect)."""
    up, down = np.maximum(difference, 0.0), np.maximum(-difference, 0.0)
    low, high = (stakes.weights * stakes.low).T, (stakes.weights * stakes.high).T
    return up @ low - down @ high, up @ high - down @ low


def _is_reached(stakes: Stakes, first: FloatArray, other: FloatArray, best: int, tolerance: float) -> bool:
    """Where this plan of the first has its least margin, no other plan of the first is better.

    Points that do not move the margin are free; they are set in favour of the plan, so as to leave it the best.
    """
    difference = first[best] - other  # (likelihoods, effect)
    least, _ = extremes(stakes, difference)
    favour = np.where(first[best] >= first.mean(axis=0), stakes.high, stakes.low)
    for corner, weight in np.argwhere(least <= least.min() + tolerance):
        at = difference[corner]
        points = np.where(at > 0, stakes.low, np.where(at < 0, stakes.high, favour[corner]))
        worth = first[:, corner] @ (points * stakes.weights[weight])
        if bool(worth.max() <= worth[best] + tolerance):
            return True
    return False


def _solved(stakes: Stakes, first: FloatArray, second: FloatArray, margins: FloatArray) -> float:
    """The exact least difference at fixed likelihoods; ``first`` and ``second`` are (plan, effect)."""
    least = np.inf
    for plan in np.argsort(margins, kind="stable"):
        if margins[plan] >= least:
            break
        least = min(least, _solve(stakes, first, second[plan]))
    return least


def _solve(stakes: Stakes, first: FloatArray, other: FloatArray) -> float:
    """Least of (best of the first) - (the other plan); unknowns: weighted points, shares of weights, height."""
    n_effects, n_weights = len(other), len(stakes.weights)
    objective = np.concatenate([-other, np.zeros(n_weights), [1.0]])
    below_height = np.hstack([first, np.zeros((len(first), n_weights)), -np.ones((len(first), 1))])
    one = np.eye(n_effects)
    above_low = np.hstack([-one, (stakes.weights * stakes.low).T, np.zeros((n_effects, 1))])
    below_high = np.hstack([one, -(stakes.weights * stakes.high).T, np.zeros((n_effects, 1))])
    rows = np.vstack([below_height, above_low, below_high])
    shares = np.concatenate([np.zeros(n_effects), np.ones(n_weights), [0.0]])[None]
    bounds = [(None, None)] * n_effects + [(0, None)] * n_weights + [(None, None)]
    solution = linprog(objective, rows, np.zeros(len(rows)), shares, [1.0], bounds, method="highs")
    if not solution.success:
        raise ArithmeticError(f"the least difference could not be found: {solution.message}")
    return float(solution.fun)

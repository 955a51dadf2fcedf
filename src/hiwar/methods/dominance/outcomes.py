"""Risk: what may come of each course when the judgements are right, and chance has its way."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import BoolArray, FloatArray, IntArray, read_only
from hiwar.methods.dominance.cells import Items, cells_of
from hiwar.methods.dominance.prospects import Prospects, scenario_probabilities
from hiwar.methods.dominance.sampling import REPLICATES, uniforms, used_draws
from hiwar.methods.dominance.values import central_effects
from hiwar.methods.stochastic_orders import first_order, second_order

MAXIMAL_OUTCOMES = 1 << 14
"""Different outcomes of one course up to which its distribution is worked out exactly."""


@dataclass(frozen=True, eq=False)
class Law:
    """A distribution of outcomes."""

    values: FloatArray
    """(outcome,): points, ascending."""
    chances: FloatArray
    """(outcome,)"""
    is_exact: bool

    @property
    def mean(self) -> float:
        """Expected outcome."""
        return float(self.values @ self.chances)

    def quantile(self, share: float) -> float:
        """The least outcome that is not exceeded with at least this probability."""
        place = int(np.searchsorted(self.chances.cumsum(), share - 1e-12))
        return float(self.values[min(place, len(self.values) - 1)])


@dataclass(frozen=True, eq=False)
class Outcomes:
    """Distribution of the outcome of each course, given that it can be taken; arrays are (course, ...)."""

    courses: tuple[str, ...]
    laws: tuple[Law | None, ...]
    """None for a course that can never be taken."""
    mean: FloatArray
    standard_deviation: FloatArray
    loss: FloatArray
    """Probability of an outcome below 0."""
    levels: tuple[float, ...]
    quantiles: FloatArray
    """(course, level)"""
    mean_error: FloatArray
    """Standard error; 0 where the distribution is exact."""
    loss_error: FloatArray
    can_be_taken: FloatArray
    """Probability that the course can be taken."""
    draws: int
    """0 if every distribution is exact."""
    seed: int
    items: Items
    rests_on_unknown_events: bool


def outcomes(
    prospects: Prospects,
    *,
    draws: int,
    seed: int,
    levels: tuple[float, ...] = (0.05, 0.25, 0.5, 0.75, 0.95),
    items: Items = "together",
) -> Outcomes:
    """How the outcome of each course is distributed at the central judgements.

    Parameters
    ----------
    draws
        Used for courses with more than ``MAXIMAL_OUTCOMES`` different outcomes; all others are worked out exactly.
    items
        ``together``: of effects with the same sign, domains, courses and scenarios the less likely occurs only if the
        more likely does, so the number of items written down changes nothing. ``apart``: each occurs by itself.

    Notes
    -----
    Events take their options with their central probabilities, effects occur with their central likelihoods, and have
    their central sizes. The mean is the expected value at the central judgements.
    """
    if not all(0 <= level <= 1 for level in levels):
        raise ValueError(f"levels must lie between 0 and 1; found {levels}")
    chances = scenario_probabilities(prospects) * prospects.feasible
    groups = _nested(prospects, items)
    laws: list[Law | None] = []
    errors = np.zeros((2, len(prospects.courses)))
    for course in range(len(prospects.courses)):
        law = _exact_law(prospects, course, chances[course], groups) if chances[course].sum() > 0 else None
        if law is None and chances[course].sum() > 0:
            law, errors[:, course] = _drawn_law(prospects, course, chances[course], groups, draws, seed)
        laws.append(law)
    sampled = any(law is not None and not law.is_exact for law in laws)
    return Outcomes(
        prospects.courses, tuple(laws), _figure(laws, lambda law: law.mean), _figure(laws, _deviation),
        _figure(laws, _loss),
        levels, np.array([[np.nan if law is None else law.quantile(level) for level in levels] for law in laws]),
        errors[0], errors[1], chances.sum(axis=1), used_draws(draws) if sampled else 0, seed, items,
        rests_on_unknown_events=not prospects.all_given,
    )  # fmt: skip


def stochastic_dominance(found: Outcomes) -> tuple[BoolArray, BoolArray]:
    """(first, second) twice: the first's distribution dominates in first order; in second order.

    Exact for exact distributions. Courses that can never be taken dominate nothing and are not dominated.
    """
    n = len(found.laws)
    orders = np.zeros((2, n, n), dtype=bool)
    for a, one in enumerate(found.laws):
        for b, other in enumerate(found.laws):
            if a != b and one is not None and other is not None:
                pair = one.values, one.chances, other.values, other.chances
                orders[0, a, b], orders[1, a, b] = first_order(*pair), second_order(*pair)
    return orders[0], orders[1]


@dataclass(frozen=True, eq=False)
class _Nested:
    """Effects of one cell, most likely first: the second occurs only if the first does."""

    first: int
    likelihoods: FloatArray
    """(effect,): descending."""
    worth: FloatArray
    """(effect + 1,): sum of the first 0, 1, 2 ... effects."""

    @property
    def chances(self) -> FloatArray:
        """(effect + 1,): probability that exactly the first 0, 1, 2 ... occur."""
        return -np.diff(np.concatenate([[1.0], self.likelihoods, [0.0]]))


def _nested(prospects: Prospects, items: Items) -> tuple[_Nested, ...]:
    cells, worth = cells_of(prospects, items), central_effects(prospects)
    groups = []
    for cell, first in enumerate(cells.first):
        members = np.flatnonzero(cells.members == cell)
        members = members[np.argsort(-prospects.likelihood_centre[members], kind="stable")]
        sums = np.concatenate([[0.0], worth[members].cumsum()])
        groups.append(_Nested(int(first), prospects.likelihood_centre[members], sums))
    return tuple(groups)


def _exact_law(prospects: Prospects, course: int, chances: FloatArray, groups: tuple[_Nested, ...]) -> Law | None:
    """Convolve the cells scenario by scenario; None if there are too many different outcomes."""
    active = prospects.active[course][:, [group.first for group in groups]]
    rows, index = np.unique(active, axis=0, return_inverse=True)
    weights = np.bincount(index.reshape(-1), weights=chances) / chances.sum()
    parts = []
    for row, weight in zip(rows, weights, strict=True):
        if weight > 0:
            law = (np.zeros(1), np.ones(1))
            for group in (group for group, here in zip(groups, row, strict=True) if here):
                law = _merged(np.add.outer(law[0], group.worth).ravel(), np.outer(law[1], group.chances).ravel())
                if len(law[0]) > MAXIMAL_OUTCOMES:
                    return None
            parts.append((law[0], law[1] * weight))
    values, shares = _merged(np.concatenate([v for v, _ in parts]), np.concatenate([c for _, c in parts]))
    return Law(read_only(values), read_only(shares / shares.sum()), is_exact=True)


def _merged(values: FloatArray, chances: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Outcomes in order, equal ones (to nine decimals of a point) taken together, impossible ones left out."""
    possible = chances > 0
    rounded = values[possible].round(9) + 0.0
    points, index = np.unique(rounded, return_inverse=True)
    return points, np.bincount(index.reshape(-1), weights=chances[possible]).astype(np.float64)


def _drawn_law(
    prospects: Prospects, course: int, chances: FloatArray, groups: tuple[_Nested, ...], draws: int, seed: int
) -> tuple[Law, tuple[float, float]]:
    """Sample scenario and cells, and give standard errors of the mean and of the probability of loss."""
    scenarios = np.flatnonzero(chances > 0)
    edges = chances[scenarios].cumsum() / chances[scenarios].sum()
    here = [group for group in groups if prospects.active[course, scenarios, group.first].any()]
    here.sort(key=lambda group: (group.worth.tolist(), group.likelihoods.tolist()))
    active = prospects.active[course][scenarios][:, [group.first for group in here]]
    drawn: list[list[FloatArray]] = [[] for _ in range(REPLICATES)]
    for replicate, numbers in uniforms(len(here) + 1, draws, seed):
        row: IntArray = np.searchsorted(edges, numbers[:, 0]).clip(0, len(scenarios) - 1)
        total = np.zeros(len(numbers))
        for column, group in enumerate(here):
            occurring = np.searchsorted(-group.likelihoods, -numbers[:, column + 1], side="right")
            total += group.worth[occurring] * active[row, column]
        drawn[replicate].append(total)
    samples = np.array([np.concatenate(parts) for parts in drawn])
    values, shares = _merged(samples.ravel(), np.full(samples.size, 1.0 / samples.size))
    spread = [figure.std(ddof=1) / np.sqrt(REPLICATES) for figure in (samples.mean(axis=1), (samples < 0).mean(axis=1))]
    return Law(read_only(values), read_only(shares), is_exact=False), (float(spread[0]), float(spread[1]))


def _deviation(law: Law) -> float:
    return float(np.sqrt(((law.values - law.mean) ** 2) @ law.chances))


def _loss(law: Law) -> float:
    return float(law.chances[law.values < 0].sum())


def _figure(laws: list[Law | None], of: Callable[[Law], float]) -> FloatArray:
    return np.array([np.nan if law is None else of(law) for law in laws])

"""Exact bounds of values and of differences, and what they say about which course is better."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, BoolArray, FloatArray, IntArray
from hiwar.methods.dominance.expectation import check_combinations, column_groups, extreme_sums
from hiwar.methods.dominance.prospects import Prospects


class Relation(StrEnum):
    """How two courses compare under every admissible judgement."""

    FIRST = "first"
    """The first is never worse, and better for all judgements inside the admissible ones."""
    SECOND = "second"
    EQUAL = "equal"
    """They do not differ, whatever the judgement."""
    NOT_FIRM = "not_firm"
    """Some admissible judgements favour the first, others the second."""
    NOT_COMPARABLE = "not_comparable"
    """No scenario that can happen lets both be taken."""


@dataclass(frozen=True, eq=False)
class ValueBounds:
    """Least and greatest value over all admissible judgements; NaN where a course cannot be taken."""

    gains_low: FloatArray
    """(course, scenario, domain): points, before weights."""
    gains_high: FloatArray
    costs_low: FloatArray
    """(course, scenario, domain): points, as positive amounts."""
    costs_high: FloatArray
    net_low: FloatArray
    """(course, scenario, domain): gains less costs."""
    net_high: FloatArray
    total_low: FloatArray
    """(course, scenario): weighted over domains."""
    total_high: FloatArray
    expected_low: FloatArray
    """(course,): over the scenarios in which the course can be taken; NaN unless every event is judged."""
    expected_high: FloatArray


@dataclass(frozen=True, eq=False)
class DifferenceBounds:
    """Bounds of value(first) - value(second); what both share has cancelled."""

    courses: tuple[str, ...]
    scenarios: tuple[str, ...]
    low: FloatArray
    """(first, second): over all admissible probabilities, sizes, likelihoods and weights. Scenarios in which one
    of the two cannot be taken contribute nothing."""
    high: FloatArray
    scenario_low: FloatArray
    """(scenario, first, second): NaN where one of the two cannot be taken."""
    scenario_high: FloatArray
    comparable: BoolArray
    """(first, second): some scenario that can happen lets both be taken."""
    tolerance: FloatArray
    """(first, second): bounds closer to zero than this count as zero."""


@dataclass(frozen=True, eq=False)
class Patterns:
    """Effects that occur alike, added up: amounts are linear in the expected activity of each pattern."""

    members: IntArray
    """(effect,): the pattern of each effect."""
    first: IntArray
    """(pattern,): one effect of each."""
    low: FloatArray
    """(pattern, domain): least likelihood x size, added up."""
    high: FloatArray


def value_bounds(prospects: Prospects) -> ValueBounds:
    """What each course may bring at least and at most, per scenario and domain.

    Notes
    -----
    Effects are judged independently of each other, so bounds of a sum are sums of bounds; over weights the extremes are
    at the extreme weights. ``expected`` is given the scenarios in which the course can be taken.
    """
    amount_low, amount_high = amount_bounds(prospects)
    active = (prospects.active & prospects.feasible[:, :, None]).astype(np.float64)
    gain, cost = prospects.sign > 0, prospects.sign < 0
    parts = [active[:, :, kind] @ amount[kind] for kind in (gain, cost) for amount in (amount_low, amount_high)]
    for part in parts:
        part[~prospects.feasible] = np.nan
    gains_low, gains_high, costs_low, costs_high = parts
    net_low, net_high = gains_low - costs_high, gains_high - costs_low
    corners = prospects.weight_corners
    expected = np.full((2, len(prospects.courses)), np.nan)
    if prospects.all_given:
        expected = np.array([_expected_bounds(prospects, course) for course in range(len(prospects.courses))]).T
    return ValueBounds(
        gains_low, gains_high, costs_low, costs_high, net_low, net_high,
        total_low=(net_low @ corners.T).min(axis=-1), total_high=(net_high @ corners.T).max(axis=-1),
        expected_low=expected[0], expected_high=expected[1],
    )  # fmt: skip


def difference_bounds(prospects: Prospects) -> DifferenceBounds:
    """By how much each course can be better or worse than each other one, exactly.

    Notes
    -----
    The difference is linear in each event's distribution, in each size and likelihood and in the weights, one at
    a time; so its extremes lie at extreme distributions and weights, and there each effect contributes its least or
    greatest amount, according to the sign of (expected activity under the first course less that under the second).

    Raises
    ------
    ValueError
        More combinations of extreme distributions matter for a pair than can be enumerated.
    """
    n = len(prospects.courses)
    low, high, tolerance = np.zeros((3, n, n))
    for a, b in combinations(range(n), 2):
        low[a, b], high[a, b] = pair_bounds(prospects, a, b, patterns_of(prospects, (a, b)))
        tolerance[a, b] = tolerance[b, a] = RELATIVE_TOLERANCE * magnitude(prospects, (a, b))
    low, high = low - high.T, high - low.T
    scenario_low, scenario_high = scenario_bounds(prospects)
    return DifferenceBounds(
        prospects.courses, prospects.scenarios, low, high, scenario_low, scenario_high, prospects.comparable, tolerance
    )  # fmt: skip


def scenario_bounds(prospects: Prospects) -> tuple[FloatArray, FloatArray]:
    """(scenario, first, second) least and greatest difference per scenario; NaN if either cannot be taken."""
    n, s = len(prospects.courses), len(prospects.scenarios)
    low, high = np.full((2, s, n, n), np.nan)
    for course in range(n):
        low[prospects.feasible[course], course, course] = 0.0
        high[prospects.feasible[course], course, course] = 0.0
    for a, b in combinations(range(n), 2):
        low[:, a, b], high[:, a, b] = _scenario_bounds(prospects, a, b, patterns_of(prospects, (a, b)))
    return _both_ways(low, high)


def _both_ways(low: FloatArray, high: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Fill (second, first) from (first, second)."""
    mirrored_low, mirrored_high = -high.transpose(0, 2, 1), -low.transpose(0, 2, 1)
    return np.where(np.isnan(low), mirrored_low, low) + 0.0, np.where(np.isnan(high), mirrored_high, high) + 0.0


def relation(low: float, high: float, tolerance: float = 0.0) -> Relation:
    """What bounds of a difference say.

    ``first`` needs low >= 0 and high > 0: dominance. The difference is linear in each judgement, so it is then above 0
    everywhere but on the rim of the admissible judgements (a weight of exactly 0, say). Bounds within ``tolerance`` of
    zero count as zero; NaN means that the two cannot be compared.
    """
    if np.isnan(low) or np.isnan(high):
        return Relation.NOT_COMPARABLE
    if low < -tolerance and high > tolerance:
        return Relation.NOT_FIRM
    if high > tolerance:
        return Relation.FIRST
    return Relation.SECOND if low < -tolerance else Relation.EQUAL


def relations(bounds: DifferenceBounds) -> tuple[tuple[Relation, ...], ...]:
    """[first][second]: the verdict over all admissible judgements, probabilities of events included."""
    low, high = (np.where(bounds.comparable, bound, np.nan) for bound in (bounds.low, bounds.high))
    n = range(len(bounds.courses))
    return tuple(tuple(relation(low[a, b], high[a, b], bounds.tolerance[a, b]) for b in n) for a in n)


def scenario_relations(bounds: DifferenceBounds) -> tuple[tuple[tuple[Relation, ...], ...], ...]:
    """[scenario][first][second]: the verdict if the scenario comes about."""
    n = range(len(bounds.courses))
    return tuple(
        tuple(tuple(relation(low[a, b], high[a, b], bounds.tolerance[a, b]) for b in n) for a in n)
        for low, high in zip(bounds.scenario_low, bounds.scenario_high, strict=True)
    )


def amount_bounds(prospects: Prospects) -> tuple[FloatArray, FloatArray]:
    """(effect, domain) least and greatest likelihood x size."""
    low = prospects.likelihood_low[:, None] * prospects.size_low
    return low, prospects.likelihood_high[:, None] * prospects.size_high


def magnitude(prospects: Prospects, courses: tuple[int, ...]) -> float:
    """Points that may be added up at most for these courses, to judge rounding by."""
    _, high = amount_bounds(prospects)
    involved = prospects.active[list(courses)].any(axis=(0, 1))
    return float(high[involved].max(axis=1, initial=0.0).sum())


def patterns_of(prospects: Prospects, courses: tuple[int, ...]) -> Patterns:
    """Group the effects that are active in the same scenarios of these courses and have the same sign."""
    n_effects = len(prospects.effects)
    rows = prospects.active[list(courses)].reshape(len(courses) * len(prospects.scenarios), n_effects).T
    keys = np.hstack([(prospects.sign > 0)[:, None], rows])
    packed = np.packbits(keys, axis=1)
    _, first, members = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    members = members.reshape(-1).astype(np.int64)
    low, high = (
        np.array([np.bincount(members, weights=column, minlength=len(first)) for column in amount.T]).T
        for amount in amount_bounds(prospects)
    )
    return Patterns(members, first.astype(np.int64), low, high)


def pair_bounds(prospects: Prospects, a: int, b: int, patterns: Patterns) -> tuple[float, float]:
    """Least and greatest difference of two courses over everything."""
    return pair_extremes(prospects, a, b, patterns, prospects.weight_corners)


def pair_extremes(p: Prospects, a: int, b: int, patterns: Patterns, weight_corners: FloatArray) -> tuple[float, float]:
    """Extremes over distributions, sizes, likelihoods and the given weights, one group of effects after the other.

    Each group's amounts depend on the few distributions that govern it; they are spread over all only when added.
    """
    both = (p.feasible[a] & p.feasible[b])[:, None]
    first, second = ((p.active[course][:, patterns.first] & both).astype(np.float64) for course in (a, b))
    legs = [(p.block_of[a], first), (p.block_of[b], -second)]
    if (p.block_of[a] == p.block_of[b]).all():
        legs = [(p.block_of[a], first - second)]
    low, high = np.zeros(len(p.domains)), np.zeros(len(p.domains))
    for group in column_groups(p.option_of, legs):
        part = [(block_of, amounts[:, group]) for block_of, amounts in legs]
        activity = extreme_sums(p.option_of, part, lambda block: p.blocks[block].corners)
        signed = activity * p.sign[patterns.first[group]]
        up, down = np.maximum(signed, 0.0), np.maximum(-signed, 0.0)
        check_combinations(np.broadcast_shapes(low.shape[:-1], signed.shape[:-1]))
        low = low + (up @ patterns.low[group] - down @ patterns.high[group])
        high = high + (up @ patterns.high[group] - down @ patterns.low[group])
    return float((low @ weight_corners.T).min()), float((high @ weight_corners.T).max())


def extremes(signed: FloatArray, patterns: Patterns, weight_corners: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(row,) least and greatest value for rows of signed activity (row, pattern)."""
    up, down = np.maximum(signed, 0.0), np.maximum(-signed, 0.0)
    low = (up @ patterns.low - down @ patterns.high) @ weight_corners.T
    high = (up @ patterns.high - down @ patterns.low) @ weight_corners.T
    return low.min(axis=1), high.max(axis=1)


def _scenario_bounds(prospects: Prospects, a: int, b: int, patterns: Patterns) -> tuple[FloatArray, FloatArray]:
    first, second = (prospects.active[course][:, patterns.first].astype(np.float64) for course in (a, b))
    low, high = extremes((first - second) * prospects.sign[patterns.first], patterns, prospects.weight_corners)
    apart = ~(prospects.feasible[a] & prospects.feasible[b])
    low[apart] = high[apart] = np.nan
    return low, high


def _expected_bounds(prospects: Prospects, course: int) -> tuple[float, float]:
    """Bounds of the value given that the course can be taken: a ratio that is extreme at extreme distributions."""
    patterns = patterns_of(prospects, (course,))
    feasible = prospects.feasible[course][:, None]
    columns = np.hstack([prospects.active[course][:, patterns.first] & feasible, feasible]).astype(np.float64)
    corners = [block.corners for block in prospects.blocks]
    sums = extreme_sums(prospects.option_of, [(prospects.block_of[course], columns)], lambda block: corners[block])
    sums = sums.reshape(-1, sums.shape[-1])
    sums = sums[sums[:, -1] > RELATIVE_TOLERANCE]
    if not len(sums):
        return np.nan, np.nan
    activity = sums[:, :-1] / sums[:, -1:] * prospects.sign[patterns.first]
    low, high = extremes(activity, patterns, prospects.weight_corners)
    return float(low.min()), float(high.max())

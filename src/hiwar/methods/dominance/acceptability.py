"""In which share of the admissible judgements each course is best, second, and so on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, FloatArray
from hiwar.methods.dominance.bounds import magnitude
from hiwar.methods.dominance.cells import Items
from hiwar.methods.dominance.draws import Drawing, Shared, drawings, shared_scenarios
from hiwar.methods.dominance.prospects import Prospects
from hiwar.methods.dominance.sampling import REPLICATES, plan_draws, used_draws

CACHE_NUMBERS = 1 << 23
"""Values kept for the second pass (64 MB); beyond that they are drawn again."""


@dataclass(frozen=True, eq=False)
class Acceptability:
    """Shares of admissible judgements, with their standard errors."""

    courses: tuple[str, ...]
    rank: FloatArray
    """(course, rank): share in which the course has this rank; a tie is split evenly over its ranks."""
    rank_error: FloatArray
    pairwise: FloatArray
    """(first, second): share in which the first is better, half of the ties; NaN if no scenario lets both be taken."""
    pairwise_error: FloatArray
    central_weights: FloatArray
    """(course, domain): mean weights under which the course is best; NaN if it never is."""
    confidence: FloatArray
    """(course,): share in which the course is best at its central weights; NaN if it never is."""
    draws: int
    seed: int
    items: Items
    rests_on_unknown_events: bool
    """Probabilities that nobody judged were spread evenly over all distributions."""


def acceptability(prospects: Prospects, *, draws: int, seed: int, items: Items = "together") -> Acceptability:
    """Share of the admissible judgements in which each course has each rank.

    Parameters
    ----------
    draws
        Rounded up to a power of two.
    items
        ``together``: the amounts of effects with the same sign, domains, courses and scenarios move as one, so the
        number of items written down changes nothing. ``apart``: each is drawn by itself.

    Notes
    -----
    Everything unknown is drawn once for all courses: weights evenly over the admissible ones, distributions of events
    evenly, sizes and likelihoods evenly over their range, or triangular where the most likely value is not its middle.
    A course's rank is one more than the number of courses that are better over the scenarios both can be taken in.

    References
    ----------
    Lahdelma & Salminen (2001), SMAA-2, *Operations Research* 49(3). Tervonen & Lahdelma (2007), Implementing stochastic
    multicriteria acceptability analysis, *EJOR* 178(2).
    """
    plan, shared = plan_draws(prospects, items), shared_scenarios(prospects)
    tolerance = RELATIVE_TOLERANCE * magnitude(prospects, tuple(range(len(prospects.courses))))
    size = used_draws(draws) * len(prospects.courses) * len(prospects.domains) * len(shared.masks)

    def fresh() -> Iterable[Drawing]:
        return drawings(prospects, plan, shared, draws, seed)

    kept = tuple(fresh()) if size <= CACHE_NUMBERS else None

    def again() -> Iterable[Drawing]:
        return fresh() if kept is None else kept

    tally = _first_pass(again(), shared, tolerance, len(prospects.domains))
    n = used_draws(draws)
    per_replicate = n // REPLICATES
    best = tally.best.sum(axis=0)
    weights = np.divide(tally.weights, best[:, None], out=np.full_like(tally.weights, np.nan), where=best[:, None] > 0)
    pairwise = tally.wins / per_replicate
    pairwise[:, shared.mask_of < 0] = np.nan
    return Acceptability(
        prospects.courses, tally.ranks.sum(axis=0) / n, _error(tally.ranks / per_replicate), pairwise.mean(axis=0),
        _error(pairwise), weights, _confidence(again, shared, weights, tolerance, n), n, seed, items,
        rests_on_unknown_events=not prospects.all_given,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Tally:
    ranks: FloatArray
    """(replicate, course, rank)"""
    wins: FloatArray
    """(replicate, first, second)"""
    best: FloatArray
    """(replicate, course)"""
    weights: FloatArray
    """(course, domain): weights added up over the draws in which the course is best."""


def _first_pass(chunks: Iterable[Drawing], shared: Shared, tolerance: float, n_domains: int) -> _Tally:
    n = len(shared.mask_of)
    tally = _Tally(
        np.zeros((REPLICATES, n, n)), np.zeros((REPLICATES, n, n)), np.zeros((REPLICATES, n)), np.zeros((n, n_domains))
    )
    for chunk in chunks:
        values = [np.einsum("ncd,nd->nc", by_domain, chunk.weights) for by_domain in chunk.by_domain]
        better, tied = compare(values, shared, tolerance)
        tally.wins[chunk.replicate] += better.sum(axis=0) + 0.5 * tied.sum(axis=0)
        shares = rank_shares(better, tied)
        tally.ranks[chunk.replicate] += shares.sum(axis=0)
        tally.best[chunk.replicate] += shares[:, :, 0].sum(axis=0)
        tally.weights[:] += shares[:, :, 0].T @ chunk.weights
    return tally


def compare(values: list[FloatArray], shared: Shared, tolerance: float) -> tuple[FloatArray, FloatArray]:
    """(draw, first, second) twice: 1 where the first is better; 1 where the two are tied (a course with itself too)."""
    n_draws, n = values[0].shape
    better, tied = np.zeros((2, n_draws, n, n))
    for index, value in enumerate(values):
        here = shared.mask_of == index
        if here.any():
            difference = value[:, :, None] - value[:, None, :]
            better += (difference > tolerance) & here
            tied += (np.abs(difference) <= tolerance) & here
    return better, tied


def rank_shares(better: FloatArray, tied: FloatArray) -> FloatArray:
    """(draw, course, rank): 1 at the course's rank, or even shares over the ranks that tied courses hold together."""
    n = better.shape[1]
    above = better.sum(axis=1)[:, :, None]
    others = np.maximum(tied.sum(axis=2) - 1.0, 0.0)[:, :, None]
    ranks = np.arange(n)
    shares: FloatArray = ((ranks >= above) & (ranks <= above + others)) / (others + 1.0)
    return shares


def _best_shares(values: list[FloatArray], course: int, shared: Shared, tolerance: float) -> FloatArray:
    """(draw,): 1 where the course is best, shared evenly with those it ties with."""
    better = np.zeros(len(values[0]), dtype=bool)
    tied = np.zeros(len(values[0]))
    for index, value in enumerate(values):
        others = np.flatnonzero(shared.mask_of[course] == index)
        ahead = value[:, others] - value[:, course, None]
        better |= (ahead > tolerance).any(axis=1)
        tied += (np.abs(ahead) <= tolerance).sum(axis=1)
    return np.where(better, 0.0, 1.0 / np.maximum(tied, 1.0))


def _confidence(
    again: Callable[[], Iterable[Drawing]], shared: Shared, weights: FloatArray, tolerance: float, n: int
) -> FloatArray:
    found = np.zeros(len(weights))
    ever = np.flatnonzero(~np.isnan(weights[:, 0]))
    for chunk in again():
        values = [by_domain @ weights[ever].T for by_domain in chunk.by_domain]
        for place, course in enumerate(ever):
            found[course] += _best_shares(
                [value[:, :, place] for value in values], int(course), shared, tolerance
            ).sum()
    found /= n
    found[np.isnan(weights[:, 0])] = np.nan
    return found


def _error(shares: FloatArray) -> FloatArray:
    """Standard error of a mean over replicates."""
    error: FloatArray = shares.std(axis=0, ddof=1) / np.sqrt(REPLICATES)
    return error

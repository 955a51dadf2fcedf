"""Acceptability of alternatives on criteria, from given draws: SMAA-2."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.acceptability import rank_shares
from hiwar.methods.dominance.arrays import FloatArray


@dataclass(frozen=True, eq=False)
class Smaa:
    """Acceptability indices, central weights and confidence factors."""

    rank: FloatArray
    """(alternative, rank)"""
    pairwise: FloatArray
    """(first, second): share of draws in which the first is better; ties count half."""
    central_weights: FloatArray
    """(alternative, criterion): NaN for an alternative that is never best."""
    confidence: FloatArray
    """(alternative,): NaN for an alternative that is never best."""
    draws: int


def smaa(performances: FloatArray, weights: FloatArray) -> Smaa:
    """Rank acceptabilities, central weights and confidence factors of alternatives judged on criteria.

    Parameters
    ----------
    performances : (draw, alternative, criterion) or (alternative, criterion)
        Partial values, more is better, on one scale per criterion. What alternatives share must be drawn once for
        all of them: drawing correlated performances apart can reverse the result.
    weights : (draw, criterion) or (criterion,)
        Each row >= 0 and adding up to 1.

    References
    ----------
    Lahdelma & Salminen (2001), *Operations Research* 49(3), 444-454.
    """
    performances = np.asarray(performances, dtype=np.float64)
    weights = np.atleast_2d(np.asarray(weights, dtype=np.float64))
    if performances.ndim == 2:
        performances = performances[None]
    _check(performances, weights)
    n = max(len(performances), len(weights))
    values = (performances @ weights[:, :, None])[:, :, 0]
    shares = _ranks(values)
    best = shares[:, :, 0]
    drawn = np.broadcast_to(weights, (n, weights.shape[1]))
    count = best.sum(axis=0)
    central = np.divide(
        best.T @ drawn, count[:, None], out=np.full((best.shape[1], weights.shape[1]), np.nan), where=count[:, None] > 0
    )
    return Smaa(shares.mean(axis=0), _pairwise(values), central, _confidence(performances, central), n)


def _check(performances: FloatArray, weights: FloatArray) -> None:
    if performances.ndim != 3 or weights.ndim != 2 or performances.shape[2] != weights.shape[1]:
        raise ValueError(
            f"performances {performances.shape} and weights {weights.shape} must be (draw, alternative, criterion) and "
            "(draw, criterion)"
        )
    if len({len(performances), len(weights)} - {1}) > 1:
        raise ValueError(f"{len(performances)} draws of performances, but {len(weights)} of weights")
    if not np.isfinite(performances).all() or (weights < 0).any() or np.abs(weights.sum(axis=1) - 1).max() > 1e-9:
        raise ValueError("performances must be finite, and weights must be >= 0 and add up to 1")


def _compared(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    difference = values[:, :, None] - values[:, None, :]
    tolerance = 1e-12 * np.abs(values).max(initial=0.0)
    return (difference > tolerance).astype(np.float64), (np.abs(difference) <= tolerance).astype(np.float64)


def _ranks(values: FloatArray) -> FloatArray:
    return rank_shares(*_compared(values))


def _pairwise(values: FloatArray) -> FloatArray:
    better, tied = _compared(values)
    shares: FloatArray = better.mean(axis=0) + 0.5 * tied.mean(axis=0)
    return shares


def _confidence(performances: FloatArray, central: FloatArray) -> FloatArray:
    found = np.full(len(central), np.nan)
    for alternative in np.flatnonzero(~np.isnan(central[:, 0])):
        found[alternative] = _ranks(performances @ central[alternative])[:, alternative, 0].mean()
    return found

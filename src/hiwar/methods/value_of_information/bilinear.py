"""Alternatives whose values are straight lines along each of two judgements: where the order of the best changes."""

from itertools import combinations

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray, IntArray
from hiwar.methods.envelope import upper_envelope

Tops = tuple[int, ...]


def bands(corners: FloatArray, *, peak: float = np.nan, fixed: tuple[float, ...] = ()) -> tuple[FloatArray, list[Tops]]:
    """Bands along the second judgement in each of which the same alternatives follow each other along the first.

    Parameters
    ----------
    corners : (alternative, 2, 2)
        Values at the ends of the range of the first judgement (axis 1) and of the second (axis 2).
    peak
        Bands end also where a change of the best passes this relative position of the first judgement.
    fixed
        Relative positions of the second judgement at which a band must end.

    Returns
    -------
    levels : (band + 1,)
        Relative positions of the second judgement, from 0 to 1.
    tops
        Per band the best alternatives in their order along the first judgement.

    Notes
    -----
    Along the first judgement the best alternatives form the upper envelope of straight lines. It changes only where two
    lines cross at an end of the range, or three in one point: roots of linear and of quadratic equations, all exact.
    """
    kept = _never_dominated(corners)
    levels = np.unique(np.concatenate([[0.0, 1.0], fixed, _candidates(corners[kept], peak)]))
    levels = levels[np.concatenate([[True], np.diff(levels) > RELATIVE_TOLERANCE])]
    levels[-1] = 1.0
    middles = (levels[:-1] + levels[1:]) / 2
    edges, tops = upper_envelope(*lines_at(corners[kept], middles))
    signs = [_signature(*row, peak) for row in zip(edges, tops, strict=True)]
    starts = [
        band for band in range(len(signs)) if band == 0 or signs[band] != signs[band - 1] or levels[band] in fixed
    ]
    ends = levels[[*starts, len(signs)]]
    return ends, [tuple(int(kept[top]) for top in signs[band][0]) for band in starts]


def lines_at(corners: FloatArray, levels: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(level, alternative) twice: values at both ends of the first judgement, for levels of the second."""
    low, high = (corners[:, end, 0] + levels[:, None] * (corners[:, end, 1] - corners[:, end, 0]) for end in (0, 1))
    return low, high


def crossing(corners: FloatArray, first: int, second: int, levels: FloatArray) -> FloatArray:
    """(level,): relative position along the first judgement at which two alternatives are worth the same."""
    difference = corners[first] - corners[second]
    gap, growth = difference[0, 0], difference[0, 1] - difference[0, 0]
    slope, twist = difference[1, 0] - gap, difference[1, 1] - difference[1, 0] - growth
    over, under = gap + growth * levels, slope + twist * levels
    # Where the two lines are one line, the place is the limit of the places around.
    limit = growth / twist if twist else -0.5
    scale = RELATIVE_TOLERANCE * float(np.abs(difference).max())
    position: FloatArray = -np.divide(over, under, out=np.full_like(over, limit), where=np.abs(under) > scale)
    return position.clip(0.0, 1.0)


def _never_dominated(corners: FloatArray) -> IntArray:
    """Alternatives that no other one equals or betters at all corners, thereby everywhere; of equal ones the first."""
    flat = corners.reshape(len(corners), -1)
    better = (flat[:, None, :] >= flat[None, :, :]).all(axis=2)
    equal = better & better.T
    beaten = better & ~equal | equal & (np.arange(len(flat))[:, None] < np.arange(len(flat)))
    return np.flatnonzero(~beaten.any(axis=0)).astype(np.int64)


def _signature(edges: FloatArray, tops: IntArray, peak: float) -> tuple[Tops, int]:
    """The order of the best, and how many changes lie before the peak; pieces of no length are left out."""
    long = np.diff(edges) > 0
    order = tuple(int(top) for top in tops[long])
    return order, int((edges[:-1][long][1:] < peak).sum())


def _candidates(corners: FloatArray, peak: float) -> FloatArray:
    """Positions of the second judgement at which the envelope along the first may change."""
    start, rise = corners[:, 0, 0], corners[:, 0, 1] - corners[:, 0, 0]
    slope, twist = corners[:, 1, 0] - start, corners[:, 1, 1] - corners[:, 1, 0] - rise
    pairs = np.array(list(combinations(range(len(corners)), 2)), dtype=np.int64).reshape(-1, 2)
    triples = np.array(list(combinations(range(len(corners)), 3)), dtype=np.int64).reshape(-1, 3)
    first, second = pairs.T
    found = [
        _linear_roots((start + at * slope)[first] - (start + at * slope)[second],
                      (rise + at * twist)[first] - (rise + at * twist)[second])
        for at in (0.0, 1.0, peak) if not np.isnan(at)
    ]  # fmt: skip
    one, other, third = triples.T
    a, b, c, d = ((part[one] - part[other], part[one] - part[third]) for part in (start, rise, slope, twist))
    found.append(
        _quadratic_roots(
            a[0] * c[1] - a[1] * c[0],
            b[0] * c[1] + a[0] * d[1] - b[1] * c[0] - a[1] * d[0],
            b[0] * d[1] - b[1] * d[0],
        )
    )
    roots = np.concatenate(found)
    return roots[np.isfinite(roots) & (roots > 0) & (roots < 1)]


def _linear_roots(constant: FloatArray, slope: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return -constant / slope


def _quadratic_roots(constant: FloatArray, slope: FloatArray, curvature: FloatArray) -> FloatArray:
    """Both roots of each equation, by the form that does not cancel; not finite where there is none."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        root = np.sqrt(slope**2 - 4 * curvature * constant)
        larger = -(slope + np.copysign(root, slope)) / 2
        return np.concatenate([larger / curvature, constant / larger])

"""When one distribution of outcomes is better than another for everyone who wants more, or who also dislikes risk."""

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray


def first_order(values_a: FloatArray, chances_a: FloatArray, values_b: FloatArray, chances_b: FloatArray) -> bool:
    """Everyone who wants more prefers a: its distribution function lies nowhere above that of b, somewhere below.

    Parameters
    ----------
    values_a, chances_a : (outcome,)
        Outcomes in any order, and their probabilities.

    References
    ----------
    Hadar & Russell (1969), Rules for ordering uncertain prospects, *American Economic Review* 59(1).
    """
    _, gap = _gaps(values_a, chances_a, values_b, chances_b)
    return bool((gap >= -RELATIVE_TOLERANCE).all() and (gap > RELATIVE_TOLERANCE).any())


def second_order(values_a: FloatArray, chances_a: FloatArray, values_b: FloatArray, chances_b: FloatArray) -> bool:
    """Everyone who wants more and dislikes risk prefers a: the area under its distribution function is nowhere larger.

    First-order dominance implies it. Parameters and source as for ``first_order``.
    """
    points, gap = _gaps(values_a, chances_a, values_b, chances_b)
    area = np.concatenate([[0.0], np.cumsum(gap[:-1] * np.diff(points))])
    tolerance = RELATIVE_TOLERANCE * max(float(np.abs(points).max()), float(np.ptp(points)))
    return bool((area >= -tolerance).all() and (area > tolerance).any())


def _gaps(
    values_a: FloatArray, chances_a: FloatArray, values_b: FloatArray, chances_b: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """All outcomes in order, and by how much the distribution function of b lies above that of a there."""
    for values, chances in ((values_a, chances_a), (values_b, chances_b)):
        if np.shape(values) != np.shape(chances) or np.ndim(values) != 1 or not len(values):
            raise ValueError(f"outcomes {np.shape(values)} and probabilities {np.shape(chances)} must be one list each")
        if not np.isfinite(values).all() or np.min(chances) < 0 or abs(np.sum(chances) - 1) > 1e-9:
            raise ValueError("outcomes must be finite; probabilities must be >= 0 and add up to 1")
    points = np.unique(np.concatenate([values_a, values_b]))
    # Outcomes that differ by rounding only are one outcome.
    apart = np.diff(points) > RELATIVE_TOLERANCE * np.abs(points).max()
    points = points[np.concatenate([[True], apart])]
    below_a, below_b = (
        np.bincount(np.searchsorted(points, v, side="right") - 1, weights=c, minlength=len(points)).cumsum()
        for v, c in ((values_a, chances_a), (values_b, chances_b))
    )
    return points, below_b - below_a

"""The highest of straight lines over a range: where each is highest, and what the highest is worth on average."""

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray, IntArray


def upper_envelope(at_low: FloatArray, at_high: FloatArray) -> tuple[FloatArray, IntArray]:
    """Which line is highest where, for many sets of lines at once.

    Parameters
    ----------
    at_low, at_high : (row, line)
        Each line by its values at both ends of the range.

    Returns
    -------
    edges : (row, piece + 1)
        Relative positions between 0 and 1 at which the highest line changes; a row with fewer pieces than another ends
        in pieces of no length.
    top : (row, piece)
        The highest line between two edges; of lines that are equal all along the first.
    """
    slopes, rows = at_high - at_low, np.arange(len(at_low))
    top = _steepest(at_low == at_low.max(axis=1, keepdims=True), slopes)
    edges, tops = [np.zeros(len(at_low))], [top]
    while True:
        gains = slopes - slopes[rows, top][:, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            crossings = np.where(gains > 0, (at_low[rows, top][:, None] - at_low) / gains, np.inf)
        # Rounding must not send the walk backwards.
        nearest = np.maximum(crossings.min(axis=1), edges[-1])
        if not (nearest < 1).any():
            break
        following = _steepest(crossings <= nearest[:, None], slopes)
        top = np.where(nearest < 1, following, top)
        edges.append(np.minimum(nearest, 1.0))
        tops.append(top)
    return np.array([*edges, np.ones(len(at_low))]).T, np.array(tops).T


def _steepest(among: BoolArray, slopes: FloatArray) -> IntArray:
    """(row,): of the lines marked, the one that rises most; of equal ones the first."""
    steepest: IntArray = np.where(among, slopes, -np.inf).argmax(axis=1)
    return steepest


def mean_of_highest(at_low: FloatArray, at_high: FloatArray, peaks: FloatArray) -> FloatArray:
    """(row,): mean of the highest of straight lines over a range, exactly.

    Parameters
    ----------
    at_low, at_high : (row, line)
        Each line by its values at both ends of the range.
    peaks : (row,)
        Relative position of the most likely value of a triangular distribution; NaN for an even one.
    """
    edges, top = upper_envelope(at_low, at_high)
    mass = np.diff(_mass(edges, peaks[:, None]))
    moment = np.diff(_moment(edges, peaks[:, None]))
    start, slope = (np.take_along_axis(lines, top, axis=1) for lines in (at_low, at_high - at_low))
    mean: FloatArray = (start * mass + slope * moment).sum(axis=1)
    return mean


def _mass(t: FloatArray, peak: FloatArray) -> FloatArray:
    """Probability of a position below t."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rising, falling = t**2 / peak, 1 - (1 - t) ** 2 / (1 - peak)
    return _by_side(t, peak, t, rising, falling)


def _moment(t: FloatArray, peak: FloatArray) -> FloatArray:
    """Integral of position times density, from 0 to t."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rising = 2 * t**3 / (3 * peak)
        falling = 2 * peak**2 / 3 + ((t**2 - 2 * t**3 / 3) - (peak**2 - 2 * peak**3 / 3)) / (1 - peak)
    return _by_side(t, peak, t**2 / 2, rising, falling)


def _by_side(t: FloatArray, peak: FloatArray, even: FloatArray, rising: FloatArray, falling: FloatArray) -> FloatArray:
    before = (t < peak) | ((t == peak) & (peak > 0))
    triangular = np.where(before, rising, np.where(peak < 1, falling, 1.0))
    return np.where(np.isnan(peak), even, triangular)

"""How far several coders agree: Krippendorff's alpha, for values of any level and for ranges, with missing ones."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray, IntArray

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
MOST_VALUES = 4096
"""Values that are compared, each with each."""
_AT_ONCE = 1 << 21


@dataclass(frozen=True)
class RaterAgreement:
    """How far coders agree, against what chance would give."""

    alpha: float
    """1 where all agree, 0 where they agree as by chance, below 0 where they differ by system. NaN where all values
    are the same, or none can be paired: agreement cannot then be told from chance."""
    observed: float
    """Mean squared difference between values of the same unit."""
    expected: float
    """Mean squared difference between all values, whatever their unit."""
    units: int
    """Units with two values or more; others say nothing of agreement."""
    values: int
    """Values of these units."""
    low: float
    """2.5% point of alpha over samples of units drawn anew; NaN where alpha is."""
    high: float
    """97.5% point."""
    level: Literal["nominal", "ordinal", "interval", "ratio", "range"]
    draws: int
    seed: int


@dataclass(frozen=True, eq=False)
class _Pairable:
    """The values that can be paired, unit by unit."""

    low: FloatArray
    """(value,)"""
    high: FloatArray
    unit: IntArray
    """(value,): numbers from 0."""


def krippendorff_alpha(values: FloatArray, level: Level, *, draws: int = 1000, seed: int = 1) -> RaterAgreement:
    """How far coders agree who gave each unit a value: alpha, the share of the disagreement by chance that is avoided.

    Parameters
    ----------
    values : (coder, unit)
        NaN where a coder gave none. Categories of nominal data are any numbers.
    level
        ``ordinal`` uses only the order of the values and how often each occurs; ``ratio`` needs values of 0 or more.
    draws, seed
        Samples of units for the range ``low`` to ``high``, drawn with replacement; the differences of ordinal values
        stay those of the whole data.

    Raises
    ------
    ValueError
        Another shape, an infinite value, a negative one for ``ratio``, or more values than can be compared in pairs.

    References
    ----------
    Krippendorff, K. (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania. Krippendorff, K.
    (2019), *Content Analysis*, 4th ed., Sage, ch. 12.
    """
    if level not in LEVELS:
        raise ValueError(f'"{level}" is no level of measurement; there are {", ".join(LEVELS)}')
    found = _pairable(np.asarray(values, dtype=np.float64), np.asarray(values, dtype=np.float64))
    if level == "ratio" and found.low.min(initial=0.0) < 0:
        raise ValueError(f"a ratio needs values of 0 or more; found {found.low.min():g}")
    return _agreement(found, _squared_differences(found.low, level), level, draws, seed)


def alpha_of_ranges(low: FloatArray, high: FloatArray, *, draws: int = 1000, seed: int = 1) -> RaterAgreement:
    """How far coders agree who gave each unit a range: alpha, with a distance between ranges.

    Parameters
    ----------
    low, high : (coder, unit)
        Both ends, equal for a single value; NaN in both where a coder gave none.

    Notes
    -----
    The difference of two ranges is the mean squared difference between their values at the same share of the way from
    low to high end: the squared difference of the middles and a third of that of the half widths (the squared
    Wasserstein distance of even distributions; Irpino & Verde 2008). For single values it is that of interval data, so
    alpha is then the usual one. Two ranges with one middle but different widths differ: one coder is surer.
    """
    low, high = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if low.shape != high.shape or (np.isnan(low) != np.isnan(high)).any():
        raise ValueError("low and high need one shape, and missing values in the same places")
    if (low > high).any():
        raise ValueError("a range runs backwards: low lies above high")
    found = _pairable(low, high)
    middle, half = (found.low + found.high) / 2, (found.high - found.low) / 2
    squared = np.subtract.outer(middle, middle) ** 2 + np.subtract.outer(half, half) ** 2 / 3
    return _agreement(found, squared, "range", draws, seed)


def share_of_overlaps(low: FloatArray, high: FloatArray) -> float:
    """Share of the pairs of ranges of one unit that have a value in common: both coders may be right.

    Parameters
    ----------
    low, high : (coder, unit)
        NaN where a coder gave none. NaN comes back where there is no pair.
    """
    meets, pairs = 0, 0
    for column in range(np.shape(low)[1]):
        given = ~np.isnan(low[:, column])
        a, b = low[given, column], high[given, column]
        both: BoolArray = np.triu(np.less_equal.outer(a, b) & np.less_equal.outer(a, b).T, 1)
        meets, pairs = meets + int(both.sum()), pairs + a.size * (a.size - 1) // 2
    return meets / pairs if pairs else float("nan")


def _pairable(low: FloatArray, high: FloatArray) -> _Pairable:
    """Values of units that have two or more; units in an order that hangs on values alone, so that no name matters."""
    if low.ndim != 2:
        raise ValueError(f"values must be (coder, unit); found shape {low.shape}")
    if np.isinf(low).any() or np.isinf(high).any():
        raise ValueError("values must be finite; a missing one is NaN")
    columns = [
        sorted((float(a), float(b)) for a, b in zip(low[:, unit], high[:, unit], strict=True) if not np.isnan(a))
        for unit in range(low.shape[1])
    ]
    kept = sorted(column for column in columns if len(column) > 1)
    pairs = np.array([pair for column in kept for pair in column], dtype=np.float64).reshape(-1, 2)
    if len(pairs) > MOST_VALUES:
        raise ValueError(f"{len(pairs)} values are too many to compare in pairs; at most {MOST_VALUES} are")
    unit = np.repeat(np.arange(len(kept)), [len(column) for column in kept])
    return _Pairable(pairs[:, 0], pairs[:, 1], unit)


def _squared_differences(values: FloatArray, level: Level) -> FloatArray:
    """(value, value)"""
    if level == "nominal":
        return np.not_equal.outer(values, values).astype(np.float64)
    if level == "ordinal":
        # The place of a value is the number of values below it and half of those level with it.
        below = np.searchsorted(np.sort(values), values, side="left")
        upto = np.searchsorted(np.sort(values), values, side="right")
        values = (below + upto) / 2
    difference: FloatArray = np.subtract.outer(values, values)
    if level == "ratio":
        total = np.add.outer(values, values)
        difference = np.divide(difference, total, out=np.zeros_like(difference), where=total > 0)
    return difference**2


def _agreement(
    found: _Pairable, squared: FloatArray, level: Literal["nominal", "ordinal", "interval", "ratio", "range"],
    draws: int, seed: int,
) -> RaterAgreement:  # fmt: skip
    sizes = np.bincount(found.unit)
    observed, expected = np.nan, np.nan
    low, high, alpha = np.nan, np.nan, np.nan
    if len(sizes):
        within = _within(found, squared, sizes)
        between = _between(found, squared, len(sizes))
        ones = np.ones((1, len(sizes)))
        first, second = _disagreements(within, between, sizes, ones)
        observed, expected = float(first[0]), float(second[0])
        alpha = 1 - observed / expected if expected > 0 else np.nan
        if expected > 0 and draws > 0:
            low, high = _sampled(within, between, sizes, draws, seed)
    return RaterAgreement(
        float(alpha), observed, expected, len(sizes), len(found.unit), low, high, level, draws, seed
    )  # fmt: skip


def _within(found: _Pairable, squared: FloatArray, sizes: IntArray) -> FloatArray:
    """(unit,): disagreement inside a unit: each value against the others, over their number."""
    same: BoolArray = np.equal.outer(found.unit, found.unit)
    rows = (squared * same).sum(axis=1)
    return np.bincount(found.unit, weights=rows) / (sizes - 1)


def _between(found: _Pairable, squared: FloatArray, n_units: int) -> FloatArray:
    """(unit, unit): differences between all values of the one and all of the other, added up."""
    starts = np.searchsorted(found.unit, np.arange(n_units))
    added: FloatArray = np.add.reduceat(np.add.reduceat(squared, starts, axis=0), starts, axis=1)
    return added


def _disagreements(
    within: FloatArray, between: FloatArray, sizes: IntArray, counts: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Observed and expected disagreement where every unit stands in the data this often; counts is (sample, unit)."""
    n = counts @ sizes
    return counts @ within / n, np.einsum("si,ij,sj->s", counts, between, counts, optimize=True) / (n * (n - 1))


def _sampled(within: FloatArray, between: FloatArray, sizes: IntArray, draws: int, seed: int) -> tuple[float, float]:
    """Alpha over samples of units; samples in which all values are the same say nothing and are left out."""
    rng = np.random.default_rng(seed)
    alphas: list[FloatArray] = []
    step = max(1, _AT_ONCE // len(sizes))
    for start in range(0, draws, step):
        chosen = rng.integers(0, len(sizes), (min(step, draws - start), len(sizes)))
        counts = np.array([np.bincount(row, minlength=len(sizes)) for row in chosen], dtype=np.float64)
        observed, expected = _disagreements(within, between, sizes, counts)
        told = expected > 0
        alphas.append(1 - observed[told] / expected[told])
    found = np.concatenate(alphas)
    if not len(found):
        return float("nan"), float("nan")
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)

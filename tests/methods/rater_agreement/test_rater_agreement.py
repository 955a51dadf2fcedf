"""Alpha against the published case, against its definition, and in what must hold of any measure of agreement."""

from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hiwar.methods.rater_agreement import (
    LEVELS,
    MOST_VALUES,
    Level,
    alpha_of_ranges,
    krippendorff_alpha,
    share_of_overlaps,
)

FloatArray = NDArray[np.float64]
CASE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "rater_agreement" / "krippendorff_2011.yaml").read_text(encoding="utf-8")
)
PUBLISHED = np.array(list(CASE["observers"].values()), dtype=np.float64)


def squared(first: float, second: float, level: Level, values: list[float]) -> float:
    """The difference functions as the paper defines them."""
    if level == "nominal":
        return float(first != second)
    if level == "interval":
        return (first - second) ** 2
    if level == "ratio":
        return ((first - second) / (first + second)) ** 2 if first + second else 0.0
    low, high = sorted([first, second])
    inside = sum(low <= value <= high for value in values)
    return (inside - (values.count(low) + values.count(high)) / 2) ** 2


def by_definition(data: FloatArray, level: Level) -> float | None:
    """Alpha from the coincidence matrix, loop by loop."""
    units = [[float(value) for value in column if not np.isnan(value)] for column in data.T]
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    n = len(values)
    coincidences: dict[tuple[float, float], float] = {}
    for unit in units:
        for first, second in permutations(range(len(unit)), 2):
            pair = (unit[first], unit[second])
            coincidences[pair] = coincidences.get(pair, 0.0) + 1 / (len(unit) - 1)
    observed = sum(share * squared(*pair, level, values) for pair, share in coincidences.items()) / n if n else 0.0
    expected = sum(squared(first, second, level, values) for first, second in permutations(values, 2))
    return None if not expected else 1 - observed / (expected / (n * (n - 1)))


@st.composite
def codings(draw: st.DrawFn) -> FloatArray:
    """(coder, unit), some of it missing."""
    coders, units = draw(st.integers(2, 4)), draw(st.integers(1, 7))
    cell = st.sampled_from([np.nan, 0.0, 1.0, 2.0, 3.0, 7.5])
    return np.array([[draw(cell) for _ in range(units)] for _ in range(coders)])


@pytest.mark.parametrize("level", LEVELS)
def test_the_published_figures_come_out(level: Level) -> None:
    found = krippendorff_alpha(PUBLISHED, level)
    assert round(found.alpha, 3) == CASE["published"][level]
    assert (found.values, found.units) == (CASE["pairable_values"], 11)
    assert found.low < found.alpha < found.high


@pytest.mark.parametrize("level", LEVELS)
@given(data=codings())
def test_it_is_what_the_definition_says(level: Level, data: FloatArray) -> None:
    found = krippendorff_alpha(data, level, draws=0)
    expected = by_definition(data, level)
    if expected is None:
        assert np.isnan(found.alpha)
    else:
        assert found.alpha == pytest.approx(expected, abs=1e-9)


@given(data=codings(), level=st.sampled_from(LEVELS), seed=st.integers(0, 99))
def test_neither_the_order_of_coders_nor_that_of_units_matters(data: FloatArray, level: Level, seed: int) -> None:
    rng = np.random.default_rng(seed)
    turned = data[rng.permutation(len(data))][:, rng.permutation(data.shape[1])]
    first, second = krippendorff_alpha(data, level, draws=50), krippendorff_alpha(turned, level, draws=50)
    assert np.allclose([first.alpha, first.low, first.high], [second.alpha, second.low, second.high], equal_nan=True)


@given(data=codings())
def test_whoever_agrees_in_everything_has_one(data: FloatArray) -> None:
    same = np.repeat(data[:1], 3, axis=0)
    assume(len(set(same[0][~np.isnan(same[0])])) > 1)
    for level in LEVELS:
        found = krippendorff_alpha(same, level, draws=20)
        assert found.alpha == found.low == found.high == 1.0


@given(data=codings())
def test_units_and_categories_are_free(data: FloatArray) -> None:
    """Interval data in other units, nominal data under other names, ordinal data on any rising scale."""
    others: dict[Level, FloatArray] = {
        "interval": 3 * data - 5, "ratio": 4 * data, "nominal": -data, "ordinal": data**3,
    }  # fmt: skip
    for level, other in others.items():
        usual = krippendorff_alpha(data, level, draws=0).alpha
        assert krippendorff_alpha(other, level, draws=0).alpha == pytest.approx(usual, abs=1e-9, nan_ok=True)


@given(data=codings())
def test_single_values_are_ranges_of_no_width(data: FloatArray) -> None:
    as_ranges, as_values = alpha_of_ranges(data, data, draws=0), krippendorff_alpha(data, "interval", draws=0)
    assert as_ranges.alpha == pytest.approx(as_values.alpha, abs=1e-9, nan_ok=True)


def test_the_difference_of_ranges_is_that_of_their_values_from_end_to_end() -> None:
    low, high = np.array([[0.0, 10.0], [2.0, 10.0]]), np.array([[4.0, 20.0], [3.0, 14.0]])
    shares = (np.arange(20000) + 0.5) / 20000
    ends = [(a, b) for unit in (0, 1) for a, b in zip(low[:, unit], high[:, unit], strict=True)]
    curves = [a + shares * (b - a) for a, b in ends]
    observed = np.mean([np.mean((curves[0] - curves[1]) ** 2), np.mean((curves[2] - curves[3]) ** 2)])
    expected = np.mean([np.mean((one - other) ** 2) for one, other in permutations(curves, 2)])
    found = alpha_of_ranges(low, high)
    assert found.observed == pytest.approx(float(observed))
    assert found.expected == pytest.approx(float(expected))
    assert found.alpha == pytest.approx(1 - observed / expected)


def test_one_who_is_surer_differs_though_the_middle_is_the_same() -> None:
    low, high = np.array([[40.0, 0.0], [0.0, 0.0]]), np.array([[60.0, 10.0], [100.0, 10.0]])
    assert alpha_of_ranges(low, high).alpha < 1
    assert share_of_overlaps(low, high) == 1.0


def test_overlaps_are_counted_in_pairs() -> None:
    low = np.array([[0.0, 5.0, np.nan], [2.0, 8.0, 1.0], [3.0, 0.0, np.nan]])
    high = np.array([[2.0, 6.0, np.nan], [4.0, 9.0, 2.0], [9.0, 5.0, np.nan]])
    assert share_of_overlaps(low, high) == pytest.approx(3 / 6)
    assert np.isnan(share_of_overlaps(low[:, 2:], high[:, 2:]))


def test_agreement_cannot_be_told_where_nothing_varies_or_nothing_pairs() -> None:
    cases: list[list[list[float]]] = [[[1.0, 1.0], [1.0, 1.0]], [[1.0, np.nan], [np.nan, 2.0]], [[], []]]
    for data in cases:
        found = krippendorff_alpha(np.array(data).reshape(2, -1), "interval")
        assert np.isnan([found.alpha, found.low, found.high]).all()


def test_two_who_always_say_the_opposite_are_below_chance() -> None:
    assert krippendorff_alpha(np.array([[0.0, 1.0, 0.0, 1.0], [1.0, 0.0, 1.0, 0.0]]), "nominal").alpha < 0


@pytest.mark.parametrize(
    ("data", "level", "message"),
    [
        ([[1.0, 2.0]], "metric", "no level of measurement"),
        ([1.0, 2.0], "nominal", "coder, unit"),
        ([[-1.0, 2.0], [1.0, 2.0]], "ratio", "0 or more"),
        ([[np.inf, 2.0], [1.0, 2.0]], "interval", "finite"),
        (np.zeros((2, MOST_VALUES)).tolist(), "interval", "too many"),
    ],
)
def test_mistakes_are_named(data: Any, level: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        krippendorff_alpha(np.array(data), level)


def test_ranges_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="backwards"):
        alpha_of_ranges(np.array([[2.0]]), np.array([[1.0]]))
    with pytest.raises(ValueError, match="same places"):
        alpha_of_ranges(np.array([[2.0]]), np.array([[np.nan]]))

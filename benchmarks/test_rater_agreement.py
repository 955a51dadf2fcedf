"""Agreement of coders: alpha with its range over samples of units."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.rater_agreement import alpha_of_ranges, krippendorff_alpha


@pytest.mark.parametrize("n_units", [20, 200, 1000])
def test_krippendorff_alpha(benchmark: BenchmarkFixture, n_units: int) -> None:
    rng = np.random.default_rng(7)
    values = rng.integers(0, 5, (3, n_units)).astype(np.float64)
    found = benchmark(krippendorff_alpha, values, "ordinal")
    assert found.units == n_units


@pytest.mark.parametrize("n_units", [20, 200, 1000])
def test_alpha_of_ranges(benchmark: BenchmarkFixture, n_units: int) -> None:
    rng = np.random.default_rng(7)
    low = rng.uniform(0, 50, (3, n_units))
    found = benchmark(alpha_of_ranges, low, low + rng.uniform(0, 50, low.shape))
    assert found.units == n_units

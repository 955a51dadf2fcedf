"""Consistent scenarios by descriptors, density, structure and tolerance, and what is built on them.

The peer, prophesy-cib (2.0.1), looks at every scenario; it is no dependency of the project. `cross_impact_peer.py` runs
it on the same matrices where it is installed.
"""

import sys
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parent))

from cross_impact_models import FloatArray, ordered_judgements, random_judgements
from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    consistent_scenarios,
    least_changes,
    shuffled_baseline,
)
from hiwar.methods.cross_impact.engine import scenario_chunks


def matrix_with(judgements: FloatArray, n_states: int) -> CrossImpactMatrix:
    states = tuple(f"s{state}" for state in range(n_states))
    descriptors = tuple(Descriptor(f"D{place}", states) for place in range(len(judgements) // n_states))
    return CrossImpactMatrix(descriptors, judgements)


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Compile kernels outside the clock."""
    consistent_scenarios(matrix_with(random_judgements(4, 3, seed=1), 3))
    consistent_scenarios(matrix_with(random_judgements(12, 3, seed=1), 3))


@pytest.mark.parametrize("n_descriptors", [10, 15, 20, 23])
def test_dense(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    """From 59,049 to 9.4 x 10^10 scenarios; about twice the time for each further descriptor."""
    matrix = matrix_with(random_judgements(n_descriptors, 3, seed=1), 3)
    assert benchmark(consistent_scenarios, matrix).is_complete


@pytest.mark.parametrize("n_descriptors", [20, 30, 40])
def test_three_sections_in_ten(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    """Up to 1.2 x 10^19 scenarios."""
    matrix = matrix_with(random_judgements(n_descriptors, 3, seed=1, density=0.3), 3)
    assert benchmark(consistent_scenarios, matrix).is_complete


@pytest.mark.parametrize("n_descriptors", [20, 35, 50])
def test_ordered(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    """Up to 7 x 10^23 scenarios, tens of thousands of them consistent."""
    matrix = matrix_with(ordered_judgements(n_descriptors, 3, seed=1), 3)
    assert benchmark(consistent_scenarios, matrix).is_complete


@pytest.mark.parametrize("inconsistency", [0, 2, 4])
def test_near_misses(benchmark: BenchmarkFixture, inconsistency: int) -> None:
    matrix = matrix_with(random_judgements(15, 3, seed=1), 3)
    assert benchmark(consistent_scenarios, matrix, inconsistency=inconsistency).is_complete


@pytest.mark.parametrize("n_descriptors", [8, 11, 14])
def test_sweep(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    """Every scenario looked at, up to 4.8 million; what a search saves."""
    matrix = matrix_with(random_judgements(n_descriptors, 3, seed=1), 3)

    def sweep() -> int:
        return sum(len(rows) for rows, _ in scenario_chunks(matrix, 0, most_swept=1 << 40))

    assert benchmark(sweep) == len(consistent_scenarios(matrix))


@pytest.mark.parametrize("n_descriptors", [6, 10, 14])
def test_least_changes(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    """A search for every descriptor."""
    matrix = matrix_with(random_judgements(n_descriptors, 3, seed=1), 3)
    assert benchmark(least_changes, matrix).stopped_by is None


@pytest.mark.parametrize("n_descriptors", [6, 12])
def test_baseline_of_a_hundred(benchmark: BenchmarkFixture, n_descriptors: int) -> None:
    matrix = matrix_with(random_judgements(n_descriptors, 3, seed=1), 3)
    found = benchmark(lambda: shuffled_baseline(matrix, rng=np.random.default_rng(1), n_draws=100))
    assert len(found.counts) == 100

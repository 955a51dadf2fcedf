"""Succession: every scenario followed, by rule and size, and ways drawn where there are too many to follow."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor, Rule, find_attractors


def random_matrix(n_descriptors: int, n_states: int, *, seed: int) -> CrossImpactMatrix:
    """Judgements from -3 to 3, every pair of descriptors judged."""
    rng = np.random.default_rng(seed)
    judgements = rng.integers(-3, 4, (n_descriptors * n_states,) * 2).astype(np.float64)
    own = np.repeat(np.arange(n_descriptors), n_states)
    judgements[own[:, None] == own] = 0
    states = tuple(f"s{state}" for state in range(n_states))
    return CrossImpactMatrix(tuple(Descriptor(f"D{place}", states) for place in range(n_descriptors)), judgements)


@pytest.mark.parametrize("rule", [Rule.GLOBAL, Rule.INCREMENTAL, Rule.LOCAL])
@pytest.mark.parametrize("n_descriptors", [8, 11, 14])
def test_count_basins(benchmark: BenchmarkFixture, n_descriptors: int, rule: Rule) -> None:
    """From 6,561 to 4.8 million scenarios: time grows with scenarios x states, 4 bytes are held for each scenario."""
    find_attractors(random_matrix(3, 3, seed=1), rule)  # compile outside the clock
    found = benchmark(find_attractors, random_matrix(n_descriptors, 3, seed=7), rule)
    assert found.is_exact


@pytest.mark.parametrize("rule", [Rule.GLOBAL, Rule.RANDOM])
@pytest.mark.parametrize("n_descriptors", [20, 40])
def test_draw_basins(benchmark: BenchmarkFixture, n_descriptors: int, rule: Rule) -> None:
    """A thousand ways through 3.5 x 10^9 and 1.2 x 10^19 scenarios."""
    matrix = random_matrix(n_descriptors, 3, seed=7)
    find_attractors(matrix, rule, draws=1, rng=np.random.default_rng(1))
    found = benchmark(lambda: find_attractors(matrix, rule, draws=1000, rng=np.random.default_rng(1)))
    assert found.n_starts == 1000

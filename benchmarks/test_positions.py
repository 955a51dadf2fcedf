"""The challenge model by the number of actors, and ranges carried through it.

The peer is the plain definition that the tests hold the method against; it takes every voter of every pair of actors by
itself, as the open replications do.
"""

import sys
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "methods" / "positions"))

from positions_oracle import plain_path  # type: ignore[import-not-found]  # lies beside the tests

from hiwar.methods.positions import AS_TABULATED, AS_WRITTEN, Actor, ContestedIssue, Variant, draw_outcomes, settle

VARIANTS = pytest.mark.parametrize("variant", [AS_WRITTEN, AS_TABULATED], ids=["as written", "as tabulated"])


def random_issue(n_actors: int) -> ContestedIssue:
    rows = np.random.default_rng(7).uniform(0.1, 1.0, (n_actors, 3)).tolist()
    return ContestedIssue(tuple(Actor(f"actor {place}", *row) for place, row in enumerate(rows)))


@VARIANTS
@pytest.mark.parametrize("n_actors", [10, 100, 1000])
def test_ten_rounds(benchmark: BenchmarkFixture, n_actors: int, variant: Variant) -> None:
    assert benchmark(settle, random_issue(n_actors), variant, rounds=10).path.shape == (11, n_actors)


def test_ten_rounds_by_the_definition(benchmark: BenchmarkFixture) -> None:
    issue = random_issue(10)
    path = benchmark(plain_path, issue, AS_WRITTEN, 10)
    np.testing.assert_allclose(path, settle(issue, rounds=10).path, atol=1e-7)


@VARIANTS
def test_thousand_draws(benchmark: BenchmarkFixture, variant: Variant) -> None:
    found = benchmark(lambda: draw_outcomes(random_issue(10), variant, draws=1_000, rng=np.random.default_rng(1)))
    assert found.draws == 1_000

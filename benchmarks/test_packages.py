"""Packages by issues, options, parties and rules.

The peer, NegMAS (0.16), lists all packages; it is no dependency of the project. `packages_peer.py` runs it on the same
points where it is installed, and checks that it finds as many undominated scores.
"""

import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "methods" / "packages"))

from package_tables import opposed_table, random_table  # type: ignore[import-not-found]  # lies beside the tests

from hiwar.methods.packages import STANDARDS, Standard, fair_points, pareto_frontier, zone_of_agreement


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Compile kernels outside the clock."""
    for n_parties in (2, 3, 4):
        fair_points(random_table(6, 3, n_parties, high=9, seed=1, reservation=1))
    fair_points(random_table(20, 5, 4, high=99, seed=1, reservation=1), (Standard.NASH,))
    pareto_frontier(random_table(12, 5, 4, high=99, seed=1), most_scores=100)


@pytest.mark.parametrize("n_issues", [20, 60, 200])
def test_two_parties_by_issues(benchmark: BenchmarkFixture, n_issues: int) -> None:
    form = random_table(n_issues, 5, 2, high=1000, seed=1)
    assert benchmark(pareto_frontier, form).proved


@pytest.mark.parametrize("n_options", [2, 5, 10, 20])
def test_two_parties_by_options(benchmark: BenchmarkFixture, n_options: int) -> None:
    form = random_table(60, n_options, 2, high=1000, seed=1)
    assert benchmark(pareto_frontier, form).proved


def test_two_parties_opposed(benchmark: BenchmarkFixture) -> None:
    form = opposed_table(60, 5, high=1000, noise=100, seed=1)
    assert benchmark(pareto_frontier, form).proved


@pytest.mark.parametrize("n_rules", [20, 40, 60, 80])
def test_two_parties_by_rules(benchmark: BenchmarkFixture, n_rules: int) -> None:
    form = random_table(60, 5, 2, high=1000, seed=1, n_rules=n_rules)
    assert benchmark(pareto_frontier, form).proved


def test_two_parties_count(benchmark: BenchmarkFixture) -> None:
    form = random_table(60, 5, 2, high=1000, seed=1, n_rules=60)
    assert benchmark(zone_of_agreement, form).n_feasible > 0


@pytest.mark.parametrize(("n_issues", "high"), [(20, 20), (40, 20), (40, 100)])
def test_three_parties(benchmark: BenchmarkFixture, n_issues: int, high: int) -> None:
    form = random_table(n_issues, 5, 3, high=high, seed=1)
    assert benchmark(pareto_frontier, form).proved


@pytest.mark.parametrize("n_parties", [4, 5, 6, 8])
def test_nash_by_parties(benchmark: BenchmarkFixture, n_parties: int) -> None:
    form = random_table(60, 5, n_parties, high=100, seed=1, reservation=2000)
    (found,) = benchmark(fair_points, form, (Standard.NASH,))
    assert found.proved


@pytest.mark.parametrize("standard", STANDARDS)
def test_four_parties_by_standard(benchmark: BenchmarkFixture, standard: Standard) -> None:
    form = random_table(60, 5, 4, high=100, seed=1, reservation=2000)
    (found,) = benchmark(fair_points, form, (standard,))
    assert found.proved


def test_four_parties_rough_frontier(benchmark: BenchmarkFixture) -> None:
    form = random_table(20, 5, 4, high=100, seed=1)
    assert not benchmark(pareto_frontier, form).proved

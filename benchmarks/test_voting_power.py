"""Voting power by players, weights and rules.

The peer, powerindices (1.0.2), is no dependency of the project; `voting_power_peer.py` runs it on the same bodies where
it is installed, and says by how much it is wrong.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.formats import read_voting_power
from hiwar.methods.voting_power import (
    Majority,
    TernaryGame,
    ThirdOption,
    VotingGame,
    analyse_power,
    analyse_ternary_power,
    majority,
    minimal_winning,
    share,
    weighted_game,
)

CASES = Path(__file__).parents[1] / "tests" / "cases" / "voting_power"


def drawn(n_players: int, total: int) -> Mapping[str, int]:
    """Weights that add up to about so much."""
    rng = np.random.default_rng(7)
    return {f"player {n}": int(w) for n, w in enumerate(rng.integers(1, 2 * total // n_players, n_players))}


@pytest.mark.parametrize(("n_players", "total"), [(20, 1_000), (60, 1_000), (60, 30_000), (100, 5_000), (200, 5_000)])
def test_both_indices_by_size(benchmark: BenchmarkFixture, n_players: int, total: int) -> None:
    weights = drawn(n_players, total)
    power = benchmark(analyse_power, weighted_game(weights, majority(weights)))
    assert sum(power.shapley_shubik) == 1


@pytest.mark.parametrize(("n_players", "total"), [(60, 1_000), (200, 5_000)])
def test_minimal_winning_counted(benchmark: BenchmarkFixture, n_players: int, total: int) -> None:
    weights = drawn(n_players, total)
    assert benchmark(minimal_winning, weighted_game(weights, majority(weights))).n_coalitions > 0


def test_two_quotas(benchmark: BenchmarkFixture) -> None:
    first = drawn(60, 300)
    second = dict(zip(first, list(first.values())[::-1], strict=True))
    game = VotingGame(tuple(first), ((majority(first), share(second, Fraction(2, 3))),))
    assert sum(benchmark(analyse_power, game).shapley_shubik) == 1


@pytest.mark.parametrize("name", ["european_union_nice", "european_union_lisbon"])
def test_three_quotas_with_populations(benchmark: BenchmarkFixture, name: str) -> None:
    game = read_voting_power(CASES / f"{name}.yaml").game
    assert isinstance(game, VotingGame)
    assert sum(benchmark(analyse_power, game).shapley_shubik) == 1


@pytest.mark.parametrize("n_players", [15, 30, 45])
def test_quorum_of_those_present(benchmark: BenchmarkFixture, n_players: int) -> None:
    weights = drawn(n_players, 300)
    game = TernaryGame(tuple(weights), (Majority(weights),), ThirdOption.ABSENT, (majority(weights),))
    power = benchmark.pedantic(analyse_ternary_power, (game,), rounds=1)  # type: ignore[no-untyped-call]
    assert sum(power.shapley_shubik) == 1

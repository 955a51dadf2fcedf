"""Voting power where members may abstain or stay away, against its definitions."""

from dataclasses import replace
from fractions import Fraction

import pytest
import voting_oracle as oracle
from hypothesis import given, settings
from voting_games import ternary_games

from hiwar.methods.voting_power import (
    Base,
    Majority,
    ModelError,
    Quota,
    TernaryGame,
    ThirdOption,
    analyse_ternary_power,
    majority,
)

SEATS = {"A": 3, "B": 2, "C": 2}
NAMES = tuple(SEATS)


@given(ternary_games())
@settings(max_examples=60)
def test_swings_are_as_defined(game: TernaryGame) -> None:
    power = analyse_ternary_power(game)
    assert power.n_passing == sum(oracle.passes(game, votes) for votes in oracle.divisions(game))
    assert power.swings == tuple(oracle.ternary_swings(game, name) for name in game.players)


@given(ternary_games(most_players=3))
@settings(max_examples=60)
def test_pivots_of_roll_calls_are_as_defined(game: TernaryGame) -> None:
    power = analyse_ternary_power(game)
    assert dict(zip(game.players, power.shapley_shubik, strict=True)) == oracle.roll_call_pivots(game)


@given(ternary_games())
def test_indices_add_up_to_one(game: TernaryGame) -> None:
    power = analyse_ternary_power(game)
    assert sum(power.shapley_shubik) == sum(power.banzhaf) == 1
    assert 0 < power.power_to_act < 1
    for name, share in zip(game.players, power.shapley_shubik, strict=True):
        assert (name in power.dummies) == (share == 0)


@given(ternary_games())
def test_no_order_of_players_matters(game: TernaryGame) -> None:
    power = analyse_ternary_power(game)
    turned = analyse_ternary_power(replace(game, players=game.players[::-1]))
    assert turned.swings[::-1] == power.swings
    assert turned.shapley_shubik[::-1] == power.shapley_shubik


def test_where_abstaining_is_voting_against_only_the_chance_of_a_yes_changes() -> None:
    game = TernaryGame(NAMES, (majority(SEATS),))
    power = analyse_ternary_power(game)
    assert power.power_to_act == Fraction(1, 27) + 3 * Fraction(2, 27)
    assert power.swings == (4, 4, 4)


def test_a_vote_against_can_make_the_quorum() -> None:
    """A and B are there or not; two of three must be. If C stays away, nothing passes; if C votes against, it does."""
    game = TernaryGame(NAMES, (Majority(SEATS, base=Base.PRESENT),), ThirdOption.ABSENT, (Quota(SEATS, 5),))
    votes = {"A": oracle.FOR, "B": oracle.THIRD, "C": oracle.AGAINST}
    assert oracle.passes(game, votes)
    assert not oracle.passes(game, {**votes, "C": oracle.THIRD})
    assert analyse_ternary_power(game).swings == tuple(oracle.ternary_swings(game, name) for name in NAMES)


def test_an_abstention_is_no_veto() -> None:
    game = TernaryGame(NAMES, (Quota(SEATS, 4),), vetoes=("A",))
    assert oracle.passes(game, {"A": oracle.THIRD, "B": oracle.FOR, "C": oracle.FOR})
    assert not oracle.passes(game, {"A": oracle.AGAINST, "B": oracle.FOR, "C": oracle.FOR})
    power = analyse_ternary_power(game)
    assert power.swings == tuple(oracle.ternary_swings(game, name) for name in NAMES)


def test_a_frame_has_a_row_per_player() -> None:
    pytest.importorskip("pandas")
    frame = analyse_ternary_power(TernaryGame(NAMES, (majority(SEATS),))).to_frame()
    assert frame["banzhaf"].sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("game", "message"),
    [
        (TernaryGame((), ()), "at least one player"),
        (TernaryGame(NAMES, ()), "at least one rule"),
        (TernaryGame(NAMES, (Majority(SEATS, 2),)), "between 0 and 1"),
        (TernaryGame(NAMES, (Majority(SEATS, 1),)), "nothing can pass"),
        (TernaryGame(NAMES, (Quota(SEATS, 8),)), "nothing can pass"),
        (TernaryGame(NAMES, (Majority(SEATS),), quorum=(Quota(SEATS, 9),)), "nothing can pass"),
        (TernaryGame(NAMES, (Majority(SEATS, 0.5, Base.CAST, is_strict=False),)), "without any vote in favour"),
        (TernaryGame(NAMES, (Majority(SEATS, 0, is_strict=False),), vetoes=("A",)), "without any vote in favour"),
        (TernaryGame(NAMES, (Quota(SEATS, 0),)), "without any vote in favour"),
        (TernaryGame(NAMES, (Quota({"A": 1, "B": 1}, 1),)), 'no weight is stated for "C"'),
    ],
)
def test_a_body_that_cannot_be_is_refused(game: TernaryGame, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        analyse_ternary_power(game)


def test_a_body_out_of_reach_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiwar.methods.voting_power.ternary.MOST_NODES", 20)
    weights = {f"player {number}": 2**number for number in range(12)}
    with pytest.raises(ModelError, match="12 players with three options"):
        analyse_ternary_power(TernaryGame(tuple(weights), (Majority(weights),)))

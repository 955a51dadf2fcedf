"""Voting power against its definitions, by both ways of counting, and properties that hold for any body."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import factorial
from random import Random

import pytest
import voting_oracle as oracle
from hypothesis import given, settings
from hypothesis import strategies as st
from voting_games import NAMES, games, single

from hiwar.methods.voting_power import (
    ModelError,
    Quota,
    VotingGame,
    VotingPower,
    analyse_power,
    majority,
    minimal_winning,
    share,
    weighted_game,
)
from hiwar.methods.voting_power.diagram import TooLargeError
from hiwar.methods.voting_power.minimal_diagram import MinimalDiagram
from hiwar.methods.voting_power.rows import count_by_rows
from hiwar.methods.voting_power.scaling import scale
from hiwar.methods.voting_power.simple import count_by_diagram


def assert_is_by_definition(power: VotingPower) -> None:
    game = power.game
    assert power.n_winning == sum(oracle.wins(game, one) for one in oracle.coalitions(game))
    assert power.swings == tuple(len(oracle.swings(game, name)) for name in game.players)
    assert power.shapley_shubik == tuple(oracle.shapley_shubik(game, name) for name in game.players)


@given(games())
def test_power_is_as_defined(game: VotingGame) -> None:
    assert_is_by_definition(analyse_power(game))


@given(single((12, 13), high=40))
@settings(max_examples=2)
def test_power_of_a_dozen_players_is_as_defined(game: VotingGame) -> None:
    assert_is_by_definition(analyse_power(game))


def test_power_of_fifteen_players_is_as_defined() -> None:
    weights = dict(zip(NAMES, (31, 27, 22, 19, 19, 14, 12, 9, 8, 8, 5, 3, 2, 1, 0), strict=True))
    power = analyse_power(weighted_game(weights, majority(weights)))
    tops = [sum(weights[name] for name in one) for one in oracle.coalitions(power.game)]
    assert power.n_winning == sum(2 * top > sum(weights.values()) for top in tops)
    place = 5
    assert power.swings[place] == len(oracle.swings(power.game, NAMES[place]))
    assert power.shapley_shubik[place] == oracle.shapley_shubik(power.game, NAMES[place])


@given(games(n_players=(1, 7), n_routes=2))
def test_both_ways_of_counting_agree(game: VotingGame) -> None:
    scaled = scale(game)
    assert count_by_rows(scaled) == count_by_diagram(scaled)


@given(single((10, 24), high=60))
def test_both_ways_of_counting_agree_on_larger_bodies(game: VotingGame) -> None:
    scaled = scale(game)
    assert count_by_rows(scaled) == count_by_diagram(scaled)


@given(games())
def test_minimal_winning_coalitions_are_as_defined(game: VotingGame) -> None:
    found = minimal_winning(game)
    assert found.coalitions is not None
    expected = oracle.minimal(game)
    assert set(map(frozenset, found.coalitions)) == expected
    assert len(found.coalitions) == found.n_coalitions == len(expected)
    for name, own in zip(game.players, found.holding, strict=True):
        assert own == tuple(
            sum(name in one and len(one) == size for one in expected) for size in range(len(game.players) + 1)
        )
    shares = [
        Fraction(sum(Fraction(1, len(one)) for one in expected if name in one), len(expected)) for name in game.players
    ]
    assert found.deegan_packel == tuple(shares)


@given(single((1, 11), high=20))
def test_minimal_winning_coalitions_are_counted_without_listing_them(game: VotingGame) -> None:
    counted, listed = minimal_winning(game, most_listed=0), minimal_winning(game, most_listed=10**6)
    by_diagram = MinimalDiagram.of(scale(game)).counts()
    assert counted.coalitions is None
    assert counted.holding == listed.holding == by_diagram.swings
    assert listed.coalitions is not None
    assert len(listed.coalitions) == counted.n_coalitions == sum(by_diagram.winning)


@given(games())
def test_indices_keep_their_sums_and_bounds(game: VotingGame) -> None:
    power, minimal = analyse_power(game), minimal_winning(game)
    for index in (power.banzhaf, power.shapley_shubik, minimal.public_good, minimal.deegan_packel):
        assert sum(index) == 1
        assert min(index) >= 0
    for name, absolute, prevent, initiate in zip(
        game.players, power.banzhaf_absolute, power.power_to_prevent, power.power_to_initiate, strict=True
    ):
        assert 0 <= prevent <= 1
        assert 0 <= initiate <= 1
        assert absolute == (0 if not prevent else 2 / (1 / prevent + 1 / initiate))
        assert (prevent == 1) == (name in power.blockers)
        assert name not in game.vetoes or prevent == 1


@given(games())
def test_players_of_equal_weight_have_equal_power(game: VotingGame) -> None:
    power = analyse_power(game)
    for one, other in combinations(range(len(game.players)), 2):
        a, b = game.players[one], game.players[other]
        weights = [quota.weights for route in game.routes for quota in route]
        if (a in game.vetoes) == (b in game.vetoes) and all(own[a] == own[b] for own in weights):
            assert power.swings[one] == power.swings[other]
            assert power.shapley_shubik[one] == power.shapley_shubik[other]


@given(games())
def test_dummies_are_in_no_minimal_winning_coalition_and_change_nothing_by_leaving(game: VotingGame) -> None:
    power, minimal = analyse_power(game), minimal_winning(game)
    for name, share_, held in zip(game.players, power.shapley_shubik, minimal.public_good, strict=True):
        assert (name in power.dummies) == (share_ == 0) == (held == 0)
    if power.dummies and len(power.dummies) < len(game.players):
        rest = tuple(name for name in game.players if name not in power.dummies)
        routes = tuple(
            tuple(replace(quota, weights={name: quota.weights[name] for name in rest}) for quota in route)
            for route in game.routes
            if all(sum(Fraction(quota.weights[name]) for name in rest) > 0 for quota in route)
        )
        if len(routes) == 1 and len(routes[0]) == 1:
            alone = analyse_power(VotingGame(rest, routes, game.vetoes))
            assert alone.shapley_shubik == tuple(share_ for share_ in power.shapley_shubik if share_)


@given(games(), st.randoms(use_true_random=False))
def test_no_order_of_players_or_quotas_matters(game: VotingGame, random: Random) -> None:
    players, routes = list(game.players), [list(route) for route in game.routes]
    random.shuffle(players)
    random.shuffle(routes)
    for route in routes:
        random.shuffle(route)
    moved = analyse_power(VotingGame(tuple(players), tuple(map(tuple, routes)), game.vetoes[::-1]))
    power = analyse_power(game)
    assert dict(zip(moved.players, moved.shapley_shubik, strict=True)) == dict(
        zip(power.players, power.shapley_shubik, strict=True)
    )
    assert dict(zip(moved.players, moved.swings, strict=True)) == dict(zip(power.players, power.swings, strict=True))


@given(games(), st.fractions(Fraction(1, 7), 7, max_denominator=7).filter(bool))
def test_no_unit_of_weight_matters(game: VotingGame, unit: Fraction) -> None:
    routes = tuple(
        tuple(
            replace(
                quota,
                weights={name: Fraction(weight) * unit for name, weight in quota.weights.items()},
                needed=Fraction(quota.needed) * unit,
            )
            for quota in route
        )
        for route in game.routes
    )
    power, scaled = analyse_power(game), analyse_power(replace(game, routes=routes))
    assert (power.swings, power.shapley_shubik) == (scaled.swings, scaled.shapley_shubik)


@given(games(n_players=(4, 4), n_routes=1), games(n_players=(4, 4), n_routes=1))
def test_power_adds_up_over_union_and_intersection(first: VotingGame, second: VotingGame) -> None:
    """The axiom in place of additivity for simple games (Dubey 1975): v + w = (v or w) + (v and w)."""
    first, second = replace(first, vetoes=()), replace(second, vetoes=())
    either = VotingGame(first.players, first.routes + second.routes)
    both = VotingGame(first.players, (first.routes[0] + second.routes[0],))
    parts = [analyse_power(game) for game in (first, second, either, both)]
    for index in ("shapley_shubik", "swings"):
        one, other, joint, common = (getattr(power, index) for power in parts)
        assert [a + b for a, b in zip(one, other, strict=True)] == [a + b for a, b in zip(joint, common, strict=True)]


@given(single((1, 7)))
def test_the_dual_body_has_the_same_power(game: VotingGame) -> None:
    """Whoever can block: coalitions without which nothing passes."""
    quota = game.routes[0][0]
    total = sum((Fraction(weight) for weight in quota.weights.values()), Fraction(0))
    dual = Quota(quota.weights, total - Fraction(quota.needed), not quota.is_strict)
    free = analyse_power(VotingGame(game.players, ((quota,),)))
    blocking = analyse_power(VotingGame(game.players, ((dual,),)))
    assert free.swings == blocking.swings
    assert free.shapley_shubik == blocking.shapley_shubik
    assert free.n_winning + blocking.n_winning == 2 ** len(game.players)


@pytest.mark.parametrize("n_players", [3, 70, 101, 150])
def test_equal_members_are_counted_exactly_however_many_they_are(n_players: int) -> None:
    """One vote each, simple majority: swings are a binomial coefficient; floats and 64 bits fail long before."""
    weights = {f"member {number}": 1 for number in range(n_players)}
    power = analyse_power(weighted_game(weights, majority(weights)))
    half = n_players // 2
    expected = factorial(n_players - 1) // (factorial(half) * factorial(n_players - 1 - half))
    assert set(power.swings) == {expected}
    assert set(power.shapley_shubik) == {Fraction(1, n_players)}


def test_seventy_unequal_players_add_up_exactly() -> None:
    weights = {f"player {number}": 1 + number * number % 97 for number in range(70)}
    power = analyse_power(weighted_game(weights, majority(weights)))
    assert sum(power.shapley_shubik) == sum(power.banzhaf) == 1
    assert power.n_winning < 2**70


def test_weights_that_are_not_whole_are_taken_exactly() -> None:
    tenths = analyse_power(weighted_game({"A": 0.1, "B": 0.2, "C": 0.3}, 0.3))
    whole = analyse_power(weighted_game({"A": 1, "B": 2, "C": 3}, 3))
    assert tenths.swings == whole.swings
    mixed = weighted_game({"A": Fraction(1, 3), "B": Decimal("0.5"), "C": 1}, Fraction(5, 6))
    assert analyse_power(mixed).swings == analyse_power(weighted_game({"A": 2, "B": 3, "C": 6}, 5)).swings


def test_weights_of_many_digits_are_counted_by_the_diagram() -> None:
    weights = {name: 10**15 + 7**place for place, name in enumerate(NAMES)}
    power = analyse_power(weighted_game(weights, majority(weights)))
    assert power.swings[0] == len(oracle.swings(power.game, "A"))


def test_a_share_is_reached_and_a_majority_passed() -> None:
    seats = {"A": 4, "B": 3, "C": 2}
    assert share(seats, Fraction(2, 3)).needed == 6
    assert analyse_power(weighted_game(seats, share(seats, Fraction(2, 3)))).swings == (3, 1, 1)
    halves = {"A": 2, "B": 2}
    assert analyse_power(weighted_game(halves, majority(halves))).n_winning == 1


def test_a_veto_blocks_whatever_the_weight() -> None:
    power = analyse_power(weighted_game({"A": 9, "B": 9, "C": 1}, 10, vetoes=["C"]))
    assert power.blockers == ("C",)
    assert power.shapley_shubik == (Fraction(1, 6), Fraction(1, 6), Fraction(2, 3))


def test_a_frame_has_a_row_per_player() -> None:
    pytest.importorskip("pandas")
    frame = analyse_power(weighted_game({"A": 2, "B": 1}, 2)).to_frame()
    assert frame.loc["A", "shapley_shubik"] == 1.0
    assert list(frame.index) == ["A", "B"]


@pytest.mark.parametrize(
    ("game", "message"),
    [
        (VotingGame((), ()), "at least one player"),
        (VotingGame(("A",), ()), "at least one quota"),
        (VotingGame(("A",), ((Quota({"A": 1}, 1),),) * 65), "65 alternatives are too many"),
        (VotingGame(("A", "A"), ()), '"A" is given twice'),
        (VotingGame(("A",), ((Quota({"A": 1}, 1),),), ("B",)), "veto of no player"),
        (VotingGame(("A", "B"), ((Quota({"A": 1}, 1),),)), 'no weight is stated for "B"'),
        (weighted_game({"A": 1}, Quota({"A": 1, "B": 2}, 1)), '"B" is no player'),
        (weighted_game({"A": 1, "B": -1}, 1), "-1 is less than 0"),
        (weighted_game({"A": 1, "B": float("nan")}, 1), "no finite number"),
        (weighted_game({"A": 1, "B": 2}, 4), "nothing can pass"),
        (weighted_game({"A": 1, "B": 2}, 0), "must be more than 0"),
        (weighted_game({"A": 0, "B": 0}, majority({"A": 0, "B": 0})), "nothing can pass"),
    ],
)
def test_a_body_that_cannot_be_is_refused(game: VotingGame, message: str) -> None:
    for ask in (analyse_power, minimal_winning):
        with pytest.raises(ModelError, match=message):
            ask(game)


def test_a_body_out_of_reach_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise TooLargeError

    weights = {f"player {number}": 10**9 + number**5 for number in range(60)}
    monkeypatch.setattr("hiwar.methods.voting_power.power.count_by_diagram", give_up)
    with pytest.raises(ModelError, match="60 players with weights that add up to"):
        analyse_power(weighted_game(weights, majority(weights)))
    monkeypatch.setattr("hiwar.methods.voting_power.diagram.MOST_NODES", 10)
    with pytest.raises(TooLargeError):
        count_by_diagram(scale(weighted_game(weights, majority(weights))), 1000)


def test_many_weights_of_many_digits_fall_back_on_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise TooLargeError

    game = weighted_game({f"player {number}": 71 + number for number in range(60)}, 3_000)
    expected = analyse_power(game)
    monkeypatch.setattr("hiwar.methods.voting_power.power._QUICK", 0)
    monkeypatch.setattr("hiwar.methods.voting_power.power.count_by_diagram", give_up)
    assert analyse_power(game).swings == expected.swings


def test_minimal_winning_coalitions_out_of_reach_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise TooLargeError

    monkeypatch.setattr(MinimalDiagram, "of", give_up)
    game = VotingGame(("A", "B"), ((Quota({"A": 1, "B": 2}, 2), Quota({"A": 2, "B": 1}, 2)),))
    with pytest.raises(ModelError, match="of 2 players cannot be counted"):
        minimal_winning(game)

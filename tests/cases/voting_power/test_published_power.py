"""Published bodies: each file says where weights, quota and results come from, and which of these are published."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from hiwar.formats import read_voting_power
from hiwar.methods.voting_power import (
    Majority,
    Quota,
    TernaryGame,
    TernaryPower,
    ThirdOption,
    VotingGame,
    VotingPower,
    analyse_power,
    analyse_ternary_power,
    majority,
    minimal_winning,
    share,
    weighted_game,
)

HERE = Path(__file__).parent
NAMES = sorted(path.name.removesuffix(".results.yaml") for path in HERE.glob("*.results.yaml"))
INDICES = ("banzhaf", "banzhaf_absolute", "shapley_shubik", "swings", "power_to_prevent", "power_to_initiate")


def results(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load((HERE / f"{name}.results.yaml").read_text("utf-8"))
    return loaded


def power_of(name: str) -> VotingPower | TernaryPower:
    game = read_voting_power(HERE / f"{name}.yaml").game
    return analyse_ternary_power(game) if isinstance(game, TernaryGame) else analyse_power(game)


def binary(name: str) -> VotingGame:
    game = read_voting_power(HERE / f"{name}.yaml").game
    assert isinstance(game, VotingGame)
    return game


def assert_agrees(found: Fraction | int, stated: object) -> None:
    """Exactly where a whole number or fraction is stated, else to the digits shown."""
    text = str(stated)
    if "." not in text:
        assert found == Fraction(text)
    else:
        assert float(found) == pytest.approx(float(text), abs=0.51 * 10.0 ** -len(text.partition(".")[2]))


@pytest.mark.parametrize("name", NAMES)
def test_indices_are_those_stated(name: str) -> None:
    power, stated = power_of(name), results(name)
    for part in ("published", "computed"):
        for index in INDICES:
            own = dict(zip(power.players, getattr(power, index, ()), strict=False))
            for player, value in stated[part].get(index, {}).items():
                assert_agrees(own[player], value)
    for key in ("n_winning", "n_passing", "dummies", "blockers"):
        for part in ("published", "computed"):
            if key in stated[part]:
                found = getattr(power, key)
                assert (list(found) if isinstance(found, tuple) else found) == stated[part][key]


@pytest.mark.parametrize("name", [name for name in NAMES if "minimal_winning" in results(name)["computed"]])
def test_minimal_winning_coalitions_are_as_many_as_stated(name: str) -> None:
    assert minimal_winning(binary(name)).n_coalitions == results(name)["computed"]["minimal_winning"]


def test_luxembourg_has_no_power_but_a_vote() -> None:
    """4 + 4 + 4, or two large and both middle ones: no sum of the others is 11."""
    game = binary("eec_1958")
    found = minimal_winning(game)
    assert all("Luxembourg" not in members for members in found.coalitions or ())
    assert minimal_winning(game).public_good[-1] == 0


def test_a_veto_weighs_less_where_abstaining_does_not_use_it() -> None:
    without, with_it = power_of("security_council"), power_of("security_council_abstention")
    assert without.banzhaf[0] > with_it.banzhaf[0] > with_it.banzhaf[5] > without.banzhaf[5]
    assert without.shapley_shubik[0] > with_it.shapley_shubik[0]


def test_further_conditions_of_nice_change_almost_nothing() -> None:
    game = binary("european_union_nice")
    all_three = analyse_power(game)
    votes_only = analyse_power(replace(game, routes=(game.routes[0][:1],)))
    largest = max(abs(one - other) for one, other in zip(all_three.banzhaf, votes_only.banzhaf, strict=True))
    assert 0 < largest < Fraction(1, 10_000)


def test_the_clause_on_blocking_lets_few_more_coalitions_win() -> None:
    """It matters only where at most three members hold more than 35 per cent of the population; these can be listed."""
    game = binary("european_union_lisbon")
    weights = {name: Fraction(weight) for name, weight in game.routes[0][1].weights.items()}
    total = sum(weights.values())
    against = [few for size in (1, 2, 3) for few in combinations(game.players, size)]
    heavy = [few for few in against if sum(weights[name] for name in few) > total * Fraction(35, 100)]
    added = analyse_power(game).n_winning - analyse_power(replace(game, routes=game.routes[:1])).n_winning
    assert added == len(heavy) == results("european_union_lisbon")["computed"]["clause_adds"]


def test_the_council_of_2018_has_its_seats_and_quotas() -> None:
    file = read_voting_power(HERE / "iraqi_council_2018.yaml")
    seats, stated = file.measures["weight"], results("iraqi_council_2018")
    assert sum(Fraction(seat) for seat in seats.values()) == stated["published"]["total"]
    half = analyse_power(weighted_game(seats, majority(seats)))
    assert half.swings == analyse_power(weighted_game(seats, stated["computed"]["quota"])).swings
    two_thirds = analyse_power(weighted_game(seats, share(seats, Fraction(2, 3))))
    assert two_thirds.swings == analyse_power(weighted_game(seats, stated["computed"]["two_thirds"])).swings
    assert two_thirds.power_to_act < half.power_to_act == Fraction(1, 2)
    assert two_thirds.power_to_prevent[0] > half.power_to_prevent[0]


def test_the_council_of_2018_under_its_quorum_counts_those_present() -> None:
    """Half of the members must be there, and more than half of them in favour: 39 lists with three options each."""
    seats = read_voting_power(HERE / "iraqi_council_2018.yaml").measures["weight"]
    rule, quorum = Majority(seats), majority(seats)
    power = analyse_ternary_power(TernaryGame(tuple(seats), (rule,), ThirdOption.ABSENT, (quorum,)))
    assert sum(power.shapley_shubik) == sum(power.banzhaf) == 1
    assert sorted(power.swings, reverse=True) == list(power.swings)
    assert isinstance(quorum, Quota)

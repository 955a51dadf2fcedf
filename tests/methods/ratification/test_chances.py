"""Chances of passing, against every combination of what blocs may do."""

import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import ratification_oracle as oracle
from hypothesis import given, settings
from hypothesis import strategies as st
from ratification_models import routes

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    Between,
    Bloc,
    Chamber,
    Correlated,
    ModelError,
    Outcome,
    Position,
    Referendum,
    Route,
    Rule,
    VetoPlayer,
    influences,
    passing_probability,
)

CHANCES = [None, Fraction(0), Fraction(1, 4), Fraction(2, 3), Fraction(1), Between(Fraction(1, 5), Fraction(3, 5))]


@st.composite
def routes_with_chances(draw: st.DrawFn) -> Route:
    route = draw(routes())
    chambers = tuple(
        replace(
            chamber,
            blocs=tuple(
                replace(bloc, probability=draw(st.sampled_from(CHANCES)) if bloc.seats else None)
                for bloc in chamber.blocs
            ),
        )
        for chamber in route.chambers
    )
    players = tuple(replace(player, probability=draw(st.sampled_from(CHANCES))) for player in route.veto_players)
    return replace(route, chambers=chambers, veto_players=players)


def chance_by_listing(route: Route, *, best: bool) -> Fraction:
    """Everybody with a probability goes either way; a verdict by listing says what the others can do about it."""
    drawn = [(number, place) for number, chamber in enumerate(route.chambers) for place in range(len(chamber.blocs))]
    drawn = [(n, p) for n, p in drawn if route.chambers[n].blocs[p].probability is not None]
    voices = [number for number, player in enumerate(route.veto_players) if player.probability is not None]
    total = Fraction(0)
    for choice in itertools.product([True, False], repeat=len(drawn) + len(voices)):
        chambers = [list(chamber.blocs) for chamber in route.chambers]
        players, weight = list(route.veto_players), Fraction(1)
        for is_for, (number, place) in zip(choice, drawn, strict=False):
            bloc = chambers[number][place]
            chambers[number][place] = _settled(bloc, is_for)
            weight *= _chance(bloc.probability, is_for, best)
        for is_for, number in zip(choice[len(drawn) :], voices, strict=True):
            weight *= _chance(players[number].probability, is_for, best)
            players[number] = replace(players[number], position=Position.FOR if is_for else Position.AGAINST)
        settled = tuple(replace(c, blocs=tuple(b)) for c, b in zip(route.chambers, chambers, strict=True))
        outcome = oracle.outcome(replace(route, chambers=settled, veto_players=tuple(players)))
        if outcome is Outcome.PASS or (best and outcome is Outcome.CANNOT_BE_TOLD):
            total += weight
    return total


def _settled(bloc: Bloc, is_for: bool) -> Bloc:
    return replace(bloc, position=Position.FOR if is_for else Position.AGAINST, shares_for=None)


def _chance(known: object, is_for: bool, best: bool) -> Fraction:
    if isinstance(known, Between):
        known = known.high if best else known.low
    assert isinstance(known, Fraction)
    return known if is_for else 1 - known


@settings(max_examples=80, deadline=None)
@given(routes_with_chances())
def test_chances_are_what_every_combination_adds_up_to(route: Route) -> None:
    found = passing_probability(route)
    assert found.exact_low == chance_by_listing(route, best=False)
    assert found.exact_high == chance_by_listing(route, best=True)
    assert found.draws == 0


def parliament(chances: list[object], seats: int = 10, **more: object) -> Route:
    blocs = tuple(Bloc(f"b{number}", seats, probability=chance) for number, chance in enumerate(chances))  # type: ignore[arg-type]
    return Route("r", (Chamber("Assembly", seats * len(chances), blocs, MAJORITY_OF_MEMBERS),), **more)  # type: ignore[arg-type]


def test_three_equal_blocs_pass_when_two_are_for() -> None:
    found = passing_probability(parliament([Fraction(1, 2), Fraction(1, 2), Fraction(1, 3)]))
    assert found.exact_low == found.exact_high == Fraction(5, 12)


def test_sixty_blocs_are_added_up_exactly() -> None:
    """All alike: the binomial distribution."""
    import math

    found = passing_probability(parliament([0.3] * 60))
    chance = Fraction(3, 10)
    expected = sum(math.comb(60, k) * chance**k * (1 - chance) ** (60 - k) for k in range(31, 61))
    assert found.exact_low == expected


def test_a_bloc_without_a_chance_makes_a_range() -> None:
    found = passing_probability(parliament([Fraction(1, 2), Fraction(1, 2), None]))
    assert (found.exact_low, found.exact_high) == (Fraction(1, 4), Fraction(3, 4))
    assert found.without_probability == ("b2",)


def test_unknown_seats_never_pass_for_certain_and_may_pass() -> None:
    found = passing_probability(Route("r", (Chamber("A", None, (Bloc("b", 5, probability=1),), MAJORITY_OF_MEMBERS),)))
    assert (found.low, found.high) == (0, 1)


def test_what_is_drawn_alike_agrees_with_the_exact_chance_where_nothing_is_correlated() -> None:
    rule = Rule(Fraction(2, 3), "present", must_exceed=False)
    route = parliament(
        [0.5, 0.6, Between(0.4, 0.7), 0.9, None],
        veto_players=(VetoPlayer("President", probability=0.4, overridden_by=rule),),
        referendums=(Referendum("people", probability=0.8),),
    )
    exact = passing_probability(route)
    drawn = passing_probability(route, correlated=[Correlated(("b0", "b1"), 0)], rng=np.random.default_rng(3))
    assert drawn.low == pytest.approx(exact.low, abs=4 * drawn.standard_errors[0])
    assert drawn.high == pytest.approx(exact.high, abs=4 * drawn.standard_errors[1])
    assert 0 < drawn.standard_errors[0] < 0.01
    assert drawn.exact_low is None


def test_blocs_decided_by_one_cause_go_together() -> None:
    """Three blocs at one half each, two needed: still one half; but with all three needed one half, not one eighth."""
    all_needed = Rule(1, "members", must_exceed=False)
    blocs = tuple(Bloc(f"b{number}", 1, probability=0.5) for number in range(3))
    route = Route("r", (Chamber("A", 3, blocs, all_needed),))
    tied = passing_probability(route, correlated=[Correlated(("b0", "b1", "b2"), 1)], rng=np.random.default_rng(5))
    assert tied.low == pytest.approx(0.5, abs=4 * tied.standard_errors[0])
    assert passing_probability(route).exact_low == Fraction(1, 8)


def test_the_same_seed_gives_the_same_chance() -> None:
    route = parliament([0.5, 0.6, 0.7])
    group = [Correlated(("b0", "A/b1"), 0.5)]
    with pytest.raises(ModelError, match='"A/b1" is nobody with a probability'):
        passing_probability(route, correlated=group, rng=np.random.default_rng(1))
    group = [Correlated(("b0", "Assembly/b1"), 0.5)]
    first, second = (passing_probability(route, correlated=group, rng=np.random.default_rng(1)) for _ in range(2))
    assert first == second
    with pytest.raises(ModelError, match="random generator"):
        passing_probability(route, correlated=group)


def test_influence_is_the_difference_a_bloc_makes() -> None:
    blocs = Bloc("large", 40, probability=0.5), Bloc("middle", 35, probability=0.5), Bloc("small", 25, probability=0.5)
    route = Route("r", (Chamber("A", 100, blocs, MAJORITY_OF_PRESENT),))
    for _, if_against, if_for in influences(route):
        assert (if_against.exact_low, if_for.exact_low) == (Fraction(1, 4), Fraction(3, 4))

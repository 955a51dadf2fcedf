"""Who is pivotal and whom it takes, against every set of blocs there is."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ratification_models import routes

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    Action,
    Bloc,
    Chamber,
    Costs,
    ModelError,
    Outcome,
    Position,
    Referendum,
    Route,
    Rule,
    TooLargeError,
    Turn,
    VetoPlayer,
    analyse_ratification,
    cheapest_blocking_set,
    cheapest_winning_set,
    pivotal,
    verdict,
)

RANK = {Outcome.FAIL: 0, Outcome.CANNOT_BE_TOLD: 1, Outcome.PASS: 2}
MOVES: dict[Action, tuple[Position, Position]] = {
    "for": (Position.FOR, Position.FOR),
    "against": (Position.AGAINST, Position.AGAINST),
    "absent": (Position.AGAINST, Position.ABSTAIN),
}


def turned(route: Route, turns: tuple[Turn, ...]) -> Route:
    """The route with everybody turned, by writing it anew."""
    actions = {(turn.chamber, turn.name): turn.action for turn in turns}
    chambers = []
    for chamber in route.chambers:
        blocs = list(chamber.blocs)
        for number, bloc in enumerate(blocs):
            if (chamber.name, bloc.name) in actions:
                action = actions[chamber.name, bloc.name]
                present = 0 if action == "absent" else bloc.seats
                blocs[number] = replace(bloc, position=MOVES[action][0], attendance=present, shares_for=None)
        chambers.append(replace(chamber, blocs=tuple(blocs)))
    players = tuple(
        replace(player, position=MOVES[actions["", player.name]][1]) if ("", player.name) in actions else player
        for player in route.veto_players
    )
    return replace(route, chambers=tuple(chambers), veto_players=players)


def movers(route: Route) -> list[tuple[str, str]]:
    blocs = [(chamber.name, bloc.name) for chamber in route.chambers for bloc in chamber.blocs if bloc.seats]
    return blocs + [("", player.name) for player in route.veto_players]


def every_set(route: Route, actions: tuple[Action, ...]) -> Iterator[tuple[Turn, ...]]:
    choices: list[Action | None] = [None, *actions]
    for choice in itertools.product(choices, repeat=len(movers(route))):
        both = zip(movers(route), choice, strict=True)
        yield tuple(Turn(*mover, action) for mover, action in both if action)


@settings(max_examples=60, deadline=None)
@given(routes(), st.sampled_from(["certain", "possible"]), st.data())
def test_cheapest_winning_set_is_the_cheapest_of_all_sets(route: Route, goal: str, data: st.DataObject) -> None:
    costs, prices = _costs(route, data)
    wanted = 2 if goal == "certain" else 1
    winning = [s for s in every_set(route, ("for",)) if RANK[verdict(turned(route, s)).outcome] >= wanted]
    _compare(cheapest_winning_set(route, costs, goal=goal, most=1000), winning, prices)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(routes(), st.sampled_from(["certain", "possible"]), st.data())
def test_cheapest_blocking_set_is_the_cheapest_of_all_sets(route: Route, goal: str, data: st.DataObject) -> None:
    costs, prices = _costs(route, data)
    allowed = 0 if goal == "certain" else 1
    every = (
        s
        for s in every_set(route, ("against", "absent"))
        if all(turn.chamber or turn.action == "against" for turn in s)
    )
    blocking = [s for s in every if RANK[verdict(turned(route, s)).outcome] <= allowed]
    found = cheapest_blocking_set(route, costs, goal=goal, most=1000)  # type: ignore[arg-type]
    affordable = [s for s in blocking if all(prices.get((turn.chamber, turn.name)) is not None for turn in s)]
    assert found.is_possible == bool(affordable)
    if affordable:
        assert found.cost == min(_price(s, prices) for s in affordable)
        for turns in found.sets:
            assert turns in affordable or set(turns) in [set(s) for s in affordable]


def _costs(route: Route, data: st.DataObject) -> tuple[Costs, dict[tuple[str, str], Fraction | None]]:
    prices: dict[tuple[str, str], Fraction | None] = {
        mover: data.draw(st.sampled_from([None, Fraction(0), Fraction(1), Fraction(1), Fraction(3, 2), Fraction(4)]))
        for mover in movers(route)
    }
    names = {mover: "/".join(filter(None, mover)) for mover in prices}
    stated = {names[mover]: price for mover, price in prices.items() if price is not None}
    return Costs(stated=stated, fixed=tuple(names[mover] for mover, price in prices.items() if price is None)), prices


def _price(turns: tuple[Turn, ...], prices: dict[tuple[str, str], Fraction | None]) -> Fraction:
    return sum((prices[turn.chamber, turn.name] or Fraction(0) for turn in turns), Fraction(0))


def _compare(found: object, winning: list[tuple[Turn, ...]], prices: dict[tuple[str, str], Fraction | None]) -> None:
    affordable = [s for s in winning if all(prices[turn.chamber, turn.name] is not None for turn in s)]
    assert found.is_possible == bool(affordable)  # type: ignore[attr-defined]
    if not affordable:
        return
    cost = min(_price(s, prices) for s in affordable)
    assert found.cost == cost  # type: ignore[attr-defined]
    cheapest = [frozenset(s) for s in affordable if _price(s, prices) == cost]
    smallest = {s for s in cheapest if not any(other < s for other in cheapest)}
    named = {frozenset(s) for s in found.sets}  # type: ignore[attr-defined]
    assert named <= set(cheapest)
    assert smallest == named
    assert found.is_complete  # type: ignore[attr-defined]


@settings(max_examples=80, deadline=None)
@given(routes())
def test_pivotal_blocs_and_sets_are_those_whose_turning_changes_the_verdict(route: Route) -> None:
    found = pivotal(route, largest=2)
    now = RANK[verdict(route).outcome]
    assert RANK[found.outcome] == now
    for pivot in found.single:
        outcomes = {
            action: verdict(turned(route, (Turn(pivot.chamber, pivot.name, action),))).outcome for action in MOVES
        }
        assert (pivot.if_for, pivot.if_against, pivot.if_absent) == tuple(outcomes.values())
        assert pivot.is_pivotal == any(RANK[outcomes[action]] != now for action in ("for", "against"))
    for action, sets in (("for", found.gaining), ("against", found.losing)):
        changing = [
            frozenset(s)
            for s in every_set(route, (action,))  # type: ignore[arg-type]
            if 0 < len(s) <= 2 and (RANK[verdict(turned(route, s)).outcome] - now) * (1 if action == "for" else -1) > 0
        ]
        assert {frozenset(s) for s in sets} == {s for s in changing if not any(o < s for o in changing)}


def chamber_of(*blocs: Bloc, rule: Rule = MAJORITY_OF_MEMBERS, quorum: int | None = None) -> Route:
    return Route("r", (Chamber("Assembly", sum(bloc.seats or 0 for bloc in blocs), blocs, rule, quorum),))


def test_the_cheapest_set_depends_on_whether_blocs_or_seats_cost() -> None:
    """45 for of 100. One large opponent, or two small ones; by seats the small ones are as good as the exact need."""
    route = chamber_of(
        Bloc("government", 45, Position.FOR), Bloc("large", 40, Position.AGAINST),
        Bloc("small", 4, Position.AGAINST), Bloc("smaller", 2, Position.AGAINST), Bloc("other", 9, Position.AGAINST),
    )  # fmt: skip
    by_bloc = cheapest_winning_set(route)
    assert by_bloc.cost == 1
    assert by_bloc.is_complete
    assert [[turn.name for turn in turns] for turns in by_bloc.sets] == [["large"], ["other"]]
    by_seat = cheapest_winning_set(route, Costs("seat"))
    assert by_seat.cost == 6
    assert [[turn.name for turn in turns] for turns in by_seat.sets] == [["small", "smaller"]]
    stated = cheapest_winning_set(route, Costs(stated={"large": 0.5}, fixed=("other",)))
    assert stated.cost == Fraction(1, 2)
    assert len(cheapest_winning_set(route, most=1).sets) == 1
    assert not cheapest_winning_set(route, most=1).is_complete


def test_opponents_block_by_staying_away_where_that_is_cheaper() -> None:
    """70 for, 40 indifferent of 110, quorum 80: 40 who stay away break it, as votes against they would not."""
    route = chamber_of(
        Bloc("for", 70, Position.FOR), Bloc("others", 40, Position.AGAINST), rule=MAJORITY_OF_PRESENT, quorum=80
    )
    assert verdict(route).outcome is Outcome.PASS
    found = cheapest_blocking_set(route)
    assert found.sets == ((Turn("Assembly", "for", "against"),), (Turn("Assembly", "others", "absent"),))
    assert cheapest_blocking_set(route, Costs("seat")).sets == ((Turn("Assembly", "others", "absent"),),)


def test_two_chambers_must_both_be_won_and_a_president_may_be_won_instead_of_an_override() -> None:
    two_thirds = Rule(Fraction(2, 3), "members", must_exceed=False)
    upper = Chamber("Upper", 9, (Bloc("u", 5, Position.FOR), Bloc("v", 4, Position.AGAINST)), MAJORITY_OF_MEMBERS)
    lower = Chamber("Lower", 9, (Bloc("w", 4, Position.FOR), Bloc("x", 5, Position.AGAINST)), MAJORITY_OF_MEMBERS)
    route = Route("bill", (upper, lower), (VetoPlayer("President", Position.AGAINST, overridden_by=two_thirds),))
    found = cheapest_winning_set(route)
    assert found.cost == 2
    assert {frozenset(turn.name for turn in turns) for turns in found.sets} == {
        frozenset({"President", "x"}), frozenset({"v", "x"})
    }  # fmt: skip


def test_what_cannot_be_won_is_said() -> None:
    lost = replace(chamber_of(Bloc("a", 3)), referendums=(Referendum("people", 0.4, 0.9),))
    assert not cheapest_winning_set(lost).is_possible
    assert cheapest_blocking_set(lost).cost == 0
    unknown = Route("r", (Chamber("A", None, (Bloc("a", 3),), MAJORITY_OF_MEMBERS),))
    assert not cheapest_winning_set(unknown).is_possible
    assert cheapest_winning_set(unknown, goal="possible").cost == 0
    assert not cheapest_blocking_set(unknown).is_possible
    assert cheapest_blocking_set(unknown, goal="possible").cost == 0


def test_costs_that_mean_nothing_are_refused() -> None:
    route = chamber_of(Bloc("a", 3))
    with pytest.raises(ModelError, match='"b" is not a bloc of r'):
        cheapest_winning_set(route, Costs(stated={"b": 1}))
    with pytest.raises(ModelError, match="cannot be negative"):
        cheapest_winning_set(route, Costs(stated={"a": -1}))


def test_many_blocs_are_no_hindrance() -> None:
    """60 blocs of 1 to 60 seats, all against: the fewest that hold a majority are the 18 largest."""
    route = chamber_of(*(Bloc(f"b{seats}", seats, Position.AGAINST) for seats in range(1, 61)))
    found = cheapest_winning_set(route, most=3)
    assert found.cost == 18
    assert sum(int(turn.name[1:]) for turn in found.sets[0]) > 60 * 61 / 4
    assert pivotal(route).largest == 3


def test_what_is_too_large_is_left_out_and_said() -> None:
    """45 blocs of thousands of seats each, at a cost per seat: the verdict is told, the cheapest set is not."""
    seats = np.random.default_rng(1).integers(1, 20_000, 45).tolist()
    route = chamber_of(*(Bloc(f"b{number}", count, Position.AGAINST) for number, count in enumerate(seats)))
    with pytest.raises(TooLargeError, match="take small blocs together"):
        cheapest_winning_set(route, Costs("seat"))
    found = analyse_ratification(route, costs=Costs("seat"))
    assert found.verdict.outcome is Outcome.FAIL
    assert found.winning is None
    assert found.blocking is not None
    assert "take small blocs together" in found.left_out[0]
    ranked = sorted(seats, reverse=True)
    assert cheapest_winning_set(route).cost == next(n for n in range(46) if 2 * sum(ranked[:n]) > sum(seats))

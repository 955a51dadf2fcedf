"""Whom to win over so that a matter passes, and whom opponents must turn so that it fails, at the least cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.checks import check_route
from hiwar.methods.ratification.costs import Action, Costs, Prices, Turn, prices_of
from hiwar.methods.ratification.covering import Cover, Item, cheapest_covers
from hiwar.methods.ratification.forms import Bloc, Outcome, Position, Route, TooLargeError, VetoPlayer
from hiwar.methods.ratification.outcomes import override_numbers, referendum_outcome, stops, tallies_of
from hiwar.methods.ratification.tally import Measures, Tally
from hiwar.methods.ratification.ways import ways_of

MOST_PARTS = 256
"""Ways to deal with veto players (winning over, overriding) that are gone through, at most."""
Goal = Literal["certain", "possible"]
"""It passes (fails) whatever is not known; or it may pass (fail)."""


@dataclass(frozen=True)
class CheapestSet:
    """Whom to turn."""

    goal: Goal
    is_possible: bool
    """False: not even by turning everybody who can be turned."""
    cost: Fraction | None
    """None where it is not possible; 0 where nobody need be turned."""
    sets: tuple[tuple[Turn, ...], ...]
    """The cheapest sets, as many as were asked for; nobody in them can be left out. Empty where not possible."""
    is_complete: bool
    """There are no other sets as cheap."""


def cheapest_winning_set(
    route: Route, costs: Costs | None = None, *, goal: Goal = "certain", most: int = 20
) -> CheapestSet:
    """Whom to win over, at the least cost, so that the matter passes.

    Who is won over comes with all seats and is for; what is not known of others stays open.

    Parameters
    ----------
    route : Route
        Seats that no bloc holds and blocs whose seats are not known cannot be won over.
    costs : Costs, optional
        1 per bloc if none are given.
    goal : {"certain", "possible"}
        It passes whatever is not known; or it may pass.
    most : int
        Sets to name at most.

    Raises
    ------
    ModelError
        The route is not well formed, a cost is negative or names nobody, or there are too many amounts to follow.

    Notes
    -----
    Exact: a knapsack over what every measure of the vote is still short of; bloc by bloc, sets are kept that no other
    is better than.
    """
    check_route(route)
    prices = prices_of(route, costs or Costs())
    best = goal == "possible"
    outcomes = [referendum_outcome(vote) for vote in route.referendums]
    stuck = Outcome.FAIL in outcomes or (Outcome.CANNOT_BE_TOLD in outcomes and not best)
    tallies = tallies_of(route)
    if stuck or (None in tallies and not best):
        return CheapestSet(goal, False, None, (), True)
    known = [tally for tally in tallies if tally is not None]
    found = [
        _joined([part, *(_winning_chamber(tally, rules, prices, best=best, most=most) for tally in known)], most)
        for part, rules in _player_parts(route, prices, best=best)
    ]
    return _best_of(goal, found, prices.scale, most)


def cheapest_blocking_set(
    route: Route, costs: Costs | None = None, *, goal: Goal = "certain", most: int = 20
) -> CheapestSet:
    """Whom opponents must turn, at the least cost, so that the matter fails; they may also make blocs stay away.

    Parameters and errors as for `cheapest_winning_set`; the goal is that it fails for certain, or that it may fail.

    Notes
    -----
    Exact: a vote fails where one of its measures is short, and each measure is a knapsack of its own.
    """
    check_route(route)
    prices = prices_of(route, costs or Costs())
    best = goal == "certain"
    outcomes = [referendum_outcome(vote) for vote in route.referendums]
    found: list[_Priced | None] = []
    if Outcome.FAIL in outcomes or (Outcome.CANNOT_BE_TOLD in outcomes and not best):
        found.append(_Priced(0, ((),), True))
    for tally in tallies_of(route):
        if tally is None:
            found += [] if best else [_Priced(0, ((),), True)]
        else:
            found += _blocking_chamber(tally, [0], prices, best=best, most=most)
    found += _blocking_players(route, prices, best=best, most=most)
    return _best_of(goal, found, prices.scale, most)


@dataclass(frozen=True)
class _Priced:
    """Sets of one cost."""

    cost: int
    sets: tuple[tuple[Turn, ...], ...]
    is_complete: bool


def _turned(bloc: Bloc, tally: Tally, number: int, action: Action) -> tuple[IntArray, IntArray]:
    """Worst and best (measure,) of a bloc that is turned."""
    seats = bloc.seats or 0
    position = Position.FOR if action == "for" else Position.AGAINST
    return tally.rows(number, ways_of(bloc, position, 0 if action == "absent" else seats))


def _side(tally: Tally, *, best: bool) -> tuple[Measures, IntArray, IntArray]:
    """What is asked, (bloc, measure) with everybody where it stands, and the sums of it."""
    measures, rows = (tally.best, tally.best_rows) if best else (tally.worst, tally.worst_rows)
    standing = rows[np.arange(len(tally.positions)), tally.positions]
    return measures, standing, standing.sum(axis=0)


def _winning_chamber(tally: Tally, rules: Sequence[int], prices: Prices, *, best: bool, most: int) -> _Priced | None:
    measures, standing, sums = _side(tally, best=best)
    asked = measures.asked(rules)
    items, turns = [], []
    for number, bloc in enumerate(tally.chamber.blocs):
        price = prices.blocs.get((tally.chamber.name, bloc.name))
        gains = (_turned(bloc, tally, number, "for")[best] - standing[number])[asked]
        if price is not None and gains.any():
            items.append(Item(price, tuple(gains.tolist())))
            turns.append(Turn(tally.chamber.name, bloc.name, "for"))
    cover = cheapest_covers(items, tuple((measures.needs - sums)[asked].tolist()), most=most)
    return _named(cover, turns)


def _named(cover: Cover | None, turns: Sequence[Turn]) -> _Priced | None:
    if cover is None:
        return None
    sets = tuple(tuple(turns[number] for number in choice) for choice in cover.choices)
    return _Priced(cover.cost, sets, cover.is_complete)


def _player_parts(route: Route, prices: Prices, *, best: bool) -> Iterator[tuple[_Priced, list[int]]]:
    """Ways to deal with veto players: which of them are won over, and the rules by which the others are overridden."""
    parts: list[tuple[_Priced, list[int]]] = [(_Priced(0, ((),), True), [0])]
    for player, number in zip(route.veto_players, override_numbers(route), strict=True):
        if not stops(player, player.position)[best]:
            continue
        following = []
        for part, rules in parts:
            price = prices.players.get(player.name)
            if price is not None:
                sets = tuple((*each, Turn("", player.name, "for")) for each in part.sets)
                following.append((_Priced(part.cost + price, sets, True), rules))
            if number is not None:
                following.append((part, [*rules, number]))
        parts = following
        if len(parts) > MOST_PARTS:
            raise TooLargeError(f"{len(route.veto_players)} veto players can be dealt with in too many ways")
    yield from parts


def _blocking_chamber(
    tally: Tally, rules: Sequence[int], prices: Prices, *, best: bool, most: int
) -> Iterator[_Priced | None]:
    """Per measure, the cheapest sets that leave it short."""
    measures, standing, sums = _side(tally, best=best)
    if not measures.met(sums, rules):
        yield _Priced(0, ((),), True)
        return
    for place in np.flatnonzero(measures.asked(rules)).tolist():
        items, turns = [], []
        for number, bloc in enumerate(tally.chamber.blocs):
            price = prices.blocs.get((tally.chamber.name, bloc.name))
            if price is None:
                continue
            losses = {
                action: int(standing[number, place] - _turned(bloc, tally, number, action)[best][place])
                for action in _AGAINST
            }
            action = max(_AGAINST, key=losses.__getitem__)
            if losses[action] > 0:
                items.append(Item(price, (losses[action],)))
                turns.append(Turn(tally.chamber.name, bloc.name, action))
        spare = int(sums[place] - measures.needs[place])
        yield _named(cheapest_covers(items, (spare + 1,), most=most), turns)


_AGAINST: tuple[Action, Action] = ("against", "absent")
"""Where both do the same harm, voting against is named."""


def _blocking_players(route: Route, prices: Prices, *, best: bool, most: int) -> Iterator[_Priced | None]:
    """Turning somebody against the matter, and an override that fails with it."""
    for player, number in zip(route.veto_players, override_numbers(route), strict=True):
        refusing = _refusal(player, prices, best=best)
        if refusing is None:
            continue
        if number is None:
            yield refusing
            continue
        for tally in tallies_of(route):
            if tally is None:
                yield None if best else refusing
                continue
            for failing in _blocking_chamber(tally, [number], prices, best=best, most=most):
                yield _joined([refusing, failing], most)


def _refusal(player: VetoPlayer, prices: Prices, *, best: bool) -> _Priced | None:
    """What it costs that somebody refuses for certain (at best), or may refuse."""
    if stops(player, player.position)[best]:
        return _Priced(0, ((),), True)
    price = prices.players.get(player.name)
    return None if price is None else _Priced(price, ((Turn("", player.name, "against"),),), True)


def _joined(parts: Sequence[_Priced | None], most: int) -> _Priced | None:
    """All parts together."""
    joined = _Priced(0, ((),), True)
    for part in parts:
        if part is None:
            return None
        sets = tuple((*first, *second) for first in joined.sets for second in part.sets)
        is_complete = joined.is_complete and part.is_complete and len(sets) <= most
        joined = _Priced(joined.cost + part.cost, sets[:most], is_complete)
    return joined


def _best_of(goal: Goal, found: Sequence[_Priced | None], scale: int, most: int) -> CheapestSet:
    possible = [each for each in found if each is not None]
    if not possible:
        return CheapestSet(goal, False, None, (), True)
    cost = min(each.cost for each in possible)
    cheapest = [each for each in possible if each.cost == cost]
    sets = _smallest(turns for each in cheapest for turns in each.sets)
    is_complete = len(sets) <= most and all(each.is_complete for each in cheapest)
    return CheapestSet(goal, True, Fraction(cost, scale), sets[:most], is_complete)


def _smallest(sets: Iterator[tuple[Turn, ...]]) -> tuple[tuple[Turn, ...], ...]:
    """Sets of different people, without those that hold another one; voting against comes before staying away."""
    different: dict[frozenset[tuple[str, str]], tuple[Turn, ...]] = {}
    for turns in sorted(sets, key=lambda turns: sum(turn.action == "absent" for turn in turns)):
        different.setdefault(frozenset((turn.chamber, turn.name) for turn in turns), turns)
    kept = [turns for found, turns in different.items() if not any(other < found for other in different)]
    return tuple(sorted(kept, key=lambda turns: (len(turns), [(turn.chamber, turn.name) for turn in turns])))

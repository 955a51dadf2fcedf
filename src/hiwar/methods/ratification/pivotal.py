"""Whose turning changes the verdict: single blocs, and small sets of them."""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.checks import check_route
from hiwar.methods.ratification.costs import Action, Turn
from hiwar.methods.ratification.forms import Outcome, Position, Route
from hiwar.methods.ratification.outcomes import Standing, as_it_stands, settle, stops, tallies_of
from hiwar.methods.ratification.tally import Tally
from hiwar.methods.ratification.ways import ways_of

MOST_SETS = 100_000
"""Sets of one size that are tried, at most."""
ACTIONS: tuple[Action, ...] = ("for", "against", "absent")


@dataclass(frozen=True)
class Pivot:
    """What the verdict is once a bloc, or somebody who may stop the matter, is turned."""

    chamber: str
    """Empty for somebody outside the chambers."""
    name: str
    if_for: Outcome
    if_against: Outcome
    if_absent: Outcome
    """Of somebody outside the chambers: if silent."""
    is_pivotal: bool
    """The verdict changes if it is for, or if it is against."""


@dataclass(frozen=True)
class Pivotal:
    """Whose turning changes the verdict."""

    outcome: Outcome
    """As things stand."""
    single: tuple[Pivot, ...]
    """Everybody, in the order of the route."""
    gaining: tuple[tuple[Turn, ...], ...]
    """Smallest sets whose turning for betters the verdict: FAIL into something else, CANNOT_BE_TOLD into PASS."""
    losing: tuple[tuple[Turn, ...], ...]
    """Smallest sets whose turning against worsens it: PASS into something else, CANNOT_BE_TOLD into FAIL."""
    largest: int
    """Sets of up to so many have been tried; fewer than asked for where there are too many."""


def pivotal(route: Route, *, largest: int = 3) -> Pivotal:
    """Say whose turning changes the verdict, alone or with others.

    Who is turned for or against comes with all seats, as far as its cohesion goes; who is absent, with none. What is
    not known of the others stays open. A set is named only if no part of it does the same.

    Parameters
    ----------
    route : Route
        Blocs whose seats are not known, and blocs without seats, are left out.
    largest : int
        Sets of up to so many are tried.

    Raises
    ------
    ModelError
        The route is not well formed.
    """
    check_route(route)
    table = _table(route)
    numbers = np.arange(len(table.movers))
    found = [table.outcomes(numbers[:, None], action) for action in ACTIONS]
    codes = zip(table.movers, *(each.tolist() for each in found), strict=True)
    single = tuple(_pivot(mover, table.outcome, *each) for mover, *each in codes)
    sizes = [
        size for size in range(1, largest + 1) if math.comb(len(numbers), size) <= MOST_SETS and size <= len(numbers)
    ]
    gaining = _minimal(table, sizes, "for")
    losing = _minimal(table, sizes, "against")
    return Pivotal(_OUTCOMES[table.outcome], single, gaining, losing, max(sizes, default=0))


def _pivot(mover: Turn, now: int, if_for: int, if_against: int, if_absent: int) -> Pivot:
    is_pivotal = if_for != now or if_against != now
    return Pivot(mover.chamber, mover.name, _OUTCOMES[if_for], _OUTCOMES[if_against], _OUTCOMES[if_absent], is_pivotal)


_OUTCOMES = (Outcome.FAIL, Outcome.CANNOT_BE_TOLD, Outcome.PASS)
"""From the worst to the best, by their codes."""


def _minimal(table: "_Table", sizes: Sequence[int], action: Action) -> tuple[tuple[Turn, ...], ...]:
    """Sets that better the outcome (worsen it, if turned against), without those that hold another one."""
    kept: list[tuple[int, ...]] = []
    for size in sizes:
        sets = np.array([*itertools.combinations(range(len(table.movers)), size)], dtype=np.int64)
        codes = table.outcomes(sets, action)
        changed = codes > table.outcome if action == "for" else codes < table.outcome
        smaller = [set(each) for each in kept]
        kept += [tuple(each) for each in sets[changed].tolist() if not any(found <= set(each) for found in smaller)]
    return tuple(tuple(replace(table.movers[number], action=action) for number in each) for each in kept)


@dataclass(frozen=True, eq=False)
class _Table:
    """A route whose blocs can be turned, as what each of them adds."""

    route: Route
    tallies: Sequence[Tally | None]
    standing: Standing
    movers: tuple[Turn, ...]
    """Everybody who can be turned: blocs first, then veto players."""
    added: Mapping[Action, Sequence[tuple[IntArray, IntArray] | None]]
    """Per action and chamber: (mover, measure) that turning adds at worst and at best."""

    @cached_property
    def outcome(self) -> int:
        """Code of the verdict as things stand."""
        return int(self._codes(self.standing))

    def outcomes(self, sets: IntArray, action: Action) -> IntArray:
        """(set,): codes of the verdicts once the movers of each set (set, place) are turned."""
        sums = [
            None if both is None or added is None else (
                both[0] + added[0][sets].sum(axis=1), both[1] + added[1][sets].sum(axis=1)
            )
            for both, added in zip(self.standing.sums, self.added[action], strict=True)
        ]  # fmt: skip
        first = len(self.movers) - len(self.route.veto_players)
        stopping = [np.tile(found, (len(sets), 1)) for found in (self.standing.may_stop, self.standing.must_stop)]
        for number, player in enumerate(self.route.veto_players):
            turned = (sets == first + number).any(axis=1)
            for found, does_stop in zip(stopping, stops(player, _POSITION[action]), strict=True):
                found[turned, number] = does_stop
        return self._codes(Standing(sums, *stopping))

    def _codes(self, standing: Standing) -> IntArray:
        settled = settle(self.route, self.tallies, standing)
        return settled.surely.astype(np.int64) + settled.possibly


_POSITION: dict[Action, Position] = {"for": Position.FOR, "against": Position.AGAINST, "absent": Position.ABSTAIN}


def _table(route: Route) -> _Table:
    tallies = tallies_of(route)
    blocs = [
        (number, place)
        for number, chamber in enumerate(route.chambers)
        for place, bloc in enumerate(chamber.blocs)
        if bloc.seats
    ]
    movers = [
        Turn(route.chambers[number].name, route.chambers[number].blocs[place].name, "for") for number, place in blocs
    ]
    movers += [Turn("", player.name, "for") for player in route.veto_players]
    added = {
        action: [
            None
            if tally is None
            else _added(tally, [place if n == number else None for n, place in blocs], len(movers), action)
            for number, tally in enumerate(tallies)
        ]
        for action in ACTIONS
    }
    return _Table(route, tallies, as_it_stands(route, tallies), tuple(movers), added)


def _added(tally: Tally, places: Sequence[int | None], n_movers: int, action: Action) -> tuple[IntArray, IntArray]:
    """(mover, measure) that turning a mover adds in a chamber; places are its bloc there, None for others."""
    worst = np.zeros((n_movers, len(tally.worst.needs)), dtype=np.int64)
    best = np.zeros((n_movers, len(tally.best.needs)), dtype=np.int64)
    for mover, place in enumerate(places):
        if place is not None:
            bloc, stands = tally.chamber.blocs[place], tally.positions[place]
            position = Position.FOR if action == "for" else Position.AGAINST
            turned = tally.rows(place, ways_of(bloc, position, 0 if action == "absent" else bloc.seats))
            worst[mover] = turned[0] - tally.worst_rows[place, stands]
            best[mover] = turned[1] - tally.best_rows[place, stands]
    return worst, best

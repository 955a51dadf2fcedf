"""What may happen in a small chamber, by listing every vote, from the definitions alone."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hiwar.methods.ratification import Between, Bloc, Chamber, Outcome, Position, Route, Rule, VetoPlayer
from hiwar.methods.ratification.votes import UNLISTED, Vote, passes


def fraction(number: object) -> Fraction:
    return Fraction(str(number))


def votes_of(bloc: Bloc) -> set[Vote]:
    """Every vote of a bloc, member by member: who is for, who is present, what the others do."""
    seats = bloc.seats or 0
    if bloc.position is Position.CONDITIONAL:
        return votes_of(replace(bloc, position=Position.FOR)) | votes_of(replace(bloc, position=Position.AGAINST))
    found = set()
    for inclined in _inclined(bloc, seats):
        for present in _present(bloc, seats):
            for votes_for in range(min(inclined, present) + 1):
                others = present - votes_for
                if others > seats - inclined:
                    continue
                found |= {
                    Vote(bloc.name, votes_for, against, others - against, seats - present)
                    for against in _against(bloc, others)
                }
    return found


def _inclined(bloc: Bloc, seats: int) -> range:
    following = math.floor(fraction(bloc.cohesion) * seats)
    if bloc.position is Position.FOR:
        return range(following, seats + 1)
    if bloc.position is Position.AGAINST:
        return range(seats - following + 1)
    if bloc.position is Position.ABSTAIN:
        return range(1)
    if bloc.position is Position.DIVIDED and bloc.shares_for is not None:
        low, high = fraction(bloc.shares_for.low), fraction(bloc.shares_for.high)
        return range(math.floor(low * seats), math.ceil(high * seats) + 1)
    return range(seats + 1)


def _present(bloc: Bloc, seats: int) -> range:
    if isinstance(bloc.attendance, Between):
        return range(int(bloc.attendance.low), int(bloc.attendance.high) + 1)
    if bloc.attendance is not None:
        return range(bloc.attendance, bloc.attendance + 1)
    return range(0 if bloc.position is Position.UNKNOWN else seats, seats + 1)


def _against(bloc: Bloc, others: int) -> range:
    if bloc.position is Position.ABSTAIN:
        return range(1)
    return range(others + 1) if bloc.position is Position.UNKNOWN else range(others, others + 1)


def all_votes(chamber: Chamber) -> Iterator[tuple[Vote, ...]]:
    """Every vote of a chamber; blocs of unknown size may hold any of the seats that are left."""
    assert chamber.seats is not None
    sized = [bloc for bloc in chamber.blocs if bloc.seats is not None]
    left = chamber.seats - sum(bloc.seats or 0 for bloc in sized)
    rest = Bloc(UNLISTED, left, Position.UNKNOWN)
    yield from itertools.product(*map(votes_of, [*sized, rest]))


def chamber_outcomes(chamber: Chamber, rules: tuple[Rule, ...]) -> set[tuple[bool, ...]]:
    """Which of the rules a vote can meet together."""
    return {tuple(passes(chamber, votes, rule) for rule in rules) for votes in all_votes(chamber)}


def outcome(route: Route) -> Outcome:
    """The verdict on a route of chambers and veto players, by listing what each may do."""
    overriding = tuple(player.overridden_by for player in route.veto_players if player.overridden_by is not None)
    possible = [chamber_outcomes(chamber, (chamber.rule, *overriding)) for chamber in route.chambers]
    results = {
        _passes(route, votes, refusals)
        for votes in itertools.product(*possible)
        for refusals in itertools.product(*map(refusals_of, route.veto_players))
    }
    if len(results) == 2:
        return Outcome.CANNOT_BE_TOLD
    return Outcome.PASS if results == {True} else Outcome.FAIL


def refusals_of(player: VetoPlayer) -> set[bool]:
    if player.position is Position.FOR:
        return {False}
    if player.position is Position.AGAINST:
        return {True}
    if player.position is Position.ABSTAIN:
        return {player.must_consent}
    return {True, False}


def _passes(route: Route, votes: tuple[tuple[bool, ...], ...], refusals: tuple[bool, ...]) -> bool:
    number = 0
    good = all(met[0] for met in votes)
    for player, refuses in zip(route.veto_players, refusals, strict=True):
        number += player.overridden_by is not None
        if refuses:
            good &= player.overridden_by is not None and all(met[number] for met in votes)
    return good

"""A route with something changed: another rule or quorum, a bloc that turns, comes or stays away, seats that move."""

from collections.abc import Callable
from dataclasses import replace

from hiwar.methods.ratification.checks import check_route
from hiwar.methods.ratification.forms import Between, Bloc, Chamber, ModelError, Position, Route, Rule


def together(name: str, *routes: Route) -> Route:
    """One route where all of several must pass: two countries that must both ratify, for example.

    Raises
    ------
    ModelError
        Parts of different routes have the same name.
    """
    joined = Route(
        name,
        tuple(chamber for route in routes for chamber in route.chambers),
        tuple(player for route in routes for player in route.veto_players),
        tuple(vote for route in routes for vote in route.referendums),
    )
    check_route(joined)
    return joined


def with_rule(route: Route, rule: Rule, chamber: str | None = None) -> Route:
    """The route under another rule, in one chamber or in all."""
    return _in_chambers(route, chamber, lambda found: replace(found, rule=rule))


def with_quorum(route: Route, quorum: int | None, chamber: str | None = None) -> Route:
    """The route under another quorum, in one chamber or in all."""
    return _in_chambers(route, chamber, lambda found: replace(found, quorum=quorum))


def with_position(route: Route, name: str, position: Position) -> Route:
    """The route with a bloc, or somebody who may stop it, at another position, whatever the package and for certain.

    A bloc that is in several chambers is named "chamber/bloc".
    """
    if any(player.name == name for player in route.veto_players):
        players = tuple(
            replace(player, position=position, probability=None, preferences=None) if player.name == name else player
            for player in route.veto_players
        )
        return replace(route, veto_players=players)

    def turned(bloc: Bloc) -> Bloc:
        return replace(bloc, position=position, shares_for=None, probability=None, preferences=None)

    return _with_bloc(route, name, turned)


def with_attendance(route: Route, name: str, attendance: int | Between | None) -> Route:
    """The route with so many seats of a bloc present."""
    return _with_bloc(route, name, lambda bloc: replace(bloc, attendance=attendance))


def find_bloc(route: Route, name: str) -> tuple[int, int]:
    """Number of the chamber and of the bloc in it that a name means.

    Raises
    ------
    ModelError
        There is no such bloc, or it is in several chambers.
    """
    found = [
        (number, place)
        for number, chamber in enumerate(route.chambers)
        for place, bloc in enumerate(chamber.blocs)
        if name in (bloc.name, f"{chamber.name}/{bloc.name}")
    ]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f'"{route.chambers[number].name}/{name}"' for number, _ in found)
        raise ModelError(f'"{name}" is in several chambers; write {several}')
    known = [bloc.name for chamber in route.chambers for bloc in chamber.blocs]
    raise ModelError(f'"{name}" is not a bloc of {route.name}; the blocs are {", ".join(known) or "none"}')


def _with_bloc(route: Route, name: str, change: Callable[[Bloc], Bloc]) -> Route:
    number, place = find_bloc(route, name)
    blocs = list(route.chambers[number].blocs)
    blocs[place] = change(blocs[place])
    chambers = list(route.chambers)
    chambers[number] = replace(chambers[number], blocs=tuple(blocs))
    return replace(route, chambers=tuple(chambers))


def _in_chambers(route: Route, name: str | None, change: Callable[[Chamber], Chamber]) -> Route:
    names = [chamber.name for chamber in route.chambers]
    if not names:
        raise ModelError(f"{route.name} has no chamber")
    if name is not None and name not in names:
        raise ModelError(f'"{name}" is not a chamber of {route.name}; the chambers are {", ".join(names)}')
    chambers = tuple(change(chamber) if name in (None, chamber.name) else chamber for chamber in route.chambers)
    return replace(route, chambers=chambers)

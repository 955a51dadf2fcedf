"""Where blocs stand on a package, from what they make of its options."""

import math
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hiwar.methods.ratification.checks import check_agenda, refuse
from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import Agenda, Between, Number, Package, Position, Preferences, Route

SEVERITY = {position: place for place, position in enumerate(Position)}
"""0 for the most favourable position."""

Bound = Fraction | float
"""A fraction, or infinity where nothing is known."""


def position_on(preferences: Preferences, package: Package) -> Position:
    """Where somebody stands on a package: the least favourable of what its values and the stances on its options say.

    FOR (AGAINST) if its values reach (miss) the reservation value for certain, CONDITIONAL if that is open.
    """
    found = [_by_value(preferences, package)]
    found += [
        stances[package[issue]] for issue, stances in preferences.stances.items() if package.get(issue) in stances
    ]
    return max(found, key=SEVERITY.__getitem__)


def _by_value(preferences: Preferences, package: Package) -> Position:
    if not preferences.values:
        return Position.FOR
    low: Bound = Fraction(0)
    high: Bound = Fraction(0)
    for issue, option in package.items():
        least, most = value_bounds(preferences.values, issue, option)
        low, high = low + least, high + most
    least_needed, most_needed = open_bounds(preferences.reservation_value)
    if low >= most_needed:
        return Position.FOR
    return Position.AGAINST if high < least_needed else Position.CONDITIONAL


def value_bounds(
    values: Mapping[str, Mapping[str, Number | Between | None]], issue: str, option: str
) -> tuple[Bound, Bound]:
    """Least and most that an option is worth. On an issue for which nothing is stated all options are worth 0."""
    if issue not in values:
        return Fraction(0), Fraction(0)
    return open_bounds(values[issue].get(option))


def open_bounds(known: Number | Between | None) -> tuple[Bound, Bound]:
    """Least and most that a number can be; infinite where nothing is known."""
    if known is None:
        return -math.inf, math.inf
    if isinstance(known, Between):
        return exact(known.low), exact(known.high)
    return exact(known), exact(known)


def route_for(route: Route, agenda: Agenda, package: Package) -> Route:
    """The route with everybody who has preferences where they stand on a package.

    Raises
    ------
    ModelError
        The agenda, the preferences or the package are not well formed.
    """
    check_agenda(agenda, route)
    check_package(agenda, package)
    chambers = tuple(
        replace(
            chamber,
            blocs=tuple(
                bloc
                if bloc.preferences is None
                else replace(bloc, position=position_on(bloc.preferences, package), probability=None)
                for bloc in chamber.blocs
            ),
        )
        for chamber in route.chambers
    )
    players = tuple(
        player
        if player.preferences is None
        else replace(player, position=position_on(player.preferences, package), probability=None)
        for player in route.veto_players
    )
    return replace(route, chambers=chambers, veto_players=players)


def check_package(agenda: Agenda, package: Package) -> None:
    """Refuse a package that does not settle every issue with one of its options."""
    options = {issue.name: issue.options for issue in agenda.issues}
    problems = [f'the package settles "{name}", which is not an issue' for name in package if name not in options]
    for name, several in options.items():
        if package.get(name) not in several:
            found = f'"{package[name]}"' if name in package else "nothing"
            problems.append(f"the package says {found} on {name}; the options are {', '.join(several)}")
    refuse(problems)

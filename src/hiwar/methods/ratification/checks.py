"""Whether a route and an agenda are well formed: everything that is wrong is told at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from hiwar.methods.ratification.exact import bounds, exact
from hiwar.methods.ratification.forms import (
    Agenda,
    Between,
    Bloc,
    Chamber,
    ModelError,
    Number,
    Position,
    Preferences,
    Referendum,
    Route,
    Rule,
    VetoPlayer,
)

MOST_SEATS = 1_000_000
"""Larger chambers are refused."""
MOST_PARTS = 1_000_000
"""Shares must be fractions with a denominator of at most this."""


def check_route(route: Route) -> None:
    """Refuse a route that is not well formed.

    Raises
    ------
    ModelError
        With everything that is wrong, a line each.
    """
    refuse([*_route_problems(route)])


def refuse(problems: Iterable[str]) -> None:
    """Raise what was found, if anything was."""
    found = "\n".join(problems)
    if found:
        raise ModelError(found)


def _route_problems(route: Route) -> Iterator[str]:
    if not (route.chambers or route.veto_players or route.referendums):
        yield f"{route.name}: nobody decides; give a chamber, a referendum or somebody who must consent"
    names = [chamber.name for chamber in route.chambers] + [player.name for player in route.veto_players]
    yield from _twice((*names, *(vote.name for vote in route.referendums)), route.name)
    for chamber in route.chambers:
        yield from _chamber_problems(chamber)
    for player in route.veto_players:
        yield from _player_problems(player, route)
    for referendum in route.referendums:
        yield from _referendum_problems(referendum)


def _twice(names: Iterable[str], where: str) -> Iterator[str]:
    for name, count in Counter(names).items():
        if count > 1:
            yield f'{where}: "{name}" is there {count} times; names must differ'


def _chamber_problems(chamber: Chamber) -> Iterator[str]:
    name, seats = chamber.name, chamber.seats
    yield from _rule_problems(chamber.rule, name)
    yield from _twice((bloc.name for bloc in chamber.blocs), name)
    for bloc in chamber.blocs:
        yield from _bloc_problems(bloc, name)
    if chamber.quorum is not None and chamber.quorum < 0:
        yield f"{name}: a quorum of {chamber.quorum}; it cannot be negative"
    if seats is None:
        return
    if not 1 <= seats <= MOST_SEATS:
        yield f"{name}: {seats} seats; between 1 and {MOST_SEATS:,} are possible"
    held = sum(bloc.seats or 0 for bloc in chamber.blocs)
    if held > seats:
        yield f"{name}: the blocs hold {held} seats, but there are only {seats}"
    if chamber.quorum is not None and chamber.quorum > seats:
        yield f"{name}: a quorum of {chamber.quorum} of {seats} seats cannot be reached"


def _bloc_problems(bloc: Bloc, chamber: str) -> Iterator[str]:
    where = f"{chamber}, {bloc.name}"
    if bloc.seats is not None and bloc.seats < 0:
        yield f"{where}: {bloc.seats} seats; the number cannot be negative"
    if bloc.seats is None and (bloc.has_veto or bloc.attendance not in (None, 0)):
        yield f"{where}: attendance and a veto need the number of its seats"
    yield from within(bloc.cohesion, 0, 1, f"{where}: cohesion")
    yield from within(bloc.probability, 0, 1, f"{where}: probability")
    yield from within(bloc.shares_for, 0, 1, f"{where}: share for")
    if bloc.seats is not None:
        yield from within(bloc.attendance, 0, bloc.seats, f"{where}: attendance")
    if bloc.shares_for is not None and bloc.position is not Position.DIVIDED and bloc.preferences is None:
        yield f"{where}: shares for are stated, but its position is {bloc.position}; they belong to a divided bloc"
    if bloc.cohesion != 1 and bloc.position is Position.ABSTAIN and bloc.preferences is None:
        yield f"{where}: it abstains as one; state the part that does not as a bloc of its own"


def within(number: Number | Between | None, low: int, high: int, what: str) -> Iterator[str]:
    """What is wrong with a number that must lie between two others."""
    try:
        least, most = bounds(number, low, high)
    except ModelError as problem:
        yield f"{what}: {problem}"
        return
    if least > most:
        yield f"{what}: {_shown(least)} to {_shown(most)}; the lower bound comes first"
    elif not low <= least <= most <= high:
        found = _shown(least) if least == most else f"{_shown(least)} to {_shown(most)}"
        yield f"{what}: {found}; it must lie between {low} and {high}"


def _shown(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):g}"


def _rule_problems(rule: Rule, where: str) -> Iterator[str]:
    problems = [*within(rule.share, 0, 1, f"{where}: share needed")]
    yield from problems
    if problems:
        return
    share = exact(rule.share)
    if share.denominator > MOST_PARTS:
        yield f"{where}: the share {rule.share} is no simple fraction"
    if rule.votes < 0:
        yield f"{where}: {rule.votes} votes needed; the number cannot be negative"
    if share == 1 and rule.must_exceed:
        yield f"{where}: nobody can exceed the whole; to ask for all votes, let reaching the share be enough"
    if share == 0 and rule.votes == 0:
        yield f"{where}: the rule asks for no votes; give a share or a number of votes"


def _player_problems(player: VetoPlayer, route: Route) -> Iterator[str]:
    where = f"{route.name}, {player.name}"
    yield from within(player.probability, 0, 1, f"{where}: probability")
    if player.overridden_by is not None:
        yield from _rule_problems(player.overridden_by, where)
        if not route.chambers:
            yield f"{where}: no chamber is there to override it"


def _referendum_problems(vote: Referendum) -> Iterator[str]:
    numbers: dict[str, Number | Between | None] = {
        "share for": vote.share_for,
        "turnout": vote.turnout,
        "majority": vote.majority,
        "least turnout": vote.least_turnout,
        "least approval": vote.least_approval,
        "probability": vote.probability,
    }
    for what, number in numbers.items():
        yield from within(number, 0, 1, f"{vote.name}: {what}")


def check_agenda(agenda: Agenda, route: Route) -> None:
    """Refuse an agenda that is not well formed, or that the preferences of a route do not fit.

    Raises
    ------
    ModelError
        With everything that is wrong, a line each.
    """
    refuse([*_agenda_problems(agenda, route)])


def _agenda_problems(agenda: Agenda, route: Route) -> Iterator[str]:
    options = {issue.name: issue.options for issue in agenda.issues}
    if not options:
        yield "the agenda has no issue"
    yield from _twice((issue.name for issue in agenda.issues), "agenda")
    for issue in agenda.issues:
        if not issue.options:
            yield f'issue "{issue.name}" has no option'
        yield from _twice(issue.options, issue.name)
    for pattern in agenda.excluded:
        for name, several in pattern.items():
            yield from _unknown(name, several, options, "an excluded combination")
    for holder, preferences in preferences_of(route):
        for name, table in (*preferences.values.items(), *preferences.stances.items()):
            yield from _unknown(name, table, options, holder)
        yield from _value_problems(preferences, holder)


def preferences_of(route: Route) -> Iterator[tuple[str, Preferences]]:
    """Everybody in a route who has preferences over packages."""
    for chamber in route.chambers:
        for bloc in chamber.blocs:
            if bloc.preferences is not None:
                yield f"{chamber.name}, {bloc.name}", bloc.preferences
    for player in route.veto_players:
        if player.preferences is not None:
            yield player.name, player.preferences


def _value_problems(preferences: Preferences, holder: str) -> Iterator[str]:
    values = [value for table in preferences.values.values() for value in table.values()]
    for value in (*values, preferences.reservation_value):
        try:
            low, high = bounds(value, 0, 0)
        except ModelError as problem:
            yield f"{holder}: {problem}"
            continue
        if low > high:
            yield f"{holder}: {_shown(low)} to {_shown(high)}; the lower bound comes first"


def _unknown(name: str, several: Iterable[str], options: dict[str, tuple[str, ...]], where: str) -> Iterator[str]:
    if name not in options:
        yield f'{where}: "{name}" is not an issue; the issues are {", ".join(options)}'
        return
    for option in several:
        if option not in options[name]:
            yield f'{where}: "{option}" is not an option of {name}; the options are {", ".join(options[name])}'

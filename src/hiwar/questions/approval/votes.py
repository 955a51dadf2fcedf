"""Every subject on every route, and what would turn a vote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from hiwar.dossier.model import principals, side_of
from hiwar.methods.ratification import Position, cheapest_winning_set, pivotal, verdict, with_attendance
from hiwar.questions.courses import Course, breaks
from hiwar.questions.proposals import Proposal
from hiwar.questions.ratifying import (
    Ballot,
    Home,
    Subject,
    ballot,
    chooses,
    courses_to_approve,
    is_in_force,
    open_routes,
    routes_of,
    subject_of_package,
)

MOST_SETS = 3
"""Sets of blocs to win over that are named."""
MOST_PAIRS = 400
"""Pairs of changes of a package that are tried."""
LARGEST = 2
"""Blocs of a set whose turning together would change the outcome."""


@dataclass(frozen=True)
class Entry:
    """A subject on a route of one side."""

    side: str
    ballot: Ballot
    is_what_if: bool
    chosen: str
    """``chosen``: the subject says that it takes this route; ``other``: it takes another one; else ``open``."""


def subjects_of(home: Home, proposals: Sequence[Proposal]) -> tuple[Subject, ...]:
    """The courses of the seat, and the packages that are proposed or asked about."""
    packages = tuple(subject_of_package(home.dossier, one.id, one.options) for one in proposals)
    return (*courses_to_approve(home.dossier), *packages)


def entries_of(home: Home, subjects: Sequence[Subject]) -> tuple[Entry, ...]:
    """Subjects of each side on each of its routes; courses are those of the seat's side alone."""
    seat = side_of(home.dossier, home.dossier.seat)
    found = []
    for side in principals(home.dossier):
        own = [one for one in subjects if one.is_package or side == seat]
        for route, subject in product(routes_of(home.dossier, side), own):
            is_what_if = not is_in_force(home.dossier, subject, route)
            found.append(Entry(side, ballot(home, subject, route), is_what_if, _chosen(home, subject, route, side)))
    return tuple(found)


def _chosen(home: Home, subject: Subject, route: str, side: str) -> str:
    if chooses(home.dossier, subject, route):
        return "chosen"
    in_force = is_in_force(home.dossier, subject, route)
    return "other" if in_force and route not in open_routes(home.dossier, subject, side) else "open"


def outcome_if_opponents_stay_away(one: Ballot) -> str | None:
    """What becomes of a vote if all who are against stay away, as they may to break a quorum; None without a vote."""
    if one.model is None:
        return None
    route = one.model
    for bloc in one.model.chambers[0].blocs:
        if bloc.position is Position.AGAINST:
            route = with_attendance(route, bloc.name, 0)
    return {"pass": "passes", "fail": "fails"}.get(verdict(route).outcome.value, "cannot_be_told")


@dataclass(frozen=True)
class Turning:
    """Whose turning changes the outcome of a vote."""

    single: tuple[str, ...]
    """Blocs each of which changes it alone."""
    sets: tuple[tuple[str, ...], ...]
    """Smallest sets that change it for the better together, where nobody does alone."""
    to_win: tuple[tuple[str, ...], ...]
    """Fewest blocs that, all won over, make it pass whatever the others do."""
    can_be_won: bool


def turning_of(one: Ballot) -> Turning | None:
    """Who is pivotal, and whom it would take; None without a vote."""
    if one.model is None:
        return None
    found = pivotal(one.model, largest=LARGEST)
    single = tuple(pivot.name for pivot in found.single if pivot.is_pivotal)
    sets = tuple(tuple(turn.name for turn in turns) for turns in found.gaining if len(turns) > 1)
    won = cheapest_winning_set(one.model, most=MOST_SETS)
    to_win = tuple(tuple(turn.name for turn in turns) for turns in won.sets if turns)
    return Turning(single, sets[:MOST_SETS] if not single else (), to_win, won.is_possible)


@dataclass(frozen=True)
class Change:
    """A change of a package after which it passes."""

    dropped: tuple[str, ...]
    added: tuple[str, ...]


def least_changes(home: Home, one: Ballot) -> tuple[Change, ...] | None:
    """The fewest changes of contested options, one or two, after which a package passes on a route; None if it does.

    A change drops an option, or puts another of the same issue in its place, as far as the rules between options allow.
    """
    if one.outcome == "passes" or one.model is None:
        return None
    single = [(item, *_instead(home, one.subject, item)) for item in one.contested]
    moves = [(item, choice) for item, *choices in single for choice in (None, *choices)]
    found = [move for move in moves if _passes(home, one, [move])]
    if found:
        return tuple(_change([move]) for move in found)
    pairs = (pair for pair in combinations(moves, 2) if pair[0][0] != pair[1][0])
    tried = [pair for pair, _ in zip(pairs, range(MOST_PAIRS), strict=False)]
    return tuple(_change(pair) for pair in tried if _passes(home, one, pair))


Move = tuple[str, str | None]
"""An option that goes, and the one that comes in its place."""


def _instead(home: Home, subject: Subject, item: str) -> Iterator[str]:
    """Other options of the same issue that the package does not hold."""
    variable = item.partition("=")[0]
    if variable in home.dossier.issues:
        for option in home.dossier.issues[variable].options:
            if f"{variable}={option}" not in subject.options:
                yield f"{variable}={option}"


def _passes(home: Home, one: Ballot, moves: Sequence[Move]) -> bool:
    change = _change(moves)
    options = [*(item for item in one.subject.options if item not in change.dropped), *change.added]
    changed = subject_of_package(home.dossier, one.subject.id, options)
    return _keeps_rules(home, one.subject.course, changed.course) and (
        ballot(home, changed, one.route).outcome == "passes"
    )


def _keeps_rules(home: Home, before: Course, after: Course) -> bool:
    """Whether a changed package breaks no rule that it kept before."""
    rules = home.dossier.rules
    return not any(breaks(home.dossier, after, key) and not breaks(home.dossier, before, key) for key in rules)


def _change(moves: Sequence[Move]) -> Change:
    return Change(tuple(item for item, _ in moves), tuple(choice for _, choice in moves if choice is not None))

"""A voting body with its parts where they stand on what is put to it.

A part stands on the whole by the least favourable of where it stands on the options that are contested in the body,
that is on which some part of it is placed. Of a part that is placed on none of them nothing is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, side_of
from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    TWO_THIRDS_OF_MEMBERS,
    Between,
    Bloc,
    Chamber,
    Position,
    Preferences,
    Rule,
    VetoPlayer,
    position_on,
)
from hiwar.questions.courses import holds
from hiwar.questions.ratifying.subjects import Subject, options_in
from hiwar.questions.standings import Standing, parts_of

RULES: Mapping[str, Rule] = immutabledict(
    {
        "of_present": MAJORITY_OF_PRESENT,
        "of_members": MAJORITY_OF_MEMBERS,
        "two_thirds_of_members": TWO_THIRDS_OF_MEMBERS,
    }
)
_POSITIONS: Mapping[str, Position] = immutabledict(
    {
        "for": Position.FOR,
        "neutral": Position.ABSTAIN,
        "against": Position.AGAINST,
        "conditional": Position.CONDITIONAL,
        "divided": Position.DIVIDED,
    }
)
"""Of all else nothing is known."""
Placed = tuple[Position, Between | None]
"""A position, and which share is for where it is divided."""
_OPEN: Placed = (Position.UNKNOWN, None)


@dataclass(frozen=True, eq=False)
class Home:
    """A case with where everybody stands."""

    dossier: Dossier
    standings: Mapping[tuple[str, str], Standing]

    def on_option(self, party: str, option: str) -> Standing | None:
        """Where a party stands on an option, also where it was placed on several any of which is meant."""
        if (party, option) in self.standings:
            return self.standings[party, option]
        found = (one for (who, on), one in self.standings.items() if who == party and option in options_in(on))
        return next(found, None)


def members_of(dossier: Dossier, body: str) -> tuple[str, ...]:
    """The parts of a body that hold seats; of a part whose own parts hold them, these."""
    found: list[str] = []
    for key in parts_of(dossier, body):
        inside = members_of(dossier, key)
        found += inside if inside else [key] if dossier.parties[key].seats else []
    return tuple(found)


def contested_in(home: Home, body: str, subject: Subject) -> tuple[str, ...]:
    """Options of a subject on which some part of a body is placed."""
    members = set(members_of(home.dossier, body))
    placed = {option for (party, on) in home.standings if party in members for option in options_in(on)}
    return tuple(item for item in subject.options if placed.intersection(options_in(item)))


def chamber_of(home: Home, subject: Subject, route_id: str) -> Chamber | None:
    """The voting body of a route on a subject; None where the case gives no seats, or no rule."""
    route = home.dossier.routes[route_id]
    members = members_of(home.dossier, route.body) if route.body else ()
    if route.body is None or route.majority is None or not members:
        return None
    contested = contested_in(home, route.body, subject)
    blocs = tuple(_bloc(home, subject, member, contested) for member in members)
    held = sum(home.dossier.parties[member].seats or 0 for member in members)
    own = home.dossier.parties[route.body].seats
    seats = route.seats if route.seats is not None else own if own is not None else held
    return Chamber(route.body, max(seats, held), blocs, RULES[route.majority], route.quorum)


def _bloc(home: Home, subject: Subject, member: str, contested: Sequence[str]) -> Bloc:
    position, shares = position_of(home, subject, member, contested)
    return Bloc(member, home.dossier.parties[member].seats, position, shares_for=shares)


def position_of(home: Home, subject: Subject, party: str, contested: Sequence[str]) -> Placed:
    """Where a party stands on a subject, by the contested options."""
    found = {item: _on_item(home, subject, party, item) for item in contested}
    if all(position is Position.UNKNOWN for position, _ in found.values()):
        return _OPEN
    stances = {item: {item: position} for item, (position, _) in found.items()}
    position = position_on(Preferences(stances=stances), {item: item for item in found})
    shares = [share for stance, share in found.values() if stance is Position.DIVIDED]
    return position, shares[0] if position is Position.DIVIDED and len(shares) == 1 else None


def _on_item(home: Home, subject: Subject, party: str, item: str) -> Placed:
    """Where a party stands on one option, or on whichever of several comes about."""
    found = [_placed(home, subject, home.on_option(party, option)) for option in options_in(item)]
    return found[0] if len(set(found)) == 1 else _OPEN


def _placed(home: Home, subject: Subject, standing: Standing | None) -> Placed:
    if standing is None:
        return _OPEN
    if standing.stance == "conditional" and standing.leaning is not None and _holds(home, subject, standing):
        return _POSITIONS[standing.leaning], None
    if standing.stance == "divided" and standing.parts:
        least = standing.parts.get("for", Fraction(0))
        return Position.DIVIDED, Between(least, least + standing.open)
    return _POSITIONS.get(standing.stance, Position.UNKNOWN), None


def _holds(home: Home, subject: Subject, standing: Standing) -> bool:
    """Whether what a subject settles fulfils the condition of a standing."""
    parts = (part.partition("=") for part in standing.when)
    when = {variable: tuple(options.split("|")) for variable, _, options in parts}
    return holds(when, home.dossier, subject.course) is True


def players_of(home: Home, subject: Subject, route_id: str) -> Iterator[VetoPlayer]:
    """Parties of the side, outside the body, that can stop this route, this course or an issue that it settles."""
    dossier, route = home.dossier, home.dossier.routes[route_id]
    stoppable = {route_id, subject.course.track, subject.id, *subject.course.fixes}
    inside = {route.body, *(members_of(dossier, route.body) if route.body else ())}
    for key, party in sorted(dossier.parties.items()):
        if set(party.can_block) & stoppable and key not in inside and side_of(dossier, key) == side_of(
            dossier, route.party
        ):  # fmt: skip
            yield VetoPlayer(key, position_of(home, subject, key, placed_on(home, key, subject))[0])


def placed_on(home: Home, party: str, subject: Subject) -> tuple[str, ...]:
    """Options of a subject on which a party is placed."""
    return tuple(
        item for item in subject.options if any(home.on_option(party, option) for option in options_in(item))
    )  # fmt: skip

"""Whether a subject passes at home, route by route: by a vote, without one, barred by a law, or open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, side_of
from hiwar.methods.ratification import ChamberVerdict, Outcome, PlayerVerdict, Position, Route, verdict
from hiwar.questions.courses import holds
from hiwar.questions.ratifying.chambers import Home, chamber_of, contested_in, members_of, players_of
from hiwar.questions.ratifying.subjects import Subject, acts_against, binding_force, options_in

_OUTCOMES: Mapping[Outcome, str] = immutabledict(
    {Outcome.PASS: "passes", Outcome.FAIL: "fails", Outcome.CANNOT_BE_TOLD: "cannot_be_told"}
)
BEST_FIRST = ("passes", "no_vote", "cannot_be_told", "fails", "barred")
"""What may become of a subject on a route, the best for it first; ``no_vote``: nobody has to approve it."""


@dataclass(frozen=True)
class Ballot:
    """What becomes of a subject on a route."""

    subject: Subject
    route: str
    outcome: str
    reasons: tuple[str, ...]
    """Why: reasons of the method, or ``seats_not_stated``, ``rule_not_stated``, ``barred_by_law``, ``act_may_bind``,
    ``stopped``, ``may_be_stopped``, ``nobody_approves``."""
    contested: tuple[str, ...] = ()
    """Options of the subject on which parts of the body are placed."""
    model: Route | None = None
    """The vote as the method takes it; None where there is none, or nothing to compute it from."""
    vote: ChamberVerdict | None = None
    repeals: tuple[str, ...] = ()
    """Binding acts that stand against the subject: they go with a vote for it, and bar a route without a vote."""
    stopping: tuple[str, ...] = ()
    """Parties outside the body that can stop it and are, or may be, against."""
    trace: tuple[str, ...] = ()


def ballot(home: Home, subject: Subject, route_id: str) -> Ballot:
    """Put a subject to a route."""
    route = home.dossier.routes[route_id]
    against = acts_against(home.dossier, subject)
    binding = tuple(key for key in against if binding_force(home.dossier.acts[key]) == "yes")
    unsure = tuple(key for key in against if binding_force(home.dossier.acts[key]) == "unknown")
    if route.body is None:
        return _without_vote(home, subject, route_id, binding, unsure)
    contested = contested_in(home, route.body, subject)
    trace = _trace(home, route_id, contested, binding)
    chamber = chamber_of(home, subject, route_id)
    if chamber is None:
        reason = "seats_not_stated" if route.majority else "rule_not_stated"
        return Ballot(subject, route_id, "cannot_be_told", (reason,), contested, repeals=binding, trace=trace)
    model = Route(route_id, (chamber,), tuple(players_of(home, subject, route_id)))
    told = verdict(model)
    vote = told.chambers[0]
    stopping = tuple(player.name for player in told.players if player.may_stop)
    reasons = (*(reason.name.lower() for reason in vote.reasons), *_stopped(told.players, stopping))
    outcome = _OUTCOMES[told.outcome]
    trace = (*trace, *stopping)
    return Ballot(subject, route_id, outcome, reasons, contested, model, vote, binding, stopping, trace)


def _stopped(players: Sequence[PlayerVerdict], stopping: Sequence[str]) -> tuple[str, ...]:
    if not stopping:
        return ()
    return ("stopped",) if any(player.must_stop for player in players) else ("may_be_stopped",)


def _without_vote(
    home: Home, subject: Subject, route_id: str, binding: tuple[str, ...], unsure: tuple[str, ...]
) -> Ballot:
    """A route on which nobody has to approve: a law that demands otherwise bars it."""
    players = tuple(players_of(home, subject, route_id))
    stopping = tuple(player.name for player in players if player.position not in (Position.FOR, Position.ABSTAIN))
    if binding:
        outcome, reason = "barred", "barred_by_law"
    elif any(player.position is Position.AGAINST for player in players):
        outcome, reason = "fails", "stopped"
    elif unsure:
        outcome, reason = "cannot_be_told", "act_may_bind"
    elif stopping:
        outcome, reason = "cannot_be_told", "may_be_stopped"
    else:
        outcome, reason = "no_vote", "nobody_approves"
    trace = (route_id, *binding, *unsure, *stopping)
    return Ballot(subject, route_id, outcome, (reason,), repeals=binding, stopping=stopping, trace=trace)


def _trace(home: Home, route_id: str, contested: Sequence[str], acts: Sequence[str]) -> tuple[str, ...]:
    """Route, body, acts, and where the members stand."""
    body = home.dossier.routes[route_id].body or ""
    placed = [
        home.on_option(member, option)
        for member in members_of(home.dossier, body)
        for item in contested
        for option in options_in(item)
    ]
    said = (item for standing in placed if standing is not None for item in standing.trace)
    return tuple(dict.fromkeys((route_id, body, *acts, *said)))


def routes_of(dossier: Dossier, side: str) -> tuple[str, ...]:
    """Routes of a side, what-ifs included."""
    return tuple(key for key, route in sorted(dossier.routes.items()) if side_of(dossier, route.party) == side)


def open_routes(dossier: Dossier, subject: Subject, side: str) -> tuple[str, ...]:
    """Routes in force that a subject may take: those that it chooses itself, else all."""
    routes = tuple(key for key in routes_of(dossier, side) if is_in_force(dossier, subject, key))
    chosen = tuple(key for key in routes if chooses(dossier, subject, key))
    return chosen or routes


def is_in_force(dossier: Dossier, subject: Subject, route_id: str) -> bool:
    """Whether a route is no what-if, and the condition under which it has this form, if any, is known to hold."""
    route = dossier.routes[route_id]
    return not route.is_what_if and (not route.when or holds(route.when, dossier, subject.course) is True)


def chooses(dossier: Dossier, subject: Subject, route_id: str) -> bool:
    """Whether a subject itself says that it takes a route."""
    options = dossier.routes[route_id].chosen_by
    return bool(options) and holds(options, dossier, subject.course) is True


def at_home(home: Home, subject: Subject, side: str) -> tuple[Ballot, ...]:
    """What becomes of a subject on the routes in force that are best for it; none where the side has no route."""
    ballots = [ballot(home, subject, key) for key in open_routes(home.dossier, subject, side)]
    best = min((BEST_FIRST.index(one.outcome) for one in ballots), default=0)
    return tuple(one for one in ballots if BEST_FIRST.index(one.outcome) == best)


def survival(best: Sequence[Ballot]) -> str:
    """Whether what has these ballots on its best routes survives at home."""
    return _SURVIVES[best[0].outcome] if best else "no_route"


_SURVIVES: Mapping[str, str] = immutabledict(
    {
        "passes": "yes",
        "no_vote": "without_vote",
        "cannot_be_told": "cannot_be_told",
        "fails": "no",
        "barred": "no",
    }
)
"""What becomes of a subject on its best routes, to whether it survives at home."""

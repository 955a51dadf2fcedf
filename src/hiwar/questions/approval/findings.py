"""What passes at home, and at what price, as findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiwar.dossier.model import Dossier, principals
from hiwar.questions.answer import Finding, Firmness, Table
from hiwar.questions.approval.votes import Change, Entry, turning_of
from hiwar.questions.provenance import ground_of
from hiwar.questions.ratifying import Ballot, routes_of

_OUTCOMES: Mapping[str, str] = {
    "passes": "approval.passes",
    "fails": "approval.fails",
    "cannot_be_told": "approval.open",
    "no_vote": "approval.no_vote",
    "barred": "approval.barred",
}
MOST_CHANGES = 6
"""Changes of a package that are named."""


def findings_of(
    dossier: Dossier, entries: Sequence[Entry], changes: Mapping[str, Sequence[Change]], tables: Mapping[str, Table]
) -> Iterator[Finding]:
    """Votes, what would turn them, acts in the way, what a way around costs, clauses, and what survives."""
    for side in principals(dossier):
        if not routes_of(dossier, side):
            yield Finding("approval.no_route", {"party": side}, Firmness.CANNOT_BE_TOLD, trace=(side,))
    yield from _without_seats(entries)
    yield from _vote_findings(entries)
    yield from _what_if_findings(entries)
    yield from _act_findings(tables["acts"])
    yield from _around_findings(dossier)
    yield from _clause_findings(tables["clauses"])
    yield from _survival_findings(tables["survives"])
    yield from _changes(dossier, changes)


def _without_seats(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Votes that cannot be told for want of seats or of a rule: said once per route."""
    said: set[str] = set()
    for entry in entries:
        one = entry.ballot
        for reason in ("seats_not_stated", "rule_not_stated"):
            if reason in one.reasons and one.route not in said:
                said.add(one.route)
                yield Finding(f"approval.{reason}", {"route": one.route}, Firmness.CANNOT_BE_TOLD, trace=(one.route,))


Said = tuple[str, Firmness, Mapping[str, Any]]
"""Key, firmness and values of a finding that may hold of several subjects."""


def _vote_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """What becomes of the subjects on the routes in force; those of which the same is to be said together."""
    grouped: dict[tuple[str, str], tuple[Said, list[Ballot]]] = {}
    for entry in entries:
        if not entry.is_what_if and entry.chosen != "other":
            for said in _said_of(entry.ballot):
                same = (said[0], repr(sorted(said[2].items())))
                grouped.setdefault(same, (said, []))[1].append(entry.ballot)
    for (key, firmness, values), ballots in grouped.values():
        subjects = tuple(one.subject.id for one in ballots)
        trace = tuple(dict.fromkeys(item for one in ballots for item in one.trace))
        yield Finding(key, {**values, "subjects": subjects}, firmness, trace=trace)


def _said_of(one: Ballot) -> Iterator[Said]:
    """What is to be said of one subject on one route."""
    told = _outcome_of(one)
    if told is None:
        return
    yield told
    if one.repeals and one.vote is not None:
        yield "approval.needs_repeal", Firmness.CERTAIN, {"route": one.route, "acts": one.repeals}
    if one.contested:
        yield from _turning_of(one)


def _outcome_of(one: Ballot) -> Said | None:
    """The outcome in one sentence; None where the route as a whole cannot be told, which is said once."""
    firmness = Firmness.CANNOT_BE_TOLD if one.outcome == "cannot_be_told" else Firmness.POSSIBLE
    values: dict[str, Any] = {"route": one.route, "stopping": one.stopping, "stopping_count": len(one.stopping)}
    key = _OUTCOMES[one.outcome]
    if one.vote is not None and not one.contested:
        return "approval.nobody_placed", firmness, {"route": one.route}
    if one.vote is not None and one.vote.votes_for and one.vote.needed:
        low, high = one.vote.votes_for
        votes = {"low_votes": low, "high_votes": high, "needed": one.vote.needed[1], "seats": one.vote.seats or 0}
        return key, firmness, {**values, **votes}
    if {"seats_not_stated", "rule_not_stated"} & set(one.reasons):
        return None
    if one.outcome in ("fails", "cannot_be_told"):
        key = "approval.stopped" if one.outcome == "fails" else "approval.may_be_stopped"
        key = "approval.may_be_barred" if "act_may_bind" in one.reasons else key
    return key, firmness, {**values, "acts": one.repeals}


def _turning_of(one: Ballot) -> Iterator[Said]:
    """Who alone changes the outcome, and the fewest whom it would take."""
    found = turning_of(one)
    if found is None:
        return
    if found.single:
        yield "approval.pivotal", Firmness.POSSIBLE, {"route": one.route, "parties": found.single}
    if one.outcome != "passes" and found.to_win:
        won = {"route": one.route, "parties": found.to_win[0], "count": len(found.to_win) - 1}
        yield "approval.to_win", Firmness.POSSIBLE, won
    elif one.outcome != "passes" and not found.can_be_won:
        yield "approval.cannot_be_won", Firmness.POSSIBLE, {"route": one.route}


def _what_if_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Subjects of which a rule that is not in force would make something else."""
    in_force: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        if not entry.is_what_if and entry.ballot.model is not None:
            in_force.setdefault((entry.side, entry.ballot.subject.id), set()).add(entry.ballot.outcome)
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        one = entry.ballot
        known = in_force.get((entry.side, one.subject.id), set())
        if entry.is_what_if and one.model is not None and known and one.outcome not in known:
            grouped.setdefault((one.route, one.outcome), []).append(entry)
    for (route, outcome), found in grouped.items():
        subjects = tuple(entry.ballot.subject.id for entry in found)
        values = {"route": route, "subjects": subjects, "kind": outcome}
        trace = tuple(dict.fromkeys(item for entry in found for item in entry.ballot.trace))
        yield Finding("approval.what_if", values, Firmness.POSSIBLE, trace=trace)


def _act_findings(acts: Table) -> Iterator[Finding]:
    """Adopted acts against which some subject goes: they bind, they do not, or that is not known."""
    keys = {"yes": "approval.act_binds", "no": "approval.act_does_not_bind", "unknown": "approval.act_may_bind"}
    for row, trace in zip(acts.records(), acts.traces, strict=True):
        if row["against"] and row["is_adopted"] != "no":
            firmness = Firmness.CANNOT_BE_TOLD if row["force"] == "unknown" else Firmness.CERTAIN
            values = {"act": row["act"], "subjects": row["against"], "options": row["demands"]}
            yield Finding(keys[row["force"]], values, firmness, trace=trace)


def _around_findings(dossier: Dossier) -> Iterator[Finding]:
    """What the case says that a route without a vote costs."""
    for key, route in sorted(dossier.routes.items()):
        if route.body is None:
            ground = ground_of(is_stated=route.because is None and route.is_stated)
            if route.harms or route.raises:
                values = {"route": key, "goals": route.harms, "effects": route.raises}
                counts = {"goal_count": len(route.harms), "effect_count": len(route.raises)}
                trace = (key, *route.harms, *route.raises)
                yield Finding("approval.around", {**values, **counts}, Firmness.STATED, ground, trace)
            else:
                yield Finding("approval.around_not_stated", {"route": key}, Firmness.CANNOT_BE_TOLD, trace=(key,))


def _clause_findings(clauses: Table) -> Iterator[Finding]:
    """Packages that would follow an agreement without the clauses it lacked."""
    grouped: dict[tuple[str, tuple[str, ...]], list[tuple[str, tuple[str, ...]]]] = {}
    for row, trace in zip(clauses.records(), clauses.traces, strict=True):
        if row["missing"]:
            grouped.setdefault((row["agreement"], row["missing"]), []).append((row["subject"], trace))
    for (agreement, missing), found in grouped.items():
        trace = tuple(dict.fromkeys(item for _, items in found for item in items))
        values = {"agreement": agreement, "clauses": missing, "subjects": tuple(subject for subject, _ in found)}
        yield Finding("approval.lacks_clauses", values, Firmness.CERTAIN, trace=trace)


_SURVIVAL: Mapping[str, str] = {
    "yes": "approval.survives",
    "without_vote": "approval.survives_without_vote",
    "cannot_be_told": "approval.survival_open",
    "no": "approval.does_not_survive",
}


def _survival_findings(survives: Table) -> Iterator[Finding]:
    """Per side: packages that survive at home, those that do so without a vote, open ones, and those that do not."""
    grouped: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    for row, trace in zip(survives.records(), survives.traces, strict=True):
        if row["is_package"] and row["survives"] in _SURVIVAL:
            grouped.setdefault((row["side"], row["survives"]), []).append((row["subject"], trace))
    for (side, state), found in grouped.items():
        trace = tuple(dict.fromkeys(item for _, items in found for item in items))
        values = {"party": side, "subjects": tuple(subject for subject, _ in found)}
        firmness = Firmness.CANNOT_BE_TOLD if state == "cannot_be_told" else Firmness.POSSIBLE
        yield Finding(_SURVIVAL[state], values, firmness, trace=trace)


def _changes(dossier: Dossier, changes: Mapping[str, Sequence[Change]]) -> Iterator[Finding]:
    """The fewest changes after which packages pass a vote; packages with the same ones together."""
    same: dict[tuple[Change, ...], list[str]] = {}
    for subject, found_changes in changes.items():
        same.setdefault(tuple(found_changes), []).append(subject)
    for found_changes, subjects in same.items():
        yield from _change_findings(dossier.seat, tuple(subjects), found_changes)


def _change_findings(seat: str, subjects: tuple[str, ...], changes: Sequence[Change]) -> Iterator[Finding]:
    if not changes:
        yield Finding("approval.no_change", {"subjects": subjects}, Firmness.POSSIBLE, trace=(seat,))
    for change in changes[:MOST_CHANGES]:
        told = {"subjects": subjects, "dropped": change.dropped, "added": change.added}
        items = tuple(dict.fromkeys(item.partition("=")[0] for item in (*change.dropped, *change.added)))
        key = "approval.change" if change.added else "approval.change_by_leaving_out"
        yield Finding(key, told, Firmness.POSSIBLE, trace=items)

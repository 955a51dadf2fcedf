"""What is to be approved by which route, and with what outcome, as tables."""

from collections.abc import Sequence
from typing import Any

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.answer import Table, table_of
from hiwar.questions.approval.votes import Entry, outcome_if_opponents_stay_away, turning_of
from hiwar.questions.ratifying import (
    Home,
    Subject,
    acts_against,
    at_home,
    binding_force,
    survival,
)

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]


def route_table(dossier: Dossier) -> Table:
    """Every route: who approves by which rule, how long it takes, what it harms and makes more likely."""
    rows: Rows = []
    for key, route in sorted(dossier.routes.items()):
        seats = route.seats if route.seats is not None else dossier.parties[route.body].seats if route.body else None
        rule = (route.body, seats, route.quorum, route.majority, route.days)
        values = (key, side_of(dossier, route.party), route.form, *rule, route.harms, route.raises, route.is_what_if)
        rows.append((values, (key, *route.harms, *route.raises)))
    columns = ("route", "side", "form", "body", "seats", "quorum", "majority", "days", "harms", "raises", "is_what_if")
    return table_of(columns, rows)


def vote_table(entries: Sequence[Entry]) -> Table:
    """Per subject and route: what becomes of it, why, and between which bounds the votes lie."""
    rows: Rows = []
    for entry in entries:
        one = entry.ballot
        vote = one.vote
        spans = (vote.votes_for, vote.needed, vote.present) if vote else (None, None, None)
        ends = [end for span in spans for end in (span or (None, None))]
        head = (entry.side, one.route, entry.is_what_if, one.subject.id, one.subject.is_package, entry.chosen)
        tail = (one.outcome, one.reasons, one.contested, vote.seats if vote else None, *ends)
        last = (outcome_if_opponents_stay_away(one), one.repeals, one.stopping)
        rows.append(((*head, *tail, *last), one.trace))
    head_columns = ("side", "route", "is_what_if", "subject", "is_package", "chosen", "outcome", "reasons", "contested")
    spans_of = ("seats", "for_low", "for_high", "needed_low", "needed_high", "present_low", "present_high")
    return table_of((*head_columns, *spans_of, "if_opponents_stay_away", "repeals", "stopping"), rows)


def chamber_table(entries: Sequence[Entry]) -> Table:
    """Per subject and vote in force: every part of the body with its seats and where it stands."""
    rows: Rows = []
    for entry in entries:
        one = entry.ballot
        if one.model is None or one.vote is None or entry.is_what_if:
            continue
        for bloc in one.model.chambers[0].blocs:
            values = (one.route, one.subject.id, bloc.name, bloc.seats, str(bloc.position))
            rows.append((values, (one.route, bloc.name)))
        if one.vote.unlisted:
            rows.append(((one.route, one.subject.id, None, one.vote.unlisted, "held_by_nobody_known"), (one.route,)))
    return table_of(("route", "subject", "party", "seats", "position"), rows)


def turning_table(entries: Sequence[Entry]) -> Table:
    """Per subject and vote in force: who alone changes the outcome, and the fewest who would make it pass."""
    rows: Rows = []
    for entry in entries:
        found = None if entry.is_what_if else turning_of(entry.ballot)
        if found is not None:
            one = entry.ballot
            values = (one.route, one.subject.id, found.single, found.sets, found.to_win, found.can_be_won)
            rows.append((values, one.trace))
    return table_of(("route", "subject", "single", "sets", "to_win", "can_be_won"), rows)


def survival_table(home: Home, subjects: Sequence[Subject]) -> Table:
    """Per subject and side: whether it survives at home, and by which route in force."""
    seat = side_of(home.dossier, home.dossier.seat)
    rows: Rows = []
    for subject in subjects:
        for side in principals(home.dossier):
            if subject.is_package or side == seat:
                best = at_home(home, subject, side)
                routes = tuple(one.route for one in best)
                trace = dict.fromkeys((side, *(item for one in best for item in one.trace)))
                rows.append(((subject.id, subject.is_package, side, survival(best), routes), tuple(trace)))
    return table_of(("subject", "is_package", "side", "survives", "routes"), rows)


def act_table(dossier: Dossier, subjects: Sequence[Subject]) -> Table:
    """Every act: who passed it in what form, whether it binds, what it asks for, and what it stands against."""
    rows: Rows = []
    for key, act in sorted(dossier.acts.items()):
        demands = tuple(f"{variable}={option}" for variable, held in act.demands.items() for option in held)
        against = tuple(subject.id for subject in subjects if key in acts_against(dossier, subject))
        on = None if act.on is None else str(act.on)
        values = (key, act.by, act.form, on, act.is_adopted, act.is_binding, binding_force(act), demands, against)
        rows.append((values, (key, *act.by, *act.demands)))
    return table_of(("act", "by", "form", "on", "is_adopted", "is_binding", "force", "demands", "against"), rows)


def agreement_table(dossier: Dossier) -> Table:
    """Every earlier agreement with its legal state and what its text lacks."""
    rows: Rows = [
        ((key, one.parties, one.year, one.state, one.was_before_legislature, one.lacks), (key, *one.parties))
        for key, one in sorted(dossier.agreements.items(), key=lambda pair: (str(pair[1].year or "9999"), pair[0]))
    ]
    return table_of(("agreement", "parties", "year", "state", "before_legislature", "lacks"), rows)


def clause_table(dossier: Dossier, subjects: Sequence[Subject]) -> Table:
    """Per package that would follow an agreement: clauses that the old text lacked, and whether it has them."""
    rows: Rows = []
    for subject in subjects:
        for key, one in sorted(dossier.agreements.items()):
            by = tuple(
                f"{variable}={option}"
                for variable, options in one.succeeded_by.items()
                for option in subject.course.fixes.get(variable, ())
                if option in options
            )
            if by and one.lacks and len({item.partition("=")[0] for item in by}) == len(one.succeeded_by):
                has = _clauses(dossier, subject)
                missing = tuple(clause for clause in one.lacks if clause not in has)
                rows.append(((subject.id, subject.is_package, key, by, one.lacks, missing), (key, *one.succeeded_by)))
    return table_of(("subject", "is_package", "agreement", "succeeds_by", "lacks", "missing"), rows)


def _clauses(dossier: Dossier, subject: Subject) -> set[str]:
    """Clauses that the options of a subject bring."""
    return {
        clause
        for variable, options in subject.course.fixes.items()
        if variable in dossier.issues
        for option in options
        for clause in dossier.issues[variable].options[option].clauses
    }


def around_table(dossier: Dossier) -> Table:
    """What going without a vote costs: goals it harms and effects it makes more likely."""
    rows: Rows = []
    for key, route in sorted(dossier.routes.items()):
        if route.body is None:
            for kind, items in (("harms", route.harms), ("raises", route.raises)):
                rows += [((key, side_of(dossier, route.party), kind, item), (key, item)) for item in items]
    return table_of(("route", "side", "kind", "item"), rows)


def precedent_table(dossier: Dossier) -> Table:
    """Facts of the case about routes, acts, agreements and voting bodies, with how sure they are; nothing uses them."""
    bodies = {route.body for route in dossier.routes.values() if route.body}
    known = {*dossier.routes, *dossier.acts, *dossier.agreements, *bodies}
    rows: Rows = []
    for key, claim in sorted(dossier.claims.items()):
        about = tuple(item for item in claim.about if item in known)
        if claim.kind == "fact" and about:
            rows.append(((key, about, None if claim.on is None else str(claim.on)), (key, *about)))
    return table_of(("claim", "about", "on"), rows)

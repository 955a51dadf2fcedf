"""What is computed and what is stated of each scope and each form, as tables."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.answer import Table, table_of
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import Bargain, agenda_rules
from hiwar.questions.reach import Reach
from hiwar.questions.scope.scopes import WHOLE, Scope, Sided, courses_of
from hiwar.questions.worths import worth_trace

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]


def scope_table(
    dossier: Dossier,
    scopes: Sequence[Scope],
    bargains: Mapping[str, Bargain | None],
    reaches: Mapping[str, Reach],
) -> Table:
    """Issues, how many packages are possible and acceptable to all, and which courses take the scope."""
    rows: Rows = []
    for scope in scopes:
        reach, bargain = reaches.get(scope.id), bargains[scope.id]
        counts = (None, None) if reach is None else (reach.n_admissible, reach.n_acceptable)
        left_out = () if bargain is None else bargain.left_out
        values = (scope.id, scope.issues, courses_of(dossier, scope), *counts, left_out)
        trace = (*((scope.variable,) if scope.variable else ()), *scope.issues, *agenda_rules(dossier))
        rows.append((values, trace))
    return table_of(("scope", "issues", "courses", "n_admissible", "n_acceptable", "left_out"), rows)


def reach_table(judgements: Judgements, scopes: Sequence[Scope], reaches: Mapping[str, Reach]) -> Table:
    """Per scope and party: the most it can still reach, and as a share of what the whole agenda lets it reach."""
    rows: Rows = []
    for scope in scopes:
        if (reach := reaches.get(scope.id)) is None:
            continue
        for party in principals(judgements.dossier):
            share = reach.share_of(party, reaches[WHOLE]) if WHOLE in reaches else None
            values = (scope.id, party, reach.reservation.get(party), reach.best.get(party), share)
            trace = (*worth_trace(judgements, party), *agenda_rules(judgements.dossier))
            rows.append((tuple(_number(value) for value in values), trace))
    return table_of(("scope", "party", "reservation_value", "best", "share"), rows)


def _number(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value


def sided_table(judgements: Judgements, sided: Sequence[Sided]) -> Table:
    """Per scope: whom it serves more, by what share, and in what share of the drawn judgements."""
    rows: Rows = [
        (
            (one.scope, one.favours, one.against, float(one.difference), one.held, one.reversed),
            (
                *worth_trace(judgements, one.favours),
                *worth_trace(judgements, one.against),
                *agenda_rules(judgements.dossier),
            ),
        )
        for one in sided
    ]
    return table_of(("scope", "favours", "against", "difference", "held", "reversed"), rows)


def tension_table(dossier: Dossier, scopes: Sequence[Scope]) -> Table:
    """What a scope draws after it: costs of the courses that take it, what links say follows, and who rejects it."""
    rows: Rows = []
    for scope in scopes:
        if scope.option is None or scope.variable is None:
            continue
        found: dict[str, tuple[str, ...]] = {}
        for key in _costs_of(dossier, scope):
            found.setdefault(key, tuple(dossier.effects[key].on))
        for party in scope.option.rejects:
            found.setdefault(scope.variable, (party,))
        for link, key in _linked(dossier, scope):
            found.setdefault(key, (link,))
        for key, by in sorted(found.items()):
            rows.append(((scope.id, key, _where(dossier, key)), (key, *by)))
    return table_of(("scope", "item", "where"), rows)


def _costs_of(dossier: Dossier, scope: Scope) -> Iterator[str]:
    courses = set(courses_of(dossier, scope))
    for key, effect in dossier.effects.items():
        tracks = set(effect.when.get("track", ()))
        named = scope.option is not None and scope.option.id in effect.when.get(scope.variable or "", ())
        if effect.kind == "cost" and (named or (tracks and tracks <= courses)):
            yield key


def _linked(dossier: Dossier, scope: Scope) -> Iterator[tuple[str, str]]:
    """Link and what it says follows, where it starts at the scope's option."""
    for key, link in dossier.links.items():
        if (
            link.sign == "more"
            and scope.option is not None
            and scope.option.id in link.when.get(scope.variable or "", ())
        ):
            yield from ((key, target) for target in link.leads_to)


def _where(dossier: Dossier, key: str) -> str:
    """``home`` where parts of the seat's side bring it about, ``abroad`` where others do."""
    seat = side_of(dossier, dossier.seat)
    if key in dossier.effects:
        actors = [one for one in dossier.effects[key].by if one in dossier.parties]
    elif key in dossier.moves:
        actors = list(dossier.moves[key].by)
    elif key in dossier.goals:
        actors = list(dossier.goals[key].owner)
    else:
        return "not_stated"
    sides = {side_of(dossier, actor) for actor in actors}
    if not sides:
        return "not_stated"
    return "home" if sides == {seat} else "both" if seat in sides else "abroad"


def precondition_table(dossier: Dossier, scopes: Sequence[Scope]) -> Table:
    """What a scope needs before it is available, and whether that is known to be there."""
    rows: Rows = []
    for scope in scopes:
        for key in scope.option.needs_capabilities if scope.option else ():
            rows.append(((scope.id, key, dossier.capabilities[key].has), (key,)))
    return table_of(("scope", "capability", "has"), rows)


def form_table(dossier: Dossier) -> Table:
    """The forms of relation: options of the issue that a question of the case about the form names."""
    issues = {question.issue for question in dossier.questions.values() if question.view == "form" and question.issue}
    rows: Rows = []
    for issue in sorted(issues):
        for key, option in dossier.issues[issue].options.items():
            values = (
                f"{issue}={key}",
                tuple(sorted(option.prefers)),
                tuple(sorted(option.rejects)),
                option.serves,
                option.harms,
                option.breaks,
            )
            rows.append((values, (issue, *option.serves, *option.harms, *option.breaks)))
    return table_of(("form", "prefers", "rejects", "serves", "harms", "breaks"), rows)

"""Tables of the terms: the state of each for each subject, the reasons, the readings, the shares of domains."""

import re
from collections.abc import Mapping, Sequence

from hiwar.dossier.contents import Term
from hiwar.dossier.model import Dossier, principals
from hiwar.questions.answer import Rows, Table, table_of
from hiwar.questions.terms.computed import Context, domains_of_interest, domains_settled
from hiwar.questions.terms.holding import Held
from hiwar.questions.terms.subjects import Subject
from hiwar.questions.worths import worth_trace

_VALUES = ("better_for_all", "holds_in_each_outcome")
"""Kinds of criteria that weigh options by the judgements of the sheets."""


def state_table(held: Sequence[Held], context: Context) -> Table:
    """One row per subject and term."""
    rows: Rows = [
        (
            (one.subject.id, one.subject.kind, one.term.id, one.term.force, one.term.tests, one.state),
            trace_of(one, context),
        )
        for one in held
    ]
    return table_of(("subject", "kind", "term", "force", "tests", "state"), rows)


def reason_table(held: Sequence[Held], context: Context) -> Table:
    """What makes each state: the criterion, the reason, whom it concerns, what in the plan is responsible."""
    rows: Rows = [
        (
            (one.subject.id, one.term.id, one.state, kind, point.reason, point.about, point.elements),
            trace_of(one, context),
        )
        for one in held
        for kind, point in one.decisive
        if point.reason != "met" or point.elements
    ]
    return table_of(("subject", "term", "state", "criterion", "reason", "about", "elements"), rows)


def trace_of(held: Held, context: Context) -> tuple[str, ...]:
    """The term, the subject, what is responsible, and the judgements where values were needed."""
    found = [held.term.id, *subject_trace(held.subject)]
    for kind, point in held.decisive:
        found += [part for one in (*point.about, *point.elements) for part in _ids_in(one, context)]
        if kind == "better_for_all":
            found += held.subject.package
        if kind in _VALUES:
            found += [
                trace for party in principals(context.dossier) for trace in worth_trace(context.judgements, party)
            ]
    return tuple(dict.fromkeys(found))


def subject_trace(subject: Subject) -> tuple[str, ...]:
    """The plan; or the course with its variant; or the issues of a package."""
    if subject.kind == "plan":
        return (subject.id,)
    if not subject.has_course:
        return tuple(sorted(subject.package))
    return (subject.course.track, *((subject.course.variant,) if subject.course.variant else ()))


def _ids_in(name: str, context: Context) -> tuple[str, ...]:
    """The item behind an id or ``issue=option``; words that name no item leave no trace."""
    key = name.partition("=")[0]
    if ":" in name:
        return (name,)
    return (key,) if key in context.ids else ()


def by_number(key: str) -> list[tuple[int, str]]:
    """Ids in the order in which a reader counts: C2 before C10."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", key)]


def reading_table(dossier: Dossier) -> Table:
    """Terms that may be read in more than one way, and which reading is followed."""
    rows: Rows = [
        ((key, place, reading.preferred), (key,))
        for key, term in sorted(dossier.terms.items(), key=lambda pair: by_number(pair[0]))
        for place, reading in enumerate(term.readings, 1)
        if len(term.readings) > 1
    ]
    return table_of(("term", "reading", "followed"), rows)


def share_table(dossier: Dossier, subjects: Sequence[Subject]) -> Table:
    """Per agreement and main domain: its share in what is settled beside its share in the interests of each party."""
    rows: list[tuple[tuple[object, ...], tuple[str, ...]]] = []
    parties = principals(dossier)
    interests = {party: domains_of_interest(dossier, party) for party in parties}
    for subject in subjects:
        settled = domains_settled(dossier, subject.package)
        if subject.kind == "course" or not settled:
            continue
        for domain in sorted({*settled, *(key for found in interests.values() for key in found)}):
            for party in parties:
                values = (
                    subject.id, domain, len(settled.get(domain, ())), _share(settled, domain), party,
                    len(interests[party].get(domain, ())), _share(interests[party], domain),
                )  # fmt: skip
                rows.append((values, (domain, *settled.get(domain, ()), *interests[party].get(domain, ()))))
    columns = ("subject", "domain", "issues", "share_of_issues", "party", "goals", "share_of_goals")
    return table_of(columns, rows)


def _share(counted: Mapping[str, Sequence[str]], domain: str) -> float | None:
    """Share of a domain in all mentions of domains; None where there is none."""
    total = sum(map(len, counted.values()))
    return len(counted.get(domain, ())) / total if total else None


def without_criteria(terms: Sequence[Term]) -> tuple[str, ...]:
    """Terms that are written in words only."""
    return tuple(term.id for term in terms if not term.criteria)

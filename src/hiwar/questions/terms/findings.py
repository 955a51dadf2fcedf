"""What came of holding plans against the terms, as findings."""

from collections.abc import Iterator, Sequence

from hiwar.dossier.model import Dossier
from hiwar.dossier.records import Item
from hiwar.questions.answer import Finding, Firmness, Ground
from hiwar.questions.courses import breaks
from hiwar.questions.terms.computed import Context
from hiwar.questions.terms.holding import Held
from hiwar.questions.terms.subjects import Subject, against_course
from hiwar.questions.terms.tables import by_number, subject_trace, trace_of, without_criteria


def findings_of(subjects: Sequence[Subject], held: Sequence[Held], context: Context) -> Iterator[Finding]:
    """What stands in the case, then subject by subject, then how terms were read."""
    dossier = context.dossier
    if not dossier.terms:
        yield Finding("terms.none", firmness=Firmness.CANNOT_BE_TOLD)
        return
    if not dossier.plans:
        yield Finding("terms.no_plan", firmness=Firmness.CANNOT_BE_TOLD)
    for subject in subjects:
        own = [one for one in held if one.subject.id == subject.id]
        yield _counts(subject, own)
        yield from _verdicts(subject, own, context)
        yield from _clashes(dossier, subject)
    if words := without_criteria(sorted(dossier.terms.values(), key=lambda term: by_number(term.id))):
        values = {"terms": words, "count": len(words)}
        yield Finding("terms.in_words_only", values, Firmness.CANNOT_BE_TOLD, trace=words)
    yield from _readings(dossier)


def _counts(subject: Subject, held: Sequence[Held]) -> Finding:
    values: dict[str, object] = {"subject": subject.id, "kind": subject.kind}
    for force in ("must", "should"):
        for state in ("met", "not_met", "cannot_be_told"):
            values[f"{force}_{state}"] = len(_of(held, force, state))
        values[f"{force}_all"] = sum(one.term.force == force for one in held)
    return Finding(
        "terms.counts", values, Firmness.CERTAIN, trace=(*subject_trace(subject), *(one.term.id for one in held))
    )


def _of(held: Sequence[Held], force: str, state: str) -> tuple[str, ...]:
    return tuple(one.term.id for one in held if one.term.force == force and one.state == state)


def _verdicts(subject: Subject, held: Sequence[Held], context: Context) -> Iterator[Finding]:
    """Musts that are broken, by name; else what is missing to tell; else that all are met."""
    told = {"subject": subject.id, "kind": subject.kind}
    for force, key in (("must", "terms.breach"), ("should", "terms.warning")):
        if terms := _of(held, force, "not_met"):
            values = {**told, "terms": terms, "count": len(terms)}
            yield Finding(key, values, Firmness.CERTAIN, trace=_traces(held, terms, context))
    missing = tuple(one.term.id for one in held if one.state == "cannot_be_told")
    if missing and subject.kind != "course":
        fields = tuple(
            dict.fromkeys(
                field
                for one in held
                for _, point in one.decisive
                if one.term.id in missing and point.reason == "not_stated"
                for field in point.about
            )
        )
        values = {**told, "terms": missing, "count": len(missing), "fields": fields, "field_count": len(fields)}
        yield Finding("terms.open", values, Firmness.CANNOT_BE_TOLD, trace=_traces(held, missing, context))
    musts = [one for one in held if one.term.force == "must"]
    if musts and all(one.state == "met" for one in musts):
        terms = tuple(one.term.id for one in musts)
        yield Finding("terms.all_musts_met", told, Firmness.CERTAIN, trace=_traces(held, terms, context))


def _traces(held: Sequence[Held], terms: Sequence[str], context: Context) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for one in held if one.term.id in terms for item in trace_of(one, context)))


def _clashes(dossier: Dossier, subject: Subject) -> Iterator[Finding]:
    """A plan that breaks a rule of the case, or whose package contradicts its own course, cannot be carried out."""
    if subject.kind == "course":
        return
    if issues := against_course(dossier, subject):
        values = {"subject": subject.id, "kind": subject.kind, "issues": issues}
        yield Finding("terms.against_course", values, Firmness.CERTAIN, trace=(*subject_trace(subject), *issues))
    if rules := tuple(key for key in sorted(dossier.rules) if breaks(dossier, subject.course, key)):
        values = {"subject": subject.id, "kind": subject.kind, "rules": rules}
        yield Finding("terms.breaks_rules", values, Firmness.CERTAIN, trace=(*subject_trace(subject), *rules))


def _readings(dossier: Dossier) -> Iterator[Finding]:
    """Terms that may be read in more than one way: which reading is followed, and why."""
    for key, term in sorted(dossier.terms.items(), key=lambda pair: by_number(pair[0])):
        if len(term.readings) < 2:
            continue
        place = next((number for number, one in enumerate(term.readings, 1) if one.preferred), None)
        firmness = Firmness.CANNOT_BE_TOLD if place is None else Firmness.STATED
        values = {"term": key, "reading": place, "count": len(term.readings)}
        yield Finding("terms.reading", values, firmness, _ground(term, place), trace=(key,))


def _ground(term: Item, place: int | None) -> Ground:
    is_ours = place is not None and term.readings[place - 1].because is not None
    return Ground.ANALYST if is_ours else Ground.SOURCE

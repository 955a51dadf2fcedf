"""Which of the stated terms each plan meets, fails or leaves open, and what would repair it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import Answers, found, message, records, said, share, table, told
from hiwar.brief.document import Block, Cell, Folded, Mark, Part, State, Statement, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier.model import principals

_OF_SUBJECT = (
    "terms.all_musts_met",
    "terms.breach",
    "terms.warning",
    "terms.open",
    "terms.against_course",
    "terms.breaks_rules",
)
_COUNTS = "terms.counts"
_OF_CASE = ("terms.none", "terms.no_plan", "terms.in_words_only")
_STATES: Mapping[str, State] = {"met": "good", "not_met": "bad", "cannot_be_told": "open"}
_STATE = message("state", "term_state", _STATES)
_MOST_NAMED = 4
"""Of more things that are responsible than this, the others are counted."""
Reasons = Mapping[tuple[str, str], list[dict[str, Any]]]
"""Subject and term to the rows of reasons."""


def terms(words: Words, answers: Answers) -> Part:
    """Each plan term by term, musts first; then the courses, and how the terms were read."""
    blocks: tuple[Block, ...] = (told(words, found(answers, *_OF_CASE)),)
    rows = records(answers, "terms", "terms")
    if rows:
        blocks = (said(words, "explain.terms"), *blocks)
    plans = dict.fromkeys(row["subject"] for row, _ in rows if row["kind"] == "plan")
    parts = tuple(_plan(words, answers, plan) for plan in plans)
    return Part("terms", words("part.terms"), blocks, (*parts, *_courses(words, answers), *_readings(words, answers)))


def _plan(words: Words, answers: Answers, subject: str) -> Part:
    """One plan: the count, what it breaks and what is missing, then every term with its reason and repair."""
    blocks = [*_said_of_itself(words, subject), _told_of(words, answers, subject, (_COUNTS, *_OF_SUBJECT), lead=True)]
    rows = [pair for pair in records(answers, "terms", "terms") if pair[0]["subject"] == subject]
    shown = _term_table(words, answers, f"terms--{subject}", rows, subject)
    shares = _shares(words, answers, subject)
    title = words("part.terms-plan", subject=words.subject(subject))
    return Part(f"terms-{subject}", title, (*blocks, shown, *shares))


def _said_of_itself(words: Words, subject: str) -> tuple[Statements, ...]:
    """What the plan says it is, for instance that it is an illustration and nobody's proposal."""
    plan = words.dossier.plans[subject]
    if plan.text is None:
        return ()
    mark: Mark = "source" if plan.is_stated else "analyst"
    return (Statements((Statement(words.text(plan.text), mark, trace=(subject,)),)),)


def _told_of(words: Words, answers: Answers, subject: str, keys: Sequence[str], *, lead: bool = False) -> Statements:
    own = [finding for finding in found(answers, *keys) if finding.values["subject"] == subject]
    return told(words, own, lead=lead)


def _term_table(
    words: Words, answers: Answers, anchor: str, rows: Sequence[tuple[dict[str, Any], tuple[str, ...]]], subject: str
) -> TableBlock:
    """Musts above shoulds; state, reason and repair of each."""
    reasons = _reasons(answers)

    def why(_: Words, row: Mapping[str, Any]) -> Cell:
        told_so = _grouped(words, reasons.get((row["subject"], row["term"]), []))
        return _listed(words, [words(f"terms_reason.{reason}", **values) for reason, values in told_so])

    def repair(_: Words, row: Mapping[str, Any]) -> Cell:
        told_so = _grouped(words, reasons.get((row["subject"], row["term"]), []) if row["state"] != "met" else [])
        return _listed(words, [words(f"terms_repair.{reason}", **values) for reason, values in told_so])

    columns = (
        ("term", lambda w, row: Cell(w.name(row["term"]))),
        ("term_state", _STATE),
        ("why", why),
        ("repair", repair),
    )  # fmt: skip
    ordered = sorted(rows, key=lambda pair: pair[0]["force"] != "must")
    group = lambda row: words(f"term_group.{row['force']}")  # noqa: E731
    return table(words, anchor, ordered, columns, group=group, is_wide=True, subject=words.subject(subject))


def _listed(words: Words, sentences: Iterable[str]) -> Cell:
    sentences = tuple(dict.fromkeys(sentences))
    return Cell(words.joined("words.semicolon", sentences), lines=sentences if len(sentences) > 1 else ())


def _reasons(answers: Answers) -> Reasons:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row, _ in records(answers, "terms", "reasons"):
        grouped.setdefault((row["subject"], row["term"]), []).append(row)
    return grouped


def _grouped(words: Words, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, dict[str, str]]]:
    """Each reason once, with all that it concerns and all that is responsible, in words."""
    grouped: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for row in rows:
        about, elements = grouped.setdefault(row["reason"], ({}, {}))
        about.update(dict.fromkeys(row["about"]))
        elements.update(dict.fromkeys(row["elements"]))
    return [
        (reason, {"about": _named(words, about), "elements": _named(words, elements, _MOST_NAMED)})
        for reason, (about, elements) in grouped.items()
    ]


def _named(words: Words, keys: Iterable[str], most: int | None = None) -> str:
    """What a reason names: words of plans, options of variables, judgements, items."""
    parts = list(dict.fromkeys(_one(words, key) for key in keys))
    if most is None or len(parts) <= most + 1:
        return words.listed(parts)
    return words("terms.and_more", first=words.joined("words.comma", parts[:most]), count=len(parts) - most)


def _one(words: Words, key: str) -> str:
    if words.catalogue.has(f"plan_word.{key}"):
        return words(f"plan_word.{key}")
    if "=" in key:
        return words.assignment(key)
    return words.name(key.split(":")[2] if key.count(":") >= 2 else key)


def _courses(words: Words, answers: Answers) -> tuple[Part, ...]:
    """Courses and packages against the terms: states side by side, reasons folded.

    What cannot be told of a course is what only a plan can say, so it is not told again course by course.
    """
    rows = [pair for pair in records(answers, "terms", "terms") if pair[0]["kind"] != "plan"]
    if not rows:
        return ()
    subjects = list(dict.fromkeys(row["subject"] for row, _ in rows))
    told_so = tuple(_told_of(words, answers, one, ("terms.breach",)) for one in subjects)
    blocks: list[Block] = [said(words, "explain.terms_courses"), _joined(told_so), _overview(words, rows, subjects)]
    whys = tuple(
        _term_table(words, answers, f"terms_reasons--{one}", own, one)
        for one in subjects
        if (own := [pair for pair in rows if pair[0]["subject"] == one and pair[0]["state"] != "cannot_be_told"])
    )
    counts = _joined(tuple(_told_of(words, answers, one, (_COUNTS, *_OF_SUBJECT)) for one in subjects))
    blocks.append(Folded(words("fold.terms_reasons"), (counts, *whys)))
    return (Part("terms-courses", words("part.terms-courses"), tuple(blocks)),)


def _joined(several: Iterable[Statements]) -> Statements:
    return Statements(tuple(item for one in several for item in one.items))


def _overview(
    words: Words, rows: Sequence[tuple[dict[str, Any], tuple[str, ...]]], subjects: Sequence[str]
) -> TableBlock:
    """Terms down, courses and packages across."""
    states = {(row["term"], row["subject"]): row["state"] for row, _ in rows}
    traces: dict[str, dict[str, None]] = {}
    for row, trace in rows:
        traces.setdefault(row["term"], {}).update(dict.fromkeys(trace))
    first = [(row, tuple(traces[row["term"]])) for row, _ in rows if row["subject"] == subjects[0]]
    columns = (("term", lambda w, row: Cell(w.name(row["term"]))),)
    group = lambda row: words(f"term_group.{row['force']}")  # noqa: E731
    ordered = sorted(first, key=lambda pair: pair[0]["force"] != "must")
    shown = table(words, "terms_overview", ordered, columns, group=group)
    cells = [
        tuple(_mark(words, states[row["term"], subject]) for subject in subjects) for row, _ in ordered
    ]  # fmt: skip
    return replace(
        shown,
        columns=(*shown.columns, *(words.subject(one) for one in subjects)),
        rows=tuple(replace(row, cells=(*row.cells, *more)) for row, more in zip(shown.rows, cells, strict=True)),
        note=words("note.terms_overview"),
        shape="matrix",
        is_wide=True,
    )


def _mark(words: Words, state: str) -> Cell:
    return Cell(words(f"term_state.{state}"), _STATES[state], sign=words(f"term_sign.{state}"))


def _readings(words: Words, answers: Answers) -> tuple[Part, ...]:
    """Terms with more than one reading: all of them, the one followed, and why."""
    rows = records(answers, "terms", "readings")
    if not rows:
        return ()
    columns = (
        ("reading", lambda w, row: Cell(w.text(_reading(w, row).text))),
        ("followed", lambda w, row: Cell(w("has.yes" if row["followed"] else "has.no"))),
        ("reading_reason", lambda w, row: _reason(w, row)),
    )
    shown = table(words, "terms_readings", rows, columns, group=lambda row: words.name(row["term"]))
    blocks = (told(words, found(answers, "terms.reading")), shown)
    return (Part("terms-readings", words("part.terms-readings"), blocks),)


def _reading(words: Words, row: Mapping[str, Any]) -> Any:
    return words.dossier.terms[row["term"]].readings[row["reading"] - 1]


def _reason(words: Words, row: Mapping[str, Any]) -> Cell:
    because = _reading(words, row).because
    return Cell("" if because is None else words.text(because.text))


def _shares(words: Words, answers: Answers, subject: str) -> tuple[Block, ...]:
    """What is settled by field, beside what each side wants by field."""
    rows = [pair for pair in records(answers, "terms", "shares") if pair[0]["subject"] == subject]
    if not rows:
        return ()
    first, *others = principals(words.dossier)
    own = [pair for pair in rows if pair[0]["party"] == first]
    columns = (
        ("domain", lambda w, row: Cell(w.name(row["domain"]))),
        ("settled_share", share("share_of_issues")),
    )  # fmt: skip
    shown = table(words, f"terms_shares--{subject}", own, columns, subject=words.subject(subject))
    more = {(row["domain"], row["party"]): share("share_of_goals")(words, row) for row, _ in rows}
    parties = (first, *others)
    shown = replace(
        shown,
        columns=(*shown.columns, *(words("column.goals_share", party=words.name(party)) for party in parties)),
        rows=tuple(
            replace(row, cells=(*row.cells, *(more[pair["domain"], party] for party in parties)))
            for row, (pair, _) in zip(shown.rows, own, strict=True)
        ),
    )
    return (Folded(words("fold.terms_shares"), (said(words, "explain.terms_shares"), shown)),)

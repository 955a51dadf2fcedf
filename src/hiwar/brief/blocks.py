"""Findings and tables of answers turned into blocks of the brief."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from hiwar.brief.document import Cell, ChartBlock, Mark, Row, State, Statement, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.questions.answer import Answer, Finding, Ground, Table

Answers = Mapping[str, Answer]
"""Answers by question."""

Reader = Callable[[Words, Mapping[str, Any]], Cell]
Column = tuple[str, Reader]
"""Key of the heading, and how a row is read."""

_MARKS: Mapping[Ground, Mark] = {Ground.SOURCE: "source", Ground.ANALYST: "analyst", Ground.COMPUTED: "computed"}
_SHARES = frozenset({"loss", "difference", "first_share", "second_share", "likelihood", "present"})
_OF_SHARES = ("likelihood:", "weight:")
_JOINTS = (" + ", ", ")
"""What stands between several assignments of one name."""
_SELECTORS = frozenset({"kind", "judged", "reachable", "where", "level", "by_sheet", "by_other", "pooling"})
"""Values that a message depends on and does not show."""


def values_in_words(words: Words, finding: Finding) -> dict[str, Any]:
    """Values of a finding as its message shows them, and its firmness for messages that depend on it."""
    told = {name: _value(words, name, value, finding.values) for name, value in finding.values.items()}
    return {"firmness": str(finding.firmness), "seat": words.name(words.seat), **told}


def _value(words: Words, name: str, value: Any, values: Mapping[str, Any]) -> Any:
    """One value in words; counts stay numbers, for messages that depend on them."""
    if value is None:
        return words("words.none_named")
    if name == "scenarios":
        return words.listed([words.scenario(part) for part in value])
    if isinstance(value, tuple | list | frozenset):
        if value and all("=" in str(part) and not any(joint in str(part) for joint in _JOINTS) for part in value):
            return words.assignments(value)
        return words.listed([_part(words, name, part) for part in value])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _figure(words, name, value, values)
    return _text(words, name, str(value), values)


def _figure(words: Words, name: str, value: float, values: Mapping[str, Any]) -> Any:
    of_share = str(values.get("judgement", "")).startswith(_OF_SHARES)
    if name == "share":
        return words.sampled(value)
    if name.startswith("alpha"):
        return words.coefficient(value)
    if name in ("critical", "centre") and not of_share:
        return words("words.points", points=words.points(value))
    if name in _SHARES or (of_share and name in ("critical", "centre", "change")):
        return words.share(value)
    return value if isinstance(value, int) else words.points(value)


def _part(words: Words, name: str, part: str) -> str:
    if name == "reasons":
        return words(f"reason.{part}")
    if name == "fields":
        return words(f"plan_word.{part}")
    if name == "topics":
        return words.topic(part)
    if name == "standards":
        return words(f"standard.{part}")
    if name == "subjects":
        return words.subject(part)
    if name == "kinds":
        return words(f"kind_of_judgement.{part}")
    if name == "judgements" or part.startswith("weights:"):
        return words.judgement(part)
    return words.sheet(part) if name == "sheets" else words.name(part)


def _text(words: Words, name: str, value: str, values: Mapping[str, Any]) -> str:
    if name == "scenario":
        return words.scenario(value)
    if name in ("day", "now", "last_day"):
        return words.day(value)
    if name == "judgement":
        return words.judgement(value, values.get("domain"))
    if name == "role":
        return words.role(value)
    if name in ("sheet", "other_sheet"):
        return words.sheet(value)
    if name == "judged_kind":
        return words(f"kind_of_judgement.{value}")
    if name in ("first_kind", "second_kind"):
        return words(f"claim_kind.{value}")
    if name in ("outcome", "concept"):
        return words(f"{name}.{value}")
    if name in ("package", "subject"):
        return words.subject(value)
    return value if name in _SELECTORS else words.name(value)


def statement(words: Words, finding: Finding, key: str = "") -> Statement:
    """A finding as a sentence, marked with whose word it is, how firm it is, and what it rests on."""
    key = key or finding.key
    return Statement(
        text=words(key, **values_in_words(words, finding)),
        mark=_MARKS[finding.ground],
        firmness=str(finding.firmness),
        trace=tuple(finding.trace),
        key=key,
    )


def found(answers: Answers, *keys: str) -> tuple[Finding, ...]:
    """Findings with these keys, in the order of the keys."""
    return tuple(
        finding
        for key in keys
        for finding in (answers[key.split(".")[0]].findings if key.split(".")[0] in answers else ())
        if finding.key == key
    )


def told(words: Words, findings: Iterable[Finding], *, is_ordered: bool = False, lead: bool = False) -> Statements:
    """Findings as sentences, each once."""
    sentences = {item.text: item for item in reversed([statement(words, finding) for finding in findings])}
    return Statements(tuple(reversed(sentences.values())), is_ordered=is_ordered, lead=lead)


def said(words: Words, key: str, **values: Any) -> Statements:
    """A sentence of the brief's own that explains what follows."""
    return Statements((Statement(words(key, **values), key=key),))


def missing(words: Words, key: str, trace: Sequence[str] = (), **values: Any) -> Statement:
    """A sentence that says what cannot be told, and what is missing for it."""
    return Statement(words(key, **values), "computed", "cannot_be_told", tuple(trace), key)


def records(answers: Answers, question: str, table: str) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Rows of a table as mappings, each with its trace; none where the question was not answered."""
    if question not in answers or table not in answers[question].tables:
        return []
    found_table: Table = answers[question].tables[table]
    traces = found_table.traces or ((),) * len(found_table.rows)
    return list(zip(found_table.records(), traces, strict=True))


def table(
    words: Words,
    anchor: str,
    rows: Iterable[tuple[Mapping[str, Any], tuple[str, ...]]],
    columns: Sequence[Column],
    *,
    group: Callable[[Mapping[str, Any]], str] | None = None,
    is_wide: bool = False,
    **values: Any,
) -> TableBlock:
    """A table of the brief; its caption is the message ``caption.<anchor>``."""
    kept = [(row, trace) for row, trace in rows]
    return TableBlock(
        anchor=f"table-{anchor}",
        caption=words(f"caption.{anchor.split('--')[0]}", **values),
        columns=tuple(words(f"column.{heading}") for heading, _ in columns),
        rows=tuple(
            Row(tuple(read(words, row) for _, read in columns), trace, group(row) if group else "")
            for row, trace in kept
        ),
        has_traces=any(trace for _, trace in kept),
        is_wide=is_wide or len(columns) > 4,
        note="" if kept else words("words.empty_table"),
    )


def chart(words: Words, anchor: str, spec: Any, beside: TableBlock, **values: Any) -> ChartBlock:
    """A picture with its title (``picture.<anchor>``), what it shows (``picture.<anchor>_shows``) and its table."""
    key = anchor.split("--")[0]
    return ChartBlock(anchor, words(f"picture.{key}", **values), words(f"picture.{key}_shows", **values), spec, beside)


def name(column: str) -> Reader:
    """A cell with the name of an item, a course or an option."""
    return lambda words, row: Cell(words.name(row[column])) if row[column] else gap(words)


def course(column: str) -> Reader:
    """A cell with the name of a course."""
    return lambda words, row: Cell(words.course(row[column]))


def names(column: str) -> Reader:
    """A cell with the names of several items."""
    return lambda words, row: Cell(words.names(row[column])) if row[column] else gap(words)


def message(column: str, prefix: str, states: Mapping[str, State] | None = None) -> Reader:
    """A cell with a message: ``prefix.value``."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        value = row[column]
        return gap(words) if value is None else Cell(words(f"{prefix}.{value}"), (states or {}).get(value, "plain"))

    return read


def count(column: str, add: int = 0) -> Reader:
    """A cell with a whole number."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        return gap(words) if row[column] is None else Cell(str(row[column] + add), is_number=True)

    return read


def points(column: str) -> Reader:
    """A cell with points."""
    return lambda words, row: amount(words, row[column], words.points)


def share(column: str) -> Reader:
    """A cell with a share."""
    return lambda words, row: amount(words, row[column], words.share)


def span(low: str, high: str) -> Reader:
    """A cell with a range of points."""
    return lambda words, row: gap(words) if row[low] is None else Cell(words.span(row[low], row[high]), is_number=True)


def amount(words: Words, value: float | None, tell: Callable[[float], str]) -> Cell:
    """A cell with a number, or that there is none."""
    return gap(words) if value is None else Cell(tell(value), is_number=True)


def does_not_apply(words: Words) -> Cell:
    """A cell of which nothing can be said, because the comparison does not arise."""
    return Cell(words("words.does_not_apply"), "missing")


def gap(words: Words) -> Cell:
    """A cell of which nothing is stated."""
    return Cell(words("words.not_stated"), "missing")

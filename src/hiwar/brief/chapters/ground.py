"""What it all stands on: what is stated, judged and missing; how it was computed; what the words mean."""

from collections.abc import Iterable

from hiwar.brief.blocks import Answers, found, gap, records, said, table, told
from hiwar.brief.document import Cell, Definitions, Part, Row, Statement, Statements, TableBlock
from hiwar.brief.entries import mark_of
from hiwar.brief.words import Words
from hiwar.dossier.records import Item
from hiwar.dossier.scales import probability_words, size_words

_METHODS = ("value", "missing", "comparison", "shares", "flips", "regret", "risk", "learning")
_TERMS = (
    "source", "analyst", "computed", "certain", "possible", "cannot_be_told", "points", "not_stated", "empty_cell",
    "weight", "scenario", "regret",
)  # fmt: skip


def ground(words: Words, answers: Answers) -> Part:
    """What is stated, judged and missing."""
    parts = (
        Part("stated-part", words("part.stated"), (_counts(words), *_unfounded(words))),
        Part("sources-part", words("part.sources"), (_sources(words),)),
        Part("judged-part", words("part.judged"), _judged(words, answers)),
        Part("method-part", words("part.method"), (_definitions(words, "method", _METHODS),)),
        Part("words-part", words("part.words"), (_definitions(words, "term", _TERMS), _scales(words))),
    )
    return Part("ground", words("part.ground"), (said(words, "explain.ground"),), parts)


def _counts(words: Words) -> TableBlock:
    """Items per section: stated by a source, judged by an analyst, without ground."""
    sections: dict[str, list[str | None]] = {}
    for section, item in _grounded(words):
        sections.setdefault(section, []).append(mark_of(item))
    return TableBlock(
        anchor="ground-counts",
        caption=words("caption.ground-counts"),
        columns=tuple(words(f"column.{key}") for key in ("section", "stated", "judged_by", "unfounded")),
        rows=tuple(
            Row((Cell(words(f"section.{section}")),
                 *(Cell(str(marks.count(mark)), is_number=True) for mark in ("source", "analyst", None))))
            for section, marks in sections.items()
        ),
    )  # fmt: skip


def _grounded(words: Words) -> list[tuple[str, Item]]:
    """Items that need a ground: all but the sources themselves."""
    return [(section, item) for section, item in words.items.values() if section != "sources"]


def _unfounded(words: Words) -> tuple[Statements, ...]:
    lacking = [item.id for _, item in _grounded(words) if item.is_unfounded]
    if not lacking:
        return (said(words, "ground.none_unfounded"),)
    sentence = Statement(words("ground.unfounded", count=len(lacking)), "computed", "certain", tuple(lacking))
    return (Statements((sentence,)),)


def _sources(words: Words) -> TableBlock:
    """The documents that the case cites, and how many items rest on each."""
    cited = [cite.source for _, item in words.items.values() for cite in item.cite]
    rows = tuple(
        Row((Cell(words.text(source.title)), Cell(words.listed(source.authors) if source.authors else ""),
             Cell(str(source.year or "")), Cell(str(cited.count(key)), is_number=True)))
        for key, source in words.dossier.sources.items()
    )  # fmt: skip
    headings = _headings(words, ("source", "authors", "year", "passages"))
    return TableBlock("ground-sources", words("caption.ground-sources"), headings, rows)


def _judged(words: Words, answers: Answers) -> tuple[Statements | TableBlock, ...]:
    if not words.sheets:
        return (said(words, "ground.no_sheets"),)
    agree = told(words, found(answers, "appraisal.coverage", "appraisal.sheets_agree", "appraisal.sheets_disagree"))
    rows = tuple(
        Row((Cell(words.text(sheet.title) or sheet.id), Cell(words.text(sheet.by.name)),
             Cell(words(f"standing.{sheet.standing}")),
             *(Cell(str(len(getattr(sheet, part))), is_number=True) for part in ("likelihood", "size", "weights"))))
        for sheet in words.sheets
    )  # fmt: skip
    columns = ("sheet", "analyst", "standing", "likelihoods", "sizes", "weights")
    sheets = TableBlock("ground-sheets", words("caption.ground-sheets"), _headings(words, columns), rows)
    return (agree, sheets, *_verdicts(words, answers))


def _headings(words: Words, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(words(f"column.{key}") for key in keys)


def _verdicts(words: Words, answers: Answers) -> Iterable[TableBlock]:
    rows = [(row, ()) for row, _ in records(answers, "appraisal", "sheets")]
    if len(rows) > 1:
        yield table(words, "sheets", rows, (
            ("sheet", lambda w, row: Cell(w.sheet(row["sheet"]))),
            ("first_course", lambda w, row: Cell(w.course(row["first_course"])) if row["first_course"] else gap(w)),
            ("answer", lambda w, row: Cell(w(f"verdict_of_sheet.{row['verdict']}"))),
        ))  # fmt: skip


def _definitions(words: Words, prefix: str, keys: Iterable[str]) -> Definitions:
    return Definitions(tuple((words(f"{prefix}.{key}"), words(f"{prefix}.{key}_means")) for key in keys))


def _scales(words: Words) -> TableBlock:
    """The words of likelihood and size, and the numbers they stand for."""
    chances, sizes = probability_words(words.dossier), size_words(words.dossier)
    rows = [Row((Cell(word), Cell(words.shares(low, high), is_number=True)), group=words("term.scale_likelihood"))
            for word, (low, high) in chances.items()]  # fmt: skip
    rows += [Row((Cell(word), Cell(words.span(low, high), is_number=True)), group=words("term.scale_size"))
             for word, (low, high) in sizes.items()]  # fmt: skip
    return TableBlock("scales", words("caption.scales"), _headings(words, ("word", "stands_for")), tuple(rows))

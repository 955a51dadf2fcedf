"""What it all stands on: what is stated, judged and missing; how it was computed; what the words mean."""

from collections.abc import Iterable

from hiwar.brief.blocks import Answers, found, gap, records, said, table, told
from hiwar.brief.chapters.standing import (
    coder_parts,
    contrary_part,
    needed_blocks,
    pool_blocks,
    stated_part,
    study_part,
)
from hiwar.brief.document import Block, Cell, Definitions, Part, Row, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier.scales import probability_words, size_words

_METHODS = ("value", "missing", "comparison", "shares", "flips", "regret", "risk", "learning")
_TERMS = (
    "source", "analyst", "computed", "certain", "possible", "cannot_be_told", "points", "not_stated", "empty_cell",
    "weight", "scenario", "regret",
)  # fmt: skip


def ground(words: Words, answers: Answers) -> Part:
    """What is stated, judged and missing."""
    parts = (
        stated_part(words, answers),
        *contrary_part(words, answers),
        Part("sources-part", words("part.sources"), (_sources(words),)),
        Part("judged-part", words("part.judged"), _judged(words, answers)),
        *coder_parts(words, answers),
        *study_part(words, answers),
        Part("method-part", words("part.method"), (_definitions(words, "method", _METHODS),)),
        Part("words-part", words("part.words"), (_definitions(words, "term", _TERMS), _scales(words))),
    )
    return Part("ground", words("part.ground"), (said(words, "explain.ground"),), parts)


def _sources(words: Words) -> TableBlock:
    """The documents that the case cites, and how many items rest on each."""
    cited = [cite.source for _, item in words.items.values() for cite in item.cite]
    rows = tuple(
        Row((Cell(words.text(source.title)),
             Cell(words.listed(map(words.foreign, source.authors)) if source.authors else ""),
             Cell(str(source.year or "")), Cell(str(cited.count(key)), is_number=True)))
        for key, source in words.dossier.sources.items()
    )  # fmt: skip
    headings = _headings(words, ("source", "authors", "year", "passages"))
    return TableBlock("ground-sources", words("caption.ground-sources"), headings, rows)


def _judged(words: Words, answers: Answers) -> tuple[Block, ...]:
    if not words.sheets:
        return needed_blocks(words, answers)
    agree = told(words, found(answers, "appraisal.sheets_agree", "appraisal.sheets_disagree"))
    rows = tuple(
        Row((Cell(words.sheet(sheet.id)), Cell(words.text(sheet.by.name)),
             Cell(words(f"standing.{sheet.standing}")),
             *(Cell(str(len(getattr(sheet, part))), is_number=True) for part in ("likelihood", "size", "weights"))))
        for sheet in words.sheets
    )  # fmt: skip
    columns = ("sheet", "analyst", "standing", "likelihoods", "sizes", "weights")
    sheets = TableBlock("ground-sheets", words("caption.ground-sheets"), _headings(words, columns), rows)
    pooled = pool_blocks(words, answers)
    return (*pooled, agree, *needed_blocks(words, answers), sheets, *_verdicts(words, answers))


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
    chance, size = words("term.scale_likelihood"), words("term.scale_size")
    rows = [Row((Cell(words.scale(word)), Cell(words.shares(low, high), is_number=True)), group=chance)
            for word, (low, high) in chances.items()]  # fmt: skip
    rows += [Row((Cell(words.scale(word)), Cell(words.span(low, high), is_number=True)), group=size)
             for word, (low, high) in sizes.items()]  # fmt: skip
    return TableBlock("scales", words("caption.scales"), _headings(words, ("word", "stands_for")), tuple(rows))

"""Whose word the items are, how far the sheets agree and what their verdicts hang on, what to study next."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    amount,
    count,
    does_not_apply,
    found,
    gap,
    message,
    name,
    points,
    records,
    said,
    table,
    told,
)
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words

_ITEMS = ("provenance.items", "provenance.all_founded", "provenance.unfounded")
_READINGS = ("provenance.reading_open", "provenance.reading_chosen")
_JUDGED = ("provenance.no_judgements", "provenance.needed", "provenance.nobody_judged", "provenance.nothing_compared")
_AGREEMENT = (
    "provenance.agreement",
    "provenance.agreement_few",
    "provenance.no_variation",
    "provenance.no_pairs",
)
_DIFFERING = (
    "provenance.verdict_differs",
    "provenance.turned_by_one",
    "provenance.turned_by_two",
    "provenance.turned_by_items",
)
_STUDY = ("provenance.study", "provenance.study_unsized", "provenance.nothing_to_study")
_WITHOUT = ("provenance.holds_without", "provenance.rests_on_judgements", "provenance.not_told_without")
_PARTS_OF_WHOLE = ("likelihood", "weights")
"""Judgements that are shares of 1; the others are points, ranks or strengths."""
_GIVEN: Mapping[str, State] = {"unknown": "missing", "missing": "missing"}


def stated_part(words: Words, answers: Answers) -> Part:
    """Items by section and by whose word they are."""
    columns = (
        ("section", message("section", "section")), ("stated", count("stated")), ("judged_by", count("judged")),
        ("unfounded", count("unfounded")),
    )  # fmt: skip
    counts = table(words, "ground-counts", records(answers, "provenance", "items"), columns)
    return Part("stated-part", words("part.stated"), (counts, told(words, found(answers, *_ITEMS))))


def contrary_part(words: Words, answers: Answers) -> tuple[Part, ...]:
    """What is said both ways, and what can be read in several ways; none where there is nothing of either."""
    findings = found(answers, "provenance.contrary", *_READINGS)
    if not findings:
        return ()
    blocks: list[Block] = [told(words, findings)]
    readings = records(answers, "provenance", "readings")
    if readings:
        columns = (("item", name("item")), ("reading_used", _reading))
        blocks.append(Folded(words("fold.readings"), (table(words, "readings", readings, columns),)))
    return (Part("contrary-part", words("part.contrary"), tuple(blocks)),)


def _reading(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["used"] is None:
        return Cell(words("provenance.no_reading"), "missing")
    return Cell(words.text(words.items[row["item"]][1].readings[row["used"]].text))


def needed_blocks(words: Words, answers: Answers) -> tuple[Block, ...]:
    """What the comparison of courses needs, and what of it nobody gave."""
    blocks: list[Block] = [told(words, found(answers, *_JUDGED))]
    needed = records(answers, "provenance", "needed")
    if needed:
        columns = (("judgement", _needed), ("given", message("state", "given", _GIVEN)))
        shown = table(words, "needed", needed, columns, party=words.name(words.seat))
        blocks.append(Folded(words("fold.needed"), (shown,)))
    return tuple(blocks)


def _needed(words: Words, row: Mapping[str, Any]) -> Cell:
    domain = row["domain"] if row["kind"] in ("size", "unstated") else None
    return Cell(words.judgement(f"{row['kind']}:{row['item']}", domain))


def pool_blocks(words: Words, answers: Answers) -> tuple[Block, ...]:
    """That the sheets were pooled, and how the analysts did on questions with known answers."""
    pooled = found(answers, "provenance.pooled")
    blocks: list[Block] = [told(words, pooled)] if pooled else []
    scores = records(answers, "provenance", "calibration")
    if scores:
        columns = (
            ("sheet", _sheet("sheet")), ("questions", count("questions")), ("calibration", _coefficient("calibration")),
            ("information", _coefficient("information")), ("weight_of_sheet", _coefficient("weight")),
        )  # fmt: skip
        blocks.append(table(words, "calibration", [(row, ()) for row, _ in scores], columns))
    return tuple(blocks)


def _coefficient(column: str) -> Any:
    return lambda words, row: amount(words, row[column], words.coefficient)


def coder_parts(words: Words, answers: Answers) -> tuple[Part, ...]:
    """How far several sheets agree, and which verdicts differ because of which disagreement."""
    rows = records(answers, "provenance", "agreement")
    if not rows:
        return ()
    agreement: list[Block] = [said(words, "explain.coders"), _agreement(words, rows)]
    agreement.append(Folded(words("fold.sheet_agreement"), (told(words, found(answers, *_AGREEMENT)),)))
    apart = records(answers, "provenance", "apart")
    if apart:
        agreement.append(Folded(words("fold.apart"), (_apart(words, apart),)))
    differing = list(found(answers, "provenance.verdicts_agree"))
    if not differing:
        differing = [f for f in answers["provenance"].findings if f.key in _DIFFERING]
    blocks = (said(words, "explain.differing", seat=words.name(words.seat)), told(words, differing))
    return (
        Part("coders-part", words("part.coders"), tuple(agreement)),
        Part("differing-part", words("part.differing"), blocks),
    )


def _agreement(words: Words, rows: Any) -> TableBlock:
    columns = (
        ("judged_kind", message("kind", "kind_of_judgement")), ("both_judge", count("both")),
        ("one_only", count("one_only")), ("alpha", _alpha), ("alpha_range", _alpha_range), ("apart", count("apart")),
    )  # fmt: skip
    return table(words, "sheet_agreement", rows, columns)


def _alpha(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["state"] == "no_pairs":
        return Cell(words("provenance.once"), "missing")
    if row["state"] == "no_variation":
        return Cell(words("provenance.same"), "missing")
    return amount(words, row["alpha"], words.coefficient)


def _alpha_range(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["state"] == "few":
        return Cell(words("provenance.few"), "missing")
    if row["low"] is None:
        return does_not_apply(words)
    ends = (words.coefficient(row["low"]), words.coefficient(row["high"]))
    return Cell(words("words.span", low=ends[0], high=ends[1]), is_number=True)


def _apart(words: Words, rows: Any) -> TableBlock:
    columns = (
        ("judgement", _judgement), ("sheet", _sheet("sheet")), ("says", _said("")),
        ("other_sheet", _sheet("other_sheet")), ("other_says", _said("other_")),
    )  # fmt: skip
    return table(words, "apart", rows, columns, group=lambda row: words(f"kind_of_judgement.{row['kind']}"))


def _sheet(column: str) -> Any:
    return lambda words, row: Cell(words.sheet(row[column]))


def _judgement(words: Words, row: Mapping[str, Any]) -> Cell:
    """The item, and what of it: an option, a domain, a party, a condition."""
    item, about = row["item"], list(row["about"])
    if row["kind"] in ("likelihood", "cross_impact"):
        option = about.pop(0)
        first = words.assignment(f"{item}={option}") if option else words.name(item)
    else:
        first = words.name(item)
    if row["kind"] in ("cross_impact", "worth", "positions") and len(about) == 2:
        about = ["=".join(about)]
    parts = [words.assignment(part) if "=" in part else words.name(part) for part in about]
    return Cell(words.joined("words.semicolon", [first, *parts]))


def _said(prefix: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        low, high, word = (row[f"{prefix}{column}"] for column in ("low", "high", "word"))
        if word is not None:
            return Cell(words(f"relation.{word}" if row["kind"] == "relations" else f"stance.{word}")
                        if low is None else words.scale(word))  # fmt: skip
        tell = words.shares if row["kind"] in _PARTS_OF_WHOLE else words.span
        return gap(words) if low is None else Cell(tell(low, high), is_number=True)

    return read


def study_part(words: Words, answers: Answers) -> tuple[Part, ...]:
    """What to study next, and what can be told without any judgement."""
    findings = found(answers, *_STUDY)
    without = found(answers, *_WITHOUT)
    if not findings and not without:
        return ()
    blocks: list[Block] = [said(words, "explain.study"), told(words, findings)]
    worth = [(row, trace) for row, trace in records(answers, "provenance", "study") if row["is_sized"] and row["value"]]
    if worth and any(finding.key == "provenance.study" for finding in findings):
        columns = (("item", _studied), ("worth_points", points("value")))
        blocks.append(table(words, "study", worth, columns))
    if without:
        blocks += [said(words, "explain.without"), told(words, without)]
    return (Part("study-part", words("part.study"), tuple(blocks)),)


def _studied(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["kind"] == "item":
        return name("item")(words, row)
    return Cell(words.judgement(f"{row['kind']}:{row['item']}"))

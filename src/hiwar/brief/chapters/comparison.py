"""Similar dialogues: how far they are like this one, what they obtained, and what could be asked for after them."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    amount,
    chart,
    found,
    message,
    name,
    names,
    records,
    said,
    table,
    told,
)
from hiwar.brief.document import Block, Cell, Folded, Part, State, Statements, TableBlock
from hiwar.brief.entries import anchor_of
from hiwar.brief.words import Words
from hiwar.charts import likeness_chart

_FIRST = ("comparison.no_cases", "comparison.one_case", "comparison.no_attributes", "comparison.nothing_known")
_NEAREST = (
    "comparison.nearest",
    "comparison.nearest_so_far",
    "comparison.nearest_tied",
    "comparison.nearest_unknown",
    "comparison.not_nearest",
    "comparison.claim_borne_out",
    "comparison.claim_so_far",
    "comparison.claim_not_borne_out",
    "comparison.claim_open",
    "comparison.sought",
)
_GAPS = ("comparison.known", "comparison.present_unknown")
_ONE_BY_ONE = ("comparison.alike", "comparison.sought_by_none")
_OBTAINED = (
    "comparison.not_asked",
    "comparison.on_agenda",
    "comparison.asked_if",
    "comparison.asked",
    "comparison.rejected",
)
_DEMANDS = ("comparison.demand", "comparison.remark", "comparison.no_goal")
_TRUST = (
    "comparison.rests_on_one",
    "comparison.rests_on_several",
    "comparison.few_cases",
    "comparison.selection",
    "comparison.selection_not_stated",
)
_STATES: Mapping[str, State] = {"alike": "good", "partly": "open", "different": "bad", "unknown": "missing"}
_VERDICTS: Mapping[str, State] = {"certain": "good", "possible": "open", "excluded": "bad"}
_STATUS: Mapping[str, State] = {"asked": "good", "rejected": "bad"}


def comparison(words: Words, answers: Answers) -> Part:
    """What can be learned from similar dialogues, the answer first."""
    blocks: list[Block] = [told(words, found(answers, *_FIRST))]
    if not records(answers, "comparison", "cases"):
        return Part("comparison", words("part.comparison"), tuple(blocks))
    blocks += [told(words, found(answers, *_DEMANDS)), told(words, found(answers, *_NEAREST))]
    blocks += [said(words, "explain.likeness"), *_likeness(words, answers)]
    blocks += [_matrix(words, answers), told(words, found(answers, *_GAPS))]
    one_by_one = told(words, found(answers, *_ONE_BY_ONE))
    blocks.append(Folded(words("fold.cases_alike"), (one_by_one,)))
    shown = tuple(block for block in blocks if not (isinstance(block, Statements) and not block.items))
    return Part("comparison", words("part.comparison"), shown, _lessons(words, answers))


def _likeness(words: Words, answers: Answers) -> list[Block]:
    """How like, within which bounds, on how much: as a picture with its table."""
    columns = (
        ("case", name("case")), ("coefficient", _share("coefficient")), ("likeness_bounds", _bounds),
        ("known_of_both", _known), ("nearest", message("verdict", "nearest", _VERDICTS)),
        ("chosen", message("chosen", "chosen")),
    )  # fmt: skip
    beside = table(words, "likeness", records(answers, "comparison", "cases"), columns)
    spec = likeness_chart(answers["comparison"], words)
    return [beside if spec is None else chart(words, "likeness", spec, beside)]


def _share(column: str) -> Any:
    return lambda words, row: amount(words, row[column], words.share)


def _bounds(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.shares(row["low"], row["high"]), is_number=True)


def _known(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("chart.known_of_both", known=row["known"], compared=row["compared"]))


def _matrix(words: Words, answers: Answers) -> TableBlock:
    """Attributes down, this dialogue and the others across: the value, set by whether it is alike."""
    cells = records(answers, "comparison", "attributes")
    cases = list(dict.fromkeys(row["case"] for row, _ in cells))
    wide: dict[str, dict[str, Any]] = {}
    for row, _ in cells:
        line = wide.setdefault(row["attribute"], {"attribute": row["attribute"], "present": row["present"]})
        line[row["case"]] = row
    columns = (("attribute", _attribute), ("this_dialogue", _present), *(("case", _compared(case)) for case in cases))
    shown = table(words, "compared", [(line, (key,)) for key, line in wide.items()], columns)
    headings = (*shown.columns[:2], *(words.name(case) for case in cases))
    return TableBlock(
        anchor=shown.anchor, caption=shown.caption, columns=headings, rows=shown.rows, note=words("note.compared"),
        has_traces=shown.has_traces, is_wide=True,
    )  # fmt: skip


def _attribute(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["attribute"]), target=anchor_of(row["attribute"]))


def _present(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["present"] is None:
        return _unknown(words)
    return Cell(_values(words, row["attribute"], row["present"]))


def _compared(case: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        cell = row[case]
        if cell["values"] is None:
            return _unknown(words)
        values = _values(words, row["attribute"], cell["values"])
        if cell["state"] in _STATES and cell["state"] != "unknown":
            values = words("words.value_and_state", value=values, state=words(f"compared.{cell['state']}"))
        return Cell(values, _STATES.get(cell["state"], "plain"))

    return read


def _unknown(words: Words) -> Cell:
    return Cell(words("compared.unknown"), "missing", sign=words("sign.unknown_value"))


def _values(words: Words, attribute: str, values: tuple[str, ...]) -> str:
    return words.listed([words.option(attribute, value) for value in values])


def _lessons(words: Words, answers: Answers) -> tuple[Part, ...]:
    """What they obtained, what could be asked for, and how far that may be trusted."""
    parts = []
    precedents = records(answers, "comparison", "precedents")
    if precedents:
        columns = (
            ("precedent", name("precedent")), ("obtained_by", names("cases")), ("not_obtained_by", _listed("against")),
            ("not_known_of", _count_of("unknown")), ("asked_for", message("status", "asked_for", _STATUS)),
        )  # fmt: skip
        sentences = Folded(words("fold.obtained"), (told(words, found(answers, *_OBTAINED)),))
        shown = table(words, "obtained", precedents, columns)
        parts.append(Part("comparison-obtained", words("part.comparison-obtained"), (shown, sentences)))
        parts.append(_demands(words, answers))
    parts.append(_trust(words, answers))
    return tuple(parts)


def _demands(words: Words, answers: Answers) -> Part:
    columns = (
        ("demand", name("precedent")), ("after", names("cases")), ("for_goals", names("goals")),
        ("support", _support), ("asked_for", message("status", "asked_for", _STATUS)),
    )  # fmt: skip
    rows = records(answers, "comparison", "demands")
    shown = table(
        words, "demands", rows, columns, group=lambda row: words.name(row["domain"]), seat=words.name(words.seat)
    )
    blocks = (said(words, "explain.demands", seat=words.name(words.seat)), shown)
    return Part("comparison-demands", words("part.comparison-demands"), blocks)


def _support(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("support.remark"), "open") if row["support"] == 1 else Cell(words("support.several"))


def _trust(words: Words, answers: Answers) -> Part:
    """What falls with one case, and the usual cautions."""
    blocks: list[Block] = [told(words, found(answers, *_TRUST))]
    rows = records(answers, "comparison", "without")
    if len(rows) > 1 and records(answers, "comparison", "precedents"):
        columns = (("left_out", name("case")), ("falls", _listed("lost")), ("left_to_one", _listed("left_to_one")),
                   ("nearest_then", names("nearest")))  # fmt: skip
        blocks.append(Folded(words("fold.without"), (table(words, "without", rows, columns),)))
    return Part("comparison-trust", words("part.comparison-trust"), tuple(blocks))


def _listed(column: str) -> Any:
    return lambda words, row: Cell(words.names(row[column]))


def _count_of(column: str) -> Any:
    return lambda _words, row: Cell(str(len(row[column])), is_number=True)

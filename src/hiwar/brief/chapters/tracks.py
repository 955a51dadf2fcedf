"""The courses side by side: conditions, gains and costs, for whom, and what is not stated."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    course,
    found,
    gap,
    message,
    name,
    points,
    records,
    said,
    span,
    table,
    told,
)
from hiwar.brief.chapters.anchors import anchors
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier.model import principals

_STATES: Mapping[str, State] = {"feasible": "good", "infeasible": "bad", "depends": "open", "open": "open"}
_FINDINGS = (
    "appraisal.infeasible",
    "appraisal.infeasible_when",
    "appraisal.condition_open",
    "appraisal.effect_open",
    "appraisal.variant_differs",
    "appraisal.variant_same",
)


def tracks(words: Words, answers: Answers) -> Part:
    """What each course needs, brings and costs."""
    state = ("state", message("state", "state", _STATES))
    columns = (("course", course("course")), state, ("failing", _failing))
    can = table(words, "courses", records(answers, "appraisal", "courses"), columns)
    by_scenario = table(
        words,
        "feasibility",
        _takeable(answers, "feasibility"),
        (("scenario", _scenario), state, ("failing", _failing)),
        group=lambda row: words.course(row["course"]),
    )
    blocks: tuple[Block, ...] = (
        told(words, found(answers, *_FINDINGS)),
        can,
        Folded(words("fold.feasibility"), (by_scenario,)),
        _empty_cells(words, answers),
    )
    sides = tuple(_side(words, answers, party) for party in principals(words.dossier))
    return Part("tracks", words("part.tracks"), (said(words, "explain.tracks"), *blocks), sides)


def _takeable(answers: Answers, name_of_table: str) -> list[tuple[dict[str, Any], tuple[str, ...]]]:
    """Rows of courses that can be taken in some scenario; of the others it is said once that they cannot."""
    never = {row["course"] for row, _ in records(answers, "appraisal", "courses") if row["state"] == "infeasible"}
    return [pair for pair in records(answers, "appraisal", name_of_table) if pair[0]["course"] not in never]


def _failing(words: Words, row: Mapping[str, Any]) -> Cell:
    """Conditions that fail or hang on something open; none where the course can be taken."""
    return Cell(words.names(row["failing"]))


def _empty_cells(words: Words, answers: Answers) -> TableBlock:
    """Gains and costs of which the sources say nothing at all."""
    judged: Mapping[str, State] = {"yes": "plain", "no": "missing"}
    columns = (
        ("course", course("course")),
        ("party", name("party")),
        ("kind", message("kind", "kind")),
        ("judged", message("judged", "judged", judged)),
    )
    return table(words, "empty_cells", records(answers, "appraisal", "empty_cells"), columns)


def _scenario(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.scenario(row["scenario"]))


def _side(words: Words, answers: Answers, party: str) -> Part:
    """What the courses bring and cost one side."""
    anchor = f"tracks--{len(answers)}-{principals(words.dossier).index(party)}"
    told_name = words.name(party)
    return Part(
        anchor,
        words("part.tracks_for", party=told_name),
        (
            *(anchors(words, party) if party != words.seat else ()),
            _totals(words, answers, party, f"totals--{anchor}"),
            *_expected(words, answers, party, f"expected--{anchor}"),
            Folded(words("fold.by_scenario"), (_by_scenario(words, answers, party, f"by_scenario--{anchor}"),)),
            _by_domain(words, answers, party, f"values--{anchor}"),
            Folded(words("fold.effects", party=told_name), (_effects(words, answers, party, f"effects--{anchor}"),)),
        ),
    )


def _totals(words: Words, answers: Answers, party: str, anchor: str) -> TableBlock:
    rows = [pair for pair in records(answers, "appraisal", "totals") if pair[0]["party"] == party]
    whole = [pair for pair in rows if not pair[0]["scenario"]]
    return table(words, anchor, whole, _VALUES, party=words.name(party))


_VALUES = (
    ("course", course("course")),
    ("value_stated", span("low_stated", "high_stated")),
    ("value_all", span("low", "high")),
)


def _middle(words: Words, row: Mapping[str, Any]) -> Cell:
    """The value at the middle of the judgements; where not everything is judged there is none."""
    return Cell(words("words.not_all_judged"), "missing") if row["centre"] is None else points("centre")(words, row)


def _expected(words: Words, answers: Answers, party: str, anchor: str) -> tuple[TableBlock, ...]:
    """The value over all scenarios by their likelihoods; only where the sheets give all of these."""
    rows = [pair for pair in records(answers, "appraisal", "expected") if pair[0]["party"] == party]
    columns = (("course", course("course")), ("range", span("low", "high")), ("middle", _middle))
    return (table(words, anchor, rows, columns, party=words.name(party)),) if rows else ()


def _by_scenario(words: Words, answers: Answers, party: str, anchor: str) -> TableBlock:
    """The same in each scenario in which the course can be taken."""
    rows = [pair for pair in records(answers, "appraisal", "totals") if pair[0]["party"] == party]
    rows = sorted((pair for pair in rows if pair[0]["scenario"]), key=lambda pair: str(pair[0]["scenario"]))
    return table(
        words, anchor, rows, _VALUES, group=lambda row: words.scenario(row["scenario"]), party=words.name(party)
    )


def _by_domain(words: Words, answers: Answers, party: str, anchor: str) -> TableBlock:
    rows = [pair for pair in records(answers, "appraisal", "values") if pair[0]["party"] == party]
    rows = [pair for pair in rows if pair[0]["outcome"] == "any"]
    columns = (("domain", name("domain")), ("gains", _amount("gain", "gains")), ("costs", _amount("cost", "costs")))
    return table(words, anchor, rows, columns, group=lambda row: words.course(row["course"]), party=words.name(party))


def _amount(kind: str, effects: str) -> Any:
    """Points, and not how many effects they come from, which says nothing; nothing stated where there is none."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if row[f"{kind}_low"] is None:
            return _not_estimated(words, len(row[effects]))
        told_span = words.span(row[f"{kind}_low"], row[f"{kind}_high"])
        return Cell(told_span, is_number=True)

    return read


def _not_estimated(words: Words, count: int) -> Cell:
    """Nothing stated; or stated, but by nobody judged."""
    if not count:
        return gap(words)
    return Cell(words("words.not_estimated"), "missing")


def _effects(words: Words, answers: Answers, party: str, anchor: str) -> TableBlock:
    rows = [pair for pair in _takeable(answers, "effects") if pair[0]["party"] == party]
    rows = sorted(rows, key=lambda pair: str(pair[0]["course"]))
    columns = (
        ("effect", _effect),
        ("kind", message("kind", "kind")),
        ("domain", name("domain")),
        ("likelihood", _judged("likelihood")),
        ("size", _judged("size")),
    )
    return table(words, anchor, rows, columns, group=lambda row: words.course(row["course"]), party=words.name(party))


def _effect(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["effect"]))


def _judged(what: str) -> Any:
    """The range a judgement admits, with the analyst's word; not stated where no sheet speaks."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        low, high, word = row[f"{what}_low"], row[f"{what}_high"], row[f"{what}_word"]
        if word == "unknown":
            return Cell(words("words.unknown"), "open")
        if low is None:
            return gap(words)
        told_span = words.shares(low, high) if what == "likelihood" else words.span(low, high)
        return Cell(words("words.word_and_span", word=words.scale(word), span=told_span) if word else told_span)

    return read

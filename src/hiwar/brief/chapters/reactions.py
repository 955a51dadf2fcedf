"""What the others would do after each course, which outcomes would hold, and what follows from what."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, count, course, found, gap, message, records, said, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, State
from hiwar.brief.words import Words
from hiwar.charts import first_moves_chart

_GAINS: Mapping[str, State] = {"would": "good", "would_not": "bad", "cannot_be_told": "open"}
_MOVES = ("reactions.would", "reactions.would_not", "reactions.may")
_AFTER = (
    "reactions.nobody_moves",
    "reactions.outset_not_stated",
    "reactions.wanted_holds",
    "reactions.wanted_left_by",
    "reactions.wanted_needs",
    "reactions.wanted_unknown",
    "reactions.no_outcome_certain",
    "reactions.left_out",
)
_HOLDING = ("reactions.holds", "reactions.path")
_MOST_SAID = 4
"""Outcomes told in sentences; more stand in the table alone."""


def reactions(words: Words, answers: Answers) -> Part:
    """The game that each course opens, as far as the case says what everybody wants."""
    courses = dict.fromkeys(
        finding.values["course"] for finding in found(answers, *_MOVES, *_AFTER, *_HOLDING) if finding.values["course"]
    )
    parts = tuple(_after(words, answers, key) for key in courses)
    return Part("reactions", words("part.reactions"), tuple(_overview(words, answers)), parts)


def _overview(words: Words, answers: Answers) -> list[Block]:
    rows = records(answers, "reactions", "first_moves")
    columns = (("mover", _mover), ("move", _move), ("pays", message("verdict", "gains", _GAINS)))
    shown = table(words, "first_moves", rows, columns, group=lambda row: words.course(row["course"]))
    spec = first_moves_chart(answers["reactions"], words) if "reactions" in answers else None
    beside: list[Block] = [shown] if spec is None else [chart(words, "first_moves", spec, shown)]
    return [said(words, "explain.reactions"), *beside, Folded(words("fold.holding"), tuple(_holding(words, answers)))]


def _mover(words: Words, row: Mapping[str, Any]) -> Cell:
    """The party, or the parties that move together, spoilers named as such."""
    names = []
    for party in row["mover"].split(" + "):
        roles = words.dossier.parties[party].roles if party in words.dossier.parties else ()
        name = words.name(party)
        names.append(words("words.with_role", name=name, role=words.role("spoiler")) if "spoiler" in roles else name)
    return Cell(words.listed(names))


def _move(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.assignment(row["move"]))


def _holding(words: Words, answers: Answers) -> list[Block]:
    """What holds for certain, how, by which way; how much is settled; what was left out."""
    rows = records(answers, "reactions", "outcomes")
    ways = {(row["course"], row["changes"]): row for row, _ in records(answers, "reactions", "paths")}
    columns = (("outcome", _outcome), ("holds_by", _holds_by), ("way", lambda w, row: _way(w, ways, row)))
    group = lambda row: words.course(row["course"])  # noqa: E731 - shared by the three tables
    settled = [pair for pair in records(answers, "reactions", "games") if pair[0]["concept"] == "sequential"]
    counts = (("course", course("course")), ("states", count("states")), ("settled", count("holds")),
              ("ruled_out", count("excluded")), ("unsettled", count("open")))  # fmt: skip
    left = [pair for pair in records(answers, "reactions", "left_out") if pair[0]["why"] in ("too_many", "fixed")]
    return [
        said(words, "explain.concepts"),
        table(words, "holding", rows, columns, group=group),
        table(words, "games", settled, counts),
        table(words, "left_out", left, (("move", _left_move), ("why_left", message("why", "left"))), group=group),
    ]


def _outcome(words: Words, row: Mapping[str, Any]) -> Cell:
    if not row["changes"]:
        return Cell(words("words.nothing_moved"))
    lines = tuple(words.assignment(change) for change in row["changes"])
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())


def _holds_by(words: Words, row: Mapping[str, Any]) -> Cell:
    concepts = ("nash", "sequential", "symmetric_metarational", "general_metarational")
    held = next(concept for concept in concepts if row[concept] == "certain")
    return Cell(words(f"concept.{held}"))


def _way(words: Words, ways: Mapping[tuple[str, Any], Mapping[str, Any]], row: Mapping[str, Any]) -> Cell:
    way = ways.get((row["course"], row["changes"]))
    return (
        gap(words) if way is None else Cell(words("words.before").join(words.assignment(step) for step in way["steps"]))
    )


def _left_move(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["move"]))


def _after(words: Words, answers: Answers, key: str) -> Part:
    """What follows one course."""
    moves = [finding for finding in found(answers, *_MOVES) if finding.values["course"] == key]
    after = [finding for finding in found(answers, *_AFTER) if finding.values["course"] == key]
    holding = [finding for finding in found(answers, *_HOLDING) if finding.values["course"] == key]
    said_of = [finding for finding in holding if finding.key == "reactions.path"]
    if len(holding) - len(said_of) <= _MOST_SAID:
        said_of = holding
    title = words("part.reactions-all") if key == "all" else words("part.reactions-course", course=words.course(key))
    return Part(f"reactions-{key}", title, (told(words, moves), told(words, said_of), told(words, after)))

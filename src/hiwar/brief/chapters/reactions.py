"""What the others would do after each course, which outcomes would hold, and what follows from what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hiwar.brief.blocks import Answers, chart, count, found, gap, message, records, said, table
from hiwar.brief.chapters.reactions_chains import chains
from hiwar.brief.chapters.reactions_said import Group, chain, done, group_name, groups_of, needs, said_of, together
from hiwar.brief.chapters.reactions_third import third_parties, track_of
from hiwar.brief.document import Block, Cell, Folded, Part, State, Statement, Statements
from hiwar.brief.entries import anchor_of
from hiwar.brief.words import Words
from hiwar.charts import first_moves_chart
from hiwar.questions.answer import Finding

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
_OPEN = {
    "reactions.holds": "reactions.holds_open",
    "reactions.no_outcome_certain": "reactions.no_outcome_certain_open",
    "reactions.left_out": "reactions.left_out_open",
}
"""How the same is said of the game in which no course has been chosen yet."""
_MOST_SAID = 2
"""Outcomes told in sentences; more stand in the table alone."""
Traced = tuple[dict[str, Any], tuple[str, ...]]


def reactions(words: Words, answers: Answers) -> Part:
    """The game that each course opens, as far as the case says what everybody wants; then the chains behind it."""
    findings = [f for f in found(answers, *_MOVES, *_AFTER, *_HOLDING) if f.values["course"]]
    said_so = {
        course: [(f.key, {**f.values, "course": ""}, f.firmness) for f in findings if f.values["course"] == course]
        for course in dict.fromkeys(finding.values["course"] for finding in findings)
    }
    ordered = sorted(said_so, key=lambda course: course == "all")
    groups = groups_of(words, ordered, said_so)
    parts = [_after(words, answers, group) for group in groups]
    parts += [chains(words, answers, groups)] if "reactions" in answers else []
    return Part("reactions", words("part.reactions"), tuple(_overview(words, answers, groups)), tuple(parts))


def _overview(words: Words, answers: Answers, groups: Sequence[Group]) -> list[Block]:
    rows = _first_moves(words, answers, groups)
    columns = (("mover", _mover), ("move", _move), ("pays", message("verdict", "gains", _GAINS)))
    shown = table(words, "first_moves", rows, columns, group=lambda row: row["after"])
    spec = first_moves_chart([_drawn(words, row) for row, _ in rows], words)
    beside: list[Block] = [] if spec is None else [chart(words, "first_moves", spec, shown)]
    return [said(words, "explain.reactions"), *beside, said(words, "explain.third_parties")]


def _first_moves(words: Words, answers: Answers, groups: Sequence[Group]) -> list[Traced]:
    """Each move once per course: the game over all courses tells those of each course again."""
    first = {group[0]: group_name(words, group) for group in groups}
    games = {row["course"]: row["moves"] for row, _ in records(answers, "reactions", "games")}
    kept: dict[tuple[str, str, str], Traced] = {}
    for row, trace in records(answers, "reactions", "first_moves"):
        if row["course"] in first and row["move"].partition("=")[0] in games.get(row["course"], ()):
            key = (row["course"], row["mover"], row["move"])
            kept.setdefault(key, ({**row, "after": first[row["course"]]}, trace))
    return list(kept.values())


def _drawn(words: Words, row: Mapping[str, Any]) -> dict[str, str]:
    move = words.name(row["move"].partition("=")[0]) if row["move"].endswith("=occurs") else words.course(row["move"])
    named = words("words.move_of", move=move, parties=_mover(words, row).text)
    return {"move": named, "course": row["after"], "verdict": row["verdict"]}


def _mover(words: Words, row: Mapping[str, Any]) -> Cell:
    """The party, or the parties that move together, spoilers named as such."""
    names = []
    for party in row["mover"].split(" + "):
        roles = words.dossier.parties[party].roles if party in words.dossier.parties else ()
        name = words.name(party)
        names.append(words("words.with_role", name=name, role=words.role("spoiler")) if "spoiler" in roles else name)
    return Cell(words.listed(names))


def _move(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(done(words, row["move"]))


def _after(words: Words, answers: Answers, group: Group) -> Part:
    """What follows one course: who would move, what would hold, what can follow, what third parties do and say."""
    blocks: list[Block] = []
    sentences = [*_would(words, answers, group), *_outcomes(words, answers, group)]
    blocks.append(Statements(tuple(sentences)))
    holding = _holding(words, answers, group)
    if holding:
        blocks.append(Folded(words("fold.holding"), tuple(holding)))
    if group[0] != "all":
        blocks += [*_follows(words, answers, group), *third_parties(words, answers, group)]
    name = words("part.reactions-all")
    if group[0] != "all":
        name = words("part.reactions-course", course=group_name(words, group))
    return Part(anchor_of(group[0]).replace("item-", "reactions-", 1), name, tuple(blocks))


def _own(answers: Answers, group: Group, *keys: str) -> list[Finding]:
    return [finding for finding in found(answers, *keys) if finding.values["course"] == group[0]]


def _would(words: Words, answers: Answers, group: Group) -> Iterator[Statement]:
    """Who would gain, who would lose and of whom it cannot be told: one sentence each."""
    for key in _MOVES:
        own = _own(answers, group, key)
        if own:
            parts = [
                words("words.party_moves", party=words.names(finding.values["parties"]),
                      moves=together(words, [done(words, move) for move in finding.values["moves"]]))
                for finding in own
            ]  # fmt: skip
            trace = tuple(dict.fromkeys(item for finding in own for item in finding.trace))
            whole = Finding(own[0].key, own[0].values, own[0].firmness, own[0].ground, trace)
            yield said_of(words, whole, f"{key}_all", moves=words.joined("words.semicolon", parts))


def _outcomes(words: Words, answers: Answers, group: Group) -> Iterator[Statement]:
    """What would hold, what the seat would want most, and what cannot be told."""
    course = words.name(track_of(words, group[0])) if len(group) > 1 else group_name(words, group)
    holding = _own(answers, group, "reactions.holds")
    told = holding if len(holding) <= _MOST_SAID else []
    for finding in (*told, *_own(answers, group, "reactions.path"), *_own(answers, group, *_AFTER)):
        values = {"course": course}
        if "by" in finding.values:
            values["by"] = words.listed(
                dict.fromkeys(_mover(words, {"mover": one}).text for one in finding.values["by"])
            )
        yield said_of(words, finding, _OPEN.get(finding.key, "") if group[0] == "all" else "", **values)


def _holding(words: Words, answers: Answers, group: Group) -> list[Block]:
    """What holds for certain, by which way; how much is settled; what was left out."""

    def own(name: str) -> list[Traced]:
        return [pair for pair in records(answers, "reactions", name) if pair[0]["course"] == group[0]]

    anchor = group[0]
    blocks: list[Block] = []
    if own("outcomes"):
        ways = {row["changes"]: row for row, _ in own("paths")}
        columns = (("outcome", _outcome), ("holds_by", _holds_by), ("way", lambda w, row: _way(w, ways, row)))
        blocks += [said(words, "explain.concepts"), table(words, f"holding--{anchor}", own("outcomes"), columns)]
    settled = [pair for pair in own("games") if pair[0]["concept"] == "sequential"]
    if settled:
        counts = (("states", count("states")), ("settled", count("holds")), ("ruled_out", count("excluded")),
                  ("unsettled", count("open")))  # fmt: skip
        blocks.append(table(words, f"games--{anchor}", settled, counts))
    left = [pair for pair in own("left_out") if pair[0]["why"] in ("too_many", "fixed")]
    if left:
        columns_left = (("move", _left_move), ("why_left", message("why", "left")))
        blocks.append(table(words, f"left_out--{anchor}", left, columns_left))
    return blocks


def _outcome(words: Words, row: Mapping[str, Any]) -> Cell:
    if not row["changes"]:
        return Cell(words("words.nothing_moved"))
    lines = tuple(done(words, change) for change in row["changes"])
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())


def _holds_by(words: Words, row: Mapping[str, Any]) -> Cell:
    concepts = ("nash", "sequential", "symmetric_metarational", "general_metarational")
    held = next(concept for concept in concepts if row[concept] == "certain")
    return Cell(words(f"concept.{held}"))


def _way(words: Words, ways: Mapping[Any, Mapping[str, Any]], row: Mapping[str, Any]) -> Cell:
    way = ways.get(row["changes"])
    return (
        gap(words) if way is None else Cell(words.joined("words.before", [done(words, step) for step in way["steps"]]))
    )


def _left_move(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["move"]))


def _follows(words: Words, answers: Answers, group: Group) -> Iterable[Block]:
    """Moves that chains lead to from the course."""
    own = [f for f in found(answers, "reactions.move_can_follow") if f.values["start"] == group[0]]
    if own:
        columns = (("can_follow", _can_follow), ("acts_by", _acting), ("by_steps", _steps), ("also_needs", _needs))
        yield table(words, f"follows--{group[0]}", [(dict(f.values), f.trace) for f in own], columns)
    nothing = _own(answers, group, "reactions.no_move_follows")
    if nothing and not _own(answers, group, "reactions.nobody_moves"):
        yield Statements(tuple(said_of(words, f, course=group_name(words, group)) for f in nothing))


def _can_follow(words: Words, row: Mapping[str, Any]) -> Cell:
    move = done(words, row["move"])
    return Cell(words("words.less_likely", name=move) if row["sign"] == "less" else move)


def _acting(words: Words, row: Mapping[str, Any]) -> Cell:
    return _mover(words, {"mover": " + ".join(row["parties"])})


def _steps(words: Words, row: Mapping[str, Any]) -> Cell:
    """The places between the course and the move; a variant and its track are one place."""
    nodes = [node for node in row["nodes"] if node not in words.dossier.tracks] if row["nodes"][0] not in (
        words.dossier.tracks) else list(row["nodes"])  # fmt: skip
    return Cell(chain(words, nodes))


def _needs(words: Words, row: Mapping[str, Any]) -> Cell:
    lines = needs(words, row["needs"])
    return Cell(words.listed(lines) if lines else "", lines=lines if len(lines) > 1 else ())

"""What each side wants, what goes together, what clashes and what would ease it."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, found, gap, message, name, names, records, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, Row, State, TableBlock
from hiwar.brief.entries import anchor_of
from hiwar.brief.words import Words, shortened
from hiwar.charts import balance_chart
from hiwar.dossier.model import principals

_STATES: Mapping[str, State] = {"compatible": "good", "conflicting": "bad", "mixed": "open"}


def interests(words: Words, answers: Answers) -> Part:
    """Goals of both sides, set against each other."""
    sentences = told(words, found(answers, "interests.pairs", "interests.no_ultimate_goal", "interests.no_priorities"))
    parts = (_conflicts(words, answers), _agreeable(words, answers), _balance(words, answers), _goals(words, answers))
    blocks: tuple[Block, ...] = (sentences, *_matrices(words, answers))
    return Part("interests", words("part.interests"), blocks, parts)


def _matrices(words: Words, answers: Answers) -> list[Block]:
    """One matrix per other principal: goals of the seat down, goals of the other across."""
    rows = records(answers, "interests", "matrix")
    blocks: list[Block] = []
    first, *others = principals(words.dossier) or ("",)
    for place, other in enumerate(others):
        theirs = [p for p in rows if other in words.dossier.goals[p[0]["other"]].owner]
        mine = [p for p in theirs if first in words.dossier.goals[p[0]["goal"]].owner]
        if mine:
            blocks.append(_matrix(words, f"matrix--{place}", mine, first, other))
    return blocks


def _matrix(words: Words, anchor: str, rows: list[tuple[dict[str, Any], tuple[str, ...]]],
            first: str, other: str) -> TableBlock:  # fmt: skip
    across = list(dict.fromkeys(row["other"] for row, _ in rows))
    down = list(dict.fromkeys(row["goal"] for row, _ in rows))
    cells = {(row["goal"], row["other"]): _relation(words, row) for row, _ in rows}
    return TableBlock(
        anchor=anchor,
        caption=words("caption.matrix", first=words.name(first), second=words.name(other)),
        columns=(words("column.goal"), *(_short(words, key) for key in across)),
        rows=tuple(
            Row((Cell(_short(words, goal), target=anchor_of(goal)),
                 *(cells[goal, key] for key in across)))
            for goal in down
        ),
        note=words("note.matrix"),
        shape="matrix",
        is_wide=True,
    )  # fmt: skip


def _short(words: Words, goal: str) -> str:
    return words("words.goal_with_id", id=goal, name=shortened(words.name(goal), 48))


def _relation(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["relation"] is None:
        return Cell(words("relation.not_judged"), "missing", sign=words("sign.not_judged"))
    told_relation = words(f"relation.{row['relation']}")
    return Cell(
        told_relation,
        _STATES.get(row["relation"], "plain"),
        sign=words(f"sign.{row['relation']}"),
        target=anchor_of(row["item"]),
    )


def _conflicts(words: Words, answers: Answers) -> Part:
    columns = (("goal", name("goal")), ("other", name("other")), ("relation", message("relation", "relation", _STATES)),
               ("eased_by", _eased))  # fmt: skip
    shown = table(words, "conflicts", records(answers, "interests", "conflicts"), columns)
    inner = told(words, found(answers, "interests.contradiction"))
    sentences = told(words, found(answers, "interests.eased", "interests.not_eased"))
    blocks: tuple[Block, ...] = (shown, inner, Folded(words("fold.conflicts"), (sentences,)))
    return Part("conflicts-part", words("part.conflicts"), blocks)


def _eased(words: Words, row: Mapping[str, Any]) -> Cell:
    if not row["eased_by"]:
        return Cell(words("words.nothing_in_case"), "missing")
    return Cell(words.assignments(row["eased_by"]))


def _agreeable(words: Words, answers: Answers) -> Part:
    columns = (("goal", name("goal")), ("other", name("other")), ("ground", message("ground", "ground")))
    shown = table(words, "agreeable", records(answers, "interests", "agreeable"), columns)
    return Part("agreeable-part", words("part.agreeable"), (shown,))


def _balance(words: Words, answers: Answers) -> Part:
    columns = (("domain", name("domain")), *((f"relation_{kind}", _count(kind)) for kind in _KINDS))
    beside = table(words, "balance", records(answers, "interests", "balance"), columns)
    spec = balance_chart(answers["interests"], words) if "interests" in answers else None
    shown = chart(words, "picture-balance", spec, beside) if spec else beside
    return Part("balance-part", words("part.balance"), (shown,))


_KINDS = ("compatible", "conflicting", "mixed", "unrelated", "not_judged")


def _count(kind: str) -> Any:
    return lambda words, row: gap(words) if row[kind] is None else Cell(str(row[kind]), is_number=True)


def _goals(words: Words, answers: Answers) -> Part:
    columns = (("goal", name("id")), ("owner", names("owner")), ("goal_kind", message("kind", "goal_kind")),
               ("domains", names("domains")), ("priority", _priority), ("active_when", _when))  # fmt: skip
    shown = table(words, "goals", records(answers, "interests", "goals"), columns)
    sentences = told(words, found(answers, "interests.supreme", "interests.depends", "interests.compatible_by_source"))
    return Part("goals-part", words("part.goals"), (sentences, Folded(words("fold.goals"), (shown,))))


def _priority(words: Words, row: Mapping[str, Any]) -> Cell:
    return gap(words) if row["priority"] is None else Cell(str(row["priority"]), is_number=True)


def _when(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.assignments(row["when"]) if row["when"] else words("words.always"))

"""Who sits at the table, who may block or spoil, which roles nobody holds."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, found, message, name, names, records, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, TableBlock
from hiwar.brief.words import Words
from hiwar.charts.stances import stances_chart

_FINDINGS = (
    "parties.at_table",
    "parties.role_empty",
    "parties.role_cannot_be_held",
    "parties.role_not_stated",
    "parties.may_block",
    "parties.none_may_block",
    "parties.may_spoil",
    "parties.affected_outside",
)


_POSITIONS = ("parties.divided", "parties.position_unknown")


def parties(words: Words, answers: Answers) -> Part:
    """Who is who in the dialogue."""
    columns = (("party", name("id")), ("roles", _roles), ("of", name("of")))
    everybody = table(words, "parties", records(answers, "parties", "parties"), columns)
    positions = table(
        words,
        "positions",
        records(answers, "parties", "positions"),
        (("party", name("party")), ("on", _on), ("stance", message("stance", "stance"))),
    )
    affected = table(
        words,
        "affected",
        records(answers, "parties", "affected"),
        (("party", name("party")), ("gains_stated", names("gains")), ("costs_stated", names("costs"))),
    )
    blocks: tuple[Block, ...] = (
        told(words, found(answers, *_FINDINGS)),
        everybody,
        Folded(words("fold.positions"), (told(words, found(answers, *_POSITIONS)), _map(words, answers, positions))),
        Folded(words("fold.affected"), (affected,)),
    )
    return Part("parties", words("part.parties"), blocks)


def _map(words: Words, answers: Answers, beside: TableBlock) -> Block:
    """The positions as a map with their table, or the table alone where there is nothing to draw."""
    rows = [
        {"party": words.name(row["party"]), "matter": _on(words, row).text, "stance": row["stance"]}
        for row, _ in records(answers, "parties", "positions")
    ]
    spec = stances_chart(rows, words)
    return beside if spec is None else chart(words, "stances", spec, beside)


def _roles(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.listed(words.role(role) for role in row["roles"]))


def _on(words: Words, row: Mapping[str, Any]) -> Cell:
    variable = row["on_variable"]
    options = words.either([words.option(variable, option) for option in row["options"]])
    told_name = words("words.track") if variable == "track" else words.name(variable)
    return Cell(words("words.holds", variable=told_name, options=options))

"""What kind of dialogue: how wide, and in which form of relation."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, found, name, names, records, said, table, told
from hiwar.brief.chapters.wide import by_party, share_table
from hiwar.brief.document import Block, Cell, Folded, Part, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import shares_chart
from hiwar.dossier.model import principals

_SCOPES = (
    "scope.not_judged",
    "scope.no_reservation_value",
    "scope.no_agreement",
    "scope.one_sided",
    "scope.sides_open",
    "scope.even",
    "scope.claim_borne_out",
    "scope.claim_not_borne_out",
    "scope.claim_undecided",
    "scope.claim_open",
    "scope.not_available_yet",
    "scope.not_available",
    "scope.precondition_met",
    "scope.tension",
)
_COUNTED = 10**6
"""More packages than this are not told by the number: nobody reads it."""
FORMS = ("scope.form_breaks", "scope.form_breaks_none")


def scope(words: Words, answers: Answers) -> Part:
    """The scopes that the dialogue can have, and the forms of relation."""
    blocks: list[Block] = [said(words, "explain.scope"), told(words, found(answers, *_SCOPES)), *_reach(words, answers)]
    rows = records(answers, "scope", "scopes")
    columns = (("scope", _scope), ("issues", names("issues")), ("taken_by", _courses), ("room", _room))
    wide = Part(
        "scopes", words("part.scopes"), (*blocks, table(words, "scopes", rows, columns), *_tensions(words, answers))
    )
    return Part("scope", words("part.scope"), (), (wide, *forms(words, answers)))


def _scope(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(scope_name(words, row["scope"]))


def scope_name(words: Words, key: str) -> str:
    """A scope as an option, a domain, or everything."""
    variable, _, option = key.partition("=")
    return words.option(variable, option) if option else words.name(key)


def _courses(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.listed(words.course(key) for key in row["courses"])) if row["courses"] else Cell("")


def _room(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["n_acceptable"] is None:
        return Cell(words("words.not_estimated"), "missing")
    if row["n_acceptable"] > _COUNTED:
        return Cell(words("words.over", number=f"{_COUNTED:,}"), is_number=True)
    return Cell(f"{row['n_acceptable']:,}", is_number=True)


def _reach(words: Words, answers: Answers) -> list[Block]:
    rows = records(answers, "scope", "reach")
    sides = principals(words.dossier)
    if not any(row["share"] is not None for row, _ in rows):
        return []
    wide = by_party(rows, "scope", value="share")
    shown = share_table(words, "reach", wide, (("scope", _scope),), sides)
    spec = shares_chart(
        [row for row, _ in rows], words, line=lambda row: scope_name(words, row["scope"]), title=words("chart.reach")
    )
    return [shown] if spec is None else [chart(words, "reach", spec, shown)]


def _tensions(words: Words, answers: Answers) -> list[Block]:
    rows = records(answers, "scope", "tensions")
    if not rows:
        return []
    where = ("where", lambda w, row: Cell(w(f"where.{row['where']}")))
    shown = table(
        words, "tensions", rows, (("tension", name("item")), where), group=lambda row: scope_name(words, row["scope"])
    )
    return [Folded(words("caption.tensions"), (shown,))]


def forms(words: Words, answers: Answers) -> tuple[Part, ...]:
    """The forms of relation that a question of the case names; none where it names none."""
    if not records(answers, "scope", "forms"):
        return ()
    return (Part("forms", words("part.forms"), form_blocks(words, answers, "forms")),)


def form_blocks(words: Words, answers: Answers, anchor: str) -> tuple[Block, ...]:
    """What each form of relation goes against, and who wants it, in sentences and as a table."""
    return (told(words, found(answers, *FORMS)), form_table(words, answers, anchor))


def form_table(words: Words, answers: Answers, anchor: str) -> TableBlock:
    """What each form of relation goes against, and who wants it."""
    rows = records(answers, "scope", "forms")
    columns = (("form", _form), ("goes_against", names("breaks")), ("prefers", names("prefers")),
               ("rejects", names("rejects")), ("serves", names("serves")), ("harms", names("harms")))  # fmt: skip
    return table(words, anchor, rows, columns)


def _form(words: Words, row: Mapping[str, Any]) -> Cell:
    variable, _, option = row["form"].partition("=")
    return Cell(words.option(variable, option))

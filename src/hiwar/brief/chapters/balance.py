"""Who gets more of what is within reach, who can press whom, and where nothing is agreed."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, found, message, name, names, records, said, table, told
from hiwar.brief.chapters.wide import by_party, share_table
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import shares_chart
from hiwar.dossier.model import principals

_HAS: Mapping[str, State] = {"yes": "good", "no": "bad", "unknown": "open"}
_SETTLED: Mapping[str, State] = {"settled": "good", "no_commitment": "bad"}
_SHARES = ("balance.not_judged", "balance.uneven", "balance.even")
_BY_DOMAIN = ("balance.domain_uneven", "balance.domain_even")
_FOR_WHOM: Mapping[str, State] = {"sides": "good", "both": "plain", "others": "bad"}
_WHOSE = ("balance.for_the_sides", "balance.for_the_sides_too", "balance.partly_for_others", "balance.for_others",
          "balance.nobody_gains")  # fmt: skip
_LEVERAGE = ("balance.leverage", "balance.no_leverage", "balance.leverage_outside")


def balance(words: Words, answers: Answers) -> Part:
    """Shares of what is within reach, means of pressure, and fields without a commitment."""
    parts = (
        _dividing(words, answers),
        *_gaining(words, answers),
        _leverage(words, answers),
        _commitments(words, answers),
    )
    return Part("division", words("part.division"), (), parts)


def _package(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.package(row["package"]))


def _dividing(words: Words, answers: Answers) -> Part:
    sides = principals(words.dossier)
    shares = by_party(records(answers, "balance", "shares"), "package", value="share")
    blocks: list[Block] = [said(words, "explain.dividing"), told(words, found(answers, *_SHARES))]
    if shares:
        blocks.append(share_table(words, "shares", shares, (("package", _package),), sides))
    rows = records(answers, "balance", "by_domain")
    for package in dict.fromkeys(row["package"] for row, _ in rows):
        blocks += _by_domain(words, answers, package)
    return Part("dividing", words("part.dividing"), tuple(blocks))


def _by_domain(words: Words, answers: Answers, package: str) -> list[Block]:
    """Shares field by field in one package, as a picture and in words."""
    rows = [pair for pair in records(answers, "balance", "by_domain") if pair[0]["package"] == package]
    sides = principals(words.dossier)
    wide = by_party(rows, "domain", value="share")
    shown = share_table(words, f"by_domain--{package}", wide, (("domain", name("domain")),), sides)
    spec = shares_chart(
        [row for row, _ in rows], words, line=lambda row: words.name(row["domain"]), title=words("chart.share_there")
    )
    own = [finding for finding in found(answers, *_BY_DOMAIN) if finding.values["package"] == package]
    picture: Block = shown if spec is None else chart(words, f"by_domain--{package}", spec, shown)
    return [picture, Folded(words.package(package), (told(words, own),))]


def _gaining(words: Words, answers: Answers) -> tuple[Part, ...]:
    """Whose dialogue it is: who is said to gain, and whether only others do."""
    tables = gainers_table(words, answers, "gainers")
    if not tables:
        return ()
    blocks: tuple[Block, ...] = (said(words, "explain.gaining"), told(words, found(answers, *_WHOSE)), *tables)
    return (Part("gaining", words("part.gaining"), blocks),)


def gainers_table(words: Words, answers: Answers, anchor: str) -> tuple[TableBlock, ...]:
    """Who gains, field by field under each course and issue by issue in each package; nothing where nobody does."""
    rows = [pair for pair in records(answers, "balance", "gainers") if pair[0]["state"] != "nobody"]
    columns = (("unit", name("unit")), ("sides_gaining", names("sides")), ("outside_gaining", names("outside")),
               ("whose", message("state", "whose", _FOR_WHOM)))  # fmt: skip
    shown = table(words, anchor, rows, columns, group=lambda row: words.subject(row["subject"]))
    return (shown,) if rows else ()


def _leverage(words: Words, answers: Answers) -> Part:
    columns = (("holder", name("holder")), ("over", name("over")), ("means", name("item")))
    levers = table(
        words, "leverage", records(answers, "balance", "leverage"), columns, group=lambda row: words.name(row["side"])
    )
    capabilities = sorted(records(answers, "balance", "capabilities"), key=lambda pair: str(pair[0]["side"]))
    able = table(
        words, "capabilities", capabilities,
        (("party", name("party")), ("capability", name("capability")), ("has", message("has", "has", _HAS))),
        group=lambda row: words.name(row["side"]),
    )  # fmt: skip
    blocks: list[Block] = [told(words, found(answers, *_LEVERAGE))]
    blocks += [levers] if levers.rows else []
    blocks += [Folded(words("caption.capabilities"), (able,))] if able.rows else []
    return Part("leverage", words("part.leverage"), tuple(blocks))


def _commitments(words: Words, answers: Answers) -> Part:
    rows = sorted(records(answers, "balance", "commitments"), key=lambda pair: str(pair[0]["package"]))
    columns = (("domain", name("domain")), ("wanted_by", names("wanted_by")), ("settled_there", _settled),
               ("state_there", message("state", "settled", _SETTLED)))  # fmt: skip
    shown = table(
        words, "commitments", rows, columns,
        group=lambda row: words.package(row["package"]) if row["package"] else words("settled.no_package"),
    )  # fmt: skip
    return Part("commitments", words("part.commitments"), (told(words, found(answers, "balance.no_commitment")), shown))


def _settled(words: Words, row: Mapping[str, Any]) -> Cell:
    if not row["settled"]:
        return Cell(words("words.nothing_agreed"), "missing")
    lines = tuple(words.assignment(item) for item in row["settled"])
    return Cell(words.listed(lines), lines=lines if len(lines) > 1 else ())

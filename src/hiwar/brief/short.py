"""The short form: the two pages that a decision-maker reads, cut from the whole brief without a new word."""

from collections.abc import Iterable
from dataclasses import replace

from hiwar.brief.document import Block, Document, Part, Statement, Statements

_KEPT = ("minute", "asked")
_FOR_ANALYSTS = "minute-judge-first"
"""What an analyst should find out next is no part of a decision."""
_MOST_REASONS = 3
_MOST = 3
"""Sentences of one answer; the first say what was found, the next what cannot be told."""


def short(document: Document) -> Document:
    """Give the verdict, its reasons and each question's answer in short, without tables, pictures and annex.

    Every sentence stands in the long form as well, word by word; what it rests on is told there.
    """
    parts = tuple(_cut(part) for part in document.parts if part.anchor in _KEPT)
    return replace(document, form="short", parts=parts, entries=(), references=())


def _cut(part: Part) -> Part:
    if part.anchor == "asked":
        return replace(part, blocks=(), parts=tuple(_answer(one) for one in part.parts))
    kept = tuple(_cut(one) for one in part.parts if one.anchor != _FOR_ANALYSTS)
    return replace(part, blocks=_first(_bare(part.blocks)), parts=kept)


def _first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Of numbered reasons the first few."""
    return tuple(
        replace(block, items=block.items[:_MOST_REASONS])
        if isinstance(block, Statements) and block.is_ordered
        else block
        for block in blocks
    )


def _answer(part: Part) -> Part:
    """A question under its own words, and its answer in short."""
    leads = (item for block in part.blocks if isinstance(block, Statements) and block.lead for item in block.items)
    kept = Statements(tuple(_spread(tuple(leads))))
    quote = replace(part.quote, mark=None, trace=()) if part.quote else None
    return replace(part, quote=quote, blocks=_bare((kept,)) if kept.items else (), parts=())


def _spread(items: tuple[Statement, ...]) -> Iterable[Statement]:
    """The first sentences; the last place goes to one that says what cannot be told, where there is one."""
    open_ones = [item for item in items if item.firmness == "cannot_be_told"]
    first = [item for item in items if item not in open_ones][: _MOST if not open_ones else _MOST - 1]
    return (*first, *open_ones[: _MOST - len(first)])


def _bare(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Sentences only, without the list of items that each rests on."""
    return tuple(
        replace(block, items=tuple(replace(item, trace=()) for item in block.items))
        for block in blocks
        if isinstance(block, Statements)
    )

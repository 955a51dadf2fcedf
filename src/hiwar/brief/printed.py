"""A document as plain data for the printed page: texts that its type can show, notes, widths of columns, links."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil
from typing import Any

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import (
    Block,
    Cell,
    ChartBlock,
    Definitions,
    Document,
    Entry,
    Folded,
    Part,
    Statement,
    Statements,
    TableBlock,
)
from hiwar.brief.isolate import isolate, plain
from hiwar.brief.notes import noted
from hiwar.brief.numbering import label, numbers
from hiwar.brief.page import TO_LEFT
from hiwar.brief.printed_tables import table
from hiwar.brief.typeface import showable, typeface

_RUNNING = 240
"""Most characters of the notices at the head of every page; they stand in full on the first."""
_TITLE = 90
"""Most characters of the title at the foot of every page."""

Data = dict[str, Any]


@dataclass(frozen=True)
class Press:
    """What every part of the page is set with."""

    document: Document
    numbers: Mapping[str, str]
    width: float
    """Of the text, in points."""

    def text(self, text: str) -> Any:
        """A text that can be shown; what is written the other way round is set apart as ``{"foreign": ...}``."""
        clean = showable(text)
        if self.document.direction == "rtl" or not TO_LEFT.search(clean):
            return clean
        parts: list[Any] = []
        last = 0
        for found in TO_LEFT.finditer(clean):
            parts += [clean[last : found.start()], {"foreign": found.group()}]
            last = found.end()
        return [part for part in (*parts, clean[last:]) if part]

    def id(self, id: str) -> str:  # noqa: A002
        """An id, which reads from left to right wherever it stands."""
        return showable(isolate(id, self.document.language))

    def number(self, shown: Part | TableBlock | ChartBlock) -> str:
        """Number of a chapter, table or figure, as its heading or caption shows it."""
        return showable(label(self.document, self.numbers, shown))


def printed(document: Document, width: float) -> Data:
    """Everything that the template needs, but the pictures: they are drawn in the order of the document."""
    press = Press(document, numbers(document), width)
    words = catalogue(document.language)
    head = " ".join(document.notices)
    facts = dict(document.facts)
    made = (facts.get(words(f"page.fact_{key}"), "") for key in ("made", "digests"))
    is_short = document.form == "short"
    content = {
        "language": document.language,
        "direction": document.direction,
        "foreign": document.foreign_language,
        "form": document.form,
        "day": [int(part) for part in document.made_day.split("-")] if document.made_day else None,
        "bare_title": plain(showable(document.title)),
        "title": press.text(document.title),
        "running_title": press.text(_shortened(document.title, _TITLE)),
        "subtitle": press.text(document.subtitle),
        "marking": press.text(document.marking),
        "notices": [press.text(notice) for notice in document.notices],
        "running_notice": press.text(_shortened(head, _RUNNING)),
        "made_on": press.text(document.made_on),
        "made_from": [press.text(part) for part in made if part],
        "facts": [[press.text(name), press.text(value)] for name, value in document.facts],
        "labels": {key: press.text(value) for key, value in document.labels.items()},
        **_heights(press),
        "page_of": showable(words("page.page_of", page="<page>", pages="<pages>")),
        "semicolon": words("words.semicolon"),
        "parts": [_part(press, part) for part in document.parts],
        "references": []
        if is_short
        else [
            {"anchor": item.anchor, "number": press.id(f"[{item.number}]"), "text": press.text(item.text)}
            for item in document.references
        ],
        "entries": [] if is_short else [_entry(press, entry) for entry in document.entries],
    }
    return _linked(content)


def _heights(press: Press) -> Data:
    """Height of what stands above and below the text of every page, in points: the template needs no second look."""
    document = press.document
    line = 1.8 if document.direction == "rtl" else 1.55
    notice = _shortened(" ".join(document.notices), _RUNNING)
    marking = _lines(press, document.marking, 8.5) * 8.5 * line
    return {"head": marking + _lines(press, notice, 7) * 7 * line, "foot": 8 * line + max(marking, 8 * line)}


def _lines(press: Press, text: str, size: float) -> int:
    """How many lines a text takes over the whole width, in the heavier weight."""
    return ceil(typeface().width(showable(text)) * size * 1.1 / press.width)


def charts_of(blocks: Iterable[Block]) -> Iterator[ChartBlock]:
    """Every picture among these blocks, also those that are folded away on a screen."""
    for block in blocks:
        if isinstance(block, Folded):
            yield from charts_of(block.blocks)
        elif isinstance(block, ChartBlock):
            yield block


def _part(press: Press, part: Part) -> Data:
    return {
        "anchor": part.anchor,
        "number": press.number(part),
        "title": press.text(part.title),
        "quote": _statement(press, part.quote) if part.quote else None,
        "blocks": [_block(press, block) for block in part.blocks],
        "parts": [_part(press, inner) for inner in part.parts],
    }


def _block(press: Press, block: Block) -> Data:
    if isinstance(block, Statements):
        items = _told_once([_statement(press, item) for item in block.items])
        return {"kind": block.kind, "items": items, "is_ordered": block.is_ordered, "lead": block.lead}
    if isinstance(block, Folded):
        inner = [_block(press, part) for part in block.blocks]
        return {"kind": block.kind, "summary": press.text(block.summary), "blocks": inner}
    if isinstance(block, Definitions):
        pairs = [[press.text(word), press.text(meaning)] for word, meaning in block.items]
        return {"kind": block.kind, "items": pairs}
    return _chart(press, block) if isinstance(block, ChartBlock) else _table(press, block)


def _statement(press: Press, statement: Statement) -> Data:
    """A sentence; the short form has no notes, since it has neither the items nor the list of sources to lead to."""
    trace = () if press.document.form == "short" else statement.trace
    return {
        "text": press.text(statement.text),
        "mark": statement.mark,
        "firmness": statement.firmness if statement.firmness != "stated" else None,
        "note": [{"text": press.text(text), "to": to} for text, to in noted(press.document, trace)],
    }


def _told_once(statements: list[Data]) -> list[Data]:
    """Sentences one below the other that rest on the same share one note: the later ones point to the first."""
    for before, item in pairwise(statements):
        item["same_note"] = bool(item["note"]) and item["note"] == before["note"]
    return statements


def _chart(press: Press, block: ChartBlock) -> Data:
    return {
        "kind": block.kind,
        "anchor": block.anchor,
        "number": press.number(block),
        "title": press.text(block.title),
        "description": press.text(block.description),
        "alternative": plain(showable(f"{block.title}. {block.description}")),
        "table": _table(press, block.table),
    }


def _table(press: Press, block: TableBlock) -> Data:
    return {
        "kind": block.kind,
        "anchor": block.anchor,
        "number": press.number(block),
        "caption": press.text(block.caption),
        "note": press.text(block.note),
        "is_matrix": block.shape == "matrix",
        **table(press.document, block, width=press.width, text=press.text, id_of=press.id, cell=partial(_cell, press)),
    }


def _cell(press: Press, cell: Cell) -> Data:
    shown = {
        "text": press.text(cell.sign or cell.text),
        "state": cell.state if cell.state != "plain" else None,
        "is_number": cell.is_number or bool(cell.sign),
        "to": cell.target,
        "lines": [press.text(line) for line in cell.lines],
    }
    return {key: value for key, value in shown.items() if value}


def _entry(press: Press, entry: Entry) -> Data:
    labels = press.document.labels
    details = [
        *entry.facts,
        *([(labels["when"], entry.when)] if entry.when else []),
        *((labels["passage"], passage) for passage in entry.passages),
        *([(labels["reason"], entry.reason)] if entry.reason else []),
        *((labels["reading"], reading) for reading in entry.readings),
    ]
    return {
        "anchor": entry.anchor,
        "id": press.id(entry.id),
        "section": press.text(entry.section),
        "name": press.text(entry.name or entry.section),
        "text": press.text(entry.text),
        "mark": entry.mark,
        "is_unfounded": entry.mark is None and entry.needs_ground,
        "details": [[press.text(name), press.text(value)] for name, value in details],
        "judgements": [
            {key: press.text(value) if key != "anchor" else value for key, value in vars(judged).items()}
            for judged in entry.judgements
        ],
    }


def _shortened(text: str, most: int) -> str:
    """A text cut at a word where it is too long to stand on every page."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]} …"


def _linked(content: Data) -> Data:
    """Short names for anchors and notes: each stands once, and every link leads to one that is there."""
    names: dict[str, str] = {}
    for item in _mappings(content):
        anchor = item.pop("anchor", "")
        if anchor and anchor not in names:
            names[anchor] = item["label"] = f"a{len(names)}"
    note = 0
    for item in _mappings(content):
        if "to" in item:
            item["to"] = names.get(item["to"])
        if item.get("note") and "mark" in item:
            note += not item.get("same_note")
            item["note_label"] = f"n{note}"
    return content


def _mappings(content: Any) -> Iterator[Data]:
    """Every mapping in data, from the outside inwards, in order."""
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from _mappings(value)
    elif isinstance(content, list):
        for value in content:
            yield from _mappings(value)

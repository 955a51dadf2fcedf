"""Tables as plain data for the printed page: how wide their columns are, and what each row rests on."""

from collections.abc import Callable
from math import ceil
from typing import Any

from hiwar.brief.columns import Columns, Setting, even_columns, set_columns
from hiwar.brief.document import Cell, Document, Row, TableBlock
from hiwar.brief.page import links
from hiwar.brief.typeface import showable, typeface

_NAMED = 3
"""Items named in a row; then how many more there are."""
_TALL = 10
"""Lines from which a row may go over to the next page."""
_MATRIX_SIZE, _FIRST, _NARROW = 7.0, 112.0, 12.4
"""Type of a matrix, and its columns, in points."""

Data = dict[str, Any]


def table(
    document: Document,
    block: TableBlock,
    *,
    width: float,
    text: Callable[[str], Any],
    id_of: Callable[[str], str],
    cell: Callable[[Cell], Data],
) -> Data:
    """Size of the type, and the parts of a table, each with its columns and rows.

    Parameters
    ----------
    width : float
        Of the page, in points.
    text, id_of, cell
        How a text, an id and a cell are given to the template.
    """
    rests = [_rests(document, row, id_of) for row in block.rows] if block.has_traces else []
    setting = _setting(document, block, rests, width)
    last = len(block.columns)
    headings = [*block.columns, document.labels.get("rests_on", "")]
    parts = [
        {
            "widths": list(part.widths),
            "columns": [text(headings[place]) for place in part.places],
            "rows": [
                {
                    "group": text(row.group),
                    "is_tall": _is_tall(row, part, setting.size),
                    "cells": [
                        {"rests": rests[number]} if place == last else cell(row.cells[place]) for place in part.places
                    ],
                }
                for number, row in enumerate(block.rows)
            ],
        }
        for part in setting.parts
    ]
    return {"size": setting.size, "pieces": parts}


def _rests(document: Document, row: Row, id_of: Callable[[str], str]) -> list[Data]:
    """The first items that a row rests on, and how many more there are."""
    found = links(document, row.trace)
    named = [{"text": id_of(item), "to": anchor} for anchor, item, _ in found[:_NAMED]]
    return [*named, *([{"text": id_of(f"+{len(found) - _NAMED}")}] if len(found) > _NAMED else [])]


def _setting(document: Document, block: TableBlock, rests: list[list[Data]], width: float) -> Setting:
    if block.shape == "matrix":
        return Setting(_MATRIX_SIZE, even_columns(len(block.columns), _FIRST, _NARROW, width))
    texts = [
        [showable(heading), *(line for row in block.rows for line in _lines(row.cells[place]))]
        for place, heading in enumerate(block.columns)
    ]
    if block.has_traces:
        texts.append([showable(document.labels.get("rests_on", "")), *(" ".join(i["text"] for i in r) for r in rests)])
    return set_columns(texts, width)


def _lines(cell: Cell) -> list[str]:
    """What a cell says, with room for the sign of its state, or for the point before each line of a list."""
    if cell.lines:
        return [f"·\u00a0\u00a0{showable(line)}" for line in cell.lines]
    sign = "▲\u00a0" if cell.state in ("good", "bad", "open") and not cell.is_number else ""
    return [sign + showable(cell.sign or cell.text)]


def _is_tall(row: Row, part: Columns, size: float) -> bool:
    """Whether a row has so many lines that it may be broken."""
    lines = (
        sum(ceil(typeface().width(line) * size / wide) for line in _lines(row.cells[place]))
        for place, wide in zip(part.places, part.widths, strict=True)
        if place < len(row.cells)
    )
    return max(lines, default=0) > _TALL

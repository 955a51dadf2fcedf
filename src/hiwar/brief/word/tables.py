"""Tables of a Word document: widths that fit the page, headings that repeat, cells whose state shows in grey too."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hiwar.brief.document import Cell, Row, State, TableBlock
from hiwar.brief.word.markup import attribute, link, paragraph, run
from hiwar.brief.word.sections import Orientation, Room

_STYLES: dict[State, str] = {
    "plain": "HiwarCell", "good": "HiwarCellGood", "bad": "HiwarCellBad", "open": "HiwarCellOpen",
    "missing": "HiwarCellMissing",
}  # fmt: skip
_LETTER, _PADDING = 100, 150
"""Width of a letter of a table in twentieths of a point, and the room at the sides of a cell."""
_LONGEST = 18
"""A longer word may be broken: no column is made wider for it."""
_MATRIX_HEAD, _MATRIX_FIRST, _MATRIX_CELL = 2550, 2600, 330
_TRACES = 1900

Traces = Callable[[Row], str]
"""Markup of what a row rests on."""


@dataclass(frozen=True)
class Layout:
    """Widths of the columns in twentieths of a point, and the page that they fit."""

    widths: tuple[int, ...]
    orientation: Orientation


def layout(block: TableBlock, room: Room) -> Layout:
    """Widths that give each column room for its longest word, and the rest by how much it says.

    A table that has no room for its words on an upright page is laid on its side.
    """
    if block.shape == "matrix":
        return _of_matrix(len(block.columns), room, _TRACES if block.has_traces else 0)
    texts = [_texts(block, place) for place in range(len(block.columns))]
    least = [_PADDING + _LETTER * min(_LONGEST, max(map(_longest_word, column), default=1)) for column in texts]
    wished = [_PADDING + _LETTER * max(4, max(map(len, column), default=1)) for column in texts]
    if block.has_traces:
        least, wished = [*least, _TRACES], [*wished, _TRACES]
    orientation: Orientation = "portrait" if sum(least) <= room["portrait"] else "landscape"
    return Layout(tuple(_shared(least, wished, room[orientation])), orientation)


def _of_matrix(columns: int, room: Room, traces: int) -> Layout:
    needed = _MATRIX_FIRST + _MATRIX_CELL * (columns - 1) + traces
    orientation: Orientation = "portrait" if needed <= room["portrait"] else "landscape"
    each = (room[orientation] - _MATRIX_FIRST - traces) // max(1, columns - 1)
    cells = [min(max(each, 1), 2 * _MATRIX_CELL)] * (columns - 1)
    return Layout((_MATRIX_FIRST, *cells, *([traces] if traces else [])), orientation)


def _texts(block: TableBlock, place: int) -> list[str]:
    cells = [row.cells[place] for row in block.rows if place < len(row.cells)]
    return [block.columns[place], *(line for cell in cells for line in (cell.lines or (cell.sign or cell.text,)))]


def _longest_word(text: str) -> int:
    return max(map(len, re.split(r"[\s\-–/]", text)))


def _shared(least: Sequence[int], wished: Sequence[int], room: int) -> list[int]:
    """Widths of at least the least, no more than wished while others wish for more, and the whole room in sum."""
    if sum(least) > room:
        return [width * room // sum(least) for width in least]
    if sum(wished) <= room:
        return [width * room // sum(wished) for width in wished]
    wants = [max(0, wish - width) ** 0.6 for wish, width in zip(wished, least, strict=True)]
    spare = room - sum(least)
    return [width + int(spare * want / sum(wants)) for width, want in zip(least, wants, strict=True)]


def table(block: TableBlock, caption: str, shape: Layout, rests_on: str, traces: Traces) -> str:
    """A table; ``caption`` is its title for those who do not see it, ``rests_on`` heads the column of traces."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in shape.widths)
    style = "HiwarMatrix" if block.shape == "matrix" else "HiwarTable"
    rows = [_head(block, shape, rests_on)]
    group = ""
    for row in block.rows:
        if row.group and row.group != group:
            group = row.group
            rows.append(_group(group, shape))
        rows.append(_row(block, row, shape, traces))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(shape.widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(caption)}/><w:tblDescription w:val={attribute(block.note or caption)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _head(block: TableBlock, shape: Layout, rests_on: str) -> str:
    """The row of headings; it is repeated on each page. In a matrix they stand upright."""
    is_matrix = block.shape == "matrix"
    columns = (*block.columns, rests_on) if block.has_traces else block.columns
    style = "HiwarMatrixHead" if is_matrix else "HiwarCellHead"
    cells = "".join(
        _cell(paragraph(style, run(column)), width, upright=is_matrix and place > 0)
        for place, (column, width) in enumerate(zip(columns, shape.widths, strict=True))
    )
    height = f'<w:trHeight w:val="{_MATRIX_HEAD}" w:hRule="atLeast"/>' if is_matrix else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{cells}</w:tr>"


def _group(name: str, shape: Layout) -> str:
    """A heading over the rows of one group, kept with the first of them."""
    properties = f'<w:tcW w:w="{sum(shape.widths)}" w:type="dxa"/><w:gridSpan w:val="{len(shape.widths)}"/>'
    said = paragraph("HiwarCellGroup", run(name), before="<w:keepNext/>")
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{properties}</w:tcPr>{said}</w:tc></w:tr>"


def _row(block: TableBlock, row: Row, shape: Layout, traces: Traces) -> str:
    is_matrix = block.shape == "matrix"
    said = [_said(cell, is_matrix=is_matrix, is_first=place == 0) for place, cell in enumerate(row.cells)]
    if block.has_traces:
        said.append(paragraph("HiwarCellTrace", traces(row)))
    cells = "".join(_cell(content, width) for content, width in zip(said, shape.widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _said(cell: Cell, *, is_matrix: bool, is_first: bool) -> str:
    style = _STYLES[cell.state]
    if is_matrix:
        style = "HiwarMatrixHead" if is_first else style.replace("HiwarCell", "HiwarSign")
    if cell.lines:
        return "".join(paragraph("HiwarCellLine", run(f"• {line}")) for line in cell.lines)
    words = run(cell.sign or cell.text)
    return paragraph(style, link(cell.target, words) if cell.target and words else words)


def _cell(content: str, width: int, *, upright: bool = False) -> str:
    turned = '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>' if upright else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{turned}</w:tcPr>{content}</w:tc>'

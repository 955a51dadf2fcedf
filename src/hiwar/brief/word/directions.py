"""Which runs of a Word document read from right to left.

Word knows no isolates. What stands between two of them becomes a run of its own, which says how it reads; marks of
direction around it (RLM, LRM) keep its digits and brackets in order in programs that go by Unicode alone.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

from hiwar.brief.document import Document
from hiwar.brief.isolate import Direction, isolate_foreign, runs
from hiwar.brief.word.markup import NAMESPACES

W = "{" + NAMESPACES["w"] + "}"
_LEFT, _RIGHT = "\u200e", "\u200f"
"""Marks of direction: LRM and RLM."""
_STEERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LETTERS = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
_TO_LEFT = re.compile(rf"({_LETTERS}(?:[\s.\-]+{_LETTERS})*)")
_BEFORE_DIRECTION = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
                     "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
                     "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN")  # fmt: skip
_AFTER_DIRECTION_OF_RUN = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")


def pieces(text: str, document: Document) -> list[tuple[str, Direction]]:
    """A text as stretches of one direction, with marks that hold each in order; never two of one direction in a row."""
    found = _in_right(text, document.language) if document.direction == "rtl" else _in_left(text)
    return [
        ("".join(part for part, _ in group), direction)
        for direction, group in groupby(found, key=lambda piece: piece[1])
    ]


def _in_right(text: str, language: str) -> Iterator[tuple[str, Direction]]:
    for part in runs(isolate_foreign(text, language)):
        said = _STEERING.sub("", part.text)
        if part.direction != "ltr":
            yield said, "rtl"
        elif said:
            yield _RIGHT, "rtl"
            yield f"{_LEFT}{said}{_LEFT}", "ltr"
            yield _RIGHT, "rtl"


def _in_left(text: str) -> Iterator[tuple[str, Direction]]:
    for place, part in enumerate(_TO_LEFT.split(_STEERING.sub("", text))):
        if place % 2:
            yield part, "rtl"
            yield _LEFT, "ltr"
        elif part:
            yield part, "ltr"


def set_directions(root: Any, document: Document) -> None:
    """Say of every paragraph, table and run under an element how it reads."""
    is_right = document.direction == "rtl"
    for found in list(root.iter(W + "r")):
        _set_run(found, document)
    if is_right:
        for paragraph in root.iter(W + "p"):
            _add_flag(_properties(paragraph, "pPr"), "bidi", _BEFORE_DIRECTION)
        for table in root.iter(W + "tbl"):
            flag = _add_flag(table.find(W + "tblPr"), "bidiVisual", ("tblStyle", "tblpPr", "tblOverlap"))
            if table.find(f".//{W}textDirection") is not None and flag is not None:
                flag.set(W + "val", "0")
                _reverse_columns(table)
                for cell in [turned.getparent().getparent() for turned in table.iter(W + "textDirection")]:
                    _part_directions(cell.find(W + "p"))
        for section in root.iter(W + "sectPr"):
            _end_of_section(section)


def _set_run(found: Any, document: Document) -> None:
    """Split a run of one text where the direction changes; other runs read as the document does."""
    content = [child for child in found if child.tag != W + "rPr"]
    if len(content) != 1 or content[0].tag != W + "t":
        if document.direction == "rtl" and not any(child.tag == W + "drawing" for child in content):
            _flag_run(found)
        return
    parts = pieces(content[0].text or "", document)
    if not parts or (len(parts) == 1 and parts[0][1] == "ltr"):
        content[0].text = "".join(part for part, _ in parts)
        return
    place = found.getparent().index(found)
    for number, (text, direction) in enumerate(parts):
        piece = deepcopy(found)
        said = piece.find(W + "t")
        said.text = text
        said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if direction == "rtl":
            _flag_run(piece)
        found.getparent().insert(place + number, piece)
    found.getparent().remove(found)


def _flag_run(found: Any) -> None:
    properties = _properties(found, "rPr")
    if properties.find(W + "rtl") is None:
        flag = properties.makeelement(W + "rtl", {})
        later = next((child for child in properties if child.tag in {W + n for n in _AFTER_DIRECTION_OF_RUN}), None)
        properties.append(flag) if later is None else later.addprevious(flag)


def _properties(element: Any, name: str) -> Any:
    found = element.find(W + name)
    if found is None:
        found = element.makeelement(W + name, {})
        element.insert(0, found)
    return found


def _add_flag(properties: Any, name: str, before: tuple[str, ...]) -> Any:
    """Add a flag after the properties that Word wants before it; gives it, or none if it was there."""
    if properties.find(W + name) is not None:
        return None
    place = sum(1 for child in properties if child.tag in {W + part for part in before})
    flag = properties.makeelement(W + name, {})
    properties.insert(place, flag)
    return flag


def _reverse_columns(table: Any) -> None:
    """Mirror a table by the order of its columns: LibreOffice loses upright headings where a flag does it."""
    rows = [row.findall(W + "tc") for row in table.iter(W + "tr")]
    for cells in [table.find(W + "tblGrid").findall(W + "gridCol"), *rows]:
        last = cells[-1]
        for cell in cells[-2::-1]:
            last.addnext(cell)
            last = cell


def _part_directions(paragraph: Any) -> None:
    """Give each direction of an upright heading a line of its own: LibreOffice writes them over each other."""
    found = [part for part in paragraph.findall(W + "r") if _STEERING.sub("", part.findtext(W + "t") or "").strip()]
    for part in found:
        line = deepcopy(paragraph)
        for other in line.findall(W + "r"):
            line.remove(other)
        kept = deepcopy(part)
        said = kept.find(W + "t")
        said.text = _STEERING.sub("", said.text).strip()
        line.append(kept)
        if part.find(f"{W}rPr/{W}rtl") is None:
            line.find(f"{W}pPr/{W}bidi").set(W + "val", "0")
        paragraph.addprevious(line)
    if found:
        paragraph.getparent().remove(paragraph)


def _end_of_section(section: Any) -> None:
    """A section from right to left: its columns, and the side that pages are bound on."""
    if section.find(W + "bidi") is None:
        flag = section.makeelement(W + "bidi", {})
        later = next((child for child in section if child.tag in (W + "rtlGutter", W + "docGrid")), None)
        section.append(flag) if later is None else later.addprevious(flag)

"""Sections of a Word document: upright pages, pages on their side for wide tables, two columns for the annex."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from hiwar.brief.word.directions import W

Orientation = Literal["portrait", "landscape", "columns"]
Room = Mapping[Orientation, int]
"""Width of the type area of each kind of page, in twentieths of a point."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the body, the page it needs, and whether it only leads to what follows."""

    markup: str
    orientation: Orientation = "portrait"
    leads: bool = False


def room_of(section: Any) -> Room:
    """The room that the page of a template's section leaves for type."""
    size, margin = section.find(W + "pgSz"), section.find(W + "pgMar")
    sides = _twentieths(margin, "left") + _twentieths(margin, "right")
    heads = _twentieths(margin, "top") + _twentieths(margin, "bottom")
    short, long = sorted((_twentieths(size, "w"), _twentieths(size, "h")))
    return {"portrait": short - sides, "landscape": long - sides, "columns": short - sides, "height": long - heads}  # type: ignore[dict-item]


def _twentieths(element: Any, name: str) -> int:
    """A length; some programs write fractions."""
    return round(float(element.get(W + name)))


def segments(pieces: Iterable[Piece]) -> list[tuple[Orientation, str]]:
    """Pieces gathered by the page they need; a heading goes to the page of what it leads to."""
    placed: list[Piece] = []
    following: Orientation | None = None
    for piece in reversed(list(pieces)):
        if piece.leads and following:
            piece = replace(piece, orientation=following)
        following = piece.orientation
        placed.append(piece)
    return [
        (orientation, "".join(piece.markup for piece in group))
        for orientation, group in groupby(reversed(placed), key=lambda piece: piece.orientation)
    ]


def section_of(template: Any, orientation: Orientation, *, is_first: bool) -> Any:
    """A section like that of the template, with its heads and feet, for another kind of page."""
    section = deepcopy(template)
    size = section.find(W + "pgSz")
    short, long = sorted((_twentieths(size, "w"), _twentieths(size, "h")))
    width, height = (long, short) if orientation == "landscape" else (short, long)
    size.set(W + "w", str(width))
    size.set(W + "h", str(height))
    size.attrib.pop(W + "orient", None)
    if orientation == "landscape":
        size.set(W + "orient", "landscape")
    first = section.find(W + "titlePg")
    if first is not None and not is_first:
        section.remove(first)
    _set_columns(section, 2 if orientation == "columns" else 1)
    return section


def _set_columns(section: Any, count: int) -> None:
    columns = section.find(W + "cols")
    if columns is None:
        columns = section.makeelement(W + "cols", {})
        section.find(W + "pgMar").addnext(columns)
    columns.set(W + "num", str(count))
    columns.set(W + "space", "454")

"""What all charts share: type, quiet axes, and colours that the colour-blind tell apart and print keeps."""

import re
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

VegaLite = Mapping[str, Any]
"""A Vega-Lite specification with its data inside."""

INK, SOFT, LINE = "#1c1b1a", "#595550", "#cfc9c0"
GAIN, COST, PALE = "#0072b2", "#c25400", "#d9d4ca"
COURSES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("#0072b2", ()),
    ("#c25400", (6, 3)),
    ("#00795a", (2, 2)),
    ("#8a3d78", (8, 3, 2, 3)),
    ("#1c1b1a", (12, 4)),
    ("#7a6a00", (1, 3)),
)
"""Colour (after Okabe and Ito, darkened to be read on white) and dashes of lines: never colour alone."""
WIDTH = 330
_LABEL = 24
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _FIRST_STRONG, _END = "\u2066", "\u2067", "\u2068", "\u2069"
_MARK = re.compile("[\u2066-\u2069]")
"""Marks around a piece that is ordered by itself in a language written from right to left, and the one that ends it."""


class Words(Protocol):
    """What a chart asks of the brief: messages of its catalogue and names of the case."""

    def __call__(self, key: str, /, **values: Any) -> str:
        """A message."""

    def name(self, key: str) -> str:
        """Name of an item."""

    def course(self, key: str) -> str:
        """Name of a course."""

    def scenario(self, key: str) -> str:
        """Name of a scenario."""

    def judgement(self, key: str, domain: str | None = None) -> str:
        """What a judgement is about."""


def wrapped(text: str, width: int = _LABEL, most: int = 3) -> str:
    """A label broken into lines, so that the picture stays narrow; no more lines than ``most``.

    Pieces that are set apart by direction (isolates of the Unicode Bidirectional Algorithm) stay so on every line.
    """
    if _MARK.search(text):
        return "\n".join(_still_apart(_broken(_stated(text), width, most)))
    lines = textwrap.wrap(text, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), width, placeholder="…")]
    return "\n".join(lines)


def _stated(text: str) -> str:
    """Say of each piece in which direction it reads: on a line of its own its first letter would not tell any more."""
    return "".join(_direction(text[place + 1 :]) if mark == _FIRST_STRONG else mark for place, mark in enumerate(text))


def _direction(following: str) -> str:
    """The mark of the first letter that stands in no inner piece; from left to right where there is none."""
    depth = 0
    for character in following:
        kind = unicodedata.bidirectional(character)
        depth += (kind in ("LRI", "RLI", "FSI")) - (kind == "PDI")
        if depth < 0:
            break
        if depth == 0 and kind in ("L", "R", "AL"):
            return _LEFT_TO_RIGHT if kind == "L" else _RIGHT_TO_LEFT
    return _LEFT_TO_RIGHT


def _broken(text: str, width: int, most: int) -> list[str]:
    """Lines of whole words, counted without the marks, which take no room."""
    lines: list[list[str]] = [[]]
    for word in text.split():
        if lines[-1] and _seen([*lines[-1], word]) > width:
            if len(lines) == most:
                lines[-1].append("…")
                break
            lines.append([])
        lines[-1].append(word)
    return [" ".join(line).replace(" …", "…") for line in lines]


def _seen(words: Sequence[str]) -> int:
    return len(_MARK.sub("", " ".join(words)))


def _still_apart(lines: Sequence[str]) -> list[str]:
    """What is open at the end of a line is closed there and opened again on the next."""
    kept, opened = [], ""
    for line in lines:
        before = opened
        for mark in _MARK.findall(line):
            opened = opened[:-1] if mark == _END else opened + mark
        kept.append(before + line + _END * len(opened))
    return kept


def chart(spec: Mapping[str, Any]) -> VegaLite:
    """A specification with the style of the house."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": {"left": 2, "right": 12, "top": 6, "bottom": 2},
        "config": _CONFIG,
        **spec,
    }


def names_axis() -> dict[str, Any]:
    """A vertical axis that shows wrapped names."""
    return {"title": None, "labelExpr": "split(datum.label, '\\n')", "labelLimit": 260, "domain": False, "ticks": False}


def zero_line() -> dict[str, Any]:
    """The line between gain and loss."""
    return {"data": {"values": [{"x": 0}]}, "mark": {"type": "rule", "color": INK}, "encoding": {"x": _AT_X}}


_AT_X = {"field": "x", "type": "quantitative"}
_CONFIG: Mapping[str, Any] = {
    "aria": False,
    "font": "Hiwar Chart",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": 400, "labelColor": INK, "titleColor": SOFT,
        "gridColor": "#e6e1d8", "domainColor": LINE, "tickColor": LINE, "labelPadding": 6, "titlePadding": 8,
        "labelSeparation": 6,
    },
    "legend": {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": 400, "labelColor": INK,
               "titleColor": SOFT, "labelLimit": 400, "symbolStrokeWidth": 3},
    "text": {"fontSize": 13, "color": INK},
}  # fmt: skip

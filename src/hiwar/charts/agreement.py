"""Pictures of agreement: undominated packages with those that stand out, and shares of two sides line by line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hiwar.charts.style import COURSES, INK, PALE, SOFT, WIDTH, VegaLite, Words, chart, names_axis, wrapped
from hiwar.questions.answer import Answer

_SIDE = 340
_NEAR = 0.03
"""Closer than this, labels would lie on each other."""
_HOMES: Mapping[str, str] = {"carried": "square", "open": "circle", "stopped": "cross"}
"""What stands for packages that every side's home carries, that may or may not be carried, that one stops."""
_SHAPES = ("circle", "square", "triangle-up", "diamond")


def frontier_chart(answer: Answer, words: Words, *, first: str, second: str) -> VegaLite | None:
    """Shares of two sides in every undominated package, and in the packages that are proposed or asked about."""
    if "frontier" not in answer.tables or not answer.tables["frontier"].rows:
        return None
    dots = _pairs(answer.tables["frontier"].records(), "point", first, second)
    carried = {str(row["point"]): row["carried"] for row in answer.tables["frontier"].records()}
    homes = [home for home in _HOMES if home in carried.values()]
    shown = [{**dot, "home": words(f"carried.{carried[key]}")} for key, dot in dots.items()]
    scale = {"domain": [words(f"carried.{home}") for home in homes]}
    legend = {"title": None, "orient": "bottom", "symbolSize": 60}
    named = _pairs(answer.tables["proposals"].records(), "package", first, second)
    marks = _joined(named)
    axis = {"format": "%", "tickCount": 5, "titleLimit": _SIDE}
    x = {"field": "x", "type": "quantitative", "scale": {"zero": False},
         "axis": {**axis, "title": words("chart.share_of", party=words.name(first))}}  # fmt: skip
    y = {"field": "y", "type": "quantitative", "scale": {"zero": False},
         "axis": {**axis, "title": words("chart.share_of", party=words.name(second))}}  # fmt: skip
    at = {"x": x, "y": y}
    layers: list[VegaLite] = [
        {"data": {"values": shown}, "mark": {"type": "point", "size": 34, "color": SOFT, "filled": False},
         "encoding": {**at, "shape": {"field": "home", "type": "nominal", "legend": legend,
                                      "scale": {**scale, "range": [_HOMES[home] for home in homes]}}}},
        {"data": {"values": marks}, "mark": {"type": "point", "size": 130, "filled": True, "color": COURSES[0][0]},
         "encoding": at},
        {"data": {"values": marks}, "mark": {"type": "text", "dx": 9, "dy": -9, "align": "left", "fontWeight": 600,
         "color": INK}, "encoding": {**at, "text": {"field": "name"}}},
    ]  # fmt: skip
    return chart({"width": _SIDE, "height": _SIDE, "layer": layers})


def _joined(named: Mapping[str, Mapping[str, float]]) -> list[dict[str, Any]]:
    """Packages that lie on or beside each other share a label, so that none covers another."""
    marks: list[dict[str, Any]] = []
    for key, dot in named.items():
        named_before = [mark for mark in marks if mark["name"]]
        near = [mark for mark in named_before if max(abs(mark["x"] - dot["x"]), abs(mark["y"] - dot["y"])) < _NEAR]
        if near:
            marks.append({**dot, "name": ""})
            near[0]["name"] += f", {_short(key)}"
        else:
            marks.append({**dot, "name": _short(key)})
    return marks


def _short(key: str) -> str:
    """The number by which the text calls a package; one that was asked about bears a question mark."""
    kind, _, number = key.partition("-")
    return f"?{number}" if kind == "asked" else number


def _pairs(rows: Sequence[Mapping[str, Any]], key: str, first: str, second: str) -> dict[str, dict[str, float]]:
    """Key to the shares of both sides, where both are known."""
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if row["share"] is not None and row["party"] in (first, second):
            found.setdefault(str(row[key]), {})["x" if row["party"] == first else "y"] = row["share"]
    return {name: pair for name, pair in found.items() if len(pair) == 2}


def shares_chart(
    rows: Sequence[Mapping[str, Any]],
    words: Words,
    *,
    line: Callable[[Mapping[str, Any]], str],
    title: str,
) -> VegaLite | None:
    """One line per row's name, one mark per party at its share; a bar between them shows how far they are apart."""
    drawn = [
        {"line": wrapped(line(row), 30), "party": words.name(row["party"]), "share": row["share"]}
        for row in rows
        if row["share"] is not None
    ]
    if not drawn:
        return None
    names = list(dict.fromkeys(row["line"] for row in drawn))
    parties = list(dict.fromkeys(row["party"] for row in drawn))
    y = {"field": "line", "type": "nominal", "sort": names, "axis": names_axis()}
    x = {"field": "share", "type": "quantitative", "axis": {"format": "%", "title": title, "tickCount": 5}}
    legend = {"orient": "top", "title": None}
    marks = {
        "y": y,
        "x": x,
        "color": {"field": "party", "type": "nominal", "legend": legend,
                  "scale": {"domain": parties, "range": [color for color, _ in COURSES]}},
        "shape": {"field": "party", "type": "nominal", "legend": legend,
                  "scale": {"domain": parties, "range": list(_SHAPES)}},
    }  # fmt: skip
    span = {"y": y, "x": {"aggregate": "min", "field": "share"}, "x2": {"aggregate": "max", "field": "share"}}
    layers = [
        {"mark": {"type": "rule", "color": PALE, "strokeWidth": 5}, "encoding": span},
        {"mark": {"type": "point", "size": 120, "filled": True, "opacity": 1}, "encoding": marks},
    ]
    return chart({"width": WIDTH, "height": {"step": 40}, "data": {"values": drawn}, "layer": layers})

"""Pictures of chains: what makes what more or less likely."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hiwar.charts.layers import Layers, Node, layered
from hiwar.charts.style import COST, GAIN, INK, LINE, SOFT, VegaLite, chart, wrapped

MOST_BOXES = 25
"""More boxes than this in one picture cannot be followed."""
_BOX = (132.0, 78.0)
_STEP = (146.0, 126.0)
_LINES = 5
"""Lines of a box, name and all."""
_TIP = 5.0
"""Pixels between the tip of an arrow and the box that it points to."""
_SIGNS = {"more": "+", "less": "−"}
_COLOURS = {"more": GAIN, "less": COST}
Records = list[dict[str, Any]]
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """What stands in the graph: its name, what it is in a few words, and whether somebody moves there."""

    id: str
    name: str
    about: str
    kind: Literal["move", "spoiler", "effect", "other"]


@dataclass(frozen=True)
class Arrow:
    """One step from a cause to a consequence."""

    cause: str
    consequence: str
    sign: Literal["more", "less"]


def causal_chart(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> VegaLite:
    """Causes above, consequences below; an arrow that makes something less likely is dashed and bears a minus.

    Moves have a heavy rim, those of possible spoilers a double one; what is no move has a thin rim.
    """
    layers = layered([box.id for box in boxes], [(arrow.cause, arrow.consequence) for arrow in arrows])
    at = {node: (_BOX[0] / 2 + place * _STEP[0], _BOX[1] / 2 + layers.row[node] * _STEP[1])
          for node, place in layers.across.items()}  # fmt: skip
    drawn = [_drawn(number, arrow, at, layers) for number, arrow in enumerate(arrows)]
    size = {"width": _BOX[0] + layers.width * _STEP[0], "height": _BOX[1] + layers.depth * _STEP[1]}
    return chart({**size, "layer": [*_lines(drawn), *_boxes(boxes, at), *_signs(drawn)]})


def _drawn(number: int, arrow: Arrow, at: Mapping[Node, Point], layers: Layers) -> tuple[Arrow, list[Point]]:
    """An arrow with the points it passes, from the rim of one box to the rim of the other."""
    between = layers.passes.get(number, ())
    # A row of boxes is passed straight down, so that no line runs behind them.
    straight = [(at[node][0], at[node][1] + half) for node in between for half in (-_BOX[1] / 2, _BOX[1] / 2)]
    points = [at[arrow.cause], *straight, at[arrow.consequence]]
    first, last = _rim(points[0], points[1], 0.0), _rim(points[-1], points[-2], _TIP)
    return arrow, [first, *points[1:-1], last]


def _rim(box: Point, towards: Point, gap: float) -> Point:
    """Where a line leaves a box: below or above, nearer to the side it goes to, so that it crosses no neighbour."""
    x, y = towards[0] - box[0], towards[1] - box[1]
    aside = max(-0.36 * _BOX[0], min(0.36 * _BOX[0], x * 0.3))
    return (round(box[0] + aside, 1), round(box[1] + math.copysign(_BOX[1] / 2 + gap, y), 1)) if y else box


def _lines(drawn: Sequence[tuple[Arrow, list[Point]]]) -> Records:
    lines: Records = []
    for sign, dashes in (("more", [1, 0]), ("less", [6, 4])):
        points = [
            {"arrow": number, "place": place, "x": x, "y": y}
            for number, (arrow, way) in enumerate(drawn)
            if arrow.sign == sign
            for place, (x, y) in enumerate(way)
        ]
        if not points:
            continue
        tips = [_tip(way) for arrow, way in drawn if arrow.sign == sign]
        order = {"order": {"field": "place", "type": "quantitative"}, "detail": {"field": "arrow", "type": "nominal"}}
        line = {"type": "line", "color": _COLOURS[sign], "strokeWidth": 1.7, "strokeDash": dashes}
        tip = {"type": "point", "shape": "triangle", "filled": True, "size": 80, "opacity": 1, "color": _COLOURS[sign]}
        angle = {"angle": {"field": "angle", "type": "quantitative", "scale": None}}
        lines += [
            {"data": {"values": points}, "mark": line, "encoding": {**_at(), **order}},
            {"data": {"values": tips}, "mark": tip, "encoding": {**_at(), **angle}},
        ]
    return lines


def _tip(way: Sequence[Point]) -> dict[str, float]:
    (x, y), (end_x, end_y) = way[-2], way[-1]
    return {"x": end_x, "y": end_y, "angle": round(math.degrees(math.atan2(end_x - x, y - end_y)), 1)}


def _signs(drawn: Sequence[tuple[Arrow, list[Point]]]) -> Records:
    """A plus or a minus on each line, where it leaves its cause."""
    points = []
    for arrow, way in drawn:
        (x, y), (end_x, end_y) = way[0], way[1]
        points.append({"x": x + (end_x - x) * 0.36, "y": y + (end_y - y) * 0.36, "sign": _SIGNS[arrow.sign]})
    disc = {"type": "point", "shape": "circle", "filled": True, "size": 190, "color": "white", "opacity": 1}
    text = {"type": "text", "fontSize": 15, "fontWeight": 700, "color": INK, "baseline": "middle"}
    data = {"data": {"values": points}}
    return [{**data, "mark": disc, "encoding": _at()}, {**data, "mark": text,
            "encoding": {**_at(), "text": {"field": "sign"}}}]  # fmt: skip


def _boxes(boxes: Sequence[Box], at: Mapping[Node, Point]) -> Records:
    looks = {"move": (INK, 2.2), "spoiler": (INK, 2.2), "effect": (SOFT, 1.0), "other": (LINE, 1.0)}
    rows: Records = []
    for box in boxes:
        x, y = at[box.id]
        about = wrapped(box.about, 23, max(2, _LINES - wrapped(box.name, 20).count("\n") - 1))
        name = wrapped(box.name, 20, _LINES - about.count("\n") - 1)
        n_name, n_about = name.count("\n") + 1, about.count("\n") + 1
        top = y - (n_name * 14 + n_about * 12.5 + 1) / 2
        rows.append(
            {"x": x - _BOX[0] / 2, "x2": x + _BOX[0] / 2, "y": y - _BOX[1] / 2, "y2": y + _BOX[1] / 2, "middle": x,
             "name_y": top, "about_y": top + n_name * 14 + 1, "name": name, "about": about, "kind": box.kind}
        )  # fmt: skip
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    layers: Records = []
    for kind, (colour, rim) in looks.items():
        own = [row for row in rows if row["kind"] == kind]
        rect = {"type": "rect", "fill": "white", "stroke": colour, "strokeWidth": rim, "cornerRadius": 3}
        if own:
            layers.append({"data": {"values": own}, "mark": rect, "encoding": {**_at(), **ends}})
        if own and kind == "spoiler":
            inner = [{**row, "x": row["x"] + 3.5, "x2": row["x2"] - 3.5, "y": row["y"] + 3.5, "y2": row["y2"] - 3.5}
                     for row in own]  # fmt: skip
            layers.append({"data": {"values": inner}, "mark": {**rect, "strokeWidth": 0.9, "fill": None},
                           "encoding": {**_at(), **ends}})  # fmt: skip
    text = {"type": "text", "lineBreak": "\n", "baseline": "top", "align": "center"}
    for field, look in (("name", {"fontSize": 12, "lineHeight": 14, "fontWeight": 600, "color": INK}),
                        ("about", {"fontSize": 11, "lineHeight": 12.5, "color": SOFT})):  # fmt: skip
        encoding = {**_at("middle", f"{field}_y"), "text": {"field": field}}
        layers.append({"data": {"values": rows}, "mark": {**text, **look}, "encoding": encoding})
    return layers


def _at(x: str = "x", y: str = "y") -> dict[str, Any]:
    """Places are pixels already: no scale bends them."""
    return {"x": {"field": x, "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": y, "type": "quantitative", "scale": None, "axis": None}}  # fmt: skip

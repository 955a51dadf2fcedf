"""Maps of strategy: which alternative is best over two judgements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hiwar.charts.style import COURSES, INK, VegaLite, chart, wrapped

_WIDTH, _HEIGHT = 420, 340
_LETTER, LINE = 7.2, 17.0
"""Pixels that a letter and a line of a label take."""
_TINTS = (0.80, 0.62, 0.88, 0.70, 0.76, 0.56)
"""Share of white in the fill of each alternative: neighbours differ in lightness too, as print and some eyes need."""
Records = list[dict[str, Any]]
Point = tuple[float, float]


@dataclass(frozen=True)
class Region:
    """A part of the map in which one alternative is best."""

    alternative: str
    points: tuple[Point, ...]
    """First and second judgement; a closed curve whose first point is not repeated."""


@dataclass(frozen=True)
class Axis:
    """A judgement: what it says below or beside the picture, and its range."""

    title: str
    low: float
    high: float
    format: str = ".6~g"
    """How numbers are written, as d3 has it; '.0%' for probabilities."""


@dataclass(frozen=True)
class Label:
    """Where a name stands, and whether a number must stand for it because the region is small."""

    alternative: str
    at: Point
    fits: bool


def strategy_region_chart(
    regions: Sequence[Region], first: Axis, second: Axis, *, names: Sequence[str], now: Point | None = None
) -> VegaLite:
    """A map of two judgements: each region bears the name of the alternative that is best there.

    Parameters
    ----------
    regions
        As ``StrategyRegions.outlines`` gives them, with the names of the alternatives.
    first, second
        The judgement across and the judgement upwards.
    names
        All alternatives in their own order, so that each has its colour whichever of them has a region.
    now
        The judgements as they stand; marked by a point.
    """
    fills = {name: _tint(place) for place, name in enumerate(names)}
    points: Records = [
        {"part": part, "step": step, "x": x, "y": y, "fill": fills[region.alternative]}
        for part, region in enumerate(regions)
        for step, (x, y) in enumerate(region.points)
    ]
    at = _at(first, second)
    areas = {
        "data": {"values": points},
        "mark": {"type": "line", "filled": True, "interpolate": "linear-closed", "stroke": INK, "strokeWidth": 1.2},
        "encoding": {**at, "detail": {"field": "part", "type": "nominal"}, "order": {"field": "step"},
                     "fill": {"field": "fill", "type": "nominal", "scale": None}},
    }  # fmt: skip
    labels = [_label(region, first, second, now) for region in regions]
    return _map([areas], labels, at, now)


def strategy_grid_chart(
    cells: Sequence[tuple[float, float, str]],
    first: Axis,
    second: Axis,
    *,
    names: Sequence[str],
    now: Point | None = None,
) -> VegaLite:
    """The same from a grid that covers the map: each cell (middle across, middle upwards, best alternative) is filled.

    Borders are no finer than a cell; say its size beside the picture.
    """
    columns, rows = len({x for x, _, _ in cells}), len({y for _, y, _ in cells})
    width, height = (first.high - first.low) / columns / 2, (second.high - second.low) / rows / 2
    fills = {name: _tint(place) for place, name in enumerate(names)}
    drawn: Records = [
        {"x": x - width, "y": y - height, "right": x + width, "top": y + height, "fill": fills[name]}
        for x, y, name in cells
    ]
    at = _at(first, second)
    squares = {
        "data": {"values": drawn},
        "mark": {"type": "rect", "strokeWidth": 0.4},
        "encoding": {**at, "x2": {"field": "right"}, "y2": {"field": "top"},
                     "fill": {"field": "fill", "type": "nominal", "scale": None},
                     "stroke": {"field": "fill", "type": "nominal", "scale": None}},
    }  # fmt: skip
    largest = [_staircase(name, cells, (width, height)) for name in names]
    return _map([squares], [_label(region, first, second, now) for region in largest if region], at, now)


def strategy_region_text(regions: Sequence[Region], first: Axis, second: Axis, shares: Mapping[str, float]) -> str:
    """The map in words."""
    found = dict.fromkeys(region.alternative for region in regions)
    told = "; ".join(f"{name} in {shares[name]:.0%} of it" for name in sorted(found, key=lambda name: -shares[name]))
    return (
        f"Which alternative is best over {first.title} from {first.low:g} to {first.high:g} and {second.title} from "
        f"{second.low:g} to {second.high:g}: {told}."
    )


def _map(fills: Records, labels: Sequence[Label], at: Mapping[str, Any], now: Point | None) -> VegaLite:
    low, high = at["y"]["scale"]["domain"]
    upwards = _HEIGHT / (high - low)
    small = [label.alternative for label in labels if not label.fits]
    key = list(dict.fromkeys(small))
    texts = [_text(label, key, upwards) for label in labels]
    mark = {"type": "text", "fontSize": 13, "lineBreak": "\n", "baseline": "middle", "color": INK}
    layers = [*fills, {"data": {"values": texts}, "mark": mark, "encoding": {**at, "text": {"field": "text"}}}]
    if now is not None:
        point = {"type": "point", "shape": "cross", "size": 140, "filled": True, "color": INK, "stroke": "white"}
        layers.append({"data": {"values": [{"x": now[0], "y": now[1]}]}, "mark": point, "encoding": dict(at)})
    spec: dict[str, Any] = {"width": _WIDTH, "height": _HEIGHT, "layer": layers}
    if key:
        lines = [f"{number}  {name}" for number, name in enumerate(key, 1)]
        spec["title"] = {"text": lines, "anchor": "start", "orient": "bottom", "fontSize": 13, "fontWeight": 400,
                         "color": INK, "offset": 12}  # fmt: skip
    return chart(spec)


def _text(label: Label, key: Sequence[str], upwards: float) -> dict[str, Any]:
    """The words at their place; lines run down from it, so the first stands higher where there are several."""
    words = wrapped(label.alternative, 18) if label.fits else str(key.index(label.alternative) + 1)
    return {"x": label.at[0], "y": label.at[1] + words.count("\n") * LINE / upwards / 2, "text": words}


def _at(first: Axis, second: Axis) -> dict[str, Any]:
    return {"x": axis_scale("x", first), "y": axis_scale("y", second)}


def axis_scale(field: str, axis: Axis) -> dict[str, Any]:
    """How a judgement is laid out."""
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [axis.low, axis.high], "nice": False, "zero": False},
        "axis": {"title": wrapped(axis.title, 48).split("\n"), "format": axis.format, "tickCount": 5, "grid": False},
    }


def _tint(place: int) -> str:
    """The colour of an alternative, mixed with white so that a label can be read on it."""
    colour, white = COURSES[place % len(COURSES)][0], _TINTS[place % len(_TINTS)]
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 * white + part * (1 - white)):02x}" for part in parts)


def _label(region: Region, first: Axis, second: Axis, now: Point | None) -> Label:
    """The place with most room around it, by the size of the label; in the middle if there is enough anyway."""
    across, upwards = _WIDTH / (first.high - first.low), _HEIGHT / (second.high - second.low)
    wide, tall = _size(region.alternative)
    low, high = min(y for _, y in region.points), max(y for _, y in region.points)
    found: list[tuple[float, float, Point]] = []
    for step in range(1, 60):
        y = low + (high - low) * step / 60
        stretches = [_stretch(region.points, y + part * tall / upwards / 2) for part in (-1, 0, 1)]
        left, right = max(start for start, _ in stretches), min(end for _, end in stretches)
        room = min((right - left) * across / wide, 2 * min(y - low, high - y) * upwards / tall, 2.0)
        at = ((left + right) / 2, y)
        if now and abs(at[0] - now[0]) * across < wide / 2 + 16 and abs(y - now[1]) * upwards < tall / 2 + 16:
            room = min(room, 1.0)
        found.append((room, -abs(y - (low + high) / 2), at))
    room, _, at = max(found)
    if room >= 1:
        return Label(region.alternative, at, True)
    left, right, y = max(
        ((*_stretch(region.points, place[1]), place[1]) for _, _, place in found), key=lambda row: row[1] - row[0]
    )
    return Label(region.alternative, ((left + right) / 2, y), False)


def _size(name: str) -> tuple[float, float]:
    """Pixels across and upwards that a name takes."""
    lines = wrapped(name, 18).split("\n")
    return max(map(len, lines)) * _LETTER + 8, len(lines) * LINE + 6


def _stretch(points: Sequence[Point], y: float) -> tuple[float, float]:
    """From where to where a horizontal line lies inside; nothing at the side of the curve if it misses it."""
    crossed = [
        x1 + (x2 - x1) * (y - y1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True)
        if min(y1, y2) <= y <= max(y1, y2) and y1 != y2
    ]
    return (min(crossed), max(crossed)) if crossed else (points[0][0], points[0][0])


def _staircase(name: str, cells: Sequence[tuple[float, float, str]], half: tuple[float, float]) -> Region | None:
    """The outline of the largest part of an alternative's cells whose rows have no gaps: there its name goes."""
    rows: dict[float, list[float]] = {}
    for x, y, best in cells:
        if best == name:
            rows.setdefault(y, []).append(x)
    stretches = [(y, _runs(sorted(columns), 2 * half[0])) for y, columns in sorted(rows.items())]
    widest = {y: max(runs, key=len) for y, runs in stretches}
    if not widest:
        return None
    levels = max(_runs(sorted(widest), 2 * half[1]), key=lambda run: sum(len(widest[y]) for y in run))
    right = [(widest[y][-1] + half[0], y + side * half[1]) for y in levels for side in (-1, 1)]
    left = [(widest[y][0] - half[0], y + side * half[1]) for y in levels for side in (-1, 1)]
    return Region(name, (*right, *reversed(left)))


def _runs(values: Sequence[float], step: float) -> list[list[float]]:
    """Values in their order, cut wherever two are more than a step apart."""
    runs: list[list[float]] = []
    for value in values:
        if runs and value - runs[-1][-1] < 1.5 * step:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs

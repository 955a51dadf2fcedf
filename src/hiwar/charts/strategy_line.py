"""Lines of strategy: what each alternative is worth along one judgement, and which is best where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hiwar.charts.strategy_region import LINE, Axis, axis_scale
from hiwar.charts.style import COURSES, INK, SOFT, WIDTH, VegaLite, chart, wrapped

_HEIGHT = 260
Records = list[dict[str, Any]]


@dataclass(frozen=True)
class ValueLine:
    """What an alternative is worth at both ends of the range of a judgement."""

    alternative: str
    at_low: float
    at_high: float


def strategy_line_chart(
    lines: Sequence[ValueLine],
    judgement: Axis,
    value: str,
    *,
    flips: Sequence[float],
    now: float | None = None,
) -> VegaLite:
    """The value of each alternative along one judgement; the highest is heavy, and where it changes stands a number.

    Parameters
    ----------
    lines
        All alternatives; each is a straight line.
    judgement, value
        What runs across, and the title of what is measured upwards.
    flips
        Where the best alternative changes.
    now
        The judgement as it stands.
    """
    low, high = judgement.low, judgement.high
    ends: Records = [
        {"alternative": line.alternative, "x": x, "y": y}
        for line in lines
        for x, y in ((low, line.at_low), (high, line.at_high))
    ]
    heavy: Records = [
        {"alternative": best.alternative, "x": x, "y": _value(best, x, low, high), "part": part}
        for part, (start, end) in enumerate(pairwise([low, *flips, high]))
        for best in [max(lines, key=lambda line: _value(line, (start + end) / 2, low, high))]
        for x in (start, end)
    ]
    lowest, highest = _reach(lines)
    y = {
        "field": "y",
        "type": "quantitative",
        "axis": {"title": value},
        "scale": {"domain": [lowest, highest], "nice": False, "zero": False},
    }
    at = {"x": axis_scale("x", judgement), "y": y}
    styles = _styles([line.alternative for line in lines])
    thin = {"data": {"values": ends}, "mark": {"type": "line", "strokeWidth": 1.6}, "encoding": {**at, **styles}}
    thick = {
        "data": {"values": heavy},
        "mark": {"type": "line", "strokeWidth": 5, "opacity": 0.85, "strokeCap": "round"},
        "encoding": {**at, "color": styles["color"], "detail": {"field": "part", "type": "nominal"}},
    }
    layers = [thick, thin, *_rules(flips, judgement), *_end_labels(lines, at, high), *_now_rule(now)]
    return chart({"width": WIDTH, "height": _HEIGHT, "layer": layers})


def strategy_line_text(best: Sequence[str], judgement: Axis, flips: Sequence[float]) -> str:
    """The lines in words."""
    if len(best) == 1:
        return f"{best[0]} is best for every {judgement.title} from {judgement.low:g} to {judgement.high:g}."
    turns = ", ".join(f"{name} from {flip:.3g}" for name, flip in zip(best[1:], flips, strict=True))
    return f"As {judgement.title} rises from {judgement.low:g} to {judgement.high:g}: {best[0]} is best, {turns}."


def _reach(lines: Sequence[ValueLine]) -> tuple[float, float]:
    """What the picture shows upwards: all ends, with some room."""
    values = [value for line in lines for value in (line.at_low, line.at_high)]
    room = 0.05 * (max(values) - min(values)) or 1.0
    return min(values) - room, max(values) + room


def _value(line: ValueLine, x: float, low: float, high: float) -> float:
    return line.at_low + (line.at_high - line.at_low) * (x - low) / (high - low)


def _styles(names: Sequence[str]) -> dict[str, Any]:
    """Colour and dashes of each alternative; the names stand at the ends of the lines."""
    looks = [COURSES[place % len(COURSES)] for place in range(len(names))]
    colours = {"domain": list(names), "range": [colour for colour, _ in looks]}
    dashes = {"domain": list(names), "range": [list(dash) or [1, 0] for _, dash in looks]}
    return {
        "color": {"field": "alternative", "type": "nominal", "scale": colours, "legend": None},
        "strokeDash": {"field": "alternative", "type": "nominal", "scale": dashes, "legend": None},
    }


def _rules(flips: Sequence[float], judgement: Axis) -> Records:
    """A line and a number where the best alternative changes."""
    if not flips:
        return []
    data = {"values": [{"x": flip} for flip in flips]}
    x = {"field": "x", "type": "quantitative"}
    rule = {"type": "rule", "color": SOFT, "strokeDash": [2, 3]}
    text = {"type": "text", "baseline": "bottom", "dy": -4, "fontSize": 13, "color": INK}
    written = judgement.format if judgement.format != Axis.format else ".3~g"
    told = {"field": "x", "type": "quantitative", "format": written}
    return [
        {"data": data, "mark": rule, "encoding": {"x": x}},
        {"data": data, "mark": text, "encoding": {"x": x, "y": {"value": 0}, "text": told}},
    ]


def _end_labels(lines: Sequence[ValueLine], at: Mapping[str, Any], high: float) -> Records:
    """Names at the right ends of the lines, moved apart where they would overlap."""
    lowest, highest = _reach(lines)
    span = highest - lowest
    ordered = sorted(lines, key=lambda line: line.at_high)
    names = [wrapped(line.alternative, 24) for line in ordered]
    line = span * LINE / _HEIGHT
    heights = [line * (name.count("\n") + 1) for name in names]
    places: list[float] = []
    for number, one in enumerate(ordered):
        room = (heights[number] + heights[number - 1]) / 2
        places.append(max(one.at_high, places[-1] + room) if places else one.at_high)
    shift = max(0.0, places[-1] - highest)
    # Lines of a label run down from its place, so the first stands higher where there are several.
    raised = [place - shift + name.count("\n") * line / 2 for place, name in zip(places, names, strict=True)]
    drawn = [
        {"x": high, "y": y, "alternative": one.alternative, "text": name}
        for one, y, name in zip(ordered, raised, names, strict=True)
    ]
    mark = {"type": "text", "align": "left", "dx": 8, "fontSize": 13, "lineBreak": "\n", "baseline": "middle"}
    colour = _styles([line.alternative for line in lines])["color"]
    told = {"field": "text"}
    return [{"data": {"values": drawn}, "mark": mark, "encoding": {**at, "text": told, "color": colour}}]


def _now_rule(now: float | None) -> Records:
    if now is None:
        return []
    at = {"x": {"field": "x", "type": "quantitative"}}
    return [
        {"data": {"values": [{"x": now}]}, "mark": {"type": "rule", "color": INK, "strokeWidth": 1}, "encoding": at}
    ]

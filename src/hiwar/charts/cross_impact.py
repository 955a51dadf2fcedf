"""Pictures of a cross-impact matrix: its judgements, its scenarios side by side, and who drives whom.

All take plain rows of names and values; the words on axes come with them.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hiwar.charts.style import COST, GAIN, INK, LINE, SOFT, VegaLite, chart, wrapped

Judgement = tuple[str, str, str, str, float]
"""Who acts, in which state, on whom, on which state of it, and how much: above 0 it promotes, below 0 it hinders."""
State = tuple[str, str]
"""A descriptor and one of its states."""
Records = list[dict[str, Any]]

MOST_STATES = 36
"""A matrix with more states is not drawn: nobody could read it."""
MOST_SCENARIOS = 12
"""More scenarios than this are not drawn side by side."""
MOST_POINTS = 40
"""Descriptors in the picture of who drives whom."""
_CELL, _GAP = 32.0, 7.0
_NAME, _STATE = 124.0, 128.0
"""Room for the name of a descriptor and for that of a state."""
_LETTER, _ROW = 6.6, 15.0
_FONT, _LINE_HEIGHT = 12.5, 14.5
_LONGEST_WORD = 13
"""Letters of a word that is not broken, though it may stand over the columns beside it."""
_TINTS = ("#ffffff", "#d6e6f3", "#f5d0a9", "#a4ccb8", "#cdabc4", "#b3ab78")
"""Pale enough for ink, each of another lightness; the words in the cells say what they mean."""
_SIDE = 400.0


def matrix_chart(judgements: Iterable[Judgement], *, acts: str, acted_on: str) -> VegaLite | None:
    """Judgements as numbers on shades: blue where the row promotes the column, orange where it hinders it.

    Rows and columns come in the order in which descriptors and states first act; pairs without a judgement stay
    empty. None where there are no judgements, or more than ``MOST_STATES`` states.
    """
    given = list(judgements)
    states = list(dict.fromkeys([*((one[0], one[1]) for one in given), *((one[2], one[3]) for one in given)]))
    states = [state for name in dict.fromkeys(name for name, _ in states) for state in states if state[0] == name]
    if not given or len(states) > MOST_STATES:
        return None
    places = _places(states)
    most = max(abs(one[4]) for one in given) or 1.0
    width, height = _NAME + _STATE + max(places.values()) + _CELL, _head(states) + max(places.values()) + _CELL
    top, left = _head(states), _NAME + _STATE
    cells = [_judged(one, places, left, top, most) for one in given]
    marks = [*_frames(states, places, left, top), *_cells(cells), *_row_names(states, places, top, left)]
    marks += [*_column_names(states, places, left, top), *_corner(acts, acted_on, left, top)]
    return chart({"width": width, "height": height, "layer": marks})


def _places(states: Sequence[State]) -> dict[State, float]:
    """State to the pixel at which its row and column begin; descriptors stand apart."""
    places, at = {}, 0.0
    for number, state in enumerate(states):
        at += (_CELL + (_GAP if states[number - 1][0] != state[0] else 0.0)) if number else 0.0
        places[state] = at
    return places


def _head(states: Sequence[State]) -> float:
    """Room above the matrix: names of states upright, names of descriptors above them."""
    longest = max(len(line) for _, state in states for line in wrapped(state, 18, 2).split("\n"))
    lines = max(len(_over(name, states).split("\n")) for name, _ in states)
    return longest * _LETTER + lines * _ROW + 18


def _over(name: str, states: Sequence[State]) -> str:
    """A descriptor's name, as wide as its columns."""
    count = sum(name == each for each, _ in states)
    longest = min(max(map(len, name.split()), default=1), _LONGEST_WORD)
    return wrapped(name, max(int(count * _CELL / _LETTER), longest), 4)


def _judged(one: Judgement, places: Mapping[State, float], left: float, top: float, most: float) -> dict[str, Any]:
    x, y, value = left + places[one[2], one[3]], top + places[one[0], one[1]], one[4]
    shown = f"{value:+g}".replace("-", "\N{MINUS SIGN}") if value else "0"
    strength = abs(value) / most
    return {
        "x": x, "y": y, "x2": x + _CELL - 1, "y2": y + _CELL - 1, "at": x + _CELL / 2, "on": y + _CELL / 2,
        "text": shown,
        "fill": _mixed(GAIN if value > 0 else COST, 0.12 + 0.78 * strength) if value else "#ffffff",
        "ink": "#ffffff" if strength > 0.9 else INK if value else SOFT,
    }  # fmt: skip


def _mixed(colour: str, share: float) -> str:
    """A colour thinned with white."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * share):02x}" for part in parts)


def _pixels(**channels: str) -> dict[str, Any]:
    """Channels that are pixels already: no scale bends them."""
    return {
        channel: {"field": field} if channel in ("x2", "y2") else
        {"field": field, "type": "quantitative", "scale": None, "axis": None}
        for channel, field in channels.items()
    }  # fmt: skip


def _as_written(**channels: str) -> dict[str, Any]:
    return {channel: {"field": field, "type": "nominal", "scale": None} for channel, field in channels.items()}


def _cells(cells: Records) -> list[dict[str, Any]]:
    box = {"type": "rect", "stroke": LINE, "strokeWidth": 0.6, "opacity": 1}
    text = {"type": "text", "baseline": "middle", "fontSize": _FONT, "lineBreak": "\n"}
    return [
        {"data": {"values": cells}, "mark": box,
         "encoding": {**_pixels(x="x", y="y", x2="x2", y2="y2"), **_as_written(fill="fill")}},
        {"data": {"values": cells}, "mark": text,
         "encoding": {**_pixels(x="at", y="on"), "text": {"field": "text"}, **_as_written(color="ink")}},
    ]  # fmt: skip


def _frames(states: Sequence[State], places: Mapping[State, float], left: float, top: float) -> list[dict[str, Any]]:
    """A frame around each section, shaded where a descriptor meets itself."""
    spans = {name: [places[state] for state in states if state[0] == name] for name, _ in states}
    frames = [
        {"x": left + min(across) - 1, "x2": left + max(across) + _CELL, "y": top + min(down) - 1,
         "y2": top + max(down) + _CELL, "fill": "#ece8e1" if acting == target else "#ffffff"}
        for acting, down in spans.items()
        for target, across in spans.items()
    ]  # fmt: skip
    mark = {"type": "rect", "stroke": LINE, "strokeWidth": 1, "opacity": 1}
    encoding = {**_pixels(x="x", y="y", x2="x2", y2="y2"), **_as_written(fill="fill")}
    return [{"data": {"values": frames}, "mark": mark, "encoding": encoding}]


def _lift(text: str) -> float:
    """Half of the lines after the first: the renderer hangs a text of several lines from its first."""
    return text.count("\n") * _LINE_HEIGHT / 2


def _texts(values: Records, **mark: Any) -> dict[str, Any]:
    along = "x" if mark.get("angle") else "y"
    if mark.get("baseline", "middle") == "middle":
        values = [{**value, along: value[along] - _lift(value["text"])} for value in values]
    style = {"type": "text", "baseline": "middle", "fontSize": _FONT, "lineBreak": "\n", **mark}
    return {"data": {"values": values}, "mark": style, "encoding": {**_pixels(x="x", y="y"), "text": {"field": "text"}}}


def _row_names(states: Sequence[State], places: Mapping[State, float], top: float, left: float) -> list[dict[str, Any]]:
    rows = [{"x": left - 8, "y": top + places[state] + _CELL / 2, "text": wrapped(state[1], 19, 2)} for state in states]
    names = []
    for name in dict.fromkeys(name for name, _ in states):
        own = [places[state] for state in states if state[0] == name]
        most = max(int(len(own) * _CELL // _ROW), 1)
        names.append({"x": 0, "y": top + (min(own) + max(own) + _CELL) / 2, "text": wrapped(name, 17, most)})
    return [_texts(rows, align="right"), _texts(names, align="left", fontWeight=600)]


def _column_names(
    states: Sequence[State], places: Mapping[State, float], left: float, top: float
) -> list[dict[str, Any]]:
    columns = [
        {"x": left + places[state] + _CELL / 2, "y": top - 8, "text": wrapped(state[1], 18, 2)} for state in states
    ]
    names = []
    for name in dict.fromkeys(name for name, _ in states):
        own = [places[state] for state in states if state[0] == name]
        text = _over(name, states)
        lines = len(text.split("\n"))
        names.append({"x": left + (min(own) + max(own) + _CELL) / 2, "y": lines * _ROW / 2, "text": text})
    return [_texts(columns, align="left", angle=270), _texts(names, fontWeight=600)]


def _corner(acts: str, acted_on: str, left: float, top: float) -> list[dict[str, Any]]:
    below = {"x": 0, "y": top - 12, "text": wrapped(acts, 17, 3)}
    beside = {"x": left - 8, "y": _ROW / 2, "text": acted_on}
    return [_texts([below], align="left", color=SOFT, baseline="bottom"), _texts([beside], align="right", color=SOFT)]


def tableau_chart(
    scenarios: Sequence[Mapping[str, str]], names: Sequence[str], *, below: Mapping[str, Sequence[str]] | None = None
) -> VegaLite | None:
    """Scenarios side by side: a row per descriptor, the state in words; in a row, the same state has the same shade.

    ``scenarios`` map descriptors to states, ``names`` stand above them; ``below`` adds rows of text, one per scenario.
    None where there is nothing to draw, or more than ``MOST_SCENARIOS`` scenarios.
    """
    if not 0 < len(scenarios) <= MOST_SCENARIOS:
        return None
    width = 128.0 if len(scenarios) < 5 else 108.0 if len(scenarios) < 8 else 92.0
    letters = int((width - 10) / _LETTER)
    rows = [*((name, [one[name] for one in scenarios], True) for name in scenarios[0])]
    rows += [(name, list(texts), False) for name, texts in (below or {}).items()]
    cells: Records = []
    titles: Records = []
    heads = [wrapped(name, letters, 2) for name in names]
    y = max(len(head.split("\n")) for head in heads) * _ROW + 8
    columns = [
        {"x": _NAME + 40 + (place + 0.5) * width, "y": y / 2 - 2, "text": head} for place, head in enumerate(heads)
    ]
    for name, texts, is_state in rows:
        lines = [wrapped(text, letters, 3) for text in texts]
        title = wrapped(name, 22, 3)
        height = max(len(text.split("\n")) for text in (*lines, title)) * _ROW + 9
        titles.append({"x": 0, "y": y + height / 2, "text": title})
        seen = list(dict.fromkeys(texts))
        for place, (text, line) in enumerate(zip(texts, lines, strict=True)):
            x = _NAME + 40 + place * width
            tint = _TINTS[seen.index(text) % len(_TINTS)] if is_state else "#ffffff"
            cells.append({
                "x": x, "y": y, "x2": x + width, "y2": y + height, "at": x + width / 2,
                "on": y + height / 2 - _lift(line), "text": line, "fill": tint, "ink": INK if is_state else SOFT,
            })  # fmt: skip
        y += height
    marks = [*_cells(cells), _texts(titles, align="left"), _texts(columns, fontWeight=600)]
    return chart({"width": _NAME + 40 + len(scenarios) * width, "height": y, "layer": marks})


def activity_chart(points: Sequence[tuple[str, float, float]], *, active: str, passive: str) -> VegaLite | None:
    """Descriptors by how much they act on others (up) and how much they are acted on (right); lines at the means.

    ``points`` are name, active sum, passive sum. None where there are none, or more than ``MOST_POINTS``.
    """
    if not 0 < len(points) <= MOST_POINTS:
        return None
    most_x, most_y = max(point[2] for point in points) or 1.0, max(point[1] for point in points) or 1.0
    drawn = [{"x": point[2], "y": point[1], "name": wrapped(point[0], 26, 2)} for point in points]
    means = {"x": sum(point[2] for point in points) / len(points), "y": sum(point[1] for point in points) / len(points)}
    axis = {"tickCount": 6, "titleLimit": _SIDE}
    x = {"field": "x", "type": "quantitative", "axis": {**axis, "title": passive}, "scale": _room(most_x)}
    y = {"field": "y", "type": "quantitative", "axis": {**axis, "title": active}, "scale": _room(most_y)}
    rule = {"type": "rule", "color": SOFT, "strokeDash": [4, 3]}
    layers: Records = [
        {"data": {"values": [means]}, "mark": rule, "encoding": {"x": x}},
        {"data": {"values": [means]}, "mark": rule, "encoding": {"y": y}},
        {"data": {"values": drawn}, "mark": {"type": "circle", "size": 70, "color": INK, "opacity": 1},
         "encoding": {"x": x, "y": y}},
    ]  # fmt: skip
    for below, group in enumerate(_apart(drawn, most_x, most_y)):
        mark = {"type": "text", "align": "left", "baseline": "middle", "dx": 8, "dy": -14 * below, "lineBreak": "\n"}
        text = {"x": x, "y": y, "text": {"field": "name"}}
        halo = {**mark, "stroke": "white", "strokeWidth": 4, "color": "white"}
        layers += [
            {"data": {"values": group}, "mark": each, "encoding": text} for each in (halo, {**mark, "color": INK})
        ]
    return chart({"width": _SIDE * 1.25, "height": _SIDE, "layer": layers})


def _room(most: float) -> dict[str, Any]:
    """From nothing to the largest, with room for a name beside it."""
    return {"domain": [0, math.ceil(most * 1.3)], "nice": False}


def _apart(drawn: Records, most_x: float, most_y: float) -> list[Records]:
    """Points in groups whose names do not run into each other: each lies apart from those in its group."""
    groups: list[Records] = []
    for point in sorted(drawn, key=lambda each: (each["y"], each["x"])):
        for group in groups:
            near = any(
                abs(point["y"] - other["y"]) < 0.05 * most_y and abs(point["x"] - other["x"]) < 0.4 * most_x
                for other in group
            )
            if not near:
                group.append(point)
                break
        else:
            groups.append([point])
    return groups

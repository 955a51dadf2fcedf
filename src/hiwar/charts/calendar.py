"""Pictures of a calendar: the decision tree along time, and what each start date is worth in each scenario."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hiwar.charts.style import COURSES, GAIN, INK, SOFT, WIDTH, VegaLite, chart, wrapped, zero_line
from hiwar.methods.calendar import Branch, Day, Scenario, StartDates

MOST_ENDS = 40
"""More ends than this are not drawn: nobody could follow them."""
_ROW = 30.0
_HEAD = 58.0
"""Pixels above the first row, for the days."""
_NARROWEST = 150.0
"""Pixels between two days at least, so that what is written on a branch has room; days closer than that stand apart."""
_WIDE = 440.0
_TWIG = 34.0
"""Pixels from a decision to the end of a commitment made there."""
_ENDS = 262.0
"""Pixels for what is written beside the last ends."""
_LETTER, _LETTERS = 6.4, 44
"""Pixels of a letter, and letters beside an end."""
Records = list[dict[str, Any]]
Name = Callable[[str], str]
Point = tuple[float, float]


@dataclass(frozen=True)
class CalendarWords:
    """How a calendar is worded in a picture."""

    name: Name
    """Name of a course, an event, an option, `WAIT` or `NEVER`."""
    day: Callable[[Day], str]
    """A day."""
    figures: Callable[[Branch], str]
    """What a branch is worth, or how likely it is; may be empty."""
    decide: str
    """Written over a day on which the seat can decide."""
    scenario: Callable[[Scenario], str]
    """Name of a scenario."""
    points: str
    """Title of the axis of points."""


def calendar_tree_chart(branches: Sequence[Branch], words: CalendarWords) -> VegaLite | None:
    """Squares are decisions, circles events, bars ends; time runs to the right, the advised way is heavy.

    None if there are more than ``MOST_ENDS`` ends, or nothing to decide.
    """
    ends = [branch for branch in branches if branch.kind == "end"]
    if not ends or len(ends) > MOST_ENDS:
        return None
    columns = _columns(branches)
    at = _places(branches, columns)
    size = {"width": max(columns.values()) + _TWIG + _ENDS, "height": _HEAD + _ROW * len(ends)}
    layers = [*_days(branches, columns, words, size["height"]), *_lines(branches, at), *_marks(branches, at),
              *_labels(branches, at, words)]  # fmt: skip
    return chart({**size, "layer": layers})


def calendar_tree_text_alternative(branches: Sequence[Branch], words: CalendarWords) -> str:
    """The tree in words, one branch after the other, each with the way that leads to it."""
    by_id = {branch.id: branch for branch in branches}
    told = []
    for branch in branches:
        way = [words.name(one.name) for one in (*_above(by_id, branch), branch) if one.name]
        if branch.kind == "end" or branch.event:
            what = [words.figures(branch)] if branch.kind == "end" else [words.name(branch.event)]
            told.append(": ".join([words.day(branch.day), " > ".join(way) or "-", *(one for one in what if one)]))
    return "; ".join(told) + "."


def start_dates_chart(found: StartDates, words: CalendarWords) -> VegaLite | None:
    """Range of each course by start date, one panel per scenario; hollow where it could not be chosen on the date yet.

    None if no course can be taken in any scenario.
    """
    rows = [row for row in _start_rows(found, words) if row["low"] is not None]
    if not rows:
        return None
    names = list(dict.fromkeys(row["course"] for row in rows))
    dates = list(dict.fromkeys(row["date"] for row in rows))
    panel = {"width": WIDTH, "height": {"step": 13, "for": "offset"}, "layer": _ranges(names, dates, words)}
    scenarios = list(dict.fromkeys(row["scenario"] for row in rows))
    header = {"title": None, "labelOrient": "top", "labelAnchor": "start", "labelFontSize": 13, "labelFontWeight": 600,
              "labelColor": INK, "labelExpr": "split(datum.label, '\\n')"}  # fmt: skip
    row = {"field": "scenario", "type": "nominal", "sort": scenarios, "header": header}
    return chart({"data": {"values": rows}, "facet": {"row": row}, "spacing": 18, "spec": panel})


def start_dates_text_alternative(found: StartDates, words: CalendarWords) -> str:
    """The ranges in words, scenario by scenario."""
    told = []
    for scenario in found.scenarios:
        rows = [row for row in _start_rows(found, words, wrap=False) if row["scenario"] == words.scenario(scenario)]
        parts = [f"{row['date']}, {row['course']}: {row['low']:.4g} – {row['high']:.4g}" for row in rows
                 if row["low"] is not None]  # fmt: skip
        told.append(f"{words.scenario(scenario)}: " + ("; ".join(parts) or "-"))
    return ". ".join(told) + "."


def _above(by_id: Mapping[str, Branch], branch: Branch) -> list[Branch]:
    """The way from the root, the branch itself left out."""
    way: list[Branch] = []
    while branch.parent is not None:
        branch = by_id[branch.parent]
        way.insert(0, branch)
    return way


def _number(day: Day) -> float:
    return float(day) if isinstance(day, int) else float(day.toordinal())


def _columns(branches: Sequence[Branch]) -> dict[tuple[float, str], float]:
    """Day and event (or decision) to pixels: in proportion to time where there is room."""
    moments = sorted({(_number(branch.day), _stage(branches, branch)) for branch in branches if branch.kind != "end"},
                     key=lambda moment: (moment[0], moment[1] == "", moment[1]))  # fmt: skip
    first, last = moments[0][0], moments[-1][0]
    scale = _WIDE / (last - first) if last > first else 0.0
    found: dict[tuple[float, str], float] = {}
    left = 0.0
    for day, stage in moments:
        wanted = 16.0 + (day - first) * scale
        left = max(wanted, left + _NARROWEST) if found else wanted
        found[day, stage] = round(left, 1)
    return found


def _stage(branches: Sequence[Branch], branch: Branch) -> str:
    """Events of one day stand side by side in their order, decisions of that day after them."""
    if not branch.event:
        return ""
    order = list(dict.fromkeys(one.event for one in branches if one.event))
    return f"{order.index(branch.event):03d}"


def _places(branches: Sequence[Branch], columns: Mapping[tuple[float, str], float]) -> dict[str, Point]:
    """Ends in rows from above; every other node beside the middle of its first and last child."""
    across = {branch.id: columns[_number(branch.day), _stage(branches, branch)] for branch in branches
              if branch.kind != "end"}  # fmt: skip
    children: dict[str, list[str]] = {branch.id: [] for branch in branches}
    down: dict[str, float] = {}
    for branch in branches:
        if branch.parent is not None:
            children[branch.parent].append(branch.id)
        if branch.kind == "end" and branch.parent is not None:
            across[branch.id] = across[branch.parent] + _TWIG
            down[branch.id] = _HEAD + _ROW * (len(down) + 0.5)
    for branch in reversed(branches):
        if branch.kind != "end":
            own = [down[child] for child in children[branch.id]]
            down[branch.id] = (own[0] + own[-1]) / 2
    return {branch.id: (across[branch.id], round(down[branch.id], 1)) for branch in branches}


def _days(
    branches: Sequence[Branch], columns: Mapping[tuple[float, str], float], words: CalendarWords, height: float
) -> Records:
    """A thin line down from each day, with what happens on it written above."""
    rows: dict[tuple[float, str], dict[str, Any]] = {}
    for branch in branches:
        if branch.kind != "end":
            key = (_number(branch.day), _stage(branches, branch))
            what = words.name(branch.event) if branch.event else words.decide
            rows[key] = {"x": columns[key], "y": 34.0, "y2": height, "day": words.day(branch.day),
                         "what": wrapped(what, 19, 2), "day_y": 4.0, "what_y": 18.0}  # fmt: skip
    drawn = list(rows.values())
    rule = {"type": "rule", "color": "#e3ddd3", "strokeWidth": 1}
    text = {"type": "text", "align": "left", "baseline": "top", "lineBreak": "\n", "dx": -8}
    lines = [{**row, "y": row["what_y"] + 13.0 * (row["what"].count("\n") + 1) + 2} for row in drawn]
    return [
        {"data": {"values": lines}, "mark": rule, "encoding": {**_at(), "y2": {"field": "y2"}}},
        {"data": {"values": drawn}, "mark": {**text, "fontSize": 12, "fontWeight": 600, "color": INK},
         "encoding": {**_at("x", "day_y"), "text": {"field": "day"}}},
        {"data": {"values": drawn}, "mark": {**text, "fontSize": 11, "lineHeight": 13, "color": SOFT},
         "encoding": {**_at("x", "what_y"), "text": {"field": "what"}}},
    ]  # fmt: skip


def _lines(branches: Sequence[Branch], at: Mapping[str, Point]) -> Records:
    """From each node up or down, then across to its child; heavy where advised, drawn last so that it lies on top."""
    layers: Records = []
    for is_advised, look in (
        (False, {"color": "#a8a198", "strokeWidth": 1.1}),
        (True, {"color": GAIN, "strokeWidth": 3}),
    ):
        points = []
        for number, branch in enumerate(branches):
            if branch.parent is not None and branch.is_advised == is_advised:
                (x, y), (end_x, end_y) = at[branch.parent], at[branch.id]
                way = [(x, y), (x, end_y), (end_x, end_y)]
                points += [{"branch": number, "place": p, "x": px, "y": py} for p, (px, py) in enumerate(way)]
        if points:
            order = {"order": {"field": "place", "type": "quantitative"},
                     "detail": {"field": "branch", "type": "nominal"}}  # fmt: skip
            mark = {"type": "line", "strokeJoin": "round", **look}
            layers.append({"data": {"values": points}, "mark": mark, "encoding": {**_at(), **order}})
    return layers


def _marks(branches: Sequence[Branch], at: Mapping[str, Point]) -> Records:
    looks = {"decision": ("square", 150), "chance": ("circle", 170), "end": ("stroke", 160)}
    layers: Records = []
    for kind, (shape, size) in looks.items():
        for is_advised in (False, True):
            own = [{"x": at[branch.id][0], "y": at[branch.id][1]} for branch in branches
                   if branch.kind == kind and branch.is_advised == is_advised]  # fmt: skip
            colour = GAIN if is_advised else SOFT
            mark = {"type": "point", "shape": shape, "size": size, "opacity": 1, "stroke": colour,
                    "strokeWidth": 2.4 if is_advised else 1.2, "fill": GAIN if is_advised else "white"}  # fmt: skip
            if shape == "stroke":
                mark = {**mark, "angle": 90}
            if own:
                layers.append({"data": {"values": own}, "mark": mark, "encoding": _at()})
    return layers


def _labels(branches: Sequence[Branch], at: Mapping[str, Point], words: CalendarWords) -> Records:
    """Ends are named beside their mark; other branches above their line, with their figures below it."""
    rows: dict[tuple[bool, str], Records] = {}
    for branch in branches:
        if branch.parent is not None:
            (x, _), (end_x, end_y) = at[branch.parent], at[branch.id]
            name, figures = words.name(branch.name), words.figures(branch)
            if branch.kind == "end":
                text = "  ".join(one for one in (wrapped(name, max(_LETTERS - len(figures), 8), 1), figures) if one)
                written = [("middle", end_x + 8, end_y, text)]
            else:
                room = int((end_x - x - 14) / _LETTER)
                written = [("bottom", x + 9, end_y - 4, wrapped(name, room, 1)), ("top", x + 9, end_y + 5, figures)]
            for baseline, left, down, text in written:
                rows.setdefault((branch.is_advised, baseline), []).append({"x": left, "y": down, "text": text})
    layers: Records = []
    for (is_advised, baseline), own in sorted(rows.items()):
        mark = {"type": "text", "align": "left", "baseline": baseline, "fontSize": 12,
                "fontWeight": 600 if is_advised else 400, "color": INK if is_advised else SOFT}  # fmt: skip
        layers.append({"data": {"values": own}, "mark": mark, "encoding": {**_at(), "text": {"field": "text"}}})
    return layers


def _at(x: str = "x", y: str = "y") -> dict[str, Any]:
    """Places are pixels already: no scale bends them."""
    return {"x": {"field": x, "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": y, "type": "quantitative", "scale": None, "axis": None}}  # fmt: skip


def _start_rows(found: StartDates, words: CalendarWords, *, wrap: bool = True) -> Iterator[dict[str, Any]]:
    for start in found.starts:
        scenario, course = words.scenario(start.scenario), words.name(start.course)
        yield {
            "scenario": wrapped(scenario, 60, 2) if wrap else scenario,
            "course": wrapped(course, 40, 1) if wrap else course,
            "date": "–" if start.date is None else words.day(start.date),
            "low": start.low, "centre": start.centre, "high": start.high,
            "open": start.status in ("open", "falls_back"),
        }  # fmt: skip


def _ranges(names: Sequence[str], dates: Sequence[str], words: CalendarWords) -> list[dict[str, Any]]:
    shapes = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]
    colours = [colour for colour, _ in COURSES]
    many = {"domain": list(names), "range": [colours[n % len(colours)] for n in range(len(names))]}
    marks = {"domain": list(names), "range": [shapes[n % len(shapes)] for n in range(len(names))]}
    legend = {"orient": "bottom", "title": None, "columns": 1}
    y = {"field": "date", "type": "nominal", "sort": list(dates),
         "scale": {"paddingInner": 0.3, "paddingOuter": 0.1},
         "axis": {"title": None, "domain": False, "ticks": False, "grid": False}}  # fmt: skip
    common = {
        "y": y,
        "yOffset": {"field": "course", "type": "nominal", "sort": list(names), "scale": {"paddingOuter": 0.0}},
        "color": {"field": "course", "type": "nominal", "scale": many, "legend": legend},
    }
    x = {
        "field": "low",
        "type": "quantitative",
        "axis": {"title": words.points, "tickCount": 6, "gridColor": "#e6e1d8"},
    }
    centre = {**x, "field": "centre"}
    shape = {"field": "course", "type": "nominal", "scale": marks, "legend": legend}
    point = {"type": "point", "size": 60, "opacity": 1, "strokeWidth": 1.6}
    return [
        zero_line(),
        {"mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.55},
         "encoding": {**common, "x": x, "x2": {"field": "high"}}},
        {"transform": [{"filter": "datum.open"}], "mark": {**point, "filled": True},
         "encoding": {**common, "x": centre, "shape": shape}},
        {"transform": [{"filter": "!datum.open"}], "mark": {**point, "fill": "white"},
         "encoding": {**common, "x": centre, "shape": shape}},
    ]  # fmt: skip

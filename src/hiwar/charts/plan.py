"""The steps of a plan along time: when each can run, which hold up the end, and the days that matter."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hiwar.charts.style import GAIN, INK, PALE, SOFT, VegaLite, chart, names_axis, wrapped
from hiwar.questions.answer import Answer

MOST_STEPS = 40
"""More steps than this are not drawn: nobody could follow them."""
_WIDE = 430
_ROW = 46
_THICK, _THIN = 13, 5
_BAR, _SLOW = -7, 8
"""Pixels of the two bars of a step from the middle of its row."""
_HEAD = 16.0
"""Pixels of a line of the names of days."""
_LOOKS: Mapping[str, tuple[str, list[int]]] = {
    "certain": (INK, []),
    "possible": (GAIN, []),
    "never": (PALE, []),
    "undecided": ("#9cc7e2", []),
    "called_for": ("white", [4, 3]),
}
"""Fill and dashes of the outline by criticality: from dark to light, so that print in grey keeps them apart."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class PlanWords:
    """How a plan is worded in a picture."""

    name: Callable[[str], str]
    """Name of a step or of an entry of the calendar."""
    month: Callable[[dt.date], str]
    """A month and its year."""
    day: Callable[[dt.date], str]
    criticality: Callable[[str], str]
    """What it means to be ``certain``, ``possible``, ``never``, ``undecided`` or ``called_for``."""
    days: str
    """Title of an axis that counts days."""


def plan_chart(answer: Answer, words: PlanWords, *, plan: str | None) -> VegaLite | None:
    """A thick bar per step if all goes quickly, a thin one if all takes its longest, a line for the time it can wait.

    Steps stand in the order in which they can begin, those that are called for only if something happens below; days of
    the calendar are lines from above. None if there is no step, or more than ``MOST_STEPS``.
    """
    rows = [row for row in answer.tables["schedule"].records() if row["plan"] == plan]
    if not rows or len(rows) > MOST_STEPS:
        return None
    first = next((row["first_day"] for row in answer.tables["plans"].records() if row["plan"] == plan), None)
    days = [] if first is None else _days_that_matter(answer, plan, dt.date.fromisoformat(first))
    last = max([1.0, *(number for row in rows for number in _numbers(row)), *(number for number, _, _ in days)])
    last *= 1.04
    names = [wrapped(words.name(row["step"]), 24, 2) for row in rows]
    x = {"field": "start", "type": "quantitative", "scale": {"domain": [0, last], "nice": False},
         "axis": _axis(first, last, words)}  # fmt: skip
    y = {"field": "step", "type": "nominal", "sort": list(dict.fromkeys(names)), "axis": names_axis()}
    drawn = [part for row, name in zip(rows, names, strict=True) for part in _bars(row, name, last, words)]
    layers = [*_lines(days, words, last), *_bar_layers(drawn, x, y), *_waits(rows, names, x, y)]
    return chart({"width": _WIDE, "height": {"step": _ROW}, "layer": layers})


def _numbers(row: Row) -> Iterator[float]:
    yield from (row[key] for key in ("start_low", "start_high", "finish_low", "finish_high") if row[key] is not None)


def _days_that_matter(answer: Answer, plan: str | None, first: dt.date) -> list[tuple[float, str, dt.date]]:
    """Days from day 0, an entry or event, and the day; one per day, deadlines of steps before all else."""
    own = [row for row in answer.tables["deadlines"].records() if row["plan"] == plan]
    other = [row for row in answer.tables["calendar"].records() if row["plan"] == plan]
    found: dict[str, str] = {}
    for row in (*own, *other):
        found.setdefault(row["day"], row["entry"])
    dated = [(dt.date.fromisoformat(day), entry) for day, entry in sorted(found.items())]
    return [(float((day - first).days), entry, day) for day, entry in dated if day >= first]


def _bars(row: Row, name: str, last: float, words: PlanWords) -> Iterator[dict[str, Any]]:
    state = "called_for" if row["is_called_for"] else row["critical"]
    common = {"step": name, "state": words.criticality(state), "id": state}
    yield {**common, "start": row["start_low"], "end": row["finish_low"], "bar": "quick", "open": ""}
    slow = (last if row["start_high"] is None else row["start_high"],
            last if row["finish_high"] is None else row["finish_high"])  # fmt: skip
    if slow != (row["start_low"], row["finish_low"]):
        is_open = row["finish_high"] is None
        start = row["start_low"] if row["start_high"] is None else slow[0]
        yield {**common, "start": start, "end": slow[1], "bar": "slow", "open": "?" if is_open else ""}


def _bar_layers(drawn: Sequence[Row], x: Row, y: Row) -> list[dict[str, Any]]:
    color = _fills(drawn)
    layers = []
    for kind, height, offset in (("quick", _THICK, _BAR), ("slow", _THIN, _SLOW)):
        for is_called_for in (False, True):
            own = [part for part in drawn if part["bar"] == kind and (part["id"] == "called_for") == is_called_for]
            if own:
                dashes = _LOOKS["called_for"][1] if is_called_for else []
                mark = {"type": "bar", "height": height, "yOffset": offset, "stroke": INK, "strokeWidth": 0.8,
                        "strokeDash": dashes}  # fmt: skip
                encoding = {"y": y, "x": x, "x2": {"field": "end"}, "color": color}
                layers.append({"data": {"values": own}, "mark": mark, "encoding": encoding})
    return [*layers, *_open_ends(drawn, x, y)]


def _fills(drawn: Sequence[Row]) -> dict[str, Any]:
    """A fill per state that occurs, with its legend."""
    names = {part["id"]: part["state"] for part in drawn}
    held = [state for state in _LOOKS if state in names]
    scale = {"domain": [names[state] for state in held], "range": [_LOOKS[state][0] for state in held]}
    legend = {"orient": "bottom", "title": None, "columns": 1, "symbolStrokeColor": INK, "symbolStrokeWidth": 1}
    return {"field": "state", "type": "nominal", "legend": legend, "scale": scale}


def _open_ends(drawn: Sequence[Row], x: Row, y: Row) -> list[dict[str, Any]]:
    """A question mark where nobody knows how long a step takes, or when it is called for."""
    unknown = [part for part in drawn if part["open"]]
    if not unknown:
        return []
    mark = {"type": "text", "yOffset": _SLOW, "dx": 4, "align": "left", "fontWeight": 600, "color": INK}
    at_end = {"field": "end", "type": "quantitative", "scale": x["scale"]}
    encoding = {"y": y, "x": at_end, "text": {"field": "open"}}
    return [{"data": {"values": unknown}, "mark": mark, "encoding": encoding}]


def _waits(rows: Sequence[Row], names: Sequence[str], x: Row, y: Row) -> list[dict[str, Any]]:
    """How long a step can be put off in any case, from the end of its thin bar."""
    values = [
        {"step": name, "start": row["finish_high"], "end": row["finish_high"] + row["float_low"]}
        for row, name in zip(rows, names, strict=True)
        if row["float_low"] and row["finish_high"] is not None
    ]
    mark = {"type": "rule", "yOffset": _SLOW, "strokeWidth": 1.6, "strokeDash": [2, 2], "color": INK}
    encoding = {"y": y, "x": x, "x2": {"field": "end"}}
    return [{"data": {"values": values}, "mark": mark, "encoding": encoding}] if values else []


def _lines(days: Sequence[tuple[float, str, dt.date]], words: PlanWords, last: float) -> list[dict[str, Any]]:
    """A line down from each day, named above the picture; names hang towards the side where there is room."""
    if not days:
        return []
    x = {"field": "start", "type": "quantitative"}
    rules = [{"start": number} for number, _, _ in days]
    layers: list[dict[str, Any]] = [
        {"data": {"values": rules}, "mark": {"type": "rule", "color": SOFT, "strokeWidth": 1.2, "strokeDash": [6, 3]},
         "encoding": {"x": x}}
    ]  # fmt: skip
    for place, (number, entry, day) in enumerate(reversed(days)):
        align = "left" if number < last / 2 else "right"
        mark = {"type": "text", "align": align, "dx": 3 if align == "left" else -3, "dy": -8 - _HEAD * place,
                "baseline": "bottom", "fontSize": 12, "color": SOFT}  # fmt: skip
        label = f"{words.day(day)}: {wrapped(words.name(entry), 34, 1)}"
        encoding = {"x": x, "y": {"value": 0}, "text": {"field": "label"}}
        layers.append({"data": {"values": [{"start": number, "label": label}]}, "mark": mark, "encoding": encoding})
    return layers


def _axis(first: str | None, last: float, words: PlanWords) -> dict[str, Any]:
    """Months where the days are known, else days."""
    look = {"grid": True, "labelAlign": "left", "labelOverlap": True}
    if first is None:
        return {**look, "title": words.days, "tickCount": 6}
    months = dict(_months(dt.date.fromisoformat(first), last))
    labels = ",".join(f"'{number}':{_quoted(wrapped(words.month(day), 13))}" for number, day in months.items())
    shown = f"split(({{{labels}}})[datum.value],'\\n')"
    return {**look, "title": None, "values": list(months), "labelExpr": shown}


def _months(first: dt.date, last: float) -> Iterator[tuple[int, dt.date]]:
    """First days of months as days from day 0; every third or twelfth month where there are many."""
    count = int(last // 30) + 1
    every = 1 if count <= 8 else 3 if count <= 24 else 12
    for number in range(count + 1):
        total = first.month - 1 + number
        month = dt.date(first.year + total // 12, total % 12 + 1, 1)
        away = (month - first).days
        if 0 <= away <= last and (month.month - 1) % every == 0:
            yield away, month


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"

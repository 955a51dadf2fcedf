"""Pictures of the appraisal: ranges, what matters, outcomes, ranks and regret."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.charts.style import (
    COST,
    COURSES,
    GAIN,
    INK,
    PALE,
    SOFT,
    WIDTH,
    VegaLite,
    Words,
    chart,
    names_axis,
    wrapped,
    zero_line,
)
from hiwar.questions.answer import Answer

Records = list[dict[str, Any]]


def rows_of(answer: Answer, table: str, **wanted: Any) -> Records:
    """Rows of a table of which the named columns hold these values."""
    return [row for row in answer.tables[table].records() if all(row[key] == value for key, value in wanted.items())]


def ranges_chart(answer: Answer, words: Words, *, party: str) -> VegaLite | None:
    """From the least to the most that each course may bring a party, without its empty cells and with them."""
    rows = [row for row in rows_of(answer, "totals", party=party, scenario="") if row["low"] is not None]
    if not rows:
        return None
    names = [wrapped(words.course(row["course"])) for row in rows]
    drawn = [
        {"course": name, "low": row[f"low{part}"], "high": row[f"high{part}"], "part": words(f"chart.ranges{part}")}
        for name, row in zip(names, rows, strict=True)
        for part in ("", "_stated")
        if row[f"low{part}"] is not None
    ]
    parts = [words("chart.ranges"), words("chart.ranges_stated")]
    sizes = {"type": "nominal", "field": "part", "legend": None, "scale": {"domain": parts, "range": [16, 5]}}
    encoding = {
        "y": {"field": "course", "type": "nominal", "sort": names, "axis": names_axis()},
        "x": {
            "field": "low",
            "type": "quantitative",
            "axis": {"title": words("chart.points"), "format": ",.0f", "tickCount": 5},
        },
        "x2": {"field": "high"},
        "color": _parts(parts),
        "strokeWidth": sizes,
    }
    bars = {"data": {"values": drawn}, "mark": {"type": "rule", "strokeCap": "butt"}, "encoding": encoding}
    return chart({"width": WIDTH, "height": {"step": 54}, "layer": [bars, zero_line()]})


def _parts(parts: list[str]) -> dict[str, Any]:
    legend = {"orient": "top", "title": None, "direction": "vertical"}
    return {"type": "nominal", "field": "part", "scale": {"domain": parts, "range": [PALE, GAIN]}, "legend": legend}


def tornado_chart(
    answer: Answer, words: Words, *, party: str, first: str, second: str, most: int = 10
) -> VegaLite | None:
    """How far each single judgement moves the difference between two courses; it matters most where it crosses zero."""
    rows = rows_of(answer, "tornado", party=party, first=first, second=second)
    rows = sorted(rows, key=lambda row: (-abs(row["high"] - row["low"]), row["judgement"]))
    rows = _once(rows)[:most]
    if not rows:
        return None
    told = {True: words("chart.crosses"), False: words("chart.does_not_cross")}
    drawn = [
        {"judgement": wrapped(words.judgement(row["judgement"], row["domain"]), 28), "low": row["low"],
         "high": row["high"], "crosses": told[bool(row["crosses"])]}
        for row in rows
    ]  # fmt: skip
    scale = {"domain": [told[True], told[False]], "range": [COST, PALE]}
    color = {"field": "crosses", "type": "nominal", "scale": scale,
             "legend": {"orient": "top", "title": None, "direction": "vertical"}}  # fmt: skip
    title = words("chart.difference", first=words.course(first), second=words.course(second))
    encoding = {
        "y": {"field": "judgement", "type": "nominal", "sort": None, "axis": names_axis()},
        "x": {"field": "low", "type": "quantitative", "axis": {"title": wrapped(title, 52).split("\n")}},
        "x2": {"field": "high"},
        "color": color,
    }
    bars = {"data": {"values": drawn}, "mark": {"type": "bar", "height": 14, "stroke": SOFT, "strokeWidth": 0.5},
            "encoding": encoding}  # fmt: skip
    return chart({"width": WIDTH, "height": {"step": 54}, "layer": [bars, zero_line()]})


def _once(rows: Records) -> Records:
    """One bar for the two outcomes of an event: they move together, so two bars would say the same twice."""
    kept: dict[tuple[str, Any, float, float], dict[str, Any]] = {}
    for row in rows:
        event = str(row["judgement"]).partition("=")[0]
        kept.setdefault((event, row["domain"], round(row["low"], 9), round(row["high"], 9)), row)
    return list(kept.values())


def outcomes_chart(answer: Answer, words: Words, *, party: str) -> VegaLite | None:
    """How likely it is that a course brings no more than so many points."""
    rows = rows_of(answer, "risk_curve", party=party)
    if not rows:
        return None
    courses = list(dict.fromkeys(row["course"] for row in rows))
    drawn = [{"course": words.course(row["course"]), "points": row["points"], "share": row["probability"]}
             for row in rows]  # fmt: skip
    x = {"field": "points", "type": "quantitative", "axis": {"title": words("chart.points_or_less"), "format": ",.0f"}}
    y = {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]},
         "axis": {"title": words("chart.probability"), "format": ".0%"}}  # fmt: skip
    line = {
        "data": {"values": drawn},
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {"x": x, "y": y, **_lines([words.course(key) for key in courses])},
    }
    return chart({"width": WIDTH + 110, "height": 260, "layer": [line, zero_line()]})


def _lines(names: Sequence[str]) -> dict[str, Any]:
    """One colour and one dash per course; both in one legend."""
    styles = [COURSES[place % len(COURSES)] for place in range(len(names))]
    legend = {"orient": "top", "title": None, "direction": "vertical", "symbolSize": 500, "symbolType": "stroke"}
    colours = {"domain": list(names), "range": [colour for colour, _ in styles]}
    dashes = {"domain": list(names), "range": [list(dash) or [1, 0] for _, dash in styles]}
    return {
        "color": {"field": "course", "type": "nominal", "scale": colours, "legend": legend},
        "strokeDash": {"field": "course", "type": "nominal", "scale": dashes, "legend": legend},
    }


def acceptability_chart(answer: Answer, words: Words, *, party: str) -> VegaLite | None:
    """In what share of the admitted judgements a course comes first, second, and so on."""
    rows = rows_of(answer, "acceptability", party=party)
    taken = {row["rank"] for row in rows if row["share"]}
    rows = [row for row in rows if row["rank"] in taken]
    if not rows:
        return None
    names = [wrapped(words.course(key)) for key in dict.fromkeys(row["course"] for row in rows)]
    ranks = sorted({row["rank"] for row in rows})
    drawn = [{"course": wrapped(words.course(row["course"])), "rank": words("chart.rank", rank=row["rank"]),
              "place": row["rank"], "share": row["share"]} for row in rows]  # fmt: skip
    shades = [_shade(place / max(len(ranks) - 1, 1)) for place in range(len(ranks))]
    scale = {"domain": [words("chart.rank", rank=rank) for rank in ranks], "range": shades}
    encoding = {
        "y": {"field": "course", "type": "nominal", "sort": names, "axis": names_axis()},
        "x": {"field": "share", "type": "quantitative", "stack": "zero", "scale": {"domain": [0, 1]},
              "axis": {"title": words("chart.share_of_judgements"), "format": ".0%", "tickCount": 5}},
        "color": {"field": "rank", "type": "nominal", "scale": scale, "legend": {"orient": "top", "title": None}},
        "order": {"field": "place", "type": "ordinal"},
    }  # fmt: skip
    mark = {"type": "bar", "height": 20, "stroke": "white", "strokeWidth": 1}
    return chart({"width": WIDTH, "height": {"step": 50}, "data": {"values": drawn}, "mark": mark,
                  "encoding": encoding})  # fmt: skip


def _shade(depth: float) -> str:
    """From the dark blue of the first rank to the pale grey of the last."""
    first, last = (0x0A, 0x4A, 0x78), (0xE4, 0xE0, 0xD8)
    return "#" + "".join(f"{round(a + (b - a) * depth):02x}" for a, b in zip(first, last, strict=True))


def regret_chart(answer: Answer, words: Words, *, party: str) -> VegaLite | None:
    """How much the seat would have lost in each scenario by not having chosen the course that is best there."""
    rows = [row for row in rows_of(answer, "regret", party=party) if row["centre"] is not None]
    if len({row["scenario"] for row in rows}) < 2:
        return None
    courses = [wrapped(words.course(key), 13, 5) for key in dict.fromkeys(row["course"] for row in rows)]
    drawn = [_regret(row, words) for row in rows]
    most = max(row["centre"] for row in rows)
    x = {"field": "course", "type": "nominal", "sort": courses, "axis": {
        "title": None, "orient": "bottom", "labelAngle": 0, "labelExpr": "split(datum.label, '\\n')", "domain": False,
        "ticks": False, "labelLimit": 200}}  # fmt: skip
    y = {"field": "scenario", "type": "nominal", "sort": None, "axis": names_axis()}
    color = {"field": "regret", "type": "quantitative", "legend": None,
             "scale": {"domain": [0, max(most, 1)], "range": ["#f6f2ea", COST]}}  # fmt: skip
    dark = {"condition": {"test": f"datum.regret > {0.6 * max(most, 1):.6g}", "value": "white"}, "value": INK}
    squares = {"mark": {"type": "rect", "stroke": "white", "strokeWidth": 2}, "encoding": {"color": color}}
    figures = {"mark": {"type": "text", "fontSize": 14}, "encoding": {"text": {"field": "told"}, "color": dark}}
    return chart({"width": {"step": 86}, "height": {"step": 72}, "data": {"values": drawn},
                  "encoding": {"x": x, "y": y}, "layer": [squares, figures]})  # fmt: skip


def _regret(row: Mapping[str, Any], words: Words) -> dict[str, Any]:
    course, scenario = wrapped(words.course(row["course"]), 13, 5), wrapped(words.scenario(row["scenario"]), 28, 4)
    return {"course": course, "scenario": scenario, "regret": row["centre"], "told": f"{row['centre']:.0f}"}

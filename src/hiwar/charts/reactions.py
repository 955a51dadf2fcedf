"""Pictures of reactions: who gains by which move after each course."""

from hiwar.charts.style import COST, GAIN, SOFT, VegaLite, Words, chart, names_axis, wrapped
from hiwar.questions.answer import Answer

_STEP = 74


def first_moves_chart(answer: Answer, words: Words) -> VegaLite | None:
    """One row per move, one column per course: a dot where it pays, a cross where it costs, a ring where unknown."""
    rows = answer.tables["first_moves"].records()
    if not rows:
        return None
    told = {verdict: words(f"gains.{verdict}") for verdict in ("would", "would_not", "cannot_be_told")}
    drawn = [
        {
            "move": wrapped(words.name(row["move"].split("=")[0]), 34),
            "course": wrapped(words.course(row["course"]), 14, 5),
            "verdict": told[row["verdict"]],
        }
        for row in rows
    ]
    courses = list(dict.fromkeys(row["course"] for row in drawn))
    verdict = {"field": "verdict", "type": "nominal", "legend": {"orient": "top", "title": None}}
    domain = {"domain": list(told.values())}
    lines = "split(datum.label, '\\n')"
    across = {"orient": "top", "labelAngle": 0, "labelExpr": lines, "title": None, "domain": False, "ticks": False,
              "grid": True}  # fmt: skip
    encoding = {
        "y": {"field": "move", "type": "nominal", "sort": None, "axis": {**names_axis(), "grid": True}},
        "x": {"field": "course", "type": "nominal", "sort": courses, "axis": across},
        "shape": {**verdict, "scale": {**domain, "range": ["circle", "cross", "circle"]}},
        "fill": {**verdict, "scale": {**domain, "range": [GAIN, COST, "white"]}},
        "stroke": {**verdict, "scale": {**domain, "range": [GAIN, COST, SOFT]}},
    }
    mark = {"type": "point", "size": 150, "strokeWidth": 1.6}
    size = {"width": {"step": _STEP}, "height": {"step": 32}}
    return chart({**size, "data": {"values": drawn}, "mark": mark, "encoding": encoding})

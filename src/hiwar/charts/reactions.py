"""Pictures of reactions: who gains by which move after each course."""

from collections.abc import Mapping, Sequence

from hiwar.charts.style import COST, GAIN, SOFT, VegaLite, Words, chart, names_axis, wrapped

_STEP = 92
_LOOKS = {
    "would": ("circle", GAIN, GAIN),
    "would_not": ("cross", COST, COST),
    "cannot_be_told": ("circle", "white", SOFT),
}
"""Shape, fill and rim."""


def first_moves_chart(rows: Sequence[Mapping[str, str]], words: Words) -> VegaLite | None:
    """One row per move, one column per course: a dot where it pays, a cross where it costs, a ring where unknown.

    Rows have ``move`` and ``course`` in words, and a ``verdict``; none without rows.
    """
    if not rows:
        return None
    told = {verdict: words(f"gains.{verdict}") for verdict in _LOOKS}
    drawn = [
        {"move": wrapped(row["move"], 40), "course": wrapped(row["course"], 14, 4), "verdict": told[row["verdict"]]}
        for row in rows
    ]
    there = [verdict for verdict in _LOOKS if any(row["verdict"] == verdict for row in rows)]
    legend = {"orient": "bottom", "title": None, "symbolSize": 150, "offset": 14, "columnPadding": 22}
    verdict = {"field": "verdict", "type": "nominal", "legend": legend}
    domain = [told[verdict] for verdict in there]
    scales = [{"domain": domain, "range": [_LOOKS[verdict][place] for verdict in there]} for place in range(3)]
    most_lines = max(row["course"].count("\n") for row in drawn)
    across = {"orient": "top", "labelAngle": 0, "labelExpr": "split(datum.label, '\\n')", "title": None,
              "domain": False, "ticks": False, "grid": True, "labelLimit": 120, "labelLineHeight": 15,
              "labelPadding": 8 + 15 * most_lines}  # fmt: skip
    encoding = {
        "y": {"field": "move", "type": "nominal", "sort": None, "axis": {**names_axis(), "grid": True}},
        "x": {"field": "course", "type": "nominal", "sort": list(dict.fromkeys(row["course"] for row in drawn)),
              "axis": across},
        "shape": {**verdict, "scale": scales[0]},
        "fill": {**verdict, "scale": scales[1]},
        "stroke": {**verdict, "scale": scales[2]},
    }  # fmt: skip
    mark = {"type": "point", "size": 150, "strokeWidth": 1.6, "opacity": 1}
    size = {"width": {"step": _STEP}, "height": {"step": 40}}
    return chart({**size, "data": {"values": drawn}, "mark": mark, "encoding": encoding})

"""Pictures of interests: where goals agree and where they clash, per domain."""

from hiwar.charts.style import COST, GAIN, WIDTH, VegaLite, Words, chart, names_axis, wrapped, zero_line
from hiwar.questions.answer import Answer


def balance_chart(answer: Answer, words: Words) -> VegaLite | None:
    """Pairs of goals that clash to the left, pairs that agree to the right, one line per domain."""
    rows = [row for row in answer.tables["balance"].records() if row["compatible"] or row["conflicting"]]
    if not rows:
        return None
    kinds = {"conflicting": words("relation.conflicting"), "compatible": words("relation.compatible")}
    drawn = [
        {"domain": wrapped(words.name(row["domain"])), "kind": told, "pairs": row[kind],
         "place": -row[kind] if kind == "conflicting" else row[kind]}
        for row in rows for kind, told in kinds.items() if row[kind]
    ]  # fmt: skip
    color = {"field": "kind", "type": "nominal", "legend": {"orient": "top", "title": None},
             "scale": {"domain": list(kinds.values()), "range": [COST, GAIN]}}  # fmt: skip
    axis = {"title": words("chart.pairs"), "labelExpr": "abs(datum.value)", "tickMinStep": 1, "format": "d"}
    y = {"field": "domain", "type": "nominal", "sort": None, "axis": names_axis()}
    x = {"field": "place", "type": "quantitative", "axis": axis}
    bars = {"mark": {"type": "bar", "height": 18}, "encoding": {"y": y, "x": x, "color": color}}
    text_at = {"field": "place", "type": "quantitative"}
    more = {"transform": [{"filter": "datum.place > 0"}], "mark": {"type": "text", "align": "left", "dx": 5},
            "encoding": {"y": y, "x": text_at, "text": {"field": "pairs"}}}  # fmt: skip
    less = {"transform": [{"filter": "datum.place < 0"}], "mark": {"type": "text", "align": "right", "dx": -5},
            "encoding": {"y": y, "x": text_at, "text": {"field": "pairs"}}}  # fmt: skip
    layers = [bars, more, less, zero_line()]
    return chart({"width": WIDTH, "height": {"step": 36}, "data": {"values": drawn}, "layer": layers})

"""How like this dialogue the others are, and how far what is unknown could change it."""

from hiwar.charts.style import GAIN, INK, PALE, WIDTH, VegaLite, Words, chart, names_axis, wrapped
from hiwar.questions.answer import Answer


def likeness_chart(answer: Answer, words: Words) -> VegaLite | None:
    """Per similar dialogue a bar from the least to the greatest likeness, and a dot for what is known now."""
    rows = answer.tables["cases"].records()
    if not rows:
        return None
    drawn = [
        {
            "case": wrapped(words.name(row["case"])),
            "low": row["low"],
            "high": row["high"],
            "now": row["coefficient"],
            "known": words("chart.known_of_both", known=row["known"], compared=row["compared"]),
        }
        for row in rows
    ]
    y = {"field": "case", "type": "nominal", "sort": None, "axis": names_axis()}
    axis = {"title": words("chart.likeness"), "format": ".0%", "tickCount": 4}
    x = {"field": "low", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": axis}
    bars = {"mark": {"type": "bar", "height": 12, "color": PALE, "stroke": INK, "strokeWidth": 0.6},
            "encoding": {"y": y, "x": x, "x2": {"field": "high"}}}  # fmt: skip
    dots = {"transform": [{"filter": "isValid(datum.now)"}],
            "mark": {"type": "point", "filled": True, "size": 130, "color": GAIN, "opacity": 1},
            "encoding": {"y": y, "x": {"field": "now", "type": "quantitative"}}}  # fmt: skip
    counts = {"mark": {"type": "text", "align": "left", "dx": 12, "fontSize": 13},
              "encoding": {"y": y, "x": {"datum": 1, "type": "quantitative"}, "text": {"field": "known"}}}  # fmt: skip
    layers = [bars, dots, counts]
    return chart({"width": WIDTH, "height": {"step": 40}, "data": {"values": drawn}, "layer": layers})

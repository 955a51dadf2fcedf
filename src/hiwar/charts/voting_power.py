"""Power beside weight: who can do more, or less, than its seats say."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.charts.style import COST, GAIN, INK, PALE, WIDTH, VegaLite, chart, names_axis, wrapped

MOST_PLAYERS = 40
"""The weightiest are drawn."""
_NAMES: Mapping[str, str] = {
    "weight": "share of weight",
    "banzhaf": "Banzhaf",
    "shapley_shubik": "Shapley-Shubik",
}

Row = Mapping[str, Any]
"""``player``, and as shares of 1: ``weight``, ``banzhaf``, ``shapley_shubik``."""


def voting_power_chart(rows: Sequence[Row]) -> VegaLite:
    """A bar for the share of weight, a dot and a diamond for the two main indices; the weightiest players first."""
    drawn = _drawn(rows)
    order = [wrapped(row["player"]) for row in drawn]
    values = [
        {"player": wrapped(row["player"]), "what": name, "share": row[key]}
        for row in drawn
        for key, name in _NAMES.items()
    ]
    y = {"field": "player", "type": "nominal", "sort": order, "axis": names_axis()}
    x = {"field": "share", "type": "quantitative", "axis": {"title": "share", "format": ".0%", "tickCount": 5}}
    legend = {"title": None, "orient": "top", "columns": 3}
    names = list(_NAMES.values())
    color = {
        "field": "what",
        "type": "nominal",
        "legend": legend,
        "scale": {"domain": names, "range": [PALE, GAIN, COST]},
    }
    shape = {"field": "what", "type": "nominal", "legend": legend,
             "scale": {"domain": names, "range": ["square", "circle", "diamond"]}}  # fmt: skip
    bars = {"data": {"values": [one for one in values if one["what"] == names[0]]},
            "mark": {"type": "bar", "height": 16}, "encoding": {"x": x, "y": y, "color": color}}  # fmt: skip
    marks = {"data": {"values": [one for one in values if one["what"] != names[0]]},
             "mark": {"type": "point", "size": 80, "filled": True, "opacity": 1, "stroke": INK, "strokeWidth": 0.8},
             "encoding": {"x": x, "y": y, "color": color, "shape": shape}}  # fmt: skip
    return chart({"width": WIDTH, "height": {"step": 26}, "layer": [bars, marks]})


def voting_power_text_alternative(rows: Sequence[Row]) -> str:
    """The picture in words."""
    told = "; ".join(
        f"{row['player']} {row['weight']:.1%}, {row['banzhaf']:.1%}, {row['shapley_shubik']:.1%}"
        for row in _drawn(rows)
    )
    left = len(rows) - MOST_PLAYERS
    more = f" {left} players of less weight are not drawn." if left > 0 else ""
    return f"Share of weight, Banzhaf index and Shapley-Shubik index: {told}.{more}"


def _drawn(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -row["weight"])[:MOST_PLAYERS]

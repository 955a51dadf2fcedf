"""Pictures of packages: what two parties can have together, and the packages that stand out."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from hiwar.charts.style import COURSES, INK, SOFT, VegaLite, chart
from hiwar.methods.packages import Standard
from hiwar.methods.packages.overview import Overview

_SIDE, _SMALL = 380, 200
_SHADE = "#f3efe7"
_MOST_DRAWN = 2_000
_MOST_PARTIES = 5
"""Pairs of more parties are not drawn: nobody could compare them."""
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
NAMES: Mapping[Standard, str] = {
    Standard.NASH: "Nash",
    Standard.KALAI_SMORODINSKY: "Kalai-Smorodinsky",
    Standard.EGALITARIAN: "egalitarian",
    Standard.WELFARE_OF_SHARES: "largest sum of shares",
    Standard.MAXIMIN: "largest smallest share",
}


def packages_chart(found: Overview) -> VegaLite | None:
    """Points of two parties in every undominated package, those that stand out, and the zone both accept.

    With three parties and more one small picture per pair. None with one party, or without a package acceptable to all.
    """
    n_parties = len(found.form.parties)
    if n_parties < 2 or n_parties > _MOST_PARTIES or not found.frontier.points:
        return None
    side = _SIDE if n_parties == 2 else _SMALL
    pairs = [_pair(found, first, second, side) for first, second in combinations(range(n_parties), 2)]
    if len(pairs) == 1:
        return chart(pairs[0])
    return chart({"concat": pairs, "columns": 3, "spacing": 24})


def _pair(found: Overview, first: int, second: int, side: int) -> dict[str, Any]:
    scores = [point.scores for point in found.frontier.points]
    step = -(-len(scores) // _MOST_DRAWN)
    dots = [{"x": float(one[first]), "y": float(one[second])} for one in scores[::step]]
    named = _named(found, first, second)
    names = [mark["name"] for mark in named]
    x, y = _axis(found, first, "x"), _axis(found, second, "y")
    at = {"x": x, "y": y}
    marks = {
        **at,
        "shape": {"field": "name", "type": "nominal", "scale": {"domain": names, "range": list(_SHAPES)},
                  "legend": {"title": None, "orient": "bottom", "columns": 1}},
        "color": {"field": "name", "type": "nominal", "legend": {"title": None, "orient": "bottom", "columns": 1},
                  "scale": {"domain": names, "range": [color for color, _ in COURSES]}},
    }  # fmt: skip
    layers: list[dict[str, Any]] = [
        *_zone(found, first, second, at),
        {"data": {"values": dots}, "mark": {"type": "circle", "size": 36, "color": SOFT, "opacity": 1}, "encoding": at},
        {"data": {"values": named}, "mark": {"type": "point", "size": 150, "filled": True, "opacity": 1,
         "stroke": INK, "strokeWidth": 1}, "encoding": marks},
    ]  # fmt: skip
    return {"width": side, "height": side, "layer": layers}


def _axis(found: Overview, party: int, field: str) -> dict[str, Any]:
    title = {"title": f"points of {found.form.names[party]}", "titleLimit": _SIDE, "tickCount": 6}
    low, high = _bounds(found, party)
    return {"field": field, "type": "quantitative", "axis": title, "scale": {"domain": [low, high], "nice": False}}


def _bounds(found: Overview, party: int) -> tuple[float, float]:
    """From the reservation value, or what is seen, to the best in sight, with some room."""
    own = [float(point.scores[party]) for point in found.frontier.points]
    least = found.form.parties[party].reservation_value
    low, high = min(own if least is None else [*own, float(least)]), max(own)
    room = 0.08 * (high - low) or 1.0
    return low - room, high + room


def _zone(found: Overview, first: int, second: int, at: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What is worth both their reservation values, shaded."""
    least = [found.form.parties[party].reservation_value for party in (first, second)]
    if any(value is None for value in least):
        return []
    (left, bottom), right, top = (
        [float(value or 0) for value in least],
        *(_bounds(found, party)[1] for party in (first, second)),
    )
    corner = {"x": left, "y": bottom, "right": right, "top": top}
    mark = {"type": "rect", "fill": _SHADE, "opacity": 1}
    ends = {"x2": {"field": "right"}, "y2": {"field": "top"}}
    label = {"type": "text", "align": "left", "baseline": "bottom", "dx": 6, "dy": -6, "color": SOFT}
    shaded = {"data": {"values": [corner]}, "mark": mark, "encoding": {**at, **ends}}
    named = {
        "data": {"values": [{**corner, "label": "acceptable to both"}]},
        "mark": label,
        "encoding": {**at, "text": {"field": "label"}},
    }
    return [shaded, named]


def _named(found: Overview, first: int, second: int) -> list[dict[str, Any]]:
    return [
        {"x": float(scores[first]), "y": float(scores[second]), "name": _name(found.named[scores])}
        for scores in found.named
    ]


def _name(standards: Sequence[Standard]) -> str:
    return ", ".join(NAMES[standard] for standard in standards)


def packages_text_alternative(found: Overview) -> str:
    """The picture in words."""
    parties = found.form.names

    def told(scores: Sequence[Fraction]) -> str:
        return ", ".join(f"{name} {float(score):g}" for name, score in zip(parties, scores, strict=True))

    standing_out = "; ".join(f"{_name(standards)}: {told(scores)}" for scores, standards in found.named.items())
    return (
        f"Points of {' and '.join(parties)} in {len(found.frontier.points):,} packages that nobody can better without "
        f"loss to another, from {told(found.frontier.points[0].scores)} to {told(found.frontier.points[-1].scores)}. "
        f"Standing out: {standing_out}."
    )

"""A chamber drawn by its seats: a half-circle with a mark per seat, or bars; told apart by shape and label.

Both are drawn from plain rows, so that any answer can show them. Words come in with the rows.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hiwar.charts.style import INK, SOFT, VegaLite, chart, names_axis, wrapped

_RADIUS = 190
_INNER = 0.38
"""Radius of the first row of seats, as a share of the last."""
_BAR, _GAP = 20, 8
_HOLLOW = 14
"""Letters that fit into the hollow of the arc."""
_MOST_SEATS = 2_000
"""A chamber with more seats is drawn as a bar only."""


@dataclass(frozen=True)
class Look:
    """How a kind of seat is drawn: no two kinds share a shape and a filling."""

    shape: str
    color: str
    is_filled: bool


LOOKS: dict[str, Look] = {
    "for": Look("circle", "#0072b2", True),
    "conditional": Look("diamond", "#4a9ccf", True),
    "divided": Look("triangle-up", "#8a7a2a", True),
    "unknown": Look("circle", SOFT, False),
    "held by nobody known": Look("square", SOFT, False),
    "abstain": Look("square", "#8d8880", True),
    "absent": Look("stroke", SOFT, False),
    "against": Look("cross", "#c25400", True),
}
"""Kind of seat to how it is drawn, in the order of the half-circle."""


@dataclass(frozen=True)
class SeatGroup:
    """Seats of one kind."""

    kind: str
    """One of `LOOKS`."""
    label: str
    """In the reader's language, such as "for"."""
    seats: int


def chamber_chart(groups: Sequence[SeatGroup], *, note: str = "") -> VegaLite | None:
    """A half-circle with a mark per seat, groups side by side from left to right in the order they come in.

    Parameters
    ----------
    groups : sequence of SeatGroup
        Groups of one kind are drawn as one.
    note : str
        Short words under the arc, such as "165 of 329 needed".

    Returns
    -------
    VegaLite or None
        None without a seat, or with more than 2,000 of them (`chamber_bar` draws these).
    """
    groups = _joined(groups)
    total = sum(group.seats for group in groups)
    if not 0 < total <= _MOST_SEATS:
        return None
    places = seat_places(total)
    kinds = [group for group in groups for _ in range(group.seats)]
    seats = [
        {"x": round(x, 4), "y": round(y, 4), "kind": _name(group)} for (x, y), group in zip(places, kinds, strict=True)
    ]
    size = _mark_size(places)
    marks = {
        "data": {"values": seats},
        "mark": {"type": "point", "size": size, "strokeWidth": 1.4, "opacity": 1},
        "encoding": {**_PLACE, **_look(groups)},
    }
    layers = [marks, *([_note(note)] if note else [])]
    return chart({"width": 2 * _RADIUS, "height": _RADIUS, "layer": layers})


def chambers_chart(chambers: Sequence[tuple[str, Sequence[SeatGroup], str]]) -> VegaLite | None:
    """Chambers one below the other, each with its name and its note; bars where there are too many seats for marks.

    None where no chamber has a seat.
    """
    drawn = []
    for name, groups, note in chambers:
        spec = chamber_chart(groups, note=note) or chamber_bar(groups)
        if spec is not None:
            inner = {key: value for key, value in spec.items() if key in ("width", "height", "layer", "data")}
            title = {"text": name, "anchor": "middle", "fontSize": 15, "color": INK} if len(chambers) > 1 else None
            drawn.append({**inner, **({"title": title} if title else {})})
    if not drawn:
        return None
    if len(drawn) == 1:
        return chart(drawn[0])
    return chart({"vconcat": drawn, "spacing": 26, "resolve": {"scale": _APART}})


_APART = dict.fromkeys(("shape", "stroke", "fill"), "independent")
"""Each picture has its own legend, for the counts stand in it."""


def _joined(groups: Sequence[SeatGroup]) -> list[SeatGroup]:
    """Groups of one kind as one; without empty ones."""
    joined: dict[str, SeatGroup] = {}
    for group in groups:
        before = joined[group.kind].seats if group.kind in joined else 0
        joined[group.kind] = SeatGroup(group.kind, group.label, before + group.seats)
    return [group for group in joined.values() if group.seats]


def _name(group: SeatGroup) -> str:
    return f"{group.label}: {group.seats}"


def seat_places(total: int) -> list[tuple[float, float]]:
    """Where the seats of a half-circle stand, from the left end of the arc to the right; the outer radius is 1.

    Rows are as far from each other as seats in a row, and each row has seats in proportion to its length.
    """
    n_rows = _rows_for(total)
    radii = [1.0] if n_rows == 1 else [_INNER + (1 - _INNER) * row / (n_rows - 1) for row in range(n_rows)]
    counts = _shares(total, radii)
    found = []
    for radius, count in zip(radii, counts, strict=True):
        for number in range(count):
            part = number / (count - 1) if count > 1 else 0.5
            angle = math.pi * (1 - part)
            found.append((part, radius, radius * math.cos(angle), radius * math.sin(angle)))
    return [(x, y) for _, _, x, y in sorted(found)]


def _rows_for(total: int) -> int:
    """Rows for which seats are about as far apart in a row as rows are."""
    for n_rows in range(1, total + 1):
        gap = (1 - _INNER) / max(n_rows - 1, 1)
        length = math.pi * (1 + _INNER) / 2 * n_rows
        if length / gap >= total or n_rows * 2 > total:
            return n_rows
    return 1


def _shares(total: int, radii: Sequence[float]) -> list[int]:
    """Seats per row in proportion to its radius; what is left after rounding down goes to the largest remainders."""
    exact = [total * radius / sum(radii) for radius in radii]
    counts = [math.floor(share) for share in exact]
    order = sorted(range(len(radii)), key=lambda row: (counts[row] - exact[row], -row))
    for row in order[: total - sum(counts)]:
        counts[row] += 1
    return counts


def _mark_size(places: Sequence[tuple[float, float]]) -> float:
    """Area of a mark that leaves some air between seats."""
    nearest = min((math.dist(first, second) for first, second in itertools.pairwise(places)), default=1.0)
    n_rows = _rows_for(len(places))
    gap = min(0.3, (1 - _INNER) / max(n_rows - 1, 1))
    side = min(max(nearest, 0.6 * gap), gap) * _RADIUS * 0.72
    return round(min(side, 22) ** 2, 1)


def _axis(field: str, low: float, high: float) -> dict[str, Any]:
    scale = {"domain": [low, high], "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


_PLACE = {"x": _axis("x", -1.06, 1.06), "y": _axis("y", -0.06, 1.06)}


def _look(groups: Sequence[SeatGroup]) -> dict[str, Any]:
    """Shape, line and filling, all by the kind of seat, in one legend."""
    looks = [LOOKS[group.kind] for group in groups]
    ranges = {
        "shape": [look.shape for look in looks],
        "stroke": [look.color for look in looks],
        "fill": [look.color if look.is_filled else "#ffffff" for look in looks],
    }
    legend = {"title": None, "orient": "bottom", "columns": 3, "symbolSize": 130, "symbolStrokeWidth": 1.4}
    names = [_name(group) for group in groups]
    return {
        channel: {"field": "kind", "type": "nominal", "scale": {"domain": names, "range": several}, "legend": legend}
        for channel, several in ranges.items()
    }


def _note(note: str) -> dict[str, Any]:
    """Words in the hollow of the arc."""
    text = {"type": "text", "baseline": "middle", "color": INK, "fontSize": 14, "lineBreak": "\n", "lineHeight": 18}
    lines = wrapped(note, _HOLLOW)
    raised = 0.06 + 0.05 * lines.count("\n")
    return {
        "data": {"values": [{"x": 0, "y": raised * 2, "note": lines}]},
        "mark": text,
        "encoding": {**_PLACE, "text": {"field": "note"}},
    }


def chamber_bar(groups: Sequence[SeatGroup], *, needed: int | None = None, note: str = "") -> VegaLite | None:
    """A bar per kind of seat, each beginning where the one above ends, so that the first ones add up to the need.

    Parameters
    ----------
    groups : sequence of SeatGroup
        Groups of one kind are drawn as one.
    needed : int, optional
        Votes for that are needed: a line, counted from the left. Give it only where it is one number.
    note : str
        Words at the line, such as "165 needed".

    Returns
    -------
    VegaLite or None
        None without a seat.
    """
    groups = _joined(groups)
    total = sum(group.seats for group in groups)
    if not total:
        return None
    parts, first = [], 0
    for group in groups:
        fill = LOOKS[group.kind].color if LOOKS[group.kind].is_filled else "#ffffff"
        last = first + group.seats
        parts.append({"label": wrapped(group.label), "from": first, "to": last, "fill": fill, "seats": group.seats})
        first = last
    ends = {"type": "quantitative", "scale": {"domain": [0, total], "nice": False}}
    at = {**ends, "field": "from", "axis": {"title": None, "tickCount": 5}}
    rows = {"field": "label", "type": "nominal", "sort": None, "axis": names_axis()}
    beside = {"type": "text", "align": "left", "dx": 5}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", "height": _BAR, "stroke": INK, "strokeWidth": 1},
         "encoding": {"x": at, "x2": {"field": "to"}, "y": rows,
                      "fill": {"field": "fill", "type": "nominal", "scale": None}}},
        {"mark": beside, "encoding": {"x": {**at, "field": "to"}, "y": rows, "text": {"field": "seats"}}},
    ]  # fmt: skip
    if needed is not None and 0 < needed <= total:
        layers += _needed(needed, note, ends)
    height = (_BAR + _GAP) * len(parts)
    return chart({"width": 2 * _RADIUS, "height": height, "data": {"values": parts}, "layer": layers})


def _needed(needed: int, note: str, ends: dict[str, Any]) -> list[dict[str, Any]]:
    at = {**ends, "field": "at"}
    data = {"values": [{"at": needed, "note": note}]}
    line = {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [5, 3]}
    text = {"type": "text", "y": -9, "color": INK}
    return [
        {"data": data, "mark": line, "encoding": {"x": at}},
        {"data": data, "mark": text, "encoding": {"x": at, "text": {"field": "note"}}},
    ]


def chamber_rows(groups: Sequence[SeatGroup]) -> tuple[tuple[str, int, float], ...]:
    """The table beside the picture: label, seats, share of all seats."""
    groups = _joined(groups)
    total = sum(group.seats for group in groups)
    return tuple((group.label, group.seats, group.seats / total) for group in groups)

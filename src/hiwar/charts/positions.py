"""Pictures of a contested issue: who stands where with what weight, and how positions move from round to round."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.charts.style import COST, GAIN, INK, LINE, SOFT, VegaLite, chart, names_axis, wrapped
from hiwar.methods.positions import Settlement

Row = Mapping[str, Any]
_WIDTH, _ROW, _HEIGHT = 380, 26, 320
MOST_ACTORS = 40
"""More actors than this are not drawn: nobody could tell them apart."""
_DASHES = {"mean": (1, 0), "median": (6, 3)}
_COLORS = {"mean": COST, "median": GAIN}


def actor_rows(found: Settlement) -> list[Row]:
    """One row per actor of a settlement, for `positions_chart`."""
    positions = found.path[0].tolist()
    return [
        {"actor": name, "position": at, "low": at, "high": at, "weight": weight}
        for name, at, weight in zip(found.actors, positions, found.weights.tolist(), strict=True)
    ]


def path_rows(found: Settlement) -> list[Row]:
    """One row per actor and round of a settlement, for `path_chart`."""
    return [
        {"actor": name, "round": number, "position": at}
        for number, row in enumerate(found.path.tolist())
        for name, at in zip(found.actors, row, strict=True)
    ]


def positions_chart(rows: Sequence[Row], lines: Mapping[str, tuple[str, float]], *, title: str) -> VegaLite | None:
    """A line for every actor with its position, as large as its weight, and upright lines for the centres.

    Parameters
    ----------
    rows
        ``actor``, ``position``, ``low``, ``high`` (bounds of the position), ``weight``; one per actor.
    lines
        ``mean`` and ``median`` to a label and a position.
    title
        What positions measure, with its unit.

    None where there is no actor, or more than `MOST_ACTORS`.
    """
    if not 1 <= len(rows) <= MOST_ACTORS:
        return None
    ranked = sorted(rows, key=lambda row: (row["position"], row["actor"]))
    drawn = [{**row, "name": wrapped(row["actor"])} for row in ranked]
    order = [row["name"] for row in drawn]
    at = {
        "x": {
            "field": "position",
            "type": "quantitative",
            "title": title,
            "scale": {"zero": False, "nice": False, "padding": 16},
        },
        "y": {"field": "name", "type": "nominal", "sort": order, "axis": names_axis()},
    }
    size = {"field": "weight", "type": "quantitative", "legend": None, "scale": {"rangeMin": 12, "rangeMax": 420}}
    bounds = {**at, "x": {**at["x"], "field": "low"}, "x2": {"field": "high"}}
    dot = {"type": "circle", "color": INK, "opacity": 0.85}
    layers = [
        *_upright(lines),
        {"data": {"values": drawn}, "mark": {"type": "rule", "color": LINE, "strokeWidth": 5}, "encoding": bounds},
        {"data": {"values": drawn}, "mark": dot, "encoding": {**at, "size": size}},
    ]
    return chart({"width": _WIDTH, "height": {"step": _ROW}, "layer": layers})


def path_chart(rows: Sequence[Row], lines: Sequence[Row], *, title: str, rounds: str) -> VegaLite | None:
    """Positions by round, a line for each actor, named where it ends, and the weighted mean and median drawn over them.

    Parameters
    ----------
    rows
        ``actor``, ``round`` (from 0), ``position``; one per actor and round.
    lines
        ``kind`` (`mean` or `median`), ``label``, ``round``, ``position``.
    title, rounds
        Titles of the axes.

    None where there is no actor, or more than `MOST_ACTORS`.
    """
    ends = _ends(rows)
    if not 1 <= len({row["actor"] for row in rows}) <= MOST_ACTORS:
        return None
    at = {
        "x": {"field": "round", "type": "quantitative", "title": rounds, "axis": {"tickMinStep": 1, "grid": False}},
        "y": {"field": "position", "type": "quantitative", "title": title, "scale": {"zero": False}},
    }
    each = {**at, "detail": {"field": "actor"}}
    kinds = [kind for kind in _COLORS if any(row["kind"] == kind for row in lines)]
    labels = [next(row["label"] for row in lines if row["kind"] == kind) for kind in kinds]
    legend = {"title": None, "orient": "bottom", "symbolType": "stroke"}
    centres = {
        **at,
        "color": {"field": "label", "type": "nominal", "legend": legend,
                  "scale": {"domain": labels, "range": [_COLORS[kind] for kind in kinds]}},
        "strokeDash": {"field": "label", "type": "nominal", "legend": legend,
                       "scale": {"domain": labels, "range": [list(_DASHES[kind]) for kind in kinds]}},
    }  # fmt: skip
    text = {"type": "text", "align": "left", "dx": 8, "lineBreak": "\n"}
    layers: list[dict[str, Any]] = [
        {"data": {"values": list(rows)}, "mark": {"type": "line", "color": SOFT, "strokeWidth": 1.2}, "encoding": each},
        {"data": {"values": list(lines)}, "mark": {"type": "line", "strokeWidth": 3}, "encoding": centres},
        {"data": {"values": ends}, "mark": text, "encoding": {**at, "text": {"field": "names"}}},
    ]
    return chart({"width": _WIDTH, "height": _HEIGHT, "layer": layers})


def _upright(lines: Mapping[str, tuple[str, float]]) -> list[dict[str, Any]]:
    """Lines for the centres, told apart by colour and dashes, each with its label above."""
    drawn = []
    for place, (kind, (label, position)) in enumerate(lines.items()):
        data = {"values": [{"position": position, "label": label}]}
        x = {"x": {"field": "position", "type": "quantitative"}}
        rule = {"type": "rule", "color": _COLORS[kind], "strokeWidth": 2, "strokeDash": list(_DASHES[kind])}
        text = {"type": "text", "color": _COLORS[kind], "align": "left", "baseline": "bottom", "dx": 4}
        drawn += [
            {"data": data, "mark": rule, "encoding": x},
            {"data": data, "mark": {**text, "y": -4 - 16 * place},
             "encoding": {**x, "text": {"field": "label"}}},
        ]  # fmt: skip
    return drawn


def _ends(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Names at the end of their lines; lines that end close to each other share a label."""
    last = max((row["round"] for row in rows), default=0)
    spread = [row["position"] for row in rows]
    ends = sorted((row["position"], row["actor"]) for row in rows if row["round"] == last)
    room = 0.05 * ((max(spread) - min(spread)) if spread else 0.0)
    groups: list[list[tuple[float, str]]] = []
    for position, actor in ends:
        if groups and position - groups[-1][0][0] <= room:
            groups[-1].append((position, actor))
        else:
            groups.append([(position, actor)])
    return [
        {
            "round": last,
            "position": sum(position for position, _ in group) / len(group),
            "names": wrapped(", ".join(actor for _, actor in group), 34, 3),
        }
        for group in groups
    ]

"""Pictures of a conflict: the graph of its states, who stays where, and the ways on from where things stand."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hiwar.charts.graph_layout import Point, spread_out
from hiwar.charts.style import COURSES, GAIN, INK, LINE, VegaLite, chart, names_axis, wrapped
from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.spaces import GraphModel, IntArray, RankArray, moves_from
from hiwar.methods.graph_model.stability import Stability
from hiwar.methods.graph_model.status_quo import StatusQuo

Say = Callable[..., str]
"""Gives a message of the catalogue by its key."""
Name = Callable[[int], str]
"""Gives the name of a state by its cell."""
Records = list[dict[str, Any]]
Lines = list[tuple[int, int, int, str]]
"""Owner, from, to, and what the arrow says: to the better state; or the only way there is; or either way."""

MOST_STATES = 48
"""More states than this are not drawn: nobody could tell them apart."""
HOLDS, FEARS, LEAVES = "holds", "fears", "leaves"
_STATES = {HOLDS: "chart.state_holds", FEARS: "chart.state_fears", LEAVES: "chart.state_leaves"}
_ON_THE_WAY = {"target": "chart.state_target", "start": "chart.state_start", "passed": "chart.state_passed"}
_STAYS = {HOLDS: "chart.stays", FEARS: "chart.stays_for_fear", LEAVES: "chart.would_leave"}
_LOOKS = ((INK, INK, 2.0), ("white", INK, 3.5), ("white", "#8b857c", 1.2))
"""Fill, rim and width of the rim of three kinds of states."""
_RIM, _GAP = 9.0, 13.0
"""Pixels from the middle of a state to its rim, and to the tip of an arrow that points to it."""


def state_graph_chart(stability: Stability, say: Say, name: Name) -> VegaLite | None:
    """States as points, moves as lines by owner, arrows where a move improves things; states that hold are filled.

    None where the conflict has more than ``MOST_STATES`` states.
    """
    model = stability.model
    cells = model.space.states.tolist()
    if len(cells) > MOST_STATES:
        return None
    width, height = _size(len(cells))
    lines = _lines(model)
    places = spread_out(cells, [(start, end) for _, start, end, _ in lines], width, height)
    drawn = [_arrow(model.space.names[maker], places[start], places[end], arrow) for maker, start, end, arrow in lines]
    away = _free_sides(places, lines)
    points = [_point(places[cell], wrapped(name(cell), 16, 2), _kind(stability, cell), away[cell]) for cell in cells]
    layers = [*_edges(drawn, model.space.names, say("chart.moves_of_arrows")), *_nodes(points, say, _STATES)]
    return chart({"width": width, "height": height, "layer": layers})


def _size(count: int) -> tuple[float, float]:
    side = 150 + 62 * math.sqrt(count) * 1.25
    return round(min(side * 1.25, 760)), round(min(side * 0.95, 620))


def _lines(model: GraphModel) -> Lines:
    """One line for the moves between two states, there and back."""
    found: Lines = []
    for maker in range(len(model.space.names)):
        rank = model.rank[maker]
        moves = {
            (cell, end) for cell in model.space.states.tolist() for end in moves_from(model.space, maker, cell).tolist()
        }
        for start, end in sorted(moves):
            back = (end, start) in moves
            if rank[end] > rank[start]:
                found.append((maker, start, end, "improves"))
            elif not back:
                found.append((maker, start, end, "one_way"))
            elif rank[end] == rank[start] and start < end:
                found.append((maker, start, end, "either"))
    return found


def _arrow(owner: str, start: Point, end: Point, arrow: str) -> dict[str, Any]:
    """A line between two places, and the tip of its arrow, in pixels and degrees."""
    length = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    along_x, along_y = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return {
        "owner": owner, "arrow": arrow, "x": start[0], "y": start[1], "to_x": end[0], "to_y": end[1],
        "tip_x": end[0] - along_x * _GAP, "tip_y": end[1] - along_y * _GAP,
        "angle": math.degrees(math.atan2(along_x, -along_y)),
    }  # fmt: skip


def _edges(drawn: Records, owners: Sequence[str], title: str) -> list[dict[str, Any]]:
    styles = [COURSES[place % len(COURSES)] for place in range(len(owners))]
    legend = {"orient": "top", "title": wrapped(title, 80).split("\n"), "titleLimit": 700, "columns": 2,
              "symbolType": "stroke", "symbolSize": 500, "labelLimit": 260}  # fmt: skip
    colour = {"field": "owner", "type": "nominal", "legend": legend,
              "scale": {"domain": list(owners), "range": [style for style, _ in styles]}}  # fmt: skip
    dash = {"field": "owner", "type": "nominal", "legend": legend,
            "scale": {"domain": list(owners), "range": [list(dashes) or [1, 0] for _, dashes in styles]}}  # fmt: skip
    ends = {"x2": {"field": "to_x"}, "y2": {"field": "to_y"}}
    rules = {"data": {"values": drawn}, "mark": {"type": "rule", "strokeWidth": 1.6, "opacity": 0.85},
             "encoding": {**_at("x", "y"), **ends, "color": colour, "strokeDash": dash}}  # fmt: skip
    angle = {"field": "angle", "type": "quantitative", "scale": None}
    layers = [rules]
    for arrow, filled in (("improves", True), ("one_way", False), ("does_not", False)):
        tips = [line for line in drawn if line["arrow"] == arrow]
        mark = {"type": "point", "shape": "triangle", "size": 75, "filled": filled, "opacity": 1}
        mark |= {} if filled else {"fill": "white", "strokeWidth": 1.6}
        encoding = {**_at("tip_x", "tip_y"), "angle": angle, "color": {**colour, "legend": None}}
        layers += [{"data": {"values": tips}, "mark": mark, "encoding": encoding}] if tips else []
    return layers


def _at(x: str, y: str) -> dict[str, Any]:
    """Places are pixels already: no scale bends them."""
    return {"x": {"field": x, "type": "quantitative", "scale": None, "axis": None},
            "y": {"field": y, "type": "quantitative", "scale": None, "axis": None}}  # fmt: skip


def _point(place: Point, state: str, kind: str, away: tuple[int, int] = (0, 1)) -> dict[str, Any]:
    """A state with its label on the side given (right, down)."""
    lines = state.split("\n")
    beside = _RIM + 7 + 3.4 * max(len(line) for line in lines)
    below = _RIM + 3 + 7.5 * len(lines)
    at_x, at_y = place[0] + away[0] * beside, place[1] + away[1] * below
    return {"x": place[0], "y": place[1], "label_x": at_x, "label_y": at_y, "state": state, "kind": kind}


def _free_sides(places: Mapping[int, Point], lines: Lines) -> dict[int, tuple[int, int]]:
    """For each state the side, below if in doubt, on which the fewest lines leave it."""
    towards: dict[int, list[tuple[float, float]]] = {cell: [] for cell in places}
    for _, start, end, _ in lines:
        for here, there in ((start, end), (end, start)):
            x, y = places[there][0] - places[here][0], places[there][1] - places[here][1]
            length = math.hypot(x, y) or 1.0
            towards[here].append((x / length, y / length))
    sides = ((0, 1), (0, -1), (1, 0), (-1, 0))
    return {
        cell: min(sides, key=lambda side: max((x * side[0] + y * side[1] for x, y in lines), default=0.0))
        for cell, lines in towards.items()
    }


def _nodes(points: Records, say: Say, words: Mapping[str, str]) -> list[dict[str, Any]]:
    """States as points: filled, with a thick rim, with a thin rim; the legend names the kinds that occur."""
    there = {point["kind"] for point in points}
    looks = {kind: look for kind, look in zip(words, _LOOKS, strict=True) if kind in there}
    points = [{**point, "rim": looks[point["kind"]][2], "kind": say(words[point["kind"]])} for point in points]
    legend = {"orient": "bottom", "offset": 30, "title": None, "direction": "vertical", "symbolSize": 170,
              "labelLimit": 520}  # fmt: skip
    encoding = {**_at("x", "y"), "strokeWidth": {"field": "rim", "type": "quantitative", "scale": None}}
    for place, channel in enumerate(("fill", "stroke")):
        scale = {"domain": [say(words[kind]) for kind in looks], "range": [look[place] for look in looks.values()]}
        encoding[channel] = {"field": "kind", "type": "nominal", "legend": legend, "scale": scale}
    dots = {"data": {"values": points}, "mark": {"type": "point", "size": 250, "opacity": 1}, "encoding": encoding}
    text = {"type": "text", "fontSize": 12.5, "lineBreak": "\n", "baseline": "middle"}
    labels = {**_at("label_x", "label_y"), "text": {"field": "state"}}
    halo = {"data": {"values": points}, "mark": {**text, "stroke": "white", "strokeWidth": 4, "color": "white"},
            "encoding": labels}  # fmt: skip
    return [dots, halo, {"data": {"values": points}, "mark": {**text, "color": INK}, "encoding": labels}]


def _stays(stability: Stability, maker: int, cell: int) -> str:
    """By itself (Nash), only for fear of replies, or not at all; over the concepts that were analysed."""
    asked = stability.concepts
    if Concept.NASH in asked and stability.stable(Concept.NASH)[maker, cell]:
        return HOLDS
    others = (concept for concept in asked if concept is not Concept.NASH)
    return FEARS if any(stability.stable(concept)[maker, cell] for concept in others) else LEAVES


def _kind(stability: Stability, cell: int) -> str:
    """An equilibrium by itself, an equilibrium by some concept only for fear, or none."""
    held = [concept for concept in stability.concepts if bool(stability.stable(concept)[:, cell].all())]
    return HOLDS if Concept.NASH in held else FEARS if held else LEAVES


def who_stays_chart(stability: Stability, say: Say, name: Name) -> VegaLite | None:
    """Who stays where: a full dot by itself (Nash), a ring only for fear of replies, a cross where it would leave.

    The last column says which states hold. None where the conflict has more than ``MOST_STATES`` states.
    """
    model = stability.model
    cells = model.space.states.tolist()
    if len(cells) > MOST_STATES:
        return None
    everybody = say("chart.all_stay")
    drawn = [
        {"state": wrapped(name(cell), 34, 2), "maker": wrapped(maker, 14, 4), "stays": say(_STAYS[stays])}
        for cell in cells
        for maker, stays in [
            *((each, _stays(stability, number, cell)) for number, each in enumerate(model.space.names)),
            (everybody, _kind(stability, cell)),
        ]
    ]
    kinds = [say(key) for key in _STAYS.values()]
    legend = {"orient": "top", "title": None, "direction": "vertical", "symbolSize": 150, "labelLimit": 520}
    x = {"field": "maker", "type": "nominal", "sort": None, "axis": {
        "title": None, "orient": "top", "labelAngle": 0, "labelExpr": "split(datum.label, '\\n')", "domain": False,
        "ticks": False, "labelLimit": 140}}  # fmt: skip
    y = {"field": "state", "type": "nominal", "sort": None, "axis": {**names_axis(), "grid": True}}
    encoding: dict[str, Any] = {"x": x, "y": y}
    looks = {
        "shape": ["circle", "circle", "cross"],
        "fill": [INK, "white", LINE],
        "stroke": [INK, GAIN, LINE],
        "strokeWidth": [1.5, 3, 0],
        "size": [170, 150, 45],
    }
    for channel, values in looks.items():
        scale = {"domain": kinds, "range": values}
        encoding[channel] = {"field": "stays", "type": "nominal", "scale": scale, "legend": legend}
    mark = {"type": "point", "opacity": 1}
    columns = 96 if len(model.space.names) < 6 else 78
    return chart({"width": {"step": columns}, "height": {"step": 34 if len(cells) < 20 else 26},
                  "data": {"values": drawn}, "mark": mark, "encoding": encoding})  # fmt: skip


def paths_chart(paths: StatusQuo, rank: RankArray, targets: IntArray, say: Say, name: Name) -> VegaLite | None:
    """From where things stand to the states asked for: a tree of moves, each by the one who makes it.

    Arrows are filled where a move improves things for the mover, by ``rank`` (decision maker, cell).

    None where no target can be reached, or the tree has more than ``MOST_STATES`` states.
    """
    tree: Records = [
        {str(key): value for key, value in node.items()} for node in paths.tree(targets).to_dict("records")
    ]
    if not 1 < len(tree) <= MOST_STATES:
        return None
    wanted = set(targets.tolist())
    rows = _rows(tree)
    across, down = 150.0, 46.0
    place = {node["node"]: (node["depth"] * across, rows[node["node"]] * down) for node in tree}
    points = [
        _point(
            place[node["node"]],
            wrapped(name(node["cell"]), 20, 2),
            "start" if node["parent"] < 0 else "target" if node["cell"] in wanted else "passed",
            (-1, 0) if node["parent"] < 0 else (0, 1),
        )
        for node in tree
    ]
    cells = {node["node"]: node["cell"] for node in tree}
    drawn = []
    for node in tree[1:]:
        own = rank[paths.space.names.index(node["mover"])]
        arrow = "improves" if own[node["cell"]] > own[cells[node["parent"]]] else "does_not"
        drawn.append(_arrow(node["mover"], place[node["parent"]], place[node["node"]], arrow))
    width = max(x for x, _ in place.values()) + 60
    height = max(y for _, y in place.values()) + 26
    layers = [*_edges(drawn, paths.space.names, say("chart.moves_of_steps")), *_nodes(points, say, _ON_THE_WAY)]
    return chart({"width": width, "height": max(height, 40), "layer": layers})


def _rows(tree: Records) -> dict[int, float]:
    """Leaves one below the other, every other node in the middle of what follows it."""
    following: dict[int, list[int]] = {int(node["node"]): [] for node in tree}
    for node in tree:
        if node["parent"] >= 0:
            following[node["parent"]].append(node["node"])
    rows: dict[int, float] = {}
    leaves = [number for number in _depth_first(tree[0]["node"], following) if not following[number]]
    rows |= {number: float(row) for row, number in enumerate(leaves)}
    for number in sorted(following, reverse=True):
        if following[number]:
            rows[number] = sum(rows[after] for after in following[number]) / len(following[number])
    return rows


def _depth_first(root: int, following: dict[int, list[int]]) -> list[int]:
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting += reversed(following[node])
    return order

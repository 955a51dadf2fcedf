"""Places for the boxes of a graph of causes: causes above, consequences below, lines around the boxes between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

Node = str | tuple[int, int]
"""A box, or the place where a long arrow (by its number) passes a row (by its number)."""
Arrow = tuple[str, str]
_SWEEPS = 12
_MOST_ACROSS = 4.0
"""Steps from the first box of a row to the last, as long as one part alone is not wider."""


@dataclass(frozen=True)
class Layers:
    """Rows of boxes from above, and what each long arrow passes on its way."""

    across: Mapping[Node, float]
    """Place in its row, in steps of one box."""
    row: Mapping[Node, int]
    passes: Mapping[int, tuple[Node, ...]]
    """Arrow to the places between its ends, from its cause to its consequence."""

    @property
    def width(self) -> float:
        """Steps from the first box to the last."""
        return max(self.across.values(), default=0.0)

    @property
    def depth(self) -> int:
        """Rows below the first."""
        return max(self.row.values(), default=0)


def layered(nodes: Sequence[str], arrows: Sequence[Arrow]) -> Layers:
    """Rows by the longest way from above, order by the middle of the neighbours (Sugiyama and others 1981).

    Parts that do not hang together stand side by side as far as there is room, then one below the other.
    """
    whole = nx.Graph()
    whole.add_nodes_from(nodes)
    whole.add_edges_from(arrows)
    parts = sorted(nx.connected_components(whole), key=lambda part: (-len(part), min(part)))
    across: dict[Node, float] = {}
    row: dict[Node, int] = {}
    passes: dict[int, tuple[Node, ...]] = {}
    left, top, depth = 0.0, 0, 0
    for part in parts:
        drawn = _part(sorted(part), {n: arrow for n, arrow in enumerate(arrows) if arrow[0] in part})
        if left and left + drawn.width > _MOST_ACROSS:
            left, top = 0.0, top + depth + 1
            depth = 0
        across |= {node: place + left for node, place in drawn.across.items()}
        row |= {node: level + top for node, level in drawn.row.items()}
        passes |= drawn.passes
        left, depth = left + drawn.width + 1, max(depth, drawn.depth)
    return Layers(across, row, passes)


def _part(nodes: Sequence[str], arrows: Mapping[int, Arrow]) -> Layers:
    """The rows of one part that hangs together."""
    row = _rows(nodes, list(arrows.values()))
    passes: dict[int, tuple[Node, ...]] = {}
    links: list[tuple[Node, Node]] = []
    for number, (start, end) in arrows.items():
        step = 1 if row[start] < row[end] else -1
        levels = range(row[start] + step, row[end], step) if row[start] != row[end] else range(0)
        passes[number] = tuple((number, level) for level in levels)
        row.update({(number, level): level for level in levels})
        whole: list[Node] = [start, *passes[number], end]
        links += pairwise(whole)
    return Layers(_across(row, links), row, passes)


def _rows(nodes: Sequence[str], arrows: Sequence[Arrow]) -> dict[Node, int]:
    """Longest way from above, loops opened where they close; first causes moved down to what they cause."""
    graph = nx.DiGraph()
    graph.add_nodes_from(nodes)
    for start, end in arrows:
        if start != end and not (graph.has_node(end) and nx.has_path(graph, end, start)):
            graph.add_edge(start, end)
    row: dict[Node, int] = {}
    for node in nx.lexicographical_topological_sort(graph):
        row[node] = max((row[before] + 1 for before in graph.predecessors(node)), default=0)
    for node in nodes:
        if not graph.in_degree(node) and graph.out_degree(node):
            row[node] = min(row[after] for after in graph.successors(node)) - 1
    return row


def _across(row: Mapping[Node, int], links: Sequence[tuple[Node, Node]]) -> dict[Node, float]:
    """Places within rows: sweeps down and up, each row set out by the middle of its neighbours."""
    levels = [[node for node in row if row[node] == level] for level in range(max(row.values(), default=0) + 1)]
    near: dict[Node, list[Node]] = {node: [] for node in row}
    for first, second in links:
        near[first].append(second)
        near[second].append(first)
    across: dict[Node, float] = {node: float(place) for level in levels for place, node in enumerate(level)}
    for sweep in range(_SWEEPS):
        for level in levels if sweep % 2 == 0 else reversed(levels):
            if level:
                _set_out(level, across, near)
    left = min(across.values(), default=0.0)
    return {node: round(place - left, 3) for node, place in across.items()}


def _set_out(level: list[Node], across: dict[Node, float], near: Mapping[Node, Sequence[Node]]) -> None:
    """Order one row by the middle of the neighbours and keep its boxes apart, as near to these middles as may be."""
    wish = {n: sum(across[m] for m in near[n]) / len(near[n]) if near[n] else across[n] for n in level}
    level.sort(key=lambda node: (wish[node], across[node]))
    places = [wish[level[0]]]
    for before, node in pairwise(level):
        places.append(max(wish[node], places[-1] + _room(before, node)))
    # Boxes were only pushed to the right; the row is drawn back by as much as it was pushed on average.
    shift = sum(place - wish[node] for place, node in zip(places, level, strict=True)) / len(level)
    across.update({node: place - shift for node, place in zip(level, places, strict=True)})


def _room(first: Node, second: Node) -> float:
    """Two boxes need a whole step; a line that passes needs less."""
    return (0.5 if isinstance(first, str) else 0.1) + (0.5 if isinstance(second, str) else 0.1)

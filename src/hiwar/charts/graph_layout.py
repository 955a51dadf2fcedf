"""Where the points of a small graph are drawn: computed here, the same every time, without crossings piled up."""

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

Point = tuple[float, float]


def spread_out(
    nodes: Sequence[int], pairs: Iterable[tuple[int, int]], width: float, height: float
) -> Mapping[int, Point]:
    """Place nodes so that few moves apart is close by; parts that hang together apart from each other, side by side.

    Distances on paper follow distances in the graph (Kamada & Kawai 1989).
    """
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    total = sum(len(part) ** 0.5 for part in parts)
    places: dict[int, Point] = {}
    left = 0.0
    for part in parts:
        share = width * len(part) ** 0.5 / total
        for node, (x, y) in _fitted(graph.subgraph(part), part, share, height).items():
            places[node] = (left + x, y)
        left += share
    return places


def _fitted(graph: "nx.Graph", part: Sequence[int], width: float, height: float) -> dict[int, Point]:
    """The layout of one part, stretched over its box."""
    start = nx.circular_layout(sorted(part))
    layout = nx.kamada_kawai_layout(graph, pos=start) if len(part) > 2 else start
    xs, ys = ([float(layout[node][axis]) for node in part] for axis in (0, 1))
    return {
        node: (_stretched(x, xs, width), _stretched(y, ys, height)) for node, x, y in zip(part, xs, ys, strict=True)
    }


def _stretched(value: float, values: Sequence[float], length: float) -> float:
    low, high = min(values), max(values)
    share = 0.5 if high - low < 1e-9 else (value - low) / (high - low)
    return round(share * length, 2)

"""Undominated scores where they are too many to keep: one score stands for others near it, and the error is known.

The idea of covering is that of approximate Pareto sets (Papadimitriou & Yannakakis (2000), *FOCS*); the error here is
not set beforehand but carried along with each score and read off at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hiwar.methods.packages.arrays import FloatArray, IntArray
from hiwar.methods.packages.counting import reservations_of
from hiwar.methods.packages.diagram import Diagram, Layer
from hiwar.methods.packages.forms import ModelError
from hiwar.methods.packages.kernels import cover
from hiwar.methods.packages.merging import undominated

MOST_KEPT = 1500
"""Scores kept per issue."""
FINEST = 1 / 4096
"""The first width of a neighbourhood tried, as a part of each party's range."""


@dataclass(frozen=True, eq=False)
class Covering:
    """Scores of real packages that stand for all others, with one package each (or more, where several were met)."""

    scores: IntArray
    """(score, party): undominated among those found, ascending."""
    chosen: dict[tuple[int, ...], list[tuple[int, ...]]]

    def packages(self, score: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """The packages met with these scores; there may be others."""
        return iter(self.chosen[score])

    def count(self, score: tuple[int, ...]) -> int:
        """How many packages were met with these scores."""
        return len(self.chosen[score])


@dataclass(frozen=True, eq=False)
class _Kept:
    """Scores after an issue; ``upper`` is what the partial packages that a score stands for may reach at most."""

    values: IntArray
    upper: IntArray
    node: IntArray
    parent: IntArray
    option: IntArray


def merge_roughly(diagram: Diagram, *, acceptable: bool, most_kept: int = MOST_KEPT) -> tuple[Covering, IntArray]:
    """Scores that come near every undominated one, and how near: (party,) scaled points.

    Raises
    ------
    ModelError
        Packages acceptable to all may exist, but none was found.
    """
    n_parties = diagram.arrays.n_parties
    if diagram.is_empty:
        return Covering(np.zeros((0, n_parties), dtype=np.int64), {}), np.zeros(n_parties, dtype=np.int64)
    zero = np.zeros((1, n_parties), dtype=np.int64)
    nothing = np.zeros(1, dtype=np.int64)
    kept = [_Kept(zero, zero, nothing, nothing, nothing)]
    bounds = reservations_of(diagram.arrays) if acceptable else np.full(n_parties, np.iinfo(np.int64).min // 2)
    span = np.maximum(diagram.best_rest[0][0] - diagram.worst_rest[0][0], 1).astype(np.float64)
    for depth, layer in enumerate(diagram.layers, start=1):
        found = _candidates(kept[-1], layer)
        hopeless = (found.upper < bounds - diagram.best_rest[depth][found.node]).any(axis=1)
        kept.append(_covered(_rows(found, np.flatnonzero(~hopeless)), span, most_kept))
    return _finish(diagram, kept, bounds, span)


def _rows(kept: _Kept, rows: IntArray) -> _Kept:
    return _Kept(kept.values[rows], kept.upper[rows], kept.node[rows], kept.parent[rows], kept.option[rows])


def _candidates(kept: _Kept, layer: Layer) -> _Kept:
    """Every kept score with every option that follows it."""
    pairs = [(arc, np.flatnonzero(kept.node == source)) for arc, source in enumerate(layer.source)]
    parent = np.concatenate([rows for _, rows in pairs])
    arcs = np.repeat(np.arange(layer.source.size), [rows.size for _, rows in pairs])
    shift = layer.worth[arcs]
    return _Kept(
        kept.values[parent] + shift, kept.upper[parent] + shift, layer.target[arcs], parent, layer.option[arcs]
    )


def _covered(found: _Kept, span: FloatArray, most_kept: int) -> _Kept:
    """Few enough scores, by neighbourhoods as narrow as that allows."""
    most_kept = max(most_kept, np.unique(found.node).size)  # each node needs one
    order = np.lexsort((-(found.values / span).sum(axis=1), found.node))  # nodes apart, the best in sum first
    found = _rows(found, order)
    width = 0.0
    while True:
        near = np.floor(width * span).astype(np.int64)
        keep, upper = cover(found.values, found.upper, found.node, near, most_kept)
        if keep.size <= most_kept:
            kept = _rows(found, keep)
            return _Kept(kept.values, upper, kept.node, kept.parent, kept.option)
        width = max(FINEST, width * 1.6)


def _finish(diagram: Diagram, kept: list[_Kept], bounds: IntArray, span: FloatArray) -> tuple[Covering, IntArray]:
    last = kept[-1]
    good = np.flatnonzero((last.values >= bounds).all(axis=1))
    if not good.size and last.values.size:
        raise ModelError("no acceptable package was found, but there may be some; the scores are too many to tell")
    scores = undominated(last.values[good])
    chosen: dict[tuple[int, ...], list[tuple[int, ...]]] = {tuple(map(int, row)): [] for row in scores}
    for row in good.tolist():
        key = tuple(map(int, last.values[row]))
        if key in chosen:
            chosen[key].append(_trace(diagram, kept, row))
    error = np.zeros(len(bounds), dtype=np.int64)
    for upper in last.upper:
        short = np.maximum(upper - scores, 0)
        error = np.maximum(error, short[(short / span).max(axis=1).argmin()])
    return Covering(scores, chosen), error


def _trace(diagram: Diagram, kept: list[_Kept], row: int) -> tuple[int, ...]:
    chosen = [0] * len(diagram.layers)
    for layer, after in zip(reversed(diagram.layers), reversed(kept), strict=False):
        chosen[layer.issue] = int(after.option[row])
        row = int(after.parent[row])
    return tuple(chosen)

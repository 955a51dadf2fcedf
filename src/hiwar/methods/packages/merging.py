"""Undominated scores of all packages, by merging issue after issue and dropping what is dominated on the way.

A partial package whose scores another one reaches or betters, in the same state of the rules, cannot be part of an
undominated package. So sets of scores stay small where the number of packages is astronomical.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hiwar.methods.packages.arrays import BoolArray, IntArray
from hiwar.methods.packages.diagram import Diagram
from hiwar.methods.packages.kernels import locate, merge_two, undominated_many, undominated_three

Pruner = Callable[[int, int, IntArray], BoolArray]
"""Layer (1 after the first issue), node, (score, party): which partial packages are still of interest."""

MOST_SCORES = 20_000_000
"""More scores than this in all layers together are not kept (three parties: half a gigabyte)."""
MOST_COMPARED = 60_000
"""With four or more parties each score is compared with each other one: more than this at one node are refused."""


class TooManyScoresError(Exception):
    """Undominated scores do not fit; the caller takes another way or says so."""

    def __init__(self, issues: int, scores: int) -> None:
        super().__init__(f"after {issues} issues there are {scores:,} scores")
        self.issues = issues
        self.scores = scores


@dataclass(frozen=True, eq=False)
class Scores:
    """Undominated scores at the nodes of one layer; each node's in ascending lexicographic order."""

    values: IntArray
    """(score, party)"""
    starts: IntArray
    """(node + 1,): where each node's scores begin."""

    def at(self, node: int) -> IntArray:
        """(score, party): of one node."""
        return self.values[self.starts[node] : self.starts[node + 1]]


@dataclass(frozen=True, eq=False)
class Merged:
    """A diagram with the undominated scores after each issue, from which packages are found again."""

    diagram: Diagram
    layers: tuple[Scores, ...]
    """One entry more than issues: the first is before any issue."""

    @property
    def final(self) -> IntArray:
        """(score, party): of whole packages, ascending in the first party's."""
        return self.layers[-1].values

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Per final score: how many packages have it."""
        exact_type = np.int64 if self.diagram.count < 1 << 62 else np.object_
        before = np.ones(1, dtype=exact_type)
        for layer, source, target in zip(self.diagram.layers, self.layers, self.layers[1:], strict=False):
            after = np.zeros(len(target.values), dtype=exact_type)
            for arc in range(layer.source.size):
                from_node, to_node = int(layer.source[arc]), int(layer.target[arc])
                found = locate(target.at(to_node), source.at(from_node) + layer.worth[arc])
                counts = before[source.starts[from_node] : source.starts[from_node + 1]]
                after[target.starts[to_node] + found[found >= 0]] += counts[found >= 0]
            before = after
        return tuple(int(count) for count in before)

    def count(self, score: Sequence[int]) -> int:
        """How many packages have a final score."""
        return self.counts[int(np.flatnonzero((self.final == np.asarray(score)).all(axis=1))[0])]

    def packages(self, score: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Every package with a final score, as option numbers per issue; the first one comes at once."""
        n_issues = len(self.diagram.layers)
        chosen = [0] * n_issues
        trail = [self._ways_to(n_issues, 0, np.asarray(score, dtype=np.int64))]
        while trail:
            step = next(trail[-1], None)
            if step is None:
                trail.pop()
                continue
            depth = n_issues - len(trail)
            chosen[self.diagram.layers[depth].issue] = step[0]
            if depth == 0:
                yield tuple(chosen)
            else:
                trail.append(self._ways_to(depth, step[1], step[2]))

    def _ways_to(self, depth: int, node: int, score: IntArray) -> Iterator[tuple[int, int, IntArray]]:
        """Options of the issue before, each with the node and the score it leads from."""
        layer = self.diagram.layers[depth - 1]
        first, last = np.searchsorted(layer.target, [node, node + 1])
        for arc in range(int(first), int(last)):
            source, wanted = int(layer.source[arc]), score - layer.worth[arc]
            rows = self.layers[depth - 1].at(source)
            low, high = np.searchsorted(rows[:, 0], wanted[0], "left"), np.searchsorted(rows[:, 0], wanted[0], "right")
            if (rows[low:high] == wanted).all(axis=1).any():
                yield int(layer.option[arc]), source, wanted


def merge(
    diagram: Diagram, pruner: Pruner | None = None, *, most_scores: int = MOST_SCORES, most_checked: int | None = None
) -> Merged:
    """Merge the issues of a diagram; ``most_checked`` as in `undominated`, but for whole packages.

    Raises
    ------
    TooManyScoresError
        More than ``most_scores`` would have to be kept.
    """
    n_parties = diagram.arrays.n_parties
    scores = Scores(np.zeros((1, n_parties), dtype=np.int64), np.array([0, 1]))
    layers = [scores]
    kept = 1
    for depth, layer in enumerate(diagram.layers, start=1):
        ends = np.searchsorted(layer.target, np.arange(layer.n_targets + 1))
        found = []
        for node in range(layer.n_targets):
            arcs = slice(ends[node], ends[node + 1])
            checked = None if depth == len(diagram.layers) else most_checked
            own = _merge_node(scores, layer.source[arcs], layer.worth[arcs], depth, node, pruner, checked)
            kept += len(own)
            if kept > most_scores:
                raise TooManyScoresError(depth, kept)
            found.append(own)
        sizes = np.array([0, *(len(own) for own in found)])
        scores = Scores(np.concatenate(found), np.cumsum(sizes))
        layers.append(scores)
    if diagram.is_empty:
        scores = Scores(np.zeros((0, n_parties), dtype=np.int64), np.array([0, 0]))
        return Merged(diagram, (scores,))
    return Merged(diagram, tuple(layers))


def bound_pruner(diagram: Diagram, bounds: IntArray) -> Pruner:
    """Drops partial packages that can no longer reach these scores."""
    need = [bounds - rest for rest in diagram.best_rest]

    def prune(depth: int, node: int, scores: IntArray) -> BoolArray:
        keep: BoolArray = np.greater_equal(scores, need[depth][node]).all(axis=1)
        return keep

    return prune


def _merge_node(
    scores: Scores,
    sources: IntArray,
    shifts: IntArray,
    depth: int,
    node: int,
    pruner: Pruner | None,
    most_checked: int | None,
) -> IntArray:
    if shifts.shape[1] == 2:
        found: IntArray = merge_two(scores.values, scores.starts, sources, shifts)
        return found if pruner is None else found[pruner(depth, node, found)]
    candidates = np.concatenate([scores.at(source) + shift for source, shift in zip(sources, shifts, strict=True)])
    if pruner is not None:
        candidates = candidates[pruner(depth, node, candidates)]
    return undominated(candidates, depth, most_checked)


def undominated(scores: IntArray, issues: int = 0, most_checked: int | None = None) -> IntArray:
    """(score, party): without repeats and dominated ones, in ascending lexicographic order.

    With four parties and more, ``most_checked`` leaves some dominated ones in, to save time.
    """
    if len(scores) < 2:
        return scores
    n_parties = scores.shape[1]
    if n_parties == 1:
        best: IntArray = scores.max(axis=0, keepdims=True)
        return best
    descending = _descending(scores)
    if n_parties == 2:
        best_before = np.maximum.accumulate(descending[:, 1])[:-1]
        keep = np.concatenate([[True], descending[1:, 1] > best_before])
    elif n_parties == 3:
        second, n_second = _numbered(descending[:, 1])
        keep = undominated_three(descending, second, n_second)
    else:
        if most_checked is None and len(descending) > MOST_COMPARED:
            raise TooManyScoresError(issues, len(descending))
        low = descending.min(axis=0)
        unit = np.maximum((1 << 30) // np.maximum(descending.max(axis=0) - low, 1), 1)
        order = np.argsort(-((descending - low) * unit).sum(axis=1), kind="stable")  # what dominates comes first
        keep = undominated_many(descending, order, len(order) if most_checked is None else most_checked)
    kept: IntArray = descending[keep][::-1].copy()
    return kept


def _descending(scores: IntArray) -> IntArray:
    """In descending lexicographic order, without repeats; by one packed number per row where it fits."""
    low = scores.min(axis=0)
    spans = [int(span) + 1 for span in scores.max(axis=0) - low]
    total = 1
    for span in spans:
        total *= span
    if total >= 1 << 62:
        ascending: IntArray = np.unique(scores, axis=0)
        return ascending[::-1].copy()
    packed = np.zeros(len(scores), dtype=np.int64)
    for column, span in enumerate(spans):
        packed = packed * span + (scores[:, column] - low[column])
    packed = np.sort(packed)
    packed = packed[np.concatenate([packed[1:] != packed[:-1], [True]])][::-1]
    rows = np.empty((len(packed), len(spans)), dtype=np.int64)
    for column in range(len(spans) - 1, -1, -1):
        packed, rows[:, column] = np.divmod(packed, spans[column])
    rows += low
    return rows


def _numbered(values: IntArray) -> tuple[IntArray, int]:
    """Values as numbers from 0 in their order, and how many numbers there are."""
    low, high = int(values.min()), int(values.max())
    if high - low < 4 * values.size + (1 << 16):
        return values - low, high - low + 1
    distinct, numbers = np.unique(values, return_inverse=True)
    return numbers.astype(np.int64), distinct.size

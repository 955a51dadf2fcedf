"""All packages as the paths of a layered diagram: one layer per issue, one arc per option, rules built in.

A node of a layer is a joint state of the conditions that are open there. Without conditions every layer is one node.
Counting, best packages and frontiers are then sums and maxima over arcs. (A decision diagram in the sense of Bergman,
Cire, van Hoeve & Hooker (2016), *Decision Diagrams for Optimization*, Springer.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hiwar.methods.packages.arrays import Among, Arrays, IntArray
from hiwar.methods.packages.conditions import DONE, FIRED, Condition
from hiwar.methods.packages.forms import ModelError

MOST_ARCS = 1 << 18
"""A diagram with more arcs is not built."""
MOST_OPEN = 8
"""An order that keeps more conditions open at a time is looked at again."""


class DiagramTooLargeError(ModelError):
    """The rules are too entangled for a diagram; the caller takes another way, or lets the message through."""

    def __init__(self, n_issues: int, n_conditions: int, most_arcs: int) -> None:
        super().__init__(
            f"{n_conditions} rules, red lines and interactions on {n_issues} issues are too entangled to be followed "
            f"issue by issue (more than {most_arcs:,} arcs); fix part of the package, or leave rules out"
        )


@dataclass(frozen=True, eq=False)
class Layer:
    """The options of one issue, as arcs from the nodes before it to the nodes after it; sorted by target."""

    issue: int
    source: IntArray
    """(arc,)"""
    target: IntArray
    """(arc,)"""
    option: IntArray
    """(arc,)"""
    worth: IntArray
    """(arc, party): scaled points, interactions that are complete with this issue included."""
    n_sources: int
    n_targets: int


@dataclass(frozen=True, eq=False)
class Diagram:
    """Every path from the only first node to the only last node is a package; every package is one path."""

    arrays: Arrays
    layers: tuple[Layer, ...]
    """Empty where no package is possible."""

    @property
    def is_empty(self) -> bool:
        """No package is possible."""
        return not self.layers

    @cached_property
    def best_rest(self) -> tuple[IntArray, ...]:
        """Per layer (node after it, party): the most that each party can still get, taken alone."""
        return self._extreme_rest(best=True)

    @cached_property
    def worst_rest(self) -> tuple[IntArray, ...]:
        """Per layer (node after it, party): the least that each party can still get, taken alone."""
        return self._extreme_rest(best=False)

    def _extreme_rest(self, *, best: bool) -> tuple[IntArray, ...]:
        """One entry more than layers: the first is before any layer."""
        rest = [np.zeros((1, self.arrays.n_parties), dtype=np.int64)]
        for layer in reversed(self.layers):
            shape = (layer.n_sources, self.arrays.n_parties)
            limit = np.iinfo(np.int64)
            found = np.full(shape, limit.min if best else limit.max, dtype=np.int64)
            fold = np.maximum if best else np.minimum
            fold.at(found, layer.source, layer.worth + rest[-1][layer.target])
            rest.append(found)
        return tuple(reversed(rest))

    @cached_property
    def count(self) -> int:
        """How many packages there are."""
        if self.is_empty:
            return 0
        counts = [1]
        for layer in self.layers:
            after = [0] * layer.n_targets
            for source, target in zip(layer.source.tolist(), layer.target.tolist(), strict=True):
                after[target] += counts[source]
            counts = after
        return counts[0]


def build_diagram(arrays: Arrays, among: Among = "admissible", *, most_arcs: int = MOST_ARCS) -> Diagram:
    """Lay out all packages that obey the rules (and, unless only rules count, cross no red line).

    Raises
    ------
    DiagramTooLargeError
        It would need more than ``most_arcs`` arcs.
    """
    conditions = arrays.conditions(among)
    layers: list[Layer] = []
    nodes: dict[tuple[int, ...], int] = {(): 0}
    active: list[int] = []
    left = [set(condition.issues) for condition in conditions]
    size = 0
    for issue in order_issues(arrays.n_issues, conditions):
        touched = [number for number, several in enumerate(left) if issue in several]
        for number in touched:
            left[number].discard(issue)
        before, active = active, _still_active(active, touched, left)
        reading = _Reading(arrays, conditions, issue, before, active, touched, left)
        layer, nodes = reading.layer(nodes, most_arcs - size)
        layers.append(layer)
        size += layer.source.size
        if size > most_arcs:
            raise DiagramTooLargeError(arrays.n_issues, len(conditions), most_arcs)
        if not nodes:
            return Diagram(arrays, ())
    return Diagram(arrays, _without_dead_ends(layers))


def _still_active(active: Sequence[int], touched: Sequence[int], left: Sequence[set[int]]) -> list[int]:
    return sorted(number for number in {*active, *touched} if left[number])


@dataclass(frozen=True)
class _Reading:
    """One issue being read: states of ``before`` go in, states of ``after`` come out."""

    arrays: Arrays
    conditions: Sequence[Condition]
    issue: int
    before: Sequence[int]
    after: Sequence[int]
    touched: Sequence[int]
    left: Sequence[set[int]]

    def layer(self, nodes: dict[tuple[int, ...], int], most_arcs: int) -> tuple[Layer, dict[tuple[int, ...], int]]:
        classes = self._classes()
        following: dict[tuple[int, ...], int] = {}
        arcs: list[tuple[int, int, int]] = []
        extras: list[dict[int, int]] = []
        for state, node in nodes.items():
            for options in classes:
                reached = self._follow(dict(zip(self.before, state, strict=True)), options[0])
                if reached is None:
                    continue
                target = following.setdefault(reached[0], len(following))
                arcs += [(node, target, option) for option in options]
                extras += [reached[1]] * len(options)
            if len(arcs) > most_arcs:  # the caller refuses
                break
        source, target_of, option = np.array(arcs, dtype=np.int64).reshape(-1, 3).T
        worth = self.arrays.worths[:, self.issue, option].T.copy()
        for arc, extra in enumerate(extras):
            for party, points in extra.items():
                worth[arc, party] += points
        found = Layer(self.issue, source, target_of, option, worth, len(nodes), len(following))
        return found, following

    def _classes(self) -> list[list[int]]:
        """Options that no condition tells apart, together."""
        classes: dict[tuple[bool, ...], list[int]] = {}
        for option in np.flatnonzero(self.arrays.is_open[self.issue]).tolist():
            key = tuple(
                fits[self.issue][option]
                for number in self.touched
                for fits in (self.conditions[number].fits, self.conditions[number].then)
                if self.issue in fits
            )
            classes.setdefault(key, []).append(option)
        return list(classes.values())

    def _follow(self, states: dict[int, int], option: int) -> tuple[tuple[int, ...], dict[int, int]] | None:
        """States after an option, and the points added; None where it is forbidden."""
        extra: dict[int, int] = {}
        for number in self.touched:
            state = states.get(number, 0)
            if state == DONE:
                continue
            condition = self.conditions[number]
            state = condition.step(state, self.issue, option, self.left[number])
            if state == FIRED:
                if condition.adds is None:
                    return None
                party, points = condition.adds
                extra[party] = extra.get(party, 0) + points
                state = DONE
            states[number] = state
        return tuple(states.get(number, 0) for number in self.after), extra


def _without_dead_ends(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Drop nodes from which no package can be completed, and sort arcs by target."""
    alive = np.ones(1, dtype=np.bool_)
    kept: list[Layer] = []
    for layer in reversed(layers):
        new_target = np.cumsum(alive) - 1
        arcs = np.flatnonzero(alive[layer.target])
        arcs = arcs[np.argsort(layer.target[arcs], kind="stable")]
        alive_before = np.zeros(layer.n_sources, dtype=np.bool_)
        alive_before[layer.source[arcs]] = True
        new_source = np.cumsum(alive_before) - 1
        kept.append(
            Layer(
                layer.issue, new_source[layer.source[arcs]], new_target[layer.target[arcs]], layer.option[arcs],
                layer.worth[arcs], int(alive_before.sum()), int(alive.sum()),
            )
        )  # fmt: skip
        alive = alive_before
    return tuple(reversed(kept))


def order_issues(n_issues: int, conditions: Sequence[Condition]) -> list[int]:
    """Issues in an order that keeps few conditions open at a time; those that no condition reads come last.

    They come last because partial packages are fewest at the beginning, where states are most. Greedy; where that
    leaves many conditions open, from every issue as a start.
    """
    reads: list[list[int]] = [[] for _ in range(n_issues)]
    for number, condition in enumerate(conditions):
        for issue in condition.issues:
            reads[issue].append(number)
    sizes = [len(condition.issues) for condition in conditions]
    read = [issue for issue in range(n_issues) if reads[issue]]
    width, order = _greedy_order(read, reads, sizes, None)
    if width > MOST_OPEN:
        width, order = min((_greedy_order(read, reads, sizes, start) for start in read), key=lambda found: found[0])
    return order + [issue for issue in range(n_issues) if not reads[issue]]


def _greedy_order(
    read: Sequence[int], reads: Sequence[Sequence[int]], sizes: Sequence[int], start: int | None
) -> tuple[int, list[int]]:
    """Most conditions open at a time, and the order: always the issue that opens fewest and closes most."""
    waiting, unread = set(read), list(sizes)
    order: list[int] = []
    width = now_open = 0
    while waiting:
        if start is not None and not order:
            best = start
        else:
            best = min(waiting, key=lambda issue: (_opens(reads[issue], unread, sizes), -len(reads[issue]), issue))
        now_open += _opens(reads[best], unread, sizes)
        width = max(width, now_open)
        waiting.remove(best)
        order.append(best)
        for number in reads[best]:
            unread[number] -= 1
    return width, order


def _opens(reads: Sequence[int], unread: Sequence[int], sizes: Sequence[int]) -> int:
    """By how much the number of open conditions grows when an issue is read."""
    opened = sum(unread[number] == sizes[number] > 1 for number in reads)
    return opened - sum(unread[number] == 1 < sizes[number] for number in reads)

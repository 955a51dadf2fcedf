"""How many packages there are: feasible, crossing no red line, acceptable to all; and each of them by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from hiwar.methods.packages.arrays import Among, Arrays, IntArray, compile_arrays
from hiwar.methods.packages.diagram import Diagram, Layer, build_diagram
from hiwar.methods.packages.forms import Negotiation

MOST_STATES = 200_000
"""Partial packages are counted by their scores; more different scores than this are not followed."""


@dataclass(frozen=True)
class Zone:
    """How much room there is for an agreement."""

    parties: tuple[str, ...]
    n_feasible: int
    """Packages that obey the rules and the fixed part."""
    n_admissible: int
    """Of these, packages that cross nobody's red line."""
    n_acceptable: int | None
    """Of these, packages worth everybody's reservation value: the zone of possible agreement. None: too many different
    scores to count (`has_agreement` is still exact where it is not None)."""
    worst: tuple[Fraction, ...]
    """Per party, points of its worst admissible package; empty where there is none."""
    best: tuple[Fraction, ...]
    """Per party, points of its best admissible package; empty where there is none."""


def zone_of_agreement(form: Negotiation, *, most_states: int = MOST_STATES) -> Zone:
    """Count the packages that are possible, and those that everybody can accept.

    Counts are exact, however many packages there are: they are added up along the issues, not listed.

    Raises
    ------
    ModelError
        The negotiation is not well formed.
    DiagramTooLargeError
        The rules are too entangled to count packages exactly.
    """
    arrays = compile_arrays(form)
    admissible = build_diagram(arrays, "admissible")
    feasible = build_diagram(arrays, "feasible") if arrays.red_lines else admissible
    worst: tuple[Fraction, ...] = ()
    best: tuple[Fraction, ...] = ()
    if not admissible.is_empty:
        worst, best = arrays.points(admissible.worst_rest[0][0]), arrays.points(admissible.best_rest[0][0])
    acceptable = count_acceptable(admissible, most_states=most_states)
    return Zone(form.names, feasible.count, admissible.count, acceptable, worst, best)


def count_acceptable(diagram: Diagram, *, most_states: int = MOST_STATES) -> int | None:
    """Packages of a diagram that are worth everybody's reservation value; None beyond ``most_states`` scores.

    Partial packages with equal scores are counted together. What is sure to be acceptable is counted at once, and a
    score that is sure to be enough for its party is cut to what is just enough, so that more scores are equal.
    """
    bounds = reservations_of(diagram.arrays)
    bound = np.flatnonzero(bounds > NO_BOUND)
    if diagram.is_empty or not bound.size:
        return diagram.count
    completions = _completions(diagram)
    whole = np.int64 if diagram.count < 1 << 62 else np.object_
    states = [(np.zeros((1, bound.size), dtype=np.int64), np.ones(1, dtype=whole))]
    total = 0
    for depth, layer in enumerate(diagram.layers, start=1):
        need = bounds[bound] - diagram.best_rest[depth][:, bound]
        enough = bounds[bound] - diagram.worst_rest[depth][:, bound]
        following = []
        for node in range(layer.n_targets):
            arcs = np.flatnonzero(layer.target == node)
            scores = np.concatenate([states[layer.source[arc]][0] + layer.worth[arc, bound] for arc in arcs])
            counts = np.concatenate([states[layer.source[arc]][1] for arc in arcs])
            hopeful = (scores >= need[node]).all(axis=1)
            scores, counts = np.minimum(scores[hopeful], enough[node]), counts[hopeful]
            is_sure = (scores == enough[node]).all(axis=1)
            total += sum(map(int, counts[is_sure])) * completions[depth][node]
            following.append(_together(scores[~is_sure], counts[~is_sure]))
        if sum(len(counts) for _, counts in following) > most_states:
            return None
        states = following
    return total


def _together(scores: IntArray, counts: npt.NDArray[Any]) -> tuple[IntArray, npt.NDArray[Any]]:
    """Different rows, and the sums of their counts."""
    if not len(scores):
        return scores, counts
    order = np.lexsort(scores.T)
    scores, counts = scores[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], (scores[1:] != scores[:-1]).any(axis=1)]))
    return scores[starts], np.add.reduceat(counts, starts)


def _completions(diagram: Diagram) -> list[list[int]]:
    """Per layer and node after it: how many ways there are to complete a package."""
    rest = [[1]]
    for layer in reversed(diagram.layers):
        found = [0] * layer.n_sources
        for source, target in zip(layer.source.tolist(), layer.target.tolist(), strict=True):
            found[source] += rest[-1][target]
        rest.append(found)
    return rest[::-1]


NO_BOUND = -(1 << 61)
"""Below every score: stands for a reservation value that is not known."""


def reservations_of(arrays: Arrays) -> IntArray:
    """(party,): scaled reservation values, `NO_BOUND` where not known."""
    return np.array([NO_BOUND if value is None else value for value in arrays.reservations], dtype=np.int64)


def list_packages(form: Negotiation, *, among: Among = "acceptable") -> Iterator[dict[str, str]]:
    """Name every package, one after another; what cannot lead to one is not walked.

    Parameters
    ----------
    form : Negotiation
        Take care: there may be more packages than can be listed. Count first (`zone_of_agreement`).
    among : {"feasible", "admissible", "acceptable"}
        Packages that obey the rules; that also cross nobody's red line; that are also worth everybody's reservation
        value.
    """
    arrays = compile_arrays(form)
    diagram = build_diagram(arrays, "feasible" if among == "feasible" else "admissible")
    for chosen in chosen_packages(diagram, above_reservation=among == "acceptable"):
        yield arrays.package(chosen)


def chosen_packages(diagram: Diagram, *, above_reservation: bool) -> Iterator[tuple[int, ...]]:
    """Option numbers per issue, package by package."""
    arrays = diagram.arrays
    bounds = reservations_of(arrays) if above_reservation else np.full(arrays.n_parties, NO_BOUND)
    if diagram.is_empty:
        return
    chosen = [0] * arrays.n_issues
    by_source = [np.argsort(layer.source, kind="stable") for layer in diagram.layers]
    need = [bounds - rest for rest in diagram.best_rest]
    zero = np.zeros(arrays.n_parties, dtype=np.int64)
    trail = [_leaving(diagram.layers[0], by_source[0], 0, zero)]
    while trail:
        step = next(trail[-1], None)
        if step is None:
            trail.pop()
            continue
        depth = len(trail)
        option, node, scores = step
        if (scores < need[depth][node]).any():
            continue
        chosen[diagram.layers[depth - 1].issue] = option
        if depth == arrays.n_issues:
            yield tuple(chosen)
        else:
            trail.append(_leaving(diagram.layers[depth], by_source[depth], node, scores))


def _leaving(layer: Layer, by_source: IntArray, node: int, scores: IntArray) -> Iterator[tuple[int, int, IntArray]]:
    first, last = np.searchsorted(layer.source[by_source], [node, node + 1])
    for arc in by_source[first:last].tolist():
        yield int(layer.option[arc]), int(layer.target[arc]), scores + layer.worth[arc]

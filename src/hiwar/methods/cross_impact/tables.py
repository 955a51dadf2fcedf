"""A cross-impact matrix as the search needs it: gaps between states instead of balances."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hiwar.methods.cross_impact.forms import BoolArray, CrossImpactMatrix, FloatArray, IntArray

PlaceArray = npt.NDArray[np.uint64]
"""Places in arrays; unsigned, as kernels are slow where they have to ask whether to count from the end."""
GapArray = npt.NDArray[np.int32]

NEVER = 1 << 29
"""Larger than any gap: the mark of a state that cannot be."""
MOST_CELLS = 1 << 27
"""Larger tables (half a gigabyte) are refused before anything is allocated."""
STEEPNESS = 4
"""How strongly the order of the search goes by what a descriptor can change; found by trial."""


class Tables(NamedTuple):
    """What the search reads.

    Descriptors are numbered by how many states they have, most first. Their first states are numbered first, then
    their second states and so on, so that what is done to the k-th states of all is done to neighbours.

    The *gap* of a state to a rival is how much the rival's balance lies above its own. First come the gaps of all
    states to their first rival, then to their second and so on.
    """

    order: IntArray
    """(descriptor,): its place in the matrix."""
    sizes: IntArray
    """(descriptor,): states."""
    starts: PlaceArray
    """(number + 1,): the state with this number of the first descriptor; the others' follow, then the next number."""
    runs: PlaceArray
    """(run, 3): neighbouring gaps that belong to neighbouring states: first gap, first state, length."""
    adds: GapArray
    """(state, gap): what a state adds to a gap."""
    marks: GapArray
    """(state,): `NEVER` if it cannot be from the beginning, -`NEVER` if it can."""
    touches: BoolArray
    """(descriptor, descriptor): a state that falls away from the first can make states of the second impossible."""
    weights: FloatArray
    """(descriptor,): more for one that can change gaps more; the heaviest are settled first."""
    clauses: IntArray
    """(clause + 1,): first item of a forbidden combination."""
    items: IntArray
    """(item, 2): descriptor and number of the state."""


def tables_of(matrix: CrossImpactMatrix, unchecked: int | None = None) -> Tables:
    """Turn balances into gaps and names of forbidden combinations into numbers.

    ``unchecked`` is a descriptor (its place in the matrix) all of whose states may stand whatever presses on them.

    Raises
    ------
    ValueError
        There are too many states.
    """
    n_cells = int(matrix.sizes.sum() * (matrix.sizes * (matrix.sizes - 1)).sum())
    if n_cells > MOST_CELLS:
        raise ValueError(
            f"{matrix.sizes.sum():,} states, up to {matrix.sizes.max()} of one descriptor, need a table of {n_cells:,} "
            f"numbers; {MOST_CELLS:,} is the most. Fewer states of a descriptor help most"
        )
    order = np.argsort(-matrix.sizes, kind="stable")
    sizes, held = matrix.sizes[order], matrix.held[order]
    counts = np.array([(sizes > number).sum() for number in range(sizes[0])], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(counts)])
    owners = np.concatenate([np.arange(count) for count in counts])
    numbers = np.repeat(np.arange(len(counts)), counts)
    places = matrix.offsets[order][owners] + numbers
    whole = matrix.whole[np.ix_(places, places)]
    adds, runs = _gaps(whole, starts, counts, (held >= 0) | (order == (-1 if unchecked is None else unchecked)))
    can_be = (held[owners] < 0) | (held[owners] == numbers)
    marks = np.where(can_be, -NEVER, NEVER).astype(np.int32)
    links = _links(whole, owners)
    touches = (links.astype(np.int64) @ links.T.astype(np.int64)) > 0
    spans = [np.ptp(adds[owners == descriptor], axis=0).sum(dtype=np.int64) for descriptor in range(len(sizes))]
    weights = (np.array(spans, dtype=np.float64) / max(1, *spans)) ** STEEPNESS
    return Tables(order, sizes, starts.astype(np.uint64), runs, adds, marks, touches, weights, *_clauses(matrix, order))


def _gaps(whole: IntArray, starts: IntArray, counts: IntArray, is_exempt: BoolArray) -> tuple[GapArray, PlaceArray]:
    """Gaps, layer by layer, and the runs they lie in; what is not checked has none to speak of."""
    layers = [np.zeros((len(whole), 0), dtype=np.int64)]
    runs: list[list[int]] = []
    n_gaps = 0
    for layer in range(len(counts) - 1):
        for number, start in enumerate(starts[:-1].tolist()):
            length = int(counts[max(number, layer + 1)])
            rivals = starts[layer if layer < number else layer + 1] + np.arange(length)
            states = start + np.arange(length)
            layers.append(np.where(is_exempt[:length], 0, whole[:, rivals] - whole[:, states]))
            if runs and runs[-1][0] + runs[-1][2] == n_gaps and runs[-1][1] + runs[-1][2] == start:
                runs[-1][2] += length
            else:
                runs.append([n_gaps, start, length])
            n_gaps += length
    gaps = np.ascontiguousarray(np.hstack(layers), dtype=np.int32)
    return gaps, np.array(runs, dtype=np.uint64).reshape(-1, 3)


def _links(whole: IntArray, owners: IntArray) -> BoolArray:
    """(descriptor, descriptor): the first acts on the second, or is it."""
    links = np.eye(int(owners.max()) + 1, dtype=np.bool_)
    sources, targets = np.nonzero(whole)
    links[owners[sources], owners[targets]] = True
    return links


def _clauses(matrix: CrossImpactMatrix, order: IntArray) -> tuple[IntArray, IntArray]:
    places = np.argsort(order)
    firsts, items = [0], []
    for partial in matrix.forbidden:
        numbers = matrix.numbers(partial)
        items += [[int(places[named]), int(numbers[named])] for named in np.flatnonzero(numbers >= 0)]
        firsts.append(len(items))
    return np.array(firsts, dtype=np.int64), np.array(items, dtype=np.int64).reshape(-1, 2)

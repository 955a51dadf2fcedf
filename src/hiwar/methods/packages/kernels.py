"""Loops that numpy has no word for: pruning dominated scores, and finding scores again. Arrays in, arrays out."""

import numpy as np
import numpy.typing as npt
from numba import njit

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]


@njit(cache=True, nogil=True)
def _merge_pair(scores: IntArray, run: IntArray, shift: IntArray, out: IntArray) -> int:
    """Undominated scores of two staircases, the second shifted; both ascend in the first score. Returns how many.

    Walks down from the largest first score; a score stays if its second score is larger than all before. ``out`` is
    filled from its end.
    """
    one, two, place = scores.shape[0] - 1, run.shape[0] - 1, out.shape[0]
    best, has_best = np.int64(0), False
    while one >= 0 or two >= 0:
        take_one = two < 0
        if one >= 0 and two >= 0:
            first = run[two, 0] + shift[0]
            take_one = scores[one, 0] > first or (scores[one, 0] == first and scores[one, 1] >= run[two, 1] + shift[1])
        if take_one:
            a, b = scores[one, 0], scores[one, 1]
            one -= 1
        else:
            a, b = run[two, 0] + shift[0], run[two, 1] + shift[1]
            two -= 1
        if not has_best or b > best:
            place -= 1
            out[place, 0], out[place, 1] = a, b
            best, has_best = b, True
    size: int = out.shape[0] - place
    return size


@njit(cache=True, nogil=True)
def merge_two(scores: IntArray, starts: IntArray, sources: IntArray, shifts: IntArray) -> IntArray:
    """(score, party): undominated scores at one node, for two parties, ascending in the first.

    ``scores[starts[n] : starts[n + 1]]`` are those of node n of the layer before; arc a leads from ``sources[a]`` and
    adds ``shifts[a]``.
    """
    total = 0
    for arc in range(sources.size):
        total += starts[sources[arc] + 1] - starts[sources[arc]]
    room, other = np.empty((total, 2), np.int64), np.empty((total, 2), np.int64)
    size = 0
    for arc in range(sources.size):
        run = scores[starts[sources[arc]] : starts[sources[arc] + 1]]
        if size == 0:
            for place in range(run.shape[0]):
                room[total - run.shape[0] + place] = run[place] + shifts[arc]
            size = run.shape[0]
        else:
            end = size + run.shape[0]
            size = _merge_pair(room[total - size :], run, shifts[arc], other[total - end :])
            room, other = other, room
    return room[total - size :].copy()


@njit(cache=True, nogil=True)
def undominated_three(scores: IntArray, second: IntArray, n_second: int) -> BoolArray:
    """(row,): undominated, for rows of three scores in descending lexicographic order without repeats.

    ``second`` numbers the second score from 0 (smallest) to n_second - 1. A tree of maxima (Fenwick) answers which
    largest third score came with a second score as large.
    """
    tree = np.empty(n_second + 1, np.int64)
    tree[:] = np.iinfo(np.int64).min
    keep = np.zeros(scores.shape[0], np.bool_)
    for row in range(scores.shape[0]):
        third = scores[row, 2]
        largest = np.iinfo(np.int64).min
        place = n_second - second[row]
        while place > 0:
            largest = max(largest, tree[place])
            place -= place & -place
        if third > largest:
            keep[row] = True
            place = n_second - second[row]
            while place <= n_second:
                tree[place] = max(tree[place], third)
                place += place & -place
    return keep


@njit(cache=True, nogil=True)
def undominated_many(scores: IntArray, order: IntArray, most_checked: int) -> BoolArray:
    """(row,): not seen to be dominated; rows without repeats, in an order in which what dominates comes first.

    Each row is held against the first ``most_checked`` of those kept before it; one that has just dominated moves up.
    """
    n_rows, n_parties = scores.shape
    keep = np.zeros(n_rows, np.bool_)
    kept = np.empty((n_rows, n_parties), np.int64)
    swap = np.empty(n_parties, np.int64)
    n_kept = 0
    for row in order:
        dominated = False
        for place in range(min(n_kept, most_checked)):
            dominated = True
            for party in range(n_parties):
                if kept[place, party] < scores[row, party]:
                    dominated = False
                    break
            if dominated:
                swap[:] = kept[place]
                kept[place] = kept[place // 2]
                kept[place // 2] = swap
                break
        if not dominated:
            keep[row] = True
            kept[n_kept] = scores[row]
            n_kept += 1
    return keep


@njit(cache=True, nogil=True)
def locate(table: IntArray, rows: IntArray) -> IntArray:
    """(row,): where each row stands in ``table``, -1 if nowhere; both in ascending lexicographic order."""
    found = np.full(rows.shape[0], -1, np.int64)
    place = 0
    for row in range(rows.shape[0]):
        while place < table.shape[0]:
            order = 0
            for party in range(table.shape[1]):
                if table[place, party] != rows[row, party]:
                    order = -1 if table[place, party] < rows[row, party] else 1
                    break
            if order >= 0:
                if order == 0:
                    found[row] = place
                break
            place += 1
    return found


@njit(cache=True, nogil=True)
def heaviest(
    arc_starts: IntArray,
    node_starts: IntArray,
    source: IntArray,
    target: IntArray,
    worth: IntArray,
    weights: FloatArray,
) -> IntArray:
    """(party,): scores of the package with the largest weighted sum; nodes and arcs of all layers numbered through.

    Arcs of layer l are ``arc_starts[l] : arc_starts[l + 1]``, its nodes begin at ``node_starts[l]``; ``source`` and
    ``target`` are numbers within their layers.
    """
    found = np.full(node_starts[-1] + 1, -np.inf)
    found[-1] = 0.0
    choice = np.zeros(found.size, np.int64)
    for layer in range(arc_starts.size - 2, -1, -1):
        for arc in range(arc_starts[layer], arc_starts[layer + 1]):
            total = found[node_starts[layer + 1] + target[arc]]
            for party in range(weights.size):
                total += weights[party] * worth[arc, party]
            place = node_starts[layer] + source[arc]
            if total > found[place]:
                found[place] = total
                choice[place] = arc
    scores = np.zeros(weights.size, np.int64)
    node = 0
    for layer in range(arc_starts.size - 1):
        arc = choice[node_starts[layer] + node]
        scores += worth[arc]
        node = target[arc]
    return scores


@njit(cache=True, nogil=True)
def cover(values: IntArray, upper: IntArray, node: IntArray, near: IntArray, most: int) -> tuple[IntArray, IntArray]:
    """Rows that stand for all others, and the largest score that each stands for; rows of a node are neighbours.

    A row is covered by one kept before it that is less by no more than ``near`` for any party. One row more than
    ``most`` ends the work: the neighbourhoods are too narrow.
    """
    n_rows, n_parties = values.shape
    kept = np.empty(min(n_rows, most + 1), np.int64)
    reach = np.empty((kept.size, n_parties), np.int64)
    n_kept, first = 0, 0
    for row in range(n_rows):
        if row > 0 and node[row] != node[row - 1]:
            first = n_kept
        by = -1
        for place in range(first, n_kept):
            by = place
            for party in range(n_parties):
                if values[kept[place], party] + near[party] < values[row, party]:
                    by = -1
                    break
            if by >= 0:
                break
        if by < 0:
            if n_kept == kept.size:
                break
            kept[n_kept] = row
            reach[n_kept] = upper[row]
            n_kept += 1
        else:
            for party in range(n_parties):
                reach[by, party] = max(reach[by, party], upper[row, party])
    return kept[:n_kept], reach[:n_kept]

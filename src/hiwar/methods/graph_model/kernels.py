"""Compiled passes over the rows of a conflict in option form; a row is what one decision maker can move among.

Cells of a row lie ``stride`` apart, and there are ``size`` of them. Labels and ranks are (cell,) and 32-bit; a label is
``NONE`` where the cell is infeasible, and only there. Sorted rows are (row, place): the strategy of each place from
the best down. In them the highest bit of an entry says that it is tied with the one before, and the largest number
that the feasible cells of the row have ended.

``classes`` gives for each strategy the combination of levels of the options that can't be lowered again; from a
class, moves lead to the classes above it in every such option. ``factors`` (option, 2) has their levels and how far
apart in number these are.
"""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.spaces import IntArray, RankArray

NONE = np.int32(2**31 - 1)
TILE = 256
"""Neighbouring rows swept together, so that memory is read in order."""
SHORT = 48
"""Rows up to this long are sorted by insertion."""

Order = npt.NDArray[np.uint16] | npt.NDArray[np.uint32]


@njit(cache=True, nogil=True)
def sort_rows(rank: RankArray, size: int, stride: int, order: Order) -> None:
    """Fill ``order`` (row, size) from the ranks of the decision maker whose rows these are."""
    end = (np.int64(1) << (8 * order.itemsize)) - 1
    tied = (end >> 1) + 1
    keys = np.empty(size, np.int64)
    for row in range(order.shape[0]):
        base = row // stride * stride * size + row % stride
        count = 0
        for strategy in range(size):
            value = np.int64(rank[base + strategy * stride])
            if value == 0:
                continue
            key = (-value << 32) | strategy
            place = count
            if size <= SHORT:
                while place > 0 and keys[place - 1] > key:
                    keys[place] = keys[place - 1]
                    place -= 1
            keys[place] = key
            count += 1
        if size > SHORT:
            keys[:count].sort()
        before = np.int64(0)
        for place in range(count):
            key = keys[place]
            entry = key & 0x7FFFFFFF
            order[row, place] = entry | tied if key >> 32 == before else entry
            before = key >> 32
        for place in range(count, size):
            order[row, place] = end


@njit(cache=True, nogil=True)
def spread_least(
    label: RankArray, size: int, stride: int, classes: IntArray, factors: IntArray, n_classes: int
) -> bool:
    """Lower every label to the least one among the cells that a move leads to; say whether any changed."""
    least = np.empty((n_classes, TILE), np.int32)
    changed = False
    for block in range(label.size // (size * stride)):
        for left in range(0, stride, TILE):
            width = min(TILE, stride - left)
            base = block * size * stride + left
            least[:] = NONE
            for strategy in range(size):
                at = base + strategy * stride
                own = least[classes[strategy]]
                for k in range(width):
                    own[k] = min(own[k], label[at + k])
            _take_from_above(least, factors)
            for strategy in range(size):
                at = base + strategy * stride
                own = least[classes[strategy]]
                differ = np.int32(0)
                for k in range(width):
                    old = label[at + k]
                    new = NONE if old == NONE else own[k]
                    label[at + k] = new
                    differ |= old ^ new
                changed |= differ != 0
    return changed


@njit(cache=True, nogil=True)
def _take_from_above(least: RankArray, factors: IntArray) -> None:
    """Lower the labels of a class to those of the classes above it, one option after the other."""
    for option in range(factors.shape[0]):
        levels, apart = factors[option]
        for number in range(least.shape[0] - 1, -1, -1):
            if number // apart % levels < levels - 1:
                for k in range(least.shape[1]):
                    least[number, k] = min(least[number, k], least[number + apart, k])


@njit(cache=True, nogil=True)
def spread_greatest(
    rank: RankArray, size: int, stride: int, classes: IntArray, factors: IntArray, n_classes: int, label: RankArray
) -> None:
    """Set every label to the best rank that its cell or a move from it offers."""
    for cell in range(rank.size):
        label[cell] = -rank[cell] if rank[cell] > 0 else NONE
    spread_least(label, size, stride, classes, factors, n_classes)
    for cell in range(rank.size):
        label[cell] = -label[cell] if rank[cell] > 0 else NONE


@njit(cache=True, nogil=True)
def spread_least_by_improvements(
    label: RankArray, order: Order, stride: int, classes: IntArray, below: IntArray, below_starts: IntArray
) -> bool:
    """Lower every label to the least one among the cells that an improvement leads to; say whether any changed.

    The classes a class is above (or equal to) are ``below[below_starts[c] : below_starts[c + 1]]``.
    """
    n_rows, size = order.shape
    end = (np.int64(1) << (8 * order.itemsize)) - 1
    tied = (end >> 1) + 1
    least = np.empty(below_starts.size - 1, np.int32)
    changed = False
    for row in range(n_rows):
        base = row // stride * stride * size + row % stride
        least[:] = NONE
        first = 0  # of the cells tied with the present one
        for place in range(size + 1):
            entry = np.int64(order[row, place]) if place < size else end
            if entry == end or not entry & tied:
                for other in range(first, place):  # they improve on what comes now
                    strategy = np.int64(order[row, other]) & (tied - 1)
                    value = label[base + strategy * stride]
                    own = classes[strategy]
                    if value < least[own]:
                        for k in range(below_starts[own], below_starts[own + 1]):
                            if value < least[below[k]]:
                                least[below[k]] = value
                first = place
            if entry == end:
                break
            strategy = entry & (tied - 1)
            cell = base + strategy * stride
            value = least[classes[strategy]]
            if value < label[cell]:
                label[cell] = value
                changed = True
    return changed


@njit(cache=True, nogil=True)
def mark_stable(
    rank: RankArray,
    label: RankArray,
    order: Order,
    stride: int,
    classes: IntArray,
    below: IntArray,
    below_starts: IntArray,
    bit: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    """Set the bit where no improvement leads to a label above the rank of the cell itself."""
    n_rows, size = order.shape
    end = (np.int64(1) << (8 * order.itemsize)) - 1
    tied = (end >> 1) + 1
    greatest = np.empty(below_starts.size - 1, np.int32)
    for row in range(n_rows):
        base = row // stride * stride * size + row % stride
        greatest[:] = 0
        first = 0
        for place in range(size + 1):
            entry = np.int64(order[row, place]) if place < size else end
            if entry == end or not entry & tied:
                for other in range(first, place):
                    strategy = np.int64(order[row, other]) & (tied - 1)
                    value = label[base + strategy * stride]
                    own = classes[strategy]
                    if value > greatest[own]:
                        for k in range(below_starts[own], below_starts[own + 1]):
                            if value > greatest[below[k]]:
                                greatest[below[k]] = value
                first = place
            if entry == end:
                break
            strategy = entry & (tied - 1)
            cell = base + strategy * stride
            if greatest[classes[strategy]] <= rank[cell]:
                verdict[cell] |= bit

"""Compiled walks down the sorted rows of a conflict in option form, from the best cell of a row to the worst.

Arrays are laid out as in :mod:`hiwar.methods.graph_model.kernels`. What the cells passed so far offer is kept in one
number where all options can be lowered again. Otherwise it is kept per class, the combination of levels of the options
that can't: a cell counts for its class and for those below it, ``below[below_starts[c] : below_starts[c + 1]]``.

Cells that are tied are no improvement on each other, so they count only for what comes after all of them.
"""

import numpy as np
from numba import njit

from hiwar.methods.graph_model.kernels import NARROW, NONE, TILE, Indices, Order, Turns, find_newest
from hiwar.methods.graph_model.spaces import RankArray

FEW = 4
"""Up to this many classes are kept side by side: those of one or two options with two levels."""


@njit(cache=True, nogil=True)
def spread_least_by_improvements(
    label: RankArray,
    order: Order,
    stride: int,
    classes: Indices,
    below: Indices,
    below_starts: Indices,
    turns: Turns,
    since: int,
    turn: int,
) -> bool:
    """Lower every label to the least one among the cells that an improvement leads to; say whether any changed."""
    n_rows, size = order.shape
    width = min(stride, TILE) if stride >= NARROW else 1
    newest = np.full(width, 255, np.uint8)
    least = np.empty(below_starts.size - 1, np.int32)
    waiting, waiting_classes = np.empty(size, np.int32), np.empty(size, np.uint32)
    outside, few = classes_outside(below, below_starts), np.empty(FEW, np.int32)
    changed = False
    for left in range(0, n_rows, width):
        count = min(width, stride - left % stride)
        base = left // stride * stride * size + left % stride
        if since > 0:
            find_newest(turns[base : base + size * stride], stride, newest[:count])
        for k in range(count):
            if newest[k] <= since:
                continue
            row = order[left + k]
            if least.size == 1:
                changed |= _lower_row(label, base + k, stride, row, turns, turn)
            elif least.size <= FEW:
                changed |= _lower_row_by_few(label, base + k, stride, row, classes, outside, few, turns, turn)
            else:
                changed |= _lower_row_by_class(
                    label, base + k, stride, row, classes, below, below_starts, least, waiting, waiting_classes,
                    turns, turn,
                )  # fmt: skip
    return changed


@njit(cache=True, nogil=True, forceinline=True)
def _lower_row(label: RankArray, base: int, stride: int, order: Order, turns: Turns, turn: int) -> bool:
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)  # unsigned, so that no index can count from the end
    least, running = NONE, NONE
    changed = False
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if not entry & tied:
            least = running
        cell = first + (entry & ~tied) * apart
        value = label[cell]
        if least < value:
            label[cell] = value = least
            turns[cell] = turn
            changed = True
        running = min(running, value)
    return changed


@njit(cache=True, nogil=True, forceinline=True)
def _lower_row_by_few(
    label: RankArray,
    base: int,
    stride: int,
    order: Order,
    classes: Indices,
    outside: RankArray,
    least: RankArray,
    turns: Turns,
    turn: int,
) -> bool:
    """All classes at once and without a branch: which of them a cell counts for can't be foreseen."""
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)
    a, b, c, d = NONE, NONE, NONE, NONE
    changed, now = False, np.uint8(turn)
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if not entry & tied:
            least[0], least[1], least[2], least[3] = a, b, c, d
        cell = first + (entry & ~tied) * apart
        own = classes[entry & ~tied]
        old = label[cell]  # counts as it was: what it may take from cells above, they count for themselves
        value = min(old, least[own])
        label[cell] = value
        turns[cell] = max(turns[cell], now * np.uint8(value != old))
        changed |= value != old
        a = min(a, np.int32(old | outside[own, 0]))
        b = min(b, np.int32(old | outside[own, 1]))
        c = min(c, np.int32(old | outside[own, 2]))
        d = min(d, np.int32(old | outside[own, 3]))
    return changed


@njit(cache=True, nogil=True, forceinline=True)
def _lower_row_by_class(
    label: RankArray,
    base: int,
    stride: int,
    order: Order,
    classes: Indices,
    below: Indices,
    below_starts: Indices,
    least: RankArray,
    waiting: RankArray,
    waiting_classes: Indices,
    turns: Turns,
    turn: int,
) -> bool:
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)
    count = 0
    least[:] = NONE
    changed = False
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if count > 0 and not entry & tied:
            take_waiting(waiting[:count], waiting_classes, below, below_starts, least)
            count = 0
        cell = first + (entry & ~tied) * apart
        own = classes[entry & ~tied]
        value = label[cell]
        if least[own] < value:
            label[cell] = least[own]
            turns[cell] = turn
            changed = True
        elif value < least[own]:
            waiting[count], waiting_classes[count] = value, own
            count += 1
    return changed


@njit(cache=True, nogil=True)
def classes_outside(below: Indices, below_starts: Indices) -> RankArray:
    """(class, class): 0 where the second is the first or below it, else NONE; for a few classes, else empty."""
    n_classes = below_starts.size - 1
    outside = np.full((n_classes if n_classes <= FEW else 0, FEW), NONE, np.int32)
    for own in range(outside.shape[0]):
        for place in range(below_starts[own], below_starts[own + 1]):
            outside[own, below[place]] = 0
    return outside


@njit(cache=True, nogil=True)
def entry_marks(order: Order) -> tuple[np.uint64, np.uint64]:
    """What ends a row, and what says that an entry is tied with the one before."""
    tied = np.uint64(1) << np.uint64(8 * order.itemsize - 1)
    return tied + (tied - np.uint64(1)), tied


@njit(cache=True, nogil=True)
def take_waiting(waiting: RankArray, classes: Indices, below: Indices, below_starts: Indices, least: RankArray) -> None:
    """Let cells count for their class and for those below it."""
    for k in range(waiting.size):
        own = classes[k]
        for place in range(below_starts[own], below_starts[own + np.uint32(1)]):
            least[below[place]] = min(least[below[place]], waiting[k])

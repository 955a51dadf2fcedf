"""Compiled last walk down the sorted rows of a decision maker: which of its cells does it stay in.

Laid out as in :mod:`hiwar.methods.graph_model.kernels_walks`.
"""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.kernels import Indices, Order
from hiwar.methods.graph_model.kernels_walks import FEW, classes_outside, entry_marks, take_waiting
from hiwar.methods.graph_model.spaces import RankArray


@njit(cache=True, nogil=True)
def mark_stable(
    rank: RankArray,
    label: RankArray,
    order: Order,
    stride: int,
    classes: Indices,
    below: Indices,
    below_starts: Indices,
    bit: int,
    bit_if_none: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    """Set the bit where no improvement leads to a label above the rank of the cell, the other where there is none."""
    n_rows, size = order.shape
    least = np.empty(below_starts.size - 1, np.int32)
    waiting, waiting_classes = np.empty(size, np.int32), np.empty(size, np.uint32)
    outside, few = classes_outside(below, below_starts), np.empty(FEW, np.int32)
    for row in range(n_rows):
        base = row // stride * stride * size + row % stride
        if least.size == 1:
            _mark_row(rank, label, base, stride, order[row], bit, bit_if_none, verdict)
        elif least.size <= FEW:
            _mark_row_by_few(rank, label, base, stride, order[row], classes, outside, few, bit, bit_if_none, verdict)
        else:
            _mark_row_by_class(
                rank, label, base, stride, order[row], classes, below, below_starts, least, waiting, waiting_classes,
                bit, bit_if_none, verdict,
            )  # fmt: skip


@njit(cache=True, nogil=True, forceinline=True)
def _mark_row(
    rank: RankArray,
    label: RankArray,
    base: int,
    stride: int,
    order: Order,
    bit: int,
    bit_if_none: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)
    greatest, running, none = np.int32(0), np.int32(0), np.uint8(bit_if_none)
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if not entry & tied:
            greatest = running
        cell = first + (entry & ~tied) * apart
        verdict[cell] |= np.uint8(bit) * np.uint8(greatest <= rank[cell]) | none * np.uint8(greatest == 0)
        running = max(running, label[cell])


@njit(cache=True, nogil=True, forceinline=True)
def _mark_row_by_few(
    rank: RankArray,
    label: RankArray,
    base: int,
    stride: int,
    order: Order,
    classes: Indices,
    outside: RankArray,
    least: RankArray,
    bit: int,
    bit_if_none: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    """With labels negated, so that the least stands for the greatest."""
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)
    none = np.uint8(bit_if_none)
    a, b, c, d = np.int32(0), np.int32(0), np.int32(0), np.int32(0)
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if not entry & tied:
            least[0], least[1], least[2], least[3] = a, b, c, d
        cell = first + (entry & ~tied) * apart
        own = classes[entry & ~tied]
        verdict[cell] |= np.uint8(bit) * np.uint8(-least[own] <= rank[cell]) | none * np.uint8(least[own] == 0)
        value = np.int32(-label[cell])
        a = min(a, np.int32(value + outside[own, 0]))
        b = min(b, np.int32(value + outside[own, 1]))
        c = min(c, np.int32(value + outside[own, 2]))
        d = min(d, np.int32(value + outside[own, 3]))


@njit(cache=True, nogil=True, forceinline=True)
def _mark_row_by_class(
    rank: RankArray,
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
    bit: int,
    bit_if_none: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    """With labels negated, so that the least stands for the greatest."""
    end, tied = entry_marks(order)
    first, apart = np.uint64(base), np.uint64(stride)
    count, none = 0, np.uint8(bit_if_none)
    least[:] = 0
    for place in range(order.size):
        entry = np.uint64(order[place])
        if entry == end:
            break
        if count > 0 and not entry & tied:
            take_waiting(waiting[:count], waiting_classes, below, below_starts, least)
            count = 0
        cell = first + (entry & ~tied) * apart
        own = classes[entry & ~tied]
        verdict[cell] |= np.uint8(bit) * np.uint8(-least[own] <= rank[cell]) | none * np.uint8(least[own] == 0)
        if -label[cell] < least[own]:
            waiting[count], waiting_classes[count] = -label[cell], own
            count += 1

"""Compiled passes over the rows of a conflict in option form; a row is what one decision maker can move among.

Cells of a row lie ``stride`` apart, and there are ``size`` of them. Labels and ranks are (cell,) and 32-bit; a label is
``NONE`` where the cell is infeasible, and only there. Sorted rows are (row, place): the strategy of each place from
the best down. In them the highest bit of an entry says that it is tied with the one before, and the largest number
that the feasible cells of the row have ended.

``classes`` gives for each strategy the combination of levels of the options that can't be lowered again; from a
class, moves lead to the classes above it in every such option. ``steps`` (step, 2) are the pairs of classes one level
apart in one option, option by option and from the top down. ``turns`` says in which turn a label last changed; rows
without a change since they were last swept are passed over.
"""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.spaces import RankArray

NONE = np.int32(2**31 - 1)
TILE = 256
"""Neighbouring rows swept together, so that memory is read in order."""
NARROW = 16
"""With fewer neighbouring rows than this they are swept one by one."""
SHORT = 48
"""Rows up to this long are sorted by insertion."""

Order = npt.NDArray[np.uint16] | npt.NDArray[np.uint32]
Turns = npt.NDArray[np.uint8]
Indices = npt.NDArray[np.uint32]


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
def label_of(rank: RankArray, sign: int) -> RankArray:
    """(cell,): the rank or its negative, and ``NONE`` where a cell is infeasible."""
    label = np.empty_like(rank)
    for cell in range(rank.size):
        label[cell] = NONE if rank[cell] == 0 else sign * rank[cell]
    return label


@njit(cache=True, nogil=True)
def negate(label: RankArray, rank: RankArray) -> None:
    """Turn the signs of feasible cells; the others, which sweeps of negative labels spoil, become ``NONE`` again."""
    for cell in range(label.size):
        label[cell] = NONE if rank[cell] == 0 else -label[cell]


@njit(cache=True, nogil=True)
def spread_least(
    label: RankArray,
    size: int,
    stride: int,
    classes: Indices,
    steps: Indices,
    n_classes: int,
    turns: Turns,
    since: int,
    turn: int,
) -> bool:
    """Lower every label to the least one among the cells that a move leads to; say whether any changed."""
    width = min(stride, TILE) if stride >= NARROW else 1
    least, newest = np.empty((n_classes, width), np.int32), np.empty(width, np.uint8)
    changed = False
    for block in range(label.size // (size * stride)):
        for left in range(0, stride, width):
            base = block * size * stride + left
            count = min(width, stride - left)
            end = base + size * stride
            if since > 0:
                find_newest(turns[base:end], stride, newest[:count])
                if newest[:count].max() <= since:
                    continue
            least[:] = NONE
            if width == 1 and n_classes == 1:
                changed |= _sweep_free_row(label, base, size, stride, turns, turn)
            elif width == 1:
                changed |= _sweep_row(label, base, stride, classes, steps, least, turns, turn)
            else:
                changed |= _sweep_tile(label[base:end], stride, count, classes, steps, least, turns[base:end], turn)
    return changed


@njit(cache=True, nogil=True, forceinline=True)
def find_newest(turns: Turns, stride: int, newest: Turns) -> None:
    """Fill ``newest`` with the turn in which some label of a row last changed, for neighbouring rows."""
    newest[:] = 0
    if newest.size == 1:
        for at in range(0, turns.size, stride):
            newest[0] = max(newest[0], turns[at])
        return
    for at in range(0, turns.size, stride):
        part = turns[at : at + newest.size]
        for k in range(newest.size):
            newest[k] = max(newest[k], part[k])


@njit(cache=True, nogil=True, forceinline=True)
def _sweep_tile(
    label: RankArray,
    stride: int,
    count: int,
    classes: Indices,
    steps: Indices,
    least: RankArray,
    turns: Turns,
    turn: int,
) -> bool:
    """Sweep ``count`` neighbouring rows; what is read together lies together."""
    for strategy in range(classes.size):
        own, part = least[classes[strategy]], label[strategy * stride : strategy * stride + count]
        for k in range(part.size):
            own[k] = min(own[k], part[k])
    _take_from_above(least, steps)
    differ = np.int32(0)
    now = np.uint8(turn)
    for strategy in range(classes.size):
        at = strategy * stride
        own, part, part_turns = least[classes[strategy]], label[at : at + count], turns[at : at + count]
        for k in range(part.size):
            old = part[k]
            new = NONE if old == NONE else own[k]
            part[k] = new
            part_turns[k] = now if old != new else part_turns[k]
            differ |= old ^ new
    return bool(differ != 0)


@njit(cache=True, nogil=True, forceinline=True)
def _sweep_free_row(label: RankArray, base: int, size: int, stride: int, turns: Turns, turn: int) -> bool:
    first, apart = np.uint64(base), np.uint64(stride)  # unsigned, so that no index can count from the end
    least = NONE
    for k in range(np.uint64(size)):
        least = min(least, label[first + k * apart])
    differ, now = np.int32(0), np.uint8(turn)
    for k in range(np.uint64(size)):
        cell = first + k * apart
        old = label[cell]
        new = least | (NONE * np.int32(old == NONE))  # no branch: which are feasible can't be foreseen
        label[cell] = new
        turns[cell] = max(turns[cell], now * np.uint8(old != new))
        differ |= old ^ new
    return bool(differ != 0)


@njit(cache=True, nogil=True, forceinline=True)
def _sweep_row(
    label: RankArray,
    base: int,
    stride: int,
    classes: Indices,
    steps: Indices,
    least: RankArray,
    turns: Turns,
    turn: int,
) -> bool:
    first, apart = np.uint64(base), np.uint64(stride)
    for k in range(np.uint64(classes.size)):
        least[classes[k], 0] = min(least[classes[k], 0], label[first + k * apart])
    _take_from_above(least, steps)
    differ, now = np.int32(0), np.uint8(turn)
    for k in range(np.uint64(classes.size)):
        cell = first + k * apart
        old = label[cell]
        new = least[classes[k], 0] | (NONE * np.int32(old == NONE))
        label[cell] = new
        turns[cell] = max(turns[cell], now * np.uint8(old != new))
        differ |= old ^ new
    return bool(differ != 0)


@njit(cache=True, nogil=True)
def _take_from_above(least: RankArray, steps: Indices) -> None:
    """Lower the labels of a class to those of the classes above it, one option after the other."""
    for step in range(steps.shape[0]):
        lower, upper = least[steps[step, 0]], least[steps[step, 1]]
        for k in range(lower.size):
            lower[k] = min(lower[k], upper[k])

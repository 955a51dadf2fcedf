"""Compiled passes for moves that are made at the same time."""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.kernels import Indices
from hiwar.methods.graph_model.spaces import IntArray, RankArray


@njit(cache=True, nogil=True)
def count_improvements(
    rank: RankArray, size: int, stride: int, classes: Indices, factors: IntArray, starts: IntArray
) -> None:
    """Fill ``starts`` (cell + 1) with how many improvements of one decision maker begin in the cells before."""
    starts[0] = 0
    for cell in range(rank.size):
        own = cell // stride % size
        base = cell - own * stride
        count = 0
        if rank[cell] > 0:
            for strategy in range(size):
                if rank[base + strategy * stride] > rank[cell] and _is_above(classes[strategy], classes[own], factors):
                    count += 1
        starts[cell + 1] = starts[cell] + count


@njit(cache=True, nogil=True)
def list_improvements(
    rank: RankArray, size: int, stride: int, classes: Indices, factors: IntArray, starts: IntArray, steps: IntArray
) -> None:
    """Fill ``steps`` with the differences of cell numbers that these improvements make, as ``starts`` counts them."""
    for cell in range(rank.size):
        own = cell // stride % size
        base = cell - own * stride
        place = starts[cell]
        if rank[cell] > 0:
            for strategy in range(size):
                if rank[base + strategy * stride] > rank[cell] and _is_above(classes[strategy], classes[own], factors):
                    steps[place] = (strategy - own) * stride
                    place += 1


@njit(cache=True, nogil=True)
def _is_above(number: int, other: int, factors: IntArray) -> bool:
    """No option that can't be lowered is lower."""
    for option in range(factors.shape[0]):
        levels, apart = factors[option]
        if number // apart % levels < other // apart % levels:
            return False
    return True


@njit(cache=True, nogil=True)
def mark_stable_simultaneous(
    rank: RankArray, starts: IntArray, steps: IntArray, maker: int, bit: int, verdict: npt.NDArray[np.uint8]
) -> None:
    """Set the bit where every improvement can be spoilt by improvements of others made at the same time.

    ``rank`` (cell,) is the decision maker's own; ``starts`` is (decision maker, cell + 1).
    """
    chosen = np.empty(starts.shape[0], np.int64)
    for cell in range(rank.size):
        if rank[cell] == 0:
            continue
        is_stable = True
        for k in range(starts[maker, cell], starts[maker, cell + 1]):
            if not _is_spoilt(rank, starts, steps, maker, cell, cell + steps[k], chosen):
                is_stable = False
                break
        if is_stable:
            verdict[cell] |= bit


@njit(cache=True, nogil=True)
def _is_spoilt(
    rank: RankArray, starts: IntArray, steps: IntArray, maker: int, cell: int, at: int, chosen: IntArray
) -> bool:
    """Try every way in which each of the others stays or makes one of its improvements."""
    chosen[:] = -1  # stays
    while True:
        other = 0
        while other < chosen.size:  # count up, one digit per decision maker
            if other != maker:
                first = starts[other, cell]
                if chosen[other] >= 0:
                    at -= steps[first + chosen[other]]
                chosen[other] += 1
                if first + chosen[other] < starts[other, cell + 1]:
                    at += steps[first + chosen[other]]
                    break
                chosen[other] = -1
            other += 1
        if other == chosen.size:
            return False
        if 0 < rank[at] <= rank[cell]:
            return True

"""Compiled passes over the listed moves of a conflict in graph form."""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.spaces import IntArray, RankArray


@njit(cache=True, nogil=True)
def least_at_ends(
    label: RankArray, rank: RankArray, starts: IntArray, targets: IntArray, maker: int, is_improving: bool
) -> RankArray:
    """(state,): the least label at the end of a legal sequence of moves of all but one decision maker.

    Nobody moves twice in a row, so what can follow depends on who moved last. A sequence may be empty.
    ``is_improving``: every move must leave the one who makes it better off.
    """
    n_makers, n_states = rank.shape
    least = np.empty((n_makers, n_states), np.int32)  # by who moved last
    least[:] = label
    changed = True
    while changed:
        changed = False
        for last in range(n_makers):
            for mover in range(n_makers):
                if mover in (maker, last):
                    continue
                for state in range(n_states - 1, -1, -1):
                    for k in range(starts[mover, state], starts[mover, state + 1]):
                        target = targets[k]
                        if is_improving and rank[mover, target] <= rank[mover, state]:
                            continue
                        if least[mover, target] < least[last, state]:
                            least[last, state] = least[mover, target]
                            changed = True
    ends: RankArray = least[maker]
    return ends


@njit(cache=True, nogil=True)
def greatest_after_move(rank: RankArray, starts: IntArray, targets: IntArray) -> RankArray:
    """(state,): the best rank that the state or a move from it offers to the one whose moves and ranks these are."""
    found = rank.copy()
    for state in range(rank.size):
        for k in range(starts[state], starts[state + 1]):
            found[state] = max(found[state], rank[targets[k]])
    return found


@njit(cache=True, nogil=True)
def mark_stable_arcs(
    rank: RankArray,
    label: RankArray,
    starts: IntArray,
    targets: IntArray,
    bit: int,
    verdict: npt.NDArray[np.uint8],
) -> None:
    """Set the bit where no improvement leads to a label above the rank of the state itself."""
    for state in range(rank.size):
        is_stable = True
        for k in range(starts[state], starts[state + 1]):
            target = targets[k]
            if rank[target] > rank[state] and label[target] > rank[state]:
                is_stable = False
                break
        if is_stable:
            verdict[state] |= bit

"""Compiled passes that judge many draws of preferences at once.

The last axis is the draw, so that what is done for one is done for all its neighbours together. Values are (decision
maker, state, draw); larger is better, equal is tied. Moves are compressed rows over states: those of a decision maker
from a state are ``targets[starts[maker, state] : starts[maker, state + 1]]``.
"""

import numpy as np
import numpy.typing as npt
from numba import njit

from hiwar.methods.graph_model.spaces import IntArray

FloatArray = npt.NDArray[np.float64]
Bits = npt.NDArray[np.uint8]
NASH, GENERAL, SYMMETRIC, SEQUENTIAL = 1, 2, 4, 8
_LEAST = -np.inf


@njit(cache=True, nogil=True)
def mark_draws(
    values: FloatArray, starts: IntArray, targets: IntArray, is_transitive: bool, wanted: int, verdicts: Bits
) -> None:
    """Set in ``verdicts`` (decision maker, state, draw) the bits of the wanted concepts by which it would stay.

    ``is_transitive``: what one can do in two moves it can do in one, so that nobody need be kept from moving twice.
    """
    n_makers, n_states, n_draws = values.shape
    least = np.empty((1 if is_transitive else n_makers, n_states, n_draws))  # by who moved last
    for maker in range(n_makers):
        own, verdict = values[maker], verdicts[maker]
        ends = least[0 if is_transitive else maker]
        if wanted & NASH:
            least[:] = np.inf
            _mark(own, ends, starts[maker], targets, NASH, verdict)
        if wanted & GENERAL:
            least[:] = own
            _spread(least, values, starts, targets, maker, False)
            _mark(own, ends, starts[maker], targets, GENERAL, verdict)
        if wanted & SYMMETRIC:
            least[:] = _greatest_after_move(own, starts[maker], targets)
            _spread(least, values, starts, targets, maker, False)
            _mark(own, ends, starts[maker], targets, SYMMETRIC, verdict)
        if wanted & SEQUENTIAL:
            least[:] = own
            _spread(least, values, starts, targets, maker, True)
            _mark(own, ends, starts[maker], targets, SEQUENTIAL, verdict)


@njit(cache=True, nogil=True)
def _spread(
    least: FloatArray, values: FloatArray, starts: IntArray, targets: IntArray, maker: int, is_improving: bool
) -> None:
    """Lower every label to the least at the end of a legal sequence of moves of the others, until nothing changes."""
    n_makers, n_slots = values.shape[0], least.shape[0]
    changed = True
    while changed:
        changed = False
        for last in range(n_slots):
            for mover in range(n_makers):
                if mover == maker or (n_slots > 1 and mover == last):
                    continue
                after = mover if n_slots > 1 else 0
                for state in range(values.shape[1]):
                    label, here = least[last, state], values[mover, state]
                    for k in range(starts[mover, state], starts[mover, state + 1]):
                        other = least[after, targets[k]]
                        differs = np.int64(0)  # as wide as the values, so that several are compared at once
                        if is_improving:
                            there = values[mover, targets[k]]
                            for draw in range(label.size):
                                old = label[draw]
                                new = other[draw] if (there[draw] > here[draw]) & (other[draw] < old) else old
                                label[draw] = new
                                differs |= np.int64(new != old)
                        else:
                            for draw in range(label.size):
                                old = label[draw]
                                new = min(old, other[draw])
                                label[draw] = new
                                differs |= np.int64(new != old)
                        changed |= differs != 0


@njit(cache=True, nogil=True)
def _greatest_after_move(own: FloatArray, starts: IntArray, targets: IntArray) -> FloatArray:
    """(state, draw): the best that the state or a move from it offers."""
    found = own.copy()
    for state in range(own.shape[0]):
        best = found[state]
        for k in range(starts[state], starts[state + 1]):
            other = own[targets[k]]
            for draw in range(best.size):
                best[draw] = max(best[draw], other[draw])
    return found


@njit(cache=True, nogil=True)
def _mark(own: FloatArray, label: FloatArray, starts: IntArray, targets: IntArray, bit: int, verdict: Bits) -> None:
    """Set the bit where no improvement leads to a label above the value of the state itself."""
    free = np.empty(own.shape[1])  # the best label of an improvement
    for state in range(own.shape[0]):
        here = own[state]
        free[:] = _LEAST
        for k in range(starts[state], starts[state + 1]):
            there, after = own[targets[k]], label[targets[k]]
            for draw in range(free.size):
                gain = after[draw] if there[draw] > here[draw] else _LEAST
                free[draw] = gain if gain > free[draw] else free[draw]
        marks = verdict[state]
        for draw in range(free.size):
            marks[draw] |= np.uint8(bit) * np.uint8(free[draw] <= here[draw])


@njit(cache=True, nogil=True)
def tally(
    verdicts: Bits, weights: FloatArray, bits: IntArray, stays: FloatArray, holds: FloatArray, counts: IntArray
) -> None:
    """Add up weights and draws: ``stays`` (concept, decision maker, state), ``holds`` and ``counts`` (concept, state).

    ``weights`` is (draw,), ``bits`` (concept,). Changes ``verdicts``.
    """
    for concept in range(bits.size):
        bit = np.uint8(bits[concept])
        for state in range(verdicts.shape[1]):
            for maker in range(verdicts.shape[0]):
                marks, total = verdicts[maker, state], 0.0
                for draw in range(weights.size):
                    total += weights[draw] if marks[draw] & bit else 0.0
                stays[concept, maker, state] += total
            for draw in range(weights.size):
                held = bit
                for maker in range(verdicts.shape[0]):
                    held &= verdicts[maker, state, draw]
                if held:
                    holds[concept, state] += weights[draw]
                    counts[concept, state] += 1

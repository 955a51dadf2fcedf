"""Impact balances of given scenarios, and what they say about each descriptor."""

import numpy as np

from hiwar.methods.cross_impact.forms import CrossImpactMatrix, FloatArray, IntArray

NO_RIVAL = -(1 << 40)
"""Stands where a state has no rival to be compared with: below every gap."""


def impact_balances(matrix: CrossImpactMatrix, states: IntArray) -> FloatArray:
    """What presses for and against each state: the sum of the judgements of a scenario's states on it.

    Parameters
    ----------
    matrix : CrossImpactMatrix
    states : array
        (scenario, descriptor) state numbers; one scenario may be given as (descriptor,).

    Returns
    -------
    array
        (scenario, state), or (state,) for one scenario; in units of judgements, exact.
    """
    return _whole_balances(matrix.whole, matrix.offsets[:-1] + states) / matrix.scale


def margins_of(matrix: CrossImpactMatrix, states: IntArray) -> FloatArray:
    """How far each descriptor's state lies above the best other state of that descriptor (below it: negative).

    Parameters
    ----------
    matrix : CrossImpactMatrix
    states : array
        (scenario, descriptor) state numbers.

    Returns
    -------
    array
        (scenario, descriptor); infinite for fixed descriptors and those with one state.
    """
    margins = np.full(states.shape, np.inf)
    for descriptor in np.flatnonzero((matrix.held < 0) & (matrix.sizes > 1)).tolist():
        margins[:, descriptor] = -gaps_to_rivals(matrix, states, descriptor).max(axis=1) / matrix.scale
    return margins


def gaps_to_rivals(matrix: CrossImpactMatrix, states: IntArray, descriptor: int) -> IntArray:
    """(scenario, state of the descriptor): how far its balance lies above that of the state the descriptor has.

    In whole numbers of the matrix; `NO_RIVAL` for the state itself.
    """
    start, end = matrix.offsets[descriptor], matrix.offsets[descriptor + 1]
    balances = _whole_balances(matrix.whole[:, start:end], matrix.offsets[:-1] + states)
    own = states[:, descriptor, None]
    gaps: IntArray = balances - np.take_along_axis(balances, own, axis=1)
    np.put_along_axis(gaps, own, NO_RIVAL, axis=1)
    return gaps


def total_impact(matrix: CrossImpactMatrix, states: IntArray) -> FloatArray:
    """(scenario,): total impact score, the sum of the balances of a scenario's own states."""
    places = matrix.offsets[:-1] + states
    total = np.zeros(len(states), dtype=np.int64)
    for source in range(states.shape[1]):
        total += matrix.whole[places[:, source, None], places].sum(axis=1)
    return total / matrix.scale


def _whole_balances(whole: IntArray, places: IntArray) -> IntArray:
    """Sums of the rows at each scenario's places, one descriptor after another so that no larger array is needed."""
    total = np.zeros((*places.shape[:-1], whole.shape[1]), dtype=np.int64)
    for source in range(places.shape[-1]):
        total += whole[places[..., source]]
    return total

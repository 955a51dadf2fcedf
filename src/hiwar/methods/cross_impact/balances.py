"""Impact balances of given scenarios, and what they say about each descriptor."""

import numpy as np

from hiwar.methods.cross_impact.forms import CrossImpactMatrix, FloatArray, IntArray

ROWS_AT_ONCE = 1 << 14


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
    return _whole_balances(matrix, states) / matrix.scale


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
    for first in range(0, len(states), ROWS_AT_ONCE):
        part = slice(first, first + ROWS_AT_ONCE)
        balances = _whole_balances(matrix, states[part])
        for descriptor in np.flatnonzero((matrix.held < 0) & (matrix.sizes > 1)):
            own = balances[:, matrix.offsets[descriptor] : matrix.offsets[descriptor + 1]]
            rows = np.arange(len(own))
            held = own[rows, states[part, descriptor]].copy()
            own[rows, states[part, descriptor]] = np.iinfo(np.int64).min
            margins[part, descriptor] = (held - own.max(axis=1)) / matrix.scale
    return margins


def total_impact(matrix: CrossImpactMatrix, states: IntArray) -> FloatArray:
    """(scenario,): total impact score, the sum of the balances of a scenario's own states."""
    places = matrix.offsets[:-1] + states
    total = np.zeros(len(states), dtype=np.int64)
    for source in range(states.shape[1]):
        total += matrix.whole[places[:, source, None], places].sum(axis=1)
    return total / matrix.scale


def _whole_balances(matrix: CrossImpactMatrix, states: IntArray) -> IntArray:
    balances: IntArray = matrix.whole[matrix.offsets[:-1] + states].sum(axis=-2)
    return balances

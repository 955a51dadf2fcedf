"""How far values have to change to come into an order in which several ways of answering are open at once."""

from collections.abc import Mapping

import numpy as np

from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.partial import reachable
from hiwar.methods.graph_model.spaces import BoolArray
from hiwar.methods.graph_model.widest import Changing, Pair, steps_of_way


def enough_for_equilibrium(
    conflict: Changing, state: int, answers: BoolArray, margins_of_others: Mapping[int, FloatArray]
) -> float:
    """Find a change of one decision maker's values just above which a state is sequentially stable for all.

    For every improvement the sanction is taken that is easiest by itself, or the improvement made none. Infinite if
    these want opposite things. ``answers`` (from, to): where the others' answers lead; ``margins_of_others``: for each
    of them (improvement,), see `answer_margins`.
    """
    no_higher = _kept_down(conflict, state, answers)
    raised = []
    for other, margins in margins_of_others.items():
        limit = float(conflict.values[other, state])
        for improvement in np.flatnonzero(conflict.better[other, state]).tolist():
            raised += steps_of_way(conflict, other, improvement, limit, float(margins[improvement]))
    return _distance_to_order(raised, no_higher, conflict.margins)


def _kept_down(conflict: Changing, state: int, answers: BoolArray) -> list[Pair]:
    """Pairs (lower, state): for each move of the maker, what must rank no higher than the state for it to stay."""
    pairs = []
    margins = conflict.margins[state]
    for end in np.flatnonzero(conflict.moves[conflict.maker, state]).tolist():
        candidates = np.concatenate([[end], np.flatnonzero(answers[end])])
        pairs.append((int(candidates[margins[candidates].argmax()]), state))
    return [pair for pair in pairs if pair[0] != state]


def _distance_to_order(lower: list[Pair], no_higher: list[Pair], margins: FloatArray) -> float:
    """The least common change that brings values into an order: of each pair the first is lower, or no higher.

    Values within intervals can be put into such an order if no two that must follow each other, be it through others,
    have intervals that lie the other way round.
    """
    states = sorted({state for pair in (*lower, *no_higher) for state in pair})
    if not states:
        return 0.0
    number = {state: place for place, state in enumerate(states)}
    below = np.zeros((len(states), len(states)), dtype=np.bool_)
    for first, second in (*lower, *no_higher):
        below[number[first], number[second]] = True
    below = reachable(below)
    if any(below[number[second], number[first]] for first, second in lower):
        return np.inf
    np.fill_diagonal(below, val=False)
    needed = margins[np.ix_(states, states)][below]
    return float(needed.max(initial=0.0))

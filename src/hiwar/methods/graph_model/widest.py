"""Ways by which others answer, and how far the values of one decision maker are from cutting or opening them."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.kernels_widest import close_widest
from hiwar.methods.graph_model.partial import reachable
from hiwar.methods.graph_model.spaces import BoolArray

Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Changing:
    """A conflict in which the values of one decision maker may change. States as in ``space.states``."""

    maker: int
    """Whose values may change."""
    values: FloatArray
    """(decision maker, state): as given."""
    moves: BoolArray
    """(decision maker, from, to)"""
    better: BoolArray
    """(decision maker, from, to): a move to a state that is better as things are."""
    margins: FloatArray
    """(from, to): how far from turning it is that ``to`` is no better for ``maker``; negative where it is better."""

    def improvements_without(self, other: int) -> BoolArray:
        """(from, to): those of all but the one whose values may change and one other."""
        third = [one for one in range(len(self.values)) if one not in (self.maker, other)]
        return np.asarray(self.better[third].any(axis=0))


def answer_margins(conflict: Changing, other: int) -> FloatArray:
    """(state, improvement): how far the widest way from an improvement of another to a sanction is from being cut.

    Not positive where there is no such way: then the distance at which one opens. A step is as wide as the
    change that it takes for it to be no improvement any more. No way has two steps of ``maker`` in a row, which are no
    wider than the one step that does the same: so all its steps can be opened at once.
    """
    width = _widths(conflict, other)
    own = conflict.values[other]
    order = np.argsort(own)
    best = np.maximum.accumulate(width[:, order], axis=1)  # to the worst state, the two worst, ...
    no_better = np.searchsorted(own[order], own, side="right") - 1
    margins: FloatArray = best[:, no_better].T
    return margins


def _widths(conflict: Changing, other: int) -> FloatArray:
    """(from, to): the widest way of answers; infinite where the values that may change play no part in it."""
    between = reachable(conflict.improvements_without(other))
    moves = conflict.moves[conflict.maker]
    step = np.where(moves, -conflict.margins, -np.inf)
    ways = np.full(step.shape, -np.inf)  # a step of the maker, then one or more of the others
    for start, targets in enumerate(moves):
        for target in np.flatnonzero(targets).tolist():
            ways[start, between[target]] = np.maximum(ways[start, between[target]], step[start, target])
    close_widest(ways)
    np.fill_diagonal(ways, np.inf)
    ended = ways.copy()  # perhaps with a last step of the maker
    for target in range(len(moves)):
        starts = moves[:, target]
        if starts.any():
            last = np.minimum(ways[:, starts], step[starts, target]).max(axis=1)
            ended[:, target] = np.maximum(ended[:, target], last)
    np.fill_diagonal(between, val=True)
    return np.array([ended[reached].max(axis=0) for reached in between])


def steps_of_way(conflict: Changing, other: int, start: int, limit: float, width: float) -> list[Pair]:
    """The steps of the maker on a shortest way as wide as this from a state to one that ``other`` values no higher."""
    theirs = conflict.improvements_without(other)
    mine = conflict.moves[conflict.maker] & (-conflict.margins >= width)
    is_end = conflict.values[other] <= limit
    seen = np.zeros((2, len(is_end)), dtype=np.bool_)  # by whether the maker moved last
    seen[0, start] = True
    came: dict[tuple[int, int], tuple[int, int]] = {}
    ahead = [(0, start)]
    for layer, state in ahead:
        if is_end[state]:
            return _steps_back(came, (layer, state))
        for after, step in ((0, theirs), (1, mine)):
            if not (layer and after):
                for target in np.flatnonzero(step[state] & ~seen[after]).tolist():
                    seen[after, target] = True
                    came[after, target] = layer, state
                    ahead.append((after, target))
    raise AssertionError("a way of this width was found before")


def _steps_back(came: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int]) -> list[Pair]:
    steps = []
    while end in came:
        before = came[end]
        if end[0]:
            steps.append((before[1], end[1]))
        end = before
    return steps

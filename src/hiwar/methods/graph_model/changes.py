"""How little of a ranking has to change for a state to be stable."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.inverse import check_question
from hiwar.methods.graph_model.spaces import GraphModel, IntArray, RankArray
from hiwar.methods.graph_model.witnesses import explain


@dataclass(frozen=True, eq=False)
class Change:
    """A ranking as close as can be to a given one under which a state is stable."""

    model: GraphModel
    """The conflict as given."""
    maker: int
    cell: int
    concept: Concept
    rank: RankArray
    """(cell,): the new ranking; the given one if the state is stable already."""
    distance: float
    """Pairs of feasible states that change order, a pair that becomes or ceases to be tied counting half."""

    @property
    def passed(self) -> IntArray:
        """(state,): cells that ranked above the state and now rank below it."""
        old = self.model.rank[self.maker]
        return np.flatnonzero((old > old[self.cell]) & (self.rank < self.rank[self.cell]))

    @property
    def reached(self) -> IntArray:
        """(state,): cells that ranked above the state and are now tied with it."""
        old = self.model.rank[self.maker]
        return np.flatnonzero((old > old[self.cell]) & (self.rank == self.rank[self.cell]))


def smallest_change(model: GraphModel, maker: int, cell: int, concept: Concept) -> Change:
    r"""Find a ranking as close as can be to a decision maker's own under which a state is stable for it.

    Parameters
    ----------
    model : GraphModel
        Any size: the condition is not written out. The rankings of the others stay as they are.

    Notes
    -----
    Distance is Kendall's, ties counting half: the sum over all pairs of feasible states of
    :math:`\tfrac12 |\operatorname{sgn}(u_a - u_b) - \operatorname{sgn}(u'_a - u'_b)|` for ranks :math:`u` and
    :math:`u'`.

    No search is needed: raising the state alone, to the lowest level at which it is stable, is always best. Let
    :math:`a` be, of the states that another ranking puts no better than :math:`s`, the one that is best in the given
    ranking. The pair :math:`(s, a)` costs at least one half. For every other :math:`x` the pairs :math:`(s, x)` and
    :math:`(x, a)` together cost at least one if :math:`x` lies between, and at least one half if it is tied with
    either. Raising :math:`s` until it is tied with :math:`a` costs just that, and leaves no fewer states no better
    than :math:`s`, so it is stable then too. Stability can only be gained on the way up, so levels are bisected. Other
    rankings may be as close: lowering one state that stands in the way costs the same as raising :math:`s` to it.

    Made for each decision maker, such changes together make the state an equilibrium, except under simultaneous
    stability: replies that would go through the state end there, no worse than it is. By Nash, general and symmetric
    metarational stability nothing less makes it one; by sequential stability a smaller change may, if it makes
    somebody's reply an improvement.

    Raises
    ------
    ModelError
        The cell is infeasible or no cell, or simultaneous stability of listed moves.
    """
    check_question(model, maker, cell, concept)
    own = model.rank[maker]
    levels = np.unique(own[own >= own[cell]])
    low, high = 0, levels.size - 1
    while low < high:
        middle = (low + high) // 2
        if explain(_raised(model, maker, cell, int(levels[middle])), maker, cell, concept).is_stable:
            high = middle
        else:
            low = middle + 1
    rank = _raised(model, maker, cell, int(levels[low])).rank[maker]
    others = np.delete(own[model.space.states], np.searchsorted(model.space.states, cell))
    turned = np.abs(np.sign(others - rank[cell]) - np.sign(others - own[cell]))
    return Change(model, maker, cell, concept, rank, float(turned.sum()) / 2)


def _raised(model: GraphModel, maker: int, cell: int, level: int) -> GraphModel:
    rank = model.rank.copy()
    rank[maker, cell] = level
    return GraphModel(model.space, rank)

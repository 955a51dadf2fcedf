"""Which states each decision maker would stay in, and which would hold because all of them would."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.arcs import mark_arcs
from hiwar.methods.graph_model.forms import CONCEPTS, Concept
from hiwar.methods.graph_model.spaces import BoolArray, GraphModel, IntArray, ModelError, OptionSpace
from hiwar.methods.graph_model.sweeps import BITS, Verdicts, mark_options

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Stability:
    """Which states each decision maker would stay in."""

    model: GraphModel
    concepts: tuple[Concept, ...]
    """What was asked for."""
    verdicts: Verdicts
    """(decision maker, cell): bit k is set where it would stay by ``CONCEPTS[k]``; 0 where the cell is infeasible."""

    def stable(self, concept: Concept) -> BoolArray:
        """(decision maker, cell): it would stay.

        Raises
        ------
        ModelError
            The concept was not asked for.
        """
        held: BoolArray = (self.verdicts & self._bit(concept)) > 0
        return held

    def equilibria(self, concept: Concept) -> IntArray:
        """Cells of the states in which all would stay, ascending."""
        return np.flatnonzero(np.bitwise_and.reduce(self.verdicts, axis=0) & self._bit(concept))

    def to_frame(self) -> "pd.DataFrame":
        """One row per feasible state; for each decision maker its rank and each concept, for all of them the concepts.

        The columns have two levels; the first is the name of a decision maker, or "equilibrium". Needs pandas.
        """
        import pandas as pd

        space = self.model.space
        cells = space.states
        columns = {}
        for maker, name in enumerate(space.names):
            columns[name, "rank"] = self.model.rank[maker, cells]
            for concept in self.concepts:
                columns[name, concept.value] = self.stable(concept)[maker, cells]
        for concept in self.concepts:
            columns["equilibrium", concept.value] = self.stable(concept)[:, cells].all(axis=0)
        index = pd.Index([space.label(cell) for cell in cells.tolist()], name="state")
        return pd.DataFrame(columns, index=index)

    def _bit(self, concept: Concept) -> int:
        if concept not in self.concepts:
            asked = ", ".join(self.concepts) or "none"
            raise ModelError(f"{concept} stability was not analysed; analysed: {asked}")
        return BITS[concept]


def analyse_stability(model: GraphModel, concepts: Sequence[Concept] = CONCEPTS) -> Stability:
    r"""Find the states that each decision maker would stay in.

    Parameters
    ----------
    model : GraphModel
        Two or more decision makers, in option form or with listed moves. Infeasible states, one-way options and ties
        are part of it.
    concepts : sequence of Concept
        What to look for; the more is left out, the less is done. Simultaneous stability costs most by far.

    Notes
    -----
    From :math:`s`, decision maker :math:`i` can move to :math:`R_i(s)`; its improvements :math:`R^+_i(s)` are those it
    ranks above :math:`s`. The others, :math:`N-i`, answer by a legal sequence of one or more moves of theirs, in which
    nobody moves twice in a row; it leads from :math:`q` to a state of :math:`R_{N-i}(q)`, or of :math:`R^+_{N-i}(q)` if
    every move improves on the state it leaves for whoever makes it. A state *deters* :math:`i` if it ranks no higher
    than :math:`s`: ties deter. Then :math:`s` is for :math:`i`

    - Nash stable if :math:`R^+_i(s)` is empty;
    - general metarational if from each :math:`q \in R^+_i(s)` some :math:`r \in R_{N-i}(q)` deters;
    - symmetric metarational if, besides, nothing in :math:`R_i(r)` ranks above :math:`s`;
    - sequentially stable if from each such :math:`q` some :math:`r \in R^+_{N-i}(q)` deters;
    - simultaneously stable if for each such :math:`q` one or more of the others have improvements *from s* which, made
      together with the move to :math:`q`, lead to a feasible state that deters. Fraser & Hipel define it for two; with
      more, any of the others may take part, each with any one of its improvements. A combination that is infeasible
      deters nobody. Listed moves do not say where moves made together lead, so in graph form it is not defined.

    That the others might do nothing makes no difference: :math:`q` ranks above :math:`s` and never deters.

    In option form the moves of one decision maker are transitive, and so are its improvements; that nobody moves twice
    in a row then forbids nothing, and what can be reached is found by sweeps over the rows of the others until nothing
    changes: each label becomes the least rank (under symmetric metarational stability, the least of the ranks
    :math:`i` could still move to) at the end of any sequence. A walk down each sorted row of :math:`i` then compares.
    For :math:`n` decision makers and :math:`N` cells that takes :math:`O(n^2 N)` time for each round of sweeps, a
    few in all unless feasible states form long winding corridors, and :math:`O(n N)` memory. Listed moves need not be
    transitive; there a label is kept per state and last mover.

    Simultaneous stability looks at combinations of improvements, in the worst case of every state with every other.

    Raises
    ------
    ModelError
        Simultaneous stability of listed moves, or of so many improvements that looking at their combinations would
        take too long; one decision maker with 16 or more one-way options.

    References
    ----------
    Fraser & Hipel (1984), *Conflict Analysis: Models and Resolutions*, North-Holland. Fang, Hipel & Kilgour (1993),
    *Interactive Decision Making: The Graph Model for Conflict Resolution*, Wiley. Xu, Hipel, Kilgour & Fang (2018),
    *Conflict Resolution Using the Graph Model*, Springer, chapter 4.
    """
    verdicts = np.zeros(model.rank.shape, dtype=np.uint8)
    if isinstance(model.space, OptionSpace):
        mark_options(model.space, model.rank, concepts, verdicts)
    else:
        mark_arcs(model.space, model.rank, concepts, verdicts)
    verdicts.setflags(write=False)
    return Stability(model, tuple(concepts), verdicts)

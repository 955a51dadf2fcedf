"""Which states would hold if decision makers joined forces: the concepts of stability for coalitions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.matrices import (
    Lists,
    check_size,
    first_unanswered,
    legal_ends,
    lists_of,
    move_lists,
    without_escape,
)
from hiwar.methods.graph_model.sequences import Step, shortest_sequence
from hiwar.methods.graph_model.spaces import BoolArray, GraphModel, IntArray, ModelError, RankArray, Space

if TYPE_CHECKING:
    import pandas as pd

COALITION_CONCEPTS: tuple[Concept, ...] = (
    Concept.NASH,
    Concept.GENERAL_METARATIONAL,
    Concept.SYMMETRIC_METARATIONAL,
    Concept.SEQUENTIAL,
)
MOST_STATES = 2048
"""More states than this are refused: every coalition looks at every pair of states."""
MOST_MAKERS = 8
"""More decision makers than this are refused: the work grows with three to this power."""

Sanctions = Literal["coalitions", "individuals"]


@dataclass(frozen=True, eq=False)
class CoalitionStability:
    """Which states no coalition would leave. States as in ``space.states``."""

    space: Space
    concepts: tuple[Concept, ...]
    sanctions: Sanctions
    """Who may answer under sequential stability: see :func:`analyse_coalitions`."""
    coalitions: tuple[tuple[int, ...], ...]
    """Numbers of the members; single decision makers first, all together last."""
    improvement: IntArray
    """(concept, coalition, state): cell of an improvement for all its members that goes unpunished; -1 if none."""

    @property
    def stable(self) -> BoolArray:
        """(concept, coalition, state): the coalition would stay."""
        held: BoolArray = self.improvement < 0
        return held

    def stable_for_all(self, concept: Concept) -> BoolArray:
        """(state,): no coalition at all would leave, single decision makers included."""
        held: BoolArray = self.stable[self.concepts.index(concept)].all(axis=0)
        return held

    def stable_for(self, concept: Concept, maker: int) -> BoolArray:
        """(state,): no coalition with this decision maker in it would leave."""
        own = [place for place, members in enumerate(self.coalitions) if maker in members]
        held: BoolArray = self.stable[self.concepts.index(concept)][own].all(axis=0)
        return held

    def to_frame(self, concept: Concept) -> "pd.DataFrame":
        """One row per state and coalition that would leave it: members, and where they would go, all better off."""
        import pandas as pd

        place = self.concepts.index(concept)
        rows = [
            (
                self.space.label(int(self.space.states[state])),
                tuple(self.space.names[member] for member in self.coalitions[coalition]),
                self.space.label(int(self.improvement[place, coalition, state])),
            )
            for coalition, state in np.argwhere(~self.stable[place]).tolist()
        ]
        return pd.DataFrame(rows, columns=["state", "coalition", "improvement"]).sort_values("state", kind="stable")


def analyse_coalitions(
    model: GraphModel, concepts: Sequence[Concept] = COALITION_CONCEPTS, *, sanctions: Sanctions = "coalitions"
) -> CoalitionStability:
    r"""Find the states that each coalition would stay in, every group of one or more decision makers being one.

    Parameters
    ----------
    model : GraphModel
        At most 2,048 feasible states and 8 decision makers.
    sanctions : "coalitions" or "individuals"
        Sequential stability alone: those outside answer by improvements of coalitions among them, or each on its own.

    Notes
    -----
    For a coalition :math:`H` of the decision makers :math:`N`, :math:`R_H(s)` are the ends of legal sequences of
    its members' moves from :math:`s`: any members, in any order, nobody twice in a row; no single move need improve
    anything. Its improvements leave every member better off,
    :math:`R^{++}_H(s) = \{q \in R_H(s) : q \succ_i s \text{ for all } i \in H\}`, and a state deters it when some
    member is not better off there, :math:`\Phi_H(s) = \{q : s \succeq_i q \text{ for some } i \in H\}`. Then
    :math:`s` is for :math:`H`

    - Nash stable if :math:`R^{++}_H(s)` is empty;
    - general metarational if each :math:`q \in R^{++}_H(s)` has an :math:`r \in R_{N-H}(q) \cap \Phi_H(s)`: those
      outside answer by a legal sequence of any moves of single decision makers (a coalition's move is such a sequence);
    - symmetric metarational if, besides, :math:`R_H(r) \subseteq \Phi_H(s)`;
    - sequentially stable if each such :math:`q` has an :math:`r \in \Phi_H(s)` at the end of a legal sequence of
      improvements :math:`R^{++}_K` of coalitions :math:`K \subseteq N-H`, single ones included, no coalition twice in
      a row. With ``sanctions="individuals"`` only single decision makers improve: fewer answers, fewer stable states.

    A single decision maker is a coalition: for it, the first three are the ordinary concepts, and the fourth is with
    "individuals". All together fear nobody, so that for them all four are one. In option form sequential implies
    general metarational; with listed arcs it need not, as one decision maker can be the last of one coalition and the
    first of the next. A state is coalitionally stable if it is for every coalition.

    Raises
    ------
    ModelError
        Too many states or decision makers, or another concept.

    References
    ----------
    Kilgour, Hipel, Fang & Peng (2001), "Coalition analysis in group decision support", Group Decision and Negotiation
    10, 159-175. Inohara & Hipel (2008), "Coalition analysis in the graph model for conflict resolution", Systems
    Engineering 11, 343-359; "Interrelationships among noncooperative and coalition stability concepts", Journal of
    Systems Science and Systems Engineering 17, 1-29.
    """
    n_makers = len(model.space.names)
    if n_makers > MOST_MAKERS:
        raise ModelError(f"{n_makers} decision makers form too many coalitions; {MOST_MAKERS} are the most")
    if unfit := [concept for concept in concepts if concept not in COALITION_CONCEPTS]:
        raise ModelError(f"{unfit[0]} stability is not defined for coalitions")
    check_size(model.space, MOST_STATES)
    relations = _relations_of(model)
    found = np.full((len(concepts), len(relations.coalitions), model.space.states.size), -1, dtype=np.int64)
    for place, concept in enumerate(concepts):
        for coalition in range(len(relations.coalitions)):
            targets = _leaves_for(concept, coalition, relations, sanctions)
            found[place, coalition] = np.where(targets < 0, -1, model.space.states[targets])
    return CoalitionStability(model.space, tuple(concepts), sanctions, relations.coalitions, found)


@dataclass(frozen=True)
class CoalitionMove:
    """A coalition's way out of a state, all its members better off at the end."""

    coalition: tuple[int, ...]
    steps: tuple[Step, ...]
    """Moves of the members, nobody twice in a row, as few as any."""


def coalition_move(model: GraphModel, coalition: Sequence[int], start: int, end: int) -> CoalitionMove:
    """How the members of a coalition get from one cell to another, by as few moves as any.

    Raises
    ------
    ModelError
        They cannot.
    """
    steps = shortest_sequence(model.space, coalition, start, lambda cells: cells == end)
    if not steps:
        names = " and ".join(model.space.names[member] for member in coalition)
        raise ModelError(f"{names} cannot get from '{model.space.label(start)}' to '{model.space.label(end)}'")
    return CoalitionMove(tuple(coalition), steps)


def equilibrium_jumps(model: GraphModel, equilibria: IntArray) -> tuple[CoalitionMove, ...]:
    """Which coalitions can lead from one equilibrium to another that all their members prefer.

    ``equilibria`` are cells. Whether somebody could punish the way there is not asked: an equilibrium is reached, and
    it holds. Kilgour, Hipel, Fang & Peng (2001) judge coalitions in this way.
    """
    check_size(model.space, MOST_STATES)
    relations = _relations_of(model)
    places = np.searchsorted(model.space.states, equilibria)
    return tuple(
        coalition_move(model, members, int(equilibria[a]), int(equilibria[b]))
        for members, lists in zip(relations.coalitions, relations.improvements, strict=True)
        for a, b in np.argwhere([np.isin(places, lists[place]) for place in places.tolist()]).tolist()
    )


@dataclass(frozen=True, eq=False)
class _Relations:
    """Of each coalition: where it can get, what it prefers, and where it improves."""

    coalitions: tuple[tuple[int, ...], ...]
    ends: tuple[BoolArray, ...]
    better: tuple[BoolArray, ...]
    improvements: tuple[Lists, ...]

    def outside(self, coalition: int, most_members: int) -> list[int]:
        """Coalitions among those who aren't members, of at most so many members."""
        own = set(self.coalitions[coalition])
        return [
            other
            for other, members in enumerate(self.coalitions)
            if len(members) <= most_members and own.isdisjoint(members)
        ]


def _relations_of(model: GraphModel) -> _Relations:
    makers = range(len(model.space.names))
    coalitions = tuple(members for size in makers for members in combinations(makers, size + 1))
    rank = model.rank[:, model.space.states]
    lists = move_lists(model.space)
    ends = tuple(legal_ends([lists[member] for member in members], rank.shape[1]) for members in coalitions)
    better = tuple(_all_prefer(rank[list(members)]) for members in coalitions)
    improvements = tuple(lists_of(end & prefers) for end, prefers in zip(ends, better, strict=True))
    return _Relations(coalitions, ends, better, improvements)


def _all_prefer(rank: RankArray) -> BoolArray:
    """(from, to): better for all whose ranking is given."""
    found = np.ones((rank.shape[1], rank.shape[1]), dtype=np.bool_)
    for own in rank:
        found &= own[None, :] > own[:, None]
    return found


def _leaves_for(concept: Concept, coalition: int, relations: _Relations, sanctions: Sanctions) -> IntArray:
    """(state,): place of an improvement that goes unpunished, or -1."""
    improvements, deters = relations.improvements[coalition], ~relations.better[coalition]
    if concept is Concept.NASH:
        return np.array([targets[0] if targets.size else -1 for targets in improvements], dtype=np.int64)
    if concept is Concept.SEQUENTIAL:
        answering = relations.outside(coalition, 1 if sanctions == "individuals" else MOST_MAKERS)
        replies = legal_ends([relations.improvements[other] for other in answering], len(improvements))
        return first_unanswered(improvements, replies, deters)
    others = relations.outside(coalition, MOST_MAKERS)
    # All who are outside, together: their legal sequences of moves.
    replies = relations.ends[others[-1]] if others else np.zeros_like(deters)
    if concept is Concept.SYMMETRIC_METARATIONAL:
        deters = without_escape(deters, lists_of(relations.ends[coalition]))
    return first_unanswered(improvements, replies, deters)

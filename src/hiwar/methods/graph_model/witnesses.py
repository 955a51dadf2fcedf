"""Why a decision maker would stay in a state, or would not: the moves that show it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.sequences import (
    CHUNK,
    Step,
    any_move,
    improvements_of,
    moves_of_many,
    shortest_sequence,
)
from hiwar.methods.graph_model.spaces import ArcSpace, BoolArray, GraphModel, IntArray, ModelError, Space, moves_from

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Answer:
    """An improvement, and how the others can take it back."""

    improvement: Step
    sanction: tuple[Step, ...]
    """A legal sequence of moves of the others with as few moves as any, at whose end the mover is no better off.

    Under simultaneous stability, improvements of as few others as any, all from the state that the mover leaves.
    """
    end: int
    """Cell in which all of it ends."""
    counter_move: Step | None = None
    """Under symmetric metarational stability, the mover's best own move from there, no better; None without one."""


@dataclass(frozen=True, eq=False)
class Witness:
    """What shows that a decision maker would stay in a state, or would not."""

    space: Space
    maker: int
    cell: int
    concept: Concept
    answers: tuple[Answer, ...]
    """One per improvement, the best first; empty if it has no improvement, or if one goes unpunished."""
    unpunished: Step | None
    """The best improvement that goes unpunished; None where it would stay."""

    @property
    def is_stable(self) -> bool:
        """It would stay."""
        return self.unpunished is None

    def to_frame(self) -> "pd.DataFrame":
        """One row per move: number of the improvement it belongs to, its part, mover, from, to."""
        import pandas as pd

        parts = [] if self.unpunished is None else [(0, "unpunished", self.unpunished)]
        for number, answer in enumerate(self.answers):
            parts.append((number, "improvement", answer.improvement))
            parts += [(number, "sanction", step) for step in answer.sanction]
            parts += [] if answer.counter_move is None else [(number, "counter_move", answer.counter_move)]
        label, names = self.space.label, self.space.names
        rows = [(number, part, names[step.maker], label(step.start), label(step.end)) for number, part, step in parts]
        return pd.DataFrame(rows, columns=["improvement", "part", "mover", "from", "to"])


def explain(model: GraphModel, maker: int, cell: int, concept: Concept) -> Witness:
    """Show why a decision maker would stay in a state under a concept, or which improvement it would take.

    Parameters
    ----------
    model : GraphModel
        Any size: replies are searched from each improvement, and no pairs of states are stored.
    maker : int
        Number of the decision maker.
    cell : int
        Cell of a feasible state.

    Notes
    -----
    Searches breadth first, so that sanctions are as short as can be. That an improvement goes unpunished is known once
    every state that replies reach has been seen.

    Raises
    ------
    ModelError
        The cell is infeasible or no cell of the conflict; or simultaneous stability is asked of listed moves, which do
        not say where moves made at the same time would lead.
    """
    if concept is Concept.SIMULTANEOUS and isinstance(model.space, ArcSpace):
        raise ModelError("listed moves do not say where moves made at the same time would lead; give the option form")
    if not 0 <= cell < model.space.size or not model.space.feasible[cell]:
        raise ModelError(f"{cell} is not the cell of a feasible state")
    answers = []
    for improvement in _improvements(model, maker, cell):
        answer = _answer(model, improvement, concept)
        if answer is None:
            return Witness(model.space, maker, cell, concept, (), improvement)
        answers.append(answer)
    return Witness(model.space, maker, cell, concept, tuple(answers), None)


def _improvements(model: GraphModel, maker: int, cell: int) -> list[Step]:
    """Best first; among tied ones the lowest cell."""
    ends = moves_from(model.space, maker, cell)
    rank = model.rank[maker]
    ends = ends[rank[ends] > rank[cell]]
    return [Step(maker, cell, end) for end in ends[np.argsort(-rank[ends], kind="stable")].tolist()]


def _answer(model: GraphModel, improvement: Step, concept: Concept) -> Answer | None:
    """How the others take it back; None if they cannot."""
    maker = improvement.maker
    if concept is Concept.NASH:
        return None
    if concept is Concept.SIMULTANEOUS:
        return _simultaneous_answer(model, improvement)
    others = [other for other in range(len(model.space.names)) if other != maker]
    allowed = improvements_of(model.rank) if concept is Concept.SEQUENTIAL else any_move
    is_sanction = _sanctions(model, improvement, concept)
    sanction = shortest_sequence(model.space, others, improvement.end, is_sanction, allowed)
    if not sanction:
        return None
    end = sanction[-1].end
    is_symmetric = concept is Concept.SYMMETRIC_METARATIONAL
    return Answer(improvement, sanction, end, _best_move(model, maker, end) if is_symmetric else None)


def _simultaneous_answer(model: GraphModel, improvement: Step) -> Answer | None:
    """As few others as can spoil it by improvements of their own from the same state; None if they cannot."""
    start, rank = improvement.start, model.rank[improvement.maker]
    others = [other for other in range(len(model.space.names)) if other != improvement.maker]
    steps = {other: _improvements(model, other, start) for other in others}
    for count in range(1, len(others) + 1):
        for several in combinations(others, count):
            shifts = [np.array([step.end - start for step in steps[other]], dtype=np.int64) for other in several]
            ends = improvement.end + reduce(np.add.outer, shifts)  # options of different owners add up
            spoilt = np.argwhere((rank[ends] > 0) & (rank[ends] <= rank[start]))
            if spoilt.size:
                chosen = tuple(steps[other][place] for other, place in zip(several, spoilt[0].tolist(), strict=True))
                return Answer(improvement, chosen, int(ends[tuple(spoilt[0])]))
    return None


def _sanctions(model: GraphModel, improvement: Step, concept: Concept) -> Callable[[IntArray], BoolArray]:
    """Which cells are no better for the mover than the state it left; if asked, whatever it moves to from there."""
    rank = model.rank[improvement.maker]
    limit = rank[improvement.start]

    def is_sanction(cells: IntArray) -> BoolArray:
        found: BoolArray = rank[cells] <= limit
        if concept is Concept.SYMMETRIC_METARATIONAL:
            places = np.flatnonzero(found)
            for first in range(0, places.size, CHUNK):
                some = places[first : first + CHUNK]
                origins, ends = moves_of_many(model.space, improvement.maker, cells[some])
                found[some[origins[rank[ends] > limit]]] = False
        return found

    return is_sanction


def _best_move(model: GraphModel, maker: int, cell: int) -> Step | None:
    ends = moves_from(model.space, maker, cell)
    return Step(maker, cell, int(ends[model.rank[maker][ends].argmax()])) if ends.size else None

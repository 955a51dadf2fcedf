"""Misperception: each decision maker plays the conflict that it sees, and what holds is what each holds in its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.frames import verdict_frame
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS
from hiwar.methods.graph_model.perceptions import IMAGINED, Perception
from hiwar.methods.graph_model.spaces import BoolArray, GraphModel, IntArray, ModelError
from hiwar.methods.graph_model.stability import Stability, analyse_stability

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Hypergame:
    """A conflict, and how each of its decision makers sees it.

    A first-level hypergame: each takes what it sees for the conflict, and nobody knows that others see another one.
    """

    real: GraphModel
    perceptions: tuple[Perception, ...]
    """By decision maker. A perceived conflict may lack other decision makers, never the one who perceives it."""

    def __post_init__(self) -> None:
        names = self.real.space.names
        if len(self.perceptions) != len(names):
            raise ModelError(f"{len(self.perceptions)} perceptions are given for {len(names)} decision makers")
        for name, seen in zip(names, self.perceptions, strict=True):
            if name not in seen.model.space.names:
                raise ModelError(f"{name} does not take part in the conflict that it perceives")
            meant = seen.real[seen.real != IMAGINED]
            if ((meant < 0) | (meant >= self.real.space.size)).any() or not self.real.space.feasible[meant].all():
                raise ModelError(f"a state that {name} perceives stands for a cell that is no feasible state")


@dataclass(frozen=True, eq=False)
class HypergameStability:
    """What would hold where decision makers see different conflicts. Cells are those of the real conflict."""

    hypergame: Hypergame
    concepts: tuple[Concept, ...]
    real: Stability
    """What would hold if everybody saw the conflict as it is."""
    perceived: tuple[Stability, ...]
    """By decision maker: stabilities of everybody in the conflict that it sees, over the cells of that."""
    known: BoolArray
    """(decision maker, cell): the state is one of those it sees."""
    held: BoolArray
    """(concept, decision maker, cell): it knows the state and would stay there, in its own eyes."""
    expected: BoolArray
    """(concept, decision maker, cell): it knows the state and thinks that everybody would stay there."""

    def equilibria(self, concept: Concept) -> IntArray:
        """Cells of the states that everybody knows and, in its own eyes, would stay in; ascending."""
        return np.flatnonzero(self.held[self._place(concept)].all(axis=0))

    def foreseen(self, concept: Concept) -> IntArray:
        """Those of the equilibria that everybody expects to be one; the others hold though somebody expects a move."""
        return np.flatnonzero((self.held & self.expected)[self._place(concept)].all(axis=0))

    def hidden_equilibria(self, concept: Concept) -> IntArray:
        """Cells that somebody does not know, in which everybody who does would stay.

        How long such a state holds depends on what the others do once they find out, which the hypergame does not say.
        """
        stays = self.held[self._place(concept)] | ~self.known
        return np.flatnonzero(stays.all(axis=0) & self.known.any(axis=0) & ~self.known.all(axis=0))

    def illusions(self, concept: Concept) -> BoolArray:
        """(decision maker, cell): it expects the state to hold, and somebody, in its own eyes, would leave it.

        Whoever does not know the state counts as nobody who would leave it.
        """
        place = self._place(concept)
        is_left = (self.known & ~self.held[place]).any(axis=0)
        found: BoolArray = self.expected[place] & is_left
        return found

    def mistaken(self, concept: Concept) -> BoolArray:
        """(decision maker, cell): it knows the state and would stay or leave where, seeing clearly, it would not."""
        changed: BoolArray = self.known & (self.held[self._place(concept)] != self.real.stable(concept))
        return changed

    @property
    def surprises(self) -> IntArray:
        """Cells of the feasible states that somebody does not know; ascending."""
        return np.flatnonzero(self.hypergame.real.space.feasible & ~self.known.all(axis=0))

    def to_frame(self) -> "pd.DataFrame":
        """One row per concept, decision maker and feasible state.

        Whether it knows the state, would stay in its own eyes, thinks that all would, and would stay if it saw clearly.
        """
        space = self.hypergame.real.space
        cells = space.states
        columns = {
            "knows": np.broadcast_to(self.known[:, cells], (len(self.concepts), len(self.known), cells.size)),
            "stays": self.held[:, :, cells],
            "expects_all_to_stay": self.expected[:, :, cells],
            "would_stay_if_it_saw": np.array([self.real.stable(concept)[:, cells] for concept in self.concepts]),
        }
        return verdict_frame(space, {"concept": [concept.value for concept in self.concepts]}, columns)

    def _place(self, concept: Concept) -> int:
        if concept not in self.concepts:
            asked = ", ".join(self.concepts) or "none"
            raise ModelError(f"{concept} stability was not analysed; analysed: {asked}")
        return self.concepts.index(concept)


def analyse_hypergame(hypergame: Hypergame, concepts: Sequence[Concept] = PARTIAL_CONCEPTS) -> HypergameStability:
    r"""Find the states that hold because each decision maker, in the conflict that it sees, would stay.

    Parameters
    ----------
    hypergame : Hypergame
        The conflict as it is and as each decision maker sees it.
    concepts : sequence of Concept
        What to look for.

    Notes
    -----
    Decision maker :math:`i` sees the conflict :math:`G_i` and analyses it as if everybody saw it so: its own moves and
    ranking there, and those it ascribes to others. A real state is an equilibrium of the hypergame if it is a state of
    every :math:`G_i` and there stable for :math:`i`, the owner of :math:`G_i`. That another would leave it in
    :math:`G_i` does not matter: the other acts on what it sees itself. This is the equilibrium of a first-level
    hypergame of Wang, Hipel & Fraser. States that somebody does not know are no equilibria here, since nothing says
    what it does when it finds itself in one; they are listed apart (`hidden_equilibria`, `surprises`).

    If all see the conflict as it is, the equilibria are the ordinary ones.

    Raises
    ------
    ModelError
        As in `analyse_stability`.

    References
    ----------
    Bennett (1977), "Toward a theory of hypergames", Omega 5, 749-751. Wang, Hipel & Fraser (1989), "Solution concepts
    in hypergames", Applied Mathematics and Computation 34, 147-171. Aljefri, Bashar, Fang & Hipel (2018),
    "First-level hypergame for investigating misperception in conflicts", IEEE Transactions on Systems, Man, and
    Cybernetics: Systems 48, 2158-2175, who sort such states by who knows them into more classes.
    """
    space = hypergame.real.space
    perceived = tuple(analyse_stability(seen.model, concepts) for seen in hypergame.perceptions)
    known = np.zeros((len(space.names), space.size), dtype=np.bool_)
    held, expected = np.zeros((2, len(concepts), *known.shape), dtype=np.bool_)
    for maker, (seen, stability) in enumerate(zip(hypergame.perceptions, perceived, strict=True)):
        itself = seen.model.space.names.index(space.names[maker])
        cells = np.flatnonzero(seen.real != IMAGINED)
        known[maker, seen.real[cells]] = True
        for place, concept in enumerate(concepts):
            stays = stability.stable(concept)[:, cells]
            held[place, maker, seen.real[cells]] = stays[itself]
            expected[place, maker, seen.real[cells]] = stays.all(axis=0)
    for array in (known, held, expected):
        array.setflags(write=False)
    real = analyse_stability(hypergame.real, concepts)
    return HypergameStability(hypergame, tuple(concepts), real, perceived, known, held, expected)

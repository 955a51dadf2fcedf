"""How often states hold over draws of preferences: verdicts of many draws, added up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.frames import verdict_frame
from hiwar.methods.graph_model.kernels_draws import GENERAL, NASH, SEQUENTIAL, SYMMETRIC, FloatArray, mark_draws, tally
from hiwar.methods.graph_model.matrices import move_lists
from hiwar.methods.graph_model.partial import PartialPreferences, analyse_partial
from hiwar.methods.graph_model.spaces import ArcSpace, BoolArray, IntArray, ModelError, OptionSpace, Space

if TYPE_CHECKING:
    import pandas as pd

DRAWN_TOGETHER = 1 << 9
"""Draws asked for at once."""
JUDGED_TOGETHER = 64
"""Draws that go through the kernel at once."""
BITS = {
    Concept.NASH: NASH,
    Concept.GENERAL_METARATIONAL: GENERAL,
    Concept.SYMMETRIC_METARATIONAL: SYMMETRIC,
    Concept.SEQUENTIAL: SEQUENTIAL,
}


class Basis(StrEnum):
    """What it rests on that a state is said to hold always, or never."""

    ALL = "all"
    """Every admissible combination of rankings was looked at: exact and complete, and so are the probabilities."""
    COMPARISONS = "comparisons"
    """Comparisons that come out the same whatever is admitted: what is said is certain, but more may be so."""
    DRAWS = "draws"
    """Draws alone, which prove nothing of what was not drawn: nothing is said to hold always or never."""


@dataclass(frozen=True, eq=False)
class Chances:
    """How often each decision maker would stay in a state, and all of them. States as in ``space.states``."""

    space: Space
    concepts: tuple[Concept, ...]
    draws: int
    """Draws, or combinations of rankings where all were looked at."""
    basis: Basis
    stays: FloatArray
    """(concept, decision maker, state): probability that it would stay there."""
    stays_error: FloatArray
    """(concept, decision maker, state): standard error of that; 0 where all draws agree, and where it is exact."""
    holds: FloatArray
    """(concept, state): probability that all would stay there, so that it is an equilibrium."""
    holds_error: FloatArray
    """(concept, state): standard error."""
    drawn: IntArray
    """(concept, state): in how many of the draws it was an equilibrium."""
    always: BoolArray
    """(concept, state): an equilibrium under every admissible ranking; see ``basis``."""
    never: BoolArray
    """(concept, state): an equilibrium under none; see ``basis``."""

    def in_all_draws(self, concept: Concept) -> BoolArray:
        """(state,): an equilibrium in all draws; unless all was looked at, that does not prove that it always is."""
        held: BoolArray = self.drawn[self.concepts.index(concept)] == self.draws
        return held

    def in_no_draw(self, concept: Concept) -> BoolArray:
        """(state,): an equilibrium in none of the draws."""
        held: BoolArray = self.drawn[self.concepts.index(concept)] == 0
        return held

    def to_frame(self) -> "pd.DataFrame":
        """One row per concept, decision maker and state: how likely it would stay, with the standard error."""
        axes = {"concept": [concept.value for concept in self.concepts]}
        return verdict_frame(self.space, axes, {"stays": self.stays, "standard_error": self.stays_error})


Blocks = Iterator[tuple[FloatArray, FloatArray]]
"""Values (draw, decision maker, state) and the weights of these draws."""


def chances_of(
    space: Space, concepts: Sequence[Concept], blocks: Blocks, basis: Basis, known: PartialPreferences | None
) -> Chances:
    """Judge draws block by block; ``known`` are the comparisons that hold whatever is admitted, where there are any."""
    bits = _bits(concepts)
    starts, targets = moves_of(space)
    shape = len(space.names), space.states.size
    stays, holds = np.zeros((bits.size, *shape)), np.zeros((bits.size, shape[1]))
    drawn, count, total = np.zeros((bits.size, shape[1]), dtype=np.int64), 0, 0.0
    for values, weights in blocks:
        for part in parts_of(weights.size, JUDGED_TOGETHER):
            check_shape(values[part][0], space)
            verdicts = verdicts_of(space, values[part], starts, targets, int(bits.sum()))
            tally(verdicts, weights[part], bits, stays, holds, drawn)
        count += weights.size
        total += float(weights.sum())
    if not count:
        raise ModelError("one draw or more is needed")
    always, never = drawn == count, drawn == 0
    if basis is not Basis.ALL:
        always, never = _certain(space, concepts, known, shape=always.shape)
    stays, holds = np.clip(stays / total, 0, 1), np.clip(holds / total, 0, 1)
    n_drawn = np.inf if basis is Basis.ALL else count
    errors = [np.sqrt(share * (1 - share) / n_drawn) for share in (stays, holds)]
    return Chances(space, tuple(concepts), count, basis, stays, errors[0], holds, errors[1], drawn, always, never)


def _bits(concepts: Sequence[Concept]) -> IntArray:
    if unfit := [concept for concept in concepts if concept not in BITS]:
        raise ModelError(f"{unfit[0]} stability is not defined here for preferences that are uncertain")
    return np.array([BITS[concept] for concept in concepts], dtype=np.int64)


def _certain(
    space: Space, concepts: Sequence[Concept], known: PartialPreferences | None, shape: tuple[int, ...]
) -> tuple[BoolArray, BoolArray]:
    if known is None:
        return np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
    partial = analyse_partial(space, known, concepts)
    always = [partial.equilibria(concept) for concept in concepts]
    never = [partial.excluded(concept) for concept in concepts]
    return np.array(always).reshape(shape), np.array(never).reshape(shape)


def moves_of(space: Space) -> tuple[IntArray, IntArray]:
    """Compressed rows of everybody's moves over ``space.states``, as `ArcSpace` has them."""
    if isinstance(space, ArcSpace):
        return space.starts, space.targets
    flat = [targets for own in move_lists(space) for targets in own]
    ends = np.concatenate([[0], np.cumsum([targets.size for targets in flat])])
    n_states = space.states.size
    starts = np.array([ends[maker * n_states : (maker + 1) * n_states + 1] for maker in range(len(space.names))])
    return starts, np.concatenate(flat)


def verdicts_of(
    space: Space, values: FloatArray, starts: IntArray, targets: IntArray, wanted: int
) -> npt.NDArray[np.uint8]:
    """(decision maker, state, draw): bits of the wanted concepts; values are (draw, decision maker, state)."""
    by_draw = np.ascontiguousarray(values.transpose(1, 2, 0), dtype=np.float64)
    if np.isnan(by_draw).any():
        raise ModelError("a drawn value is not a number")
    verdicts = np.zeros(by_draw.shape, dtype=np.uint8)
    mark_draws(by_draw, starts, targets, isinstance(space, OptionSpace), wanted, verdicts)
    return verdicts


def check_shape(values: FloatArray, space: Space) -> None:
    """Refuse values that are not (decision maker, state)."""
    if values.shape != (shape := (len(space.names), space.states.size)):
        raise ModelError(f"values (decision maker, state) have shape {values.shape}; {shape} is needed")


def parts_of(count: int, together: int = DRAWN_TOGETHER) -> Iterator[slice]:
    """Neighbouring slices of so many."""
    for start in range(0, count, together):
        yield slice(start, min(start + together, count))

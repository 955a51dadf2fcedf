"""Stability where some pairs of states cannot be compared: four ways to meet what is unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.frames import verdict_frame
from hiwar.methods.graph_model.matrices import (
    Lists,
    all_answered,
    check_size,
    legal_ends,
    move_lists,
    only,
    without_escape,
)
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS, PartialPreferences
from hiwar.methods.graph_model.spaces import BoolArray, ModelError, Space

if TYPE_CHECKING:
    import pandas as pd

MOST_STATES = 4096
"""More states than this are refused: every pair of states is looked at."""


class Extension(StrEnum):
    """What a decision maker makes of a comparison that is unknown: as a reason to leave, and as a fear of replies."""

    A = "a"
    """Unknown is reason enough to leave, and nothing to fear: the state must hold against the boldest."""
    B = "b"
    """Only what is surely better is a reason to leave, and only what is surely not better is feared."""
    C = "c"
    """Unknown is reason enough to leave, and feared."""
    D = "d"
    """Only what is surely better is a reason to leave, and unknown is feared: the most cautious stay."""

    @property
    def leaves_for_unknown(self) -> bool:
        """A move to a state that cannot be compared counts as an improvement."""
        return self in (Extension.A, Extension.C)

    @property
    def fears_unknown(self) -> bool:
        """A reply that ends in a state that cannot be compared counts as a sanction."""
        return self in (Extension.C, Extension.D)


@dataclass(frozen=True, eq=False)
class UnknownStability:
    """Verdicts under each way to meet what is unknown. States as in ``space.states``."""

    space: Space
    concepts: tuple[Concept, ...]
    stable: BoolArray
    """(extension, concept, decision maker, state): it would stay there."""

    def equilibria(self, extension: Extension, concept: Concept) -> BoolArray:
        """(state,): everybody would stay there."""
        place = list(Extension).index(extension), self.concepts.index(concept)
        held: BoolArray = self.stable[place].all(axis=0)
        return held

    def to_frame(self) -> "pd.DataFrame":
        """One row per concept, decision maker and state, one column per extension."""
        axes = {"concept": [concept.value for concept in self.concepts]}
        return verdict_frame(self.space, axes, dict(zip([*Extension], self.stable, strict=True)))


def analyse_unknown(
    space: Space, preferences: PartialPreferences, concepts: Sequence[Concept] = PARTIAL_CONCEPTS
) -> UnknownStability:
    r"""Find the states each decision maker would stay in, for each of the four ways to meet unknown preferences.

    Parameters
    ----------
    space : Space
        At most 4,096 feasible states.
    preferences : PartialPreferences
        A pair is unknown where the second state is neither surely better nor surely not better. What is known need
        not be transitive.

    Notes
    -----
    From :math:`s`, :math:`R^+_i(s)` are the moves of :math:`i` to states surely better, :math:`R^{+,U}_i(s)` those to
    states not surely no better; :math:`\Phi_i(s)` are the states surely not better than :math:`s`, and
    :math:`\Phi^U_i(s)` those not surely better. The improvements asked about are :math:`R^{+,U}_i` in extensions a and
    c and :math:`R^+_i` in b and d; sanctions end in :math:`\Phi_i` in a and b and in :math:`\Phi^U_i` in c and d.

    - Nash: no improvement. So a and c agree, and b and d.
    - General metarational: each improvement :math:`q` has an :math:`r \in R_{N-i}(q)` that is a sanction.
    - Symmetric metarational: besides, all of :math:`R_i(r)` are sanctions.
    - Sequential: :math:`r` ends a legal sequence of :math:`R^{+,U}_j` of the others, in all four: whoever answers
      may go where it does not know that it loses.

    Stable under a implies b and c; stable under b or c implies d. With nothing unknown all four are the ordinary
    concepts.

    Raises
    ------
    ModelError
        Too many states, arrays of another shape, or another concept.

    References
    ----------
    Li, Hipel, Kilgour & Fang (2004), "Preference uncertainty in the graph model for conflict resolution", IEEE
    Transactions on Systems, Man, and Cybernetics A 34, 507-520; Xu, Hipel, Kilgour & Fang (2018), *Conflict Resolution
    Using the Graph Model*, ch. 5, Springer.
    """
    check_size(space, MOST_STATES)
    if preferences.better.shape != (shape := (len(space.names), space.states.size, space.states.size)):
        raise ModelError(f"relations have shape {preferences.better.shape}; {shape} is needed")
    if unfit := [concept for concept in concepts if concept not in PARTIAL_CONCEPTS]:
        raise ModelError(f"{unfit[0]} stability is not defined where preferences are unknown")
    lists = move_lists(space)
    stable = np.zeros((len(Extension), len(concepts), *shape[:2]), dtype=np.bool_)
    for place, concept in enumerate(concepts):
        for maker in range(len(space.names)):
            stable[:, place, maker] = _stays(concept, maker, lists, preferences)
    return UnknownStability(space, tuple(concepts), stable)


def _stays(concept: Concept, maker: int, lists: Sequence[Lists], known: PartialPreferences) -> BoolArray:
    """(extension, state)"""
    ends = _replies(concept, maker, lists, known)
    found = []
    for extension in Extension:
        leaves_for = ~known.not_better[maker] if extension.leaves_for_unknown else known.better[maker]
        sanctions = ~known.better[maker] if extension.fears_unknown else known.not_better[maker]
        if concept is Concept.SYMMETRIC_METARATIONAL:
            sanctions = without_escape(sanctions, lists[maker])
        found.append(all_answered(only(lists[maker], leaves_for), ends, sanctions))
    return np.array(found)


def _replies(concept: Concept, maker: int, lists: Sequence[Lists], known: PartialPreferences) -> BoolArray:
    """(from, to): where replies of the others lead that a concept fears."""
    n_states = len(lists[maker])
    if concept is Concept.NASH:
        return np.zeros((n_states, n_states), dtype=np.bool_)
    others = [other for other in range(len(lists)) if other != maker]
    if concept is Concept.SEQUENTIAL:
        return legal_ends([only(lists[other], ~known.not_better[other]) for other in others], n_states)
    return legal_ends([lists[other] for other in others], n_states)

"""How hard replies would hit: stability where a state can be mildly or greatly worse than another."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from hiwar.methods.graph_model.spaces import BoolArray, GraphModel, ModelError, RankArray, Space

if TYPE_CHECKING:
    import pandas as pd

STRENGTH_CONCEPTS: tuple[Concept, ...] = (
    Concept.GENERAL_METARATIONAL,
    Concept.SYMMETRIC_METARATIONAL,
    Concept.SEQUENTIAL,
)
MOST_STATES = 4096
"""More states than this are refused: every pair of states is looked at."""


@dataclass(frozen=True, eq=False)
class Strength:
    """Which states hold, and which of them for fear of great harm. States as in ``space.states``."""

    space: Space
    concepts: tuple[Concept, ...]
    stable: BoolArray
    """(concept, decision maker, state): it would stay, as without strength of preference."""
    strong: BoolArray
    """(concept, decision maker, state): every improvement can be answered so that it ends greatly worse off."""

    @property
    def weak(self) -> BoolArray:
        """(concept, decision maker, state): it would stay, but some improvement meets mild or no loss at most."""
        held: BoolArray = self.stable & ~self.strong
        return held

    def equilibria(self, concept: Concept) -> BoolArray:
        """(state,): everybody would stay."""
        held: BoolArray = self.stable[self.concepts.index(concept)].all(axis=0)
        return held

    def strong_equilibria(self, concept: Concept) -> BoolArray:
        """(state,): everybody is strongly stable; where somebody is weakly stable, an equilibrium is weak."""
        held: BoolArray = self.strong[self.concepts.index(concept)].all(axis=0)
        return held

    def to_frame(self) -> "pd.DataFrame":
        """One row per concept, decision maker and state."""
        axes = {"concept": [concept.value for concept in self.concepts]}
        return verdict_frame(self.space, axes, {"stable": self.stable, "strong": self.strong})


def analyse_strength(model: GraphModel, bands: RankArray, concepts: Sequence[Concept] = STRENGTH_CONCEPTS) -> Strength:
    r"""Find which stable states are held by a threat of great loss, and which by a mild one.

    Parameters
    ----------
    model : GraphModel
        At most 4,096 feasible states.
    bands : RankArray
        (decision maker, cell): of two states in one band the better is mildly preferred, of two in different bands
        greatly. Larger is better; a band never reverses or splits the ranking. 0 where the cell is infeasible.

    Notes
    -----
    :math:`s \gg_i q` is great, :math:`s >_i q` mild preference. Improvements, and what makes a reply of the others
    credible, are preferred either way. A stable state is *strongly*

    - general metarational if each improvement :math:`q` has an :math:`r \in R_{N-i}(q)` with :math:`s \gg_i r`;
    - symmetric metarational if, besides, :math:`s \gg_i t` for all :math:`t \in R_i(r)`;
    - sequentially stable if :math:`r` with :math:`s \gg_i r` ends a legal sequence of improvements of the others.

    Otherwise it is *weakly* stable. A state without improvements needs no threat: it is strong in all three, and
    Nash stability has no degrees.

    Raises
    ------
    ModelError
        Too many states, another concept, or bands that reverse or split a ranking.

    References
    ----------
    Hamouda, Kilgour & Hipel (2004), "Strength of preference in the graph model for conflict resolution", Group
    Decision and Negotiation 13, 449-462; (2006), "Strength of preference in graph models for multiple-decision-maker
    conflicts", Applied Mathematics and Computation 179, 314-327.
    """
    check_size(model.space, MOST_STATES)
    if unfit := [concept for concept in concepts if concept not in STRENGTH_CONCEPTS]:
        raise ModelError(f"{unfit[0]} stability has no degrees of strength here")
    _check_bands(model, bands)
    rank, degree = model.rank[:, model.space.states], bands[:, model.space.states]
    lists = move_lists(model.space)
    stable, strong = np.zeros((2, len(concepts), *rank.shape), dtype=np.bool_)
    for maker in range(len(rank)):
        worse = rank[maker, None, :] <= rank[maker, :, None]  # (from, end)
        greatly_worse = degree[maker, None, :] < degree[maker, :, None]
        for place, concept in enumerate(concepts):
            verdicts = _stays(concept, maker, lists, rank, (worse, greatly_worse))
            stable[place, maker], strong[place, maker] = verdicts
    return Strength(model.space, tuple(concepts), stable, strong)


def _check_bands(model: GraphModel, bands: RankArray) -> None:
    if bands.shape != model.rank.shape:
        raise ModelError(f"bands have shape {bands.shape}; the rankings have {model.rank.shape}")
    for name, rank, band in zip(model.space.names, model.rank, bands, strict=True):
        if ((band > 0) != model.space.feasible).any():
            raise ModelError(f"{name}: bands must be 1 or more on feasible states and 0 elsewhere")
        order = np.lexsort((band, rank))
        if (np.diff(band[order]) < 0).any():
            raise ModelError(f"{name}: a state in a lower band is ranked above one in a higher band")
        if ((np.diff(rank[order]) == 0) & (np.diff(band[order]) != 0)).any():
            raise ModelError(f"{name}: two states that are tied in the ranking are in different bands")


def _stays(
    concept: Concept, maker: int, lists: Sequence[Lists], rank: RankArray, kinds: Sequence[BoolArray]
) -> list[BoolArray]:
    """(state,), for each kind of sanctions (from, end): every improvement can be answered by one."""
    better = [own[None, :] > own[:, None] for own in rank]
    others = [other for other in range(len(lists)) if other != maker]
    is_credible = concept is Concept.SEQUENTIAL
    ends = legal_ends([only(lists[o], better[o]) if is_credible else lists[o] for o in others], rank.shape[1])
    if concept is Concept.SYMMETRIC_METARATIONAL:
        kinds = [without_escape(sanctions, lists[maker]) for sanctions in kinds]
    improvements = only(lists[maker], better[maker])
    return [all_answered(improvements, ends, sanctions) for sanctions in kinds]

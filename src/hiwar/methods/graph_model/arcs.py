"""Stability where moves are listed and need not be transitive."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import CONCEPTS, Concept
from hiwar.methods.graph_model.kernels import NONE
from hiwar.methods.graph_model.kernels_arcs import greatest_after_move, least_at_ends, mark_stable_arcs
from hiwar.methods.graph_model.spaces import ArcSpace, ModelError, RankArray


def mark_arcs(space: ArcSpace, rank: RankArray, concepts: Sequence[Concept], verdicts: npt.NDArray[np.uint8]) -> None:
    """Set the bits of the concepts in ``verdicts`` (decision maker, state).

    Raises
    ------
    ModelError
        Simultaneous stability is asked for.
    """
    if Concept.SIMULTANEOUS in concepts:
        raise ModelError(
            "listed moves do not say where moves made at the same time would lead; "
            "leave out simultaneous stability, or give the conflict in option form"
        )
    for maker, own in enumerate(rank):
        starts = space.starts[maker]
        for concept in concepts:
            label = own
            if concept is Concept.NASH:
                label = np.full_like(own, NONE)
            else:
                if concept is Concept.SYMMETRIC_METARATIONAL:
                    label = greatest_after_move(own, starts, space.targets)
                is_improving = concept is Concept.SEQUENTIAL
                label = least_at_ends(label, rank, space.starts, space.targets, maker, is_improving)
            mark_stable_arcs(own, label, starts, space.targets, 1 << CONCEPTS.index(concept), verdicts[maker])

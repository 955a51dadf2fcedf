"""Which states each decision maker would stay in, and which would hold because all of them would."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.arcs import mark_arcs
from hiwar.methods.graph_model.forms import CONCEPTS, Concept
from hiwar.methods.graph_model.kernels import (
    NONE,
    Order,
    mark_stable,
    spread_greatest,
    spread_least,
    spread_least_by_improvements,
)
from hiwar.methods.graph_model.rows import Rows, rows_of, sorted_rows
from hiwar.methods.graph_model.simultaneous import mark_simultaneous
from hiwar.methods.graph_model.spaces import (
    ArcSpace,
    BoolArray,
    GraphModel,
    IntArray,
    ModelError,
    OptionSpace,
    RankArray,
)

if TYPE_CHECKING:
    import pandas as pd

Verdicts = npt.NDArray[np.uint8]
FEWEST_CELLS_FOR_THREADS = 1 << 14


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
        return bit_of(concept)


def bit_of(concept: Concept) -> int:
    """The bit of a concept in ``Stability.verdicts``."""
    return 1 << CONCEPTS.index(concept)


def analyse_stability(model: GraphModel, concepts: Sequence[Concept] = CONCEPTS) -> Stability:
    """Find the states that each decision maker would stay in."""
    verdicts = np.zeros(model.rank.shape, dtype=np.uint8)
    if isinstance(model.space, ArcSpace):
        if Concept.SIMULTANEOUS in concepts:
            raise ModelError(
                "listed moves do not say where moves made at the same time would lead; "
                "leave out simultaneous stability, or give the conflict in option form"
            )
        mark_arcs(model.space, model.rank, concepts, verdicts)
    else:
        _mark_options(model.space, model.rank, concepts, verdicts)
    verdicts.setflags(write=False)
    return Stability(model, tuple(concepts), verdicts)


def _mark_options(space: OptionSpace, rank: RankArray, concepts: Sequence[Concept], verdicts: Verdicts) -> None:
    makers = range(len(space.names))
    rows = [rows_of(space, maker) for maker in makers]
    workers = min(len(makers), cpu_count() or 1) if space.size >= FEWEST_CELLS_FOR_THREADS else 1
    in_order = [concept for concept in concepts if concept is not Concept.SIMULTANEOUS]
    with ThreadPoolExecutor(workers) as pool:
        if in_order:
            orders = list(pool.map(sorted_rows, rank, rows))
            list(pool.map(lambda maker: _mark_one(maker, rank[maker], rows, orders, in_order, verdicts[maker]), makers))
        if Concept.SIMULTANEOUS in concepts:
            mark_simultaneous(rank, rows, bit_of(Concept.SIMULTANEOUS), verdicts, pool.map)


def _mark_one(
    maker: int,
    rank: RankArray,
    rows: Sequence[Rows],
    orders: Sequence[Order],
    concepts: Sequence[Concept],
    verdict: Verdicts,
) -> None:
    """Label every state with the worst that the others' answers could bring, then look which labels deter."""
    own = rows[maker]
    for concept in concepts:
        label = np.where(rank > 0, rank, NONE)
        if concept is Concept.NASH:
            label[:] = NONE
        elif concept is Concept.SEQUENTIAL:
            _spread(label, maker, rows, lambda other, label: _by_improvements(label, rows[other], orders[other]))
        else:
            if concept is Concept.SYMMETRIC_METARATIONAL:
                spread_greatest(rank, own.size, own.stride, own.classes, own.factors, own.n_classes, label)
            _spread(label, maker, rows, lambda other, label: _by_moves(label, rows[other]))
        mark_stable(
            rank, label, orders[maker], own.stride, own.classes, own.below, own.below_starts, bit_of(concept), verdict
        )


def _by_moves(label: RankArray, rows: Rows) -> bool:
    changed: bool = spread_least(label, rows.size, rows.stride, rows.classes, rows.factors, rows.n_classes)
    return changed


def _by_improvements(label: RankArray, rows: Rows, order: Order) -> bool:
    changed: bool = spread_least_by_improvements(label, order, rows.stride, rows.classes, rows.below, rows.below_starts)
    return changed


def _spread(label: RankArray, maker: int, rows: Sequence[Rows], sweep: Callable[[int, RankArray], bool]) -> None:
    """Sweep the rows of the others in turn until none of them changes anything."""
    others = [other for other in range(len(rows)) if other != maker]
    quiet, turn = 0, 0
    while quiet < len(others):
        # Those of one decision maker are done in one sweep, as its moves are transitive: doing it again is no news.
        quiet = 1 if sweep(others[turn % len(others)], label) else quiet + 1
        turn += 1
        if len(others) == 1:
            break

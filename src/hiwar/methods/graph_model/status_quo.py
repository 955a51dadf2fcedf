"""From where things stand: which states can come about, by which shortest path, and who moves."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.graph_model.sequences import Level, Step, any_move, improvements_of, levels_from
from hiwar.methods.graph_model.spaces import GraphModel, IntArray, ModelError, Space

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class StatusQuo:
    """What can follow a state, as a tree: a node is what is first reached after so many moves.

    In arc form a state has one node per decision maker who may have moved last, since that decides who may move next.
    """

    space: Space
    start: int
    """Cell of the state things stand in."""
    only_improvements: bool
    """Every move improves things for the one who makes it."""
    levels: tuple[Level, ...]
    """By number of moves; the first holds the start alone."""
    is_complete: bool
    """Nothing more can be reached by more moves."""

    @cached_property
    def cells(self) -> IntArray:
        """(node,): cells, level by level."""
        return np.concatenate([level.cells for level in self.levels])

    @cached_property
    def depths(self) -> IntArray:
        """(node,): moves needed."""
        return np.repeat(np.arange(len(self.levels)), [level.cells.size for level in self.levels])

    @cached_property
    def parents(self) -> IntArray:
        """(node,): the node before; -1 at the start."""
        firsts = np.cumsum([0, *(level.cells.size for level in self.levels)])
        later = [level.parents + first for level, first in zip(self.levels[1:], firsts[:-2], strict=True)]
        return np.concatenate([[-1], *later]).astype(np.int64)

    @cached_property
    def makers(self) -> IntArray:
        """(node,): who moved last; -1 at the start."""
        return np.concatenate([level.makers for level in self.levels])

    @cached_property
    def _first_nodes(self) -> dict[int, int]:
        """Cell to its node with the fewest moves."""
        cells, nodes = np.unique(self.cells, return_index=True)
        return dict(zip(cells.tolist(), nodes.tolist(), strict=True))

    @property
    def reached(self) -> IntArray:
        """(state,): cells that can come about, ascending, the start among them."""
        return np.array(list(self._first_nodes), dtype=np.int64)

    def can_reach(self, cell: int) -> bool:
        """The state can come about."""
        return cell in self._first_nodes

    def path_to(self, cell: int) -> tuple[Step, ...]:
        """A path with as few moves as any; none for the start itself.

        Raises
        ------
        ModelError
            The state cannot be reached.
        """
        if cell not in self._first_nodes:
            raise ModelError(f"'{self.space.label(cell)}' cannot be reached from '{self.space.label(self.start)}'")
        steps, node = [], self._first_nodes[cell]
        while (parent := int(self.parents[node])) >= 0:
            steps.append(Step(int(self.makers[node]), int(self.cells[parent]), int(self.cells[node])))
            node = parent
        return tuple(reversed(steps))

    def to_frame(self, cells: IntArray | None = None) -> "pd.DataFrame":
        """One row per state asked for, such as the equilibria: whether it is reached, moves, who moves, states passed.

        Without ``cells``, all that are reached. ``moves`` is missing where a state is not reached.
        """
        import pandas as pd

        wanted = self.reached if cells is None else np.asarray(cells)
        paths = {cell: self.path_to(cell) for cell in wanted.tolist() if self.can_reach(cell)}
        return pd.DataFrame(
            {
                "state": [self.space.label(cell) for cell in wanted.tolist()],
                "is_reached": [cell in paths for cell in wanted.tolist()],
                "moves": pd.array(
                    [len(paths[cell]) if cell in paths else pd.NA for cell in wanted.tolist()], dtype="Int64"
                ),
                "movers": [self._movers(paths.get(cell, ())) for cell in wanted.tolist()],
                "path": [self._passed(paths.get(cell, ())) for cell in wanted.tolist()],
            }
        )

    def _movers(self, path: tuple[Step, ...]) -> tuple[str, ...]:
        return tuple(self.space.names[step.maker] for step in path)

    def _passed(self, path: tuple[Step, ...]) -> tuple[str, ...]:
        return tuple(self.space.label(step.end) for step in path)

    def tree(self, cells: IntArray | None = None) -> "pd.DataFrame":
        """One row per node, for a chart: its parent, depth, state and who moved there (-1 and "" at the start).

        With ``cells``, such as the equilibria, only what lies on the paths to them; nodes keep their numbers.
        """
        import pandas as pd

        nodes = np.arange(self.cells.size) if cells is None else self._nodes_towards(cells)
        return pd.DataFrame(
            {
                "node": nodes,
                "parent": self.parents[nodes],
                "depth": self.depths[nodes],
                "cell": self.cells[nodes],
                "state": [self.space.label(cell) for cell in self.cells[nodes].tolist()],
                "mover": ["" if maker < 0 else self.space.names[maker] for maker in self.makers[nodes].tolist()],
            }
        )

    def _nodes_towards(self, cells: IntArray) -> IntArray:
        kept = {0}
        for cell in cells.tolist():
            node = self._first_nodes.get(cell, 0)
            while node not in kept:
                kept.add(node)
                node = int(self.parents[node])
        return np.array(sorted(kept), dtype=np.int64)


def analyse_status_quo(
    model: GraphModel, start: int, *, only_improvements: bool, most_moves: int | None = None
) -> StatusQuo:
    """Find which states can come about from the one things stand in, nobody moving twice in a row.

    Parameters
    ----------
    model : GraphModel
        Any size; the work grows with the number of states that are reached.
    start : int
        Cell of a feasible state.
    only_improvements : bool
        Each mover goes only to a state it prefers to the one it leaves; otherwise every move is possible.
    most_moves : int or None
        Look no further than this many moves; None for as far as it goes.

    Notes
    -----
    Breadth first, so that paths are shortest; among equally short ones the decision maker named first moves first.

    Raises
    ------
    ModelError
        The start is infeasible or no cell of the conflict.

    References
    ----------
    Li, Kilgour & Hipel (2005), "Status quo analysis in the graph model for conflict resolution", Journal of the
    Operational Research Society 56, 699-707.
    """
    if not 0 <= start < model.space.size or not model.space.feasible[start]:
        raise ModelError(f"{start} is not the cell of a feasible state")
    allowed = improvements_of(model.rank) if only_improvements else any_move
    levels: list[Level] = []
    for level in levels_from(model.space, range(len(model.space.names)), start, allowed):
        if most_moves is not None and len(levels) > most_moves:
            return StatusQuo(model.space, start, only_improvements, tuple(levels), is_complete=False)
        levels.append(level)
    return StatusQuo(model.space, start, only_improvements, tuple(levels), is_complete=True)

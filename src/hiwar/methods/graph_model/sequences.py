"""Legal sequences of moves, found on demand: breadth first, nobody moving twice in a row, no pair of states stored."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.graph_model.spaces import ArcSpace, BoolArray, IntArray, OptionSpace, RankArray, Space

CHUNK = 1 << 14
"""States whose moves are laid out at once."""

Allowed = Callable[[int, IntArray, IntArray], BoolArray]
"""Decision maker, cells moved from, cells moved to; which of these moves are allowed."""


@dataclass(frozen=True)
class Step:
    """One move by one decision maker. Decision makers and cells by number."""

    maker: int
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Level:
    """What is first reached after a number of moves. In arc form a state can be there once per last mover."""

    cells: IntArray
    """(node,)"""
    makers: IntArray
    """(node,): who moved last; -1 at the start."""
    parents: IntArray
    """(node,): the node of the level before; -1 at the start."""


def any_move(_maker: int, starts: IntArray, _ends: IntArray) -> BoolArray:
    """Every move is allowed."""
    return np.ones(starts.size, dtype=np.bool_)


def improvements_of(rank: RankArray) -> Allowed:
    """Only moves to states the mover prefers; ``rank`` is (decision maker, cell)."""

    def is_allowed(maker: int, starts: IntArray, ends: IntArray) -> BoolArray:
        better: BoolArray = rank[maker, ends] > rank[maker, starts]
        return better

    return is_allowed


def moves_of_many(space: Space, maker: int, cells: IntArray) -> tuple[IntArray, IntArray]:
    """(move,) twice: the place in ``cells`` a move starts from, and the cell it leads to."""
    if isinstance(space, ArcSpace):
        firsts, ends = space.starts[maker, cells], space.starts[maker, cells + 1]
        origins = np.repeat(np.arange(cells.size), ends - firsts)
        within = np.arange(origins.size) - np.repeat(np.cumsum(ends - firsts) - (ends - firsts), ends - firsts)
        return origins, space.targets[firsts[origins] + within]
    return _row_moves(space, maker, cells)


def _row_moves(space: OptionSpace, maker: int, cells: IntArray) -> tuple[IntArray, IntArray]:
    stride, size = int(space.strides[maker]), int(space.sizes[maker])
    bases = cells - (cells // stride) % size * stride
    rows = bases[:, None] + stride * np.arange(size)
    kept = space.feasible[rows] & (rows != cells[:, None])
    for place, option in enumerate(space.form.options):
        own = int(space.option_strides[place])
        if option.is_one_way and stride <= own < stride * size:
            count = len(option.levels)
            kept &= (rows // own) % count >= ((cells // own) % count)[:, None]
    origins = np.nonzero(kept)[0]
    return origins, rows[kept]


def levels_from(space: Space, makers: Sequence[int], start: int, allowed: Allowed = any_move) -> Iterator[Level]:
    """What legal sequences of moves of some decision makers reach from a cell, by number of moves; first that cell.

    In option form a decision maker's moves join into one, so states alone are searched; in arc form states with the
    last mover. Memory grows with the number of cells, times the decision makers in arc form.
    """
    n_lasts = len(space.names) if isinstance(space, ArcSpace) else 1
    seen = np.zeros((n_lasts, space.size), dtype=np.bool_)
    seen[:, start] = True  # coming back opens nothing that was not open at the start
    level = Level(np.array([start]), np.array([-1]), np.array([-1]))
    while level.cells.size:
        yield level
        level = _next_level(space, makers, level, allowed, seen)


def _next_level(space: Space, makers: Sequence[int], level: Level, allowed: Allowed, seen: BoolArray) -> Level:
    """Marks what it finds in ``seen`` (last mover, or one row for all; cell)."""
    cells, movers, parents = [], [], []
    for maker in makers:
        last = maker if len(seen) > 1 else 0
        able = np.flatnonzero(level.makers != maker)
        for first in range(0, able.size, CHUNK):
            places = able[first : first + CHUNK]
            origins, ends = moves_of_many(space, maker, level.cells[places])
            origins = places[origins]
            kept = ~seen[last, ends]
            origins, ends = origins[kept], ends[kept]
            kept = allowed(maker, level.cells[origins], ends)
            ends, firsts = np.unique(ends[kept], return_index=True)
            seen[last, ends] = True
            cells.append(ends)
            movers.append(np.full(ends.size, maker))
            parents.append(origins[kept][firsts])
    if not cells:
        return Level(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
    return Level(np.concatenate(cells), np.concatenate(movers), np.concatenate(parents))


def path_to(levels: Sequence[Level], node: int) -> tuple[Step, ...]:
    """The moves that lead from the start to a node of the last of these levels."""
    steps = []
    for before, level in zip(levels[-2::-1], levels[:0:-1], strict=True):
        parent = int(level.parents[node])
        steps.append(Step(int(level.makers[node]), int(before.cells[parent]), int(level.cells[node])))
        node = parent
    return tuple(reversed(steps))


def shortest_sequence(
    space: Space,
    makers: Sequence[int],
    start: int,
    is_goal: Callable[[IntArray], BoolArray],
    allowed: Allowed = any_move,
) -> tuple[Step, ...]:
    """A legal sequence of one or more moves to a goal with as few moves as any; empty where there is none."""
    levels: list[Level] = []
    for level in levels_from(space, makers, start, allowed):
        levels.append(level)
        if len(levels) > 1 and (goals := np.flatnonzero(is_goal(level.cells))).size:
            return path_to(levels, int(goals[0]))
    return ()

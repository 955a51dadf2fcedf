"""Stability in option form: sweeps over rows until nothing changes, then a walk down each of them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import CONCEPTS, Concept
from hiwar.methods.graph_model.kernels import Order, Turns, label_of, negate, spread_least
from hiwar.methods.graph_model.kernels_marks import mark_stable
from hiwar.methods.graph_model.kernels_walks import spread_least_by_improvements
from hiwar.methods.graph_model.rows import Rows, rows_of, sorted_rows
from hiwar.methods.graph_model.simultaneous import mark_simultaneous
from hiwar.methods.graph_model.spaces import OptionSpace, RankArray

Verdicts = npt.NDArray[np.uint8]
BITS = {concept: 1 << place for place, concept in enumerate(CONCEPTS)}
FEWEST_CELLS_FOR_THREADS = 1 << 14
"""Below this, starting threads takes longer than they save."""
MOST_THREADS = 4
"""Each holds labels of its own, so that more would take more memory."""
LAST_TURN = 255
Sweep = Callable[[RankArray, Turns, int, int], bool]
"""Sweeps a label (cell,) as far as it has changed since one turn, and notes in ``turns`` what changes in another."""


def mark_options(space: OptionSpace, rank: RankArray, concepts: Sequence[Concept], verdicts: Verdicts) -> None:
    """Set the bits of the concepts in ``verdicts`` (decision maker, cell)."""
    makers = range(len(space.names))
    rows = [rows_of(space, maker) for maker in makers]
    workers = min(len(makers), cpu_count() or 1, MOST_THREADS) if space.size >= FEWEST_CELLS_FOR_THREADS else 1
    with ThreadPoolExecutor(workers) as pool:
        if any(concept is not Concept.SIMULTANEOUS for concept in concepts):
            orders = list(pool.map(sorted_rows, rank, rows))
            list(pool.map(lambda maker: _mark_one(maker, rank[maker], rows, orders, concepts, verdicts[maker]), makers))
        if Concept.SIMULTANEOUS in concepts:
            mark_simultaneous(rank, rows, BITS[Concept.SIMULTANEOUS], verdicts, pool.map)


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
    others = [other for other in range(len(rows)) if other != maker]

    nash = BITS[Concept.NASH] if Concept.NASH in concepts else 0

    def mark(label: RankArray, bit: int) -> None:
        arrays = own.classes, own.below, own.below_starts
        mark_stable(rank, label, orders[maker], own.stride, *arrays, bit, nash, verdict)

    if set(concepts) <= {Concept.NASH, Concept.SIMULTANEOUS}:
        mark(rank, 0)  # else it is seen on the way
    # Where all is feasible, the others' moves do not get in each other's way: one sweep for each of them is all.
    once = bool(rank.min() > 0)
    if Concept.GENERAL_METARATIONAL in concepts:
        label = label_of(rank, 1)
        _lower(label, [_by_moves(rows[other]) for other in others], once=once)
        mark(label, BITS[Concept.GENERAL_METARATIONAL])
    if Concept.SYMMETRIC_METARATIONAL in concepts:
        label = label_of(rank, -1)
        _lower(label, [_by_moves(own)], once=True)
        negate(label, rank)  # the best rank that a cell or a move from it offers
        _lower(label, [_by_moves(rows[other]) for other in others], once=once)
        mark(label, BITS[Concept.SYMMETRIC_METARATIONAL])
    if Concept.SEQUENTIAL in concepts:
        label = label_of(rank, 1)
        _lower(label, [_by_improvements(rows[other], orders[other]) for other in others])
        mark(label, BITS[Concept.SEQUENTIAL])


def _by_moves(rows: Rows) -> Sweep:
    def sweep(label: RankArray, turns: Turns, since: int, turn: int) -> bool:
        arrays = rows.classes, rows.steps, rows.n_classes
        changed: bool = spread_least(label, rows.size, rows.stride, *arrays, turns, since, turn)
        return changed

    return sweep


def _by_improvements(rows: Rows, order: Order) -> Sweep:
    def sweep(label: RankArray, turns: Turns, since: int, turn: int) -> bool:
        arrays = rows.classes, rows.below, rows.below_starts
        changed: bool = spread_least_by_improvements(label, order, rows.stride, *arrays, turns, since, turn)
        return changed

    return sweep


def _lower(label: RankArray, sweeps: Sequence[Sweep], *, once: bool = False) -> None:
    """Lower every label to the least one that the moves behind the sweeps lead to, in any order."""
    turns = np.ones(label.size, dtype=np.uint8)
    last, quiet, turn, place = [0] * len(sweeps), 0, 1, 0
    while quiet < len(sweeps):
        if turn == LAST_TURN:  # take everything as new, so that turns can be counted anew
            turns[:] = 1
            last, turn = [0] * len(sweeps), 1
        turn += 1
        changed = sweeps[place](label, turns, last[place], turn)
        # What one decision maker can do is done by one sweep, its moves being transitive.
        quiet = 1 if changed and not once else quiet + 1
        last[place] = turn
        place = (place + 1) % len(sweeps)

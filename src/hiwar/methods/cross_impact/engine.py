"""The two ways through a matrix: a search that drops what cannot be, and for few scenarios a plain sweep."""

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from hiwar.methods.cross_impact.forms import CrossImpactMatrix
from hiwar.methods.cross_impact.kernels_search import Scratch, Stack, propagate, search
from hiwar.methods.cross_impact.kernels_sweep import Odometer, sweep
from hiwar.methods.cross_impact.tables import NEVER, Tables, tables_of

SmallArray = npt.NDArray[np.int8]

MOST_SWEPT = 8192
"""With more scenarios than this, a search is faster than to look at each."""
LARGEST = 1 << 28
"""No state lies further below a rival than this, in whole numbers."""
STEPS_AT_ONCE = 1024
"""Decisions of a search between two looks at the clock."""
TURNS_AT_ONCE = 1 << 18
"""Scenarios of a sweep between two looks at the clock."""
ROWS_AT_ONCE = 4096


def scenario_chunks(
    matrix: CrossImpactMatrix, inconsistency: float, *, unchecked: int | None = None, most_swept: int = MOST_SWEPT
) -> Iterator[tuple[SmallArray, int]]:
    """All scenarios within an inconsistency, some at a time, each with the steps taken so far.

    The rows are (scenario, descriptor) state numbers in no order to rely on; many chunks have none. What presses on
    the descriptor ``unchecked`` does not count.
    """
    tolerance = whole_tolerance(matrix, inconsistency)
    if matrix.n_scenarios <= most_swept:
        return _sweep(matrix, tolerance, unchecked)
    return _search(tables_of(matrix, unchecked), tolerance)


def whole_tolerance(matrix: CrossImpactMatrix, inconsistency: float) -> int:
    """An inconsistency in the whole numbers of the matrix, rounded down."""
    return math.floor(min(float(inconsistency) * matrix.scale, LARGEST))


def _sweep(matrix: CrossImpactMatrix, tolerance: int, unchecked: int | None) -> Iterator[tuple[SmallArray, int]]:
    numbers = np.maximum(matrix.held, 0)
    balances = matrix.whole[matrix.offsets[:-1] + numbers].sum(axis=0).astype(np.int32)
    odometer = Odometer(numbers, balances, np.zeros(2, dtype=np.int64))
    whole = matrix.whole.astype(np.int32)
    is_checked = matrix.held < 0
    if unchecked is not None:
        is_checked[unchecked] = False
    out = np.zeros((ROWS_AT_ONCE, len(numbers)), dtype=np.int8)
    while not odometer.cursor[1]:
        found = sweep(whole, matrix.offsets, matrix.held, is_checked, odometer, tolerance, TURNS_AT_ONCE, out)
        yield permitted(matrix, out[:found].copy()), int(odometer.cursor[0])


def permitted(matrix: CrossImpactMatrix, rows: SmallArray) -> SmallArray:
    """The rows that contain no forbidden combination."""
    keep = np.ones(len(rows), dtype=np.bool_)
    for partial in matrix.forbidden:
        numbers = matrix.numbers(partial)
        named = numbers >= 0
        keep &= (rows[:, named] != numbers[named]).any(axis=1)
    return rows[keep]


def _search(tables: Tables, tolerance: int) -> Iterator[tuple[SmallArray, int]]:
    stack, scratch = _beginning(tables)
    if not propagate(tables, stack, scratch, 0, tolerance):
        return
    out = np.zeros((ROWS_AT_ONCE, len(tables.sizes)), dtype=np.int8)
    while stack.cursor[0] >= 0:
        found = search(tables, stack, scratch, tolerance, STEPS_AT_ONCE, out)
        yield out[:found].copy(), int(stack.cursor[2])


def _beginning(tables: Tables) -> tuple[Stack, Scratch]:
    """Nothing settled: every gap is at least what all descriptors' mildest states add to it."""
    n_descriptors, n_gaps, n_states = len(tables.sizes), tables.adds.shape[1], len(tables.marks)
    depths = n_descriptors + 2
    stack = Stack(
        np.zeros((depths, n_gaps), dtype=np.int32),
        np.zeros((depths, n_states), dtype=np.int32),
        np.zeros((depths, n_descriptors), dtype=np.int64),
        np.zeros((depths, 2), dtype=np.int64),
        np.array([0, 1, 0], dtype=np.int64),
        np.zeros(n_descriptors),
    )
    scratch = Scratch(
        np.zeros(n_gaps, dtype=np.int32),
        np.zeros(n_gaps, dtype=np.int32),
        np.zeros(n_states, dtype=np.int32),
        np.zeros(n_states, dtype=np.int32),
        np.zeros(n_descriptors, dtype=np.int32),
        np.ones(n_descriptors, dtype=np.bool_),
    )
    stack.marks[0] = tables.marks
    for descriptor, size in enumerate(tables.sizes.tolist()):
        own = tables.starts[:size].astype(np.int64) + descriptor
        can_be = own[tables.marks[own] != NEVER]
        stack.left[0, descriptor] = len(can_be)
        stack.gaps[0] += tables.adds[can_be].min(axis=0)
    return stack, scratch

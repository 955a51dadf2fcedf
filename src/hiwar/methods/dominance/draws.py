"""Values of all courses in every draw."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import BoolArray, FloatArray, IntArray
from hiwar.methods.dominance.prospects import Prospects
from hiwar.methods.dominance.sampling import Drawn, Plan, draw_all

NUMBERS_AT_ONCE = 1 << 22
"""Probabilities of rows of scenarios held at a time: 32 MB."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """Values by domain, before weights, for each set of scenarios that some pair of courses shares."""

    replicate: int
    weights: FloatArray
    """(draw, domain)"""
    by_domain: tuple[FloatArray, ...]
    """Per set of scenarios, (draw, course, domain)."""


@dataclass(frozen=True, eq=False)
class Shared:
    """The scenarios that pairs of courses share."""

    masks: tuple[BoolArray, ...]
    """Different sets, (scenario,) each."""
    mask_of: IntArray
    """(course, course): index of a set, -1 if the pair shares no scenario that can happen."""


def shared_scenarios(prospects: Prospects) -> Shared:
    """Find the different sets of scenarios in which two courses can both be taken."""
    feasible = prospects.feasible
    pairs = (feasible[:, None, :] & feasible[None, :, :]).reshape(-1, feasible.shape[1])
    masks, index = np.unique(pairs, axis=0, return_inverse=True)
    index = index.reshape(len(feasible), len(feasible)).astype(np.int64)
    return Shared(tuple(masks), np.where(prospects.comparable, index, -1))


def drawings(prospects: Prospects, plan: Plan, shared: Shared, draws: int, seed: int) -> Iterator[Drawing]:
    """Values by domain, in chunks of a size that memory can hold."""
    courses = range(len(prospects.courses))
    tables = [[_rows(prospects, plan, course, mask) for course in courses] for mask in shared.masks]
    widest = max(sum(len(rows.columns) for rows in table) for table in tables)
    at_once = max(1, NUMBERS_AT_ONCE // max(widest, 1))
    for drawn in draw_all(prospects, plan, draws, seed):
        for start in range(0, len(drawn.weights), at_once):
            part = slice(start, start + at_once)
            piece = Drawn(drawn.replicate, drawn.amounts[part], drawn.weights[part], drawn.chances[part])
            yield Drawing(
                piece.replicate, piece.weights, tuple(_values(prospects, plan, piece, table) for table in tables)
            )


@dataclass(frozen=True, eq=False)
class _Rows:
    """Scenarios of one course in which the same terms are active, taken together."""

    active: FloatArray
    """(row, term): sign where active, else 0."""
    columns: IntArray
    """(scenario, event): columns of the probabilities whose product is the scenario's."""
    starts: IntArray
    """(row,): first scenario of each row."""
    fixed: FloatArray | None
    """(row,): the probability of each row, where it is the same in every draw."""


def _rows(prospects: Prospects, plan: Plan, course: int, mask: BoolArray) -> _Rows:
    p, cells = prospects, plan.cells
    scenarios = np.flatnonzero(mask)
    active = p.active[course][scenarios][:, cells.first]
    _, first, index = np.unique(np.packbits(active, axis=1), axis=0, return_index=True, return_inverse=True)
    rows, index = active[first], index.reshape(-1)
    order = np.argsort(index, kind="stable")
    starts = np.searchsorted(index[order], np.arange(len(rows)))
    offsets = np.concatenate([[0], np.cumsum([block.low.size for block in p.blocks])]).astype(np.int64)
    blocks = p.block_of[course][scenarios[order]]
    columns = offsets[blocks] + p.option_of[scenarios[order]]
    fixed = None
    if not any(plan.block_columns[block][1] for block in np.unique(blocks)):
        corner = np.concatenate([np.empty(0), *(block.corners[0] for block in p.blocks)])
        chances = corner[columns].prod(axis=1)
        fixed = np.add.reduceat(chances, starts) if len(rows) else np.zeros(0)
    signed = rows[:, cells.term_cell] * p.sign[cells.first][cells.term_cell]
    return _Rows(signed, columns.astype(np.int64), starts.astype(np.int64), fixed)


def _values(prospects: Prospects, plan: Plan, drawn: Drawn, table: list[_Rows]) -> FloatArray:
    """(draw, course, domain): the rows of all courses meet the terms of a domain in one product."""
    n_domains = len(prospects.domains)
    values = np.zeros((len(drawn.weights), len(table), n_domains))
    edges = np.searchsorted(plan.cells.term_domain, np.arange(n_domains + 1))
    fixed = [course for course, rows in enumerate(table) if rows.fixed is not None]
    moving = [course for course, rows in enumerate(table) if rows.fixed is None and len(rows.starts)]
    expected = np.array([rows.fixed @ rows.active for rows in table if rows.fixed is not None])
    if moving:
        active = np.concatenate([table[course].active for course in moving])
        chances = np.hstack([_row_chances(drawn, table[course]) for course in moving])
        starts = np.cumsum([0, *(len(table[course].starts) for course in moving[:-1])])
    for domain in range(n_domains):
        terms = slice(edges[domain], edges[domain + 1])
        if fixed:
            values[:, fixed, domain] = drawn.amounts[:, terms] @ expected[:, terms].T
        if moving:
            by_row = drawn.amounts[:, terms] @ active[:, terms].T
            by_row *= chances
            values[:, moving, domain] = np.add.reduceat(by_row, starts, axis=1)
    return values


def _row_chances(drawn: Drawn, rows: _Rows) -> FloatArray:
    """(draw, row): probability of each row of scenarios."""
    if not len(rows.starts):
        return np.zeros((len(drawn.weights), 0))
    chances = drawn.chances[:, rows.columns[:, 0]]
    for event in range(1, rows.columns.shape[1]):
        chances = chances * drawn.chances[:, rows.columns[:, event]]
    summed: FloatArray = np.add.reduceat(chances, rows.starts, axis=1)
    return summed

"""Draws of everything that is not known, shared by all courses."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc  # type: ignore[import-untyped]

from hiwar.methods.dominance.arrays import FloatArray, IntArray
from hiwar.methods.dominance.canonical import Canonical, colour, option_order
from hiwar.methods.dominance.cells import Cells, Items, cells_of, quantiles
from hiwar.methods.dominance.polytopes import spread_evenly, triangulate
from hiwar.methods.dominance.prospects import Prospects
from hiwar.methods.dominance.weights import draw_weights, weight_dimensions

MAXIMAL_DIMENSIONS = 21201
"""Direction numbers of Joe & Kuo (2008) reach this far."""

REPLICATES = 8
"""Independent random shifts of the same point set; their spread is the standard error."""

CHUNK_NUMBERS = 1 << 22
"""Uniform numbers held at a time: 32 MB."""

_BITS = 30


@dataclass(frozen=True, eq=False)
class Plan:
    """Which column of the point set feeds which judgement; -1 where a judgement leaves nothing open."""

    cells: Cells
    canonical: Canonical
    likelihood_column: IntArray
    """(cell,)"""
    size_column: IntArray
    """(term,)"""
    block_columns: tuple[tuple[int, int], ...]
    """Per block: first column and number of columns."""
    event_of: IntArray
    """(block,): the event it governs, -1 if none."""
    weight_columns: tuple[int, int]
    n_columns: int


@dataclass(frozen=True, eq=False)
class Drawn:
    """One chunk of draws."""

    replicate: int
    amounts: FloatArray
    """(draw, term): likelihood x size of the cell in the domain, unsigned, before weights."""
    weights: FloatArray
    """(draw, domain)"""
    chances: FloatArray
    """(draw, option of block): the distributions of all blocks side by side."""


def plan_draws(prospects: Prospects, items: Items) -> Plan:
    """Assign columns in an order that no name or order of the input decides.

    Raises
    ------
    ValueError
        More judgements are open than the point set has dimensions.
    """
    p, cells = prospects, cells_of(prospects, items)
    canonical = colour(p, cells)
    cell_rank, domain_rank = _ranked(canonical.cells), _ranked(canonical.domains)
    matters = np.asarray(np.any(p.active & p.feasible[:, :, None], axis=(0, 1)))[cells.first]
    term_matters = matters[cells.term_cell]
    open_likelihood = _sums(cells.term_cell, cells.by_likelihood + cells.by_both, len(cells.first)) > 0
    open_size = cells.by_size + cells.by_both > 0
    weight_count = weight_dimensions(p.weights)
    next_column = weight_count
    likelihood_column = np.full(len(cells.first), -1)
    for cell in np.argsort(cell_rank):
        if matters[cell] and open_likelihood[cell]:
            likelihood_column[cell], next_column = next_column, next_column + 1
    size_column = np.full(len(cells.term_cell), -1)
    for term in np.lexsort((domain_rank[cells.term_domain], cell_rank[cells.term_cell])):
        if term_matters[term] and open_size[term]:
            size_column[term], next_column = next_column, next_column + 1
    event_of = np.full(len(p.blocks), -1)
    for event in range(p.n_events):
        event_of[np.unique(p.block_of[:, :, event])] = event
    block_columns = [(0, 0)] * len(p.blocks)
    for block in np.argsort(canonical.blocks, kind="stable"):
        if event_of[block] >= 0:
            block_columns[block] = (next_column, p.blocks[block].dimension)
            next_column += p.blocks[block].dimension
    if next_column > MAXIMAL_DIMENSIONS:
        raise ValueError(f"{next_column} judgements are open; at most {MAXIMAL_DIMENSIONS} can be drawn together")
    return Plan(
        cells, canonical, likelihood_column, size_column, tuple(block_columns), event_of, (0, weight_count), next_column
    )


def used_draws(draws: int) -> int:
    """The number of draws rounded up to a power of two that the replicates share."""
    if draws < 1:
        raise ValueError(f"draws must be at least 1; found {draws}")
    return REPLICATES * (1 << max(0, int(np.ceil(np.log2(draws / REPLICATES)))))


def uniforms(n_columns: int, draws: int, seed: int) -> Iterator[tuple[int, FloatArray]]:
    """Chunks of (replicate, (draw, column)) of a scrambled Sobol set under independent digital shifts.

    Matoušek's scramble is drawn once; each replicate adds, bit by bit, its own random number to every coordinate, which
    keeps the set's evenness and makes replicates independent given the scramble (Owen 1998; L'Ecuyer 2018).
    """
    scramble, shift = np.random.default_rng(seed).spawn(2)
    per_replicate = used_draws(draws) // REPLICATES
    shifts = shift.integers(0, 1 << _BITS, size=(REPLICATES, max(n_columns, 1)), dtype=np.uint32)[:, :n_columns]
    sobol = qmc.Sobol(n_columns, scramble=True, bits=_BITS, rng=scramble) if n_columns else None
    chunk = min(per_replicate, 1 << max(0, int(np.log2(CHUNK_NUMBERS / max(n_columns, 1)))))
    for _ in range(per_replicate // chunk):
        digits = np.zeros((chunk, 0), dtype=np.uint32)
        if sobol is not None:
            digits = (sobol.random(chunk) * (1 << _BITS)).astype(np.uint32)
        for replicate in range(REPLICATES):
            numbers = (digits ^ shifts[replicate]).astype(np.float64)
            numbers += 0.5
            numbers *= 2.0**-_BITS
            yield replicate, numbers


def draw_all(prospects: Prospects, plan: Plan, draws: int, seed: int) -> Iterator[Drawn]:
    """Draw amounts, weights and distributions, chunk by chunk."""
    for replicate, numbers in uniforms(plan.n_columns, draws, seed):
        yield Drawn(
            replicate,
            _amounts(plan, numbers),
            _weights(prospects, plan, numbers[:, slice(*plan.weight_columns)]),
            _chances(prospects, plan, numbers),
        )


def _amounts(plan: Plan, numbers: FloatArray) -> FloatArray:
    """(draw, term); a judgement that leaves nothing open reads some column and multiplies it by 0."""
    cells = plan.cells
    if not plan.n_columns:
        return np.broadcast_to(cells.constant, (len(numbers), len(cells.constant)))
    position = quantiles(numbers[:, plan.size_column.clip(0)], cells.size_mode)
    amounts = position * cells.by_size
    amounts += cells.constant
    if (plan.likelihood_column >= 0).any():
        likelihood = quantiles(numbers[:, plan.likelihood_column.clip(0)], cells.likelihood_mode)
        position *= cells.by_both
        position += cells.by_likelihood
        position *= likelihood[:, cells.term_cell]
        amounts += position
    return amounts


def _weights(prospects: Prospects, plan: Plan, numbers: FloatArray) -> FloatArray:
    weights = prospects.weights
    order = np.argsort(_ranked(plan.canonical.domains))
    if weights.kind == "ranges":
        if numbers.shape[1] == 0:
            return draw_weights(weights, numbers)
        drawn = np.empty((len(numbers), weights.n_domains))
        drawn[:, order] = spread_evenly(triangulate(_sorted_rows(weights.corners[:, order])), numbers)
        return drawn
    tiers = len(weights.tiers)
    ranked = {domain for tier in weights.tiers for domain in tier}
    free = [domain for domain in range(weights.n_domains) if domain not in ranked]
    columns = np.arange(len(weights.corners))
    columns[tiers:] = tiers + np.argsort(np.argsort(np.argsort(order)[free]))
    return draw_weights(weights, numbers[:, columns] if numbers.shape[1] else numbers)


def _chances(prospects: Prospects, plan: Plan, numbers: FloatArray) -> FloatArray:
    parts = [np.empty((len(numbers), 0))]
    for index, block in enumerate(prospects.blocks):
        first, count = plan.block_columns[index]
        part = np.broadcast_to(block.corners[0], (len(numbers), block.low.size)).copy()
        if count:
            order = option_order(plan.canonical, prospects, index, int(plan.event_of[index]))
            simplices = triangulate(_sorted_rows(block.corners[:, order]))
            part[:, order] = spread_evenly(simplices, numbers[:, first : first + count])
        parts.append(part)
    return np.hstack(parts)


def _sorted_rows(rows: FloatArray) -> FloatArray:
    return rows[np.lexsort(rows.round(12).T[::-1])]


def _ranked(colours: NDArray[np.uint64]) -> IntArray:
    """Place of each thing in the order of colours."""
    ranks: IntArray = np.argsort(np.argsort(colours, kind="stable"), kind="stable").astype(np.int64)
    return ranks


def _sums(index: IntArray, values: FloatArray, length: int) -> FloatArray:
    sums = np.zeros(length)
    np.add.at(sums, index, values)
    return sums

"""Effects that differ in nothing but their amounts, taken together: bullets are not votes."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray, IntArray
from hiwar.methods.dominance.prospects import Prospects

Items = Literal["together", "apart"]


@dataclass(frozen=True, eq=False)
class Cells:
    """Effects with the same sign, domains, courses and scenarios, and the same skew of what is judged.

    For relative positions t of the likelihood and u of the size in their ranges (0 low, 1 high) the members of a cell
    add up to constant + by_likelihood t + by_size u + by_both t u points in a domain.
    """

    first: IntArray
    """(cell,): one member."""
    members: IntArray
    """(effect,): the cell of each effect."""
    likelihood_mode: FloatArray
    """(cell,): relative position of the most likely value."""
    term_cell: IntArray
    """(term,): terms are the pairs of a cell and a domain it touches, by domain."""
    term_domain: IntArray
    size_mode: FloatArray
    """(term,)"""
    constant: FloatArray
    """(term,): points."""
    by_likelihood: FloatArray
    by_size: FloatArray
    by_both: FloatArray


def cells_of(prospects: Prospects, items: Items) -> Cells:
    """Put effects into cells; ``apart`` gives each effect its own."""
    if items not in ("together", "apart"):
        raise ValueError(f"items must be 'together' or 'apart'; found {items!r}")
    p = prospects
    likelihood_mode = _relative(p.likelihood_low, p.likelihood_centre, p.likelihood_high)
    size_mode = _relative(p.size_low, p.size_centre, p.size_high)
    n = len(p.effects)
    first, members = np.arange(n), np.arange(n)
    if items == "together" and n:
        where = p.active.reshape(-1, n).T
        keys = np.hstack([p.sign[:, None], p.touches, likelihood_mode[:, None], size_mode, where])
        _, first, members = np.unique(keys.round(9), axis=0, return_index=True, return_inverse=True)
        members = members.reshape(-1)
    term_domain, term_cell = np.nonzero(p.touches[first].T)
    widths = p.likelihood_high - p.likelihood_low, p.size_high - p.size_low
    products = [a[:, None] * b for a in (p.likelihood_low, widths[0]) for b in (p.size_low, widths[1])]
    constant, by_size, by_likelihood, by_both = (
        _added(product, members, len(first))[term_cell, term_domain] for product in products
    )
    return Cells(
        first.astype(np.int64), members.astype(np.int64), likelihood_mode[first], term_cell.astype(np.int64),
        term_domain.astype(np.int64), size_mode[first][term_cell, term_domain], constant, by_likelihood,
        by_size, by_both,
    )  # fmt: skip


def quantiles(positions: FloatArray, mode: FloatArray) -> FloatArray:
    """Relative position in a range for numbers in (0, 1): even if the mode is the middle, else triangular.

    ``positions`` is (draw, judgement), ``mode`` (judgement,).
    """
    skew = np.flatnonzero(mode != 0.5)
    if not skew.size:
        return positions
    found, some, at = positions.copy(), positions[..., skew], mode[skew]
    rising, falling = np.sqrt(some * at), 1.0 - np.sqrt((1.0 - some) * (1.0 - at))
    found[..., skew] = np.where(some < at, rising, falling)
    return found


def mean_position(mode: FloatArray) -> FloatArray:
    """Mean relative position."""
    return np.where(mode == 0.5, 0.5, (1.0 + mode) / 3.0)


def _relative(low: FloatArray, mode: FloatArray, high: FloatArray) -> FloatArray:
    """Position of the mode in its range; a middle within rounding is the middle, and so is a range without width."""
    width = high - low
    position = np.divide(mode - low, width, out=np.full_like(width, 0.5), where=width > 0)
    return np.where(np.abs(position - 0.5) < 1e-9, 0.5, position)


def _added(amounts: FloatArray, members: IntArray, n_cells: int) -> FloatArray:
    added = np.zeros((n_cells, amounts.shape[1]))
    np.add.at(added, members, amounts)
    return added

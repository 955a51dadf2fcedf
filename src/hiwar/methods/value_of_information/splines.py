"""Smooth regression on a few judgements: penalised splines, as smooth as the draws say themselves."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.interpolate import BSpline  # type: ignore[import-untyped]
from scipy.linalg import block_diag, cholesky, eigh, solve_triangular  # type: ignore[import-untyped]

from hiwar.methods.arrays import FloatArray

_DEGREE = 3
_FUNCTIONS = {1: 20, 2: 8, 3: 6}
"""Functions per judgement where one, two or three are looked at together."""
_MANY_ALONE, _MANY_PAIRS = 10, 4
"""With more: functions of each judgement alone, and per judgement for each pair."""
_RIDGE = 1e-9
_FLAT = 1e-10
_GRID = np.logspace(-6, 9, 61)


@dataclass(frozen=True, eq=False)
class Basis:
    """Functions of the inputs, and how much their bends are to cost."""

    functions: FloatArray
    """(draw, function)"""
    penalty: FloatArray
    """(function, function)"""


@dataclass(frozen=True, eq=False)
class Fit:
    """Smooth functions fitted to draws, one per column."""

    fitted: FloatArray
    """(draw, column)"""
    residuals: FloatArray
    directions: FloatArray
    """(function, direction): combinations of functions that are orthonormal over the draws."""
    scores: FloatArray
    """(direction, column): coefficients of the directions."""
    kept: FloatArray
    """(direction, column): share of each that smoothing leaves; also its variance, in residual variances."""

    @property
    def freedom(self) -> FloatArray:
        """(column,): effective number of coefficients."""
        return np.asarray(self.kept.sum(axis=0))


def fit_smooth(basis: Basis, outputs: FloatArray) -> Fit:
    """Penalised regression; each column (draw, column) gets the smoothness of least generalised cross-validation.

    References
    ----------
    Eilers & Marx (1996), Flexible smoothing with B-splines and penalties, *Statistical Science* 11(2).
    Craven & Wahba (1979), Smoothing noisy data with spline functions, *Numerische Mathematik* 31.
    """
    gram = basis.functions.T @ basis.functions
    gram[np.diag_indices_from(gram)] += _RIDGE * np.trace(gram) / len(gram)
    root = cholesky(gram, lower=True)
    half = solve_triangular(root, basis.penalty, lower=True)
    roughness, turned = eigh(solve_triangular(root, half.T, lower=True))
    directions = np.asarray(solve_triangular(root, turned, lower=True, trans=1), dtype=np.float64)
    over_draws = basis.functions @ directions
    raw = over_draws.T @ outputs
    weights = _GRID[:, None] * _relative(roughness)
    kept = 1 / (1 + weights)
    rest = np.maximum((outputs**2).sum(axis=0) - (raw**2).sum(axis=0), 0.0)
    errors = rest + (1 - kept) ** 2 @ raw**2
    room = np.maximum(len(outputs) - kept.sum(axis=1, keepdims=True), 1e-9)
    chosen = kept[(errors / room**2).argmin(axis=0)].T
    fitted = over_draws @ (chosen * raw)
    return Fit(fitted, outputs - fitted, directions, chosen * raw, chosen)


def _relative(roughness: FloatArray) -> FloatArray:
    """Roughness of the directions by that of the middle one; the largest may belong to functions without any draws."""
    bent = roughness[roughness > _FLAT * max(len(roughness), 1)]
    middle = float(np.median(bent)) if bent.size else 1.0
    return np.where(roughness > _FLAT * middle, roughness, 0.0) / middle


def spline_basis(inputs: FloatArray) -> Basis:
    """Cubic B-splines of one to three inputs (draw, input) and all their products.

    With more inputs: of each alone and of every pair; what only three or more do together is not seen.
    """
    n_inputs = inputs.shape[1]
    ranks = [_spread(column) for column in inputs.T]
    if n_inputs in _FUNCTIONS:
        return Basis(*_product([_splines(column, _FUNCTIONS[n_inputs]) for column in ranks]))
    alone = [_splines(column, _MANY_ALONE) for column in ranks]
    small = [_splines(column, _MANY_PAIRS) for column in ranks]
    parts = [*alone, *(_product([small[a], small[b]]) for a, b in combinations(range(n_inputs), 2))]
    return Basis(np.hstack([part for part, _ in parts]), block_diag(*(penalty for _, penalty in parts)))


def _spread(column: FloatArray) -> FloatArray:
    """Relative positions from 0 to 1."""
    low, high = column.min(), column.max()
    return (column - low) / (high - low) if high > low else np.zeros_like(column)


def _splines(column: FloatArray, functions: int) -> tuple[FloatArray, FloatArray]:
    """B-splines with knots at quantiles, and the penalty on second differences."""
    values = np.unique(column)
    if len(values) <= functions:
        # Few different values: each gets its own mean.
        return (column[:, None] == values).astype(np.float64), np.zeros((len(values), len(values)))
    inner = np.unique(np.quantile(values, np.linspace(0, 1, functions - _DEGREE + 1)))
    knots = np.concatenate([np.zeros(_DEGREE), inner, np.ones(_DEGREE)])
    basis = np.asarray(BSpline.design_matrix(column, knots, _DEGREE).toarray(), dtype=np.float64)
    bends = np.diff(np.eye(basis.shape[1]), n=2, axis=0)
    return basis, bends.T @ bends


def _product(parts: list[tuple[FloatArray, FloatArray]]) -> tuple[FloatArray, FloatArray]:
    """All products of functions of different inputs, penalised along each input."""
    basis, penalty = parts[0]
    for other, other_penalty in parts[1:]:
        penalty = np.kron(penalty, np.eye(len(other_penalty))) + np.kron(np.eye(len(penalty)), other_penalty)
        basis = (basis[:, :, None] * other[:, None, :]).reshape(len(basis), -1)
    return basis, penalty

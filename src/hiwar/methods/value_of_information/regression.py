"""What it is worth to know judgements, from draws of any model: by regression of differences between alternatives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import FloatArray, floats, read_only
from hiwar.methods.value_of_information.results import checked_groups
from hiwar.methods.value_of_information.splines import Basis, Fit, fit_smooth, spline_basis

FOLDS = 5
REPLICATES = 64
"""Sets of regression coefficients drawn for the standard error."""

FEWEST_DRAWS = 200


@dataclass(frozen=True, eq=False)
class EstimatedInformation:
    """What it would be worth to know something before choosing, estimated from draws; arrays are (group,)."""

    names: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...]
    reference: int
    """The alternative to which differences were taken: the best by present knowledge."""
    expected: FloatArray
    """(alternative,): means of the draws."""
    value: FloatArray
    """Mean of the highest fitted difference (EVPPI); never below 0."""
    error: FloatArray
    """Standard error: from the regression and from the draws themselves."""
    held_out: FloatArray
    """What was gained in draws that the fit had not seen, by choosing as the fit says. On average no more than the true
    value, whatever the fit; far below ``value`` it says that the draws are too few for the group."""
    freedom: FloatArray
    """Largest effective number of coefficients of the regressions of the group."""
    total: float
    """Expected gain by knowing everything (EVPI), straight from the draws."""
    total_error: float
    draws: int
    seed: int


def information_from_draws(
    values: FloatArray,
    judgements: FloatArray,
    names: Sequence[str],
    groups: Sequence[Sequence[int]] | None = None,
    *,
    seed: int = 1,
) -> EstimatedInformation:
    """What it is worth to know judgements, when all there is are draws of them and of the values they lead to.

    Parameters
    ----------
    values : (draw, alternative)
        Any model's values in draws of all judgements together; judgements may depend on each other.
    judgements : (draw, judgement)
        The draws of the judgements, in the same order.
    names
        Names of the judgements.
    groups
        Places of the judgements that become known together; left out: each alone.

    Notes
    -----
    The expected difference of each alternative to the best one, given the group, is a regression of the difference on
    the group (Strong, Oakley & Brennan 2014); here penalised cubic splines. What alternatives share cancels before the
    fit and adds no noise. The standard error draws regression coefficients for all differences together, since they
    share the reference, and adds the sampling error of the mean over the draws of the group.
    """
    values, judgements = _checked(values, judgements, names)
    asked = checked_groups(groups, len(names), "judgement")
    expected = values.mean(axis=0)
    reference = int(expected.argmax())
    gains = values - values[:, [reference]]
    streams = np.random.default_rng(seed).spawn(2 * len(asked))
    found = [
        _of_group(judgements[:, list(group)], gains, reference, streams[2 * place], streams[2 * place + 1])
        for place, group in enumerate(asked)
    ]
    value, error, held_out, freedom = np.array(found, dtype=np.float64).reshape(len(asked), 4).T
    best = gains.max(axis=1)
    return EstimatedInformation(
        tuple(names), asked, reference, read_only(expected), read_only(value), read_only(error), read_only(held_out),
        read_only(freedom), float(best.mean()), float(best.std(ddof=1) / np.sqrt(len(best))), len(values), seed,
    )  # fmt: skip


def _checked(values: FloatArray, judgements: FloatArray, names: Sequence[str]) -> tuple[FloatArray, FloatArray]:
    n_draws, n_alternatives = np.shape(values) if np.ndim(values) == 2 else (0, 0)
    if n_draws < FEWEST_DRAWS or n_alternatives < 1:
        raise ValueError(
            f"values must be (draw, alternative) with {FEWEST_DRAWS} draws or more; found {np.shape(values)}"
        )
    found = floats(values, (n_draws, n_alternatives), "values"), floats(judgements, (n_draws, len(names)), "judgements")
    if not all(np.isfinite(array).all() for array in found):
        raise ValueError("values and judgements must be finite numbers")
    return found


def _of_group(
    inputs: FloatArray, gains: FloatArray, reference: int, noise: np.random.Generator, folds: np.random.Generator
) -> tuple[float, float, float, float]:
    """Value, standard error, what was gained in draws held out, and the largest freedom."""
    others = [place for place in range(gains.shape[1]) if place != reference]
    moving = inputs[:, np.ptp(inputs, axis=0) > 0]
    if not others or not moving.shape[1]:
        return 0.0, 0.0, 0.0, 1.0
    basis = spline_basis(moving)
    fit = fit_smooth(basis, gains[:, others])
    highest = np.maximum(fit.fitted.max(axis=1), 0.0)
    spread = np.var([_value(fit.fitted + wiggle) for wiggle in _wiggles(basis, fit, noise)], ddof=1)
    error = float(np.sqrt(spread + highest.var(ddof=1) / len(highest)))
    return _value(fit.fitted), error, _held_out(basis, gains[:, others], folds), float(fit.freedom.max())


def _value(fitted: FloatArray) -> float:
    means = np.maximum(fitted.mean(axis=0).max(), 0.0)
    return float(np.maximum(fitted.max(axis=1), 0.0).mean() - means)


def _wiggles(basis: Basis, fit: Fit, rng: np.random.Generator) -> Iterator[FloatArray]:
    """Draws of the error of the fits; errors of different alternatives go together as their residuals do."""
    over_draws = basis.functions @ fit.directions
    n, n_columns = fit.residuals.shape
    scale = fit.residuals.T @ fit.residuals / max(n - float(fit.freedom.max()), 1.0)
    variances, axes = np.linalg.eigh(scale)
    root = axes * np.sqrt(np.maximum(variances, 0.0))
    for _ in range(REPLICATES):
        yield over_draws @ (np.sqrt(fit.kept) * (rng.standard_normal((len(fit.kept), n_columns)) @ root.T))


def _held_out(basis: Basis, gains: FloatArray, rng: np.random.Generator) -> float:
    """Mean gain of the choices that fits to other draws advise."""
    fold_of = rng.permutation(len(gains)) % FOLDS
    gained = 0.0
    for fold in range(FOLDS):
        here = fold_of == fold
        fit = fit_smooth(Basis(basis.functions[~here], basis.penalty), gains[~here])
        advised = basis.functions[here] @ fit.directions @ fit.scores
        best = advised.argmax(axis=1)
        chosen = advised.max(axis=1) > 0
        gained += float(np.where(chosen, gains[here][np.arange(len(best)), best], 0.0).sum())
    return gained / len(gains)

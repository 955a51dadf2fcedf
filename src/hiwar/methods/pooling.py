"""What several experts say made into one statement: linear and logarithmic pools, and weights by past performance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, rel_entr  # type: ignore[import-untyped]

from hiwar.methods.arrays import FloatArray, read_only

OVERSHOOT = 0.1
"""Part of the span of all answers that is added at each end of it, as the classical model has it."""
_SUM = 1e-9


@dataclass(frozen=True, eq=False)
class Performance:
    """How well experts did on questions with known answers; arrays are (expert,) and read-only."""

    calibration: FloatArray
    """P-value: how likely answers at least as far off would be if the expert's quantiles were right."""
    information: FloatArray
    """How much narrower the answers are than an even spread over what anybody thought possible; mean over questions."""
    weights: FloatArray
    """Calibration times information, added up to 1; 0 for whoever is calibrated worse than ``cutoff``."""
    cutoff: float
    overshoot: float
    questions: int


def linear_pool(probabilities: FloatArray, weights: Sequence[float] | FloatArray | None = None) -> FloatArray:
    """The weighted mean of what experts hold probable.

    Parameters
    ----------
    probabilities : (expert, option)
        Each row adds up to 1.
    weights : (expert,)
        Any numbers of 0 or more; left out: all alike.

    Notes
    -----
    What all say, the pool says. Adding options together before or after pooling is the same (marginalisation); learning
    the same evidence before or after is not (Stone 1961; McConway 1981; Genest & Zidek 1986).
    """
    found = _distributions(probabilities)
    pooled: FloatArray = _weights(weights, len(found)) @ found
    return pooled


def logarithmic_pool(probabilities: FloatArray, weights: Sequence[float] | FloatArray | None = None) -> FloatArray:
    """The weighted geometric mean of what experts hold probable, made to add up to 1.

    Parameters
    ----------
    probabilities : (expert, option)
        Each row adds up to 1.
    weights : (expert,)
        Any numbers of 0 or more; left out: all alike.

    Raises
    ------
    ValueError
        Also where the experts exclude each other's options altogether.

    Notes
    -----
    What all say, the pool says. What one expert with a weight holds impossible stays impossible. Learning the same
    evidence before or after pooling is the same (external Bayesianity); adding options together is not (Genest & Zidek
    1986).
    """
    found = _distributions(probabilities)
    parts = _weights(weights, len(found))
    with np.errstate(divide="ignore"):
        logs = np.log(found)
    # An expert of weight 0 says nothing: 0 x log 0 is 0.
    summed = np.where(parts[:, None] > 0, parts[:, None] * np.where(parts[:, None] > 0, logs, 0.0), 0.0).sum(axis=0)
    if not np.isfinite(summed).any():
        raise ValueError("the experts exclude each other: no option is possible for all of them")
    raised = np.exp(summed - summed.max())
    pooled: FloatArray = raised / raised.sum()
    return pooled


def linear_pool_of_ranges(
    low: FloatArray, high: FloatArray, weights: Sequence[float] | FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    """Every weighted mean of values that the experts' ranges admit: exact, since a mean rises with each of them.

    Parameters
    ----------
    low, high : (expert, ...)
        Ranges of probabilities, points or weights.
    """
    low, high = _ranges(low, high)
    parts = _weights(weights, len(low))
    return np.tensordot(parts, low, axes=1), np.tensordot(parts, high, axes=1)


def logarithmic_pool_of_ranges(
    low: FloatArray, high: FloatArray, weights: Sequence[float] | FloatArray | None = None
) -> tuple[float, float]:
    """Every logarithmic pool of probabilities that the experts' ranges admit, that something comes about: exact.

    Parameters
    ----------
    low, high : (expert,)
        Ranges of the probability. The pool rises with each expert's probability, so the ends give the ends.

    Notes
    -----
    Where one expert says 0 and another says 1 there is no pool; the one value of a range that would bring that about is
    left out.
    """
    low, high = _ranges(low, high)
    if _excluded(low, high, weights):
        raise ValueError("the experts exclude each other: one says never, another says always")
    ends = []
    for value, otherwise in ((low, 1.0), (high, 0.0)):
        # Whoever is sure decides it for every value of the others but the one that excludes it.
        is_barred = _excluded(value, value, weights)
        ends.append(
            otherwise if is_barred else float(logarithmic_pool(np.stack([value, 1 - value], axis=1), weights)[0])
        )
    return ends[0], ends[1]


def performance(
    levels: Sequence[float],
    quantiles: FloatArray,
    realisations: FloatArray,
    *,
    cutoff: float = 0.0,
    overshoot: float = OVERSHOOT,
) -> Performance:
    """How well experts did on questions with known answers, and the weight that earns them: the classical model.

    Parameters
    ----------
    levels
        Probabilities of the quantiles asked for, rising: 0.05, 0.5, 0.95.
    quantiles : (expert, question, level)
        Answers, rising strictly. What is asked on a scale of magnitudes must come as logarithms.
    realisations : (question,)
        What turned out to be true.
    cutoff
        Experts calibrated worse than this get no weight.

    Raises
    ------
    ValueError
        Also where nobody earns a weight.

    Notes
    -----
    With :math:`s` the shares of realisations between the quantiles of an expert and :math:`p` what they should be, the
    calibration is the chance that a chi-squared variable with one degree of freedom less than there are intervals
    exceeds :math:`2 n \\sum s \\ln(s / p)`: a good approximation from about ten questions on. Information is the
    relative entropy of the least informative density through the quantiles to the even density on the span of all
    answers and the realisation, ``overshoot`` wider at both ends.

    References
    ----------
    Cooke, R. M. (1991), *Experts in Uncertainty*, Oxford University Press, ch. 12.
    """
    asked, answers, true = _questions(levels, quantiles, realisations)
    theory = np.diff([0.0, *asked, 1.0])
    places = (true[None, :, None] > answers).sum(axis=2)
    shares = np.array([np.bincount(row, minlength=len(theory)) for row in places]) / len(true)
    calibration = chdtrc(len(theory) - 1, 2 * len(true) * rel_entr(shares, theory).sum(axis=1))
    information = _information(theory, answers, true, overshoot)
    raw = np.where(calibration >= cutoff, calibration * information, 0.0)
    if not raw.sum() > 0:
        raise ValueError(f"no expert earns a weight: none is calibrated at {cutoff:g} or better with any information")
    return Performance(
        read_only(np.asarray(calibration, dtype=np.float64)), read_only(information), read_only(raw / raw.sum()),
        cutoff, overshoot, len(true),
    )  # fmt: skip


def pooled_quantiles(
    levels: Sequence[float],
    quantiles: FloatArray,
    weights: Sequence[float] | FloatArray | None = None,
    *,
    at: Sequence[float] | None = None,
    overshoot: float = OVERSHOOT,
) -> FloatArray:
    """Quantiles of the linear pool of experts' distributions, each known by some quantiles: exact.

    Parameters
    ----------
    levels
        Probabilities of the quantiles given, rising.
    quantiles : (expert, level)
        Rising strictly for each expert.
    at
        Probabilities of the quantiles wanted; left out: ``levels``.

    Notes
    -----
    Each distribution is the least informative one through its quantiles, on the span of all of them, ``overshoot``
    wider: its cumulative curve consists of straight pieces, so that of the pool does too. This is no mean of quantiles,
    which would hide how far apart the experts are.
    """
    asked, answers, _ = _questions(levels, np.asarray(quantiles, dtype=np.float64)[:, None, :], np.zeros(1))
    answers = answers[:, 0, :]
    reach = overshoot * (answers.max() - answers.min())
    ends = (answers.min() - reach, answers.max() + reach)
    corners = np.unique(np.concatenate([answers.ravel(), ends]))
    curves = [np.interp(corners, [ends[0], *row, ends[1]], [0.0, *asked, 1.0]) for row in answers]
    pool = _weights(weights, len(answers)) @ np.array(curves)
    wanted = np.asarray(asked if at is None else at, dtype=np.float64)
    if not ((wanted >= 0) & (wanted <= 1)).all():
        raise ValueError("quantiles are wanted at probabilities between 0 and 1")
    found: FloatArray = np.interp(wanted, pool, corners)
    return found


def _weights(weights: Sequence[float] | FloatArray | None, n_experts: int) -> FloatArray:
    """(expert,): made to add up to 1."""
    if n_experts < 1:
        raise ValueError("a pool needs at least one expert")
    found = np.ones(n_experts) if weights is None else np.asarray(weights, dtype=np.float64)
    if found.shape != (n_experts,):
        raise ValueError(f"{n_experts} experts need as many weights; found shape {found.shape}")
    if not np.isfinite(found).all() or (found < 0).any() or found.sum() <= 0:
        raise ValueError("weights are numbers of 0 or more, not all 0")
    scaled: FloatArray = found / found.sum()
    return scaled


def _distributions(probabilities: FloatArray) -> FloatArray:
    found = np.asarray(probabilities, dtype=np.float64)
    if found.ndim != 2 or not found.size:
        raise ValueError(f"probabilities must be (expert, option); found shape {found.shape}")
    if not np.isfinite(found).all() or (found < 0).any() or (np.abs(found.sum(axis=1) - 1) > _SUM).any():
        raise ValueError("the probabilities of each expert must be 0 or more and add up to 1")
    return found


def _ranges(low: FloatArray, high: FloatArray) -> tuple[FloatArray, FloatArray]:
    low, high = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if low.shape != high.shape or low.ndim < 1:
        raise ValueError(f"low and high need one shape (expert, ...); found {low.shape} and {high.shape}")
    if not (low <= high).all():
        raise ValueError("a range runs backwards, or holds a value that is not a number")
    return low, high


def _excluded(low: FloatArray, high: FloatArray, weights: Sequence[float] | FloatArray | None) -> bool:
    """An expert with a weight says 0 for certain, another 1."""
    heard = _weights(weights, len(low)) > 0
    return bool((high[heard] == 0).any() and (low[heard] == 1).any())


def _questions(
    levels: Sequence[float], quantiles: FloatArray, realisations: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    asked = np.asarray(levels, dtype=np.float64)
    answers, true = np.asarray(quantiles, dtype=np.float64), np.asarray(realisations, dtype=np.float64)
    if asked.ndim != 1 or not asked.size or (np.diff([0.0, *asked, 1.0]) <= 0).any():
        raise ValueError("levels must rise strictly, between 0 and 1 and without them")
    if answers.ndim != 3 or answers.shape[1:] != (true.size, asked.size) or true.ndim != 1 or not true.size:
        raise ValueError(
            f"quantiles must be (expert, question, level), here (…, {true.size}, {asked.size}); found {answers.shape}"
        )
    if not np.isfinite(answers).all() or not np.isfinite(true).all():
        raise ValueError("every expert must answer every question, in finite numbers")
    if (np.diff(answers, axis=2) <= 0).any():
        raise ValueError("the quantiles of an answer must rise strictly")
    return asked, answers, true


def _information(theory: FloatArray, answers: FloatArray, true: FloatArray, overshoot: float) -> FloatArray:
    """(expert,): mean over the questions of the relative entropy to the even density on the span."""
    low = np.minimum(answers.min(axis=(0, 2)), true)
    high = np.maximum(answers.max(axis=(0, 2)), true)
    reach = overshoot * (high - low)
    low, high = low - reach, high + reach
    shape = answers.shape[:2]
    ends = [np.broadcast_to(end, shape)[:, :, None] for end in (low, high)]
    lengths = np.diff(np.concatenate([ends[0], answers, ends[1]], axis=2), axis=2) / (high - low)[None, :, None]
    if (lengths <= 0).any():
        raise ValueError("overshoot must be above 0: the outermost quantiles leave no room beyond them")
    entropy: FloatArray = rel_entr(theory, lengths).sum(axis=2).mean(axis=1)
    return entropy

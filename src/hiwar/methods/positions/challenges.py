"""What actors expect of challenging each other: support, chances, utilities, attitudes to risk.

Arrays have a first axis of draws. Actors are sorted by position within each draw; of two axes of actors the first is
the challenger, the second the challenged.
"""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.positions.arrays import NEAR, FloatArray, IntArray
from hiwar.methods.positions.centres import middle_medians
from hiwar.methods.positions.variants import Success, Variant, View, Votes


@dataclass(frozen=True, eq=False)
class Standing:
    """All actors at the beginning of a round, sorted by position within each draw."""

    positions: FloatArray
    """(draw, actor)"""
    weights: FloatArray
    """(draw, actor): capability times salience."""
    saliences: FloatArray
    """(draw, actor)"""
    spread: FloatArray
    """(draw, 1, 1): what distances are measured against."""

    @property
    def distances(self) -> FloatArray:
        """(draw, actor, actor), as shares of the spread."""
        apart: FloatArray = np.abs(self.positions[:, :, None] - self.positions[:, None, :]) / self.spread
        return apart


Exponents = float | FloatArray
"""1, or one exponent per actor, (draw, actor): below 1 risk-averse, above 1 risk-acceptant."""


def expectations(standing: Standing, variant: Variant) -> tuple[FloatArray, FloatArray]:
    """What each actor expects to gain by challenging each, and what it thinks the other expects of challenging it.

    The first pass takes everybody as neutral to risk; how much others expect of challenging an actor then sets its
    attitude, and the second pass is made with it (Scholz et al., appendix).
    """
    halfway = _voters_below_the_middle(standing.positions)
    neutral = _utility(standing, _chances(standing, halfway, 1.0, variant), 1.0, variant)
    risk = _risk_exponents(neutral)
    chances = _chances(standing, halfway, risk, variant)
    own = _utility(standing, chances, risk[:, :, None], variant)
    if variant.view is View.EACH_ITS_OWN:
        return own, own.swapaxes(1, 2)
    return own, _utility(standing, chances, risk[:, None, :], variant).swapaxes(1, 2)


def _voters_below_the_middle(positions: FloatArray) -> IntArray:
    """(draw, actor, actor): how many stand below the middle between two; they are the nearer to the lower one."""
    middles = (positions[:, :, None] + positions[:, None, :]) / 2
    return np.stack([np.searchsorted(ranked, middle) for ranked, middle in zip(positions, middles, strict=True)])


def _support(standing: Standing, below: IntArray, exponents: Exponents) -> FloatArray:
    """(draw, actor, actor): weighted support for the first against the second, of all that are nearer to it.

    Who prefers the lower of two positions stands below their middle. So support is a difference of two running sums
    over sorted actors, and no third loop is needed.
    """
    power = exponents if isinstance(exponents, float) else exponents[:, :, None]
    disliked = standing.weights[:, :, None] * standing.distances**power  # (draw, voter, actor)
    running = np.concatenate([np.zeros_like(disliked[:, :1]), np.cumsum(disliked, axis=1)], axis=1)
    to_second = np.take_along_axis(running, below, axis=1)  # of the voters below the middle
    lower = to_second - to_second.swapaxes(1, 2)
    whole = running[:, -1]
    higher = whole[:, None, :] - whole[:, :, None] - lower
    first_is_lower = np.triu(np.ones(below.shape[1:], dtype=bool))
    support: FloatArray = np.maximum(np.where(first_is_lower, lower, higher), 0.0)
    return support


def _chances(standing: Standing, below: IntArray, exponents: Exponents, variant: Variant) -> FloatArray:
    """(draw, actor, actor): chance that a challenge succeeds if it is resisted."""
    support = _support(standing, below, exponents if variant.votes is Votes.BY_RISK else 1.0)
    if variant.success is Success.SHARE_OF_ALL_CONTESTS:
        against = np.broadcast_to(2 * support.sum(axis=(1, 2), keepdims=True), support.shape)
    else:
        against = support + support.swapaxes(1, 2)
    chances: FloatArray = np.divide(support, against, out=np.full_like(support, 0.5), where=against > 0)
    return chances


def _utility(standing: Standing, chances: FloatArray, power: Exponents, variant: Variant) -> FloatArray:
    """(draw, actor, actor): what the first expects to gain by challenging the second (Scholz et al., equations 5-24).

    ``power`` is the exponent with which each pair is judged.
    """
    apart, resists = standing.distances, standing.saliences[:, None, :]
    success = 2 - 4 * np.maximum(0.5 - 0.5 * apart, 0.0) ** power
    failure = 2 - 4 * (0.5 + 0.5 * apart) ** power
    challenged = success - resists * (1 - chances) * (success - failure)
    unchallenged = variant.status_quo_likelihood * (2 - 4 * 0.5**power)
    if variant.status_quo_likelihood < 1:
        unchallenged = unchallenged + (1 - variant.status_quo_likelihood) * _left_alone(standing, power)
    gain: FloatArray = challenged - unchallenged
    gain[:, np.arange(gain.shape[1]), np.arange(gain.shape[1])] = 0.0
    return gain


def _left_alone(standing: Standing, power: Exponents) -> FloatArray:
    """(draw, actor, actor): worth to the first of the second's move to the weighted median, which nobody made it do."""
    apart = standing.distances
    median = middle_medians(standing.positions, standing.weights)[:, None]
    from_median = np.broadcast_to((np.abs(standing.positions - median)[:, :, None] / standing.spread), apart.shape)
    change = 0.25 * (from_median + apart)
    comes_nearer = from_median < apart - NEAR
    worth: FloatArray = 2 - 4 * np.maximum(0.5 + np.where(comes_nearer, -change, change), 0.0) ** power
    return worth


def _risk_exponents(neutral: FloatArray) -> FloatArray:
    """(draw, actor): 2 for who is least in danger of being challenged, 1/2 for who is most (equations 32-34)."""
    danger = neutral.sum(axis=1)
    low, high = danger.min(axis=1, keepdims=True), danger.max(axis=1, keepdims=True)
    span = high - low
    place = np.divide(2 * danger - high - low, span, out=np.zeros_like(danger), where=span > NEAR)
    exponents: FloatArray = (1 - place / 3) / (1 + place / 3)
    return exponents

"""Where an issue settles if nobody is moved: weighted mean, weighted median, Condorcet winner."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.positions.arrays import NEAR, FloatArray, compile_bounds
from hiwar.methods.positions.forms import ContestedIssue, ModelError


@dataclass(frozen=True)
class Centre:
    """Three readings of the middle of an issue, each actor weighing capability times salience."""

    weighted_mean: float
    weighted_median: tuple[float, float]
    """Lowest and highest position with no more than half of the weight on either side; mostly the same."""
    condorcet_winners: tuple[str, ...]
    """Actors whose position no other position beats by weight, where everybody prefers what is nearer."""


def centre_of(issue: ContestedIssue) -> Centre:
    """Find the weighted mean, the weighted median and the positions that win against every other.

    Parameters
    ----------
    issue : ContestedIssue
        With every number known; `at_the_middle` makes it so.

    Notes
    -----
    On a line, with preferences that fall with distance, the weighted median beats or ties every other position
    (Black 1948), and so do exactly the positions within its two ends. Sums of distances, which the challenge model
    takes for votes, have the same winner.
    """
    if not issue.is_known:
        raise ModelError("some numbers are ranges: use `at_the_middle`, or `draw_outcomes` for all they allow")
    positions, capability, salience = compile_bounds(issue).low
    return centre(issue.names, positions, capability * salience)


def centre(names: tuple[str, ...], positions: FloatArray, weights: FloatArray) -> Centre:
    """The same from arrays, (actor,) each."""
    low, high = (float(end[0]) for end in weighted_medians(positions[None], weights[None]))
    slack = NEAR * float(np.ptp(positions))
    unbeaten = (positions >= low - slack) & (positions <= high + slack)
    winners = tuple(name for name, wins in zip(names, unbeaten, strict=True) if wins)
    return Centre(float(weighted_means(positions[None], weights[None])[0]), (low, high), winners)


def weighted_means(positions: FloatArray, weights: FloatArray) -> FloatArray:
    """(draw,) from (draw, actor) arrays."""
    means: FloatArray = (positions * weights).sum(axis=1) / weights.sum(axis=1)
    return means


def weighted_medians(positions: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Lower and upper weighted median, (draw,) each, from (draw, actor) arrays."""
    order = np.argsort(positions, axis=1, kind="stable")
    reached = np.cumsum(np.take_along_axis(weights, order, axis=1), axis=1)
    half, slack = reached[:, -1:] / 2, NEAR * reached[:, -1:]
    lower = np.argmax(reached >= half - slack, axis=1)
    upper = np.argmax(reached > half + slack, axis=1)
    ranked = np.take_along_axis(positions, order, axis=1)
    rows = np.arange(len(positions))
    return ranked[rows, lower], ranked[rows, upper]


def middle_medians(positions: FloatArray, weights: FloatArray) -> FloatArray:
    """(draw,): the weighted median, in the middle where it has two ends."""
    low, high = weighted_medians(positions, weights)
    middles: FloatArray = (low + high) / 2
    return middles

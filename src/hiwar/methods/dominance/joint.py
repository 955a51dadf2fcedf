"""How far all judgements at once must move before the order of two courses turns round."""

import math
from dataclasses import replace

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, SIZE_SCALE, FloatArray, IntArray
from hiwar.methods.dominance.bounds import magnitude, pair_extremes, patterns_of
from hiwar.methods.dominance.prospects import Block, Prospects

PRECISION = 1e-6


def joint_change(prospects: Prospects, first: int, second: int, difference: float) -> float:
    """The least share r of their scales by which all judgements may move so that the order can turn round.

    Sizes move by up to 100 r points, likelihoods and probabilities by up to r, all within their scales and whether or
    not their admissible range is narrower. Effects that occur alike share the points in a domain in proportion to their
    sizes, so that the number of items written down changes nothing. Weights move within the admissible weights, from
    their centre towards each extreme weight, until some weight has changed by r. Found by bisection on exact bounds, to
    ``PRECISION``; a tie counts as turned. Infinite if even the whole scales do not turn it.
    """
    direction = 1.0 if difference > 0 else -1.0
    tolerance = RELATIVE_TOLERANCE * magnitude(prospects, (first, second))

    def turns(reach: float) -> bool:
        low, high = reach_bounds(prospects, first, second, reach)
        return low <= tolerance if direction > 0 else high >= -tolerance

    if not turns(1.0):
        return math.inf
    below, above = 0.0, 1.0
    while above - below > PRECISION:
        middle = (below + above) / 2
        below, above = (below, middle) if turns(middle) else (middle, above)
    return above


def reach_bounds(prospects: Prospects, first: int, second: int, reach: float) -> tuple[float, float]:
    """Bounds of the difference when every judgement may be off by ``reach`` of its scale."""
    members = patterns_of(prospects, (first, second)).members
    p = _widened(prospects, reach, _parts(prospects, members))
    return pair_extremes(p, first, second, patterns_of(p, (first, second)), _nearby_weights(prospects, reach))


def _parts(p: Prospects, members: IntArray) -> FloatArray:
    """(effect, domain): its part of the central size of all effects of its pattern; alike where that is 0."""
    n_patterns = int(members.max(initial=-1)) + 1
    whole, count = np.zeros((2, n_patterns, len(p.domains)))
    np.add.at(whole, members, p.size_centre)
    np.add.at(count, members, p.touches)
    alike = np.divide(p.touches, count[members], out=np.zeros(p.touches.shape), where=p.touches)
    parts: FloatArray = np.divide(p.size_centre, whole[members], out=alike, where=whole[members] > 0)
    return parts


def _widened(p: Prospects, reach: float, parts: FloatArray) -> Prospects:
    """The prospects with every range replaced by what lies within reach of its centre."""
    ceiling = parts * max(SIZE_SCALE, float(p.size_high.max(initial=0.0)))
    return replace(
        p,
        size_low=np.where(p.touches, (p.size_centre - SIZE_SCALE * reach * parts).clip(0.0), 0.0),
        size_high=np.where(
            p.touches, (p.size_centre + SIZE_SCALE * reach * parts).clip(None, np.maximum(ceiling, p.size_centre)), 0.0
        ),
        likelihood_low=(p.likelihood_centre - reach).clip(0.0),
        likelihood_high=(p.likelihood_centre + reach).clip(None, 1.0),
        blocks=tuple(
            Block(low=(b.centre - reach).clip(0.0), high=(b.centre + reach).clip(None, 1.0), is_given=True)
            for b in p.blocks
        ),
    )


def _nearby_weights(p: Prospects, reach: float) -> FloatArray:
    steps = p.weight_corners - p.central_weights
    length = np.abs(steps).max(axis=1, keepdims=True)
    share = np.divide(reach, length, out=np.ones_like(length), where=length > reach)
    nearby: FloatArray = p.central_weights + share * steps
    return nearby

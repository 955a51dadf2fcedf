"""What courses are worth when single judgements are moved, all others left at their centre."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray
from hiwar.methods.dominance.prospects import Block, Prospects
from hiwar.methods.dominance.sensitivity import Parameter, weight_groups
from hiwar.methods.dominance.values import central_expected
from hiwar.methods.dominance.weights import Weights

Range = tuple[float, float]


def values_at_corners(
    prospects: Prospects, courses: Sequence[int], first: Parameter, second: Parameter, ranges: tuple[Range, Range]
) -> FloatArray:
    """Expected values of courses at the ends of two judgements.

    Parameters
    ----------
    courses : sequence of int
        Courses that can be taken in every scenario: only for these is the value straight in every judgement.
    first, second : Parameter
        Two judgements that move by themselves: not two weights, and not two options of one event.
    ranges : pair of (low, high)
        Ends of each, as `tornado` gives them.

    Returns
    -------
    (course, 2, 2)
        At the low and the high end of the first judgement (axis 1) and of the second (axis 2). The value is bilinear
        between them, so that they tell it everywhere.

    Raises
    ------
    ValueError
        If a course cannot be taken in every scenario, or the judgements do not move by themselves.
    """
    chosen = list(courses)
    if not prospects.feasible[chosen].all():
        raise ValueError("values are straight only for courses that can be taken in every scenario")
    if not move_apart(first, second):
        raise ValueError("two weights, or two options of one event, do not move by themselves")
    corners = np.empty((len(chosen), 2, 2))
    for column, at_first in enumerate(ranges[0]):
        moved = _moved(prospects, first, at_first)
        for row, at_second in enumerate(ranges[1]):
            corners[:, column, row] = central_expected(_moved(moved, second, at_second))[chosen]
    return corners


def move_apart(first: Parameter, second: Parameter) -> bool:
    """One judgement can be moved while the other stays where it is."""
    if first.kind != second.kind:
        return True
    if first.kind == "weight":
        return False
    return first.block != second.block if first.kind == "event" else first != second


def _moved(p: Prospects, parameter: Parameter, value: float) -> Prospects:
    """The same prospects with one judgement at a value within its range; what must give way keeps its proportions."""
    if parameter.kind == "size":
        size = p.size_centre.copy()
        size[parameter.effect, parameter.domain] = value
        return replace(p, size_centre=size)
    if parameter.kind == "likelihood":
        likelihood = p.likelihood_centre.copy()
        likelihood[parameter.effect] = value
        return replace(p, likelihood_centre=likelihood)
    if parameter.kind == "event":
        at = _pushed(p.blocks[parameter.block].centre, [parameter.option], value)
        blocks = list(p.blocks)
        blocks[parameter.block] = Block(low=at, high=at, is_given=True)
        return replace(p, blocks=tuple(blocks))
    group = next(group for group in weight_groups(p.weights) if parameter.domain in group)
    at = _pushed(p.central_weights, group, value * len(group))
    return replace(p, weights=Weights(kind="ranges", n_domains=p.weights.n_domains, low=at, high=at))


def _pushed(shares: FloatArray, group: Sequence[int], total: float) -> FloatArray:
    """Shares that add up to 1, a group of equal ones moved to a total, the others in proportion."""
    rest = 1 - float(shares[list(group)].sum())
    moved = shares * ((1 - total) / rest)
    moved[list(group)] = total / len(group)
    return np.clip(moved, 0.0, 1.0)

"""From what a decision maker wants, as its file says it, to ranks of the states."""

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from hiwar.formats.graph_model_file import Preference, Ranking, Statements, Values, Weights
from hiwar.formats.statements import holds_in, parse
from hiwar.methods.graph_model.spaces import OptionSpace, RankArray, Space

_MOST_BITS = 60
_MOST_SUM = 1 << 62


class RankError(ValueError):
    """Ranks cannot be worked out."""


def ranks_of(preferences: Sequence[Preference], space: Space) -> RankArray:
    """(decision maker, cell): larger is better, equal is tied, 0 where a cell is infeasible."""
    return np.stack([rank_row(preference, space) for preference in preferences])


def rank_row(preference: Preference, space: Space) -> RankArray:
    """(cell,): the ranks of one decision maker.

    Raises
    ------
    StatementError
        A statement cannot be understood.
    RankError
        The weights cannot be added up.
    """
    match preference:
        case Ranking(groups):
            return _of_groups(groups, space)
        case Values(cells):
            values = np.zeros(space.size)
            values[list(cells)] = list(cells.values())
            return _dense(values, space)
        case Statements(lines):
            return _of_statements(lines, space)
        case Weights():
            return _of_weights(preference, space)


def _dense(values: npt.NDArray[np.float64] | npt.NDArray[np.int64], space: Space) -> RankArray:
    """Numbers from 1 in the order of the values, on the states that can occur."""
    row = np.zeros(space.size, dtype=np.int32)
    row[space.feasible] = np.unique(values[space.feasible], return_inverse=True)[1] + 1
    return row


def _of_groups(groups: Sequence[tuple[int, ...]], space: Space) -> RankArray:
    row = np.zeros(space.size, dtype=np.int32)
    for place, group in enumerate(reversed(groups), start=1):
        row[list(group)] = place
    return row


def _of_statements(lines: Sequence[str], space: Space) -> RankArray:
    """An earlier statement outweighs all later ones: each takes one bit, the first the highest."""
    assert isinstance(space, OptionSpace)  # noqa: S101 - statements are about options
    points = np.zeros(space.size, dtype=np.int64)
    bits = 0
    for line in lines:
        if bits == _MOST_BITS:
            points = _dense(points, space).astype(np.int64)
            bits = int(points.max()).bit_length()
        points = points * 2 + holds_in(parse(line, space.form), space)
        bits += 1
    return _dense(points, space)


def _of_weights(weights: Weights, space: Space) -> RankArray:
    """Sums of the weights as written: 0.1 and 0.2 are as much as 0.3, which they are not in binary fractions."""
    assert isinstance(space, OptionSpace)  # noqa: S101 - weights are of options
    total = np.zeros(space.size, dtype=np.int64)
    cells = np.arange(space.size)
    whole = _whole_numbers(weights)
    for option, size, stride in zip(space.form.options, space.option_sizes, space.option_strides, strict=True):
        if option.name in whole:
            added = [whole[option.name].get(level, 0) for level in option.levels]
            total += np.array(added, dtype=np.int64)[(cells // stride) % size]
    return _dense(total, space)


def _whole_numbers(weights: Weights) -> dict[str, dict[str, int]]:
    """The weights in the same proportions, without fractions."""
    exact = {(name, level): Fraction(str(weight)) for name, levels in weights.levels.items()
             for level, weight in levels.items()}  # fmt: skip
    scale = math.lcm(*(weight.denominator for weight in exact.values()))
    if sum(abs(weight) for weight in exact.values()) * scale >= _MOST_SUM:
        raise RankError("the weights are too far apart to be added up exactly; leave out digits")
    whole: dict[str, dict[str, int]] = {}
    for (name, level), weight in exact.items():
        whole.setdefault(name, {})[level] = int(weight * scale)
    return whole

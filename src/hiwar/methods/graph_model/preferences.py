"""From what a decision maker wants to ranks of the states: a ranking, prioritised statements, weights or values."""

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import Option
from hiwar.methods.graph_model.spaces import GraphModel, IntArray, ModelError, OptionSpace, RankArray, Space
from hiwar.methods.graph_model.statements import Expression, StatementError, cube_of, parse

Number = int | float | Fraction
_MOST_SUM = 1 << 62
_FEWEST_SCORES = 1 << 16
_FEWEST_TOGETHER = 1 << 12
"""Cells that lie together in memory and are added to at once."""
_PART = 1 << 18
"""Cells looked up at once."""
_NAMED = 5
"""States named in a message; of more, how many."""


def graph_model_of(space: Space, ranks: Mapping[str, RankArray]) -> GraphModel:
    """A conflict ready to be analysed: its states, and each decision maker's ranks.

    Parameters
    ----------
    space : Space
        The states and who can move where.
    ranks : mapping of decision maker to (cell,)
        As the functions of this module give them; every decision maker once.

    Raises
    ------
    ModelError
        A decision maker is missing or unknown, or its ranks do not fit the states.
    """
    if unknown := [name for name in ranks if name not in space.names]:
        raise ModelError(f"'{unknown[0]}' is no decision maker; they are {', '.join(space.names)}")
    if missing := [name for name in space.names if name not in ranks]:
        raise ModelError(f"nothing is said about what '{missing[0]}' wants; ranks of every decision maker are needed")
    for name, rank in ranks.items():
        if np.shape(rank) != (space.size,):
            raise ModelError(f"{name}: ranks have shape {np.shape(rank)}; one per cell, {(space.size,)}, is needed")
    return GraphModel(space, np.stack([ranks[name] for name in space.names]))


def rank_by_ranking(space: Space, groups: Sequence[Sequence[int]]) -> RankArray:
    """Rank the states as they are listed, from the best to the worst.

    Parameters
    ----------
    groups : sequence of sequence of int
        Cells (``space.cell`` finds them; in graph form the place of a state), best group first; those within a group
        are tied. Each state that can occur stands in exactly one group.

    Returns
    -------
    (cell,)
        Larger is better, equal is tied; 0 where a cell is infeasible.

    Raises
    ------
    ModelError
        A state is missing, infeasible, unknown or listed twice.
    """
    row = np.zeros(space.size, dtype=np.int32)
    feasible = space.feasible
    for place, group in enumerate(reversed(groups), start=1):
        for cell in group:
            if not 0 <= cell < space.size:
                raise ModelError(f"there is no cell {cell}; they are 0 to {space.size - 1:,}")
            if not feasible[cell] or row[cell]:
                raise ModelError(f"state {space.label(cell)} {'is ranked twice' if row[cell] else 'cannot occur'}")
            row[cell] = place
    missing = np.flatnonzero(feasible & (row == 0))
    if missing.size:
        named = ", ".join(space.label(cell) for cell in missing[:_NAMED].tolist())
        more = f" and {missing.size - _NAMED:,} more" if missing.size > _NAMED else ""
        raise ModelError(f"states that can occur are not ranked: {named}{more}")
    return row


def rank_by_statements(space: OptionSpace, statements: Sequence[str | Expression]) -> RankArray:
    """Rank the states by what should hold, the most important statement first; one outweighs all that follow it.

    Parameters
    ----------
    statements : sequence of str or Expression
        Such as ``"accept and not delay if modify"``; see :mod:`hiwar.methods.graph_model.statements`. As many as one
        likes. Without any, all states are tied.

    Returns
    -------
    (cell,)
        Larger is better, equal is tied; 0 where a cell is infeasible. States in which the same statements hold tie.

    Raises
    ------
    StatementError
        A text cannot be understood; its note shows the place.
    ModelError
        A statement names an option or a level that the conflict does not have.

    References
    ----------
    Hipel, Kilgour, Fang & Peng (1997), "The decision support system GMCR in environmental conflict management",
    Applied Mathematics and Computation 83, 117-152.
    """
    # A score is the statements that hold, as a binary number; scores are renumbered before they grow too large.
    scores, count = np.zeros(space.size, dtype=np.int32), 1
    for expression in [_understood(statement, space) for statement in statements]:
        if 2 * count > _most_scores(space):
            count = _renumber(scores, count, space)
        held = _folded(cube_of(expression, space), space).astype(np.int32)
        scores <<= 1
        by_block = scores.reshape(_folded_shape(space))
        by_block += held
        count *= 2
    _renumber(scores, count, space)
    scores += 1
    scores *= space.feasible
    return scores


def _understood(statement: str | Expression, space: OptionSpace) -> Expression:
    if not isinstance(statement, str):
        return statement
    try:
        return parse(statement, space.form)
    except StatementError as error:
        error.add_note(f"{statement}\n{' ' * error.column}^")
        raise


def _most_scores(space: Space) -> int:
    """Scores that are looked up in a table; never too few to double the ranks there can be."""
    return max(_FEWEST_SCORES, 2 * space.size)


def _renumber(scores: RankArray, count: int, space: Space) -> int:
    """Number the scores that feasible cells have from 0 in the same order, in place; return how many there are."""
    used = np.zeros(count, dtype=np.bool_)
    for part in _parts(space):
        used[scores[part][space.feasible[part]]] = True
    number = np.cumsum(used, dtype=np.int32)
    number -= 1
    np.maximum(number, 0, out=number)  # infeasible cells may have a score below all others
    for part in _parts(space):
        scores[part] = number[scores[part]]
    return int(number[-1]) + 1


def _parts(space: Space) -> Iterator[slice]:
    for start in range(0, space.size, _PART):
        yield slice(start, start + _PART)


def _low_options(space: OptionSpace) -> int:
    """How many of the first options make a block of cells that is worth adding to at once."""
    together = np.cumprod(space.option_sizes)
    return int(np.searchsorted(together, min(_FEWEST_TOGETHER, int(together[-1])))) + 1


def _folded_shape(space: OptionSpace) -> tuple[int, ...]:
    """One axis per option, the last first, but one in all for the first options, whose cells lie together."""
    low = _low_options(space)
    return (*space.option_sizes[low:][::-1].tolist(), int(space.option_sizes[:low].prod()))


def _folded(cube: npt.NDArray[np.bool_], space: OptionSpace) -> npt.NDArray[np.bool_]:
    low = _low_options(space)
    high_shape = cube.shape[: cube.ndim - low]
    full = np.broadcast_to(cube, (*high_shape, *space.option_sizes[:low][::-1].tolist()))
    return full.reshape(*high_shape, -1)


def rank_by_weights(space: OptionSpace, weights: Mapping[str, Number | Mapping[str, Number]]) -> RankArray:
    """Rank the states by the sum of the weights of their options' levels.

    Parameters
    ----------
    weights : mapping of option to number, or to level to number
        A bare number is what the level "yes" adds. Levels and options left out add nothing. Numbers count as they are
        written: 0.1 and 0.2 are as much as 0.3, which they are not in binary fractions.

    Returns
    -------
    (cell,)
        Larger is better, equal is tied; 0 where a cell is infeasible.

    Raises
    ------
    ModelError
        An unknown option or level, a weight that is not finite, or weights too far apart to be added up exactly.
    """
    options = {option.name: option for option in space.form.options}
    exact = {}
    for name, given in weights.items():
        if name not in options:
            raise ModelError(f"'{name}' is no option of the conflict; its options: {', '.join(options)}")
        exact[name] = _weights_of_levels(options[name], given)
    whole = _whole_numbers(exact)
    total = np.zeros(1, dtype=np.int64)
    for option in space.form.options:  # the first varies fastest
        added = np.array([whole.get((option.name, level), 0) for level in option.levels], dtype=np.int64)
        total = (added[:, None] + total).ravel()
    return _dense(total, space)


def _weights_of_levels(option: Option, given: Number | Mapping[str, Number]) -> dict[str, Fraction]:
    levels = given if isinstance(given, Mapping) else {"yes": given}
    exact = {}
    for level, weight in levels.items():
        if level not in option.levels:
            raise ModelError(f"'{level}' is no level of '{option.name}'; its levels: {', '.join(option.levels)}")
        try:
            exact[level] = Fraction(str(weight))
        except ValueError:
            raise ModelError(f"the weight {weight} of '{option.name}' is not a finite number") from None
    return exact


def _whole_numbers(exact: Mapping[str, Mapping[str, Fraction]]) -> dict[tuple[str, str], int]:
    """The weights in the same proportions, without fractions and common factors."""
    listed = {(name, level): weight for name, levels in exact.items() for level, weight in levels.items()}
    scale = math.lcm(*(weight.denominator for weight in listed.values()))
    whole = {key: int(weight * scale) for key, weight in listed.items()}
    common = math.gcd(*whole.values()) or 1
    if sum(abs(weight) for weight in whole.values()) // common >= _MOST_SUM:
        raise ModelError("the weights are too far apart to be added up exactly; leave out digits")
    return {key: weight // common for key, weight in whole.items()}


def rank_by_values(space: Space, values: npt.ArrayLike) -> RankArray:
    """Rank the states by values computed elsewhere. Only their order is used.

    Parameters
    ----------
    values : (state,)
        In the order of ``space.states``; larger is better, and exactly equal is tied.

    Returns
    -------
    (cell,)
        Larger is better, equal is tied; 0 where a cell is infeasible.

    Raises
    ------
    ModelError
        Values of another shape, or one that is not a number.
    """
    found = np.asarray(values)
    if found.shape != (space.states.size,) or found.dtype.kind not in "iufb":
        raise ModelError(
            f"values have shape {found.shape} and type {found.dtype}; one number per feasible state, "
            f"{(space.states.size,)}, is needed"
        )
    if found.dtype.kind == "f" and np.isnan(found).any():
        raise ModelError(f"the value of state {space.label(int(space.states[np.isnan(found).argmax()]))} is missing")
    row = np.zeros(space.size, dtype=np.int32)
    row[space.states] = _sorted_ranks(found)
    return row


def _dense(totals: IntArray, space: Space) -> RankArray:
    """Ranks from 1 in the order of the totals (cell,), on the states that can occur."""
    least = int(totals.min())
    if int(totals.max()) - least < _most_scores(space):
        totals -= least
        scores = totals.astype(np.int32)
        _renumber(scores, _most_scores(space), space)
        scores += 1
        scores *= space.feasible
        return scores
    row = np.zeros(space.size, dtype=np.int32)
    row[space.feasible] = _sorted_ranks(totals[space.feasible])
    return row


def _sorted_ranks(values: npt.NDArray[np.generic]) -> RankArray:
    """Numbers from 1 in the order of the values; equal values have one number."""
    order = np.argsort(values)
    ascending = values[order]
    steps = np.concatenate([[True], ascending[1:] != ascending[:-1]])
    rank = np.empty(values.size, dtype=np.int32)
    rank[order] = np.cumsum(steps, dtype=np.int32)
    return rank

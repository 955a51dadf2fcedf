"""From what a decision maker wants, as its file says it, to ranks of the states."""

from collections.abc import Sequence

import numpy as np

from hiwar.formats.graph_model_file import Preference, Ranking, Statements, Values, Weights
from hiwar.methods.graph_model.preferences import rank_by_ranking, rank_by_statements, rank_by_values, rank_by_weights
from hiwar.methods.graph_model.spaces import OptionSpace, RankArray, Space


def ranks_of(preferences: Sequence[Preference], space: Space) -> RankArray:
    """(decision maker, cell): larger is better, equal is tied, 0 where a cell is infeasible."""
    return np.stack([rank_row(preference, space) for preference in preferences])


def rank_row(preference: Preference, space: Space) -> RankArray:
    """(cell,): the ranks of one decision maker.

    Raises
    ------
    StatementError
        A statement cannot be understood.
    ModelError
        The weights cannot be added up, or states are missing.
    """
    match preference:
        case Ranking(groups):
            return rank_by_ranking(space, groups)
        case Values(cells):
            return rank_by_values(space, np.array([cells[cell] for cell in space.states.tolist()]))
        case Statements(lines):
            return rank_by_statements(_with_options(space), lines)
        case Weights(levels):
            return rank_by_weights(_with_options(space), levels)


def _with_options(space: Space) -> OptionSpace:
    assert isinstance(space, OptionSpace)  # noqa: S101 - statements and weights are about options
    return space

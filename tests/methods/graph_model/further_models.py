"""Random conflicts that are small enough for definitions that look at many sequences of moves."""

import numpy as np
from graph_models import arc_models, option_models
from hypothesis import strategies as st

from hiwar.methods.graph_model import GraphModel


def small_models(min_makers: int = 2, max_makers: int = 4, most_cells: int = 20) -> st.SearchStrategy[GraphModel]:
    return st.one_of(
        option_models(min_makers, max_makers, most_cells), arc_models(min_makers, max_makers, most_states=7)
    )


def without_ties(model: GraphModel) -> GraphModel:
    """Of tied states the one with the higher number is now better."""
    rank = np.zeros_like(model.rank)
    states = model.space.states
    for own, old in zip(rank, model.rank, strict=True):
        own[states[np.argsort(old[states], kind="stable")]] = range(1, states.size + 1)
    return GraphModel(model.space, rank)

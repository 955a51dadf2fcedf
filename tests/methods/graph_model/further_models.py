"""Random small conflicts: options with levels, one-way options, infeasible states; and listed states with arcs."""

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcForm,
    DecisionMaker,
    GraphModel,
    ModelError,
    Never,
    Option,
    OptionForm,
    space_of,
)
from hiwar.methods.graph_model.spaces import Space


@st.composite
def option_spaces(draw: st.DrawFn, min_makers: int = 2, max_makers: int = 4, most_cells: int = 24) -> Space:
    makers, cells = [], 1
    for number in range(draw(st.integers(min_makers, max_makers))):
        options: list[Option] = []
        for place in range(draw(st.integers(1, 2))):
            levels = ("no", "some", "yes") if draw(st.integers(0, 3)) == 0 else ("no", "yes")
            if options and cells * len(levels) > most_cells:
                break
            cells *= len(levels)
            options.append(Option(f"{number}{place}", levels, draw(st.integers(0, 3)) == 0))
        makers.append(DecisionMaker(f"maker {number}", tuple(options)))
    form = OptionForm(tuple(makers))
    every = {option.name: option.levels for option in form.options}
    patterns = st.fixed_dictionaries(
        {name: st.sampled_from([levels, *((one,) for one in levels)]) for name, levels in every.items()}
    )
    rules = tuple(Never(pattern) for pattern in draw(st.lists(patterns, max_size=2)))
    try:
        return space_of(OptionForm(form.decision_makers, rules))
    except ModelError:  # no state is left
        return space_of(form)


@st.composite
def arc_spaces(draw: st.DrawFn, min_makers: int = 2, max_makers: int = 4, most_states: int = 7) -> Space:
    names = tuple(f"maker {number}" for number in range(draw(st.integers(min_makers, max_makers))))
    states = tuple(f"s{number}" for number in range(draw(st.integers(1, most_states))))
    arcs = st.lists(st.tuples(st.sampled_from(states), st.sampled_from(states)), max_size=8)
    return space_of(ArcForm(names, states, {name: tuple(draw(arcs)) for name in names}))


def spaces(min_makers: int = 2, max_makers: int = 4) -> st.SearchStrategy[Space]:
    return st.one_of(option_spaces(min_makers, max_makers), arc_spaces(min_makers, max_makers))


def further_models(min_makers: int = 2, max_makers: int = 4, *, strict: bool = False) -> st.SearchStrategy[GraphModel]:
    """``strict``: no ties."""
    return spaces(min_makers, max_makers).flatmap(lambda space: ranked(space, strict=strict))


def option_models(min_makers: int = 2, max_makers: int = 4) -> st.SearchStrategy[GraphModel]:
    return option_spaces(min_makers, max_makers).flatmap(ranked)


@st.composite
def ranked(draw: st.DrawFn, space: Space, strict: bool = False) -> GraphModel:
    rank = np.zeros((len(space.names), space.size), dtype=np.int32)
    for own in rank:
        count = space.states.size
        order = draw(st.permutations(range(1, count + 1)))
        own[space.states] = order if strict else (np.array(order) + 1) // draw(st.integers(1, 3)) + 1
    return GraphModel(space, rank)

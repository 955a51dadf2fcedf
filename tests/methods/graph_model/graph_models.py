"""Random small conflicts in option form and in graph form, for two to five decision makers."""

from dataclasses import replace

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcForm,
    DecisionMaker,
    GraphModel,
    Never,
    Option,
    OptionForm,
    OptionSpace,
    moves_from,
    space_of,
)
from hiwar.methods.graph_model.spaces import Space, cells_of

LEVELS = ("none", "little", "much", "all")


@st.composite
def option_forms(
    draw: st.DrawFn, min_makers: int = 2, max_makers: int = 5, most_cells: int = 48, one_way: bool = True
) -> OptionForm:
    """Half of the states or fewer are ruled out one by one, others by a pattern of one or two options."""
    n_makers = draw(st.integers(min_makers, max_makers))
    cells, makers = 2**n_makers, []
    for number in range(n_makers):
        options: list[Option] = []
        for place in range(draw(st.integers(1, 3))):
            n_levels = draw(st.sampled_from([2, 2, 2, 3, 4]))
            room = most_cells // (cells // 2 if place == 0 else cells)
            if place > 0 and room < 2:
                break
            n_levels = max(2, min(n_levels, room))
            cells = cells // 2 * n_levels if place == 0 else cells * n_levels
            is_one_way = one_way and draw(st.integers(0, 3)) == 0
            options.append(Option(f"{number}.{place}", LEVELS[:n_levels], is_one_way))
        makers.append(DecisionMaker(f"maker {number}", tuple(options)))
    form = OptionForm(tuple(makers))
    return replace(form, infeasible=draw(_rules(form)))


@st.composite
def _rules(draw: st.DrawFn, form: OptionForm) -> tuple[Never, ...]:
    space = space_of(form)
    rng = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    share = draw(st.sampled_from([0.0, 0.0, 0.2, 0.5]))
    ruled_out = np.flatnonzero(rng.random(space.size) < share).tolist()
    names = [option.name for option in form.options]
    rules = [
        Never({name: (level,) for name, level in zip(names, space.levels(cell), strict=True)}) for cell in ruled_out
    ]
    if draw(st.integers(0, 2)) == 0:
        some = draw(
            st.lists(st.sampled_from(form.options), min_size=1, max_size=2, unique_by=lambda option: option.name)
        )
        rules.append(Never({option.name: (draw(st.sampled_from(option.levels)),) for option in some}))
    return tuple(rules)


@st.composite
def ranked(draw: st.DrawFn, space: Space) -> GraphModel:
    """Random ranks: all different, or with few or many ties."""
    rng = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    count = space.states.size
    rank = np.zeros((len(space.names), space.size), dtype=np.int32)
    for own in rank:
        if draw(st.booleans()):
            own[space.states] = rng.permutation(count) + 1
        else:
            own[space.states] = rng.integers(1, draw(st.sampled_from([2, 3, 6, 20])) + 1, count)
    return GraphModel(space, rank)


@st.composite
def option_models(
    draw: st.DrawFn, min_makers: int = 2, max_makers: int = 5, most_cells: int = 48, one_way: bool = True
) -> GraphModel:
    form = draw(option_forms(min_makers, max_makers, most_cells, one_way))
    assume(space_is_left(form))
    return draw(ranked(space_of(form)))


def space_is_left(form: OptionForm) -> bool:
    """Some state is feasible."""
    ruled_out = {tuple(rule.pattern.items()) for rule in form.infeasible if isinstance(rule, Never)}
    if len(ruled_out) < cells_of(form) and all(len(pattern) == len(form.options) for pattern in ruled_out):
        return True
    full = space_of(replace(form, infeasible=()))
    names = [option.name for option in form.options]
    cells = [dict(zip(names, full.levels(cell), strict=True)) for cell in range(full.size)]
    return any(
        not any(
            all(levels[name] in allowed for name, allowed in rule.pattern.items())
            for rule in form.infeasible
            if isinstance(rule, Never)
        )
        for levels in cells
    )


@st.composite
def arc_models(draw: st.DrawFn, min_makers: int = 2, max_makers: int = 5, most_states: int = 10) -> GraphModel:
    """Moves that need not be transitive nor reversible."""
    names = tuple(f"maker {number}" for number in range(draw(st.integers(min_makers, max_makers))))
    states = tuple(f"s{number}" for number in range(draw(st.integers(1, most_states))))
    arcs = st.lists(st.tuples(st.sampled_from(states), st.sampled_from(states)), max_size=12)
    return draw(ranked(space_of(ArcForm(names, states, {name: tuple(draw(arcs)) for name in names}))))


def graph_models(min_makers: int = 2, max_makers: int = 5) -> st.SearchStrategy[GraphModel]:
    return st.one_of(option_models(min_makers, max_makers), arc_models(min_makers, max_makers))


def in_graph_form(model: GraphModel) -> GraphModel:
    """The same conflict with its feasible states and all its moves listed."""
    space = model.space
    assert isinstance(space, OptionSpace)
    cells = space.states.tolist()
    moves = {
        name: tuple((f"s{cell}", f"s{end}") for cell in cells for end in moves_from(space, maker, cell).tolist())
        for maker, name in enumerate(space.names)
    }
    form = ArcForm(space.names, tuple(f"s{cell}" for cell in cells), moves)
    return GraphModel(space_of(form), np.ascontiguousarray(model.rank[:, cells]))

"""What is written as Hiwar's YAML is read back as the same conflict."""

import numpy as np
from conflicts import CASES, DAM, WORDS, read
from hypothesis import given, settings
from hypothesis import strategies as st
from immutabledict import immutabledict

from hiwar.formats import GraphModelFile, Ranking, Values, graph_model_text, read_graph_model
from hiwar.formats.graph_model_ranks import ranks_of
from hiwar.methods.graph_model import (
    ArcForm,
    AtLeast,
    AtMost,
    DecisionMaker,
    GraphModel,
    IfThen,
    ModelError,
    Never,
    Option,
    OptionForm,
    space_of,
)
from hiwar.methods.graph_model.forms import Rule
from hiwar.methods.graph_model.spaces import Space


def same(first: GraphModelFile, second: GraphModelFile) -> None:
    assert second.title == first.title
    assert (second.source, second.note) == (first.source, first.note)
    assert second.space.form == first.space.form
    assert second.preferences == first.preferences
    assert second.status_quo == first.status_quo
    assert dict(second.names) == dict(first.names)
    assert dict(second.words) == dict(first.words)
    np.testing.assert_array_equal(second.model.rank, first.model.rank)


def test_a_conflict_with_names_rules_and_one_way_options_comes_back() -> None:
    same(read(DAM), read(graph_model_text(read(DAM))))


def test_the_published_cases_come_back() -> None:
    for path in sorted(CASES.glob("*.yaml")):
        if not path.name.endswith(".results.yaml"):
            file = read_graph_model(path)
            same(file, read(graph_model_text(file)))


def test_writing_twice_gives_the_same_bytes() -> None:
    text = graph_model_text(read(DAM))
    assert graph_model_text(read(text)) == text


def test_yes_and_no_stand_without_quotes() -> None:
    assert "- never: {court: yes, pay: yes}\n" in graph_model_text(read(DAM))


LEVELS = st.lists(WORDS, min_size=2, max_size=3, unique=True).map(tuple)
OPTIONS = st.tuples(st.just(("no", "yes")) | st.just(("yes", "no")) | LEVELS, st.booleans())


@st.composite
def patterns(draw: st.DrawFn, options: list[Option]) -> dict[str, tuple[str, ...]]:
    chosen = draw(st.lists(st.sampled_from(options), min_size=1, max_size=3, unique=True))
    return {
        option.name: tuple(draw(st.lists(st.sampled_from(option.levels), min_size=1, max_size=2, unique=True)))
        for option in chosen
    }


@st.composite
def rules(draw: st.DrawFn, options: list[Option]) -> Rule:
    kind = draw(st.sampled_from(["never", "if", "most", "least"]))
    pattern = draw(patterns(options))
    if kind == "never":
        return Never(pattern)
    if kind == "if":
        return IfThen(pattern, draw(patterns(options)))
    count = draw(st.integers(0, len(pattern)))
    return AtMost(count, pattern) if kind == "most" else AtLeast(count, pattern)


@st.composite
def spaces(draw: st.DrawFn) -> Space:
    names = draw(st.lists(WORDS, min_size=7, max_size=7, unique=True))
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    options = [Option(name, *draw(OPTIONS)) for name in names[: sum(sizes)]]
    makers, first = [], 0
    for number, size in enumerate(sizes):
        makers.append(DecisionMaker(f"{names[6]}{number}", tuple(options[first : first + size])))
        first += size
    wanted = draw(st.lists(rules(options), max_size=2))
    try:
        return space_of(OptionForm(tuple(makers), tuple(wanted)))
    except ModelError:  # the rules leave nothing
        return space_of(OptionForm(tuple(makers)))


@st.composite
def listed(draw: st.DrawFn) -> Space:
    states = draw(st.lists(WORDS, min_size=1, max_size=5, unique=True).filter(lambda names: "->" not in "".join(names)))
    makers = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    pairs = [(a, b) for a in states for b in states if a != b]
    moves = {
        name: tuple(sorted(draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)))) if pairs else ()
        for name in makers
    }
    return space_of(ArcForm(tuple(makers), tuple(states), moves))


@st.composite
def files(draw: st.DrawFn) -> GraphModelFile:
    space = draw(st.one_of(spaces(), listed()))
    cells = space.states.tolist()
    preferences: list[Ranking | Values] = []
    for _ in space.names:
        numbers = {cell: draw(st.integers(0, 4)) for cell in cells}
        if draw(st.booleans()):
            preferences.append(Values(immutabledict({cell: number / 2 for cell, number in numbers.items()})))
        else:
            groups = (tuple(cell for cell in cells if numbers[cell] == value) for value in range(5))
            preferences.append(Ranking(tuple(group for group in groups if group)))
    return GraphModelFile(
        title=draw(WORDS),
        model=GraphModel(space, ranks_of(preferences, space)),
        preferences=tuple(preferences),
        status_quo=draw(st.none() | st.sampled_from(cells)),
        source=draw(st.just("") | WORDS),
        note=draw(st.just("") | WORDS),
    )


@settings(max_examples=150, deadline=None)
@given(files())
def test_any_conflict_comes_back(file: GraphModelFile) -> None:
    same(file, read(graph_model_text(file)))

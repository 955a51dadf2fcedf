"""Stability: the engine against the definitions read literally, and what is true of every conflict."""

from dataclasses import replace

import numpy as np
import pytest
from graph_models import arc_models, graph_models, in_graph_form, option_forms, option_models, ranked, space_is_left
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracle import Definitions

from hiwar.methods.graph_model import (
    CONCEPTS,
    ArcForm,
    ArcSpace,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Never,
    Option,
    OptionForm,
    OptionSpace,
    Stability,
    analyse_stability,
    space_of,
)
from hiwar.methods.graph_model.rows import rows_of, sorted_rows
from hiwar.methods.graph_model.spaces import BoolArray, IntArray

IN_ORDER = tuple(concept for concept in CONCEPTS if concept is not Concept.SIMULTANEOUS)
NASH, GENERAL, SYMMETRIC, SEQUENTIAL, SIMULTANEOUS = CONCEPTS


def concepts_for(model: GraphModel) -> tuple[Concept, ...]:
    return IN_ORDER if isinstance(model.space, ArcSpace) else CONCEPTS


def by_definition(model: GraphModel, concept: Concept) -> BoolArray:
    definitions = Definitions(model)
    expected = np.zeros(model.rank.shape, dtype=np.bool_)
    for maker in range(len(model.space.names)):
        for cell in model.space.states.tolist():
            expected[maker, cell] = definitions.stays(maker, cell, concept)
    return expected


def agrees_with_definitions(model: GraphModel) -> Stability:
    found = analyse_stability(model, concepts_for(model))
    for concept in found.concepts:
        expected = by_definition(model, concept)
        np.testing.assert_array_equal(found.stable(concept), expected, err_msg=concept)
        together = np.flatnonzero(expected.all(axis=0) & model.space.feasible)
        np.testing.assert_array_equal(found.equilibria(concept), together)
    return found


# Conflicts whose results can be found by hand


def two_by_two(first: list[int], second: list[int]) -> GraphModel:
    """Ranks in the states NN, YN, NY, YY; each decision maker has one option."""
    makers = tuple(DecisionMaker(name, (Option(f"{name} yields"),)) for name in ("first", "second"))
    return GraphModel(space_of(OptionForm(makers)), np.array([first, second], dtype=np.int32))


def labels(found: Stability, concept: Concept) -> list[str]:
    return [found.model.space.label(cell) for cell in found.equilibria(concept).tolist()]


def test_in_the_prisoners_dilemma_cooperation_holds_once_replies_count() -> None:
    """To yield is to cooperate. From YY each could gain alone; the other's reply leads to NN, worse than YY."""
    found = analyse_stability(two_by_two([2, 1, 4, 3], [2, 4, 1, 3]))
    assert labels(found, NASH) == ["N-N"]
    for concept in (GENERAL, SYMMETRIC, SEQUENTIAL, SIMULTANEOUS):
        assert labels(found, concept) == ["N-N", "Y-Y"]


def test_in_chicken_the_middle_holds_for_fear_of_the_clash_but_not_sequentially() -> None:
    """To yield is to swerve.

    From YY the first could gain by going straight (NY); the second would not answer so, since NN is its worst: its
    improvement from NY is none. If both do so at once, they clash.
    """
    found = analyse_stability(two_by_two([1, 2, 4, 3], [1, 4, 2, 3]))
    assert labels(found, NASH) == ["Y-N", "N-Y"]
    assert labels(found, GENERAL) == ["Y-N", "N-Y", "Y-Y"]
    assert labels(found, SYMMETRIC) == ["Y-N", "N-Y", "Y-Y"]  # who yields after the clash has still lost by it
    assert labels(found, SEQUENTIAL) == ["Y-N", "N-Y"]
    assert labels(found, SIMULTANEOUS) == ["Y-N", "N-Y", "Y-Y"]


def test_two_opponents_can_do_together_what_neither_can_alone() -> None:
    """The first gains by acting; only when both others act as well is it worse off than before."""
    makers = tuple(DecisionMaker(name, (Option(name),)) for name in "abc")
    space = space_of(OptionForm(makers))
    first = np.array([2, 3, 2, 3, 2, 3, 2, 1], dtype=np.int32)
    rank = np.array([first, np.ones(8), np.ones(8)], dtype=np.int32)
    assert analyse_stability(GraphModel(space, rank)).stable(GENERAL)[0, 0]
    assert not analyse_stability(GraphModel(space, rank)).stable(SEQUENTIAL)[0, 0]
    for other in (1, 2):  # without one of them, nothing
        fewer = tuple(maker for place, maker in enumerate(makers) if place != other)
        kept = [cell for cell in range(8) if not cell >> other & 1]
        smaller = GraphModel(space_of(OptionForm(fewer)), np.ascontiguousarray(rank[np.array([0, 3 - other])][:, kept]))
        assert not analyse_stability(smaller).stable(GENERAL)[0, 0]


def test_one_opponent_may_move_twice_but_not_in_a_row() -> None:
    """a acts; b, then c, then b again must move to bring it down. Listed moves, so b can't go there in one step."""
    moves = {"a": (("0", "1"),), "b": (("1", "2"), ("3", "4")), "c": (("2", "3"),)}
    states = ("0", "1", "2", "3", "4")
    rank = np.array([[2, 3, 3, 3, 1], [1] * 5, [1] * 5], dtype=np.int32)
    found = analyse_stability(GraphModel(space_of(ArcForm(("a", "b", "c"), states, moves)), rank), IN_ORDER)
    assert found.stable(GENERAL)[0, 0]
    by_b_alone = {**moves, "b": (("1", "2"), ("2", "3"), ("3", "4")), "c": ()}
    found = analyse_stability(GraphModel(space_of(ArcForm(("a", "b", "c"), states, by_b_alone)), rank), IN_ORDER)
    assert not found.stable(GENERAL)[0, 0]


def test_what_is_done_for_good_cannot_be_punished_by_undoing_it() -> None:
    """b would take its act back to punish; where it can't, the improvement of a stands."""
    space = space_of(
        OptionForm((DecisionMaker("a", (Option("a"),)), DecisionMaker("b", (Option("b", is_one_way=True),))))
    )
    rank = np.array([[1, 1, 2, 3], [1, 1, 1, 1]], dtype=np.int32)
    one_way = analyse_stability(GraphModel(space, rank))
    free = space_of(OptionForm((DecisionMaker("a", (Option("a"),)), DecisionMaker("b", (Option("b"),)))))
    both_ways = analyse_stability(GraphModel(free, rank))
    cell = space.cell({"b": "yes"})
    assert both_ways.stable(GENERAL)[0, cell]
    assert not one_way.stable(GENERAL)[0, cell]


# The definitions


@settings(max_examples=120)
@given(option_models())
def test_option_form_agrees_with_the_definitions(model: GraphModel) -> None:
    agrees_with_definitions(model)


@settings(max_examples=40)
@given(option_models(2, 3, most_cells=128))
def test_longer_rows_agree_with_the_definitions(model: GraphModel) -> None:
    agrees_with_definitions(model)


@settings(max_examples=120)
@given(arc_models())
def test_graph_form_agrees_with_the_definitions(model: GraphModel) -> None:
    agrees_with_definitions(model)


@settings(max_examples=60)
@given(option_models())
def test_both_forms_of_a_conflict_agree(model: GraphModel) -> None:
    listed = analyse_stability(in_graph_form(model), IN_ORDER)
    found = analyse_stability(model, IN_ORDER)
    np.testing.assert_array_equal(found.verdicts[:, model.space.states], listed.verdicts)


# What is true of every conflict


@settings(max_examples=100)
@given(graph_models())
def test_a_concept_that_sees_more_replies_holds_wherever_the_other_does(model: GraphModel) -> None:
    found = analyse_stability(model, concepts_for(model))
    implied = [(NASH, SYMMETRIC), (NASH, SEQUENTIAL), (SYMMETRIC, GENERAL), (SEQUENTIAL, GENERAL)]
    if SIMULTANEOUS in found.concepts:
        implied.append((NASH, SIMULTANEOUS))
    for narrow, wide in implied:
        assert (found.stable(wide) | ~found.stable(narrow)).all(), (narrow, wide)


@given(graph_models())
def test_nobody_leaves_a_state_it_likes_best(model: GraphModel) -> None:
    found = analyse_stability(model, concepts_for(model))
    best = model.rank == model.rank.max(axis=1, keepdims=True)
    for concept in found.concepts:
        assert found.stable(concept)[best].all()


@given(graph_models(), st.integers(1, 1000))
def test_only_the_order_of_ranks_counts(model: GraphModel, factor: int) -> None:
    other = GraphModel(model.space, np.where(model.rank > 0, model.rank * factor * model.rank, 0).astype(np.int32))
    np.testing.assert_array_equal(
        analyse_stability(other, concepts_for(model)).verdicts, analyse_stability(model, concepts_for(model)).verdicts
    )


@given(graph_models(), st.data())
def test_what_is_not_asked_for_changes_nothing(model: GraphModel, data: st.DataObject) -> None:
    every = analyse_stability(model, concepts_for(model))
    some = data.draw(st.lists(st.sampled_from(every.concepts), unique=True))
    found = analyse_stability(model, some)
    assert found.concepts == tuple(some)
    for concept in some:
        np.testing.assert_array_equal(found.stable(concept), every.stable(concept))
    left_out = sum(1 << CONCEPTS.index(concept) for concept in every.concepts if concept not in some)
    assert not (found.verdicts & left_out).any()
    assert not found.verdicts[:, ~model.space.feasible].any()


def cells_in(space: OptionSpace, other: OptionSpace) -> IntArray:
    """(cell,): the cell of ``other`` in which all options are as in the cell of ``space``."""
    names = [option.name for option in space.form.options]
    return np.array([other.cell(dict(zip(names, space.levels(cell), strict=True))) for cell in range(space.size)])


@given(option_models(), st.data())
def test_order_of_decision_makers_and_options_changes_nothing(model: GraphModel, data: st.DataObject) -> None:
    space = model.space
    assert isinstance(space, OptionSpace)
    order = data.draw(st.permutations(range(len(space.names))))
    makers = tuple(
        replace(maker, name=f"now {maker.name}", options=tuple(data.draw(st.permutations(maker.options))))
        for maker in (space.form.decision_makers[place] for place in order)
    )
    other = space_of(replace(space.form, decision_makers=makers))
    cells = cells_in(space, other)
    rank = np.zeros_like(model.rank)
    rank[:, cells] = model.rank[list(order)]
    found = analyse_stability(GraphModel(other, rank)).verdicts
    np.testing.assert_array_equal(found[:, cells], analyse_stability(model).verdicts[list(order)])


@given(option_models(), st.integers(0, 5))
def test_somebody_to_whom_all_is_one_and_who_changes_nothing_for_anybody_is_as_nobody(
    model: GraphModel, place: int
) -> None:
    space = model.space
    assert isinstance(space, OptionSpace)
    makers = list(space.form.decision_makers)
    place = min(place, len(makers))
    makers.insert(place, DecisionMaker("bystander", (Option("shrugs"),)))
    other = space_of(replace(space.form, decision_makers=tuple(makers)))
    calm = cells_in(space, other)
    shrugs = calm + int(other.strides[place])
    rank = np.zeros((len(makers), other.size), dtype=np.int32)
    kept = np.array([maker for maker in range(len(makers)) if maker != place])
    for cells in (calm, shrugs):
        rank[np.ix_(kept, cells)] = model.rank
        rank[place, cells] = space.feasible
    found, before = analyse_stability(GraphModel(other, rank)).verdicts, analyse_stability(model).verdicts
    for cells in (calm, shrugs):
        np.testing.assert_array_equal(found[np.ix_(kept, cells)], before)


@given(option_forms(2, 4), st.data())
def test_an_option_of_four_levels_is_as_good_as_two_of_two(form: OptionForm, data: st.DataObject) -> None:
    """If it can be set freely, so that only the number of strategies counts."""
    pair = (Option("low"), Option("high"))
    four = (Option("level", ("0", "1", "2", "3")),)
    makers = list(form.decision_makers)
    place = data.draw(st.integers(0, len(makers) - 1))
    forms = []
    for extra in (pair, four):
        changed = replace(makers[place], options=(*extra, *makers[place].options))
        forms.append(replace(form, decision_makers=(*makers[:place], changed, *makers[place + 1 :])))
    assume(space_is_left(form))
    model = data.draw(ranked(space_of(forms[0])))
    other = GraphModel(space_of(forms[1]), model.rank)
    np.testing.assert_array_equal(analyse_stability(other).verdicts, analyse_stability(model).verdicts)


@given(option_models(2, 4, one_way=False), st.data())
def test_who_can_do_less_alone_leaves_fewer_states_for_gain(model: GraphModel, data: st.DataObject) -> None:
    space = model.space
    assert isinstance(space, OptionSpace)
    makers = tuple(
        replace(maker, options=tuple(replace(option, is_one_way=data.draw(st.booleans())) for option in maker.options))
        for maker in space.form.decision_makers
    )
    bound = GraphModel(space_of(replace(space.form, decision_makers=makers)), model.rank)
    before, after = (analyse_stability(each, [NASH]).stable(NASH) for each in (model, bound))
    assert (after | ~before).all()


@settings(max_examples=150)
@given(option_models(2, 2))
def test_two_decision_makers_always_have_a_state_that_holds_sequentially(model: GraphModel) -> None:
    """And so generally metarationally: Fraser & Hipel (1984). It need not hold symmetrically."""
    found = analyse_stability(model, (GENERAL, SEQUENTIAL))
    for concept in found.concepts:
        assert found.equilibria(concept).size > 0, concept


# Sizes beyond the definitions


def long_rows(first: int, second: int, seed: int) -> GraphModel:
    """Two decision makers with one option each, of many levels."""
    makers = tuple(
        DecisionMaker(name, (Option(name, tuple(map(str, range(size)))),))
        for name, size in (("first", first), ("second", second))
    )
    rng = np.random.default_rng(seed)
    space = space_of(OptionForm(makers))
    rank = rng.integers(1, space.size // 3, (2, space.size), dtype=np.int32)
    return GraphModel(space, rank)


@pytest.mark.parametrize(("first", "second"), [(300, 7), (7, 300), (1 << 15, 3), (3, (1 << 15) + 1)])
def test_many_strategies(first: int, second: int) -> None:
    """Some states, against whole rows of the table of ranks at once."""
    model = long_rows(first, second, seed=first)
    found = analyse_stability(model, IN_ORDER)
    table = model.rank.reshape(2, second, first)
    rng = np.random.default_rng(second)
    for cell in rng.choice(model.space.size, 60, replace=False).tolist():
        for maker in range(2):
            at = cell % first if maker == 0 else cell // first
            there = cell // first if maker == 0 else cell % first
            ranks, back = (each if maker == 0 else each.T for each in (table[maker], table[1 - maker]))  # (other, own)
            limit = ranks[there, at]
            gains = ranks[there] > limit
            bad = ranks[:, gains] <= limit
            hopeless = (ranks <= limit).all(axis=1)
            would = back[:, gains] > back[there, gains]
            expected = (
                not gains.any(),
                bad.any(axis=0),
                (bad & hopeless[:, None]).any(axis=0),
                (bad & would).any(axis=0),
            )
            for concept, held in zip(IN_ORDER, expected, strict=True):
                assert found.stable(concept)[maker, cell] == np.all(held), concept


@settings(max_examples=15)
@given(st.integers(1, 120), st.integers(1, 40), st.integers(0, 1 << 20))
def test_rows_are_sorted(size: int, distinct: int, seed: int) -> None:
    """From the best down, by number where tied, the infeasible ones left out; short rows and long ones."""
    makers = (DecisionMaker("a", (Option("a", tuple(map(str, range(size + 1)))),)), DecisionMaker("b", (Option("b"),)))
    space = space_of(OptionForm(makers))
    rank = np.random.default_rng(seed).integers(0, distinct + 1, space.size, dtype=np.int32)
    for maker in range(2):
        rows = rows_of(space, maker)
        order = sorted_rows(rank, rows)
        for row, entries in zip(rank.reshape(2, -1) if maker == 0 else rank.reshape(2, -1).T, order, strict=True):
            feasible = np.flatnonzero(row)
            expected = feasible[np.argsort(-row[feasible], kind="stable")]
            np.testing.assert_array_equal(entries[: feasible.size] & 0x7FFF, expected)
            ranks = row[expected]
            np.testing.assert_array_equal(entries[1 : feasible.size] >> 15, ranks[1:] == ranks[:-1])
            assert (entries[feasible.size :] == 0xFFFF).all()


def test_a_large_conflict_with_one_way_options_agrees_with_its_graph_form() -> None:
    """Above the size from which decision makers are analysed at the same time."""
    makers = tuple(
        DecisionMaker(name, tuple(Option(f"{name}{place}", is_one_way=place == 0) for place in range(5)))
        for name in "abc"
    )
    rng = np.random.default_rng(5)
    space = space_of(OptionForm(makers))
    feasible = rng.random(space.size) < 0.05
    space = replace(space, feasible=feasible)
    rank = np.where(feasible, rng.integers(1, 500, (3, space.size)), 0).astype(np.int32)
    model = GraphModel(space, rank)
    found = analyse_stability(model, IN_ORDER)
    np.testing.assert_array_equal(
        found.verdicts[:, feasible], analyse_stability(in_graph_form(model), IN_ORDER).verdicts
    )


def test_a_reply_may_take_hundreds_of_moves() -> None:
    """Two opponents climb stairs in turn; only the top is bad for the first. More turns than a byte counts."""
    steps = 200
    levels = tuple(map(str, range(steps)))
    makers = (
        DecisionMaker("first", (Option("acts"),)),
        DecisionMaker("across", (Option("across", levels),)),
        DecisionMaker("up", (Option("up", levels),)),
    )
    space = space_of(OptionForm(makers))
    up, across, acts = np.indices((steps, steps, 2)).reshape(3, -1)
    feasible = (up == across) | (up == across + 1)
    space = replace(space, feasible=feasible)
    first = np.where(acts == 0, 2, 3)
    first[(acts == 1) & (up == steps - 1)] = 1
    for ascent in (np.ones_like(up), up + across + 1):
        rank = np.where(feasible, np.array([first, ascent, ascent]), 0).astype(np.int32)
        found = analyse_stability(GraphModel(space, rank), IN_ORDER)
        started = feasible & (acts == 0)
        assert found.stable(GENERAL)[0, started].all()
        wants_to_climb = ascent.max() > 1
        assert found.stable(SEQUENTIAL)[0, started & (up < steps - 1)].all() == wants_to_climb


# What comes out, and what is refused


def test_table_has_a_row_per_feasible_state() -> None:
    model = two_by_two([2, 1, 4, 3], [2, 4, 1, 3])
    frame = analyse_stability(model, [NASH, SEQUENTIAL]).to_frame()
    assert frame.index.tolist() == ["N-N", "Y-N", "N-Y", "Y-Y"]
    assert frame["first", "rank"].tolist() == [2, 1, 4, 3]
    assert frame["second", "nash"].tolist() == [True, True, False, False]
    assert frame["equilibrium", "sequential"].tolist() == [True, False, False, True]
    assert frame.columns.get_level_values(0).unique().tolist() == ["first", "second", "equilibrium"]


def test_table_leaves_infeasible_states_out() -> None:
    makers = tuple(DecisionMaker(name, (Option(name),)) for name in "ab")
    space = space_of(OptionForm(makers, (Never({"a": ("yes",), "b": ("yes",)}),)))
    frame = analyse_stability(GraphModel(space, np.array([[1, 2, 3, 0], [1, 2, 3, 0]], dtype=np.int32))).to_frame()
    assert frame.index.tolist() == ["N-N", "Y-N", "N-Y"]


def test_a_concept_not_asked_for_is_not_answered() -> None:
    found = analyse_stability(two_by_two([2, 1, 4, 3], [2, 4, 1, 3]), [NASH])
    with pytest.raises(ModelError, match="sequential stability was not analysed; analysed: nash"):
        found.stable(SEQUENTIAL)


def test_listed_moves_have_no_simultaneous_stability() -> None:
    space = space_of(ArcForm(("a", "b"), ("s", "t"), {"a": (("s", "t"),)}))
    model = GraphModel(space, np.ones((2, 2), dtype=np.int32))
    with pytest.raises(ModelError, match="leave out simultaneous stability"):
        analyse_stability(model)
    assert analyse_stability(model, IN_ORDER).equilibria(NASH).tolist() == [0, 1]


def test_too_many_one_way_options_of_one_decision_maker_are_refused() -> None:
    many = tuple(Option(f"o{place}", is_one_way=True) for place in range(16))
    space = space_of(OptionForm((DecisionMaker("a", many), DecisionMaker("b", (Option("b"),)))))
    model = GraphModel(space, np.ones((2, space.size), dtype=np.int32))
    with pytest.raises(ModelError, match="'a' controls 16 one-way options"):
        analyse_stability(model)


def test_too_many_combined_moves_are_refused() -> None:
    makers = tuple(DecisionMaker(name, tuple(Option(f"{name}{place}") for place in range(9))) for name in "ab")
    space = space_of(OptionForm(makers))
    rank = np.random.default_rng(1).integers(1, space.size, (2, space.size), dtype=np.int32)
    model = GraphModel(space, rank)
    with pytest.raises(ModelError, match="combined moves"):
        analyse_stability(model)
    assert analyse_stability(model, IN_ORDER).concepts == IN_ORDER

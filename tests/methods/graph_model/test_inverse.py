"""What must hold of a ranking: the condition is the analysis of stability read backwards; no smaller change does."""

from itertools import combinations, pairwise, product

import numpy as np
import pytest
from elmira_conflict import elmira
from further_models import small_models
from graph_models import option_models
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Definitions

from hiwar.methods.graph_model import (
    ArcForm,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Option,
    OptionForm,
    OptionSpace,
    analyse_stability,
    space_of,
)
from hiwar.methods.graph_model.changes import smallest_change
from hiwar.methods.graph_model.inverse import (
    AllOf,
    AnyOf,
    NotBetter,
    Term,
    condition_for,
    conditions_for_equilibrium,
)
from hiwar.methods.graph_model.spaces import RankArray

SEQUENCES = [concept for concept in Concept if concept is not Concept.SIMULTANEOUS]


def with_own(model: GraphModel, maker: int, own: RankArray) -> GraphModel:
    rank = model.rank.copy()
    rank[maker] = own
    return GraphModel(model.space, rank)


def dilemma() -> GraphModel:
    form = OptionForm((DecisionMaker("First", (Option("a"),)), DecisionMaker("Second", (Option("b"),))))
    return GraphModel(space_of(form), np.array([[2, 1, 4, 3], [2, 4, 1, 3]], dtype=np.int32))


def draw_ranking(data: st.DataObject, model: GraphModel, most: int) -> RankArray:
    own = np.zeros(model.space.size, dtype=np.int32)
    count = model.space.states.size
    own[model.space.states] = data.draw(st.lists(st.integers(1, most), min_size=count, max_size=count))
    return own


@settings(max_examples=150, deadline=None)
@given(small_models(), st.sampled_from(SEQUENCES), st.data())
def test_condition_is_the_analysis_of_stability_for_every_own_ranking(
    model: GraphModel, concept: Concept, data: st.DataObject
) -> None:
    maker = data.draw(st.integers(0, len(model.space.names) - 1))
    conditions = {cell: condition_for(model, maker, cell, concept) for cell in model.space.states.tolist()}
    for _ in range(4):
        other = with_own(model, maker, draw_ranking(data, model, data.draw(st.sampled_from([2, 4, 30]))))
        found = analyse_stability(other, [concept]).stable(concept)[maker]
        definitions = Definitions(other)
        for cell, condition in conditions.items():
            assert condition.holds(other.rank[maker]) == found[cell]
            assert condition.holds(other.rank[maker]) == definitions.stays(maker, cell, concept)


@settings(max_examples=80, deadline=None)
@given(option_models(most_cells=24), st.data())
def test_condition_for_simultaneous_stability(model: GraphModel, data: st.DataObject) -> None:
    maker = data.draw(st.integers(0, len(model.space.names) - 1))
    other = with_own(model, maker, draw_ranking(data, model, 6))
    definitions = Definitions(other)
    for cell in model.space.states.tolist():
        condition = condition_for(model, maker, cell, Concept.SIMULTANEOUS)
        assert condition.holds(other.rank[maker]) == definitions.stays(maker, cell, Concept.SIMULTANEOUS)


@settings(max_examples=100, deadline=None)
@given(small_models(), st.sampled_from(SEQUENCES), st.data())
def test_conditions_of_all_say_when_a_state_is_an_equilibrium(
    model: GraphModel, concept: Concept, data: st.DataObject
) -> None:
    """Where replies need not be improvements, all rankings may change at once; otherwise one at a time."""
    drawn = model
    if concept is not Concept.SEQUENTIAL:
        drawn = GraphModel(model.space, np.array([draw_ranking(data, model, 8) for _ in model.space.names]))
    held = analyse_stability(drawn, [concept]).equilibria(concept).tolist()
    for cell in model.space.states.tolist():
        conditions = conditions_for_equilibrium(model, cell, concept)
        assert all(one.holds(own) for one, own in zip(conditions, drawn.rank, strict=True)) == (cell in held)


def atoms(term: Term) -> set[int]:
    return {term.state} if isinstance(term, NotBetter) else set().union(*(atoms(part) for part in term.parts))


def alternatives(term: Term) -> list[frozenset[int]]:
    return [frozenset(atoms(part)) for part in (term.parts if isinstance(term, AnyOf) else (term,))]


@settings(max_examples=100, deadline=None)
@given(small_models(), st.sampled_from(SEQUENCES), st.data())
def test_nothing_in_a_condition_is_implied_by_something_else_in_it(
    model: GraphModel, concept: Concept, data: st.DataObject
) -> None:
    maker = data.draw(st.integers(0, len(model.space.names) - 1))
    cell = data.draw(st.sampled_from(model.space.states.tolist()))
    parts = condition_for(model, maker, cell, concept).terms.parts
    clauses = [alternatives(part) for part in parts]
    for clause in clauses:
        assert not any(one <= other for one, other in product(clause, clause) if one is not other)
        assert cell not in frozenset().union(*clause)
    for first, second in product(clauses, clauses):
        if first is not second:
            assert any(not any(small <= term for small in second) for term in first)
    singles = [part.state for part in parts if isinstance(part, NotBetter)]
    assert not set(singles) & set().union(*(atoms(part) for part in parts if isinstance(part, AnyOf)))
    assert all(bool(model.space.feasible[state]) for part in parts for state in atoms(part))


@settings(max_examples=60, deadline=None)
@given(small_models(most_cells=12), st.sampled_from([Concept.NASH, Concept.GENERAL_METARATIONAL, Concept.SEQUENTIAL]))
def test_every_comparison_in_a_condition_counts(model: GraphModel, concept: Concept) -> None:
    """A requirement can fail alone, and each of its alternatives can be the one that meets it."""
    for cell in model.space.states.tolist():
        condition = condition_for(model, 0, cell, concept)
        everything = set(model.space.states.tolist()) - {cell}
        for part in condition.terms.parts:
            for state in atoms(part):
                rank = np.full(model.space.size, 2)
                rank[list(atoms(part))] = 3
                assert not condition.holds(rank)
                rank[state] = 2
                assert condition.holds(rank)
            assert atoms(part) <= everything


# Worked examples


def test_to_cooperate_each_must_fear_mutual_defection() -> None:
    """From both cooperating, the first moves to N-Y; by an improvement the second answers with N-N."""
    model, both = dilemma(), 3
    space = model.space
    neither, second_only = 0, 2
    assert [space.label(cell) for cell in (both, second_only, neither)] == ["Y-Y", "N-Y", "N-N"]
    assert condition_for(model, 0, both, Concept.NASH).terms == AllOf((NotBetter(second_only, both),))
    sequential = condition_for(model, 0, both, Concept.SEQUENTIAL)
    assert sequential.terms == AllOf((AnyOf((NotBetter(neither, both), NotBetter(second_only, both))),))
    assert str(sequential) == "Y-Y is at least as good as (N-N or N-Y)"
    symmetric = condition_for(model, 0, both, Concept.SYMMETRIC_METARATIONAL)
    assert str(symmetric) == "Y-Y is at least as good as (N-Y or (N-N and Y-N))"
    assert not condition_for(model, 0, both, Concept.NASH).holds(model.rank[0])
    assert sequential.holds(model.rank[0])


def test_what_a_ranking_does_not_meet_is_named() -> None:
    """Elmira, state 1: only local government prefers a state to which it can move, 5."""
    model = elmira()
    conditions = conditions_for_equilibrium(model, 0, Concept.NASH)
    unmet = [one.unmet(own) for one, own in zip(conditions, model.rank, strict=True)]
    assert unmet == [(), (), (NotBetter(4, 0),)]


def test_a_state_that_nobody_can_leave_needs_nothing() -> None:
    form = ArcForm(("one", "two"), ("a", "b"), {"one": (("a", "b"),)})
    model = GraphModel(space_of(form), np.ones((2, 2), dtype=np.int32))
    for concept in SEQUENCES:
        condition = condition_for(model, 0, 1, concept)
        assert condition.terms == AllOf(())
        assert str(condition) == "b is stable whatever the ranking"


def test_a_reply_that_leads_back_is_sanction_enough() -> None:
    """The other can undo the move: whatever the ranking, what is left is no better than what was."""
    form = ArcForm(("one", "two"), ("a", "b"), {"one": (("a", "b"),), "two": (("b", "a"),)})
    model = GraphModel(space_of(form), np.array([[1, 2], [2, 1]], dtype=np.int32))
    assert condition_for(model, 0, 0, Concept.SEQUENTIAL).terms == AllOf(())
    assert str(condition_for(model, 0, 0, Concept.SYMMETRIC_METARATIONAL)) == "a is at least as good as b"


def test_elmira_what_would_make_the_first_state_hold_by_itself() -> None:
    """State 1: the ministry would have to stop preferring 2, Uniroyal 3 and 9, local government 5."""
    model = elmira()
    texts = [str(one) for one in conditions_for_equilibrium(model, 0, Concept.NASH)]
    assert texts == [
        "1 is at least as good as 2",
        "1 is at least as good as 3 and 9",
        "1 is at least as good as 5",
    ]


# The smallest change


def weak_orders(count: int) -> list[tuple[int, ...]]:
    """Every ranking of so many states, ties included, with levels 1, 2, ..."""
    return [
        levels for levels in product(range(1, count + 1), repeat=count) if set(levels) == set(range(1, max(levels) + 1))
    ]


def distance(old: tuple[int, ...], new: tuple[int, ...]) -> float:
    pairs = combinations(range(len(old)), 2)
    return float(sum(abs(np.sign(old[a] - old[b]) - np.sign(new[a] - new[b])) / 2 for a, b in pairs))


def test_there_are_541_rankings_of_five_states() -> None:
    assert [len(weak_orders(count)) for count in (1, 2, 3, 4, 5)] == [1, 3, 13, 75, 541]


ORDERS = {count: np.array(weak_orders(count)) for count in range(1, 6)}
SIGNS = {
    count: np.sign(orders[:, :, None] - orders[:, None, :]).reshape(len(orders), -1) for count, orders in ORDERS.items()
}


def tiny_forms() -> st.SearchStrategy[GraphModel]:
    return small_models(2, 3, most_cells=8).filter(lambda model: model.space.states.size <= 5)


@settings(max_examples=120, deadline=None)
@given(tiny_forms(), st.sampled_from(list(Concept)), st.data())
def test_no_ranking_under_which_the_state_is_stable_is_closer(
    model: GraphModel, concept: Concept, data: st.DataObject
) -> None:
    """Every ranking of the states is looked at."""
    if concept is Concept.SIMULTANEOUS and not isinstance(model.space, OptionSpace):
        concept = Concept.SEQUENTIAL
    maker = data.draw(st.integers(0, len(model.space.names) - 1))
    states = model.space.states
    orders = ORDERS[states.size]
    old = model.rank[maker, states]
    signs = np.sign(old[:, None] - old[None, :]).ravel()
    distances = np.abs(SIGNS[states.size] - signs).sum(axis=1) / 4  # every pair is there twice
    for cell in states.tolist():
        condition = condition_for(model, maker, cell, concept)
        full = np.zeros(model.space.size, dtype=np.int64)
        met = []
        for order in orders:
            full[states] = order
            met.append(condition.holds(full))
        change = smallest_change(model, maker, cell, concept)
        assert change.distance == distances[met].min()
        assert change.distance == distance(tuple(old.tolist()), tuple(change.rank[states].tolist()))
        assert Definitions(with_own(model, maker, change.rank)).stays(maker, cell, concept)


@settings(max_examples=50, deadline=None)
@given(small_models(), st.sampled_from(SEQUENCES))
def test_smallest_changes_of_all_together_make_an_equilibrium(model: GraphModel, concept: Concept) -> None:
    for cell in model.space.states.tolist():
        changes = [smallest_change(model, maker, cell, concept) for maker in range(len(model.space.names))]
        changed = GraphModel(model.space, np.stack([change.rank for change in changes]))
        assert cell in analyse_stability(changed, [concept]).equilibria(concept)
        held = cell in analyse_stability(model, [concept]).equilibria(concept)
        assert held == all(change.distance == 0 for change in changes)


def test_smallest_change_of_the_dilemma() -> None:
    """The first need only hold cooperation as good as defecting alone: one pair becomes tied."""
    model = dilemma()
    change = smallest_change(model, 0, 3, Concept.NASH)
    assert change.distance == 0.5
    assert change.rank.tolist() == [2, 1, 4, 4]
    assert change.passed.tolist() == []
    assert change.reached.tolist() == [2]
    assert smallest_change(model, 0, 3, Concept.SEQUENTIAL).distance == 0
    unchanged = smallest_change(model, 0, 0, Concept.NASH)
    assert unchanged.rank.tolist() == model.rank[0].tolist()


def test_smallest_change_passes_what_stands_between() -> None:
    """Elmira: for Uniroyal to stay in state 3 it must not prefer 9, which ranks above it by far."""
    model = elmira()
    change = smallest_change(model, 1, 2, Concept.NASH)
    ranking = "148593726"
    between = ranking[ranking.index("9") + 1 : ranking.index("3")]
    assert [model.space.label(cell) for cell in change.reached.tolist()] == ["9"]
    assert sorted(model.space.label(cell) for cell in change.passed.tolist()) == sorted(between)
    assert change.distance == len(between) + 0.5


def test_large_models_have_a_smallest_change_where_the_condition_is_refused() -> None:
    makers = tuple(DecisionMaker(f"m{n}", tuple(Option(f"{n}.{k}") for k in range(4))) for n in range(4))
    space = space_of(OptionForm(makers))
    rank = np.stack([np.random.default_rng(n).permutation(space.size) + 1 for n in range(4)]).astype(np.int32)
    model = GraphModel(space, rank)
    cell = int(rank[0].argsort()[space.size // 2])
    with pytest.raises(ModelError, match=r"more than 20,000 comparisons; ask for the smallest change"):
        condition_for(model, 0, cell, Concept.GENERAL_METARATIONAL)
    change = smallest_change(model, 0, cell, Concept.NASH)
    assert change.distance == change.passed.size + 0.5
    assert analyse_stability(with_own(model, 0, change.rank), [Concept.NASH]).stable(Concept.NASH)[0, cell]


def test_what_is_asked_of_nobody_or_of_no_state_is_refused() -> None:
    model = dilemma()
    listed = GraphModel(space_of(ArcForm(("one",), ("a",), {})), np.ones((1, 1), dtype=np.int32))
    for ask in (condition_for, smallest_change):
        with pytest.raises(ModelError, match=r"2 is no decision maker; they are numbered 0 to 1"):
            ask(model, 2, 0, Concept.NASH)
        with pytest.raises(ModelError, match=r"4 is not the cell of a feasible state"):
            ask(model, 0, 4, Concept.NASH)
        with pytest.raises(ModelError, match="at the same time"):
            ask(listed, 0, 0, Concept.SIMULTANEOUS)


def test_too_many_ways_to_improve_at_once_are_refused() -> None:
    counts = (1, 6, 6, 5)
    makers = tuple(DecisionMaker(f"m{n}", tuple(Option(f"{n}.{k}") for k in range(c))) for n, c in enumerate(counts))
    space = space_of(OptionForm(makers))
    rank = np.arange(1, space.size + 1, dtype=np.int32)
    model = GraphModel(space, np.stack([rank] * 4))
    with pytest.raises(ModelError, match=r"ways to improve at the same time are too many"):
        condition_for(model, 0, 0, Concept.SIMULTANEOUS, most_comparisons=1 << 20)


def test_a_state_that_is_raised_further_stays_stable() -> None:
    """What the search for the lowest level rests on."""
    model = elmira()
    for maker, cell, concept in product(range(3), range(9), SEQUENCES):
        held = []
        for level in range(1, 11):
            own = model.rank[maker].copy()
            own[cell] = level
            held.append(condition_for(model, maker, cell, concept).holds(own))
        assert all(later or not earlier for earlier, later in pairwise(held))

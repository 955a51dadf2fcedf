"""Coalitions: against the definitions read word by word, and what follows from them."""

from itertools import pairwise

import numpy as np
import pytest
from elmira_conflict import elmira
from further_models import small_models
from further_oracle import all_better, coalition_moves, coalition_stays, coalitions_of, states_of
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcSpace,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Option,
    OptionForm,
    space_of,
)
from hiwar.methods.graph_model.coalitions import (
    COALITION_CONCEPTS,
    Sanctions,
    analyse_coalitions,
    coalition_move,
    equilibrium_jumps,
)
from hiwar.methods.graph_model.stability import analyse_stability

DILEMMA = GraphModel(
    space_of(OptionForm(tuple(DecisionMaker(name, (Option(f"{name} defects"),)) for name in ("row", "column")))),
    np.array([[3, 4, 1, 2], [3, 1, 4, 2]], dtype=np.int32),
)
"""States: both cooperate, row defects, column defects, both defect."""


def test_together_the_two_leave_the_deadlock_of_the_dilemma() -> None:
    """Known of the game: both prefer cooperation to the deadlock, which each alone holds to."""
    found = analyse_coalitions(DILEMMA)
    assert found.coalitions == ((0,), (1,), (0, 1))
    for concept in COALITION_CONCEPTS:
        assert found.stable_for(concept, 0).tolist()[3] is False
    assert found.stable_for_all(Concept.SEQUENTIAL).tolist() == [True, False, False, False]
    assert found.to_frame(Concept.NASH)["coalition"].tolist()[-1] == ("row", "column")
    (jump,) = equilibrium_jumps(DILEMMA, np.array([0, 3]))
    assert (jump.coalition, [step.start for step in jump.steps], jump.steps[-1].end) == ((0, 1), [3, 1], 0)


def test_in_elmira_the_ministry_and_uniroyal_jump_from_deadlock_to_agreement() -> None:
    """Published: 5, 8 and 9 are equilibria, and these two can lead from 5 to 8; Kilgour, Hipel, Fang & Peng (2001).

    That nobody else can jump, and the verdicts of the other concepts, are computed.
    """
    model = elmira()
    found = analyse_coalitions(model)
    alone = found.stable[COALITION_CONCEPTS.index(Concept.NASH), :3].all(axis=0)
    assert [model.space.label(state) for state in np.flatnonzero(alone).tolist()] == ["5", "8", "9"]
    (jump,) = equilibrium_jumps(model, np.flatnonzero(alone))
    assert [model.space.names[member] for member in jump.coalition] == ["ministry", "Uniroyal"]
    assert (model.space.label(jump.steps[0].start), model.space.label(jump.steps[1].end)) == ("5", "8")
    for concept in COALITION_CONCEPTS:
        assert found.stable_for_all(concept)[[4, 7]].tolist() == [False, True]


@pytest.mark.parametrize("sanctions", ["coalitions", "individuals"])
@settings(max_examples=150, deadline=None)
@given(model=small_models(2, 3))
def test_every_coalition_and_concept_agrees_with_the_definition(model: GraphModel, sanctions: Sanctions) -> None:
    found = analyse_coalitions(model, sanctions=sanctions)
    assert list(found.coalitions) == coalitions_of(len(model.space.names))
    for place, concept in enumerate(COALITION_CONCEPTS):
        for number, members in enumerate(found.coalitions):
            expected = [coalition_stays(model, members, cell, concept.value, sanctions) for cell in states_of(model)]
            assert found.stable[place, number].tolist() == expected


@settings(max_examples=150, deadline=None)
@given(small_models(2, 4), st.data())
def test_witness_is_an_improvement_the_members_can_reach(model: GraphModel, data: st.DataObject) -> None:
    concept = data.draw(st.sampled_from(COALITION_CONCEPTS))
    found = analyse_coalitions(model, [concept])
    for number, state in np.argwhere(~found.stable[0]).tolist():
        members, cell, end = (
            found.coalitions[number],
            int(model.space.states[state]),
            int(found.improvement[0, number, state]),
        )
        assert all_better(model, members, cell, end)
        assert end in coalition_moves(model, members, cell)
        way = coalition_move(model, members, cell, end).steps
        assert [step.start for step in way] == [cell, *(step.end for step in way[:-1])]
        assert way[-1].end == end
        assert {step.maker for step in way} <= set(members)
        assert all(a.maker != b.maker for a, b in pairwise(way))


@settings(max_examples=150, deadline=None)
@given(small_models(2, 4))
def test_more_foresight_or_more_answers_never_lose_a_stable_state(model: GraphModel) -> None:
    found = analyse_coalitions(model)
    nash, general, symmetric, sequential = found.stable
    assert (general | ~symmetric).all()
    assert (symmetric | ~nash).all()
    assert (sequential | ~nash).all()
    # With listed arcs, two coalitions in turn may take what is no legal sequence of single moves.
    assert (general | ~sequential).all() or isinstance(model.space, ArcSpace)
    alone = analyse_coalitions(model, [Concept.SEQUENTIAL], sanctions="individuals").stable[0]
    assert (sequential | ~alone).all()
    np.testing.assert_array_equal(nash[-1], general[-1])
    np.testing.assert_array_equal(nash[-1], sequential[-1])


@settings(max_examples=150, deadline=None)
@given(small_models(2, 4))
def test_for_single_decision_makers_the_concepts_are_the_ordinary_ones(model: GraphModel) -> None:
    """Sequential stability where those outside answer on their own."""
    found = analyse_coalitions(model, sanctions="individuals")
    ordinary = analyse_stability(model, COALITION_CONCEPTS)
    for place, concept in enumerate(COALITION_CONCEPTS):
        expected = ordinary.stable(concept)[:, model.space.states]
        np.testing.assert_array_equal(found.stable[place, : len(expected)], expected)


def test_too_many_and_undefined_are_refused() -> None:
    many = tuple(DecisionMaker(f"m{m}", (Option(f"o{m}"),)) for m in range(9))
    model = GraphModel(space_of(OptionForm(many)), np.ones((9, 512), dtype=np.int32))
    with pytest.raises(ModelError, match="9 decision makers form too many coalitions"):
        analyse_coalitions(model)
    with pytest.raises(ModelError, match="simultaneous stability is not defined for coalitions"):
        analyse_coalitions(DILEMMA, [Concept.SIMULTANEOUS])
    large = tuple(DecisionMaker(f"m{m}", tuple(Option(f"o{m}{k}") for k in range(6))) for m in range(2))
    with pytest.raises(ModelError, match="4,096 states are too many"):
        analyse_coalitions(GraphModel(space_of(OptionForm(large)), np.ones((2, 4096), dtype=np.int32)))
    with pytest.raises(ModelError, match="row cannot get from"):
        coalition_move(DILEMMA, (0,), 0, 3)

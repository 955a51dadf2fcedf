"""Witnesses: each shows what it says, move by move, and its verdict is the definition's."""

import numpy as np
import pytest
from further_models import small_models
from further_oracle import ends_of_legal_sequences, own_improvements, own_moves, rank_of, states_of, stays
from graph_models import option_models
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcForm,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Option,
    OptionForm,
    space_of,
)
from hiwar.methods.graph_model.stability import analyse_stability
from hiwar.methods.graph_model.witnesses import Answer, Witness, explain

SEQUENCES = [concept for concept in Concept if concept is not Concept.SIMULTANEOUS]


def is_better(model: GraphModel, maker: int, start: int, end: int) -> bool:
    return rank_of(model, maker, end) > rank_of(model, maker, start)


def check_answer(model: GraphModel, witness: Witness, answer: Answer) -> None:
    """Every step is legal and credible, and the mover ends no better off."""
    maker, at, last = witness.maker, answer.improvement.end, witness.maker
    for step in answer.sanction:
        assert step.start == at
        assert step.maker not in (maker, last)
        go = own_improvements if witness.concept is Concept.SEQUENTIAL else own_moves
        assert step.end in go(model, step.maker, at)
        at, last = step.end, step.maker
    assert at == answer.end
    assert not is_better(model, maker, witness.cell, at)
    if witness.concept is Concept.SYMMETRIC_METARATIONAL:
        escapes = own_moves(model, maker, at)
        assert not any(is_better(model, maker, witness.cell, escape) for escape in escapes)
        assert (answer.counter_move is None) == (not escapes)
        if answer.counter_move is not None:
            assert answer.counter_move.end in escapes
            assert not any(is_better(model, maker, answer.counter_move.end, escape) for escape in escapes)


@settings(max_examples=150, deadline=None)
@given(small_models(), st.sampled_from(SEQUENCES), st.data())
def test_witness_shows_what_it_says(model: GraphModel, concept: Concept, data: st.DataObject) -> None:
    maker = data.draw(st.integers(0, len(model.space.names) - 1))

    def improves(who: int, start: int, end: int) -> bool:
        return is_better(model, who, start, end)

    def deters(who: int, start: int, end: int) -> bool:
        return not is_better(model, who, start, end)

    for cell in states_of(model):
        witness = explain(model, maker, cell, concept)
        assert witness.is_stable == stays(model, maker, cell, concept.value, improves, deters, improves)
        improvements = own_improvements(model, maker, cell)
        if witness.unpunished is not None:
            assert witness.unpunished.end in improvements
            assert witness.answers == ()
        else:
            assert {answer.improvement.end for answer in witness.answers} == improvements
        for answer in witness.answers:
            check_answer(model, witness, answer)


@settings(max_examples=150, deadline=None)
@given(small_models(3, 4), st.data())
def test_no_sanction_is_shorter(model: GraphModel, data: st.DataObject) -> None:
    """One move fewer by the others would not do."""
    maker = data.draw(st.integers(0, len(model.space.names) - 1))
    others = [other for other in range(len(model.space.names)) if other != maker]
    for cell in states_of(model):
        for answer in explain(model, maker, cell, Concept.GENERAL_METARATIONAL).answers:
            nearer = {(answer.improvement.end, -1)}
            for _ in answer.sanction[:-1]:
                nearer |= {
                    (end, who)
                    for at, last in nearer
                    for who in others
                    if who != last
                    for end in own_moves(model, who, at)
                }
            assert all(is_better(model, maker, cell, at) for at, _ in nearer)
            assert answer.end in ends_of_legal_sequences(
                others, answer.improvement.end, lambda who, at: own_moves(model, who, at)
            )


@settings(max_examples=150, deadline=None)
@given(small_models())
def test_verdicts_are_those_of_the_analysis(model: GraphModel) -> None:
    found = analyse_stability(model, SEQUENCES)
    for concept in SEQUENCES:
        stable = found.stable(concept)
        for maker in range(len(model.space.names)):
            for cell in states_of(model):
                assert explain(model, maker, cell, concept).is_stable == stable[maker, cell]


@settings(max_examples=150, deadline=None)
@given(option_models())
def test_moves_at_the_same_time_are_improvements_from_the_same_state(model: GraphModel) -> None:
    stable = analyse_stability(model, [Concept.SIMULTANEOUS]).stable(Concept.SIMULTANEOUS)
    for maker in range(len(model.space.names)):
        for cell in states_of(model):
            witness = explain(model, maker, cell, Concept.SIMULTANEOUS)
            assert witness.is_stable == stable[maker, cell]
            for answer in witness.answers:
                movers = [step.maker for step in answer.sanction]
                assert len({*movers, maker}) == len(movers) + 1
                assert all(step.start == cell for step in answer.sanction)
                assert all(step.end in own_improvements(model, step.maker, cell) for step in answer.sanction)
                steps = (answer.improvement, *answer.sanction)
                assert answer.end == cell + sum(step.end - cell for step in steps)
                assert answer.end in model.space.states
                assert not is_better(model, maker, cell, answer.end)


DILEMMA = GraphModel(
    space_of(OptionForm(tuple(DecisionMaker(name, (Option(f"{name} defects"),)) for name in ("row", "column")))),
    np.array([[3, 4, 1, 2], [3, 1, 4, 2]], dtype=np.int32),
)
"""States: both cooperate, row defects, column defects, both defect."""


def test_cooperation_holds_because_the_other_would_defect_too() -> None:
    assert explain(DILEMMA, 0, 0, Concept.NASH).to_frame().values.tolist() == [[0, "unpunished", "row", "N-N", "Y-N"]]
    assert explain(DILEMMA, 0, 0, Concept.SYMMETRIC_METARATIONAL).to_frame().values.tolist() == [
        [0, "improvement", "row", "N-N", "Y-N"],
        [0, "sanction", "column", "Y-N", "Y-Y"],
        [0, "counter_move", "row", "Y-Y", "N-Y"],
    ]
    (answer,) = explain(DILEMMA, 0, 0, Concept.SIMULTANEOUS).answers
    assert (answer.sanction[0].start, answer.sanction[0].end, answer.end) == (0, 2, 3)


def test_large_conflicts_are_explained_too() -> None:
    """2^20 states, whose pairs could not be stored; verdicts of the analysis."""
    makers = tuple(DecisionMaker(f"m{m}", tuple(Option(f"o{m}{k}") for k in range(5))) for m in range(4))
    space = space_of(OptionForm(makers))
    rng = np.random.default_rng(4)
    model = GraphModel(space, rng.integers(1, 1000, (4, space.size), dtype=np.int32))
    concepts = [Concept.GENERAL_METARATIONAL, Concept.SYMMETRIC_METARATIONAL, Concept.SEQUENTIAL]
    found = analyse_stability(model, concepts)
    for concept in concepts:
        for cell in rng.integers(0, space.size, 10).tolist():
            assert explain(model, 1, cell, concept).is_stable == found.stable(concept)[1, cell]


def test_what_cannot_be_explained_is_refused() -> None:
    with pytest.raises(ModelError, match="4 is not the cell of a feasible state"):
        explain(DILEMMA, 0, 4, Concept.NASH)
    arcs = GraphModel(space_of(ArcForm(("a",), ("s",), {})), np.ones((1, 1), dtype=np.int32))
    with pytest.raises(ModelError, match="made at the same time"):
        explain(arcs, 0, 0, Concept.SIMULTANEOUS)

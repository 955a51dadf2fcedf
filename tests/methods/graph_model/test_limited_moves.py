"""Looking some moves ahead: against the tree of moves read out in full, and games whose answers are published."""

import numpy as np
import pytest
from further_models import small_models, without_ties
from further_oracle import anticipated, every_anticipation
from hypothesis import given, settings

from hiwar.methods.graph_model import ArcForm, DecisionMaker, GraphModel, ModelError, Option, OptionForm, space_of
from hiwar.methods.graph_model.limited_moves import analyse_limited_moves, analyse_non_myopic


def two_by_two(row: list[int], column: list[int]) -> GraphModel:
    """Values at (first, first), (second, first), (first, second), (second, second), the row player's choice first."""
    makers = (DecisionMaker("row", (Option("row second"),)), DecisionMaker("column", (Option("column second"),)))
    return GraphModel(space_of(OptionForm(makers)), np.array([row, column], dtype=np.int32))


DILEMMA = two_by_two([3, 4, 1, 2], [3, 1, 4, 2])
CHICKEN = two_by_two([3, 4, 2, 1], [3, 2, 4, 1])


def test_cooperation_and_deadlock_are_both_non_myopic_in_the_dilemma() -> None:
    """Published: both (3,3) and (2,2); Brams & Wittman (1981), Conflict Management and Peace Science 6."""
    found = analyse_non_myopic(DILEMMA)
    assert np.flatnonzero(found.equilibria).tolist() == [0, 3]


def test_only_the_compromise_is_non_myopic_in_chicken() -> None:
    """Published: (3,3), no Nash equilibrium; Brams & Wittman (1981), Conflict Management and Peace Science 6."""
    found = analyse_non_myopic(CHICKEN)
    assert np.flatnonzero(found.equilibria).tolist() == [0]
    assert np.flatnonzero(analyse_limited_moves(CHICKEN, 1).equilibria(1)).tolist() == [1, 2]


def test_compromise_in_chicken_takes_three_moves_of_foresight() -> None:
    """Computed by hand: two moves ahead the deviation still seems to pay, as the other would rather give in."""
    found = analyse_limited_moves(CHICKEN, 4)
    assert [bool(found.equilibria(horizon)[0]) for horizon in (1, 2, 3, 4)] == [False, False, True, True]


def test_verdicts_can_change_with_the_horizon_for_ever() -> None:
    """Matching pennies: everybody always wants to be elsewhere; computed."""
    found = analyse_non_myopic(two_by_two([2, 1, 1, 2], [1, 2, 2, 1]))
    assert not found.equilibria.any()


@settings(max_examples=150, deadline=None)
@given(small_models(2, 2).map(without_ties))
def test_strict_preferences_give_the_published_recursion(model: GraphModel) -> None:
    found = analyse_limited_moves(model, 4)
    for horizon in (1, 2, 3, 4):
        for maker in (0, 1):
            expected = [anticipated(model, maker, int(cell), horizon) == cell for cell in model.space.states]
            assert found.stays[horizon - 1, maker].tolist() == expected
            assert found.may_stay[horizon - 1, maker].tolist() == expected


@settings(max_examples=150, deadline=None)
@given(small_models(2, 2))
def test_ties_are_broken_in_every_way(model: GraphModel) -> None:
    found = analyse_limited_moves(model, 3)
    for horizon in (1, 2, 3):
        for maker in (0, 1):
            for place, cell in enumerate(model.space.states.tolist()):
                ways = {stays for _, stays in every_anticipation(model, maker, cell, horizon)}
                assert found.stays[horizon - 1, maker, place] == (ways == {True})
                assert found.may_stay[horizon - 1, maker, place] == (True in ways)


@settings(max_examples=150, deadline=None)
@given(small_models(2, 2))
def test_one_move_ahead_is_nash_and_the_limit_is_what_long_horizons_say(model: GraphModel) -> None:
    limit = analyse_non_myopic(model)
    last = limit.settled_from + 2 * limit.period
    found = analyse_limited_moves(model, last)
    tail = found.stays[-limit.period :]
    np.testing.assert_array_equal(limit.stays, tail.all(axis=0))
    np.testing.assert_array_equal(found.stays[-limit.period :], found.stays[-2 * limit.period : -limit.period])
    np.testing.assert_array_equal(limit.leaves, ~found.may_stay[-limit.period :].any(axis=0))
    states = model.space.states
    for maker in (0, 1):
        for place, cell in enumerate(states.tolist()):
            assert found.stays[0, maker, place] == (anticipated(model, maker, cell, 1) == cell)


def test_three_decision_makers_and_no_horizon_are_refused() -> None:
    model = GraphModel(space_of(ArcForm(("a", "b", "c"), ("s",), {})), np.ones((3, 1), dtype=np.int32))
    with pytest.raises(ModelError, match="defined for 2 decision makers; this conflict has 3"):
        analyse_limited_moves(model, 2)
    with pytest.raises(ModelError, match="defined for 2 decision makers"):
        analyse_non_myopic(model)
    with pytest.raises(ModelError, match="a horizon of 0 moves"):
        analyse_limited_moves(DILEMMA, 0)


def test_frames_have_one_row_per_verdict() -> None:
    frame = analyse_limited_moves(CHICKEN, 3).to_frame()
    assert len(frame) == 3 * 2 * 4
    row = frame[(frame["horizon"] == 3) & (frame["decision_maker"] == "row") & (frame["state"] == "N-N")]
    assert row[["stays", "may_stay"]].values.tolist() == [[True, True]]
    frame = analyse_non_myopic(CHICKEN).to_frame()
    assert frame.loc[frame["stays"] & (frame["decision_maker"] == "row"), "state"].tolist() == ["N-N", "Y-N"]

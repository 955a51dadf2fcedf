"""From the status quo: everything legal sequences reach, by paths that are legal and as short as can be."""

import numpy as np
import pandas as pd
import pytest
from elmira_conflict import elmira
from further_models import small_models
from further_oracle import own_improvements, own_moves
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import ArcForm, DecisionMaker, GraphModel, ModelError, Option, OptionForm, space_of
from hiwar.methods.graph_model.status_quo import StatusQuo, analyse_status_quo


def lengths(model: GraphModel, start: int, only_improvements: bool) -> dict[int, int]:
    """State to the fewest moves of a legal sequence to it, by layers of (state, last mover)."""
    go = own_improvements if only_improvements else own_moves
    found, layer, seen = {start: 0}, {(start, -1)}, {(start, -1)}
    depth = 0
    while layer:
        depth += 1
        makers = range(len(model.space.names))
        layer = {
            (end, maker) for cell, last in layer for maker in makers if maker != last for end in go(model, maker, cell)
        }
        layer -= seen
        seen |= layer
        for cell, _ in layer:
            found.setdefault(cell, depth)
    return found


@settings(max_examples=150, deadline=None)
@given(small_models(), st.booleans(), st.data())
def test_paths_are_legal_and_shortest(model: GraphModel, only_improvements: bool, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(model.space.states.tolist()))
    found = analyse_status_quo(model, start, only_improvements=only_improvements)
    expected = lengths(model, start, only_improvements)
    assert found.is_complete
    assert found.reached.tolist() == sorted(expected)
    go = own_improvements if only_improvements else own_moves
    for cell, length in expected.items():
        path = found.path_to(cell)
        assert len(path) == length
        at, last = start, -1
        for step in path:
            assert step.start == at
            assert step.maker != last
            assert step.end in go(model, step.maker, at)
            at, last = step.end, step.maker
        assert at == cell


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_the_tree_joins_each_node_to_one_a_move_nearer(model: GraphModel, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(model.space.states.tolist()))
    tree = analyse_status_quo(model, start, only_improvements=False).tree()
    assert (tree["parent"].iloc[0], tree["mover"].iloc[0], tree["cell"].iloc[0]) == (-1, "", start)
    for row in tree.to_dict("records")[1:]:
        parent = tree.iloc[row["parent"]]
        assert parent["depth"] == row["depth"] - 1
        assert parent["mover"] != row["mover"]
        assert row["cell"] in own_moves(model, model.space.names.index(row["mover"]), int(parent["cell"]))


@settings(max_examples=150, deadline=None)
@given(small_models(), st.data())
def test_the_tree_towards_some_states_holds_their_paths_alone(model: GraphModel, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(model.space.states.tolist()))
    found = analyse_status_quo(model, start, only_improvements=False)
    wanted = np.array(data.draw(st.lists(st.sampled_from(model.space.states.tolist()), max_size=3)), dtype=np.int64)
    tree, whole = found.tree(wanted), found.tree()
    passed = {start} | {step.end for cell in wanted.tolist() if found.can_reach(cell) for step in found.path_to(cell)}
    assert set(tree["cell"]) == passed
    pd.testing.assert_frame_equal(tree, whole[whole["node"].isin(tree["node"])].reset_index(drop=True))
    assert set(tree["parent"]) <= {-1, *tree["node"]}


def chain() -> tuple[GraphModel, StatusQuo]:
    """One can go a -> b and c -> d, the other b -> c; nobody can go a -> c."""
    space = space_of(
        ArcForm(("one", "two"), ("a", "b", "c", "d"), {"one": (("a", "b"), ("c", "d")), "two": (("b", "c"),)})
    )
    model = GraphModel(space, np.array([[1, 2, 3, 4], [1, 2, 1, 4]], dtype=np.int32))
    return model, analyse_status_quo(model, 0, only_improvements=False)


def test_elmira_went_from_the_status_quo_to_agreement_through_a_step_that_served_nobody_at_once() -> None:
    """Published: 1 to 5 by local government, then 6 by the ministry and 8 by Uniroyal; Fang, Hipel & Kilgour (1993).

    The ministry is worse off at 6 than at 5, so improvements alone lead no further than 5. To 8 it takes two moves
    more, in either order; computed.
    """
    model = elmira()
    improving = analyse_status_quo(model, 0, only_improvements=True)
    assert [model.space.label(int(cell)) for cell in improving.reached] == ["1", "5"]
    path = analyse_status_quo(model, 4, only_improvements=False).path_to(7)
    assert {model.space.names[step.maker] for step in path} == {"ministry", "Uniroyal"}
    assert len(path) == 2
    assert len(analyse_status_quo(model, 0, only_improvements=False).path_to(7)) == 3


def test_frame_says_who_moves_and_what_is_passed() -> None:
    model, found = chain()
    frame = found.to_frame(np.array([0, 3]))
    assert frame["movers"].tolist() == [(), ("one", "two", "one")]
    assert frame["path"].tolist() == [(), ("b", "c", "d")]
    improving = analyse_status_quo(model, 0, only_improvements=True)
    frame = improving.to_frame(np.array([1, 3]))
    assert frame["is_reached"].tolist() == [True, False]
    assert frame["moves"].tolist() == [1, pd.NA]
    with pytest.raises(ModelError, match="'d' cannot be reached from 'a'"):
        improving.path_to(3)


def test_nobody_moves_twice_in_a_row() -> None:
    """One alone can go a -> b and b -> c; c is out of reach since two has nothing to move in between."""
    space = space_of(ArcForm(("one", "two"), ("a", "b", "c"), {"one": (("a", "b"), ("b", "c"))}))
    found = analyse_status_quo(GraphModel(space, np.ones((2, 3), dtype=np.int32)), 0, only_improvements=False)
    assert found.reached.tolist() == [0, 1]


def test_looking_only_so_far_says_that_more_may_follow() -> None:
    model, _ = chain()
    found = analyse_status_quo(model, 0, only_improvements=False, most_moves=2)
    assert found.reached.tolist() == [0, 1, 2]
    assert not found.is_complete
    assert analyse_status_quo(model, 0, only_improvements=False, most_moves=3).is_complete


def test_many_states_are_reached_without_storing_pairs() -> None:
    """2^16 states: any combination is at most one move of each of the four away."""
    makers = tuple(DecisionMaker(f"m{m}", tuple(Option(f"o{m}{k}") for k in range(4))) for m in range(4))
    model = GraphModel(space_of(OptionForm(makers)), np.ones((4, 1 << 16), dtype=np.int32))
    found = analyse_status_quo(model, 0, only_improvements=False)
    assert found.reached.size == 1 << 16
    assert np.bincount(found.depths).tolist() == [1, 60, 1350, 13500, 50625]


def test_start_must_be_a_feasible_state() -> None:
    model, _ = chain()
    for wrong in (-1, 4):
        with pytest.raises(ModelError, match=f"{wrong} is not the cell of a feasible state"):
            analyse_status_quo(model, wrong, only_improvements=True)

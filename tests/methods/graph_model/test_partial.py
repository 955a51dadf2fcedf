"""Stability under partly known preferences: never contradicted by a ranking that fits, ordinary where all is known."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import DecisionMaker, GraphModel, ModelError, Option, OptionForm, moves_from, space_of
from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS, PartialPreferences, analyse_partial, replies
from hiwar.methods.graph_model.spaces import BoolArray, IntArray, Space
from hiwar.methods.graph_model.stability import analyse_stability


def two_by_two() -> Space:
    makers = tuple(DecisionMaker(name, (Option(f"{name} acts"),)) for name in ("first", "second"))
    return space_of(OptionForm(makers))


def three_makers() -> Space:
    makers = tuple(DecisionMaker(name, (Option(f"{name} acts"),)) for name in ("a", "b", "c"))
    return space_of(OptionForm(makers))


def known_of(rank: IntArray) -> PartialPreferences:
    """All comparisons of rankings (decision maker, state)."""
    better = rank[:, None, :] > rank[:, :, None]
    return PartialPreferences(better, ~better)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 6), min_size=8, max_size=8), min_size=3, max_size=3))
def test_with_everything_known_the_concepts_are_the_ordinary_ones(ranks: list[list[int]]) -> None:
    space = three_makers()
    rank = np.array(ranks, dtype=np.int32)
    found = analyse_partial(space, known_of(rank.astype(np.int64)))
    ordinary = analyse_stability(GraphModel(space, rank), PARTIAL_CONCEPTS)
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        np.testing.assert_array_equal(found.certain[place], ordinary.stable(concept))
        np.testing.assert_array_equal(found.never[place], ~ordinary.stable(concept))


def completions(known: PartialPreferences) -> list[IntArray]:
    """Every ranking of one decision maker, for each of them, that fits what is known."""
    fits = []
    for maker in range(len(known.better)):
        own = []
        for ranks in product(range(1, 5), repeat=4):
            rank = np.array(ranks)
            better = rank[None, :] > rank[:, None]
            if (better | ~known.better[maker]).all() and not (better & known.not_better[maker]).any():
                own.append(rank)
        fits.append(own)
    return [np.array(pair) for pair in product(*fits)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(1, 4), min_size=4, max_size=4), min_size=2, max_size=2), st.data())
def test_no_ranking_that_fits_contradicts_a_verdict(ranks: list[list[int]], data: st.DataObject) -> None:
    space = two_by_two()
    everything = known_of(np.array(ranks, dtype=np.int64))
    bits = data.draw(st.lists(st.booleans(), min_size=32, max_size=32))
    hidden: BoolArray = np.array(bits).reshape(2, 4, 4)
    known = PartialPreferences(everything.better & ~hidden, everything.not_better & ~hidden)
    found = analyse_partial(space, known)
    fitting = completions(known)
    for rank in fitting[:: max(1, len(fitting) // 40)]:
        ordinary = analyse_stability(GraphModel(space, rank.astype(np.int32)), PARTIAL_CONCEPTS)
        for place, concept in enumerate(PARTIAL_CONCEPTS):
            assert not (found.certain[place] & ~ordinary.stable(concept)).any()
            assert not (found.never[place] & ordinary.stable(concept)).any()


def test_with_nothing_known_nothing_can_be_told_where_somebody_can_move() -> None:
    space = two_by_two()
    nothing = np.zeros((2, 4, 4), dtype=np.bool_)
    found = analyse_partial(space, PartialPreferences(nothing, nothing))
    assert not found.certain.any()
    assert not found.never.any()


def test_replies_are_legal_sequences_of_the_others() -> None:
    """Two others with one option each reach every change of both, from everywhere."""
    space = three_makers()
    moves = np.array([[np.isin(space.states, moves_from(space, m, c)) for c in space.states] for m in range(3)])
    reached = replies(moves, 0)
    for start in range(8):
        expected = {start ^ change for change in (0b000, 0b010, 0b100, 0b110)}
        assert set(np.flatnonzero(reached[start]).tolist()) == expected


def test_too_many_states_and_contradictions_are_refused() -> None:
    makers = (DecisionMaker("one", tuple(Option(f"o{k}") for k in range(11))),)
    with pytest.raises(ModelError, match="2,048 states are too many"):
        analyse_partial(space_of(OptionForm(makers)), known_of(np.ones((1, 1), dtype=np.int64)))
    yes = np.ones((1, 1, 1), dtype=np.bool_)
    with pytest.raises(ModelError, match="better and not better"):
        PartialPreferences(yes, yes)
    with pytest.raises(ModelError, match="simultaneous"):
        analyse_partial(two_by_two(), known_of(np.ones((2, 4), dtype=np.int64)), [Concept.SIMULTANEOUS])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(1, 4), min_size=8, max_size=8), min_size=3, max_size=3))
def test_who_shares_a_member_does_not_answer(ranks: list[list[int]]) -> None:
    """If a and b have somebody in common, only c answers either of them: the others hold what they chose."""
    space = three_makers()
    known = known_of(np.array(ranks, dtype=np.int64))
    shared = np.eye(3, dtype=np.bool_)
    shared[0, 1] = shared[1, 0] = True
    found = analyse_partial(space, known, together=shared)
    place = PARTIAL_CONCEPTS.index(Concept.GENERAL_METARATIONAL)
    for maker, state in product((0, 1), range(8)):
        stays = all(
            known.not_better[maker, state, end] or known.not_better[maker, state, end ^ 4]
            for end in (state ^ (1 << maker),)
        )
        assert found.certain[place, maker, state] == stays
    np.testing.assert_array_equal(found.certain[:, 2], analyse_partial(space, known).certain[:, 2])


def test_nobody_answers_where_all_share_a_member() -> None:
    known = known_of(np.array([[2, 1, 4, 3], [2, 4, 1, 3]]))  # a dilemma: to cooperate holds by fear alone
    assert analyse_partial(two_by_two(), known).equilibria(Concept.GENERAL_METARATIONAL)[3]
    alone = analyse_partial(two_by_two(), known, together=np.ones((2, 2), dtype=np.bool_))
    np.testing.assert_array_equal(alone.certain[1], alone.certain[0])

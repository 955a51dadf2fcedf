"""Uncertain preferences: draws are judged as single rankings are, and nothing is called certain that is not."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from graph_models import graph_models, option_models, ranked
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Definitions

from hiwar.methods.graph_model import (
    Basis,
    Chances,
    Concept,
    DecisionMaker,
    GraphModel,
    ModelError,
    Option,
    OptionForm,
    ValueRanges,
    analyse_stability,
    chances_of_draws,
    chances_of_ranges,
    chances_of_rankings,
    space_of,
)
from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS
from hiwar.methods.graph_model.spaces import BoolArray, RankArray, Space

Several = list[RankArray]
"""For each ranking, (decision maker, cell)."""


def verdicts(space: Space, rank: RankArray) -> BoolArray:
    """(concept, decision maker, state) for one ranking each."""
    stability = analyse_stability(GraphModel(space, rank), PARTIAL_CONCEPTS)
    return np.array([stability.stable(concept)[:, space.states] for concept in PARTIAL_CONCEPTS])


@st.composite
def several(draw: st.DrawFn, min_rankings: int = 1, max_rankings: int = 3) -> tuple[Space, Several]:
    """One conflict, and several rankings of everybody."""
    model = draw(graph_models(2, 4))
    count = draw(st.integers(min_rankings, max_rankings))
    return model.space, [model.rank, *(draw(ranked(model.space)).rank for _ in range(count - 1))]


def listed(space: Space, ranks: Several) -> dict[str, list[RankArray]]:
    return {name: [rank[maker] for rank in ranks] for maker, name in enumerate(space.names)}


def values_of(space: Space, ranks: Several) -> FloatArray:
    """(draw, decision maker, state), with the order of the ranks."""
    return np.array([rank[:, space.states] for rank in ranks]) / 7.0 - 1


@settings(max_examples=80, deadline=None)
@given(several(max_rankings=6))
def test_each_draw_is_judged_as_one_ranking_is(conflict: tuple[Space, Several]) -> None:
    space, ranks = conflict
    found = chances_of_draws(space, values_of(space, ranks), rng=np.random.default_rng(1))
    each = np.array([verdicts(space, rank) for rank in ranks])
    np.testing.assert_allclose(found.stays, each.mean(axis=0))
    np.testing.assert_allclose(found.holds, each.all(axis=2).mean(axis=0))
    np.testing.assert_allclose(found.stays_error, each.std(axis=0) / np.sqrt(len(ranks)), atol=1e-12)
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        np.testing.assert_array_equal(found.in_all_draws(concept), each[:, place].all(axis=(0, 1)))
        np.testing.assert_array_equal(found.in_no_draw(concept), ~each[:, place].all(axis=1).any(axis=0))
    assert found.basis is Basis.DRAWS
    assert not found.always.any()
    assert not found.never.any()


@settings(max_examples=15, deadline=None)
@given(graph_models(2, 3))
def test_one_ranking_is_judged_as_the_definitions_say(model: GraphModel) -> None:
    space, plain = model.space, Definitions(model)
    found = chances_of_rankings(space, listed(space, [model.rank]), rng=np.random.default_rng(1))
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        for maker, (number, cell) in product(plain.makers, enumerate(space.states.tolist())):
            assert found.stays[place, maker, number] == plain.stays(maker, cell, concept)


def combinations(space: Space, ranks: Several) -> list[RankArray]:
    """Everybody has one of the rankings, each any of them."""
    picks = product(range(len(ranks)), repeat=len(space.names))
    return [np.array([ranks[own][maker] for maker, own in enumerate(pick)]) for pick in picks]


@settings(max_examples=50, deadline=None)
@given(several(), st.data())
def test_few_listed_rankings_are_combined_exactly(conflict: tuple[Space, Several], data: st.DataObject) -> None:
    space, ranks = conflict
    shares = st.lists(st.integers(0, 4), min_size=len(ranks), max_size=len(ranks)).filter(any)
    weights = {name: data.draw(shares) for name in space.names}
    found = chances_of_rankings(space, listed(space, ranks), weights=weights, rng=np.random.default_rng(1))
    each = np.array([verdicts(space, rank) for rank in combinations(space, ranks)])
    likely = np.array([np.prod(own) for own in product(*weights.values())]) / np.prod(
        [sum(w) for w in weights.values()]
    )
    np.testing.assert_allclose(found.stays, np.tensordot(likely, each, 1), atol=1e-12)
    np.testing.assert_allclose(found.holds, np.tensordot(likely, each.all(axis=2), 1), atol=1e-12)
    np.testing.assert_array_equal(found.always, each.all(axis=(0, 2)))
    np.testing.assert_array_equal(found.never, ~each.all(axis=2).any(axis=0))
    assert found.basis is Basis.ALL
    assert found.draws == len(each)
    assert not found.stays_error.any()


@settings(max_examples=30, deadline=None)
@given(several(2, 3))
def test_with_more_combinations_than_draws_nothing_false_is_certain(conflict: tuple[Space, Several]) -> None:
    space, ranks = conflict
    all_listed = listed(space, ranks)
    exact = chances_of_rankings(space, all_listed, rng=np.random.default_rng(1))
    drawn = chances_of_rankings(space, all_listed, draws=exact.draws - 1, rng=np.random.default_rng(1))
    assert drawn.basis is Basis.COMPARISONS
    assert (exact.always | ~drawn.always).all()
    assert (exact.never | ~drawn.never).all()


def test_drawn_chances_are_near_the_exact_ones() -> None:
    space = pair()
    rng = np.random.default_rng(4)
    ranks: Several = [np.array([rng.permutation(4) + 1 for _ in range(2)], dtype=np.int32) for _ in range(80)]
    exact = chances_of_rankings(space, listed(space, ranks), rng=rng)
    drawn = chances_of_rankings(space, listed(space, ranks), rng=rng, draws=5000)
    assert (abs(drawn.stays - exact.stays) <= 4 * drawn.stays_error + 1e-3).all()
    assert (abs(drawn.holds - exact.holds) <= 4 * drawn.holds_error + 1e-3).all()
    assert drawn.stays_error.max() < 0.01


def pair() -> Space:
    return space_of(OptionForm(tuple(DecisionMaker(name, (Option(f"{name} acts"),)) for name in ("Ann", "Bob"))))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Space, ValueRanges]:
    model = draw(graph_models(2, 3))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    low = rng.integers(0, 12, (len(model.space.names), model.space.states.size)).astype(np.float64)
    return model.space, ValueRanges(low, low + rng.integers(0, draw(st.integers(1, 6)), low.shape))


@settings(max_examples=60, deadline=None)
@given(ranges(), st.integers(0, 1 << 20))
def test_what_is_certain_of_ranges_is_so_in_every_draw(conflict: tuple[Space, ValueRanges], seed: int) -> None:
    """Draws at random, and draws of bounds alone, where ties are frequent."""
    space, bounds = conflict
    drawn = chances_of_ranges(space, bounds, draws=100, rng=np.random.default_rng(seed))
    rng = np.random.default_rng(seed)
    corners = np.where(rng.random((100, *bounds.low.shape)) < 0.5, bounds.low, bounds.high)
    at_bounds = chances_of_draws(space, corners, rng=rng)
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        for other in (drawn, at_bounds):
            assert (other.in_all_draws(concept) | ~drawn.always[place]).all()
            assert (other.in_no_draw(concept) | ~drawn.never[place]).all()


@settings(max_examples=30, deadline=None)
@given(option_models())
def test_ranges_without_width_are_ordinary_values(model: GraphModel) -> None:
    space, values = model.space, model.rank[:, model.space.states].astype(np.float64)
    found = chances_of_ranges(space, ValueRanges(values, values), draws=3, rng=np.random.default_rng(1))
    held = verdicts(space, model.rank).all(axis=1)
    np.testing.assert_array_equal(found.always, held)
    np.testing.assert_array_equal(found.never, ~held)
    np.testing.assert_array_equal(found.holds, held)


def chicken(spread: float, draws: int = 4000, seed: int = 3) -> Chances:
    """Acting is driving on; how bad it is that both do is not known well."""
    middle = np.array([[2, 3, 1, 0], [2, 1, 3, 0]], dtype=np.float64)
    width = np.array([0, 0, 0, spread])
    return chances_of_ranges(
        pair(), ValueRanges(middle - width, middle + width), draws=draws, rng=np.random.default_rng(seed)
    )


def test_how_bad_a_crash_is_decides_how_likely_it_holds() -> None:
    """Above 1, a crash is better than giving way: each side has 1 chance in 4, both together 1 in 16."""
    found = chicken(2)
    assert abs(found.stays[0, 0, 3] - 1 / 4) < 4 * found.stays_error[0, 0, 3]
    assert abs(found.holds[0, 3] - 1 / 16) < 4 * found.holds_error[0, 3]
    assert not found.always[0].any()
    assert found.never[0].tolist() == [True, False, False, False]


def test_a_seed_gives_the_same_again() -> None:
    first, again, other = chicken(2, 600), chicken(2, 600), chicken(2, 600, seed=4)
    np.testing.assert_array_equal(first.stays, again.stays)
    assert (first.stays != other.stays).any()


def test_draws_that_are_made_elsewhere_are_asked_for_or_given() -> None:
    def draw(rng: np.random.Generator, count: int) -> FloatArray:
        return rng.integers(0, 4, (count, 2, 4)).astype(np.float64)

    asked = chances_of_draws(pair(), draw, draws=700, rng=np.random.default_rng(5))
    rng = np.random.default_rng(5)
    given_all = chances_of_draws(pair(), np.concatenate([draw(rng, 512), draw(rng, 188)]), rng=rng)
    np.testing.assert_array_equal(asked.stays, given_all.stays)
    assert (asked.draws, given_all.draws) == (700, 700)


def test_as_a_table() -> None:
    frame = chicken(2, 100).to_frame()
    assert list(frame.columns) == ["concept", "decision_maker", "state", "stays", "standard_error"]
    assert len(frame) == 4 * 2 * 4


RNG = np.random.default_rng(0)
ONES: RankArray = np.ones(4, dtype=np.int32)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: chances_of_rankings(pair(), {"Ann": [ONES]}, rng=RNG), "no ranking of 'Bob' is given"),
        (lambda: chances_of_rankings(pair(), {"Ann": [ONES], "Bob": []}, rng=RNG), "no ranking of 'Bob' is given"),
        (lambda: chances_of_rankings(pair(), {"Eve": [ONES]}, rng=RNG), "'Eve' is no decision maker"),
        (lambda: chances_of_rankings(pair(), {"Ann": [ONES[1:]], "Bob": [ONES]}, rng=RNG), r"Ann: ranks have shape"),
        (
            lambda: chances_of_rankings(pair(), {"Ann": [ONES], "Bob": [ONES]}, rng=RNG, weights={"Bob": [0]}),
            "Bob: 1 weights are needed, none negative and not all 0",
        ),
        (
            lambda: chances_of_ranges(pair(), ValueRanges(np.ones((2, 4)), np.zeros((2, 4))), rng=RNG),
            "the lower bound is above the upper bound",
        ),
        (lambda: ValueRanges(np.ones((2, 4)), np.full((2, 4), np.inf)), "bounds must be finite"),
        (lambda: ValueRanges(np.ones((2, 4)), np.ones((2, 3))), "both bounds need the shape"),
        (lambda: chances_of_ranges(pair(), ValueRanges(np.ones((2, 3)), np.ones((2, 3))), rng=RNG), r"shape \(2, 3\)"),
        (lambda: chances_of_draws(pair(), np.ones((5, 2, 3)), rng=RNG), r"shape \(2, 3\); \(2, 4\) is needed"),
        (lambda: chances_of_draws(pair(), np.full((5, 2, 4), np.nan), rng=RNG), "a drawn value is not a number"),
        (lambda: chances_of_draws(pair(), np.ones((0, 2, 4)), rng=RNG), "one draw or more"),
        (lambda: chances_of_draws(pair(), lambda _, n: np.ones((n + 1, 2, 4)), draws=3, rng=RNG), "3 draws were asked"),
        (
            lambda: chances_of_draws(pair(), np.ones((1, 2, 4)), rng=RNG, concepts=[Concept.SIMULTANEOUS]),
            "simultaneous stability is not defined",
        ),
    ],
)
def test_a_mistake_is_told(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        wrong()

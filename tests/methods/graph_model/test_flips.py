"""Distances to the nearest flip, against trying every order that one decision maker's values can come into."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from graph_models import arc_models, option_models
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hiwar.methods.graph_model import (
    ArcForm,
    ArcSpace,
    Concept,
    DecisionMaker,
    Flips,
    GraphModel,
    ModelError,
    Option,
    OptionForm,
    ValueRanges,
    analyse_stability,
    chances_of_ranges,
    nearest_flips,
    rank_by_values,
    space_of,
)
from hiwar.methods.graph_model.chances import BITS, moves_of, verdicts_of
from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS, move_matrices, reachable
from hiwar.methods.graph_model.spaces import BoolArray, Space

SEQUENTIAL = PARTIAL_CONCEPTS.index(Concept.SEQUENTIAL)


@cache
def weak_orders(count: int) -> FloatArray:
    """(order, state): every way in which so many states can be ranked with ties, by levels from 0."""

    def grown(levels: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if len(levels) == count:
            if set(levels) == set(range(max(levels) + 1)):
                yield levels
            return
        for level in range(count):
            yield from grown((*levels, level))

    return np.array(list(grown(())), dtype=np.float64)


def costs(orders: FloatArray, own: FloatArray, down: FloatArray, up: FloatArray) -> FloatArray:
    """(order,): the least change at which intervals around the values just allow an order."""
    found = np.zeros(len(orders))
    for low in range(own.size):
        for high in range(own.size):
            gap, room = own[low] - own[high], down[low] + up[high]
            if low == high or gap < 0 or (gap == 0 and room > 0):
                continue
            is_tie_enough = gap == 0  # fixed and equal: they may tie, and no more
            needs = orders[:, low] < orders[:, high] if is_tie_enough else orders[:, low] <= orders[:, high]
            found[needs] = np.maximum(found[needs], gap / room if room > 0 else np.inf)
    return found


def tried(space: Space, values: FloatArray, down: FloatArray, up: FloatArray) -> FloatArray:
    """(concept, decision maker, state): the least change at which some order flips the verdict on an equilibrium."""
    orders = weak_orders(space.states.size)
    held = holds(space, values[None])[:, 0]
    found = np.empty((len(PARTIAL_CONCEPTS), *values.shape))
    for maker in range(len(values)):
        changed = np.repeat(values[None], len(orders), axis=0)
        changed[:, maker] = orders
        differs = holds(space, changed) != held[:, None]  # (concept, order, state)
        cost = costs(orders, values[maker], down[maker], up[maker])
        found[:, maker] = np.where(differs, cost[None, :, None], np.inf).min(axis=1)
    return found


def holds(space: Space, values: FloatArray) -> BoolArray:
    """(concept, draw, state)"""
    bits = verdicts_of(space, values, *moves_of(space), wanted=15)
    return np.array([((bits & BITS[concept]) > 0).all(axis=0).T for concept in PARTIAL_CONCEPTS])


@st.composite
def conflicts(draw: st.DrawFn, most_states: int = 5) -> tuple[Space, FloatArray, ValueRanges]:
    space = draw(option_models(2, 3, most_cells=8)).space
    assume(2 <= space.states.size <= most_states)
    rng = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    shape = len(space.names), space.states.size
    values = rng.integers(0, draw(st.sampled_from([3, 10, 100])), shape).astype(np.float64)
    widths = rng.integers(0, draw(st.sampled_from([2, 8])), (2, *shape)).astype(np.float64)
    return space, values, ValueRanges(values - widths[0], values + widths[1])


def check(found: Flips, expected: FloatArray) -> None:
    assert (found.at_least <= expected).all()
    assert (expected <= found.at_most).all()
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        if concept is not Concept.SEQUENTIAL:
            assert found.is_exact[place].all()
        assert found.is_exact[place][:, found.holds[place]].all()


@settings(max_examples=150, deadline=None)
@given(conflicts())
def test_no_smaller_change_flips_and_this_one_does(conflict: tuple[Space, FloatArray, ValueRanges]) -> None:
    space, values, ranges = conflict
    check(nearest_flips(space, values), tried(space, values, np.ones(values.shape), np.ones(values.shape)))
    within = tried(space, values, values - ranges.low, ranges.high - values)
    check(nearest_flips(space, values, ranges=ranges), within)


@settings(max_examples=8, deadline=None)
@given(conflicts(most_states=6))
def test_so_it_is_with_six_states(conflict: tuple[Space, FloatArray, ValueRanges]) -> None:
    space, values, _ = conflict
    assume(space.states.size == 6)
    check(nearest_flips(space, values), tried(space, values, np.ones(values.shape), np.ones(values.shape)))


@settings(max_examples=60, deadline=None)
@given(arc_models(2, 3, most_states=5), st.booleans())
def test_so_it_is_with_listed_moves(model: GraphModel, is_closed: bool) -> None:
    """As listed, or with two moves in a row as one; only then is sequential stability looked at."""
    assert isinstance(model.space, ArcSpace)
    form = model.space.form
    if is_closed:
        ways = {name: reachable(own) for name, own in zip(form.names, move_matrices(model.space), strict=True)}
        pairs = {name: [(form.states[a], form.states[b]) for a, b in np.argwhere(way)] for name, way in ways.items()}
        form = replace(form, moves={name: tuple(own) for name, own in pairs.items()})
    space, values = space_of(form), model.rank.astype(np.float64)
    concepts = PARTIAL_CONCEPTS if is_closed else tuple(c for c in PARTIAL_CONCEPTS if c is not Concept.SEQUENTIAL)
    found = nearest_flips(space, values, concepts=concepts)
    expected = tried(space, values, np.ones(values.shape), np.ones(values.shape))[: len(concepts)]
    assert (found.at_least <= expected).all()
    assert (expected <= found.at_most).all()


@settings(max_examples=60, deadline=None)
@given(option_models(2, 4))
def test_verdicts_are_the_ordinary_ones(model: GraphModel) -> None:
    found = nearest_flips(model.space, model.rank[:, model.space.states].astype(np.float64))
    stability = analyse_stability(model, PARTIAL_CONCEPTS)
    for place, concept in enumerate(PARTIAL_CONCEPTS):
        held = stability.stable(concept)[:, model.space.states].all(axis=0)
        np.testing.assert_array_equal(found.holds[place], held)


@settings(max_examples=60, deadline=None)
@given(conflicts(most_states=8), st.floats(0.01, 100), st.floats(-50, 50))
def test_distances_grow_with_the_scale_and_shares_do_not(
    conflict: tuple[Space, FloatArray, ValueRanges], scale: float, shift: float
) -> None:
    space, values, ranges = conflict
    plain, shares = nearest_flips(space, values), nearest_flips(space, values, ranges=ranges)
    moved = ValueRanges(ranges.low * scale, ranges.high * scale)
    np.testing.assert_allclose(nearest_flips(space, values * scale).at_least, plain.at_least * scale, rtol=1e-9)
    again = nearest_flips(space, values * scale, ranges=moved)
    np.testing.assert_allclose(again.at_least, shares.at_least, rtol=1e-6)
    whole = round(shift)
    np.testing.assert_array_equal(nearest_flips(space, values + whole).at_least, plain.at_least)


@settings(max_examples=60, deadline=None)
@given(conflicts(most_states=8))
def test_what_is_certain_of_ranges_is_no_share_below_one_away(
    conflict: tuple[Space, FloatArray, ValueRanges],
) -> None:
    space, values, ranges = conflict
    found = nearest_flips(space, values, ranges=ranges)
    chances = chances_of_ranges(space, ranges, draws=1, rng=np.random.default_rng(1))
    certain = (chances.always | chances.never)[:, None, :].repeat(len(values), axis=1)
    assert (found.at_least[certain] >= 1).all()


def pair() -> Space:
    return space_of(OptionForm(tuple(DecisionMaker(name, (Option(f"{name} acts"),)) for name in ("Ann", "Bob"))))


def test_a_dilemma_holds_by_nash_as_long_as_defection_pays() -> None:
    """Cells: neither acts (defect), Ann alone, Bob alone, both. Defecting pays 3 more alone and 2 more against it."""
    values = np.array([[2, 0, 7, 4], [2, 7, 0, 4]], dtype=np.float64)
    found = nearest_flips(pair(), values)
    assert found.holds[0].tolist() == [True, False, False, False]
    assert found.at_most[0, 0].tolist() == [1, 1, np.inf, np.inf]  # 2 against 0 for Ann, both changing by 1
    assert found.at_most[0, 1].tolist() == [1, np.inf, 1, np.inf]
    assert found.is_exact[0].all()


def test_a_flip_just_beyond_the_distance_happens() -> None:
    space, values = pair(), np.array([[2, 0, 7, 4], [2, 7, 0, 4]], dtype=np.float64)
    for change, held in ((0.999, True), (1.001, False)):
        moved = values.copy()
        moved[0, :2] += -change, change
        rank = np.array([rank_by_values(space, own) for own in moved])
        assert (0 in analyse_stability(GraphModel(space, rank)).equilibria(Concept.NASH)) is held


def six_states(seed: int) -> tuple[Space, FloatArray]:
    """Three decision makers with an option each, six of the eight states, no ties."""
    rng = np.random.default_rng(seed)
    full = space_of(OptionForm(tuple(DecisionMaker(name, (Option(name),)) for name in "abc")))
    feasible = np.zeros(8, dtype=np.bool_)
    feasible[rng.choice(8, 6, replace=False)] = True
    return replace(full, feasible=feasible), rng.permuted(np.tile(np.arange(6.0), (3, 1)), axis=1)


@pytest.mark.parametrize("seed", [7, 29, 43, 3558, 3651])
def test_where_ways_want_opposite_things_the_truth_lies_between_the_bounds(seed: int) -> None:
    """Found by search, some 570 of 23,000: the truth is one of the bounds, or neither; two have no upper one."""
    space, values = six_states(seed)
    found = nearest_flips(space, values)
    assert not found.is_exact[SEQUENTIAL].all()
    check(found, tried(space, values, np.ones(values.shape), np.ones(values.shape)))


def test_a_mistake_is_told() -> None:
    space, values = pair(), np.zeros((2, 4))
    with pytest.raises(ModelError, match="outside its bounds"):
        nearest_flips(space, values, ranges=ValueRanges(values + 1, values + 2))
    with pytest.raises(ModelError, match="must be finite"):
        nearest_flips(space, values + np.inf)
    with pytest.raises(ModelError, match="flips of simultaneous stability"):
        nearest_flips(space, values, concepts=[Concept.SIMULTANEOUS])
    many = space_of(OptionForm(tuple(DecisionMaker(str(k), (Option(f"o{k}"),)) for k in range(10))))
    with pytest.raises(ModelError, match="1,024 states are too many"):
        nearest_flips(many, values)
    chain = space_of(ArcForm(("Ann",), ("x", "y", "z"), {"Ann": (("x", "y"), ("y", "z"))}))
    with pytest.raises(ModelError, match="two listed moves of 'Ann' in a row"):
        nearest_flips(chain, np.zeros((1, 3)))
    assert nearest_flips(chain, np.array([[0.0, 2, 1]]), concepts=[Concept.NASH]).at_least[0, 0].tolist() == [
        1,
        0.5,
        np.inf,
    ]

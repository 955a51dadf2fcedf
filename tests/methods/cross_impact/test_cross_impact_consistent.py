"""Consistent scenarios, against the definition."""

from itertools import chain

import numpy as np
import pytest
from cross_impact_oracle import all_scenarios, balances, consistent, margins, matrices, random_matrix
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    consistent_scenarios,
    impact_balances,
    margins_of,
    matrix_of,
    total_impact,
)
from hiwar.methods.cross_impact.engine import scenario_chunks
from hiwar.methods.cross_impact.islands import islands_of

TOLERANCES = st.sampled_from([0, 0.5, 1, 2.7, 100])


def listed(matrix: CrossImpactMatrix, inconsistency: float, most_swept: int) -> list[tuple[int, ...]]:
    chunks = scenario_chunks(matrix, inconsistency, most_swept=most_swept)
    return sorted(tuple(row) for rows, _ in chunks for row in rows.tolist())


@given(matrices(), TOLERANCES)
@settings(max_examples=300, deadline=None)
def test_the_search_finds_what_the_definition_allows(matrix: CrossImpactMatrix, inconsistency: float) -> None:
    assert listed(matrix, inconsistency, most_swept=0) == consistent(matrix, inconsistency)


@given(matrices(), TOLERANCES)
@settings(max_examples=100, deadline=None)
def test_the_sweep_finds_what_the_definition_allows(matrix: CrossImpactMatrix, inconsistency: float) -> None:
    assert listed(matrix, inconsistency, most_swept=1 << 20) == consistent(matrix, inconsistency)


@pytest.mark.parametrize(("n_descriptors", "n_states", "density"), [(8, 4, 1.0), (11, 3, 0.3), (16, 2, 0.2)])
@pytest.mark.parametrize("inconsistency", [0, 2])
def test_search_and_sweep_agree_where_listing_by_definition_takes_too_long(
    n_descriptors: int, n_states: int, density: float, inconsistency: float
) -> None:
    matrix = random_matrix(n_descriptors, n_states, 5, density)
    found = listed(matrix, inconsistency, most_swept=0)
    assert found == listed(matrix, inconsistency, most_swept=1 << 20)
    assert inconsistency == 0 or found


@given(matrices())
@settings(max_examples=50, deadline=None)
def test_measures_of_every_scenario_are_those_of_the_definition(matrix: CrossImpactMatrix) -> None:
    found = consistent_scenarios(matrix, inconsistency=100)
    assert [tuple(row) for row in found.states.tolist()] == list(all_scenarios(matrix))
    for place, scenario in enumerate(all_scenarios(matrix)):
        assert impact_balances(matrix, found.states[place]).tolist() == [*chain(*balances(matrix, scenario))]
        assert found.profile[place].tolist() == margins(matrix, scenario)
        own = [sums[state] for sums, state in zip(balances(matrix, scenario), scenario, strict=True)]
        assert found.impact_score[place] == sum(own)
        assert found.margin[place] == min(margins(matrix, scenario))
        assert found.inconsistency[place] == max(0, -min(margins(matrix, scenario)))


@given(matrices(is_free=True), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_neither_the_order_of_descriptors_nor_what_is_added_to_a_row_of_a_section_changes_them(
    matrix: CrossImpactMatrix, random: object
) -> None:
    rng = np.random.default_rng(random.getrandbits(32))  # type: ignore[attr-defined]
    order = rng.permutation(len(matrix.descriptors))
    owner = np.repeat(np.arange(len(matrix.sizes)), matrix.sizes)
    shifted = matrix.judgements + rng.integers(-3, 4, size=(len(owner), len(matrix.sizes)))[:, owner]
    states = np.concatenate([np.flatnonzero(owner == place) for place in order])
    turned = CrossImpactMatrix(tuple(matrix.descriptors[place] for place in order), shifted[np.ix_(states, states)])
    before, after = consistent_scenarios(matrix), consistent_scenarios(turned)
    assert {frozenset(one.items()) for one in before.scenarios} == {frozenset(one.items()) for one in after.scenarios}
    assert sorted(before.margin) == sorted(after.margin)


@given(matrices(), st.data())
@settings(max_examples=60, deadline=None)
def test_forbidding_a_scenario_takes_just_that_one_away(matrix: CrossImpactMatrix, data: st.DataObject) -> None:
    found = consistent_scenarios(matrix)
    if not len(found) or len(matrix.fixed) == len(matrix.descriptors):
        return
    place = data.draw(st.integers(0, len(found) - 1))
    left = consistent_scenarios(matrix, forbidden=(found.scenarios[place],))
    assert left.scenarios == found.scenarios[:place] + found.scenarios[place + 1 :]


@given(matrices(is_free=True), st.data())
@settings(max_examples=60, deadline=None)
def test_fixing_descriptors_keeps_the_consistent_scenarios_that_have_their_states(
    matrix: CrossImpactMatrix, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(matrix.names))
    state = data.draw(st.sampled_from(matrix.descriptors[matrix.names.index(name)].states))
    free, fixed = consistent_scenarios(matrix), consistent_scenarios(matrix, fixed={name: state})
    assert all(one in fixed.scenarios for one in free.scenarios if one[name] == state)
    assert all(one[name] == state for one in fixed.scenarios)


@given(matrices(most_descriptors=6, most_states=3), TOLERANCES, st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_parts_that_have_nothing_to_do_with_one_another_are_put_together(
    matrix: CrossImpactMatrix, inconsistency: float, most: int
) -> None:
    expected = consistent(matrix, inconsistency)
    found = consistent_scenarios(matrix, inconsistency=inconsistency, most=most)
    listing = [tuple(row) for row in found.states.tolist()]
    assert found.is_complete == (len(expected) <= most)
    assert found.count in ([len(expected)] if found.is_complete else [len(expected), None])
    assert listing == expected if found.is_complete else len(listing) == most
    assert set(listing) <= set(expected)


def test_two_islands_take_no_longer_than_each() -> None:
    """Two times 12 descriptors of 3 states, and one that is fixed and acts on both."""
    half = random_matrix(12, 3, 1)
    n_states = len(half.labels)
    table = np.zeros((2 * n_states + 2,) * 2)
    for start in (0, n_states):
        table[start : start + n_states, start : start + n_states] = half.judgements
    table[-1, :-2] = np.random.default_rng(3).integers(-2, 3, 2 * n_states)
    names = [Descriptor(f"{side}{place}", ("a", "b", "c")) for side in "LR" for place in range(12)]
    matrix = CrossImpactMatrix((*names, Descriptor("war", ("no", "yes"))), table, (), {"war": "yes"})
    found = consistent_scenarios(matrix, inconsistency=2)
    assert found.is_complete
    assert [len(island) for island in islands_of(matrix)] == [12, 12]
    assert (margins_of(matrix, found.states).min(axis=1) >= -2).all()
    sides = [{tuple(row) for row in found.states[:, part].tolist()} for part in (slice(0, 12), slice(12, 24))]
    assert found.count == len(found) == len(sides[0]) * len(sides[1]) > 0


@given(matrices(), st.sampled_from([0, 1 << 20]))
@settings(max_examples=40, deadline=None)
def test_every_scenario_is_within_an_infinite_inconsistency(matrix: CrossImpactMatrix, most_swept: int) -> None:
    assert listed(matrix, float("inf"), most_swept) == list(all_scenarios(matrix))


def test_the_largest_judgements_are_added_up_exactly() -> None:
    """Half of the largest is the smallest step but one; both ways see it."""
    most, pair = float(1 << 25), (Descriptor("A", ("x", "y")), Descriptor("B", ("p", "q")), Descriptor("C", ("u", "v")))
    matrix = matrix_of(
        pair, {("A", "C"): [[most, most - 0.5], [-most, most]], ("B", "C"): [[-most, most], [-most, 0.5 - most]]}
    )
    for most_swept in (0, 1 << 20):
        for inconsistency in (0, 0.5, 2 * most - 0.5, 2 * most, 4 * most):
            assert listed(matrix, inconsistency, most_swept) == consistent(matrix, inconsistency)


def test_a_matrix_with_too_many_states_is_refused_before_memory_is_taken() -> None:
    matrix = matrix_of([Descriptor(f"D{place}", tuple(map(str, range(60)))) for place in range(30)], {})
    table = np.zeros_like(matrix.judgements)
    table[0] = 1
    matrix = CrossImpactMatrix(matrix.descriptors, table)
    with pytest.raises(
        ValueError, match="1,800 states, up to 60 of one descriptor, need a table of 191,160,000 numbers"
    ):
        consistent_scenarios(matrix)


def test_a_fixed_state_holds_against_what_presses_on_it() -> None:
    matrix = matrix_of(
        (Descriptor("wind", ("calm", "storm")), Descriptor("ship", ("sails", "stays"))),
        {("wind", "ship"): [[1, -1], [-1, 1]], ("ship", "wind"): [[3, -3], [3, -3]]},
    )
    assert consistent_scenarios(matrix).scenarios == ({"wind": "calm", "ship": "sails"},)
    held = consistent_scenarios(matrix, fixed={"wind": "storm"})
    assert held.scenarios == ({"wind": "storm", "ship": "stays"},)
    assert held.margin.tolist() == [2]


def test_a_matrix_without_judgements_leaves_everything_consistent() -> None:
    matrix = matrix_of([Descriptor(f"D{place}", ("a", "b", "c")) for place in range(9)], {})
    found = consistent_scenarios(matrix, most=3**9)
    assert found.is_complete
    assert len(found) == 3**9
    assert len(np.unique(found.states, axis=0)) == 3**9
    assert not found.margin.any()


def test_one_more_than_asked_for_ends_the_search_and_is_said() -> None:
    matrix = matrix_of([Descriptor(f"D{place}", ("a", "b", "c")) for place in range(40)], {})
    found = consistent_scenarios(matrix, most=1000)
    assert (len(found), found.stopped_by, found.is_complete) == (1000, "most", False)
    assert found.count == 3**40  # known all the same, as nothing acts on anything
    exact = consistent_scenarios(random_matrix(10, 3, 2), inconsistency=2)
    assert consistent_scenarios(random_matrix(10, 3, 2), inconsistency=2, most=len(exact)).is_complete


def test_time_that_runs_out_is_said() -> None:
    told: list[tuple[int, int]] = []
    found = consistent_scenarios(random_matrix(40, 3, 1), seconds=0, progress=lambda *what: told.append(what))
    assert found.stopped_by == "seconds"
    assert told
    assert told[-1][0] > 0


def test_time_that_runs_out_while_parts_are_put_together_is_said() -> None:
    matrix = matrix_of([Descriptor(f"D{place}", ("a", "b", "c")) for place in range(40)], {})
    found = consistent_scenarios(matrix, seconds=0, most=10**8)
    assert (found.stopped_by, found.count) == ("seconds", 3**40)
    assert 0 < len(found) < 10**8


def test_what_is_searched_for_is_not_out_of_reach() -> None:
    """20 descriptors of 3 states: 3 486 784 401 scenarios."""
    found = consistent_scenarios(random_matrix(20, 3, 1))
    assert found.is_complete
    assert (margins_of(found.matrix, found.states) >= 0).all()
    assert consistent_scenarios(random_matrix(20, 3, 1)).scenarios == found.scenarios


def test_the_frame_names_states_and_counts_from_one() -> None:
    matrix = matrix_of(
        (Descriptor("A", ("x", "y")), Descriptor("B", ("p", "q"))),
        {("A", "B"): [[1, -1], [-1, 1]], ("B", "A"): [[0.5, -0.5], [-0.5, 0.5]]},
    )
    frame = consistent_scenarios(matrix).to_frame()
    assert frame.columns.tolist() == ["A", "B", "inconsistency", "margin", "impact score"]
    assert frame.index.tolist() == [1, 2]
    assert frame.to_numpy().tolist() == [["x", "p", 0, 1, 1.5], ["y", "q", 0, 1, 1.5]]
    assert total_impact(matrix, np.array([[0, 1]])).tolist() == [-1.5]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"inconsistency": -1}, "inconsistency: -1 found"),
        ({"inconsistency": float("nan")}, "inconsistency: nan found"),
        ({"most": -1}, "limits of a search"),
        ({"fixed": {"D9": "s0"}}, "fixed: 'D9' is no descriptor; they are D0, D1"),
        ({"forbidden": ({"D0": "s7"},)}, "'s7' is no state of 'D0'; they are s0, s1"),
        ({"forbidden": ({},)}, "names no state"),
        ({"fixed": {"D0": "s0"}, "forbidden": ({"D0": "s0"},)}, "all of it is fixed"),
    ],
)
def test_mistakes_are_named(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        consistent_scenarios(random_matrix(2, 2, 0), **options)  # type: ignore[arg-type]


def test_a_descriptor_fixed_twice_is_refused() -> None:
    held = consistent_scenarios(random_matrix(2, 2, 0), fixed={"D0": "s0"}).matrix
    with pytest.raises(ValueError, match="'D0' is 's0' already; 's1' found"):
        consistent_scenarios(held, fixed={"D0": "s1"})

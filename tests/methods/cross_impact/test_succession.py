"""Succession: one step, whole ways, attractors and their basins."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from succession_oracle import basins, is_consistent, is_forbidden, matrices, scenarios, successor

from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    Rule,
    find_attractors,
    follow,
    matrix_of,
    next_scenario,
)
from hiwar.methods.cross_impact.attractors import Attractors

WITHOUT_CHANCE = (Rule.GLOBAL, Rule.INCREMENTAL, Rule.LOCAL)
RULES = st.sampled_from(WITHOUT_CHANCE)
GENTLY = settings(max_examples=60, deadline=None)


def pursuit() -> CrossImpactMatrix:
    """The second does as the first, the first the opposite of the second; the third is left alone."""
    same, opposite = [[1, 0], [0, 1]], [[0, 1], [1, 0]]
    descriptors = (Descriptor("A", ("a", "b")), Descriptor("B", ("a", "b")), Descriptor("C", ("a", "b", "c")))
    return matrix_of(descriptors, {("A", "B"): same, ("B", "A"): opposite})


def as_sets(found: Attractors) -> dict[frozenset[tuple[int, ...]], int]:
    return {frozenset(map(tuple, one.scenarios.tolist())): one.basin for one in found.found}


@given(matrices(), RULES)
@GENTLY
def test_a_step_is_as_defined(matrix: CrossImpactMatrix, rule: Rule) -> None:
    for scenario in scenarios(matrix):
        assert tuple(next_scenario(matrix, np.array(scenario), rule)) == successor(matrix, scenario, rule)


@given(matrices(), RULES)
@GENTLY
def test_attractors_and_basins_are_those_of_following_every_scenario(matrix: CrossImpactMatrix, rule: Rule) -> None:
    expected = basins(matrix, rule)
    if not any(expected.values()):
        with pytest.raises(ValueError, match="every scenario contains a forbidden"):
            find_attractors(matrix, rule)
        return
    found = find_attractors(matrix, rule)
    assert as_sets(found) == expected
    assert found.is_exact
    assert found.unseen_share == found.unsettled == 0
    assert sum(one.basin for one in found.found) == found.n_starts == found.in_consistent + found.in_cycles
    assert found.n_cycles == sum(one.is_cycle for one in found.found)
    assert found.n_consistent + found.n_cycles == len(expected)
    for one in found.found:
        assert one.is_forbidden == any(is_forbidden(matrix, tuple(row)) for row in one.scenarios.tolist())
        steps = [successor(matrix, tuple(row), rule) for row in one.scenarios.tolist()]
        assert steps == list(map(tuple, np.roll(one.scenarios, -1, axis=0).tolist()))
        assert one.scenarios[0].tolist() == min(one.scenarios.tolist())


@given(matrices(), RULES)
@GENTLY
def test_ends_are_exactly_the_consistent_scenarios_under_every_rule(matrix: CrossImpactMatrix, rule: Rule) -> None:
    consistent = {frozenset([scenario]) for scenario in scenarios(matrix) if is_consistent(matrix, scenario)}
    if all(is_forbidden(matrix, scenario) for scenario in scenarios(matrix)):
        return
    assert {end for end in as_sets(find_attractors(matrix, rule)) if len(end) == 1} == consistent


@given(matrices(), RULES, st.integers(0, 2**32))
@GENTLY
def test_drawn_ways_end_in_attractors_and_their_bounds_hold_the_shares(
    matrix: CrossImpactMatrix, rule: Rule, seed: int
) -> None:
    if all(is_forbidden(matrix, scenario) for scenario in scenarios(matrix)):
        return
    exact = find_attractors(matrix, rule)
    drawn = find_attractors(matrix, rule, list_up_to=0, draws=200, rng=np.random.default_rng(seed), confidence=1 - 1e-9)
    assert not drawn.is_exact
    assert drawn.unsettled == 0
    shares = {frozenset(map(tuple, one.scenarios.tolist())): one.share for one in exact.found}
    for one in drawn.found:
        low, high = one.bounds
        assert low <= shares.pop(frozenset(map(tuple, one.scenarios.tolist()))) <= high
    assert all(share <= drawn.unseen_share for share in shares.values())


@given(matrices(), st.integers(0, 2**32))
@GENTLY
def test_at_random_a_way_that_settles_ends_in_a_consistent_scenario(matrix: CrossImpactMatrix, seed: int) -> None:
    if all(is_forbidden(matrix, scenario) for scenario in scenarios(matrix)):
        return
    found = find_attractors(matrix, Rule.RANDOM, draws=100, rng=np.random.default_rng(seed), longest=200)
    assert sum(one.basin for one in found.found) + found.unsettled == found.n_starts == 100
    for one in found.found:
        assert not one.is_cycle
        assert is_consistent(matrix, tuple(one.scenarios[0].tolist()))


@given(matrices(), RULES)
@GENTLY
def test_a_way_ends_in_one_of_the_attractors(matrix: CrossImpactMatrix, rule: Rule) -> None:
    ends = set(basins(matrix, rule))
    for scenario in scenarios(matrix)[:5]:
        way = follow(matrix, np.array(scenario), rule)
        assert way.end is not None
        assert frozenset(map(tuple, way.end.tolist())) in ends


@given(matrices(with_rules=False), st.integers(1, 5), RULES)
@GENTLY
def test_the_unit_of_the_judgements_does_not_matter(matrix: CrossImpactMatrix, factor: int, rule: Rule) -> None:
    larger = CrossImpactMatrix(matrix.descriptors, matrix.judgements * factor)
    assert as_sets(find_attractors(larger, rule)) == as_sets(find_attractors(matrix, rule))


def test_the_present_state_is_kept_if_it_is_among_the_best_else_the_first_of_them_is_taken() -> None:
    cause, effect = Descriptor("cause", ("it is",)), Descriptor("effect", ("1", "2", "3", "4"))
    matrix = matrix_of((cause, effect), {("cause", "effect"): [[0, 2, 1, 2]]})
    after = {state: matrix.scenario(next_scenario(matrix, {"cause": "it is", "effect": state})) for state in "1234"}
    assert [after[state]["effect"] for state in "1234"] == ["2", "2", "2", "4"]


def test_the_incremental_rule_goes_through_the_states_between() -> None:
    cause, effect = Descriptor("cause", ("it is",)), Descriptor("effect", ("low", "middle", "high"))
    matrix = matrix_of((cause, effect), {("cause", "effect"): [[0, -3, 2]]})
    way = follow(matrix, {"cause": "it is", "effect": "low"}, Rule.INCREMENTAL)
    assert way.scenarios[:, 1].tolist() == [0, 1, 2]


def test_by_the_local_rule_the_descriptor_that_gains_most_moves_and_the_first_of_those_that_tie() -> None:
    names = ("A", "B", "C")
    descriptors = (Descriptor("cause", ("it is",)), *(Descriptor(name, ("n", "y")) for name in names))
    matrix = matrix_of(descriptors, {("cause", "A"): [[0, 1]], ("cause", "B"): [[0, 2]], ("cause", "C"): [[0, 2]]})
    way = follow(matrix, {"cause": "it is", "A": "n", "B": "n", "C": "n"}, Rule.LOCAL)
    assert way.scenarios[:, 1:].tolist() == [[0, 0, 0], [0, 1, 0], [0, 1, 1], [1, 1, 1]]


def test_a_cycle_is_told_in_its_order() -> None:
    found = find_attractors(pursuit())
    assert [one.is_cycle for one in found.found] == [True] * 3
    assert [one.basin for one in found.found] == [4, 4, 4]
    assert found.found[0].scenarios.tolist() == [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]
    frame = found.to_frame()
    assert frame["C"].tolist() == ["a"] * 4 + ["b"] * 4 + ["c"] * 4
    assert frame["share"].tolist() == [pytest.approx(1 / 3)] * 12


def test_at_random_a_pursuit_never_settles() -> None:
    found = find_attractors(pursuit(), Rule.RANDOM, draws=50, rng=np.random.default_rng(1), longest=100)
    assert found.found == ()
    assert found.unsettled == 50
    way = follow(pursuit(), {"A": "a", "B": "a", "C": "a"}, Rule.RANDOM, rng=np.random.default_rng(1), longest=30)
    assert way.end is None
    assert len(way.scenarios) == 31


def test_a_state_fixed_from_outside_ends_the_pursuit() -> None:
    matrix = pursuit()
    held = CrossImpactMatrix(matrix.descriptors, matrix.judgements, fixed={"A": "b"})
    found = find_attractors(held)
    assert [held.scenario(one.scenarios[0])["B"] for one in found.found] == ["b"] * 3
    with pytest.raises(ValueError, match="another state of 'A' than 'b'"):
        next_scenario(held, {"A": "a", "B": "a", "C": "a"})


def test_chance_needs_a_generator() -> None:
    with pytest.raises(ValueError, match="the random rule needs a generator"):
        find_attractors(pursuit(), Rule.RANDOM)
    with pytest.raises(ValueError, match="12 scenarios are drawn"):
        find_attractors(pursuit(), list_up_to=11)
    with pytest.raises(ValueError, match="the random rule needs a generator"):
        next_scenario(pursuit(), {"A": "a", "B": "a", "C": "a"}, Rule.RANDOM)


def test_the_same_seed_gives_the_same_shares() -> None:
    first, second = (
        find_attractors(pursuit(), Rule.GLOBAL, list_up_to=0, draws=100, rng=np.random.default_rng(5)).to_frame()
        for _ in range(2)
    )
    assert first.equals(second)


def test_more_attractors_than_expected_are_all_found_and_progress_is_told() -> None:
    """Every one of 4,096 scenarios is its own end where nothing influences anything."""
    descriptors = tuple(Descriptor(f"D{place}", ("n", "y")) for place in range(12))
    told: list[tuple[str, int, int]] = []
    found = find_attractors(matrix_of(descriptors, {}), report=lambda *step: told.append(step))
    assert len(found.found) == 4096
    assert {one.basin for one in found.found} == {1}
    assert told == [(step, 4096, 4096) for step in ("steps", "attractors", "basins")]


def test_scenarios_beyond_any_number_are_drawn() -> None:
    """10^27 scenarios: ninety descriptors that each follow the one before, the first held."""
    names = [f"D{place}" for place in range(90)]
    same = [[1, 0], [0, 1]]
    matrix = matrix_of(
        tuple(Descriptor(name, ("n", "y")) for name in names),
        dict.fromkeys(pairwise(names), same),
        fixed={"D0": "y"},
    )
    found = find_attractors(matrix, draws=50, rng=np.random.default_rng(2))
    assert [one.basin for one in found.found] == [50]
    assert found.found[0].scenarios.tolist() == [[1] * 90]
    assert found.unseen_share == pytest.approx(1 - 0.05 ** (1 / 50))
    assert found.found[0].bounds[0] == pytest.approx(0.025 ** (1 / 50))
    assert found.found[0].bounds[1] == 1


def test_nearly_everything_forbidden_is_said() -> None:
    descriptors = tuple(Descriptor(f"D{place}", ("n", "y")) for place in range(40))
    matrix = CrossImpactMatrix(descriptors, np.zeros((80, 80)), tuple({one.name: "n"} for one in descriptors))
    with pytest.raises(ValueError, match="contain nothing forbidden"):
        find_attractors(matrix, draws=2, rng=np.random.default_rng(2))


def test_what_is_listed_is_bounded_and_what_is_counted_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hiwar.methods.cross_impact.attractors.MOST_LISTED", 2)
    monkeypatch.setattr("hiwar.methods.cross_impact.attractors.MOST_STEPS", 3)
    counted = find_attractors(pursuit())
    drawn = find_attractors(pursuit(), list_up_to=0, draws=500, rng=np.random.default_rng(3))
    for found in (counted, drawn):
        assert [len(one.scenarios) for one in found.found] == [3, 3]
        assert {one.length for one in found.found} == {4}
        assert (found.n_cycles, found.n_consistent, found.in_consistent) == (3, 0, 0)
        assert found.in_cycles == found.n_starts
    with pytest.raises(ValueError, match="0 draws"):
        find_attractors(pursuit(), Rule.RANDOM, draws=0, rng=np.random.default_rng(3))

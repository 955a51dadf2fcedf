"""Several judges, active and passive sums, and what chance alone would give."""

from dataclasses import replace

import numpy as np
import pytest
from cross_impact_oracle import consistent, matrices, random_matrix
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    compare_judges,
    consistent_scenarios,
    influence_of,
    matrix_of,
    shuffled_baseline,
    sum_of,
)
from hiwar.methods.cross_impact.forms import FloatArray
from hiwar.methods.cross_impact.shuffled import Within


def judges_of(matrix: CrossImpactMatrix, n_judges: int, seed: int) -> dict[str, CrossImpactMatrix]:
    rng = np.random.default_rng(seed)
    noise = rng.integers(-2, 3, size=(n_judges, *matrix.judgements.shape))
    return {f"J{place}": replace(matrix, judgements=matrix.judgements + one) for place, one in enumerate(noise)}


@given(matrices(most_descriptors=4), st.integers(1, 4), st.integers(0, 99), st.sampled_from([0, 1]))
@settings(max_examples=60, deadline=None)
def test_agreement_counts_the_judges_by_definition(
    matrix: CrossImpactMatrix, n_judges: int, seed: int, inconsistency: float
) -> None:
    judges = judges_of(matrix, n_judges, seed)
    found = compare_judges(judges, inconsistency=inconsistency)
    sets = [set(consistent(one, inconsistency)) for one in judges.values()]
    of_sum = set(consistent(sum_of(judges), inconsistency * n_judges))
    listed = [tuple(row) for row in found.states.tolist()]
    assert found.is_complete
    assert listed == sorted(set().union(of_sum, *sets))
    assert found.n_judges_for.tolist() == [sum(one in each for each in sets) for one in listed]
    assert found.in_sum.tolist() == [one in of_sum for one in listed]
    assert [tuple(row) for row in found.of_sum.states.tolist()] == sorted(of_sum)


@given(matrices(most_descriptors=4), st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_judges_who_say_the_same_agree_on_everything(matrix: CrossImpactMatrix, n_more: int) -> None:
    found = compare_judges({f"J{place}": matrix for place in range(n_more % 3 + 2)})
    assert found.is_consistent.all()
    assert found.in_sum.all()
    assert not found.spread.any()
    assert not found.has_conflict.any()


def test_spread_and_conflict_of_single_judgements() -> None:
    pair = (Descriptor("A", ("x", "y")), Descriptor("B", ("p", "q")))
    found = compare_judges(
        {
            "first": matrix_of(pair, {("A", "B"): [[2, -2], [0, 0]]}),
            "second": matrix_of(pair, {("A", "B"): [[1, 0.5], [0, 0]]}),
        }
    )
    assert found.spread[0].tolist() == [0, 0, 1, 2.5]
    assert found.has_conflict[0].tolist() == [False, False, False, True]
    frame = found.to_frame()
    assert frame.columns.tolist() == ["A", "B", "consistent for first", "consistent for second", "judges", "in sum"]
    assert frame["judges"].tolist() == [2, 2, 2]


def test_matrices_of_different_kinds_are_not_added_up() -> None:
    with pytest.raises(ValueError, match="there is no judge"):
        compare_judges({})
    with pytest.raises(ValueError, match="second: descriptors differ from those of first"):
        sum_of({"first": random_matrix(2, 2, 1), "second": random_matrix(2, 3, 1)})
    held = consistent_scenarios(random_matrix(2, 2, 1), fixed={"D0": "s0"}).matrix
    with pytest.raises(ValueError, match="second: fixed differ"):
        sum_of({"first": random_matrix(2, 2, 1), "second": held})


@given(matrices(is_free=True))
@settings(max_examples=50, deadline=None)
def test_active_and_passive_sums_add_up_judgements_between_descriptors(matrix: CrossImpactMatrix) -> None:
    found = influence_of(matrix)
    bounds = list(zip(matrix.offsets, matrix.offsets[1:], strict=False))
    for source, (top, bottom) in enumerate(bounds):
        for target, (left, right) in enumerate(bounds):
            section = matrix.judgements[top:bottom, left:right]
            assert found.strength[source, target] == (0 if source == target else np.abs(section).sum())
            turns = [
                abs((one[first] - one[second]) - (other[first] - other[second]))
                for one in section
                for other in section
                for first in range(right - left)
                for second in range(right - left)
            ]
            assert found.sway[source, target] == (0 if source == target else max(turns))
    assert found.active.sum() == found.passive.sum() == found.strength.sum()
    assert found.to_frame().index.tolist() == list(matrix.names)


def test_adding_to_a_row_of_a_section_changes_the_sums_but_not_the_sway() -> None:
    matrix = random_matrix(4, 3, 1)
    raised = matrix.judgements.copy()
    raised[0, 3:6] += 5
    before, after = influence_of(matrix), influence_of(replace(matrix, judgements=raised))
    np.testing.assert_array_equal(before.sway, after.sway)
    assert after.active[0] > before.active[0]


def sorted_sections(matrix: CrossImpactMatrix) -> FloatArray:
    """Of 4 descriptors with 3 states."""
    return np.sort(matrix.judgements.reshape(4, 3, 4, 3).swapaxes(1, 2).reshape(16, 9))


@pytest.mark.parametrize("within", ["row", "section"])
def test_shuffled_matrices_have_the_same_judgements(within: Within, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = random_matrix(4, 3, 1)
    seen: list[CrossImpactMatrix] = []
    original = shuffled_baseline.__globals__["all_within"]

    def watched(one: CrossImpactMatrix, *limits: object) -> object:
        seen.append(one)
        return original(one, *limits)

    monkeypatch.setitem(shuffled_baseline.__globals__, "all_within", watched)
    shuffled_baseline(matrix, rng=np.random.default_rng(1), n_draws=3, within=within)
    assert len(seen) == 4
    for drawn in seen[1:]:
        assert (drawn.judgements != matrix.judgements).any()
        for row, other in zip(drawn.judgements.reshape(12, 4, 3), matrix.judgements.reshape(12, 4, 3), strict=True):
            if within == "row":
                np.testing.assert_array_equal(np.sort(row, axis=1), np.sort(other, axis=1))
        np.testing.assert_array_equal(sorted_sections(drawn), sorted_sections(matrix))


@pytest.mark.parametrize("within", ["row", "section"])
def test_a_matrix_of_chance_without_ties_has_one_consistent_scenario_on_average(within: Within) -> None:
    """Each of n states is best with chance 1/n, for each descriptor by itself, and there are n x n x ... scenarios."""
    rng = np.random.default_rng(1)
    table = rng.integers(-(10**5), 10**5, size=(18, 18)).astype(np.float64)
    table[np.repeat(np.arange(6), 3)[:, None] == np.repeat(np.arange(6), 3)] = 0
    matrix = CrossImpactMatrix(random_matrix(6, 3, 1).descriptors, table)
    found = shuffled_baseline(matrix, rng=rng, n_draws=600, within=within)
    assert abs(found.mean - 1) < 4 * found.standard_error
    assert found.standard_error < 0.1
    assert found.stopped_by is None


def test_the_same_generator_gives_the_same_baseline() -> None:
    first, second = (
        shuffled_baseline(random_matrix(6, 3, 1), rng=np.random.default_rng(1), n_draws=20) for _ in range(2)
    )
    np.testing.assert_array_equal(first.counts, second.counts)


def test_shares_and_limits_of_the_baseline() -> None:
    matrix = random_matrix(5, 3, 2)
    found = shuffled_baseline(matrix, rng=np.random.default_rng(2), n_draws=50)
    assert found.observed == len(consistent_scenarios(matrix))
    assert found.share_as_many == (found.counts >= found.observed).sum() / 50
    assert found.share_as_few == (found.counts <= found.observed).sum() / 50
    assert shuffled_baseline(matrix, rng=np.random.default_rng(2), n_draws=1).standard_error == np.inf
    short = shuffled_baseline(matrix, rng=np.random.default_rng(2), n_draws=50, seconds=0)
    assert (len(short.counts), short.stopped_by) == (1, "seconds")
    with pytest.raises(ValueError, match="0 draws found"):
        shuffled_baseline(matrix, rng=np.random.default_rng(2), n_draws=0)

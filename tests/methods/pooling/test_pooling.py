"""Pools of opinions: the published case, the properties that tell them apart, and every mistake."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hiwar.methods.pooling import (
    linear_pool,
    linear_pool_of_ranges,
    logarithmic_pool,
    logarithmic_pool_of_ranges,
    performance,
    pooled_quantiles,
)

FloatArray = NDArray[np.float64]
CASE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "pooling" / "intelligence.yaml").read_text(encoding="utf-8")
)
LEVELS = CASE["levels"]
ANSWERS = np.array(list(CASE["experts"].values()), dtype=np.float64)
TRUE = np.array(CASE["realisations"], dtype=np.float64)
POOLS = (linear_pool, logarithmic_pool)


@st.composite
def opinions(draw: st.DrawFn, least: int = 1) -> tuple[FloatArray, FloatArray]:
    """(expert, option) and weights."""
    experts, options = draw(st.integers(1, 4)), draw(st.integers(2, 5))
    parts = np.array([[draw(st.integers(least, 9)) for _ in range(options)] for _ in range(experts)], dtype=np.float64)
    parts[:, 0] += least == 0
    weights = np.array([draw(st.integers(1, 5)) for _ in range(experts)], dtype=np.float64)
    return parts / parts.sum(axis=1, keepdims=True), weights


def test_the_published_scores_and_weights_come_out() -> None:
    found = performance(LEVELS, ANSWERS, TRUE)
    published = CASE["published"]
    for number, expert in enumerate(CASE["experts"]):
        assert found.calibration[number] == pytest.approx(published["calibration"][expert], rel=1e-3)
        assert round(float(found.information[number]), 3) == published["information"][expert]
        assert found.weights[number] == pytest.approx(published["weights"][expert], rel=1e-3)


@given(opinions())
def test_what_all_say_the_pools_say(given_: tuple[FloatArray, FloatArray]) -> None:
    probabilities, weights = given_
    same = np.repeat(probabilities[:1], len(weights), axis=0)
    for pool in POOLS:
        assert np.allclose(pool(same, weights), same[0])


@given(opinions(least=0))
def test_what_one_holds_impossible_stays_so_in_the_logarithmic_pool_alone(
    given_: tuple[FloatArray, FloatArray],
) -> None:
    probabilities, weights = given_
    barred = (probabilities == 0).any(axis=0)
    assert ((logarithmic_pool(probabilities, weights) == 0) == barred).all()
    assert ((linear_pool(probabilities, weights) == 0) == (probabilities == 0).all(axis=0)).all()


@given(opinions())
def test_the_linear_pool_of_a_sum_is_the_sum_of_the_pool(given_: tuple[FloatArray, FloatArray]) -> None:
    probabilities, weights = given_
    joined = np.column_stack([probabilities[:, :2].sum(axis=1), probabilities[:, 2:]])
    pooled = linear_pool(probabilities, weights)
    expected = np.concatenate([pooled[:2].sum(keepdims=True), pooled[2:]])
    assert np.allclose(linear_pool(joined, weights), expected)


@given(opinions(), st.lists(st.floats(0.1, 1), min_size=5, max_size=5))
def test_evidence_may_come_before_the_logarithmic_pool_or_after(
    given_: tuple[FloatArray, FloatArray], likelihoods: list[float]
) -> None:
    probabilities, weights = given_
    evidence = np.array(likelihoods)[: probabilities.shape[1]]

    def learnt(rows: FloatArray) -> FloatArray:
        raised: FloatArray = rows * evidence / (rows * evidence).sum(axis=-1, keepdims=True)
        return raised

    assert np.allclose(
        logarithmic_pool(learnt(probabilities), weights), learnt(logarithmic_pool(probabilities, weights))
    )


def test_marginalisation_and_evidence_do_tell_the_pools_apart() -> None:
    probabilities = np.array([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7]])
    joined = np.column_stack([probabilities[:, 0] + probabilities[:, 1], probabilities[:, 2]])
    assert abs(logarithmic_pool(joined)[1] - logarithmic_pool(probabilities)[2]) > 0.01


@given(opinions(), st.integers(0, 99))
def test_no_name_of_an_expert_matters_and_weights_are_of_any_unit(
    given_: tuple[FloatArray, FloatArray], seed: int
) -> None:
    probabilities, weights = given_
    turn = np.random.default_rng(seed).permutation(len(weights))
    for pool in POOLS:
        assert np.allclose(pool(probabilities[turn], 7 * weights[turn]), pool(probabilities, weights))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4))
def test_pools_of_ranges_hold_every_pool_of_their_values_and_reach_it_at_the_ends(
    rows: list[tuple[float, float, float]],
) -> None:
    low, high = np.array([sorted(row[:2]) for row in rows]).T
    low, high = 0.01 + 0.98 * low, 0.01 + 0.98 * high
    inside = low + np.array([row[2] for row in rows]) * (high - low)
    for pool, of_ranges in ((linear_pool, linear_pool_of_ranges), (logarithmic_pool, logarithmic_pool_of_ranges)):
        ends = of_ranges(low, high)
        values = [float(pool(np.stack([value, 1 - value], axis=1))[0]) for value in (low, inside, high)]
        assert np.allclose(np.array(ends), np.array([values[0], values[2]]))
        assert ends[0] - 1e-12 <= values[1] <= ends[1] + 1e-12


def test_whoever_is_sure_decides_the_logarithmic_pool() -> None:
    assert logarithmic_pool_of_ranges(np.array([0.0, 1.0]), np.array([0.4, 1.0])) == (1.0, 1.0)
    assert logarithmic_pool_of_ranges(np.array([0.0, 0.2]), np.array([0.0, 1.0])) == (0.0, 0.0)
    assert logarithmic_pool_of_ranges(np.array([0.0, 0.2]), np.array([0.0, 1.0]), [0, 1]) == (0.2, 1.0)
    assert logarithmic_pool_of_ranges(np.array([0.0, 0.0]), np.array([1.0, 1.0])) == (0.0, 1.0)


def test_an_expert_without_weight_excludes_nothing() -> None:
    assert np.allclose(logarithmic_pool(np.array([[0.0, 1.0], [0.3, 0.7]]), [0, 2]), [0.3, 0.7])


def test_information_and_calibration_ask_for_different_things() -> None:
    """Wide answers around the truth are well calibrated and say little; narrow ones beside it the other way round."""
    true = np.linspace(10, 100, 20)
    # Of 20 realisations, 1, 9, 9 and 1 fall where they should.
    offsets = np.array([-9.0] + [-1.0, 1.0] * 9 + [9.0])
    wide = np.stack([true - offsets - 8, true - offsets, true - offsets + 8], axis=1)
    narrow = np.stack([true + 3, true + 4, true + 5], axis=1)
    found = performance([0.05, 0.5, 0.95], np.stack([wide, narrow]), true)
    assert found.calibration[0] == pytest.approx(1.0)
    assert found.calibration[1] < 1e-9
    assert found.information[1] > found.information[0] > 0
    assert found.weights[0] > 0.999


@given(st.floats(0.5, 4), st.floats(-50, 50))
def test_units_of_the_questions_change_no_score(scale: float, shift: float) -> None:
    usual, other = (
        performance(LEVELS, ANSWERS, TRUE),
        performance(LEVELS, ANSWERS * scale + shift, TRUE * scale + shift),
    )
    assert np.allclose(usual.information, other.information)
    assert np.allclose(usual.weights, other.weights)


def test_a_cutoff_leaves_out_the_badly_calibrated() -> None:
    found = performance(LEVELS, ANSWERS, TRUE, cutoff=0.05)
    assert found.weights[0] == 0
    assert found.weights.sum() == pytest.approx(1)
    with pytest.raises(ValueError, match="no expert earns a weight"):
        performance(LEVELS, ANSWERS, TRUE, cutoff=0.9)


def test_the_pool_of_one_gives_its_own_quantiles_back_and_that_of_two_lies_between() -> None:
    first, second = ANSWERS[1, 0], ANSWERS[2, 0]
    assert np.allclose(pooled_quantiles(LEVELS, first[None, :]), first)
    pooled = pooled_quantiles(LEVELS, np.stack([first, second]))
    assert (np.minimum(first, second) <= pooled).all()
    assert (pooled <= np.maximum(first, second)).all()


def test_the_pool_of_quantiles_is_the_mean_of_the_curves() -> None:
    answers, weights = ANSWERS[:, 3], np.array([0.2, 0.5, 0.3])
    at = np.linspace(0, 1, 11)
    found = pooled_quantiles(LEVELS, answers, weights, at=at.tolist())
    reach = 0.1 * (answers.max() - answers.min())
    low, high = answers.min() - reach, answers.max() + reach
    curves = [np.interp(found, [low, *row, high], [0, *LEVELS, 1]) for row in answers]
    assert np.allclose(weights @ np.array(curves), at)


@pytest.mark.parametrize("pool", POOLS)
@pytest.mark.parametrize(
    ("probabilities", "weights", "message"),
    [
        ([0.5, 0.5], None, "expert, option"),
        ([[0.5, 0.4]], None, "add up to 1"),
        ([[1.5, -0.5]], None, "0 or more"),
        ([[0.5, 0.5]], [1, 1], "as many weights"),
        ([[0.5, 0.5]], [0], "not all 0"),
        ([[0.5, 0.5]], [-1], "0 or more"),
    ],
)
def test_opinions_that_are_none_are_refused(pool: Any, probabilities: Any, weights: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        pool(np.array(probabilities), weights)


def test_experts_who_exclude_each_other_cannot_be_pooled_logarithmically() -> None:
    with pytest.raises(ValueError, match="exclude each other"):
        logarithmic_pool(np.array([[1.0, 0.0], [0.0, 1.0]]))
    with pytest.raises(ValueError, match="exclude each other"):
        logarithmic_pool_of_ranges(np.array([0.0, 1.0]), np.array([0.0, 1.0]))


@pytest.mark.parametrize(
    ("low", "high", "message"), [([0.5], [0.4], "backwards"), ([0.5], [0.4, 0.6], "one shape"), ([[]], [], "one shape")]
)
def test_ranges_that_are_none_are_refused(low: Any, high: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        linear_pool_of_ranges(np.array(low), np.array(high))


@pytest.mark.parametrize(
    ("levels", "answers", "true", "message"),
    [
        ([0.5, 0.05, 0.95], ANSWERS, TRUE, "rise strictly"),
        ([0.0, 0.5, 1.0], ANSWERS, TRUE, "rise strictly"),
        (LEVELS, ANSWERS[:, :4], TRUE, "expert, question, level"),
        (LEVELS, ANSWERS[:, :, ::-1], TRUE, "quantiles of an answer must rise"),
        (LEVELS, np.where(ANSWERS == 2, np.nan, ANSWERS), TRUE, "answer every question"),
    ],
)
def test_answers_that_are_none_are_refused(levels: Any, answers: Any, true: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        performance(levels, answers, true)


def test_without_room_beyond_the_outermost_quantiles_there_is_no_information() -> None:
    with pytest.raises(ValueError, match="overshoot"):
        performance(LEVELS, ANSWERS, TRUE, overshoot=0)
    with pytest.raises(ValueError, match="between 0 and 1"):
        pooled_quantiles(LEVELS, ANSWERS[:, 0], at=[1.5])

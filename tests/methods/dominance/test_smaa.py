import antidepressants
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.methods.dominance import smaa


def test_the_antidepressant_case_gives_the_published_acceptabilities_and_confidence_factors() -> None:
    """Published from 10 000 draws of the posterior; here from its normal approximation, hence three hundredths."""
    rng = np.random.default_rng(1)
    found = smaa(antidepressants.drawn_values(20_000, rng), rng.dirichlet(np.ones(6), 20_000))
    np.testing.assert_allclose(found.rank, antidepressants.PUBLISHED_RANKS, atol=0.03)
    np.testing.assert_allclose(found.confidence, antidepressants.PUBLISHED_CONFIDENCE, atol=0.05)
    assert antidepressants.TREATMENTS[int(found.rank[:, 0].argmax())] == "placebo"


def test_drawing_what_treatments_share_apart_misses_the_published_result() -> None:
    """Every distribution is the same; only the shared placebo response is drawn apart."""
    rng = np.random.default_rng(1)
    apart = smaa(antidepressants.drawn_values(20_000, rng, apart=True), rng.dirichlet(np.ones(6), 20_000))
    assert antidepressants.PUBLISHED_RANKS[0, 0] - apart.rank[0, 0] > 0.1
    assert antidepressants.PUBLISHED_CONFIDENCE[3] - apart.confidence[3] > 0.2


def plain_smaa(values: np.ndarray) -> np.ndarray:
    """Count ranks draw by draw."""
    counts = np.zeros((values.shape[1], values.shape[1]))
    for row in values:
        for place, alternative in enumerate(sorted(range(len(row)), key=lambda i: -row[i])):
            counts[alternative, place] += 1
    return counts / len(values)


@given(st.integers(0, 2**31), st.integers(2, 5), st.integers(1, 4))
def test_ranks_agree_with_counting(seed: int, n: int, criteria: int) -> None:
    rng = np.random.default_rng(seed)
    performances, weights = rng.random((50, n, criteria)), rng.dirichlet(np.ones(criteria), 50)
    found = smaa(performances, weights)
    np.testing.assert_allclose(found.rank, plain_smaa((performances * weights[:, None, :]).sum(axis=2)))
    np.testing.assert_allclose(found.rank[:, 0] @ np.nan_to_num(found.central_weights), weights.mean(axis=0))


def test_ties_are_shared_evenly() -> None:
    found = smaa(np.array([[1.0, 2.0], [1.0, 2.0], [0.0, 0.0]]), np.array([0.5, 0.5]))
    np.testing.assert_array_equal(found.rank, [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]])
    assert np.isnan(found.confidence[2])


@pytest.mark.parametrize(
    ("performances", "weights", "message"),
    [
        (np.ones((4, 2, 3)), np.full((4, 2), 0.5), "must be"),
        (np.ones((4, 2, 2)), np.full((3, 2), 0.5), "4 draws of performances, but 3 of weights"),
        (np.ones((4, 2, 2)), np.full((4, 2), 0.6), "add up to 1"),
    ],
)
def test_mistakes_are_named(performances: np.ndarray, weights: np.ndarray, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        smaa(performances, weights)

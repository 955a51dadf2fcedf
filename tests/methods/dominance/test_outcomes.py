from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from dominance_prospects import build, plain_chances, prospects
from hypothesis import given, settings
from hypothesis import strategies as st
from test_bounds import split

from hiwar.methods.dominance import (
    Prospects,
    central_expected,
    first_order,
    outcomes,
    second_order,
    stochastic_dominance,
)
from hiwar.methods.dominance import outcomes as outcomes_function
from hiwar.methods.dominance.arrays import FloatArray

LOTTERIES = st.lists(st.tuples(st.integers(-5, 5), st.integers(1, 5)), min_size=1, max_size=5)


def plain_law(p: Prospects, course: int) -> dict[float, float]:
    """Every scenario and every combination of effects, each occurring by itself."""
    chances = plain_chances(p, [block.centre for block in p.blocks])[course] * p.feasible[course]
    worth = p.sign * (p.size_centre @ p.central_weights)
    law: dict[float, float] = {}
    for scenario in range(len(p.scenarios)):
        active = np.flatnonzero(p.active[course, scenario])
        for occurs in product((0, 1), repeat=len(active)):
            here = np.array(occurs, dtype=float)
            likelihood = p.likelihood_centre[active]
            chance = chances[scenario] / chances.sum() * np.prod(np.where(here == 1, likelihood, 1 - likelihood))
            value = round(float(here @ worth[active]), 6) + 0.0
            law[value] = law.get(value, 0.0) + float(chance)
    return law


@pytest.mark.parametrize("seed", range(8))
def test_the_exact_law_is_the_sum_over_all_combinations(seed: int) -> None:
    p = build(np.random.default_rng(seed), options=[(), (2,), (2, 2), (3,)][seed % 4], infeasible=seed % 2 == 1)
    found = outcomes(p, draws=1024, seed=1, items="apart")
    for course, law in enumerate(found.laws):
        if law is None:
            assert not p.feasible[course].any()
            continue
        plain = plain_law(p, course)
        mean = sum(value * chance for value, chance in plain.items())
        assert law.is_exact
        assert law.mean == pytest.approx(mean, abs=1e-5)
        assert found.loss[course] == pytest.approx(sum(c for v, c in plain.items() if v < 0), abs=1e-9)
        for value in plain:
            below = sum(c for v, c in plain.items() if v <= value)
            assert law.chances[law.values <= value + 1e-5].sum() == pytest.approx(below, abs=1e-9)


@given(prospects())
@settings(max_examples=40)
def test_the_mean_outcome_is_the_expected_value(p: Prospects) -> None:
    np.testing.assert_allclose(outcomes(p, draws=64, seed=1).mean, central_expected(p), atol=1e-6)


@given(prospects(), st.floats(0.1, 0.9))
@settings(max_examples=40)
def test_r7_splitting_an_effect_changes_no_risk(p: Prospects, share: float) -> None:
    whole, parts = outcomes(p, draws=64, seed=1), outcomes(split(p, 0, share), draws=64, seed=1)
    np.testing.assert_allclose(whole.quantiles, parts.quantiles, atol=1e-6)
    np.testing.assert_allclose(whole.standard_deviation, parts.standard_deviation, atol=1e-6)


def test_too_many_outcomes_are_sampled_and_the_error_covers_the_mean() -> None:
    p = build(np.random.default_rng(3), courses=2, effects=40, domains=3, options=(2, 2))
    found = outcomes(p, draws=1 << 13, seed=5, items="apart")
    assert found.draws == 1 << 13
    assert all(law is not None and not law.is_exact for law in found.laws)
    assert (found.mean_error > 0).all()
    assert (np.abs(found.mean - central_expected(p)) < 5 * found.mean_error + 1e-6).all()


def as_lottery(pairs: list[tuple[int, int]]) -> tuple[FloatArray, FloatArray]:
    values, weights = np.array(pairs, dtype=float).T
    return values, weights / weights.sum()


def plain_first(a: tuple[FloatArray, FloatArray], b: tuple[FloatArray, FloatArray]) -> bool:
    points = sorted({*a[0], *b[0]})
    gaps = [b[1][b[0] <= x].sum() - a[1][a[0] <= x].sum() for x in points]
    return bool(min(gaps) >= -1e-9 and max(gaps) > 1e-9)


def plain_second(a: tuple[FloatArray, FloatArray], b: tuple[FloatArray, FloatArray]) -> bool:
    """E[max(x - outcome, 0)], the area under the distribution function up to x, at every outcome."""
    points = sorted({*a[0], *b[0]})
    gaps = [b[1] @ np.maximum(x - b[0], 0) - a[1] @ np.maximum(x - a[0], 0) for x in points]
    # Beyond the last outcome the area goes on by the difference of means, which the last point already shows.
    return bool(min(gaps) >= -1e-9 and max(gaps) > 1e-9)


@given(LOTTERIES, LOTTERIES)
def test_stochastic_dominance_agrees_with_its_definition(
    one: list[tuple[int, int]], two: list[tuple[int, int]]
) -> None:
    a, b = as_lottery(one), as_lottery(two)
    assert first_order(*a, *b) == plain_first(a, b)
    assert second_order(*a, *b) == plain_second(a, b)
    assert second_order(*a, *b) or not first_order(*a, *b)
    assert not (second_order(*a, *b) and second_order(*b, *a))


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        # A die: 1-3 pays 1, 4-6 pays 2 (b); 1-2 pays 1, 3-6 pays 2 (a): first order, though not throw by throw.
        (([1, 2], [1 / 3, 2 / 3]), ([1, 2], [1 / 2, 1 / 2]), True, True),
        # {2, 3} evenly against its spread {1, 2, 3, 4} evenly: second order only.
        (([2, 3], [0.5, 0.5]), ([1, 2, 3, 4], [0.25] * 4), False, True),
        # More on average, but the worst is worse: neither.
        (([0, 100], [0.5, 0.5]), ([1, 2], [0.5, 0.5]), False, False),
    ],
)
def test_textbook_cases_of_stochastic_dominance(
    a: tuple[list[float], list[float]], b: tuple[list[float], list[float]], first: bool, second: bool
) -> None:
    """Rules of Hadar & Russell (1969); the mean-preserving spread is that of Rothschild & Stiglitz (1970)."""
    arrays = [np.array(part, dtype=float) for part in (*a, *b)]
    assert first_order(*arrays) is first
    assert second_order(*arrays) is second


def test_a_course_that_gains_in_every_case_dominates() -> None:
    p = build(np.random.default_rng(1), courses=2, effects=2, domains=1, options=())
    p = replace(p, sign=np.array([1.0, -1.0]), active=np.array([[[True, False]], [[False, True]]]))
    first, second = stochastic_dominance(outcomes_function(p, draws=64, seed=1))
    np.testing.assert_array_equal(first, [[False, True], [False, False]])
    np.testing.assert_array_equal(second, first)


def test_levels_outside_zero_and_one_are_refused() -> None:
    with pytest.raises(ValueError, match="levels must lie between 0 and 1"):
        outcomes(build(np.random.default_rng(1)), draws=64, seed=1, levels=(5.0,))

"""Dominance whatever happens, for all who want more, for all who dislike risk, and whatever the probabilities."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from decisions import tables
from hypothesis import given, settings

from hiwar.methods.value_of_information import (
    PayoffTable,
    best_for_some,
    dominance_orders,
    first_order,
    second_order,
    table_of_scenarios,
)

CASE = Path(__file__).parents[2] / "cases" / "value_of_information" / "spread.yaml"


def test_a_spread_of_one_mean_is_dominated_as_published_in_second_order_only() -> None:
    case: Any = yaml.safe_load(CASE.read_text(encoding="utf-8"))
    laws = [np.array(case[name][part], dtype=float) for name in ("first", "second") for part in ("outcomes", "chances")]
    assert first_order(*laws) == case["published"]["first_order"]
    assert second_order(*laws) == case["published"]["second_order"]
    assert laws[0] @ laws[1] == laws[2] @ laws[3] == case["published"]["mean"]


def plain_first_order(table: PayoffTable, a: int, b: int) -> bool:
    """Never more likely to end below a threshold, somewhere less."""
    gaps = []
    for threshold in np.unique(table.values):
        below = [table.chances[table.values[row] <= threshold].sum() for row in (a, b)]
        gaps.append(below[1] - below[0])
    return bool(min(gaps) > -1e-9 and max(gaps) > 1e-9)


def plain_second_order(table: PayoffTable, a: int, b: int) -> bool:
    """Never a larger expected shortfall below a threshold, somewhere a smaller one."""
    gaps = []
    for threshold in np.unique(table.values):
        short = [np.maximum(threshold - table.values[row], 0) @ table.chances for row in (a, b)]
        gaps.append(short[1] - short[0])
    return bool(min(gaps) > -1e-8 and max(gaps) > 1e-8)


@given(tables())
@settings(max_examples=120, deadline=None)
def test_orders_agree_with_their_definitions_and_each_implies_the_next(table: PayoffTable) -> None:
    found = dominance_orders(table)
    n = len(table.alternatives)
    for a in range(n):
        for b in range(n):
            if a != b:
                assert found.first[a, b] == plain_first_order(table, a, b)
                assert found.second[a, b] == plain_second_order(table, a, b)
    assert not (found.statewise & ~found.first).any()
    assert not (found.first & ~found.second).any()


@given(tables())
@settings(max_examples=80, deadline=None)
def test_whether_an_alternative_is_ever_best_agrees_with_many_probabilities(table: PayoffTable) -> None:
    n = len(table.chances)
    low, high = np.full(n, 0.2 / n), np.full(n, min(1.0, 1.8 / n))
    found = best_for_some(table.values, low, high)
    drawn = np.random.default_rng(5).dirichlet(np.ones(n), 500)
    drawn = np.vstack([drawn[((drawn >= low) & (drawn <= high)).all(axis=1)], np.full(n, 1 / n)])
    values = drawn @ table.values.T
    best = values >= values.max(axis=1, keepdims=True) - 1e-9
    for alternative, verdict in enumerate(found.verdict):
        assert best[:, alternative].all() if verdict == "certain" else True
        assert not best[:, alternative].any() if verdict == "never" else True
        chances = found.chances[alternative]
        assert (chances >= low - 1e-7).all()
        assert (chances <= high + 1e-7).all()
        assert chances.sum() == pytest.approx(1.0)
        reached = table.values @ chances
        others = np.delete(reached, alternative)
        if len(others):
            assert reached[alternative] - others.max() == pytest.approx(found.lead[alternative], abs=1e-7)


def test_an_alternative_that_nothing_dominates_may_still_never_be_best() -> None:
    """Four whatever happens: one of the others is always above five."""
    found = best_for_some(np.array([[10.0, 0.0], [4.0, 4.0], [0.0, 10.0]]))
    table = table_of_scenarios("abc", np.array([[10.0, 0.0], [4.0, 4.0], [0.0, 10.0]]), np.array([0.5, 0.5]))
    assert found.verdict == ("possible", "never", "possible")
    assert found.lead[1] == pytest.approx(-1.0)
    assert not dominance_orders(table).statewise.any()


def test_ranges_of_probabilities_can_settle_what_is_best() -> None:
    values = np.array([[10.0, 0.0], [4.0, 4.0]])
    assert best_for_some(values).verdict == ("possible", "possible")
    assert best_for_some(values, np.array([0.5, 0.0]), np.ones(2)).verdict == ("certain", "never")
    assert best_for_some(values[:1]).verdict == ("certain",)


def test_what_has_no_distribution_is_refused() -> None:
    table = table_of_scenarios("ab", np.array([[1.0, -np.inf], [0.0, 0.0]]), np.array([0.5, 0.5]))
    with pytest.raises(ValueError, match="finite"):
        dominance_orders(table)
    with pytest.raises(ValueError, match="add up to 1"):
        best_for_some(np.zeros((2, 2)), np.array([0.7, 0.7]))

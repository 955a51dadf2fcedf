import math
from dataclasses import replace

import numpy as np
import pytest
from dominance_prospects import build, plain_difference, plain_values, point, prospects
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.dominance import (
    Block,
    Parameter,
    Prospects,
    difference_bounds,
    flips,
    highest_line,
    information,
    regret,
    tornado,
)
from hiwar.methods.dominance.arrays import FloatArray
from hiwar.methods.dominance.joint import reach_bounds
from hiwar.methods.dominance.sensitivity import weight_groups

Central = tuple[FloatArray, FloatArray, list[FloatArray], FloatArray]


def central(p: Prospects) -> Central:
    return (
        p.size_centre.copy(),
        p.likelihood_centre.copy(),
        [b.centre.copy() for b in p.blocks],
        p.central_weights.copy(),
    )


def moved(p: Prospects, parameter: Parameter, value: float) -> Central:
    """All central judgements but one, which takes the value; shares of one whole keep their proportions."""
    size, likelihood, chances, weights = central(p)
    if parameter.kind == "size":
        size[parameter.effect, parameter.domain] = value
    elif parameter.kind == "likelihood":
        likelihood[parameter.effect] = value
    elif parameter.kind == "event":
        chances[parameter.block] = shifted(chances[parameter.block], [parameter.option], value)
    else:
        group = next(g for g in weight_groups(p.weights) if g[0] == parameter.domain)
        weights = shifted(weights, group, value)
    return size, likelihood, chances, weights


def shifted(shares: FloatArray, group: list[int], value: float) -> FloatArray:
    others = np.setdiff1d(np.arange(shares.size), group)
    out = shares.copy()
    out[group] = value
    out[others] = shares[others] / shares[others].sum() * (1 - value * len(group))
    return out


@given(prospects())
@settings(max_examples=60)
def test_at_a_critical_value_the_two_courses_are_equal(p: Prospects) -> None:
    found = flips(p, 0, 1)
    assert found.difference == pytest.approx(plain_difference(p, 0, 1, *central(p)), abs=1e-9)
    assert (np.diff(found.change[np.isfinite(found.change)]) >= 0).all()
    for parameter, critical, change in zip(found.parameters, found.critical, found.change, strict=True):
        if np.isfinite(change) and change < 100:
            assert plain_difference(p, 0, 1, *moved(p, parameter, critical)) == pytest.approx(0.0, abs=1e-6)


@given(prospects())
@settings(max_examples=60)
def test_tornado_bars_are_differences_at_the_ends_of_each_range(p: Prospects) -> None:
    found = tornado(p, 0, 1)
    bounds = difference_bounds(p)
    for i, parameter in enumerate(found.parameters):
        for value, bar in ((found.low[i], found.at_low[i]), (found.high[i], found.at_high[i])):
            assert bar == pytest.approx(plain_difference(p, 0, 1, *moved(p, parameter, value)), abs=1e-8)
            assert bounds.low[0, 1] - 1e-8 <= bar <= bounds.high[0, 1] + 1e-8
    crossing = found.crosses_zero.tolist()
    assert crossing == sorted(crossing, reverse=True)


@pytest.mark.parametrize("seed", range(6))
def test_the_joint_change_is_the_least_reach_that_turns_the_order(seed: int) -> None:
    p = build(np.random.default_rng(seed), options=[(2,), (2, 2)][seed % 2], kind=["free", "order"][seed % 2])
    found = flips(p, 0, 1)
    if math.isinf(found.joint_change):
        low, high = reach_bounds(p, 0, 1, 1.0)
        assert low > 0 or high < 0
        return
    for reach, turned in ((found.joint_change, True), (found.joint_change - 1e-5, False)):
        low, high = reach_bounds(p, 0, 1, reach)
        tolerance = difference_bounds(p).tolerance[0, 1]
        assert bool(low <= tolerance and high >= -tolerance) == turned


def test_a_judgement_that_plays_no_part_turns_nothing_round() -> None:
    """The second domain weighs nothing by the analyst's own numbers."""
    p = build(np.random.default_rng(3), domains=2, options=())
    weights = replace(p.weights, kind="ranges", low=np.array([1.0, 0.0]), high=np.array([1.0, 0.0]))
    found = flips(replace(p, weights=weights), 0, 1)
    for parameter, change in zip(found.parameters, found.change, strict=True):
        if parameter.kind == "size" and parameter.domain == 1:
            assert math.isinf(change)


@pytest.mark.parametrize("mode", [0.5, 0.2, 0.9, 0.0, 1.0])
def test_the_mean_of_the_highest_line_agrees_with_a_fine_grid(mode: float) -> None:
    rng = np.random.default_rng(4)
    for _ in range(10):
        low, high = rng.normal(size=(2, 4))
        t = (np.arange(200_000) + 0.5) / 200_000
        density = np.ones_like(t)
        if mode != 0.5:
            rising = 2 * t / mode if mode > 0 else np.zeros_like(t)
            falling = 2 * (1 - t) / (1 - mode) if mode < 1 else np.zeros_like(t)
            density = np.where(t < mode, rising, falling)
        top = (low[:, None] + (high - low)[:, None] * t).max(axis=0)
        assert highest_line(low, high, mode) == pytest.approx(float((top * density).mean()), abs=1e-6)


@given(prospects(infeasible=False))
@settings(max_examples=25)
def test_information_is_never_worth_less_than_nothing_nor_more_than_everything(p: Prospects) -> None:
    found = information(p, draws=2048, seed=2)
    assert (found.value >= 0).all()
    assert (np.diff(found.value) <= 0).all()
    slack = 6 * (found.total_error + found.error) + 0.05 * (1 + np.abs(found.expected).max())
    assert (found.value <= found.total + slack).all()


def test_information_on_one_size_agrees_with_the_integral_by_hand() -> None:
    """A gain of 0 to 100 against a sure 40: E max(x, 40) - 50 = (40 x 40 + (100^2 - 40^2) / 2) / 100 - 50 = 8."""
    p = build(np.random.default_rng(11), courses=2, effects=2, domains=1, options=())
    p = replace(
        p, sign=np.ones(2), active=np.array([[[True, False]], [[False, True]]]), touches=np.ones((2, 1), dtype=bool),
        size_low=np.array([[0.0], [40.0]]), size_high=np.array([[100.0], [40.0]]),
        size_centre=np.array([[50.0], [40.0]]), likelihood_low=np.ones(2), likelihood_high=np.ones(2),
        likelihood_centre=np.ones(2),
    )  # fmt: skip
    found = information(p, draws=4096, seed=1)
    assert found.parameters[0] == Parameter("size", effect=0, domain=0)
    assert found.value[0] == pytest.approx(8.0)
    assert found.value[1:].max() == 0.0
    assert found.total == pytest.approx(8.0, abs=4 * found.total_error + 0.05)


def test_information_on_an_event_agrees_with_the_integral_by_hand() -> None:
    """A gain of 100 if the event happens, with probability 0 to 1, against a sure 40: 8 again."""
    p = build(np.random.default_rng(11), courses=2, effects=2, domains=1, options=(2,))
    sizes = np.array([[100.0], [40.0]])
    p = replace(
        p, sign=np.ones(2), active=np.array([[[True, False], [False, False]], [[False, True], [False, True]]]),
        touches=np.ones((2, 1), dtype=bool), size_low=sizes, size_high=sizes, size_centre=sizes,
        likelihood_low=np.ones(2), likelihood_high=np.ones(2), likelihood_centre=np.ones(2),
        blocks=(Block(low=np.zeros(2), high=np.ones(2), is_given=False),), block_of=np.zeros((2, 2, 1), dtype=int),
    )  # fmt: skip
    found = information(p, draws=1024, seed=1)
    assert found.parameters[0] == Parameter("event", block=0)
    assert found.value[0] == pytest.approx(8.0)
    assert found.rests_on_unknown_events


@given(prospects(), st.integers(0, 2**31))
@settings(max_examples=60)
def test_no_admissible_judgement_gives_more_than_the_worst_regret(p: Prospects, seed: int) -> None:
    found = regret(p)
    for size, likelihood, weights in [(*central(p)[:2], p.central_weights), _some(p, seed)]:
        values = np.where(p.feasible, plain_values(p, size, likelihood, weights), -np.inf)
        for course, scenario in np.argwhere(p.feasible):
            lost = values[:, scenario].max() - values[course, scenario]
            assert lost <= found.worst[course, scenario] + 1e-9
    for course in found.best_everywhere_certain:
        assert found.worst_most[course] <= 1e-6
        assert course in found.best_everywhere_central
    plain = np.where(p.feasible, plain_values(p, *central(p)[:2], p.central_weights), -np.inf)
    for course, scenario in np.argwhere(p.feasible):
        expected = plain[:, scenario].max() - plain[course, scenario]
        assert found.central[course, scenario] == pytest.approx(expected, abs=1e-9)


def _some(p: Prospects, seed: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    size, likelihood, _, weights = point(p, np.random.default_rng(seed))
    return size, likelihood, weights

"""Ranges give ranges: bounds hold for every judgement, and exact ones are reached."""

import itertools
import math
import sys

import numpy as np
import pytest
from calendar_oracle import Judgement, as_policy, corners, known, policies, scenarios, worth
from calendar_strategies import Drawn, calendars
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.calendar import (
    Accrual,
    Calendar,
    Course,
    Day,
    Effect,
    Event,
    Values,
    compare_dates,
    follow,
    plans,
    ranges,
)
from hiwar.methods.calendar.ranges import Ranges

bounds = sys.modules[Ranges.__module__]  # the package has a function of that name


def blended(judgements: list[Judgement], shares: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Judgement:
    """A judgement between others: amounts, weights and likelihoods are each averaged."""

    def mean(maps: list[dict[str, float]]) -> dict[str, float]:
        return {key: float(sum(s * one[key] for s, one in zip(shares, maps, strict=True))) for key in maps[0]}

    first = judgements[0]
    return Judgement(
        mean([dict(j.points) for j in judgements]), mean([dict(j.weights) for j in judgements]),
        {key: mean([dict(j.likelihoods[key]) for j in judgements]) for key in first.likelihoods},
    )  # fmt: skip


def few_plans(calendar: Calendar, values: Values) -> Ranges:
    """As if there were too many plans to list."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plans, "MOST_FIGURES", 0)
        patch.setattr(plans, "_SAMPLED", 2)
        patch.setattr(bounds, "MOST_COMPARISONS", 0)
        return ranges(calendar, values)


def best_by_option(
    calendar: Calendar, values: Values, judgement: Judgement, date: Day, history: dict[str, str]
) -> dict[str, float]:
    scenario = next(s for s in scenarios(calendar) if history.items() <= s.items())
    found: dict[str, float] = {}
    for policy in policies(calendar, calendar.dates, date, scenario, must_commit=calendar.must_commit):
        first = policy[date, tuple(history.items())]
        value = worth(calendar, values, judgement, policy, calendar.dates, date, scenario)
        found[first] = max(found.get(first, -math.inf), value)
    return found


@pytest.mark.parametrize("limit", ["all plans", "some plans"])
@given(calendars(ranges=True, missing=True, most_dates=2, most_effects=3), st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_bounds_hold_everywhere_and_the_greatest_are_reached(limit: str, drawn: Drawn, seed: int) -> None:
    """Whether all plans are listed or not."""
    calendar, values = drawn
    rng = np.random.default_rng(seed)
    extremes = corners(calendar, values)
    mixed = [
        blended([extremes[n] for n in rng.integers(len(extremes), size=4)], rng.dirichlet(np.ones(4))) for _ in range(4)
    ]
    found = few_plans(calendar, values) if limit == "some plans" else ranges(calendar, values)
    for node in found.nodes:
        at_extremes = [best_by_option(calendar, values, j, node.date, dict(node.history)) for j in extremes]
        inside = [best_by_option(calendar, values, j, node.date, dict(node.history)) for j in mixed]
        for option in node.options:
            worths = [one[option.name] for one in at_extremes]
            assert math.isclose(max(worths), option.high, abs_tol=1e-7)
            assert min(worths + [one[option.name] for one in inside]) >= option.low - 1e-7
            assert option.guaranteed <= option.low + 1e-7
        for pair in node.comparisons:
            gaps = [one[pair.first] - one[pair.second] for one in (*at_extremes, *inside)]
            assert pair.low - 1e-7 <= min(gaps)
            assert max(gaps) <= pair.high + 1e-7
        for name in node.firm:
            assert all(one[name] >= max(one.values()) - 1e-7 for one in (*at_extremes, *inside))


@given(calendars(ranges=True, missing=True, most_dates=2, most_effects=3))
@settings(max_examples=40, deadline=None)
def test_a_guarantee_is_that_of_the_best_single_plan(drawn: Drawn) -> None:
    calendar, values = drawn
    extremes = corners(calendar, values)
    for node in ranges(calendar, values).nodes:
        history = dict(node.history)
        scenario = next(s for s in scenarios(calendar) if history.items() <= s.items())
        sure: dict[str, float] = {}
        for policy in policies(calendar, calendar.dates, node.date, scenario, must_commit=calendar.must_commit):
            worths = [worth(calendar, values, j, policy, calendar.dates, node.date, scenario) for j in extremes]
            first = policy[node.date, tuple(history.items())]
            sure[first] = max(sure.get(first, -math.inf), min(worths))
        for option in node.options:
            assert math.isclose(option.guaranteed, sure[option.name], abs_tol=1e-7)
            plan = as_policy(option.plan)
            worths = [worth(calendar, values, j, plan, calendar.dates, node.date, scenario) for j in extremes]
            assert math.isclose(min(worths), option.guaranteed, abs_tol=1e-7)


@given(calendars(most_dates=2, most_effects=2), st.data())
@settings(max_examples=30, deadline=None)
def test_a_bound_called_exact_is_reached_by_some_judgement(drawn: Drawn, data: st.DataObject) -> None:
    """Points of two effects on a fine grid: a difference changes by no more than the step allows."""
    calendar, plain = drawn
    spans = [data.draw(st.tuples(st.integers(-20, 0), st.integers(0, 20)), label="span") for _ in plain.effects]
    effects = tuple(
        Effect(**{**vars(effect), "points": (float(low), float(high)), "accrues": None})
        for effect, (low, high) in zip(plain.effects, spans, strict=True)
    )
    values = Values(effects)
    base = corners(calendar, Values(plain.effects))[0]
    grids = [np.linspace(low, high, 9) for low, high in spans]
    step = max(float(high - low) / 8 for low, high in spans)
    for node in ranges(calendar, values).nodes:
        found = []
        for amounts in itertools.product(*grids):
            points = {effect.name: float(amount) for effect, amount in zip(effects, amounts, strict=True)}
            judgement = Judgement(points, {}, base.likelihoods)
            found.append(best_by_option(calendar, values, judgement, node.date, dict(node.history)))
        slack = 2 * len(effects) * step / 2 + 1e-7
        for pair in node.comparisons:
            gaps = [one[pair.first] - one[pair.second] for one in found]
            assert pair.low_is_exact
            assert pair.high_is_exact
            assert min(gaps) - slack <= pair.low <= min(gaps) + 1e-7
            assert max(gaps) - 1e-7 <= pair.high <= max(gaps) + slack


@given(calendars(ranges=True, missing=True, most_dates=2, most_effects=3))
@settings(max_examples=40, deadline=None)
def test_a_policy_followed_by_another_party_is_worth_what_its_scenarios_bring(drawn: Drawn) -> None:
    calendar, values = drawn
    plan = ranges(calendar, values).start.plan
    policy, extremes = as_policy(plan), corners(calendar, values)
    found = follow(calendar, plan, values)
    start = calendar.dates[0]
    worths = []
    for judgement in extremes:
        by_history: dict[tuple[tuple[str, str], ...], float] = {}
        for scenario in scenarios(calendar):
            history = tuple(known(calendar, start, scenario).items())
            by_history.setdefault(history, worth(calendar, values, judgement, policy, calendar.dates, start, scenario))
        worths.append(sum(_likelihood(calendar, judgement, dict(h)) * value for h, value in by_history.items()))
    assert math.isclose(found.low, min(worths), abs_tol=1e-7)
    assert math.isclose(found.high, max(worths), abs_tol=1e-7)


def _likelihood(calendar: Calendar, judgement: Judgement, history: dict[str, str]) -> float:
    """Of what is known on the first date; nobody has committed before."""
    found = 1.0
    for event in calendar.events:
        if event.name in history:
            place = next((n for n, given in enumerate(event.given, start=1) if not given.after and all(
                history[name] in ways for name, ways in (given.when or {}).items())), 0)  # fmt: skip
            found *= judgement.likelihoods[event.name, place][history[event.name]]
    return found


def test_what_all_dates_share_cancels() -> None:
    """A course worth anything from 0 to 100 loses 4 to 6 by ten days of delay, whatever it is worth."""
    calendar = Calendar((0, 10), (Course("talks"), Course("pressure")))
    values = Values((
        Effect("gain of talks", (0, 100), ("talks",)), Effect("gain of pressure", (0, 100), ("pressure",)),
        Effect("delay", (-0.6, -0.4), accrues=Accrual(0)),
    ))  # fmt: skip
    found = compare_dates(calendar, values, [0], [10])
    assert (found.low, found.high) == (4.0, 6.0)
    assert found.low_is_exact
    assert found.high_is_exact
    assert ranges(calendar, values, only=[0]).start.high - ranges(calendar, values, only=[10]).start.low == 106.0


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_plan_a_little_surer_than_another_is_not_left_out(names: tuple[str, str]) -> None:
    """After the vote each course is better by 1 in one case; the surest plan heeds the vote."""
    vote = Event("vote", 5, ("yes", "no"), {"yes": 0.5, "no": 0.5})
    calendar = Calendar((0, 10), tuple(map(Course, names)), (vote,))
    values = Values((
        Effect("a", 1, ("a",), {"vote": ("yes",)}), Effect("b", (1, 1.2), ("b",), {"vote": ("no",)}),
    ))  # fmt: skip
    wait = next(option for option in ranges(calendar, values).node(0).options if option.name == "wait")
    assert [wait.low, wait.guaranteed, wait.high] == pytest.approx([1.0, 1.0, 1.1])


def test_a_bound_over_ranges_of_likelihoods_is_known_to_be_exact_where_it_is_reached() -> None:
    calendar = Calendar(
        (0, 10), (Course("talks"),), (Event("vote", 5, ("yes", "no"), {"yes": (0.2, 0.8), "no": (0.2, 0.8)}),)
    )
    values = Values(
        (Effect("talks", (0, 100)), Effect("late and lost", (-30, -10), when={"vote": ("no",)}, started_from=10))
    )
    found = compare_dates(calendar, values, [0], [10])
    assert [found.low, found.high] == pytest.approx([2.0, 24.0])
    assert found.low_is_exact
    assert found.high_is_exact


def test_the_best_plan_under_each_judgement_can_be_worth_more_than_any_one_plan_guarantees() -> None:
    """Two courses of which one is good and the other bad, and nobody knows which: one event nobody judged."""
    calendar = Calendar((0,), (Course("left"), Course("right")), (Event("coin", 5, ("heads", "tails")),))
    values = Values((
        Effect("left", 10, ("left",), {"coin": ("heads",)}), Effect("right", 10, ("right",), {"coin": ("tails",)}),
    ))  # fmt: skip
    start = ranges(calendar, values).start
    assert (start.guaranteed, start.high) == (0.0, 10.0)
    assert start.low <= 5.0 + 1e-9  # at even chances


def test_weights_are_taken_together_with_points() -> None:
    """Least of the better of 10 w and 10 (1 - w): 5, at even weights, which is no extreme weight."""
    calendar = Calendar((0,), (Course("east"), Course("west")))
    values = Values((Effect("east", 10, ("east",), domain="east"), Effect("west", 10, ("west",), domain="west")),
                    ({"east": 1.0, "west": 0.0}, {"east": 0.0, "west": 1.0}))  # fmt: skip
    start = ranges(calendar, values).start
    assert math.isclose(start.low, 5.0)
    assert start.low_is_exact
    assert (start.guaranteed, start.high) == (0.0, 10.0)


@given(calendars(ranges=True, missing=True))
@settings(max_examples=40, deadline=None)
def test_dates_are_compared_without_a_list_of_all_plans_within_the_bounds_found_with_it(drawn: Drawn) -> None:
    calendar, values = drawn
    first, second = [calendar.dates[0]], [calendar.dates[-1]]
    exact = compare_dates(calendar, values, first, second)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plans, "MOST_FIGURES", 0)
        patch.setattr(bounds, "MOST_COMPARISONS", 0)
        wide = compare_dates(calendar, values, first, second)
    if exact.low_is_exact:
        assert wide.low <= exact.low + 1e-7
    if exact.high_is_exact:
        assert wide.high >= exact.high - 1e-7

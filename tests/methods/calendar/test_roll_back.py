"""Rolling back, against the listing of every policy."""

import math

import numpy as np
from calendar_oracle import Judgement, corners, nodes, open_options, policies, scenarios, worth
from calendar_strategies import Drawn, calendars
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.calendar import Calendar, Day, Values, roll_back, roll_back_many


def central(calendar: Calendar, values: Values) -> Judgement:
    """The only judgement there is where nothing is a range."""
    found = corners(calendar, Values(values.effects))
    assert len(found) == 1
    rows = values.weights or ({effect.domain: 1.0 for effect in values.effects},)
    weights = {domain: float(np.mean([row[domain] for row in rows])) for domain in rows[0]}
    return Judgement(found[0].points, weights, found[0].likelihoods)


def best_of(calendar: Calendar, values: Values, judgement: Judgement, date: Day, history: dict[str, str],
            dates: tuple[Day, ...], *, must_commit: bool) -> dict[str, float]:  # fmt: skip
    """Option to the expected value of the best policy that begins with it."""
    scenario = next(s for s in scenarios(calendar) if history.items() <= s.items())
    found: dict[str, float] = {}
    for policy in policies(calendar, dates, date, scenario, must_commit=must_commit):
        first = policy[date, tuple(history.items())]
        value = worth(calendar, values, judgement, policy, dates, date, scenario)
        found[first] = max(found.get(first, -math.inf), value)
    assert list(found) == open_options(calendar, dates, date, scenario, must_commit=must_commit)
    return found


@given(calendars())
@settings(max_examples=60, deadline=None)
def test_every_option_is_worth_what_the_best_policy_that_begins_with_it_brings(drawn: Drawn) -> None:
    calendar, values = drawn
    judgement, rolled = central(calendar, values), roll_back(calendar, values)
    assert [(node.date, tuple(node.history.items())) for node in rolled.nodes] == nodes(calendar, calendar.dates)
    for node in rolled.nodes:
        expected = best_of(calendar, values, judgement, node.date, dict(node.history), calendar.dates,
                           must_commit=calendar.must_commit)  # fmt: skip
        found = {option.name: option.expected for option in node.options}
        assert list(found) == list(expected)
        np.testing.assert_allclose(list(found.values()), list(expected.values()), atol=1e-9)  # type: ignore[arg-type]
        most = max(expected.values())
        assert node.best == tuple(name for name, value in expected.items() if value >= most - 1e-7)


@given(calendars(), st.data())
@settings(max_examples=30, deadline=None)
def test_committing_on_some_dates_only_is_the_best_of_the_policies_that_do(drawn: Drawn, data: st.DataObject) -> None:
    calendar, values = drawn
    only = data.draw(st.sets(st.sampled_from(calendar.dates), min_size=1))
    dates = tuple(day for day in calendar.dates if day in only)
    judgement, rolled = central(calendar, values), roll_back(calendar, values, only=only)
    for node in rolled.nodes:
        expected = best_of(calendar, values, judgement, node.date, dict(node.history), dates, must_commit=True)
        found = {option.name: option.expected for option in node.options}
        assert list(found) == list(expected)
        np.testing.assert_allclose(list(found.values()), list(expected.values()), atol=1e-9)  # type: ignore[arg-type]


@given(calendars(missing=True))
@settings(max_examples=60, deadline=None)
def test_a_figure_is_given_without_a_likelihood_exactly_where_no_likelihood_changes_it(drawn: Drawn) -> None:
    calendar, values = drawn
    rows = values.weights or ({effect.domain: 1.0 for effect in values.effects},)
    weights = {domain: float(np.mean([row[domain] for row in rows])) for domain in rows[0]}
    extremes = [Judgement(j.points, weights, j.likelihoods) for j in corners(calendar, Values(values.effects))]
    names = list(extremes[0].likelihoods)
    middle = {name: {way: float(np.mean([j.likelihoods[name][way] for j in extremes])) for way in ("yes", "no")}
              for name in names}  # fmt: skip
    judgements = [*extremes, Judgement(extremes[0].points, weights, middle)]
    for node in roll_back(calendar, values).nodes:
        expected = [best_of(calendar, values, judgement, node.date, dict(node.history), calendar.dates,
                            must_commit=calendar.must_commit) for judgement in judgements]  # fmt: skip
        for option in node.options:
            worths = [one[option.name] for one in expected]
            if option.expected is None:
                assert np.ptp(worths) > 1e-9
            else:
                np.testing.assert_allclose(worths, option.expected, atol=1e-7)


@given(calendars(), st.integers(0, 2**31))
@settings(max_examples=30, deadline=None)
def test_many_judgements_at_once_are_as_one_after_the_other(drawn: Drawn, seed: int) -> None:
    calendar, values = drawn
    rng = np.random.default_rng(seed)
    points = {effect.name: rng.integers(-9, 9, 3).astype(float) for effect in values.effects[:1]}
    shares = rng.uniform(size=3)
    likelihoods = {event.name: np.column_stack([shares, 1 - shares]) for event in calendar.events[:1]}
    many = roll_back_many(calendar, values, points=points, likelihoods=likelihoods)
    for place in range(3):
        changed = tuple(
            type(effect)(**{**vars(effect), "points": float(points[effect.name][place])})
            if effect.name in points
            else effect
            for effect in values.effects
        )
        events = tuple(
            type(event)(**{**vars(event), "likelihood": {"yes": shares[place], "no": 1 - shares[place]}})
            if event.name in likelihoods else event
            for event in calendar.events
        )  # fmt: skip
        alone = roll_back(Calendar(calendar.dates, calendar.courses, events, calendar.must_commit, calendar.ends),
                          Values(changed, values.weights))  # fmt: skip
        assert alone.expected is not None
        np.testing.assert_allclose(many.expected[place], alone.expected, atol=1e-9)
        for node, one in zip(many.nodes, alone.nodes, strict=True):
            assert node.options == tuple(option.name for option in one.options)
            worths = [option.expected for option in one.options]
            np.testing.assert_allclose(node.expected[place], worths, atol=1e-9)  # type: ignore[arg-type]

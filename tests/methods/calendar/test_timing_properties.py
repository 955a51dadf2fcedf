"""What must hold of any calendar: requirement R5."""

import itertools
import math
from dataclasses import replace

import pytest
from calendar_strategies import Drawn, calendars
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.methods.calendar import (
    WAIT,
    Accrual,
    Calendar,
    Course,
    Effect,
    Event,
    Values,
    before_and_after,
    compare_dates,
    delay_costs,
    flips,
    follow,
    ranges,
    roll_back,
    start_dates,
    values_of_waiting,
)

NOW, LATER, LAST = 0, 10, 20


def standing() -> tuple[Calendar, Values]:
    """Talks now, or wait for an election that may open something better."""
    better = Course("better", opened_by=({"election": ("won",)},))
    calendar = Calendar((NOW, LATER, LAST), (Course("talks"), better),
                        (Event("election", 15, ("won", "lost"), {"won": 0.4, "lost": 0.6}),))  # fmt: skip
    values = Values((
        Effect("talks", 50, ("talks",)), Effect("better", 90, ("better",)),
        Effect("delay", (-0.6, -0.4), accrues=Accrual(NOW)),
    ))  # fmt: skip
    return calendar, values


@given(calendars(ranges=True), st.integers(1, 5))
@settings(max_examples=25, deadline=None)
def test_r5_raising_the_cost_of_delay_never_makes_a_later_start_better(drawn: Drawn, rate: int) -> None:
    calendar, values = drawn
    dearer = replace(values, effects=(*values.effects, Effect("more delay", -rate, accrues=Accrual(calendar.dates[0]))))
    for cheap, dear in zip(values_of_waiting(calendar, values), values_of_waiting(calendar, dearer), strict=True):
        if cheap.date == calendar.dates[0] and cheap.value is not None and dear.value is not None:
            assert dear.value <= cheap.value + 1e-9
            pairs = zip(cheap.differences, dear.differences, strict=True)
            assert all(b.low <= a.low + 1e-7 and b.high <= a.high + 1e-7 for a, b in pairs)
    plain = replace(calendar, courses=tuple(Course(course.name) for course in calendar.courses))
    for first, second in itertools.pairwise(calendar.dates):
        cheap_pair, dear_pair = (compare_dates(plain, v, [first], [second]) for v in (values, dearer))
        assert dear_pair.low >= cheap_pair.low - 1e-7
        assert dear_pair.high >= cheap_pair.high - 1e-7


@given(calendars(ranges=True, missing=True))
@settings(max_examples=25, deadline=None)
def test_r5_without_costs_of_delay_and_without_events_no_date_is_preferred(drawn: Drawn) -> None:
    calendar, values = drawn
    timeless = tuple(
        replace(e, started_from=None, started_before=None, accrues=None, when=None) for e in values.effects
    )
    calendar = replace(calendar, events=(), courses=tuple(Course(c.name) for c in calendar.courses), must_commit=True)
    values = replace(values, effects=timeless)
    found = start_dates(calendar, values)
    assert len({start.expected for start in found.dates}) == 1
    assert all((pair.low, pair.high) == (0.0, 0.0) for pair in found.comparisons)
    assert all(cost.low == cost.high == 0.0 for cost in delay_costs(calendar, values))
    for node in roll_back(calendar, values).nodes[:-1]:
        assert WAIT in node.best
        assert len(node.best) > 1
    assert all(waiting.value == 0.0 for waiting in values_of_waiting(calendar, values))


@pytest.mark.parametrize("shift", [0, 3, 5])
def test_r5_moving_the_event_moves_the_result_with_it(shift: int) -> None:
    """Pressure that lasts until the election: an election some days later costs so many days more."""
    calendar, values = standing()
    election = replace(calendar.events[0], on=15 + shift)
    moved = replace(calendar, events=(election,), dates=(NOW, LATER, 30), ends=30)
    pressure = replace(values, effects=(*values.effects[:2], Effect("pressure", -1, accrues=Accrual(NOW, "election"))))
    last = [cost for cost in delay_costs(moved, pressure) if cost.date == 30]
    assert {cost.centre for cost in last} == {15.0 + shift}
    after = before_and_after(moved, pressure)[0].after
    assert after is not None
    assert math.isclose(after, 0.4 * 90 + 0.6 * 50 - 15 - shift)


def test_r5_a_date_that_an_event_reaches_is_before_it_no_longer() -> None:
    calendar, values = standing()
    later = replace(calendar, events=(replace(calendar.events[0], on=25),))
    assert [node.history for node in roll_back(calendar, values).nodes][-1] == {"election": "lost"}
    assert all(not node.history for node in roll_back(later, values).nodes)
    assert before_and_after(later, values)[0].after is None


@given(calendars(ranges=True))
@settings(max_examples=25, deadline=None)
def test_waiting_that_costs_nothing_and_closes_nothing_is_never_worse(drawn: Drawn) -> None:
    calendar, values = drawn
    free = tuple(replace(e, started_from=None, started_before=None, accrues=None) for e in values.effects)
    always_open = tuple(
        replace(c, opens=None, closes=None, closed_by=(), if_it_fails=None if not c.needs else c.if_it_fails)
        for c in calendar.courses
    )
    # A fallback that is known to count in the end can be chosen itself; so nothing is lost by knowing.
    always_open = tuple(Course(c.name, opened_by=c.opened_by) for c in always_open)
    events = tuple(replace(e, given=tuple(g for g in e.given if not g.after)) for e in calendar.events)
    calendar, values = replace(calendar, courses=always_open, events=events), replace(values, effects=free)
    for waiting in values_of_waiting(calendar, values):
        assert waiting.value is None or waiting.value >= -1e-9
        assert all(pair.low >= -1e-7 for pair in waiting.differences)


@given(calendars(ranges=True, missing=True))
@settings(max_examples=25, deadline=None)
def test_the_order_of_courses_events_and_effects_changes_nothing(drawn: Drawn) -> None:
    calendar, values = drawn
    turned = replace(calendar, courses=calendar.courses[::-1], events=calendar.events[::-1])
    backwards = replace(values, effects=values.effects[::-1], weights=values.weights[::-1])
    here, there = roll_back(calendar, values), roll_back(turned, backwards)
    for node, other in zip(here.nodes, there.nodes, strict=True):
        assert (node.date, node.history, set(node.best)) == (other.date, other.history, set(other.best))
        for option in node.options:
            assert option.expected == pytest.approx(other.option(option.name).expected, abs=1e-9)
    assert ranges(calendar, values).start.low == pytest.approx(ranges(turned, backwards).start.low, abs=1e-7)
    assert ranges(calendar, values).start.high == pytest.approx(ranges(turned, backwards).start.high, abs=1e-7)


@given(calendars())
@settings(max_examples=30, deadline=None)
def test_the_advice_is_the_same_all_along_a_stretch_and_changes_at_its_end(drawn: Drawn) -> None:
    calendar, values = drawn
    date = calendar.dates[0]
    for node in roll_back(calendar, values).nodes[:1]:
        for flip in flips(calendar, values, date=date, known=node.history):
            assert (flip.stretches[0].low, flip.stretches[-1].high) == (0.0, 1.0)
            for stretch in flip.stretches:
                for share in (0.25, 0.5, 0.75):
                    at = stretch.low + share * (stretch.high - stretch.low)
                    moved = moved_to(calendar, flip.event, flip.place, flip.option, at)
                    found = roll_back(moved, values).node(date, node.history)
                    assert set(stretch.best) == set(found.best)
            for stretch in flip.stretches[1:]:
                moved = moved_to(calendar, flip.event, flip.place, flip.option, stretch.low)
                assert len(roll_back(moved, values).node(date, node.history).best) > 1


def moved_to(calendar: Calendar, event: str, place: int, option: str, likelihood: float) -> Calendar:
    """The calendar with another likelihood of one option of an event with two."""

    def changed(one: Event) -> Event:
        stated = {way: likelihood if way == option else 1 - likelihood for way in one.options}
        if one.name != event:
            return one
        if place == 0:
            return replace(one, likelihood=stated)
        given = list(one.given)
        given[place - 1] = replace(given[place - 1], likelihood=stated)
        return replace(one, given=tuple(given))

    return replace(calendar, events=tuple(changed(one) for one in calendar.events))


def test_the_likelihood_at_which_waiting_no_longer_pays() -> None:
    """Wait 20 days at 0.5 a day for 40 points more with likelihood p: even at p = 1/4."""
    calendar, values = standing()
    won, lost = flips(calendar, values)
    assert [s.best for s in won.stretches] == [("talks",), (WAIT,)]
    assert [s.low for s in won.stretches] == pytest.approx([0.0, 0.25])
    assert won.nearest == pytest.approx(0.25)
    assert lost.nearest == pytest.approx(0.75)


def test_what_a_later_choice_is_worth_bends_and_the_advice_may_flip_twice() -> None:
    """Two bets that open later, before the coin falls; in between lies a sure thing that must be taken now."""
    calendar = Calendar((0, 10), (Course("sure", closes=5), Course("heads", opens=5), Course("tails", opens=5)),
                        (Event("coin", 20, ("heads", "tails"), {"heads": 0.5, "tails": 0.5}),))  # fmt: skip
    values = Values(
        (Effect("sure", 6, ("sure",)), *(Effect(way, 10, (way,), {"coin": (way,)}) for way in ("heads", "tails")))
    )
    heads = flips(calendar, values)[0]
    assert [stretch.best for stretch in heads.stretches] == [(WAIT,), ("sure",), (WAIT,)]
    assert [stretch.low for stretch in heads.stretches] == pytest.approx([0.0, 0.4, 0.6])
    assert heads.nearest is not None
    assert abs(heads.nearest - 0.5) == pytest.approx(0.1)


def test_three_options_keep_their_proportion_when_one_is_moved() -> None:
    calendar = Calendar((0, 10), (Course("safe"), Course("bold", opened_by=({"vote": ("yes",)},))),
                        (Event("vote", 5, ("yes", "no", "tie"), {"yes": 0.5, "no": 0.3, "tie": 0.2}),))  # fmt: skip
    values = Values((Effect("safe", 10, ("safe",)), Effect("bold", 30, ("bold",)),
                     Effect("delay", -4, accrues=Accrual(0, 1)), Effect("tie", -20, when={"vote": ("tie",)},
                     started_from=10)))  # fmt: skip
    yes = flips(calendar, values)[0]
    # Waiting: 10 - 4 + 20 p - 20 (1 - p) 0.4 against 10: even at 28 p = 12.
    assert [s.low for s in yes.stretches] == pytest.approx([0.0, 12 / 28])


def test_what_is_missing_for_a_flip_is_named() -> None:
    calendar, values = standing()
    unknown = replace(calendar, events=(replace(calendar.events[0], likelihood=None),
                                        Event("vote", 5, ("yes", "no"), {"yes": 0.5, "no": 0.5})))  # fmt: skip
    found = {(flip.event, flip.option): flip for flip in flips(unknown, values)}
    assert found["vote", "yes"].missing == ("election",)
    assert found["vote", "yes"].stretches == ()
    won = found["election", "won"]
    assert (won.missing, won.present, won.nearest) == ((), None, None)
    assert [s.best for s in won.stretches] == [("talks",), (WAIT,)]
    three = replace(calendar, events=(replace(calendar.events[0], options=("won", "lost", "void"), likelihood=None),))
    assert all(flip.missing == ("election",) for flip in flips(three, values))


def test_waiting_is_split_into_what_it_costs_and_what_it_teaches() -> None:
    calendar, values = standing()
    first = values_of_waiting(calendar, values)[0]
    assert first.now == ("talks",)
    assert first.value == pytest.approx(0.4 * 90 + 0.6 * 50 - 10 - 50)
    assert first.delay == pytest.approx(-5.0)  # talks ten days later, heeding nothing
    assert first.learning == pytest.approx(first.value + 5.0)  # type: ignore[operator]
    talks = first.differences[0]
    # At 0.6 a day and at 0.4 a day; waiting a little and talking then is worth 4 to 6 less.
    assert [talks.low, talks.high] == pytest.approx([4.0, 8.0])


def test_without_likelihoods_nothing_is_averaged_and_every_scenario_is_shown() -> None:
    calendar, values = standing()
    unknown = replace(calendar, events=(replace(calendar.events[0], likelihood=None),))
    rolled, found = roll_back(unknown, values), start_dates(unknown, values)
    assert rolled.expected is None
    assert rolled.node(NOW).best == ()
    assert rolled.node(NOW).option("talks").expected == 50.0
    assert rolled.node(LAST, {"election": "won"}).best == ("better",)
    assert [start.expected for start in found.dates] == [50.0, 45.0, None]
    rows = {(s.date, s.course, s.scenario["election"]): s for s in found.starts}
    assert rows[NOW, "talks", "won"].regret == 30.0
    assert rows[LAST, "better", "won"].regret == 0.0
    assert rows[LAST, "better", "lost"].status == "impossible"
    assert rows[LAST, "talks", "lost"].regret_most == 12.0
    assert rolled.policy[0].choose == ()
    assert [later.choose for later in rolled.policy[0].then[0].then] == [("better",), ("talks",)]


def test_a_course_whose_needs_are_open_waits_for_them_unless_failing_has_a_stated_worth() -> None:
    calendar = Calendar((0, 10), (Course("talks"), Course("exit", needs=({"vote": ("yes",)},))),
                        (Event("vote", 5, ("yes", "no"), {"yes": 0.5, "no": 0.5}),))  # fmt: skip
    values = Values((Effect("talks", 10, ("talks",)), Effect("exit", 60, ("exit",))))
    rolled = roll_back(calendar, values)
    assert rolled.node(0).unsettled == ("exit",)
    statuses = {(s.date, s.scenario["vote"]): (s.status, s.centre) for s in start_dates(calendar, values).starts
                if s.course == "exit"}  # fmt: skip
    assert statuses == {
        (0, "yes"): ("unsettled", 60.0), (0, "no"): ("impossible", None),
        (10, "yes"): ("open", 60.0), (10, "no"): ("impossible", None),
    }  # fmt: skip
    stated = replace(calendar, courses=(calendar.courses[0], replace(calendar.courses[1], if_it_fails="talks")))
    assert roll_back(stated, values).node(0).option("exit").expected == 35.0


def test_each_party_is_told_what_the_seats_policy_is_worth_to_it() -> None:
    calendar, values = standing()
    other = Values((Effect("calm", 20, started_from=LATER), Effect("their loss", (-40, -30), ("better",))))
    policy = roll_back(calendar, values).policy
    found = follow(calendar, policy, other)
    assert found.expected == pytest.approx(20 - 0.4 * 35)
    assert [found.low, found.high] == pytest.approx([20 - 0.4 * 40, 20 - 0.4 * 30])
    assert [(part.course, part.date, part.centre) for part in found.scenarios] == [
        ("better", LAST, -15.0), ("talks", LAST, 20.0)]  # fmt: skip


def test_an_event_on_which_nothing_depends_neither_widens_bounds_nor_gets_a_likelihood() -> None:
    calendar, values = standing()
    idle = tuple(Event(f"idle{n}", 12, ("yes", "no")) for n in range(13))
    found = roll_back(calendar, values).node(NOW)
    with_it = replace(calendar, events=(*calendar.events, idle[0]))
    assert roll_back(with_it, values).node(NOW).options == found.options
    assert roll_back(with_it, values).node(LAST, {"idle0": "yes", "election": "won"}).probability is None
    # 2^13 extremes are too many to list, but none of them matters.
    assert ranges(
        replace(calendar, events=(calendar.events[0], *idle), dates=(NOW,)), values
    ).start.low == pytest.approx(50.0)


def test_a_figure_that_is_the_same_at_both_extremes_of_a_likelihood_is_not_told_if_it_differs_between_them() -> None:
    """The better of two bets on a coin nobody judged: 10 if it is sure to fall either way, 5 at even chances."""
    calendar = Calendar((0, 1), (Course("left"), Course("right")), (Event("coin", 5, ("heads", "tails")),))
    values = Values((
        Effect("left", 10, ("left",), {"coin": ("heads",)}), Effect("right", 10, ("right",), {"coin": ("tails",)}),
    ))  # fmt: skip
    rolled = roll_back(calendar, values)
    assert rolled.expected is None
    assert [option.expected for option in rolled.node(0).options] == [None, None, None]

"""A calendar as arrays: scenarios, who knows what when, what can be started, what counts where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray, IntArray
from hiwar.methods.calendar.checks import check_calendar, check_values, ends_of, in_order, number_of
from hiwar.methods.calendar.distributions import Distribution, distribution_of
from hiwar.methods.calendar.forms import (
    NEVER,
    Calendar,
    Course,
    Effect,
    Event,
    ModelError,
    Moment,
    Pattern,
    Scenario,
    Values,
)

MOST_SCENARIOS = 1 << 14
MOST_CELLS = 1 << 26
_FOREVER = 1 << 40


@dataclass(frozen=True, eq=False)
class Arrays:
    """A calendar indexed by course, decision date and scenario.

    Scenarios are every combination of the events' options, the earliest event slowest; so the scenarios of one history
    lie side by side. Index ``len(courses)`` among courses stands for no commitment.
    """

    calendar: Calendar
    courses: tuple[str, ...]
    events: tuple[Event, ...]
    """In the order in which they are settled."""
    days: IntArray
    """(date,)"""
    sizes: tuple[int, ...]
    """Options of each event."""
    option_of: IntArray
    """(event, scenario)"""
    known: tuple[int, ...]
    """(date,): how many events are settled by then."""
    can_start: BoolArray
    """(course, date, scenario): alike for all scenarios of a history."""
    needs_unsettled: BoolArray
    """(course, date, scenario): it could be started but for needs that are not known to hold."""
    counts_as: IntArray
    """(course, scenario): the course whose effects count; another one where it fails, -1 if nobody said which."""
    distributions: tuple[Distribution, ...]
    governs: IntArray
    """(course, event, scenario): the distribution of the event after a commitment to the course, if it comes later."""

    @property
    def n_scenarios(self) -> int:
        """Combinations of the events' options; 1 without events."""
        return prod(self.sizes)

    def n_histories(self, date: int) -> int:
        """What can be known at a date."""
        return prod(self.sizes[: self.known[date]])

    def histories(self, known: int) -> list[Scenario]:
        """What the first events may have brought, in the order of scenarios."""
        first = self.events[:known]
        return [dict(zip((event.name for event in first), options, strict=True))
                for options in product(*(event.options for event in first))]  # fmt: skip


def compile_calendar(calendar: Calendar) -> Arrays:
    """Turn names into indices.

    Raises
    ------
    ModelError
        The calendar is not well formed (all problems are said at once), or has more scenarios than can be listed.
    """
    check_calendar(calendar)
    events = in_order(calendar)
    sizes = tuple(len(event.options) for event in events)
    if prod(sizes) > MOST_SCENARIOS:
        raise ModelError(f"{prod(sizes)} scenarios are too many; at most {MOST_SCENARIOS} can be listed")
    option_of = np.indices(sizes).reshape(len(sizes), prod(sizes)).astype(np.int64)
    days = np.array([number_of(day) for day in calendar.dates], dtype=np.int64)
    known = tuple(sum(number_of(event.on) <= day for event in events) for day in days.tolist())
    fits = fitting(events, option_of)
    needs = np.array([np.all([fits(None), *(fits(p) for p in course.needs)], axis=0) for course in calendar.courses])
    starts, unsettled = _starts(calendar, days, known, sizes, fits, needs)
    distributions, governs = _distributions(calendar, events, fits)
    return Arrays(
        calendar, tuple(course.name for course in calendar.courses), events, days, sizes, option_of, known,
        starts, unsettled, _counts_as(calendar.courses, needs), distributions, governs,
    )  # fmt: skip


Fits = Callable[[Pattern | None], BoolArray]


def fitting(events: tuple[Event, ...], option_of: IntArray) -> Fits:
    """A function that says in which scenarios a pattern fits."""
    places = {event.name: place for place, event in enumerate(events)}

    def fits(pattern: Pattern | None) -> BoolArray:
        holds = np.ones(option_of.shape[1], dtype=np.bool_)
        for name, ways in (pattern or {}).items():
            place = places[name]
            holds &= np.isin(option_of[place], [events[place].options.index(way) for way in ways])
        return holds

    return fits


def day_of(calendar: Calendar, moment: Moment | None, otherwise: int) -> int:
    """A moment as the number of a day."""
    if moment is None:
        return otherwise
    days = {event.name: event.on for event in calendar.events}
    return number_of(days[moment] if isinstance(moment, str) else moment)


def _starts(
    calendar: Calendar, days: IntArray, known: tuple[int, ...], sizes: tuple[int, ...], fits: Fits, needs: BoolArray
) -> tuple[BoolArray, BoolArray]:
    """(course, date, scenario): what can be started; and what cannot only because its needs are not settled."""
    shape = (len(calendar.courses), len(days), prod(sizes))
    starts, unsettled = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
    for (c, course), (t, day) in product(enumerate(calendar.courses), enumerate(days.tolist())):
        if not day_of(calendar, course.opens, -_FOREVER) <= day < day_of(calendar, course.closes, _FOREVER):
            continue
        opened = np.array([_for_sure(fits(p), known[t], sizes) for p in course.opened_by])
        closed = np.array([_for_sure(fits(p), known[t], sizes) for p in course.closed_by])
        is_open = (opened.any(axis=0) if len(opened) else True) & ~(closed.any(axis=0) if len(closed) else False)
        can_hold = ~_for_sure(~needs[c], known[t], sizes)
        ready = can_hold if course.if_it_fails is not None else _for_sure(needs[c], known[t], sizes)
        starts[c, t] = is_open & ready
        unsettled[c, t] = is_open & can_hold & ~ready
    return starts, unsettled


def _for_sure(holds: BoolArray, known: int, sizes: tuple[int, ...]) -> BoolArray:
    """(scenario,): it holds in all scenarios with the same history."""
    n_histories = prod(sizes[:known])
    everywhere = holds.reshape(n_histories, -1).all(axis=1)
    return np.repeat(everywhere, len(holds) // n_histories)


def _counts_as(courses: tuple[Course, ...], needs: BoolArray) -> IntArray:
    names = [*(course.name for course in courses), NEVER]
    counts = np.full(needs.shape, -1, dtype=np.int64)
    for c, s in np.ndindex(*needs.shape):
        at, passed = c, set[int]()
        while at not in (-1, len(courses)) and not needs[at, s] and at not in passed:
            passed.add(at)
            fallback = courses[at].if_it_fails
            at = -1 if fallback is None else names.index(fallback)
        counts[c, s] = -1 if at in passed else at
    return counts


def _distributions(
    calendar: Calendar, events: tuple[Event, ...], fits: Fits
) -> tuple[tuple[Distribution, ...], IntArray]:
    """Every distribution that is stated, and which one governs where: the first `Given` that fits, else the own one."""
    names = [course.name for course in calendar.courses]
    found: list[Distribution] = []
    governs = np.zeros((len(names) + 1, len(events), len(fits(None))), dtype=np.int64)
    for e, event in enumerate(events):
        governs[:, e] = len(found)
        found.append(distribution_of(event, event.likelihood, 0))
        for place in range(len(event.given), 0, -1):
            given = event.given[place - 1]
            who = [names.index(name) for name in given.after] or list(range(len(names) + 1))
            for course in who:
                governs[course, e, fits(given.when)] = len(found)
            found.append(distribution_of(event, given.likelihood, place))
    return tuple(found), governs


@dataclass(frozen=True, eq=False)
class Stakes:
    """What counts where for one party; arrays are indexed by effect last."""

    effects: tuple[str, ...]
    low: FloatArray
    """(effect,): points."""
    high: FloatArray
    centre: FloatArray
    weights: FloatArray
    """(extreme, effect): weight of the effect's domain at each extreme of the admissible weights."""
    counts: FloatArray
    """(course, date, scenario, effect): how often it counts: 0, 1, or days of delay."""
    counts_never: FloatArray
    """(scenario, effect): without any commitment."""

    @property
    def central_points(self) -> FloatArray:
        """(effect,): weighted, at the central judgements."""
        points: FloatArray = self.centre * self.weights.mean(axis=0)
        return points


def compile_values(arrays: Arrays, values: Values) -> Stakes:
    """Turn a party's values into arrays for this calendar; `ModelError` if they do not fit it."""
    calendar = arrays.calendar
    check_values(calendar, values)
    n_courses, n_dates = len(arrays.courses), len(arrays.days)
    n_effects, n_scenarios = len(values.effects), arrays.n_scenarios
    if n_courses * n_dates * n_scenarios * n_effects > MOST_CELLS:
        raise ModelError(f"{n_effects} effects of {n_courses} courses on {n_dates} dates in {n_scenarios} scenarios "
                         f"are more than fit into memory")  # fmt: skip
    counts = np.zeros((n_courses, n_dates, n_scenarios, n_effects))
    never = np.zeros((n_scenarios, n_effects))
    fits = fitting(arrays.events, arrays.option_of)
    for i, effect in enumerate(values.effects):
        holds = fits(effect.when)
        who = np.array([_names(effect, name) for name in (*arrays.courses, NEVER)])
        often = _often(calendar, effect, arrays.days)
        taken = who[arrays.counts_as] & holds & (arrays.counts_as >= 0)
        counts[:, :, :, i] = taken[:, None, :] * often[:-1, None]
        never[:, i] = who[-1] * often[-1] * holds
    low, high = np.array([ends_of(effect.points) for effect in values.effects]).reshape(-1, 2).T
    stated = [effect.centre for effect in values.effects]
    centre = np.array([(a + b) / 2 if c is None else c for a, b, c in zip(low, high, stated, strict=True)])
    names = tuple(effect.name for effect in values.effects)
    return Stakes(names, low, high, centre, _weights(values), counts, never)


def _names(effect: Effect, course: str) -> bool:
    return not effect.courses or course in effect.courses


def _often(calendar: Calendar, effect: Effect, days: IntArray) -> FloatArray:
    """(date + 1,): how often an effect counts if the commitment is made on a date, last: never."""
    starts = np.append(days, _FOREVER)
    counts = (starts >= day_of(calendar, effect.started_from, -_FOREVER)) & (
        starts < day_of(calendar, effect.started_before, _FOREVER + 1)
    )
    if effect.accrues is None:
        return counts.astype(np.float64)
    ends = number_of(calendar.ends) if calendar.ends is not None else int(days[-1])
    until = np.minimum(starts, day_of(calendar, effect.accrues.until, ends))
    delay = np.maximum(until - day_of(calendar, effect.accrues.since, 0), 0)
    often: FloatArray = (counts * delay).astype(np.float64)
    return often


def _weights(values: Values) -> FloatArray:
    """(extreme, effect)"""
    rows: tuple[Mapping[str, float], ...] = values.weights or ({effect.domain: 1.0 for effect in values.effects},)
    weights = np.array([[row[effect.domain] for effect in values.effects] for row in rows], dtype=np.float64)
    return weights.reshape((len(rows), len(values.effects)))

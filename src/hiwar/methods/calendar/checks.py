"""What is wrong with a calendar, said all at once."""

import datetime
from collections.abc import Collection, Iterator
from difflib import get_close_matches

import numpy as np

from hiwar.methods.calendar.forms import (
    NEVER,
    WAIT,
    Calendar,
    Course,
    Effect,
    Event,
    Likelihood,
    ModelError,
    Moment,
    Pattern,
    Range,
    Values,
)


def check_calendar(calendar: Calendar) -> None:
    """Refuse names that nobody knows, likelihoods that cannot be, dates out of order."""
    _raise([*_names(calendar), *_days(calendar), *_courses(calendar), *_events(calendar)])


def check_values(calendar: Calendar, values: Values) -> None:
    """Refuse effects that name what is not in the calendar, ranges that run backwards, weights that are missing."""
    problems = [problem for effect in values.effects for problem in _effect(calendar, effect)]
    domains = {effect.domain for effect in values.effects}
    for number, weights in enumerate(values.weights, start=1):
        problems += [f"weights {number}: no weight for domain {name!r}" for name in sorted(domains - set(weights))]
        problems += [f"weights {number}: {name!r} weighs {weights[name]:g}; 0 or more would do"
                     for name in sorted(weights) if not 0 <= weights[name] < np.inf]  # fmt: skip
    _raise(problems)


def ends_of(amount: Range) -> tuple[float, float]:
    """Least and greatest."""
    low, high = amount if isinstance(amount, tuple) else (amount, amount)
    return float(low), float(high)


def _raise(problems: list[str]) -> None:
    if problems:
        raise ModelError("\n".join(problems))


def _unknown(kind: str, name: str, known: Collection[str], where: str) -> str:
    near = get_close_matches(name, list(known), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(map(repr, known)) or 'none'}"
    return f"{where}: {name!r} is not {kind} of this calendar{hint}"


def _names(calendar: Calendar) -> Iterator[str]:
    for kind, names in (("course", [course.name for course in calendar.courses]),
                        ("event", [event.name for event in calendar.events])):  # fmt: skip
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name!r} is the name of more than one {kind}"
    for course in calendar.courses:
        if course.name in (WAIT, NEVER):
            yield f"a course cannot be called {course.name!r}: the word says that nothing is committed to"
    if not calendar.courses:
        yield "a calendar needs a course to commit to"
    if not calendar.dates:
        yield "a calendar needs a date on which the seat can decide"


def _days(calendar: Calendar) -> Iterator[str]:
    days = [*calendar.dates, *(event.on for event in calendar.events)]
    days += [day for day in (calendar.ends,) if day is not None]
    if len({isinstance(day, datetime.date) for day in days}) > 1:
        yield "days are numbers in one place and dates in another; use one of the two throughout"
        return
    if any(a >= b for a, b in zip(calendar.dates, calendar.dates[1:], strict=False)):  # type: ignore[operator]
        yield f"decision dates must rise; found {', '.join(map(str, calendar.dates))}"
    if calendar.ends is not None and calendar.dates and calendar.ends < calendar.dates[-1]:  # type: ignore[operator]
        yield f"the calendar ends on {calendar.ends}, before its last decision date {calendar.dates[-1]}"


def _events(calendar: Calendar) -> Iterator[str]:
    for event in calendar.events:
        if not event.options or len(set(event.options)) < len(event.options):
            yield f"event {event.name!r} needs options with names of their own; found {event.options}"
        if event.likelihood is not None:
            yield from _likelihood(event, event.likelihood, f"event {event.name!r}")
        for number, given in enumerate(event.given, start=1):
            where = f"event {event.name!r}, given {number}"
            yield from _likelihood(event, given.likelihood, where)
            yield from _pattern(calendar, given.when, where)
            yield from (_unknown("a course", name, [c.name for c in calendar.courses], where)
                        for name in given.after if name not in [c.name for c in calendar.courses])  # fmt: skip
            yield from _settled_before(calendar, event, given.when, where)


def _settled_before(calendar: Calendar, event: Event, when: Pattern | None, where: str) -> Iterator[str]:
    order = [other.name for other in in_order(calendar)]
    for name in when or {}:
        if name in order and order.index(name) >= order.index(event.name):
            yield f"{where}: {name!r} is not settled before {event.name!r}"


def in_order(calendar: Calendar) -> tuple[Event, ...]:
    """Events by day; those of one day as they are listed."""
    return tuple(sorted(calendar.events, key=lambda event: number_of(event.on)))


def number_of(day: int | datetime.date) -> int:
    """A day as a number."""
    return day.toordinal() if isinstance(day, datetime.date) else int(day)


def _likelihood(event: Event, likelihood: Likelihood, where: str) -> Iterator[str]:
    for name in likelihood:
        if name not in event.options:
            yield _unknown(f"an option of event {event.name!r}", name, event.options, where)
    missing = [option for option in event.options if option not in likelihood]
    if missing:
        yield f"{where}: no likelihood for {', '.join(map(repr, missing))}"
        return
    ranges = [ends_of(likelihood[option]) for option in event.options]
    yield from (f"{where}: {low:g} to {high:g} is no range of probabilities"
                for low, high in ranges if not 0 <= low <= high <= 1)  # fmt: skip
    least, most = (sum(ends) for ends in zip(*ranges, strict=True))
    if least > 1 + 1e-9 or most < 1 - 1e-9:
        yield f"{where}: likelihoods add up to {least:g} at least and {most:g} at most; 1 is needed"


def _courses(calendar: Calendar) -> Iterator[str]:
    names = [course.name for course in calendar.courses]
    for course in calendar.courses:
        where = f"course {course.name!r}"
        for pattern in (*course.opened_by, *course.closed_by, *course.needs):
            yield from _pattern(calendar, pattern, where)
        for moment in (course.opens, course.closes):
            yield from _moment(calendar, moment, where)
        yield from _fallback(course, names, where)


def _fallback(course: Course, names: list[str], where: str) -> Iterator[str]:
    if course.if_it_fails is not None and course.if_it_fails not in (*names, NEVER):
        yield _unknown("a course", course.if_it_fails, [*names, NEVER], where)
    if course.if_it_fails == course.name:
        yield f"{where}: where it fails its own effects cannot count"


def _effect(calendar: Calendar, effect: Effect) -> Iterator[str]:
    where = f"effect {effect.name!r}"
    names = [*(course.name for course in calendar.courses), NEVER]
    yield from (_unknown("a course", name, names, where) for name in effect.courses if name not in names)
    yield from _pattern(calendar, effect.when, where)
    moments = [effect.started_from, effect.started_before]
    moments += [effect.accrues.since, effect.accrues.until] if effect.accrues is not None else []
    for moment in moments:
        yield from _moment(calendar, moment, where)
    low, high = ends_of(effect.points)
    if not -np.inf < low <= high < np.inf:
        yield f"{where}: {low:g} to {high:g} is no range of points"
    elif effect.centre is not None and not low <= effect.centre <= high:
        yield f"{where}: the most likely points {effect.centre:g} lie outside {low:g} to {high:g}"


def _pattern(calendar: Calendar, pattern: Pattern | None, where: str) -> Iterator[str]:
    options = {event.name: event.options for event in calendar.events}
    for name, ways in (pattern or {}).items():
        if name not in options:
            yield _unknown("an event", name, options, where)
            continue
        if isinstance(ways, str):
            yield f"{where}: options of {name!r} are listed in a tuple; found {ways!r}"
            continue
        yield from (_unknown(f"an option of event {name!r}", way, options[name], where)
                    for way in ways if way not in options[name])  # fmt: skip


def _moment(calendar: Calendar, moment: Moment | None, where: str) -> Iterator[str]:
    events = [event.name for event in calendar.events]
    if isinstance(moment, str):
        if moment not in events:
            yield _unknown("an event", moment, events, where)
    elif moment is not None and isinstance(moment, datetime.date) is not isinstance(calendar.dates[0], datetime.date):
        yield f"{where}: {moment} is a number where the calendar has dates, or a date where it has numbers"

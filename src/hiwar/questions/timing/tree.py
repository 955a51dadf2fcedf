"""The decision tree over the calendar, at the middle of the judgements: every option on every day, rolled back."""

import datetime as dt
from collections.abc import Iterator, Mapping

import numpy as np

from hiwar.methods.calendar import (
    NEVER,
    WAIT,
    Accrual,
    Calendar,
    Course,
    Effect,
    Event,
    Values,
    decision_tree,
    roll_back,
)
from hiwar.methods.dominance import central_values, scenario_probabilities
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import course_trace, event_trace
from hiwar.questions.judgements import traces
from hiwar.questions.timing.dates import DAYS_PER_MONTH, Outcomes, bounds_on_start, fits, histories
from hiwar.questions.timing.plans import Timetable, names_of, presses
from hiwar.questions.timing.pressure import delay_ranges

COLUMNS = ("day", "known", "probability", "option", "expected", "is_best")


def tree_table(timetable: Timetable) -> Table:
    """Per day, what is known then, and option (a course, or waiting): its expected value for the seat."""
    calendar, values = calendar_of(timetable), values_of(timetable)
    if not calendar.courses:
        return Table(COLUMNS, ())
    rows = []
    judged = traces(timetable.compilation.frame.judgements, "delay_cost", timetable.compilation.seat)
    for node in roll_back(calendar, values).nodes:
        known = tuple(f"{event}={option}" for event, option in sorted(node.history.items()))
        events = tuple(item for event in node.history for item in event_trace(timetable.compilation, event))
        for option in node.options:
            if option.name == NEVER:
                continue
            trace = (*events, *judged, *_trace_of(timetable, option.name))
            values_shown = (
                str(node.date),
                known,
                node.probability,
                option.name,
                option.expected,
                option.name in node.best,
            )
            rows.append((values_shown, tuple(dict.fromkeys(trace))))
    return table_of(COLUMNS, rows)


BRANCH_COLUMNS = ("id", "parent", "kind", "day", "name", "event", "likelihood", "expected", "is_advised")


def branch_rows(timetable: Timetable) -> Table:
    """The same tree branch by branch, for its picture: what leads to a node, how likely, what it is worth."""
    calendar, values = calendar_of(timetable), values_of(timetable)
    if not calendar.courses:
        return Table(BRANCH_COLUMNS, ())
    rows = []
    for branch in decision_tree(calendar, values):
        figures = (branch.likelihood, branch.expected, branch.is_advised)
        values_shown = (branch.id, branch.parent, branch.kind, str(branch.day), branch.name, branch.event, *figures)
        trace = tuple(calendar_event.name for calendar_event in calendar.events)
        rows.append((values_shown, (*trace, *(() if branch.kind != "end" else _trace_of(timetable, branch.name)))))
    return table_of(BRANCH_COLUMNS, rows)


def _trace_of(timetable: Timetable, option: str) -> tuple[str, ...]:
    if option in (WAIT, NEVER):
        return ()
    return course_trace(next(course for course in timetable.compilation.courses if course.id == option))


def calendar_of(timetable: Timetable) -> Calendar:
    """The days, the dated events with their likelihoods, and the courses; each closed where it must be."""
    days = timetable.schedule.days
    names = tuple(timetable.compilation.frame.scenarios[0].options)
    events = []
    for event in days[-1].known:
        block = timetable.seat.blocks[int(timetable.seat.block_of[0, 0, names.index(event)])]
        options = sorted({scenario.options[event] for scenario in timetable.compilation.frame.scenarios})
        chances = {option: float(chance) for option, chance in zip(options, block.centre, strict=True)}
        on = max(timetable.schedule.event_days[event], days[0].day)
        events.append(Event(event, on, tuple(options), chances if block.is_given else None))
    courses = tuple(_courses(timetable))
    return Calendar(tuple(day.day for day in days), courses, tuple(events))


def _courses(timetable: Timetable) -> Iterator[Course]:
    ends = histories(timetable.compilation, timetable.schedule.days[-1].known)
    last = len(timetable.schedule.days) - 1
    for number, course in enumerate(timetable.compilation.courses):
        opens, closes = bounds_on_start(timetable.compilation.dossier, names_of(course))
        open_in = tuple(history for history in ends if _feasible(timetable, number, history))
        if not open_in:
            continue
        yield Course(
            course.id,
            opens=opens,
            closes=None if closes is None else closes + dt.timedelta(days=1),
            opened_by=() if len(open_in) == len(ends) else tuple(_patterns(timetable, open_in, last)),
        )


def _feasible(timetable: Timetable, course: int, history: Outcomes) -> bool:
    scenarios = timetable.compilation.frame.scenarios
    return all(timetable.seat.feasible[course, n] for n, one in enumerate(scenarios) if fits(one.options, history))


def _patterns(
    timetable: Timetable, open_in: tuple[Outcomes, ...], last: int
) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """Outcomes of single events after which a course is open for sure, then whole histories."""
    ends = histories(timetable.compilation, timetable.schedule.days[last].known)
    for event in timetable.schedule.days[last].known:
        options = tuple(
            option for option in sorted({history[event] for history in ends})
            if all(history in open_in for history in ends if history[event] == option)
        )  # fmt: skip
        if options:
            yield {event: options}
    yield from ({event: (option,) for event, option in history.items()} for history in open_in)


def values_of(timetable: Timetable) -> Values:
    """What each course is worth once the dated events have turned out, and what each day of delay costs."""
    return Values((*_worths(timetable), *_delays(timetable)))


def _worths(timetable: Timetable) -> Iterator[Effect]:
    values = np.nan_to_num(central_values(timetable.seat))
    chances = scenario_probabilities(timetable.seat)
    scenarios = timetable.compilation.frame.scenarios
    for history in histories(timetable.compilation, timetable.schedule.days[-1].known):
        here = np.array([fits(scenario.options, history) for scenario in scenarios])
        for number, course in enumerate(timetable.compilation.courses):
            mass = float(chances[number, here].sum())
            if mass > 0 and _feasible(timetable, number, history):
                points = float(values[number, here] @ chances[number, here]) / mass
                yield Effect(f"{course.id} if {sorted(history.items())}", points, (course.id,), _pattern(history))


def _delays(timetable: Timetable) -> Iterator[Effect]:
    compilation, days = timetable.compilation, timetable.schedule.days
    ranges = delay_ranges(compilation, compilation.seat)
    if ranges is None:
        return
    middle = np.array([(ranges[domain].low + ranges[domain].high) / 2 for domain in compilation.frame.domains])
    per_day = float(timetable.seat.central_weights @ middle) / DAYS_PER_MONTH
    for period in range(len(days) - 1):
        accrual = Accrual(days[period].day, days[period + 1].day)
        for history in histories(compilation, days[-1].known):
            if presses(timetable, compilation.seat, period, history):
                name = f"delay from {days[period].day} if {sorted(history.items())}"
                yield Effect(name, -per_day, when=_pattern(history), accrues=accrual)


def _pattern(history: Outcomes) -> dict[str, tuple[str, ...]]:
    return {event: (option,) for event, option in history.items()}

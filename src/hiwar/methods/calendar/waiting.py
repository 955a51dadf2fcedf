"""What waiting is worth: what it lets the seat learn, less what the delay costs."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.calendar.arrays import Arrays, Stakes, compile_calendar, compile_values
from hiwar.methods.calendar.forms import WAIT, Calendar, Day, Scenario, Values
from hiwar.methods.calendar.ranges import Comparison, compare_dates, ranges
from hiwar.methods.calendar.results import Node, label
from hiwar.methods.calendar.roll_back import free_chances, magnitude, roll_back, told
from hiwar.methods.calendar.rolling import history_chances, scenario_chances


@dataclass(frozen=True)
class Waiting:
    """Waiting on a date against the best commitment on it; figures are central, None if they cannot be told."""

    date: Day
    history: Scenario
    now: tuple[str, ...]
    """The best courses to commit to on the date; empty if that cannot be told, or none is open."""
    value: float | None
    """Expected value of waiting less that of the best commitment: below 0, waiting costs more than it brings."""
    delay: float | None
    """Part of it: committing later without heeding what is learnt, against committing now. None also if no course can
    be started later whatever is learnt."""
    learning: float | None
    """The other part, never below 0: heeding what is learnt."""
    differences: tuple[Comparison, ...]
    """Waiting less each course, over all judgements."""


@dataclass(frozen=True)
class BeforeAfter:
    """Committing before an event is known, or after."""

    event: str
    before: float | None
    """Expected value of the best plan that commits before the event; None: cannot be told, or no date is before."""
    after: float | None
    """The same for plans that commit on the event's day or later."""
    difference: Comparison | None
    """Before less after, over all judgements; None unless there are dates on both sides."""


def values_of_waiting(calendar: Calendar, values: Values) -> tuple[Waiting, ...]:
    """Say for each date and history what waiting is worth, and how much of that is learning, how much delay."""
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    rolled, spans = roll_back(calendar, values), ranges(calendar, values)
    found = []
    for node in rolled.nodes:
        if any(option.name == WAIT for option in node.options):
            span = spans.node(node.date, node.history)
            courses = [option.name for option in node.options if option.name != WAIT]
            differences = tuple(span.comparison(WAIT, course) for course in courses)
            found.append(_waiting(arrays, stakes, node, differences))
    return tuple(found)


def before_and_after(calendar: Calendar, values: Values) -> tuple[BeforeAfter, ...]:
    """For each event: the best plan that does not wait for it, and the best that does."""
    found = []
    for event in calendar.events:
        before = [day for day in calendar.dates if day < event.on]  # type: ignore[operator]
        after = [day for day in calendar.dates if day not in before]
        worths = [roll_back(calendar, values, only=days).expected if days else None for days in (before, after)]
        difference = compare_dates(calendar, values, before, after) if before and after else None
        found.append(BeforeAfter(event.name, worths[0], worths[1], difference))
    return tuple(found)


def _waiting(arrays: Arrays, stakes: Stakes, node: Node, differences: tuple[Comparison, ...]) -> Waiting:
    worths = {option.name: option.expected for option in node.options}
    wait = worths.pop(WAIT)
    told_worths = [worth for worth in worths.values() if worth is not None]
    if wait is None or not told_worths or len(told_worths) < len(worths):
        return Waiting(node.date, node.history, (), None, None, None, differences)
    most = max(told_worths)
    slack = 1e-10 * magnitude(stakes)
    now = tuple(name for name, worth in worths.items() if worth is not None and worth >= most - slack)
    blind = _blind(arrays, stakes, node)
    delay, learning = (None, None) if blind is None else (blind - most, max(wait - blind, 0.0))
    return Waiting(node.date, node.history, now, wait - most, delay, learning, differences)


def _blind(arrays: Arrays, stakes: Stakes, node: Node) -> float | None:
    """The best later commitment fixed beforehand: a date and a course that can be started then whatever is learnt."""
    place = arrays.calendar.dates.index(node.date)
    width = arrays.n_scenarios // arrays.n_histories(place)
    history = [label(some) for some in arrays.histories(arrays.known[place])].index(label(node.history))
    here = slice(history * width, (history + 1) * width)
    chances = free_chances(arrays)
    found = []
    for date in range(place + 1, len(arrays.days)):
        step = history_chances(arrays, chances, arrays.known[place], arrays.known[date])
        repeated = np.repeat(step, arrays.n_scenarios // step.shape[1], axis=1)
        for course in np.flatnonzero(arrays.can_start[:, date, here].all(axis=1)).tolist():
            chance = repeated * scenario_chances(arrays, chances, course, arrays.known[date])[0]
            worth = stakes.counts[course, date, here] @ stakes.central_points
            found.append(told(chance[:, here] @ worth, magnitude(stakes)))
    return None if not found or None in found else max(one for one in found if one is not None)

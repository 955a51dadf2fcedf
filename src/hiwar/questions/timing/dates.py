"""The days on which the seat can decide, and what is known on each of them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from hiwar.dossier.contents import CalendarEntry
from hiwar.dossier.model import Dossier
from hiwar.questions.compilation import Compilation
from hiwar.questions.days import decision_days_of, event_days_of

DAYS_PER_MONTH = 365.25 / 12
Outcomes = Mapping[str, str]


@dataclass(frozen=True)
class DecisionDay:
    """A day on which the seat can commit itself to a course."""

    day: dt.date
    entries: tuple[str, ...]
    """Dated decisions of the calendar that fall on it."""
    settles: tuple[str, ...]
    """Events settled on it."""
    known: tuple[str, ...]
    """Events that matter and are settled by then."""


@dataclass(frozen=True)
class Schedule:
    """The decision days in order; the first is the day from which the case looks ahead."""

    days: tuple[DecisionDay, ...]
    event_days: Mapping[str, dt.date]
    """Event to its day, for every event with a date."""

    def months(self, first: int, last: int) -> float:
        """Months from one decision day to a later one."""
        return (self.days[last].day - self.days[first].day).days / DAYS_PER_MONTH


def schedule_of(compilation: Compilation) -> Schedule | None:
    """Every dated decision, and the day of every event that matters and is settled after the first of them.

    None where the calendar dates no decision: then there is no day from which to count a delay.
    """
    event_days = event_days_of(compilation.dossier)
    decisions = decision_days_of(compilation.dossier)
    if not decisions:
        return None
    first = min(decisions.values())
    dated = {event: event_days[event] for event in compilation.frame.scenarios[0].options if event in event_days}
    later = {day for day in dated.values() if day > first}
    days = tuple(
        DecisionDay(
            day,
            tuple(key for key, on in decisions.items() if on == day),
            tuple(sorted(event for event, on in dated.items() if on == day)),
            tuple(sorted(event for event, on in dated.items() if on <= day)),
        )
        for day in sorted({*decisions.values(), *later})
    )
    return Schedule(days, event_days)


def histories(compilation: Compilation, known: Sequence[str]) -> tuple[Outcomes, ...]:
    """Every way in which the events known by a day can have turned out."""
    options = [sorted({scenario.options[event] for scenario in compilation.frame.scenarios}) for event in known]
    return tuple(dict(zip(known, chosen, strict=True)) for chosen in product(*options))


def fits(scenario: Outcomes, history: Outcomes) -> bool:
    """Whether a scenario continues a history."""
    return all(scenario[event] == option for event, option in history.items())


def until_of(entry: CalendarEntry, event_days: Mapping[str, dt.date]) -> dt.date | None:
    """The day on which a pressure is over; None where the case sets no end."""
    if isinstance(entry.until, dt.date):
        return entry.until
    return event_days.get(entry.event) if entry.event is not None and entry.until is None else None


def bounds_on_start(dossier: Dossier, course_ids: Sequence[str]) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day on which a course can begin, as the calendar says."""
    opens = list(_dates(dossier, course_ids, "opens"))
    closes = list(_dates(dossier, course_ids, "closes"))
    return max(opens, default=None), min(closes, default=None)


def _dates(dossier: Dossier, course_ids: Sequence[str], field: str) -> Iterator[dt.date]:
    event_days = event_days_of(dossier)
    for _, entry in sorted(dossier.calendar.items()):
        if set(course_ids) & set(getattr(entry, field)):
            on = entry.on if isinstance(entry.on, dt.date) else event_days.get(entry.event or "")
            if on is not None:
                yield on

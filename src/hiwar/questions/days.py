"""The calendar of a case: when events are settled, and the day from which the case looks ahead."""

import datetime as dt
from collections.abc import Mapping

from hiwar.dossier.contents import CalendarEntry
from hiwar.dossier.model import Dossier


def event_days_of(dossier: Dossier) -> Mapping[str, dt.date]:
    """Event to the day on which it is settled: its own, else that of its entry in the calendar."""
    found = {
        entry.event: entry.on
        for _, entry in sorted(dossier.calendar.items())
        if entry.kind == "event" and entry.event is not None and isinstance(entry.on, dt.date)
    }
    return found | {key: event.on for key, event in dossier.events.items() if isinstance(event.on, dt.date)}


def day_of(entry: CalendarEntry, event_days: Mapping[str, dt.date]) -> dt.date | None:
    """The day of an entry: its own, else that of the event it goes with, else its last."""
    if isinstance(entry.on, dt.date):
        return entry.on
    if entry.event is not None and entry.event in event_days:
        return event_days[entry.event]
    return entry.until if isinstance(entry.until, dt.date) else None


def decision_days_of(dossier: Dossier) -> Mapping[str, dt.date]:
    """Dated decisions of the calendar; the first of them is the day from which the case looks ahead."""
    return {
        key: entry.on
        for key, entry in sorted(dossier.calendar.items())
        if entry.kind == "decision" and isinstance(entry.on, dt.date)
    }

"""When each step of a plan can begin and must begin, against the calendar of the case."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hiwar.dossier.contents import Step
from hiwar.dossier.model import Dossier
from hiwar.methods.scheduling import Activity, Criticality, Network, Schedule, schedule
from hiwar.questions.days import day_of, decision_days_of, event_days_of
from hiwar.questions.plan.outlines import Outline, Row

NOBODY_KNOWS = (0.0, math.inf)
_TRIGGER = "trigger: "
"""Name of the activity that stands for waiting until a step is called for; no id of the case has a blank in it."""
CRITICAL = (Criticality.CERTAIN, Criticality.POSSIBLE)


@dataclass(frozen=True, eq=False)
class Timetable:
    """The steps of a plan in time: those that are taken anyway, and those that are taken only if something happens."""

    outline: Outline

    @cached_property
    def first_day(self) -> dt.date | None:
        """Day 0: the first dated decision of the case, else the first day on which a step is said to begin."""
        starts = (step.start for step in self.outline.steps)
        days = [*decision_days_of(self.outline.dossier).values()] or [one for one in starts if isinstance(one, dt.date)]
        return min(days, default=None)

    @cached_property
    def deadlines(self) -> Mapping[str, Mapping[str, dt.date]]:
        """Step to the entries and events by which it must be finished, with their days."""
        days = days_of(self.outline.dossier)
        return {step.id: {key: days[key] for key in step.before if key in days} for step in self.outline.steps}

    @cached_property
    def called_for(self) -> frozenset[str]:
        """Steps that are taken only if something happens, and steps that come after such a step."""
        found = {step.id for step in self.outline.steps if step.trigger}
        while more := {step.id for step in self.outline.steps if set(step.after) & found} - found:
            found |= more
        return frozenset(found)

    @cached_property
    def main(self) -> Schedule | None:
        """The schedule of the steps that are taken anyway; None where there is none."""
        steps = [step for step in self.outline.steps if step.id not in self.called_for]
        return schedule(Network(tuple(map(self._activity, steps)))) if steps else None

    @cached_property
    def whole(self) -> Schedule | None:
        """The schedule with everything that may be called for as well; None where nothing may."""
        if not self.called_for:
            return None
        waits = [
            Activity(_TRIGGER + step.id, NOBODY_KNOWS if self._settled(step) is None else 0.0)
            for step in self.outline.steps
            if step.trigger
        ]
        return schedule(Network((*map(self._activity, self.outline.steps), *waits)))

    def _activity(self, step: Step) -> Activity:
        inside = {one.id for one in self.outline.steps}
        days = NOBODY_KNOWS if step.days is None or isinstance(step.days, str) else step.days
        called = (_TRIGGER + step.id,) if step.trigger else ()
        starts = [day for day in (step.start, self._settled(step)) if isinstance(day, dt.date)]
        last = min(self.deadlines[step.id].values(), default=None)
        return Activity(
            step.id,
            days,
            (*(key for key in step.after if key in inside), *called),
            not_before=max((self.number(day) for day in starts), default=0.0),
            deadline=None if last is None or self.first_day is None else self.number(last),
        )

    def _settled(self, step: Step) -> dt.date | None:
        """The day on which it is known whether a step is called for; None where no day is given."""
        days = event_days_of(self.outline.dossier)
        known = [days.get(key) for key in step.trigger]
        dated = [day for day in known if day is not None]
        return max(dated) if dated and len(dated) == len(known) else None

    def number(self, day: dt.date) -> float:
        """Days from day 0."""
        return 0.0 if self.first_day is None else float((day - self.first_day).days)

    def day(self, number: float, *, is_latest: bool) -> str | None:
        """A day of the calendar, ranges widened to whole days; None where nobody knows."""
        if self.first_day is None or not math.isfinite(number):
            return None
        whole = math.ceil(number - 1e-9) if is_latest else math.floor(number + 1e-9)
        try:
            return (self.first_day + dt.timedelta(days=whole)).isoformat()
        except OverflowError:
            return None


def days_of(dossier: Dossier) -> dict[str, dt.date]:
    """Entries of the calendar and events, with their days."""
    events = event_days_of(dossier)
    entries = {key: day_of(entry, events) for key, entry in dossier.calendar.items()}
    return {**events, **{key: day for key, day in entries.items() if day is not None}}


SCHEDULE = (
    "plan", "step", "owner", "is_called_for", "days_low", "days_high", "start_low", "start_high", "finish_low",
    "finish_high", "float_low", "float_high", "critical", "begins_from", "begins_by", "done_from", "done_by",
    "last_start", "last_start_at_best",
)  # fmt: skip


def schedule_rows(timetable: Timetable) -> list[Row]:
    """Steps in the order in which they can begin: days from day 0, days of the calendar, float, and last starts."""
    rows = [
        _row(timetable, found, step)
        for step in timetable.outline.steps
        if (found := timetable.whole if step.id in timetable.called_for else timetable.main) is not None
    ]
    return sorted(rows, key=lambda row: (row[0][3], row[0][6], row[0][8]))


def _row(timetable: Timetable, found: Schedule, step: Step) -> Row:
    place = found.names.index(step.id)
    is_called_for = step.id in timetable.called_for
    days = step.days if isinstance(step.days, tuple) else (step.days, step.days)
    known = (None, None) if step.days is None or isinstance(step.days, str) else days
    start, finish, free = found.earliest_start[place], found.earliest_finish[place], found.total_float[place]
    due = found.last_start[place]
    values = (
        timetable.outline.id, step.id, step.owner, is_called_for, *known,
        *map(_finite, (*start, *finish)),
        *((None, None) if is_called_for else map(_finite, free)),
        None if is_called_for else str(found.criticality[place]),
        timetable.day(start[0], is_latest=False), timetable.day(start[1], is_latest=True),
        timetable.day(finish[0], is_latest=False), timetable.day(finish[1], is_latest=True),
        timetable.day(due[0], is_latest=False), timetable.day(due[1], is_latest=False),
    )  # fmt: skip
    owner = (step.owner,) if step.owner else ()
    return values, (*timetable.outline.trace, step.id, *owner, *step.after, *step.before, *step.trigger)


def _finite(number: float) -> float | None:
    return float(number) if math.isfinite(number) else None


def path_rows(timetable: Timetable) -> list[Row]:
    """Chains of steps on which the end hangs, for all lengths or for some."""
    if timetable.main is None:
        return []
    return [
        ((timetable.outline.id, path.activities, path.is_certain), (*timetable.outline.trace, *path.activities))
        for path in timetable.main.paths
    ]


def deadline_rows(timetable: Timetable) -> list[Row]:
    """Per step and day by which it must be finished: how many days are left then."""
    rows: list[Row] = []
    for step in timetable.outline.steps:
        found = timetable.whole if step.id in timetable.called_for else timetable.main
        if found is None or timetable.first_day is None:
            continue
        finish = found.earliest_finish[found.names.index(step.id)]
        for key, day in sorted(timetable.deadlines[step.id].items()):
            low, high = (timetable.number(day) - end for end in finish[::-1])
            verdict = "kept" if low >= 0 else "missed" if high < 0 else "may_be_missed"
            values = (timetable.outline.id, step.id, key, day.isoformat(), _finite(low), _finite(high), verdict)
            rows.append((values, (*timetable.outline.trace, step.id, key, *step.after)))
    return rows


def calendar_rows(timetable: Timetable) -> list[Row]:
    """Per day of the calendar from day 0 on: steps that are done by then for certain, perhaps, or not."""
    main = timetable.main
    if main is None or timetable.first_day is None:
        return []
    rows: list[Row] = []
    entries = timetable.outline.dossier.calendar
    for key, day in sorted(days_of(timetable.outline.dossier).items(), key=lambda pair: (pair[1], pair[0])):
        if key in entries and day > timetable.first_day:
            number = timetable.number(day)
            ends = dict(zip(main.names, main.earliest_finish, strict=True))
            done = tuple(step for step, (_, high) in ends.items() if high <= number)
            perhaps = tuple(step for step, (low, high) in ends.items() if low <= number < high)
            not_yet = tuple(step for step, (low, _) in ends.items() if low > number)
            values = (timetable.outline.id, key, day.isoformat(), done, perhaps, not_yet)
            rows.append((values, (*timetable.outline.trace, key)))
    return rows

"""A calendar as its analyst writes it: dates, events, courses, and what a party makes of them; names only."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from hiwar.methods.rules import Pattern as Pattern

Day = int | datetime.date
"""A day: a number, or a date. One calendar uses one of the two throughout."""

Moment = Day | str
"""A day, or the name of an event: the day on which it is settled, wherever that day is moved to."""

Range = float | tuple[float, float]
"""A number, or the least and the greatest that it can be."""

Likelihood = Mapping[str, Range]
"""Option to probability. Every option is named; with ranges, all distributions within them are admissible."""

Scenario = Mapping[str, str]
"""Event to option. A *history* is the part that is settled by a date."""

WAIT = "wait"
"""To commit to nothing at a date and look again at the next."""
NEVER = "never"
"""To let the last date pass without a commitment."""


class ModelError(ValueError):
    """The calendar is not well formed, or too large; the message says what was found and what would do."""


@dataclass(frozen=True)
class Given:
    """A likelihood that holds instead of the event's own, under a condition."""

    likelihood: Likelihood
    when: Pattern | None = None
    """Options of events settled before this one. None: whatever they are."""
    after: tuple[str, ...] = ()
    """The seat has committed itself to one of these courses before the event. Empty: whatever the seat does."""


@dataclass(frozen=True)
class Event:
    """Something that the seat does not decide, and that is settled and known from a day on."""

    name: str
    on: Day
    options: tuple[str, ...]
    likelihood: Likelihood | None = None
    """None: nobody said anything. Every distribution is then admissible, and nothing is averaged."""
    given: tuple[Given, ...] = ()
    """The first that fits holds; events are taken to be independent but for what is said here."""


@dataclass(frozen=True)
class Course:
    """What the seat can commit to, once and for good."""

    name: str
    opens: Moment | None = None
    """It can be started on this day or later."""
    closes: Moment | None = None
    """It can be started before this day only."""
    opened_by: tuple[Pattern, ...] = ()
    """It can be started once one of these is known to hold. Empty: nothing has to be known."""
    closed_by: tuple[Pattern, ...] = ()
    """It can no longer be started once one of these is known to hold."""
    needs: tuple[Pattern, ...] = ()
    """All of these must hold in the end, or the course fails."""
    if_it_fails: str | None = None
    """The course, or `NEVER`, whose effects count where it fails. None: nobody said what failing is worth; the course
    can then be started only once what it needs is known to hold."""


@dataclass(frozen=True)
class Accrual:
    """Counts once for every day without a commitment between two moments."""

    since: Moment
    until: Moment | None = None
    """None: until the calendar's end."""


@dataclass(frozen=True)
class Effect:
    """Points gained (above 0) or lost (below 0), wherever its conditions hold; unknown points are the same everywhere.

    One effect is one judgement: where two courses or two dates share it, it cancels in their difference.
    """

    name: str
    points: Range
    courses: tuple[str, ...] = ()
    """Counts for these (`NEVER` can be named). Empty: whatever the seat does, also when it never commits."""
    when: Pattern | None = None
    """Scenarios in which it counts. None: all."""
    started_from: Moment | None = None
    """Counts if the commitment is made on this day or later, or never: a cost that has accrued by then."""
    started_before: Moment | None = None
    """Counts if the commitment is made before this day."""
    accrues: Accrual | None = None
    """The points are per day without a commitment: a cost of delay."""
    domain: str = ""
    """Its weight counts; no weight is needed where no effect names a domain."""
    centre: float | None = None
    """Most likely points. None: the middle of the range."""


@dataclass(frozen=True)
class Values:
    """What a calendar is worth to one party, the seat or another."""

    effects: tuple[Effect, ...]
    weights: tuple[Mapping[str, float], ...] = ()
    """Domain to weight, once for each extreme of the admissible weights; their mean is the central weight. Empty: the
    points of all domains count alike."""


@dataclass(frozen=True)
class Calendar:
    """When the seat can decide, what is settled meanwhile, and what can be started when.

    On each date the seat knows the events settled on that day or earlier. It commits to a course, or waits.
    """

    dates: tuple[Day, ...]
    """Decision dates, earliest first."""
    courses: tuple[Course, ...]
    events: tuple[Event, ...] = ()
    must_commit: bool = True
    """On the last date a course is taken if one can be started. False: the seat may as well never commit."""
    ends: Day | None = None
    """Where costs of delay stop if the seat never commits. None: the last date."""

"""What each start date is worth, scenario by scenario, without any likelihood; and what delay costs there."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.arrays import Arrays, Stakes
from hiwar.methods.calendar.differences import difference_bounds, value_bounds
from hiwar.methods.calendar.forms import NEVER, Calendar, Day, Scenario, Values
from hiwar.methods.calendar.plans import ground_of
from hiwar.methods.calendar.ranges import Comparison, OptionRange, compare_dates, ranges
from hiwar.methods.calendar.results import Decision
from hiwar.methods.calendar.roll_back import roll_back

Status = Literal["open", "falls_back", "unsettled", "impossible"]
"""``open``: can be started, and is carried out. ``falls_back``: can be started and fails; what counts then is stated.
``unsettled``: what it needs holds in the scenario, but is not known on the date, and nobody said what failing is worth;
its worth is shown, but it is no option. ``impossible``: closed on the date, or fails without a stated worth."""


@dataclass(frozen=True)
class Start:
    """A course started on a date, in one scenario."""

    date: Day | None
    """None: no commitment at all."""
    course: str
    scenario: Scenario
    status: Status
    low: float | None
    """Points; None where it is impossible."""
    centre: float | None
    high: float | None
    regret: float | None
    """Points lost against the best start open in the scenario, at the central judgements; None unless it is open or
    falls back."""
    regret_most: float | None
    """The same under the judgement that is worst for it."""


@dataclass(frozen=True)
class DelayCost:
    """What a course loses in a scenario by being started later than on the first date; below 0: what it gains."""

    date: Day
    course: str
    scenario: Scenario
    low: float
    centre: float
    high: float


@dataclass(frozen=True)
class StartDate:
    """Committing on one date, to what is best by what is known then."""

    date: Day
    expected: float | None
    """At the central judgements; None if it depends on a likelihood that nobody stated."""
    range: OptionRange
    policy: tuple[Decision, ...]
    never: tuple[Scenario, ...]
    """What may be known on the date so that nothing can be started; the figures then count no commitment at all."""


@dataclass(frozen=True)
class StartDates:
    """Every date and course in every scenario, and every date as a whole."""

    scenarios: tuple[Scenario, ...]
    starts: tuple[Start, ...]
    """By date, course, scenario."""
    dates: tuple[StartDate, ...]
    comparisons: tuple[Comparison, ...]
    """Every pair of dates, the earlier first; names are dates as text."""


def start_dates(calendar: Calendar, values: Values) -> StartDates:
    """Say what it is worth to start on each date: per scenario and course, and for the date as a whole.

    Nothing is averaged over scenarios but in `StartDate.expected`, and there only where likelihoods are stated. The
    values may be those of any party; `StartDate.policy` is then what that party would choose.
    """
    ground = ground_of(calendar, values)
    scenarios = tuple(ground.arrays.histories(len(ground.arrays.events)))
    starts = [start for place, scenario in enumerate(scenarios)
              for start in _starts(ground.arrays, ground.stakes, place, scenario)]  # fmt: skip
    order = [*calendar.dates, None]
    starts.sort(key=lambda start: (order.index(start.date), start.course != NEVER and
                                   ground.arrays.courses.index(start.course)))  # fmt: skip
    dates = tuple(_date(calendar, values, date) for date in calendar.dates)
    pairs = tuple(compare_dates(calendar, values, [a], [b]) for a, b in combinations(calendar.dates, 2))
    return StartDates(scenarios, tuple(starts), dates, pairs)


def delay_costs(calendar: Calendar, values: Values) -> tuple[DelayCost, ...]:
    """Say what a party loses in each scenario if a course is started later than on the first date.

    Bounds of the difference: what does not change with the date cancels. A course is listed from the second date on,
    wherever it is not ``impossible`` on either date.
    """
    ground = ground_of(calendar, values)
    arrays, stakes = ground.arrays, ground.stakes
    found = []
    for s, scenario in enumerate(arrays.histories(len(arrays.events))):
        for (c, course), (t, date) in (
            (a, b) for a in enumerate(arrays.courses) for b in enumerate(calendar.dates) if b[0] > 0
        ):
            if "impossible" in (_status(arrays, c, 0, s), _status(arrays, c, t, s)):
                continue
            now, later = stakes.counts[c, 0, s], stakes.counts[c, t, s]
            low, high = difference_bounds(stakes, now[None], later[None])
            centre = float((now - later) @ stakes.central_points)
            found.append(DelayCost(date, course, scenario, float(low) + 0.0, centre + 0.0, float(high) + 0.0))
    return tuple(found)


def _date(calendar: Calendar, values: Values, date: Day) -> StartDate:
    rolled = roll_back(calendar, values, only=[date])
    never = tuple(node.history for node in rolled.nodes if [option.name for option in node.options] == [NEVER])
    return StartDate(date, rolled.expected, ranges(calendar, values, only=[date]).start, rolled.policy, never)


def _starts(arrays: Arrays, stakes: Stakes, place: int, scenario: Scenario) -> Iterator[Start]:
    """Every start in one scenario, with what it is worth and what is lost against the best."""
    shape = (len(arrays.courses), len(arrays.days))
    status: dict[tuple[int, int], Status] = {(c, t): _status(arrays, c, t, place) for c, t in np.ndindex(*shape)}
    counts = {at: stakes.counts[(*at, place)] for at in status if status[at] != "impossible"}
    if not arrays.calendar.must_commit:
        status[len(arrays.courses), len(arrays.days)] = "open"
        counts[len(arrays.courses), len(arrays.days)] = stakes.counts_never[place]
    options = np.array([counts[at] for at in counts if status[at] in ("open", "falls_back")])
    names, dates = (*arrays.courses, NEVER), (*arrays.calendar.dates, None)
    for (c, t), how in status.items():
        figures = _figures(stakes, counts.get((c, t)), options, is_option=how in ("open", "falls_back"))
        yield Start(dates[t], names[c], scenario, how, *figures)


def _status(arrays: Arrays, course: int, date: int, scenario: int) -> Status:
    counts_as = int(arrays.counts_as[course, scenario])
    if counts_as >= 0 and arrays.can_start[course, date, scenario]:
        return "open" if counts_as == course else "falls_back"
    return "unsettled" if counts_as >= 0 and arrays.needs_unsettled[course, date, scenario] else "impossible"


def _figures(
    stakes: Stakes, counts: FloatArray | None, options: FloatArray, *, is_option: bool
) -> tuple[float | None, float | None, float | None, float | None, float | None]:
    """Low, centre, high, regret, most regret."""
    if counts is None:
        return None, None, None, None, None
    low, high = value_bounds(stakes, counts[None])
    centre = float(counts @ stakes.central_points)
    worth = (float(low) + 0.0, centre + 0.0, float(high) + 0.0)
    if not is_option:
        return *worth, None, None
    best = float((options @ stakes.central_points).max())
    _, most = difference_bounds(stakes, options[:, None], counts[None, None])
    return *worth, best - centre, max(float(most.max()), 0.0)

"""Plans that differ in when the seat commits itself and in what it knows by then, compared like courses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from hiwar.dossier.scales import WHOLE_SIZE
from hiwar.methods.dominance import (
    DifferenceBounds,
    Prospects,
    Relation,
    difference_bounds,
    scenario_relations,
)
from hiwar.questions.compilation import Compilation
from hiwar.questions.courses import Course
from hiwar.questions.timing.dates import Outcomes, Schedule, bounds_on_start, fits, histories
from hiwar.questions.timing.pressure import delay_ranges, pressures_of

MOST_PLANS = 128
"""Plans of one decision day that are compared; beyond that only those that take one course whatever is known."""
IntArray = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
BoolArray = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True)
class Plan:
    """On which day the seat commits itself, and to what, given what it knows then."""

    day: int
    """Number of the decision day."""
    choices: tuple[tuple[Outcomes, int], ...]
    """What is known on that day, and number of the course taken then."""

    def course_in(self, scenario: Outcomes) -> int:
        """Number of the course that the plan comes to in a scenario."""
        return next(course for history, course in self.choices if fits(scenario, history))

    @property
    def is_constant(self) -> bool:
        """It takes the same course whatever is known."""
        return len({course for _, course in self.choices}) == 1


@dataclass(frozen=True)
class Timetable:
    """The courses of a case, the days on which they can begin, and every plan worth comparing."""

    compilation: Compilation
    schedule: Schedule

    @property
    def seat(self) -> Prospects:
        """The seat's prospects of each course, whatever the day."""
        return self.compilation.views["all"][0].prospects

    def is_open(self, course: int, day: int) -> bool:
        """Whether the calendar lets a course begin on a decision day."""
        one = self.compilation.courses[course]
        opens, closes = bounds_on_start(self.compilation.dossier, names_of(one))
        on = self.schedule.days[day].day
        return (opens is None or on >= opens) and (closes is None or on <= closes)

    def state(self, course: int, day: int, history: Outcomes) -> str:
        """``open``: it can be taken whatever is still to come; ``bet``: only if events turn out well; ``closed``."""
        if not self.is_open(course, day):
            return "closed"
        here = [
            bool(self.seat.feasible[course, number])
            for number, scenario in enumerate(self.compilation.frame.scenarios)
            if fits(scenario.options, history)
        ]
        return "open" if all(here) else "bet" if any(here) else "closed"

    @cached_property
    def base(self) -> DifferenceBounds:
        """Bounds of the difference of every two courses for the seat, whatever the day."""
        return difference_bounds(self.seat)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Plans of every decision day that are not certainly beaten by another of the same day."""
        return tuple(plan for day in range(len(self.schedule.days)) for plan in self._plans_of(day))

    def _plans_of(self, day: int) -> Iterator[Plan]:
        known = histories(self.compilation, self.schedule.days[day].known)
        choices = [self._candidates(day, history) for history in known]
        if not all(choices) or self.governed_by_course(day):
            return
        count = int(np.prod([len(several) for several in choices], dtype=object))
        constant = set(choices[0]).intersection(*choices)
        whatever = ((course,) * len(known) for course in sorted(constant))
        for chosen in product(*choices) if count <= MOST_PLANS else whatever:
            plan = Plan(day, tuple(zip(known, chosen, strict=True)))
            if plan.is_constant or any(self.hangs_on(course, self.schedule.days[day].known) for course in chosen):
                yield plan

    def hangs_on(self, course: int, events: Sequence[str]) -> bool:
        """Whether what a course brings, or whether it can be taken, differs with how these events turn out.

        A plan that takes now the one, now the other of courses that do not hang on what it waits for is never better
        than the better of the two: it is left out.
        """
        others = [event for event in self.compilation.frame.scenarios[0].options if event not in events]
        places = [place for place, event in enumerate(self.compilation.frame.scenarios[0].options) if event in others]
        found: dict[tuple[str, ...], bytes] = {}
        for number, scenario in enumerate(self.compilation.frame.scenarios):
            rest = tuple(scenario.options[event] for event in others)
            own = (self.seat.active[course, number], self.seat.block_of[course, number, places])
            marks = b"".join(part.tobytes() for part in (*own, self.seat.feasible[course, number]))
            if found.setdefault(rest, marks) != marks:
                return True
        return False

    def governed_by_course(self, day: int) -> tuple[str, ...]:
        """Events settled by then whose likelihood a sheet makes depend on the course: waiting has taken none yet."""
        names = tuple(self.compilation.frame.scenarios[0].options)
        known = self.schedule.days[day].known if day else ()
        blocks = self.seat.block_of
        return tuple(
            event for event in known if (blocks[:, :, names.index(event)] != blocks[:1, :, names.index(event)]).any()
        )

    @property
    def is_cut_short(self) -> bool:
        """On some day there are more plans than are compared."""
        for day, one in enumerate(self.schedule.days):
            known = histories(self.compilation, one.known)
            if np.prod([len(self._candidates(day, history)) for history in known], dtype=object) > MOST_PLANS:
                return True
        return False

    def _candidates(self, day: int, history: Outcomes) -> tuple[int, ...]:
        """Courses that can be taken whatever is still to come, and that no other certainly beats there."""
        able = [c for c in range(len(self.compilation.courses)) if self.state(c, day, history) == "open"]
        scenarios = [n for n, one in enumerate(self.compilation.frame.scenarios) if fits(one.options, history)]
        relations = scenario_relations(self.base)
        return tuple(
            course for course in able
            if not any(all(relations[s][other][course] is Relation.FIRST for s in scenarios) for other in able)
        )  # fmt: skip


def names_of(course: Course) -> tuple[str, ...]:
    """The track of a course, and its variant."""
    return (course.track, *((course.variant,) if course.variant else ()))


def plan_prospects(timetable: Timetable, party: int, plans: Sequence[Plan]) -> Prospects:
    """The prospects of a party under each plan: those of the course it comes to, less what waiting has cost by then."""
    view = timetable.compilation.views["all"][party].prospects
    scenarios = timetable.compilation.frame.scenarios
    course_of = np.array([[plan.course_in(one.options) for one in scenarios] for plan in plans], dtype=np.int64)
    places = np.arange(len(scenarios))
    rows = _delay_rows(timetable, timetable.compilation.frame.parties[party], plans)
    active = np.concatenate([view.active[course_of, places], rows.active], axis=2)
    ones = np.ones(len(rows.low))
    return replace(
        view,
        courses=tuple(f"plan {number}" for number, _ in enumerate(plans)),
        effects=(*view.effects, *rows.names),
        sign=np.concatenate([view.sign, -ones]),
        active=active,
        feasible=view.feasible[course_of, places],
        size_low=np.vstack([view.size_low, rows.low]),
        size_high=np.vstack([view.size_high, rows.high]),
        size_centre=np.vstack([view.size_centre, (rows.low + rows.high) / 2]),
        likelihood_low=np.concatenate([view.likelihood_low, ones]),
        likelihood_high=np.concatenate([view.likelihood_high, ones]),
        likelihood_centre=np.concatenate([view.likelihood_centre, ones]),
        touches=np.vstack([view.touches, rows.high > 0]),
        block_of=view.block_of[course_of, places],
    )


@dataclass(frozen=True, eq=False)
class _Delays:
    """The cost of every period between two decision days, as effects."""

    names: tuple[str, ...]
    active: BoolArray
    """(plan, scenario, period)"""
    low: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    """(period, domain)"""
    high: np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def _delay_rows(timetable: Timetable, party: str, plans: Sequence[Plan]) -> _Delays:
    """A plan bears the cost of every period that is over when it begins, where the pressure of time then lasts."""
    compilation, schedule = timetable.compilation, timetable.schedule
    periods = range(len(schedule.days) - 1)
    ranges = delay_ranges(compilation, party) or dict.fromkeys(compilation.frame.domains, WHOLE_SIZE)
    months = np.array([schedule.months(period, period + 1) for period in periods])
    low, high = (
        months[:, None] * np.array([getattr(ranges[domain], end) for domain in compilation.frame.domains])[None, :]
        for end in ("low", "high")
    )
    lasting = np.array(
        [
            [presses(timetable, party, period, scenario.options) for period in periods]
            for scenario in compilation.frame.scenarios
        ],
        dtype=bool,
    ).reshape(len(compilation.frame.scenarios), len(periods))
    begun = np.array([[plan.day > period for period in periods] for plan in plans], dtype=bool)
    return _Delays(
        tuple(f"delay:{schedule.days[period].day.isoformat()}" for period in periods),
        begun.reshape(len(plans), 1, len(periods)) & lasting[None, :, :], low, high,
    )  # fmt: skip


def presses(timetable: Timetable, party: str, period: int, scenario: Outcomes) -> bool:
    """Delay costs a side something as long as any pressure on it lasts; always, where the calendar names none."""
    day = timetable.schedule.days[period]
    known = {event: scenario[event] for event in day.known}
    own = [one for one in pressures_of(timetable.compilation.dossier) if one.side == party]
    return not own or any(one.state_on(day.day, known) == "presses" for one in own)


def choices_of(timetable: Timetable, plan: Plan) -> Mapping[str, str]:
    """History in words of ids to the course taken."""
    courses = timetable.compilation.courses
    return {
        ", ".join(f"{event}={option}" for event, option in sorted(history.items())): courses[course].id
        for history, course in plan.choices
    }

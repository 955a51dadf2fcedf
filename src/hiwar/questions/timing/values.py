"""What each starting day and each plan is worth, to every principal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hiwar.methods.dominance import (
    Acceptability,
    DifferenceBounds,
    Prospects,
    Relation,
    acceptability,
    central_expected,
    central_values,
    difference_bounds,
    relations,
    value_bounds,
)
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import comparison_trace, scenario_trace
from hiwar.questions.judgements import traces
from hiwar.questions.timing.plans import Plan, Timetable, choices_of, plan_prospects
from hiwar.questions.timing.pressure import delay_ranges

BEST = (Relation.FIRST, Relation.EQUAL)


@dataclass(frozen=True)
class Compared:
    """Every plan compared with every other, for the seat."""

    timetable: Timetable

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Those of every decision day."""
        return self.timetable.plans

    @cached_property
    def prospects(self) -> Prospects:
        """The seat's, under each plan."""
        return plan_prospects(self.timetable, 0, self.plans)

    @cached_property
    def bounds(self) -> DifferenceBounds:
        """Of the difference of every two plans."""
        return difference_bounds(self.prospects)

    @cached_property
    def relations(self) -> tuple[tuple[Relation, ...], ...]:
        """[first][second]"""
        return relations(self.bounds)

    @cached_property
    def shares(self) -> Acceptability | None:
        """Shares of the judgements; None where something is not judged, so that they would count items."""
        if not self.has_sizes:
            return None
        settings = self.timetable.compilation.settings
        return acceptability(self.prospects, draws=settings.draws, seed=settings.seed)

    @cached_property
    def has_sizes(self) -> bool:
        """Every size is judged, delay included."""
        view = self.timetable.compilation.views["all"][0]
        return all(view.has_sizes) and is_delay_judged(self.timetable, view.party)

    @cached_property
    def has_middle(self) -> bool:
        """Everything is judged, so that there is a middle of the judgements."""
        view = self.timetable.compilation.views["all"][0]
        return all(view.has_middle) and is_delay_judged(self.timetable, view.party)

    @cached_property
    def centre(self) -> Sequence[float | None]:
        """(plan,): expected value at the middle of the judgements."""
        if not self.has_middle:
            return [None] * len(self.plans)
        return [None if np.isnan(value) else float(value) for value in central_expected(self.prospects)]

    def first_share(self, day: int) -> float | None:
        """Share of the judgements under which some plan of a day comes first."""
        if self.shares is None:
            return None
        here = [number for number, plan in enumerate(self.plans) if plan.day == day]
        return float(self.shares.rank[here, 0].sum())


def is_delay_judged(timetable: Timetable, party: str) -> bool:
    """Delay costs nothing because no day is later, or a sheet says what it costs."""
    if len(timetable.schedule.days) < 2:
        return True
    ranges = delay_ranges(timetable.compilation, party)
    return ranges is not None and not any(found.is_unknown for found in ranges.values())


def start_table(timetable: Timetable) -> Table:
    """Per principal, decision day, course and scenario: whether it can begin then, and what it is then worth."""
    rows = []
    compilation = timetable.compilation
    for place, party in enumerate(compilation.frame.parties):
        judged = is_delay_judged(timetable, party)
        has_middle = compilation.views["all"][place].has_middle
        for number, day in enumerate(timetable.schedule.days):
            whole = [Plan(number, (({}, course),)) for course in range(len(compilation.courses))]
            prospects = plan_prospects(timetable, place, whole)
            bounds, centre = value_bounds(prospects), central_values(prospects)
            for c, course in enumerate(compilation.courses):
                for s, scenario in enumerate(compilation.frame.scenarios):
                    known = {event: scenario.options[event] for event in day.known}
                    figures = (float(bounds.total_low[c, s]), float(centre[c, s]), float(bounds.total_high[c, s]))
                    told = [None if np.isnan(one) or not (judged or number == 0) else one for one in figures]
                    told[1] = told[1] if has_middle[c] else None
                    state = timetable.state(c, number, known)
                    values = (party, day.day.isoformat(), course.id, scenario.id, state, *told)
                    rows.append((values, (*scenario_trace(compilation, c), *_delay_trace(timetable, party))))
    return table_of(("party", "day", "course", "scenario", "state", "low", "centre", "high"), rows)


def plan_table(compared: Compared) -> Table:
    """Per plan of the seat: when it begins, what it comes to, its value, and whether some other certainly beats it."""
    rows = []
    timetable = compared.timetable
    for number, plan in enumerate(compared.plans):
        beaten = any(row[number] is Relation.FIRST for row in compared.relations)
        best = all(relation in BEST for other, relation in enumerate(compared.relations[number]) if other != number)
        share = None if compared.shares is None else float(compared.shares.rank[number, 0])
        state = "best" if best else "beaten" if beaten else "possible"
        choices = choices_of(timetable, plan)
        day = timetable.schedule.days[plan.day].day.isoformat()
        told = (tuple(choices), tuple(choices.values()), compared.centre[number], state, share)
        values = (day, *told)
        courses = sorted({course for _, course in plan.choices})
        trace = comparison_trace(timetable.compilation, timetable.compilation.views["all"][0], *courses)
        rows.append((values, (*trace, *_delay_trace(timetable, timetable.compilation.seat))))
    return table_of(("day", "known", "courses", "centre", "state", "share"), rows)


def delay_bounds(timetable: Timetable, party: str, day: int) -> tuple[float, float] | None:
    """What waiting until a decision day costs a party at least and at most; None where it is not judged."""
    if not is_delay_judged(timetable, party):
        return None
    place = timetable.compilation.frame.parties.index(party)
    both = plan_prospects(timetable, place, [Plan(0, (({}, 0),)), Plan(day, (({}, 0),))])
    found = difference_bounds(replace(both, feasible=np.ones_like(both.feasible)))
    return float(found.scenario_low[:, 0, 1].min()), float(found.scenario_high[:, 0, 1].max())


def _delay_trace(timetable: Timetable, party: str) -> tuple[str, ...]:
    return traces(timetable.compilation.frame.judgements, "delay_cost", party)

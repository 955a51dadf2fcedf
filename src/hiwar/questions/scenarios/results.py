"""What each course brings in each scenario: what holds in all of them, in some, in none, and what is regretted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np

from hiwar.methods.dominance import (
    DifferenceBounds,
    Relation,
    central_values,
    difference_bounds,
    regret,
    scenario_relations,
    value_bounds,
)
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import Compilation, PartyView, course_trace, scenario_trace
from hiwar.questions.courses import feasibility
from hiwar.questions.scenarios.futures import Futures, rules_allow, supporting

FloatArray = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
BEST = (Relation.FIRST, Relation.EQUAL)


@dataclass(frozen=True)
class Outlook:
    """The comparison of courses, scenario by scenario, with the scenarios that hang together marked."""

    compilation: Compilation
    futures: Futures

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """Numbers of the scenarios that hang together; the only ones over which anything is said to hold."""
        return tuple(
            number
            for number, scenario in enumerate(self.compilation.frame.scenarios)
            if rules_allow(self.compilation.dossier, scenario.options) and supporting(self.futures, scenario.options)
        )

    @cached_property
    def bounds(self) -> tuple[DifferenceBounds, ...]:
        """Per principal: bounds of the difference of every two courses."""
        return tuple(difference_bounds(view.prospects) for view in self.views)

    @property
    def views(self) -> tuple[PartyView, ...]:
        """One per principal, what the sources leave open included."""
        return self.compilation.views["all"]


def best_in(outlook: Outlook, party: int, scenario: int) -> Mapping[str, str]:
    """Course to ``certain`` or ``possible`` (best in the scenario); those that are certainly beaten are left out."""
    relations = scenario_relations(outlook.bounds[party])[scenario]
    able = [number for number, row in enumerate(outlook.views[party].prospects.feasible) if row[scenario]]
    found = {}
    for a in able:
        against = [relations[a][b] for b in able if b != a]
        if Relation.SECOND not in against:
            found[outlook.compilation.courses[a].id] = "certain" if all(one in BEST for one in against) else "possible"
    return found


def result_table(outlook: Outlook) -> Table:
    """Per principal, scenario and course: whether it can be taken, what it is worth, whether it may be the best."""
    rows: Rows = []
    for place, view in enumerate(outlook.views):
        bounds, centre = value_bounds(view.prospects), central_values(view.prospects)
        for s, scenario in enumerate(outlook.compilation.frame.scenarios):
            best = best_in(outlook, place, s)
            for c, course in enumerate(outlook.compilation.courses):
                found = feasibility(outlook.compilation.dossier, course, scenario.options)
                low, high = float(bounds.total_low[c, s]), float(bounds.total_high[c, s])
                figures: tuple[float | None, ...] = (None, None, None)
                if not found.failing:
                    figures = (low, float(centre[c, s]) if view.has_middle[c] else None, high)
                values = (view.party, scenario.id, course.id, found.state, *figures, best.get(course.id, "no"))
                rows.append((values, (*scenario_trace(outlook.compilation, c), *found.failing, *found.open)))
    return table_of(("party", "scenario", "course", "state", "low", "centre", "high", "is_best"), rows)


def feasibility_table(outlook: Outlook) -> Table:
    """Per course and scenario: whether it can be taken, and which condition fails or hangs."""
    rows: Rows = []
    for course in outlook.compilation.courses:
        for scenario in outlook.compilation.frame.scenarios:
            found = feasibility(outlook.compilation.dossier, course, scenario.options)
            needs = (*found.failing, *found.open)
            rows.append(((course.id, scenario.id, found.state, needs), (*course_trace(course), *needs)))
    return table_of(("course", "scenario", "state", "needs"), rows)


def robust_table(outlook: Outlook) -> Table:
    """Per principal and pair of courses: in which scenarios the one is certainly better, the other, or neither."""
    rows: Rows = []
    ids = [scenario.id for scenario in outlook.compilation.frame.scenarios]
    for view, bound in zip(outlook.views, outlook.bounds, strict=True):
        relations = scenario_relations(bound)
        for a, b in combinations(range(len(outlook.compilation.courses)), 2):
            where: dict[Relation, list[str]] = {relation: [] for relation in Relation}
            for s in outlook.counted:
                where[relations[s][a][b]].append(ids[s])
            first, second = (outlook.compilation.courses[c].id for c in (a, b))
            groups = (Relation.FIRST, Relation.SECOND, Relation.EQUAL, Relation.NOT_FIRM, Relation.NOT_COMPARABLE)
            values = (view.party, first, second, _verdict(where), *(tuple(where[group]) for group in groups))
            rows.append((values, scenario_trace(outlook.compilation, a, b)))
    groups_in = ("first_in", "second_in", "equal_in", "open_in", "not_comparable_in")
    return table_of(("party", "first", "second", "verdict", *groups_in), rows)


def _verdict(where: Mapping[Relation, Sequence[str]]) -> str:
    """``first`` or ``second``: certainly better wherever both can be taken; ``changes``: events turn the order."""
    first, second = bool(where[Relation.FIRST]), bool(where[Relation.SECOND])
    if first and second:
        return "changes"
    if where[Relation.NOT_FIRM]:
        return "not_firm"
    if first or second:
        return "first" if first else "second"
    return "equal" if where[Relation.EQUAL] else "not_comparable"


def regret_table(outlook: Outlook) -> Table:
    """Per principal and course: the most that can be lost against the best, over scenarios that hang together."""
    rows: Rows = []
    ids = [scenario.id for scenario in outlook.compilation.frame.scenarios]
    for view in outlook.views:
        found = regret(view.prospects)
        for c, course in enumerate(outlook.compilation.courses):
            here = [s for s in outlook.counted if view.prospects.feasible[c, s]]
            if not here:
                continue
            worst = max(here, key=lambda s: (found.worst[c, s], ids[s]))
            middle = float(max(found.central[c, s] for s in here)) if all(view.has_middle) else None
            values = (view.party, course.id, middle, float(found.worst[c, worst]), len(here) == len(outlook.counted))
            rows.append((values, scenario_trace(outlook.compilation, c)))
    return table_of(("party", "course", "centre", "worst", "is_always_open"), rows)


def event_table(outlook: Outlook) -> Table:
    """Per event: how much its outcome alone moves the comparison of any two courses for the seat, and whether it
    changes which course is best; at the middle of the judgements."""
    view = outlook.views[0]
    values = central_values(view.prospects)
    rows: Rows = []
    for event in outlook.futures.events if outlook.futures.basis == "rules" else _events(outlook):
        pairs = [(a, b) for a, b in combinations(outlook.counted, 2) if _differ_in(outlook, a, b) == {event}]
        if not pairs:
            rows.append(((event, None, None, 0), (event,)))
            continue
        has_middle = all(view.has_middle)
        swing = max(_swing(values[:, a], values[:, b]) for a, b in pairs)
        turned = any(_best(values[:, a]) != _best(values[:, b]) for a, b in pairs)
        rows.append(((event, swing if has_middle else None, turned if has_middle else None, len(pairs)), (event,)))
    return table_of(("event", "swing", "changes_best", "n_comparisons"), rows)


def _events(outlook: Outlook) -> tuple[str, ...]:
    return tuple(outlook.compilation.frame.scenarios[0].options)


def _differ_in(outlook: Outlook, a: int, b: int) -> set[str]:
    one, other = (outlook.compilation.frame.scenarios[s].options for s in (a, b))
    return {event for event in one if one[event] != other[event]}


def _swing(one: FloatArray, other: FloatArray) -> float:
    """The most by which the difference of two courses changes from one scenario to the other."""
    change = (other - one)[~np.isnan(one) & ~np.isnan(other)]
    return float(change.max() - change.min()) if change.size else 0.0


def _best(values: FloatArray) -> frozenset[int]:
    if np.isnan(values).all():
        return frozenset()
    return frozenset(np.flatnonzero(values >= np.nanmax(values) - 1e-9).tolist())

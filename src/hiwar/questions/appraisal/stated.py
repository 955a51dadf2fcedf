"""What the case states of each course and what the sheets make of it, before anything is compared."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from hiwar.methods.dominance import ValueBounds, central_expected, value_bounds
from hiwar.questions.answer import Table
from hiwar.questions.compilation import Compilation, PartyView, comparison_trace, course_trace, row_trace
from hiwar.questions.courses import Course, all_courses, feasibility, holds
from hiwar.questions.judgements import unstated_range
from hiwar.questions.prospects import Row, empty_cells

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
Rows = list[tuple[tuple[object, ...], tuple[str, ...]]]


def table(columns: tuple[str, ...], rows: Rows) -> Table:
    """A table from rows with their traces."""
    return Table(columns, tuple(values for values, _ in rows), tuple(trace for _, trace in rows))


def stated_tables(compilation: Compilation) -> Mapping[str, Table]:
    """Courses, scenarios, feasibility, effects, empty cells, values and totals."""
    return {
        "courses": _courses(compilation),
        "feasibility": _feasibility(compilation),
        "scenarios": _scenarios(compilation),
        "effects": _effects(compilation),
        "empty_cells": _empty_cells(compilation),
        "advantages": _advantages(compilation),
        "values": _values(compilation),
        "totals": _totals(compilation),
        "expected": _expected(compilation),
        "outcome_costs": _outcome_costs(compilation),
    }


def overall_state(compilation: Compilation, course: Course) -> tuple[str, tuple[str, ...]]:
    """Whether a course can be taken in every scenario, in some, in none, or whether that hangs on open issues."""
    found = [feasibility(compilation.dossier, course, s.options) for s in compilation.frame.scenarios]
    states = {one.state for one in found}
    failing = tuple(sorted({need for one in found for need in one.failing}))
    hanging = tuple(sorted({need for one in found for need in one.open}))
    if states == {"infeasible"}:
        return "infeasible", failing
    if "infeasible" in states:
        return "depends", failing
    return ("open", hanging) if "open" in states else ("feasible", ())


def _courses(compilation: Compilation) -> Table:
    ranked = {course.id for course in compilation.courses}
    rows: Rows = []
    for course in all_courses(compilation.dossier, compilation.settings):
        state, needs = overall_state(compilation, course)
        package = tuple(f"{key}={'|'.join(value)}" for key, value in sorted((course.package or {}).items()))
        values = (course.id, course.track, course.variant, package, state, needs, course.id in ranked)
        rows.append((values, (*course_trace(course), *needs)))
    return table(("course", "track", "variant", "package", "state", "failing", "is_compared"), rows)


def _feasibility(compilation: Compilation) -> Table:
    rows: Rows = []
    for course in compilation.courses:
        for scenario in compilation.frame.scenarios:
            found = feasibility(compilation.dossier, course, scenario.options)
            needs = (*found.failing, *found.open)
            trace = (*course_trace(course), *needs, *scenario.options)
            rows.append(((course.id, scenario.id, found.state, needs), trace))
    return table(("course", "scenario", "state", "failing"), rows)


def _scenarios(compilation: Compilation) -> Table:
    rows: Rows = [
        ((scenario.id, event, option), (event,))
        for scenario in compilation.frame.scenarios
        for event, option in scenario.options.items()
    ]
    return table(("scenario", "event", "option"), rows)


EFFECT_COLUMNS = (
    "effect", "course", "party", "kind", "listed_as", "domain", "when", "likelihood_low", "likelihood_high",
    "likelihood_word", "size_low", "size_high", "size_word",
)  # fmt: skip


def _effects(compilation: Compilation) -> Table:
    rows: Rows = [
        (values, row_trace(compilation.frame, row))
        for view in compilation.views["stated"]
        for row in view.rows
        for number, course in enumerate(compilation.courses)
        if any(row.active[number])
        for values in _effect_cells(compilation, view, row, course)
    ]
    return table(EFFECT_COLUMNS, rows)


def _effect_cells(compilation: Compilation, view: PartyView, row: Row, course: Course) -> Iterator[tuple[object, ...]]:
    effect = compilation.dossier.effects[row.id.split("#")[0]]
    when = tuple(
        f"{key}={option}" for key, options in sorted(effect.when.items()) if key != "track" for option in options
    )
    for domain, size in zip(row.domains, row.sizes, strict=True):
        judged = [
            (found.low, found.high, "unknown" if found.is_unknown else found.word)
            if found.is_stated
            else (None, None, None)
            for found in (row.likelihood, size)
        ]
        cells = (effect.id, course.id, view.party, effect.kind, effect.listed_as, domain, when)
        yield (*cells, *judged[0], *judged[1])


def _empty_cells(compilation: Compilation) -> Table:
    """Cells of which the case says nothing, and whether a sheet judges them."""
    rows: Rows = []
    tracks = sorted({course.track for course in compilation.courses})
    for cell in empty_cells(compilation.dossier, tracks):
        ranges = [
            unstated_range(compilation.frame.judgements, cell.track, cell.party, cell.kind, domain)
            for domain in compilation.frame.domains
        ]
        is_judged = any(found.is_stated and not found.is_unknown for found in ranges)
        rows.append(((cell.track, cell.party, cell.kind, "yes" if is_judged else "no"), (cell.track,)))
    return table(("course", "party", "kind", "judged"), rows)


def _advantages(compilation: Compilation) -> Table:
    """Question 1: what speaks for and against each course, for whom."""
    rows: Rows = [
        ((course.id, row.kind, view.party, row.id.split("#")[0], domain), row_trace(compilation.frame, row))
        for number, course in enumerate(compilation.courses)
        for view in compilation.views["stated"]
        for row in view.rows
        if any(row.active[number])
        for domain in row.domains
    ]
    return table(("course", "kind", "party", "effect", "domain"), rows)


def outcome_scenarios(compilation: Compilation, course: Course, outcome: str) -> list[int]:
    """The scenarios in which a course may meet an outcome (``any``: in which it can be taken)."""
    found = []
    for number, scenario in enumerate(compilation.frame.scenarios):
        if feasibility(compilation.dossier, course, scenario.options).failing:
            continue
        declared = next((value for key, value in compilation.dossier.outcomes.items() if key == outcome), None)
        if outcome == "any" or (
            declared and holds(declared.when, compilation.dossier, course, scenario.options) is not False
        ):
            found.append(number)
    return found


VALUE_COLUMNS = (
    "course", "party", "outcome", "domain", "gain_low", "gain_high", "cost_low", "cost_high", "gains", "costs",
)  # fmt: skip


def _values(compilation: Compilation) -> Table:
    rows: Rows = []
    outcomes = ("any", *sorted(compilation.dossier.outcomes))
    for view in compilation.views["stated"]:
        bounds = value_bounds(view.prospects)
        for number, course in enumerate(compilation.courses):
            for outcome in outcomes:
                scenarios = outcome_scenarios(compilation, course, outcome)
                if scenarios:
                    rows += _value_rows(compilation, view, bounds, (number, outcome), scenarios)
    return table(VALUE_COLUMNS, rows)


def _value_rows(
    compilation: Compilation, view: PartyView, bounds: ValueBounds, place: tuple[int, str], scenarios: list[int]
) -> Rows:
    number, outcome = place
    rows: Rows = []
    for d, domain in enumerate(compilation.frame.domains):
        cells: list[object] = []
        effects: list[tuple[str, ...]] = []
        for kind, low, high in (
            ("gain", bounds.gains_low, bounds.gains_high),
            ("cost", bounds.costs_low, bounds.costs_high),
        ):
            active = active_rows(view, number, scenarios, kind, domain)
            effects.append(tuple(dict.fromkeys(row.id.split("#")[0] for row in active)))
            is_judged = any(_is_judged(row, domain) for row in active)
            ends = (low[number, scenarios, d].min(), high[number, scenarios, d].max()) if is_judged else (None, None)
            cells += [None if end is None else float(end) for end in ends]
        trace = tuple(dict.fromkeys(item for row in view.rows for item in _if_in(compilation, row, effects)))
        course = compilation.courses[number].id
        rows.append(((course, view.party, outcome, domain, *cells, *effects), trace))
    return rows


def _if_in(compilation: Compilation, row: Row, effects: list[tuple[str, ...]]) -> tuple[str, ...]:
    return row_trace(compilation.frame, row) if any(row.id.split("#")[0] in group for group in effects) else ()


def active_rows(view: PartyView, course: int, scenarios: list[int], kind: str, domain: str) -> list[Row]:
    """Effects of a kind in a domain that are active under a course in any of these scenarios."""
    return [
        row
        for row in view.rows
        if row.kind == kind and domain in row.domains and any(row.active[course][scenario] for scenario in scenarios)
    ]


def _is_judged(row: Row, domain: str) -> bool:
    """Somebody said how large the effect is in the domain; ``unknown`` is said too."""
    return row.sizes[row.domains.index(domain)].is_stated


def _totals(compilation: Compilation) -> Table:
    """Weighted points per course and scenario; the empty scenario stands for all of them.

    Where the case states nothing at all of a course for a party, what is stated has no total: it is not 0.
    """
    rows: Rows = []
    for with_cells, stated in zip(compilation.views["all"], compilation.views["stated"], strict=True):
        bounds = [value_bounds(view.prospects) for view in (with_cells, stated)]
        for number, course in enumerate(compilation.courses):
            spoken = stated.prospects.active[number].any(axis=1)
            whole, partly = [(bound.total_low[number], bound.total_high[number]) for bound in bounds]
            trace = comparison_trace(compilation, with_cells, number)
            places = [(s.id, np.arange(len(spoken)) == k) for k, s in enumerate(compilation.frame.scenarios)]
            for name, here in (*places, ("", np.ones_like(spoken))):
                is_stated = bool(spoken[here].any())
                ends = (*_hull(whole, here), *(_hull(partly, here) if is_stated else (None, None)))
                if ends[0] is not None:
                    rows.append(((course.id, with_cells.party, name, *ends), trace))
    return table(("course", "party", "scenario", "low", "high", "low_stated", "high_stated"), rows)


def _hull(ends: tuple[FloatArray, FloatArray], scenarios: BoolArray) -> tuple[float | None, float | None]:
    """Least and greatest value over some scenarios; none where the course can be taken in none of them."""
    inside = scenarios & ~np.isnan(ends[0])
    return (float(ends[0][inside].min()), float(ends[1][inside].max())) if inside.any() else (None, None)


def _expected(compilation: Compilation) -> Table:
    """Over scenarios, only where the likelihoods of all events are given; a middle only where all is judged."""
    rows: Rows = []
    for view in compilation.views["all"]:
        if not view.prospects.all_given:
            continue
        bounds, centre = value_bounds(view.prospects), central_expected(view.prospects)
        for number, course in enumerate(compilation.courses):
            if not np.isnan(centre[number]):
                low, high = float(bounds.expected_low[number]), float(bounds.expected_high[number])
                middle = float(centre[number]) if view.has_middle[number] else None
                values = (course.id, view.party, low, middle, high)
                rows.append((values, comparison_trace(compilation, view, number)))
    return table(("course", "party", "low", "centre", "high"), rows)


def _outcome_costs(compilation: Compilation) -> Table:
    """Question 2, for the seat: what success and failure cost, in every main domain."""
    view = compilation.views["stated"][0]
    bounds = value_bounds(view.prospects)
    rows: Rows = []
    for outcome in ("success", "failure"):
        for number, course in enumerate(compilation.courses):
            scenarios = outcome_scenarios(compilation, course, outcome)
            for d, domain in enumerate(compilation.frame.domains if scenarios else ()):
                active = active_rows(view, number, scenarios, "cost", domain)
                state = "not_stated" if not active else "estimated" if _all_judged(active, domain) else "not_estimated"
                ends: tuple[float | None, float | None] = (None, None)
                if state == "estimated":
                    low, high = bounds.costs_low[number, scenarios, d], bounds.costs_high[number, scenarios, d]
                    ends = (float(low.min()), float(high.max()))
                effects = tuple(dict.fromkeys(row.id.split("#")[0] for row in active))
                trace = tuple(dict.fromkeys(item for row in active for item in row_trace(compilation.frame, row)))
                rows.append(((outcome, domain, course.id, *ends, state, effects), trace or (course.track,)))
    return table(("outcome", "domain", "course", "low", "high", "state", "effects"), rows)


def _all_judged(rows: list[Row], domain: str) -> bool:
    return all(_is_judged(row, domain) for row in rows)

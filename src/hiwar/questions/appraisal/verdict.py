"""What is recommended to the seat, or why nothing can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hiwar.questions.answer import Table
from hiwar.questions.appraisal.stated import overall_state
from hiwar.questions.compilation import Compilation

Reason = Literal[
    "nothing_judged",
    "sizes_missing",
    "not_firm",
    "rests_on_empty_cells",
    "infeasible",
    "depends_on_event",
    "equal",
    "one_course",
]


@dataclass(frozen=True)
class Verdict:
    """The recommendation for the seat, if there is one."""

    kind: Literal["recommended", "conditional", "leading", "none"]
    """``conditional``: certainly no worse wherever it can be taken, but it cannot always be taken."""
    course: str | None
    """The course recommended, or the one that comes first most often."""
    second: str | None
    """The course that comes next."""
    share: float | None
    """Share of the admissible judgements in which ``course`` comes first."""
    reasons: tuple[Reason, ...]
    """Why there is no recommendation."""


@dataclass(frozen=True)
class Coverage:
    """How many of the judgements that the seat's answer needs are given."""

    judged: int
    needed: int


def coverage_of(compilation: Compilation) -> Coverage:
    """Sizes and likelihoods of effects on the seat, empty cells, likelihoods of events, and its weights."""
    view = compilation.views["all"][0]
    ranges = [found for row in view.rows for found in row.sizes]
    ranges += [row.likelihood for row in view.rows if row.cell is None]
    judged = sum(found.is_stated and not found.is_unknown for found in ranges)
    events = tuple(compilation.frame.scenarios[0].options)
    is_weighted = view.prospects.weights.kind != "free" or len(view.prospects.domains) == 1
    given = sum(event_is_given(compilation, event) for event in events) + is_weighted
    return Coverage(judged + given, len(ranges) + len(events) + 1)


def event_is_given(compilation: Compilation, event: str) -> bool:
    """Whether somebody judged how likely an event's outcomes are, under every condition that changes it."""
    prospects = compilation.views["all"][0].prospects
    number = tuple(compilation.frame.scenarios[0].options).index(event)
    return all(prospects.blocks[int(block)].is_given for block in set(prospects.block_of[:, :, number].ravel()))


def verdict_of(compilation: Compilation, tables: Mapping[str, Table]) -> Verdict:
    """Recommend the course that is certainly no worse than every other; otherwise say why not."""
    states = {course.id: overall_state(compilation, course)[0] for course in compilation.courses}
    takeable = np.diagonal(compilation.views["all"][0].prospects.comparable)
    open_to_choice = [course for course, can_be in zip(states, takeable, strict=True) if can_be]
    if not open_to_choice:
        return Verdict("none", None, None, None, ("infeasible",))
    best = _undominated(tables["pairs"], compilation.seat, "all", open_to_choice)
    ranking = _by_share(tables["acceptability"], compilation.seat, _alike(tables["pairs"], compilation, open_to_choice))
    if best and len(open_to_choice) > 1 and _is_one_course(compilation, best):
        second = next((course for course, _ in ranking if course not in best), None)
        kind: Literal["recommended", "conditional"] = "conditional" if states[best[0]] == "depends" else "recommended"
        return Verdict(kind, best[0], second, dict(ranking).get(best[0]), ())
    reasons = _reasons(compilation, tables, open_to_choice, best)
    if best or len(ranking) < 2:
        return Verdict("none", None, None, None, reasons)
    return Verdict("leading", ranking[0][0], ranking[1][0], ranking[0][1], reasons)


def _undominated(pairs: Table, party: str, scope: str, courses: Sequence[str]) -> list[str]:
    """Courses certainly no worse than each of the others."""
    no_worse = {(course, course) for course in courses}
    for row in pairs.records():
        if row["party"] == party and row["scope"] == scope:
            if row["verdict"] in ("first", "equal"):
                no_worse.add((row["first"], row["second"]))
            if row["verdict"] in ("second", "equal"):
                no_worse.add((row["second"], row["first"]))
    return [course for course in courses if all((course, other) in no_worse for other in courses)]


def _is_one_course(compilation: Compilation, best: Sequence[str]) -> bool:
    """One course, or a track with packages on it that come out just as it does: then the track itself is meant."""
    found = [course for course in compilation.courses if course.id in best]
    return len(found) == 1 or (not found[0].package and len({course.track for course in found}) == 1)


def _alike(pairs: Table, compilation: Compilation, courses: Sequence[str]) -> Mapping[str, str]:
    """Each course, and the first that never differs from it: copies of a course must not split its share."""
    first_alike = {course: course for course in courses}
    for row in pairs.records():
        if row["party"] == compilation.seat and row["scope"] == "all" and row["verdict"] == "equal":
            first, second = row["first"], row["second"]
            if first in first_alike and first_alike.get(second) == second:
                first_alike[second] = first_alike[first]
    return first_alike


def _by_share(ranks: Table, party: str, first_alike: Mapping[str, str]) -> list[tuple[str, float]]:
    """Courses by the share of judgements in which they come first, largest first; courses that are alike as one."""
    found: dict[str, float] = {}
    for row in ranks.records():
        if row["party"] == party and row["rank"] == 1 and row["course"] in first_alike:
            course = first_alike[row["course"]]
            found[course] = found.get(course, 0.0) + row["share"]
    return sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))


def _reasons(
    compilation: Compilation, tables: Mapping[str, Table], courses: Sequence[str], best: Sequence[str]
) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    rows = compilation.views["all"][0].rows
    if not any(size.is_stated and not size.is_unknown for row in rows for size in row.sizes):
        reasons.append("nothing_judged")
    elif not all(row.is_sized for row in rows):
        reasons.append("sizes_missing")
    if best:
        return (*reasons, "equal" if len(courses) > 1 else "one_course")
    reasons.append("not_firm")
    if _undominated(tables["pairs"], compilation.seat, "stated", courses):
        reasons.append("rests_on_empty_cells")
    if _best_per_scenario(compilation, tables["pairs_by_scenario"], courses):
        reasons.append("depends_on_event")
    return tuple(reasons)


def _best_per_scenario(compilation: Compilation, pairs: Table, courses: Sequence[str]) -> bool:
    """In every scenario some course is certainly no worse than the others, though not the same one."""
    if len(compilation.frame.scenarios) < 2:
        return False
    for scenario in compilation.frame.scenarios:
        inside = tuple(row for row in pairs.rows if row[1] == scenario.id)
        here = Table(pairs.columns, inside)
        able = sorted({str(row["first"]) for row in _compared(here)} | {str(row["second"]) for row in _compared(here)})
        able = [course for course in able if course in courses]
        if not able or not _undominated(here, compilation.seat, "all", able):
            return False
    return True


def _compared(pairs: Table) -> list[dict[str, object]]:
    return [row for row in pairs.records() if row["verdict"] != "not_comparable"]

"""Goals, means, steps, days, capabilities, alternatives and concessions of a plan."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Finding, Firmness, Settings, Table, table_of
from hiwar.questions.judgements import Judgements
from hiwar.questions.plan.alternatives import trigger_rows
from hiwar.questions.plan.capabilities import capability_rows
from hiwar.questions.plan.concessions import CONCESSIONS, concession_rows, concessions_of
from hiwar.questions.plan.findings import (
    capability_findings,
    concession_findings,
    environment_findings,
    gap_findings,
    time_findings,
    trigger_findings,
)
from hiwar.questions.plan.gaps import environment_table, gap_rows, gaps_of, tree_rows
from hiwar.questions.plan.outlines import Outline, Row, outlines_of
from hiwar.questions.plan.timetable import (
    SCHEDULE,
    Timetable,
    calendar_rows,
    deadline_rows,
    path_rows,
    schedule_rows,
)
from hiwar.questions.provenance import provenance_of
from hiwar.questions.worths import worths_of

__all__ = ["answer_plan"]

T = TypeVar("T")


def answer_plan(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Is the plan complete, when is it done, what can we not do, and what is done if things turn out otherwise?

    Parameters
    ----------
    dossier : Dossier
        Each of its plans is gone through; without any, its means and steps are taken as one. Day 0 is the first dated
        decision of the calendar, else the first day on which a step is said to begin.
    sheets : sequence of Sheet
        ``worth`` says what options are worth, for the order of concessions. All else needs no sheet.
    settings : Settings
        Nothing here is drawn.

    Raises
    ------
    NetworkError
        Steps that wait for each other; the reader of a case refuses them first.
    """
    outlines = outlines_of(dossier)
    timetables = [Timetable(outline) for outline in outlines]
    judgements = Judgements(dossier, tuple(sheets))
    tables = {
        "plans": _table(_PLANS, timetables, _plan_rows),
        "tree": _table(("plan", "goal", "state", "means", "step"), outlines, tree_rows),
        "gaps": _table(("plan", "kind", "item"), outlines, gap_rows),
        "schedule": _table(SCHEDULE, timetables, schedule_rows),
        "paths": _table(("plan", "steps", "is_certain"), timetables, path_rows),
        "deadlines": _table(("plan", "step", "entry", "day", "low", "high", "verdict"), timetables, deadline_rows),
        "calendar": _table(("plan", "entry", "day", "done", "perhaps", "not_yet"), timetables, calendar_rows),
        "capabilities": _table(("plan", "kind", "item", "capability", "party", "has"), outlines, capability_rows),
        "triggers": _table(_TRIGGERS, outlines, trigger_rows),
        "concessions": _concession_table(outlines, judgements),
        "environment": environment_table(dossier),
    }
    findings = (*_findings(timetables, tables), *environment_findings(tables["environment"], dossier.seat))
    if not outlines:
        nothing = Finding("plan.nothing", {}, Firmness.CANNOT_BE_TOLD, trace=(dossier.seat,))
        findings = (nothing, *findings)
    return Answer("plan", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))


_PLANS = ("plan", "track", "goals", "means", "steps", "is_complete", "first_day")
_TRIGGERS = ("plan", "event", "option", "day", "bears", "items", "alternatives", "claims", "covered")


def _table(columns: tuple[str, ...], parts: Sequence[T], rows_of: Callable[[T], Sequence[Row]]) -> Table:
    return table_of(columns, [row for part in parts for row in rows_of(part)])


def _plan_rows(timetable: Timetable) -> list[Row]:
    outline, first = timetable.outline, timetable.first_day
    course = (outline.course.variant or outline.course.track) or None
    values = (
        outline.id, course, len(outline.goals), len(outline.means), len(outline.steps), not gaps_of(outline),
        None if first is None else first.isoformat(),
    )  # fmt: skip
    return [(values, outline.trace)]


def _concession_table(outlines: Sequence[Outline], judgements: Judgements) -> Table:
    worths = worths_of(judgements)
    rows: list[Row] = []
    for outline in outlines:
        rows += concession_rows(outline, judgements, concessions_of(outline, judgements, worths))
    return table_of(CONCESSIONS, rows)


def _findings(timetables: Sequence[Timetable], tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Everything found, plan by plan."""
    for timetable in timetables:
        outline = timetable.outline
        yield from gap_findings(outline)
        yield from time_findings(timetable, tables["deadlines"])
        yield from capability_findings(outline, tables["capabilities"])
        yield from trigger_findings(outline, tables["triggers"])
        yield from concession_findings(outline, tables["concessions"])

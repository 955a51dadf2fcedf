"""When to begin: now, later, or once an event is settled."""

import datetime as dt
from collections.abc import Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings, Table
from hiwar.questions.compilation import Compilation, compile_case
from hiwar.questions.days import event_days_of
from hiwar.questions.provenance import provenance_of
from hiwar.questions.timing.advice import COLUMNS as ADVICE
from hiwar.questions.timing.advice import advice_findings, advice_of, advice_table
from hiwar.questions.timing.bets import bet_table
from hiwar.questions.timing.branches import branch_table
from hiwar.questions.timing.dates import Schedule, histories, schedule_of
from hiwar.questions.timing.findings import plan_findings, schedule_findings, stated_findings
from hiwar.questions.timing.plans import Timetable
from hiwar.questions.timing.pressure import delay_table, pressure_table
from hiwar.questions.timing.tree import BRANCH_COLUMNS, COLUMNS, branch_rows, tree_table
from hiwar.questions.timing.values import Compared, plan_table, start_table

__all__ = ["answer_timing"]

_EMPTY: Mapping[str, Table] = {
    "starts": Table(("party", "day", "course", "scenario", "state", "low", "centre", "high"), ()),
    "plans": Table(("day", "known", "courses", "centre", "state", "share"), ()),
    "tree": Table(COLUMNS, ()),
    "tree_branches": Table(BRANCH_COLUMNS, ()),
    "advice": Table(ADVICE, ()),
}


def answer_timing(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Now, later, or after the event: what is each starting day worth, who is pressed, and who gains by delay?

    Parameters
    ----------
    dossier : Dossier
        Its calendar says when the seat can decide, who is pressed by time and who gains by delay; events with a day are
        known from that day on.
    sheets : sequence of Sheet
        ``delay_cost`` says what a month of delay costs a party; where no sheet says so, nothing is preferred.
    settings : Settings
        Seed and draws, for shares of judgements.

    Raises
    ------
    CannotAnswer
        No principal, no track, an unknown option in a package, or too many events to go through.
    """
    compilation = compile_case(dossier, sheets, settings)
    schedule = schedule_of(compilation)
    tables = {
        "days": _day_table(schedule),
        "pressure": pressure_table(compilation, _moments(compilation, schedule)),
        "delay": delay_table(compilation),
        "bets": bet_table(compilation),
        "branches": branch_table(compilation),
        **_EMPTY,
    }
    findings = [*schedule_findings(compilation, schedule), *stated_findings(compilation, tables)]
    if schedule is not None:
        compared = Compared(Timetable(compilation, schedule))
        tables["starts"] = start_table(compared.timetable)
        if compared.plans:
            tables["plans"] = plan_table(compared)
            findings = [*plan_findings(compared), *findings]
        if compared.has_middle and not compared.timetable.governed_by_course(-1):
            advice = advice_of(compared.timetable)
            tables |= {"tree": tree_table(compared.timetable), "tree_branches": branch_rows(compared.timetable)}
            tables |= {"advice": advice_table(compared.timetable, advice)}
            findings += advice_findings(compared.timetable, advice)
    return Answer("timing", tuple(findings), immutabledict(tables), provenance_of(dossier, sheets, settings))


def _day_table(schedule: Schedule | None) -> Table:
    rows = tuple(
        (one.day.isoformat(), one.entries, one.settles, one.known, schedule.months(0, number) if schedule else None)
        for number, one in enumerate(schedule.days if schedule else ())
    )
    traces = tuple((*row[1], *row[2]) for row in rows)
    return Table(("day", "entries", "settles", "known", "months"), rows, traces)


def _moments(compilation: Compilation, schedule: Schedule | None) -> list[tuple[dt.date, Sequence[Mapping[str, str]]]]:
    """Decision days, or else the days of dated events: each with every way events can have turned out by then."""
    if schedule is not None:
        return [(one.day, histories(compilation, one.known)) for one in schedule.days]
    days = event_days_of(compilation.dossier)
    matter = compilation.frame.scenarios[0].options
    known = {
        day: tuple(sorted(event for event in matter if event in days and days[event] <= day)) for day in days.values()
    }
    return [(day, histories(compilation, events)) for day, events in sorted(known.items())]

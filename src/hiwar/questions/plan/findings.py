"""What is found about a plan: what it lacks, when it ends, what it cannot do, what is done in each outcome."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiwar.methods.scheduling import Criticality, Schedule
from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.plan.gaps import LEVELS, gaps_of
from hiwar.questions.plan.outlines import Outline
from hiwar.questions.plan.timetable import Timetable

_GAPS: Mapping[str, str] = {
    "no_ultimate_goal": "plan.no_ultimate_goal",
    "goal_without_means": "plan.goals_without_means",
    "goal_of_another": "plan.goals_of_another",
    "means_without_goal": "plan.means_without_goal",
    "means_without_step": "plan.means_without_step",
    "means_ruled_out": "plan.means_ruled_out",
    "step_without_owner": "plan.steps_without_owner",
    "step_without_length": "plan.steps_without_length",
    "step_that_serves_nothing": "plan.steps_that_serve_nothing",
    "step_after_none": "plan.steps_after_none",
}


def gap_findings(outline: Outline) -> Iterator[Finding]:
    """Whether the plan is complete, and everything that is missing, kind by kind."""
    found: dict[str, list[str]] = {}
    for kind, item in gaps_of(outline):
        found.setdefault(kind, []).extend([item] if item else [])
    if not found:
        yield Finding("plan.complete", {"plan": outline.id}, Firmness.CERTAIN, trace=_trace(outline))
        return
    items = tuple(dict.fromkeys(item for part in found.values() for item in part))
    values: dict[str, Any] = {"plan": outline.id, "count": len(found)}
    yield Finding("plan.incomplete", values, Firmness.CERTAIN, trace=_trace(outline, *items))
    for kind, part in found.items():
        values = {"plan": outline.id, "items": tuple(part)}
        yield Finding(_GAPS[kind], values, Firmness.STATED, trace=_trace(outline, *part))


def time_findings(timetable: Timetable, deadlines: Table) -> Iterator[Finding]:
    """When the plan is done, on which steps that hangs, and which days it keeps or misses."""
    outline, main = timetable.outline, timetable.main
    if main is None:
        yield Finding("plan.no_steps", {"plan": outline.id}, Firmness.CANNOT_BE_TOLD, trace=_trace(outline))
        return
    trace = _trace(outline, *main.names)
    if timetable.first_day is None:
        values: dict[str, Any] = {"plan": outline.id, "low": main.end[0]}
        yield Finding("plan.no_first_day", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    else:
        yield _end(timetable, timetable.first_day, main.end, trace)
    yield from _critical(timetable)
    for row, of_row in zip(deadlines.records(), deadlines.traces, strict=True):
        if row["plan"] == outline.id:
            yield _of_deadline(row, of_row)


def _end(timetable: Timetable, now: dt.date, end: tuple[float, float], trace: tuple[str, ...]) -> Finding:
    """When the plan is done: on a day, between two days, or not before one."""
    first, last = timetable.day(end[0], is_latest=False), timetable.day(end[1], is_latest=True)
    values: dict[str, Any] = {"plan": timetable.outline.id, "now": now.isoformat()}
    if last is None:
        return Finding("plan.ends_not_before", {**values, "day": first}, Firmness.POSSIBLE, trace=trace)
    if first == last:
        return Finding("plan.ends_on", {**values, "day": first}, Firmness.CERTAIN, trace=trace)
    return Finding("plan.ends_between", {**values, "day": first, "last_day": last}, Firmness.POSSIBLE, trace=trace)


def _critical(timetable: Timetable) -> Iterator[Finding]:
    main, outline = timetable.main, timetable.outline
    if main is None:
        return
    for criticality, key, firmness in (
        (Criticality.CERTAIN, "plan.critical", Firmness.CERTAIN),
        (Criticality.POSSIBLE, "plan.may_be_critical", Firmness.POSSIBLE),
        (Criticality.UNDECIDED, "plan.critical_undecided", Firmness.CANNOT_BE_TOLD),
    ):
        held = tuple(name for name in in_order(main) if main.criticality[main.names.index(name)] is criticality)
        if held:
            yield Finding(key, {"plan": outline.id, "items": held}, firmness, trace=_trace(outline, *main.names))


def in_order(found: Schedule) -> tuple[str, ...]:
    """Steps in the order in which they can begin."""
    starts = dict(zip(found.names, map(tuple, found.earliest_start), strict=True))
    return tuple(sorted(found.names, key=lambda name: starts[name]))


def _of_deadline(row: Mapping[str, Any], trace: tuple[str, ...]) -> Finding:
    values = {"plan": row["plan"], "step": row["step"], "item": row["entry"], "day": row["day"]}
    if row["verdict"] == "kept":
        return Finding("plan.keeps_day", {**values, "low": row["low"]}, Firmness.CERTAIN, trace=trace)
    if row["verdict"] == "missed":
        return Finding("plan.misses_day", {**values, "low": -row["high"]}, Firmness.CERTAIN, trace=trace)
    return Finding("plan.may_miss_day", values, Firmness.POSSIBLE, trace=trace)


def capability_findings(outline: Outline, needs: Table) -> Iterator[Finding]:
    """What is beyond somebody's capabilities, and what may be, capability by capability."""
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    rows = [row for row in needs.records() if row["plan"] == outline.id]
    for row in rows:
        found.setdefault((row["has"], row["capability"]), []).append(row)
    for has, key in (("no", "plan.beyond_capability"), ("unknown", "plan.capability_unknown")):
        for (state, capability), needing in found.items():
            if state == has:
                items = tuple(row["item"] for row in needing)
                party = needing[0]["party"]
                trace = _trace(outline, *(item.partition("=")[0] for item in items), *_known(outline, capability))
                values = {"plan": outline.id, "capability": capability, "party": party, "items": items}
                yield Finding(key, values, Firmness.STATED, trace=trace)
    if rows and all(row["has"] == "yes" for row in rows):
        yield Finding("plan.within_capability", {"plan": outline.id}, Firmness.STATED, trace=_trace(outline))


def _known(outline: Outline, capability: str) -> tuple[str, ...]:
    return (capability,) if capability in outline.dossier.capabilities else ()


def trigger_findings(outline: Outline, triggers: Table) -> Iterator[Finding]:
    """What is done in each outcome, what the case says of it, and outcomes for which nothing is provided."""
    rows = [
        (row, trace)
        for row, trace in zip(triggers.records(), triggers.traces, strict=True)
        if row["plan"] == outline.id
    ]
    for row, trace in rows:
        values = {"plan": outline.id, "scenario": f"{row['event']}={row['option']}"}
        if row["alternatives"]:
            yield Finding("plan.leads_to", {**values, "items": row["alternatives"]}, Firmness.STATED, trace=trace)
        if row["claims"]:
            said = (row["event"], *row["claims"])
            yield Finding("plan.case_says", {**values, "claims": row["claims"]}, ground=Ground.SOURCE, trace=said)
        if row["covered"] == "no":
            yield Finding("plan.uncovered", {**values, "items": row["items"]}, Firmness.CERTAIN, trace=trace)
    if not rows:
        yield Finding("plan.nothing_bears", {"plan": outline.id}, Firmness.CERTAIN, trace=_trace(outline))
    elif all(row["covered"] != "no" for row, _ in rows):
        trace = _trace(outline, *(row["event"] for row, _ in rows))
        yield Finding("plan.all_covered", {"plan": outline.id}, Firmness.CERTAIN, trace=trace)


def concession_findings(outline: Outline, concessions: Table) -> Iterator[Finding]:
    """Who gives up what, in which order it would be given up, and what cannot be told of it."""
    if not outline.plan.package:
        if outline.id is not None:
            yield Finding("plan.no_package", {"plan": outline.id}, Firmness.CANNOT_BE_TOLD, trace=_trace(outline))
        return
    rows = [
        (row, trace)
        for row, trace in zip(concessions.records(), concessions.traces, strict=True)
        if row["plan"] == outline.id
    ]
    by_party: dict[str, dict[str, tuple[Mapping[str, Any], tuple[str, ...]]]] = {}
    for row, trace in rows:
        by_party.setdefault(row["party"], {}).setdefault(row["issue"], (row, trace))
    if not rows:
        issues = tuple(sorted(outline.plan.package))
        yield Finding("plan.no_concessions", {"plan": outline.id}, Firmness.STATED, trace=_trace(outline, *issues))
    for party, own in by_party.items():
        yield from _order_of(outline, party, list(own.values()))
    yield from _of_use_to_nobody(outline, rows)


def _order_of(
    outline: Outline, party: str, own: Sequence[tuple[Mapping[str, Any], tuple[str, ...]]]
) -> Iterator[Finding]:
    judged = [(row, trace) for row, trace in own if row["centre"] is not None]
    trace = tuple(dict.fromkeys(item for _, part in own for item in part))
    values: dict[str, Any] = {"plan": outline.id, "party": party}
    if len(judged) > 1:
        is_firm = all(row["comes_first"] == "certain" for row, _ in judged[:-1])
        order = {**values, "issues": tuple(row["issue"] for row, _ in judged)}
        firmness = Firmness.CERTAIN if is_firm else Firmness.POSSIBLE
        yield Finding("plan.order_of_concessions", order, firmness, trace=trace)
    elif judged:
        row, of_row = judged[0]
        yield Finding("plan.one_concession", {**values, "issue": row["issue"]}, Firmness.STATED, trace=of_row)
    silent = tuple(row["issue"] for row, _ in own if row["centre"] is None)
    if silent:
        lacking = {**values, "issues": silent}
        yield Finding("plan.concessions_not_judged", lacking, Firmness.CANNOT_BE_TOLD, trace=trace)


def _of_use_to_nobody(outline: Outline, rows: Sequence[tuple[Mapping[str, Any], tuple[str, ...]]]) -> Iterator[Finding]:
    """What a party gives up though it brings another nothing, whatever the judgement."""
    found: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = {}
    for row, trace in rows:
        if row["other_high"] is not None and row["other_high"] <= 0 and row["high"] is not None and row["high"] > 0:
            found.setdefault((row["party"], row["other"]), []).append((row["issue"], trace))
    for (party, other), held in found.items():
        values = {"plan": outline.id, "party": party, "other": other, "issues": tuple(issue for issue, _ in held)}
        trace = tuple(dict.fromkeys(item for _, part in held for item in part))
        yield Finding("plan.serves_nobody", values, Firmness.CERTAIN, trace=trace)


def environment_findings(environment: Table, bearing: str) -> Iterator[Finding]:
    """Levels of the environment of which the case says nothing."""
    told = {row["level"] for row in environment.records()}
    empty = tuple(level for level in LEVELS if level not in told)
    if empty:
        yield Finding("plan.environment_empty", {"levels": empty}, Firmness.CANNOT_BE_TOLD, trace=(bearing,))


def _trace(outline: Outline, *items: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*outline.trace, *items))) or (outline.dossier.seat,)

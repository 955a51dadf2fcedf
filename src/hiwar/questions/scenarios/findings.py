"""What the scenarios show: which hang together, what holds in all, what is closed in some, what is regretted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.compilation import course_trace
from hiwar.questions.courses import Course, feasibility
from hiwar.questions.scenarios.results import Outlook

UNUSUAL = 0.05
"""Fewer shuffled judgements than this share have as many futures, or as few: the number found says something."""
LEAST_SWING = 0.05
"""Points below which an event is not called one that matters."""
Records = list[dict[str, Any]]


def findings_of(outlook: Outlook, tables: Mapping[str, Table]) -> tuple[Finding, ...]:
    """Every finding, what hangs together first."""
    return (
        *_futures(outlook, tables),
        *_likelihoods(outlook, tables),
        *_leanings(tables),
        *_feasibility(outlook),
        *_best(outlook, tables),
        *_pairs(outlook, tables),
        *_regret(outlook, tables),
        *_events(tables),
    )


def _futures(outlook: Outlook, tables: Mapping[str, Table]) -> Iterator[Finding]:
    futures = outlook.futures
    counts = {"count": len(futures.futures), "total": futures.n_combinations, "events": futures.events}
    if futures.basis == "rules":
        yield Finding("scenarios.by_rules", counts, Firmness.CERTAIN, trace=futures.events)
    elif not futures.futures:
        yield Finding("scenarios.no_future", counts, Firmness.CERTAIN, trace=futures.events)
    else:
        key = "scenarios.near_misses" if futures.inconsistency else "scenarios.consistent"
        values = {**counts, "level": futures.inconsistency, "sheets": tuple(sorted(futures.matrices))}
        yield Finding(key, values, Firmness.CERTAIN, trace=futures.events)
    if not futures.is_complete:
        yield Finding("scenarios.search_unfinished", {"count": len(futures.futures)}, Firmness.CANNOT_BE_TOLD)
    for row in tables["baseline"].records():
        is_ordinary = min(row["as_many"], row["as_few"]) >= UNUSUAL
        key = "scenarios.weak_evidence" if is_ordinary else "scenarios.unlike_chance"
        values = {"sheets": (row["sheet"],), "count": row["found"], "mean": row["mean"]}
        yield Finding(key, values, Firmness.POSSIBLE, trace=futures.events)
    if len(futures.matrices) > 1 and futures.futures:
        shared = sum(len(future.sheets) == len(futures.matrices) for future in futures.futures)
        values = {"count": len(futures.futures), "common": shared, "sheets": tuple(sorted(futures.matrices))}
        yield Finding("scenarios.sheets_share", values, Firmness.CERTAIN, trace=futures.events)
    closed = tuple(row["scenario"] for row in tables["scenarios"].records() if row["state"] != "hangs_together")
    for scenario in closed:
        values = {"scenario": scenario}
        trace = tuple(outlook.compilation.frame.scenarios[0].options)
        yield Finding("scenarios.not_together", values, Firmness.CERTAIN, trace=trace)


def _likelihoods(outlook: Outlook, tables: Mapping[str, Table]) -> Iterator[Finding]:
    matter = [row for row in tables["events"].records() if row["matters"]]
    missing = tuple(row["event"] for row in matter if not row["is_judged"])
    if missing:
        yield Finding("scenarios.not_averaged", {"events": missing}, Firmness.CANNOT_BE_TOLD, trace=missing)
    elif matter:
        events = tuple(row["event"] for row in matter)
        yield Finding("scenarios.averaged", {"events": events}, ground=Ground.ANALYST, trace=events)
    else:
        yield Finding("scenarios.no_event_matters", {"courses": tuple(c.id for c in outlook.compilation.courses)})


def _leanings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    for row in tables["events"].records():
        if row["leans_to"] not in (None, "unknown"):
            values = {"outcomes": (f"{row['event']}={row['leans_to']}",)}
            yield Finding("scenarios.source_leans", values, ground=Ground.SOURCE, trace=(row["event"], *row["claims"]))


def _feasibility(outlook: Outlook) -> Iterator[Finding]:
    """Courses closed in some scenarios, with the outcome that closes them; courses closed in all."""
    for course in outlook.compilation.courses:
        closed, needs = _closed_in(outlook, course)
        if not closed:
            continue
        trace = (*course_trace(course), *needs)
        if len(closed) == len(outlook.counted):
            yield Finding("scenarios.closed", {"course": course.id, "needs": needs}, Firmness.CERTAIN, trace=trace)
        else:
            outcomes = _telling(outlook, closed)
            values = {"course": course.id, "needs": needs, "outcomes": outcomes, "count": len(closed)}
            key = "scenarios.closed_if" if outcomes else "scenarios.closed_in_some"
            yield Finding(key, values, Firmness.CERTAIN, trace=(*trace, *(one.split("=")[0] for one in outcomes)))


def _closed_in(outlook: Outlook, course: Course) -> tuple[list[int], tuple[str, ...]]:
    closed, needs = [], set()
    for number in outlook.counted:
        scenario = outlook.compilation.frame.scenarios[number]
        if failing := feasibility(outlook.compilation.dossier, course, scenario.options).failing:
            closed.append(number)
            needs |= set(failing)
    return closed, tuple(sorted(needs))


def _telling(outlook: Outlook, chosen: Sequence[int]) -> tuple[str, ...]:
    """The outcome, or outcomes, that all these scenarios and no others have; none where it is not that simple."""
    scenarios = outlook.compilation.frame.scenarios
    inside, outside = set(chosen), set(outlook.counted) - set(chosen)
    shared = set(scenarios[next(iter(inside))].options.items())
    for number in inside:
        shared &= set(scenarios[number].options.items())
    if not shared or any(shared <= set(scenarios[number].options.items()) for number in outside):
        return ()
    telling = [pair for pair in shared if not any(pair in scenarios[n].options.items() for n in outside)]
    return tuple(f"{event}={option}" for event, option in sorted(telling or shared))


def _best(outlook: Outlook, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The course that is certainly best in every scenario; else the best of each, at least as far as it can be told."""
    seat = outlook.compilation.seat
    ids = [outlook.compilation.frame.scenarios[number].id for number in outlook.counted]
    rows = [row for row in tables["results"].records() if row["party"] == seat and row["scenario"] in ids]
    may_be_best: dict[str, list[str]] = {scenario: [] for scenario in ids}
    certain: dict[str, set[str]] = {}
    for row in rows:
        if row["is_best"] != "no":
            may_be_best[row["scenario"]].append(row["course"])
        if row["is_best"] == "certain":
            certain.setdefault(row["course"], set()).add(row["scenario"])
    events = tuple(outlook.compilation.frame.scenarios[0].options)
    always = sorted(course for course, where in certain.items() if len(where) == len(ids))
    if always and len(outlook.compilation.courses) > 1:
        yield Finding(
            "scenarios.best_in_all",
            {"courses": tuple(always)},
            Firmness.CERTAIN,
            trace=(*_tracks(outlook, always), *events),
        )
        return
    yield Finding("scenarios.none_best_in_all", {"courses": tuple(sorted(certain))}, Firmness.CERTAIN, trace=events)
    alike: dict[tuple[str, ...], list[int]] = {}
    for number, scenario in zip(outlook.counted, ids, strict=True):
        alike.setdefault(tuple(may_be_best[scenario]), []).append(number)
    for courses, where in alike.items():
        key = "scenarios.best_here" if len(courses) == 1 else "scenarios.may_be_best_here"
        firmness = Firmness.CERTAIN if len(courses) == 1 else Firmness.POSSIBLE
        if courses:
            yield Finding(
                key,
                {**_where(outlook, where), "courses": courses},
                firmness,
                trace=(*_tracks(outlook, courses), *events),
            )


def _tracks(outlook: Outlook, courses: Sequence[str]) -> tuple[str, ...]:
    """What courses rest on: tracks, variants, issues that a package settles."""
    by_id = {course.id: course for course in outlook.compilation.courses}
    return tuple(dict.fromkeys(item for course in courses for item in course_trace(by_id[course])))


def _where(outlook: Outlook, numbers: Sequence[int]) -> dict[str, Any]:
    """These scenarios, by the outcomes that tell them apart from all others where there are such, else one by one."""
    ids = tuple(outlook.compilation.frame.scenarios[number].id for number in numbers)
    outcomes = _telling(outlook, numbers)
    return {"where": "outcomes" if outcomes else "scenarios", "outcomes": outcomes, "scenarios": ids}


def _pairs(outlook: Outlook, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Pairs of courses that stand in one order in every scenario, and pairs whose order an event turns."""
    for row, trace in zip(tables["robust"].records(), tables["robust"].traces, strict=True):
        if row["party"] != outlook.compilation.seat:
            continue
        if row["verdict"] in ("first", "second"):
            other = "second" if row["verdict"] == "first" else "first"
            values = {"course": row[row["verdict"]], "other": row[other], "count": len(row[f"{row['verdict']}_in"])}
            yield Finding("scenarios.better_in_all", values, Firmness.CERTAIN, trace=trace)
        elif row["verdict"] == "changes":
            numbers = [n for n in outlook.counted if outlook.compilation.frame.scenarios[n].id in row["first_in"]]
            values = {"course": row["first"], "other": row["second"], **_where(outlook, numbers)}
            yield Finding("scenarios.order_changes", values, Firmness.CERTAIN, trace=trace)


def _regret(outlook: Outlook, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The course whose greatest regret is least, among those that are open whatever happens.

    At the worst judgements only where every size is judged: the worst of unknown sizes would count items.
    """
    is_sized = all(outlook.views[0].has_sizes)
    rows = [
        (row, trace)
        for row, trace in zip(tables["regret"].records(), tables["regret"].traces, strict=True)
        if row["party"] == outlook.compilation.seat and row["is_always_open"]
    ]
    if len(rows) < 2:
        return
    for column, key, firmness in (
        ("centre", "scenarios.least_regret", Firmness.POSSIBLE),
        ("worst", "scenarios.least_worst_regret", Firmness.CERTAIN),
    ):
        if any(row[column] is None for row, _ in rows) or not is_sized:
            continue
        least = min(row[column] for row, _ in rows)
        courses = tuple(sorted(row["course"] for row, _ in rows if row[column] <= least + 1e-9))
        if len(courses) < len(rows):
            trace = tuple(dict.fromkeys(item for _, trace in rows for item in trace))
            yield Finding(key, {"courses": courses, "points": least}, firmness, trace=trace)


def _events(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The event whose outcome alone moves the comparison most, and events that move nothing."""
    rows = [row for row in tables["swings"].records() if row["swing"] is not None]
    if not rows:
        return
    most = max(row["swing"] for row in rows)
    first = tuple(sorted(row["event"] for row in rows if row["swing"] >= most - 1e-9))
    turns = tuple(sorted(row["event"] for row in rows if row["changes_best"]))
    if most > LEAST_SWING:
        yield Finding("scenarios.matters_most", {"events": first, "points": most}, Firmness.POSSIBLE, trace=first)
    key = "scenarios.turns_the_best" if turns else "scenarios.turns_nothing"
    yield Finding(key, {"events": turns or tuple(row["event"] for row in rows)}, Firmness.POSSIBLE, trace=turns)

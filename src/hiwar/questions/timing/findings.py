"""When to begin: who is pressed, what waiting shows and costs, what counts on an event, what each outcome changes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hiwar.methods.dominance import Relation
from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.compilation import Compilation, comparison_trace
from hiwar.questions.judgements import traces
from hiwar.questions.timing.bets import bets_of
from hiwar.questions.timing.dates import Schedule
from hiwar.questions.timing.plans import MOST_PLANS, Timetable
from hiwar.questions.timing.pressure import gainers_of, monthly_cost, monthly_share, pressures_of
from hiwar.questions.timing.values import Compared, delay_bounds, is_delay_judged

NOTHING = 1e-9
BEST = (Relation.FIRST, Relation.EQUAL)


def stated_findings(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """What the case itself says of time: pressure, who gains by delay, courses that count on an event, branches."""
    yield from _pressed(compilation)
    yield from _who_is_pressed_more(tables["pressure"])
    for party, entries in gainers_of(compilation.dossier).items():
        yield Finding("timing.gains_by_delay", {"party": party}, ground=Ground.SOURCE, trace=(party, *entries))
    yield from _bets(compilation)
    yield from _branches(tables["branches"])


def _pressed(compilation: Compilation) -> Iterator[Finding]:
    pressures = pressures_of(compilation.dossier)
    for party in compilation.frame.parties:
        own = [one for one in pressures if one.side == party]
        if not own:
            yield Finding("timing.no_pressure_stated", {"party": party}, Firmness.CANNOT_BE_TOLD, trace=(party,))
            continue
        ends = sorted(one.until.isoformat() for one in own if one.until is not None)
        is_open = any(one.until is None for one in own)
        key = "timing.pressed_without_end" if is_open else "timing.pressed_until"
        entries = tuple(one.entry.id for one in own)
        values = {"party": party, "items": entries, "day": ends[-1] if ends else None}
        yield Finding(key, values, ground=Ground.SOURCE, trace=(party, *entries))


def _who_is_pressed_more(pressure: Table) -> Iterator[Finding]:
    """Day by day: a side that is pressed while another no longer is; two that are both pressed are not ranked by words.

    Sides on which the case states no pressure at all are left out: nothing is known of them.
    """
    sides = {row["party"] for row in pressure.records()}
    by_day: dict[str, dict[tuple[str, ...], frozenset[str]]] = {}
    for row in pressure.records():
        here = by_day.setdefault(row["day"], {})
        pressed = {row["party"]} if row["state"] == "presses" else set()
        here[row["known"]] = here.get(row["known"], frozenset()) | pressed
    for day, by_history in by_day.items() if len(sides) > 1 else ():
        is_alike = len(set(by_history.values())) == 1
        for known, pressed_sides in list(by_history.items())[:1] if is_alike else by_history.items():
            yield _pressed_on(day, () if is_alike else known, pressed_sides, sides)


def _pressed_on(day: str, known: tuple[str, ...], pressed: frozenset[str], sides: set[str]) -> Finding:
    parties, others = tuple(sorted(pressed)), tuple(sorted(sides - pressed))
    where = "known" if known else "plain"
    values = {"day": day, "where": where, "known": known, "parties": parties, "others": others}
    trace = (*sorted(sides), *(one.split("=")[0] for one in known))
    if not parties:
        return Finding("timing.none_pressed", values, ground=Ground.SOURCE, trace=trace)
    if others:
        return Finding("timing.one_pressed", values, ground=Ground.SOURCE, trace=trace)
    return Finding("timing.both_pressed", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _bets(compilation: Compilation) -> Iterator[Finding]:
    """A warning for every course that waits for an event or is open only after one outcome of it."""
    for bet in bets_of(compilation):
        trace = (bet.course.track, bet.event, *bet.needs, *bet.claims, *bet.entries, *bet.terms)
        values = {"course": bet.course.id, "event": bet.event, "needs": bet.needs}
        key = "timing.waits_for" if bet.kind == "waits" else "timing.needs_outcome"
        yield Finding(key, values, ground=Ground.SOURCE, trace=trace)
        for claim in bet.claims:
            about: dict[str, object] = {"course": bet.course.id, "claim": claim}
            yield Finding("timing.warned", about, ground=Ground.SOURCE, trace=(bet.course.track, claim))
        if bet.gainers:
            about = {"course": bet.course.id, "parties": bet.gainers}
            yield Finding("timing.waiting_favours", about, ground=Ground.SOURCE, trace=(*bet.gainers, *bet.entries))
        for term in bet.terms:
            about = {"course": bet.course.id, "term": term}
            yield Finding("timing.breaks_term", about, Firmness.CERTAIN, trace=(bet.course.track, term))


def _branches(branches: Table) -> Iterator[Finding]:
    for row, trace in zip(branches.records(), branches.traces, strict=True):
        outcome = {"outcomes": (f"{row['event']}={row['option']}",)}
        if row["claims"]:
            values = {**outcome, "claims": row["claims"]}
            yield Finding("timing.branch_says", values, ground=Ground.SOURCE, trace=trace)
        if row["closed"]:
            yield Finding("timing.branch_closes", {**outcome, "courses": row["closed"]}, Firmness.CERTAIN, trace=trace)
        if row["eased"]:
            yield Finding("timing.branch_eases", {**outcome, "items": row["eased"]}, ground=Ground.SOURCE, trace=trace)


def schedule_findings(compilation: Compilation, schedule: Schedule | None) -> Iterator[Finding]:
    """Whether there is anything to time, and what a month of delay costs each side."""
    if schedule is None:
        courses = {"courses": tuple(course.id for course in compilation.courses)}
        yield Finding("timing.no_decision_day", courses, Firmness.CANNOT_BE_TOLD)
        return
    if len(schedule.days) < 2:
        day = {"day": schedule.days[0].day.isoformat()}
        yield Finding("timing.one_day_only", day, Firmness.CANNOT_BE_TOLD, trace=schedule.days[0].entries)
    for party in compilation.frame.parties:
        cost, trace = monthly_cost(compilation, party), traces(compilation.frame.judgements, "delay_cost", party)
        if cost is None:
            yield Finding("timing.delay_not_judged", {"party": party}, Firmness.CANNOT_BE_TOLD, trace=(party, *trace))
        else:
            values = {"party": party, "low": cost.low, "high": cost.high}
            yield Finding("timing.month_costs", values, ground=Ground.ANALYST, trace=(party, *trace))
    yield from _weighs_more(compilation)


def _weighs_more(compilation: Compilation) -> Iterator[Finding]:
    """For which of two sides a month of delay takes the larger share of what is at stake for it."""
    shares = {party: monthly_share(compilation, party) for party in compilation.frame.parties}
    for first, second in combinations(compilation.frame.parties, 2):
        one, other = shares[first], shares[second]
        if one is None or other is None:
            continue
        trace = (first, second, *(key for party in (first, second) for key in _delay_trace(compilation, party)))
        if one.low > other.high or other.low > one.high:
            more, less = (first, second) if one.low > other.high else (second, first)
            yield Finding("timing.delay_weighs_more", {"party": more, "other": less}, Firmness.CERTAIN, trace=trace)
        else:
            values = {"parties": (first, second)}
            yield Finding("timing.delay_weighs_alike", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _delay_trace(compilation: Compilation, party: str) -> tuple[str, ...]:
    return traces(compilation.frame.judgements, "delay_cost", party)


def plan_findings(compared: Compared) -> Iterator[Finding]:
    """For the seat: begin now or wait, for each later day; what waiting shows and what it costs."""
    timetable = compared.timetable
    party = timetable.compilation.seat
    days = timetable.schedule.days
    trace = _trace(compared)
    if timetable.is_cut_short:
        yield Finding("timing.plans_cut_short", {"count": MOST_PLANS}, Firmness.CANNOT_BE_TOLD, trace=trace)
    for day in range(1, len(days)):
        values = {"day": days[day].day.isoformat(), "now": days[0].day.isoformat(), "events": days[day].settles}
        if governed := timetable.governed_by_course(day):
            told = {**values, "events": governed}
            yield Finding("timing.event_hangs_on_course", told, Firmness.CANNOT_BE_TOLD, trace=governed)
            continue
        if not is_delay_judged(timetable, party):
            yield Finding("timing.waiting_unjudged", values, Firmness.CANNOT_BE_TOLD, trace=trace)
            continue
        yield _verdict(compared, day, values, trace)
        yield from _waiting(compared, day, values, trace)


def _trace(compared: Compared) -> tuple[str, ...]:
    compilation = compared.timetable.compilation
    courses = sorted({course for plan in compared.plans for _, course in plan.choices})
    judged = traces(compilation.frame.judgements, "delay_cost", compilation.seat)
    return (*comparison_trace(compilation, compilation.views["all"][0], *courses), *judged)


def _verdict(compared: Compared, day: int, values: Mapping[str, object], trace: tuple[str, ...]) -> Finding:
    """Certain if each plan of the one day is never better than some plan, fixed beforehand, of the other."""
    now = [n for n, plan in enumerate(compared.plans) if plan.day == 0]
    later = [n for n, plan in enumerate(compared.plans) if plan.day == day]
    if not now or not later:
        key = "timing.nothing_open_now" if not now else "timing.nothing_open_then"
        return Finding(key, values, Firmness.CERTAIN, trace=trace)
    now_covers, later_covers = _covers(compared, now, later), _covers(compared, later, now)
    if now_covers and later_covers:
        return Finding("timing.no_day_preferred", values, Firmness.CERTAIN, trace=trace)
    if now_covers or later_covers:
        key = "timing.begin_now" if now_covers else "timing.wait"
        return Finding(key, values, Firmness.CERTAIN, trace=trace)
    share = compared.first_share(0)
    if share is None:
        return Finding("timing.start_not_firm", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    return Finding("timing.start_share", {**values, "share": share}, Firmness.POSSIBLE, trace=trace)


def _covers(compared: Compared, first: Sequence[int], second: Sequence[int]) -> bool:
    """For every plan of the second day one of the first is never worse; so the best of the second is not better."""
    return all(any(compared.relations[a][b] in BEST for a in first) for b in second)


def _waiting(compared: Compared, day: int, values: Mapping[str, object], trace: tuple[str, ...]) -> Iterator[Finding]:
    """What a delay until then costs every principal; what is known then that is not known now."""
    timetable: Timetable = compared.timetable
    now, then = (timetable.schedule.days[number].known for number in (0, day))
    settled = tuple(event for event in then if event not in now)
    if settled:
        yield Finding("timing.waiting_shows", {**values, "events": settled}, Firmness.CERTAIN, trace=settled)
        later = [plan for plan in compared.plans if plan.day == day]
        if not any(timetable.hangs_on(course, settled) for plan in later for _, course in plan.choices):
            yield Finding(
                "timing.knowing_changes_nothing", {**values, "events": settled}, Firmness.CERTAIN, trace=trace
            )
    else:
        yield Finding("timing.waiting_shows_nothing", dict(values), Firmness.CERTAIN, trace=trace)
    for party in timetable.compilation.frame.parties:
        if (cost := delay_bounds(timetable, party, day)) is not None and cost[1] > NOTHING:
            told = {"party": party, "day": values["day"], "low": cost[0], "high": cost[1]}
            judged = traces(timetable.compilation.frame.judgements, "delay_cost", party)
            yield Finding("timing.waiting_costs", told, Firmness.CERTAIN, trace=(party, *judged))

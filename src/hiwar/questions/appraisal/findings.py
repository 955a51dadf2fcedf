"""What an appraisal found, as data; the brief puts it into words."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.appraisal.stated import overall_state
from hiwar.questions.appraisal.verdict import Verdict, coverage_of, event_is_given
from hiwar.questions.compilation import Compilation, comparison_trace, course_trace
from hiwar.questions.courses import Course, feasibility, variants_differ, variants_of

FIRST_TO_JUDGE = 5
FLIPS_NAMED = 5
ROUNDING = 1e-9
"""Points that are nothing but rounding."""
LEAST_VALUE = 0.05
"""Points below which knowing a judgement exactly is not worth naming."""


def findings_of(compilation: Compilation, tables: Mapping[str, Table], verdict: Verdict) -> tuple[Finding, ...]:
    """Every finding, the verdict first."""
    return (
        *_verdict(compilation, tables, verdict),
        *_feasibility(compilation),
        *_open_effects(compilation),
        *_variants(compilation),
        *_comparisons(compilation, tables),
        *_flips(tables, verdict),
        *_gaps(compilation, tables),
        *_scenarios(compilation, tables),
        *_risk(compilation, tables),
        *_judge_first(compilation, tables),
    )


def _verdict(compilation: Compilation, tables: Mapping[str, Table], verdict: Verdict) -> Iterator[Finding]:
    view = compilation.views["all"][0]
    trace = comparison_trace(compilation, view, *range(len(compilation.courses)))
    values: dict[str, Any] = {"course": verdict.course, "second": verdict.second, "share": verdict.share}
    if verdict.kind == "recommended":
        yield Finding("appraisal.recommended", values, Firmness.CERTAIN, trace=trace)
    elif verdict.kind == "conditional":
        needs = overall_state(compilation, next(c for c in compilation.courses if c.id == verdict.course))[1]
        yield Finding("appraisal.recommended_if", {**values, "needs": needs}, Firmness.CERTAIN, trace=(*needs, *trace))
    else:
        yield Finding("appraisal.no_recommendation", {"reasons": verdict.reasons}, Firmness.CANNOT_BE_TOLD, trace=trace)
    if verdict.kind == "leading":
        yield Finding("appraisal.leading", values, Firmness.POSSIBLE, trace=trace)
    coverage = coverage_of(compilation)
    yield Finding("appraisal.coverage", {"judged": coverage.judged, "needed": coverage.needed})
    missing = tuple(event for event in compilation.frame.scenarios[0].options if not event_is_given(compilation, event))
    if missing:
        yield Finding("appraisal.no_likelihoods", {"events": missing}, Firmness.CANNOT_BE_TOLD, trace=missing)
    if without := tuple(c.id for c, judged in zip(compilation.courses, view.has_middle, strict=True) if not judged):
        yield Finding("appraisal.no_middle", {"courses": without}, Firmness.CANNOT_BE_TOLD, trace=without)
    if tables["sheets"].rows:
        yield from _disagreement(tables["sheets"])


def _disagreement(sheets: Table) -> Iterator[Finding]:
    verdicts = {(row["first_course"], row["verdict"]) for row in sheets.records()}
    key = "appraisal.sheets_agree" if len(verdicts) == 1 else "appraisal.sheets_disagree"
    names = tuple(str(row["sheet"]) for row in sheets.records())
    yield Finding(key, {"sheets": names}, trace=names)


def _feasibility(compilation: Compilation) -> Iterator[Finding]:
    for course in compilation.courses:
        state, needs = overall_state(compilation, course)
        trace = (*course_trace(course), *needs)
        if state == "infeasible":
            yield Finding("appraisal.infeasible", {"course": course.id, "needs": needs}, Firmness.CERTAIN, trace=trace)
        elif state == "open":
            values = {"course": course.id, "needs": needs}
            yield Finding("appraisal.condition_open", values, Firmness.CANNOT_BE_TOLD, trace=trace)
        elif state == "depends":
            yield from _infeasible_when(compilation, course)


def _open_effects(compilation: Compilation) -> Iterator[Finding]:
    """Effects that hang on an issue which the course leaves open: they may come about or not."""
    for number, course in enumerate(compilation.courses):
        rows = [row for view in compilation.views["stated"] for row in view.rows if row.is_open]
        effects = tuple(sorted({row.id.split("#")[0] for row in rows if any(row.active[number])}))
        if effects:
            issues = {key for effect in effects for key in compilation.dossier.effects[effect].when}
            left_open = tuple(sorted(issues - set(course.fixes) - set(compilation.frame.scenarios[0].options)))
            values = {"course": course.id, "effects": effects, "issues": left_open}
            trace = (*course_trace(course), *effects, *left_open)
            yield Finding("appraisal.effect_open", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _infeasible_when(compilation: Compilation, course: Course) -> Iterator[Finding]:
    """Per need, the outcomes of events under which it fails."""
    failing: dict[str, set[str]] = {}
    for scenario in compilation.frame.scenarios:
        for need in feasibility(compilation.dossier, course, scenario.options).failing:
            condition = compilation.dossier.tracks[course.track].needs
            keys = condition[need].when if need in condition else compilation.dossier.rules[need].when
            found = {f"{key}={scenario.options[key]}" for key in keys if key in scenario.options}
            failing.setdefault(need, set()).update(found)
    for need, outcomes in sorted(failing.items()):
        values = {"course": course.id, "need": need, "outcomes": tuple(sorted(outcomes))}
        events = tuple(sorted({outcome.split("=")[0] for outcome in outcomes}))
        trace = (*course_trace(course), need, *events)
        yield Finding("appraisal.infeasible_when", values, Firmness.CERTAIN, trace=trace)


def _variants(compilation: Compilation) -> Iterator[Finding]:
    for track in sorted(compilation.dossier.tracks):
        variants = variants_of(compilation.dossier, track)
        if len(variants) < 2:
            continue
        names = tuple(course.id for course in variants)
        if not variants_differ(compilation.dossier, variants):
            yield Finding("appraisal.variant_same", {"track": track, "variants": names}, trace=(track, *names))
        for course in variants if variants_differ(compilation.dossier, variants) else ():
            if failing := feasibility(compilation.dossier, course).failing:
                values = {"track": track, "variant": course.id, "needs": failing}
                yield Finding("appraisal.variant_differs", values, trace=(track, course.id, *failing))


def _comparisons(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """For the seat: every pair, counting the cells that the sources leave empty."""
    stated = {
        (r["party"], r["first"], r["second"]): r["verdict"] for r in tables["pairs"].records() if r["scope"] == "stated"
    }
    pairs = tables["pairs"]
    for row, trace in zip(pairs.records(), pairs.traces, strict=True):
        if row["party"] != compilation.seat or row["scope"] != "all":
            continue
        yield from _comparison(row, trace)
        on_paper = stated[row["party"], row["first"], row["second"]]
        if on_paper in ("first", "second") and on_paper != row["verdict"]:
            ahead, behind = _ordered(row, on_paper)
            values = {"first": ahead, "second": behind}
            yield Finding("appraisal.rests_on_empty_cells", values, Firmness.POSSIBLE, trace=trace)


def _ordered(row: Mapping[str, Any], verdict: str) -> tuple[str, str]:
    return (row["first"], row["second"]) if verdict == "first" else (row["second"], row["first"])


def _comparison(row: Mapping[str, Any], trace: tuple[str, ...]) -> Iterator[Finding]:
    if row["verdict"] in ("first", "second"):
        ahead, behind = _ordered(row, row["verdict"])
        ends = sorted((abs(row["low"]), abs(row["high"])))
        values = {"first": ahead, "second": behind, "low": ends[0], "high": ends[1]}
        yield Finding("appraisal.certain", values, Firmness.CERTAIN, trace=trace)
    elif row["verdict"] == "equal":
        values = {"first": row["first"], "second": row["second"]}
        yield Finding("appraisal.equal", values, Firmness.CERTAIN, trace=trace)
    elif row["verdict"] == "not_firm" and row["share"] is None:
        values = {"first": row["first"], "second": row["second"]}
        yield Finding("appraisal.sizes_missing", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    elif row["verdict"] == "not_firm":
        is_ahead = row["share"] >= 0.5
        ahead, behind = _ordered(row, "first" if is_ahead else "second")
        share = row["share"] if is_ahead else 1 - row["share"]
        low, high = (row["low"], row["high"]) if is_ahead else (-row["high"], -row["low"])
        values = {"first": ahead, "second": behind, "share": share, "low": low, "high": high}
        yield Finding("appraisal.not_firm", values, Firmness.POSSIBLE, trace=trace)


def _flips(tables: Mapping[str, Table], verdict: Verdict) -> Iterator[Finding]:
    """What would turn round the order of the first course and the next."""
    found = tables["flips"]
    named = 0
    for row, trace in zip(found.records(), found.traces, strict=True):
        if {row["first"], row["second"]} == {verdict.course, verdict.second} and named < FLIPS_NAMED:
            named += 1
            values = {**row, "first": verdict.course, "second": verdict.second}
            yield Finding("appraisal.flip", values, Firmness.POSSIBLE, trace=trace)


def _gaps(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    for row in tables["empty_cells"].records():
        values = {"course": row["course"], "party": row["party"], "kind": row["kind"], "judged": row["judged"]}
        is_judged = row["judged"] == "yes"
        firmness = Firmness.STATED if is_judged else Firmness.CANNOT_BE_TOLD
        ground = Ground.ANALYST if is_judged else Ground.COMPUTED
        yield Finding("appraisal.cell_not_stated", values, firmness, ground, (row["course"], row["party"]))
    asked = {
        (row["outcome"], row["domain"]) for row in tables["outcome_costs"].records() if row["state"] != "not_stated"
    }
    for outcome in sorted(compilation.dossier.outcomes):
        for domain in compilation.frame.domains:
            if (outcome, domain) not in asked:
                values = {"outcome": outcome, "domain": domain}
                trace = (domain,)
                yield Finding("appraisal.outcome_cell_missing", values, Firmness.CANNOT_BE_TOLD, trace=trace)


def _scenarios(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Which course is certainly best whatever happens; else the largest regret of each at the centre.

    Where no course can be regretted, all are alike or there is but one: then none is best.
    """
    rows = [row for row in tables["regret"].records() if row["party"] == compilation.seat]
    scenarios = {scenario.id for scenario in compilation.frame.scenarios}
    for number, course in enumerate(compilation.courses):
        own = [row for row in rows if row["course"] == course.id]
        if not own:
            continue
        trace = comparison_trace(compilation, compilation.views["all"][0], number)
        is_best = {row["scenario"] for row in own} == scenarios and all(row["worst"] <= ROUNDING for row in own)
        if is_best and any(row["worst"] > ROUNDING for row in rows):
            yield Finding("appraisal.best_in_every_scenario", {"course": course.id}, Firmness.CERTAIN, trace=trace)
        most = max(own, key=lambda row: row["centre"] or 0.0)
        if most["centre"]:
            values = {
                "course": course.id,
                "scenario": most["scenario"],
                "points": most["centre"],
                "worst": most["worst"],
            }
            yield Finding("appraisal.largest_regret", values, Firmness.POSSIBLE, trace=trace)


def _risk(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    for key, columns in (
        ("risk", ("course", "loss", "p05", "p95")),
        ("stochastic_dominance", ("first", "second", "order")),
    ):
        found = tables[key]
        for row, trace in zip(found.records(), found.traces, strict=True):
            if row["party"] == compilation.seat:
                name = "appraisal.risk_of_loss" if key == "risk" else "appraisal.stochastically_dominates"
                yield Finding(name, {column: row[column] for column in columns}, Firmness.POSSIBLE, trace=trace)


def _judge_first(compilation: Compilation, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """The judgements worth most to know; the worth in points only where it does not come out of unknown sizes."""
    has_sizes = all(compilation.views["all"][0].has_sizes)
    found = tables["information"]
    for row, trace in list(zip(found.records(), found.traces, strict=True))[:FIRST_TO_JUDGE]:
        if row["value"] >= LEAST_VALUE:
            values = {key: row[key] for key in ("judgement", "under", "domain")}
            if has_sizes:
                yield Finding("appraisal.judge_first", {**values, "value": row["value"]}, trace=trace)
            else:
                yield Finding("appraisal.judge_first_unsized", values, trace=trace)

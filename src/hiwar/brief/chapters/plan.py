"""The plan: from goals to steps, when, by whose means, and what is done if things turn out otherwise."""

from collections.abc import Mapping, Sequence
from typing import Any

from hiwar.brief.blocks import Answers, chart, found, gap, message, name, names, records, said, span, table, told
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import PlanWords, plan_chart

_STEPS = ("plan.complete", "plan.incomplete")
_GAPS = (
    "plan.no_ultimate_goal", "plan.goals_without_means", "plan.goals_of_another", "plan.means_without_goal",
    "plan.means_without_step", "plan.means_ruled_out", "plan.steps_without_owner", "plan.steps_without_length",
    "plan.steps_that_serve_nothing", "plan.steps_after_none",
)  # fmt: skip
_TIME = (
    "plan.no_steps", "plan.no_first_day", "plan.ends_on", "plan.ends_between", "plan.ends_not_before",
)  # fmt: skip
_FURTHER = (
    "plan.misses_day", "plan.may_miss_day", "plan.keeps_day", "plan.critical", "plan.may_be_critical",
    "plan.critical_undecided",
)  # fmt: skip
_CAPABILITIES = ("plan.beyond_capability", "plan.capability_unknown", "plan.within_capability")
_ALTERNATIVES = ("plan.uncovered", "plan.all_covered", "plan.nothing_bears", "plan.leads_to", "plan.case_says")
_CONCESSIONS = (
    "plan.no_package", "plan.no_concessions", "plan.one_concession", "plan.order_of_concessions",
    "plan.concessions_not_judged", "plan.serves_nobody",
)  # fmt: skip
_GOAL_STATES: Mapping[str, State] = {"active": "plain", "conditional": "open", "inactive": "missing"}
_CRITICAL: Mapping[str, State] = {"certain": "bad", "possible": "open", "never": "good", "undecided": "missing"}
_KEPT: Mapping[str, State] = {"kept": "good", "may_be_missed": "open", "missed": "bad"}
_HAS: Mapping[str, State] = {"yes": "good", "no": "bad", "unknown": "open"}
_COVERED: Mapping[str, State] = {"yes": "good", "no": "bad", "not_needed": "plain"}
_EFFECT: Mapping[str, State] = {"helps": "good", "hinders": "bad", "mixed": "open", "unknown": "open"}
_MOST_NAMED = 4
Rows = list[tuple[dict[str, Any], tuple[str, ...]]]


def plan(words: Words, answers: Answers) -> Part:
    """One plan subject by subject; several plans one after the other; then what surrounds them all."""
    plans = [row["plan"] for row, _ in records(answers, "plan", "plans")]
    nothing = found(answers, "plan.nothing")
    blocks: list[Block] = [said(words, "explain.plan")] if plans else [told(words, nothing, lead=True)]
    if len(plans) == 1:
        parts = [part for part in _subjects(words, answers, plans[0]) if part.blocks]
    else:
        parts = [_one_of_several(words, answers, one) for one in plans]
    return Part("plan", words("part.plan"), tuple(blocks), (*parts, _environment(words, answers)))


def _subjects(words: Words, answers: Answers, plan_id: str | None) -> tuple[Part, ...]:
    return (
        _steps(words, answers, plan_id),
        _time(words, answers, plan_id),
        _capabilities(words, answers, plan_id),
        _alternatives(words, answers, plan_id),
        _concessions(words, answers, plan_id),
    )


def _one_of_several(words: Words, answers: Answers, plan_id: str) -> Part:
    blocks = tuple(block for part in _subjects(words, answers, plan_id) for block in part.blocks)
    return Part(f"plan-{plan_id}", words("part.plan-of", plan=words.name(plan_id)), blocks)


def _part(words: Words, subject: str, plan_id: str | None, blocks: Sequence[Block]) -> Part:
    kept = tuple(block for block in blocks if not (block.kind == "statements" and not block.items))
    return Part(f"plan-{subject}{_suffix(plan_id)}", words(f"part.plan_{subject}"), kept)


def _suffix(plan_id: str | None) -> str:
    return f"--{plan_id}" if plan_id else ""


def _own(answers: Answers, keys: Sequence[str], plan_id: str | None) -> list[Any]:
    return [finding for finding in found(answers, *keys) if finding.values["plan"] == plan_id]


def _rows(answers: Answers, name_of_table: str, plan_id: str | None) -> Rows:
    return [pair for pair in records(answers, "plan", name_of_table) if pair[0]["plan"] == plan_id]


def _steps(words: Words, answers: Answers, plan_id: str | None) -> Part:
    """Whether the plan is complete, what is missing, and the tree from goals to steps."""
    blocks: list[Block] = [
        told(words, _own(answers, _STEPS, plan_id), lead=True),
        told(words, _own(answers, _GAPS, plan_id)),
    ]
    rows = _merged(_rows(answers, "tree", plan_id))
    if rows:
        columns = (("goal", _goal), ("goal_state", message("state", "goal_state", _GOAL_STATES)),
                   ("plan_means", name("means")), ("plan_steps", _listed("steps")))  # fmt: skip
        shown = table(words, f"plan_tree{_suffix(plan_id)}", rows, columns, is_wide=True)
        blocks.append(Folded(words("fold.plan_tree"), (shown,)))
    return _part(words, "steps", plan_id, blocks)


def _merged(rows: Rows) -> Rows:
    """One row per goal and means, with the steps that serve the means."""
    merged: dict[tuple[str, str | None], tuple[dict[str, Any], tuple[str, ...]]] = {}
    for row, trace in rows:
        key = (row["goal"], row["means"])
        before, known = merged.get(key, ({**row, "steps": ()}, ()))
        steps = (*before["steps"], row["step"]) if row["step"] else before["steps"]
        merged[key] = ({**before, "steps": steps}, tuple(dict.fromkeys((*known, *trace))))
    return list(merged.values())


def _goal(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.goal_with_id", id=row["goal"], name=words.name(row["goal"])))


def _listed(column: str) -> Any:
    """Names one below the other."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        lines = tuple(words.name(key) for key in row[column])
        return Cell("; ".join(lines) or words("words.none"), lines=lines if len(lines) > 1 else ())

    return read


def _time(words: Words, answers: Answers, plan_id: str | None) -> Part:
    """When the plan is done, the picture of its steps, what is done by which day."""
    blocks: list[Block] = [
        told(words, _own(answers, _TIME, plan_id), lead=True),
        told(words, _own(answers, _FURTHER, plan_id)),
    ]
    rows = _rows(answers, "schedule", plan_id)
    if rows:
        shown = _schedule(words, rows, plan_id)
        spec = plan_chart(answers["plan"], _picture_words(words), plan=plan_id)
        blocks.append(shown if spec is None else chart(words, f"plan{_suffix(plan_id)}", spec, shown))
    blocks += [*_calendar(words, answers, plan_id), *_paths(words, answers, plan_id)]
    return _part(words, "time", plan_id, blocks)


def _schedule(words: Words, rows: Rows, plan_id: str | None) -> TableBlock:
    is_dated = any(row["begins_from"] for row, _ in rows)
    times = (
        (("begins", _days("begins_from", "begins_by")), ("done", _days("done_from", "done_by")))
        if is_dated
        else (("begins_day", _numbers("start_low", "start_high")), ("done_day", _numbers("finish_low", "finish_high")))
    )
    columns = (
        ("plan_step", name("step")), ("step_owner", name("owner")), ("step_days", _numbers("days_low", "days_high")),
        *times, ("can_wait", _if_taken_anyway(_numbers("float_low", "float_high"))),
        ("critical", _if_taken_anyway(message("critical", "critical", _CRITICAL))), ("must_begin", _must_begin),
    )  # fmt: skip
    return table(words, f"plan_schedule{_suffix(plan_id)}", rows, columns, group=lambda row: _called(words, row))


def _called(words: Words, row: Mapping[str, Any]) -> str:
    return words("words.taken_if") if row["is_called_for"] else words("words.taken_anyway")


def _if_taken_anyway(read: Any) -> Any:
    """Of a step that may never be taken nothing is said that compares it with the end of the plan."""
    return lambda words, row: Cell("") if row["is_called_for"] else read(words, row)


def _numbers(low: str, high: str) -> Any:
    """A range of days, from so many on where nobody knows the most."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if row[low] is None:
            return gap(words)
        if row[high] is None:
            return Cell(words("words.days_from", days=words.points(row[low])), "open")
        return Cell(words.span(row[low], row[high]), is_number=True)

    return read


def _days(low: str, high: str) -> Any:
    """Two days of the calendar, or from one day on."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if row[low] is None:
            return gap(words)
        if row[high] is None:
            return Cell(words("words.day_from", day=words.day(row[low])), "open")
        if row[low] == row[high]:
            return Cell(words.day(row[low]))
        return Cell(words("words.days_between", day=words.day(row[low]), last_day=words.day(row[high])))

    return read


def _must_begin(words: Words, row: Mapping[str, Any]) -> Cell:
    """The last start that keeps every deadline in any case; where that has passed, the last at best."""
    if row["last_start_at_best"] is None:
        return Cell(words("words.no_deadline"))
    safe = row["last_start"]
    if safe is not None and row["begins_by"] is not None and safe >= row["begins_by"]:
        return Cell(words.day(safe), "good")
    best = row["last_start_at_best"]
    state: State = "open" if best >= row["begins_from"] else "bad"
    return Cell(words("words.at_best", day=words.day(best)), state)


def _calendar(words: Words, answers: Answers, plan_id: str | None) -> list[Block]:
    rows = _rows(answers, "calendar", plan_id)
    rows = [pair for pair in rows if words.dossier.calendar[pair[0]["entry"]].kind != "pressure"]
    if not rows:
        return []
    columns = (
        ("by_day", lambda w, row: Cell(w.day(row["day"]))), ("calendar_entry", name("entry")),
        ("done_then", _listed("done")), ("perhaps_done", _listed("perhaps")), ("not_done", _listed("not_yet")),
    )  # fmt: skip
    return [table(words, f"plan_calendar{_suffix(plan_id)}", rows, columns)]


def _paths(words: Words, answers: Answers, plan_id: str | None) -> list[Block]:
    rows = _rows(answers, "paths", plan_id)
    if not rows:
        return []
    columns = (("critical_path", _listed("steps")), ("for_all_lengths", message("is_certain", "path_certain")))
    return [Folded(words("fold.plan_paths"), (table(words, f"plan_paths{_suffix(plan_id)}", rows, columns),))]


def _picture_words(words: Words) -> PlanWords:
    return PlanWords(
        name=words.name,
        month=lambda day: words.month(day.year, day.month),
        day=lambda day: words.day(day.isoformat()),
        criticality=lambda state: words(f"critical_bar.{state}"),
        days=words("chart.days"),
    )


def _capabilities(words: Words, answers: Answers, plan_id: str | None) -> Part:
    blocks: list[Block] = [told(words, _own(answers, _CAPABILITIES, plan_id))]
    rows = _rows(answers, "capabilities", plan_id)
    if rows:
        columns = (("needing", _item), ("needed_capability", name("capability")), ("able_party", name("party")),
                   ("able", message("has", "able", _HAS)))  # fmt: skip
        anchor = f"plan_capabilities{_suffix(plan_id)}"
        shown = table(words, anchor, rows, columns, group=lambda row: words(f"needing.{row['kind']}"))
        blocks.append(Folded(words("fold.plan_capabilities"), (shown,)))
    return _part(words, "capabilities", plan_id, blocks)


def _item(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.assignment(row["item"]) if row["kind"] == "option" else words.name(row["item"]))


def _alternatives(words: Words, answers: Answers, plan_id: str | None) -> Part:
    """What is uncovered, what is done when, and the table from triggers to alternatives."""
    blocks: list[Block] = [told(words, _own(answers, _ALTERNATIVES, plan_id))]
    rows = _rows(answers, "triggers", plan_id)
    if rows:
        columns = (
            ("event_outcome", lambda w, row: Cell(w.option(row["event"], row["option"]))), ("bears", _bears),
            ("done_instead", _listed("alternatives")), ("provided", message("covered", "covered", _COVERED)),
        )  # fmt: skip
        blocks.append(
            table(words, f"plan_triggers{_suffix(plan_id)}", rows, columns, group=lambda row: _event(words, row))
        )
    return _part(words, "alternatives", plan_id, blocks)


def _event(words: Words, row: Mapping[str, Any]) -> str:
    event = words.name(row["event"])
    return words("words.event_on", event=event, day=words.day(row["day"])) if row["day"] else event


def _bears(words: Words, row: Mapping[str, Any]) -> Cell:
    """How an outcome bears on the plan, with the first few of what it bears on."""
    lines = tuple(words(f"bears.{kind}") for kind in row["bears"])
    return Cell("; ".join(lines), lines=lines if len(lines) > 1 else ()) if lines else Cell(words("bears.none"))


def _concessions(words: Words, answers: Answers, plan_id: str | None) -> Part:
    """What each principal gives up, from what costs it least to what costs it most."""
    blocks: list[Block] = [told(words, _own(answers, _CONCESSIONS, plan_id))]
    rows = _rows(answers, "concessions", plan_id)
    if rows:
        columns = (
            ("issue", name("issue")), ("first_choice", _options("first_choice")), ("agreed", _options("agreed")),
            ("costs_it", span("low", "high")), ("worth_to_other", _to_other),
            ("order_holds", _order),
        )  # fmt: skip
        blocks += [
            said(words, "explain.concessions"),
            table(words, f"plan_concessions{_suffix(plan_id)}", rows, columns,
                  group=lambda row: words.name(row["party"])),
        ]  # fmt: skip
    return _part(words, "concessions", plan_id, blocks)


def _options(column: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        lines = tuple(words.option(*key.split("=", 1)) for key in row[column])
        return Cell("; ".join(lines), lines=lines if len(lines) > 1 else ())

    return read


def _order(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words(f"order_holds.{row['comes_first']}") if row["comes_first"] else "")


def _to_other(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["other_low"] is None:
        return gap(words)
    points = words.span(row["other_low"], row["other_high"])
    return Cell(words("words.points_for", party=words.name(row["other"]), points=points))


def _environment(words: Words, answers: Answers) -> Part:
    rows = records(answers, "plan", "environment")
    blocks: list[Block] = [told(words, found(answers, "plan.environment_empty"))]
    if rows:
        columns = (("factor", name("factor")), ("factor_effect", message("effect", "factor_effect", _EFFECT)),
                   ("bears_on", names("bears_on")))  # fmt: skip
        blocks.append(table(words, "plan_environment", rows, columns, group=lambda row: words(f"level.{row['level']}")))
    kept = tuple(block for block in blocks if not (block.kind == "statements" and not block.items))
    return Part("plan-environment", words("part.plan_environment"), kept)

"""Which futures hang together, and what each course brings in them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    amount,
    chart,
    count,
    course,
    found,
    gap,
    message,
    name,
    names,
    points,
    records,
    said,
    span,
    table,
    told,
)
from hiwar.brief.document import Block, Cell, Folded, Part, State, TableBlock
from hiwar.brief.words import Words
from hiwar.charts import activity_chart, matrix_chart, tableau_chart

_FUTURES = (
    "scenarios.consistent", "scenarios.near_misses", "scenarios.no_future", "scenarios.by_rules",
    "scenarios.search_unfinished", "scenarios.weak_evidence", "scenarios.unlike_chance", "scenarios.sheets_share",
    "scenarios.not_together", "scenarios.not_averaged", "scenarios.averaged", "scenarios.no_event_matters",
    "scenarios.source_leans",
)  # fmt: skip
_RESULTS = (
    "scenarios.closed", "scenarios.closed_if", "scenarios.closed_in_some", "scenarios.best_in_all",
    "scenarios.none_best_in_all", "scenarios.best_here", "scenarios.may_be_best_here", "scenarios.better_in_all",
    "scenarios.order_changes", "scenarios.least_regret", "scenarios.least_worst_regret",
)  # fmt: skip
_EVENTS = ("scenarios.matters_most", "scenarios.turns_the_best", "scenarios.turns_nothing")
_HANGS: Mapping[str, State] = {"hangs_together": "good", "not_consistent": "bad", "ruled_out": "bad"}
_MOST_COLUMNS = 8
"""More futures than this are listed, not set side by side."""


def scenarios(words: Words, answers: Answers) -> Part:
    """The futures, what holds in them, and the event that matters most."""
    parts = (_futures(words, answers), _results(words, answers), *_events(words, answers))
    return Part("scenarios", words("part.scenarios"), (said(words, "explain.scenarios"),), parts)


def _futures(words: Words, answers: Answers) -> Part:
    blocks: list[Block] = [told(words, found(answers, *_FUTURES))]
    if records(answers, "scenarios", "cross_impact"):
        blocks = [said(words, "explain.cross_impact"), *blocks]
    blocks += [*_tableau(words, answers), *_combinations(words, answers), *_judgements(words, answers)]
    rows = records(answers, "scenarios", "events")
    columns = (
        ("event", name("event")), ("leans_to", _leaning), ("likelihood_judged", _yes_no("is_judged")),
        ("said_of_it", names("claims")),
    )  # fmt: skip
    if rows:
        blocks.append(Folded(words("fold.events_said"), (table(words, "events_said", rows, columns),)))
    return Part("futures", words("part.futures"), tuple(blocks))


def _yes_no(column: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        return gap(words) if row[column] is None else Cell(words("has.yes" if row[column] else "has.no"))

    return read


def _leaning(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.option(row["event"], row["leans_to"]) if row["leans_to"] else "")


def _tableau(words: Words, answers: Answers) -> list[Block]:
    """One row per event, one column per future, where there are few; else one row per future."""
    outcomes: dict[str, dict[str, str]] = {}
    for row, _ in records(answers, "scenarios", "tableau"):
        outcomes.setdefault(row["future"], {})[row["event"]] = row["option"]
    if not outcomes or not records(answers, "scenarios", "cross_impact"):
        return []
    named = [words("chart.future", number=number) for number, _ in enumerate(outcomes, 1)]
    shown = _outcome_table(words, list(outcomes.values()), named)
    told_so = [{words.name(key): words.option(key, option) for key, option in one.items()} for one in outcomes.values()]
    spec = tableau_chart(told_so, named)
    return [shown] if spec is None else [chart(words, "tableau", spec, shown)]


def _outcome_table(words: Words, futures: list[dict[str, str]], named: list[str]) -> TableBlock:
    """Events down, futures across; turned round where there are many futures."""
    events = list(futures[0])
    if len(futures) <= _MOST_COLUMNS:
        rows = [({"event": event}, (event,)) for event in events]
        shown = table(words, "tableau", rows, (("event", name("event")),))
        cells = [[Cell(words.option(event, one[event])) for one in futures] for event in events]
        return replace(
            shown, columns=(*shown.columns, *named), is_wide=True,
            rows=tuple(replace(row, cells=(*row.cells, *more)) for row, more in zip(shown.rows, cells, strict=True)),
        )  # fmt: skip
    listed = [({"future": label, "outcomes": one}, tuple(events)) for label, one in zip(named, futures, strict=True)]
    columns = (
        ("future", lambda _, row: Cell(row["future"])),
        (
            "event_outcome",
            lambda w, row: Cell(w.assignments(f"{event}={option}" for event, option in row["outcomes"].items())),
        ),
    )
    return table(words, "tableau", listed, columns)


def _combinations(words: Words, answers: Answers) -> list[Block]:
    rows = records(answers, "scenarios", "scenarios")
    if len(rows) < 2:
        return []
    columns = (
        ("scenario", _scenario),
        ("hangs", message("state", "state_of", _HANGS)),
        ("futures_held", count("n_futures")),
    )
    return [table(words, "scenarios", rows, columns)]


def _scenario(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.scenario(row["scenario"]))


def _judgements(words: Words, answers: Answers) -> list[Block]:
    """The cross-impact matrix of each sheet as a picture, and who drives whom."""
    rows = records(answers, "scenarios", "cross_impact")
    found_blocks: list[Block] = []
    for sheet in dict.fromkeys(row["sheet"] for row, _ in rows):
        own = [(row, trace) for row, trace in rows if row["sheet"] == sheet]
        columns = (("acting", _outcome("event", "option")), ("acted_on", _outcome("target", "target_option")),
                   ("strength", lambda w, row: Cell(w.foreign(_signed(row["strength"])), is_number=True)))  # fmt: skip
        beside = table(words, f"cross_impact--{sheet}", own, columns)
        cells = [
            (words.name(row["event"]), words.option(row["event"], row["option"]), words.name(row["target"]),
             words.option(row["target"], row["target_option"]), row["strength"])
            for row, _ in own
        ]  # fmt: skip
        spec = matrix_chart(cells, acts=words("chart.acts"), acted_on=words("chart.acted_on"))
        found_blocks.append(beside if spec is None else chart(words, f"cross_impact--{sheet}", spec, beside))
        found_blocks += _influence(words, answers, sheet)
    return [Folded(words("fold.cross_impact"), tuple(found_blocks))] if found_blocks else []


def _signed(value: float) -> str:
    return f"{value:+g}".replace("-", "−")


def _outcome(event: str, option: str) -> Any:
    return lambda words, row: Cell(words.assignment(f"{row[event]}={row[option]}"))


def _influence(words: Words, answers: Answers, sheet: str) -> list[Block]:
    rows = [pair for pair in records(answers, "scenarios", "influence") if pair[0]["sheet"] == sheet]
    columns = (("event", name("event")), ("active", points("active")), ("passive", points("passive")))
    beside = table(words, f"influence--{sheet}", rows, columns)
    dots = [(words.name(row["event"]), row["active"], row["passive"]) for row, _ in rows]
    spec = activity_chart(dots, active=words("chart.active"), passive=words("chart.passive"))
    return [beside if spec is None else chart(words, f"influence--{sheet}", spec, beside)]


def _results(words: Words, answers: Answers) -> Part:
    blocks: list[Block] = [
        told(words, found(answers, *_RESULTS)),
        said(words, "explain.results", seat=words.name(words.seat)),
        results_table(words, answers, "results_by_future"),
    ]
    rows = [pair for pair in records(answers, "scenarios", "regret") if pair[0]["party"] == words.seat]
    if rows:
        columns = (("course", course("course")), ("regret_middle", points("centre")), ("regret_most", points("worst")))
        blocks.append(table(words, "regret_over", rows, columns))
    return Part("in_futures", words("part.in_futures"), tuple(blocks))


def results_table(words: Words, answers: Answers, anchor: str) -> TableBlock:
    """The seat's range of each course in each future: futures down, courses across."""
    rows = [pair for pair in records(answers, "scenarios", "results") if pair[0]["party"] == words.seat]
    able = {
        row["scenario"] for row, _ in records(answers, "scenarios", "scenarios") if row["state"] == "hangs_together"
    }
    lines: dict[str, dict[str, Any]] = {}
    traces: dict[str, dict[str, None]] = {}
    for row, trace in rows:
        if row["scenario"] in able:
            lines.setdefault(row["scenario"], {"scenario": row["scenario"]})[row["course"]] = row
            traces.setdefault(row["scenario"], {}).update(dict.fromkeys(trace))
    courses = list(dict.fromkeys(row["course"] for row, _ in rows))
    shown = table(
        words, anchor, [(line, tuple(traces[key])) for key, line in lines.items()], (("scenario", _scenario),),
        seat=words.name(words.seat),
    )  # fmt: skip
    return replace(
        shown,
        columns=(*shown.columns, *(words.course(key) for key in courses)),
        rows=tuple(
            replace(row, cells=(*row.cells, *(_result(words, line[key]) for key in courses)))
            for row, line in zip(shown.rows, lines.values(), strict=True)
        ),
        is_wide=True,
    )


def _result(words: Words, row: Mapping[str, Any]) -> Cell:
    if row["state"] == "infeasible":
        return Cell(words("words.closed"), "bad")
    cell = span("low", "high")(words, row)
    return replace(cell, state="good") if row["is_best"] == "certain" else cell


def _events(words: Words, answers: Answers) -> tuple[Part, ...]:
    rows = records(answers, "scenarios", "swings")
    if not rows:
        return ()
    columns = (
        ("event", name("event")), ("swing", lambda w, row: amount(w, row["swing"], w.points)),
        ("turns", _yes_no("changes_best")),
    )  # fmt: skip
    blocks = (told(words, found(answers, *_EVENTS)), table(words, "swings", rows, columns))
    return (Part("events_that_matter", words("part.events_that_matter"), blocks),)

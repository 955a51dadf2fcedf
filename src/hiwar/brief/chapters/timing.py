"""When to begin: now, later, or after the event."""

import datetime as dt
from collections.abc import Mapping, Set
from typing import Any

from hiwar.brief.blocks import (
    Answers,
    Reader,
    chart,
    course,
    found,
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
from hiwar.brief.document import Block, Cell, Folded, Part, State
from hiwar.brief.words import Words
from hiwar.charts.calendar import CalendarWords, calendar_tree_chart
from hiwar.methods.calendar import NEVER, WAIT, Branch

_VERDICTS = (
    "timing.no_decision_day", "timing.one_day_only", "timing.begin_now", "timing.wait", "timing.no_day_preferred",
    "timing.start_share", "timing.start_not_firm", "timing.waiting_unjudged", "timing.nothing_open_now",
    "timing.nothing_open_then", "timing.event_hangs_on_course", "timing.plans_cut_short",
)  # fmt: skip
_WAITING = (
    "timing.waiting_shows", "timing.knowing_changes_nothing", "timing.waiting_shows_nothing", "timing.waiting_costs",
    "timing.month_costs", "timing.delay_not_judged", "timing.likelihood_turns", "timing.likelihood_turns_nothing",
)  # fmt: skip
_PRESSURE = (
    "timing.pressed_until", "timing.pressed_without_end", "timing.no_pressure_stated", "timing.both_pressed",
    "timing.delay_weighs_more", "timing.delay_weighs_alike",
    "timing.one_pressed", "timing.none_pressed", "timing.gains_by_delay",
)  # fmt: skip
_BETS = ("timing.waits_for", "timing.needs_outcome", "timing.warned", "timing.waiting_favours", "timing.breaks_term")
_BRANCHES = ("timing.branch_says", "timing.branch_closes", "timing.branch_eases")
_STANDS: Mapping[str, State] = {"presses": "bad", "over": "good", "eased": "good", "not_yet": "open"}
_OPEN: Mapping[str, State] = {"open": "good", "bet": "open", "closed": "bad"}
_COUNTS: Mapping[str, State] = {"waits": "open", "needs": "bad"}


def timing(words: Words, answers: Answers) -> Part:
    """When to begin, who is pressed, which courses count on an event, and what each outcome changes."""
    blocks: list[Block] = [
        said(words, "explain.timing"),
        told(words, found(answers, *_VERDICTS), lead=True),
        told(words, found(answers, *_WAITING)),
        *_tree(words, answers),
        *_starts(words, answers),
    ]
    parts = (_pressure(words, answers), *_bets(words, answers), *_branches(words, answers))
    return Part("timing", words("part.timing"), tuple(blocks), parts)


def day(column: str) -> Any:
    """A cell with a day in words."""
    return lambda words, row: Cell(words.day(row[column]))


def _tree(words: Words, answers: Answers) -> list[Block]:
    rows = records(answers, "timing", "tree")
    if not rows:
        return []
    columns = (("choice", _choice), ("choice_worth", points("expected")), ("best_choice", _is_best))
    shown = table(words, "tree", rows, columns, group=lambda row: _moment(words, row))
    spec = calendar_tree_chart(_tree_branches(words, answers), _calendar_words(words))
    return [shown] if spec is None else [chart(words, "tree", spec, shown)]


def _tree_branches(words: Words, answers: Answers) -> list[Branch]:
    """The branches of the tree, with what they are called."""
    rows = [row for row, _ in records(answers, "timing", "tree_branches")]
    event_of = {row["id"]: row["event"] for row in rows}
    branches = []
    for row in rows:
        event, called = event_of.get(row["parent"], ""), row["name"]
        if event:
            called = words.option(event, called)
        elif called not in ("", WAIT, NEVER):
            called = words.course(called)
        day = dt.date.fromisoformat(row["day"])
        about = words.name(row["event"]) if row["event"] else ""
        worth = row["expected"]
        branches.append(
            Branch(row["id"], row["parent"], row["kind"], day, called, about, row["likelihood"], worth, worth, worth,
                   row["is_advised"])
        )  # fmt: skip
    return branches


def _calendar_words(words: Words) -> CalendarWords:
    said_so = {WAIT: words("words.wait"), NEVER: words("words.never")}

    def figures(branch: Branch) -> str:
        if branch.likelihood is not None:
            return words.share(branch.likelihood)
        return "" if branch.expected is None else words("words.points", points=words.points(branch.expected))

    return CalendarWords(
        name=lambda key: said_so.get(key, key),
        day=lambda day: words.day(str(day)),
        figures=figures,
        decide=words("chart.decide"),
        scenario=lambda scenario: words.assignments(f"{event}={option}" for event, option in scenario.items()),
        points=words("chart.points"),
    )


def _moment(words: Words, row: Mapping[str, Any]) -> str:
    """A day, and what is known by then."""
    if not row["known"]:
        return words.day(row["day"])
    return words("words.day_after", day=words.day(row["day"]), known=words.assignments(row["known"]))


def _choice(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("words.wait") if row["option"] == "wait" else words.course(row["option"]))


def _is_best(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words("best_choice.yes"), "good") if row["is_best"] else Cell("")


def _starts(words: Words, answers: Answers) -> list[Block]:
    rows = [pair for pair in records(answers, "timing", "starts") if pair[0]["party"] == words.seat]
    if not rows:
        return []
    judged = {row["day"] for row, _ in rows if row["low"] is not None}
    columns = (
        ("course", course("course")), ("scenario", lambda w, row: Cell(w.scenario(row["scenario"]))),
        ("can_begin", message("state", "can_begin", _OPEN)), ("range", _worth(judged)),
    )  # fmt: skip
    shown = table(words, "starts", rows, columns, group=lambda row: words.day(row["day"]))
    return [Folded(words("fold.starts"), (shown,))]


def _worth(judged: Set[str]) -> Reader:
    """What a course is worth; on a day on which that can be told at all, a course without a figure is closed."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        is_closed = row["low"] is None and (row["state"] == "closed" or row["day"] in judged)
        return Cell(words("words.closed"), "bad") if is_closed else span("low", "high")(words, row)

    return read


def _pressure(words: Words, answers: Answers) -> Part:
    blocks: list[Block] = [told(words, found(answers, *_PRESSURE))]
    rows = records(answers, "timing", "pressure")
    if rows:
        columns = (
            ("side", name("party")),
            ("pressure", name("pressure")),
            ("stands", message("state", "stands", _STANDS)),
        )
        blocks.append(table(words, "pressure", rows, columns, group=lambda row: _moment(words, row)))
    costs = [pair for pair in records(answers, "timing", "delay") if pair[0]["high"] is not None]
    if costs:
        blocks.append(
            table(
                words, "delay", costs, (("domain", _domain), ("per_month", span("low", "high"))),
                group=lambda row: words.name(row["party"]),
            )
        )  # fmt: skip
    return Part("pressure", words("part.pressure"), tuple(blocks))


def _domain(words: Words, row: Mapping[str, Any]) -> Cell:
    return Cell(words.name(row["domain"]) if row["domain"] else words("words.all_domains"))


def _bets(words: Words, answers: Answers) -> tuple[Part, ...]:
    rows = records(answers, "timing", "bets")
    if not rows:
        return ()
    columns = (
        ("course", course("course")), ("event", name("event")), ("counts", message("kind", "counts", _COUNTS)),
        ("advice", names("claims")), ("gainers", names("gainers")), ("goes_against", names("terms")),
    )  # fmt: skip
    blocks = (told(words, found(answers, *_BETS)), table(words, "bets", rows, columns))
    return (Part("bets", words("part.bets"), blocks),)


def _branches(words: Words, answers: Answers) -> tuple[Part, ...]:
    rows = records(answers, "timing", "branches")
    if not rows:
        return ()
    columns = (
        ("event_outcome", lambda w, row: Cell(w.option(row["event"], row["option"]))), ("said_of_it", names("claims")),
        ("closes", _closes), ("ends", names("eased")),
    )  # fmt: skip
    shown = table(words, "branches", rows, columns, group=lambda row: words.name(row["event"]))
    return (Part("branches", words("part.branches"), (told(words, found(answers, *_BRANCHES)), shown)),)


def _closes(words: Words, row: Mapping[str, Any]) -> Cell:
    return (
        Cell(words.listed(words.course(key) for key in row["closed"])) if row["closed"] else Cell(words("words.none"))
    )

"""Pictures of a calendar: time to the right, nothing written on anything else, advice told by more than colour."""

import datetime
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from hiwar.brief.pictures import svg
from hiwar.charts.calendar import (
    MOST_ENDS,
    CalendarWords,
    calendar_tree_chart,
    calendar_tree_text_alternative,
    start_dates_chart,
    start_dates_text_alternative,
)
from hiwar.charts.style import VegaLite
from hiwar.methods.calendar import (
    WAIT,
    Accrual,
    Branch,
    Calendar,
    Course,
    Effect,
    Event,
    Values,
    decision_tree,
    start_dates,
)

DATE = datetime.date
CALENDAR = Calendar(
    (DATE(2020, 6, 1), DATE(2020, 9, 1), DATE(2020, 11, 20)),
    (Course("talks"), Course("exit", needs=({"vote": ("yes",)},)), Course("new", opened_by=({"vote": ("no",)},))),
    (Event("ruling", DATE(2020, 8, 15), ("for", "against"), {"for": 0.7, "against": 0.3}),
     Event("vote", DATE(2020, 11, 3), ("yes", "no"), {"yes": 0.5, "no": 0.5})),
)  # fmt: skip
VALUES = Values((
    Effect("talks", (20, 40), ("talks",)), Effect("exit", (20, 60), ("exit",)), Effect("new", (60, 80), ("new",)),
    Effect("ruling", -15, ("exit",), {"ruling": ("against",)}),
    Effect("delay", (-0.1, -0.05), accrues=Accrual(DATE(2020, 6, 1))),
))  # fmt: skip


def figures(branch: Branch) -> str:
    if branch.likelihood is not None:
        return f"{branch.likelihood:g}"
    return "" if branch.low is None else f"{branch.low:.0f} to {branch.high:.0f}"


WORDS = CalendarWords(
    str, lambda day: str(day), figures, "decide", lambda scenario: ", ".join(scenario.values()), "points"
)


@pytest.fixture
def branches() -> tuple[Branch, ...]:
    return decision_tree(CALENDAR, VALUES)


@pytest.fixture
def drawn(branches: tuple[Branch, ...]) -> VegaLite:
    spec = calendar_tree_chart(branches, WORDS)
    assert spec is not None
    return spec


def marks(spec: VegaLite, kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def test_the_tree_has_every_option_once_and_parents_first(branches: tuple[Branch, ...]) -> None:
    ids = [branch.id for branch in branches]
    assert len(set(ids)) == len(ids)
    assert [branch.parent for branch in branches].count(None) == 1
    assert all(ids.index(branch.parent) < n for n, branch in enumerate(branches) if branch.parent is not None)
    assert [branch.event for branch in branches if branch.kind == "chance"] == ["ruling", "vote", "vote"]
    assert [branch.likelihood for branch in branches if branch.name in ("for", "no")] == [0.7, 0.5, 0.5]
    waits = [branch for branch in branches if branch.name == WAIT]
    assert [branch.is_advised for branch in waits] == [True, True, True]
    assert all(branch.low is not None and branch.high is not None and branch.low <= branch.high for branch in waits)


def test_an_event_before_the_first_date_is_the_root() -> None:
    early = replace(CALENDAR, dates=CALENDAR.dates[1:])
    root = decision_tree(early, VALUES)[0]
    assert (root.kind, root.event, root.parent) == ("chance", "ruling", None)


def test_a_likelihood_that_nobody_stated_is_not_made_up() -> None:
    unknown = replace(CALENDAR, events=(CALENDAR.events[0], replace(CALENDAR.events[1], likelihood=None)))
    found = decision_tree(unknown, VALUES)
    assert {branch.likelihood for branch in found if branch.name in ("yes", "no")} == {None}
    assert {branch.likelihood for branch in found if branch.name == "for"} == {0.7}


def test_time_runs_to_the_right(drawn: VegaLite) -> None:
    days = next(layer for layer in marks(drawn, "text") if "day" in layer["data"]["values"][0])["data"]["values"]
    ordered = sorted(days, key=lambda row: row["x"])
    assert [row["day"] for row in ordered] == ["2020-06-01", "2020-08-15", "2020-09-01", "2020-11-03", "2020-11-20"]
    assert [row["what"] for row in ordered] == ["decide", "ruling", "decide", "vote", "decide"]
    assert all(b["x"] - a["x"] > 115.9 for a, b in pairwise(ordered))


def test_every_end_has_a_row_of_its_own(drawn: VegaLite, branches: tuple[Branch, ...]) -> None:
    ends = [
        row for layer in marks(drawn, "point") if layer["mark"]["shape"] == "stroke" for row in layer["data"]["values"]
    ]
    assert len(ends) == sum(branch.kind == "end" for branch in branches)
    rows = sorted(row["y"] for row in ends)
    assert all(b - a >= 20 for a, b in pairwise(rows))


def test_advice_is_told_by_width_and_filling_not_by_colour_alone(drawn: VegaLite) -> None:
    assert [layer["mark"]["strokeWidth"] for layer in marks(drawn, "line")] == [1.1, 3]
    assert {layer["mark"]["fill"] == "white" for layer in marks(drawn, "point")} == {True, False}
    assert {layer["mark"].get("fontWeight", 400) for layer in marks(drawn, "text")} == {400, 600}


def test_a_tree_too_large_to_follow_is_not_drawn(branches: tuple[Branch, ...]) -> None:
    end = next(branch for branch in branches if branch.kind == "end")
    many = (*branches, *(replace(end, id=f"end {n}") for n in range(MOST_ENDS)))
    assert calendar_tree_chart(many, WORDS) is None
    assert calendar_tree_chart((), WORDS) is None


def test_the_pictures_are_told_in_words(branches: tuple[Branch, ...]) -> None:
    told = calendar_tree_text_alternative(branches, WORDS)
    assert "2020-06-01: talks: 20 to 40" in told
    assert "2020-11-20: wait > for > wait > no > new: " in told
    ranges = start_dates_text_alternative(start_dates(CALENDAR, VALUES), WORDS)
    assert "for, yes: 2020-06-01, talks: 20 – 40" in ranges


def test_start_dates_show_what_could_not_be_chosen_yet_as_hollow() -> None:
    spec = start_dates_chart(start_dates(CALENDAR, VALUES), WORDS)
    assert spec is not None
    rows = spec["data"]["values"]
    first = {(row["scenario"], row["course"]): row["open"] for row in rows if row["date"] == "2020-06-01"}
    assert first["for, yes", "talks"]
    assert not first["for, yes", "exit"]
    assert ("for, no", "exit") not in first
    filters = [layer["transform"][0]["filter"] for layer in spec["spec"]["layer"] if "transform" in layer]
    assert filters == ["datum.open", "!datum.open"]


def test_no_start_no_picture() -> None:
    nothing = Calendar((0,), (Course("exit", needs=({"vote": ("yes",)},)),), (Event("vote", -1, ("yes", "no")),))
    only_no = replace(nothing, events=(Event("vote", -1, ("no", "yes")),), courses=(Course("exit", closes=-5),))
    assert start_dates_chart(start_dates(only_no, Values((Effect("gain", 1),))), WORDS) is None


def test_both_are_drawn(drawn: VegaLite) -> None:
    spec = start_dates_chart(start_dates(CALENDAR, VALUES), WORDS)
    assert spec is not None
    for one in (drawn, spec):
        picture = svg(one, anchor="tree", title="Calendar", description="words")
        assert picture.startswith('<svg class="chart" role="img"')
        assert "NaN" not in picture

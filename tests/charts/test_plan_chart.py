"""The bars of a plan stand where its schedule says, tones tell criticality apart, days of the calendar are lines."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from immutabledict import immutabledict
from test_charts import MADE_FROM

from hiwar.charts import PlanWords, plan_chart
from hiwar.charts.plan import _LOOKS, MOST_STEPS
from hiwar.questions import Answer, Table

COLUMNS = ("plan", "step", "is_called_for", "start_low", "start_high", "finish_low", "finish_high", "float_low",
           "critical")  # fmt: skip
ROWS: tuple[tuple[Any, ...], ...] = (
    ("P", "dig", False, 0.0, 0.0, 5.0, 9.0, 0.0, "certain"),
    ("P", "paint", False, 0.0, 0.0, 2.0, 4.0, 3.0, "never"),
    ("P", "wait", False, 5.0, 9.0, 8.0, None, 0.0, "possible"),
    ("P", "repair", True, 40.0, 40.0, 45.0, 60.0, None, None),
    ("Q", "other", False, 0.0, 0.0, 1.0, 1.0, 0.0, "certain"),
)
WORDS = PlanWords(
    name=lambda key: f"name of {key}",
    month=lambda day: f"{day:%Y-%m}",
    day=lambda day: day.isoformat(),
    criticality=lambda state: f"critical.{state}",
    days="days",
)


def answer(first_day: str | None = "2030-01-10", rows: tuple[tuple[Any, ...], ...] = ROWS) -> Answer:
    plans = Table(("plan", "first_day"), (("P", first_day), ("Q", None)))
    deadlines = Table(("plan", "entry", "day"), (("P", "fair", "2030-02-01"),) if first_day else ())
    calendar = Table(("plan", "entry", "day"), (("P", "same_day", "2030-02-01"), ("P", "vote", "2030-03-01")))
    tables = {"schedule": Table(COLUMNS, rows), "plans": plans, "deadlines": deadlines,
              "calendar": calendar if first_day else Table(("plan", "entry", "day"), ())}  # fmt: skip
    return Answer("plan", (), immutabledict(tables), MADE_FROM)


def drawn(spec: Any, mark: str) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] if layer["mark"]["type"] == mark for row in layer["data"]["values"]]


def test_each_step_has_a_quick_bar_and_a_slow_one_where_the_schedule_says() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    bars = {(row["step"], row["bar"]): (row["start"], row["end"]) for row in drawn(spec, "bar")}
    assert bars["name of dig", "quick"] == (0, 5)
    assert bars["name of dig", "slow"] == (0, 9)
    assert bars["name of repair", "slow"] == (40, 60)
    assert not any("other" in step for step, _ in bars)


def test_a_step_whose_length_is_known_has_one_bar() -> None:
    spec = plan_chart(answer(), WORDS, plan="Q")
    assert spec is not None
    assert [row["bar"] for row in drawn(spec, "bar")] == ["quick"]


def test_an_end_that_nobody_knows_runs_to_the_edge_and_bears_a_question_mark() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    edge = spec["layer"][-1]["encoding"]["x"]["scale"]["domain"][1]
    [slow] = [row for row in drawn(spec, "bar") if (row["step"], row["bar"]) == ("name of wait", "slow")]
    assert (slow["end"], slow["open"]) == (edge, "?")
    assert [row["open"] for row in drawn(spec, "text") if "open" in row] == ["?"]


def test_the_time_that_a_step_can_wait_is_a_line_behind_its_slow_bar() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    assert [(row["step"], row["start"], row["end"]) for row in drawn(spec, "rule") if "step" in row] == [
        ("name of paint", 4, 7)
    ]


def test_tones_run_from_dark_to_light_so_that_grey_tells_them_apart() -> None:
    def light(colour: str) -> float:
        if colour == "white":
            return 1.0
        red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    tones = [light(_LOOKS[state][0]) for state in ("certain", "possible", "never", "called_for")]
    assert all(later - earlier > 0.1 for earlier, later in pairwise(tones))
    assert _LOOKS["called_for"][1]


def test_only_states_that_occur_stand_in_the_legend() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    [scale] = {
        str(layer["encoding"]["color"]["scale"]["domain"]) for layer in spec["layer"] if layer["mark"]["type"] == "bar"
    }
    assert scale == str(["critical.certain", "critical.possible", "critical.never", "critical.called_for"])


def test_days_are_lines_named_once_a_day_with_deadlines_first() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    assert [row["start"] for row in drawn(spec, "rule") if "step" not in row] == [22, 50]
    labels = {row["label"] for row in drawn(spec, "text") if "label" in row}
    assert labels == {"2030-02-01: name of fair", "2030-03-01: name of vote"}


def test_months_stand_under_the_picture_and_days_where_nobody_gave_one() -> None:
    spec = plan_chart(answer(), WORDS, plan="P")
    assert spec is not None
    axis = next(layer["encoding"]["x"]["axis"] for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    assert axis["values"] == [22, 50]
    assert "'22':'2030-02'" in axis["labelExpr"]
    undated = plan_chart(answer(None), WORDS, plan="P")
    assert undated is not None
    axis = next(layer["encoding"]["x"]["axis"] for layer in undated["layer"] if layer["mark"]["type"] == "bar")
    assert axis["title"] == "days"
    assert not [row for row in drawn(undated, "rule") if "step" not in row]


def test_years_of_months_are_thinned_and_names_with_quotes_are_kept() -> None:
    long = (("P", "dig", False, 0.0, 0.0, 900.0, 2000.0, 0.0, "certain"),)
    words = PlanWords(WORDS.name, lambda day: f"it's {day.year}", WORDS.day, WORDS.criticality, WORDS.days)
    spec = plan_chart(answer(rows=long), words, plan="P")
    assert spec is not None
    axis = next(layer["encoding"]["x"]["axis"] for layer in spec["layer"] if layer["mark"]["type"] == "bar")
    first = dt.date(2030, 1, 10)
    assert {(first + dt.timedelta(days=value)).month for value in axis["values"]} == {1}
    assert "it\\'s 2031" in axis["labelExpr"]


@pytest.mark.parametrize(
    "rows", [(), tuple(("P", f"s{n}", False, 0.0, 0.0, 1.0, 1.0, 0.0, "never") for n in range(MOST_STEPS + 1))]
)
def test_nothing_is_drawn_without_steps_or_with_too_many(rows: tuple[tuple[Any, ...], ...]) -> None:
    assert plan_chart(answer(rows=rows), WORDS, plan="P") is None

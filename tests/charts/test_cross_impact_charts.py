"""Pictures of a cross-impact matrix: what is drawn, and that it can be read without colour."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from hiwar.brief.pictures import svg
from hiwar.charts.cross_impact import MOST_POINTS, MOST_STATES, activity_chart, matrix_chart, tableau_chart

JUDGEMENTS = [
    ("Rain", "scarce", "Bread", "cheap", -2.0),
    ("Rain", "scarce", "Bread", "dear", 2.0),
    ("Rain", "usual", "Bread", "cheap", 0.5),
    ("Rain", "usual", "Bread", "dear", 0.0),
    ("Bread", "cheap", "Rain", "usual", 0.0),
]


def values(spec: Mapping[str, Any] | None) -> list[list[dict[str, Any]]]:
    assert spec is not None
    return [layer["data"]["values"] for layer in spec["layer"]]


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_judgement_is_a_number_with_its_sign() -> None:
    _, boxes, numbers, *_ = values(matrix_chart(JUDGEMENTS, acts="acts", acted_on="is acted on"))
    assert [cell["text"] for cell in numbers] == ["−2", "+2", "+0.5", "0", "0"]
    assert boxes == numbers
    strong, weak, nothing = (lightness(boxes[place]["fill"]) for place in (1, 2, 3))
    assert strong < weak < nothing


def test_rows_and_columns_stand_in_one_order_and_sections_have_frames() -> None:
    frames, cells, _, states, names, *_ = values(matrix_chart(JUDGEMENTS, acts="acts", acted_on="is acted on"))
    assert len(frames) == 4
    assert [state["text"] for state in states] == ["scarce", "usual", "cheap", "dear"]
    assert [name["text"] for name in names] == ["Rain", "Bread"]
    assert cells[0]["x"] > cells[4]["x"]
    assert cells[4]["y"] > cells[2]["y"] > cells[0]["y"] == cells[1]["y"]


def test_a_matrix_that_nobody_could_read_is_not_drawn() -> None:
    assert matrix_chart([], acts="", acted_on="") is None
    many = [("A", str(number), "B", "x", 1.0) for number in range(MOST_STATES)]
    assert matrix_chart(many, acts="", acted_on="") is None


def test_scenarios_stand_side_by_side_in_words() -> None:
    scenarios = [{"Rain": "scarce", "Bread": "dear"}, {"Rain": "usual", "Bread": "dear"}]
    spec = tableau_chart(scenarios, ["First", "Second"], below={"basin": ["60 %", "40 %"]})
    _, cells, titles, heads = values(spec)
    assert [cell["text"] for cell in cells] == ["scarce", "usual", "dear", "dear", "60 %", "40 %"]
    assert [title["text"] for title in titles] == ["Rain", "Bread", "basin"]
    assert [head["text"] for head in heads] == ["First", "Second"]
    rain, bread = cells[:2], cells[2:4]
    assert rain[0]["fill"] != rain[1]["fill"]
    assert bread[0]["fill"] == bread[1]["fill"]


def test_shades_of_the_tableau_differ_in_grey_and_leave_ink_readable() -> None:
    scenarios = [{"A": str(number)} for number in range(6)]
    fills = [cell["fill"] for cell in values(tableau_chart(scenarios, ["x"] * 6))[1]]
    greys = sorted(lightness(fill) for fill in fills)
    assert len(set(fills)) == 6
    assert all(later - earlier > 8 for earlier, later in pairwise(greys))
    assert min(greys) > 165


@pytest.mark.parametrize("count", [0, 13])
def test_a_tableau_needs_scenarios_and_not_too_many(count: int) -> None:
    assert tableau_chart([{"A": "x"}] * count, ["x"] * count) is None


def test_who_drives_whom_is_drawn_with_the_means() -> None:
    spec = activity_chart([("Rain", 6, 0), ("Bread", 0, 6)], active="acts", passive="is acted on")
    drawn = values(spec)
    assert drawn[0] == drawn[1] == [{"x": 3, "y": 3}]
    assert [(point["name"], point["x"], point["y"]) for point in drawn[2]] == [("Rain", 0, 6), ("Bread", 6, 0)]


def test_names_that_would_run_into_each_other_are_set_apart() -> None:
    points = [("One name", 3.0, 3.0), ("Another", 3.0, 3.1), ("Third", 0.5, 0.5)]
    drawn = values(activity_chart(points, active="acts", passive="is acted on"))[3:]
    assert [[point["name"] for point in group] for group in drawn[::2]] == [["Third", "One name"], ["Another"]]


def test_a_picture_of_points_needs_some_and_not_too_many() -> None:
    assert activity_chart([], active="", passive="") is None
    assert activity_chart([("x", 1, 1)] * (MOST_POINTS + 1), active="", passive="") is None


def test_all_can_be_drawn_without_influence_too() -> None:
    nothing = [("A", "x", "B", "y", 0.0)]
    for spec in (
        matrix_chart(nothing, acts="acts", acted_on="is acted on"),
        activity_chart([("A", 0, 0)], active="acts", passive="is acted on"),
        tableau_chart([{"A": "x"}], ["Only"]),
    ):
        assert spec is not None
        assert svg(spec, anchor="p", title="A picture", description="What it shows").startswith("<svg")

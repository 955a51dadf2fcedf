"""Maps and lines of strategy: what is drawn, where names stand, and that it is told in words."""

import numpy as np
import pytest

from hiwar.charts.strategy_line import ValueLine, strategy_line_chart, strategy_line_text
from hiwar.charts.strategy_region import (
    Axis,
    Region,
    strategy_grid_chart,
    strategy_region_chart,
    strategy_region_text,
)

LOSS = Axis("likelihood of the loss", 0.0, 1.0, ".0%")
SIZE = Axis("size of the loss", 0.0, 100.0)
LEAVE = Region("leave", ((0.0, 0.0), (1.0, 0.0), (0.0, 100.0)))
STAY = Region("stay", ((1.0, 0.0), (1.0, 100.0), (0.0, 100.0)))


def test_each_region_is_drawn_and_bears_its_name_inside() -> None:
    spec = strategy_region_chart([LEAVE, STAY], LOSS, SIZE, names=["leave", "stay"], now=(0.4, 30.0))
    areas, labels, now = spec["layer"]
    assert [point["part"] for point in areas["data"]["values"]] == [0, 0, 0, 1, 1, 1]
    places = {label["text"]: (label["x"], label["y"]) for label in labels["data"]["values"]}
    assert places["leave"][0] + places["leave"][1] / 100 < 1 < places["stay"][0] + places["stay"][1] / 100
    assert now["data"]["values"] == [{"x": 0.4, "y": 30.0}]
    assert "title" not in spec


def test_a_region_too_small_for_its_name_gets_a_number_that_is_explained() -> None:
    small = Region("a long name that needs some room", ((0.0, 0.0), (0.05, 0.0), (0.05, 4.0), (0.0, 4.0)))
    spec = strategy_region_chart([small, STAY], LOSS, SIZE, names=[small.alternative, "stay"])
    assert {label["text"] for label in spec["layer"][1]["data"]["values"]} == {"1", "stay"}
    assert spec["title"]["text"] == ["1  a long name that needs some room"]


def test_an_alternative_keeps_its_colour_whichever_have_a_region() -> None:
    both = strategy_region_chart([LEAVE, STAY], LOSS, SIZE, names=["leave", "stay"])
    one = strategy_region_chart([STAY], LOSS, SIZE, names=["leave", "stay"])
    fills = [{point["fill"] for point in spec["layer"][0]["data"]["values"]} for spec in (both, one)]
    assert fills[1] < fills[0]


def test_a_grid_is_drawn_cell_by_cell() -> None:
    middles = np.arange(10) + 0.5
    cells = [(x / 10, y * 10, "leave" if x + y < 10 else "stay") for x in middles.tolist() for y in middles.tolist()]
    spec = strategy_grid_chart(cells, LOSS, SIZE, names=["leave", "never best", "stay"])
    squares, labels = spec["layer"]
    assert len(squares["data"]["values"]) == 100
    first = squares["data"]["values"][0]
    assert (first["x"], first["right"], first["y"], first["top"]) == pytest.approx((0.0, 0.1, 0.0, 10.0))
    assert {label["text"] for label in labels["data"]["values"]} == {"leave", "stay"}


def test_along_a_line_the_best_is_heavy_and_each_flip_has_its_number() -> None:
    lines = [ValueLine("leave", 10.0, 0.0), ValueLine("stay", 0.0, 10.0), ValueLine("talk", 1.0, 1.5)]
    spec = strategy_line_chart(lines, LOSS, "points", flips=[0.5], now=0.3)
    heavy, thin, _, numbers, names, now = spec["layer"]
    assert [(part["alternative"], part["x"]) for part in heavy["data"]["values"]] == [
        ("leave", 0.0), ("leave", 0.5), ("stay", 0.5), ("stay", 1.0)
    ]  # fmt: skip
    assert len(thin["data"]["values"]) == 6
    assert numbers["data"]["values"] == [{"x": 0.5}]
    assert now["data"]["values"] == [{"x": 0.3}]
    assert [label["text"] for label in names["data"]["values"]] == ["leave", "talk", "stay"]


def test_names_at_the_ends_do_not_overlap() -> None:
    lines = [ValueLine(f"alternative {number}", 0.0, 1.0 + number / 1000) for number in range(4)]
    spec = strategy_line_chart(lines, LOSS, "points", flips=[])
    names = next(layer for layer in spec["layer"] if layer["mark"].get("align") == "left")
    low, high = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    heights = sorted(label["y"] * spec["height"] / (high - low) for label in names["data"]["values"])
    assert np.diff(heights).min() >= 16


def test_pictures_are_told_in_words() -> None:
    told = strategy_region_text([LEAVE, STAY], LOSS, SIZE, {"leave": 0.5, "stay": 0.5})
    assert told.endswith("leave in 50% of it; stay in 50% of it.")
    assert strategy_line_text(["leave", "stay"], LOSS, [0.5]).endswith("leave is best, stay from 0.5.")
    assert strategy_line_text(["leave"], SIZE, []) == "leave is best for every size of the loss from 0 to 100."


def test_the_renderer_takes_the_pictures() -> None:
    vl_convert = pytest.importorskip("vl_convert")
    specs = [
        strategy_region_chart([LEAVE, STAY], LOSS, SIZE, names=["leave", "stay"]),
        strategy_line_chart([ValueLine("leave", 1.0, 0.0)], LOSS, "points", flips=[]),
        strategy_grid_chart([(0.25, 50.0, "leave"), (0.75, 50.0, "stay")], LOSS, SIZE, names=["leave", "stay"]),
    ]
    for spec in specs:
        assert ">leave<" in vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=[])

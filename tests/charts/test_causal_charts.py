"""Pictures of causes: boxes apart, causes above, signs by more than colour."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.charts import Arrow, Box, VegaLite, causal_chart
from hiwar.charts.layers import layered

NODES = [f"n{number}" for number in range(8)]
ARROWS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14, unique=True)


@given(ARROWS)
def test_no_two_boxes_of_a_row_touch(arrows: list[tuple[str, str]]) -> None:
    found = layered(NODES, arrows)
    for first, second in combinations(NODES, 2):
        if found.row[first] == found.row[second]:
            assert abs(found.across[first] - found.across[second]) >= 0.99
    assert min(found.across.values()) >= 0
    assert min(found.row.values()) >= 0


@given(ARROWS)
def test_causes_stand_above_what_they_cause_where_nothing_comes_back(arrows: list[tuple[str, str]]) -> None:
    forward = [(start, end) for start, end in arrows if start < end]
    found = layered(NODES, forward)
    assert all(found.row[start] < found.row[end] for start, end in forward)


@given(ARROWS)
def test_a_long_arrow_passes_every_row_between_its_ends(arrows: list[tuple[str, str]]) -> None:
    found = layered(NODES, arrows)
    for number, (start, end) in enumerate(arrows):
        assert len(found.passes[number]) == max(abs(found.row[start] - found.row[end]) - 1, 0)


def test_the_same_graph_is_drawn_the_same() -> None:
    arrows = [("n0", "n1"), ("n1", "n2"), ("n0", "n2"), ("n3", "n2"), ("n2", "n0")]
    assert layered(NODES, arrows) == layered(NODES, arrows)


def test_parts_that_do_not_hang_together_do_not_lie_on_each_other() -> None:
    found = layered(NODES, [("n0", "n1"), ("n2", "n3"), ("n4", "n5"), ("n6", "n7")])
    places = [(found.row[node], found.across[node]) for node in NODES]
    assert len(set(places)) == len(NODES)
    assert found.width <= 4


@pytest.fixture
def drawn() -> VegaLite:
    boxes = [
        Box("rain", "Heavy rain", "event", "other"),
        Box("gate", "The gate is opened", "move by the mill", "spoiler"),
        Box("close", "The weir is raised", "move by the town", "move"),
        Box("flood", "Flooded fields", "cost", "effect"),
    ]
    arrows = [Arrow("rain", "gate", "more"), Arrow("gate", "flood", "less"), Arrow("rain", "flood", "more"),
              Arrow("close", "flood", "more")]  # fmt: skip
    return causal_chart(boxes, arrows)


def layers_of(spec: VegaLite, mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def test_less_is_told_by_dashes_and_a_minus_not_by_colour_alone(drawn: VegaLite) -> None:
    dashes = [layer["mark"]["strokeDash"] for layer in layers_of(drawn, "line")]
    assert dashes == [[1, 0], [6, 4]]
    signs = [
        value["sign"] for layer in layers_of(drawn, "text") for value in layer["data"]["values"] if "sign" in value
    ]
    assert sorted(signs) == ["+", "+", "+", "−"]


def test_possible_spoilers_have_a_double_rim(drawn: VegaLite) -> None:
    rects = layers_of(drawn, "rect")
    inner = [layer for layer in rects if layer["mark"]["fill"] is None]
    assert [value["name"] for layer in inner for value in layer["data"]["values"]] == ["The gate is opened"]


def test_arrows_end_at_the_rim_of_the_box_they_point_to(drawn: VegaLite) -> None:
    boxes = [value for layer in layers_of(drawn, "rect") for value in layer["data"]["values"]]
    for layer in (layer for layer in layers_of(drawn, "point") if layer["mark"]["shape"] == "triangle"):
        for tip in layer["data"]["values"]:
            assert not any(b["x"] < tip["x"] < b["x2"] and b["y"] < tip["y"] < b["y2"] for b in boxes)
            assert any(b["x"] - 6 <= tip["x"] <= b["x2"] + 6 and b["y"] - 6 <= tip["y"] <= b["y2"] + 6 for b in boxes)

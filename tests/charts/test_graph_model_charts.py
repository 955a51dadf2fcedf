"""Pictures of a conflict: what is drawn is what was computed."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from hiwar.brief.catalogue import catalogue
from hiwar.brief.pictures import svg
from hiwar.charts.graph_layout import spread_out
from hiwar.charts.graph_model import MOST_STATES, paths_chart, state_graph_chart, who_stays_chart
from hiwar.methods.graph_model import (
    ArcForm,
    Concept,
    DecisionMaker,
    GraphModel,
    Option,
    OptionForm,
    analyse_stability,
    analyse_status_quo,
    space_of,
)

SAY = catalogue("en")
ROAD = space_of(
    ArcForm(
        ("A", "B"),
        ("calm", "threat", "war"),
        {"A": (("calm", "threat"), ("threat", "calm")), "B": (("threat", "war"),)},
    )
)
CONCEPTS = (Concept.NASH, Concept.GENERAL_METARATIONAL)
CONFLICT = GraphModel(ROAD, np.array([[2, 3, 1], [3, 2, 1]], dtype=np.int32))
"""A would threaten, were it not for the war that B can begin."""


def layers(spec: Any) -> list[dict[str, Any]]:
    assert spec is not None
    return list(spec["layer"])


def values(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(layer["data"]["values"])


def test_states_are_marked_by_how_they_hold() -> None:
    spec = state_graph_chart(analyse_stability(CONFLICT, CONCEPTS), SAY, ROAD.label)
    drawn = next(layer for layer in layers(spec) if "fill" in layer["encoding"])
    assert {point["state"]: point["kind"] for point in values(drawn)} == {
        "calm": SAY("chart.state_fears"),
        "threat": SAY("chart.state_holds"),
        "war": SAY("chart.state_holds"),
    }


def test_moves_have_the_style_of_their_owner_and_an_arrow_to_what_is_better() -> None:
    spec = state_graph_chart(analyse_stability(CONFLICT, CONCEPTS), SAY, ROAD.label)
    rules, improving, one_way = layers(spec)[:3]
    assert [(line["owner"], line["arrow"]) for line in values(rules)] == [("A", "improves"), ("B", "one_way")]
    assert [line["owner"] for line in values(improving)] == ["A"]
    assert [line["owner"] for line in values(one_way)] == ["B"]
    assert improving["mark"]["filled"]
    assert not one_way["mark"]["filled"]
    dashes = rules["encoding"]["strokeDash"]["scale"]["range"]
    assert len({tuple(dash) for dash in dashes}) == 2


def test_a_tied_move_there_and_back_is_one_line_without_an_arrow() -> None:
    tied = GraphModel(ROAD, np.array([[1, 1, 1], [1, 1, 1]], dtype=np.int32))
    rules = layers(state_graph_chart(analyse_stability(tied, CONCEPTS), SAY, ROAD.label))[0]
    assert [(line["owner"], line["arrow"]) for line in values(rules)] == [("A", "either"), ("B", "one_way")]


def test_who_stays_has_a_mark_for_everyone_and_for_all_together() -> None:
    spec = who_stays_chart(analyse_stability(CONFLICT, CONCEPTS), SAY, ROAD.label)
    assert spec is not None
    marks = {(mark["state"], mark["maker"]): mark["stays"] for mark in spec["data"]["values"]}
    assert marks["calm", "A"] == SAY("chart.stays_for_fear")
    assert marks["calm", "B"] == SAY("chart.stays")
    assert marks["calm", SAY("chart.all_stay")] == SAY("chart.stays_for_fear")
    assert len(marks) == 9


def test_a_state_that_each_fears_to_leave_by_another_concept_does_not_hold() -> None:
    """Stable for one by GMR alone and for the other by SIM alone is no equilibrium of either."""
    space = space_of(OptionForm(tuple(DecisionMaker(name, (Option(name.lower()),)) for name in "ABC")))
    rng = np.random.default_rng(3)
    for _ in range(200):
        model = GraphModel(space, rng.integers(1, 9, (3, 8)).astype(np.int32))
        stability = analyse_stability(model)
        held = {cell for concept in stability.concepts for cell in stability.equilibria(concept).tolist()}
        spec = who_stays_chart(stability, SAY, space.label)
        assert spec is not None
        told = {
            mark["state"]
            for mark in spec["data"]["values"]
            if mark["maker"] == SAY("chart.all_stay") and mark["stays"] != SAY("chart.would_leave")
        }
        assert told == {space.label(cell) for cell in held}


def test_paths_lead_from_the_start_to_the_targets() -> None:
    paths = analyse_status_quo(CONFLICT, 0, only_improvements=False)
    spec = paths_chart(paths, CONFLICT.rank, np.array([2]), SAY, ROAD.label)
    dots = next(layer for layer in layers(spec) if "fill" in layer["encoding"])
    assert [(point["state"], point["kind"]) for point in values(dots)] == [
        ("calm", SAY("chart.state_start")),
        ("threat", SAY("chart.state_passed")),
        ("war", SAY("chart.state_target")),
    ]
    steps = [(line["owner"], line["arrow"]) for line in values(layers(spec)[0])]
    assert steps == [("A", "improves"), ("B", "does_not")]


def test_where_nothing_can_be_reached_no_path_is_drawn() -> None:
    paths = analyse_status_quo(CONFLICT, 2, only_improvements=False)
    assert paths_chart(paths, CONFLICT.rank, np.array([0]), SAY, ROAD.label) is None


def test_more_states_than_anybody_could_tell_apart_are_not_drawn() -> None:
    space = space_of(OptionForm((DecisionMaker("A", tuple(Option(f"o{number}") for number in range(6))),)))
    assert space.states.size > MOST_STATES
    stability = analyse_stability(GraphModel(space, np.ones((1, 64), dtype=np.int32)))
    assert state_graph_chart(stability, SAY, space.label) is None
    assert who_stays_chart(stability, SAY, space.label) is None


@pytest.mark.parametrize("sizes", [(4, 1), (1,), (2, 3, 1), (6,)])
def test_states_are_laid_out_in_the_frame_and_apart(sizes: tuple[int, ...]) -> None:
    nodes: list[int] = []
    pairs: list[tuple[int, int]] = []
    first = 0
    for size in sizes:
        part = list(range(first, first + size))
        nodes += part
        pairs += pairwise(part)
        first += size
    places = spread_out(nodes, pairs, 300, 200)
    assert len(set(places.values())) == len(nodes)
    assert all(0 <= x <= 300 and 0 <= y <= 200 for x, y in places.values())
    assert places == spread_out(nodes, pairs, 300, 200)


def test_the_pictures_can_be_drawn_with_their_text_alternative() -> None:
    stability = analyse_stability(CONFLICT, CONCEPTS)
    paths = analyse_status_quo(CONFLICT, 0, only_improvements=False)
    for spec in (
        state_graph_chart(stability, SAY, ROAD.label),
        who_stays_chart(stability, SAY, ROAD.label),
        paths_chart(paths, CONFLICT.rank, np.array([2]), SAY, ROAD.label),
    ):
        assert spec is not None
        drawn = svg(spec, anchor="a", title="A title", description="What it shows")
        assert "<desc" in drawn
        assert "war" in drawn

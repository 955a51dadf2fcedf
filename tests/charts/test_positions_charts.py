"""Pictures of a contested issue: what is drawn is what the rows say."""

from typing import Any

from hiwar.charts.positions import MOST_ACTORS, actor_rows, path_chart, path_rows, positions_chart
from hiwar.methods.positions import Actor, ContestedIssue, settle

ISSUE = ContestedIssue((Actor("coast", 10, 2, 0.5), Actor("hill", 0, 1, 0.5), Actor("plain", 0.2, 1, 0.5)))
LINES = {"mean": ("weighted mean", 5.05), "median": ("weighted median", 5.1)}


def layer_with(spec: Any, kind: str) -> Any:
    return next(layer for layer in reversed(spec["layer"]) if layer["mark"]["type"] == kind)


def test_actors_are_drawn_in_order_of_position_as_large_as_their_weight() -> None:
    rows = [{**row, "low": row["position"] - 1} for row in actor_rows(settle(ISSUE, rounds=0))]
    spec = positions_chart(rows, LINES, title="kilometres")
    assert spec is not None
    dots = layer_with(spec, "circle")
    assert [row["actor"] for row in dots["data"]["values"]] == ["hill", "plain", "coast"]
    assert [row["weight"] for row in dots["data"]["values"]] == [0.5, 0.5, 1.0]
    assert dots["encoding"]["size"]["field"] == "weight"
    assert dots["encoding"]["x"]["title"] == "kilometres"
    bounds = layer_with(spec, "rule")["data"]["values"]
    assert [row["low"] for row in bounds] == [-1, -0.8, 9]
    drawn = {layer["data"]["values"][0].get("label"): layer["data"]["values"][0]["position"] for layer in spec["layer"]}
    assert drawn["weighted mean"] == 5.05
    assert drawn["weighted median"] == 5.1


def test_the_path_names_each_actor_once_where_it_ends() -> None:
    found = settle(ISSUE, rounds=0)
    lines = [{"kind": "mean", "label": "weighted mean", "round": 0, "position": float(found.means[0])}]
    spec = path_chart(path_rows(found), lines, title="kilometres", rounds="round")
    assert spec is not None
    labels = layer_with(spec, "text")["data"]["values"]
    assert [label["names"] for label in labels] == ["hill, plain", "coast"]
    assert [label["position"] for label in labels] == [0.1, 10]
    legend = spec["layer"][1]["encoding"]["color"]["scale"]
    assert legend["domain"] == ["weighted mean"]


def test_a_path_has_a_row_for_every_actor_and_round() -> None:
    found = settle(ISSUE, rounds=3)
    rows = path_rows(found)
    assert len(rows) == 12
    assert [row["position"] for row in rows if row["actor"] == "coast"] == found.path[:, 0].tolist()


def test_nobody_and_too_many_are_not_drawn() -> None:
    row = {"actor": "a", "position": 0.0, "low": 0.0, "high": 0.0, "weight": 1.0, "round": 0}
    many = [{**row, "actor": str(number)} for number in range(MOST_ACTORS + 1)]
    assert positions_chart([], LINES, title="") is None
    assert positions_chart(many, LINES, title="") is None
    assert path_chart([], [], title="", rounds="") is None
    assert path_chart(many, [], title="", rounds="") is None

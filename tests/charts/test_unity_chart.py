"""The bars of unity show each share once, from those for to those against, and letters tell what colours tell."""

from typing import Any

import pytest
from immutabledict import immutabledict
from test_charts import MADE_FROM, PlainWords

from hiwar.charts import unity_chart
from hiwar.charts.unity import STATES
from hiwar.questions import Answer, Table

MATTERS = Table(
    ("side", "on", "verdict_stated"),
    (("A", "quay=build", "not_unified"), ("A", "quay=leave", None), ("B", "quay=build", None)),
)
SHARES = Table(
    ("side", "on", "state", "share"),
    (
        ("A", "quay=build", "against", 0.25),
        ("A", "quay=build", "for", 0.45),
        ("A", "quay=build", "not_stated", 0.28),
        ("A", "quay=build", "unknown", 0.02),
        ("A", "quay=leave", "for", 1.0),
    ),
)
ANSWER = Answer("unity", (), immutabledict({"matters": MATTERS, "shares": SHARES}), MADE_FROM)


def segments(party: str) -> list[dict[str, Any]]:
    spec = unity_chart(ANSWER, PlainWords(), party=party)
    assert spec is not None
    return list(spec["data"]["values"])


def test_segments_fill_the_bar_from_for_to_against() -> None:
    drawn = segments("A")
    assert [part["id"] for part in drawn] == ["for", "unknown", "not_stated", "against"]
    assert [part["start"] for part in drawn[1:]] == [part["end"] for part in drawn[:-1]]
    assert (drawn[0]["start"], drawn[-1]["end"]) == (0.0, pytest.approx(1.0))


def test_each_segment_with_room_bears_its_letter() -> None:
    letters = {part["id"]: part["letter"] for part in segments("A")}
    assert letters == {
        "for": "mark.for", "unknown": "", "not_stated": "mark.not_stated", "against": "mark.against"
    }  # fmt: skip
    assert len({mark for _, _, mark in STATES.values()}) == len(STATES)


def test_matters_on_which_one_voice_is_heard_are_not_drawn() -> None:
    assert {part["matter"] for part in segments("A")} == {"quay=build"}
    assert unity_chart(ANSWER, PlainWords(), party="B") is None

"""Pictures of a chamber: a seat each, told apart without colour."""

import itertools
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.charts.chamber import LOOKS, SeatGroup, chamber_bar, chamber_chart, chamber_rows, chambers_chart, seat_places
from hiwar.methods.ratification import Seating

GROUPS = [SeatGroup("for", "for", 30), SeatGroup("unknown", "not known", 12), SeatGroup("against", "against", 9)]


@given(st.integers(1, 800))
def test_seats_stand_in_a_half_circle_each_in_its_place(total: int) -> None:
    places = seat_places(total)
    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == total
    for x, y in places:
        assert y >= -1e-9
        assert 0.38 - 1e-9 <= math.hypot(x, y) <= 1 + 1e-9


@given(st.integers(2, 800))
def test_seats_go_from_left_to_right(total: int) -> None:
    angles = [math.atan2(y, x) for x, y in seat_places(total)]
    assert all(first >= second - 1e-9 for first, second in itertools.pairwise(angles))


def test_every_kind_of_seat_is_drawn_and_no_two_alike_without_colour() -> None:
    assert set(LOOKS) == {seating.value for seating in Seating}
    looks = [(look.shape, look.is_filled) for look in LOOKS.values()]
    assert len(set(looks)) == len(looks)


def test_a_mark_is_drawn_for_every_seat_with_counts_in_the_legend() -> None:
    spec = chamber_chart([*GROUPS, SeatGroup("for", "for", 5)], note="26 of 56 needed")
    assert spec is not None
    marks, note = spec["layer"]
    counts = Counter(seat["kind"] for seat in marks["data"]["values"])
    assert counts == {"for: 35": 35, "not known: 12": 12, "against: 9": 9}
    shape = marks["encoding"]["shape"]["scale"]
    assert shape == {"domain": ["for: 35", "not known: 12", "against: 9"], "range": ["circle", "circle", "cross"]}
    assert marks["encoding"]["fill"]["scale"]["range"][1] == "#ffffff"
    assert "".join(note["data"]["values"][0]["note"].split("\n")) == "26 of 56needed"


def test_bars_add_up_and_the_need_is_a_line() -> None:
    spec = chamber_bar(GROUPS, needed=26, note="26 needed")
    assert spec is not None
    parts = spec["data"]["values"]
    assert [(part["from"], part["to"]) for part in parts] == [(0, 30), (30, 42), (42, 51)]
    assert len(spec["layer"]) == 4
    assert spec["layer"][2]["data"]["values"][0]["at"] == 26


@pytest.mark.parametrize("groups", [[], [SeatGroup("for", "for", 0)]])
def test_nothing_is_drawn_without_a_seat(groups: list[SeatGroup]) -> None:
    assert chamber_chart(groups) is None
    assert chamber_bar(groups) is None
    assert chambers_chart([("A", groups, "")]) is None


def test_several_chambers_stand_one_below_the_other_and_large_ones_are_bars() -> None:
    large = [SeatGroup("for", "for", 3_000)]
    spec = chambers_chart([("Lower", GROUPS, "26 needed"), ("People", large, "")])
    assert spec is not None
    first, second = spec["vconcat"]
    assert first["title"]["text"] == "Lower"
    assert second["data"]["values"][0]["to"] == 3_000
    alone = chambers_chart([("Lower", GROUPS, "")])
    assert alone is not None
    assert "title" not in alone


def test_the_table_beside_says_the_same() -> None:
    assert chamber_rows(GROUPS) == (("for", 30, 30 / 51), ("not known", 12, 12 / 51), ("against", 9, 9 / 51))

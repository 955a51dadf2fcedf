"""Charts on hand-made answers: what is drawn is what the table says."""

from collections.abc import Mapping
from typing import Any

import pytest
from immutabledict import immutabledict

from hiwar.charts import (
    acceptability_chart,
    balance_chart,
    outcomes_chart,
    ranges_chart,
    regret_chart,
    tornado_chart,
)
from hiwar.charts.style import wrapped
from hiwar.questions import Answer, Provenance, Settings, Table

MADE_FROM = Provenance("0" * 64, immutabledict(), immutabledict(), Settings(), "test")


class PlainWords:
    """Says keys and ids as they are."""

    def __call__(self, key: str, /, **values: Any) -> str:
        return " ".join([key, *(str(value) for value in values.values())])

    def name(self, key: str) -> str:
        return key

    def course(self, key: str) -> str:
        return key

    def scenario(self, key: str) -> str:
        return key

    def judgement(self, key: str, domain: str | None = None) -> str:
        return f"{key}/{domain}" if domain else key


def answer(**tables: Table) -> Answer:
    return Answer("appraisal", (), immutabledict(tables), MADE_FROM)


def values_of(spec: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    assert spec is not None
    if "data" in spec:
        return list(spec["data"]["values"])
    return list(spec["layer"][0]["data"]["values"])


TOTALS = Table(
    ("course", "party", "scenario", "low", "high", "low_stated", "high_stated"),
    (
        ("talk", "us", "", -40.0, 60.0, -5.0, 20.0),
        ("wait", "us", "", -90.0, 90.0, None, None),
        ("talk", "us", "rain", 1.0, 2.0, 1.0, 2.0),
        ("talk", "them", "", 7.0, 8.0, 7.0, 8.0),
    ),
)


def test_ranges_draw_each_course_of_the_party_and_no_bar_for_what_is_not_stated() -> None:
    drawn = values_of(ranges_chart(answer(totals=TOTALS), PlainWords(), party="us"))
    assert [(bar["course"], bar["low"], bar["high"]) for bar in drawn] == [
        ("talk", -40.0, 60.0), ("talk", -5.0, 20.0), ("wait", -90.0, 90.0)
    ]  # fmt: skip


def test_a_tornado_shows_the_widest_bars_of_one_pair_first() -> None:
    columns = ("party", "first", "second", "judgement", "domain", "low", "high", "crosses")
    rows = (
        ("us", "talk", "wait", "size:a", "money", 1.0, 3.0, False),
        ("us", "talk", "wait", "likelihood:b", None, -9.0, 9.0, True),
        ("us", "talk", "court", "size:c", None, -99.0, 99.0, True),
    )
    spec = tornado_chart(answer(tornado=Table(columns, rows)), PlainWords(), party="us", first="talk", second="wait")
    assert [bar["judgement"] for bar in values_of(spec)] == ["likelihood:b", "size:a/money"]


def test_outcome_curves_tell_courses_apart_without_colour() -> None:
    rows = tuple(
        ("us", course, points, share) for course in ("talk", "wait") for points, share in ((0.0, 0.2), (9.0, 1.0))
    )
    spec = outcomes_chart(
        answer(risk_curve=Table(("party", "course", "points", "probability"), rows)), PlainWords(), party="us"
    )
    assert spec is not None
    dashes = spec["layer"][0]["encoding"]["strokeDash"]["scale"]["range"]
    assert len({tuple(dash) for dash in dashes}) == 2


def test_places_of_a_course_add_up_to_its_whole_bar() -> None:
    rows = (
        ("us", "talk", 1, 0.7, 0.0),
        ("us", "talk", 2, 0.3, 0.0),
        ("us", "wait", 1, 0.3, 0.0),
        ("us", "wait", 2, 0.7, 0.0),
    )
    table = Table(("party", "course", "rank", "share", "error"), rows)
    drawn = values_of(acceptability_chart(answer(acceptability=table), PlainWords(), party="us"))
    assert sum(bar["share"] for bar in drawn if bar["course"] == "talk") == pytest.approx(1.0)


def test_regret_needs_two_scenarios_to_be_a_picture() -> None:
    columns = ("party", "course", "scenario", "centre", "worst")
    one = Table(columns, (("us", "talk", "rain", 3.0, 9.0),))
    two = Table(columns, (("us", "talk", "rain", 3.0, 9.0), ("us", "talk", "sun", 0.0, 1.0)))
    assert regret_chart(answer(regret=one), PlainWords(), party="us") is None
    assert [square["regret"] for square in values_of(regret_chart(answer(regret=two), PlainWords(), party="us"))] == [
        3,
        0,
    ]


def test_r3_balance_draws_conflict_to_the_left_and_agreement_to_the_right() -> None:
    columns = ("domain", "compatible", "conflicting", "mixed", "unrelated", "not_judged")
    drawn = values_of(balance_chart(answer(balance=Table(columns, (("money", 2, 3, 0, 0, 5),))), PlainWords()))
    assert {bar["place"] for bar in drawn} == {2, -3}


def test_nothing_to_draw_gives_no_picture() -> None:
    assert ranges_chart(answer(totals=Table(TOTALS.columns, ())), PlainWords(), party="us") is None


def test_labels_are_wrapped_and_never_longer_than_three_lines() -> None:
    assert wrapped("one two three four", 9) == "one two\nthree\nfour"
    assert len(wrapped("word " * 60, 20).split("\n")) == 3

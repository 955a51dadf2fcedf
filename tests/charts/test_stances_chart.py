from collections.abc import Mapping
from typing import Any

from hiwar.brief.pictures import svg
from hiwar.charts.stances import MOST, stances_chart


class Keys:
    """Words that are their keys."""

    def __call__(self, key: str, /, **values: Any) -> str:
        return key.rpartition(".")[2] if not values else f"{values['state']} ({values['mark']})"

    def name(self, key: str) -> str:
        return key

    def course(self, key: str) -> str:
        return key

    def scenario(self, key: str) -> str:
        return key

    def judgement(self, key: str, domain: str | None = None) -> str:
        return f"{key} {domain}"


def row(party: str, matter: str, stance: str) -> Mapping[str, str]:
    return {"party": party, "matter": matter, "stance": stance}


ROWS = [
    row("Upstream", "fixed volume", "for"),
    row("Downstream", "fixed volume", "against"),
    row("Downstream", "fixed volume", "divided"),
    row("Downstream", "open talks", "against"),
]


def test_each_stated_position_is_one_square() -> None:
    spec = stances_chart(ROWS, Keys())
    assert spec is not None
    squares = spec["data"]["values"]
    assert [(square["party"], square["matter"], square["letter"]) for square in squares] == [
        ("Upstream", "fixed volume", "for"),
        ("Downstream", "fixed volume", "against/divided"),
        ("Downstream", "open talks", "against"),
    ]


def test_two_positions_on_one_matter_have_the_colour_of_neither() -> None:
    spec = stances_chart(ROWS, Keys())
    assert spec is not None
    assert [square["stance"] for square in spec["data"]["values"]] == ["for (for)", "", "against (against)"]


def test_the_legend_names_only_positions_that_are_held() -> None:
    spec = stances_chart(ROWS, Keys())
    assert spec is not None
    legend = spec["layer"][0]["encoding"]["color"]["legend"]
    assert legend["values"] == ["for (for)", "divided (divided)", "against (against)"]
    drawn = svg(spec, anchor="p", title="t", description="d")
    assert "neutral" not in drawn
    assert "Downstream" in drawn


def test_nothing_is_drawn_without_positions_or_with_too_many() -> None:
    assert stances_chart([], Keys()) is None
    assert stances_chart([row(str(number), "m", "for") for number in range(MOST + 1)], Keys()) is None

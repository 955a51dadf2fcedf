"""Adjusted winner: its proved properties, and published cases."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from hiwar.methods.packages import ModelError, Number
from hiwar.methods.packages.fair_division import AdjustedWinner, Division, adjusted_winner

CASES = Path(__file__).parents[2] / "cases" / "packages"


@st.composite
def claims(draw: st.DrawFn) -> dict[str, dict[str, Number]]:
    goods = [f"good {number}" for number in range(draw(st.integers(1, 6)))]
    points = st.integers(0, 9)
    found: dict[str, dict[str, Number]] = {name: {good: draw(points) for good in goods} for name in ("one", "two")}
    assume(all(any(own.values()) for own in found.values()))
    return found


@given(claims())
def test_it_is_envy_free_equitable_and_efficient(points: Mapping[str, Mapping[str, Number]]) -> None:
    """Brams & Taylor (1996), theorem 4.1."""
    found = adjusted_winner(points)
    assert found.won.is_efficient
    assert found.final.is_envy_free
    assert found.final.is_equitable
    assert found.final.is_efficient
    assert min(found.final.totals) >= 50
    assert sum(0 < share < 1 for share in found.final.shares.values()) <= 1


@given(claims())
def test_totals_do_not_depend_on_who_is_named_first(points: Mapping[str, Mapping[str, Number]]) -> None:
    swapped = {name: dict(reversed(list(points[name].items()))) for name in reversed(list(points))}
    found, other = adjusted_winner(points), adjusted_winner(swapped)
    assert found.final.totals == other.final.totals
    if found.is_only_one:
        assert found.final.shares == {good: 1 - share for good, share in other.final.shares.items()}
    assert found.is_only_one == other.is_only_one


@given(claims(), st.integers(1, 7))
def test_only_ratios_of_points_count(points: Mapping[str, Mapping[str, Number]], factor: int) -> None:
    scaled = {**points, "two": {good: Fraction(number) * factor for good, number in points["two"].items()}}
    assert adjusted_winner(scaled).final == adjusted_winner(points).final


@given(claims(), st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_no_division_in_quarters_is_better_for_one_and_not_worse_for_the_other(
    points: Mapping[str, Mapping[str, Number]], quarters: list[int]
) -> None:
    final = adjusted_winner(points).final
    shares = {good: Fraction(part, 4) for good, part in zip(final.points, quarters, strict=False)}
    other = Division(final.parties, final.points, shares)
    better = all(new >= old for new, old in zip(other.totals, final.totals, strict=True))
    assert not better or other.totals == final.totals
    if other.is_efficient:
        assert other.totals[0] >= final.totals[0] or other.totals[1] >= final.totals[1]


def case(name: str) -> tuple[Any, AdjustedWinner]:
    read = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    points = {
        party: {good: row[place] for good, row in read["goods"].items()} for place, party in enumerate(read["parties"])
    }
    return read, adjusted_winner(points)


@pytest.mark.parametrize("name", ["camp_david", "panama_canal"])
def test_published_divisions(name: str) -> None:
    read, found = case(name)
    computed = read["computed"]
    for place, party in enumerate(read["parties"]):
        whole = {good for good, share in found.final.shares.items() if share == 1 - place}
        assert whole == set(computed["wins_whole"][party])
    assert found.split == computed["split"]["good"]
    assert found.final.shares[found.split or ""] == Fraction(computed["split"]["share_of_the_first"])
    assert float(found.final.totals[0]) == pytest.approx(read["published"]["points_each"], abs=0.5)
    assert found.final.totals[0] == Fraction(computed["points_each"])


def test_goods_with_equal_ratios_may_be_divided_otherwise() -> None:
    found = adjusted_winner({"one": {"a": 40, "b": 40, "c": 20}, "two": {"a": 40, "b": 40, "c": 20}})
    assert not found.is_only_one
    assert found.final.totals == (Fraction(50), Fraction(50))


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ({"one": {"a": 1}}, "two parties; found 1"),
        ({"one": {"a": 1}, "two": {"b": 1}}, "'a' has points of one party only"),
        ({"one": {"a": -1, "b": 2}, "two": {"a": 1, "b": 1}}, "one: points for goods are 0 or more"),
        ({"one": {"a": 0}, "two": {"a": 1}}, "not all 0"),
        ({"one": {"a": float("nan")}, "two": {"a": 1}}, "no finite number"),
    ],
)
def test_what_cannot_be_divided_is_refused(points: Mapping[str, Mapping[str, Number]], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        adjusted_winner(points)

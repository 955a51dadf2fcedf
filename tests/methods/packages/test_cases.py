"""Published negotiations: tests/cases/packages, each with its source and what is published of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from hiwar.methods.packages import (
    STANDARDS,
    Issue,
    Negotiation,
    Party,
    Standard,
    fair_points,
    list_packages,
    pareto_frontier,
    zone_of_agreement,
)

CASES = Path(__file__).parents[2] / "cases" / "packages"


def read(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def barter() -> Negotiation:
    case = read("barter")
    parties = []
    for place, name in enumerate(case["parties"]):
        worths = {
            good: {"stays": 0, "changes hands": -row[1 + place] if row[0] == name else row[1 + place]}
            for good, row in case["goods"].items()
        }
        parties.append(Party(name, worths, reservation_value=0))
    return Negotiation(tuple(Issue(good, ("stays", "changes hands")) for good in case["goods"]), tuple(parties))


@pytest.fixture(scope="module")
def venue() -> Negotiation:
    case = read("sports_venue")
    parties = tuple(
        Party(
            name,
            {issue: dict(zip(options, row[issue], strict=True)) for issue, options in case["issues"].items()},
            reservation_value=row["least"],
        )
        for name, row in case["parties"].items()
    )
    return Negotiation(tuple(Issue(name, tuple(options)) for name, options in case["issues"].items()), parties)


def test_nash_barter_ends_as_published(barter: Negotiation) -> None:
    case = read("barter")
    (found,) = fair_points(barter, (Standard.NASH,))
    (point,) = found.points
    (package,) = point.packages()
    assert [good for good, fate in package.items() if fate == "changes hands"] == case["published"]["change_hands"]
    assert list(map(int, point.scores)) == case["computed"]["gains"]
    assert found.value == 60


def test_sports_venue_packages_that_all_accept_are_the_published_ones(venue: Negotiation) -> None:
    published = read("sports_venue")["published"]["accepted_by_all"]
    assert sorted(list(package.values()) for package in list_packages(venue)) == sorted(published)
    zone = zone_of_agreement(venue)
    assert (zone.n_feasible, zone.n_acceptable) == (720, len(published))


def test_sports_venue_packages_that_five_accept_are_as_many_as_published(venue: Negotiation) -> None:
    published = read("sports_venue")["published"]
    accepted: set[tuple[str, ...]] = set()
    for left_out in venue.parties:
        if left_out.name not in published["must_accept"]:
            parties = tuple(
                replace(party, reservation_value=None) if party == left_out else party for party in venue.parties
            )
            accepted |= {tuple(package.values()) for package in list_packages(replace(venue, parties=parties))}
    assert len(accepted) == published["accepted_by_five"]


def test_sports_venue_fair_points_are_among_the_packages_that_all_accept(venue: Negotiation) -> None:
    accepted = [list(package.values()) for package in list_packages(venue)]
    undominated = {point.scores for point in pareto_frontier(venue).points}
    for found in fair_points(venue, STANDARDS):
        assert found.proved
        assert all(list(package.values()) in accepted for package in found.packages())
        assert {point.scores for point in found.points} <= undominated

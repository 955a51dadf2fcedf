"""Pictures of packages: what is drawn, and that it is told in words."""

from dataclasses import replace

import pytest

from hiwar.charts.packages import packages_chart, packages_text_alternative
from hiwar.methods.packages import Issue, Negotiation, Party
from hiwar.methods.packages.overview import analyse_packages


def barter(n_parties: int, reservation: int | None = 0) -> Negotiation:
    issues = tuple(Issue(f"good {number}", ("kept", "given")) for number in range(3))
    parties = tuple(
        Party(
            f"party {party}",
            {
                issue.name: {"kept": 0, "given": 4 + place if (place + party) % 2 else -2}
                for place, issue in enumerate(issues)
            },
            reservation_value=reservation,
        )
        for party in range(n_parties)
    )
    return Negotiation(issues, parties)


def test_two_parties_are_drawn_with_the_zone_both_accept() -> None:
    found = analyse_packages(barter(2))
    spec = packages_chart(found)
    assert spec is not None
    zone, label, dots, named = spec["layer"]
    assert zone["data"]["values"][0]["x"] == 0
    assert label["data"]["values"][0]["label"] == "acceptable to both"
    assert len(dots["data"]["values"]) == len(found.frontier.points)
    assert {(mark["x"], mark["y"]) for mark in named["data"]["values"]} == {
        (float(first), float(second)) for first, second in found.named
    }


def test_three_parties_are_drawn_pair_by_pair() -> None:
    spec = packages_chart(analyse_packages(barter(3)))
    assert spec is not None
    assert len(spec["concat"]) == 3


def test_without_reservation_values_no_zone_is_drawn() -> None:
    spec = packages_chart(analyse_packages(barter(2, None)))
    assert spec is not None
    assert len(spec["layer"]) == 2


@pytest.mark.parametrize("form", [barter(1), barter(6), barter(2, 50)])
def test_nothing_is_drawn_where_there_is_nothing_to_compare(form: Negotiation) -> None:
    assert packages_chart(analyse_packages(form)) is None


def test_the_picture_is_told_in_words() -> None:
    form = barter(2)
    found = analyse_packages(
        replace(form, parties=tuple(replace(p, name=n) for p, n in zip(form.parties, "AB", strict=True)))
    )
    text = packages_text_alternative(found)
    assert text.startswith(f"Points of A and B in {len(found.frontier.points)} packages")
    assert "Nash: A" in text or "Nash, " in text

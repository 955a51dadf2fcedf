"""The command ``power``: what a user sees and draws, and what is said of mistakes."""

import csv
import io
import json
from pathlib import Path

import pytest
from commands import change, hiwar

from hiwar.methods.voting_power import ModelError

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "examples" / "voting-power" / "harbour-assembly.yaml"
COUNCIL = ROOT / "examples" / "voting-power" / "council-with-quorum.yaml"
CASES = ROOT / "tests" / "cases" / "voting_power"


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    copy = tmp_path / "harbour.yaml"
    copy.write_text(HARBOUR.read_text("utf-8"), encoding="utf-8")
    return copy


def test_rule_power_and_minimal_winning_coalitions_are_shown() -> None:
    ran = hiwar("power", HARBOUR)
    assert ran.code == 0
    assert "passes with at least 33 of 64 seats and at least 231.3 of 385.5 people" in ran.out
    assert "or with at least 5 of 6 members" in ran.out
    assert "Power of the body to act: 35.94% (23 of 64 coalitions win)" in ran.out
    assert "7, of 3 to 4 members" in ran.out
    assert "Old Town, Hills, Market, Islands" in ran.out


def test_fractions_are_shown_as_they_are() -> None:
    ran = hiwar("power", CASES / "eec_1958.yaml", "--exact")
    assert "7/32 (14 of 64 coalitions win)" in ran.out
    assert "Never make a difference: Luxembourg" in ran.out
    assert "5/21" in ran.out
    assert "7/30" in ran.out


def test_blockers_and_vetoes_are_named() -> None:
    ran = hiwar("power", CASES / "security_council.yaml")
    assert "nothing passes without the vote of China, France, Russia, United Kingdom or United States" in ran.out
    assert "Nothing passes without: China, France, Russia, United Kingdom, United States" in ran.out
    assert "210, of 9 members" in ran.out
    assert "Too many to list; --most 210 lists them" in ran.out
    assert hiwar("power", CASES / "security_council.yaml", "--most", "210").out.count("China, France, Russia") == 212


def test_a_third_option_and_a_quorum_are_shown() -> None:
    ran = hiwar("power", COUNCIL)
    assert "members may vote for, against, or stay away" in ran.out
    assert "passes with more than 50% of those present by weight" in ran.out
    assert "present must be at least 36 of 71 weight" in ran.out
    assert "37.45% (273 of 729 ways to vote let it pass)" in ran.out
    assert "Minimal winning" not in ran.out


def test_json_says_the_same_for_a_program() -> None:
    data = json.loads(hiwar("power", HARBOUR, "--json").out)
    assert data["ways_that_pass"] == 23
    assert data["power_to_act"] == 23 / 64
    assert data["players"]["Docks"]["banzhaf"] == {"near": 17 / 52, "exact": "17/52"}
    assert data["players"]["Hills"]["weights"] == {"seats": 11, "people": 88.5}
    assert data["minimal_winning"]["count"] == len(data["minimal_winning"]["coalitions"]) == 7
    ternary = json.loads(hiwar("power", COUNCIL, "--json").out)
    assert ternary["minimal_winning"] is None
    assert ternary["ways_that_pass"] == 273


def test_csv_has_a_line_per_player() -> None:
    rows = list(csv.DictReader(io.StringIO(hiwar("power", HARBOUR, "--csv").out)))
    assert [row["player"] for row in rows] == ["Docks", "Old Town", "Hills", "Market", "Islands", "Greens"]
    assert float(rows[0]["banzhaf"]) == pytest.approx(17 / 52)
    exact = list(csv.DictReader(io.StringIO(hiwar("power", HARBOUR, "--csv", "--exact").out)))
    assert exact[0]["banzhaf"] == "17/52"


def test_counts_of_many_digits_are_rounded_on_the_screen_only() -> None:
    path = CASES / "electoral_college_2000.yaml"
    assert "about 1.12 x 10^15 of about 2.25 x 10^15 coalitions win" in hiwar("power", path).out
    assert json.loads(hiwar("power", path, "--json").out)["players"]["California"]["swings"] == 525180666785903


def test_a_picture_is_drawn_with_words_for_those_who_do_not_see_it(harbour: Path) -> None:
    target = harbour.parent / "power.svg"
    assert hiwar("power", harbour, "--chart", target).code == 0
    text = target.read_text("utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Docks 32.8%, 32.7%, 33.3%" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.yaml"], "there is no file or folder"),
        ([HARBOUR, "--chart", "x.png"], "must end in .svg"),
        ([HARBOUR, "--json", "--csv"], "leave out --csv"),
        ([CASES], "is a folder"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str | Path], message: str) -> None:
    ran = hiwar("power", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_problems_are_told_with_their_place(harbour: Path) -> None:
    change(harbour, "seats: majority", "seats: majorty")
    ran = hiwar("power", harbour)
    assert ran.code == 1
    assert "harbour.yaml:" in ran.err
    assert 'did you mean "majority"' in ran.err


def test_what_is_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ModelError("too many")

    monkeypatch.setattr("hiwar.cli.voting_power.minimal_winning", refuse)
    ran = hiwar("power", HARBOUR)
    assert ran.code == 0
    assert "too many" in ran.out
    assert json.loads(hiwar("power", HARBOUR, "--json").out)["minimal_winning"] == {"why_not": "too many"}
    monkeypatch.setattr("hiwar.cli.voting_power.analyse_power", refuse)
    ran = hiwar("power", HARBOUR)
    assert ran.code == 1
    assert "Error: too many" in ran.err

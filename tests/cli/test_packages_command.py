"""The command ``packages``: what a user sees, saves and draws, and what is said of mistakes."""

import json
from pathlib import Path

import pytest
from commands import change, hiwar

from hiwar.methods.packages import ModelError

EXAMPLES = Path(__file__).parents[2] / "examples" / "packages"
RIVER = EXAMPLES / "border-river.yaml"


@pytest.fixture
def river(tmp_path: Path) -> Path:
    copy = tmp_path / "river.yaml"
    copy.write_text(RIVER.read_text("utf-8"), encoding="utf-8")
    return copy


def test_room_frontier_and_what_stands_out_are_shown() -> None:
    ran = hiwar("packages", RIVER)
    assert ran.code == 0
    assert "obeying the rules: 168; crossing no red line: 141; acceptable to all: 46" in ran.out
    assert "7 different scores" in ran.out
    assert "Nash, largest sum of shares, largest smallest share" in ran.out
    assert "Upstream: 60 points, 19 above its reservation value; concedes 22% of its range" in ran.out


def test_json_says_the_same_for_a_program() -> None:
    data = json.loads(hiwar("packages", RIVER, "--json").out)
    assert data["zone"]["acceptable"] == 46
    assert data["frontier"]["count"] == len(data["frontier"]["points"]) == 7
    standards = {point["standard"]: point for point in data["points"]}
    assert standards["nash"]["best"][0]["scores"] == {"Upstream": 60, "Downstream": 60}
    assert standards["kalai_smorodinsky"]["value"] == {"near": 29 / 48, "exact": "29/48"}
    assert standards["nash"]["best"][0]["packages"][0]["commission"] == "advises"
    assert data["concessions"][0]["parties"]["Upstream"]["level"] == {"near": 18 / 83, "exact": "18/83"}
    assert data["blocking"] is None


def test_the_published_game_has_the_published_packages() -> None:
    data = json.loads(hiwar("packages", EXAMPLES / "sports-venue.yaml", "--json").out)
    assert (data["zone"]["feasible"], data["zone"]["acceptable"]) == (720, 12)


def test_what_blocks_and_what_would_open_is_said(river: Path) -> None:
    change(river, "reservation_value: 41 ", "reservation_value: 77 ")
    ran = hiwar("packages", river)
    assert ran.code == 0
    assert "No package is acceptable to all" in ran.out
    assert "the reservation value of Upstream: 77; together with the reservation value of Downstream: 24" in ran.out
    assert "Upstream falls by 1" in ran.out
    data = json.loads(hiwar("packages", river, "--json").out)
    assert data["blocking"]["complete"]
    kinds = {demand["kind"] for several in data["blocking"]["sets"] for demand in several}
    assert kinds == {"reservation_value"}


def test_without_reservation_values_only_shares_are_compared(river: Path) -> None:
    change(river, "    reservation_value: 24\n", "")
    ran = hiwar("packages", river)
    assert "no reservation value is stated" in ran.out
    assert "Nash" not in ran.out
    assert "largest smallest share" in ran.out


def test_saved_files_read_again_and_keep_what_they_can(river: Path) -> None:
    again = river.parent / "again.yaml"
    assert hiwar("packages", river, "--save", again).code == 0
    assert hiwar("packages", again).out == hiwar("packages", river).out
    refused = hiwar("packages", river, "--save", river.parent / "genius.xml")
    assert refused.code == 1
    assert "no place for rules and red lines and interactions" in refused.err


@pytest.mark.parametrize("ending", [".xml", ".json"])
def test_other_platforms_are_written_and_read(tmp_path: Path, ending: str) -> None:
    saved = tmp_path / f"venue{ending}"
    ran = hiwar("packages", EXAMPLES / "sports-venue.yaml", "--save", saved)
    assert ran.code == 0
    assert len(list(tmp_path.iterdir())) == 7
    data = json.loads(hiwar("packages", saved, "--json").out)
    assert data["zone"]["acceptable"] == 12


def test_a_picture_is_drawn_with_words_for_those_who_do_not_see_it(river: Path) -> None:
    target = river.parent / "river.svg"
    assert hiwar("packages", river, "--chart", target).code == 0
    text = target.read_text("utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Upstream 64, Downstream 53" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.yaml"], "there is no file or folder"),
        ([RIVER, "--save", "x.txt"], "must end in"),
        ([RIVER, "--chart", "x.png"], "must end in"),
        ([EXAMPLES], "a file ending in"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str | Path], message: str) -> None:
    ran = hiwar("packages", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_problems_are_told_with_their_place(river: Path) -> None:
    change(river, "two circuits: 26", "two circuit: 26")
    ran = hiwar("packages", river)
    assert ran.code == 1
    assert "river.yaml:" in ran.err
    assert 'did you mean "two circuits"' in ran.err


def test_a_negotiation_out_of_reach_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ModelError("the whole Pareto set is out of reach")

    monkeypatch.setattr("hiwar.methods.packages.overview.pareto_frontier", refuse)
    ran = hiwar("packages", EXAMPLES / "sports-venue.yaml")
    assert ran.code == 1
    assert "out of reach (5 issues, 6 parties, 720 combinations of options)" in ran.err

"""The command ``ratify``: what a user sees and draws, what-ifs, and what is said of mistakes."""

import json
from pathlib import Path

import pytest
from commands import change, hiwar

EXAMPLES = Path(__file__).parents[2] / "examples" / "ratification"
TREATY = EXAMPLES / "water-treaty.yaml"
HOUSES = EXAMPLES / "two-houses-and-a-president.yaml"


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    copy = tmp_path / "treaty.yaml"
    copy.write_text(TREATY.read_text("utf-8"), encoding="utf-8")
    return copy


def test_the_verdict_its_reason_and_who_decides_are_shown() -> None:
    ran = hiwar("ratify", TREATY)
    assert ran.code == 0
    assert "Verdict: it cannot be told" in ran.out
    assert "because there may be too few votes" in ran.out
    assert "for: 42 to 81; present: 80 to 110; 41 to 56 of 110 needed" in ran.out
    assert "it could fail with 42 for, 68 against" in ran.out
    assert "taken as present, for none is said to stay away: Government, Centre, North" in ran.out
    assert "to pass for certain (cost 8): Centre" in ran.out
    assert "0.380 to 0.950" in ran.out
    assert "no probability is stated for North" in ran.out


def test_the_bar_has_a_sign_for_every_kind_of_seat() -> None:
    out = hiwar("ratify", TREATY).out
    (bar,) = [line for line in out.splitlines() if line.startswith("  ██")]
    assert len(bar) == 2 + 72
    assert [bar.count(sign) for sign in "█▓▒¿x"] == [27, 14, 11, 6, 14]


def test_what_ifs_change_the_verdict_and_say_what_the_file_has() -> None:
    ran = hiwar("ratify", TREATY, "--attendance", "South=0", "--position", "Centre=for")
    assert "Verdict: it passes" in ran.out
    assert "as the file stands: it cannot be told" in ran.out
    assert "Verdict: it fails" in hiwar("ratify", TREATY, "--position", "Government=against").out
    strict = hiwar("ratify", TREATY, "--rule", "two thirds of members", "--quorum", "80")
    assert "two thirds of members; quorum 80" in strict.out
    ranged = hiwar("ratify", TREATY, "--attendance", "South=0-5")
    assert "present: 80 to 93" in ranged.out


def test_a_package_is_put_to_the_vote_and_the_least_change_is_named() -> None:
    ran = hiwar("ratify", HOUSES)
    assert "Put to the vote: stay | foreign | open | high" in ran.out
    assert "of 72 packages 27 pass for certain, 21 may pass, 24 fail" in ran.out
    assert "the least change that makes it pass for certain (cost 1): term: five years instead of open" in ran.out
    changed = hiwar("ratify", HOUSES, "--package", "term=five years")
    assert "Verdict: it passes" in changed.out
    upper = hiwar("ratify", HOUSES, "--rule", "Upper House=at least 3/4 of members")
    assert "at least 3/4 of members; quorum 21" in upper.out
    assert "majority of members; no quorum" in upper.out


def test_json_says_the_same_for_a_program() -> None:
    data = json.loads(hiwar("ratify", HOUSES, "--json").out)
    assert data["outcome"] == "cannot be told"
    assert data["outcome_in_file"] is None
    assert data["win_set"] == {"packages": 72, "passing": 27, "open": 21, "failing": 24}
    assert data["least_change"]["changed"] == {"term": {"from": "open", "to": "five years"}}
    lower = data["chambers"][0]
    assert (lower["outcome"], lower["votes_for"], lower["needed"]) == ("pass", [86, 96], [76, 76])
    assert sum(each["seats"] for each in lower["seating"]) == lower["seats"]
    assert lower["failing"] is None
    assert data["veto_players"][0]["may_stop"]
    assert data["cheapest_winning_set"]["sets"] == [[{"chamber": None, "name": "President", "action": "for"}]]
    treaty = json.loads(hiwar("ratify", TREATY, "--json", "--position", "North=for").out)
    assert treaty["outcome_in_file"] == "cannot be told"
    assert treaty["chance"]["exact"]
    assert 0 < treaty["chance"]["low"] <= treaty["chance"]["high"] < 1


def test_correlated_blocs_are_drawn_alike_each_time(treaty: Path) -> None:
    treaty.write_text(
        treaty.read_text("utf-8") + "correlated: [{names: [Government, Centre], correlation: 0.5}]\n", encoding="utf-8"
    )
    first, second = (hiwar("ratify", treaty, "--seed", "3").out for _ in range(2))
    assert first == second
    assert "from 4,096 draws, standard error" in first


def test_the_chamber_is_drawn(treaty: Path) -> None:
    target = treaty.parent / "chamber.svg"
    assert hiwar("ratify", treaty, "--chart", target).code == 0
    drawn = target.read_text("utf-8")
    assert drawn.startswith("<svg xmlns=")
    assert "Assembly: for 42, conditional 20, divided 18, held by nobody known 8, against 22" in drawn
    change(treaty, "seats: 110", "seats: unknown")
    change(treaty, "    quorum: majority of members\n", "")
    assert "Verdict: it cannot be told" in hiwar("ratify", treaty).out
    assert "because seats not known" in hiwar("ratify", treaty).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--rule", "most"], '"most" is not a rule; write one such as "majority of present"'),
        (["--rule", "Senate=60 votes"], 'there is no bloc, chamber or veto player "Senate"'),
        (["--position", "Centre"], '"Centre" is not written as NAME=VALUE'),
        (["--position", "Center=for"], 'did you mean "Centre"?'),
        (["--position", "Centre=pro"], 'there is no position "pro"'),
        (["--attendance", "South=some"], '"some" is not a number of seats; write 12, or 0-12'),
        (["--package", "a=b"], "this file has no issues"),
        (["--chart", "picture.png"], "its name must end in .svg"),
    ],
)
def test_a_mistake_in_a_what_if_is_told(arguments: list[str], message: str) -> None:
    ran = hiwar("ratify", TREATY, *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_what_cannot_be_is_told_without_a_traceback(treaty: Path) -> None:
    ran = hiwar("ratify", treaty, "--attendance", "South=99")
    assert (ran.code, ran.out) == (1, "")
    assert "Assembly, South: attendance: 99; it must lie between 0 and 22" in ran.err
    assert hiwar("ratify", treaty, "--quorum", "500").code == 1
    assert hiwar("ratify", treaty.parent).code == 2
    assert hiwar("ratify", treaty.parent / "none.yaml").code == 2
    wrong = hiwar("ratify", HOUSES, "--package", "term=ten years")
    assert 'there is no option of term "ten years"' in wrong.err
    change(treaty, "fixed: [South]", "fixed: [Souht]")
    assert '"Souht" is not a bloc' in hiwar("ratify", treaty).err


def test_help_teaches_with_an_example() -> None:
    out = hiwar("ratify", "--help").out
    assert "hiwar_ratification: 1" in out
    assert "two thirds of members" in out

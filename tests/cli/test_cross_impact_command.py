"""The command ``cross-impact``: what a user sees, saves and draws, and what is said of mistakes."""

import json
from pathlib import Path

import pytest
from commands import change, hiwar

VALLEY = Path(__file__).parents[2] / "examples" / "cross-impact" / "valley.yaml"
PURSUIT = """\
hiwar_cross_impact: 1
title: Pursuit
descriptors:
  A: [a, b]
  B: [a, b]
judgements:
  A: {B: {a: [3, 0], b: [0, 3]}}
  B: {A: {a: [0, 1.5], b: [1.5, 0]}}
"""
QUICK = ("--permutations", "0")


@pytest.fixture
def valley(tmp_path: Path) -> Path:
    copy = tmp_path / "valley.yaml"
    copy.write_text(VALLEY.read_text("utf-8"), encoding="utf-8")
    return copy


@pytest.fixture
def pursuit(tmp_path: Path) -> Path:
    path = tmp_path / "pursuit.yaml"
    path.write_text(PURSUIT, encoding="utf-8")
    return path


def row(out: str, name: str) -> list[str]:
    """Cells of the first row of that name."""
    line = next(line for line in out.splitlines() if line.strip().startswith(f"{name}   "))
    return [cell.strip() for cell in line.strip().split("   ") if cell.strip()]


def test_scenarios_stand_side_by_side_in_words() -> None:
    ran = hiwar("cross-impact", VALLEY, *QUICK)
    assert ran.code == 0
    assert "6 descriptors with 15 states: 216 combinations; 16 of 30 pairs of descriptors are judged" in ran.out
    assert "5 consistent scenarios\n  Proved: there are no others" in ran.out
    assert row(ran.out, "Council") == ["Council", "cautious", "divided", "reforming", "reforming", "cautious"]
    assert row(ran.out, "basin") == ["basin", "25% (49)", "21% (42)", "8% (15)", "7% (13)", "4% (7)"]
    assert "Rain: scarce: two dry years in three, or more" in ran.out


def test_where_succession_leads_is_told_with_its_cycles() -> None:
    ran = hiwar("cross-impact", VALLEY, *QUICK)
    assert "All 198 first scenarios: 126 lead to a consistent scenario, 72 to 2 cycles" in ran.out
    local = hiwar("cross-impact", VALLEY, "--rule", "local", *QUICK)
    assert "Where succession leads (local)" in local.out


def test_each_judge_alone_and_one_judge_only() -> None:
    both = hiwar("cross-impact", VALLEY, *QUICK)
    assert "The sum of 2 judges: Amal, Basil" in both.out
    assert "Basil: 4 scenarios, of those above 1, 2, 4, 5" in both.out
    assert "The judges differ on 9 judgements, on 0 of them in sign" in both.out
    alone = hiwar("cross-impact", VALLEY, "--judge", "Basil", *QUICK)
    assert "Judge: Basil" in alone.out
    assert "4 consistent scenarios" in alone.out
    assert "Each judge alone" not in alone.out


def test_what_the_scenarios_hang_on_is_told() -> None:
    ran = hiwar("cross-impact", VALLEY, *QUICK)
    assert "4 judgements would change them if moved by 0.5 alone, 106 if moved far enough" in ran.out
    assert "+0.5: a scenario falls; −0.5: a scenario falls" in ran.out
    assert row(ran.out, "Council") == ["Council", "cautious", "divided", "reforming", "reforming", "cautious"]
    assert "Farming          16            60      16          50" in ran.out


def test_few_scenarios_are_called_weak_evidence() -> None:
    ran = hiwar("cross-impact", VALLEY, "--permutations", "20")
    assert "20 matrices with the same judgements dealt out anew have" in ran.out
    assert "it is weak evidence that the judgements hang together" in ran.out
    again = hiwar("cross-impact", VALLEY, "--permutations", "20", "--json")
    chance = json.loads(again.out)["chance"]
    assert (chance["observed"], len(chance["counts"]), chance["complete"]) == (5, 20, True)
    assert chance["share_as_many"] > 0.05


def test_more_scenarios_than_chance_gives_are_called_so(tmp_path: Path) -> None:
    """Eight pairs of twins, each promoting its like: two to the power of eight scenarios."""
    names = [f"{side}{place}" for place in range(8) for side in "LR"]
    lines = ["hiwar_cross_impact: 1", "title: Twins", "descriptors:", *(f"  {name}: [n, y]" for name in names)]
    lines.append("judgements:")
    for place in range(8):
        for acting, target in (("L", "R"), ("R", "L")):
            lines.append(f"  {acting}{place}: {{{target}{place}: {{n: [1, 0], y: [0, 1]}}}}")
    path = tmp_path / "twins.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = hiwar("cross-impact", path, "--permutations", "50")
    assert "256 consistent scenarios" in ran.out
    assert "So many seldom come about by chance." in ran.out
    assert "236 more are listed with --json only" in ran.out


def test_near_misses_are_told_apart() -> None:
    ran = hiwar("cross-impact", VALLEY, "--judge", "Amal", "--inconsistency", "1", *QUICK)
    assert "5 consistent scenarios, 1 near miss with an inconsistency of 1 at most" in ran.out
    assert row(ran.out, "inconsistency") == ["inconsistency", "0", "0", "0", "0", "0"]


def test_without_a_consistent_scenario_the_nearest_is_named(pursuit: Path) -> None:
    ran = hiwar("cross-impact", pursuit, *QUICK)
    assert ran.code == 0
    assert "Proved: there is none; the nearest is shown with --inconsistency 1.5" in ran.out
    assert "Cycle 1: 4 scenarios, in which 2 descriptors change; 100% (4)" in ran.out
    assert "2 near misses" in hiwar("cross-impact", pursuit, "--inconsistency", "1.5", *QUICK).out


def test_a_state_can_be_held_and_a_judgement_be_another(pursuit: Path) -> None:
    held = hiwar("cross-impact", pursuit, "--fix", "A = b", *QUICK)
    assert "held from outside: A: b" in held.out
    assert "1 consistent scenario\n" in held.out
    changed = hiwar("cross-impact", pursuit, "--what-if", "B.a > A.b = -1", *QUICK)
    assert "If B.a > A.b = -1" in changed.out
    assert "stay: 0; go: 0; come: 1\n    a | a" in changed.out
    same = hiwar("cross-impact", VALLEY, "--what-if", "Council.reforming>The young.stay=0", *QUICK)
    assert "stay: 5; go: 0; come: 0" in same.out


def test_a_search_that_was_stopped_says_so() -> None:
    few = hiwar("cross-impact", VALLEY, "--most", "2", *QUICK)
    assert few.code == 0
    assert "The search is unfinished: it stopped at 2 (--most); there are more" in few.out
    assert "Proved" not in few.out
    data = json.loads(hiwar("cross-impact", VALLEY, "--most", "2", "--json", *QUICK).out)
    assert (data["scenarios"]["complete"], data["scenarios"]["stopped_by"]) == (False, "most")


def test_json_says_the_same_for_a_program() -> None:
    data = json.loads(hiwar("cross-impact", VALLEY, "--json", "--what-if", "Rain.usual>Council.divided=3", *QUICK).out)
    assert data["combinations"] == 216
    assert data["sum_of_judges"]
    assert data["scenarios"]["count"] == len(data["scenarios"]["found"]) == 5
    first = data["scenarios"]["found"][0]
    assert first["states"]["Food prices"] == "low"
    assert first["total_impact"] == 25
    assert first["profile"]["Rain"] == 0
    ends = data["attractors"]
    assert ends["exact"]
    assert sum(one["basin"] for one in ends["found"]) == ends["first_scenarios"] == 198
    assert [len(one["scenarios"]) for one in ends["found"] if one["length"] > 1] == [2, 2]
    assert (ends["consistent"], ends["cycles"], ends["lead_to_cycles"]) == (5, 2, 72)
    judges = [one["consistent_for"] for one in data["judges_apart"]["scenarios"]]
    assert sorted(map(len, judges)) == [1, 2, 2, 2, 2]
    assert data["judges_apart"]["differ_on"][0]["spread"] > 0
    first = data["least_changes"]["judgements"][0]
    assert first["least_change"] == 0.5
    assert data["what_if"]["complete"]
    assert data["what_if"]["changes"][0]["acted_on"] == ["Council", "divided"]


def test_saved_files_read_again_and_keep_what_they_can(valley: Path, pursuit: Path) -> None:
    again = valley.parent / "again.yaml"
    assert hiwar("cross-impact", valley, "--save", again, *QUICK).code == 0
    assert hiwar("cross-impact", again, *QUICK).out == hiwar("cross-impact", valley, *QUICK).out
    refused = hiwar("cross-impact", valley, "--save", valley.parent / "valley.scw", *QUICK)
    assert refused.code == 1
    assert "no place for several judges and forbidden combinations" in refused.err
    change(pursuit, "[0, 1.5], b: [1.5, 0]", "[0, 2], b: [2, 0]")
    shown = hiwar("cross-impact", pursuit, *QUICK).out.splitlines()[1:]
    for ending in (".scw", ".csv", ".json"):
        saved = pursuit.with_suffix(ending)
        assert hiwar("cross-impact", pursuit, "--save", saved, *QUICK).code == 0
        assert hiwar("cross-impact", saved, *QUICK).out.splitlines()[1:] == shown


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        ("matrix", "Judgements of the states of Rain, Dam upstream"),
        ("scenarios", "1: Rain usual, Dam upstream none"),
        ("activity", "Rain acts with"),
    ],
)
def test_a_picture_is_drawn_with_words_for_those_who_do_not_see_it(valley: Path, picture: str, told: str) -> None:
    target = valley.parent / "valley.svg"
    assert hiwar("cross-impact", valley, "--chart", target, "--picture", picture, *QUICK).code == 0
    text = target.read_text("utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert told in text


def test_there_is_no_picture_of_nothing(pursuit: Path) -> None:
    ran = hiwar("cross-impact", pursuit, "--chart", pursuit.with_suffix(".svg"), "--picture", "scenarios", *QUICK)
    assert ran.code == 1
    assert "no picture is drawn: no scenario was found" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.yaml"], "there is no file or folder"),
        ([VALLEY.parent], "a file ending in .yaml"),
        ([VALLEY, "--save", "x.txt"], "must end in"),
        ([VALLEY, "--chart", "x.png"], "must end in .svg"),
        ([VALLEY, "--picture", "matrx"], 'did you mean "matrix"'),
        ([VALLEY, "--rule", "globl"], 'did you mean "global"'),
        ([VALLEY, "--judge", "Amel"], 'did you mean "Amal"'),
        ([VALLEY, "--fix", "Rain"], '"Rain" is not written as DESCRIPTOR=STATE'),
        ([VALLEY, "--fix", "Rian=usual"], 'there is no descriptor "Rian"; did you mean "Rain"'),
        ([VALLEY, "--fix", "Rain=usul"], '"usul" is no state of Rain; did you mean "usual"'),
        ([VALLEY, "--fix", "Rain=usual", "--fix", "Rain=scarce"], "cannot be fixed to both usual and scarce"),
        ([VALLEY, "--what-if", "Rain.usual"], 'is not written as "A.a>B.b=2"'),
        ([VALLEY, "--what-if", "Rain.usual=2"], 'is not written as "A.a>B.b=2"'),
        ([VALLEY, "--what-if", "Rain.usual>Council.calm=2"], '"calm" is no state of Council; there is: cautious'),
        ([VALLEY, "--what-if", "Rain.usual>Council.divided=0.3"], "a whole number or a half"),
        ([VALLEY, "--what-if", "Rain.usual>Council.divided=nan"], "a whole number or a half"),
    ],
)
def test_wrong_usage_is_told(arguments: list[str | Path], message: str) -> None:
    ran = hiwar("cross-impact", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_a_judge_is_not_asked_for_where_there_is_none(pursuit: Path) -> None:
    ran = hiwar("cross-impact", pursuit, "--judge", "Amal")
    assert ran.code == 2
    assert "names no judges" in ran.err


def test_problems_are_told_with_their_place(valley: Path) -> None:
    change(valley, "together: [0, 2, -2]", "together: [0, 2]")
    ran = hiwar("cross-impact", valley)
    assert ran.code == 1
    assert "valley.yaml:31:63:" in ran.err
    assert 'expected here: 3 numbers, for the states of "Council" (cautious, reforming, divided)' in ran.err


def test_what_is_fixed_and_forbidden_at_once_is_refused(valley: Path) -> None:
    fixed = [word for text in ("Rain=scarce", "Farming=thirsty crops", "Food prices=low") for word in ("--fix", text)]
    ran = hiwar("cross-impact", valley, *fixed)
    assert ran.code == 1
    assert "all of it is fixed, so nothing is left" in ran.err


def test_what_succession_finds_beyond_a_stopped_search_is_listed() -> None:
    ran = hiwar("cross-impact", VALLEY, "--judge", "Amal", "--most", "4", *QUICK)
    assert "1 consistent scenario that the search had not come to:" in ran.out
    assert "    usual | together | reforming | mixed | low | stay; 31% (61)" in ran.out


@pytest.fixture
def free(tmp_path: Path) -> Path:
    """Forty things that have nothing to do with each other: every one of 2^40 scenarios is consistent."""
    names = [f"  D{place}: [n, y]" for place in range(40)]
    path = tmp_path / "free.yaml"
    path.write_text("\n".join(["hiwar_cross_impact: 1", "title: Free", "judgements: {}", "descriptors:", *names]))
    return path


def test_what_is_drawn_comes_with_bounds_and_says_what_it_may_miss(free: Path) -> None:
    ran = hiwar("cross-impact", free, "--most", "50")
    assert "1,099,511,627,776 combinations" in ran.out
    assert "it stopped at 50 (--most); there are more" in ran.out
    assert "Drawn: 10,000 first scenarios: 10,000 lead to a consistent scenario" in ran.out
    assert "what was not seen has a share below 0.03% (seed 2020)" in ran.out
    assert row(ran.out, "basin") == ["basin", *["not seen"] * 5]
    assert row(ran.out, "margin") == ["margin", *["-"] * 5]
    assert "What chance alone gives" not in ran.out
    assert "What the scenarios hang on" not in ran.out


def test_a_search_is_stopped_by_time(free: Path) -> None:
    ran = hiwar("cross-impact", free, "--seconds", "0", "--most", "100000000")
    assert "it stopped after 0 seconds (--seconds); there may be more" in ran.out


def test_an_attractor_with_something_forbidden_in_it_is_marked(pursuit: Path) -> None:
    pursuit.write_text(PURSUIT + "forbidden:\n  - {A: a, B: b}\n", encoding="utf-8")
    ran = hiwar("cross-impact", pursuit, *QUICK)
    assert "All 3 first scenarios" in ran.out
    assert "1 attractor with a forbidden combination: succession knows judgements only" in ran.out


def test_where_no_judgement_alone_changes_anything_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text("hiwar_cross_impact: 1\ntitle: One\ndescriptors: {A: [a]}\njudgements: {}\n", encoding="utf-8")
    ran = hiwar("cross-impact", path)
    assert "1 consistent scenario\n" in ran.out
    assert "No judgement alone changes them." in ran.out
    assert json.loads(hiwar("cross-impact", path, "--json").out)["least_changes"] == {
        "complete": True,
        "judgements": [],
    }


def test_a_matrix_without_judgements_or_too_large_is_not_drawn(free: Path) -> None:
    ran = hiwar("cross-impact", free, "--most", "5", "--chart", free.with_suffix(".svg"))
    assert ran.code == 1
    assert "it needs judgements, and 36 states at most; there are 80" in ran.err

# ruff: noqa: E501
"""Reading gives back what was written, whatever way the files are cut, and finds every mistake with its place."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from hiwar.dossier import CaseError, digest, read_case
from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from strategies import as_yaml, case_data, cases, dossiers, write_case


@given(case_data())
def test_a_written_case_is_read_back_as_it_was(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    dossier, sheet = both
    with TemporaryDirectory() as folder:
        case = read_case(write_case(Path(folder), dossier, sheet), ["sheet"])
    assert case.dossier == Dossier.model_validate(dossier)
    assert case.sheets == (Sheet.model_validate({"id": "sheet", **sheet}),)
    assert case.available_sheets == ("sheet",)
    assert all(not warning.is_error for warning in case.warnings)


@given(case_data())
def test_cutting_a_case_into_files_changes_no_digest(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    dossier, _ = both
    with TemporaryDirectory() as whole, TemporaryDirectory() as cut:
        one = read_case(write_case(Path(whole), dossier)).dossier
        for key, value in dossier.items():
            if key != "hiwar":
                (Path(cut) / f"{key[::-1]}.yml").write_text(as_yaml({"hiwar": 1, key: value}), encoding="utf-8")
        assert digest(read_case(cut).dossier) == digest(one)


@given(dossiers(), dossiers())
def test_equal_digests_mean_equal_dossiers(left: Dossier, right: Dossier) -> None:
    assert (digest(left) == digest(right)) == (left == right)


@given(cases())
def test_the_strategies_give_dossiers_and_sheets(both: tuple[Dossier, Sheet]) -> None:
    dossier, sheet = both
    assert set(sheet.size) <= set(dossier.effects)


CASE = """\
hiwar: 1
title: A lake and two towns
seat: east
domains: {money: {}, water: {}, fees: {of: money}}
parties:
  east: {roles: principal}
  west: {roles: principal}
  mayor: {roles: institution, of: east}
events:
  drought: {options: [dry, wet]}
  flood:
issues:
  price: {options: [low, high]}
goals:
  g1: {owner: east, kind: aim}
tracks:
  talk: {fixes: {price: low}}
  wait: {fixes: {price: high}}
effects:
  savings: {when: {track: talk}, on: east, kind: gain, domains: money, text: cheaper}
  shortage: {when: {track: wait}, on: [east, west], kind: cost, domains: [water, money], text: less}
"""
SHEET = """\
hiwar_judgements: 1
by: {name: Noor}
likelihood:
  drought: {dry: 40%, wet: 60%}
  savings: likely
size:
  savings: {fees: major}
"""


def problems_of(folder: Path, text: str, sheet: str | None = None) -> list[str]:
    """Messages of a case without the lines that show the place."""
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    if sheet is not None:
        (folder / "judgements").mkdir(exist_ok=True)
        (folder / "judgements" / "noor.yaml").write_text(sheet, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_case(folder, ["noor"] if sheet else [])
    found = caught.value.problems
    assert list(found) == sorted(found, key=lambda problem: problem.sort_key)
    return [f"{Path(one.file).name}:{one.line}:{one.column}: {one.message}" for one in found if one.is_error]


MISTAKES = [
    ("roles: institution, of: east", "roles: institution, off: east", '8:31: "off" is not a key that can stand here; did you mean "of"?'),
    ("of: east", "of: eest", '8:35: "eest" is not a party of this case; did you mean "east"?'),
    ("seat: east", "seat: esat", '3:7: "esat" is not a party of this case; did you mean "east"?'),
    ("seat: east", "seat: drought", '3:7: "drought" is an event; a party is wanted here'),
    ("title: A lake and two towns\n", "", '1:1: "title" is missing'),
    ("kind: gain", "kind: gian", '20:50: "gian" is not one of gain, cost; did you mean "gain"?'),
    ("{track: talk}, on", "{track: tlak}, on", '20:27: "tlak" is not a track of this case (talk, wait); did you mean "talk"?'),
    ("{track: talk}, on", "{trakc: talk}, on", '20:20: "trakc" is not an event, issue or move of this case (nor the word track); did you mean "track"?'),
    ("{track: talk}, on", "{track: talk, price: high}, on", '20:19: this can never hold: track "talk" fixes "price" to low'),
    ("{track: talk}, on", "{track: []}, on", '20:27: no option of "track" is named, so this can never hold'),
    ("  g1: {owner: east, kind: aim}", "  g1: {owner: east, kind: aim, parent: g1}", "15:40: this leads in a circle: g1 -> g1"),
    ("  west: {", "  drought: {", '10:3: the id "drought" is used twice: a party has it already (dossier.yaml, line 7)'),
    ("  flood:\n", "  drought: {}\n", '11:3: the key "drought" is given twice; the first is on line 10'),
    ("hiwar: 1\n", "hiwar: 2\n", '1:8: this is version "2" of the format; this program reads version 1'),
    ("  west: {roles: principal}", "  west: {roles: principal", "7:9: this bracket is not closed before line 8"),
    ("{options: [dry, wet]}", "{options: [dry، wet]}", '10:23: "dry، wet" is read as one word; the comma between two entries must be the Latin one (,), not ،'),
    ("title: A lake and two towns", "title: {en: “A lake, and two towns”}", '2:22: "and two towns”" is not the code of a language, such as en or ar; put the text into straight quotes, curly ones do not count'),
    ("text: cheaper}\n  shortage: {when: {track: wait}", 'text: "cheaper}\n  shortage: {when: {track: "wait"}', "20:12: this bracket is not closed before line 21; a quote in this line is not closed"),
    ("  flood:\n", "\tflood:\n", "11:1: a tab stands in the indentation; YAML allows only spaces there"),
    ("text: cheaper", "text: 'cheaper", "20:78: a quote is opened here and never closed"),
    ("price: {options: [low, high]}", "price: {options: [low, low]}", '13:20: the option "low" is listed twice'),
    ("drought: {options: [dry, wet]}", "drought: {options: [dry, wet], on: 2020-02-30}", "10:38: 2020-02-30 is not a day of the calendar"),
    ("kind: aim", "kind: aim, priority: first", '15:42: expected here: a whole number; found "first"'),
    ("kind: aim", "kind: aim, has_floor: maybe", '15:43: expected here: true or false; found "maybe"'),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "expected"), MISTAKES)
def test_a_mistake_in_the_dossier_is_found_at_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    assert right in CASE
    assert f"dossier.yaml:{expected}" in problems_of(tmp_path, CASE.replace(right, wrong, 1))


SHEET_MISTAKES = [
    ("savings: likely", "savigns: likely", '5:3: "savigns" is not an effect or a link or an event or a move of this case; did you mean "savings"?'),
    ("savings: likely", "savings: likly", 'did you mean "likely"?'),
    ("savings: likely", "savings: 140%", "5:12: 1.4 lies outside [0, 1], that is 0% to 100%"),
    ("savings: likely", "savings: 46", "5:12: 46 lies outside [0, 1]; 46 in a hundred is written 46%"),
    ("savings: likely", "savings: 40-60%", '5:12: "40-60%" is no number; a range is written [low, high], such as [40%, 60%]'),
    ("savings: likely", "savings: [0.4، 0.6]", "the comma between two entries must be the Latin one (,), not ،"),
    ("savings: likely", "savings: [0.5, 0.2]", "5:12: the range [0.5, 0.2] runs backwards"),
    ("savings: likely", "savings: [1, 2, 3]", "5:12: a range is two numbers, the lower one first: [0.2, 0.4]"),
    ("savings: likely", "savings: true", "5:12: this is not a judgement: write a word of the scale"),
    ("savings: likely", "savings: {range: [0.1, 0.3], mode: 0.4}", "5:12: the mode 0.4 lies outside [0.1, 0.3]"),
    ("{dry: 40%, wet: 60%}", "{dry: 40%, wet: 50%}", '4:12: the likelihoods of the options of "drought" add up to 0.9; they must reach 1'),
    ("{dry: 40%, wet: 60%}", "{dry: 70%, wet: 60%}", '4:12: the likelihoods of the options of "drought" add up to 1.3; they cannot exceed 1'),
    ("{dry: 40%, wet: 60%}", "{dri: 40%, wet: 60%}", '4:13: "dri" is not an option of "drought" (dry, wet); did you mean "dry"?'),
    ("{dry: 40%, wet: 60%}", "likely", '4:12: give a likelihood for each option of "drought": {dry: ..., wet: ...}'),
    ("  savings: {fees: major}", "  savings: {fees: major}", '7:13: what falls on "fees" is counted for "money": give the size for "money"'),
    ("  savings: {fees: major}", "  savings: {water: major}", '7:13: the effect "savings" does not fall on the domain "water" (money)'),
    ("  savings: {fees: major}", "  shortage: major", '7:13: give "shortage" a size for each: {east: {water: ..., money: ...}, west: {water: ..., money: ...}}'),
    ("by: {name: Noor}", "by: Noor", '2:5: expected here: entries (key: value); found "Noor"'),
    ("hiwar_judgements: 1", "hiwar_judgments: 1", '1:1: "hiwar_judgments" is not known; did you mean "hiwar_judgements"?'),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "expected"), SHEET_MISTAKES)
def test_a_mistake_in_a_sheet_is_found_at_its_place(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    assert right in SHEET
    found = problems_of(tmp_path, CASE, SHEET.replace(right, wrong, 1))
    assert any(expected in problem for problem in found), found


def test_the_case_of_these_tests_is_sound(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE)
    (tmp_path / "noor.yaml").write_text(SHEET.replace("fees", "money").replace("savings: likely", "flood: likely"))
    case = read_case(tmp_path, ["noor"])
    assert set(case.sheets[0].likelihood["flood"].cases[0].options) == {"occurs"}
    assert case.places["savings"].line == 20


def test_a_folder_of_several_cases_is_told_from_a_case(tmp_path: Path) -> None:
    for name in ("lake", "port"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dossier.yaml").write_text(CASE, encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        read_case(tmp_path)
    (problem,) = refused.value.problems
    assert "this folder holds several cases: lake/dossier.yaml and port/dossier.yaml give a title each" in str(problem)
    assert str(problem).endswith(f"name one, such as {tmp_path / 'lake'}")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = CASE.replace("seat: east", "seat: esat").replace("kind: cost", "kind: cots").replace("of: east", "of: eest")
    assert len(problems_of(tmp_path, text, SHEET)) == 4


def test_the_line_is_shown_with_a_mark_under_the_place(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE.replace("seat: east", "seat: esat"))
    with pytest.raises(CaseError, match=r"seat: esat\n {10}\^"):
        read_case(tmp_path)

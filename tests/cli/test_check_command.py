"""``hiwar check``: clean or not, and what the case holds."""

import json
from pathlib import Path

import pytest
from commands import TOWNS, change, hiwar, towns_in

from hiwar.dossier import read_case
from hiwar.dossier.model import items_of


def test_a_sound_case_is_clean_and_counted() -> None:
    ran = hiwar("check", TOWNS)
    assert (ran.code, ran.err) == (0, "")
    assert "no problems" in ran.out
    assert ["effects", "13", "0", "0"] in [line.split() for line in ran.out.splitlines()]
    assert "sheet first: Analyst A (invented)" in ran.out
    assert "This case is invented" in ran.out


def test_the_counts_for_a_program_add_up() -> None:
    data = json.loads(hiwar("check", TOWNS, "--json").out)
    assert data["ok"] is True
    assert data["problems"] == []
    assert data["sections"]["relations"] == {"stated": 1, "judged": 3, "unfounded": 0}
    items = list(items_of(read_case(TOWNS).dossier))
    assert sum(sum(counts.values()) for counts in data["sections"].values()) == len(items)
    assert data["sheets"]["second"]["standing"] == "analyst"
    assert data["available_sheets"] == ["first", "second"]


def test_an_item_without_ground_is_counted_not_refused(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(
        case / "dossier.yaml",
        '    cite: {source: note, section: "5", quote: as it did twice before}\n\nrules',
        "\nrules",
    )
    ran = hiwar("check", case, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["sections"]["links"] == {"stated": 0, "judged": 0, "unfounded": 1}


def test_a_problem_is_shown_with_file_line_column_and_the_word_that_was_meant(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "owner: growers", "owner: growrs")
    ran = hiwar("check", case)
    assert ran.code == 1
    assert ran.out == ""
    assert 'did you mean "growers"?' in ran.err
    assert f"{case / 'dossier.yaml'}:" in ran.err
    assert "1 problem in the case." in ran.err


def test_problems_come_as_data_for_a_program(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "owner: growers", "owner: growrs")
    ran = hiwar("check", case, "--json")
    data = json.loads(ran.out)
    assert (ran.code, data["ok"], ran.err) == (1, False, "")
    assert data["problems"][0]["is_error"] is True
    assert data["problems"][0]["line"] > 0


def test_without_s_every_sheet_is_checked(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "judgements" / "second.yaml", "EV-DRY: {dry: 0.3}", "EV-DRY: {dry: 1.3}")
    assert hiwar("check", case).code == 1
    assert hiwar("check", case, "-s", "first").code == 0


def test_problems_of_the_case_and_of_all_its_sheets_come_at_once(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "owner: growers", "owner: growrs")
    change(case / "judgements" / "first.yaml", "AGREE-INCOME: very likely", "AGREE-INCOME: vry likely")
    change(case / "judgements" / "second.yaml", "EV-DRY: {dry: 0.3}", "EV-DRY: {dry: 1.3}")
    ran = hiwar("check", case)
    assert ran.code == 1
    assert all(word in ran.err for word in ("growrs", "vry likely", "1.3", "3 problems in the case."))


def test_a_sheet_that_is_not_there_is_wrong_usage_and_the_nearest_is_named() -> None:
    ran = hiwar("check", TOWNS, "-s", "frist")
    assert ran.code == 2
    assert ran.err == 'Error: there is no sheet "frist"; did you mean "first"?\n'


@pytest.mark.parametrize("arguments", [["check"], ["show", "T-AGREE"], ["ask", "parties"], ["brief"]])
def test_a_case_that_is_not_there_is_wrong_usage(arguments: list[str]) -> None:
    ran = hiwar(*arguments, TOWNS.parent / "two-towns-watr")
    assert ran.code == 2
    assert 'did you mean "' in ran.err
    assert "two-towns-water" in ran.err
    assert ran.out == ""


def test_an_empty_folder_is_no_case(tmp_path: Path) -> None:
    ran = hiwar("check", tmp_path)
    assert ran.code == 1
    assert "hiwar new" in ran.err


def test_a_file_that_is_not_a_case_says_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text("shopping: [milk]\n", encoding="utf-8")
    ran = hiwar("check", file)
    assert ran.code == 1
    assert "hiwar: 1" in ran.err


def test_binary_rubbish_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(bytes(range(256)) * 8)
    ran = hiwar("check", file)
    assert ran.code == 1
    assert "case.yaml" in ran.err

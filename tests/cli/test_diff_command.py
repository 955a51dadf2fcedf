"""``hiwar diff``: what changed, and which answers changed because of it."""

import json
from pathlib import Path

from commands import TOWNS, change, hiwar, towns_in

from hiwar.questions import QUESTIONS


def test_a_case_against_itself_has_not_changed(tmp_path: Path) -> None:
    ran = hiwar("diff", TOWNS, towns_in(tmp_path), "-s", "first")
    assert ran.code == 0
    assert "Case: the same" in ran.out
    assert "Sheets: the same" in ran.out
    assert ran.out.count(": the same\n") == 2 + len(QUESTIONS)


def test_a_changed_word_of_the_case_is_one_line_and_changes_no_answer_of_appraisal(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "en: A steady summer flow", "en: An even summer flow")
    ran = hiwar("diff", TOWNS, case, "-s", "first")
    assert "Case: 1 change\n" in ran.out
    assert "~ effects AGREE-FLOW text.en: A steady summer flow  ->  An even summer flow" in ran.out
    assert "Answer appraisal: the same" in ran.out


def test_a_changed_judgement_names_the_findings_that_change_with_it(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(
        case / "judgements" / "first.yaml",
        "  AGREE-FLOW: {value: major, because",
        "  AGREE-FLOW: {value: none, because",
    )
    ran = hiwar("diff", TOWNS, case, "-s", "first")
    assert "~ size AGREE-FLOW: major  ->  none" in ran.out
    assert "was: " in ran.out
    assert "Answer interests: the same" in ran.out
    assert "Answer appraisal: the same" not in ran.out
    data = json.loads(hiwar("diff", TOWNS, case, "-s", "first", "--json").out)
    assert data["case"] == []
    assert [one["id"] for one in data["sheets"]["first"]] == ["AGREE-FLOW"]
    assert data["answers"]["appraisal"]["findings"]
    assert data["answers"]["parties"] == {"question": "parties", "findings": [], "tables": []}


def test_without_s_all_sheets_are_compared_and_the_answers_without_them(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "judgements" / "second.yaml", "EV-DRY: {dry: 0.3}", "EV-DRY: {dry: 0.4}")
    ran = hiwar("diff", TOWNS, case)
    assert "~ likelihood EV-DRY" in ran.out
    assert "without judgements; name the sheets to use with -s" in ran.err
    assert "Answer appraisal: the same" in ran.out


def test_a_new_item_and_one_that_is_gone(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "  TE-COUNCIL:", "  TE-VOTE:")
    out = hiwar("diff", TOWNS, case).out
    assert "- terms TE-COUNCIL: The agreement goes before the council" in out
    assert "+ terms TE-VOTE: The agreement goes before the council" in out


def test_a_sheet_that_only_one_version_has_is_new_or_gone(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    (case / "judgements" / "second.yaml").unlink()
    assert "- sheet second" in hiwar("diff", TOWNS, case).out
    assert "+ sheet second" in hiwar("diff", case, TOWNS, "-s", "second").out


def test_a_sheet_that_neither_version_has_is_wrong_usage(tmp_path: Path) -> None:
    ran = hiwar("diff", TOWNS, towns_in(tmp_path), "-s", "secnd")
    assert ran.code == 2
    assert 'did you mean "second"?' in ran.err


def test_problems_in_one_version_are_shown_with_its_path(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "owner: growers", "owner: growrs")
    ran = hiwar("diff", TOWNS, case)
    assert ran.code == 1
    assert str(case / "dossier.yaml") in ran.err


def test_both_versions_must_be_there(tmp_path: Path) -> None:
    assert hiwar("diff", TOWNS, tmp_path / "none").code == 2
    assert hiwar("diff", tmp_path / "none", TOWNS).code == 2

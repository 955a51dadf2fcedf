"""``hiwar new``: a template that reads at once, and never over somebody's work."""

import json
from pathlib import Path

from commands import hiwar

from hiwar.dossier.reading import read_case


def test_the_template_reads_with_its_sheet_and_without_a_warning(tmp_path: Path) -> None:
    ran = hiwar("new", tmp_path / "mine")
    assert ran.code == 0
    assert str(tmp_path / "mine" / "dossier.yaml") in ran.out
    case = read_case(tmp_path / "mine", ["first"])
    assert case.warnings == ()
    assert case.sheets[0].standing == "illustration"


def test_check_accepts_it_and_every_question_can_be_asked(tmp_path: Path) -> None:
    hiwar("new", tmp_path / "mine")
    assert hiwar("check", tmp_path / "mine").code == 0
    for question in ("parties", "interests", "appraisal"):
        ran = hiwar("ask", question, tmp_path / "mine", "-s", "first", "--json", "--draws", "64")
        assert json.loads(ran.out)["question"] == question


def test_the_brief_can_be_written_from_it(tmp_path: Path) -> None:
    hiwar("new", tmp_path / "mine")
    ran = hiwar("brief", tmp_path / "mine", "-s", "first", "-o", tmp_path / "brief.html")
    assert ran.code == 0
    assert "My dialogue" in (tmp_path / "brief.html").read_text(encoding="utf-8")


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("mine", encoding="utf-8")
    ran = hiwar("new", tmp_path)
    assert ran.code == 2
    assert "nothing in it is overwritten" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]
    assert (tmp_path / "dossier.yaml").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    assert hiwar("new", tmp_path).code == 0


def test_a_file_in_the_way_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    ran = hiwar("new", tmp_path / "mine")
    assert ran.code == 2
    assert "is a file" in ran.err
    ran = hiwar("new", tmp_path / "mine" / "below")
    assert ran.code == 1
    assert "not a directory" in ran.err

"""``hiwar brief``: the main job from the command line."""

import json
from pathlib import Path

import pytest
from commands import TOWNS, hiwar, towns_in

QUICK = ("--draws", "64")


def test_it_writes_beside_the_user_says_where_and_sums_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = hiwar("brief", TOWNS, "-s", "first", *QUICK)
    assert (ran.code, ran.err) == (0, "")
    page = (tmp_path / "two-towns-water-brief.html").read_text(encoding="utf-8")
    lines = ran.out.splitlines()
    assert lines[0] == "wrote two-towns-water-brief.html"
    assert "This case is invented" in ran.out
    verdict, why, unknown = lines[-3:]
    assert verdict in page.replace("&#39;", "'").replace("&quot;", '"') or "Agreement on the weir" in verdict
    assert why.startswith("Why")
    assert unknown


def test_the_name_of_a_case_named_by_its_file_is_that_of_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert hiwar("brief", TOWNS / "dossier.yaml", *QUICK).code == 0
    assert (tmp_path / "two-towns-water-brief.html").is_file()


def test_the_same_content_as_json_goes_to_the_screen_or_to_a_file(tmp_path: Path) -> None:
    screen = hiwar("brief", TOWNS, "-s", "first", "--json", *QUICK)
    assert json.loads(screen.out)["title"] == "Two towns and one river"
    ran = hiwar("brief", TOWNS, "-s", "first", "--json", "-o", tmp_path / "b.json", *QUICK)
    assert ran.code == 0
    assert json.loads((tmp_path / "b.json").read_text(encoding="utf-8")) == json.loads(screen.out)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        hiwar("brief", TOWNS, "-s", "first", "-s", "second", "-o", tmp_path / name, *QUICK)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_second_case_says_nothing_of_the_flagship() -> None:
    ran = hiwar("brief", TOWNS, "-s", "first", "--json", *QUICK)
    assert not [word for word in ("iraq", "america", "iran", "baghdad", "washington") if word in ran.out.lower()]


def test_without_a_sheet_nothing_is_recommended() -> None:
    ran = hiwar("brief", TOWNS, "--json", *QUICK)
    assert ran.err == "No sheet of judgements is used; this case has: first, second. To use one add  -s first\n"
    keys = {
        finding["key"] for finding in json.loads(hiwar("ask", "appraisal", TOWNS, "--json", *QUICK).out)["findings"]
    }
    assert ran.code == 0
    assert "appraisal.recommended" not in keys


def test_a_package_stands_in_the_brief_beside_the_tracks(tmp_path: Path) -> None:
    package = ("--package", "IS-FLOW=fixed_volume,IS-GATE=joint_board")
    ran = hiwar("brief", TOWNS, "-s", "first", "-o", tmp_path / "b.html", *package, *QUICK)
    assert (ran.code, ran.err) == (0, "")
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert "with Summer flow: a fixed volume; Who holds the gate: a joint board with one key each" in page
    assert "IS-GATE=" not in page


def test_a_package_that_the_case_does_not_have_is_wrong_usage(tmp_path: Path) -> None:
    ran = hiwar("brief", TOWNS, "-s", "first", "-o", tmp_path / "b.html", "--package", "IS-FLOW=fixed_volum")
    assert ran.code == 2
    assert 'did you mean "fixed_volume"?' in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("nowhere/brief.html", "there is no folder"),
        ("brief.odt", 'there is no format of a brief "odt"'),
    ],
)
def test_an_output_that_cannot_be_written_is_named_before_computing(
    out: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = hiwar("brief", TOWNS, "-o", out)
    assert ran.code == 2
    assert message in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no /proc here")
def test_an_output_that_the_system_refuses_is_named_by_the_name_the_user_gave() -> None:
    ran = hiwar("brief", TOWNS, "-s", "first", "-o", "/proc/brief.html", *QUICK)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: cannot write /proc/brief.html: ")


def test_json_into_a_page_is_wrong_usage(tmp_path: Path) -> None:
    ran = hiwar("brief", TOWNS, "--json", "-o", tmp_path / "brief.html")
    assert ran.code == 2
    assert "must end in .json" in ran.err


def test_a_language_without_a_catalogue_is_wrong_usage() -> None:
    ran = hiwar("brief", TOWNS, "--language", "xx")
    assert ran.code == 2
    assert 'there is no language "xx"; there is: ' in ran.err


def test_problems_of_the_case_stop_it_and_leave_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = towns_in(tmp_path)
    (case / "dossier.yaml").write_text("hiwar: 1\ntitle: [\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = hiwar("brief", case)
    assert ran.code == 1
    assert "dossier.yaml:" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["towns"]


def test_a_template_that_is_missing_or_no_word_document_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "b.docx"
    missing = hiwar("brief", TOWNS, *QUICK, "-o", out, "--template", tmp_path / "none.docx")
    assert (missing.code, out.exists()) == (2, False)
    assert f'there is no file "{tmp_path / "none.docx"}"' in missing.err.replace("\n", "")
    (tmp_path / "bad.docx").write_text("no document")
    bad = hiwar("brief", TOWNS, *QUICK, "-o", out, "--template", tmp_path / "bad.docx")
    assert (bad.code, out.exists()) == (1, False)
    assert "bad.docx: not a Word document" in bad.err

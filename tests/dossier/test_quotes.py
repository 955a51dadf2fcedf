"""Quotes are held against the source's file where it is present, whatever its line breaks and quotation marks."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from hiwar.dossier import CaseError, quotes, read_case, source_text
from hiwar.dossier.quotes import SourcePages, folded, holds, nearest_passage

CASE = """\
hiwar: 1
title: A lake
seat: east
sources: {{paper: {{title: On the lake, file: "{file}"}}}}
domains: {{money: {{cite: {{source: paper, quote: "{quote}"}}}}}}
parties: {{east: {{roles: principal, cite: {{source: paper}}}}}}
"""
LINES = ["The council found that the “old” dykes can-", "not hold another wet winter, and", "asked for help."]


def remarks(folder: Path, file: str, quote: str) -> list[str]:
    (folder / "dossier.yaml").write_text(CASE.format(file=file, quote=quote), encoding="utf-8")
    return [problem.message for problem in read_case(folder).warnings]


def write_source(folder: Path, ending: str) -> str:
    path = folder / f"paper.{ending}"
    if ending == "txt":
        path.write_text("\n".join(LINES), encoding="utf-8")
    elif ending == "docx":
        document = docx.Document()
        document.add_paragraph(" ".join(LINES[:1]))
        document.add_paragraph("\n".join(LINES[1:]))
        document.save(str(path))
    else:
        canvas = Canvas(str(path))
        canvas.drawString(50, 800, "Nothing to see on the first page.")
        canvas.showPage()
        for number, line in enumerate(LINES):
            canvas.drawString(50, 800 - 20 * number, line)
        canvas.save()
    return path.name


@pytest.mark.parametrize("ending", ["txt", "docx", "pdf"])
def test_a_true_quote_is_found_and_a_false_one_gets_the_nearest_passage(tmp_path: Path, ending: str) -> None:
    file = write_source(tmp_path, ending)
    assert remarks(tmp_path, file, "the 'old' dykes cannot hold another wet winter".replace("'", "”")) == []
    [found] = remarks(tmp_path, file, "dykes cannot hold another dry winter")
    assert 'this quote is not found in "paper"' in found
    assert "another wet winter" in found
    assert ("page 2" in found) == (ending == "pdf")


def test_a_quote_like_nothing_is_said_to_be_so(tmp_path: Path) -> None:
    [found] = remarks(tmp_path, write_source(tmp_path, "txt"), "zzzzzzzz qqqqqqqq xxxxxxxx")
    assert "nothing there is like it" in found


def test_an_absent_file_is_a_remark(tmp_path: Path) -> None:
    [found] = remarks(tmp_path, "sources/paper.pdf", "dykes cannot hold another")
    assert found == "sources/paper.pdf: there is no such file; its quotes are not checked"


def test_without_the_extra_packages_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_source(tmp_path, "pdf")
    monkeypatch.setattr(quotes, "find_spec", lambda _: None)
    [found] = remarks(tmp_path, file, "dykes cannot hold another")
    assert "hiwar[sources]" in found


@pytest.mark.parametrize(
    "file", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "link.txt", "..\\\\secret.txt", "C:/x.txt"]
)
def test_a_source_outside_the_folder_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.txt").write_text("the dykes cannot hold another wet winter")
    case = tmp_path / "case"
    case.mkdir()
    (case / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(CaseError, match=r"case's folder"):
        remarks(case, file, "the dykes cannot hold another wet winter")


def test_a_docx_that_explodes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_text, "MAX_SOURCE_UNPACKED_BYTES", 10)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (300 * 1024**2))
    (tmp_path / "paper.docx").write_bytes(packed.getvalue())
    [found] = remarks(tmp_path, "paper.docx", "the dykes cannot hold another wet winter")
    assert found == "paper.docx: it is too large once unpacked; its quotes are not checked"


def test_modules_in_the_present_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_source(tmp_path, "docx")
    (tmp_path / "docx.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert remarks(tmp_path, file, "not hold another wet winter") == []


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_broken_document_is_a_remark(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"paper.{ending}").write_bytes(b"%PDF-1.7 nonsense")
    [found] = remarks(tmp_path, f"paper.{ending}", "the dykes cannot hold another wet winter")
    assert f"it cannot be read as {ending.upper()}" in found


def test_a_document_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_source(tmp_path, "pdf")
    monkeypatch.setattr(source_text, "MAX_SOURCE_SECONDS", 0.001)
    [found] = remarks(tmp_path, file, "the dykes cannot hold another wet winter")
    assert "takes longer than" in found


def test_folding_keeps_words_and_their_order() -> None:
    pages = SourcePages.of(("one  two-\nthree", "four – five"))
    assert pages.text == "one twothree four - five"
    assert [pages.page_at(pages.text.index(word)) for word in ("one", "four")] == [1, 2]
    assert holds(pages, "two-three four – five")
    assert not holds(pages, "four two")
    assert nearest_passage(pages, "twothree four - fife") == ("twothree four - five", 1)
    assert folded("‘a’\n «b»") == "'a' \"b\""

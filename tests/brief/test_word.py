"""The brief as Word document: what it holds, that its styles can be changed, that nothing breaks it, and Arabic."""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as python_docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from briefs import made
from docx.oxml.ns import qn
from docx.shared import Pt
from immutabledict import immutabledict

from hiwar.brief import Document, save
from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import Block, Cell, Folded, Part, Row, Statement, Statements, TableBlock
from hiwar.brief.numbering import numbers
from hiwar.brief.short import short
from hiwar.brief.word import TemplateError, docx

PARTS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
HOSTILE = "{{ 7*7 }} {% for x in y %} {# z #} & < > ]]> \x00\x0b\x1f \ud800 {{%"


@cache
def brief() -> Document:
    return replace(made("two-towns-water", ("first",))[2], marking="FOR THE MAYOR ONLY", made_on="1 May 2031")


@cache
def written() -> bytes:
    return docx(brief())


def opened(content: bytes) -> Any:
    return python_docx.Document(BytesIO(content))


def texts(root: Any) -> list[str]:
    """Text of each paragraph, without marks of direction."""
    return [
        MARKS.sub("", "".join(part.text or "" for part in paragraph.iter(qn("w:t"))))
        for paragraph in root.iter(qn("w:p"))
    ]


def statements(parts: tuple[Part, ...]) -> Iterator[Statement]:
    def within(blocks: tuple[Block, ...]) -> Iterator[Statement]:
        for block in blocks:
            if isinstance(block, Statements):
                yield from block.items
            elif isinstance(block, Folded):
                yield from within(block.blocks)

    for part in parts:
        yield from within(part.blocks)
        yield from statements(part.parts)


def small(language: str, **changes: Any) -> Document:
    """A brief of one chapter with a sentence, and a table of two columns."""
    words = catalogue(language)
    rows = (
        Row((Cell("AA"), Cell("DD", "good")), group="g"),
        Row((Cell("CC"), Cell("\u2066−12\u2069", is_number=True))),
    )
    table = TableBlock("table-one", "caption", ("HEADONE", "HEADTWO"), rows)
    said = Statements((Statement("من \u206620–60\u2069 نقطة، ثم \u2066−12\u2069 أيضاً", "computed", "certain"),))
    document = Document(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        foreign_language="",
        title="حوار",
        subtitle="",
        notices=(),
        facts=(),
        parts=(Part("one", "فصل", (said, table)),),
        entries=(),
        labels=immutabledict({key: words(f"page.{key}") for key in brief().labels}),
    )
    return replace(document, **changes)


def test_r8_equal_documents_are_equal_to_the_byte() -> None:
    document = small("en")
    assert docx(document) == docx(document)
    with zipfile.ZipFile(BytesIO(docx(document))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_sentence_and_every_number_of_a_chapter_is_in_the_text() -> None:
    text = "\n".join(texts(opened(written()).element))
    blanks = re.compile("[ \t\n]+")
    assert [item.text for item in statements(brief().parts) if blanks.sub(" ", item.text) not in text] == []
    known = numbers(brief())
    assert [part.title for part in brief().parts if f"{known[part.anchor]}\u2003{part.title}" not in text] == []
    assert [entry.id for entry in brief().entries if entry.id not in text] == []
    assert [source.text for source in brief().references if source.text not in text] == []


def test_every_traced_sentence_has_a_footnote_that_names_what_it_rests_on() -> None:
    word = opened(written())
    used = [int(found.get(qn("w:id"))) for found in word.element.iter(qn("w:footnoteReference"))]
    (part,) = (found.target_part for found in word.part.rels.values() if found.reltype.endswith("/footnotes"))
    from docx.oxml import parse_xml

    notes = {int(found.get(qn("w:id"))): found for found in parse_xml(part.blob).iter(qn("w:footnote"))}
    assert used == list(range(1, len(used) + 1))
    assert set(notes) == {-1, 0, *used}
    lead = brief().parts[0].blocks[0]
    assert isinstance(lead, Statements)
    assert lead.items[0].trace[0] in "".join(texts(notes[1]))


def test_every_link_leads_to_a_bookmark_and_no_bookmark_stands_twice() -> None:
    root = opened(written()).element
    names = [found.get(qn("w:name")) for found in root.iter(qn("w:bookmarkStart"))]
    links = {found.get(qn("w:anchor")) for found in root.iter(qn("w:hyperlink"))}
    assert links
    assert links <= set(names)
    assert len(set(names)) == len(names)


def test_every_section_has_marking_notices_and_page_numbers() -> None:
    word = opened(written())
    assert len(word.sections) > 1
    for section in word.sections:
        head, foot = ("\n".join(texts(part._element)) for part in (section.header, section.footer))
        assert brief().marking in head
        assert brief().notices[0] in head
        assert "Page 1 of 1" in foot
        assert "1 May 2031" in foot
        assert brief().facts[-1][1] in foot


def test_styles_are_named_so_that_they_can_be_changed() -> None:
    word = opened(written())
    names = {style.name for style in word.styles}
    used = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {
        "Hiwar Title",
        "Hiwar Lead",
        "Hiwar Statement",
        "Hiwar Note",
        "Hiwar Notice",
        "Caption",
        "Heading 1",
    } <= used
    assert {table.style.name for table in word.tables if table.style} == {"Hiwar Table", "Hiwar Matrix"}
    for found in word.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        assert any(style.style_id == found.get(qn("w:val")) for style in word.styles), found.get(qn("w:val"))
    assert "Hiwar Table" in names


def test_a_changed_template_changes_the_document(tmp_path: Path) -> None:
    template = python_docx.Document(str(Path(python_docx.__file__).parent / "templates" / "default.docx"))
    template.add_paragraph("Ministry of Water: {{ title }}")
    template.add_paragraph("{{ body }}")
    template.save(str(tmp_path / "own.docx"))
    target = save(small("en", title="On the river"), tmp_path / "brief.docx", template=tmp_path / "own.docx")
    text = texts(opened(target.read_bytes()).element)
    assert text[0] == "Ministry of Water: On the river"
    assert any("HEADONE" in part for part in text)


def test_styles_are_found_by_name_and_those_that_a_letterhead_lacks_are_added(tmp_path: Path) -> None:
    """Word gives styles other ids in each of its languages: `heading 1` is `berschrift1` in a German one."""
    template = python_docx.Document()
    template.add_paragraph("{{ body }}")
    (heading,) = (style for style in template.styles if style.name == "Heading 1")
    heading.element.set(qn("w:styleId"), "berschrift1")
    heading.font.size = Pt(33)
    template.save(str(tmp_path / "own.docx"))
    word = opened(docx(small("en"), tmp_path / "own.docx"))
    (title,) = (part for part in word.paragraphs if "فصل" in part.text)
    assert title.style is not None
    assert (title.style.style_id, title.style.font.size) == ("berschrift1", Pt(33))
    ids = [style.style_id for style in word.styles]
    assert len(set(ids)) == len(ids)
    assert "Hiwar Statement" in {part.style.name for part in word.paragraphs if part.style}
    for found in word.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        assert found.get(qn("w:val")) in ids


def test_footnotes_of_a_letterhead_are_kept(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_bytes(written())
    template = python_docx.Document(str(tmp_path / "own.docx"))
    template.add_paragraph("{{ body }}")
    template.save(str(tmp_path / "own.docx"))
    word = opened(docx(brief(), tmp_path / "own.docx"))
    used = [int(found.get(qn("w:id"))) for found in word.element.iter(qn("w:footnoteReference"))]
    assert used == list(range(1, len(used) + 1))
    assert len(used) % 2 == 0


@pytest.mark.parametrize(
    ("placeholder", "message"),
    [
        ("no place", "nowhere to put"),
        ("{{ body }} {{ colour }}", "colour"),
        ("{% for %}", "placeholder"),
        ("{{ body }} {{ 1 / 0 }}", "division"),
        ("{{ body }} {{ title.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_its_reason(
    placeholder: str, message: str, tmp_path: Path
) -> None:
    template = python_docx.Document()
    template.add_paragraph(placeholder)
    template.save(str(tmp_path / "own.docx"))
    with pytest.raises(TemplateError, match=message):
        docx(small("en"), tmp_path / "own.docx")


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_text("{{ body }}")
    with pytest.raises(TemplateError, match=r"own\.docx: not a Word document"):
        docx(small("en"), tmp_path / "own.docx")


def test_no_text_is_read_as_code_or_breaks_the_file() -> None:
    table = TableBlock("t", HOSTILE, (HOSTILE, "b"), (Row((Cell("x" * 400), Cell(HOSTILE))),))
    empty = TableBlock("e", "nothing here", ("a", "b"), (), note=HOSTILE)
    said = Statements((Statement(HOSTILE, "computed", "certain", ()),))
    document = small(
        "en", title=HOSTILE, marking=HOSTILE, notices=(HOSTILE,), facts=((HOSTILE, HOSTILE),),
        parts=(Part("p", HOSTILE, (said, table, empty)),),
    )  # fmt: skip
    word = opened(docx(document))
    shown = "{{ 7*7 }} {% for x in y %} {# z #} & < > ]]> \ufffd\ufffd\ufffd \ufffd {{%"
    text = texts(word.element)
    assert text.count(shown) >= 4
    assert "49" not in "".join(text)
    assert shown in texts(word.sections[0].header._element)
    assert "x" * 400 in text
    assert "nothing here" in "".join(text)


def test_tables_repeat_their_headings_and_say_what_they_are() -> None:
    for table in opened(written()).element.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        for row in table.iter(qn("w:tr")):
            assert len(list(row.iter(qn("w:tc")))) in (1, len(widths))
        assert 0 < sum(widths) <= 15138


def test_pictures_have_a_text_and_fit_the_page() -> None:
    found = list(opened(written()).element.iter(f"{{{PARTS['wp']}}}inline"))
    assert found
    for inline in found:
        told = inline.find(f"{{{PARTS['wp']}}}docPr")
        assert told.get("descr")
        assert told.get("title")
        extent = inline.find(f"{{{PARTS['wp']}}}extent")
        assert int(extent.get("cx")) <= 9638 * 635


def test_the_file_says_its_title_and_language_and_no_time() -> None:
    word = opened(written())
    assert word.core_properties.title == brief().title
    assert word.core_properties.language == "en"
    (language,) = word.styles.element.iterfind(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"
    with zipfile.ZipFile(BytesIO(written())) as packed:
        assert b"dcterms:created" not in packed.read("docProps/core.xml")


def test_the_contents_hold_every_chapter_and_are_renewed_when_opened() -> None:
    word = opened(written())
    listed = [paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == "toc 1"]
    assert len(listed) == len(brief().parts) + 2
    (dirty,) = (found for found in word.element.iter(qn("w:fldChar")) if found.get(qn("w:dirty")))
    assert dirty.get(qn("w:dirty")) == "true"
    assert "toc 1" not in {part.style.name for part in opened(docx(small("en", form="short"))).paragraphs if part.style}


def test_arabic_paragraphs_runs_tables_and_sections_read_from_right_to_left() -> None:
    word = opened(docx(small("ar")))
    for paragraph in word.element.iter(qn("w:p")):
        assert paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    for table in word.element.iter(qn("w:tblPr")):
        assert table.find(qn("w:bidiVisual")) is not None
    for section in word.element.iter(qn("w:sectPr")):
        assert section.find(qn("w:bidi")) is not None
    right = {run.text: run._element.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
             for paragraph in word.paragraphs for run in paragraph.runs if run.text}  # fmt: skip
    assert right["\u200e20–60\u200e"] is False
    assert right["\u200e−12\u200e"] is False
    assert right["\u200f نقطة، ثم \u200f"] is True


def test_arabic_names_in_an_english_brief_are_runs_of_their_own() -> None:
    document = small("en", title="the gate البوابة القديمة opens")
    word = opened(docx(document))
    (title,) = (part for part in word.paragraphs if part.style and part.style.name == "Hiwar Title")
    flagged = [run.text for run in title.runs if run._element.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert flagged == ["البوابة القديمة"]


@pytest.fixture(scope="module")
def office() -> str:
    program = shutil.which("soffice")
    if program is None:
        (pytest.fail if os.environ.get("HIWAR_REQUIRE_OFFICE") else pytest.skip)("no LibreOffice here")
    return program


def pages(office: str, content: bytes, folder: Path) -> pypdfium2.PdfDocument:
    """What LibreOffice makes of a Word file."""
    (folder / "brief.docx").write_bytes(content)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "brief.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return pypdfium2.PdfDocument(folder / "brief.pdf")


def lines(page: pypdfium2.PdfPage) -> list[str]:
    """The letters of each line of a page as the eye meets them from the left."""
    text = page.get_textpage()
    whole = text.get_text_range(0, text.count_chars())
    found: dict[float, list[tuple[float, str]]] = {}
    for place, letter in enumerate(whole[: text.count_chars()]):
        left, bottom, _, top = text.get_charbox(place)
        if letter.strip():
            middle = (bottom + top) / 2
            line = next((line for line in found if abs(line - middle) < 5), middle)
            found.setdefault(line, []).append((left, letter))
    return ["".join(letter for _, letter in sorted(line)) for line in found.values()]


def test_office_shows_arabic_tables_mirrored_and_digits_in_order(office: str, tmp_path: Path) -> None:
    document = pages(office, docx(small("ar", form="short")), tmp_path)
    seen = lines(document[0])
    assert any("HEADTWOHEADONE" in line for line in seen)
    assert any("DDAA" in line for line in seen)
    assert any("−12" in line and "CC" in line and line.index("−12") < line.index("CC") for line in seen)
    assert sum("20–60" in line for line in seen) == 1
    assert not any("60–20" in line or "12−" in line for line in seen)


def test_office_shows_a_matrix_mirrored_with_its_upright_headings(office: str, tmp_path: Path) -> None:
    columns = ("GOAL", *(f"H{place}" for place in range(8)))
    row = Row((Cell("ROW"), *(Cell("text", "good", sign=f"s{place}") for place in range(8))))
    matrix = TableBlock("matrix", "caption", columns, (row,), shape="matrix")
    document = pages(office, docx(small("ar", form="short", parts=(Part("one", "فصل", (matrix,)),))), tmp_path)
    seen = lines(document[0])
    assert any("s7s6s5s4s3s2s1s0ROW" in line for line in seen)
    text = document[0].get_textpage().get_text_range(0, document[0].get_textpage().count_chars())
    assert [head for head in columns if head not in text] == []


def test_office_sets_the_short_form_on_two_pages(office: str, tmp_path: Path) -> None:
    assert 1 <= len(pages(office, docx(short(brief())), tmp_path)) <= 2


def test_office_opens_the_whole_brief(office: str, tmp_path: Path) -> None:
    document = pages(office, written(), tmp_path)
    assert len(document) > 10
    for number in range(len(document)):
        text = document[number].get_textpage()
        assert brief().marking in text.get_text_range(0, text.count_chars())

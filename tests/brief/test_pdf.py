"""The brief as PDF, read back from the rendered page: words, marks, ink, order of digits."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from briefs import made
from immutabledict import immutabledict

from hiwar.brief.catalogue import catalogue
from hiwar.brief.document import (
    Cell,
    ChartBlock,
    Definitions,
    Document,
    Entry,
    Folded,
    Judgement,
    Part,
    Reference,
    Row,
    Statement,
    Statements,
    TableBlock,
)
from hiwar.brief.isolate import isolate
from hiwar.brief.pdf import pdf
from hiwar.brief.write import save

_LABELS = (
    "contents", "skip", "kicker", "rests_on", "judged", "same_as_table", "appendix", "appendix_note", "unfounded",
    "when", "passage", "reason", "reading", "footer", "mark_source", "mark_analyst", "mark_computed", "firm_certain",
    "firm_possible", "firm_cannot_be_told", "sources",
)  # fmt: skip
_BAR = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "width": 300,
    "height": 80,
    "config": {"font": "Hiwar Chart"},
    "data": {"values": [{"name": "Millhaven", "points": 20}, {"name": "Alderbrook", "points": 60}]},
    "mark": {"type": "bar", "color": "#0a5a8f"},
    "encoding": {
        "y": {"field": "name", "type": "nominal", "title": None},
        "x": {"field": "points", "type": "quantitative"},
    },
}


def _document(*blocks: Any, language: str = "en", **changes: Any) -> Document:
    """A brief of one chapter."""
    words = catalogue(language)
    document = Document(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        foreign_language="ar" if language == "en" else "",
        title="Two towns and one river" if language == "en" else "بلدتان ونهر واحد",
        subtitle="Written for Millhaven",
        notices=("This case is invented.",),
        facts=(("Computed by", "Hiwar"), ("Fingerprints", "5769790de55c")),
        parts=(Part("first", "What is shown", tuple(blocks)),),
        entries=(
            Entry(
                "item-G1", "G-1", "goal", "A steady flow", "Water in summer.", "source", passages=("Note, page 3",),
                cited=("[1], p. 3",), judgements=(Judgement("item-j", "First", "how likely", "likely", "It was so."),),
            ),
        ),
        references=(Reference("item-source-note", "Clerk. Briefing note. Millhaven, 2031.", "1"),),
        marking="RESTRICTED",
        made_on="24 November 2026",
        made_day="2026-11-24",
        labels=immutabledict({key: words(f"page.{key}") for key in _LABELS}),
    )  # fmt: skip
    return replace(document, **changes)


def _table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("Course", "Points"), **changes: Any) -> TableBlock:
    block = TableBlock(
        "table-a", "What each course brings", columns, tuple(Row(tuple(Cell(text) for text in row)) for row in rows)
    )
    return replace(block, **changes)


_SAID = Statements(
    (
        Statement("The weir can be agreed.", "computed", "certain", ("G-1",), "a"),
        Statement("Alderbrook keeps silent.", "analyst", "possible", ("G-1",), "b"),
    )
)


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with closing(pypdfium2.PdfDocument(content)) as opened:
        yield opened


def _texts(content: bytes) -> list[str]:
    """Text of every page, white space as one space."""
    with _opened(content) as opened:
        pages = [page.get_textpage().get_text_bounded() for page in opened]
    return [re.sub(r"[\s\u2066-\u2069]+", " ", text) for text in pages]


def test_equal_documents_are_equal_bytes() -> None:
    document = _document(_SAID, _table(("Weir", "7 to 76")))
    assert pdf(document) == pdf(document)


def test_the_file_is_written_by_its_ending(tmp_path: Any) -> None:
    document = _document(_SAID)
    assert save(document, tmp_path / "brief.pdf").read_bytes() == pdf(document)


def test_every_word_of_the_document_is_on_the_pages() -> None:
    chart = ChartBlock("picture-a", "Who gains", "One bar per town.", _BAR, _table(("Weir", "9"), anchor="table-b"))
    folded = Folded("Opened on paper", (Definitions((("Point", "one hundredth of the largest loss"),)),))
    text = " ".join(_texts(pdf(_document(_SAID, chart, folded, _table(("Wells", "−36 to 14"), note="A note below.")))))
    for words in (
        "The weir can be agreed.", "Alderbrook keeps silent.", "computed", "analyst judges", "not firm",
        "certain on these judgements", "Figure 1. Who gains", "One bar per town.", "Table 1.", "Table 2.",
        "Opened on paper", "one hundredth of the largest loss", "−36 to 14", "A note below.", "1 What is shown",
        "G-1 ([1], p. 3)", "[1]", "Clerk. Briefing note.", "A steady flow", "Water in summer.", "Note, page 3",
        "how likely: likely", "5769790de55c", "24 November 2026", "List of sources", "This case is invented.",
    ):  # fmt: skip
        assert words in text, words


def test_classification_notice_and_number_stand_on_every_page() -> None:
    texts = _texts(pdf(_document(_SAID, _table(*((f"Course {place}", "1") for place in range(120))))))
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        assert text.count("RESTRICTED") == 2
        assert "This case is invented." in text
        assert f"Page {number} of {len(texts)}" in text


def test_headings_of_a_table_and_of_its_groups_are_repeated() -> None:
    rows = tuple(Row((Cell(f"Course {place}"), Cell("1")), group="If it fails") for place in range(120))
    texts = _texts(pdf(_document(replace(_table(), rows=rows))))
    pages = [text for text in texts if re.search(r"Course \d", text)]
    assert len(pages) >= 2
    assert all("Course Points" in text and "If it fails" in text for text in pages)


def test_contents_give_the_page_of_each_chapter() -> None:
    parts = tuple(
        Part(f"part-{place}", f"Chapter of {name}", (_SAID,)) for place, name in enumerate(("wells", "weirs"))
    )
    texts = _texts(pdf(_document(parts=parts)))
    for place, name in enumerate(("wells", "weirs"), 1):
        page = next(number for number, text in enumerate(texts, 1) if number > 1 and f"Chapter of {name}" in text)
        assert re.search(rf"{place} Chapter of {name}[ .]+{page}\b", texts[0])


def test_notes_lead_to_the_items() -> None:
    content = pdf(_document(_SAID))
    with _opened(content) as opened:
        pages = [number for number, text in enumerate(_texts(content)) if "A steady flow" in text]
        marks = [mark.get_title() for mark in opened.get_toc()]
    assert pages == [len(_texts(content)) - 1]
    assert b"/Subtype/Link" in content
    assert marks[1:] == ["1 What is shown", "List of sources", "Items"]


def test_it_says_that_it_can_be_listened_to_and_kept() -> None:
    content = pdf(_document(_SAID))
    for said in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"/Lang(en)", b"/StructTreeRoot"):
        assert said in content, said
    with _opened(content) as opened:
        assert opened.get_metadata_dict()["Title"] == "Two towns and one river"
        assert opened.get_metadata_dict()["CreationDate"].startswith("D:20261124")


def test_without_a_day_no_date_is_made_up() -> None:
    content = pdf(_document(_SAID, made_on="", made_day=""))
    assert b"<pdfuaid:part>1<" in content
    assert b"pdfaid" not in content
    assert b"/CreationDate" not in content


def test_pictures_have_ink_where_their_words_belong_and_tell_what_they_show() -> None:
    chart = ChartBlock("picture-a", "Who gains", "One bar per town.", _BAR, _table(anchor="table-b"))
    content = pdf(_document(chart))
    assert b"/Alt(Who gains. One bar per town.)" in content
    with _opened(content) as opened:
        for page in opened:
            text = page.get_textpage()
            found = (
                text.search("Millhaven", match_case=True).get_next()
                if "Alderbrook" in text.get_text_bounded()
                else None
            )
            if found:
                shown = np.asarray(page.render(scale=2, grayscale=True).to_numpy())
                left, bottom, right, top = text.get_charbox(found[0])
                height = page.get_height()
                box = shown[int(2 * (height - top)) : int(2 * (height - bottom)), int(2 * left) : int(2 * right) + 1]
                assert box.min() < 128
                return
    pytest.fail("no label of the picture is on a page")


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/x:1.0.0": *',
        '#read("/etc/passwd") $x$ *bold* _it_ `raw` <label> @ref = Heading',
        '"]) #panic("no") \\ // /* ',
        "bell\u0007 null\u0000 overridden \u202eback",
        "中文 and 🙂 and \ue000",
        "unended \u2067 isolate \u2069\u2069\u2069",
        "",
    ],
)
def test_what_a_case_says_is_never_read_as_markup(text: str) -> None:
    said = Statements(
        (Statement(text, "source", None, ("G-1",), "a"), Statement("After it.", "computed", None, (), "b"))
    )
    document = _document(said, _table((text, text)), title=text or "A title", notices=(text,), marking=text)
    shown = " ".join(_texts(pdf(document)))
    assert "After it." in shown
    for word in re.findall(r"[#\w@:/.]+", text, flags=re.ASCII):
        assert word in shown
    assert "root:" not in shown


def test_what_no_font_has_is_shown_by_its_code() -> None:
    text = " ".join(_texts(pdf(_document(Statements((Statement("中 and \u202e", None),))))))
    assert "‹U+4E2D› and ‹U+202E›" in text


def test_empty_tables_and_long_words_are_set() -> None:
    word = "unbreakable" * 40
    texts = _texts(
        pdf(
            _document(
                _table(),
                _table((word, word), anchor="table-long"),
                _table(columns=(), anchor="table-none"),
                Statements(()),
            )
        )
    )
    assert word in " ".join(texts).replace(" ", "").replace("\u200b", "").replace("\ufffe", "")


def test_a_table_wider_than_the_page_is_set_in_parts() -> None:
    names = tuple(f"Heading{place}" for place in range(40))
    content = pdf(_document(_table(names, columns=names)))
    with _opened(content) as opened:
        for page in opened:
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, _, right, _ = text.get_rect(place)
                assert left >= 40
                assert right <= 595.3 - 40
    shown = " ".join(_texts(content))
    assert all(shown.count(f"{name} ") >= 2 for name in names)


def test_a_matrix_of_very_many_columns_is_set_in_parts() -> None:
    columns = ("Goal", *(f"G{place}" for place in range(70)))
    block = _table(("Steady flow", *("+" for _ in range(70))), columns=columns, shape="matrix")
    shown = " ".join(_texts(pdf(_document(block))))
    assert shown.count("Steady flow") == 3


def test_states_of_cells_can_be_told_apart_without_colour() -> None:
    states: tuple[Any, ...] = ("good", "bad", "open", "missing")
    row = Row((Cell("Course"), *(Cell("aaaa", state=state) for state in states)))
    content = pdf(_document(replace(_table(columns=("Course", *states)), rows=(row,))))
    with _opened(content) as opened:
        for page in opened:
            text = page.get_textpage()
            places = [found.start() for found in re.finditer("aaaa", text.get_text_range())]
            if len(places) == len(states):
                shown = np.asarray(page.render(scale=4, grayscale=True).to_numpy())
                cells = []
                for place in places:
                    left, bottom, _, top = text.get_charbox(place)
                    rows = slice(int(4 * (page.get_height() - top - 3)), int(4 * (page.get_height() - bottom + 3)))
                    cells.append(shown[rows, int(4 * left - 28) : int(4 * left + 80)] < 140)
                assert len({cell.tobytes() for cell in cells}) == len(states)
                return
    pytest.fail("the cells are not on a page")


def test_arabic_ranges_and_signs_read_in_their_order_on_the_page() -> None:
    text = f"القيمة بين {isolate('20–60', 'ar')} ثم {isolate('−12', 'ar')} في المئة"
    content = pdf(
        _document(Statements((Statement(text, None),)), language="ar", notices=(), marking="", facts=(), made_on="")
    )
    with _opened(content) as opened:
        order = [
            "".join(sign for _, sign in sorted(_line(page, "–")))
            for page in opened
            if "–" in page.get_textpage().get_text_range()
        ]
    assert len(order) == 1
    assert "20–60" in order[0]
    assert "−12" in order[0]
    assert order[0].index("−12") < order[0].index("20–60")


def _line(page: pypdfium2.PdfPage, sign: str) -> list[tuple[float, str]]:
    """Place and character of everything that stands on the line of a sign."""
    text = page.get_textpage()
    boxes = [(text.get_charbox(place), text.get_text_range(place, 1)) for place in range(text.count_chars())]
    _, bottom, _, top = next(box for box, found in boxes if found == sign)
    return [(box[0], found) for box, found in boxes if bottom - 6 < (box[1] + box[3]) / 2 < top + 6 and found.strip()]


def test_an_arabic_page_is_mirrored() -> None:
    block = _table(("7", "8"), columns=("9", "6"))
    latin, arabic = (
        "".join(sign for _, sign in sorted(_line_of(pdf(_document(block, language=language, made_on="")), "78")))
        for language in ("en", "ar")
    )
    assert latin == "78"
    assert arabic == "87"


def _line_of(content: bytes, signs: str) -> list[tuple[float, str]]:
    """Place of the given signs where they stand together on one line."""
    with _opened(content) as opened:
        for page in opened:
            if all(sign in page.get_textpage().get_text_range() for sign in signs):
                found = [pair for pair in _line(page, signs[0]) if pair[1] in signs]
                if len(found) == len(signs):
                    return found
    return []


def test_numbers_of_chapters_read_in_their_order_in_arabic() -> None:
    inner = Part("inner", "القسم", (Statements((Statement("نص", None),)),))
    parts = (Part("one", "أول"), Part("two", "ثان", parts=(Part("a", "ب"), Part("b", "ج"), inner)))
    with _opened(pdf(_document(language="ar", parts=parts))) as opened:
        lines = [line for page in opened for line in _lines(page)]
    assert sum("2.3" in line for line in lines) == 2
    assert not any("3.2" in line for line in lines)


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """What stands on each height of the page, from left to right."""
    text = page.get_textpage()
    lines: dict[int, list[tuple[float, str]]] = {}
    for place in range(text.count_chars()):
        left, bottom, *_ = text.get_charbox(place, loose=True)
        lines.setdefault(round(bottom), []).append((left, text.get_text_range(place, 1)))
    return ["".join(sign for _, sign in sorted(found)) for found in lines.values()]


def test_arabic_names_in_an_english_sentence_keep_the_order_of_what_follows() -> None:
    said = Statements((Statement("Named ميلهيفن 2020 in the note.", None),))
    content = pdf(_document(said))
    with _opened(content) as opened:
        page = next(page for page in opened if "Named" in page.get_textpage().get_text_range())
        line = "".join(sign for _, sign in sorted(_line(page, "N")))
    assert line.index("Named") < line.index("2020") < line.index("inthenote")
    assert re.search(r"[\u0600-\u06ff\ufe70-\ufefc]2020|[\u0600-\u06ff\ufe70-\ufefc].?2020", line)


def test_the_short_form_has_neither_contents_nor_annex() -> None:
    texts = _texts(pdf(_document(_SAID, form="short")))
    assert len(texts) == 1
    assert "Contents" not in texts[0]
    assert "Water in summer." not in texts[0]
    assert "RESTRICTED" in texts[0]


def test_every_sentence_of_an_example_is_in_its_pdf() -> None:
    document = made("two-towns-water", ("first",))[2]
    shown = re.sub(r"\W|\d", "", " ".join(_texts(pdf(document))))
    for part in document.parts:
        for block in part.blocks:
            for item in block.items if isinstance(block, Statements) else ():
                for word in re.findall(r"[A-Za-z]{4,}", item.text):
                    assert word in shown, item.text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_long_notices_do_not_run_into_the_text(language: str) -> None:
    notice = ("This sheet is an illustration and nobody's view of anything. " * 8).strip()
    document = _document(
        notices=(notice,), marking="RESTRICTED " * 9, language=language, made_on="", parts=(Part("a", "§", (_SAID,)),)
    )
    with _opened(pdf(document)) as opened:
        text = opened[1].get_textpage()
        places = {text.get_text_range(place, 1): text.get_charbox(place) for place in range(text.count_chars())}
    assert places["§"][3] < places["…"][1]

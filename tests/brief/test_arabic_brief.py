"""The brief in Arabic says what the English one says, figure by figure, and shows it the right way round."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from briefs import BRIEFS, arabic_page_of, in_arabic, made

from hiwar.brief import Document, compose, html
from hiwar.brief.document import Block, Cell, ChartBlock, Folded, Part, Statement, Statements, TableBlock
from hiwar.brief.isolate import END, FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, plain
from hiwar.brief.set_apart import isolated

ARABIC = "[ء-ي]"
MARKS = LEFT_TO_RIGHT + RIGHT_TO_LEFT + FIRST_STRONG + END


@pytest.fixture(params=BRIEFS, ids=lambda pair: "+".join((pair[0], *pair[1])))
def both(request: pytest.FixtureRequest) -> tuple[Document, Document]:
    """A brief in English and in Arabic."""
    return made(*request.param)[2], in_arabic(*request.param)


def blocks(parts: Iterable[Part]) -> Iterator[Block]:
    for part in parts:
        yield from unfolded(part.blocks)
        yield from blocks(part.parts)


def unfolded(found: Iterable[Block]) -> Iterator[Block]:
    for block in found:
        if isinstance(block, Folded):
            yield from unfolded(block.blocks)
        elif isinstance(block, ChartBlock):
            yield from (block, block.table)
        else:
            yield block


def cells(document: Document) -> list[Cell]:
    return [cell for block in blocks(document.parts) if isinstance(block, TableBlock)
            for row in block.rows for cell in row.cells]  # fmt: skip


def statements(document: Document) -> list[Statement]:
    return [item for block in blocks(document.parts) if isinstance(block, Statements) for item in block.items]


def figures(cell: Cell) -> list[str]:
    return re.findall(r"−?[\d,.]*\d", plain(cell.text))


def numbers_in(data: Any) -> list[float]:
    """Every number of a chart's data, in order."""
    if isinstance(data, dict):
        return [number for key in sorted(data) for number in numbers_in(data[key])]
    if isinstance(data, list | tuple):
        return [number for part in data for number in numbers_in(part)]
    return [float(data)] if isinstance(data, int | float) and not isinstance(data, bool) else []


def test_the_language_changes_no_figure(both: tuple[Document, Document]) -> None:
    english, arabic = both
    assert [figures(cell) for cell in cells(arabic) if cell.is_number] == [
        figures(cell) for cell in cells(english) if cell.is_number
    ]
    assert [cell.state for cell in cells(arabic)] == [cell.state for cell in cells(english)]


def test_the_language_changes_neither_findings_nor_what_they_rest_on(both: tuple[Document, Document]) -> None:
    english, arabic = (
        [(item.key, item.mark, item.firmness, item.trace) for item in statements(document)] for document in both
    )
    assert arabic == english


def test_the_language_changes_no_figure_of_a_picture(both: tuple[Document, Document]) -> None:
    english, arabic = (
        [sorted(numbers_in(dict(block.spec).get("data", {}))) for block in blocks(document.parts)
         if isinstance(block, ChartBlock)]
        for document in both
    )  # fmt: skip
    assert arabic == english


def test_every_isolate_is_ended_where_it_should_be(both: tuple[Document, Document]) -> None:
    _, arabic = both
    for text in (*(item.text for item in statements(arabic)), *(cell.text for cell in cells(arabic))):
        depth = 0
        for character in text:
            depth += (character in MARKS) * (-1 if character == END else 1)
            assert depth >= 0, text
        assert depth == 0, text


def test_english_texts_hold_no_isolates(both: tuple[Document, Document]) -> None:
    assert not set(MARKS) & set(repr(both[0]))


def test_every_sentence_of_an_arabic_brief_is_arabic(both: tuple[Document, Document]) -> None:
    assert [item.text for item in statements(both[1]) if not re.search(ARABIC, item.text)] == []


def test_numbers_that_stand_alone_are_kept_from_turning(both: tuple[Document, Document]) -> None:
    """A minus, a percent sign or a range in a cell is set apart."""
    for cell in cells(both[1]):
        if cell.is_number and re.search(r"[−%]", cell.text):
            assert cell.text[0] in MARKS or re.search(rf"[{MARKS}][−\d]", cell.text), cell.text


def test_the_page_turns_isolates_into_elements() -> None:
    """Outside pictures, which know no such elements and keep the marks."""
    page = arabic_page_of("two-towns-water", ("first",))
    body = re.sub(r"<svg .*?</svg>", "", page.partition("</style>")[2], flags=re.DOTALL)
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert not set(MARKS) & set(body)
    assert body.count("<bdi ") == body.count("</bdi>") > 100


def test_foreign_names_are_set_apart_with_their_language() -> None:
    document = in_arabic("iraq-us-2020", ("illustration",))
    said = isolated(f"قال {FIRST_STRONG}Faiq <Zidan> {FIRST_STRONG}في{END}{END}: {LEFT_TO_RIGHT}−12{END}", document)
    assert said == (
        'قال <bdi dir="ltr" lang="en">Faiq &lt;Zidan&gt; <bdi dir="rtl" lang="ar">في</bdi></bdi>: '
        '<bdi dir="ltr">−12</bdi>'
    )


def test_the_second_example_says_nothing_of_the_first() -> None:
    page = arabic_page_of("two-towns-water", ("first", "second"))
    assert re.findall(r"العراق|عراقي|أمريك|بغداد|إيران|واشنطن|Iraq", page) == []


def test_the_same_arabic_document_gives_the_same_page() -> None:
    found, answers, _ = made("two-towns-water", ("first",))
    again = html(compose(found.dossier, found.sheets, answers, language="ar"))
    assert again == arabic_page_of("two-towns-water", ("first",))

"""The last chapter: whose word everything is, how far the sheets agree, and what their verdicts hang on."""

from typing import Any

import pytest
from briefs import made

from hiwar.brief import Document, compose
from hiwar.brief.document import Part


def part(document: Document, anchor: str) -> Part | None:
    ground = next(chapter for chapter in document.parts if chapter.anchor == "ground")
    return next((found for found in ground.parts if found.anchor == anchor), None)


def sentences(found: Part | None) -> list[str]:
    assert found is not None
    texts: list[str] = []
    for block in found.blocks:
        inner = block.blocks if block.kind == "folded" else (block,)
        texts += [item.text for one in inner if one.kind == "statements" for item in one.items]
    return texts


def tables(found: Part | None) -> dict[str, Any]:
    assert found is not None
    inner = [one for block in found.blocks for one in (block.blocks if block.kind == "folded" else (block,))]
    return {block.anchor: block for block in inner if block.kind == "table"}


def test_r18_contrary_claims_stand_side_by_side_with_what_each_is_held_to_be() -> None:
    texts = sentences(part(made("iraq-us-2020", ("illustration",))[2], "contrary-part"))
    arena = next(text for text in texts if "arena" in text.lower())
    assert "an inference" in arena
    assert "a wish" in arena
    assert "both kept" in arena


def test_r18_several_sheets_have_an_agreement_table_and_their_verdicts_are_explained() -> None:
    document = made("two-towns-water", ("first", "second"))[2]
    rows = tables(part(document, "coders-part"))["table-sheet_agreement"].rows
    assert len(rows) >= 8
    assert rows[0].cells[3].text == "0.63"
    texts = sentences(part(document, "differing-part"))
    assert any("would come to the verdict" in text for text in texts)


@pytest.mark.parametrize("sheets", [(), ("illustration",)])
def test_one_sheet_or_none_is_not_compared(sheets: tuple[str, ...]) -> None:
    document = made("iraq-us-2020", sheets)[2]
    assert part(document, "coders-part") is None
    assert part(document, "differing-part") is None


def test_r18_without_judgements_the_chapter_says_what_nobody_gave() -> None:
    texts = sentences(part(made("iraq-us-2020", ())[2], "judged-part"))
    assert any(text.startswith("No sheet of judgements was used") for text in texts)
    assert any(text.startswith("Nobody says how large") for text in texts)
    without = sentences(part(made("iraq-us-2020", ())[2], "study-part"))
    assert any(text.startswith("Without judgements it cannot be told") for text in without)


def test_both_languages_say_the_same() -> None:
    case, answers, english = made("two-towns-water", ("first", "second"))
    arabic = compose(case.dossier, case.sheets, answers, language="ar")
    for anchor in ("stated-part", "contrary-part", "judged-part", "coders-part", "differing-part", "study-part"):
        assert len(sentences(part(arabic, anchor))) == len(sentences(part(english, anchor)))
        for key, table in tables(part(english, anchor)).items():
            assert len(tables(part(arabic, anchor))[key].rows) == len(table.rows)


def test_judgements_without_a_common_value_are_told_in_the_words_of_the_sheets() -> None:
    found = tables(part(made("two-towns-water", ("first", "second"))[2], "coders-part"))["table-apart"]
    cells = [tuple(cell.text for cell in row.cells) for row in found.rows]
    assert any(row[2] == "very likely" and row[4] == "20% to 40%" for row in cells)

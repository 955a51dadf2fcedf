"""The two pages for the decision-maker: cut from the whole brief, without a new word."""

from collections.abc import Iterator

from briefs import BRIEFS, in_arabic, made

from hiwar.brief import short
from hiwar.brief.document import Document, Folded, Part, Statements
from hiwar.brief.notes import note
from hiwar.brief.numbering import blocks_of, numbers


def said(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        for block in part.blocks:
            inner = block.blocks if isinstance(block, Folded) else (block,)
            yield from (item.text for one in inner if isinstance(one, Statements) for item in one.items)
        yield from said(part.parts)


def documents() -> Iterator[Document]:
    for case, sheets in BRIEFS:
        yield made(case, sheets)[2]
        yield in_arabic(case, sheets)


def test_every_sentence_of_the_two_pages_stands_in_the_brief() -> None:
    for document in documents():
        cut = short(document)
        assert set(said(cut.parts)) <= set(said(document.parts))
        assert not list(blocks_of(cut.parts))
        assert (cut.form, cut.entries, cut.references) == ("short", (), ())


def test_each_question_of_the_case_is_answered_on_the_two_pages() -> None:
    for document in documents():
        asked = next(part for part in short(document).parts if part.anchor == "asked")
        whole = next(part for part in document.parts if part.anchor == "asked")
        assert [part.title for part in asked.parts] == [part.title for part in whole.parts]
        assert all(list(said((part,))) for part in asked.parts)


def test_the_verdict_is_not_cut() -> None:
    for document in documents():
        cut, whole = short(document).parts[0], document.parts[0]
        assert [item.text for block in cut.blocks for item in block.items] == [  # type: ignore[union-attr]
            item.text for block in whole.blocks if isinstance(block, Statements) for item in block.items
        ]


def test_tables_and_figures_are_numbered_in_reading_order_each_by_themselves() -> None:
    for document in documents():
        known = numbers(document)
        for kind in ("table", "chart"):
            given = [int(known[block.anchor]) for block in blocks_of(document.parts) if block.kind == kind]
            assert given == list(range(1, len(given) + 1))
        assert [known[part.anchor] for part in document.parts] == [
            str(place) for place in range(1, len(document.parts) + 1)
        ]


def test_a_note_names_items_with_their_passages_and_counts_the_rest() -> None:
    document = made("two-towns-water", ("first",))[2]
    entries = [entry for entry in document.entries if entry.cited][:3]
    ids = [entry.id for entry in entries]
    assert note(document, ()) == ""
    assert all(f"{entry.id} ({entry.cited[0]}" in note(document, ids) for entry in entries)
    assert note(document, ids, most=2).endswith("one more item, in the annex")
    assert "judged" in note(document, [f"first:size:{ids[0]}"])

"""The chapter on what others would do: what requirement R13 asks for stands in the brief."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from briefs import BRIEFS, Made

from hiwar.brief import catalogue
from hiwar.brief.chapters.reactions_said import groups_of
from hiwar.brief.document import Block, ChartBlock, Folded, Part, Row, Statement, Statements, TableBlock
from hiwar.brief.words import Words

FLAGSHIP = "iraq-us-2020"


def blocks_in(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Folded):
            yield from blocks_in(block.blocks)
        if isinstance(block, ChartBlock):
            yield block.table


def parts_in(part: Part) -> Iterator[Part]:
    yield part
    for inner in part.parts:
        yield from parts_in(inner)


def part_of(made: Made, anchor: str) -> Part:
    return next(part for whole in made[2].parts for part in parts_in(whole) if part.anchor == anchor)


def tables_of(made: Made, anchor: str) -> list[TableBlock]:
    return [block for part in parts_in(part_of(made, anchor)) for block in blocks_in(part.blocks)
            if isinstance(block, TableBlock)]  # fmt: skip


def sentences_of(made: Made, anchor: str) -> list[Statement]:
    return [item for part in parts_in(part_of(made, anchor)) for block in blocks_in(part.blocks)
            if isinstance(block, Statements) for item in block.items]  # fmt: skip


def text_of(row: Row) -> str:
    return " | ".join(cell.text for cell in row.cells)


@pytest.fixture
def flagship(brief_of: Callable[..., Made]) -> Made:
    return brief_of(FLAGSHIP, "illustration")


def test_r13_the_chain_from_a_faction_attack_is_printed_with_the_passage_of_each_link(flagship: Made) -> None:
    shown = next(table for table in tables_of(flagship, "reactions-chains") if table.anchor == "table-steps")
    chain = [row for row in shown.rows if row.group.startswith("Faction attacks on bases → Partners reconsider")]
    assert [row.trace for row in chain] == [("CL-01",), ("CL-01a",), ("CL-01b",)]
    assert [row.cells[0].text for row in chain] == [
        "Faction attacks on bases",
        "Harsh American retaliation",
        "Weaker standing; partners reconsider",
    ]
    assert chain[-1].cells[1].text == "Partners reconsider"
    links = flagship[0].dossier.links
    for row, link in zip(chain, ("CL-01", "CL-01a", "CL-01b"), strict=True):
        said = " ".join(row.cells[2].lines)
        assert f"p. {links[link].cite[0].page}" in said
        assert said.startswith(row.cells[2].text)
    entries = {entry.id: entry for entry in flagship[2].entries}
    assert all(entries[link].passages for link in ("CL-01", "CL-01a", "CL-01b"))


@pytest.mark.parametrize("track", ["T1", "T2", "T3-choice", "TG-3", "TG-4"])
def test_r13_each_track_lists_what_third_parties_do_or_that_it_is_not_stated(flagship: Made, track: str) -> None:
    anchor = f"reactions-{track}"
    shown = next(t for t in tables_of(flagship, anchor) if t.anchor.startswith("table-third_parties"))
    told = {row.cells[0].text.removesuffix(" (possible spoiler)"): row for row in shown.rows}
    silent = [item for item in sentences_of(flagship, anchor) if item.key == "reactions.third_parties_not_stated"]
    named = {party for item in silent for party in item.trace}
    words = Words(flagship[0].dossier, flagship[0].sheets, catalogue("en"))
    for party in ("A-IR", "A-IQ-FACT", "A-GULF", "A-ARAB", "A-RU", "A-CN", "A-NATO", "A-EU"):
        assert (words.name(party) in told) != (party in named)
        assert party not in named or words.name(party) in silent[0].text
    assert all(any(cell.state != "missing" for cell in row.cells[1:]) for row in shown.rows)


def test_r13_assurance_stands_among_the_means_against_pressure(flagship: Made) -> None:
    shown = next(table for table in tables_of(flagship, "reactions-acting") if "means_against" in table.anchor)
    row = next(row for row in shown.rows if "Iranian pressure" in row.cells[0].text)
    assert "Assurance to Iran" in row.cells[1].text
    assert {"T3-H5", "LJ-01"} <= set(row.trace)


def test_two_futures_are_not_called_a_flaw(flagship: Made) -> None:
    said = [item.text for item in sentences_of(flagship, "reactions-contradictions")]
    assert said
    assert all("two futures, not a flaw" in text for text in said)


def test_where_no_single_step_helps_the_harm_is_said_to_follow_by_its_own_conditions(flagship: Made) -> None:
    said = [item for item in sentences_of(flagship, "reactions-acting") if item.key == "reactions.no_single_link"]
    assert len(said) == 1
    assert "by its own conditions" in said[0].text
    assert {"T1", "T2"} <= set(said[0].trace)


def test_what_would_be_done_is_said_as_far_as_the_case_says(flagship: Made) -> None:
    would = ("reactions.would_all", "reactions.would_not_all", "reactions.holds", "reactions.path",
             "reactions.wanted_holds")  # fmt: skip
    said = [item for item in sentences_of(flagship, "reactions") if item.key in would]
    assert len(said) > 5
    assert all("as far as the case says" in item.text for item in said)


def test_variants_of_which_the_same_is_said_stand_together(flagship: Made) -> None:
    anchors = [part.anchor for part in parts_in(part_of(flagship, "reactions"))]
    assert "reactions-T3-choice" in anchors
    assert "reactions-T3-force" not in anchors
    case = flagship[0]
    words = Words(case.dossier, case.sheets, catalogue("en"))
    apart = groups_of(words, ("T3-choice", "T3-force", "T1"), {"T3-choice": "one", "T3-force": "other", "T1": "one"})
    assert apart == (("T3-choice",), ("T3-force",), ("T1",))


def test_a_move_is_drawn_only_after_courses_whose_game_has_it(flagship: Made) -> None:
    shown = next(t for t in tables_of(flagship, "reactions") if t.anchor == "table-first_moves")
    assert len({(row.group, text_of(row)) for row in shown.rows}) == len(shown.rows)
    void = [row.group for row in shown.rows if "Iran moves into the void" in text_of(row)]
    assert void == ["Dialogue on withdrawal only"]


def test_pictures_show_no_more_than_can_be_followed_and_have_every_step_in_their_table(flagship: Made) -> None:
    drawn = [b for b in blocks_in(part_of(flagship, "reactions-chains").blocks) if isinstance(b, ChartBlock)]
    assert len(drawn) >= 2
    for block in drawn:
        values = [value for layer in block.spec["layer"] for value in layer["data"]["values"]]
        boxes = {value["name"] for value in values if "about" in value}
        assert 3 <= len(boxes) <= 25
        signs = [value["sign"] for value in values if "sign" in value]
        assert set(signs) <= {"+", "−"}
        assert len(block.table.rows) >= len(signs) / 2
        assert block.description


def test_question_six_names_who_acts_with_another_side_behind_it(flagship: Made) -> None:
    tables = {table.anchor.partition("--")[0]: table for table in tables_of(flagship, "item-question-Q6")}
    backed = {row.cells[0].text: row.cells[1].text for row in tables["table-backed"].rows}
    assert backed["Parties opposed to the dialogue"] == "Iran"
    through = {row.cells[0].text: row for row in tables["table-through"].rows}
    assert "Iran" in through["No dialogue, or later"].cells[2].text
    missing = [item for item in sentences_of(flagship, "item-question-Q6") if item.key == "asked.proxy_missing"]
    assert missing[0].firmness == "cannot_be_told"


@pytest.mark.parametrize(("case", "sheets"), BRIEFS)
def test_no_sentence_of_the_chapter_shows_an_id_or_a_gap(
    brief_of: Callable[..., Made], case: str, sheets: tuple[str, ...]
) -> None:
    made: Any = brief_of(case, *sheets)
    for item in sentences_of(made, "reactions"):
        assert not [word for word in ("less:", "occurs", "None.", "{", "“all”", "=") if word in item.text], item.text


def test_a_case_without_moves_after_its_courses_says_so_once_per_course(brief_of: Callable[..., Made]) -> None:
    made = brief_of("two-towns-water", "first")
    keys = [item.key for item in sentences_of(made, "reactions-T-AGREE")]
    assert keys.count("reactions.nobody_moves") == 1
    assert "reactions.no_move_follows" not in keys
    assert not [table for table in tables_of(made, "reactions") if not table.rows]

"""The chapter on similar dialogues: what could be asked for stands first, and gaps are said, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hiwar.brief import catalogue
from hiwar.brief.chapters.comparison import comparison
from hiwar.brief.document import Block, ChartBlock, Folded, Part, Statement, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier.model import Dossier
from hiwar.dossier.reading import read_case
from hiwar.questions import answer_comparison

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LANGUAGES = ("en", "ar")


def dossier_of(name: str) -> Dossier:
    return read_case(EXAMPLES / name).dossier


def chapter(dossier: Dossier, language: str = "en") -> Part:
    words = Words(dossier, (), catalogue(language))
    return comparison(words, {"comparison": answer_comparison(dossier)})


def blocks_of(part: Part) -> Iterator[Block]:
    for block in part.blocks:
        yield block
        if isinstance(block, Folded):
            yield from block.blocks
        if isinstance(block, ChartBlock):
            yield block.table
    for inner in part.parts:
        yield from blocks_of(inner)


def sentences(part: Part) -> list[Statement]:
    return [item for block in blocks_of(part) if isinstance(block, Statements) for item in block.items]


def tables(part: Part) -> dict[str, TableBlock]:
    return {block.anchor: block for block in blocks_of(part) if isinstance(block, TableBlock)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["iraq-us-2020", "two-towns-water"])
def test_every_finding_stands_in_the_chapter_once(name: str, language: str) -> None:
    dossier = dossier_of(name)
    told = [item.key for item in sentences(chapter(dossier, language)) if item.key.startswith("comparison.")]
    assert sorted(told) == sorted(finding.key for finding in answer_comparison(dossier).findings)


def test_r16_the_flagship_opens_with_what_cannot_be_concluded() -> None:
    first = sentences(chapter(dossier_of("iraq-us-2020")))[0]
    assert (first.key, first.firmness) == ("comparison.nothing_known", "cannot_be_told")
    assert "8 similar dialogues" in first.text


def test_r16_the_chapter_opens_with_what_could_be_asked_for() -> None:
    part = chapter(dossier_of("two-towns-water"))
    keys = [item.key for item in sentences(part)[:4]]
    assert keys == ["comparison.demand"] * 3 + ["comparison.remark"]
    groups = [row.group for row in tables(part)["table-demands"].rows]
    assert groups == ["Water", "Money", "Money", "River and meadows"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_r16_the_table_tells_alike_from_different_and_from_unknown(language: str) -> None:
    shown = tables(chapter(dossier_of("two-towns-water"), language))["table-compared"]
    assert len(shown.columns) == 5
    states = [[cell.state for cell in row.cells[2:]] for row in shown.rows]
    assert states[0] == ["good", "good", "bad"]
    assert states[1] == ["good", "open", "open"]
    assert states[2] == ["good", "open", "missing"]
    assert states[4] == ["plain", "missing", "plain"]  # of this dialogue itself it is not known
    assert all(cell.text for row in shown.rows for cell in row.cells)


def test_r16_without_cases_the_chapter_says_so_and_shows_no_table() -> None:
    bare = dossier_of("two-towns-water").model_copy(update={"comparators": {}, "precedents": {}})
    part = chapter(bare)
    assert [item.key for item in sentences(part)] == ["comparison.no_cases"]
    assert not tables(part)


def test_r16_one_case_is_called_a_remark() -> None:
    dossier = dossier_of("two-towns-water")
    one = dossier.model_copy(update={"comparators": {"CO-PINSETT": dossier.comparators["CO-PINSETT"]}})
    told = sentences(chapter(one))
    assert told[0].text == ("Only one similar dialogue is known: Pinsett. What it shows is a remark, not a rule.")
    assert "comparison.demand" not in {item.key for item in told}

"""The map of the two judgements that move the choice most, in the brief."""

from collections.abc import Iterator, Sequence

import pytest
from briefs import made

from hiwar.brief.document import Block, ChartBlock, Document, Folded, Part


def pictures(document: Document) -> dict[str, ChartBlock]:
    return {block.anchor: block for block in _charts(document.parts)}


def _charts(parts: Sequence[Part]) -> Iterator[ChartBlock]:
    for part in parts:
        yield from _in(part.blocks)
        yield from _charts(part.parts)


def _in(blocks: Sequence[Block]) -> Iterator[ChartBlock]:
    for block in blocks:
        if isinstance(block, ChartBlock):
            yield block
        elif isinstance(block, Folded):
            yield from _in(block.blocks)


def test_the_map_stands_beside_its_table_and_is_told_in_words() -> None:
    _, answers, document = made("iraq-us-2020", ("illustration",))
    shown = pictures(document)["picture-strategy"]
    areas = {row["course"]: row["share"] for row in answers["appraisal"].tables["strategy_shares"].records()}
    assert len(shown.table.rows) == len(areas)
    assert sum(areas.values()) == pytest.approx(1)
    first, second = answers["appraisal"].tables["strategy"].records()
    assert (first["place"], second["place"]) == ("across", "upwards")
    for row in (first, second):
        assert f"{round(100 * row['low'])}% to {round(100 * row['high'])}%" in shown.description


def test_without_judgements_there_is_no_map() -> None:
    _, _, document = made("iraq-us-2020", ())
    assert "picture-strategy" not in pictures(document)

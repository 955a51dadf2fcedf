"""The chapter on the plan: what requirement R17 asks for stands in the brief, in both languages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hiwar.brief import catalogue
from hiwar.brief.chapters.plan import plan
from hiwar.brief.document import Block, ChartBlock, Folded, Part, Statements, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier import Dossier, read_case
from hiwar.dossier.model import items_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions import answer_plan


def chapter(dossier: Dossier, sheets: tuple[Sheet, ...] = (), language: str = "en") -> Part:
    return plan(Words(dossier, sheets, catalogue(language)), {"plan": answer_plan(dossier, sheets)})


def blocks_in(part: Part) -> Iterator[Block]:
    waiting: list[Block] = list(part.blocks)
    for block in waiting:
        yield block
        waiting += (
            block.blocks if isinstance(block, Folded) else (block.table,) if isinstance(block, ChartBlock) else ()
        )
    for inner in part.parts:
        yield from blocks_in(inner)


def tables(part: Part) -> dict[str, TableBlock]:
    return {block.anchor: block for block in blocks_in(part) if isinstance(block, TableBlock)}


def sentences(part: Part) -> list[str]:
    return [item.text for block in blocks_in(part) if isinstance(block, Statements) for item in block.items]


@pytest.fixture(scope="module", params=["iraq-us-2020", "two-towns-water"])
def case(request: Any, examples: Path) -> Any:
    sheets = {"iraq-us-2020": ["illustration"], "two-towns-water": ["first"]}
    return read_case(examples / request.param, sheets[request.param])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_r17_every_part_of_the_plan_stands_in_the_chapter(case: Any, language: str) -> None:
    part = chapter(case.dossier, case.sheets, language)
    kinds = {anchor.partition("--")[0] for anchor in tables(part)}
    assert kinds >= {
        "table-plan_tree", "table-plan_schedule", "table-plan_calendar", "table-plan_paths", "table-plan_capabilities",
        "table-plan_triggers", "table-plan_environment",
    }  # fmt: skip
    assert [block.anchor for block in blocks_in(part) if isinstance(block, ChartBlock)]
    assert all(table.rows for table in tables(part).values())
    assert all(text and "None" not in text for text in sentences(part))


def test_every_step_is_named_in_the_table_beside_the_picture_and_opens_to_items(case: Any) -> None:
    part = chapter(case.dossier, case.sheets)
    schedule = next(table for anchor, table in tables(part).items() if anchor.startswith("table-plan_schedule"))
    words = Words(case.dossier, case.sheets, catalogue("en"))
    assert [row.cells[0].text for row in schedule.rows] == [
        words.name(row["step"]) for row in answer_plan(case.dossier, case.sheets).tables["schedule"].records()
    ]
    known = {item.id for _, item in items_of(case.dossier)}
    assert all(row.trace and set(row.trace) <= known for row in schedule.rows)


def without(dossier: Dossier, *sections: str) -> Dossier:
    return dossier.model_copy(update={section: {} for section in sections})


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_case_without_plan_means_and_steps_says_so_at_once(case: Any, language: str) -> None:
    part = chapter(without(case.dossier, "plans", "means", "steps", "environment"), language=language)
    nothing = catalogue(language)("plan.nothing")
    assert sentences(part)[0] == nothing
    assert not tables(part)


def test_means_and_steps_without_a_plan_are_told_as_one(case: Any) -> None:
    part = chapter(without(case.dossier, "plans"))
    assert "table-plan_schedule" in tables(part)
    assert not any("plan.no_package" in text for text in sentences(part))


def test_several_plans_stand_one_after_the_other(case: Any) -> None:
    one = next(iter(case.dossier.plans.values()))
    again = one.model_copy(update={"id": "again", "name": "Another plan", "steps": ("none",)})
    part = chapter(case.dossier.model_copy(update={"plans": {one.id: one, "again": again}}))
    assert [inner.anchor for inner in part.parts] == [f"plan-{one.id}", "plan-again", "plan-environment"]
    assert part.parts[1].title == "Another plan"
    anchors = [block.anchor for block in blocks_in(part) if isinstance(block, TableBlock)]
    assert len(anchors) == len(set(anchors))


def test_without_a_day_to_begin_on_days_are_counted(case: Any) -> None:
    part = chapter(without(case.dossier, "calendar"))
    schedule = next(table for anchor, table in tables(part).items() if anchor.startswith("table-plan_schedule"))
    assert "Can begin, on day" in schedule.columns
    assert any("the calendar gives no day" in text for text in sentences(part))

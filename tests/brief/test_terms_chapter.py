"""The chapter on the terms: every reason can be said in every language; a breach comes with what would repair it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from immutabledict import immutabledict

from hiwar.brief.catalogue import catalogue, languages
from hiwar.brief.chapters.terms import terms
from hiwar.brief.document import Part, TableBlock
from hiwar.brief.words import Words
from hiwar.dossier import Case, read_case
from hiwar.questions import answer_terms

FOLDER = Path(__file__).resolve().parents[2] / "src" / "hiwar" / "questions" / "terms"
FOUND_BY = ("failed", "left_open", "find")


def reasons() -> Iterator[str]:
    """Every reason that the question may give."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FOUND_BY and node.args:
                named = [one for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                yield from (str(one.value) for one in named)
    yield from ("aims_at", "lasts_for", "may_be_worse_than_none", "value_not_judged")
    yield from ("position_conditional", "position_divided", "position_not_stated")


@pytest.mark.parametrize("language", languages())
def test_every_reason_and_every_repair_can_be_said(language: str) -> None:
    found = set(reasons())
    assert len(found) > 40
    keys = [f"{prefix}.{reason}" for prefix in ("terms_reason", "terms_repair") for reason in sorted(found)]
    assert [key for key in keys if not catalogue(language).has(key)] == []


@pytest.fixture(scope="module")
def broken(examples: Path) -> Case:
    """The flagship's plan without any pressure tested, and after time instead of an agreement."""
    case = read_case(examples / "iraq-us-2020", ["illustration"])
    plan = case.dossier.plans["RP"].model_copy(update={"pressures": immutabledict(), "aim": "delay"})
    plans = immutabledict({"RP": plan})
    return Case(case.dossier.model_copy(update={"plans": plans}), case.sheets, (), (), {})


def part_of(case: Case, language: str) -> Part:
    words = Words(case.dossier, case.sheets, catalogue(language))
    return terms(words, {"terms": answer_terms(case.dossier, case.sheets)})


def tables_of(part: Part) -> Iterator[TableBlock]:
    yield from (block for block in part.blocks if isinstance(block, TableBlock))
    for inner in part.parts:
        yield from tables_of(inner)


@pytest.mark.parametrize("language", languages())
def test_musts_stand_above_shoulds_and_each_breach_has_reason_and_repair(broken: Case, language: str) -> None:
    (shown,) = [table for table in tables_of(part_of(broken, language)) if table.anchor == "table-terms--RP"]
    groups = list(dict.fromkeys(row.group for row in shown.rows))
    assert len(groups) == 2
    assert [sum(row.group == group for row in shown.rows) for group in groups] == [11, 2]
    states = {row.trace[0]: row.cells[1].state for row in shown.rows}
    assert {key for key, state in states.items() if state == "bad"} == {"C8", "C13"}
    assert {key for key, state in states.items() if state == "open"} == {"C1"}
    for row in shown.rows:
        assert row.cells[2].text
        assert bool(row.cells[3].text) == (row.cells[1].state != "good")


def test_all_readings_of_a_term_are_shown_and_the_one_followed_is_marked(broken: Case) -> None:
    (shown,) = [table for table in tables_of(part_of(broken, "en")) if table.anchor == "table-terms_readings"]
    term = broken.dossier.terms["C7"]
    rows = [row for row in shown.rows if row.trace == ("C7",)]
    assert [row.cells[0].text for row in rows] == [str(reading.text["en"]) for reading in term.readings]  # type: ignore[index]
    assert [row.cells[1].text for row in rows] == ["yes", "no"]


def test_a_case_without_terms_says_so(broken: Case) -> None:
    empty = Case(broken.dossier.model_copy(update={"terms": immutabledict()}), (), (), (), {})
    part = part_of(empty, "en")
    (block,) = part.blocks
    assert [item.key for item in block.items] == ["terms.none"]  # type: ignore[union-attr]
    assert part.parts == ()

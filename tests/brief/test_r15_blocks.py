"""R15: take a block of the case away, and exactly the answers that rest on it change."""

from functools import cache

import pytest
from briefs import EXAMPLES
from deletion import without, without_judgements

from hiwar.brief import compose
from hiwar.brief.document import Part, Statements
from hiwar.brief.entries import item_of
from hiwar.brief.page import traces_of
from hiwar.dossier.model import Dossier
from hiwar.dossier.reading import Case, read_case
from hiwar.dossier.sheet import Sheet
from hiwar.questions import QUESTIONS, Settings

QUICK = Settings(draws=64, futures=64)
BLOCKS = ("capabilities", "claims", "delegations", "effects", "goals", "positions", "relations", "rules", "terms")
"""Not among them: what all else is built of (parties, domains, issues, tracks), and what no answer rests on."""
CANNOT_BE_TOLD = {"effects": ("Q1", "Q2"), "goals": ("Q5",), "delegations": ("Q7",)}
"""Blocks without which a question has no answer any more."""


@cache
def flagship() -> Case:
    return read_case(EXAMPLES / "iraq-us-2020", ("illustration",))


def answered(dossier: Dossier, sheets: tuple[Sheet, ...]) -> dict[str, Part]:
    """The answer to each question of the case."""
    answers = {name: answer(dossier, sheets, QUICK) for name, answer in QUESTIONS.items()}
    asked = next(part for part in compose(dossier, sheets, answers).parts if part.anchor == "asked")
    return {part.anchor.removeprefix("item-question-"): part for part in asked.parts}


@cache
def whole() -> dict[str, Part]:
    return answered(flagship().dossier, tuple(flagship().sheets))


def rests_on(part: Part, gone: frozenset[str]) -> bool:
    return bool({item_of(reference) for reference in traces_of((part,))} & gone)


@pytest.mark.parametrize("block", BLOCKS)
def test_r15_exactly_the_answers_that_rest_on_a_block_change_without_it(block: str) -> None:
    bare, gone = without(flagship().dossier, block)
    assert gone
    found = answered(bare, tuple(without_judgements(sheet, gone) for sheet in flagship().sheets))
    assert set(found) == set(whole())
    changed = {key for key, part in whole().items() if found[key] != part}
    assert changed == {key for key, part in whole().items() if rests_on(part, gone)}
    for key in CANNOT_BE_TOLD.get(block, ()):
        leads = [item for one in found[key].blocks if isinstance(one, Statements) and one.lead for item in one.items]
        assert leads
        assert {item.firmness for item in leads} == {"cannot_be_told"}, (block, key)

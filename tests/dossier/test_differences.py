"""What changed between two versions, item by item and field by field."""

from collections.abc import Callable
from typing import Any

import pytest

from hiwar.dossier.differences import Change, changes_of_dossier, changes_of_sheet
from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet

Make = Callable[..., Dossier]


@pytest.fixture
def make() -> Make:
    def made(**sections: Any) -> Dossier:
        parties = {key: {"roles": "principal"} for key in ("coast", "inland")}
        basis = {"hiwar": 1, "title": "t", "seat": "coast", "domains": {"trade": None}, "parties": parties}
        return Dossier.model_validate({**basis, **sections})

    return made


def _sheet(**sections: Any) -> Sheet:
    return Sheet.model_validate({"id": "s", "hiwar_judgements": 1, "by": {"name": "A"}, **sections})


def test_a_case_has_not_changed_against_itself(make: Make) -> None:
    assert changes_of_dossier(make(), make()) == ()


def test_order_of_items_and_keys_does_not_count(make: Make) -> None:
    goals = {"G1": {"owner": "coast", "kind": "aim"}, "G2": {"owner": "inland", "kind": "aim"}}
    turned = {key: dict(reversed(goal.items())) for key, goal in reversed(goals.items())}
    assert changes_of_dossier(make(goals=goals), make(goals=turned)) == ()


def test_one_changed_word_is_one_change_with_its_path(make: Make) -> None:
    def issues(eased: str) -> dict[str, Any]:
        return {"IS": {"options": {"joint": {"name": {"en": "a board"}, "eases": [eased]}}}}

    assert changes_of_dossier(make(issues=issues("R1")), make(issues=issues("R2"))) == (
        Change("issues", "IS", "changed", "options.joint.eases", ["R1"], ["R2"]),
    )


def test_new_and_gone_items_come_whole(make: Make) -> None:
    goal = {"owner": "coast", "kind": "aim"}
    first, second = changes_of_dossier(make(goals={"G1": goal}), make(goals={"G2": goal}))
    assert (first.kind, first.id, second.kind, second.id) == ("gone", "G1", "new", "G2")
    assert second.new == {"id": "G2", "owner": ["coast"], "kind": "aim"}


def test_what_is_outside_the_sections_counts(make: Make) -> None:
    changes = changes_of_dossier(make(), make(seat="inland", anchors={"coast": {"trade": {"text": "all of it"}}}))
    assert [(change.section, change.id, change.kind) for change in changes] == [
        ("seat", "", "changed"),
        ("anchors", "coast", "new"),
    ]


def test_the_same_number_of_citations_is_compared_one_by_one(make: Make) -> None:
    def goals(page: int) -> dict[str, Any]:
        return {"G": {"owner": "coast", "kind": "aim", "cite": [{"source": "S"}, {"source": "S", "page": page}]}}

    assert changes_of_dossier(make(goals=goals(3)), make(goals=goals(4))) == (
        Change("goals", "G", "changed", "cite.2.page", 3, 4),
    )


def test_one_judgement_changed_is_one_change() -> None:
    old = _sheet(likelihood={"F": "likely", "E": {"occurs": 0.5}}, weights={"coast": {"order": ["trade"]}})
    new = _sheet(likelihood={"F": [0.2, 0.4], "E": {"occurs": 0.5}}, size={"F": "major"})
    changes = {(change.section, change.id, change.kind): change for change in changes_of_sheet(old, new)}
    assert set(changes) == {
        ("likelihood", "F", "changed"),
        ("size", "F", "new"),
        ("weights", "coast", "gone"),
    }
    assert changes["likelihood", "F", "changed"].new == [0.2, 0.4]

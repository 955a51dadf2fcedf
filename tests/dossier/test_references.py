"""What an item rests on, and what rests on it."""

import collections.abc
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import StringConstraints

from hiwar.dossier.model import Dossier, items_of
from hiwar.dossier.naming import REFERENCES
from hiwar.dossier.reading import read_case
from hiwar.dossier.records import Item, Record
from hiwar.dossier.references import Reference, References, judgements_about, references_of

FOLDER = Path(__file__).parents[2] / "examples" / "two-towns-water"


@pytest.fixture(scope="module")
def towns() -> References:
    return references_of(read_case(FOLDER).dossier)


def _dossier(**sections: Any) -> Dossier:
    parties = {key: {"roles": "principal"} for key in ("coast", "inland")}
    basis = {"hiwar": 1, "title": "t", "seat": "coast", "domains": {"trade": None}, "parties": parties}
    return Dossier.model_validate({**basis, **sections})


def test_a_condition_names_its_variable_with_the_options(towns: References) -> None:
    assert Reference("N-VOTE", "EV-VOTE", "when", ("council_stays",)) in towns.by_origin["N-VOTE"]
    assert Reference("RU-1", "IS-FLOW", "excludes", ("best_efforts",)) in towns.by_origin["RU-1"]


def test_a_condition_on_track_names_the_tracks_themselves(towns: References) -> None:
    assert Reference("AGREE-LOW-LAKE", "T-AGREE", "when") in towns.by_target["T-AGREE"]


def test_an_option_speaks_for_its_issue(towns: References) -> None:
    assert Reference("IS-GATE", "RE-4", "options.joint_board.eases") in towns.by_target["RE-4"]


def test_a_track_rests_on_its_needs_and_a_variant_on_its_track(towns: References) -> None:
    assert Reference("T-AGREE", "N-VOTE", "needs") in towns.all
    assert Reference("T-AGREE-SHARED", "T-AGREE", "variant of") in towns.all


def test_what_stands_outside_the_items_counts_too(towns: References) -> None:
    assert Reference("seat", "millhaven", "seat") in towns.all
    assert Reference("outcomes.failure", "MV-GATE", "when", ("closes",)) in towns.all
    assert {"anchors.millhaven.money"} <= {reference.origin for reference in towns.by_target["money"]}


def test_chains_are_followed_and_the_nearest_way_is_named(towns: References) -> None:
    reached = {found.id: found for found in towns.rests_on("T-AGREE")}
    assert reached["N-VOTE"].steps == 1
    assert (reached["EV-VOTE"].steps, reached["EV-VOTE"].through) == (2, "N-VOTE")
    assert "millhaven" not in {found.id for found in towns.rests_on("EV-DRY")}


def test_both_ends_tell_the_same(towns: References) -> None:
    ids = sorted(towns.by_origin)
    for one in ids:
        for reached in towns.rests_on(one):
            assert one in {found.id for found in towns.rested_on_by(reached.id)}


def test_loops_end() -> None:
    claims = {
        key: {"kind": "fact", "contrary_to": other, "because": {"text": "?", "by": "me"}}
        for key, other in (("A", "B"), ("B", "A"))
    }
    found = references_of(_dossier(claims=claims))
    assert [reached.id for reached in found.rests_on("A")] == ["B"]


def test_words_that_only_look_like_ids_are_no_references() -> None:
    claims = {"fact": {"kind": "fact", "text": "trade", "note": "coast", "because": {"text": "trade", "by": "coast"}}}
    assert "fact" not in references_of(_dossier(claims=claims)).by_origin


def test_options_that_bear_the_id_of_an_item_are_not_that_item() -> None:
    issues = {"IS": {"options": ["coast", "none"]}}
    found = references_of(_dossier(issues=issues, rules={"RU": {"when": {"IS": "coast"}, "at_most": 1}}))
    assert found.by_origin["RU"] == (Reference("RU", "IS", "when", ("coast",)),)
    assert "IS" not in found.by_origin


def test_every_id_field_of_the_format_is_seen() -> None:
    """Each of these fields names `coast`; one that the walk missed would be missing here."""
    sections: dict[str, Any] = {
        "goals": {"G": {"owner": "coast", "kind": "aim"}},
        "events": {"E": {"depends_on": "M"}},
        "moves": {"M": {"by": ["coast"]}},
        "effects": {"F": {"when": {"E": "occurs"}, "on": "coast", "kind": "gain", "domains": "trade", "by": "inland"}},
        "links": {"L": {"cause": "F", "leads_to_options": {"M": "occurs"}}},
        "ties": {"T": {"kind": "trust", "party": "coast", "other": "inland", "domains": "trade"}},
        "comparators": {"C": {"party": "coast", "attribute_cites": {"size": {"source": "S"}}}},
        "sources": {"S": {"title": "s"}},
        "means": {"N": {"serves": "G", "needs_capabilities": "K"}},
        "capabilities": {"K": {"party": "coast"}},
        "steps": {"P": {"owner": "coast", "after": "Q", "trigger": {"E": "occurs"}}, "Q": {"serves": "G"}},
        "rules": {"R": {"among": {"M": ["occurs"]}, "at_most": 1}},
    }
    pairs = {(reference.origin, reference.target) for reference in references_of(_dossier(**sections)).all}
    expected = "G-coast E-M M-coast F-E F-coast F-trade F-inland L-F L-M T-coast T-inland T-trade C-coast C-S N-G N-K"
    assert {tuple(pair.split("-")) for pair in (expected + " K-coast P-coast P-Q P-E Q-G R-M").split()} <= pairs


def test_names_that_nothing_bears_are_left_out(towns: References) -> None:
    known = {item.id for _, item in items_of(read_case(FOLDER).dossier)}
    assert {reference.target for reference in towns.all} <= known


def test_judgements_about_an_item_are_found_under_its_key_and_inside_others() -> None:
    _, second = read_case(FOLDER, ["first", "second"]).sheets
    likelihoods = [found for found in judgements_about(second, "EV-DRY") if found[0] == "likelihood"]
    assert likelihoods == [("likelihood", "EV-DRY"), ("likelihood", "MV-GATE")]
    assert ("size", "COURT-FEES") in judgements_about(second, "alderbrook")
    assert ("unstated", "T-WELLS") in judgements_about(second, "alderbrook")
    assert judgements_about(second, "money") == (
        ("unstated", "T-WELLS"),
        ("weights", "millhaven"),
        ("weights", "alderbrook"),
        ("delay_cost", "alderbrook"),
    )


def _may_hold_an_id(kind: Any) -> bool:
    """Whether a declared type is an id, or a list of ids, or a mapping whose keys are ids."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        if inner is str:
            return any(isinstance(mark, StringConstraints) and mark.max_length == 80 for mark in marks)
        return _may_hold_an_id(inner)
    if get_origin(kind) is collections.abc.Mapping:
        return _may_hold_an_id(get_args(kind)[0]) and not _holds_items(get_args(kind)[1])
    return any(_may_hold_an_id(part) for part in get_args(kind))


def _holds_items(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Item)


def _records(kind: Any, found: dict[str, type[Record]]) -> dict[str, type[Record]]:
    if isinstance(kind, type) and issubclass(kind, Record) and kind.__name__ not in found:
        found[kind.__name__] = kind
        for info in kind.model_fields.values():
            _records(info.annotation, found)
    for part in get_args(kind):
        _records(part, found)
    return found


def test_every_field_of_the_format_that_can_hold_an_id_is_followed() -> None:
    """A new field with an id in it must be named in ``naming.REFERENCES``, or be one of those followed by hand."""
    followed_by_hand = {("Dossier", "anchors"), ("Dossier", "seat"), ("Comparator", "attribute_cites")}
    missed = {
        (name, field)
        for name, record in _records(Dossier, {}).items()
        for field, info in record.model_fields.items()
        if field != "id"
        and _may_hold_an_id(Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation)
        and field not in REFERENCES.get(name, {})
    }
    assert missed <= followed_by_hand

"""``hiwar show``: an item, its ground, what it rests on and what rests on it."""

import json
from pathlib import Path

from commands import TOWNS, change, hiwar, towns_in

from hiwar.dossier import read_case
from hiwar.dossier.model import items_of


def test_an_item_is_shown_with_place_words_and_ground() -> None:
    ran = hiwar("show", "AGREE-FLOW", TOWNS)
    line = next(
        number
        for number, text in enumerate((TOWNS / "dossier.yaml").read_text(encoding="utf-8").splitlines(), start=1)
        if text == "  AGREE-FLOW:"
    )
    assert ran.code == 0
    assert ran.out.startswith(f"AGREE-FLOW  effects  dossier.yaml:{line}\n  A steady summer flow\n")
    assert "source says: note, section 4, “give Millhaven a steady summer flow”" in ran.out


def test_judgements_of_every_sheet_are_shown_with_reason_and_place() -> None:
    ran = hiwar("show", "AGREE-FLOW", TOWNS)
    assert "first: likelihood of AGREE-FLOW: very likely (because: Both councils gain by keeping it.)" in ran.out
    assert "second: likelihood of AGREE-FLOW: 0.2 to 0.4" in ran.out
    assert "judgements/second.yaml:" in ran.out


def test_only_the_sheets_named_are_shown() -> None:
    assert "second" not in hiwar("show", "AGREE-FLOW", TOWNS, "-s", "first").out


def test_both_directions_are_shown_directly_and_beyond() -> None:
    before, _, after = hiwar("show", "T-AGREE", TOWNS).out.partition("On it rest")
    direct, _, beyond = before.partition("through these")
    assert "N-VOTE" in direct
    assert "EV-VOTE  Election in Alderbrook  (via N-VOTE: when: council_stays)" in beyond
    assert "AGREE-LOW-LAKE" in after


def test_options_of_an_issue_are_shown() -> None:
    out = hiwar("show", "IS-GATE", TOWNS).out
    assert "option joint_board: a joint board with one key each" in out
    assert "eases: RE-4" in out


def test_a_reference_to_a_judgement_leads_to_its_item() -> None:
    assert hiwar("show", "first:likelihood:AGREE-FLOW", TOWNS).out == hiwar("show", "AGREE-FLOW", TOWNS).out


def test_a_misspelt_item_is_wrong_usage_and_the_nearest_is_named() -> None:
    ran = hiwar("show", "AGREE-FLOWS", TOWNS)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'Error: there is no item "AGREE-FLOWS"; did you mean "AGREE-FLOW"?\n'


def test_where_no_name_is_near_a_few_are_given() -> None:
    ran = hiwar("show", "zzzzzz", TOWNS)
    assert ran.code == 2
    assert "there is: AG-1, AG-2, " in ran.err
    items = list(items_of(read_case(TOWNS).dossier))
    assert ran.err.endswith(f" and {len(items) - 12} more\n")


def test_the_same_for_a_program() -> None:
    data = json.loads(hiwar("show", "EV-DRY", TOWNS, "--json").out)
    assert (data["section"], data["ground"], data["file"]) == ("events", "source", "dossier.yaml")
    assert data["options"] == ["dry", "wet_enough"]
    assert {one["id"] for one in data["rested_on_by"] if one["steps"] == 1} == {
        "AGREE-LOW-LAKE",
        "WELLS-BRACKISH",
        "MV-GATE",
        "LK-1",
        "outcomes.failure",
    }
    assert {(one["sheet"], one["section"]) for one in data["judgements"]} == {
        ("first", "likelihood"),
        ("second", "likelihood"),
        ("first", "cross_impact"),
        ("second", "cross_impact"),
    }


def test_every_item_of_the_case_can_be_shown() -> None:
    data = json.loads(hiwar("show", "note", TOWNS, "--json").out)
    ids = [one["id"] for one in data["rested_on_by"] if "." not in one["id"] and one["id"] != "seat"]
    assert len(ids) > 55
    for item in ids:
        assert hiwar("show", item, TOWNS).code == 0


def test_an_unfounded_item_says_so(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(
        case / "dossier.yaml",
        '    cite: {source: note, section: "5", quote: as it did twice before}\n\nrules',
        "\nrules",
    )
    assert "unfounded: neither a source nor a reason is given" in hiwar("show", "LK-1", case).out


def test_a_text_that_would_steer_the_terminal_is_shown_as_a_mark(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "dossier.yaml", "{en: Payment, ar: الدفع}", r'"Pay \e[31m[bold]red[/bold]\a"')
    out = hiwar("show", "IS-PAY", case).out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[bold]red[/bold]" in out

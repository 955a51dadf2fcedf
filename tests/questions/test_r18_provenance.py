"""R18: whose word everything is, what is missing, how far analysts agree, and whether their disagreement matters."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from harbour import CASE, QUICK, case_data, sheet_data
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import Case, Dossier, Sheet, read_case
from hiwar.dossier.model import items_of
from hiwar.questions import Answer, Finding, Firmness, answer_provenance
from hiwar.questions.provenance_report.differing import taken_over
from hiwar.questions.provenance_report.seat import seat_view
from strategies import cases

Data = dict[str, Any]


def asked(case: Data, *sheets: Data) -> Answer:
    return answer_provenance(Dossier.model_validate(case), [Sheet.model_validate(sheet) for sheet in sheets], QUICK)


def other_sheet(**changes: Any) -> Data:
    """Another analyst's sheet; sections given are laid over the usual ones."""
    sheet = {**sheet_data(), "id": "t"}
    for section, part in changes.items():
        sheet[section] = {**sheet[section], **part}
    return sheet


def findings(answer: Answer, *keys: str) -> list[Finding]:
    return [finding for finding in answer.findings if finding.key in {f"provenance.{key}" for key in keys}]


def rows(answer: Answer, table: str, **wanted: Any) -> list[Data]:
    return [row for row in answer.tables[table].records() if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module")
def towns(examples: Path) -> Case:
    return read_case(examples / "two-towns-water", ["first", "second"])


@pytest.fixture(scope="module")
def of_towns(towns: Case) -> Answer:
    return answer_provenance(towns.dossier, towns.sheets, QUICK)


@pytest.fixture(scope="module")
def of_flagship(flagship: Case) -> Answer:
    return answer_provenance(flagship.dossier, flagship.sheets, QUICK)


# Shares of what is stated, judged and without ground


def test_r18_every_item_is_counted_once_as_stated_judged_or_unfounded(of_flagship: Answer, flagship: Case) -> None:
    items = [item for section, item in items_of(flagship.dossier) if section != "sources"]
    (finding,) = findings(of_flagship, "items")
    assert finding.values["items"] == len(items)
    assert finding.values["stated"] == sum(bool(item.cite) for item in items)
    assert finding.values["judged"] == sum(item.because is not None and not item.cite for item in items)
    assert finding.values["unfounded"] == 0
    assert {row["section"] for row in rows(of_flagship, "items")} == {
        section for section, _ in items_of(flagship.dossier) if section != "sources"
    }


def test_r18_an_assumption_without_evidence_is_listed_as_unfounded() -> None:
    case = case_data()
    case["claims"] = {
        "guess": {"kind": "inference", "text": "The west will give in"},
        "known": {"kind": "inference", "text": "The east needs fees", "because": {"text": "It says so", "by": "A"}},
    }
    found = asked(case, sheet_data())
    (finding,) = findings(found, "unfounded")
    assert "guess" in finding.values["items"]
    assert "known" not in finding.values["items"]
    assert finding.firmness == Firmness.CANNOT_BE_TOLD
    assert {row["item"] for row in rows(found, "unfounded")} == set(finding.values["items"])
    assert not findings(found, "all_founded")


def test_r18_du08_and_du20_are_both_kept_and_reported_as_contrary(of_flagship: Answer) -> None:
    pairs = {(finding.values["first"], finding.values["second"]) for finding in findings(of_flagship, "contrary")}
    assert {("DU-08", "DU-20"), ("AM-27", "AM-27-W")} <= pairs
    assert len(pairs) == len(findings(of_flagship, "contrary"))


def test_r18_not_an_arena_is_a_wish_and_an_arena_an_inference_in_the_report(of_flagship: Answer) -> None:
    (row,) = rows(of_flagship, "contrary", first="AM-27")
    assert (row["first_kind"], row["second"], row["second_kind"]) == ("inference", "AM-27-W", "wish")


def test_r18_readings_say_which_one_is_used(of_flagship: Answer, flagship: Case) -> None:
    items = {item.id: item for _, item in items_of(flagship.dossier)}
    found = {row["item"]: row for row in rows(of_flagship, "readings")}
    assert set(found) == {key for key, item in items.items() if item.readings}
    for key, row in found.items():
        preferred = [number for number, reading in enumerate(items[key].readings) if reading.preferred]
        assert row["used"] == (preferred[0] if preferred else None)
    chosen, left_open = (findings(of_flagship, key)[0].values for key in ("reading_chosen", "reading_open"))
    assert set(chosen["items"]) | set(left_open["items"]) == set(found)
    assert len(chosen["items"]) == chosen["count"]


# What is needed, and what can be told without


def test_r18_without_any_judgement_the_report_says_what_can_no_longer_be_told(towns: Case) -> None:
    bare = answer_provenance(towns.dossier, (), QUICK)
    (needed,) = findings(bare, "needed")
    assert needed.values["missing"] == needed.values["needed"] > 0
    assert needed.firmness == Firmness.CANNOT_BE_TOLD
    assert {finding.values["kind"] for finding in findings(bare, "nobody_judged")} >= {"size", "likelihood", "event"}
    assert findings(bare, "no_judgements")
    assert len(findings(bare, "not_told_without")) == 3
    assert not findings(bare, "verdicts_agree", "verdict_differs", "agreement")


def two_courses(**kinds: str) -> Data:
    """Two courses, and on each of them for the seat the effects named: ``share_fees="gain"``."""
    case = case_data()
    case["tracks"] = {"share": None, "wait": None}
    case["effects"] = {
        name: {"when": {"track": name.split("_")[0]}, "on": "east", "kind": kind, "domains": "trade"}
        for name, kind in kinds.items()
    }
    return case


def test_r18_a_verdict_that_only_judgements_settle_is_said_to_rest_on_them() -> None:
    case = two_courses(share_fees="gain", share_toll="cost", wait_idle="gain", wait_decay="cost")
    sheet = sheet_data()
    sheet["likelihood"] = dict.fromkeys(case["effects"], "certain")
    sheet["size"] = {"share_fees": 50, "share_toll": 5, "wait_idle": 5, "wait_decay": 20}
    found = asked(case, sheet)
    (row,) = rows(found, "without_judgements")
    assert (row["with_sheets"], row["without_sheets"]) == ("first", "not_firm")
    (rests,) = findings(found, "rests_on_judgements")
    assert (rests.values["first"], rests.values["second"], rests.values["by_sheet"]) == ("share", "wait", "first")


def test_r18_a_verdict_that_needs_no_judgement_is_said_to_hold_without() -> None:
    """Courses that bring the same differ in nothing, whatever anybody judges."""
    case = two_courses(share_fees="gain", share_toll="cost")
    for effect in case["effects"].values():
        effect["when"] = {"track": ["share", "wait"]}
    (finding,) = findings(asked(case), "holds_without")
    assert finding.values["by_sheet"] == "equal"
    assert finding.firmness == Firmness.CERTAIN


def test_r18_what_is_missing_is_named_by_kind() -> None:
    sheet = sheet_data()
    del sheet["size"]["fees"], sheet["likelihood"]["storm"], sheet["weights"]["east"]
    sheet["likelihood"]["decay"] = "unknown"
    found = {
        finding.values["kind"]: finding.values["items"] for finding in findings(asked(CASE, sheet), "nobody_judged")
    }
    assert found["size"] == ("fees",)
    assert found["likelihood"] == ("decay",)
    assert found["event"] == ("storm",)
    assert found["weights"] == ("east",)
    (needed,) = findings(asked(CASE, sheet), "needed")
    assert needed.values["unknown"] == 1
    assert needed.values["given"] + needed.values["unknown"] + needed.values["missing"] == needed.values["needed"]


def test_a_case_without_courses_still_says_whose_word_it_is() -> None:
    case = case_data()
    case["tracks"], case["effects"] = {}, {}
    found = asked(case)
    assert findings(found, "nothing_compared")
    assert findings(found, "items")


# Agreement of several sheets


def test_r18_two_codings_give_an_agreement_figure_per_category(of_towns: Answer) -> None:
    told = {row["kind"]: row for row in rows(of_towns, "agreement")}
    assert {"likelihood", "size", "weights", "worth"} <= set(told)
    for kind in ("likelihood", "size", "weights", "worth"):
        assert told[kind]["state"] == "told"
        assert told[kind]["low"] <= told[kind]["alpha"] <= told[kind]["high"]
    named = {finding.values["judged_kind"] for finding in findings(of_towns, "agreement", "agreement_few")}
    assert named == {row["kind"] for row in told.values() if row["alpha"] is not None}


def test_r18_one_sheet_twice_agrees_in_everything_and_in_every_verdict() -> None:
    found = asked(CASE, sheet_data(), other_sheet())
    for row in rows(found, "agreement"):
        assert row["alpha"] in (1.0, None)
        assert row["apart"] == row["one_only"] == 0
    assert findings(found, "verdicts_agree")
    assert not found.tables["differing"].rows


def test_one_sheet_has_nobody_to_agree_with() -> None:
    found = asked(CASE, sheet_data())
    assert not found.tables["agreement"].rows
    assert not findings(found, "agreement", "agreement_few", "verdicts_agree", "verdict_differs")


def test_words_orders_and_numbers_are_compared_by_what_they_admit() -> None:
    """``major`` is 45 to 80 points, an order of weights the weights that it admits."""
    same = other_sheet(size={"fees": [45, 80]})
    same["weights"] = {**same["weights"], "east": {"order": ["trade", "safety", "health"]}}
    assert {row["alpha"] for row in rows(asked(CASE, sheet_data(), same), "agreement", kind="size")} == {1.0}
    apart = rows(asked(CASE, sheet_data(), other_sheet(size={"fees": [81, 90]})), "apart")
    assert [(row["item"], row["about"]) for row in apart] == [("fees", ("east", "trade"))]


def test_of_two_outcomes_either_may_be_judged() -> None:
    same = other_sheet(likelihood={"storm": {"rough": [0.2, 0.45]}})
    assert not rows(asked(CASE, sheet_data(), same), "apart", kind="likelihood")
    (row,) = rows(asked(CASE, sheet_data(), other_sheet(likelihood={"storm": {"rough": 0.9}})), "apart")[:1]
    assert row["item"] == "storm"


def test_unknown_is_no_value_to_agree_on() -> None:
    found = rows(asked(CASE, sheet_data(), other_sheet(size={"fees": "unknown"})), "agreement", kind="size")
    assert (found[0]["unknown"], found[0]["one_only"]) == (1, 1)


# Verdicts that differ, and why


def test_r18_two_codings_name_the_verdicts_that_differ_because_of_them(of_towns: Answer) -> None:
    differing = {(row["first"], row["second"]) for row in rows(of_towns, "differing")}
    assert ("T-AGREE", "T-WELLS") in differing
    assert {(row["first"], row["second"]) for row in rows(of_towns, "turned_by")} == differing
    assert len(findings(of_towns, "verdict_differs")) == len(differing)


def test_r18_what_is_named_turns_the_verdict_and_nothing_less_does(of_towns: Answer, towns: Case) -> None:
    """Taken over by hand, once as named and once without each of its parts."""
    sheets = {sheet.id: sheet for sheet in towns.sheets}
    for row in rows(of_towns, "turned_by"):
        sheet, other = sheets[row["sheet"]], sheets[row["other_sheet"]]
        pair = (row["first"], row["second"])
        goal = seat_view(towns.dossier, [other], QUICK).verdicts[pair]
        assert verdict(towns, sheet, other, row["judgements"], pair) == goal
        for number in range(len(row["judgements"])):
            fewer = row["judgements"][:number] + row["judgements"][number + 1 :]
            assert verdict(towns, sheet, other, fewer, pair) != goal


def verdict(case: Case, sheet: Sheet, other: Sheet, names: tuple[str, ...], pair: tuple[str, str]) -> str:
    sections = ("likelihood", "size", "unstated", "weights")
    entries = {
        (section, key)
        for section in sections
        for key in {**getattr(sheet, section), **getattr(other, section)}
        if f"{section}:{key}" in names or key in names
    }
    return seat_view(case.dossier, [taken_over(sheet, other, frozenset(entries))], QUICK).verdicts[pair]


def test_r18_one_judgement_alone_is_named_where_one_is_enough() -> None:
    found = asked(CASE, sheet_data(), other_sheet(size={"fees": 0}))
    turned = [f for f in findings(found, "turned_by_one") if (f.values["sheet"], f.values["other_sheet"]) == ("s", "t")]
    assert turned
    assert all(finding.values["judgements"] == ("size:fees",) for finding in turned)


def test_what_the_verdict_does_not_rest_on_is_not_blamed() -> None:
    """A judgement on the other party, and one that both share, cannot turn a verdict for the seat."""
    found = asked(CASE, sheet_data(), other_sheet(size={"fees": 0, "leisure": "extreme"}, likelihood={"leisure": 0}))
    blamed = {name for row in rows(found, "turned_by") for name in row["judgements"]}
    assert blamed == {"size:fees"}


def test_three_sheets_are_compared_two_by_two() -> None:
    third = {**other_sheet(size={"fees": 0}), "id": "u"}
    found = asked(CASE, sheet_data(), other_sheet(), third)
    assert {(row["sheet"], row["other_sheet"]) for row in rows(found, "differing")} == {("s", "u"), ("t", "u")}


def test_taking_over_silence_is_silence() -> None:
    quiet = sheet_data() | {"id": "t"}
    quiet["size"] = {key: size for key, size in quiet["size"].items() if key != "fees"}
    first, second = (Sheet.model_validate(sheet) for sheet in (sheet_data(), quiet))
    assert "fees" not in taken_over(first, second, frozenset([("size", "fees")])).size
    assert taken_over(first, second, frozenset([("size", "decay")])).size == first.size


# What to study next


def test_r18_study_first_what_would_turn_the_choice(of_towns: Answer) -> None:
    found = [row["value"] for row in rows(of_towns, "study")]
    assert found == sorted(found, reverse=True)
    assert findings(of_towns, "study")[0].values["item"] == rows(of_towns, "study")[0]["item"]


def test_r18_what_is_known_exactly_or_turns_nothing_is_worth_no_study() -> None:
    sheet = sheet_data()
    sheet["likelihood"] = {**sheet["likelihood"], "fees": "certain"}
    sheet["size"] = {**sheet["size"], "fees": 100, "crowding": 0, "pride": 0, "rest": 0}
    found = asked(CASE, sheet)
    assert {row["item"]: row["value"] for row in rows(found, "study")}.get("fees", 0) == 0


def test_narrowing_an_item_never_makes_it_worth_more_study_than_knowing_all_of_it() -> None:
    wide, narrow = sheet_data(), sheet_data()
    wide["size"]["pride"], narrow["size"]["pride"] = [0, 100], [45, 55]

    def worth(sheet: Data) -> float:
        return float(next(row["value"] for row in rows(asked(CASE, sheet), "study") if row["item"] == "pride"))

    assert worth(narrow) <= worth(wide) + 1e-9


def test_points_are_not_told_while_sizes_are_missing() -> None:
    sheet = sheet_data()
    del sheet["size"]["pride"]
    found = asked(CASE, sheet)
    assert not findings(found, "study")
    assert findings(found, "study_unsized")


# Whatever the case


@settings(max_examples=25, deadline=None)
@given(cases(), st.booleans())
def test_the_report_always_comes_and_rests_on_what_there_is(case: tuple[Dossier, Sheet], twice: bool) -> None:
    dossier, sheet = case
    sheets = [sheet, sheet.model_copy(update={"id": "other"})] if twice else [sheet]
    found = answer_provenance(dossier, sheets, QUICK)
    assert found.to_json() == answer_provenance(dossier, sheets, QUICK).to_json()
    known = {item.id for _, item in items_of(dossier)} | {one.id for one in sheets}
    for finding in found.findings:
        assert {item for item in finding.trace if ":" not in item} <= known
    assert all(row["alpha"] in (1.0, None) for row in rows(found, "agreement"))
    assert not found.tables.get("differing") or not found.tables["differing"].rows


def test_the_seat_may_be_the_other_side() -> None:
    case = deepcopy(CASE)
    case["seat"] = "west"
    found = asked(case, sheet_data())
    assert {row["item"] for row in rows(found, "needed", kind="weights")} == {"west"}

"""Cases at the edge of what can be told: one course, all alike, nothing that can come about."""

from typing import Any

import pytest
from harbour import QUICK, Data, appraised, case_data, findings, rows, sheet_data

from hiwar.dossier import Dossier
from hiwar.questions import CannotAnswer, Settings
from hiwar.questions.courses import Course, breaks


def reasons(case: Data, sheet: Data, settings: Settings = QUICK) -> tuple[str, ...]:
    (found,) = findings(appraised(case, sheet, settings=settings), "appraisal.no_recommendation")
    return tuple(found.values["reasons"])


def test_one_course_alone_is_not_recommended_and_the_reason_is_said() -> None:
    case, sheet = case_data(), sheet_data()
    case["tracks"] = {"wait": None}
    case["effects"] = {key: effect for key, effect in case["effects"].items() if effect["when"] == {"track": "wait"}}
    for section in ("likelihood", "size"):
        sheet[section] = {key: value for key, value in sheet[section].items() if key in (*case["effects"], "storm")}
    assert reasons(case, sheet) == ("one_course",)
    assert findings(appraised(case, sheet), "appraisal.best_in_every_scenario") == []


def test_courses_that_are_all_alike_are_called_so_and_none_leads() -> None:
    sheet = sheet_data()
    sheet["weights"]["east"] = {"values": {"trade": 0, "safety": 0, "health": 1}}
    answer = appraised(case_data(), sheet)
    assert reasons(case_data(), sheet) == ("equal",)
    assert findings(answer, "appraisal.leading") == []
    assert findings(answer, "appraisal.best_in_every_scenario") == []
    assert {row["verdict"] for row in rows(answer, "pairs", party="east", scope="all")} == {"equal"}


def test_a_package_that_changes_nothing_does_not_take_the_recommendation_away() -> None:
    case = case_data()
    case["issues"] = {"pier": {"options": ["old", "new"]}}
    settings = Settings(draws=256, futures=256, packages=({"pier": ("new",)}, {"pier": ("new",)}))
    (plain,) = findings(appraised(), "appraisal.recommended_if")
    (found,) = findings(appraised(case, settings=settings), "appraisal.recommended_if")
    assert found.values == plain.values


def test_copies_of_a_course_do_not_split_its_share() -> None:
    case, sheet = case_data(), sheet_data()
    del case["tracks"]["share"]["needs"]
    case["issues"] = {"pier": {"options": ["old", "new"]}}
    settings = Settings(draws=256, futures=256, packages=({"pier": ("new",)}, {"pier": ("old",)}))
    sheet["size"]["fees"], sheet["size"]["rest"] = [10, 30], [10, 30]
    (plain,) = findings(appraised(case, sheet), "appraisal.leading")
    (found,) = findings(appraised(case, sheet, settings=settings), "appraisal.leading")
    assert found.values["course"] == plain.values["course"] == "share"
    assert found.values["second"] in ("rival", "wait")
    assert found.values["share"] == pytest.approx(plain.values["share"], abs=0.05)


def test_a_course_that_by_all_judgements_can_never_be_taken_is_neither_recommended_nor_compared() -> None:
    sheet = sheet_data()
    sheet["likelihood"]["storm"] = {"calm": 0, "rough": 1}
    answer = appraised(case_data(), sheet)
    assert [f for f in answer.findings if "share" in (f.values.get("course"), f.values.get("first"))] == [
        f for f in answer.findings if f.values.get("course") == "share" and f.key not in VERDICTS
    ]
    assert {row["verdict"] for row in rows(answer, "pairs", first="share")} == {"not_comparable"}
    assert rows(answer, "acceptability", course="share") == []
    assert sum(row["share"] for row in rows(answer, "acceptability", party="east", rank=1)) == pytest.approx(1.0)


VERDICTS = ("appraisal.recommended", "appraisal.recommended_if", "appraisal.leading")


@pytest.mark.parametrize(
    "weights", [{"trade": 0, "safety": "unknown"}, {"trade": [0, 1], "safety": [0, 0], "health": [0, 2]}, {"trade": 0}]
)
def test_weights_of_zero_beside_unknown_ones_are_no_failure(weights: dict[str, Any]) -> None:
    sheet = sheet_data()
    sheet["weights"]["east"] = {"values": weights}
    for row in rows(appraised(case_data(), sheet), "pairs", party="east"):
        assert row["low"] <= row["high"]


def test_where_no_course_can_be_taken_there_is_nothing_to_learn() -> None:
    case = case_data()
    for track in case["tracks"]:
        needs = {f"{track}_{option}": {"kind": "necessary", "when": {"storm": option}} for option in ("calm", "rough")}
        case["tracks"][track] = {"needs": needs}
    assert reasons(case, sheet_data()) == ("infeasible",)
    assert rows(appraised(case), "information") == []


def test_too_many_events_are_refused_with_what_would_help() -> None:
    case = case_data()
    for number in range(12):
        case["events"][f"event{number}"] = None
        when = {"track": "wait", f"event{number}": "occurs"}
        case["effects"][f"extra{number}"] = {"when": when, "on": "east", "kind": "gain", "domains": "trade"}
    with pytest.raises(CannotAnswer, match=r"8192 scenarios are too many .* out of the conditions"):
        appraised(case)


def test_r7_splitting_an_effect_changes_no_joint_change() -> None:
    case, whole, split = case_data(), sheet_data(), sheet_data()
    whole["size"]["fees"] = [40, 60]
    for part, size in (("fees_a", [12, 18]), ("fees_b", [28, 42])):
        case["effects"][part] = case["effects"]["fees"]
        split["likelihood"][part], split["size"][part] = split["likelihood"]["fees"], size
    for section in (case["effects"], split["likelihood"], split["size"]):
        del section["fees"]
    changes = [
        {(row["first"], row["second"]): row["joint_change"] for row in rows(answer, "flips")}
        for answer in (appraised(None, whole), appraised(case, split))
    ]
    assert len(changes[0]) == 3
    assert changes[1] == pytest.approx(changes[0], abs=1e-5)


def test_r4_a_course_best_in_every_scenario_is_named_and_otherwise_regrets_are_shown() -> None:
    case, sheet = case_data(), sheet_data()
    del case["tracks"]["share"]["needs"]
    answer = appraised(case, sheet)
    assert [f.values["course"] for f in findings(answer, "appraisal.best_in_every_scenario")] == ["share"]
    assert {row["worst"] for row in rows(answer, "regret", party="east", course="share")} == {0.0}
    sheet["size"]["fees"] = "minor"
    answer = appraised(case, sheet)
    assert findings(answer, "appraisal.best_in_every_scenario") == []
    for course in case["tracks"]:
        assert {row["scenario"] for row in rows(answer, "regret", party="east", course=course)} == {
            "storm=calm",
            "storm=rough",
        }


def test_at_most_counts_the_options_of_an_issue_that_allows_several() -> None:
    """Bases under two regimes at once break a rule that admits one; two alternatives of one choice do not."""
    case = case_data()
    case["issues"] = {
        "berths": {"options": ["old", "new", "none"], "allows_several": True},
        "price": {"options": ["low", "high"]},
    }
    case["rules"] = {"one": {"at_most": 1, "among": {"berths": ["old", "new"], "price": ["low", "high"]}}}
    dossier = Dossier.model_validate(case)

    def is_broken(**fixes: tuple[str, ...]) -> bool:
        return breaks(dossier, Course("share", "share", fixes), "one")

    assert is_broken(berths=("old", "new"))
    assert not is_broken(berths=("old", "none"))
    assert is_broken(berths=("old",), price=("low",))
    assert not is_broken(price=("low", "high"))

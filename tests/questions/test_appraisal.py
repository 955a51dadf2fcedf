"""R7: tracks and their variants. R8: expected gains and losses, objectively calculated. R4 as far as tracks go."""

from typing import Any

import pytest
from harbour import CASE, QUICK, SHEET, appraised, case_data, findings, rows, sheet_data, unjudged
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dossier import Case, Dossier, Sheet
from hiwar.questions import Answer, CannotAnswer, Firmness, Settings, answer_appraisal

DOMAINS = {"political", "economic_financial", "security_military", "health"}


def effects_listed(answer: Answer, track: str, heading: str) -> set[str]:
    courses = {row["course"] for row in rows(answer, "courses", track=track)}
    return {
        row["effect"] for row in rows(answer, "effects") if row["course"] in courses and row["listed_as"] == heading
    }


@pytest.mark.parametrize(
    ("track", "heading", "count"),
    [
        ("T1", "consequence", 5),
        ("T2", "cost", 4),
        ("T2", "result", 5),
        ("T3", "benefit", 10),
        ("T3", "harm", 5),
        ("T3", "benefit_other_side", 6),
    ],
)
def test_r7_every_effect_of_the_paper_is_in_the_table(appraisal: Answer, track: str, heading: str, count: int) -> None:
    assert len(effects_listed(appraisal, track, heading)) == count


def test_r7_every_effect_opens_its_passage(appraisal: Answer, flagship: Case) -> None:
    table = appraisal.tables["effects"]
    for row, trace in zip(table.records(), table.traces, strict=True):
        assert row["effect"] in trace
        assert flagship.dossier.effects[row["effect"]].cite


@pytest.mark.parametrize(
    ("track", "party", "kind"), [("T1", "A-IQ", "gain"), ("T2", "A-IQ", "gain"), ("T1", "A-US", "gain")]
)
def test_r7_empty_cells_read_not_stated_and_never_zero(
    appraisal_on_paper: Answer, track: str, party: str, kind: str
) -> None:
    assert rows(appraisal_on_paper, "empty_cells", course=track, party=party, kind=kind)
    for row in rows(appraisal_on_paper, "values", course=track, party=party):
        assert row[f"{kind}_low"] is None
        assert row[f"{kind}s"] == ()


def test_r7_a_ranking_that_rests_on_empty_cells_says_so() -> None:
    case, sheet = case_data(), sheet_data()
    del case["effects"]["rest"]
    del sheet["likelihood"]["rest"]
    del sheet["size"]["rest"]
    answer = appraised(case, sheet)
    assert rows(answer, "empty_cells", course="wait", party="east", kind="gain", judged="no")
    (stated,) = rows(answer, "pairs", party="east", first="share", second="wait", scope="stated")
    (both,) = rows(answer, "pairs", party="east", first="share", second="wait", scope="all")
    assert (stated["verdict"], both["verdict"]) == ("first", "not_firm")
    assert findings(answer, "appraisal.rests_on_empty_cells", first="share", second="wait")


def test_r7_splitting_an_effect_in_two_of_the_same_total_changes_nothing() -> None:
    whole, split = sheet_data(), sheet_data()
    whole["size"]["fees"] = [40, 60]
    case = case_data()
    for half in ("fees_a", "fees_b"):
        case["effects"][half] = dict(CASE["effects"]["fees"])
        split["likelihood"][half] = SHEET["likelihood"]["fees"]
        split["size"][half] = [20, 30]
    for section, key in ((case["effects"], "fees"), (split["likelihood"], "fees"), (split["size"], "fees")):
        del section[key]
    before, after = appraised(None, whole), appraised(case, split)
    for table in ("totals", "expected"):
        for old, new in zip(before.tables[table].rows, after.tables[table].rows, strict=True):
            assert new == pytest.approx(old)
    for was, now in zip(rows(before, "pairs"), rows(after, "pairs"), strict=True):
        assert now["verdict"] == was["verdict"]
        assert (now["low"], now["high"], now["share"]) == pytest.approx((was["low"], was["high"], was["share"]))


def _ends(row: dict[str, Any]) -> tuple[Any, Any]:
    return row["low"], row["high"]


def test_r7_bases_by_force_fail_the_acceptance_that_bases_by_choice_meet(appraisal: Answer) -> None:
    (by_choice,) = rows(appraisal, "courses", course="T3-choice")
    (by_force,) = rows(appraisal, "courses", course="T3-force")
    assert by_choice["state"] == "feasible"
    assert (by_force["state"], by_force["failing"]) == ("infeasible", ("T3-K1",))


def test_r7_variants_with_the_same_effects_are_one_course(appraisal: Answer) -> None:
    assert findings(appraisal, "appraisal.variant_same", track="T1")


def test_r7_further_courses_stand_in_the_case_file_only(appraisal: Answer) -> None:
    compared = {row["course"] for row in rows(appraisal, "courses", is_compared=True)}
    assert {"TG-3", "TG-4"} <= compared


def test_r4_withdrawal_is_infeasible_when_the_incumbent_loses_and_says_why(appraisal: Answer) -> None:
    for row in rows(appraisal, "feasibility", course="T2"):
        if "EV-01=trump_loses" in row["scenario"]:
            assert (row["state"], row["failing"]) == ("infeasible", ("T2-K3",))
        else:
            assert row["state"] == "feasible"
    (found,) = findings(appraisal, "appraisal.infeasible_when", course="T2")
    assert found.values["outcomes"] == ("EV-01=trump_loses",)


def test_r4_dropping_the_electoral_condition_changes_results_of_that_track_only(flagship: Case) -> None:
    track = flagship.dossier.tracks["T2"]
    needs = {key: need for key, need in track.needs.items() if key != "T2-K3"}
    tracks = {**flagship.dossier.tracks, "T2": track.model_copy(update={"needs": needs})}
    without = answer_appraisal(flagship.dossier.model_copy(update={"tracks": tracks}), flagship.sheets, QUICK)
    usual = answer_appraisal(flagship.dossier, flagship.sheets, QUICK)
    over_all = {(row["course"], row["party"]): _ends(row) for row in rows(usual, "totals", scenario="")}
    for row in rows(without, "totals", scenario=""):
        if row["course"] != "T2":
            assert _ends(row) == over_all[row["course"], row["party"]]
    assert {row["state"] for row in rows(without, "courses", course="T2")} == {"feasible"}


def test_r4_harms_vanish_where_the_benefits_come_about(appraisal: Answer) -> None:
    for row in rows(appraisal, "values", course="T3-choice", party="A-IQ", outcome="success"):
        assert row["costs"] == ()
    failed = rows(appraisal, "values", course="T3-choice", party="A-IQ", outcome="failure")
    assert {effect for row in failed for effect in row["costs"]} == {f"T3-H{number}" for number in range(1, 6)}


def test_r4_without_likelihoods_nothing_is_averaged_over_scenarios() -> None:
    sheet = sheet_data()
    del sheet["likelihood"]["storm"]
    answer = appraised(None, sheet)
    assert answer.tables["expected"].rows == ()
    assert answer.tables["risk"].rows == ()
    assert len(rows(answer, "totals", course="rival", party="east")) == 3
    assert findings(answer, "appraisal.no_likelihoods", events=("storm",))


def test_r4_an_infeasible_scenario_is_no_scenario_of_that_course() -> None:
    answer = appraised()
    assert {row["scenario"] for row in rows(answer, "totals", course="share")} == {"storm=calm", ""}


def test_r8_question_2_has_all_cells_filled_or_marked(appraisal: Answer) -> None:
    found = {(row["outcome"], row["domain"]) for row in rows(appraisal, "outcome_costs")}
    assert {(outcome, domain) for outcome in ("success", "failure") for domain in DOMAINS} <= found
    for row in rows(appraisal, "outcome_costs"):
        assert (row["state"] == "estimated") == (row["low"] is not None)


def test_r8_same_case_same_result_to_the_byte() -> None:
    assert appraised().to_json() == appraised().to_json()


def test_r8_the_order_of_items_does_not_matter() -> None:
    case, sheet = case_data(), sheet_data()
    for section in ("effects", "tracks", "parties", "domains"):
        case[section] = dict(reversed(list(case[section].items())))
    for section in ("likelihood", "size", "weights"):
        sheet[section] = dict(reversed(list(sheet[section].items())))
    assert appraised(case, sheet).to_json() == appraised().to_json()


def renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(key, key): renamed(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def test_r18_renaming_every_party_changes_no_figure() -> None:
    names = {"east": "zulu", "east_docks": "alpha", "west": "mike"}
    other = appraised(renamed(CASE, names), renamed(SHEET, names))

    def lines(answer: Answer, table: str) -> list[str]:
        found = [repr(row) for row in answer.tables[table].rows]
        for old, new in names.items():
            found = [line.replace(new, old) for line in found]
        return sorted(found)

    for table in other.tables:
        assert lines(other, table) == lines(appraised(), table)


def test_r18_the_seat_can_be_the_other_principal() -> None:
    case = case_data()
    case["seat"] = "west"
    answer = appraised(case)
    assert {row["party"] for row in rows(answer, "information")} <= {"west"}
    mine = {(r["party"], r["first"], r["second"], r["scope"]): r for r in rows(appraised(), "pairs")}
    for row in rows(answer, "pairs"):
        assert row == mine[row["party"], row["first"], row["second"], row["scope"]]


@given(st.sampled_from(sorted(SHEET["size"])), st.floats(1, 40))
def test_r8_making_a_cost_worse_never_raises_the_result(effect: str, more: float) -> None:
    case, sheet = case_data(), sheet_data()
    if CASE["effects"][effect]["kind"] == "gain":
        return
    sides = ["east", "west"] if effect == "price_war" else ["east"]
    sheet["size"][effect] = {key: [20, 40] for key in sides}
    mild = appraised(case, sheet)
    sheet["size"][effect] = {key: [20 + more, 40 + more] for key in sides}
    harsh = appraised(case, sheet)
    for old, new in zip(mild.tables["totals"].rows, harsh.tables["totals"].rows, strict=True):
        assert all(after <= before + 1e-9 for before, after in zip(old[3:], new[3:], strict=True))


def test_r8_scaling_all_weights_of_a_party_changes_no_rank() -> None:
    sheet = sheet_data()
    sheet["weights"] = {"east": {"values": {"trade": [2, 3], "safety": 1, "health": 1}}}
    once = appraised(None, sheet)
    sheet["weights"] = {"east": {"values": {"trade": [20, 30], "safety": 10, "health": 10}}}
    tenfold = appraised(None, sheet)
    for table in ("pairs", "acceptability"):
        for old, new in zip(once.tables[table].rows, tenfold.tables[table].rows, strict=True):
            assert new == pytest.approx(old, abs=1e-9)


def test_r8_with_an_order_only_a_claim_needs_every_weighting_that_respects_it() -> None:
    case: dict[str, Any] = {
        "hiwar": 1, "title": "t", "seat": "p", "domains": {"a": None, "b": None},
        "parties": {"p": {"roles": "principal"}},
        "tracks": {"x": None, "y": None},
        "effects": {
            f"{track}_{domain}": {"when": {"track": track}, "on": "p", "kind": "gain", "domains": domain}
            for track in "xy" for domain in "ab"
        },
    }  # fmt: skip
    sizes = {"x_a": 50, "x_b": 10, "y_a": 40, "y_b": 15}
    sheet: dict[str, Any] = {
        "id": "s", "hiwar_judgements": 1, "by": {"name": "n"}, "likelihood": dict.fromkeys(sizes, 1), "size": sizes,
        "unstated": {track: {"p": {"cost": "none"}} for track in "xy"},
    }  # fmt: skip
    assert _verdict(appraised(case, sheet), "x", "y") == "not_firm"
    sheet["weights"] = {"p": {"order": ["a", "b"]}}
    assert _verdict(appraised(case, sheet), "x", "y") == "first"
    sheet["weights"] = {"p": {"order": ["b", "a"]}}
    assert _verdict(appraised(case, sheet), "x", "y") == "not_firm"


def _verdict(answer: Answer, first: str, second: str) -> str:
    (row,) = [row for row in rows(answer, "pairs", first=first, second=second, scope="all") if row["party"] != "west"]
    verdict: str = row["verdict"]
    return verdict


@given(st.floats(0, 1), st.floats(0, 1))
def test_r8_narrowing_a_range_never_makes_a_firm_verdict_unfirm(one: float, other: float) -> None:
    low, high = sorted((one, other))
    sheet = sheet_data()
    sheet["size"]["fees"] = [45, 80]
    wide = appraised(None, sheet)
    sheet["size"]["fees"] = [45 + 35 * low, 45 + 35 * high]
    narrow = appraised(None, sheet)
    for old, new in zip(rows(wide, "pairs"), rows(narrow, "pairs"), strict=True):
        if old["verdict"] in ("first", "second"):
            assert new["verdict"] == old["verdict"]


def test_r8_overlapping_ranges_of_independent_judgements_are_not_firm() -> None:
    case, sheet = case_data(), sheet_data()
    case["effects"] = {
        f"good_{track}": {"when": {"track": track}, "on": "east", "kind": "gain", "domains": "trade"}
        for track in ("rival", "wait")
    }
    sheet["likelihood"] = {"good_rival": 1, "good_wait": 1}
    sheet["size"] = {"good_rival": [30, 50], "good_wait": [20, 31]}
    sheet["unstated"] = {track: {"east": {"cost": "none"}} for track in ("rival", "wait")}
    assert _verdict(appraised(case, sheet), "rival", "wait") == "not_firm"
    sheet["size"]["good_wait"] = [20, 29]
    assert _verdict(appraised(case, sheet), "rival", "wait") == "first"


def test_r2_regrouping_goals_changes_no_total() -> None:
    case = case_data()
    case["goals"] = {key: {"owner": "east", "kind": "aim", "domains": "trade"} for key in ("a", "b", "c")}
    flat = appraised(case)
    case["goals"]["a"]["parent"], case["goals"]["b"]["parent"] = "c", "c"
    assert appraised(case).tables == flat.tables


def test_r8_a_cell_without_input_is_not_estimated() -> None:
    answer = unjudged()
    for row in rows(answer, "values", party="east"):
        assert row["gain_low"] is None
        assert row["cost_high"] is None
    assert {row["state"] for row in rows(answer, "outcome_costs")} <= {"not_estimated", "not_stated"}


def test_r8_every_figure_rests_on_its_inputs(appraisal: Answer) -> None:
    for name in ("values", "pairs", "flips", "tornado", "acceptability", "regret"):
        table = appraisal.tables[name]
        assert len(table.traces) == len(table.rows)
        for row, trace in zip(table.records(), table.traces, strict=True):
            assert trace or not (row.get("gains") or row.get("costs") or name != "values"), (name, row)


def test_without_judgements_nothing_is_recommended_and_something_is_named_to_judge_first() -> None:
    answer = unjudged()
    (found,) = findings(answer, "appraisal.no_recommendation")
    assert found.firmness is Firmness.CANNOT_BE_TOLD
    assert "nothing_judged" in found.values["reasons"]
    assert findings(answer, "appraisal.judge_first_unsized")
    assert not findings(answer, "appraisal.leading")


def test_the_paper_alone_settles_nothing(appraisal_on_paper: Answer) -> None:
    assert findings(appraisal_on_paper, "appraisal.no_recommendation")
    assert findings(appraisal_on_paper, "appraisal.judge_first_unsized")
    verdicts = {row["verdict"] for row in rows(appraisal_on_paper, "pairs", scope="all")}
    assert verdicts <= {"not_firm", "not_comparable"}


def test_the_illustration_recommends_or_gives_reasons(appraisal: Answer) -> None:
    declined = findings(appraisal, "appraisal.no_recommendation")
    assert bool(findings(appraisal, "appraisal.recommended")) != bool(declined)
    assert all(finding.values["reasons"] for finding in declined)


def test_a_course_certainly_no_worse_than_all_others_is_recommended() -> None:
    case, sheet = case_data(), sheet_data()
    del case["tracks"]["share"]["needs"]
    sheet["size"].update({"fees": "extreme", "crowding": "negligible", "rest": "negligible", "pride": "negligible"})
    sheet["weights"]["east"] = {"values": {"trade": [3, 4], "safety": 1, "health": 1}}
    answer = appraised(case, sheet)
    (found,) = findings(answer, "appraisal.recommended")
    assert (found.values["course"], found.firmness) == ("share", Firmness.CERTAIN)


def test_two_sheets_admit_what_either_admits_and_each_is_shown() -> None:
    other = sheet_data()
    other["id"] = "t"
    other["size"]["fees"] = "negligible"
    answer = appraised(None, SHEET, other)
    (row,) = rows(answer, "effects", effect="fees")
    assert (row["size_low"], row["size_high"]) == (0, 80)
    assert {row["sheet"] for row in rows(answer, "sheets")} == {"s", "t"}


def test_a_package_is_a_course_of_its_own() -> None:
    case = case_data()
    case["issues"] = {"quay": {"options": ["joint", "split"]}}
    case["effects"]["order"] = {
        "when": {"track": "share", "quay": "joint"}, "on": "east", "kind": "gain", "domains": "safety",
    }  # fmt: skip
    settings = Settings(draws=64, futures=64, packages=({"track": ("share",), "quay": ("joint",)},))
    answer = appraised(case, SHEET, settings=settings)
    assert rows(answer, "effects", course="share + quay=joint", effect="order")
    (open_yet,) = rows(answer, "effects", course="share", effect="order")
    assert open_yet["when"] == ("quay=joint",)


def test_a_package_that_names_an_unknown_option_is_refused() -> None:
    settings = Settings(packages=({"quay": ("joint",)},))
    with pytest.raises(CannotAnswer, match="'quay', which is no issue"):
        appraised(CASE, SHEET, settings=settings)


def test_a_case_without_tracks_cannot_be_appraised() -> None:
    case = case_data()
    case["tracks"], case["effects"] = {}, {}
    with pytest.raises(CannotAnswer, match="no tracks"):
        answer_appraisal(Dossier.model_validate(case), [Sheet.model_validate(SHEET)])


def test_a_likelihood_that_depends_on_the_track_governs_that_track() -> None:
    sheet = sheet_data()
    sheet["likelihood"]["storm"] = [
        {"when": {"track": "rival"}, "calm": 0},
        {"calm": 1},
    ]
    answer = appraised(None, sheet)
    over_all = {row["course"]: row for row in rows(answer, "expected", party="east")}
    (rough,) = rows(answer, "totals", course="rival", party="east", scenario="storm=rough")
    assert (over_all["rival"]["low"], over_all["rival"]["high"]) == pytest.approx(_ends(rough))


def test_where_something_is_not_judged_there_is_no_middle_to_speak_of() -> None:
    case = case_data()
    del case["tracks"]["share"]["needs"]
    case["effects"]["gossip"] = {"when": {"track": "wait"}, "on": "east", "kind": "cost", "domains": "safety"}
    answer = appraised(case)
    assert {row["course"] for row in rows(answer, "risk", party="east")} == {"share", "rival"}
    assert rows(answer, "expected", party="east", course="wait")[0]["centre"] is None
    assert {row["centre"] for row in rows(answer, "regret", party="east")} == {None}
    for table in ("flips", "tornado"):
        assert {(row["first"], row["second"]) for row in rows(answer, table)} <= {("rival", "share")}
    (found,) = findings(answer, "appraisal.no_middle")
    assert found.values["courses"] == ("wait",)


def test_a_gain_of_which_nobody_spoke_gives_a_party_no_chance_of_loss() -> None:
    answer = appraised()
    assert rows(answer, "empty_cells", course="rival", party="west", kind="gain", judged="no")
    assert not rows(answer, "risk", party="west", course="rival")


def test_bullets_are_not_votes_where_their_sizes_are_unknown() -> None:
    answer = unjudged()
    assert {row["share"] for row in rows(answer, "pairs")} == {None}
    assert answer.tables["acceptability"].rows == ()
    assert findings(answer, "appraisal.sizes_missing")
    assert not findings(answer, "appraisal.judge_first")


def test_one_missing_size_takes_the_shares_of_its_course_only() -> None:
    sheet = sheet_data()
    del sheet["size"]["rest"]
    answer = appraised(None, sheet)
    (judged,) = rows(answer, "pairs", party="east", first="rival", second="share", scope="all")
    (unsized,) = rows(answer, "pairs", party="east", first="rival", second="wait", scope="all")
    assert judged["share"] is not None
    assert unsized["share"] is None
    assert "sizes_missing" in findings(answer, "appraisal.no_recommendation")[0].values["reasons"]


def test_r7_where_nothing_is_stated_for_a_party_there_is_no_total_and_no_verdict() -> None:
    answer = appraised()
    for row in rows(answer, "totals", party="west", course="wait"):
        assert row["low_stated"] is not None
    case = case_data()
    case["effects"]["leisure"]["when"] = {"track": "share"}
    answer = appraised(case)
    for row in rows(answer, "totals", party="west", course="wait"):
        assert (row["low_stated"], row["high_stated"]) == (None, None)
        assert row["low"] == -100
    (stated,) = rows(answer, "pairs", party="west", first="rival", second="wait", scope="stated")
    assert (stated["verdict"], stated["low"], stated["share"]) == ("not_stated", None, None)


def test_an_event_with_two_outcomes_is_one_judgement_and_not_two(appraisal: Answer) -> None:
    for table in ("flips", "tornado"):
        found = [
            (row["first"], row["second"], row["under"])
            for row in rows(appraisal, table)
            if row["judgement"].startswith("likelihood:EV-27=")
        ]
        assert found
        assert len(found) == len(set(found))

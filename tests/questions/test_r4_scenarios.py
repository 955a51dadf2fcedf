"""R4: futures that nobody decides. What holds in all of them, in some, in none; and which hang together."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from hiwar.dossier import read_case
from hiwar.dossier.model import Dossier
from hiwar.dossier.problems import CaseError
from hiwar.dossier.reading import Case
from hiwar.dossier.records import EMPTY
from hiwar.dossier.sheet import Sheet
from hiwar.questions import Answer, CannotAnswer, Settings, answer_appraisal, answer_scenarios
from hiwar.questions.answer import Finding
from strategies import cases

QUICK = Settings(draws=64, futures=64)
LOSES, WINS = "EV-01=trump_loses", "EV-01=trump_wins"


def told(answer: Answer, key: str) -> list[Finding]:
    return [finding for finding in answer.findings if finding.key == key]


def rows(answer: Answer, table: str, **wanted: Any) -> list[dict[str, Any]]:
    found = answer.tables[table].records()
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="module")
def answer(flagship: Case) -> Answer:
    return answer_scenarios(flagship.dossier, flagship.sheets, QUICK)


def without_need(dossier: Dossier, track: str, need: str) -> Dossier:
    item = dossier.tracks[track]
    kept = {key: one for key, one in item.needs.items() if key != need}
    return dossier.model_copy(update={"tracks": {**dossier.tracks, track: item.model_copy(update={"needs": kept})}})


def test_r4_an_incumbent_who_loses_closes_withdrawal_and_the_condition_is_named(answer: Answer) -> None:
    for row in rows(answer, "feasibility", course="T2"):
        is_closed = LOSES in row["scenario"]
        assert row["state"] == ("infeasible" if is_closed else "feasible")
        assert row["needs"] == (("T2-K3",) if is_closed else ())
    (closed,) = [finding for finding in told(answer, "scenarios.closed_if") if finding.values["course"] == "T2"]
    assert closed.values["needs"] == ("T2-K3",)
    assert closed.values["outcomes"] == (LOSES,)


def test_r4_dropping_the_condition_changes_results_of_that_track_only(flagship: Case, answer: Answer) -> None:
    freed = answer_scenarios(without_need(flagship.dossier, "T2", "T2-K3"), flagship.sheets, QUICK)
    before, after = _figures(answer), _figures(freed)
    assert set(before) == set(after)
    changed = {key[2] for key in before if before[key] != after[key]}
    assert changed == {"T2"}


def _figures(answer: Answer) -> dict[tuple[str, str, str], set[tuple[Any, ...]]]:
    """Per party, outcome of the other event and course: what holds, whatever the election."""
    found: dict[tuple[str, str, str], set[tuple[Any, ...]]] = {}
    for row in rows(answer, "results"):
        rest = next(part for part in row["scenario"].split(", ") if part.startswith("EV-27"))
        key = (row["party"], rest, row["course"])
        found.setdefault(key, set()).add((row["state"], row["low"], row["high"]))
    return found


def test_r4_an_effect_tied_to_an_outcome_vanishes_where_that_is_excluded(flagship: Case, answer: Answer) -> None:
    harms = {key for key, effect in flagship.dossier.effects.items() if "rejection" in effect.when.get("EV-27", ())}
    assert {"T3-H1", "T3-H2", "T3-H3", "T3-H4", "T3-H5"} <= harms
    (sheet,) = flagship.sheets
    vague = sheet.model_copy(update={"size": {key: size for key, size in sheet.size.items() if key not in harms}})
    here = rows(answer, "results", course="T3-choice", party="A-IQ")
    there = rows(answer_scenarios(flagship.dossier, [vague], QUICK), "results", course="T3-choice", party="A-IQ")
    for one, other in zip(here, there, strict=True):
        is_the_same = (one["low"], one["high"]) == (other["low"], other["high"])
        assert is_the_same == ("EV-27=benefits_realised" in one["scenario"])


@pytest.mark.parametrize("share", ["{trump_wins: 1.2}", "{trump_wins: -0.1}", "{trump_wins: 0.7, trump_loses: 0.6}"])
def test_r4_likelihoods_that_are_none_are_refused(examples: Path, tmp_path: Path, share: str) -> None:
    sheet = tmp_path / "mine.yaml"
    sheet.write_text(f"hiwar_judgements: 1\nby: {{name: X}}\nlikelihood:\n  EV-01: {share}\n", encoding="utf-8")
    with pytest.raises(CaseError):
        read_case(examples / "iraq-us-2020", [sheet])


def test_r4_without_likelihoods_nothing_is_averaged(flagship: Case) -> None:
    found = answer_scenarios(flagship.dossier, [], QUICK)
    (finding,) = told(found, "scenarios.not_averaged")
    assert finding.values["events"] == ("EV-01", "EV-27")
    assert all(row["centre"] is None for row in rows(found, "results"))
    assert len({row["scenario"] for row in rows(found, "results")}) == 4


def test_r4_a_course_that_is_best_in_every_scenario_is_named_else_regret_is_shown(answer: Answer) -> None:
    assert not told(answer, "scenarios.best_in_all")
    (finding,) = told(answer, "scenarios.least_regret")
    seat = rows(answer, "regret", party="A-IQ", is_always_open=True)
    least = min(row["centre"] for row in seat)
    assert finding.values["points"] == least
    assert {row["course"] for row in seat if row["centre"] == least} == set(finding.values["courses"])


@settings(max_examples=40, deadline=None)
@given(cases())
def test_r4_best_in_all_means_best_in_each_and_leaves_nothing_to_regret(case: tuple[Dossier, Sheet]) -> None:
    dossier, sheet = case
    found = answer_scenarios(dossier, [sheet.model_copy(update={"cross_impact": EMPTY})], QUICK)
    seat = "north" if dossier.seat == "north" else "south"
    scenarios = {row["scenario"] for row in rows(found, "scenarios")}
    certain: dict[str, set[str]] = {}
    for row in rows(found, "results", party=seat, is_best="certain"):
        certain.setdefault(row["course"], set()).add(row["scenario"])
    always = {course for course, where in certain.items() if where == scenarios}
    named = {course for finding in told(found, "scenarios.best_in_all") for course in finding.values["courses"]}
    assert named == (always if len(dossier.tracks) > 1 else set())
    for row in rows(found, "regret", party=seat):
        if row["course"] in always:
            assert row["worst"] == pytest.approx(0, abs=1e-6)


def test_r4_the_regret_is_that_of_the_appraisal_where_every_future_counts(flagship: Case, answer: Answer) -> None:
    appraisal = answer_appraisal(flagship.dossier, flagship.sheets, QUICK)
    for row in rows(answer, "regret"):
        own = rows(appraisal, "regret", party=row["party"], course=row["course"])
        assert row["worst"] == pytest.approx(max(one["worst"] for one in own))


def test_r4_the_event_that_matters_most_is_the_one_that_turns_the_order(answer: Answer) -> None:
    (finding,) = told(answer, "scenarios.matters_most")
    assert finding.values["events"] == ("EV-27",)
    assert [row["event"] for row in rows(answer, "swings", changes_best=True)] == ["EV-27"]


def test_futures_that_hang_together_are_those_that_no_other_outcome_beats(flagship: Case, answer: Answer) -> None:
    """Plainly: in each future found, the sum of judgements on each outcome is the greatest of its event."""
    (sheet,) = flagship.sheets
    judged = {
        (source, option, target, other): judgement.value
        for source, options in sheet.cross_impact.items()
        for option, targets in options.items()
        for target, others in targets.items()
        for other, judgement in others.items()
    }
    events = sorted({row["event"] for row in rows(answer, "tableau")})
    found = {
        tuple((row["event"], row["option"]) for row in rows(answer, "tableau", future=future["future"]))
        for future in rows(answer, "futures")
    }
    options = {event: sorted(_options(flagship.dossier, event)) for event in events}
    assert {tuple(one.items()) for one in _combinations(options) if _hangs_together(one, options, judged)} == found
    assert 0 < len(found) < 512


def _options(dossier: Dossier, event: str) -> list[str]:
    return list((dossier.events.get(event) or dossier.moves[event]).options)


def _combinations(options: dict[str, list[str]]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = [{}]
    for event, several in options.items():
        found = [{**one, event: option} for one in found for option in several]
    return found


def _hangs_together(
    one: dict[str, str], options: dict[str, list[str]], judged: dict[tuple[str, str, str, str], float]
) -> bool:
    for event, several in options.items():
        balance = {
            option: sum(judged.get((source, held, event, option), 0) for source, held in one.items())
            for option in several
        }
        if max(balance.values()) > balance[one[event]]:
            return False
    return True


def test_what_does_not_hang_together_counts_for_nothing(examples: Path) -> None:
    case = read_case(examples / "two-towns-water", ["first"])
    found = answer_scenarios(case.dossier, case.sheets, QUICK)
    closed = {row["scenario"] for row in rows(found, "scenarios") if row["state"] != "hangs_together"}
    assert closed
    named = {finding.values["scenario"] for finding in told(found, "scenarios.not_together")}
    assert named == closed
    for row in rows(found, "robust"):
        inside = {scenario for part in ("first_in", "second_in", "equal_in", "open_in") for scenario in row[part]}
        assert not inside & closed


def test_futures_of_several_sheets_say_which_sheets_hold_them(examples: Path) -> None:
    case = read_case(examples / "two-towns-water", ["first", "second"])
    both = answer_scenarios(case.dossier, case.sheets, QUICK)
    alone = {
        sheet.id: {row["future"] for row in rows(answer_scenarios(case.dossier, [sheet], QUICK), "futures")}
        for sheet in case.sheets
    }
    for row in rows(both, "futures"):
        assert set(row["sheets"]) == {sheet for sheet, found in alone.items() if row["future"] in found}
    assert {row["future"] for row in rows(both, "futures")} == set.union(*alone.values())


def test_a_sheet_that_contradicts_itself_is_answered_with_near_misses(examples: Path) -> None:
    case = read_case(examples / "two-towns-water", ["first"])
    (sheet,) = case.sheets
    text = sheet.model_dump(mode="json")
    text["cross_impact"] = {
        "EV-DRY": {"dry": {"EV-VOTE": {"council_stays": 2}}, "wet_enough": {"EV-VOTE": {"challengers_win": 2}}},
        "EV-VOTE": {"council_stays": {"EV-DRY": {"wet_enough": 2}}, "challengers_win": {"EV-DRY": {"dry": 2}}},
    }
    found = answer_scenarios(case.dossier, [Sheet.model_validate({**text, "likelihood": {}, "size": {}})], QUICK)
    (finding,) = told(found, "scenarios.near_misses")
    assert finding.values["level"] == 2
    assert all(row["inconsistency"] == 2 for row in rows(found, "futures"))


def test_a_case_without_tracks_says_what_is_missing() -> None:
    bare = Dossier.model_validate(
        {"hiwar": 1, "title": "x", "seat": "a", "domains": {"d": {}}, "parties": {"a": {"roles": "principal"}}}
    )
    with pytest.raises(CannotAnswer, match="no tracks"):
        answer_scenarios(bare)


def test_unknown_sizes_rank_no_course_by_how_many_items_it_has(flagship: Case) -> None:
    found = answer_scenarios(flagship.dossier, [], QUICK)
    assert rows(found, "regret")
    assert not told(found, "scenarios.least_regret")
    assert not told(found, "scenarios.least_worst_regret")

"""R5: now, later, or after the event; who is pressed, who gains by delay, and what counts on an event."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import read_case
from hiwar.dossier.model import Dossier
from hiwar.dossier.reading import Case
from hiwar.dossier.sheet import Sheet
from hiwar.questions import Answer, Settings, answer_timing
from hiwar.questions.answer import Finding, Firmness
from strategies import case_data

QUICK = Settings(draws=128, futures=64)
NOW, ELECTION = "2020-06-01", "2020-11-03"
VERDICTS = ("timing.begin_now", "timing.wait", "timing.no_day_preferred", "timing.start_share",
            "timing.start_not_firm", "timing.waiting_unjudged")  # fmt: skip


def told(answer: Answer, *keys: str) -> list[Finding]:
    return [finding for finding in answer.findings if finding.key in keys]


def rows(answer: Answer, table: str, **wanted: Any) -> list[dict[str, Any]]:
    return [row for row in answer.tables[table].records() if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="module")
def towns(examples: Path) -> Case:
    return read_case(examples / "two-towns-water", ["first"])


@pytest.fixture(scope="module")
def answer(flagship: Case) -> Answer:
    return answer_timing(flagship.dossier, flagship.sheets, QUICK)


def with_delay(sheet: Sheet, delay: dict[str, Any]) -> Sheet:
    bare = {"id": "sheet", "hiwar_judgements": 1, "by": {"name": "An analyst"}, "delay_cost": delay}
    return sheet.model_copy(update={"delay_cost": Sheet.model_validate(bare).delay_cost})


def test_r5_a_plan_that_waits_for_the_election_draws_the_warning(answer: Answer) -> None:
    (row,) = rows(answer, "bets", course="T1-postpone")
    assert (row["event"], row["kind"]) == ("EV-01", "waits")
    assert "TF-12" in row["claims"]
    assert row["gainers"] == ("A-IR",)
    assert row["terms"] == ("C8",)
    warned = [finding.values["claim"] for finding in told(answer, "timing.warned")]
    assert "TF-12" in warned
    (favours,) = told(answer, "timing.waiting_favours")
    assert favours.values["parties"] == ("A-IR",)
    assert any(finding.values["term"] == "C8" for finding in told(answer, "timing.breaks_term"))


def test_r5_the_delay_of_the_other_side_is_cited_where_it_is_stated(answer: Answer, flagship: Case) -> None:
    (gains,) = told(answer, "timing.gains_by_delay")
    assert gains.values["party"] == "A-IR"
    assert all(flagship.dossier.calendar[key].cite for key in gains.trace if key in flagship.dossier.calendar)


def test_r5_both_branches_of_the_election_are_shown(answer: Answer) -> None:
    lost, won = (rows(answer, "branches", option=option)[0] for option in ("trump_loses", "trump_wins"))
    assert {"TF-03", "TF-04"} <= set(lost["claims"])
    assert "TF-07" in won["claims"]
    assert lost["closed"] == ("T2",)
    assert won["closed"] == ()
    assert {"CAL-IQ", "CAL-US"} <= set(lost["eased"])
    assert "CAL-IQ" not in won["eased"]


def test_r5_pressure_is_told_for_each_day(answer: Answer) -> None:
    def pressed(day: str, known: tuple[str, ...]) -> set[str]:
        return {row["party"] for row in rows(answer, "pressure", day=day, known=known, state="presses")}

    assert pressed(NOW, ()) == {"A-IQ", "A-US"}
    assert pressed(ELECTION, ("EV-01=trump_wins",)) == {"A-IQ"}
    (both,) = told(answer, "timing.both_pressed")
    assert both.firmness == Firmness.CANNOT_BE_TOLD


def moved(dossier: Dossier, day: dt.date) -> Dossier:
    events = {**dossier.events, "EV-01": dossier.events["EV-01"].model_copy(update={"on": day})}
    return dossier.model_copy(update={"events": events})


def test_r5_moving_the_election_moves_the_pressure_with_it(flagship: Case, answer: Answer) -> None:
    later = dt.date(2021, 2, 1)
    found = answer_timing(moved(flagship.dossier, later), flagship.sheets, QUICK)
    assert [row["day"] for row in rows(found, "days")] == [NOW, later.isoformat()]

    def profile(of: Answer, names: dict[str, str]) -> list[tuple[Any, ...]]:
        return [(names[row["day"]], *list(row.values())[1:]) for row in rows(of, "pressure")]

    assert profile(found, {NOW: "now", "2021-02-01": "then"}) == profile(answer, {NOW: "now", ELECTION: "then"})
    costs = {finding.values["party"]: finding.values["high"] for finding in told(answer, "timing.waiting_costs")}
    for finding in told(found, "timing.waiting_costs"):
        ratio = (later - dt.date(2020, 6, 1)).days / (dt.date(2020, 11, 3) - dt.date(2020, 6, 1)).days
        assert finding.values["high"] == pytest.approx(costs[finding.values["party"]] * ratio)


def test_r5_where_delay_and_the_event_cost_nothing_no_day_is_preferred(flagship: Case) -> None:
    (sheet,) = flagship.sheets
    free = with_delay(sheet, {party: {"political": 0} for party in ("A-IQ", "A-US")})
    found = answer_timing(flagship.dossier, [free], QUICK)
    (verdict,) = told(found, *VERDICTS)
    assert verdict.key == "timing.no_day_preferred"


def test_r5_what_delay_costs_is_asked_for_and_never_assumed(flagship: Case) -> None:
    (sheet,) = flagship.sheets
    found = answer_timing(flagship.dossier, [with_delay(sheet, {})], QUICK)
    assert {finding.values["party"] for finding in told(found, "timing.delay_not_judged")} == {"A-IQ", "A-US"}
    (verdict,) = told(found, *VERDICTS)
    assert verdict.key == "timing.waiting_unjudged"
    assert not rows(found, "tree")
    later = rows(found, "starts", day=ELECTION)
    assert later
    assert all(row["low"] is None for row in later)


def test_r5_waiting_pays_where_it_opens_a_course(towns: Case) -> None:
    """The agreement can be signed only if the council stays: who waits can sign it then, who does not never can."""
    found = answer_timing(towns.dossier, towns.sheets, QUICK)
    (best,) = rows(found, "tree", day="2031-03-01", is_best=True)
    assert best["option"] == "wait"
    after = rows(found, "tree", day="2031-05-10", known=("EV-VOTE=council_stays",), is_best=True)
    assert [row["option"] for row in after] == ["T-AGREE"]
    assert {row["state"] for row in rows(found, "starts", day="2031-03-01", course="T-AGREE")} == {"bet"}
    (turn,) = told(found, "timing.likelihood_turns")
    assert turn.values["below"] == ("wait",)


def best_now_and_later(answer: Answer) -> tuple[float, float] | None:
    """At the middle of the judgements: what the best plan that begins at once is worth, and the best that waits."""
    days = [row["day"] for row in rows(answer, "days")]
    found = [[row["centre"] for row in rows(answer, "plans", day=day)] for day in days]
    if len(found) < 2 or not all(found) or any(value is None for values in found for value in values):
        return None
    return max(found[0]), max(max(values) for values in found[1:])


@settings(max_examples=40, deadline=None)
@given(case_data(), st.integers(0, 20), st.integers(0, 20))
def test_r5_a_dearer_delay_never_makes_a_later_start_better(case: tuple[Any, Any], low: int, more: int) -> None:
    data, written = case
    data["calendar"] = {
        "now": {"kind": "decision", "on": "2030-01-01"},
        "then": {"kind": "decision", "on": "2030-09-01"},
    }
    dossier = Dossier.model_validate(data)
    verdicts = []
    for cost in (low, low + more):
        sheet = Sheet.model_validate({"id": "sheet", **written, "delay_cost": {dossier.seat: {"security": cost}}})
        found = answer_timing(dossier, [sheet], QUICK)
        starts = {
            (row["day"], row["course"], row["scenario"]): row["high"]
            for row in rows(found, "starts", party=dossier.seat)
        }
        verdicts.append((starts, {finding.key for finding in told(found, *VERDICTS)}))
    (cheap, keys), (dear, keys_then) = verdicts
    assert all(dear[key] <= cheap[key] + 1e-9 for key in cheap if cheap[key] is not None)
    if "timing.begin_now" in keys and len(keys) == 1:
        assert "timing.wait" not in keys_then


@settings(max_examples=60, deadline=None)
@given(case_data())
def test_two_ways_of_computing_the_best_plan_agree(case: tuple[Any, Any]) -> None:
    """Plans compared as courses, and the calendar rolled back, come to the same best value of waiting and of not."""
    data, written = case
    data["calendar"] = {"now": {"kind": "decision", "on": "2030-01-01"}}
    dossier = Dossier.model_validate(data)
    sheet = Sheet.model_validate({"id": "sheet", **written, "delay_cost": {dossier.seat: {"security": 1}}})
    found = answer_timing(dossier, [sheet], QUICK)
    tree = rows(found, "tree", known=())
    best = best_now_and_later(found)
    if not tree or best is None or len(rows(found, "days")) != 2:
        return
    now = max(row["expected"] for row in tree if row["option"] != "wait")
    (wait,) = [row["expected"] for row in tree if row["option"] == "wait"]
    assert best[0] == pytest.approx(now, abs=1e-6)
    assert best[1] == pytest.approx(wait, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(case_data())
def test_free_information_is_never_refused(case: tuple[Any, Any]) -> None:
    data, written = case
    data["calendar"] = {"now": {"kind": "decision", "on": "2030-01-01"}}
    dossier = Dossier.model_validate(data)
    sheet = Sheet.model_validate({"id": "sheet", **written, "delay_cost": {dossier.seat: {"security": 0}}})
    found = answer_timing(dossier, [sheet], QUICK)
    assert not told(found, "timing.begin_now")
    for finding in told(found, "timing.wait", "timing.no_day_preferred"):
        assert finding.firmness == Firmness.CERTAIN


def test_a_case_without_a_decision_day_keeps_what_it_states(flagship: Case, answer: Answer) -> None:
    calendar = {key: entry for key, entry in flagship.dossier.calendar.items() if entry.kind != "decision"}
    found = answer_timing(flagship.dossier.model_copy(update={"calendar": calendar}), flagship.sheets, QUICK)
    assert [finding.key for finding in told(found, "timing.no_decision_day")] == ["timing.no_decision_day"]
    assert not told(found, *VERDICTS)
    assert found.tables["bets"] == answer.tables["bets"]
    assert found.tables["branches"] == answer.tables["branches"]
    assert rows(found, "pressure", day=ELECTION)


def test_a_course_that_opens_late_or_closes_early_cannot_begin_outside(towns: Case) -> None:
    dossier = towns.dossier
    shut = {"hiwar": 1, **dossier.model_dump(mode="json")}
    shut["calendar"]["CA-NOW"]["closes"] = ["T-WELLS"]
    shut["calendar"]["CA-VOTE"]["opens"] = ["T-COURT"]
    found = answer_timing(Dossier.model_validate(shut), towns.sheets, QUICK)
    states = {(row["day"], row["course"]): row["state"] for row in rows(found, "starts")}
    assert states["2031-03-01", "T-COURT"] == "closed"
    assert states["2031-05-10", "T-COURT"] == "open"
    assert states["2031-05-10", "T-WELLS"] == "closed"
    assert {row["option"] for row in rows(found, "tree", day="2031-03-01")} == {"T-WELLS", "wait"}


def test_no_pressure_is_read_into_silence(towns: Case) -> None:
    found = answer_timing(towns.dossier, towns.sheets, QUICK)
    assert [f.values["party"] for f in told(found, "timing.no_pressure_stated")] == ["millhaven"]
    assert not told(found, "timing.one_pressed")


def test_r5_without_any_event_that_matters_later_days_teach_nothing(towns: Case) -> None:
    data = towns.dossier.model_dump(mode="json")
    data["calendar"]["LATER"] = {"kind": "decision", "on": "2031-04-01"}
    found = answer_timing(Dossier.model_validate(data), towns.sheets, QUICK)
    nothing = told(found, "timing.waiting_shows_nothing")
    assert [finding.values["day"] for finding in nothing] == ["2031-04-01"]

"""R17: goals, means, steps with owner and time, capabilities, alternatives, environment, order of concessions."""

import datetime as dt
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ferry import CASE, SHEET, Data, answered, changed, gaps, rows, told
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import CaseError, Sheet, read_case
from hiwar.dossier.reading import Case
from hiwar.questions import Answer, Firmness, answer_plan
from strategies import as_yaml


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="module")
def answer(flagship: Case) -> Answer:
    return answer_plan(flagship.dossier, flagship.sheets)


# -- complete or incomplete ------------------------------------------------------------------------------------------


def test_r17_a_plan_with_all_its_parts_is_complete() -> None:
    answer = answered()
    assert gaps(answer) == set()
    assert [finding.firmness for finding in told(answer, "complete")] == [Firmness.CERTAIN]
    assert rows(answer, "plans")[0]["is_complete"] is True


@pytest.mark.parametrize(
    ("change", "gap", "key"),
    [
        (lambda d: d["goals"]["welfare"].update(kind="aim"), ("no_ultimate_goal", None), "no_ultimate_goal"),
        (lambda d: d["means"].pop("calm_words"), ("goal_without_means", "peace"), "goals_without_means"),
        (lambda d: d["steps"]["draft"].pop("owner"), ("step_without_owner", "draft"), "steps_without_owner"),
        (lambda d: d["steps"]["draft"].pop("days"), ("step_without_length", "draft"), "steps_without_length"),
        (lambda d: d["steps"]["draft"].update(days="unknown"), ("step_without_length", "draft"),
         "steps_without_length"),
        (lambda d: d["steps"]["draft"].pop("serves"), ("step_that_serves_nothing", "draft"),
         "steps_that_serve_nothing"),
        (lambda d: d["means"]["calm_words"].update(serves="tolls"), ("means_without_goal", "calm_words"),
         "means_without_goal"),
        (lambda d: d["steps"]["soothe"].update(serves="treaty"), ("means_without_step", "calm_words"),
         "means_without_step"),
        (lambda d: d["means"]["treaty"].update(options={"price": "low"}), ("means_ruled_out", "treaty"),
         "means_ruled_out"),
        (lambda d: d["plans"]["P"].update(goals=["welfare", "tolls"]), ("goal_of_another", "tolls"),
         "goals_of_another"),
        (lambda d: d["plans"]["P"].update(steps=["sign", "soothe"]), ("step_after_none", "sign"), "steps_after_none"),
    ],
)  # fmt: skip
def test_r17_what_is_missing_makes_the_plan_incomplete_and_is_listed(change: Any, gap: Any, key: str) -> None:
    answer = answered(change)
    assert gap in gaps(answer)
    assert told(answer, "incomplete")
    assert not told(answer, "complete")
    [found] = told(answer, key)
    assert found.values["items"] == ((gap[1],) if gap[1] else ())
    assert rows(answer, "plans")[0]["is_complete"] is False


def test_a_means_for_a_sub_goal_serves_the_goal_above_it() -> None:
    assert {(row["goal"], row["means"]) for row in rows(answered(), "tree")} >= {
        ("line", "treaty"),
        ("welfare", "treaty"),
    }


def test_reasons_are_no_goals_and_inactive_goals_are_left_out() -> None:
    goals = {row["goal"]: row["state"] for row in rows(answered(), "tree")}
    assert goals == {"welfare": "active", "line": "active", "peace": "conditional"}
    settled = answered(lambda d: d["tracks"]["agree"].update(fixes={"quarrel": "does_not_occur"}))
    assert {row["goal"] for row in rows(settled, "tree")} == {"welfare", "line"}


def test_without_a_plan_the_means_and_steps_of_the_case_are_gone_through() -> None:
    answer = answered(lambda d: d.pop("plans"))
    assert [row["plan"] for row in rows(answer, "plans")] == [None]
    assert rows(answer, "schedule", step="sign")[0]["start_low"] == 15
    assert not told(answer, "no_package")


def test_a_case_without_plan_means_and_steps_is_answered_and_says_so() -> None:
    answer = answered(lambda d: [d.pop(key) for key in ("plans", "means", "steps")])
    assert [finding.firmness for finding in told(answer, "nothing")] == [Firmness.CANNOT_BE_TOLD]
    assert all(not answer.tables[table].rows for table in ("plans", "schedule", "triggers"))


def test_a_plan_without_steps_that_are_taken_anyway_cannot_be_told_when() -> None:
    answer = answered(lambda d: d["plans"]["P"].update(steps=["soothe"]))
    assert told(answer, "no_steps")
    assert rows(answer, "schedule", step="soothe")[0]["is_called_for"] is True


# -- time ------------------------------------------------------------------------------------------------------------


def test_r17_steps_are_ordered_with_days_against_the_calendar() -> None:
    answer = answered()
    schedule = rows(answer, "schedule")
    assert [row["step"] for row in schedule] == ["draft", "sound", "sign", "soothe"]
    sign = schedule[2]
    assert (sign["start_low"], sign["start_high"], sign["finish_low"], sign["finish_high"]) == (15, 20, 20, 25)
    assert (sign["begins_from"], sign["done_by"]) == ("2030-01-16", "2030-01-26")
    assert (sign["last_start"], sign["last_start_at_best"]) == ("2030-02-24", "2030-02-24")
    assert [row["critical"] for row in schedule] == ["possible", "possible", "certain", None]
    [row] = rows(answer, "deadlines")
    assert (row["step"], row["entry"], row["low"], row["high"], row["verdict"]) == ("sign", "session", 34, 39, "kept")
    [found] = told(answer, "ends_between")
    assert (found.values["now"], found.values["day"], found.values["last_day"]) == (
        "2030-01-01", "2030-01-21", "2030-01-26",
    )  # fmt: skip


def test_the_schedule_is_that_of_its_plain_definition() -> None:
    """Every step by hand at the least and at the most lengths: nothing else is between them."""
    for row in rows(answered(), "schedule", is_called_for=False):
        for side in ("low", "high"):
            days = {"draft": {"low": 10, "high": 20}[side], "sound": 15, "sign": 5}
            start = 0 if row["step"] != "sign" else max(days["draft"], days["sound"])
            assert row[f"start_{side}"] == start
            assert row[f"finish_{side}"] == start + days[row["step"]]


@pytest.mark.parametrize(
    ("day", "verdict", "key"),
    [("2030-01-26", "kept", "keeps_day"), ("2030-01-25", "may_be_missed", "may_miss_day"),
     ("2030-01-20", "missed", "misses_day")],
)  # fmt: skip
def test_a_deadline_is_kept_perhaps_missed_or_missed(day: str, verdict: str, key: str) -> None:
    answer = answered(lambda d: d["calendar"]["session"].update(on=day))
    assert [row["verdict"] for row in rows(answer, "deadlines")] == [verdict]
    assert len(told(answer, key)) == 1


def test_r17_the_calendar_says_what_is_done_by_each_day() -> None:
    answer = answered(lambda d: d["calendar"]["session"].update(on="2030-01-17"))
    [row] = rows(answer, "calendar", entry="session")
    assert (row["done"], row["perhaps"], row["not_yet"]) == (("sound",), ("draft",), ("sign",))


def test_a_step_cannot_begin_before_its_own_day() -> None:
    answer = answered(lambda d: d["steps"]["sound"].update(start="2030-02-01"))
    assert rows(answer, "schedule", step="sound")[0]["begins_from"] == "2030-02-01"
    assert rows(answer, "schedule", step="sign")[0]["start_low"] == 46
    assert {row["step"]: row["critical"] for row in rows(answer, "schedule")}["draft"] == "never"


def test_r17_what_nobody_knows_has_no_latest_day() -> None:
    answer = answered(lambda d: d["steps"]["sound"].pop("days"))
    sign = rows(answer, "schedule", step="sign")[0]
    assert (sign["start_low"], sign["start_high"], sign["done_by"]) == (10, None, None)
    assert told(answer, "ends_not_before")
    assert [row["verdict"] for row in rows(answer, "deadlines")] == ["may_be_missed"]


def test_without_a_day_of_decision_the_first_stated_start_counts_else_days_alone() -> None:
    bare = answered(lambda d: d["calendar"].pop("now"))
    assert rows(bare, "schedule")[0]["begins_from"] is None
    assert [finding.values["low"] for finding in told(bare, "no_first_day")] == [20]
    assert not rows(bare, "deadlines")
    dated = answered(lambda d: (d["calendar"].pop("now"), d["steps"]["draft"].update(start="2030-02-01")))
    assert rows(dated, "plans")[0]["first_day"] == "2030-02-01"


def test_a_step_that_is_called_for_waits_for_the_day_of_its_event_and_holds_nothing_up() -> None:
    answer = answered(lambda d: d["steps"].update(
        repair={"owner": "north", "serves": "treaty", "days": 400, "trigger": {"storm": "rough"}},
        reopen={"owner": "north", "serves": "treaty", "days": 1, "after": "repair"},
    ))  # fmt: skip
    repair, reopen = rows(answer, "schedule", step="repair")[0], rows(answer, "schedule", step="reopen")[0]
    assert (repair["begins_from"], repair["begins_by"], repair["critical"]) == ("2030-04-01", "2030-04-01", None)
    assert reopen["is_called_for"] is True
    assert told(answer, "ends_between")[0].values["last_day"] == "2030-01-26"
    assert rows(answer, "schedule", step="soothe")[0]["start_high"] is None


def test_moving_the_first_day_moves_every_day_alike() -> None:
    def later(data: Data) -> None:
        data["calendar"]["now"]["on"] = "2030-01-11"

    before, after = (
        rows(answered(), "schedule", is_called_for=False),
        rows(answered(later), "schedule", is_called_for=False),
    )
    for one, other in zip(before, after, strict=True):
        for key in ("begins_from", "begins_by", "done_from", "done_by"):
            assert dt.date.fromisoformat(other[key]) - dt.date.fromisoformat(one[key]) == dt.timedelta(days=10)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40))
def test_a_longer_step_never_ends_the_plan_earlier(low: int, more: int) -> None:
    def end(days: Any) -> list[Any]:
        answer = answered(lambda d: d["steps"]["sound"].update(days=days))
        return [
            max(row[key] for row in rows(answer, "schedule", is_called_for=False))
            for key in ("finish_low", "finish_high")
        ]

    shorter, longer = end(low), end([low, low + more])
    assert longer[0] == shorter[0]
    assert longer[1] >= shorter[1]


# -- capabilities ----------------------------------------------------------------------------------------------------


def test_r17_removing_a_capability_flags_exactly_the_steps_that_need_it_and_adding_it_back_clears_them() -> None:
    def beyond(has: str, capability: str) -> set[str]:
        answer = answered(lambda d: d["capabilities"][capability].update(has=has))
        return {row["item"] for row in rows(answer, "capabilities", has="no")}

    for capability in CASE["capabilities"]:
        steps = {key for key, step in CASE["steps"].items() if step.get("needs_capabilities") == capability}
        assert beyond("no", capability) - {"quay=new"} == steps
        assert beyond("yes", capability) == set()


def test_r17_on_the_seed_case_removing_a_capability_flags_exactly_what_needs_it(flagship: Case) -> None:
    def beyond(has: str, key: str) -> set[str]:
        capabilities = dict(flagship.dossier.capabilities)
        capabilities[key] = capabilities[key].model_copy(update={"has": has})
        answer = answer_plan(flagship.dossier.model_copy(update={"capabilities": capabilities}))
        return {row["item"] for row in rows(answer, "capabilities", has="no", kind="step", capability=key)}

    steps = flagship.dossier.steps
    for key in flagship.dossier.capabilities:
        assert beyond("no", key) == {name for name, step in steps.items() if key in step.needs_capabilities}
        assert beyond("yes", key) == set()


def test_capabilities_that_are_not_known_are_told_apart_from_those_that_are_not_there() -> None:
    answer = answered(lambda d: d["capabilities"]["lawyers"].update(has="no"))
    [beyond], [unknown] = told(answer, "beyond_capability"), told(answer, "capability_unknown")
    assert (beyond.values["capability"], beyond.values["items"]) == ("lawyers", ("draft",))
    assert (unknown.values["capability"], unknown.values["items"]) == ("sailors", ("sound",))
    assert told(answered(lambda d: d["capabilities"]["sailors"].update(has="yes")), "within_capability")


# -- alternatives ----------------------------------------------------------------------------------------------------


def test_r17_every_uncertain_event_that_bears_on_the_plan_has_an_alternative_or_is_listed_as_uncovered() -> None:
    answer = answered()
    assert {row["event"] for row in rows(answer, "triggers")} == {"storm", "vote", "quarrel"}
    assert {(row["event"], row["option"]): row["covered"] for row in rows(answer, "triggers")} == {
        ("storm", "calm"): "not_needed", ("storm", "rough"): "yes",
        ("vote", "stays"): "not_needed", ("vote", "falls"): "yes",
        ("quarrel", "occurs"): "yes", ("quarrel", "does_not_occur"): "not_needed",
    }  # fmt: skip
    assert told(answer, "all_covered")
    bare = answered(lambda d: d["plans"]["P"].pop("fallbacks"))
    assert {row["event"] for row in rows(bare, "triggers", covered="no")} == {"storm", "vote"}
    assert {finding.values["scenario"] for finding in told(bare, "uncovered")} == {"storm=rough", "vote=falls"}


def test_r17_how_an_outcome_bears_on_the_plan_is_said_with_the_item_through_which_it_does() -> None:
    answer = answered()
    bears = {(row["event"], row["option"]): (row["bears"], row["items"]) for row in rows(answer, "triggers")}
    assert bears["storm", "rough"] == (("loses_gain", "brings_cost", "calls_for"), ("fares", "wreck", "rowing"))
    assert bears["vote", "falls"] == (("closes", "calls_for"), ("needs_council", "wait"))
    assert bears["quarrel", "occurs"] == (("activates", "calls_for"), ("peace", "soothe"))


def test_an_event_that_is_only_waited_for_needs_some_alternative() -> None:
    def waiting(data: Data) -> None:
        data["plans"]["P"] = {"track": "later"}
        data["effects"] = {}

    answer = answered(waiting)
    assert {row["covered"] for row in rows(answer, "triggers", event="storm")} == {"no"}
    assert rows(answer, "triggers", event="storm")[0]["items"] == ("later",)


def test_what_the_course_settles_what_is_past_and_own_moves_are_not_uncertain() -> None:
    fixed = answered(lambda d: d["tracks"]["agree"].update(fixes={"storm": "calm"}))
    assert {row["event"] for row in rows(fixed, "triggers")} == {"vote", "quarrel"}

    def hang(data: Data) -> None:
        data["effects"]["theirs"].update(on="north", when={"track": "agree", "own_move": "occurs", "flood": "occurs"})

    assert not {"own_move", "flood"} & {row["event"] for row in rows(answered(hang), "triggers")}


def test_moves_of_others_that_cost_the_seat_something_bear_on_the_plan() -> None:
    answer = answered(lambda d: d["effects"]["theirs"].update(on="north"))
    assert rows(answer, "triggers", event="embargo", option="occurs")[0]["covered"] == "no"


def test_r17_seed_case_pressure_leads_to_departure_and_a_lost_election_to_review(answer: Answer) -> None:
    [pressure] = rows(answer, "triggers", event="EV-22", option="occurs")
    assert "IG-02" in pressure["alternatives"]
    [lost] = rows(answer, "triggers", event="EV-01", option="trump_loses")
    assert "ST-REVIEW" in lost["alternatives"]
    assert "TF-03" in lost["claims"]
    leads = {finding.values["scenario"]: finding.values["items"] for finding in told(answer, "leads_to")}
    assert "IG-02" in leads["EV-22=occurs"]
    assert "ST-REVIEW" in leads["EV-01=trump_loses"]
    says = {finding.values["scenario"]: finding.values["claims"] for finding in told(answer, "case_says")}
    assert "TF-03" in says["EV-01=trump_loses"]


def test_r17_seed_case_is_incomplete_without_an_ultimate_goal_and_covers_or_lists_every_event(answer: Answer) -> None:
    assert ("no_ultimate_goal", None) in gaps(answer)
    assert told(answer, "incomplete")
    assert ("step_without_owner", None) not in gaps(answer)
    listed = {finding.values["scenario"] for finding in told(answer, "uncovered")}
    for row in rows(answer, "triggers"):
        assert row["alternatives"] or row["covered"] == "not_needed" or f"{row['event']}={row['option']}" in listed


def test_r17_seed_case_the_step_that_the_paper_holds_unfeasible_is_beyond_capability(answer: Answer) -> None:
    assert {row["item"] for row in rows(answer, "capabilities", has="no")} == {"ST-ONE-VOICE"}


# -- environment -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["local", "regional", "international"])
def test_r17_each_level_of_environment_has_an_entry_or_is_listed_as_empty(level: str, answer: Answer) -> None:
    assert rows(answer, "environment", level=level)
    assert not told(answer, "environment_empty")

    def without(data: Data) -> None:
        data["environment"] = {key: one for key, one in data["environment"].items() if one["level"] != level}

    [found] = told(answered(without), "environment_empty")
    assert found.values["levels"] == (level,)
    assert not told(answered(), "environment_empty")


# -- concessions -----------------------------------------------------------------------------------------------------


def test_r17_concessions_are_ordered_by_what_they_cost_the_party_that_makes_them() -> None:
    answer = answered(with_sheet=True)
    north = rows(answer, "concessions", party="north")
    assert [(row["issue"], row["rank"]) for row in north] == [("price", 1), ("quay", 2)]
    assert [(row["low"], row["centre"], row["high"]) for row in north] == [(5, 15, 25), (30, 40, 50)]
    assert [row["comes_first"] for row in north] == ["certain", None]
    assert [(row["other"], row["other_low"], row["other_high"]) for row in north] == [
        ("south", 10, 10),
        ("south", -5, -5),
    ]
    [order] = [one for one in told(answer, "order_of_concessions") if one.values["party"] == "north"]
    assert (order.values["issues"], order.firmness) == (("price", "quay"), Firmness.CERTAIN)
    assert [(row["issue"], row["low"], row["high"]) for row in rows(answer, "concessions", party="south")] == [
        ("quay", 5, 5), ("price", 10, 10),
    ]  # fmt: skip


def test_an_order_that_overlapping_judgements_do_not_settle_is_not_firm() -> None:
    sheet = Sheet.model_validate({**SHEET, "worth": {
        "north": {"price": {"low": [20, 60], "fair": [5, 15], "high": 0}, "quay": {"old": [40, 50], "new": [0, 10]}},
        "south": SHEET["worth"]["south"],
    }})  # fmt: skip
    answer = answer_plan(changed(), (sheet,))
    [order] = [one for one in told(answer, "order_of_concessions") if one.values["party"] == "north"]
    assert order.firmness is Firmness.POSSIBLE


@pytest.mark.parametrize("is_turned", [False, True])
def test_an_agreement_worth_as_much_as_the_first_choice_is_no_concession_in_any_order(*, is_turned: bool) -> None:
    def turned(data: Data) -> None:
        options = data["issues"]["price"]["options"]
        if is_turned:
            data["issues"]["price"]["options"] = dict(reversed(options.items()))

    sheet = Sheet.model_validate({**SHEET, "worth": {
        "north": {"price": {"low": [0, 20], "fair": [5, 15], "high": 0}, "quay": {"old": [40, 50], "new": [0, 10]}},
        "south": SHEET["worth"]["south"],
    }})  # fmt: skip
    answer = answer_plan(changed(turned), (sheet,))
    assert [row["issue"] for row in rows(answer, "concessions", party="north")] == ["quay"]


def test_what_is_given_up_for_nothing_is_named() -> None:
    found = told(answered(with_sheet=True), "serves_nobody")
    assert {(one.values["party"], one.values["other"], one.values["issues"]) for one in found} == {
        ("north", "south", ("quay",)), ("south", "north", ("quay",)),
    }  # fmt: skip


def test_without_sheets_stated_first_choices_tell_who_concedes_and_not_what_it_costs() -> None:
    answer = answered()
    assert {(row["party"], row["issue"], row["low"]) for row in rows(answer, "concessions")} == {
        ("north", "price", None), ("south", "price", None),
    }  # fmt: skip
    assert {finding.values["party"] for finding in told(answer, "concessions_not_judged")} == {"north", "south"}


def test_a_package_that_keeps_every_first_choice_concedes_nothing() -> None:
    def generous(data: Data) -> None:
        data["plans"]["P"]["package"] = {"quay": "new"}

    assert told(answered(generous), "no_concessions")
    assert told(answered(lambda d: d["plans"]["P"].pop("package")), "no_package")


def test_scaling_the_points_of_one_party_changes_no_order_of_the_other() -> None:
    def scaled(points: Any) -> Any:
        return [part / 2 for part in points] if isinstance(points, list) else points / 2

    worth = {**SHEET["worth"], "south": {
        issue: {option: scaled(points) for option, points in options.items()}
        for issue, options in SHEET["worth"]["south"].items()
    }}  # fmt: skip
    answer = answer_plan(changed(), (Sheet.model_validate({**SHEET, "worth": worth}),))
    ours = [(row["issue"], row["low"], row["high"]) for row in rows(answer, "concessions", party="north")]
    before = rows(answered(with_sheet=True), "concessions", party="north")
    assert ours == [(row["issue"], row["low"], row["high"]) for row in before]


# -- mistakes of whoever writes a case -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["steps"]["draft"].update(after="sgin"), '"sgin" is not a step of this case; did you mean "sign"?'),
        (lambda d: d["steps"]["draft"].update(after="sign"), "this leads in a circle: draft -> sign -> draft"),
        (lambda d: d["steps"]["draft"].update(days="soon"), "a length is a number of days, a range with the least"),
        (lambda d: d["steps"]["draft"].update(days=[9, 3]), "runs backwards"),
        (lambda d: d["steps"]["draft"].update(days=-1), "lies outside"),
        (lambda d: d["steps"]["draft"].update(owner="east"), '"east" is not a party of this case'),
        (lambda d: d["steps"]["draft"].update(before="sesion"), 'did you mean "session"?'),
        (lambda d: d["steps"]["draft"].update(needs_capabilities="lawyer"), 'did you mean "lawyers"?'),
        (lambda d: d["environment"]["fuel"].update(level="global"), "local"),
        (lambda d: d["environment"]["fuel"].update(bears_on="treat"), 'did you mean "treaty"?'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_plan_is_refused_with_its_place(change: Any, message: str, tmp_path: Path) -> None:
    data = deepcopy(CASE)
    change(data)
    (tmp_path / "dossier.yaml").write_text(as_yaml(data), encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    problem = caught.value.problems[0]
    assert (Path(problem.file).name, problem.line > 1) == ("dossier.yaml", True)
    assert message in str(problem)


def test_every_finding_is_traced_and_the_answer_is_the_same_twice(flagship: Case, answer: Answer) -> None:
    assert all(finding.trace for finding in answer.findings)
    assert answer.to_json() == answer_plan(flagship.dossier, flagship.sheets).to_json()

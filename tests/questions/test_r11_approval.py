"""R11, legislature, legal form, route of approval: the acceptance checks, and what must hold of any vote."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from assembly import LISTS, STAY, Data, approval, case_data, outcome, stands
from harbour import findings, rows
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dossier import Case, Dossier, read_case
from hiwar.questions import Answer, Firmness, Ground, Settings, answer_agreement, answer_approval

KEEPING = ("T3-choice", "T3-force", "TG-3", "TG-4")
STANCES = ("for", "against", "neutral", "divided", "conditional", "unknown")
stances = st.fixed_dictionaries({name: st.sampled_from(STANCES) for name in LISTS})
plain_stances = st.fixed_dictionaries({name: st.sampled_from(STANCES[:2]) for name in LISTS})


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="module")
def at_home(flagship: Case) -> Answer:
    return answer_approval(flagship.dossier, flagship.sheets)


def with_act(dossier: Dossier, **changes: Any) -> Dossier:
    """The flagship with the decision on departure changed."""
    act = dossier.acts["ACT-DEPARTURE"].model_copy(update=changes)
    return dossier.model_copy(update={"acts": {**dossier.acts, "ACT-DEPARTURE": act}})


# The seed case


def test_r11_the_departure_demand_is_a_decision_that_stands_in_nobody_s_way(at_home: Answer) -> None:
    (found,) = findings(at_home, "approval.act_does_not_bind", act="ACT-DEPARTURE")
    assert set(KEEPING) <= set(found.values["subjects"])
    assert "T2" not in found.values["subjects"]
    assert not [row for row in rows(at_home, "votes") if row["outcome"] == "barred" or row["repeals"]]


def test_r11_made_a_law_it_bars_what_keeps_forces_or_must_be_repealed(flagship: Case) -> None:
    dossier = with_act(flagship.dossier, form="law", is_binding="yes")
    answer = answer_approval(dossier, flagship.sheets)
    for subject in KEEPING:
        assert outcome(answer, subject, "RT-EXEC") == "barred"
        (vote,) = rows(answer, "votes", subject=subject, route="RT-LAW")
        assert vote["repeals"] == ("ACT-DEPARTURE",)
    assert outcome(answer, "T2", "RT-EXEC") != "barred"
    repeals = findings(answer, "approval.needs_repeal", route="RT-LAW")
    assert {subject for found in repeals for subject in found.values["subjects"]} >= set(KEEPING)
    assert findings(answer, "approval.act_binds", act="ACT-DEPARTURE")


def test_r11_whether_an_act_binds_is_data_and_not_stated_stays_open(flagship: Case) -> None:
    answer = answer_approval(with_act(flagship.dossier, is_binding=None), flagship.sheets)
    assert outcome(answer, "TG-4", "RT-EXEC") == "cannot_be_told"
    (found,) = findings(answer, "approval.act_may_bind")
    assert found.firmness is Firmness.CANNOT_BE_TOLD


def test_r11_without_seats_the_vote_cannot_be_told(flagship: Case) -> None:
    parties = {key: one.model_copy(update={"seats": None}) for key, one in flagship.dossier.parties.items()}
    answer = answer_approval(flagship.dossier.model_copy(update={"parties": parties}), flagship.sheets)
    votes = [row for row in rows(answer, "votes") if row["route"] == "RT-LAW"]
    assert votes
    assert {row["outcome"] for row in votes} == {"cannot_be_told"}
    (found,) = findings(answer, "approval.seats_not_stated", route="RT-LAW")
    assert found.firmness is Firmness.CANNOT_BE_TOLD
    assert not findings(answer, "approval.passes")


def test_r11_the_way_around_parliament_shows_its_price(at_home: Answer) -> None:
    (found,) = findings(at_home, "approval.around", route="RT-EXEC")
    assert (found.values["goals"], found.values["effects"]) == (("II-05",), ("T3-H4",))
    assert found.ground is Ground.ANALYST
    assert {"II-05", "T3-H4"} <= set(found.trace)


def test_r11_a_new_agreement_without_the_clauses_that_the_old_one_lacks_is_flagged(flagship: Case) -> None:
    settings = Settings(packages=({"AG-14": ("AG-14d",)}, {"AG-14": ("AG-14h",)}))
    answer = answer_approval(flagship.dossier, flagship.sheets, settings)
    (found,) = findings(answer, "approval.lacks_clauses", agreement="AGR-FRAMEWORK")
    assert found.values["clauses"] == ("duration", "mechanisms")
    assert "asked-1" in found.values["subjects"]
    assert "asked-2" not in found.values["subjects"]


def test_r11_the_council_has_329_seats_and_the_rule_of_2023_is_a_what_if(at_home: Answer) -> None:
    votes = rows(at_home, "votes", subject="TG-4")
    by_route = {row["route"]: row for row in votes}
    assert by_route["RT-LAW"]["seats"] == 329
    assert by_route["RT-LAW"]["needed_high"] == 165
    assert (by_route["RT-LAW-2023"]["needed_low"], by_route["RT-LAW-2023"]["outcome"]) == (220, "fails")
    assert by_route["RT-LAW-2023"]["is_what_if"]
    assert not [row for row in rows(at_home, "survives") if "RT-LAW-2023" in row["routes"]]
    assert sum(row["seats"] for row in rows(at_home, "chamber", subject="TG-4", route="RT-LAW")) == 329


def test_r11_facts_are_shown_and_change_nothing(flagship: Case, at_home: Answer) -> None:
    assert {"F-10", "F-11"} <= {row["claim"] for row in rows(at_home, "precedents")}
    without = answer_approval(flagship.dossier.model_copy(update={"claims": {}}), flagship.sheets)
    assert without.findings == at_home.findings


def test_packages_are_marked_in_agreement_as_here(flagship: Case, at_home: Answer) -> None:
    agreement = answer_agreement(flagship.dossier, flagship.sheets, Settings(draws=64, futures=64))
    marked = {(row["package"], row["party"]): row["survives"] for row in rows(agreement, "at_home")}
    here = {(row["subject"], row["side"]): row["survives"] for row in rows(at_home, "survives", is_package=True)}
    assert marked == here
    assert marked


# Any case


def test_a_law_passes_by_a_majority_of_those_present() -> None:
    """66 of 101 for, 51 needed of those present."""
    assert outcome(approval()) == "passes"
    assert outcome(approval(None, stands(reds="for", blues="against", greens="against", greys="against"))) == "fails"
    assert outcome(approval(None, stands(reds="for", blues="against"))) == "cannot_be_told"


def test_two_thirds_of_the_members_are_a_what_if_that_lets_nothing_pass() -> None:
    answer = approval()
    assert outcome(answer, "keep", "two_thirds") == "fails"
    assert findings(answer, "approval.what_if", route="two_thirds")[0].values["kind"] == "fails"
    (row,) = rows(answer, "survives", subject="keep", side="coast")
    assert (row["survives"], row["routes"]) == ("yes", ("law",))


@given(stances, st.permutations(sorted(LISTS)), st.integers(1, 10))
def test_r11_moving_seats_to_supporters_never_turns_pass_into_fail(
    said: dict[str, str], order: list[str], seats: int
) -> None:
    giver, taker = order[:2]
    said = {**said, giver: "against", taker: "for"}
    before = case_data()
    after = case_data()
    after["parties"][giver]["seats"] -= seats
    after["parties"][taker]["seats"] += seats
    rank = {"fails": 0, "cannot_be_told": 1, "passes": 2}
    ours, theirs = outcome(approval(before, stands(**said))), outcome(approval(after, stands(**said)))
    assert rank[theirs] >= rank[ours]


@given(plain_stances)
def test_winning_somebody_over_never_harms(said: dict[str, str]) -> None:
    rank = {"fails": 0, "cannot_be_told": 1, "passes": 2}
    before = rank[outcome(approval(None, stands(**said)))]
    for name in said:
        assert rank[outcome(approval(None, stands(**{**said, name: "for"})))] >= before


@given(plain_stances)
def test_the_fewest_to_win_over_make_it_pass_and_fewer_do_not(said: dict[str, str]) -> None:
    """By brute force over all sets of lists that are against."""
    answer = approval(None, stands(**said))
    if outcome(answer) == "passes":
        return
    (row,) = rows(answer, "turning", subject="keep", route="law")
    opposed = [name for name, stance in said.items() if stance == "against"]
    enough = [
        sum(chosen)
        for chosen in product((0, 1), repeat=len(opposed))
        if sum(LISTS[n] for n, s in said.items() if s == "for")
        + sum(LISTS[name] for name, won in zip(opposed, chosen, strict=True) if won)
        >= 51
    ]
    assert {len(found) for found in row["to_win"]} == {min(enough)}


def test_whoever_rejects_one_part_votes_against_the_whole() -> None:
    sheet = stands(**STAY)
    sheet["positions"]["reds"]["text"] = {"new_lease": "against"}
    answer = approval(None, sheet, {"fleet": ["stays"], "text": ["new_lease"]}, {"fleet": ["stays"]})
    position = {row["subject"]: row["position"] for row in rows(answer, "chamber", party="reds")}
    assert (position["asked-1"], position["asked-2"]) == ("against", "for")


def test_of_a_list_that_is_placed_on_nothing_contested_nothing_is_known() -> None:
    answer = approval(None, stands(blues="against"), {"fleet": ["stays"]}, {"text": ["new_lease"]})
    assert [row["position"] for row in rows(answer, "chamber", subject="asked-1", party="reds")] == ["unknown"]
    assert findings(answer, "approval.nobody_placed", route="law")[0].values["subjects"] == ("end", "asked-2")


def test_opponents_who_stay_away_may_break_the_quorum() -> None:
    data = case_data()
    data["routes"]["law"]["quorum"] = 70
    (row,) = rows(approval(data), "votes", subject="keep", route="law")
    assert (row["outcome"], row["if_opponents_stay_away"]) == ("passes", "fails")


def test_a_package_that_chooses_a_route_is_judged_on_it_alone() -> None:
    against = stands(reds="against", blues="against", greens="for", greys="for")
    asked: tuple[Data, ...] = ({"fleet": ["stays"], "text": ["by_decree"]}, {"fleet": ["stays"]})
    answer = approval(None, against, *asked)
    survives = {row["subject"]: (row["survives"], row["routes"]) for row in rows(answer, "survives", side="coast")}
    assert survives["asked-1"] == ("without_vote", ("decree",))
    assert findings(answer, "approval.around", route="decree")
    data = case_data()
    data["routes"]["decree"]["chosen_by"] = {}
    data["routes"]["law"]["chosen_by"] = {"text": "new_lease"}
    chosen = approval(data, against, {"fleet": ["stays"], "text": ["new_lease"]})
    assert rows(chosen, "survives", subject="asked-1", side="coast")[0]["survives"] == "no"


def test_the_least_change_makes_it_pass() -> None:
    sheet = stands(reds="against", blues="against", greens="for", greys="for")
    for name in ("reds", "greens"):
        sheet["positions"][name]["fleet"]["leaves_in_steps"] = "for"
    answer = approval(None, sheet, {"fleet": ["stays"]})
    (row,) = rows(answer, "changes", subject="asked-1")
    assert (row["dropped"], row["added"]) == (("fleet=stays",), ("fleet=leaves_in_steps",))
    changed = approval(None, sheet, {"fleet": ["leaves_in_steps"]})
    assert outcome(changed, "asked-1") == "passes"
    assert not rows(changed, "changes", subject="asked-1")


def test_where_no_change_helps_that_is_said() -> None:
    nobody = stands(**dict.fromkeys(LISTS, "against"))
    assert findings(approval(None, nobody, {"fleet": ["stays"]}), "approval.no_change")


def test_a_clause_that_an_option_brings_clears_the_flag() -> None:
    answer = approval(None, None, {"text": ["new_lease"]}, {"text": ["new_lease", "term_of_years"]})
    missing = {row["subject"]: row["missing"] for row in rows(answer, "clauses")}
    assert missing == {"asked-1": ("duration",), "asked-2": ()}


def test_somebody_outside_the_body_may_stop_it() -> None:
    data = case_data()
    data["parties"]["cabinet"]["can_block"] = ["keep"]
    assert outcome(approval(data)) == "cannot_be_told"
    sheet = stands(**STAY, cabinet="against")
    assert outcome(approval(data, sheet)) == "fails"
    assert outcome(approval(data, sheet), route="decree") == "fails"
    assert outcome(approval(data, stands(**STAY, cabinet="for"))) == "passes"


def test_a_side_without_a_route_is_told_as_such() -> None:
    answer = approval()
    assert findings(answer, "approval.no_route", party="empire")
    (row,) = rows(approval(None, None, {"fleet": ["stays"]}), "survives", side="empire")
    assert row["survives"] == "no_route"


@given(stances, st.permutations(sorted(LISTS)))
def test_names_and_order_of_lists_change_nothing(said: dict[str, str], other: list[str]) -> None:
    data = case_data()
    names = dict(zip(sorted(LISTS), other, strict=True))
    for name, seats in LISTS.items():
        data["parties"][names[name]]["seats"] = seats
    renamed = {names[name]: stance for name, stance in said.items()}
    assert outcome(approval(data, stands(**renamed))) == outcome(approval(None, stands(**said)))


def test_a_route_with_a_condition_is_a_what_if_until_the_condition_holds() -> None:
    data = case_data()
    data["events"] = {"emergency": {"options": ["declared", "not_declared"]}}
    data["routes"]["decree"]["when"] = {"emergency": "declared"}
    against = stands(**dict.fromkeys(LISTS, "against"))
    assert rows(approval(data, against), "survives", subject="keep")[0]["survives"] == "no"
    data["tracks"]["keep"]["fixes"]["emergency"] = "declared"
    assert rows(approval(data, against), "survives", subject="keep")[0]["survives"] == "without_vote"

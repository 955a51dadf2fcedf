"""R10, unity of the negotiating side: the acceptance checks, and what must hold of any case."""

from copy import deepcopy
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from harbour import findings, rows
from hypothesis import given
from hypothesis import strategies as st
from islands import BLOCS, CASE, Data, bridge, case_of, unity

from hiwar.dossier import Case, read_case
from hiwar.questions import Answer, CannotAnswer, Firmness, Ground, Settings, answer_unity
from hiwar.questions.standings import Camp
from hiwar.questions.unity.index import agreement_bounds, index_of

DEPARTURE = "AG-04=AG-04a"
STANCES = ("for", "against", "neutral", "divided", "conditional", "unknown")
stances = st.dictionaries(st.sampled_from(BLOCS), st.sampled_from(STANCES), min_size=2)
plain_stances = st.dictionaries(st.sampled_from(BLOCS), st.sampled_from(STANCES[:3]), min_size=2)


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020")


@pytest.fixture(scope="module")
def at_home(flagship: Case) -> Answer:
    return answer_unity(flagship.dossier)


# The seed case


def test_r10_the_departure_of_the_forces_divides_iraq_and_the_unknown_is_named(at_home: Answer) -> None:
    (row,) = rows(at_home, "matters", side="A-IQ", on=DEPARTURE)
    assert {"A-IQ-COR", "A-IQ-FACT"} <= set(row["for"])
    assert set(row["against"]) == {"A-IQ-SUNNI", "A-IQ-KURD"}
    assert "A-IQ-SHIA" in row["divided"]
    assert row["unknown"] == ("A-IQ-REL",)
    assert row["conditional"] == ("A-IQ-GOV",)
    assert row["verdict"] == "not_unified"
    (told,) = findings(at_home, "unity.not_known", party="A-IQ", on=DEPARTURE)
    assert told.values["parties"] == ("A-IQ-REL",)
    assert told.firmness is Firmness.CANNOT_BE_TOLD
    (condition,) = findings(at_home, "unity.conditional", party="A-IQ-GOV")
    assert condition.values["when"] == ("EV-22=occurs",)


def test_r10_the_seat_does_not_speak_with_one_voice(at_home: Answer) -> None:
    (found,) = findings(at_home, "unity.side_not_unified", party="A-IQ")
    assert DEPARTURE in found.values["ons"]
    assert "PO-KURD-1" in found.trace


def test_r10_the_american_side_is_measured_by_the_same_rule_and_its_executive_power_stands_beside(
    flagship: Case, at_home: Answer
) -> None:
    assert findings(at_home, "unity.side_not_unified", party="A-US")
    assert findings(at_home, "unity.decides_alone", party="A-US")[0].values["item"] == "CAP-EXECUTIVE"
    assert "IM-A4" in rows(at_home, "power", capability="CAP-EXECUTIVE")[0]["claims"]
    powers = {key: item.model_copy(update={"has": "no"}) for key, item in flagship.dossier.capabilities.items()}
    without = answer_unity(flagship.dossier.model_copy(update={"capabilities": powers}))
    for table in ("overall", "issues", "matters", "shares"):
        assert without.tables[table] == at_home.tables[table]


def test_r10_division_weakens_is_the_case_s_own_claim_and_the_opposite_stands_beside_it(at_home: Answer) -> None:
    (claim,) = findings(at_home, "unity.said_to_weaken", party="A-IQ")
    assert (claim.values["claim"], claim.ground) == ("DU-05", Ground.SOURCE)
    assert findings(at_home, "unity.weakens", party="A-IQ")
    bases = rows(at_home, "readings", side="A-IQ", on="AG-04=AG-04b")
    assert {row["reading"]: row["effect"] for row in bases} == {
        "weakens": "cannot_be_told",
        "tied_hands": "stronger_if",
    }


def test_r10_the_reading_of_division_can_be_switched(flagship: Case) -> None:
    weak = answer_unity(flagship.dossier, settings=Settings(division="weakens"))
    tied = answer_unity(flagship.dossier, settings=Settings(division="tied_hands"))
    assert {row["reading"] for row in rows(weak, "readings")} == {"weakens"}
    assert {row["reading"] for row in rows(tied, "readings")} == {"tied_hands"}
    assert findings(weak, "unity.said_to_weaken")
    assert not findings(tied, "unity.said_to_weaken")
    assert not findings(tied, "unity.weakens")
    assert not [found for found in weak.findings if "tied_hands" in found.key]
    assert weak.tables["matters"] == tied.tables["matters"]


def test_r10_uniting_first_is_never_advised_without_what_the_case_holds_against_it(at_home: Answer) -> None:
    (advice,) = findings(at_home, "unity.unite_first", party="A-IQ")
    assert {"DU-06", "TF-14"} <= set(advice.values["objections"])
    assert advice.values["lacking"] == ("CAP-COMPONENTS",)
    assert {"DU-06", "TF-14", "CAP-COMPONENTS"} <= set(advice.trace)
    assert not findings(at_home, "unity.unite_first_unopposed", party="A-IQ")


def test_r10_what_the_delegation_lacks_is_named(at_home: Answer) -> None:
    (gap,) = findings(at_home, "unity.team_gap", party="A-IQ")
    assert set(gap.values["topics"]) == {"vision", "unity", "mandate", "members", "technical", "political", "economic"}
    assert findings(at_home, "unity.team_has", party="A-US")[0].values["topics"] == ("vision",)


def test_r10_on_the_second_case_unity_cannot_be_told_since_one_bloc_speaks(examples: Path) -> None:
    case = read_case(examples / "two-towns-water", ["first"])
    answer = answer_unity(case.dossier, case.sheets)
    assert [row["verdict"] for row in rows(answer, "overall")] == ["cannot_be_told", "cannot_be_told"]
    assert findings(answer, "unity.one_voice", party="millhaven")
    (lacks,) = findings(answer, "unity.team_lacks", party="millhaven")
    assert lacks.values["topics"] == ("vision", "legal")
    assert findings(answer, "unity.not_represented", party="millhaven")[0].values["parties"] == ("millhaven_council",)


# Any case


@given(plain_stances, st.sampled_from(BLOCS))
def test_r10_joining_the_majority_never_lowers_unity(said: dict[str, str], bloc: str) -> None:
    before = bridge(unity(case_of(**said)))
    if before["largest"] is None:
        return
    after = bridge(unity(case_of(**{**said, bloc: before["largest"]})))
    assert after["low"] >= before["low"]
    assert after["high"] >= before["high"]


@given(stances, st.sampled_from(BLOCS))
def test_r10_it_does_not_lower_unity_either_where_others_are_open(said: dict[str, str], bloc: str) -> None:
    before = bridge(unity(case_of(**said)))
    if bloc not in said or before["largest"] is None:
        return
    after = bridge(unity(case_of(**{**said, bloc: before["largest"]})))
    assert (after["low"], after["high"]) >= (before["low"], before["high"])
    assert after["high"] >= before["high"]


@pytest.mark.parametrize("stance", ["for", "against", "neutral"])
def test_r10_full_agreement_is_the_maximum(stance: str) -> None:
    row = bridge(unity(case_of(**dict.fromkeys(BLOCS, stance))))
    assert (row["low"], row["high"], row["verdict"]) == (1.0, 1.0, "unified")
    (found,) = findings(unity(case_of(**dict.fromkeys(BLOCS, stance))), "unity.unified")
    assert found.firmness is Firmness.CERTAIN


@given(stances, st.permutations(BLOCS))
def test_r10_names_and_order_of_blocs_change_no_number(said: dict[str, str], others: list[str]) -> None:
    renamed = {others[BLOCS.index(bloc)]: stance for bloc, stance in reversed(said.items())}
    numbers = ("low", "high", "low_stated", "high_stated", "low_if", "high_if", "verdict", "largest")
    first, second = bridge(unity(case_of(**said))), bridge(unity(case_of(**renamed)))
    assert [first[name] for name in numbers] == [second[name] for name in numbers]


@given(stances)
def test_the_same_rule_measures_either_side(said: dict[str, str]) -> None:
    data = case_of(**said)
    swapped = deepcopy(data)
    for party in swapped["parties"].values():
        party["of"] = {"north": "south", "south": "north", None: None}[party.get("of")]
    ours, theirs = bridge(unity(data)), bridge(unity(swapped, settings=Settings()), "south")
    assert {key: ours[key] for key in ours if key != "side"} == {key: theirs[key] for key in theirs if key != "side"}


@given(stances)
def test_bounds_hold_for_every_way_in_which_open_blocs_may_stand_and_are_reached(said: dict[str, str]) -> None:
    """By brute force over whole blocs; the least may need a bloc to be split, so it is only held as a bound."""
    row = bridge(unity(case_of(**said)))
    open_ = [bloc for bloc, stance in said.items() if stance not in ("for", "against", "neutral")]
    known = [stance for bloc, stance in said.items() if bloc not in open_]
    reached = []
    for filled in product(("for", "against", "neutral"), repeat=len(open_)):
        held = [*known, *filled]
        largest = max(held.count(camp) for camp in ("for", "against", "neutral"))
        reached.append(float(index_of(Fraction(largest, len(held)))))
    assert row["low"] <= min(reached) + 1e-12
    assert row["high"] == pytest.approx(max(reached))


def test_the_index_is_that_of_hix_noury_and_roland() -> None:
    """Their formula: (max - (rest) / 2) / all, for 60 in favour, 30 against and 10 abstaining: 0.4."""
    camps: dict[Camp, Fraction] = {"for": Fraction(6, 10), "against": Fraction(3, 10), "neutral": Fraction(1, 10)}
    assert agreement_bounds(camps) == (Fraction(2, 5), Fraction(2, 5))


def test_an_open_bloc_leaves_the_verdict_open_and_two_camps_settle_it() -> None:
    assert bridge(unity(case_of(farmers="for", town="for", guild="for", fishers="for", shrine="unknown")))[
        "verdict"
    ] == ("cannot_be_told")
    assert bridge(unity(case_of(farmers="for", town="against")))["verdict"] == "not_unified"
    assert bridge(unity(case_of(farmers="for", town="divided")))["verdict"] == "not_unified"


def test_a_condition_is_shown_with_what_it_would_make() -> None:
    when = {"stance": "conditional", "when": {"truce": "holds"}}
    row = bridge(unity(case_of(farmers="for", fishers="for", guild="for", town="for", shrine=when)))
    assert (row["verdict"], row["low_if"]) == ("cannot_be_told", 1.0)
    assert row["low"] < 1.0


def test_splitting_a_bloc_into_parts_that_say_the_same_changes_nothing() -> None:
    whole = case_of(farmers="for", town="against", guild="for", fishers="for", shrine="neutral")
    split = deepcopy(whole)
    split["parties"] |= {part: {"of": "town", "roles": "domestic_bloc"} for part in ("upper", "lower")}
    position = split["positions"].pop("p-town")
    split["positions"] |= {f"p-{part}": {**position, "party": part} for part in ("upper", "lower")}
    one, other = bridge(unity(whole)), bridge(unity(split))
    assert {key: one[key] for key in one} == {key: other[key] for key in other}


def test_parts_with_seats_weigh_by_their_seats() -> None:
    data = case_of(farmers="for", town="against")
    data["parties"]["farmers"]["seats"], data["parties"]["town"]["seats"] = 30, 10
    for bloc in ("fishers", "guild", "shrine"):
        del data["parties"][bloc]
    row = bridge(unity(data))
    assert row["low"] == row["high"] == pytest.approx(float(index_of(Fraction(3, 4))))


def test_a_stated_share_counts_as_such() -> None:
    parts: Data = {"p1": {"stance": "for", "share": 0.7}, "p2": {"stance": "against", "share": 0.3}}
    data = case_of(farmers="for")
    data["positions"] |= {key: {"party": "town", "on": {"bridge": "build"}, **part} for key, part in parts.items()}
    shares = {row["state"]: row["share"] for row in rows(unity(data), "shares", side="north")}
    assert shares["for"] == pytest.approx(1.7 / 2)
    assert shares["against"] == pytest.approx(0.3 / 2)
    data["positions"]["p2"]["share"] = 0.4
    with pytest.raises(CannotAnswer, match="add up to more than the whole"):
        unity(data)


def test_a_sheet_overrides_the_case_and_sheets_that_differ_leave_it_open() -> None:
    data = case_of(farmers="for", town="against", guild="for", fishers="for", shrine="for")
    won_over = {"positions": {"town": {"bridge": {"build": "for"}}}}
    opposed = {"positions": {"town": {"bridge": {"build": "against"}}}}
    assert bridge(unity(data, won_over))["verdict"] == "unified"
    both = bridge(unity(data, won_over, opposed))
    assert (both["verdict"], both["unknown"]) == ("cannot_be_told", ("town",))
    (row,) = rows(unity(data, won_over), "positions", party="town")
    assert row["ground"] == "analyst"


def test_who_can_stop_it_at_home_and_is_against_ties_the_hands() -> None:
    data = case_of(farmers="for", town="against")
    assert not findings(unity(data), "unity.tied_hands")
    data["parties"]["town"]["can_block"] = ["bridge"]
    answer = unity(data)
    assert findings(answer, "unity.tied_hands", party="north")[0].values["parties"] == ("town",)
    assert findings(answer, "unity.readings_differ", party="north")[0].values["ons"] == ("bridge=build",)
    data["positions"]["p-town"]["stance"] = "for"
    assert findings(unity(data), "unity.tied_hands_none", party="north")


def test_without_positions_nothing_is_said_of_unity() -> None:
    answer = unity(deepcopy(CASE))
    assert findings(answer, "unity.no_positions", party="north")
    assert [row["verdict"] for row in rows(answer, "overall")] == ["cannot_be_told", "cannot_be_told"]
    assert findings(answer, "unity.no_team", party="north")


def test_objections_to_uniting_first_count_for_the_side_they_are_about() -> None:
    data: dict[str, Any] = case_of(farmers="for", town="against", traders="for", sailors="against")
    data["claims"] = {"no_trust": {"kind": "inference", "about": "town", "on_unity": "cannot_unite_first"}}
    answer = unity(data)
    assert findings(answer, "unity.unite_first", party="north")[0].values["objections"] == ("no_trust",)
    assert findings(answer, "unity.unite_first_unopposed", party="south")


def test_one_voice_alone_tells_nothing_of_agreement() -> None:
    row = bridge(unity(case_of(farmers="for")))
    assert (row["low"], row["high"], row["low_stated"], row["verdict"]) == (0.0, 1.0, None, "cannot_be_told")


def test_trust_is_as_the_sheets_judge_it_where_they_agree() -> None:
    data = case_of(farmers="for", town="against")
    data["ties"] = {"old_quarrel": {"kind": "trust", "party": "farmers", "other": "town"}}
    assert [row["level"] for row in rows(unity(data), "trust")] == [None]
    little, much = ({"ties": {"old_quarrel": word}} for word in ("minor", "major"))
    assert [row["level"] for row in rows(unity(data, little), "trust")] == ["minor"]
    assert [row["level"] for row in rows(unity(data, little, much), "trust")] == [None]

"""R14, the stated terms as checks: the acceptance checks on the flagship, each term broken by itself."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from harbour import findings, rows
from hypothesis import given
from hypothesis import strategies as st
from immutabledict import immutabledict

from hiwar.dossier import Case
from hiwar.dossier.plans import Plan
from hiwar.questions import Answer, Firmness, Ground, Settings, answer_terms
from hiwar.questions.terms.points import State, all_of

Data = dict[str, Any]
MUSTS = ("C1", "C3", "C4", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13")
SHOULDS = ("C2", "C5")
PROHIBITIONS = ("C3", "C4", "C9", "C12")
FIVE_DOMAINS = ("security_military", "political", "health", "economic_financial", "social")
CASES = tuple(product(("direct", "indirect"), ("compelled", "voluntary")))
OURS = {"text": "for the test", "by": "the test"}


@pytest.fixture(scope="module")
def reference(flagship: Case) -> Data:
    """The plan of the flagship with the one thing that nobody knows: that the components stand behind it."""
    data = flagship.dossier.plans["RP"].model_dump(mode="json")
    for voice in data["consulted"].values():
        voice["stance"] = "for"
    return data


def held(case: Case, plan: Data, *, with_sheet: bool = True) -> Answer:
    dossier = case.dossier.model_copy(update={"plans": immutabledict({"RP": Plan.model_validate(plan)})})
    return answer_terms(dossier, case.sheets if with_sheet else ())


def states(answer: Answer, subject: str = "RP") -> Mapping[str, str]:
    return {row["term"]: row["state"] for row in rows(answer, "terms", subject=subject)}


def reasons(answer: Answer, term: str, subject: str = "RP") -> Mapping[str, Data]:
    return {row["reason"]: row for row in rows(answer, "reasons", subject=subject, term=term)}


def changed(plan: Data, **fields: Any) -> Data:
    return {**deepcopy(plan), **fields}


# Empty, whole, and each term broken by itself


@pytest.mark.parametrize("with_sheet", [True, False])
def test_r14_an_empty_plan_meets_none_of_the_thirteen(flagship: Case, *, with_sheet: bool) -> None:
    """Not even a prohibition: what is not stated is not ruled out."""
    found = states(held(flagship, {"id": "RP"}, with_sheet=with_sheet))
    assert len(found) == 13
    assert "met" not in found.values()
    assert {found[term] for term in PROHIBITIONS} == {"cannot_be_told"}


def test_r14_the_reference_plan_meets_all_musts(flagship: Case, reference: Data) -> None:
    answer = held(flagship, reference)
    assert states(answer) == dict.fromkeys((*MUSTS, *SHOULDS), "met")
    (told,) = findings(answer, "terms.all_musts_met", subject="RP")
    assert told.firmness is Firmness.CERTAIN
    assert set(MUSTS) <= set(told.trace)


def test_r14_in_the_case_itself_nobody_asked_the_components(flagship: Case) -> None:
    """The flagship's plan states no position of a component, so that the first term is left open and said to be."""
    answer = answer_terms(flagship.dossier, flagship.sheets)
    assert {term: state for term, state in states(answer).items() if state != "met"} == {"C1": "cannot_be_told"}
    (counts,) = findings(answer, "terms.counts", subject="RP")
    assert (counts.values["must_met"], counts.values["must_cannot_be_told"]) == (10, 1)
    (told,) = findings(answer, "terms.open", subject="RP")
    assert told.values["terms"] == ("C1",)


def _without(plan: Data, part: str, *keys: str) -> Data:
    return changed(plan, **{part: {key: one for key, one in plan[part].items() if key not in keys}})


def _with(plan: Data, part: str, key: str, **fields: Any) -> Data:
    return changed(plan, **{part: {**plan[part], key: {"id": key, "because": OURS, **fields}}})


def mutants(plan: Data) -> Mapping[str, tuple[Data, str]]:
    """Term to a plan that breaks it, and the reason that must be given."""
    package = plan["package"]
    toward_nobody = deepcopy(plan["measures"])
    toward_nobody["RP-M1"]["toward"] = []
    bare = deepcopy(plan["measures"])
    bare["RP-M6"] |= {"because": None, "cite": []}
    no_economy = {key: value for key, value in package.items() if key not in ("AG-10", "AG-11", "AG-12", "AG-13")}
    exchange = [{"what": "A-US", "by": ["A-RU"]}]
    return {
        "C1": (changed(plan, represented=["A-IQ-GOV", "A-IQ-SHIA", "A-IQ-SUNNI"]), "not_represented"),
        "C2": (changed(plan, package={**package, "AG-03": ["AG-03a"]}), "option_breaks"),
        "C3": (_with(plan, "tasks", "X", relies_on=["RE-BUFFER"]), "counts_on"),
        "C4": (changed(plan, uses={}), "use_unregulated"),
        "C5": (changed(plan, measures=toward_nobody), "no_measure_toward"),
        "C6": (_without(plan, "measures", "RP-M4"), "no_measure_in"),
        "C7": (changed(plan, measures=bare), "without_ground"),
        "C8": (changed(plan, aim="delay"), "aims_at"),
        "C9": (_with(plan, "success_conditions", "X", relies_on=[], when={"EV-11": ["none"]}), "counts_on"),
        "C10": (changed(plan, package=no_economy), "shared_domain_empty"),
        "C11": (_with(plan, "assumptions", "X", relies_on=["RE-NEUTRAL"]), "counts_on"),
        "C12": (_with(plan, "fallbacks", "X", when={"EV-12": ["occurs"]}, replaces=exchange), "replaced"),
        "C13": (changed(plan, pressures={}), "no_pressure_run"),
    }


@pytest.mark.parametrize("term", [*MUSTS, *SHOULDS])
def test_r14_each_mutant_flips_its_term_and_no_other(flagship: Case, reference: Data, term: str) -> None:
    plan, reason = mutants(reference)[term]
    answer = held(flagship, plan)
    assert {key: state for key, state in states(answer).items() if state != "met"} == {term: "not_met"}
    assert reason in reasons(answer, term)
    (told,) = findings(answer, "terms.breach" if term in MUSTS else "terms.warning", subject="RP")
    assert told.values["terms"] == (term,)


def test_r14_one_illusion_breaks_two_terms_that_both_forbid_it(flagship: Case, reference: Data) -> None:
    """An assumption that Iraq stands between two parties is an illusion (C11) and the part of a buffer (C3)."""
    found = states(held(flagship, _with(reference, "assumptions", "X", relies_on=["CAP-BUFFER"])))
    assert {key for key, state in found.items() if state == "not_met"} == {"C3", "C11"}


# C4: no proxy war


@pytest.mark.parametrize(("manner", "will"), CASES)
def test_r14_each_of_the_four_uses_must_be_ruled_out(flagship: Case, reference: Data, manner: str, will: str) -> None:
    ban = {"of": ["territory", "bases", "forces", "money"], "is_allowed": False, "because": OURS}
    others = {f"X{n}": {**ban, "id": f"X{n}", "manner": m, "will": w} for n, (m, w) in enumerate(CASES)}
    assert states(held(flagship, changed(reference, uses=others)))["C4"] == "met"
    del others[f"X{CASES.index((manner, will))}"]
    answer = held(flagship, changed(reference, uses=others))
    assert states(answer)["C4"] == "not_met"
    row = reasons(answer, "C4")["use_unregulated"]
    assert row["about"][:2] == (manner, will)
    assert set(row["elements"]) == {"AG-04=AG-04f", "AG-04=AG-04g", "AG-04=AG-04i"}


@pytest.mark.parametrize(("manner", "will"), CASES)
def test_r14_each_of_the_four_uses_that_is_allowed_fails(
    flagship: Case, reference: Data, manner: str, will: str
) -> None:
    use = {"of": "territory", "by": "A-US", "against": "A-IR", "manner": manner, "will": will, "is_allowed": True}
    answer = held(flagship, _with(reference, "uses", "X", **use))
    assert reasons(answer, "C4")["use_allowed"]["elements"] == ("X",)
    assert reasons(answer, "C4")["use_allowed"]["about"] == (manner, will)


def test_r14_once_the_forces_leave_silence_on_a_use_is_no_breach_and_is_not_met(
    flagship: Case, reference: Data
) -> None:
    package = {**reference["package"], "AG-04": ["AG-04a"]}
    found = states(held(flagship, changed(reference, uses={}, package=package, track="T2")))
    assert found["C4"] == "cannot_be_told"


def test_r14_a_use_against_the_common_threat_or_by_the_seat_itself_is_no_proxy_war(
    flagship: Case, reference: Data
) -> None:
    use = {"of": "forces", "by": "A-IQ-MIL", "against": "A-IR", "is_allowed": True}
    assert states(held(flagship, _with(reference, "uses", "X", **use)))["C4"] == "met"


def test_r14_strikes_that_the_package_allows_fail(flagship: Case, reference: Data) -> None:
    package = {**reference["package"], "AG-06": ["AG-06d"]}
    answer = held(flagship, changed(reference, package=package))
    assert reasons(answer, "C4")["option_held"]["elements"] == ("AG-06=AG-06d",)


# C12: no exchange of patrons


@pytest.mark.parametrize(("what", "by"), [("A-US", "A-RU"), ("CAP-DOLLAR", "CAP-EURO")])
def test_r14_one_power_or_currency_for_another_fails(flagship: Case, reference: Data, what: str, by: str) -> None:
    answer = held(flagship, _with(reference, "fallbacks", "X", replaces=[{"what": what, "by": by}]))
    assert reasons(answer, "C12")["replaced"] == {
        "subject": "RP",
        "term": "C12",
        "state": "not_met",
        "criterion": "does_not_replace",
        "reason": "replaced",
        "about": (what, by),
        "elements": ("X",),
    }


def test_r14_open_to_all_countries_as_well_does_not_fail(flagship: Case, reference: Data) -> None:
    added = {"package": {"AG-11": ["AG-11a", "AG-11d"]}, "replaces": []}
    assert states(held(flagship, _with(reference, "fallbacks", "X", **added)))["C12"] == "met"
    silent = _with(reference, "fallbacks", "X", package={"AG-11": ["AG-11a", "AG-11d"]})
    assert states(held(flagship, silent))["C12"] == "cannot_be_told"


# C6: beyond one administration


@pytest.mark.parametrize("domain", FIVE_DOMAINS)
def test_r14_each_of_the_five_domains_needs_a_measure(flagship: Case, reference: Data, domain: str) -> None:
    tree = flagship.dossier.domains
    measures = deepcopy(reference["measures"])
    for one in measures.values():
        one["domains"] = [key for key in one["domains"] if domain not in (key, tree[key].of)]
    answer = held(flagship, changed(reference, measures=measures))
    assert reasons(answer, "C6")["no_measure_in"]["about"] == (domain,)


def test_r14_an_outcome_without_an_acceptable_course_fails_and_a_fallback_repairs_it(
    flagship: Case, reference: Data
) -> None:
    """The course on withdrawal alone is open only if the incumbent wins (T2-K3)."""
    package = {"AG-04": ["AG-04a"]}
    alone = changed(reference, track="T2", package=package, fallbacks={})
    row = reasons(held(flagship, alone), "C6")["no_course"]
    assert row["about"] == ("EV-01=trump_loses",)
    assert "T2-K3" in row["elements"]
    other = {"when": {"EV-01": ["trump_loses"]}, "track": "TG-4", "replaces": []}
    assert states(held(flagship, _with(alone, "fallbacks", "X", **other)))["C6"] == "met"
    too_late = {**other, "when": {"EV-01": ["trump_wins"]}}
    assert states(held(flagship, _with(alone, "fallbacks", "X", **too_late)))["C6"] == "not_met"


def test_r14_no_outcome_may_be_left_to_what_is_not_fixed(flagship: Case, reference: Data) -> None:
    """Whether track 3 can be taken hangs on the future of the forces; a package without it leaves that open."""
    package = {key: value for key, value in reference["package"].items() if key != "AG-04"}
    row = reasons(held(flagship, changed(reference, package=package, fallbacks={})), "C6")["course_open"]
    assert row["state"] == "cannot_be_told"


# C13: pressure


@pytest.mark.parametrize(
    ("effect", "state", "reason"),
    [
        (None, "not_met", "effect_not_stated"),
        ({"security": {"unity": "holds"}, "geography": {"unity": "holds"}}, "not_met", "effect_not_stated"),
        ({"security": "holds", "geography": "broken", "politics": "holds"}, "not_met", "floor_broken"),
        ({"security": "holds", "geography": "unknown", "politics": "holds"}, "cannot_be_told", "effect_unknown"),
    ],
)
def test_r14_every_pressure_states_what_it_does_to_unity_and_unity_holds(
    flagship: Case, reference: Data, effect: Data | None, state: str, reason: str
) -> None:
    pressures = deepcopy(reference["pressures"])
    spelt = {key: {"unity": one} if isinstance(one, str) else one for key, one in (effect or {}).items()}
    pressures["RP-P1"]["effect"] = spelt if effect is not None else None
    answer = held(flagship, changed(reference, pressures=pressures))
    assert states(answer)["C13"] == state
    assert reasons(answer, "C13")[reason]["elements"] == ("RP-P1",)


def test_r14_a_plan_that_says_nothing_of_pressure_cannot_be_told_and_one_without_any_fails(
    flagship: Case, reference: Data
) -> None:
    assert states(held(flagship, changed(reference, pressures=None)))["C13"] == "cannot_be_told"
    assert states(held(flagship, changed(reference, pressures={})))["C13"] == "not_met"
    spared = reasons(held(flagship, _without(reference, "pressures", "RP-P3")), "C13")["party_not_pressed"]
    assert spared["about"] == ("A-IQ-SUNNI", "A-IQ-KURD")


# The other terms, case by case


@pytest.mark.parametrize(
    ("voice", "state", "reason"),
    [
        ({"stance": "against", "over": ["AG-04"]}, "not_met", "rejects"),
        ({"stance": "against", "over": ["AG-18"]}, "met", "met"),
        ({"stance": "against"}, "cannot_be_told", "rejects_over_unknown"),
        ({"stance": "divided"}, "cannot_be_told", "position_divided"),
        ({"stance": "unknown"}, "cannot_be_told", "position_not_stated"),
        ({"stance": "conditional", "when": {"AG-17": ["AG-17a"]}}, "met", "met"),
        ({"stance": "conditional", "when": {"AG-17": ["AG-17b"]}}, "cannot_be_told", "position_conditional"),
    ],
)
def test_r14_where_a_component_stands_decides_the_first_term(
    flagship: Case, reference: Data, voice: Data, state: str, reason: str
) -> None:
    """A quarrel over the make-up of the delegation (AG-18) is about power, not about running the state."""
    consulted = deepcopy(reference["consulted"])
    consulted["RP-C3"] |= {"over": None, **voice}
    answer = held(flagship, changed(reference, consulted=consulted))
    assert states(answer)["C1"] == state
    assert reason in reasons(answer, "C1")


def test_r14_harm_done_to_a_neighbour_must_be_made_up_for(flagship: Case, reference: Data) -> None:
    measures = deepcopy(reference["measures"])
    measures["RP-M1"]["offsets"] = {}
    row = reasons(held(flagship, changed(reference, measures=measures)), "C5")["harm_not_offset"]
    assert (row["about"], row["elements"]) == (("A-IR",), ("AG-04=AG-04f", "TP-IR-2"))


def test_r14_values_against_no_agreement_come_from_the_sheets_alone(flagship: Case, reference: Data) -> None:
    assert "value_not_judged" in reasons(held(flagship, reference, with_sheet=False), "C8")
    assert states(held(flagship, reference))["C8"] == "met"


def test_r14_giving_nothing_and_giving_everything_both_fail(flagship: Case, reference: Data) -> None:
    """Each on two issues on which both sides have a first choice: form of the relation, sanctions."""
    takes_all = {"AG-03": ["AG-03c"], "AG-10": ["AG-10c"]}
    answer = held(flagship, changed(reference, package=takes_all))
    assert reasons(answer, "C11")["concedes_nothing"]["about"] == ("A-IQ",)
    assert reasons(answer, "C11")["concedes_everything"]["about"] == ("A-US",)


def test_r14_judgements_without_a_reason_break_objectivity(flagship: Case, reference: Data) -> None:
    sheet = flagship.sheets[0]
    size = sheet.size["T1-1"]
    judged = size.entries[0].judged.model_copy(update={"because": None})
    bare = size.model_copy(update={"entries": (size.entries[0].model_copy(update={"judged": judged}),)})
    other = sheet.model_copy(update={"size": immutabledict({**sheet.size, "T1-1": bare})})
    case = Case(flagship.dossier, (other,), (), (), {})
    row = reasons(held(case, reference), "C7")["judgement_without_reason"]
    assert row["elements"] == ("illustration:size:T1-1",)


def test_r14_weights_for_a_component_break_objectivity(flagship: Case, reference: Data) -> None:
    sheet = flagship.sheets[0]
    weights = immutabledict({**sheet.weights, "A-IQ-SHIA": next(iter(sheet.weights.values()))})
    case = Case(flagship.dossier, (sheet.model_copy(update={"weights": weights}),), (), (), {})
    assert reasons(held(case, reference), "C7")["weighs_component"]["about"] == ("A-IQ-SHIA",)


def test_r14_the_seventh_term_is_applied_in_its_evident_sense_and_that_is_told(flagship: Case) -> None:
    answer = answer_terms(flagship.dossier, flagship.sheets)
    (told,) = findings(answer, "terms.reading", term="C7")
    assert (told.values["reading"], told.values["count"], told.ground) == (1, 2, Ground.ANALYST)
    readings = flagship.dossier.terms["C7"].readings
    assert "the objective view is to be adopted" in str(readings[0].text)
    assert [row["followed"] for row in rows(answer, "readings", term="C7")] == [True, False]


def test_r14_waiting_for_the_election_goes_against_the_eighth_term(flagship: Case) -> None:
    answer = answer_terms(flagship.dossier, flagship.sheets)
    assert states(answer, "T1-postpone")["C8"] == "not_met"
    assert reasons(answer, "C8", "T1-postpone")["option_breaks"]["elements"] == ("AG-01=AG-01b",)


def test_r14_a_scope_that_shuts_a_shared_domain_out_breaks_the_tenth_term(flagship: Case) -> None:
    answer = answer_terms(flagship.dossier, flagship.sheets)
    assert reasons(answer, "C10", "T2")["off_the_agenda"]["about"] == ("economic_financial",)
    assert reasons(answer, "C10", "TG-3")["off_the_agenda"]["elements"] == ("AG-02=AG-02b",)
    assert states(answer, "T3-choice")["C10"] == "cannot_be_told"


def test_r14_a_package_of_the_settings_is_held_against_the_terms(flagship: Case) -> None:
    package = {"AG-03": ("AG-03a",), "AG-16": ("AG-16i",)}
    answer = answer_terms(flagship.dossier, flagship.sheets, Settings(packages=(package,)))
    found = states(answer, "asked-1")
    assert (found["C2"], found["C12"], found["C4"]) == ("not_met", "not_met", "cannot_be_told")


def test_r14_a_plan_that_cannot_be_carried_out_is_said_to_be_so(flagship: Case, reference: Data) -> None:
    package = {**reference["package"], "AG-02": ["AG-02a"], "AG-04": ["AG-04a", "AG-04f"]}
    answer = held(flagship, changed(reference, package=package))
    (against,) = findings(answer, "terms.against_course", subject="RP")
    assert against.values["issues"] == ("AG-02",)
    (broken,) = findings(answer, "terms.breaks_rules", subject="RP")
    assert {"RU-01", "RU-02"} <= set(broken.values["rules"])


def test_r14_shares_of_domains_in_commitments_stand_beside_their_shares_in_interests(flagship: Case) -> None:
    found = rows(answer_terms(flagship.dossier), "shares", subject="RP", party="A-IQ")
    assert sum(row["share_of_issues"] for row in found) == pytest.approx(1)
    assert sum(row["share_of_goals"] for row in found) == pytest.approx(1)
    (economy,) = [row for row in found if row["domain"] == "economic_financial"]
    assert (economy["issues"], economy["goals"]) == (4, 3)


# The logic of three values

STATES: tuple[State, ...] = ("met", "not_met", "cannot_be_told")
several = st.lists(st.sampled_from(STATES), max_size=6)


@given(several)
def test_a_term_is_met_only_where_everything_is(found: list[State]) -> None:
    assert (all_of(found) == "met") == (bool(found) and set(found) == {"met"})
    assert (all_of(found) == "not_met") == ("not_met" in found)


@given(several, st.integers(0, 5), st.sampled_from(STATES))
def test_knowing_more_never_turns_a_settled_answer(found: list[State], place: int, known: State) -> None:
    """What was met or not met while something was open stays so whatever that turns out to be."""
    before = [*found, "cannot_be_told"]
    after = [*found, known]
    if all_of(before) != "cannot_be_told":
        assert all_of(after) == all_of(before)
    assert all_of(sorted(after)) == all_of(after[place % len(after) :] + after[: place % len(after)])

"""The flagship case holds each actor, goal, claim, term and question of its paper, and fills no gap it leaves."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiwar.dossier.model import Dossier, items_of, principals, side_of
from hiwar.dossier.reading import read_case
from hiwar.dossier.records import in_language

FOLDER = Path(__file__).parents[2] / "examples" / "iraq-us-2020"
OURS = [
    "domains",
    "parties",
    "empty_roles",
    "places",
    "goals",
    "relations",
    "positions",
    "delegations",
    "acts",
    "agreements",
    "routes",
    "capabilities",
    "ties",
    "calendar",
    "terms",
    "questions",
    "claims",
    "comparators",
]

US_ACTORS = "ADM PRES CONGRESS PARTIES BUR DEF FOR CIA NEWPRES FORCES DIPL COMP OBAMA REAGAN"
IRAQI_ACTORS = (
    "GOV DM TEAM PM COR UPPER REL MIL SYS PREVGOV LEADERS FUND CIT SHIA SUNNI KURD COMPL PARTIES FACT FACTL PMF "
    "KRG ANBAR NINE GOVERN"
)
OTHER_ACTORS = (
    "A-US A-IQ A-IR A-IR-ALLIES A-SA A-QA A-EG A-TN A-KW A-MA A-SD A-BH A-ARAB A-GULF A-REGION A-IL A-RU A-CN "
    "A-EURCOUNTRIES A-INTCOM A-MAJOR A-OTHERC A-SY A-YE A-LB A-AF A-KP A-GB A-NATO A-EU A-COAL A-MESA A-ISIS A-INVEST "
    "A-MISSION A-BAYAN P-TRUMP P-KAZEMI P-ABDULMAHDI P-QOMI P-KISSINGER P-AUTH1 P-AUTH2"
)
THIRD_PARTY_GOALS = (
    "TP-IR-1 TP-IR-2 TP-IR-3 TP-IR-4 TP-IR-5 TP-IR-6 TP-KS-1 TP-SH-1 TP-FA-1 TP-FA-2 TP-MP-1 TP-AR-1 TP-AR-2 TP-IL-1 "
    "TP-RC-1 TP-EC-1"
)
STATED_PAIRS = 17
"""Pairs of goals whose relation the paper itself states or nearly states."""


def ids(prefix: str, last: int, digits: int = 2) -> set[str]:
    """Ids of a run: ``ids("HI", 19)`` is HI-01 to HI-19."""
    return {f"{prefix}-{number:0{digits}d}" for number in range(1, last + 1)}


def actor_ids() -> set[str]:
    american = {f"A-US-{name}" for name in US_ACTORS.split()}
    return american | {f"A-IQ-{name}" for name in IRAQI_ACTORS.split()} | set(OTHER_ACTORS.split())


def goal_ids() -> set[str]:
    american = ids("UG", 12) | {f"UG-12{dash}" for dash in "abcd"} | ids("UR", 6) | ids("UI", 7)
    return american | ids("IG", 11) | ids("II", 7) | ids("IW", 6) | set(THIRD_PARTY_GOALS.split())


def claim_ids() -> set[str]:
    runs = {"HI": 19, "TF": 17, "NA": 14, "DU": 21, "LG": 14, "IM": 9, "ME": 22, "F": 11}
    found = set[str]().union(*(ids(prefix, last) for prefix, last in runs.items()))
    single = ids("RF", 3, 1) | ids("XQ", 7, 1) | {f"IM-A{number}" for number in range(1, 11)}
    return found | single | {"AM-14", "AM-15", "AM-23", "AM-25", "AM-27", "AM-27-W", "TR-0", "TG-1", "TG-2", "TG-5"}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read_case(FOLDER).dossier


# R1: parties


def test_r1_every_actor_of_the_paper_is_there_and_only_lists_of_seats_beside_them(dossier: Dossier) -> None:
    lists = {key for key, party in dossier.parties.items() if "parliamentary_list" in party.roles}
    assert len(actor_ids()) == 82
    assert set(dossier.parties) - lists == actor_ids()


def test_r1_there_are_two_principals_and_iran_is_a_third_party(dossier: Dossier) -> None:
    assert principals(dossier) == ("A-IQ", "A-US")
    assert "third_party" in dossier.parties["A-IR"].roles
    assert side_of(dossier, "A-IR") == "A-IR"


def test_r1_nobody_mediates_and_the_passage_says_so(dossier: Dossier) -> None:
    empty = dossier.empty_roles["RE-MEDIATOR"]
    assert (empty.role, empty.for_party) == ("mediator", None)
    assert empty.is_stated
    assert not any("mediator" in party.roles for party in dossier.parties.values())


def test_r1_components_and_institutions_belong_to_their_state(dossier: Dossier) -> None:
    iraqi = ["SHIA", "SUNNI", "KURD", "FACT", "COR", "REL", "GOV", "TEAM"]
    american = ["PARTIES", "BUR", "DEF", "FOR", "CIA", "CONGRESS", "PRES"]
    assert {side_of(dossier, f"A-IQ-{name}") for name in iraqi} == {"A-IQ"}
    assert {side_of(dossier, f"A-US-{name}") for name in american} == {"A-US"}
    assert side_of(dossier, "P-KAZEMI") == "A-IQ"
    assert side_of(dossier, "P-TRUMP") == "A-US"


def test_r1_shiite_forces_are_divided_and_partly_against_withdrawal_without_being_entered_twice(
    dossier: Dossier,
) -> None:
    held = [position.stance for position in dossier.positions.values() if position.party == "A-IQ-SHIA"]
    assert sorted(held) == ["against", "divided"]


# R2: goals


def test_r2_every_goal_is_there(dossier: Dossier) -> None:
    assert len(goal_ids()) == 69
    assert set(dossier.goals) == goal_ids()


def test_r2_the_american_list_has_12_bullets_and_4_dashes_of_which_3_are_considerations(dossier: Dossier) -> None:
    listed = [goal for key, goal in dossier.goals.items() if key.startswith("UG-")]
    dashes = {goal.id for goal in listed if goal.parent == "UG-12"}
    assert (len(listed) - len(dashes), len(dashes)) == (12, 4)
    assert {goal.id for goal in listed if goal.kind == "consideration"} == ids("UG", 3)


def test_r2_iraq_has_11_bullets_and_7_supreme_interests(dossier: Dossier) -> None:
    iraqi = Counter(goal.kind for goal in dossier.goals.values() if goal.owner == ("A-IQ",))
    assert iraqi == {"aim": 11, "supreme_interest": 7, "statement": 6}


def test_r2_no_ultimate_goal_of_iraq_no_priority_and_no_floor_is_invented(dossier: Dossier) -> None:
    assert [goal.id for goal in dossier.goals.values() if goal.kind == "ultimate"] == ["UR-01"]
    assert not any(goal.priority or goal.has_floor for goal in dossier.goals.values())


def test_r2_departure_and_a_new_agreement_contradict_each_other_inside_one_party(dossier: Dossier) -> None:
    departure, agreement = dossier.goals["IG-02"], dossier.goals["IG-03"]
    within = dossier.relations["PR-IN-1"]
    assert (within.between, within.relation) == (("IG-02", "IG-03"), "conflicting")
    assert departure.owner == agreement.owner == ("A-IQ",)
    assert departure.when == {"EV-22": ("occurs",)}
    assert agreement.when == {"EV-26": ("present",)}


# R3: relations


def test_r3_103_pairs_are_judged_once_each_and_never_inside_one_party(dossier: Dossier) -> None:
    pairs = [relation for key, relation in dossier.relations.items() if key != "PR-IN-1"]
    assert {pair.id for pair in pairs} == ids("PR", 103, 3)
    assert Counter(pair.relation for pair in pairs) == {"compatible": 42, "conflicting": 38, "mixed": 23}
    assert len({frozenset(pair.between) for pair in pairs}) == 103
    for pair in pairs:
        one, other = (set(dossier.goals[key].owner) for key in pair.between)
        assert not one & other, pair.id


def test_r3_each_pair_rests_on_the_paper_or_on_a_judgement_and_says_which(dossier: Dossier) -> None:
    pairs = [relation for key, relation in dossier.relations.items() if key != "PR-IN-1"]
    assert sum(pair.is_stated for pair in pairs) == STATED_PAIRS
    assert all(pair.is_stated != (pair.because is not None) for pair in pairs)


@pytest.mark.parametrize(
    ("pair", "relation", "is_stated"),
    [
        (("UG-12a", "IG-03"), "compatible", True),
        (("UG-04", "IG-02"), "conflicting", True),
        (("UG-06", "IG-08"), "compatible", False),
    ],
)
def test_r3_known_pairs(dossier: Dossier, pair: tuple[str, str], relation: str, is_stated: bool) -> None:
    found = [record for record in dossier.relations.values() if set(record.between) == set(pair)]
    assert [(record.relation, record.is_stated) for record in found] == [(relation, is_stated)]


# R10, R11: at home


def test_r10_positions_on_the_departure_of_the_forces(dossier: Dossier) -> None:
    departure = {"AG-04": ("AG-04a",)}
    held = {(position.party, position.stance) for position in dossier.positions.values() if position.on == departure}
    assert held >= {
        ("A-IQ-COR", "for"),
        ("A-IQ-FACT", "for"),
        ("A-IQ-SUNNI", "against"),
        ("A-IQ-KURD", "against"),
        ("A-IQ-SHIA", "divided"),
        ("A-IQ-REL", "unknown"),
        ("A-IQ-GOV", "conditional"),
    }
    assert all(position.share is None for position in dossier.positions.values())


def test_r10_the_iraqi_delegation_is_asked_about_not_described(dossier: Dossier) -> None:
    iraqi, american = dossier.delegations["DEL-IQ"], dossier.delegations["DEL-US"]
    assert (iraqi.has_clear_vision, iraqi.is_unified, iraqi.members, iraqi.mandate) == ("unknown", "unknown", (), None)
    assert iraqi.competences == {"technical": "unknown", "political": "unknown", "economic": "unknown"}
    assert (american.has_clear_vision, american.is_unified) == ("yes", None)


def test_r11_the_departure_demand_is_a_decision_that_does_not_bind(dossier: Dossier) -> None:
    act = dossier.acts["ACT-DEPARTURE"]
    assert (act.form, act.is_binding, act.is_adopted) == ("decision", "no", "yes")
    assert act.demands == {"AG-04": ("AG-04a",)}


def test_r11_the_old_agreement_lacks_duration_and_mechanisms(dossier: Dossier) -> None:
    assert set(dossier.agreements["AGR-FRAMEWORK"].lacks) == {"duration", "mechanisms"}
    assert dossier.agreements["AGR-WITHDRAWAL"].state == "ended"
    assert dossier.agreements["AGR-1954"].was_before_legislature == "no"


def test_r11_the_route_past_parliament_harms_democracy_and_raises_its_opposition(dossier: Dossier) -> None:
    route = dossier.routes["RT-EXEC"]
    assert (route.body, route.harms, route.raises) == (None, ("II-05",), ("T3-H4",))


def test_r11_seats_add_up_to_the_council_and_routes_know_its_size(dossier: Dossier) -> None:
    lists = [party for party in dossier.parties.values() if party.seats]
    assert len(lists) == 39
    assert sum(party.seats or 0 for party in lists) == 329
    assert all(party.of == "A-IQ-COR" and party.is_stated for party in lists)
    votes = [route for route in dossier.routes.values() if route.body == "A-IQ-COR"]
    assert {(route.seats, route.quorum) for route in votes} == {(329, 165)}


# R12, R14, R15, R16, R18


def test_r12_leverage_of_both_sides(dossier: Dossier) -> None:
    levers = [tie for tie in dossier.ties.values() if tie.kind == "leverage"]
    iraqi = {tie.id for tie in levers if (side_of(dossier, tie.party), side_of(dossier, tie.other)) == ("A-IQ", "A-US")}
    american = {
        tie.id for tie in levers if (side_of(dossier, tie.party), side_of(dossier, tie.other)) == ("A-US", "A-IQ")
    }
    assert iraqi >= {"TI-IQ-GOALS", "TI-IQ-ALLIES"}
    assert american >= {"TI-US-SANCTIONS", "TI-US-REVENUES", "TI-US-REGIONS", "TI-US-COALITION"}
    assert all(tie.level is None for tie in dossier.ties.values())


def test_r12_iraq_cannot_be_a_buffer_state(dossier: Dossier) -> None:
    assert dossier.capabilities["CAP-BUFFER"].has == "no"
    assert dossier.empty_roles["RE-BUFFER"].for_party == "A-IQ"


def test_r14_thirteen_terms_each_with_a_criterion_and_its_inputs(dossier: Dossier) -> None:
    assert list(dossier.terms) == [f"C{number}" for number in range(1, 14)]
    assert all(term.criterion and term.fails_when and term.inputs for term in dossier.terms.values())
    assert {term.id for term in dossier.terms.values() if term.force == "should"} == {"C2", "C5"}


def test_r14_the_seventh_term_is_printed_in_reverse_and_has_two_readings(dossier: Dossier) -> None:
    readings = dossier.terms["C7"].readings
    assert [reading.preferred for reading in readings] == [True, False]


def test_r15_seven_questions_in_order_each_with_its_view(dossier: Dossier) -> None:
    asked = sorted(dossier.questions.values(), key=lambda question: question.order)
    assert [question.id for question in asked] == [f"Q{number}" for number in range(1, 8)]
    views = ["advantages", "costs", "form", "options", "interests", "proxy", "team"]
    assert [question.view for question in asked] == views
    assert dossier.questions["Q3"].issue == "AG-03"


def test_r16_eight_comparators_and_only_qatar_is_known_to_get_on_with_the_rival(dossier: Dossier) -> None:
    assert {case.party for case in dossier.comparators.values()} == {
        f"A-{name}" for name in ["QA", "SA", "EG", "TN", "KW", "MA", "SD", "BH"]
    }
    on_good_terms = {case.party: case.attributes["AT-3"] for case in dossier.comparators.values()}
    assert on_good_terms.pop("A-QA") == ("yes",)
    assert set(on_good_terms.values()) == {("unknown",)}
    for case in dossier.comparators.values():
        known = {name for name, value in case.attributes.items() if value != ("unknown",)}
        assert known == set(case.attribute_cites)


def test_r18_every_claim_of_the_paper_is_there(dossier: Dossier) -> None:
    assert set(dossier.claims) == claim_ids()


def test_r18_unwillingness_and_welcome_are_both_kept_as_contrary(dossier: Dossier) -> None:
    assert "DU-20" in dossier.claims["DU-08"].contrary_to
    assert set(dossier.claims["DU-20"].contrary_to) == {"DU-08", "TP-IR-1"}


def test_r18_not_an_arena_is_a_wish_and_an_arena_an_inference(dossier: Dossier) -> None:
    wish, inference = dossier.claims["AM-27-W"], dossier.claims["AM-27"]
    assert (wish.kind, inference.kind) == ("wish", "inference")
    assert (wish.contrary_to, inference.contrary_to) == (("AM-27",), ("AM-27-W",))
    assert wish.about == inference.about == ("IW-06",)


def test_r18_facts_beside_the_paper_name_their_source_and_their_doubt(dossier: Dossier) -> None:
    for key in ids("F", 11):
        fact = dossier.claims[key]
        assert fact.doubt, key
        assert "bayan2020" not in {cite.source for cite in fact.cite}, key


@pytest.mark.parametrize(
    "item", ["UG-01", "UI-06", "IG-05", "IW-04", "TF-08", "NA-06", "DU-09", "C2", "C7", "C9", "A-IQ-NINE"]
)
def test_r18_passages_that_allow_two_readings_carry_both(dossier: Dossier, item: str) -> None:
    found = {entry.id: entry for _, entry in items_of(dossier)}[item]
    assert len(found.readings) == 2
    assert sum(reading.preferred for reading in found.readings) <= 1


def test_r18_every_item_stands_on_a_source_or_a_reason(dossier: Dossier) -> None:
    assert [item.id for section, item in items_of(dossier) if section in OURS and item.is_unfounded] == []


def test_citations_of_the_paper_name_a_page_of_it_and_quote_nothing(dossier: Dossier) -> None:
    for section, item in items_of(dossier):
        if section in OURS:
            for cite in item.cite:
                assert cite.quote is None
                assert cite.source != "bayan2020" or (
                    isinstance(cite.page, int) and 1 <= cite.page <= 30 and cite.section
                )


def words(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for section, item in items_of(dossier):
        if section in OURS:
            for text in (item.name, item.text):
                if text is not None:
                    yield item.id, in_language(text, "en"), "" if isinstance(text, str) else text.get("ar", "")


def test_names_and_texts_are_in_english_and_in_arabic(dossier: Dossier) -> None:
    arabic, latin = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]{3}")
    for item, english, other in words(dossier):
        assert latin.search(english), item
        assert not arabic.search(english), item
        assert arabic.search(other), item

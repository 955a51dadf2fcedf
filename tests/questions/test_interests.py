"""R2: goals clearly defined. R3: compatible and conflicting interests."""

from itertools import combinations
from typing import Any

from harbour import Data, case_data, findings, rows
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dossier import Case, Dossier
from hiwar.questions import Answer, Firmness, Ground, answer_interests
from hiwar.questions.interests import active_goals


def test_r2_the_goals_are_those_of_the_paper(interests: Answer) -> None:
    american = [row for row in rows(interests, "goals") if row["id"].startswith("UG-")]
    assert len([row for row in american if row["parent"] is None]) == 12
    assert len([row for row in american if row["parent"] == "UG-12"]) == 4
    assert len([row for row in american if row["kind"] == "consideration"]) == 3
    iraqi = [row for row in rows(interests, "goals") if row["owner"] == ("A-IQ",)]
    assert len([row for row in iraqi if row["kind"] == "aim"]) == 11
    assert len([row for row in iraqi if row["kind"] == "supreme_interest"]) == 7


def test_r2_departure_and_a_new_agreement_contradict_each_other(interests: Answer) -> None:
    found = [frozenset((row["goal"], row["other"])) for row in rows(interests, "contradictions", owner="A-IQ")]
    assert frozenset(("IG-02", "IG-03")) in found


def test_r2_pressure_activates_the_goal_of_departure(flagship: Case) -> None:
    assert active_goals(flagship.dossier, {"EV-22": "occurs"})["IG-02"] == "yes"
    assert active_goals(flagship.dossier, {"EV-22": "does_not_occur"})["IG-02"] == "no"
    assert active_goals(flagship.dossier, {})["IG-02"] == "open"


def test_r2_a_missing_ultimate_goal_is_said(interests: Answer) -> None:
    (found,) = findings(interests, "interests.no_ultimate_goal", party="A-IQ")
    assert found.firmness is Firmness.CANNOT_BE_TOLD


def test_r3_each_relation_says_whose_word_it_is(interests: Answer) -> None:
    relation = {frozenset((row["goal"], row["other"])): row for row in rows(interests, "matrix")}
    assert relation[frozenset(("UG-12a", "IG-03"))]["relation"] == "compatible"
    assert relation[frozenset(("UG-04", "IG-02"))]["relation"] == "conflicting"
    assert relation[frozenset(("UG-06", "IG-08"))]["relation"] == "compatible"
    grounds = {frozenset((row["goal"], row["other"])): row["ground"] for row in rows(interests, "agreeable")}
    assert grounds[frozenset(("UG-12a", "IG-03"))] == Ground.SOURCE.value
    assert grounds[frozenset(("UG-06", "IG-08"))] == Ground.ANALYST.value


def test_r3_stay_against_departure_can_be_eased(interests: Answer) -> None:
    eases = {
        option
        for row in rows(interests, "conflicts")
        if {row["goal"], row["other"]} == {"UG-04", "IG-02"}
        for option in row["eased_by"]
    }
    assert eases & {"AG-05=AG-05a", "AG-04=AG-04f", *(f"AG-06=AG-06{letter}" for letter in "abc")}


def with_goals(relations: dict[tuple[str, str], str], seat: str = "east") -> Data:
    """Three goals of each port and some relations between them."""
    data = case_data()
    data["seat"] = seat
    goals = {f"{party}{number}": party for party in ("east", "west") for number in range(3)}
    data["goals"] = {key: {"owner": party, "kind": "aim", "domains": "trade"} for key, party in goals.items()}
    data["relations"] = {
        f"r{number}": {"between": list(pair), "relation": relation}
        for number, (pair, relation) in enumerate(relations.items())
    }
    return data


PAIRS = [(f"east{a}", f"west{b}") for a in range(3) for b in range(3)]
RELATIONS = st.dictionaries(
    st.sampled_from(PAIRS), st.sampled_from(["compatible", "conflicting", "mixed", "unrelated"]), max_size=9
)


def interests_of(data: Data) -> Answer:
    return answer_interests(Dossier.model_validate(data))


@given(RELATIONS)
def test_r3_swapping_the_seat_transposes_the_matrix(relations: dict[tuple[str, str], str]) -> None:
    mine = {(row["goal"], row["other"]): row["relation"] for row in rows(interests_of(with_goals(relations)), "matrix")}
    theirs = rows(interests_of(with_goals(relations, "west")), "matrix")
    assert mine == {(row["other"], row["goal"]): row["relation"] for row in theirs}


@given(RELATIONS)
def test_r3_pairs_not_judged_are_counted_and_never_neutral(relations: dict[tuple[str, str], str]) -> None:
    (found,) = findings(interests_of(with_goals(relations)), "interests.pairs")
    assert found.values["not_judged"] == 9 - len(relations)
    assert found.values["unrelated"] == list(relations.values()).count("unrelated")


@given(RELATIONS)
def test_r3_one_more_compatible_pair_never_lowers_cooperation(relations: dict[tuple[str, str], str]) -> None:
    def cooperation(data: Data) -> int:
        (row,) = rows(interests_of(data), "balance", domain="trade")
        count: int = row["compatible"]
        return count

    before = cooperation(with_goals(relations))
    for pair in PAIRS:
        if pair not in relations:
            assert cooperation(with_goals({**relations, pair: "compatible"})) == before + 1


def test_conflict_without_a_means_says_none_in_the_case() -> None:
    answer = interests_of(with_goals({("east0", "west0"): "conflicting"}))
    assert findings(answer, "interests.not_eased", goal="east0", other="west0")


def test_an_option_that_serves_both_goals_eases_their_clash() -> None:
    data = with_goals({("east0", "west0"): "conflicting"})
    data["issues"] = {"quay": {"options": {"split": {"serves": ["east0", "west0"]}, "none": {"serves": "east0"}}}}
    (found,) = findings(interests_of(data), "interests.eased")
    assert found.values["options"] == ("quay=split",)


def test_relations_are_symmetric() -> None:
    def relation_of(pair: tuple[str, str]) -> Any:
        data = with_goals({pair: "mixed"})
        return {frozenset((row["goal"], row["other"])): row["relation"] for row in rows(interests_of(data), "matrix")}

    for first, second in combinations(("east0", "west1"), 2):
        assert relation_of((first, second)) == relation_of((second, first))

"""R16: similar dialogues, the acceptance checks by name, and what must hold of any case."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.dossier import Dossier, read_case
from hiwar.questions import Answer, Finding, answer_comparison

Data = dict[str, Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FLAGSHIP, TOWNS = EXAMPLES / "iraq-us-2020", EXAMPLES / "two-towns-water"
LAW = {"kind": "nominal", "values": ["treaty", "word"], "present": "treaty"}
BASES = {"kind": "ordered", "values": ["none", "few", "many"], "present": "few"}
FIELDS = {"kind": "several", "values": ["oil", "gas", "law"], "present": ["oil", "gas"]}


def case_of(**sections: Any) -> Data:
    """A small case: goals of the coast, of its fishers and of the inland, an agenda, and attributes to compare on."""
    return {
        "hiwar": 1,
        "title": "t",
        "seat": "coast",
        "domains": {"trade": None, "ports": {"of": "trade"}, "arms": None},
        "parties": {
            **{key: {"roles": "principal"} for key in ("coast", "inland")},
            "fishers": {"roles": "bloc", "of": "coast"},
            **{key: {"roles": "comparator"} for key in ("east", "west", "north")},
        },
        "goals": {
            "wealth": {"owner": "coast", "kind": "aim"},
            "peace": {"owner": "fishers", "kind": "aim"},
            "storms": {"owner": "coast", "kind": "aim", "when": {"storm": "occurs"}},
            "theirs": {"owner": "inland", "kind": "aim"},
        },
        "events": {"storm": None},
        "issues": {
            "toll": {
                "options": {
                    "free": {"prefers": {"fishers": "source"}},
                    "half": {},
                    "full": {"rejects": {"coast": "source"}},
                }
            }
        },
        "attributes": {"law": LAW, "bases": BASES, "fields": FIELDS},
        **sections,
    }  # fmt: skip


def like(party: str, **attributes: Any) -> Data:
    return {"party": party, "attributes": attributes}


THREE = {
    "E": like("east", law="treaty", bases="few", fields=["oil", "gas"]),
    "W": like("west", law="word", bases="few", fields=["oil"]),
    "N": like("north", law="unknown", bases="none"),
}


def answered(data: Data) -> Answer:
    return answer_comparison(Dossier.model_validate(data))


def found(answer: Answer, *keys: str) -> list[Finding]:
    return [finding for finding in answer.findings if finding.key.partition(".")[2] in keys]


def keys(answer: Answer) -> set[str]:
    return {finding.key.partition(".")[2] for finding in answer.findings}


def rows(answer: Answer, table: str) -> dict[str, Data]:
    records = answer.tables[table].records()
    return {str(next(iter(row.values()))): row for row in records}


def flagship() -> Answer:
    return answer_comparison(read_case(FLAGSHIP).dossier)


# acceptance


def test_r16_eight_comparators_can_be_entered_and_unknown_counts_neither_as_likeness_nor_as_difference() -> None:
    answer = flagship()
    assert len(answer.tables["cases"].rows) == 8
    unknown = [row for row in answer.tables["attributes"].records() if row["values"] is None]
    assert len(unknown) == 80 - 17
    assert {(row["state"], row["likeness"]) for row in unknown} == {("unknown", None)}
    for row in answer.tables["cases"].records():
        assert (row["coefficient"], row["known"], row["compared"]) == (1.0, 2, 9)
        assert row["low"] == pytest.approx(2 / 9)


def test_r16_an_exact_copy_of_the_present_case_is_the_nearest() -> None:
    copy = like("east", law="treaty", bases="few", fields=["oil", "gas"])
    answer = answered(case_of(comparators={"W": THREE["W"], "N": THREE["N"], "copy": copy}))
    assert rows(answer, "cases")["copy"]["coefficient"] == 1
    assert [finding.values["cases"] for finding in found(answer, "nearest")] == [("copy",)]
    assert str(found(answer, "nearest")[0].firmness) == "certain"


@pytest.mark.parametrize("folder", [FLAGSHIP, TOWNS], ids=["flagship", "towns"])
def test_r16_a_copy_is_the_nearest_in_the_examples_too(folder: Path) -> None:
    """Where the present case itself is known in part only, the copy is nearest on what is known, and not certainly."""
    data = read_case(folder).dossier.model_dump(mode="json")
    present = {key: one["present"] for key, one in data["attributes"].items()}
    data["comparators"]["copy"] = like(data["seat"], **present)
    answer = answered(data)
    first = [row for row in answer.tables["cases"].records() if row["is_first"]]
    assert "copy" in {row["case"] for row in first}
    assert {row["coefficient"] for row in first} == {1.0}
    assert rows(answer, "cases")["copy"]["verdict"] == "possible"


def test_r16_leaving_one_case_out_shows_which_conclusions_rest_on_it_alone() -> None:
    dossier = read_case(TOWNS).dossier
    answer = answer_comparison(dossier)
    told = {finding.values["case"]: set(finding.values["precedents"]) for finding in found(answer, "rests_on_one")}
    assert told == {"CO-PINSETT": {"PC-REFUND", "PC-VOLUME"}}
    for case in dossier.comparators:
        rest = {key: one for key, one in dossier.comparators.items() if key != case}
        without = answer_comparison(dossier.model_copy(update={"comparators": rest}))
        lost = {row["precedent"] for row in answer.tables["precedents"].records()} - set(rows(without, "precedents"))
        assert lost == told.get(case, set())
        assert set(rows(answer, "without")[case]["lost"]) == lost


def test_r16_without_cases_there_are_no_conclusions() -> None:
    answer = answered(case_of())
    assert keys(answer) == {"no_cases"}
    assert all(not table.rows for table in answer.tables.values())


def test_r16_one_case_is_a_remark_and_not_a_rule() -> None:
    precedent = {"obtained": {"E": "yes"}, "domains": "trade", "serves": "wealth"}
    answer = answered(case_of(comparators={"E": THREE["E"]}, precedents={"P": precedent}))
    assert {"one_case", "remark", "few_cases"} <= keys(answer)
    assert not keys(answer) & {"demand", "nearest", "nearest_so_far", "nearest_tied", "rests_on_several"}


def test_r16_good_relations_with_both_is_an_attribute_and_qatar_has_it_by_the_word_of_the_paper() -> None:
    case = read_case(FLAGSHIP).dossier
    [sought] = [row for row in flagship().tables["sought"].records() if row["cases"]]
    assert (sought["sought"], sought["goals"], sought["cases"]) == (("AT-3=yes",), ("IW-04",), ("CO-QA",))
    assert len(sought["unknown"]) == 7
    [cite] = case.comparators["CO-QA"].attribute_cites["AT-3"]
    assert (cite.source, cite.page, cite.section) == ("bayan2020", 19, "track_3")
    [finding] = found(flagship(), "sought")
    assert (str(finding.ground), str(finding.firmness)) == ("source", "stated")


@pytest.mark.parametrize("folder", [FLAGSHIP, TOWNS], ids=["flagship", "towns"])
def test_r16_every_demand_names_the_cases_behind_it_and_the_goals_it_serves(folder: Path) -> None:
    dossier = read_case(folder).dossier
    answer = answer_comparison(dossier)
    demands = found(answer, "demand", "remark")
    assert len(demands) == len(answer.tables["demands"].rows)
    for finding in demands:
        cases, goals = finding.values["cases"], finding.values["goals"]
        assert cases
        assert goals
        assert set(cases) <= set(dossier.comparators)
        assert set(goals) <= set(dossier.goals)
        assert {*cases, *goals, finding.values["precedent"]} <= set(finding.trace)


def test_r16_the_flagship_says_that_nothing_can_be_demanded_yet() -> None:
    """The paper says nothing of what the eight obtained."""
    answer = flagship()
    assert {"nothing_known", "nearest_tied", "claim_open"} <= keys(answer)
    assert not keys(answer) & {"demand", "remark"}
    [claim] = found(answer, "claim_open")
    assert (claim.values["claim"], claim.values["case"], claim.values["sought"]) == ("ME-09", "CO-QA", ("AT-3=yes",))


def test_r16_demands_come_by_domain() -> None:
    answer = answer_comparison(read_case(TOWNS).dossier)
    told = [(row["domain"], row["precedent"], row["support"]) for row in answer.tables["demands"].records()]
    assert told == [("water", "PC-GAUGE", 2), ("money", "PC-REFUND", 1), ("money", "PC-UPKEEP", 2),
                    ("nature", "PC-RIVER", 2)]  # fmt: skip


# likeness


def test_alike_partly_different_and_unknown_are_told_apart() -> None:
    answer = answered(case_of(comparators=THREE))
    states = {(row["case"], row["attribute"]): row["state"] for row in answer.tables["attributes"].records()}
    assert states["E", "fields"] == "alike"
    assert (states["W", "law"], states["W", "fields"]) == ("different", "partly")
    assert (states["N", "law"], states["N", "bases"], states["N", "fields"]) == ("unknown", "partly", "unknown")


def test_what_is_unknown_of_this_dialogue_compares_with_nothing() -> None:
    case = case_of(comparators=THREE)
    case["attributes"] = {**case["attributes"], "law": {**LAW, "present": "unknown"}}
    answer = answered(case)
    states = {(row["case"], row["attribute"]): row["state"] for row in answer.tables["attributes"].records()}
    assert states["E", "law"] == states["W", "law"] == "not_comparable"
    assert [finding.values["attributes"] for finding in found(answer, "present_unknown")] == [("law",)]


def test_results_are_shown_and_nothing_is_compared_on_them() -> None:
    case = case_of(comparators={**THREE, "W": like("west", law="word", result="won")})
    case["attributes"]["result"] = {"kind": "ordered", "values": ["lost", "won"], "is_outcome": True, "present": "won"}
    answer = answered(case)
    states = {(row["case"], row["attribute"]): row["state"] for row in answer.tables["attributes"].records()}
    assert (states["W", "result"], states["E", "result"]) == ("outcome", "unknown")
    assert {row["compared"] for row in answer.tables["cases"].records()} == {3}


def test_a_nearest_that_the_unknown_could_displace_is_only_nearest_so_far() -> None:
    same = {"bases": "few", "fields": ["oil", "gas"]}
    answer = answered(case_of(comparators={"W": like("west", law="word", **same), "N": like("north", law="treaty")}))
    [finding] = found(answer, "nearest_so_far")
    assert (finding.values["case"], finding.values["rivals"], str(finding.firmness)) == ("N", ("W",), "possible")


def test_with_nothing_known_of_both_nothing_is_nearest() -> None:
    answer = answered(case_of(comparators={"E": like("east"), "W": like("west")}))
    assert "nearest_unknown" in keys(answer)
    assert {row["coefficient"] for row in answer.tables["cases"].records()} == {None}


def test_cases_without_attributes_are_named_and_not_compared() -> None:
    answer = answered(case_of(attributes={}, comparators={"E": like("east")}))
    assert "no_attributes" in keys(answer)
    assert not answer.tables["cases"].rows


@pytest.mark.parametrize(
    ("cases", "key"),
    [
        (("E", "W"), "claim_borne_out"),
        (("W", "E2"), "claim_not_borne_out"),
        (("W", "B"), "claim_so_far"),
        (("N", "B"), "claim_open"),
    ],
)
def test_a_demand_to_look_at_one_first_stands_beside_the_figures(cases: tuple[str, str], key: str) -> None:
    every = {**THREE, "E2": THREE["E"], "B": like("east", bases="none")}
    party = every[cases[0]]["party"]
    claims = {"look": {"kind": "demand", "about": party}, "other": {"kind": "fact", "about": party}}
    answer = answered(case_of(comparators={case: every[case] for case in cases}, claims=claims))
    [finding] = found(answer, "claim_borne_out", "claim_not_borne_out", "claim_so_far", "claim_open")
    assert (finding.key, finding.values["claim"]) == (f"comparison.{key}", "look")


# what they obtained


@pytest.mark.parametrize(
    ("precedent", "status"),
    [
        ({"same_as": "wealth"}, "asked"),
        ({"same_as": "peace"}, "asked"),
        ({"same_as": "storms"}, "asked_if"),
        ({"same_as": "theirs"}, "not_asked"),
        ({"options": {"toll": "free"}}, "asked"),
        ({"options": {"toll": "half"}}, "on_agenda"),
        ({"options": {"toll": "full"}}, "rejected"),
        ({"options": {"toll": ["half", "full"]}}, "rejected"),
        ({}, "not_asked"),
    ],
    ids=str,
)
def test_whether_the_seat_asks_for_it_is_read_from_its_goals_and_the_agenda(precedent: Data, status: str) -> None:
    entry = {
        "obtained": {"E": "yes", "W": "yes"},
        "domains": ["ports", "trade", "arms"],
        "serves": "wealth",
        **precedent,
    }
    answer = answered(case_of(comparators=THREE, precedents={"P": entry}))
    assert rows(answer, "precedents")["P"]["status"] == status
    assert status in keys(answer)
    demanded = [row["domain"] for row in answer.tables["demands"].records()]
    assert demanded == ([] if status in ("asked", "rejected") else ["trade", "arms"])


def test_what_serves_no_goal_of_the_seat_is_no_demand() -> None:
    entry = {"obtained": {"E": "yes"}, "domains": "trade", "serves": "theirs"}
    answer = answered(case_of(comparators=THREE, precedents={"P": entry}))
    assert "no_goal" in keys(answer)
    assert not keys(answer) & {"demand", "remark"}
    turned = answered({**case_of(comparators=THREE, precedents={"P": entry}), "seat": "inland"})
    assert [finding.values["goals"] for finding in found(turned, "remark")] == [("theirs",)]


def test_what_nobody_is_known_to_have_obtained_is_no_conclusion() -> None:
    entry = {"obtained": {"E": "no", "W": "unknown"}, "domains": "trade", "serves": "wealth"}
    answer = answered(case_of(comparators=THREE, precedents={"P": entry}))
    assert "nothing_known" in keys(answer)
    assert not answer.tables["precedents"].rows


def test_conclusions_that_rest_on_several_are_said_to() -> None:
    entry = {"obtained": {"E": "yes", "W": "yes"}, "domains": "trade", "serves": "wealth"}
    answer = answered(case_of(comparators=THREE, precedents={"P": entry}))
    assert "rests_on_several" in keys(answer)
    assert rows(answer, "without")["E"]["left_to_one"] == ("P",)


def test_how_the_cases_were_chosen_is_a_caveat() -> None:
    cases = {"E": {**THREE["E"], "chosen": "outcome"}, "W": {**THREE["W"], "chosen": "all"}, "N": THREE["N"]}
    answer = answered(case_of(comparators=cases))
    told = {finding.values["kind"]: finding.values["cases"] for finding in found(answer, "selection")}
    assert told == {"outcome": ("E",), "all": ("W",)}
    assert [finding.values["cases"] for finding in found(answer, "selection_not_stated")] == [("N",)]


# properties

_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "law": st.sampled_from(["treaty", "word", "unknown"]),
    "bases": st.sampled_from(["none", "few", "many", "unknown"]),
    "fields": st.one_of(st.just("unknown"), st.lists(st.sampled_from(["oil", "gas", "law"]), unique=True)),
}


@st.composite
def compared_cases(draw: st.DrawFn) -> Data:
    """The small case with any values, and three precedents."""
    comparators = {key: like(party, **draw(st.fixed_dictionaries(_VALUES)))
                   for key, party in (("E", "east"), ("W", "west"), ("N", "north"))}  # fmt: skip
    precedents = {
        f"P{number}": {
            "obtained": draw(st.dictionaries(st.sampled_from("EWN"), st.sampled_from(["yes", "no", "unknown"]))),
            "domains": draw(st.sampled_from(["ports", "arms"])),
            "serves": draw(st.lists(st.sampled_from(["wealth", "theirs"]), unique=True)),
        }
        for number in range(3)
    }
    return case_of(comparators=comparators, precedents=precedents)


@given(compared_cases(), st.randoms(use_true_random=False))
def test_names_and_order_change_no_figure(case: Data, chance: Any) -> None:
    new = {
        "E": "x2",
        "W": "x1",
        "N": "x0",
        "law": "a1",
        "bases": "a0",
        "fields": "a2",
        "P0": "q2",
        "P1": "q0",
        "P2": "q1",
    }

    other = copy.deepcopy(case)
    for comparator in other["comparators"].values():
        comparator["attributes"] = {new[key]: value for key, value in comparator["attributes"].items()}
    for precedent in other["precedents"].values():
        precedent["obtained"] = {new[key]: value for key, value in precedent["obtained"].items()}
    for section in ("attributes", "comparators", "precedents"):
        entries = [(new[key], item) for key, item in other[section].items()]
        chance.shuffle(entries)
        other[section] = dict(entries)
    before, after = answered(case), answered(other)
    back = {name: key for key, name in new.items()}
    for table in ("cases", "precedents", "demands", "without"):
        ours = sorted((_plain(row, {}) for row in before.tables[table].rows), key=repr)
        theirs = sorted((_plain(row, back) for row in after.tables[table].rows), key=repr)
        assert theirs == ours


def _plain(value: Any, back: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        parts = [_plain(part, back) for part in value]
        return parts if len(value) > 5 else sorted(parts, key=repr)
    return back.get(value, value) if isinstance(value, str) else value


@given(compared_cases())
def test_a_conclusion_without_the_only_case_behind_it_is_gone_and_no_other(case: Data) -> None:
    answer = answered(case)
    for row in answer.tables["without"].records():
        rest = {key: one for key, one in case["comparators"].items() if key != row["case"]}
        kept = {
            **case,
            "comparators": rest,
            "precedents": {
                key: {**one, "obtained": {name: told for name, told in one["obtained"].items() if name != row["case"]}}
                for key, one in case["precedents"].items()
            },
        }
        gone = set(rows(answer, "precedents")) - set(rows(answered(kept), "precedents"))
        assert gone == set(row["lost"])


@given(compared_cases())
def test_every_table_row_and_finding_opens_to_items_of_the_case(case: Data) -> None:
    known = {key for section in ("attributes", "comparators", "precedents", "goals", "issues") for key in case[section]}
    answer = answered(case)
    for finding in answer.findings:
        assert set(finding.trace) <= known
    for table in answer.tables.values():
        assert len(table.traces) == len(table.rows)
        assert all(trace and set(trace) <= known for trace in table.traces)

"""R1: parties, components, institutions, third parties."""

import pytest
from harbour import case_data, findings, rows

from hiwar.dossier import Dossier
from hiwar.questions import Answer, Firmness, Ground, answer_parties


def test_r1_two_principals_sit_at_the_table(parties: Answer) -> None:
    assert [row["party"] for row in rows(parties, "at_table")] == ["A-IQ", "A-US"]
    assert findings(parties, "parties.at_table")[0].values["count"] == 2


def test_r1_nobody_mediates_and_the_source_says_so(parties: Answer) -> None:
    (found,) = findings(parties, "parties.role_empty", role="mediator")
    assert found.ground is Ground.SOURCE
    assert found.trace == ("RE-MEDIATOR",)
    assert not [row for row in rows(parties, "parties") if "mediator" in row["roles"]]


def test_r1_iran_is_a_third_party_and_no_principal(parties: Answer) -> None:
    (row,) = rows(parties, "parties", id="A-IR")
    assert "third_party" in row["roles"]
    assert "principal" not in row["roles"]


@pytest.mark.parametrize(
    ("side", "inside"),
    [
        ("A-IQ", {"A-IQ-SHIA", "A-IQ-SUNNI", "A-IQ-KURD", "A-IQ-FACT", "A-IQ-COR", "A-IQ-REL"}),
        ("A-US", {"A-US-PARTIES", "A-US-BUR", "A-US-DEF", "A-US-FOR", "A-US-CIA", "A-US-CONGRESS", "A-US-PRES"}),
    ],
)
def test_r1_each_side_shows_its_components_and_institutions(parties: Answer, side: str, inside: set[str]) -> None:
    assert inside <= {row["id"] for row in rows(parties, "parties", side=side)}


def test_r1_a_divided_bloc_is_entered_once_with_several_positions(parties: Answer) -> None:
    assert len(rows(parties, "parties", id="A-IQ-SHIA")) == 1
    assert findings(parties, "parties.divided", party="A-IQ-SHIA")


def test_r1_the_religious_authority_has_no_known_position(parties: Answer) -> None:
    assert findings(parties, "parties.position_unknown", party="A-IQ-REL")


def test_a_role_of_which_the_case_says_nothing_is_not_stated_rather_than_empty() -> None:
    answer = answer_parties(Dossier.model_validate(case_data()))
    (found,) = findings(answer, "parties.role_not_stated", role="mediator")
    assert found.firmness is Firmness.CANNOT_BE_TOLD
    assert not findings(answer, "parties.role_empty")


def test_deleting_the_delegation_says_what_is_missing() -> None:
    data = case_data()
    data["delegations"] = {"team": {"party": "east", "has_clear_vision": "yes", "is_unified": "no"}}
    with_team = answer_parties(Dossier.model_validate(data))
    assert findings(with_team, "parties.team_lacks", party="east")[0].values["topics"] == ("unity",)
    without = answer_parties(Dossier.model_validate(case_data()))
    assert findings(without, "parties.no_delegation", party="east")
    others = [finding for finding in with_team.findings if "team" not in finding.key and "deleg" not in finding.key]
    assert others == [finding for finding in without.findings if "deleg" not in finding.key]

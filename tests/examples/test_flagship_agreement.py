"""The flagship's packages, scopes and balance: the checks of R6, R9 and R12 that name the seed case."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hiwar.dossier import Case, read_case
from hiwar.questions import Answer, Finding, Settings, answer_agreement, answer_balance, answer_scope

SUGGESTED = {"AG-04": ("AG-04f",), "AG-05": ("AG-05b",), "AG-06": ("AG-06a",)}
"""NATO banner, effective joint management, guarantee of no use against targets inside and outside."""


@pytest.fixture(scope="module")
def case(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="module")
def agreement(case: Case) -> Answer:
    impossible = {"AG-04": ("AG-04a", "AG-04f")}
    clashing = {"AG-06": ("AG-06a", "AG-06c")}
    settings = Settings(packages=(SUGGESTED, impossible, clashing))
    return answer_agreement(case.dossier, case.sheets, settings)


@pytest.fixture(scope="module")
def scope(case: Case) -> Answer:
    return answer_scope(case.dossier, case.sheets)


@pytest.fixture(scope="module")
def balance(case: Case) -> Answer:
    return answer_balance(case.dossier, case.sheets)


def found(answer: Answer, key: str, **wanted: object) -> list[Finding]:
    return [
        one
        for one in answer.findings
        if one.key == key and all(one.values[name] == value for name, value in wanted.items())
    ]


def test_r9_full_withdrawal_and_bases_under_nato_never_occur_together(agreement: Answer) -> None:
    assert found(agreement, "agreement.breaks_rules", package="asked-2")
    for row in agreement.tables["packages"].records():
        if row["standards"]:
            assert not {"AG-04=AG-04a", "AG-04=AG-04f"} <= set(row["options"])


def test_r9_no_military_action_is_flagged_as_clashing_with_operations_against_isis(agreement: Answer) -> None:
    (one,) = found(agreement, "agreement.breaks_rules", package="asked-3")
    assert one.values["rules"] == ("RU-05",)


def test_r9_the_suggested_package_is_scored_beside_the_dependence_of_the_coalition(agreement: Answer) -> None:
    rows = [row for row in agreement.tables["proposals"].records() if row["package"] == "asked-1"]
    assert {row["party"] for row in rows} == {"A-IQ", "A-US"}
    assert all(row["low"] is not None for row in rows)
    beside = [row for row in agreement.tables["beside"].records() if row["package"] == "asked-1"]
    assert {"A-COAL", "A-EURCOUNTRIES"} <= {row["party"] for row in beside if row["kind"] == "depends_on"}
    assert not found(agreement, "agreement.breaks_rules", package="asked-1")


def test_r6_all_four_scopes_of_the_paper_can_be_run(scope: Answer) -> None:
    rows = {row["scope"]: row for row in scope.tables["scopes"].records()}
    assert {f"AG-02=AG-02{letter}" for letter in "abcd"} <= set(rows)
    assert all(row["n_acceptable"] for row in rows.values())


def test_r6_r12_the_claim_that_a_military_scope_serves_one_side_is_held_against_the_figures(scope: Answer) -> None:
    keys = ("scope.claim_borne_out", "scope.claim_not_borne_out")
    assert [one for key in keys for one in found(scope, key, claim="NA-05", scope="AG-02=AG-02a")]


def test_r6_bases_only_lists_tension_at_home_and_in_the_region(scope: Answer) -> None:
    (home,) = found(scope, "scope.tension", scope="AG-02=AG-02b", where="home")
    (abroad,) = found(scope, "scope.tension", scope="AG-02=AG-02b", where="abroad")
    assert {"NA-07-1", "NA-07-2"} <= set(home.values["items"])
    assert "NA-07-3" in abroad.values["items"]


def test_r6_comprehensive_is_not_available_yet(scope: Answer) -> None:
    assert found(scope, "scope.not_available_yet", scope="AG-02=AG-02d")


def test_r6_alliance_draws_the_warning_of_the_second_term_and_friendship_does_not(scope: Answer) -> None:
    (warned,) = found(scope, "scope.form_breaks")
    assert (warned.values["form"], warned.values["terms"]) == ("AG-03=AG-03a", ("C2",))
    assert {one.values["form"] for one in found(scope, "scope.form_breaks_none")} == {"AG-03=AG-03b", "AG-03=AG-03c"}


def test_r12_leverage_of_both_sides_is_listed_with_its_items(balance: Answer) -> None:
    (ours,) = found(balance, "balance.leverage", party="A-IQ")
    (theirs,) = found(balance, "balance.leverage", party="A-US")
    assert {"TI-IQ-GOALS", "TI-IQ-ALLIES"} <= set(ours.values["items"])
    assert {"TI-US-SANCTIONS", "TI-US-REVENUES", "TI-US-REGIONS", "TI-US-COALITION"} <= set(theirs.values["items"])


def test_what_the_paper_leaves_open_stays_open(examples: Path) -> None:
    paper = read_case(examples / "iraq-us-2020", ["paper-only"])
    assert found(answer_agreement(paper.dossier, paper.sheets), "agreement.not_judged")
    assert found(answer_scope(paper.dossier, paper.sheets), "scope.not_judged", scope="whole")
    assert found(answer_balance(paper.dossier, paper.sheets), "balance.not_judged")


def test_a_dot_of_the_frontier_fares_at_home_as_the_proposal_on_it(case: Case) -> None:
    """Where several packages give a dot, it says what holds for all of them, or that they differ."""
    answer = answer_agreement(case.dossier, case.sheets)
    dots: dict[int, dict[str, Mapping[str, Any]]] = {}
    for row in answer.tables["frontier"].records():
        dots.setdefault(row["point"], {})[row["party"]] = row
    proposals = {(row["package"], row["party"]): row for row in answer.tables["proposals"].records()}
    home = {(row["package"], row["party"]): row["survives"] for row in answer.tables["at_home"].records()}
    found = 0
    for package in {package for package, _ in proposals}:
        shares = {party: proposals[package, party]["share"] for party in ("A-IQ", "A-US")}
        for dot in dots.values():
            if all(abs(dot[party]["share"] - share) < 1e-9 for party, share in shares.items()):
                found += 1
                assert all(dot[party]["survives"] in (home[package, party], "differ") for party in shares)
    assert found
    for dot in dots.values():
        said = {row["survives"] for row in dot.values()}
        expected = "stopped" if "no" in said else "carried" if said <= {"yes", "without_vote"} else "open"
        assert {row["carried"] for row in dot.values()} == {expected}

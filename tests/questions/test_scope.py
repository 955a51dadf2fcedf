"""What kind of dialogue: the acceptance checks of R6 on small agendas."""

from fractions import Fraction

import pytest
from bazaar import QUICK, Data, case_data, sheet_of, worth_data
from harbour import findings, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, answer_scope

POINTS = st.integers(-12, 12)


def scoped(case: Data | None = None, *sheets: Sheet) -> Answer:
    """The scopes of the bazaar; with the usual sheet where none is given."""
    return answer_scope(Dossier.model_validate(case or case_data()), list(sheets) or [sheet_of()], QUICK)


def with_scopes() -> Data:
    """The bazaar with a choice of what to talk about."""
    case = case_data()
    case["capabilities"] = {"aims": {"party": "buyer", "has": "unknown"}}
    case["terms"] = {"peace": {"tests": "agreement", "force": "must"}}
    case["issues"]["agenda"] = {
        "options": {
            "price_only": {"covers": "price", "rejects": {"seller": "source"}},
            "gifts_only": {"covers": "law"},
            "everything": {"covers": ["trade", "law"], "needs_capabilities": "aims"},
        }
    }
    case["issues"]["form"] = {"options": {"pact": {"breaks": "peace"}, "friendship": {}}}
    case["questions"] = {"Q": {"order": 1, "view": "form", "issue": "form"}}
    case["tracks"]["haggle"] = {"fixes": {"agenda": "price_only"}}
    case["effects"] = {
        "quarrel": {"when": {"track": "haggle"}, "on": "buyer", "kind": "cost", "domains": "law", "by": "guild"}
    }
    return case


def test_r6_every_scope_covers_its_issues() -> None:
    issues = {row["scope"]: set(row["issues"]) for row in rows(scoped(with_scopes()), "scopes")}
    assert issues["agenda=price_only"] == {"price"}
    assert issues["agenda=gifts_only"] == {"extras"}
    assert issues["agenda=everything"] == {"price", "extras"}
    assert issues["whole"] == {"agenda", "extras", "form", "price"}


def test_without_scopes_of_its_own_each_main_domain_is_one() -> None:
    assert [row["scope"] for row in rows(scoped(), "scopes")] == ["law", "trade", "whole"]


@settings(max_examples=25, deadline=None)
@given(st.lists(POINTS, min_size=10, max_size=10), POINTS, POINTS)
def test_r6_widening_never_lowers_what_anybody_can_reach(points: list[int], buyer: int, seller: int) -> None:
    worth = worth_data()
    names = [(party, issue, option) for party in worth for issue in worth[party] for option in worth[party][issue]]
    for (party, issue, option), value in zip(names, points, strict=True):
        worth[party][issue][option] = value
    answer = scoped(with_scopes(), sheet_of(worth, {"buyer": buyer, "seller": seller}))
    reach = {(row["scope"], row["party"]): row["best"] for row in rows(answer, "reach")}
    for party in ("buyer", "seller"):
        for narrow in ("agenda=price_only", "agenda=gifts_only"):
            least = reach[narrow, party]
            assert least is None or reach["agenda=everything", party] >= least


def test_the_most_that_each_can_reach_is_that_of_listing_all_packages() -> None:
    """Price alone: middle gives 2 and 3. With the gifts: middle and carpet 8 and 1, high with both gifts 0 and 5."""
    reach = {(row["scope"], row["party"]): row for row in rows(scoped(with_scopes()), "reach")}
    assert reach["agenda=price_only", "buyer"]["best"] == 2
    assert reach["agenda=everything", "buyer"]["best"] == 8
    assert reach["agenda=price_only", "buyer"]["share"] == float(Fraction(2, 8))
    assert reach["agenda=price_only", "seller"]["share"] == float(Fraction(3, 5))


def test_r6_a_scope_that_leaves_one_side_more_is_called_one_sided() -> None:
    (found,) = findings(scoped(with_scopes()), "scope.one_sided", scope="agenda=price_only")
    assert (found.values["favours"], found.values["against"]) == ("seller", "buyer")
    assert found.values["share"] == 1.0


@pytest.mark.parametrize(("favoured", "key"), [("seller", "borne_out"), ("buyer", "not_borne_out")])
def test_a_claim_about_whom_a_scope_serves_is_held_against_the_figures(favoured: str, key: str) -> None:
    case = with_scopes()
    case["claims"] = {"said": {"kind": "inference", "when": {"agenda": "price_only"}, "favours": favoured}}
    assert findings(scoped(case), f"scope.claim_{key}", claim="said")


def test_a_claim_cannot_be_held_against_figures_that_are_not_there() -> None:
    case = with_scopes()
    case["claims"] = {"said": {"kind": "inference", "when": {"agenda": "price_only"}, "favours": "seller"}}
    answer = answer_scope(Dossier.model_validate(case), [], QUICK)
    assert findings(answer, "scope.claim_open", claim="said")
    assert findings(answer, "scope.not_judged", scope="whole")


def test_r6_a_scope_whose_precondition_is_not_known_is_not_available_yet() -> None:
    assert findings(scoped(with_scopes()), "scope.not_available_yet", scope="agenda=everything", capability="aims")
    case = with_scopes()
    case["capabilities"]["aims"]["has"] = "yes"
    assert findings(scoped(case), "scope.precondition_met", scope="agenda=everything")


def test_r6_tensions_of_a_scope_are_told_apart_by_where_they_come_from() -> None:
    (found,) = findings(scoped(with_scopes()), "scope.tension", scope="agenda=price_only", where="abroad")
    assert found.values["items"] == ("quarrel",)


def test_r6_a_form_that_goes_against_a_term_is_warned_of_and_others_are_not_condemned() -> None:
    answer = scoped(with_scopes())
    assert findings(answer, "scope.form_breaks", form="form=pact", terms=("peace",))
    assert findings(answer, "scope.form_breaks_none", form="form=friendship")


def test_another_scale_of_one_party_changes_no_share() -> None:
    worth = worth_data()
    worth["seller"] = {
        issue: {option: 3 * points for option, points in options.items()} for issue, options in worth["seller"].items()
    }
    assert [row["share"] for row in rows(scoped(with_scopes(), sheet_of(worth)), "reach")] == [
        row["share"] for row in rows(scoped(with_scopes()), "reach")
    ]


def test_rules_that_speak_of_a_scope_hold_in_it() -> None:
    """With carpets barred from talks on everything, nobody reaches there what the carpet would have given."""
    case = with_scopes()
    case["rules"] = {"bare": {"when": {"extras": "carpet"}, "excludes": {"agenda": "everything"}}}
    reach = {(row["scope"], row["party"]): row["best"] for row in rows(scoped(case), "reach")}
    # Without the carpet: the middle price alone, for with the lamp it gives the seller less than no agreement.
    assert reach["agenda=everything", "buyer"] == 2
    assert reach["whole", "buyer"] == 8


def test_what_a_party_has_with_nothing_on_the_table_counts_for_no_scope() -> None:
    """With no agreement bad for both, shares are what a scope adds to settling nothing, not to no agreement."""
    answer = scoped(with_scopes(), sheet_of(reservation={"buyer": -40, "seller": -4}))
    reach = {(row["scope"], row["party"]): row for row in rows(answer, "reach")}
    for party in ("buyer", "seller"):
        narrow, whole = reach["agenda=price_only", party], reach["whole", party]
        assert narrow["share"] == pytest.approx(narrow["best"] / whole["best"])

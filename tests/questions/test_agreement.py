"""What can be agreed: the acceptance checks of R9 on small agendas, against listing every package."""

from fractions import Fraction
from itertools import product

import pytest
from bazaar import CASE, QUICK, Data, agreed, case_data, sheet_of, worth_data
from harbour import findings, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import Dossier
from hiwar.questions.agreement import answer_agreement
from hiwar.questions.answer import Answer
from hiwar.questions.scope import answer_scope

POINTS = st.integers(-12, 12)


def every_package(worth: Data, reservation: Data) -> dict[frozenset[str], tuple[int, int]]:
    """Every package of the bazaar that both prefer to no agreement, by its options, listed one by one."""
    found = {}
    for price, carpet, lamp in product((None, "low", "middle", "high"), (False, True), (False, True)):
        held = {("price", price)} if price else set()
        held |= {("extras", "carpet")} if carpet else set()
        held |= {("extras", "lamp")} if lamp else set()
        points = tuple(sum(worth[party][issue][option] for issue, option in held) for party in ("buyer", "seller"))
        if points[0] >= reservation["buyer"] and points[1] >= reservation["seller"]:
            found[frozenset(f"{issue}={option}" for issue, option in held)] = points
    return found


def undominated(packages: dict[frozenset[str], tuple[int, int]]) -> dict[frozenset[str], tuple[int, int]]:
    return {
        options: own
        for options, own in packages.items()
        if not any(a >= own[0] and b >= own[1] and (a, b) != own for a, b in packages.values())
    }


def proposed(answer: Answer) -> dict[str, frozenset[str]]:
    return {row["package"]: frozenset(row["options"]) for row in rows(answer, "packages")}


worths = st.fixed_dictionaries(
    {
        party: st.fixed_dictionaries(
            {
                "price": st.fixed_dictionaries({"low": POINTS, "middle": POINTS, "high": POINTS}),
                "extras": st.fixed_dictionaries({"carpet": POINTS, "lamp": POINTS}),
            }
        )
        for party in ("buyer", "seller")
    }
)


@settings(max_examples=40, deadline=None)
@given(worths, POINTS, POINTS)
def test_r9_only_packages_that_both_prefer_and_none_betters_are_proposed(worth: Data, buyer: int, seller: int) -> None:
    reservation = {"buyer": buyer, "seller": seller}
    best = undominated(every_package(worth, reservation))
    answer = agreed(CASE, sheet_of(worth, reservation))
    assert set(proposed(answer).values()) <= set(best)
    frontier: dict[int, list[float]] = {}
    for row in rows(answer, "frontier"):
        frontier.setdefault(row["point"], []).append(row["points"])
    assert {tuple(points) for points in frontier.values()} == set(best.values())
    assert bool(proposed(answer)) == bool(best)


@settings(max_examples=20, deadline=None)
@given(worths, POINTS, POINTS, st.integers(0, 8))
def test_r9_a_worse_fallback_never_shrinks_what_is_acceptable(worth: Data, buyer: int, seller: int, worse: int) -> None:
    before = every_package(worth, {"buyer": buyer, "seller": seller})
    after = agreed(CASE, sheet_of(worth, {"buyer": buyer - worse, "seller": seller}))
    packages = every_package(worth, {"buyer": buyer - worse, "seller": seller})
    assert set(before) <= set(packages)
    assert bool(proposed(after)) == bool(packages)


def test_r9_wholly_opposed_parties_are_told_that_there_is_no_agreement() -> None:
    opposed = {
        "buyer": {"price": {"low": 10, "middle": 5, "high": 1}, "extras": {"carpet": 5, "lamp": 5}},
        "seller": {"price": {"low": -10, "middle": -5, "high": -1}, "extras": {"carpet": -5, "lamp": -5}},
    }
    answer = agreed(CASE, sheet_of(opposed, {"buyer": 1, "seller": 0}))
    assert findings(answer, "agreement.none")
    assert not proposed(answer)
    blocking = findings(answer, "agreement.blocked_by")
    assert any({"reservation_value:buyer", "reservation_value:seller"} <= set(f.values["items"]) for f in blocking)


def test_r9_red_lines_that_exclude_every_package_are_named() -> None:
    case = case_data()
    for option in ("low", "middle", "high"):
        case["issues"]["price"]["options"][option]["red_line_of"] = {"seller": "source"}
    answer = agreed(case, sheet_of(reservation={"buyer": 4, "seller": -1}))
    assert findings(answer, "agreement.none")
    items = {item for finding in findings(answer, "agreement.blocked_by") for item in finding.values["items"]}
    assert any(item.startswith("price=") for item in items)


def test_r9_concessions_are_first_choice_against_agreed_with_their_level() -> None:
    answer = agreed()
    for key in proposed(answer):
        own = rows(answer, "concessions", package=key)
        for row in own:
            assert row["points"] > 0
            assert 0 < row["share"] <= 1
        for row in own:
            if row["issue"] == "price" and row["party"] == "buyer":
                assert row["first_choice"] == ("price=low",)


def test_r9_a_first_choice_may_require_what_another_issue_settles() -> None:
    """The lamp goes only with the middle price, which can be agreed: going without it is a concession of the buyer."""
    case = case_data()
    case["rules"] = {"dear_lamp": {"when": {"extras": "lamp"}, "requires": {"price": "middle"}}}
    answer = agreed(case, packages=({"price": ("middle",), "extras": ("carpet",)},))
    (row,) = rows(answer, "concessions", package="asked-1", party="buyer", issue="extras")
    assert set(row["first_choice"]) == {"extras=carpet", "extras=lamp"}
    assert row["points"] == 3


@pytest.mark.parametrize(
    "rule",
    [
        {"at_least": 1, "among": {"extras": ["carpet", "lamp"]}},
        {"at_least": 2, "among": {"price": ["low", "middle"], "extras": ["carpet", "lamp"]}},
        {"requires": {"price": ["low", "middle"]}},
        {"requires": {"extras": "carpet"}},
    ],
)
def test_what_every_agreement_must_hold_is_obeyed_and_is_no_matter_of_a_narrower_agenda(rule: Data) -> None:
    case = case_data()
    case["rules"] = {"must": rule}
    answer = agreed(case)
    assert proposed(answer)
    for options in proposed(answer).values():
        held = [f"{issue}={option}" in options for issue, ways in rule.get("among", {}).items() for option in ways]
        assert sum(held) >= rule.get("at_least", 0)
        for issue, ways in rule.get("requires", {}).items():
            assert options & {f"{issue}={option}" for option in ([ways] if isinstance(ways, str) else ways)}
    dossier, sheets = Dossier.model_validate(case), [sheet_of()]
    found = answer_scope(dossier, sheets, QUICK).tables["scopes"].records()
    scopes = {row["scope"]: row["n_admissible"] for row in found}
    assert scopes["whole"] < 16
    assert min(scopes.values()) > 0


def test_r9_a_party_that_concedes_nothing_is_marked() -> None:
    everything = {"price": ("low",), "extras": ("carpet", "lamp")}
    answer = agreed(packages=(everything,))
    (found,) = findings(answer, "agreement.concedes_nothing", package="asked-1")
    assert found.values["party"] == "buyer"
    assert findings(answer, "agreement.refused", package="asked-1")


def test_a_package_asked_about_is_scored_and_held_against_better_ones() -> None:
    answer = agreed(packages=({"price": ("middle",)},))
    row, other = rows(answer, "proposals", package="asked-1")
    assert (row["low"], other["low"]) == (2, 3)
    assert findings(answer, "agreement.not_bettered", package="asked-1")
    assert rows(answer, "eased", package="asked-1")[0]["relation"] == "clash"


def test_a_package_that_another_betters_for_both_is_marked() -> None:
    """The lamp at the middle price gives 5 and -2; the carpet instead gives 8 and 1."""
    answer = agreed(packages=({"price": ("middle",), "extras": ("lamp",)},))
    assert findings(answer, "agreement.bettered", package="asked-1")


def test_what_stands_beside_a_package_names_third_parties_and_dependences() -> None:
    answer = agreed(packages=({"extras": ("lamp",)},))
    beside = {(row["kind"], row["party"], row["item"]) for row in rows(answer, "beside", package="asked-1")}
    assert beside == {("harms", "guild", "custom"), ("depends_on", "guild", "guild_seller")}


def test_rules_and_red_lines_of_a_package_asked_about_are_named() -> None:
    case = case_data()
    case["rules"] = {"no_gifts": {"when": {"price": "low"}, "excludes": {"extras": ["carpet", "lamp"]}}}
    case["issues"]["price"]["options"]["low"]["red_line_of"] = {"seller": "judgement"}
    answer = agreed(case, packages=({"price": ("low",), "extras": ("lamp",)},))
    assert findings(answer, "agreement.breaks_rules", package="asked-1", rules=("no_gifts",))
    assert findings(answer, "agreement.crosses_line", package="asked-1", party="seller", option="price=low")
    assert all(not {"price=low"} <= options for key, options in proposed(answer).items() if key != "asked-1")


def test_a_goal_that_must_not_be_broken_is_a_red_line() -> None:
    case = case_data()
    case["goals"]["dear"]["has_floor"] = True
    case["issues"]["price"]["options"]["low"]["harms"] = "dear"
    answer = agreed(case)
    assert [row["option"] for row in rows(answer, "agenda", is_red_line=True)] == ["price=low"]
    assert all("price=low" not in options for options in proposed(answer).values())


def test_without_worths_nothing_is_proposed_and_what_is_missing_is_named() -> None:
    answer = answer_agreement(Dossier.model_validate(CASE), [])
    assert findings(answer, "agreement.not_judged")
    assert not proposed(answer)


def test_options_that_are_not_judged_for_all_are_left_out_and_named() -> None:
    worth = worth_data()
    worth["seller"]["extras"]["lamp"] = "unknown"
    answer = agreed(CASE, sheet_of(worth))
    (found,) = findings(answer, "agreement.left_out")
    assert found.values["options"] == ("extras=lamp",)


def test_without_a_reservation_value_acceptance_cannot_be_told() -> None:
    answer = agreed(CASE, sheet_of(reservation={"buyer": 0}))
    (found,) = findings(answer, "agreement.no_reservation_value")
    assert found.values["parties"] == ("seller",)


@pytest.mark.parametrize("scale", [2, 7])
def test_another_scale_of_one_party_changes_no_proposal(scale: int) -> None:
    """Nothing adds or compares the points of two parties."""
    worth = worth_data()
    worth["seller"] = {
        issue: {option: scale * points for option, points in options.items()}
        for issue, options in worth["seller"].items()
    }
    assert proposed(agreed(CASE, sheet_of(worth))) == proposed(agreed())


def test_ranges_give_a_share_of_judgements_and_certainty_where_all_agree() -> None:
    worth = worth_data()
    worth["seller"]["price"]["middle"] = [-1, 7]
    answer = agreed(CASE, sheet_of(worth), packages=({"price": ("middle",)},))
    buyer, seller = rows(answer, "proposals", package="asked-1")
    assert (buyer["accepts"], seller["accepts"]) == ("certain", "possible")
    assert Fraction(7, 8) - Fraction(1, 10) < seller["all_accept"] < Fraction(7, 8) + Fraction(1, 10)


def test_an_outcome_of_an_event_calls_for_options() -> None:
    case = case_data()
    case["events"] = {"drought": {"options": ["dry", "wet"]}}
    case["goals"]["cheap"]["when"] = {"drought": "dry"}
    case["links"] = {"thirst": {"when": {"drought": "dry"}, "leads_to_options": {"extras": "lamp"}}}
    (row,) = rows(agreed(case), "alternatives")
    assert row["outcome"] == "drought=dry"
    assert row["options"] == ("price=low", "extras=lamp")


def test_r9_the_fallback_of_each_party_is_told_as_judged() -> None:
    answer = agreed(CASE, sheet_of(reservation={"buyer": [-4, 1]}))
    (found,) = findings(answer, "agreement.fallback")
    assert (found.values["party"], found.values["low"], found.values["high"]) == ("buyer", -4, 1)
    assert rows(answer, "fallbacks", party="seller") == [{"party": "seller", "low": None, "high": None}]

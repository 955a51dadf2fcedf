"""Who gets more, who can press whom: the acceptance checks of R12 on small agendas."""

import pytest
from bazaar import CASE, QUICK, Data, case_data, sheet_of, worth_data
from harbour import findings, rows

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, Settings, answer_balance

MIRROR: Data = {
    "buyer": {"price": {"low": 10, "middle": 4, "high": -8}, "extras": {"carpet": 0, "lamp": 0}},
    "seller": {"price": {"low": -8, "middle": 4, "high": 10}, "extras": {"carpet": 0, "lamp": 0}},
}


def balanced(case: Data | None = None, *sheets: Sheet, settings: Settings = QUICK) -> Answer:
    """The balance of the bazaar; with the usual sheet where none is given."""
    return answer_balance(Dossier.model_validate(case or CASE), list(sheets) or [sheet_of()], settings)


def test_r12_equal_shares_are_called_even() -> None:
    assert findings(balanced(CASE, sheet_of(MIRROR)), "balance.even", package="nash")


@pytest.mark.parametrize("scale", [2, 5])
def test_r12_another_scale_of_one_party_changes_nothing(scale: int) -> None:
    worth = worth_data()
    worth["buyer"] = {
        issue: {option: scale * points for option, points in options.items()}
        for issue, options in worth["buyer"].items()
    }
    ours, theirs = balanced(CASE, sheet_of(worth)), balanced()
    assert [row["share"] for row in rows(ours, "shares")] == [row["share"] for row in rows(theirs, "shares")]
    assert rows(ours, "by_domain") == rows(theirs, "by_domain")


def test_shares_are_gains_over_the_most_that_can_be_gained() -> None:
    """Middle price and carpet give 8 and 1; the most in what both accept is 8, and 5 (high price, both gifts)."""
    answer = balanced(settings=Settings(packages=({"price": ("middle",), "extras": ("carpet",)},)))
    shares = {(row["options"], row["party"]): row["share"] for row in rows(answer, "shares")}
    package = ("extras=carpet", "price=middle")
    assert shares[package, "buyer"] == 1.0
    assert shares[package, "seller"] == pytest.approx(1 / 5)


def test_by_domain_each_share_lies_between_the_least_and_the_most_there() -> None:
    answer = balanced(settings=Settings(packages=({"price": ("high",)},)))
    shares = {(row["domain"], row["party"]): row["share"] for row in rows(answer, "by_domain", package="asked-1")}
    assert shares["trade", "seller"] == 1.0
    assert shares["trade", "buyer"] == 0.0
    assert findings(answer, "balance.domain_uneven", package="asked-1", domain="trade")


def test_r12_leverage_is_listed_with_its_items_on_each_side() -> None:
    case = case_data()
    case["ties"]["credit"] = {"kind": "leverage", "party": "seller", "other": "buyer", "domains": "trade"}
    answer = balanced(case)
    (found,) = findings(answer, "balance.leverage", party="seller")
    assert found.values["items"] == ("credit", "guild_seller")
    assert findings(answer, "balance.no_leverage", party="buyer")


def test_r12_a_domain_of_common_interest_without_commitment_is_named() -> None:
    case = case_data()
    case["goals"]["order"] = {"owner": "buyer", "kind": "aim", "domains": "law"}
    case["goals"]["standing"] = {"owner": "seller", "kind": "aim", "domains": "law"}
    answer = balanced(case, settings=Settings(packages=({"price": ("middle",)},)))
    assert findings(answer, "balance.no_commitment", package="asked-1", domain="law")
    assert not findings(answer, "balance.no_commitment", package="asked-1", domain="trade")


def test_without_worths_the_division_cannot_be_told() -> None:
    answer = answer_balance(Dossier.model_validate(CASE), [])
    assert findings(answer, "balance.not_judged")

"""What blocks an agreement, against trying every set of demands."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from package_models import negotiations
from packages_oracle import listed

from hiwar.methods.packages import Excludes, Issue, Negotiation, Party
from hiwar.methods.packages.blocking import Demand, DemandKind, demands_of, find_blocking, keeping
from hiwar.methods.packages.feasibility import find_agreement
from hiwar.methods.packages.hitting import hit_one_more, minimal_sets


def key(demand: Demand) -> tuple[str, str, int]:
    return (demand.kind.value, demand.party or "", demand.number)


def keys(several: Sequence[Demand]) -> frozenset[tuple[str, str, int]]:
    return frozenset(map(key, several))


@given(negotiations(most_parties=3, most_issues=4))
@settings(max_examples=100, deadline=None)
def test_an_agreement_is_found_where_there_is_one(form: Negotiation) -> None:
    expected = [dict(package) for package, _ in listed(form, "acceptable")]
    found = find_agreement(form)
    assert (found is None) == (not expected)
    assert found is None or dict(found) in expected


@given(negotiations(most_parties=3, most_issues=3))
@settings(max_examples=60, deadline=None)
def test_blocking_sets_are_all_minimal_sets_that_leave_no_package(form: Negotiation) -> None:
    assume(not listed(form, "acceptable"))
    demands = demands_of(form)
    possible = {
        frozenset(several): bool(listed(keeping(form, [demands[place] for place in several]), "acceptable"))
        for size in range(len(demands) + 1)
        for several in combinations(range(len(demands)), size)
    }
    everything = frozenset(range(len(demands)))
    blocking = minimal_sets(several for several, is_possible in possible.items() if not is_possible)
    opening = minimal_sets(everything - several for several, is_possible in possible.items() if is_possible)
    found = find_blocking(form)
    assert found.is_complete
    assert found.agreement is None
    assert {keys(several) for several in found.blocking_sets} == {
        keys([demands[place] for place in several]) for several in blocking
    }
    assert {keys(one.demands) for one in found.relaxations} == {
        keys([demands[place] for place in several]) for several in opening
    }


@given(negotiations(most_parties=3, most_issues=3))
@settings(max_examples=60, deadline=None)
def test_reservation_values_fall_by_the_least_that_opens_an_agreement(form: Negotiation) -> None:
    assume(not listed(form, "acceptable"))
    for relaxation in find_blocking(form).relaxations:
        falling = [demand for demand in relaxation.demands if demand.kind is DemandKind.RESERVATION_VALUE]
        rest = keeping(form, [demand for demand in demands_of(form) if demand not in relaxation.demands])
        places = [form.names.index(demand.party or "") for demand in falling]
        needed = [Fraction(form.parties[place].reservation_value or 0) for place in places]
        short = {
            tuple(need - scores[place] for need, place in zip(needed, places, strict=True))
            for _, scores in listed(rest, "acceptable")
        }
        least = {
            one
            for one in short
            if not any(other != one and all(a <= b for a, b in zip(other, one, strict=True)) for other in short)
        }
        assert not falling or {tuple(fall.values()) for fall in relaxation.falls} == least
        scores = next(scores for package, scores in listed(rest, "acceptable") if package == relaxation.package)
        missing = tuple(need - scores[place] for need, place in zip(needed, places, strict=True))
        assert not falling or missing == tuple(relaxation.falls[0].values())
        assert all(points > 0 for fall in relaxation.falls for points in fall.values())


@given(negotiations(most_parties=2, most_issues=3))
@settings(max_examples=40, deadline=None)
def test_every_set_that_opens_meets_every_set_that_blocks(form: Negotiation) -> None:
    found = find_blocking(form)
    for relaxation in found.relaxations:
        assert all(keys(relaxation.demands) & keys(blocking) for blocking in found.blocking_sets)


def opposed() -> Negotiation:
    """One pie: what one wins the other loses, and both want more than half."""
    shares = {"all to one": 4, "more to one": 3, "half each": 2, "more to two": 1, "all to two": 0}
    return Negotiation(
        (Issue("share", tuple(shares)),),
        (
            Party("one", {"share": shares}, reservation_value=3),
            Party("two", {"share": {option: 4 - worth for option, worth in shares.items()}}, reservation_value=3),
        ),
    )


def test_r9_wholly_opposed_parties_block_each_other() -> None:
    found = find_blocking(opposed())
    assert found.agreement is None
    assert [keys(several) for several in found.blocking_sets] == [
        {("reservation_value", "one", 0), ("reservation_value", "two", 0)}
    ]
    assert [dict(fall) for one in found.relaxations for fall in one.falls] == [{"one": 2}, {"two": 2}]


def test_r9_red_lines_that_exclude_each_other_are_named() -> None:
    issue = Issue("border", ("open", "closed"))
    worths = {"border": {"open": 0, "closed": 0}}
    form = Negotiation(
        (issue,),
        (
            Party("one", worths, red_lines=({"border": ("open",)},)),
            Party("two", worths, red_lines=({"border": ("closed",)},)),
        ),
    )
    found = find_blocking(form)
    assert [keys(several) for several in found.blocking_sets] == [{("red_line", "one", 0), ("red_line", "two", 0)}]
    assert [keys(one.demands) for one in found.relaxations] == [{("red_line", "one", 0)}, {("red_line", "two", 0)}]


def test_where_an_agreement_is_possible_nothing_blocks() -> None:
    form = opposed()
    content = Negotiation(form.issues, tuple(Party(party.name, party.worths) for party in form.parties))
    found = find_blocking(content)
    assert found.agreement is not None
    assert not found.blocking_sets
    assert not found.relaxations


def test_what_is_fixed_is_not_questioned() -> None:
    form = Negotiation(
        (Issue("border", ("open", "closed")),),
        (Party("one", {"border": {"open": 0, "closed": 0}}),),
        (Excludes({"border": ("open",)}),),
        {"border": "open"},
    )
    assert [keys(several) for several in find_blocking(form).blocking_sets] == [{("rule", "", 0)}]


@pytest.mark.parametrize("limit", [{"most_checks": 2}, {"most_sets": 1}, {"seconds": 0.0}])
def test_a_search_cut_short_says_so(limit: dict[str, int]) -> None:
    issue = Issue("border", ("open", "closed"))
    lines = ({"border": ("open",)}, {"border": ("closed",)})
    party = Party("one", {"border": {"open": 0, "closed": 0}}, reservation_value=1, red_lines=lines)
    found = find_blocking(Negotiation((issue,), (party,)), **limit)
    assert not found.is_complete
    assert find_blocking(Negotiation((issue,), (party,))).is_complete


def test_hitting_sets_are_minimal_and_meet_all() -> None:
    found = [frozenset[int]()]
    for further in ({1, 2}, {2, 3}, {3, 4}):
        found = hit_one_more(found, frozenset(further))
    assert found == [frozenset({1, 3}), frozenset({2, 3}), frozenset({2, 4})]

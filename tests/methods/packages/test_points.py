"""Points by the standards of bargaining theory, against the list of all packages, and what must hold of them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_models import negotiations
from package_tables import random_table
from packages_oracle import Scored, best_by, listed

from hiwar.methods.packages import (
    STANDARDS,
    UNSETTLED,
    FairPoint,
    Interaction,
    Issue,
    Method,
    ModelError,
    Negotiation,
    Party,
    Pattern,
    Standard,
    fair_points,
    zone_of_agreement,
)
from hiwar.methods.packages import diagram as diagram_module
from hiwar.methods.packages import points as points_module
from hiwar.methods.packages import search as search_module
from hiwar.methods.packages.arrays import Among

OVER: tuple[Among, ...] = ("feasible", "admissible", "acceptable")
STATED = negotiations(states_reservations=True)


def keys(packages: Sequence[Mapping[str, str]]) -> list[tuple[tuple[str, str], ...]]:
    return sorted(tuple(sorted(package.items())) for package in packages)


def agrees(found: FairPoint, expected: Scored) -> None:
    assert found.proved
    assert keys(list(found.packages())) == keys([package for package, _ in expected])
    assert found.n_packages == len(expected)
    assert {point.scores for point in found.points} == {scores for _, scores in expected}


@given(STATED, st.sampled_from(STANDARDS), st.data())
@settings(max_examples=250, deadline=None)
def test_points_are_those_of_the_list_ties_included(form: Negotiation, standard: Standard, data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 3), min_size=len(form.parties), max_size=len(form.parties)))
    ideals, ranges = data.draw(st.sampled_from(OVER)), data.draw(st.sampled_from(OVER[:2]))
    named = {name: Fraction(weight, 7) for name, weight in zip(form.names, weights, strict=True)}
    (found,) = fair_points(form, (standard,), weights=named, ideals_over=ideals, ranges_over=ranges)
    agrees(found, best_by(form, standard, weights, ideals, ranges))


@given(STATED, st.sampled_from(STANDARDS), st.sampled_from(OVER), st.data())
@settings(max_examples=80, deadline=None)
def test_search_with_bounds_finds_the_same_points(
    form: Negotiation, standard: Standard, ideals: Among, data: st.DataObject
) -> None:
    weights = data.draw(st.lists(st.integers(1, 3), min_size=len(form.parties), max_size=len(form.parties)))
    named = dict(zip(form.names, weights, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(points_module, "MOST_SCORES_TRIED", 0)
        patch.setattr(points_module, "MOST_SCORES_TRIED_MANY", 0)
        (found,) = fair_points(form, (standard,), weights=named, ideals_over=ideals)
    agrees(found, best_by(form, standard, weights, ideals, "admissible"))


@given(negotiations(states_reservations=True, least_parties=2, most_issues=3), st.sampled_from(STANDARDS))
@settings(max_examples=40, deadline=None)
def test_solver_finds_the_same_points(form: Negotiation, standard: Standard) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diagram_module.build_diagram, "__kwdefaults__", {"most_arcs": 0})
        (found,) = fair_points(form, (standard,), weights=dict(zip(form.names, (2, 1, 3, 1), strict=False)))
    weights = (2, 1, 3, 1)[: len(form.parties)]
    agrees(found, best_by(form, standard, weights, "acceptable", "admissible"))
    assert found.method == Method.SOLVER or not listed(form, "admissible")


@given(negotiations(most_parties=3), st.sampled_from([Standard.WELFARE_OF_SHARES, Standard.MAXIMIN]))
@settings(max_examples=60, deadline=None)
def test_shares_need_no_reservation_values(form: Negotiation, standard: Standard) -> None:
    (found,) = fair_points(form, (standard,))
    agrees(found, best_by(form, standard, [1] * len(form.parties), "acceptable", "admissible"))


@given(STATED, st.sampled_from(STANDARDS), st.data())
@settings(max_examples=80, deadline=None)
def test_rescaling_one_partys_points_changes_nothing_but_for_the_egalitarian(
    form: Negotiation, standard: Standard, data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, len(form.parties) - 1))
    factor = data.draw(st.fractions(Fraction(1, 9), 9, max_denominator=9))
    shift = data.draw(st.integers(-5, 5))
    several = tuple(
        _rescaled(party, factor, shift, form.issues[0]) if place == chosen else party
        for place, party in enumerate(form.parties)
    )
    changed = Negotiation(form.issues, several, form.rules, form.fixed)
    (before,), (after,) = fair_points(form, (standard,)), fair_points(changed, (standard,))
    if standard != Standard.EGALITARIAN:
        assert keys(list(before.packages())) == keys(list(after.packages()))


def _rescaled(party: Party, factor: Fraction, shift: int, first: Issue) -> Party:
    worths = {
        issue: {
            option: Fraction(worth) * factor + (shift if issue == first.name else 0) for option, worth in row.items()
        }
        for issue, row in party.worths.items()
    }
    if first.may_be_unsettled and UNSETTLED not in worths[first.name]:
        worths[first.name][UNSETTLED] = Fraction(shift)
    interactions = tuple(type(extra)(extra.when, Fraction(extra.worth) * factor) for extra in party.interactions)
    reservation = Fraction(party.reservation_value or 0) * factor + shift
    return Party(party.name, worths, interactions, reservation, party.red_lines)


@given(STATED, st.sampled_from(STANDARDS))
@settings(max_examples=60, deadline=None)
def test_order_of_issues_and_parties_changes_nothing(form: Negotiation, standard: Standard) -> None:
    turned = Negotiation(form.issues[::-1], form.parties[::-1], form.rules[::-1], form.fixed)
    (before,), (after,) = fair_points(form, (standard,)), fair_points(turned, (standard,))
    assert keys(list(before.packages())) == keys(list(after.packages()))
    assert before.value == after.value


@given(STATED, st.sampled_from(STANDARDS))
@settings(max_examples=40, deadline=None)
def test_renaming_changes_names_only(form: Negotiation, standard: Standard) -> None:
    def issue(name: str) -> str:
        return f"renamed {name}"

    def way(name: str) -> str:
        return name if name == UNSETTLED else f"other {name}"

    def pattern(old: Pattern) -> Pattern:
        return {issue(name): tuple(map(way, options)) for name, options in old.items()}

    several = tuple(
        Party(
            f"other {party.name}",
            {issue(name): {way(option): worth for option, worth in row.items()} for name, row in party.worths.items()},
            tuple(Interaction(pattern(extra.when), extra.worth) for extra in party.interactions),
            party.reservation_value,
            tuple(map(pattern, party.red_lines)),
        )
        for party in form.parties
    )
    issues = tuple(Issue(issue(old.name), tuple(map(way, old.options)), old.may_be_unsettled) for old in form.issues)
    plain = Negotiation(form.issues, form.parties)
    (before,), (after,) = fair_points(plain, (standard,)), fair_points(Negotiation(issues, several), (standard,))
    renamed = [{issue(name): way(option) for name, option in package.items()} for package in before.packages()]
    assert keys(renamed) == keys(list(after.packages()))


@given(STATED)
@settings(max_examples=60, deadline=None)
def test_widening_by_an_issue_that_may_stay_open_never_lowers_anybodys_best(form: Negotiation) -> None:
    extra = Issue("another issue", ("one way", "another way"), may_be_unsettled=True)
    several = tuple(
        Party(
            party.name, {**party.worths, extra.name: {"one way": 2 - place, "another way": -1}},
            party.interactions, party.reservation_value, party.red_lines,
        )
        for place, party in enumerate(form.parties)
    )  # fmt: skip
    wider = Negotiation((*form.issues, extra), several, form.rules, form.fixed)
    assert listed(form, "acceptable") == [] or zone_of_agreement(wider).n_acceptable
    before, after = zone_of_agreement(form).best, zone_of_agreement(wider).best
    assert all(wide >= narrow for wide, narrow in zip(after, before, strict=bool(before)))


def shown(found: FairPoint) -> list[tuple[float, ...]]:
    return sorted(tuple(map(float, point.scores)) for point in found.points)


def two_parties(rows: Sequence[tuple[int, int]], low: tuple[int, int] = (0, 0)) -> Negotiation:
    names = tuple(f"package {place}" for place in range(len(rows)))
    parties = tuple(
        Party(name, {"all": dict(zip(names, column, strict=True))}, reservation_value=bound)
        for name, column, bound in zip(("one", "two"), zip(*rows, strict=True), low, strict=True)
    )
    return Negotiation((Issue("all", names),), parties)


def test_kalai_smorodinsky_maximises_the_smallest_ratio_not_the_evenness_of_ratios() -> None:
    """(3, 3) has equal ratios; (5, 6) leaves both with more, in proportion to what each could have at best."""
    (found,) = fair_points(two_parties([(10, 0), (0, 10), (6, 5), (5, 6), (3, 3)]), (Standard.KALAI_SMORODINSKY,))
    assert found.value == Fraction(1, 2)
    assert shown(found) == [(5, 6), (6, 5)]


def test_ideal_points_are_taken_over_what_is_acceptable_to_all_unless_told_otherwise() -> None:
    form = two_parties([(100, 0), (8, 4), (4, 8), (10, 1)], low=(0, 1))
    (usual,) = fair_points(form, (Standard.KALAI_SMORODINSKY,))
    (wide,) = fair_points(form, (Standard.KALAI_SMORODINSKY,), ideals_over="feasible")
    assert tuple(map(float, usual.best)) == (10, 8)
    assert tuple(map(float, wide.best)) == (100, 8)


def test_nash_products_are_compared_exactly_where_rounding_would_call_them_equal() -> None:
    big = 10**8
    form = two_parties([(big, big), (big + 1, big - 1), (big - 1, big + 1)])
    (found,) = fair_points(form, (Standard.NASH,))
    assert shown(found) == [(big, big)]
    assert found.value == big * big


def test_nash_where_nobody_else_can_gain_keeps_one_group_for_each() -> None:
    form = two_parties([(5, 0), (3, 0), (0, 7)])
    (found,) = fair_points(form, (Standard.NASH,))
    assert shown(found) == [(0, 7), (5, 0)]
    assert found.value is None


def test_weights_shift_the_nash_point() -> None:
    form = two_parties([(1, 9), (5, 5), (9, 1)])
    (even,) = fair_points(form, (Standard.NASH,))
    (uneven,) = fair_points(form, (Standard.NASH,), weights={"one": 0.9, "two": 0.1})
    assert shown(even) == [(5, 5)]
    assert shown(uneven) == [(9, 1)]
    assert tuple(map(float, uneven.weights)) == (9, 1)


def test_a_search_that_gives_up_says_so_and_overstates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    form = random_table(20, 4, 4, high=30, seed=3, reservation=150)
    (proved,) = fair_points(form, (Standard.MAXIMIN,))
    monkeypatch.setattr(search_module, "BEAMS", (2,))
    monkeypatch.setattr(search_module.search, "__kwdefaults__", {"most_scores": 10})
    (given_up,) = fair_points(form, (Standard.MAXIMIN,))
    assert (proved.proved, given_up.proved) == (True, False)
    assert proved.value is not None
    assert given_up.value is not None
    assert given_up.value <= proved.value


def test_nothing_acceptable_leaves_no_point() -> None:
    for found in fair_points(two_parties([(1, 9), (9, 1)], low=(5, 5))):
        assert found.points == ()
        assert found.value is None
        assert found.proved


def test_gains_without_a_reservation_value_are_refused() -> None:
    form = two_parties([(1, 9)])
    unknown = Negotiation(form.issues, (form.parties[0], Party("two", form.parties[1].worths)))
    with pytest.raises(ModelError, match="two: no reservation value is stated"):
        fair_points(unknown, (Standard.NASH,))


@pytest.mark.parametrize("weights", [{"one": 0, "two": 1}, {"one": -1, "two": 1}, {"one": 1}])
def test_weights_that_are_not_positive_or_not_of_all_are_refused(weights: Mapping[str, int]) -> None:
    with pytest.raises(ModelError, match="weight"):
        fair_points(two_parties([(1, 9)]), (Standard.NASH,), weights=weights)

"""What is taken and what is refused: numbers, names, sizes."""

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from package_tables import from_table, random_table

from hiwar.methods.packages import (
    AtLeast,
    AtMost,
    Excludes,
    Interaction,
    Issue,
    Method,
    ModelError,
    Negotiation,
    Party,
    Requires,
    Standard,
    compile_arrays,
    fair_points,
    pareto_frontier,
    score_of,
    zone_of_agreement,
)
from hiwar.methods.packages import diagram as diagram_module
from hiwar.methods.packages.arrays import chosen_of
from hiwar.methods.packages.diagram import DiagramTooLargeError, build_diagram

ISSUES = (Issue("border", ("open", "closed")), Issue("water", ("shared", "sold"), may_be_unsettled=True))
COAST = Party("Coast", {"border": {"open": 3, "closed": 0}, "water": {"shared": 2, "sold": 1}}, reservation_value=1)
HILLS = Party("Hills", {"border": {"open": 0, "closed": 2}, "water": {"shared": 1, "sold": 4}}, reservation_value=1)
FORM = Negotiation(ISSUES, (COAST, HILLS))


def test_a_float_is_taken_as_the_decimal_it_is_written_as() -> None:
    party = replace(COAST, worths={**COAST.worths, "border": {"open": 0.1, "closed": Decimal("0.25")}})
    arrays = compile_arrays(replace(FORM, parties=(party, HILLS)))
    assert arrays.scales == (20, 1)
    assert arrays.worths[0, 0].tolist() == [2, 5, 0]
    assert arrays.points([2, 5]) == (Fraction(1, 10), Fraction(5))


def test_reservation_value_below_the_worst_package_is_legal() -> None:
    form = replace(FORM, parties=(replace(COAST, reservation_value=-100), replace(HILLS, reservation_value=-100)))
    zone = zone_of_agreement(form)
    assert zone.n_acceptable == zone.n_feasible == 6


def test_equal_scores_are_different_packages() -> None:
    form = Negotiation(
        (Issue("a", ("x", "y")), Issue("b", ("x", "y"))),
        (Party("one", {"a": {"x": 1, "y": 1}, "b": {"x": 0, "y": 0}}),),
    )
    (point,) = pareto_frontier(form).points
    assert point.n_packages == 4
    assert len({tuple(package.items()) for package in point.packages()}) == 4


def test_equal_packages_are_counted_exactly_however_many() -> None:
    form = from_table(np.ones((60, 5, 2), dtype=np.int64), reservation=60)
    (point,) = pareto_frontier(form).points
    assert point.n_packages == zone_of_agreement(form).n_acceptable == 5**60
    assert set(point.package.values()) <= {f"option {place}" for place in range(5)}


def test_a_package_that_is_not_whole_is_refused() -> None:
    with pytest.raises(ModelError, match="the package says nothing about 'water'"):
        chosen_of(compile_arrays(FORM), {"border": "open"})


def with_coast(**changes: object) -> Negotiation:
    return replace(FORM, parties=(replace(COAST, **changes), HILLS))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (replace(FORM, issues=()), "needs one or more issues"),
        (replace(FORM, issues=(*ISSUES, ISSUES[0])), "the issue 'border' is named twice"),
        (replace(FORM, parties=(COAST, COAST)), "the party 'Coast' is named twice"),
        (replace(FORM, issues=(Issue("border", ()), ISSUES[1])), "'border' has no options"),
        (replace(FORM, issues=(Issue("border", ("open", "open")), ISSUES[1])), "names an option twice"),
        (replace(FORM, issues=(ISSUES[0], Issue("water", ("unsettled",)))), "say may_be_unsettled instead"),
        (with_coast(worths={"border": {"open": 3, "closed": 0}}), "no worth is stated for 'shared' of 'water'"),
        (with_coast(worths={**COAST.worths, "sea": {}}), "Coast: 'sea' is no issue"),
        (with_coast(worths={**COAST.worths, "border": {"ajar": 1}}), "'ajar' is no option of 'border'"),
        (with_coast(reservation_value=float("nan")), "nan is no finite number"),
        (with_coast(reservation_value=Decimal("inf")), "no finite number"),
        (with_coast(reservation_value=1e-16), "Give fewer digits"),
        (with_coast(red_lines=({},)), "names no issue"),
        (with_coast(red_lines=({"border": "open"},)), r"write \('open',\)"),
        (with_coast(interactions=(Interaction({}, 1),)), "an interaction names no issue"),
        (replace(FORM, rules=(Excludes({"border": ("ajar",)}),)), "excludes: 'ajar' is no option"),
        (replace(FORM, rules=(Requires({"sea": ("open",)}, {}),)), "requires: 'sea' is no issue"),
        (replace(FORM, rules=(AtMost(1, {}),)), "names no issue"),
        (replace(FORM, rules=(AtLeast(1, {}),)), "names no issue"),
        (replace(FORM, fixed={"border": "ajar"}), "fixed: 'ajar' is no option"),
    ],
)
def test_what_is_wrong_is_named(form: Negotiation, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        compile_arrays(form)


def test_rules_that_leave_nothing_leave_an_empty_zone() -> None:
    form = replace(FORM, rules=(AtLeast(3, {"border": ("open",), "water": ("sold",)}),))
    zone = zone_of_agreement(form)
    assert (zone.n_feasible, zone.n_acceptable, zone.best) == (0, 0, ())
    assert pareto_frontier(form).points == ()
    assert all(found.points == () and found.proved for found in fair_points(form))


def test_entangled_rules_go_to_the_solver_and_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    form = random_table(8, 3, 2, high=20, seed=4, reservation=30, n_rules=8)
    exact, points = pareto_frontier(form), fair_points(form)
    monkeypatch.setattr(diagram_module.build_diagram, "__kwdefaults__", {"most_arcs": 10})
    solved = pareto_frontier(form)
    assert solved.method == Method.SOLVER
    assert solved.proved
    assert [point.scores for point in solved.points] == [point.scores for point in exact.points]
    for one, other in zip(points, fair_points(form), strict=True):
        assert other.method == Method.SOLVER
        assert [point.scores for point in one.points] == [point.scores for point in other.points]
        assert one.value == other.value


def test_entangled_rules_are_refused_with_their_number_where_packages_must_be_counted() -> None:
    form = random_table(8, 3, 2, high=20, seed=4, n_rules=8)
    with pytest.raises(DiagramTooLargeError, match="8 rules, red lines and interactions on 8 issues"):
        build_diagram(compile_arrays(form), most_arcs=10)


def test_large_negotiations_are_counted_and_proved() -> None:
    form = random_table(40, 5, 2, high=100, seed=7, reservation=0, n_rules=25)
    zone = zone_of_agreement(form)
    assert 0 < zone.n_feasible < 5**40
    assert zone.n_acceptable == zone.n_feasible
    frontier = pareto_frontier(form)
    assert frontier.proved
    for point in frontier.points[:: len(frontier.points) // 5]:
        package = point.package
        fixed = replace(form, fixed=package)
        assert zone_of_agreement(fixed).best == point.scores


def test_five_parties_and_sixty_issues_have_a_proved_nash_point() -> None:
    form = random_table(60, 5, 5, high=100, seed=1, reservation=2000)
    (found,) = fair_points(form, (Standard.NASH,))
    assert found.method == Method.SEARCH
    assert found.proved
    (point,) = found.points
    arrays = compile_arrays(form)
    chosen = chosen_of(arrays, point.package)
    assert found.value == math.prod(score - 2000 for score in score_of(arrays, chosen))
    for issue in range(60):  # no single change does better
        for option in range(5):
            changed = score_of(arrays, (*chosen[:issue], option, *chosen[issue + 1 :]))
            assert math.prod(score - 2000 for score in changed) <= found.value


def test_points_too_fine_for_the_solver_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    form = from_table(np.full((4, 2, 2), 10**6, dtype=np.int64), rules=(Excludes({"issue 0": ("option 0",)}),))
    monkeypatch.setattr(diagram_module.build_diagram, "__kwdefaults__", {"most_arcs": 1})
    with pytest.raises(ModelError, match="too fine for the solver"):
        pareto_frontier(form)

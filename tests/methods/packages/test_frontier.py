"""Pareto sets and counts, against the list of all packages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_models import negotiations
from packages_oracle import listed, undominated

from hiwar.methods.packages import (
    Method,
    ModelError,
    Negotiation,
    compile_arrays,
    list_packages,
    pareto_frontier,
    zone_of_agreement,
)
from hiwar.methods.packages.approximate import merge_roughly
from hiwar.methods.packages.arrays import Among
from hiwar.methods.packages.diagram import build_diagram
from hiwar.methods.packages.solver import solve_frontier

KINDS: tuple[Among, ...] = ("feasible", "admissible", "acceptable")


def keys(packages: Sequence[Mapping[str, str]]) -> list[tuple[tuple[str, str], ...]]:
    return sorted(tuple(sorted(package.items())) for package in packages)


@given(negotiations(), st.sampled_from(KINDS))
@settings(max_examples=150, deadline=None)
def test_frontier_is_that_of_the_list_of_all_packages_with_every_package(form: Negotiation, among: Among) -> None:
    expected = undominated(listed(form, among))
    found = pareto_frontier(form, among=among)
    assert found.proved
    assert found.method == Method.MERGING
    assert [point.scores for point in found.points] == sorted({scores for _, scores in expected})
    for point in found.points:
        packages = list(point.packages())
        assert keys(packages) == keys([package for package, scores in expected if scores == point.scores])
        assert point.n_packages == len(packages)


@given(negotiations())
@settings(max_examples=100, deadline=None)
def test_counts_are_those_of_the_list(form: Negotiation) -> None:
    zone = zone_of_agreement(form)
    lists = {among: listed(form, among) for among in KINDS}
    assert (zone.n_feasible, zone.n_admissible, zone.n_acceptable) == tuple(len(lists[among]) for among in KINDS)
    columns = list(zip(*(scores for _, scores in lists["admissible"]), strict=True))
    assert zone.best == tuple(map(max, columns))
    assert zone.worst == tuple(map(min, columns))


@given(negotiations(), st.sampled_from(KINDS))
@settings(max_examples=60, deadline=None)
def test_packages_listed_are_all_and_each_once(form: Negotiation, among: Among) -> None:
    expected = keys([package for package, _ in listed(form, among)])
    assert keys(list(list_packages(form, among=among))) == expected


@given(negotiations(most_parties=3, most_issues=3), st.sampled_from(KINDS))
@settings(max_examples=25, deadline=None)
def test_solver_finds_the_same_frontier(form: Negotiation, among: Among) -> None:
    expected = undominated(listed(form, among))
    arrays = compile_arrays(form)
    scores, finder = solve_frontier(arrays, among)
    assert [arrays.points(row) for row in scores] == sorted({points for _, points in expected})
    for row in scores:
        packages = [arrays.package(chosen) for chosen in finder.packages(tuple(row.tolist()))]
        assert keys(list(packages)) == keys([p for p, points in expected if points == arrays.points(row)])


@given(negotiations(least_parties=2), st.integers(1, 3), st.sampled_from(KINDS))
@settings(max_examples=80, deadline=None)
def test_rough_frontier_comes_as_near_as_it_says(form: Negotiation, most_kept: int, among: Among) -> None:
    arrays = compile_arrays(form)
    diagram = build_diagram(arrays, "feasible" if among == "feasible" else "admissible")
    every = listed(form, among)
    try:
        found, error = merge_roughly(diagram, acceptable=among == "acceptable", most_kept=most_kept)
    except ModelError:
        return  # it may say that it has found no acceptable package
    slack = arrays.points(error)
    near = [arrays.points(row) for row in found.scores]
    scored = {tuple(sorted(package.items())): points for package, points in every}
    for row, points in zip(found.scores, near, strict=True):
        for chosen in found.packages(tuple(row.tolist())):
            assert scored[tuple(sorted(arrays.package(chosen).items()))] == points
    for _, points in every:
        assert any(
            all(own >= other - less for own, other, less in zip(mine, points, slack, strict=True)) for mine in near
        )


@given(negotiations(), st.data())
@settings(max_examples=60, deadline=None)
def test_worse_fallback_never_shrinks_the_acceptable_set(form: Negotiation, data: st.DataObject) -> None:
    lower = data.draw(st.integers(1, 9))
    worse = tuple(
        party if party.reservation_value is None
        else type(party)(party.name, party.worths, party.interactions,
                         Fraction(party.reservation_value) - lower, party.red_lines)
        for party in form.parties
    )  # fmt: skip
    before = keys(list(list_packages(form)))
    after = keys(list(list_packages(Negotiation(form.issues, worse, form.rules, form.fixed))))
    assert not Counter(before) - Counter(after)
    unknown = tuple(
        type(party)(party.name, party.worths, party.interactions, None, party.red_lines) for party in form.parties
    )
    widest = keys(list(list_packages(Negotiation(form.issues, unknown, form.rules, form.fixed))))
    assert not Counter(after) - Counter(widest)


def test_a_pareto_set_out_of_reach_is_refused_with_its_size_where_it_must_be_exact() -> None:
    from package_tables import random_table

    form = random_table(12, 5, 4, high=100, seed=1)
    with pytest.raises(ModelError, match=r"out of reach: after \d+ issues there are [\d,]+ scores"):
        pareto_frontier(form, most_scores=500, may_be_rough=False)
    rough = pareto_frontier(form, most_scores=500)
    assert rough.method == Method.COVERING
    assert not rough.proved

"""Win-sets and least changes, against every package there is."""

import itertools
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
import ratification_oracle as oracle
from hypothesis import given, settings
from hypothesis import strategies as st
from ratification_models import agendas, routes_over

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    TWO_THIRDS_OF_MEMBERS,
    Agenda,
    Between,
    Bloc,
    Chamber,
    Issue,
    ModelError,
    Number,
    Outcome,
    Position,
    Preferences,
    Route,
    VetoPlayer,
    acceptances,
    least_change,
    list_packages,
    position_on,
    quota,
    route_for,
    verdict,
    win_set,
    win_sets,
    with_attendance,
    with_quorum,
    with_rule,
)

SEVERITY = list(Position)


def every_package(agenda: Agenda) -> list[dict[str, str]]:
    names = [issue.name for issue in agenda.issues]
    packages = [dict(zip(names, o, strict=True)) for o in itertools.product(*(i.options for i in agenda.issues))]
    return [
        package
        for package in packages
        if not any(all(package[name] in several for name, several in out.items()) for out in agenda.excluded)
    ]


def stands(preferences: Preferences | None, package: Mapping[str, str], otherwise: Position) -> Position:
    """The definition, with infinity for what is not known."""
    if preferences is None:
        return otherwise
    found = [Position.FOR]
    if preferences.values:
        low = high = Fraction(0)
        for issue, option in package.items():
            if issue in preferences.values:
                pair = _pair(preferences.values[issue].get(option))
                low, high = low + pair[0], high + pair[1]
        least, most = _pair(preferences.reservation_value)
        found.append(Position.FOR if low >= most else Position.AGAINST if high < least else Position.CONDITIONAL)
    found += [preferences.stances.get(issue, {}).get(option, Position.FOR) for issue, option in package.items()]
    return max(found, key=SEVERITY.index)


def _pair(known: Number | Between | None) -> tuple[Fraction, Fraction]:
    if known is None:
        return Fraction(-(10**9)), Fraction(10**9)
    if isinstance(known, Between):
        return Fraction(known.low), Fraction(known.high)
    return Fraction(known), Fraction(known)


def on_package(route: Route, package: Mapping[str, str]) -> Route:
    chambers = tuple(
        replace(c, blocs=tuple(replace(b, position=stands(b.preferences, package, b.position)) for b in c.blocs))
        for c in route.chambers
    )
    players = tuple(replace(p, position=stands(p.preferences, package, p.position)) for p in route.veto_players)
    return replace(route, chambers=chambers, veto_players=players)


def outcomes(route: Route, agenda: Agenda) -> list[tuple[dict[str, str], Outcome]]:
    return [(package, oracle.outcome(on_package(route, package))) for package in every_package(agenda)]


@settings(max_examples=120, deadline=None)
@given(agendas().flatmap(lambda agenda: st.tuples(st.just(agenda), routes_over(agenda))))
def test_win_set_counts_and_lists_what_every_package_says(both: tuple[Agenda, Route]) -> None:
    agenda, route = both
    expected = outcomes(route, agenda)
    counts = Counter(outcome for _, outcome in expected)
    found = win_set(route, agenda)
    assert found.n_packages == len(expected)
    assert found.n_passing == counts[Outcome.PASS]
    assert found.n_open == counts[Outcome.CANNOT_BE_TOLD]
    assert found.n_failing == counts[Outcome.FAIL]
    for outcome in Outcome:
        listed = [tuple(sorted(package.items())) for package in list_packages(route, agenda, outcome=outcome)]
        assert sorted(listed) == sorted(tuple(sorted(package.items())) for package, o in expected if o is outcome)


@settings(max_examples=80, deadline=None)
@given(agendas().flatmap(lambda agenda: st.tuples(st.just(agenda), routes_over(agenda))))
def test_a_package_stands_where_its_definition_says(both: tuple[Agenda, Route]) -> None:
    agenda, route = both
    for package in every_package(agenda)[:4]:
        assert verdict(route_for(route, agenda, package)).outcome is verdict(on_package(route, package)).outcome


@settings(max_examples=100, deadline=None)
@given(agendas().flatmap(lambda agenda: st.tuples(st.just(agenda), routes_over(agenda))), st.data())
def test_least_change_is_the_least_of_all_changes(both: tuple[Agenda, Route], data: st.DataObject) -> None:
    agenda, route = both
    package = {issue.name: data.draw(st.sampled_from(issue.options)) for issue in agenda.issues}
    costs: dict[str, dict[str, Fraction]] = {
        issue.name: {
            option: data.draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(3, 2)])) for option in issue.options
        }
        for issue in agenda.issues
    }
    goal = data.draw(st.sampled_from(["certain", "possible"]))
    wanted = {Outcome.PASS} | ({Outcome.CANNOT_BE_TOLD} if goal == "possible" else set())
    changes = []
    for other, outcome in outcomes(route, agenda):
        if outcome in wanted:
            different = [name for name in other if other[name] != package[name]]
            changes.append((len(different), sum((costs[n][other[n]] for n in different), Fraction(0))))
    found = least_change(route, agenda, package, costs=costs, goal=goal)  # type: ignore[arg-type]
    assert found.is_possible == bool(changes)
    if changes:
        assert (len(found.changed), found.cost) == min(changes)
        assert oracle.outcome(on_package(route, found.package)) in wanted
        assert {n: (package[n], o) for n, o in found.package.items() if o != package[n]} == found.changed
        assert found.is_complete
        assert len(found.others) == changes.count(min(changes)) - 1
        named = [found.package, *found.others]
        assert len({tuple(sorted(other.items())) for other in named}) == len(named)
        assert all(oracle.outcome(on_package(route, other)) in wanted for other in named)


@settings(max_examples=60, deadline=None)
@given(agendas().flatmap(lambda agenda: st.tuples(st.just(agenda), routes_over(agenda))), st.integers(1, 5))
def test_raising_the_quota_never_enlarges_the_win_set(both: tuple[Agenda, Route], votes: int) -> None:
    agenda, route = both
    low, high = (win_set(with_rule(route, quota(number)), agenda) for number in (votes, votes + 1))
    assert high.n_passing <= low.n_passing
    assert high.n_failing >= low.n_failing


def three_blocs(n_issues: int, reservation: Number | Between) -> tuple[Route, Agenda]:
    """Each bloc likes the first option of a third of the issues, and none of the others."""
    issues = tuple(Issue(f"i{number}", ("yes", "no")) for number in range(n_issues))
    blocs = tuple(
        Bloc(
            name, seats, attendance=seats,
            preferences=Preferences({i.name: {"yes": 1, "no": 0} for i in issues[start::3]}, reservation),
        )
        for start, (name, seats) in enumerate([("a", 40), ("b", 35), ("c", 25)])
    )  # fmt: skip
    return Route("r", (Chamber("A", 100, blocs, MAJORITY_OF_MEMBERS),)), Agenda(issues)


def test_a_win_set_of_a_thousand_million_packages_is_counted_not_listed() -> None:
    """30 issues of two options, 10 for each bloc, who needs 5 of them: by the binomial distribution."""
    route, agenda = three_blocs(30, 5)
    share = Fraction(sum(math.comb(10, k) for k in range(5, 11)), 2**10)
    at_least_two = 3 * share**2 * (1 - share) + share**3
    found = win_set(route, agenda)
    assert found.n_packages == 2**30
    assert found.n_passing == at_least_two * 2**30
    assert found.n_open == 0
    assert len([*list_packages(route, agenda, most=10)]) == 10


def test_the_win_set_under_other_rules() -> None:
    route, agenda = three_blocs(9, 2)
    two_thirds = with_rule(route, TWO_THIRDS_OF_MEMBERS)
    boycott = with_attendance(with_rule(route, MAJORITY_OF_PRESENT), "c", 0)
    found = win_sets(
        {"majority": route, "two thirds": two_thirds, "boycott": boycott, "quorum": with_quorum(boycott, 80)}, agenda
    )
    half = 2**9 // 2
    assert found["majority"].n_passing == half  # two of three, each with one half
    assert found["two thirds"].n_passing == 2**9 // 4  # a with b
    assert found["boycott"].n_passing == half  # a alone decides
    assert found["quorum"].n_failing == 2**9


def test_who_accepts_how_much() -> None:
    route, agenda = three_blocs(9, Between(2, 3))
    found = acceptances(route, agenda)["A/b"]
    assert (found.n_passing, found.n_open, found.n_failing) == (2**6, 3 * 2**6, 4 * 2**6)


def test_a_red_line_is_a_red_line_whatever_the_values() -> None:
    agenda = Agenda((Issue("forces", ("stay", "leave")), Issue("money", ("little", "much"))))
    likes = Preferences({"money": {"little": 0, "much": 100}}, 50, {"forces": {"stay": Position.AGAINST}})
    assert position_on(likes, {"forces": "leave", "money": "much"}) is Position.FOR
    assert position_on(likes, {"forces": "stay", "money": "much"}) is Position.AGAINST
    route = Route("r", veto_players=(VetoPlayer("House", preferences=likes),))
    change = least_change(route, agenda, {"forces": "stay", "money": "little"})
    assert change.changed == {"forces": ("stay", "leave"), "money": ("little", "much")}


def test_what_is_not_on_the_agenda_is_refused() -> None:
    agenda = Agenda((Issue("forces", ("stay", "leave")),))
    route = Route("r", veto_players=(VetoPlayer("House", preferences=Preferences({"force": {"stay": 1}}, 0)),))
    with pytest.raises(ModelError, match='"force" is not an issue; the issues are forces'):
        win_set(route, agenda)
    good = Route("r", veto_players=(VetoPlayer("House", preferences=Preferences({"forces": {"stay": 1}}, 0)),))
    with pytest.raises(ModelError, match="the package says nothing on forces"):
        least_change(good, agenda, {})
    with pytest.raises(ModelError, match='"forces: go", which is not on the agenda'):
        least_change(good, agenda, {"forces": "stay"}, costs={"forces": {"go": 1}})
    with pytest.raises(ModelError, match="settle some issues beforehand"):
        win_set(*three_blocs(30, 5), most_rows=100)

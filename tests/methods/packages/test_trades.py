"""Trades and concessions, against the list of all packages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_models import negotiations
from packages_oracle import listed, points, undominated

from hiwar.methods.packages import Issue, ModelError, Negotiation, Party
from hiwar.methods.packages.trades import best_within, concessions, improving_trades


def some_package(form: Negotiation, data: st.DataObject) -> dict[str, str]:
    return {issue.name: data.draw(st.sampled_from(issue.ways)) for issue in form.issues}


def differences(one: dict[str, str], other: dict[str, str]) -> int:
    return sum(one[issue] != other[issue] for issue in one)


@given(negotiations(most_parties=3, most_issues=4), st.data())
@settings(max_examples=80, deadline=None)
def test_trades_are_all_changes_of_two_issues_that_hurt_nobody(form: Negotiation, data: st.DataObject) -> None:
    package = some_package(form, data)
    before = tuple(points(party, package) for party in form.parties)
    expected = [
        dict(other)
        for other, scores in listed(form, "admissible")
        if 0 < differences(package, dict(other)) <= 2
        and scores != before
        and all(new >= old for new, old in zip(scores, before, strict=True))
    ]
    found = improving_trades(form, package)
    assert sorted(map(sorted, (trade.package.items() for trade in found))) == sorted(
        map(sorted, (other.items() for other in expected))
    )
    for trade in found:
        assert trade.gains == {
            party.name: points(party, trade.package) - old for party, old in zip(form.parties, before, strict=True)
        }
        for issue, (old, new) in trade.changes.items():
            assert (package[issue], trade.package[issue]) == (old, new)
            alone = {**package, issue: new}
            assert trade.parts[issue] == {
                party.name: points(party, alone) - points(party, package) for party in form.parties
            }


@given(negotiations(most_parties=3, most_issues=4), st.data(), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_best_within_reach_is_undominated_among_what_hurts_nobody(
    form: Negotiation, data: st.DataObject, most_changes: int
) -> None:
    package = some_package(form, data)
    before = tuple(points(party, package) for party in form.parties)
    within = [
        (other, scores)
        for other, scores in listed(form, "admissible")
        if differences(package, dict(other)) <= most_changes
        and all(new >= old for new, old in zip(scores, before, strict=True))
    ]
    found = best_within(form, package, most_changes)
    assert [point.scores for point in found.points] == sorted({scores for _, scores in undominated(within)})


@given(negotiations(most_parties=3, most_issues=4), st.data())
@settings(max_examples=60, deadline=None)
def test_concessions_are_shares_of_each_partys_own_range(form: Negotiation, data: st.DataObject) -> None:
    admissible = listed(form, "admissible")
    package = some_package(form, data)
    if not admissible:
        with pytest.raises(ModelError, match="no package is admissible"):
            concessions(form, package)
        return
    for place, found in enumerate(concessions(form, package)):
        own = [scores[place] for _, scores in admissible]
        agreed = points(form.parties[place], package)
        assert (found.best, found.worst, found.agreed) == (max(own), min(own), agreed)
        assert points(form.parties[place], found.first_choice) == found.best
        assert found.n_first_choices == own.count(max(own))
        assert found.concedes_nothing == (agreed >= found.best)
        if max(own) > min(own):
            assert found.level == (max(own) - agreed) / (max(own) - min(own))
            if agreed in own:
                assert 0 <= found.level <= 1


@pytest.fixture
def barter() -> Negotiation:
    """Each holds what the other wants more."""
    issues = (Issue("oil", ("kept", "given")), Issue("water", ("kept", "given")))
    return Negotiation(
        issues,
        (
            Party("north", {"oil": {"kept": 3, "given": 0}, "water": {"kept": 0, "given": 8}}, reservation_value=3),
            Party("south", {"oil": {"kept": 0, "given": 5}, "water": {"kept": 2, "given": 0}}, reservation_value=2),
        ),
    )


def test_logrolling_gives_here_and_gets_there(barter: Negotiation) -> None:
    (trade,) = improving_trades(barter, {"oil": "kept", "water": "kept"})
    assert trade.is_logroll
    assert trade.gains == {"north": 5, "south": 3}
    assert (trade.gives("north"), trade.gets("north")) == (("oil",), ("water",))
    assert (trade.gives("south"), trade.gets("south")) == (("water",), ("oil",))


def test_who_concedes_nothing_is_marked(barter: Negotiation) -> None:
    north, south = concessions(barter, {"oil": "kept", "water": "given"})
    assert north.concedes_nothing
    assert north.level == 0
    assert not north.given_up
    assert south.level == 1
    assert dict(south.given_up) == {"oil": 5, "water": 2}


def test_a_package_that_says_nothing_on_an_issue_is_refused(barter: Negotiation) -> None:
    with pytest.raises(ModelError, match="says nothing about 'water'"):
        improving_trades(barter, {"oil": "kept"})

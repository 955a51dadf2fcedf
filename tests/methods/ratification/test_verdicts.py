"""Verdicts on routes, against every vote that is possible."""

from dataclasses import replace
from fractions import Fraction

import pytest
import ratification_oracle as oracle
from hypothesis import given, settings
from hypothesis import strategies as st
from ratification_models import chambers, routes

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    MAJORITY_OF_VOTING,
    TWO_THIRDS_OF_MEMBERS,
    Between,
    Bloc,
    Chamber,
    ModelError,
    Outcome,
    Position,
    Reason,
    Referendum,
    Route,
    Rule,
    VetoPlayer,
    passes,
    quota,
    together,
    verdict,
    votes_needed,
    with_attendance,
    with_position,
    with_quorum,
    with_rule,
)

FOR, AGAINST, ABSTAIN = Position.FOR, Position.AGAINST, Position.ABSTAIN


def of_blocs(seats: int | None, rule: Rule, *blocs: Bloc, quorum: int | None = None) -> Route:
    return Route("assembly", (Chamber("Assembly", seats, blocs, rule, quorum),))


@settings(max_examples=300, deadline=None)
@given(routes())
def test_verdict_is_what_every_possible_vote_says(route: Route) -> None:
    assert verdict(route).outcome is oracle.outcome(route)


@settings(max_examples=200, deadline=None)
@given(chambers())
def test_votes_that_show_what_is_possible_are_possible(chamber: Chamber) -> None:
    found = verdict(Route("route", (chamber,))).chambers[0]
    possible = {tuple(vote for vote in votes if vote.present + vote.absent) for votes in oracle.all_votes(chamber)}
    for votes, expected in ((found.passing, True), (found.failing, False)):
        if votes:
            assert tuple(vote for vote in votes if vote.present + vote.absent) in possible
            assert passes(chamber, votes) is expected
    assert bool(found.passing) == (found.outcome is not Outcome.FAIL)
    assert bool(found.failing) == (found.outcome is not Outcome.PASS)


@settings(max_examples=150, deadline=None)
@given(chambers())
def test_counts_are_the_extremes_of_what_is_possible(chamber: Chamber) -> None:
    found = verdict(Route("route", (chamber,))).chambers[0]
    every = [*oracle.all_votes(chamber)]
    votes_for = [sum(vote.votes_for for vote in votes) for votes in every]
    present = [sum(vote.present for vote in votes) for votes in every]
    assert found.votes_for == (min(votes_for), max(votes_for))
    assert found.present == (min(present), max(present))
    assert found.needed is not None
    quorate = [
        _needed(chamber.rule, chamber.seats or 0, votes)
        for votes, number in zip(every, present, strict=True)
        if number >= (chamber.quorum or 0)
    ]
    if quorate:
        assert found.needed[0] <= min(quorate) <= max(quorate) <= found.needed[1]
        if chamber.rule.of != "voting":
            assert found.needed == (min(quorate), max(quorate))


def _needed(rule: Rule, seats: int, votes: tuple[object, ...]) -> int:
    present = sum(vote.present for vote in votes)  # type: ignore[attr-defined]
    voting = sum(vote.votes_for + vote.votes_against for vote in votes)  # type: ignore[attr-defined]
    return votes_needed(rule, {"members": seats, "present": present, "voting": voting}[rule.of])


@settings(max_examples=150, deadline=None)
@given(chambers(), st.data())
def test_r11_moving_seats_from_opponents_to_supporters_never_turns_pass_into_fail(
    chamber: Chamber, data: st.DataObject
) -> None:
    n_moved, n_opponents = data.draw(st.integers(0, 3)), data.draw(st.integers(3, 5))
    n_supporters = data.draw(st.integers(0, 3))

    def moved(number: int) -> Route:
        blocs = (Bloc("supporters", n_supporters + number, FOR), Bloc("opponents", n_opponents - number, AGAINST))
        seats = (chamber.seats or 0) + n_supporters + n_opponents
        return Route("route", (replace(chamber, seats=seats, blocs=(*chamber.blocs, *blocs)),))

    order = [Outcome.FAIL, Outcome.CANNOT_BE_TOLD, Outcome.PASS]
    before, after = (order.index(verdict(moved(number)).outcome) for number in (0, n_moved))
    assert before <= after


@settings(max_examples=100, deadline=None)
@given(routes())
def test_order_and_names_of_blocs_change_nothing(route: Route) -> None:
    turned = replace(
        route,
        chambers=tuple(
            replace(
                chamber, blocs=tuple(replace(bloc, name=f"renamed {bloc.name}") for bloc in reversed(chamber.blocs))
            )
            for chamber in reversed(route.chambers)
        ),
    )
    assert verdict(turned).outcome is verdict(route).outcome


def test_r11_without_seat_data_the_vote_cannot_be_told() -> None:
    everybody = Bloc("everybody", None, FOR)
    no_seats = verdict(of_blocs(None, MAJORITY_OF_MEMBERS, Bloc("largest", 300, FOR), everybody))
    assert no_seats.outcome is Outcome.CANNOT_BE_TOLD
    assert no_seats.chambers[0].reasons == (Reason.SEATS_NOT_KNOWN,)
    no_bloc_seats = verdict(of_blocs(329, MAJORITY_OF_MEMBERS, everybody))
    assert no_bloc_seats.outcome is Outcome.CANNOT_BE_TOLD
    assert Reason.SEATS_NOT_KNOWN in no_bloc_seats.chambers[0].reasons


def test_seats_that_no_bloc_holds_are_neither_against_nor_absent() -> None:
    """With 60 of 100 for it passes; with 50 for, nobody can say, though nobody is known to be against."""
    assert verdict(of_blocs(100, MAJORITY_OF_PRESENT, Bloc("known", 60, FOR))).outcome is Outcome.PASS
    assert verdict(of_blocs(100, MAJORITY_OF_PRESENT, Bloc("known", 50, FOR))).outcome is Outcome.CANNOT_BE_TOLD


def test_opponents_who_come_can_carry_what_they_would_defeat_by_staying_away() -> None:
    """The quorum paradox: 80 for, 30 against of 200, quorum 101. If the opponents come, it passes."""
    route = of_blocs(
        200, MAJORITY_OF_PRESENT,
        Bloc("supporters", 80, FOR), Bloc("opponents", 30, AGAINST), Bloc("away", 90, AGAINST, attendance=0),
        quorum=101,
    )  # fmt: skip
    assert verdict(route).outcome is Outcome.PASS
    boycott = verdict(with_attendance(route, "opponents", 0))
    assert boycott.outcome is Outcome.FAIL
    assert boycott.chambers[0].reasons == (Reason.QUORUM_MISSED,)
    either = verdict(with_attendance(route, "opponents", Between(0, 30)))
    assert either.outcome is Outcome.CANNOT_BE_TOLD
    assert either.chambers[0].reasons == (Reason.QUORUM_MAY_BE_MISSED,)
    assert verdict(with_quorum(either_route := with_attendance(route, "opponents", 0), None)).outcome is Outcome.PASS
    assert either_route.chambers[0].quorum == 101


def test_an_absent_opponent_helps_where_only_those_present_count() -> None:
    route = of_blocs(100, MAJORITY_OF_PRESENT, Bloc("first", 45, FOR), Bloc("second", 55, AGAINST))
    assert verdict(route).outcome is Outcome.FAIL
    assert verdict(with_attendance(route, "second", 40)).outcome is Outcome.PASS
    assert verdict(with_rule(with_attendance(route, "second", 40), MAJORITY_OF_MEMBERS)).outcome is Outcome.FAIL


def test_abstaining_hurts_where_those_present_count_and_not_where_those_voting_do() -> None:
    blocs = Bloc("for", 40, FOR), Bloc("against", 35, AGAINST), Bloc("silent", 25, ABSTAIN)
    assert verdict(of_blocs(100, MAJORITY_OF_PRESENT, *blocs)).outcome is Outcome.FAIL
    assert verdict(of_blocs(100, MAJORITY_OF_VOTING, *blocs)).outcome is Outcome.PASS


def test_a_bloc_that_may_split_is_counted_once_and_by_its_cohesion() -> None:
    route = of_blocs(100, MAJORITY_OF_MEMBERS, Bloc("loose", 60, FOR, cohesion=Fraction(4, 5)), Bloc("no", 40, AGAINST))
    assert verdict(route).chambers[0].votes_for == (48, 60)
    assert verdict(route).outcome is Outcome.CANNOT_BE_TOLD
    divided = of_blocs(100, MAJORITY_OF_MEMBERS, Bloc("d", 60, Position.DIVIDED, shares_for=Between(0.5, 0.7)))
    assert verdict(divided).chambers[0].votes_for == (30, 82)


def test_two_thirds_of_329_is_220_and_a_majority_165() -> None:
    assert votes_needed(MAJORITY_OF_MEMBERS, 329) == 165
    assert votes_needed(TWO_THIRDS_OF_MEMBERS, 329) == 220
    assert votes_needed(quota(16), 28) == 16


def test_a_veto_bloc_that_abstains_lets_it_pass() -> None:
    """The UN Security Council: 9 of 15 votes, none of the permanent members against."""
    permanent = [Bloc(name, 1, FOR, has_veto=True) for name in "ABCDE"]
    council = of_blocs(15, quota(9), *permanent, Bloc("elected for", 4, FOR), Bloc("elected against", 6, AGAINST))
    assert verdict(council).outcome is Outcome.PASS
    assert verdict(with_position(council, "A", AGAINST)).chambers[0].reasons == (Reason.VETOED, Reason.TOO_FEW_VOTES)
    ten = with_position(with_position(council, "A", ABSTAIN), "elected against", FOR)
    assert verdict(ten).outcome is Outcome.PASS


def test_a_president_can_be_overridden_by_two_thirds_of_both_chambers() -> None:
    def congress(house: int, senate: int) -> Route:
        lower = Chamber("House", 435, (Bloc("h", house, FOR), Bloc("g", 435 - house, AGAINST)), MAJORITY_OF_PRESENT)
        upper = Chamber("Senate", 100, (Bloc("s", senate, FOR), Bloc("t", 100 - senate, AGAINST)), MAJORITY_OF_PRESENT)
        rule = Rule(Fraction(2, 3), "present", must_exceed=False)
        return Route("bill", (lower, upper), (VetoPlayer("President", AGAINST, overridden_by=rule),))

    assert verdict(congress(290, 67)).outcome is Outcome.PASS
    assert verdict(congress(290, 66)).outcome is Outcome.FAIL
    assert verdict(congress(289, 67)).outcome is Outcome.FAIL
    assert verdict(with_position(congress(218, 51), "President", ABSTAIN)).outcome is Outcome.PASS
    open_route = with_position(congress(218, 51), "President", Position.UNKNOWN)
    assert verdict(open_route).outcome is Outcome.CANNOT_BE_TOLD


def test_an_executive_route_passes_by_the_executive_alone() -> None:
    route = Route("decree", veto_players=(VetoPlayer("Prime Minister", FOR, must_consent=True),))
    assert verdict(route).outcome is Outcome.PASS
    assert verdict(with_position(route, "Prime Minister", ABSTAIN)).outcome is Outcome.FAIL
    assert verdict(with_position(route, "Prime Minister", Position.CONDITIONAL)).outcome is Outcome.CANNOT_BE_TOLD


@pytest.mark.parametrize(
    ("share", "turnout", "least_turnout", "least_approval", "expected"),
    [
        (0.55, 0.6, 0.5, 0, Outcome.PASS),
        (0.5, 0.6, 0.5, 0, Outcome.FAIL),
        (0.9, 0.4, 0.5, 0, Outcome.FAIL),
        (0.6, 0.4, 0, 0.25, Outcome.FAIL),
        (0.625, 0.4, 0, 0.25, Outcome.PASS),
        (Between(0.45, 0.55), 0.6, 0.5, 0, Outcome.CANNOT_BE_TOLD),
        (0.55, None, 0.5, 0, Outcome.CANNOT_BE_TOLD),
    ],
)
def test_a_referendum_needs_votes_and_may_need_turnout(
    share: float, turnout: float | None, least_turnout: float, least_approval: float, expected: Outcome
) -> None:
    vote = Referendum("people", share, turnout, least_turnout=least_turnout, least_approval=least_approval)
    assert verdict(Route("referendum", referendums=(vote,))).outcome is expected


def test_two_countries_must_both_ratify() -> None:
    first = of_blocs(10, MAJORITY_OF_MEMBERS, Bloc("all", 10, FOR))
    chamber = Chamber("Senate", 10, (Bloc("none", 10, AGAINST),), MAJORITY_OF_MEMBERS)
    assert verdict(together("both", first, Route("second", (chamber,)))).outcome is Outcome.FAIL
    with pytest.raises(ModelError, match='"Assembly" is there 2 times'):
        together("both", first, first)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    chamber = Chamber(
        "Assembly", 10,
        (Bloc("a", 8, FOR, attendance=9), Bloc("a", 5, FOR, cohesion=2), Bloc("c", None, FOR, has_veto=True)),
        Rule(), quorum=11,
    )  # fmt: skip
    with pytest.raises(ModelError) as refusal:
        verdict(Route("route", (chamber,)))
    assert str(refusal.value).splitlines() == [
        "Assembly: the rule asks for no votes; give a share or a number of votes",
        'Assembly: "a" is there 2 times; names must differ',
        "Assembly, a: attendance: 9; it must lie between 0 and 8",
        "Assembly, a: cohesion: 2; it must lie between 0 and 1",
        "Assembly, c: attendance and a veto need the number of its seats",
        "Assembly: the blocs hold 13 seats, but there are only 10",
        "Assembly: a quorum of 11 of 10 seats cannot be reached",
    ]
    with pytest.raises(ModelError, match="nobody decides"):
        verdict(Route("nothing"))


def test_a_bloc_that_is_in_two_chambers_is_named_with_its_chamber() -> None:
    both = tuple(Chamber(name, 5, (Bloc("Party", 5, FOR),), MAJORITY_OF_MEMBERS) for name in ("Lower", "Upper"))
    route = Route("route", both)
    with pytest.raises(ModelError, match='write "Lower/Party", "Upper/Party"'):
        with_position(route, "Party", AGAINST)
    assert verdict(with_position(route, "Upper/Party", AGAINST)).chambers[1].outcome is Outcome.FAIL
    with pytest.raises(ModelError, match='"Partly" is not a bloc of route'):
        with_position(route, "Partly", AGAINST)

"""Votes that were taken: tests/cases/ratification, each with its source, what is published of it and what computed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    TWO_THIRDS_OF_MEMBERS,
    TWO_THIRDS_OF_PRESENT,
    Between,
    Bloc,
    Chamber,
    Costs,
    Outcome,
    Position,
    Reason,
    Route,
    Vote,
    cheapest_winning_set,
    passes,
    verdict,
    votes_needed,
    with_rule,
)

CASES = Path(__file__).parents[2] / "cases" / "ratification"


def read(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def agreement() -> tuple[Any, Route]:
    """The vote of 2008 as it was taken, bloc by position."""
    case = read("iraq_2008_agreement")
    blocs = [Bloc(name, votes, Position(name)) for name, votes in case["votes"].items()]
    blocs.append(Bloc("absent", case["seats"] - case["present"], Position.UNKNOWN, attendance=0))
    chamber = Chamber("Council of Representatives", case["seats"], tuple(blocs), MAJORITY_OF_MEMBERS, 138)
    return case, Route("agreement of 2008", (chamber,))


def test_the_agreement_of_2008_passes_as_published(agreement: tuple[Any, Route]) -> None:
    case, route = agreement
    found = verdict(route).chambers[0]
    assert found.outcome == case["published"]["outcome"]
    assert found.needed == (case["published"]["needed"],) * 2
    assert found.present == (case["present"],) * 2
    assert found.votes_for is not None
    assert found.votes_for[0] - case["published"]["needed"] == case["computed"]["spare_votes"]
    assert found.unlisted == 0


def test_the_other_report_of_2008_passes_too(agreement: tuple[Any, Route]) -> None:
    case, route = agreement
    other = case["published"]["other_report"]
    votes = [Vote("for", other["for"], 0, 0, 0), Vote("others", 0, other["present"] - other["for"], 0, 0)]
    assert passes(route.chambers[0], votes)


def test_the_agreement_of_2008_under_two_thirds(agreement: tuple[Any, Route]) -> None:
    """Of the members it would have failed, and the opponents present would have been just enough to mend that."""
    case, route = agreement
    computed = case["computed"]
    strict = with_rule(route, TWO_THIRDS_OF_MEMBERS)
    assert votes_needed(TWO_THIRDS_OF_MEMBERS, case["seats"]) == computed["two_thirds_of_members"]["needed"]
    assert verdict(strict).outcome == computed["two_thirds_of_members"]["outcome"]
    short = computed["two_thirds_of_members"]["needed"] - case["votes"]["for"]
    assert short == computed["two_thirds_of_members"]["votes_short"]
    assert cheapest_winning_set(strict, Costs("seat")).cost == case["votes"]["against"] == short
    lenient = with_rule(route, TWO_THIRDS_OF_PRESENT)
    assert verdict(lenient).chambers[0].needed == (computed["two_thirds_of_present"]["needed"],) * 2
    assert verdict(lenient).outcome == computed["two_thirds_of_present"]["outcome"]
    present = verdict(with_rule(route, MAJORITY_OF_PRESENT)).chambers[0]
    assert present.needed == (computed["needed_of_present"],) * 2


def test_before_the_vote_of_2008_two_blocs_were_enough() -> None:
    """130 and 53 of 275 pass by themselves, whatever the other 92 do; only if one of them splits is it open."""
    case = read("iraq_2008_agreement")
    blocs = tuple(Bloc(name, seats, Position.FOR) for name, seats in case["expected_before"].items())
    chamber = Chamber("Council of Representatives", case["seats"], blocs, MAJORITY_OF_MEMBERS, 138)
    assert verdict(Route("before", (chamber,))).outcome is Outcome.PASS
    split = replace(chamber, blocs=(replace(blocs[0], cohesion=0.6), blocs[1]))
    assert verdict(Route("before", (split,))).outcome is Outcome.CANNOT_BE_TOLD


def test_the_resolution_of_2020_had_a_quorum_and_could_not_have_reached_two_thirds() -> None:
    case = read("iraq_2020_resolution")
    computed = case["computed"]
    present = Bloc("present", case["present"], Position.UNKNOWN, attendance=case["present"])
    absent = Bloc("absent", case["seats"] - case["present"], Position.AGAINST, attendance=0)
    quorum = case["seats"] // 2 + 1
    chamber = Chamber("Council of Representatives", case["seats"], (present, absent), MAJORITY_OF_PRESENT, quorum)
    route = Route("resolution of 2020", (chamber,))
    assert (quorum, absent.seats) == (computed["quorum"], computed["absent"])
    found = verdict(route).chambers[0]
    assert found.outcome is Outcome.CANNOT_BE_TOLD  # no count of the votes is known
    assert found.reasons == (Reason.MAY_BE_TOO_FEW_VOTES,)  # the quorum is sure
    assert found.needed == (computed["needed_of_present"],) * 2
    assert verdict(with_rule(route, TWO_THIRDS_OF_MEMBERS)).outcome == computed["two_thirds_of_members"]["outcome"]


def test_the_resolution_of_2020_had_a_quorum_by_every_report() -> None:
    case = read("iraq_2020_resolution")
    low = min(case["present_by_other_reports"])
    bloc = Bloc("those who came", case["present"], Position.FOR, attendance=Between(low, case["present"]))
    chamber = Chamber("Council of Representatives", case["seats"], (bloc,), MAJORITY_OF_PRESENT, 165)
    boycott = Bloc("absent", case["seats"] - case["present"], Position.AGAINST, attendance=0)
    route = Route("resolution of 2020", (replace(chamber, blocs=(bloc, boycott)),))
    assert verdict(route).outcome == case["published"]["outcome"]


def test_the_treaty_of_versailles_is_as_many_votes_short_as_published() -> None:
    """Senators one by one, so that turning a bloc is turning a vote."""
    case = read("versailles_1920")
    votes = case["votes"]
    senators = [Bloc(f"for {number}", 1, Position.FOR) for number in range(votes["for"])]
    senators += [Bloc(f"against {number}", 1, Position.AGAINST) for number in range(votes["against"])]
    n_absent = case["seats"] - sum(votes.values())
    absent = [Bloc(f"absent {number}", 1, Position.AGAINST, attendance=0) for number in range(n_absent)]
    chamber = Chamber("Senate", case["seats"], (*senators, *absent), TWO_THIRDS_OF_PRESENT, 49)
    route = Route("Versailles", (chamber,))
    found = verdict(route).chambers[0]
    assert found.outcome == case["published"]["outcome"]
    assert found.needed == (case["computed"]["needed_of_present"],) * 2
    assert cheapest_winning_set(route, most=1).cost == case["published"]["votes_short"]
    assert verdict(with_rule(route, MAJORITY_OF_PRESENT)).outcome == case["computed"]["majority_of_present"]
    needed = case["computed"]["votes_short_if_the_absent_come_for_it"]
    tally = [Vote("for", votes["for"], 0, 0, 0), Vote("against", 0, votes["against"], 0, 0)]
    assert passes(chamber, [*tally, Vote("more", needed, 0, 0, 0)])
    assert not passes(chamber, [*tally, Vote("more", needed - 1, 0, 0, 0)])

"""Whether a matter passes by a route: for certain, not at all, or not to be told from what is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hiwar.methods.ratification.checks import check_route
from hiwar.methods.ratification.forms import Chamber, Outcome, Position, Route, VetoPlayer
from hiwar.methods.ratification.outcomes import (
    all_of,
    outcome_of,
    override_numbers,
    referendum_outcome,
    stops,
    tallies_of,
)
from hiwar.methods.ratification.tally import Tally
from hiwar.methods.ratification.votes import Vote, least_favourable, most_favourable, passes, votes_needed
from hiwar.methods.ratification.ways import Way, nobody_knows, ways_of


class Reason(StrEnum):
    """Why a verdict is what it is."""

    ENOUGH_VOTES = "enough votes whatever is not known"
    SEATS_NOT_KNOWN = "seats not known"
    QUORUM_MISSED = "the quorum is missed"
    QUORUM_MAY_BE_MISSED = "the quorum may be missed"
    TOO_FEW_VOTES = "too few votes"
    MAY_BE_TOO_FEW_VOTES = "there may be too few votes"
    VETOED = "vetoed"
    MAY_BE_VETOED = "may be vetoed"


@dataclass(frozen=True)
class ChamberVerdict:
    """What can be said of the vote of one chamber."""

    chamber: str
    outcome: Outcome
    reasons: tuple[Reason, ...]
    """What is missing or may be; where nothing is, that there are enough votes."""
    seats: int | None
    unlisted: int | None
    """Seats that nobody is known to hold. None: the seats of the chamber are not known."""
    votes_for: tuple[int, int] | None
    """Least and most votes for."""
    present: tuple[int, int] | None
    """Least and most members present."""
    needed: tuple[int, int] | None
    """Least and most votes for that the rule can ask for, as many or few come; below the quorum not counted."""
    passing: tuple[Vote, ...]
    """A vote that passes, and is possible; empty where there is none or seats are not known."""
    failing: tuple[Vote, ...]
    """A vote that fails, and is possible; empty where there is none or seats are not known."""
    taken_as_present: tuple[str, ...]
    """Blocs with a known position and no stated attendance: all their members are taken as present."""
    not_settled: tuple[str, ...]
    """Blocs of which it is not known how all their members vote or whether they come."""


@dataclass(frozen=True)
class PlayerVerdict:
    """What can be said of somebody who may stop the matter."""

    name: str
    outcome: Outcome
    """Of the matter, as far as it depends on this one: FAIL where it is stopped for certain and no override can be."""
    may_stop: bool
    must_stop: bool
    """It is sure to refuse; an override may still carry the matter."""
    override: Outcome | None
    """Whether the chambers override a refusal. None: it cannot be overridden."""


@dataclass(frozen=True)
class Verdict:
    """What can be said of a matter on a route."""

    route: str
    outcome: Outcome
    chambers: tuple[ChamberVerdict, ...]
    players: tuple[PlayerVerdict, ...]
    referendums: tuple[tuple[str, Outcome], ...]
    """Name and outcome."""


def verdict(route: Route) -> Verdict:
    """Say whether a matter passes: for certain, not at all, or not to be told from what is known.

    It is exact: PASS and FAIL hold for every way in which blocs may vote, split, abstain or stay away within what is
    stated of them, and for CANNOT_BE_TOLD a vote that passes and one that fails are given. Seats that no bloc holds may
    do anything. Where the seats of a chamber are not known nothing can be told of its vote.

    Raises
    ------
    ModelError
        The route is not well formed; all that is wrong is said at once.
    """
    check_route(route)
    tallies = tallies_of(route)
    chambers = tuple(_of_chamber(chamber, tally) for chamber, tally in zip(route.chambers, tallies, strict=True))
    players = tuple(_of_player(player, route, tallies) for player in route.veto_players)
    referendums = tuple((vote.name, referendum_outcome(vote)) for vote in route.referendums)
    return Verdict(route.name, outcome_of(route, tallies), chambers, players, referendums)


def _of_chamber(chamber: Chamber, tally: Tally | None) -> ChamberVerdict:
    taken = tuple(bloc.name for bloc in chamber.blocs if bloc.attendance is None and bloc.position != Position.UNKNOWN)
    if tally is None:
        return ChamberVerdict(
            chamber.name, Outcome.CANNOT_BE_TOLD, (Reason.SEATS_NOT_KNOWN,), None, None, None, None, None, (), (),
            taken, tuple(bloc.name for bloc in chamber.blocs if bloc.position not in (Position.FOR, Position.AGAINST)),
        )  # fmt: skip
    favourable = most_favourable(chamber, tally.unlisted)
    unfavourable = [votes for votes in least_favourable(chamber, tally.unlisted) if not passes(chamber, votes)]
    can_pass = passes(chamber, favourable)
    outcome = Outcome.PASS if not unfavourable else Outcome.CANNOT_BE_TOLD if can_pass else Outcome.FAIL
    worst, best = _extremes(chamber, tally.unlisted)
    return ChamberVerdict(
        chamber=chamber.name,
        outcome=outcome,
        reasons=tuple(_reasons(chamber, tally, outcome)),
        seats=tally.seats,
        unlisted=tally.unlisted,
        votes_for=(sum(way.least_for for way in worst), sum(way.most_for for way in best)),
        present=(sum(way.least_present for way in worst), sum(way.most_present for way in best)),
        needed=_needed(chamber, worst, best),
        passing=favourable if can_pass else (),
        failing=unfavourable[0] if unfavourable else (),
        taken_as_present=taken,
        not_settled=tuple(_not_settled(chamber)),
    )


def _extremes(chamber: Chamber, unlisted: int) -> tuple[list[Way], list[Way]]:
    """Worst and best way of each bloc, and of the seats that nobody is known to hold."""
    both = [*(ways_of(bloc) for bloc in chamber.blocs), nobody_knows(unlisted)]
    return [ways.worst for ways in both], [ways.best for ways in both]


def _not_settled(chamber: Chamber) -> Iterator[str]:
    for bloc in chamber.blocs:
        ways = ways_of(bloc)
        way = ways.best
        is_fixed = way.least_for == way.most_for and way.least_present == way.most_present
        is_clear = is_fixed and (way.others != "either" or way.most_present == 0)
        if bloc.seats is None or ways.best != ways.worst or not is_clear:
            yield bloc.name


def _reasons(chamber: Chamber, tally: Tally, outcome: Outcome) -> Iterator[Reason]:
    worst, best = tally.sums()
    if outcome is Outcome.PASS:
        yield Reason.ENOUGH_VOTES
        return
    can, sure = best >= tally.best.needs, worst >= tally.worst.needs
    if outcome is Outcome.FAIL:
        # Too few come at best, or what comes is too little; with both filled up the last measure tells.
        found = [(Reason.QUORUM_MISSED, can[0]), (Reason.VETOED, can[1]), (Reason.TOO_FEW_VOTES, can[2:5].all())]
    else:
        found = [
            (Reason.QUORUM_MAY_BE_MISSED, sure[0]),
            (Reason.MAY_BE_VETOED, sure[1]),
            (Reason.MAY_BE_TOO_FEW_VOTES, sure[2:4].all()),
        ]
    yield from (reason for reason, is_met in found if not is_met)
    if outcome is Outcome.CANNOT_BE_TOLD and any(bloc.seats is None for bloc in chamber.blocs):
        yield Reason.SEATS_NOT_KNOWN


def _needed(chamber: Chamber, worst: Sequence[Way], best: Sequence[Way]) -> tuple[int, int]:
    """Least and most votes that the rule can ask for."""
    if chamber.rule.of == "members":
        counts = [chamber.seats or 0] * 2
    elif chamber.rule.of == "present":
        quorum = chamber.quorum or 0
        counts = [sum(way.least_present for way in worst), sum(way.most_present for way in best)]
        counts = [max(counts[0], min(quorum, counts[1])), counts[1]]
    else:
        counts = [sum(map(_least_voting, worst)), sum(map(_most_voting, worst))]
    return votes_needed(chamber.rule, counts[0]), votes_needed(chamber.rule, counts[1])


def _least_voting(way: Way) -> int:
    """Votes for and against, at least."""
    return way.least_present if way.others == "against" else way.least_for


def _most_voting(way: Way) -> int:
    """Votes for and against, at most."""
    return way.most_present if way.others != "abstain" else way.most_for


def _of_player(player: VetoPlayer, route: Route, tallies: Sequence[Tally | None]) -> PlayerVerdict:
    may, must = stops(player, player.position)
    number = override_numbers(route)[route.veto_players.index(player)]
    override = None if number is None else all_of([_override(tally, number) for tally in tallies])
    if not may or override is Outcome.PASS:
        outcome = Outcome.PASS
    elif must and override in (None, Outcome.FAIL):
        outcome = Outcome.FAIL
    else:
        outcome = Outcome.CANNOT_BE_TOLD
    return PlayerVerdict(player.name, outcome, may, must, override)


def _override(tally: Tally | None, number: int) -> Outcome:
    if tally is None:
        return Outcome.CANNOT_BE_TOLD
    worst, best = tally.sums()
    if tally.worst.met(worst, [number]):
        return Outcome.PASS
    return Outcome.CANNOT_BE_TOLD if tally.best.met(best, [number]) else Outcome.FAIL

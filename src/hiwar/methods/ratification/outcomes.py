"""What a whole route makes of the sums of its chambers, for one vote or for many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from hiwar.methods.arrays import BoolArray, IntArray
from hiwar.methods.ratification.exact import bounds, exact
from hiwar.methods.ratification.forms import Outcome, Position, Referendum, Route, Rule, VetoPlayer
from hiwar.methods.ratification.tally import Tally, compile_tally


@dataclass(frozen=True, eq=False)
class Standing:
    """Where everything stands, in one case or in many (...)."""

    sums: Sequence[tuple[IntArray, IntArray] | None]
    """Per chamber (..., measure) at worst and at best; None where its seats are not known."""
    may_stop: BoolArray
    """(..., veto player)"""
    must_stop: BoolArray
    """(..., veto player)"""


@dataclass(frozen=True, eq=False)
class Settled:
    """Whether it passes, (...)."""

    surely: BoolArray
    possibly: BoolArray

    @property
    def outcome(self) -> Outcome:
        """Of a single case."""
        if self.surely:
            return Outcome.PASS
        return Outcome.CANNOT_BE_TOLD if self.possibly else Outcome.FAIL


def as_it_stands(route: Route, tallies: Sequence[Tally | None]) -> Standing:
    """Everybody where the route says."""
    both = [stops(player, player.position) for player in route.veto_players]
    may, must = np.array(both, dtype=np.bool_).reshape(-1, 2).T
    return Standing([None if tally is None else tally.sums() for tally in tallies], may, must)


def settle(route: Route, tallies: Sequence[Tally | None], standing: Standing) -> Settled:
    """Say whether it passes for certain, and whether it can pass."""
    votes = [referendum_outcome(vote) for vote in route.referendums]
    sides = []
    for best, stopped in ((False, standing.may_stop), (True, standing.must_stop)):
        lost = Outcome.FAIL in votes or (not best and Outcome.CANNOT_BE_TOLD in votes)
        passing = np.full(stopped.shape[:-1], not lost)
        for tally, sums in zip(tallies, standing.sums, strict=True):
            passing = passing & _met(tally, sums, 0, best=best)
        for player, number in enumerate(override_numbers(route)):
            overridden = np.full(stopped.shape[:-1], number is not None)
            for tally, sums in zip(tallies, standing.sums, strict=True):
                overridden = overridden & _met(tally, sums, number or 0, best=best)
            passing = passing & (~stopped[..., player] | overridden)
        sides.append(passing)
    return Settled(*sides)


def _met(tally: Tally | None, sums: tuple[IntArray, IntArray] | None, rule: int, *, best: bool) -> BoolArray:
    """(...,): a chamber reaches a rule at worst, or at best; of unknown seats it may be so."""
    if tally is None or sums is None:
        return np.asarray(best)
    return (tally.best if best else tally.worst).met(sums[best], [rule])


def outcome_of(route: Route, tallies: Sequence[Tally | None]) -> Outcome:
    """The verdict alone."""
    return settle(route, tallies, as_it_stands(route, tallies)).outcome


def tallies_of(route: Route) -> tuple[Tally | None, ...]:
    """Per chamber its numbers, with the rules that override somebody; None where its seats are not known."""
    overriding = overriding_rules(route)
    return tuple(
        compile_tally(chamber, overriding) if chamber.seats is not None else None for chamber in route.chambers
    )


def overriding_rules(route: Route) -> tuple[Rule, ...]:
    """Rules by which somebody is overridden; rule number 1 and on of each chamber, in the order of the players."""
    return tuple(player.overridden_by for player in route.veto_players if player.overridden_by is not None)


def override_numbers(route: Route) -> tuple[int | None, ...]:
    """Per veto player: number of the rule that overrides it, None where none does."""
    numbers = iter(range(1, len(route.veto_players) + 1))
    return tuple(next(numbers) if player.overridden_by is not None else None for player in route.veto_players)


def all_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Of what must all pass: FAIL if any fails, PASS if all pass."""
    for outcome in (Outcome.FAIL, Outcome.CANNOT_BE_TOLD):
        if outcome in outcomes:
            return outcome
    return Outcome.PASS


def stops(player: VetoPlayer, position: Position) -> tuple[bool, bool]:
    """Whether somebody may stop the matter, and whether it must, at a position."""
    if position is Position.FOR:
        return False, False
    if position is Position.AGAINST:
        return True, True
    if position is Position.ABSTAIN:
        return player.must_consent, player.must_consent
    return True, False


def referendum_outcome(vote: Referendum) -> Outcome:
    """Whether a referendum is won, exactly within the bounds of what is known of it."""
    shares, turnouts = bounds(vote.share_for, 0, 1), bounds(vote.turnout, 0, 1)
    worst, best = (_wins(vote, share, turnout) for share, turnout in zip(shares, turnouts, strict=True))
    if worst:
        return Outcome.PASS
    return Outcome.CANNOT_BE_TOLD if best else Outcome.FAIL


def _wins(vote: Referendum, share: Fraction, turnout: Fraction) -> bool:
    return (
        share > exact(vote.majority)
        and turnout >= exact(vote.least_turnout)
        and share * turnout >= exact(vote.least_approval)
        and turnout > 0
    )

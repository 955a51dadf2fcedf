"""A chamber as sums over its blocs: a vote passes where every sum reaches what it needs.

Whether a vote can pass, and whether it can fail, are both decided by a few whole numbers that are added up over the
blocs. One more vote for is always welcome. One more member present helps the quorum, and hurts where a share of those
present is asked for; so the best case has as many votes for as can be and just enough others for the quorum.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import BoolArray, IntArray, read_only
from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import Chamber, Position, Rule
from hiwar.methods.ratification.ways import Way, Ways, nobody_knows, ways_of

POSITIONS = tuple(Position)
"""Positions in the order of the axis ``position``."""
FOR, AGAINST = POSITIONS.index(Position.FOR), POSITIONS.index(Position.AGAINST)
ALL_RULES = -1


@dataclass(frozen=True, eq=False)
class Measures:
    """Sums that must reach what they need."""

    needs: IntArray
    """(measure,)"""
    rule: IntArray
    """(measure,): number of the rule that asks for it, `ALL_RULES` where each does."""

    def asked(self, rules: Sequence[int]) -> BoolArray:
        """(measure,): some of these rules ask for it."""
        return np.isin(self.rule, [ALL_RULES, *rules])

    def met(self, sums: IntArray, rules: Sequence[int] = (0,)) -> BoolArray:
        """(...,): everything that these rules ask for is reached; sums are (..., measure)."""
        return np.asarray((sums >= self.needs)[..., self.asked(rules)].all(axis=-1))


@dataclass(frozen=True, eq=False)
class Tally:
    """A chamber whose seats are known, as numbers. The last "bloc" is the seats that nobody is known to hold."""

    chamber: Chamber
    seats: int
    unlisted: int
    """Seats that nobody is known to hold."""
    rules: tuple[Rule, ...]
    """The chamber's own, then those that override somebody."""
    worst: Measures
    """Reached by the least favourable vote: it passes for certain."""
    best: Measures
    """Reached by the most favourable vote: it can pass."""
    worst_rows: IntArray
    """(bloc, position, measure)"""
    best_rows: IntArray
    """(bloc, position, measure)"""
    positions: IntArray
    """(bloc,): where each stands."""

    def rows(self, bloc: int, ways: Ways) -> tuple[IntArray, IntArray]:
        """Worst and best (measure,) of a bloc that goes one of these ways."""
        has_veto = bloc < len(self.chamber.blocs) and self.chamber.blocs[bloc].has_veto
        return worst_row(ways.worst, self.rules, has_veto=has_veto), best_row(ways.best, self.rules, has_veto=has_veto)

    def sums(self) -> tuple[IntArray, IntArray]:
        """Worst and best (measure,) with everybody where it stands."""
        chosen = np.arange(len(self.positions)), self.positions
        return self.worst_rows[chosen].sum(axis=0), self.best_rows[chosen].sum(axis=0)


def compile_tally(chamber: Chamber, overriding: Sequence[Rule] = ()) -> Tally:
    """Write a well-formed chamber whose seats are known as numbers."""
    seats = chamber.seats or 0
    unlisted = seats - sum(bloc.seats or 0 for bloc in chamber.blocs)
    rules = (chamber.rule, *overriding)
    ways = [[ways_of(bloc, position) for position in POSITIONS] for bloc in chamber.blocs]
    ways.append([nobody_knows(unlisted)] * len(POSITIONS))
    vetoes = [*(bloc.has_veto for bloc in chamber.blocs), False]
    both = [*zip(ways, vetoes, strict=True)]
    worst = [[worst_row(way.worst, rules, has_veto=veto) for way in row] for row, veto in both]
    best = [[best_row(way.best, rules, has_veto=veto) for way in row] for row, veto in both]
    positions = [*(POSITIONS.index(bloc.position) for bloc in chamber.blocs), POSITIONS.index(Position.UNKNOWN)]
    return Tally(
        chamber, seats, unlisted, rules, _worst_needs(chamber, rules), _best_needs(chamber, rules),
        read_only(np.array(worst, dtype=np.int64)), read_only(np.array(best, dtype=np.int64)),
        read_only(np.array(positions, dtype=np.int64)),
    )  # fmt: skip


def worst_row(way: Way, rules: Sequence[Rule], *, has_veto: bool) -> IntArray:
    """(measure,): present, vetoes (negative), then per rule: votes for, margin over the share."""
    against = 0 if way.others == "abstain" else way.most_others
    row = [way.least_present, -int(has_veto and against > way.least_for)]
    for rule in rules:
        row += [way.least_for, _margin(rule, way.least_for, way.most_others, against)]
    return np.array(row, dtype=np.int64)


def best_row(way: Way, rules: Sequence[Rule], *, has_veto: bool) -> IntArray:
    """(measure,): present, vetoes, then per rule: votes for, margin, margin once the quorum is filled up.

    Filling up costs nothing while members can come who do not count for the share; each further one costs the rule's
    numerator, which the last measure and its need take into account.
    """
    least, most = way.others_at_best
    if has_veto and way.others == "against":
        most = min(most, max(least, way.most_for))  # with more of them against, its own veto would stop it
    against = least if way.others == "against" else 0
    row = [way.most_for + most, -int(has_veto and against > way.most_for)]
    for rule in rules:
        margin = _margin(rule, way.most_for, least, against)
        is_free = rule.of == "voting" and way.others != "against"
        row += [way.most_for, margin, margin + _price(rule) * (way.most_for + (most if is_free else least))]
    return np.array(row, dtype=np.int64)


def _margin(rule: Rule, votes_for: int, others: int, against: int) -> int:
    """What a bloc adds to (denominator x votes for - numerator x what the share is taken of)."""
    share = exact(rule.share)
    counted = {"members": 0, "present": votes_for + others, "voting": votes_for + against}[rule.of]
    return share.denominator * votes_for - share.numerator * counted


def _price(rule: Rule) -> int:
    """What one more member present who is not for costs in the margin."""
    return 0 if rule.of == "members" else exact(rule.share).numerator


def _needs(chamber: Chamber, rule: Rule) -> tuple[int, int]:
    """Votes for and margin; nothing passes without a vote for it."""
    share = exact(rule.share)
    of_members = share.numerator * (chamber.seats or 0) if rule.of == "members" else 0
    return max(rule.votes, 1), of_members + int(rule.must_exceed)


def _worst_needs(chamber: Chamber, rules: Sequence[Rule]) -> Measures:
    needs, asked = [chamber.quorum or 0, 0], [ALL_RULES, ALL_RULES]
    for number, rule in enumerate(rules):
        needs += _needs(chamber, rule)
        asked += [number] * 2
    return Measures(read_only(np.array(needs, dtype=np.int64)), read_only(np.array(asked, dtype=np.int64)))


def _best_needs(chamber: Chamber, rules: Sequence[Rule]) -> Measures:
    quorum = chamber.quorum or 0
    needs, asked = [quorum, 0], [ALL_RULES, ALL_RULES]
    for number, rule in enumerate(rules):
        votes, margin = _needs(chamber, rule)
        needs += [votes, margin, margin + _price(rule) * quorum]
        asked += [number] * 3
    return Measures(read_only(np.array(needs, dtype=np.int64)), read_only(np.array(asked, dtype=np.int64)))

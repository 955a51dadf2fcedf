"""How much each principal can still reach over an agenda, measured on its own scale only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from immutabledict import immutabledict

from hiwar.methods.packages import Negotiation, Party, pareto_frontier, zone_of_agreement
from hiwar.questions.answer import Settings
from hiwar.questions.negotiations import AGREED, Bargain

DRAWS = 64
"""Draws over which scopes are compared; each solves every agenda anew."""


@dataclass(frozen=True)
class Reach:
    """What an agenda holds for the principals, at one set of judgements."""

    n_admissible: int
    """Packages that obey the rules and cross no red line."""
    n_acceptable: int | None
    """Of these, packages that everybody prefers to no agreement; None where a reservation value is not judged."""
    best: Mapping[str, Fraction]
    """Party to the most points it gets in a package that everybody can accept; empty where there is none."""
    reservation: Mapping[str, Fraction]
    """Party to its reservation value, where it is judged."""

    def share_of(self, party: str, whole: "Reach") -> Fraction | None:
        """What the agenda adds for a party at most, as a share of what the whole one adds; None where that is nothing.

        It is measured from settling nothing where all accept that, else from no agreement. So what a party has already
        without any issue on the table counts for no scope.
        """
        if party not in self.reservation or party not in whole.best:
            return None
        accepts_nothing = all(value <= 0 for value in self.reservation.values())
        base = Fraction(0) if accepts_nothing else self.reservation[party]
        gain = whole.best[party] - base
        if gain <= 0:
            return None
        return Fraction(0) if party not in self.best else (self.best[party] - base) / gain


def reach_of(bargain: Bargain) -> Reach:
    """The reach of every principal at the middle of the judgements."""
    zone = zone_of_agreement(bargain.negotiation)
    best, reservation = _extremes(bargain.negotiation)
    is_known = len(reservation) == len(bargain.negotiation.parties)
    return Reach(zone.n_admissible, zone.n_acceptable if is_known else None, best, reservation)


def _extremes(negotiation: Negotiation) -> tuple[Mapping[str, Fraction], Mapping[str, Fraction]]:
    """Party to the most it gets in a package that all accept, and to its reservation value where it is judged."""
    reservation = {
        party.name: Fraction(party.reservation_value)
        for party in negotiation.parties
        if party.reservation_value is not None
    }
    points = pareto_frontier(negotiation).points if len(reservation) == len(negotiation.parties) else ()
    best = {
        name: max(point.scores[place] for point in points) for place, name in enumerate(negotiation.names) if points
    }
    return immutabledict(best), immutabledict(reservation)


def drawn_reaches(bargains: Mapping[str, Bargain], whole: str, settings: Settings) -> Iterator[Mapping[str, Reach]]:
    """The reach over every agenda, under one admissible set of judgements after another; the same for all agendas."""
    rng = np.random.default_rng(settings.seed)
    for _ in range(DRAWS):
        drawn = _drawn(bargains[whole], rng)
        yield {
            key: Reach(0, None, *_extremes(with_worths(bargain.negotiation, drawn)))
            for key, bargain in bargains.items()
        }


Drawn = Mapping[str, tuple[Mapping[tuple[str, str], Fraction], Fraction | None]]
"""Party to its worths by (issue, option) and its reservation value."""


def _drawn(bargain: Bargain, rng: np.random.Generator) -> Drawn:
    """One admissible set of judgements: every range drawn evenly, in tenths of a point."""
    found = {}
    for party in bargain.negotiation.names:
        ranges = bargain.worths.worth[party]
        worth = {key: _point(rng, one.low, one.high) for key, one in sorted(ranges.items())}
        reservation = bargain.worths.reservation.get(party)
        value = None if reservation is None else _point(rng, reservation.low, reservation.high)
        found[party] = (worth, value)
    return found


def _point(rng: np.random.Generator, low: float, high: float) -> Fraction:
    drawn = Fraction(round(10 * float(rng.uniform(low, high))), 10)
    return min(max(drawn, Fraction(str(low))), Fraction(str(high)))


def with_worths(negotiation: Negotiation, drawn: Drawn) -> Negotiation:
    """The same negotiation under other judgements."""
    return replace(negotiation, parties=tuple(_with(party, *drawn[party.name]) for party in negotiation.parties))


def _with(party: Party, worth: Mapping[tuple[str, str], Fraction], reservation: Fraction | None) -> Party:
    worths = {
        name: {way: worth.get(_judged_as(name, way), Fraction(points)) for way, points in ways.items()}
        for name, ways in party.worths.items()
    }
    return replace(party, worths=worths, reservation_value=reservation)


def _judged_as(name: str, way: str) -> tuple[str, str]:
    """Issue and option of the case: one that allows several is one issue per option here, named ``issue=option``."""
    issue, _, option = name.partition("=")
    return (issue, option) if way == AGREED and option else (issue, way)

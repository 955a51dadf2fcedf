"""How much each principal can still reach over an agenda, measured on its own scale only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from immutabledict import immutabledict

from hiwar.methods.packages import Negotiation, Party, pareto_frontier, zone_of_agreement
from hiwar.questions.answer import Settings
from hiwar.questions.negotiations import AGREED, Bargain

MOST_DRAWS = 64
"""Draws over which scopes are compared; each solves the agenda anew."""


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
        """The most it can gain here as a share of the most it can gain over the whole agenda; None where it cannot."""
        if party not in self.reservation or party not in whole.best:
            return None
        gain = whole.best[party] - self.reservation[party]
        if gain <= 0:
            return None
        return Fraction(0) if party not in self.best else (self.best[party] - self.reservation[party]) / gain


def reach_of(bargain: Bargain) -> Reach:
    """The reach of every principal at the middle of the judgements."""
    return reach_of_negotiation(bargain.negotiation)


def reach_of_negotiation(negotiation: Negotiation) -> Reach:
    """The reach of every party of a negotiation."""
    zone = zone_of_agreement(negotiation)
    reservation = {
        party.name: Fraction(party.reservation_value)
        for party in negotiation.parties
        if party.reservation_value is not None
    }
    is_known = len(reservation) == len(negotiation.parties)
    points = pareto_frontier(negotiation).points if is_known else ()
    best = {
        name: max(point.scores[place] for point in points) for place, name in enumerate(negotiation.names) if points
    }
    acceptable = zone.n_acceptable if is_known else None
    return Reach(zone.n_admissible, acceptable, immutabledict(best), immutabledict(reservation))


def shares_of_draws(bargain: Bargain, whole: Bargain, favours: str, against: str, settings: Settings) -> float:
    """Share of drawn judgements in which an agenda favours a party over another by more than the whole agenda does.

    Over the whole agenda both reach all that they can reach, so it favours nobody.
    """
    rng = np.random.default_rng(settings.seed)
    held = 0
    for _ in range(MOST_DRAWS):
        drawn = _drawn(whole, rng)
        wide = reach_of_negotiation(with_worths(whole.negotiation, drawn))
        narrow = reach_of_negotiation(with_worths(bargain.negotiation, drawn))
        first, second = narrow.share_of(favours, wide), narrow.share_of(against, wide)
        held += first is not None and second is not None and first > second
    return held / MOST_DRAWS


Drawn = Mapping[str, tuple[Mapping[tuple[str, str], Fraction], Fraction | None]]
"""Party to its worths by (issue, option) and its reservation value."""


def _drawn(bargain: Bargain, rng: np.random.Generator) -> Drawn:
    """One admissible set of judgements: every range drawn evenly, in thousandths of a point."""
    found = {}
    for party in bargain.negotiation.names:
        ranges = bargain.worths.worth[party]
        worth = {key: _point(rng, one.low, one.high) for key, one in sorted(ranges.items())}
        reservation = bargain.worths.reservation.get(party)
        value = None if reservation is None else _point(rng, reservation.low, reservation.high)
        found[party] = (worth, value)
    return found


def _point(rng: np.random.Generator, low: float, high: float) -> Fraction:
    return Fraction(round(1000 * float(rng.uniform(low, high))), 1000)


def with_worths(negotiation: Negotiation, drawn: Drawn) -> Negotiation:
    """The same negotiation under other judgements."""
    return replace(negotiation, parties=tuple(_with(party, *drawn[party.name]) for party in negotiation.parties))


def _with(party: Party, worth: Mapping[tuple[str, str], Fraction], reservation: Fraction | None) -> Party:
    worths = {name: {way: _worth_of(worth, name, way) for way in ways} for name, ways in party.worths.items()}
    return replace(party, worths=worths, reservation_value=reservation)


def _worth_of(worth: Mapping[tuple[str, str], Fraction], name: str, way: str) -> Fraction:
    """An issue that allows several options is one issue per option here, named ``issue=option``."""
    issue, _, option = name.partition("=")
    return worth[issue, option] if way == AGREED and option else worth[issue, way]

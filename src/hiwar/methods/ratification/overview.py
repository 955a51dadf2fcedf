"""Everything about a matter on its way to approval, found at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from hiwar.methods.ratification.chances import Chance, passing_probability
from hiwar.methods.ratification.cheapest import CheapestSet, cheapest_blocking_set, cheapest_winning_set
from hiwar.methods.ratification.costs import Costs
from hiwar.methods.ratification.forms import Agenda, Chamber, Correlated, ModelError, Number, Outcome, Package, Route
from hiwar.methods.ratification.least_change import Change, least_change
from hiwar.methods.ratification.pivotal import Pivotal, pivotal
from hiwar.methods.ratification.preferences import route_for
from hiwar.methods.ratification.verdict import Verdict, verdict
from hiwar.methods.ratification.ways import ways_of
from hiwar.methods.ratification.win_set import WinSet, acceptances, win_set


class Seating(StrEnum):
    """What is known of a seat, in the order a chamber is drawn in."""

    FOR = "for"
    CONDITIONAL = "conditional"
    DIVIDED = "divided"
    UNKNOWN = "unknown"
    NOT_HELD = "held by nobody known"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    """Its bloc is sure to leave it empty."""
    AGAINST = "against"


@dataclass(frozen=True)
class Seats:
    """Seats of a bloc of which the same is known."""

    bloc: str
    """Empty for seats that nobody is known to hold."""
    seating: Seating
    seats: int


def seats_by_position(chamber: Chamber) -> tuple[Seats, ...]:
    """The seats of a chamber in the order it is drawn in, from those for to those against; none without any seat."""
    found: list[Seats] = []
    for bloc in chamber.blocs:
        present = ways_of(bloc).best.most_present
        found.append(Seats(bloc.name, Seating(bloc.position.value), present))
        found.append(Seats(bloc.name, Seating.ABSENT, (bloc.seats or 0) - present))
    held = sum(each.seats for each in found)
    if chamber.seats is not None:
        found.append(Seats("", Seating.NOT_HELD, chamber.seats - held))
    order = list(Seating)
    return tuple(sorted((each for each in found if each.seats), key=lambda each: order.index(each.seating)))


@dataclass(frozen=True)
class Overview:
    """What was found on a route."""

    route: Route
    """With everybody where they stand on the package, if one is put to the vote."""
    verdict: Verdict
    pivotal: Pivotal
    chance: Chance | None
    """None where nobody has a probability."""
    winning: CheapestSet
    """For certain."""
    blocking: CheapestSet
    """For certain."""
    win_set: WinSet | None
    """None without an agenda, or where it is too large to count (``not_counted`` says why)."""
    not_counted: str
    acceptances: Mapping[str, WinSet] = field(default_factory=dict)
    change: Change | None = None
    """None without a package, where it passes as it is, or where none was found (``not_counted`` says why)."""


def analyse_ratification(
    route: Route,
    *,
    agenda: Agenda | None = None,
    package: Package | None = None,
    costs: Costs | None = None,
    change_costs: Mapping[str, Mapping[str, Number]] | None = None,
    correlated: Sequence[Correlated] = (),
    draws: int = 100_000,
    seed: int = 0,
) -> Overview:
    """Find everything about a matter on a route; parameters and errors as for the single functions.

    Without a package blocs stand where the route says. Random numbers are drawn from ``seed``, only for what is
    correlated.
    """
    standing = route if agenda is None or package is None else route_for(route, agenda, package)
    found = verdict(standing)
    has_chance = any(bloc.probability is not None for chamber in standing.chambers for bloc in chamber.blocs)
    has_chance |= any(player.probability is not None for player in standing.veto_players)
    has_chance |= any(vote.probability is not None for vote in standing.referendums)
    rng = np.random.default_rng(seed)
    chance = passing_probability(standing, correlated=correlated, draws=draws, rng=rng) if has_chance else None
    counted, change, why = None, None, ""
    try:
        if agenda is not None:
            counted = win_set(route, agenda)
            if package is not None and found.outcome is not Outcome.PASS:
                change = least_change(route, agenda, package, costs=change_costs)
    except ModelError as error:
        why = str(error)
    return Overview(
        standing, found, pivotal(standing), chance, cheapest_winning_set(standing, costs),
        cheapest_blocking_set(standing, costs), counted, why,
        acceptances(route, agenda) if agenda is not None and counted is not None else {}, change,
    )  # fmt: skip

"""Everything about a matter on its way to approval, found at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

import numpy as np

from hiwar.methods.ratification.chances import Chance, passing_probability
from hiwar.methods.ratification.cheapest import CheapestSet, cheapest_blocking_set, cheapest_winning_set
from hiwar.methods.ratification.checks import check_agenda
from hiwar.methods.ratification.costs import Costs, prices_of
from hiwar.methods.ratification.forms import (
    Agenda,
    Chamber,
    Correlated,
    Number,
    Outcome,
    Package,
    Route,
    TooLargeError,
)
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
    winning: CheapestSet | None
    """For certain."""
    blocking: CheapestSet | None
    """For certain."""
    win_set: WinSet | None
    """None without an agenda."""
    acceptances: Mapping[str, WinSet] = field(default_factory=dict)
    change: Change | None = None
    """None without a package, and where it passes as it is."""
    left_out: tuple[str, ...] = ()
    """Why something is None that would be there: what was too large to be found."""


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
    if agenda is not None:
        check_agenda(agenda, route)
    standing = route if agenda is None or package is None else route_for(route, agenda, package)
    found = verdict(standing)
    prices_of(standing, costs or Costs())  # what is wrong with them is an error; what is too large is left out below
    left_out: list[str] = []
    rng = np.random.default_rng(seed)

    def chance() -> Chance:
        return passing_probability(standing, correlated=correlated, draws=draws, rng=rng)

    return Overview(
        standing, found, pivotal(standing),
        chance=_unless_too_large(chance, left_out) if _has_probability(standing) else None,
        winning=_unless_too_large(lambda: cheapest_winning_set(standing, costs), left_out),
        blocking=_unless_too_large(lambda: cheapest_blocking_set(standing, costs), left_out),
        win_set=None if agenda is None else _unless_too_large(lambda: win_set(route, agenda), left_out),
        acceptances={} if agenda is None else _unless_too_large(lambda: acceptances(route, agenda), left_out) or {},
        change=None if agenda is None or package is None or found.outcome is Outcome.PASS
        else _unless_too_large(lambda: least_change(route, agenda, package, costs=change_costs), left_out),
        left_out=tuple(dict.fromkeys(left_out)),
    )  # fmt: skip


Found = TypeVar("Found")


def _unless_too_large(find: Callable[[], Found], left_out: list[str]) -> Found | None:
    """What is found; None, with the reason kept, where it is too large to be found."""
    try:
        return find()
    except TooLargeError as reason:
        left_out.append(str(reason))
        return None


def _has_probability(route: Route) -> bool:
    """Somebody's probability is stated."""
    stated = [bloc.probability for chamber in route.chambers for bloc in chamber.blocs]
    stated += [player.probability for player in route.veto_players]
    stated += [vote.probability for vote in route.referendums]
    return any(probability is not None for probability in stated)

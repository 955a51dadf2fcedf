"""What the members of a bloc may do when a vote is taken, given all that is known of the bloc."""

import math
from dataclasses import dataclass
from typing import Literal

from hiwar.methods.ratification.exact import bounds, exact
from hiwar.methods.ratification.forms import Bloc, Position

Others = Literal["against", "abstain", "either"]
"""What those present do who are not for."""


@dataclass(frozen=True)
class Way:
    """Every vote in which so many members are for, the others are not, and so many of all of them are present.

    With ``f`` votes for and ``o`` members present who are not for, these are all whole numbers with ``f`` at most
    ``most_inclined``, ``o`` at most ``seats - least_inclined``, and ``f + o`` between ``least_present`` and
    ``most_present``: which members stay away is not known.
    """

    seats: int
    least_inclined: int
    """Members who are for, whether they are present or not."""
    most_inclined: int
    least_present: int
    most_present: int
    others: Others

    @property
    def least_for(self) -> int:
        """Votes for, at least."""
        return max(0, self.least_present - (self.seats - self.least_inclined))

    @property
    def most_for(self) -> int:
        """Votes for, at most."""
        return min(self.most_inclined, self.most_present)

    @property
    def most_others(self) -> int:
        """Present and not for, at most; this can go with `least_for`."""
        return min(self.seats - self.least_inclined, self.most_present)

    @property
    def others_at_best(self) -> tuple[int, int]:
        """Present and not for when as many as can be are for: at least, at most."""
        most = min(self.seats - self.least_inclined, self.most_present - self.most_for)
        return max(0, self.least_present - self.most_for), most


@dataclass(frozen=True)
class Ways:
    """The most and the least favourable of the ways a bloc may go; nothing in between is better or worse."""

    best: Way
    worst: Way


def ways_of(bloc: Bloc, position: Position | None = None, present: int | None = None) -> Ways:
    """What a bloc may do at a position (its own if none is given), with so many present (as stated if none is given).

    A bloc whose seats are not known counts as none here: what it holds is among the seats that nobody is known to hold.
    """
    position = bloc.position if position is None else position
    if position is Position.CONDITIONAL:
        return Ways(_way(bloc, Position.FOR, present), _way(bloc, Position.AGAINST, present))
    way = _way(bloc, position, present)
    return Ways(way, way)


def nobody_knows(seats: int) -> Ways:
    """Seats of which nothing is known."""
    way = Way(seats, 0, seats, 0, seats, "either")
    return Ways(way, way)


def _way(bloc: Bloc, position: Position, present: int | None) -> Way:
    seats = bloc.seats or 0
    inclined = _inclined(bloc, position, seats)
    others: Others = "against"
    if position is Position.UNKNOWN:
        others = "either"
    elif position is Position.ABSTAIN:
        others = "abstain"
    if present is not None:
        return Way(seats, *inclined, present, present, others)
    least = 0 if position is Position.UNKNOWN else seats
    low, high = bounds(bloc.attendance, least, seats)
    return Way(seats, *inclined, min(int(low), seats), min(int(high), seats), others)


def _inclined(bloc: Bloc, position: Position, seats: int) -> tuple[int, int]:
    """Members who are for, at least and at most; shares of seats are rounded outwards."""
    following = math.floor(exact(bloc.cohesion) * seats)
    if position is Position.FOR:
        return following, seats
    if position is Position.AGAINST:
        return 0, seats - following
    if position is Position.ABSTAIN:
        return 0, 0
    if position is Position.DIVIDED:
        low, high = bounds(bloc.shares_for, 0, 1)
        return math.floor(low * seats), math.ceil(high * seats)
    return 0, seats

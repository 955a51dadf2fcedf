"""The win-set: which packages of an agenda pass at home for certain, which may, and which never do.

After Putnam (1988): the larger the win-set of a side, the likelier an agreement, and the weaker its hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.checks import check_agenda, check_route
from hiwar.methods.ratification.forms import (
    Agenda,
    Outcome,
    Position,
    Preferences,
    Route,
    TooLargeError,
    VetoPlayer,
)
from hiwar.methods.ratification.ranges import OUTCOMES, Ranges, compile_ranges

MOST_ROWS = 4_000_000
"""Partial packages that are looked at, at most."""
CHUNK = 16_384
"""Partial packages that are held at a time."""


@dataclass(frozen=True)
class WinSet:
    """How many packages pass."""

    n_packages: int
    """All packages of the agenda."""
    n_passing: int
    """Pass for certain."""
    n_open: int
    """May pass; it cannot be told."""
    n_failing: int
    """Fail for certain."""


def win_set(route: Route, agenda: Agenda, *, most_rows: int = MOST_ROWS) -> WinSet:
    """Count the packages that pass by a route for certain, that may pass, and that fail.

    Parameters
    ----------
    route : Route
        Everybody with preferences stands on each package where these say; everybody else where the route says.
    agenda : Agenda
        Its packages.
    most_rows : int
        Partial packages to look at before giving up.

    Raises
    ------
    ModelError
        Something is not well formed, or more partial packages are needed than ``most_rows``.

    Notes
    -----
    Exact, and without listing the packages: issue by issue, partial packages that leave everybody the same are counted
    together, and those whose outcome is settled whatever follows are counted at once.
    """
    ranges = _ranges(route, agenda)
    counts = dict.fromkeys(OUTCOMES, 0)
    waiting: list[tuple[int, IntArray, npt.NDArray[Any]]] = [(0, ranges.start(), np.ones(1, dtype=np.object_))]
    looked_at = 0
    while waiting:
        place, rows, weights = waiting.pop()
        settled = ranges.settled(rows, place)
        for code, outcome in enumerate(OUTCOMES):
            counts[outcome] += int(weights[settled == code].sum()) * ranges.tracks.completions(place)
        rows, weights = rows[settled < 0], weights[settled < 0]
        if not len(rows):
            continue
        found, sources, _ = ranges.tracks.extended(rows, place)
        looked_at += len(found)
        if looked_at > most_rows:
            raise TooLargeError(
                f"more than {most_rows:,} partial packages must be looked at; settle some issues beforehand"
            )
        found, weights = _together(found, weights[sources])
        waiting += [
            (place + 1, found[first : first + CHUNK], weights[first : first + CHUNK])
            for first in range(0, len(found), CHUNK)
        ]
    passing, still_open, failing = (counts[outcome] for outcome in reversed(OUTCOMES))
    return WinSet(passing + still_open + failing, passing, still_open, failing)


def win_sets(routes: Mapping[str, Route], agenda: Agenda) -> dict[str, WinSet]:
    """The win-sets of several routes, or of one under several rules, quorums or attendances, by name."""
    return {name: win_set(route, agenda) for name, route in routes.items()}


def acceptances(route: Route, agenda: Agenda) -> dict[str, WinSet]:
    """Per bloc ("chamber/bloc") and veto player with preferences: how many packages it is for, may be for, is not.

    A bloc that would abstain or be divided may be for it.
    """
    found: dict[str, Preferences] = {}
    for chamber in route.chambers:
        found |= {f"{chamber.name}/{bloc.name}": bloc.preferences for bloc in chamber.blocs if bloc.preferences}
    found |= {player.name: player.preferences for player in route.veto_players if player.preferences}
    check_route(route)
    check_agenda(agenda, route)
    return {
        name: win_set(Route(name, veto_players=(VetoPlayer(name, Position.FOR, preferences=each),)), agenda)
        for name, each in found.items()
    }


def list_packages(
    route: Route, agenda: Agenda, *, outcome: Outcome = Outcome.PASS, most: int = 100, most_rows: int = MOST_ROWS
) -> Iterator[dict[str, str]]:
    """Name packages with an outcome, at most so many; what cannot lead to one is not walked.

    Raises
    ------
    ModelError
        Something is not well formed, or more partial packages are needed than ``most_rows``.
    """
    ranges = _ranges(route, agenda)
    return _listed(ranges, outcome, most, most_rows)


def _listed(ranges: Ranges, outcome: Outcome, most: int, most_rows: int) -> Iterator[dict[str, str]]:
    wanted = OUTCOMES.index(outcome)
    n_issues = ranges.tracks.n_issues
    waiting = [(0, ranges.start(), np.zeros((1, n_issues), dtype=np.int64))]
    looked_at = named = 0
    while waiting and named < most:
        place, rows, chosen = waiting.pop()
        if place == n_issues:
            settled = ranges.settled(rows, place)
            for choice in chosen[settled == wanted][: most - named]:
                named += 1
                yield ranges.package(choice)
            continue
        found, sources, options = ranges.tracks.extended(rows, place)
        looked_at += len(found)
        if looked_at > most_rows:
            raise TooLargeError(f"more than {most_rows:,} partial packages are needed; settle some issues beforehand")
        extended = chosen[sources]
        extended[:, place] = options
        settled = ranges.settled(found, place + 1)
        keep = np.flatnonzero((settled < 0) | (settled == wanted))
        size = max(1, most)
        pieces = [keep[first : first + size] for first in range(0, len(keep), size)]
        waiting += [(place + 1, found[piece], extended[piece]) for piece in reversed(pieces)]


def _ranges(route: Route, agenda: Agenda) -> Ranges:
    check_route(route)
    check_agenda(agenda, route)
    return compile_ranges(route, agenda)


def _together(rows: IntArray, weights: npt.NDArray[Any]) -> tuple[IntArray, npt.NDArray[Any]]:
    """Different rows, and the sums of their weights."""
    different, numbers = np.unique(rows, axis=0, return_inverse=True)
    sums = np.zeros(len(different), dtype=np.object_)
    np.add.at(sums, numbers.ravel(), weights)
    return different, sums

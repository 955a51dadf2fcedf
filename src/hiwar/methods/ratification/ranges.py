"""What a partial package leaves possible for everybody, and so for the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.forms import Agenda, Outcome, Preferences, Route
from hiwar.methods.ratification.outcomes import Standing, settle, stops, tallies_of
from hiwar.methods.ratification.tally import POSITIONS, Tally
from hiwar.methods.ratification.tracks import Tracks, compile_tracks

OUTCOMES = (Outcome.FAIL, Outcome.CANNOT_BE_TOLD, Outcome.PASS)
"""Outcomes by their codes."""
UNSETTLED = -1
"""Code of what the rest of the package decides."""


@dataclass(frozen=True, eq=False)
class _Span:
    """What a bloc can add if its position lies between two others: (least severe, most severe, measure)."""

    lowest: IntArray
    highest: IntArray

    @staticmethod
    def of(rows: IntArray) -> "_Span":
        """From what it adds at each position, (position, measure)."""
        count = len(rows)
        lowest = np.zeros((count, count, rows.shape[1]), dtype=np.int64)
        highest = np.zeros_like(lowest)
        for first in range(count):
            for last in range(first, count):
                lowest[first, last] = rows[first : last + 1].min(axis=0)
                highest[first, last] = rows[first : last + 1].max(axis=0)
        return _Span(lowest, highest)


@dataclass(frozen=True, eq=False)
class _Seats:
    """A chamber on which the package bears."""

    tally: Tally
    fixed: tuple[IntArray, IntArray]
    """Worst and best (measure,) of those without preferences."""
    holders: tuple[int, ...]
    """Per bloc with preferences: their number among the different preferences."""
    spans: tuple[tuple[_Span, _Span], ...]
    """Per bloc with preferences: at worst and at best."""

    def sums(self, least: IntArray, most: IntArray, *, highest: bool) -> tuple[IntArray, IntArray]:
        """(row, measure) at worst and at best: the lowest they can end in, or the highest."""
        found = [np.tile(fixed, (len(least), 1)) for fixed in self.fixed]
        for holder, spans in zip(self.holders, self.spans, strict=True):
            for total, span in zip(found, spans, strict=True):
                total += (span.highest if highest else span.lowest)[least[:, holder], most[:, holder]]
        return found[0], found[1]


@dataclass(frozen=True, eq=False)
class Ranges:
    """A route on which the packages of an agenda bear."""

    route: Route
    tracks: Tracks
    tallies: Sequence[Tally | None]
    seats: Sequence[_Seats | None]
    """Per chamber; None where its seats are not known."""
    players: Sequence[int | None]
    """Per veto player: the number of its preferences, None where it has none."""

    def start(self) -> IntArray:
        """The empty package, as one row."""
        return self.tracks.capped(self.tracks.start[None].copy(), 0)

    def settled(self, rows: IntArray, place: int) -> IntArray:
        """(row,): code of the outcome of every completion, `UNSETTLED` where it depends on the completion."""
        least, most = self.tracks.severities(rows, place)
        pessimistic = settle(self.route, self.tallies, self._standing(least, most, worst_low=True))
        optimistic = settle(self.route, self.tallies, self._standing(least, most, worst_low=False))
        codes = np.full(len(rows), UNSETTLED)
        codes[~optimistic.surely & pessimistic.possibly] = OUTCOMES.index(Outcome.CANNOT_BE_TOLD)
        codes[pessimistic.surely] = OUTCOMES.index(Outcome.PASS)
        codes[~optimistic.possibly] = OUTCOMES.index(Outcome.FAIL)
        codes[~self.tracks.is_free(rows)] = UNSETTLED
        return codes

    def _standing(self, least: IntArray, most: IntArray, *, worst_low: bool) -> Standing:
        """All sums as low as they can end, and everybody stopping who can; or all as high, and nobody."""
        sums = [None if seats is None else seats.sums(least, most, highest=not worst_low) for seats in self.seats]
        stopping = np.zeros((2, len(least), len(self.players)), dtype=np.bool_)
        for number, (player, holder) in enumerate(zip(self.route.veto_players, self.players, strict=True)):
            if holder is None:
                stopping[:, :, number] = np.array(stops(player, player.position))[:, None]
            else:
                span = _Span.of(np.array([stops(player, position) for position in POSITIONS], dtype=np.int64))
                ends = span.highest if worst_low else span.lowest
                stopping[:, :, number] = ends[least[:, holder], most[:, holder]].T
        return Standing(sums, stopping[0], stopping[1])

    def package(self, chosen: IntArray) -> dict[str, str]:
        """Names for option numbers, which come in the order that issues are followed in."""
        issues = self.tracks.agenda.issues
        options = dict(zip(self.tracks.order, chosen.tolist(), strict=True))
        return {issue.name: issue.options[options[number]] for number, issue in enumerate(issues)}


def compile_ranges(route: Route, agenda: Agenda) -> Ranges:
    """Write a well-formed route and agenda as numbers; equal preferences are followed once."""
    different: list[Preferences] = []

    def number_of(preferences: Preferences) -> int:
        if preferences not in different:
            different.append(preferences)
        return different.index(preferences)

    tallies = tallies_of(route)
    holders = [
        [None if bloc.preferences is None else number_of(bloc.preferences) for bloc in chamber.blocs]
        for chamber in route.chambers
    ]
    players = [None if player.preferences is None else number_of(player.preferences) for player in route.veto_players]
    seats = [None if tally is None else _seats(tally, numbers) for tally, numbers in zip(tallies, holders, strict=True)]
    return Ranges(route, compile_tracks(agenda, different), tallies, seats, players)


def _seats(tally: Tally, holders: Sequence[int | None]) -> _Seats:
    bearing = [number for number, holder in enumerate(holders) if holder is not None]
    others = np.setdiff1d(np.arange(len(holders) + 1), bearing)
    chosen = others, tally.positions[others]
    fixed = tally.worst_rows[chosen].sum(axis=0), tally.best_rows[chosen].sum(axis=0)
    spans = tuple((_Span.of(tally.worst_rows[number]), _Span.of(tally.best_rows[number])) for number in bearing)
    return _Seats(tally, fixed, tuple(holder for holder in holders if holder is not None), spans)

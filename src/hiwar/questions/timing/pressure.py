"""Who is pressed by time, on which day, and what a month of delay costs each side."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.dossier.contents import CalendarEntry
from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.dossier.scales import WHOLE_SIZE, Range, resolve, size_words
from hiwar.methods.dominance import value_bounds, vertices
from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import Compilation
from hiwar.questions.days import event_days_of
from hiwar.questions.judgements import NOTHING_AT_ALL, hull, traces
from hiwar.questions.prospects import weights_of
from hiwar.questions.timing.dates import Outcomes, until_of


@dataclass(frozen=True)
class Pressure:
    """A pressure of time on one side."""

    entry: CalendarEntry
    side: str
    start: dt.date | None
    until: dt.date | None

    def state_on(self, day: dt.date, outcomes: Outcomes) -> str:
        """``presses``, ``over``, ``eased`` or ``not_yet``, once events have turned out like this."""
        if self.until is not None and day >= self.until:
            return "over"
        if self.start is not None and day < self.start:
            return "not_yet"
        eases = self.entry.eases_when
        if eases and all(outcomes.get(event) in options for event, options in eases.items()):
            return "eased"
        return "presses"


def pressures_of(dossier: Dossier) -> tuple[Pressure, ...]:
    """Every entry of the calendar that presses somebody, once for each principal on whose side that is."""
    event_days = event_days_of(dossier)
    sides = set(principals(dossier))
    return tuple(
        Pressure(entry, side, entry.start if isinstance(entry.start, dt.date) else None, until_of(entry, event_days))
        for _, entry in sorted(dossier.calendar.items())
        for side in sorted({side_of(dossier, party) for party in entry.pressure_on} & sides)
    )


def gainers_of(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Party that gains by delay to the entries of the calendar that say so."""
    found: dict[str, list[str]] = {}
    for key, entry in sorted(dossier.calendar.items()):
        for party in entry.gains_by_delay:
            found.setdefault(party, []).append(key)
    return {party: tuple(entries) for party, entries in sorted(found.items())}


def delay_ranges(compilation: Compilation, party: str) -> Mapping[str, Range] | None:
    """Main domain to points lost per month of delay; None where no sheet judges them for this party.

    Where a sheet speaks of a party, a domain that it leaves out costs nothing.
    """
    judgements = compilation.frame.judgements
    sheets = [sheet for sheet in judgements.sheets if party in sheet.delay_cost]
    if not sheets:
        return None
    words = size_words(compilation.dossier)
    found: dict[str, list[Range]] = {domain: [] for domain in compilation.frame.domains}
    for sheet in sheets:
        judged = {main_domain(compilation.dossier, key): one for key, one in sheet.delay_cost[party].items()}
        for domain, ranges in found.items():
            ranges.append(resolve(judged[domain], words, WHOLE_SIZE) if domain in judged else NOTHING_AT_ALL)
    return {domain: hull(ranges, WHOLE_SIZE) for domain, ranges in found.items()}


@dataclass(frozen=True)
class Monthly:
    """Points a month of delay costs a side, over everything the sheets admit."""

    low: float
    high: float


def monthly_cost(compilation: Compilation, party: str) -> Monthly | None:
    """What a month of delay costs, all domains weighted together; None where it is not judged."""
    ranges = delay_ranges(compilation, party)
    if ranges is None or any(found.is_unknown for found in ranges.values()):
        return None
    corners = vertices(weights_of(compilation.frame, party))
    found = [ranges[domain] for domain in compilation.frame.domains]
    low, high = np.array([one.low for one in found]), np.array([one.high for one in found])
    return Monthly(float((corners @ low).min()), float((corners @ high).max()))


def monthly_share(compilation: Compilation, party: str) -> Monthly | None:
    """A month of delay as a share of what is at stake for a side: between its least and its greatest result.

    The only way to set two sides beside each other: their points have nothing in common. None where it is not judged.
    """
    cost = monthly_cost(compilation, party)
    view = compilation.views["all"][compilation.frame.parties.index(party)]
    if cost is None or not all(view.has_sizes):
        return None
    bounds = value_bounds(view.prospects)
    stake = float(np.nanmax(bounds.total_high) - np.nanmin(bounds.total_low))
    return Monthly(cost.low / stake, cost.high / stake) if stake > 0 else None


def pressure_table(compilation: Compilation, days: Sequence[tuple[dt.date, Sequence[Outcomes]]]) -> Table:
    """Per day, outcomes known by then, and principal: the pressures of the case and how they stand."""
    rows = []
    for day, known in days:
        for outcomes in known:
            history = tuple(f"{event}={option}" for event, option in sorted(outcomes.items()))
            for one in pressures_of(compilation.dossier):
                trace = (one.entry.id, one.side, *outcomes)
                rows.append(((day.isoformat(), history, one.side, one.entry.id, one.state_on(day, outcomes)), trace))
    return table_of(("day", "known", "party", "pressure", "state"), rows)


def delay_table(compilation: Compilation) -> Table:
    """Per principal: points lost per month of delay, by domain and together."""
    rows = []
    for party in compilation.frame.parties:
        ranges, total = delay_ranges(compilation, party), monthly_cost(compilation, party)
        trace = (party, *traces(compilation.frame.judgements, "delay_cost", party))
        for domain, found in sorted((ranges or {}).items()):
            if found.high > 0:
                ends = (None, None) if found.is_unknown else (found.low, found.high)
                rows.append(((party, domain, *ends), trace))
        rows.append(((party, None, total.low if total else None, total.high if total else None), trace))
    return table_of(("party", "domain", "low", "high"), rows)

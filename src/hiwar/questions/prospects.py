"""The part of a case that appraisal computes on: one party's prospects, as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from hiwar.dossier.amounts import UNKNOWN
from hiwar.dossier.model import Dossier, main_domain, principals
from hiwar.dossier.scales import Range, resolve
from hiwar.dossier.sheet import Weights as WeightsStatement
from hiwar.methods.dominance import Block, Prospects, Weights, vertices
from hiwar.questions.courses import Course, Scenario, feasibility, holds, sides_of
from hiwar.questions.judgements import (
    SURE,
    Judgements,
    cases_of,
    likelihood_range,
    option_ranges,
    size_range,
    unstated_range,
    weight_statements,
)

Kind = Literal["gain", "cost"]
KINDS: tuple[Kind, Kind] = ("gain", "cost")


@dataclass(frozen=True)
class Frame:
    """What all computations of one appraisal share."""

    judgements: Judgements
    courses: tuple[Course, ...]
    scenarios: tuple[Scenario, ...]
    domains: tuple[str, ...]
    """Main domains, in the order of their ids."""
    parties: tuple[str, ...]
    """Principals, the seat first."""

    @property
    def dossier(self) -> Dossier:
        """The case."""
        return self.judgements.dossier


@dataclass(frozen=True)
class Cell:
    """A gain or a cost of which the case says nothing for a side under a track."""

    track: str
    party: str
    kind: Kind

    @property
    def id(self) -> str:
        """Its id among the effects, and in traces."""
        return f"unstated:{self.track}:{self.party}:{self.kind}"


@dataclass(frozen=True)
class Row:
    """One effect as the arrays hold it: stated, or standing for an empty cell."""

    id: str
    kind: Kind
    domains: tuple[str, ...]
    likelihood: Range
    sizes: tuple[Range, ...]
    active: tuple[tuple[bool, ...], ...]
    """Per course, per scenario."""
    cell: Cell | None = None
    is_open: bool = False
    """Its condition hangs on an issue that the course leaves open."""

    @property
    def is_judged(self) -> bool:
        """Its likelihood and all its sizes are judged, so that there is a middle of the judgements to speak of."""
        return self.is_sized and not self.is_open and _is_known(self.likelihood)

    @property
    def is_sized(self) -> bool:
        """All its sizes are judged. Where they are not, drawing them would count items: two unknowns for one."""
        return all(_is_known(size) for size in self.sizes)


def _is_known(found: Range) -> bool:
    return found.is_stated and not found.is_unknown


def main_domains(dossier: Dossier) -> tuple[str, ...]:
    """The domains in which points are counted, in the order of their ids."""
    return tuple(sorted(key for key, domain in dossier.domains.items() if domain.of is None))


def touched(dossier: Dossier, effect: str) -> tuple[str, ...]:
    """The main domains that an effect touches."""
    return tuple(sorted({main_domain(dossier, domain) for domain in dossier.effects[effect].domains}))


def empty_cells(dossier: Dossier, tracks: Sequence[str]) -> tuple[Cell, ...]:
    """Track, principal, gain or cost of which no effect of the case speaks."""
    spoken = {
        (track, side, effect.kind)
        for effect in dossier.effects.values()
        for track in effect.when.get("track", tuple(dossier.tracks))
        for side in sides_of(dossier, effect.on)
    }
    return tuple(
        Cell(track, party, kind)
        for track in tracks
        for party in principals(dossier)
        for kind in KINDS
        if (track, party, kind) not in spoken
    )


def rows_of(frame: Frame, party: str) -> tuple[Row, ...]:
    """Every effect on a party's side, in the order of ids; the cells of which the case says nothing after them."""
    stated = [
        row
        for key in sorted(frame.dossier.effects)
        if party in sides_of(frame.dossier, frame.dossier.effects[key].on)
        for row in effect_rows(frame, party, key)
    ]
    tracks = sorted({course.track for course in frame.courses})
    cells = [cell for cell in empty_cells(frame.dossier, tracks) if cell.party == party]
    return (*stated, *(_cell_row(frame, cell) for cell in cells))


def effect_rows(frame: Frame, party: str, key: str) -> list[Row]:
    """One row per likelihood that the sheets give the effect; most have one.

    Where its condition hangs on an issue that the course leaves open, the effect may come about or not.
    """
    effect = frame.dossier.effects[key]
    cases = [
        [
            None if held is False else (held is None, cases_of(frame.judgements, key, course, scenario.options))
            for scenario in frame.scenarios
            for held in [holds(effect.when, frame.dossier, course, scenario.options)]
        ]
        for course in frame.courses
    ]
    domains = touched(frame.dossier, key)
    sizes = tuple(size_range(frame.judgements, key, party, domain) for domain in domains)
    distinct = sorted({case for row in cases for case in row if case is not None}, key=repr)
    return [
        Row(
            key if number == 0 else f"{key}#{number + 1}",
            effect.kind,
            domains,
            replace(likelihood, low=0.0, mode=None, word=None) if is_open else likelihood,
            sizes,
            tuple(tuple(found == (is_open, case) for found in row) for row in cases),
            is_open=is_open,
        )
        for number, (is_open, case) in enumerate(distinct)
        for likelihood in [likelihood_range(frame.judgements, key, case)]
    ]


def _cell_row(frame: Frame, cell: Cell) -> Row:
    sizes = tuple(
        unstated_range(frame.judgements, cell.track, cell.party, cell.kind, domain) for domain in frame.domains
    )
    active = tuple((course.track == cell.track,) * len(frame.scenarios) for course in frame.courses)
    return Row(cell.id, cell.kind, frame.domains, SURE, sizes, active, cell)


def prospects_of(frame: Frame, party: str, rows: Sequence[Row]) -> Prospects:
    """The arrays of one party."""
    blocks, block_of = _blocks(frame)
    sizes = {name: _sizes(frame, rows, name) for name in ("low", "high", "centre")}
    likelihood = {name: np.array([getattr(row.likelihood, name) for row in rows]) for name in sizes}
    shape = (len(frame.courses), len(frame.scenarios), len(rows))
    active = np.array([row.active for row in rows], dtype=bool)
    return Prospects(
        courses=tuple(course.id for course in frame.courses),
        effects=tuple(row.id for row in rows),
        domains=frame.domains,
        scenarios=tuple(scenario.id for scenario in frame.scenarios),
        sign=np.array([1.0 if row.kind == "gain" else -1.0 for row in rows]),
        active=np.moveaxis(active, 0, -1) if rows else np.zeros(shape, dtype=bool),
        feasible=_feasible(frame),
        size_low=sizes["low"],
        size_high=sizes["high"],
        size_centre=sizes["centre"],
        likelihood_low=likelihood["low"],
        likelihood_high=likelihood["high"],
        likelihood_centre=likelihood["centre"],
        touches=np.array([[d in row.domains for d in frame.domains] for row in rows], dtype=bool).reshape(
            len(rows), len(frame.domains)
        ),
        blocks=blocks,
        block_of=block_of,
        option_of=_option_of(frame),
        weights=weights_of(frame, party),
    )


def _feasible(frame: Frame) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.array(
        [
            [not feasibility(frame.dossier, course, scenario.options).failing for scenario in frame.scenarios]
            for course in frame.courses
        ]
    )


def _sizes(frame: Frame, rows: Sequence[Row], end: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    table = np.zeros((len(rows), len(frame.domains)))
    for row_number, row in enumerate(rows):
        for domain, size in zip(row.domains, row.sizes, strict=True):
            table[row_number, frame.domains.index(domain)] = getattr(size, end)
    return table


def _events(frame: Frame) -> tuple[str, ...]:
    return tuple(frame.scenarios[0].options)


def _option_of(frame: Frame) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    options = {event: _sorted_options(frame, event) for event in _events(frame)}
    rows = [[options[event].index(chosen) for event, chosen in s.options.items()] for s in frame.scenarios]
    return np.array(rows, dtype=np.int64).reshape(len(frame.scenarios), len(options))


def _sorted_options(frame: Frame, event: str) -> list[str]:
    return sorted({scenario.options[event] for scenario in frame.scenarios})


def _blocks(frame: Frame) -> tuple[tuple[Block, ...], np.ndarray[tuple[int, ...], np.dtype[np.int64]]]:
    """The distributions that govern the events, and which governs where."""
    events = _events(frame)
    numbers: dict[tuple[str, tuple[int | None, ...]], int] = {}
    block_of = np.zeros((len(frame.courses), len(frame.scenarios), len(events)), dtype=np.int64)
    for c, course in enumerate(frame.courses):
        for s, scenario in enumerate(frame.scenarios):
            for e, event in enumerate(events):
                key = (event, cases_of(frame.judgements, event, course, scenario.options))
                block_of[c, s, e] = numbers.setdefault(key, len(numbers))
    return tuple(_block(frame, event, cases) for event, cases in numbers), block_of


def _block(frame: Frame, event: str, cases: Sequence[int | None]) -> Block:
    ranges = option_ranges(frame.judgements, event, cases)
    n_options = len(_sorted_options(frame, event))
    if ranges is None:
        return Block(low=np.zeros(n_options), high=np.ones(n_options), is_given=False)
    low, high = (np.array([getattr(found, end) for found in ranges]) for end in ("low", "high"))
    return Block(low=low, high=high, is_given=True)


def weights_of(frame: Frame, party: str) -> Weights:
    """The weights that the sheets admit for a party; sheets that differ admit everything between them."""
    statements = [admitted_weights(frame.dossier, said) for said in weight_statements(frame.judgements, party)]
    free = Weights(kind="free", n_domains=len(frame.domains))
    if not statements:
        return free
    corners = [vertices(weights) for weights in statements]
    if all(np.array_equal(corners[0], other) for other in corners[1:]):
        return statements[0]
    together = np.vstack(corners)
    return Weights(kind="ranges", n_domains=len(frame.domains), low=together.min(axis=0), high=together.max(axis=0))


def admitted_weights(dossier: Dossier, statement: WeightsStatement) -> Weights:
    """The weights of the main domains that one statement admits."""
    index: Mapping[str, int] = {domain: number for number, domain in enumerate(main_domains(dossier))}
    n_domains = len(index)
    if statement.order:
        tiers = tuple(tuple(index[main_domain(dossier, key)] for key in tier) for tier in statement.order)
        return Weights(kind="order", n_domains=n_domains, tiers=tiers)
    if not statement.values:
        return Weights(kind="free", n_domains=n_domains)
    low, high = np.zeros(n_domains), np.full(n_domains, np.inf)
    for key, judged in statement.values.items():
        if judged.value != UNKNOWN:
            found = resolve(judged, {}, Range(0.0, float("inf")))
            low[index[main_domain(dossier, key)]] = found.low
            high[index[main_domain(dossier, key)]] = found.high
    return Weights(kind="ranges", n_domains=n_domains, low=low, high=high)

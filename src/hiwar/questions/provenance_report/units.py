"""What each sheet says of the same thing, side by side: the units that agreement is counted over."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from immutabledict import immutabledict

from hiwar.dossier.amounts import UNKNOWN
from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.scales import (
    WHOLE_PROBABILITY,
    WHOLE_SIZE,
    Range,
    probability_words,
    resolve,
    size_words,
)
from hiwar.dossier.sheet import LikelihoodCase, Sheet, Weights
from hiwar.methods.dominance import Weights as WeightSet
from hiwar.methods.dominance import vertices
from hiwar.questions.courses import sides_of
from hiwar.questions.judgements import Judgements, size_range, unstated_range
from hiwar.questions.prospects import KINDS, admitted_weights, main_domains, touched

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
"""Values of each row of a table, and what it rests on."""
Level = Literal["range", "ordinal", "nominal"]
Told = Range | str | None
"""A range, a word of a kind, or nothing."""


@dataclass(frozen=True)
class Unit:
    """One thing that sheets may judge, and what each says of it."""

    kind: str
    """Section of the sheets."""
    item: str
    """Entry of the section: what a trace names."""
    about: tuple[str, ...]
    """What of it: an option, a domain, a party ..., ids all."""
    told: tuple[Told, ...]
    """Per sheet; None where it says nothing."""

    @property
    def known(self) -> tuple[Told, ...]:
        """Per sheet, None also where it says that it does not know."""
        return tuple(None if told == UNKNOWN or _is_unknown(told) else told for told in self.told)


def _is_unknown(told: Told) -> bool:
    return isinstance(told, Range) and (told.is_unknown or not told.is_stated)


def units_of(dossier: Dossier, sheets: Sequence[Sheet]) -> Mapping[str, tuple[Unit, ...]]:
    """Every kind of judgement that any of the sheets makes, with its units."""
    found = {kind: tuple(read(dossier, sheets)) for kind, (_, read) in _KINDS.items()}
    return immutabledict({kind: units for kind, units in found.items() if units})


def level_of(kind: str) -> Level:
    """Whether what is judged is a range, a rank or a word of a kind."""
    return _KINDS[kind][0]


def _units(kind: str, told: Mapping[tuple[str, ...], dict[int, Told]], n_sheets: int) -> Iterator[Unit]:
    """Units from what each sheet says, the first id of the key being the entry."""
    for key, by_sheet in told.items():
        yield Unit(kind, key[0], key[1:], tuple(by_sheet.get(number) for number in range(n_sheets)))


def _likelihoods(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    words = probability_words(dossier)
    told: dict[tuple[str, ...], dict[int, Told]] = {}
    for number, sheet in enumerate(sheets):
        for key, likelihood in sorted(sheet.likelihood.items()):
            for case in likelihood.cases:
                when = tuple(f"{name}={'|'.join(sorted(options))}" for name, options in sorted(case.when.items()))
                for option, judged in _judged(case):
                    told.setdefault((key, option, *when), {})[number] = resolve(judged, words, WHOLE_PROBABILITY)
    _complements(dossier, told, len(sheets))
    yield from _units("likelihood", told, len(sheets))


def _judged(case: LikelihoodCase) -> Iterator[tuple[str, Any]]:
    if case.itself is not None:
        yield "", case.itself
    yield from sorted(case.options.items())


def _complements(dossier: Dossier, told: dict[tuple[str, ...], dict[int, Told]], n_sheets: int) -> None:
    """Who says how likely one of two options is says it of the other too."""
    for key, by_sheet in told.items():
        options = variable_options(dossier, key[0])
        if key[1] and len(options) == 2:
            other = next(option for option in options if option != key[1])
            mirror = told.get((key[0], other, *key[2:]), {})
            for number in range(n_sheets):
                said = mirror.get(number)
                if number not in by_sheet and isinstance(said, Range):
                    by_sheet[number] = Range(1 - said.high, 1 - said.low, is_unknown=said.is_unknown)


def _sizes(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    for effect in sorted({key for sheet in sheets for key in sheet.size}):
        for side in sides_of(dossier, dossier.effects[effect].on):
            for domain in touched(dossier, effect):
                found = (size_range(Judgements(dossier, (sheet,)), effect, side, domain) for sheet in sheets)
                yield Unit("size", effect, (side, domain), tuple(one if one.is_stated else None for one in found))


def _unstated(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    cells = {(track, party) for sheet in sheets for track, parties in sheet.unstated.items() for party in parties}
    for track, party in sorted(cells):
        for kind in KINDS:
            for domain in main_domains(dossier):
                found = [unstated_range(Judgements(dossier, (s,)), track, party, kind, domain) for s in sheets]
                if any(one.is_stated for one in found):
                    told = tuple(one if one.is_stated else None for one in found)
                    yield Unit("unstated", track, (party, kind, domain), told)


def _weights(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    """How much of all weight a domain may have: orders and numbers become comparable so."""
    domains = main_domains(dossier)
    for party in sorted({key for sheet in sheets for key in sheet.weights}):
        found = [_shares(dossier, sheet.weights.get(party)) for sheet in sheets]
        for number, domain in enumerate(domains if len(domains) > 1 else ()):
            told = tuple(None if one is None else Range(*one[number]) for one in found)
            yield Unit("weights", party, (domain,), told)


def _shares(dossier: Dossier, statement: Weights | None) -> list[tuple[float, float]] | None:
    if statement is None:
        return None
    admitted: WeightSet = admitted_weights(dossier, statement)
    if admitted.kind == "free":
        return None
    corners = np.asarray(vertices(admitted))
    return list(zip(corners.min(axis=0).tolist(), corners.max(axis=0).tolist(), strict=True))


def _priorities(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    del dossier
    told: dict[tuple[str, ...], dict[int, Told]] = {}
    for number, sheet in enumerate(sheets):
        for party, order in sorted(sheet.priorities.items()):
            for rank, goals in enumerate(order.order):
                for goal in goals:
                    told.setdefault((party, goal), {})[number] = Range(float(rank), float(rank))
    yield from _units("priorities", told, len(sheets))


def _flat(section: str, words_of: Callable[[Dossier], Mapping[str, tuple[float, float]]] | None) -> Any:
    """Reads a section whose entries are judgements, or hold them under further ids."""

    def read(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
        words = words_of(dossier) if words_of else None
        told: dict[tuple[str, ...], dict[int, Told]] = {}
        for number, sheet in enumerate(sheets):
            for key, judged in _entries(getattr(sheet, section), ()):
                said = judged.value if words is None else resolve(judged, words, WHOLE_SIZE)
                told.setdefault(key, {})[number] = said
        yield from _units(section, told, len(sheets))

    return read


def _entries(value: Any, key: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if not isinstance(value, Mapping):
        yield key, value
        return
    for name, part in sorted(value.items()):
        yield from _entries(part, (*key, name))


def _cross_impact(dossier: Dossier, sheets: Sequence[Sheet]) -> Iterator[Unit]:
    """Where a sheet judges influences, what it leaves out is none."""
    for unit in _flat("cross_impact", size_words)(dossier, sheets):
        told = tuple(
            Range(0.0, 0.0) if said is None and sheet.cross_impact else said
            for said, sheet in zip(unit.told, sheets, strict=True)
        )
        yield Unit(unit.kind, unit.item, unit.about, told)


_Reader = Callable[[Dossier, Sequence[Sheet]], Iterator[Unit]]
_KINDS: Mapping[str, tuple[Level, _Reader]] = immutabledict(
    {
        "likelihood": ("range", _likelihoods),
        "size": ("range", _sizes),
        "unstated": ("range", _unstated),
        "weights": ("range", _weights),
        "priorities": ("ordinal", _priorities),
        "relations": ("nominal", _flat("relations", None)),
        "positions": ("nominal", _flat("positions", None)),
        "worth": ("range", _flat("worth", size_words)),
        "reservation_value": ("range", _flat("reservation_value", size_words)),
        "ties": ("range", _flat("ties", size_words)),
        "influence": ("range", _flat("influence", size_words)),
        "cross_impact": ("range", _cross_impact),
        "delay_cost": ("range", _flat("delay_cost", size_words)),
    }
)
"""Sections of a sheet: of what level their judgements are, and how they are read."""

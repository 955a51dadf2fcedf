"""Whether a sheet of judgements names only what its case has."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.known import Flaw, Known
from hiwar.dossier.locating import Path
from hiwar.dossier.naming import missing_id, wrong_options
from hiwar.dossier.sheet import Sheet

KEYS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "likelihood": (("effects", "links", "events", "moves"),),
    "size": (("effects",),),
    "unstated": (("tracks",), ("parties",)),
    "weights": (("parties",),),
    "priorities": (("parties",),),
    "relations": (("relations",),),
    "positions": (("parties",),),
    "worth": (("parties",),),
    "reservation_value": (("parties",),),
    "ties": (("ties",),),
    "influence": (("links",),),
    "cross_impact": (("events", "moves"),),
    "delay_cost": (("parties",), ("domains",)),
}
"""Section of a sheet, then the sections of the case in which its keys stand, level by level."""


def unknown_in_sheet(sheet: Sheet, known: Known) -> Iterator[Flaw]:
    """Keys and options of a sheet that its case does not have."""
    for section, levels in KEYS.items():
        yield from _keys((section,), getattr(sheet, section), levels, known)
    for section in ("positions", "worth"):
        for party, issues in getattr(sheet, section).items():
            for issue, options in issues.items():
                yield from _options((section, party, issue), issue, options, section, known)
    for party, weights in sheet.weights.items():
        yield from _lists(("weights", party, "order"), weights.order, "domains", known)
        yield from _keys(("weights", party, "values"), weights.values, (("domains",),), known)
    for party, priorities in sheet.priorities.items():
        yield from _lists(("priorities", party, "order"), priorities.order, "goals", known)
    yield from _cross_impact(sheet, known)


def _cross_impact(sheet: Sheet, known: Known) -> Iterator[Flaw]:
    for source, options in sheet.cross_impact.items():
        for option, targets in options.items():
            path: Path = ("cross_impact", source, option)
            yield from wrong_options(path, source, (option,), known, at_key=True)
            for target, struck in targets.items():
                here: Path = (*path, target)
                flaw = missing_id(here, target, ("events", "moves"), known, at_key=True)
                if flaw is not None:
                    yield flaw
                elif target == source:
                    yield Flaw(here, f'"{target}" has no influence on itself; leave it out', at_key=True)
                else:
                    for one in struck:
                        yield from wrong_options((*here, one), target, (one,), known, at_key=True)


def _keys(path: Path, entries: Any, levels: tuple[tuple[str, ...], ...], known: Known) -> Iterator[Flaw]:
    for key, inner in entries.items():
        flaw = missing_id((*path, key), key, levels[0], known, at_key=True)
        if flaw is not None:
            yield flaw
        elif len(levels) > 1:
            yield from _keys((*path, key), inner, levels[1:], known)


def _options(path: Path, issue: str, options: Any, section: str, known: Known) -> Iterator[Flaw]:
    if issue != "track" or section != "positions":
        flaw = missing_id(path, issue, ("issues",), known, at_key=True)
        if flaw is not None:
            yield flaw
            return
    for option in options:
        yield from wrong_options((*path, option), issue, (option,), known, at_key=True)


def _lists(path: Path, order: Any, section: str, known: Known) -> Iterator[Flaw]:
    seen: set[str] = set()
    for number, group in enumerate(order):
        for place, name in enumerate(group):
            here: Path = (*path, number, place)
            if name in seen:
                yield Flaw(here, f'"{name}" stands twice in this order')
            elif (flaw := missing_id(here, name, (section,), known)) is not None:
                yield flaw
            seen.add(name)

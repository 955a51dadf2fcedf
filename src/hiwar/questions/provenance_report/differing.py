"""Which verdicts differ between sheets, and because of which disagreement: judgements taken over one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, permutations
from math import comb
from typing import Any, Literal

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Finding, Firmness, Settings, Table, table_of
from hiwar.questions.provenance_report.seat import SeatView, seat_view
from hiwar.questions.provenance_report.units import Rows

SECTIONS = ("likelihood", "size", "unstated", "weights")
"""Sections of a sheet on which the comparison of courses rests."""
MOST_TRIED = 400
"""Pairs of judgements that are tried, over all verdicts that differ, where no single one turns a verdict."""

Entry = tuple[str, str]
"""Section and key of a judgement in a sheet."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Turn:
    """Judgements that turn the verdict of one sheet into that of another when it takes them over together."""

    judgements: tuple[str, ...]
    """``section:key`` of single judgements; or ids of items, all judgements on them."""
    by: Literal["judgements", "items"]
    """``judgements``: no fewer do. ``items``: none of them can be left out, though fewer others might do."""


def differing_tables(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Mapping[str, Table]:
    """The verdict of each sheet alone on every pair of courses, the verdicts that differ, and what turns them."""
    several = sheets if len(sheets) > 1 else ()
    views = [seat_view(dossier, [sheet], settings) for sheet in several]
    differing: Rows = []
    turns: Rows = []
    for a, b in permutations(range(len(several)), 2):
        pairs = _apart(views[a], views[b])
        found = _turns(dossier, several[a], several[b], settings, pairs, [views[a], views[b]]) if pairs else {}
        for pair in pairs:
            sides = (several[a].id, several[b].id)
            row = (*pair, sides[0], views[a].verdicts[pair], sides[1], views[b].verdicts[pair])
            trace = tuple(dict.fromkeys((*views[a].trace(*pair), *views[b].trace(*pair))))
            differing += [(row, trace)] if a < b else []
            turns += [((*pair, *sides, turn.by, turn.judgements), _trace(turn, several)) for turn in found[pair]]
    columns = ("first", "second", "sheet", "verdict", "other_sheet", "other_verdict")
    return {
        "differing": table_of(columns, differing),
        "turned_by": table_of(("first", "second", "sheet", "other_sheet", "by", "judgements"), turns),
    }


def differing_findings(tables: Mapping[str, Table], sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Each verdict that differs, and the disagreements that bring it about."""
    differing = tables["differing"]
    if len(sheets) > 1 and not differing.rows:
        yield Finding("provenance.verdicts_agree", {"sheets": tuple(sheet.id for sheet in sheets)}, Firmness.CERTAIN)
    for row, trace in zip(differing.records(), differing.traces, strict=True):
        sides = {"sheet": row["sheet"], "other_sheet": row["other_sheet"]}
        values = {"first": row["first"], "second": row["second"], **sides, "by_sheet": row["verdict"]}
        values["by_other"] = row["other_verdict"]
        yield Finding("provenance.verdict_differs", values, Firmness.CERTAIN, trace=trace)
        for taker, giver in ((row["sheet"], row["other_sheet"]), (row["other_sheet"], row["sheet"])):
            names = {"first": row["first"], "second": row["second"], "sheet": taker, "other_sheet": giver}
            yield from _turned(tables["turned_by"], names)


def _turned(turned_by: Table, names: Mapping[str, Any]) -> Iterator[Finding]:
    """What one sheet would have to take over from another; single judgements, any of which does, in one finding."""
    turns = [
        (turn, trace)
        for turn, trace in zip(turned_by.records(), turned_by.traces, strict=True)
        if all(turn[key] == value for key, value in names.items())
    ]
    singles = tuple(turn["judgements"][0] for turn, _ in turns if len(turn["judgements"]) == 1)
    if singles:
        trace = tuple(dict.fromkeys(item for turn, trace in turns for item in trace))
        values = {**names, "judgements": singles, "count": len(singles)}
        yield Finding("provenance.turned_by_one", values, Firmness.CERTAIN, trace=trace)
        return
    for turn, trace in turns:
        if turn["by"] == "judgements":
            values = {**names, "judgements": turn["judgements"]}
            yield Finding("provenance.turned_by_two", values, Firmness.CERTAIN, trace=trace)
        else:
            yield Finding("provenance.turned_by_items", {**names, "items": turn["judgements"]}, Firmness.CERTAIN,
                          trace=trace)  # fmt: skip


def _apart(first: SeatView, second: SeatView) -> list[Pair]:
    """Pairs of courses on which the sheets come to different verdicts."""
    courses = sorted({course.id for view in (first, second) for course in view.frame.courses})
    return [pair for pair in combinations(courses, 2) if first.verdicts.get(pair) != second.verdicts.get(pair)]


def _turns(
    dossier: Dossier, sheet: Sheet, other: Sheet, settings: Settings, pairs: Sequence[Pair], views: Sequence[SeatView]
) -> Mapping[Pair, list[Turn]]:
    """Per pair of courses what turns it: single judgements, else two, else a set of items that cannot be reduced."""

    @cache
    def taken(entries: frozenset[Entry]) -> SeatView:
        return seat_view(dossier, [taken_over(sheet, other, entries)], settings)

    def turning(sets: Iterable[frozenset[Entry]], pair: Pair) -> list[frozenset[Entry]]:
        return [entries for entries in sets if taken(entries).verdicts[pair] == views[1].verdicts[pair]]

    found: dict[Pair, list[Turn]] = {}
    for pair in pairs:
        apart = _differences(sheet, other, pair, views)
        fewest = turning((frozenset([entry]) for entry in apart), pair)
        if not fewest and comb(len(apart), 2) * len(pairs) <= MOST_TRIED:
            fewest = turning(map(frozenset, combinations(apart, 2)), pair)
        found[pair] = [Turn(tuple(sorted(map(_name, entries))), "judgements") for entries in fewest]
        if not fewest:
            found[pair] = [Turn(_irreducible(apart, taken, pair, views[1].verdicts[pair]), "items")]
    return immutabledict(found)


def _irreducible(
    apart: Sequence[Entry], taken: Callable[[frozenset[Entry]], SeatView], pair: Pair, goal: str
) -> tuple[str, ...]:
    """Items of which all judgements together turn the verdict, and none can be left out.

    From all items that differ, those go first that move the comparison least when taken over alone.
    """
    items = {key: frozenset(entry for entry in apart if entry[1] == key) for key in sorted({key for _, key in apart})}
    before = taken(frozenset()).middle(*pair)
    moved = {key: round(abs(taken(entries).middle(*pair) - before), 9) for key, entries in items.items()}
    kept = dict(items)
    for key in sorted(items, key=lambda key: (moved[key], key)):
        rest = frozenset(chain.from_iterable(entries for other, entries in kept.items() if other != key))
        if taken(rest).verdicts[pair] == goal:
            del kept[key]
    weights = {key for section, key in apart if section == "weights"}
    return tuple(f"weights:{key}" if key in weights else key for key in kept)


def _name(entry: Entry) -> str:
    return f"{entry[0]}:{entry[1]}"


def _differences(sheet: Sheet, other: Sheet, pair: Pair, views: Sequence[SeatView]) -> list[Entry]:
    """Judgements on which the comparison rests and of which the sheets say different things, or only one does."""
    rests_on = {item for view in views for item in view.trace(*pair)}
    return [
        (section, key)
        for section in SECTIONS
        for key in sorted({*getattr(sheet, section), *getattr(other, section)})
        if getattr(sheet, section).get(key) != getattr(other, section).get(key)
        and {f"{sheet.id}:{section}:{key}", f"{other.id}:{section}:{key}"} & rests_on
    ]


def taken_over(sheet: Sheet, other: Sheet, entries: frozenset[Entry]) -> Sheet:
    """A sheet that judges some things as another does; of what the other is silent, it is silent then too."""
    changed: dict[str, Any] = {}
    for section in sorted({section for section, _ in entries}):
        keys = {key for there, key in entries if there == section}
        kept = {key: judged for key, judged in getattr(sheet, section).items() if key not in keys}
        kept |= {key: judged for key, judged in getattr(other, section).items() if key in keys}
        changed[section] = immutabledict(kept)
    return sheet.model_copy(update=changed)


def _trace(turn: Turn, sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The judgements themselves in all sheets."""

    def is_named(section: str, key: str) -> bool:
        return f"{section}:{key}" in turn.judgements or key in turn.judgements

    return tuple(
        f"{sheet.id}:{section}:{key}"
        for sheet in sheets for section in SECTIONS for key in getattr(sheet, section) if is_named(section, key)
    )  # fmt: skip

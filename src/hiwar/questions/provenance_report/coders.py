"""How far the sheets agree, kind by kind, and where they have no value in common."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from hiwar.dossier.scales import Range
from hiwar.dossier.sheet import Sheet
from hiwar.methods.arrays import FloatArray
from hiwar.methods.rater_agreement import (
    RaterAgreement,
    alpha_of_ranges,
    krippendorff_alpha,
    share_of_overlaps,
)
from hiwar.questions.answer import Finding, Firmness, Settings, Table, table_of
from hiwar.questions.provenance_report.units import Rows, Told, Unit, level_of

RELIABLE = 0.8
TENTATIVE = 0.667
"""Krippendorff's advice (2019, ch. 12): rely on what reaches 0.8, draw tentative conclusions from 0.667 on."""
FEW = 5
"""Fewer judgements that both sheets make than this tell agreement from chance in name only: no range is given."""


def coder_tables(
    units: Mapping[str, tuple[Unit, ...]], sheets: Sequence[Sheet], settings: Settings
) -> Mapping[str, Table]:
    """Agreement per kind, and the units on which two sheets have no value in common."""
    several = len(sheets) > 1
    rows: Rows = [_agreement(kind, found, sheets, settings) for kind, found in units.items() if several]
    columns = ("kind", "level", "both", "one_only", "unknown", "state", "alpha", "low", "high", "overlap", "apart")
    return {
        "judgements": _judgements(units, sheets), "agreement": table_of(columns, rows), "apart": _apart(units, sheets)
    }  # fmt: skip


def coder_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """An agreement figure per kind of judgement, or why there is none."""
    found = tables["agreement"]
    for row, trace in zip(found.records(), found.traces, strict=True):
        if row["state"] == "told":
            values = {
                "judged_kind": row["kind"], "both": row["both"], "alpha": row["alpha"], "alpha_low": row["low"],
                "alpha_high": row["high"], "apart": row["apart"], "level": _level_of_agreement(row["alpha"]),
            }  # fmt: skip
            yield Finding("provenance.agreement", values, Firmness.POSSIBLE, trace=trace)
        elif row["state"] == "few":
            values = {"judged_kind": row["kind"], **{key: row[key] for key in ("both", "alpha", "apart")}}
            yield Finding("provenance.agreement_few", values, Firmness.CANNOT_BE_TOLD, trace=trace)
        elif row["state"] == "no_variation":
            values = {"judged_kind": row["kind"], "both": row["both"]}
            yield Finding("provenance.no_variation", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    kinds = tuple(row["kind"] for row in found.records() if row["state"] == "no_pairs")
    if kinds:
        yield Finding("provenance.no_pairs", {"kinds": kinds}, Firmness.CANNOT_BE_TOLD)


def _level_of_agreement(alpha: float) -> str:
    if alpha >= RELIABLE:
        return "reliable"
    return "tentative" if alpha >= TENTATIVE else "low" if alpha > 0 else "none"


def _agreement(
    kind: str, units: Sequence[Unit], sheets: Sequence[Sheet], settings: Settings
) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    known = [[told for told in unit.known if told is not None] for unit in units]
    both, one = (sum(len(told) > 1 for told in known), sum(len(told) == 1 for told in known))
    unknown = sum(sum(told is not None for told in unit.told) for unit in units) - sum(map(len, known))
    apart = sum(not _meet(a, b) for told in known for a, b in combinations(told, 2))
    low, high = _ends(units)
    found = _alpha(kind, low, high, settings)
    has_range = level_of(kind) == "range"
    overlap = share_of_overlaps(low, high) if both and has_range else None
    state = _state(both, found)
    alpha = found.alpha if state in ("told", "few") else None
    figures = (alpha, *((found.low, found.high) if state == "told" else (None, None)))
    values = (kind, level_of(kind), both, one, unknown, state, *figures, overlap, apart)
    return values, _references(units, sheets)


def _state(both: int, found: RaterAgreement) -> str:
    if not both:
        return "no_pairs"
    if np.isnan(found.alpha):
        return "no_variation"
    return "few" if both < FEW else "told"


def _references(units: Sequence[Unit], sheets: Sequence[Sheet]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            f"{sheet.id}:{unit.kind}:{unit.item}"
            for unit in units
            for sheet, told in zip(sheets, unit.told, strict=True)
            if told is not None and unit.item in getattr(sheet, unit.kind)
        )
    )


def _ends(units: Sequence[Unit]) -> tuple[FloatArray, FloatArray]:
    """(sheet, unit): ends of ranges; words of a kind as numbers that say nothing but which is which."""
    words = sorted({told for unit in units for told in unit.known if isinstance(told, str)})

    def end(told: Told, name: str) -> float:
        if isinstance(told, str):
            return float(words.index(told))
        return float("nan") if told is None else float(getattr(told, name))

    low, high = (
        np.array([[end(told, name) for told in unit.known] for unit in units], dtype=np.float64).T
        for name in ("low", "high")
    )
    return low, high


def _alpha(kind: str, low: FloatArray, high: FloatArray, settings: Settings) -> RaterAgreement:
    level = level_of(kind)
    if level == "range":
        return alpha_of_ranges(low, high, seed=settings.seed)
    return krippendorff_alpha(low, level, seed=settings.seed)


def _meet(first: Told, second: Told) -> bool:
    if isinstance(first, Range) and isinstance(second, Range):
        return first.low <= second.high and second.low <= first.high
    return first == second


def _judgements(units: Mapping[str, tuple[Unit, ...]], sheets: Sequence[Sheet]) -> Table:
    """Per sheet and kind: how many judgements, and of how many of them the sheet says that it does not know."""
    rows: Rows = []
    for number, sheet in enumerate(sheets):
        for kind, found in units.items():
            told = sum(unit.told[number] is not None for unit in found)
            known = sum(unit.known[number] is not None for unit in found)
            if told:
                rows.append(((sheet.id, kind, told, told - known), (sheet.id,)))
    return table_of(("sheet", "kind", "judgements", "unknown"), rows)


def _apart(units: Mapping[str, tuple[Unit, ...]], sheets: Sequence[Sheet]) -> Table:
    """Judgements on which two sheets have no value in common: both cannot be right."""
    rows: Rows = [
        (
            (unit.kind, unit.item, unit.about, sheets[a].id, *_cells(first), sheets[b].id, *_cells(second)),
            _references([unit], sheets),
        )
        for found in units.values()
        for unit in found
        for (a, first), (b, second) in combinations(enumerate(unit.known), 2)
        if first is not None and second is not None and not _meet(first, second)
    ]
    columns = (
        "kind", "item", "about", "sheet", "low", "high", "word", "other_sheet", "other_low", "other_high", "other_word",
    )  # fmt: skip
    return table_of(columns, rows)


def _cells(told: Told) -> tuple[float | None, float | None, str | None]:
    if isinstance(told, Range):
        return (told.low, told.high, told.word)
    return (None, None, told)

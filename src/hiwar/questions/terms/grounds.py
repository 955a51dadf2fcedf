"""Judgements of a sheet that have no reason."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.amounts import Judged
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet

_REASON = "because"


def judgements_without_reason(sheet: Sheet) -> tuple[str, ...]:
    """``sheet:section:id`` of judgements without a reason; a sheet that only repeats its source rests on that."""
    if sheet.standing == "source_only":
        return ()
    return tuple(
        f"{sheet.id}:{section}:{key}"
        for section in Sheet.model_fields
        if isinstance(getattr(sheet, section), Mapping) and section not in ("title", "notice")
        for key, entry in getattr(sheet, section).items()
        if not all(_reasons(entry))
    )


def _reasons(entry: Any) -> Iterator[bool]:
    """Whether each judgement inside an entry has a reason: its own, that of the record around it, or, among options of
    one variable, which are judged together, that of another."""
    if isinstance(entry, Record) and _REASON in type(entry).model_fields:
        yield getattr(entry, _REASON) is not None
    elif isinstance(entry, Record):
        yield from (one for name in type(entry).model_fields for one in _reasons(getattr(entry, name)))
    elif isinstance(entry, Mapping) and entry and all(isinstance(part, Judged) for part in entry.values()):
        yield any(part.because is not None for part in entry.values())
    elif isinstance(entry, Mapping):
        yield from (one for part in entry.values() for one in _reasons(part))
    elif isinstance(entry, tuple):
        yield from (one for part in entry for one in _reasons(part))

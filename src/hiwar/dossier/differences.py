"""What changed between two versions of a case or of a sheet, item by item and field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hiwar.dossier.model import SECTIONS, Dossier
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet


@dataclass(frozen=True)
class Change:
    """One thing that is new, gone or different."""

    section: str
    """Section of the case or of the sheet; the field itself for what has no section, such as ``title``."""
    id: str
    """The item, or the item that a judgement is about; empty where there is none."""
    kind: Literal["new", "gone", "changed"]
    field: str = ""
    """Path inside the item, such as ``options.joint_board.eases``; empty for the whole item."""
    old: Any = None
    """Plain data as JSON holds it; None when there was nothing."""
    new: Any = None


def changes_of_dossier(old: Dossier, new: Dossier) -> tuple[Change, ...]:
    """Differences of two versions of a case, by section in the order of the format, then by id and field.

    The order of items and of keys does not count; the order inside a list does. An item whose id changed is one
    gone and one new.
    """
    return _changes(old, new, frozenset(SECTIONS) | {"outcomes", "anchors"})


def changes_of_sheet(old: Sheet, new: Sheet) -> tuple[Change, ...]:
    """Differences of two versions of a sheet, by section in the order of the format, then by id and field."""
    keyed = frozenset(name for name in Sheet.model_fields if isinstance(getattr(new, name), Mapping))
    return _changes(old, new, keyed - {"title", "notice"})


def _changes(old: Record, new: Record, keyed: frozenset[str]) -> tuple[Change, ...]:
    before, after = _plain(old), _plain(new)
    found: list[Change] = []
    for section in type(old).model_fields:
        if section in keyed:
            first, second = before.get(section, {}), after.get(section, {})
            for key in sorted({*first, *second}):
                found += _of_item(section, key, first.get(key), second.get(key))
        else:
            found += _of_field(section, "", "", before.get(section), after.get(section))
    return tuple(found)


def _plain(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = record.model_dump(mode="json", exclude_defaults=True)
    return data


def _of_item(section: str, key: str, old: Any, new: Any) -> Iterator[Change]:
    if old is None:
        yield Change(section, key, "new", new=new)
    elif new is None:
        yield Change(section, key, "gone", old=old)
    else:
        yield from _of_field(section, key, "", old, new)


def _of_field(section: str, key: str, field: str, old: Any, new: Any) -> Iterator[Change]:
    """Go as deep as both sides have named parts, so that one changed word is one line."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted({*old, *new}):
            yield from _of_field(section, key, f"{field}.{name}" if field else name, old.get(name), new.get(name))
    elif _are_alike(old, new):
        for number, (first, second) in enumerate(zip(old, new, strict=True), start=1):
            yield from _of_field(section, key, f"{field}.{number}" if field else str(number), first, second)
    else:
        kind: Literal["new", "gone", "changed"] = "new" if old is None else "gone" if new is None else "changed"
        yield Change(section, key, kind, field, old, new)


def _are_alike(old: Any, new: Any) -> bool:
    """Lists of as many records: what changed is inside one of them."""
    if not (isinstance(old, list) and isinstance(new, list) and len(old) == len(new)):
        return False
    return all(isinstance(part, dict) for part in (*old, *new))

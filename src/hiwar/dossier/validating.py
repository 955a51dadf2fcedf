"""From a tree to records: whole if all is well, else every problem and as much of the rest as can still be checked."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from immutabledict import immutabledict
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hiwar.dossier.explain import errors_of, explained
from hiwar.dossier.locating import find
from hiwar.dossier.model import PARTS, SECTIONS, Dossier, items_of
from hiwar.dossier.problems import Place, Trouble, brief, printable
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet
from hiwar.dossier.tree import Node

R = TypeVar("R", bound=Record)
_ROUNDS = 4
_NAME = re.compile(r"[^\s:,/\[\]{}\"'#]{1,80}")
_STAND_INS: dict[str, Any] = {
    "hiwar": 1,
    "hiwar_judgements": 1,
    "title": "?",
    "seat": "?",
    "domains": {},
    "parties": {},
    "by": {"name": "?"},
    "id": "sheet",
}
"""What takes the place of a required entry that is missing or wrong, so that the rest can be checked."""


def validated_dossier(root: Node) -> tuple[Dossier | None, list[Trouble]]:
    """The dossier, without the items that cannot be read; and why they cannot."""
    return _validated(Dossier, root, {})


def validated_sheet(root: Node, name: str) -> tuple[Sheet | None, list[Trouble]]:
    """The sheet, without the judgements that cannot be read; and why they cannot."""
    if not _NAME.fullmatch(name):
        words = (
            f'"{brief(name)}" cannot name a sheet: give its file a name without blanks and without : , [ ] {{ }} " \' #'
        )
        return None, [root.trouble(words)]
    if "id" in root.entries:
        key, _ = root.entries["id"]
        return None, [key.trouble("a sheet has no id of its own: its name is the name of the file")]
    return _validated(Sheet, root, {"id": name})


def _validated(model: type[R], root: Node, more: dict[str, Any]) -> tuple[R | None, list[Trouble]]:
    if root.kind != "map":
        return None, [root.trouble("expected here: entries (key: value)")]
    data = {**root.plain(), **more}
    troubles: list[Trouble] | None = None
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data), troubles or []
        except ValidationError as error:
            errors = errors_of(error)
        if troubles is None and _numbers_become_text(errors, root):
            data = {**root.plain(), **more}
            continue
        if troubles is None:
            troubles = explained(errors, root, model)
        _prune(data, errors, model)
    return None, troubles or []


def _numbers_become_text(errors: Sequence[ErrorDetails], root: Node) -> bool:
    """Where text is wanted, ``2020`` and ``true`` are the text as written."""
    changed = False
    for error in errors:
        node, _ = find(root, error["loc"])
        if error["type"] == "string_type" and node.kind == "scalar" and isinstance(node.value, int | float):
            node.value = node.raw
            changed = True
    return changed


def _prune(data: dict[str, Any], errors: Sequence[ErrorDetails], model: type[Record]) -> None:
    """Take out what is wrong, as little as possible: an entry of an item, the item, or a whole section."""
    for path in dict.fromkeys(tuple(error["loc"][:3]) for error in errors):
        section = str(path[0]) if path else ""
        entries = data.get(section)
        field = model.model_fields.get(section)
        if isinstance(entries, dict) and len(path) > 1:
            if path[1] in entries:
                _prune_item(entries, path, has_fields=section in SECTIONS)
        elif field is not None and field.is_required():
            data[section] = _STAND_INS[section]
        else:
            data.pop(section, None)


def _prune_item(entries: dict[Any, Any], path: Sequence[str | int], *, has_fields: bool) -> None:
    item = entries[path[1]]
    if has_fields and isinstance(item, dict) and len(path) > 2 and path[2] in item:
        item = {key: part for key, part in item.items() if key != path[2]}
        entries[path[1]] = item
    else:
        del entries[path[1]]


def places_of(dossier: Dossier, root: Node) -> Iterator[tuple[str, Place]]:
    """Where every item of a case is written."""
    wholes = {
        (part, key): (section, item.id)
        for section, parts in PARTS.items()
        for item in getattr(dossier, section).values()
        for part in parts
        for key in getattr(item, part) or ()
    }
    for section, item in items_of(dossier):
        path = (*wholes.get((section, item.id), ()), section, item.id)
        node, key = find(root, path)
        at = key or node
        yield item.id, Place(printable(at.source.inside), at.line + 1)


def places_of_sheet(sheet: Sheet, root: Node) -> Iterator[tuple[str, Place]]:
    """Where every judgement is written, as ``sheet:section:id``."""
    for section in Sheet.model_fields:
        entries = getattr(sheet, section)
        for name in entries if isinstance(entries, immutabledict) and section in root.entries else ():
            node, key = find(root, (section, name))
            at = key or node
            yield f"{sheet.id}:{section}:{name}", Place(printable(at.source.inside), at.line + 1)

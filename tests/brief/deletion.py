"""A case without one of its blocks: a section is taken out, and with it whatever cannot stand without it."""

from collections.abc import Mapping
from typing import Any

from immutabledict import immutabledict
from pydantic import ValidationError

from hiwar.dossier.model import SECTIONS, Dossier, items_of
from hiwar.dossier.sheet import Sheet

_ABOUT = ("on", "when", "between", "leads_to", "owner", "by")


def without(dossier: Dossier, section: str) -> tuple[Dossier, frozenset[str]]:
    """The case without a section, and the ids of everything that went with it."""
    data = {name: _plain(getattr(dossier, name)) for name in Dossier.model_fields}
    before = {item.id for _, item in items_of(dossier)}
    data[section] = {}
    while True:
        _prune(data, before)
        try:
            bare = Dossier.model_validate(data)
        except ValidationError as error:
            for found in error.errors():
                place, item, *_ = found["loc"]
                data[str(place)].pop(item, None)
            continue
        return bare, frozenset(before - {item.id for _, item in items_of(bare)})


def without_judgements(sheet: Sheet, gone: frozenset[str]) -> Sheet:
    """The sheet without judgements on what is gone."""
    sections = {name: getattr(sheet, name) for name in Sheet.model_fields}
    kept = {name: _bare(one, gone) for name, one in sections.items() if isinstance(one, Mapping)}
    return sheet.model_copy(update=kept)


def _bare(value: Any, gone: frozenset[str]) -> Any:
    """Mappings without keys that are gone, at any depth; what is left empty goes too."""
    if not isinstance(value, Mapping):
        return value
    kept = {key: _bare(one, gone) for key, one in value.items() if key not in gone}
    return immutabledict({key: one for key, one in kept.items() if not (isinstance(one, Mapping) and not one)})


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if hasattr(value, "model_dump"):
        return value.model_dump(exclude_defaults=True)
    return value


def _prune(data: dict[str, Any], before: set[str]) -> None:
    """Drop what names something that is gone, until nothing does."""
    while gone := before - set(_ids(data)):
        size = len(str(data))
        for section in SECTIONS:
            for key in [key for key, item in data[section].items() if _names(item, gone) or _is_bare(item, gone)]:
                del data[section][key]
        data.update({section: _cut(data[section], gone) for section in SECTIONS})
        if len(str(data)) == size:
            return


def _ids(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return own + [key for one in value.values() for key in _ids(one)]
    return []


def _names(item: Mapping[str, Any], gone: set[str]) -> bool:
    """Whether a field of the item itself is one thing that is gone."""
    return any(isinstance(value, str) and value in gone for key, value in item.items() if key != "id")


def _is_bare(item: Mapping[str, Any], gone: set[str]) -> bool:
    """Whether nothing would be left of a field that says what the item is about."""
    return any(item.get(key) and not _cut(item[key], gone) for key in _ABOUT)


def _cut(value: Any, gone: set[str]) -> Any:
    """Lists and mappings without what is gone."""
    if isinstance(value, Mapping):
        return {key: _cut(one, gone) for key, one in value.items() if key not in gone}
    if isinstance(value, tuple | list):
        return tuple(_cut(one, gone) for one in value if not (isinstance(one, str) and one in gone))
    return value

"""Which item of a case points at which: what an item rests on, and what rests on it."""

import collections.abc
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from immutabledict import immutabledict
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from hiwar.dossier.model import SECTIONS, Dossier, items_of
from hiwar.dossier.records import Id, Item, Record
from hiwar.dossier.sheet import Sheet, SizeEntry

_ID_PATTERN = next(part.pattern for part in get_args(Id) if isinstance(part, StringConstraints))


@dataclass(frozen=True)
class Reference:
    """One item names another, in one of its fields."""

    origin: str
    """Id of the item that names; ``seat``, ``outcomes.success``, ``anchors.P.D`` for what is no item of its own."""
    target: str
    """Id of the item that is named."""
    field: str
    """Where: ``owner``, ``when``, ``options.joint_board.eases`` ..."""
    options: tuple[str, ...] = ()
    """Options of the target that a condition names; empty outside conditions."""


@dataclass(frozen=True)
class Reached:
    """An item reached from another along references."""

    id: str
    steps: int
    """1 for an item that is named, or names, directly."""
    through: str
    """The item one step nearer."""
    references: tuple[Reference, ...]
    """The references of that last step."""


@dataclass(frozen=True)
class References:
    """All references of a case, from either end."""

    all: tuple[Reference, ...]
    by_origin: Mapping[str, tuple[Reference, ...]]
    by_target: Mapping[str, tuple[Reference, ...]]

    def rests_on(self, item: str) -> tuple[Reached, ...]:
        """Everything that an item names, and what that names in turn; nearest first, then by id."""
        return _reached(item, self.by_origin, lambda reference: reference.target)

    def rested_on_by(self, item: str) -> tuple[Reached, ...]:
        """Everything that names an item, and what names that in turn; nearest first, then by id."""
        return _reached(item, self.by_target, lambda reference: reference.origin)


def references_of(dossier: Dossier) -> References:
    """Find every reference between items of a case, those inside conditions included.

    A reference is found by the type of the field (an id, or a condition) and not by its name, so a new field
    needs nothing here. A track rests on its needs, a variant on its track. Names that no item bears are left out.
    """
    known = frozenset(item.id for _, item in items_of(dossier))
    found = dict.fromkeys(reference for reference in _all_references(dossier) if reference.target in known)
    ordered = tuple(sorted(found, key=lambda reference: (reference.origin, reference.field, reference.target)))
    return References(
        all=ordered,
        by_origin=_grouped((reference.origin, reference) for reference in ordered),
        by_target=_grouped((reference.target, reference) for reference in ordered),
    )


def judgements_about(sheet: Sheet, item: str) -> tuple[tuple[str, str], ...]:
    """Section and key of every judgement of a sheet that is about an item or names it."""
    found: list[tuple[str, str]] = []
    for section, field in Sheet.model_fields.items():
        entries = getattr(sheet, section)
        if not isinstance(entries, immutabledict):
            continue
        inner = _value_type(field)
        for key, entry in entries.items():
            if key == item or any(reference.target == item for reference in _walk(key, section, inner, entry)):
                found.append((section, key))
    return tuple(found)


def _all_references(dossier: Dossier) -> Iterator[Reference]:
    for _, item in items_of(dossier):
        yield from _of_record(item.id, "", item)
    for track in dossier.tracks.values():
        yield from (Reference(track.id, need, "needs") for need in track.needs)
        yield from (Reference(variant, track.id, "variant of") for variant in track.variants)
    for name, field in Dossier.model_fields.items():
        value = getattr(dossier, name)
        if name in SECTIONS:
            continue
        if isinstance(value, Mapping):
            for key, part in value.items():
                yield from _of_entry(name, str(key), _value_type(field), part)
        else:
            yield from _walk(name, name, _typed(field), value)


def _of_entry(section: str, key: str, kind: Any, value: Any) -> Iterator[Reference]:
    """References of what is written once per party and domain (anchors), or once (outcomes)."""
    if isinstance(value, Mapping):
        for inner, part in value.items():
            origin = f"{section}.{key}.{inner}"
            yield from (Reference(origin, target, section) for target in (key, str(inner)))
            yield from _walk(origin, "", _mapping_types(kind)[1], part)
    else:
        yield from _walk(f"{section}.{key}", "", kind, value)


def _of_record(origin: str, field: str, record: Record) -> Iterator[Reference]:
    for name, info in type(record).model_fields.items():
        is_own_id = name == "id" and isinstance(record, Item)
        is_item_of_its_own = name in ("needs", "variants")
        if not is_own_id and not is_item_of_its_own:
            yield from _walk(origin, f"{field}.{name}" if field else name, _typed(info), getattr(record, name))


def _walk(origin: str, field: str, kind: Any, value: Any) -> Iterator[Reference]:
    """References inside one value, led by its declared type."""
    if isinstance(value, SizeEntry):
        yield from (Reference(origin, key, field) for key in value.keys)
    if isinstance(value, Record):
        yield from _of_record(origin, field, value)
    elif isinstance(value, str):
        if _may_be_id(kind):
            yield Reference(origin, value, field)
    elif isinstance(value, Mapping):
        yield from _walk_mapping(origin, field, kind, value)
    elif isinstance(value, tuple):
        inner = _element_type(kind)
        for part in value:
            yield from _walk(origin, field, inner, part)


def _walk_mapping(origin: str, field: str, kind: Any, value: Mapping[str, Any]) -> Iterator[Reference]:
    key_type, value_type = _mapping_types(kind)
    for key, part in value.items():
        if isinstance(part, Item):
            yield from _of_record(origin, f"{field}.{key}", part)
        elif _may_be_id(key_type):
            options = part if isinstance(part, tuple) and all(isinstance(one, str) for one in part) else ()
            if key == "track":
                yield from (Reference(origin, track, field) for track in options)
            else:
                yield Reference(origin, key, field, options)
                yield from _walk(origin, field, value_type, part)
        else:
            yield from _walk(origin, f"{field}.{key}", value_type, part)


def _typed(info: FieldInfo) -> Any:
    """The declared type of a field with its constraints; pydantic keeps the two apart."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _value_type(info: FieldInfo) -> Any:
    return _mapping_types(_typed(info))[1]


def _alternatives(kind: Any) -> Iterator[Any]:
    """The types that a value may have, each without wrappers that say nothing about ids."""
    if get_origin(kind) is Annotated and not _is_id(kind):
        yield from _alternatives(get_args(kind)[0])
    elif get_origin(kind) in (Union, UnionType):
        for part in get_args(kind):
            yield from _alternatives(part)
    else:
        yield kind


def _is_id(kind: Any) -> bool:
    if get_origin(kind) is not Annotated:
        return False
    inner, *constraints = get_args(kind)
    marks = (part.pattern for part in constraints if isinstance(part, StringConstraints))
    return inner is str and _ID_PATTERN in marks


def _may_be_id(kind: Any) -> bool:
    return any(_is_id(part) for part in _alternatives(kind))


def _mapping_types(kind: Any) -> tuple[Any, Any]:
    """Types of keys and values."""
    found = (get_args(part) for part in _alternatives(kind) if get_origin(part) is collections.abc.Mapping)
    key, value = next(found, (Any, Any))
    return key, value


def _element_type(kind: Any) -> Any:
    found = (get_args(part)[0] for part in _alternatives(kind) if get_origin(part) is tuple)
    return next(found, Any)


def _grouped(pairs: Iterable[tuple[str, Reference]]) -> Mapping[str, tuple[Reference, ...]]:
    groups: defaultdict[str, list[Reference]] = defaultdict(list)
    for key, reference in pairs:
        groups[key].append(reference)
    return immutabledict({key: tuple(group) for key, group in groups.items()})


def _reached(
    start: str, edges: Mapping[str, tuple[Reference, ...]], end: Callable[[Reference], str]
) -> tuple[Reached, ...]:
    """Breadth first, so that each item comes with the shortest way to it; loops end by themselves."""
    found: dict[str, Reached] = {}
    queue = deque([(start, 0)])
    while queue:
        here, steps = queue.popleft()
        following: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in edges.get(here, ()):
            following[end(reference)].append(reference)
        for key in sorted(following):
            if key != start and key not in found:
                found[key] = Reached(key, steps + 1, here, tuple(following[key]))
                queue.append((key, steps + 1))
    return tuple(sorted(found.values(), key=lambda reached: (reached.steps, reached.id)))

"""Which item of a case points at which: what an item rests on, and what rests on it."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from immutabledict import immutabledict

from hiwar.dossier.model import PARTS, Dossier, items_of
from hiwar.dossier.naming import mentions
from hiwar.dossier.records import Record
from hiwar.dossier.sheet import Sheet, SizeEntry

_INNER = frozenset(part for parts in PARTS.values() for part in parts)


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

    A track rests on its needs, a variant on its track, a plan on its parts. Names that no item bears are left out.
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
    sections = ((name, getattr(sheet, name)) for name in Sheet.model_fields)
    return tuple(
        (section, key)
        for section, entries in sections
        if isinstance(entries, Mapping)
        for key, entry in entries.items()
        if key == item or item in _names_in(entry)
    )


def _all_references(dossier: Dossier) -> Iterator[Reference]:
    for _, item in items_of(dossier):
        yield from _of_record(item.id, item)
    for track in dossier.tracks.values():
        yield from (Reference(track.id, need, "needs") for need in track.needs)
        yield from (Reference(variant, track.id, "variant of") for variant in track.variants)
    for plan in dossier.plans.values():
        yield from (Reference(plan.id, key, part) for part in PARTS["plans"] for key in getattr(plan, part) or ())
    yield Reference("seat", dossier.seat, "seat")
    for name, outcome in dossier.outcomes.items():
        yield from _of_record(f"outcomes.{name}", outcome)
    for party, domains in dossier.anchors.items():
        for domain, anchor in domains.items():
            origin = f"anchors.{party}.{domain}"
            yield from (Reference(origin, target, "anchors") for target in (party, domain))
            yield from _of_record(origin, anchor)


def _of_record(origin: str, record: Record) -> Iterator[Reference]:
    for path, named, _, is_key in mentions(record, ()):
        if path[0] in _INNER:
            continue  # these are items of their own
        steps = path[:-1] if is_key else path
        field = ".".join(str(step) for step in steps if not isinstance(step, int))
        if isinstance(named, Mapping):
            yield from _of_condition(origin, field, named)
        else:
            yield Reference(origin, str(named), field)


def _of_condition(origin: str, field: str, when: Mapping[str, tuple[str, ...]]) -> Iterator[Reference]:
    for variable, options in when.items():
        if variable == "track":
            yield from (Reference(origin, track, field) for track in options)
        else:
            yield Reference(origin, variable, field, options)


def _names_in(entry: Any) -> Iterator[str]:
    """Keys and orders inside an entry of a sheet; values and reasons name nothing."""
    if isinstance(entry, SizeEntry):
        yield from entry.keys
    elif isinstance(entry, Record):
        for name in type(entry).model_fields:
            if name != "because":
                yield from _names_in(getattr(entry, name))
    elif isinstance(entry, Mapping):
        for key, part in entry.items():
            yield key
            yield from _names_in(part)
    elif isinstance(entry, tuple):
        for part in entry:
            yield from (part,) if isinstance(part, str) else _names_in(part)


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

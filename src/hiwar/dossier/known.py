"""Which ids a case has, taken from what is written, so that an item that cannot be read is still known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from immutabledict import immutabledict

from hiwar.dossier.locating import Path, find
from hiwar.dossier.model import PARTS, SECTIONS
from hiwar.dossier.tree import Node
from hiwar.dossier.variables import OCCURS

VARIABLES = ("events", "issues", "moves")
"""Sections whose items have options."""
RESERVED = frozenset({"track", "value", "range", "mode", "when", "because"})
"""Words with a meaning of their own in conditions and sheets; they cannot be ids."""
ONE: Mapping[str, str] = immutabledict(
    {
        "sources": "a source",
        "domains": "a domain",
        "parties": "a party",
        "empty_roles": "an empty role",
        "places": "a place",
        "goals": "a goal",
        "relations": "a relation",
        "events": "an event",
        "moves": "a move",
        "issues": "an issue",
        "tracks": "a track",
        "effects": "an effect",
        "links": "a link",
        "rules": "a rule",
        "positions": "a position",
        "ties": "a tie",
        "capabilities": "a capability",
        "delegations": "a delegation",
        "acts": "an act",
        "agreements": "an agreement",
        "routes": "a route",
        "calendar": "an entry of the calendar",
        "terms": "a term",
        "questions": "a question",
        "claims": "a claim",
        "attributes": "an attribute",
        "comparators": "a comparator",
        "precedents": "a precedent",
        "means": "a means",
        "steps": "a step",
        "environment": "a factor of the environment",
        "plans": "a plan",
        "needs": "a need of a track",
        "variants": "a variant of a track",
        "consulted": "a consultation of a plan",
        "assumptions": "an assumption of a plan",
        "success_conditions": "a success condition of a plan",
        "tasks": "a task of a plan",
        "uses": "a use that a plan speaks of",
        "measures": "a measure of a plan",
        "fallbacks": "a fallback of a plan",
        "pressures": "a pressure scenario of a plan",
    }
)
"""What an item of a section is called in a message."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong at a path of the records; it becomes a problem once its place is found."""

    path: Path
    message: str
    word: str = ""
    known: tuple[str, ...] = ()
    at_key: bool = False
    """The key is wrong, not its value."""
    is_error: bool = True


@dataclass(frozen=True)
class Known:
    """Ids by section, and options by variable."""

    section_of: Mapping[str, str]
    """Id to the section it stands in (parts of tracks and plans, such as needs, have sections of their own)."""
    ids: Mapping[str, tuple[str, ...]]
    """Section to its ids."""
    options: Mapping[str, tuple[str, ...]]
    """Variable (``track`` included) to its options; a variable whose options cannot be read is left out."""

    unreadable: frozenset[str] = frozenset()
    """Sections whose ids cannot be told, because something else is wrong with them."""

    def any_of(self, sections: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of several sections."""
        return tuple(name for section in sections for name in self.ids.get(section, ()))


def known_in(root: Node) -> tuple[Known, list[Flaw]]:
    """Collect the ids of a case; the same id for two things is a flaw, wherever they stand."""
    first: dict[str, Path] = {}
    flaws: list[Flaw] = []
    ids: dict[str, list[str]] = {}
    for section, path in _all_ids(root):
        name = str(path[-1])
        ids.setdefault(section, []).append(name)
        if name in RESERVED:
            flaws.append(Flaw(path, f'"{name}" has a meaning of its own and cannot be an id', at_key=True))
        elif name in first:
            flaws.append(Flaw(path, _used_twice(name, first[name], root), at_key=True))
        first.setdefault(name, path)
    options, found = _options(root)
    kept = immutabledict({section: tuple(names) for section, names in ids.items()})
    sections = immutabledict({name: _section(path) for name, path in first.items()})
    unreadable = frozenset(name for name in SECTIONS if name in root.entries and _is_wrong(root.entries[name][1]))
    tracks = {} if "tracks" in unreadable else {"track": kept.get("tracks", ())}
    return Known(sections, kept, immutabledict({**tracks, **options}), unreadable), [*flaws, *found]


def _is_wrong(section: Node) -> bool:
    return section.kind == "list" or (section.kind == "scalar" and section.value is not None)


def _used_twice(name: str, first: Path, root: Node) -> str:
    node, key = find(root, first)
    at = key or node
    where = f"{ONE[_section(first)]} has it already ({at.source.inside}, line {at.line + 1})"
    return f'the id "{name}" is used twice: {where}'


def _section(path: Path) -> str:
    return str(path[-2])


def _entries(node: Node, name: str) -> Mapping[str, tuple[Node, Node]]:
    return node.entries[name][1].entries if name in node.entries else immutabledict()


def _all_ids(root: Node) -> Iterator[tuple[str, Path]]:
    for section in SECTIONS:
        for name, (_, item) in _entries(root, section).items():
            yield section, (section, name)
            for inner in PARTS.get(section, ()):
                yield from ((inner, (section, name, inner, part)) for part in _entries(item, inner))


def _options(root: Node) -> tuple[dict[str, tuple[str, ...]], list[Flaw]]:
    """Options of every variable as written, and option ids that cannot be told from other words of a sheet."""
    found: dict[str, tuple[str, ...]] = {}
    flaws: list[Flaw] = []
    for section in VARIABLES:
        for name, (_, item) in _entries(root, section).items():
            written = item.entries["options"][1] if "options" in item.entries else None
            if written is None or (written.kind == "scalar" and written.value is None):
                found[name] = OCCURS
            elif written.kind == "map":
                found[name] = tuple(written.entries)
            elif written.kind == "list" and all(part.kind == "scalar" for part in written.items):
                found[name] = tuple(part.raw for part in written.items)
            for option in sorted(RESERVED.intersection(found.get(name, ()))):
                path = (section, name, "options", option)
                flaws.append(Flaw(path, f'"{option}" has a meaning of its own and cannot be an option'))
    return found, flaws

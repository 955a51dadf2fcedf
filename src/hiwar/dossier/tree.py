"""YAML text to a tree in which every key and value knows its place; refuses what would explode."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from immutabledict import immutabledict
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from hiwar.dossier.limits import MAX_DEPTH, MAX_NODES
from hiwar.dossier.problems import SourceText, Trouble, brief
from hiwar.dossier.scalars import NotFiniteError, Scalar, resolve_plain
from hiwar.dossier.syntax import syntax_trouble

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""The C parser where PyYAML was built with it; the same events otherwise, only slower."""


_NO_ENTRIES: Mapping[str, Any] = immutabledict()


@dataclass(slots=True, eq=False)
class Node:
    """A value as written: a mapping (``entries``), a list (``items``) or a single value (``value``)."""

    source: SourceText
    line: int
    """From 0."""
    column: int
    start: int
    """Where the value begins in the text, in characters."""
    end: int = 0
    end_line: int = 0
    kind: str = "scalar"
    """``map``, ``list`` or ``scalar``."""
    value: Scalar = None
    raw: str = ""
    """A single value as written, without quotes."""
    style: str = ""
    """Quoting of a single value; ``flow`` or ``block`` of a mapping or list."""
    entries: Mapping[str, tuple["Node", "Node"]] = _NO_ENTRIES
    """Key to (key as written, value)."""
    items: Sequence["Node"] = ()
    size: int = 1
    """Values below and including this one, aliases expanded."""
    height: int = 1
    """Levels of values below and including this one."""
    is_shared: bool = False
    """It carries an anchor, or stands here by an alias."""

    def plain(self) -> Any:
        """The value without places."""
        if self.kind == "map":
            return {key: value.plain() for key, (_, value) in self.entries.items()}
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return self.value

    def trouble(self, message: str, **more: Any) -> Trouble:
        """A problem that stands at this value."""
        return Trouble(self.source, self.line, self.column, message, **more)


@dataclass
class Budget:
    """Values that may still be read, over all files of a case."""

    nodes: int = MAX_NODES


@dataclass
class _Open:
    """A mapping or list that is still being read."""

    node: Node
    anchor: str | None = None
    key: Node | None = None
    """The key whose value comes next."""
    entries: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


class _RefusedError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble


def read_tree(source: SourceText, budget: Budget) -> tuple[Node | None, list[Trouble]]:
    """Read one file into a tree; also whatever is wrong with it as YAML.

    The tree is none when the file is empty or cannot be read on. Aliases share one node; their expansion is
    counted, and refused beyond the budget, before anything walks it.
    """
    composer = _Composer(source, budget)
    try:
        for event in _events(source):
            composer.take(event)
    except _RefusedError as refusal:
        return None, [*composer.troubles, refusal.trouble]
    except yaml.YAMLError as error:
        return None, [*composer.troubles, syntax_trouble(source, error)]
    return composer.root, composer.troubles


def _events(source: SourceText) -> Iterator[Any]:
    parser = _PARSER(source.text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


class _Composer:
    """Builds nodes from events with its own stack, so that depth is checked before it can hurt."""

    def __init__(self, source: SourceText, budget: Budget) -> None:
        self.source = source
        self.budget = budget
        self.root: Node | None = None
        self.troubles: list[Trouble] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.has_document = False

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        if isinstance(event, ScalarEvent):
            self._close(self._scalar(event), event.anchor)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._end(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            if self.has_document:
                raise _RefusedError(
                    self._at(event, "a second YAML document begins here (---); one file holds one document")
                )
            self.has_document = True

    def _at(self, event: Any, message: str, **more: Any) -> Trouble:
        return Trouble(self.source, event.start_mark.line, event.start_mark.column, message, **more)

    def _node(self, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        node = Node(self.source, start.line, start.column, start.index, end.index, end.line)
        node.is_shared = getattr(event, "anchor", None) is not None
        self._spend(event, 1)
        return node

    def _spend(self, event: Any, nodes: int) -> None:
        self.budget.nodes -= nodes
        if self.budget.nodes < 0:
            raise _RefusedError(
                self._at(event, f"the case holds more than {MAX_NODES:,} values (aliases counted in full); not read on")
            )

    def _scalar(self, event: Any) -> Node:
        node = self._node(event)
        node.raw, node.style = event.value, event.style or ""
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            self.troubles.append(self._at(event, f'the tag "{brief(event.tag)}" is not used in a case; leave it out'))
        is_plain = event.implicit[0] and not node.style
        try:
            node.value = resolve_plain(event.value) if is_plain else event.value
        except NotFiniteError:
            self.troubles.append(self._at(event, f'"{brief(event.value)}" is not a number that a case can hold'))
        return node

    def _open(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise _RefusedError(
                self._at(event, f"more than {MAX_DEPTH} levels of lists and mappings inside each other")
            )
        node = self._node(event)
        node.kind = "map" if isinstance(event, MappingStartEvent) else "list"
        node.style = "flow" if event.flow_style else "block"
        if event.tag not in (None, "!"):
            self.troubles.append(self._at(event, f'the tag "{brief(event.tag)}" is not used in a case; leave it out'))
        if event.anchor:
            self.anchors[event.anchor] = None
        self.open.append(_Open(node, event.anchor))

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        done.node.entries, done.node.items = done.entries, done.items
        done.node.end, done.node.end_line = event.end_mark.index, event.end_mark.line
        self._close(done.node, done.anchor)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _RefusedError(
                self._at(event, f'nothing is named by "&{event.anchor}"; put text that begins with * in quotes')
            )
        target = self.anchors[event.anchor]
        if target is None:
            raise _RefusedError(self._at(event, f'"*{event.anchor}" stands inside what it repeats, without end'))
        if len(self.open) + target.height > MAX_DEPTH:
            raise _RefusedError(
                self._at(event, f"more than {MAX_DEPTH} levels of lists and mappings inside each other")
            )
        self._spend(event, target.size)
        self._close(target, None)

    def _close(self, node: Node, anchor: str | None) -> None:
        """Hand a finished value to the mapping or list it stands in."""
        if anchor:
            self.anchors[anchor] = node
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.node.size += node.size
        parent.node.height = max(parent.node.height, node.height + 1)
        if parent.node.kind == "list":
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._enter(parent.entries, parent.key, node)
            parent.key = None

    def _enter(self, entries: dict[str, tuple[Node, Node]], key: Node, value: Node) -> None:
        if key.kind != "scalar":
            self.troubles.append(key.trouble("a key must be one word, not a list or a mapping"))
            return
        name = key.raw
        if name == "<<" and not key.style:
            self.troubles.append(key.trouble('"<<" (merge) is not part of YAML 1.2; write the entries out'))
        elif name in entries:
            first = entries[name][0].line + 1
            self.troubles.append(key.trouble(f'the key "{brief(name)}" is given twice; the first is on line {first}'))
        else:
            entries[name] = (key, value)

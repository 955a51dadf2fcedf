"""The files of a case put together: parts of the dossier into one tree, sheets each by itself."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hiwar.dossier.model import SECTIONS, Dossier
from hiwar.dossier.problems import SourceText, Trouble, brief, nearest
from hiwar.dossier.tree import Budget, Node, read_tree

VERSION = 1
DOSSIER_KEY = "hiwar"
SHEET_KEY = "hiwar_judgements"
_BEGINS_AS_SHEET = re.compile(rf"^{SHEET_KEY}\s*:", re.MULTILINE)
"""Tells a sheet that cannot be read from a part of the dossier that cannot be read."""
_MERGED: dict[str, int] = {**dict.fromkeys(SECTIONS, 1), "outcomes": 1, "anchors": 2, "scales": 2}
"""Top-level keys whose entries may be spread over files, and how many levels deep they are put together."""


@dataclass
class Parts:
    """What the files of a case hold."""

    dossier: Node | None = None
    """All parts in one mapping."""
    dossier_files: int = 0
    sheets: dict[str, Node] = field(default_factory=dict)
    """Sheet by its name (file name without ending)."""
    sheet_files: dict[str, SourceText] = field(default_factory=dict)
    """All sheets there are, read or not."""
    troubles: list[Trouble] = field(default_factory=list)
    titled: list[SourceText] = field(default_factory=list)
    """Files that give the title of a case."""


def sheet_name(source: SourceText) -> str:
    """Name of a sheet: its file's name without the ending."""
    return PurePosixPath(source.inside.replace("\\", "/")).stem


def read_parts(texts: list[SourceText], budget: Budget) -> Parts:
    """Read the files of a case and sort them into parts of the dossier and sheets."""
    parts = Parts()
    for source in texts:
        tree, troubles = read_tree(source, budget)
        kind = _kind(tree)
        parts.troubles += troubles
        if tree is None:
            if _BEGINS_AS_SHEET.search(source.text):
                parts.sheet_files.setdefault(sheet_name(source), source)
            elif not troubles:
                parts.troubles.append(Trouble(source, 0, 0, "the file is empty", is_error=False))
        elif kind == SHEET_KEY:
            _add_sheet(parts, source, tree)
        elif kind == DOSSIER_KEY:
            parts.dossier_files += 1
            parts.titled += [source] if "title" in tree.entries else []
            parts.dossier = tree if parts.dossier is None else _merged(parts.dossier, tree, parts.troubles)
        else:
            parts.troubles.append(_neither(source, tree))
    return parts


def several_cases(parts: Parts) -> tuple[str, ...]:
    """Files, in different folders, that each give a title: each is a case of its own; none where it is one case."""
    places = [PurePosixPath(source.inside.replace("\\", "/")) for source in parts.titled]
    return tuple(map(str, places)) if len({place.parent for place in places}) > 1 else ()


def _kind(tree: Node | None) -> str | None:
    if tree is None or tree.kind != "map":
        return None
    return next((key for key in (SHEET_KEY, DOSSIER_KEY) if key in tree.entries), None)


def _add_sheet(parts: Parts, source: SourceText, tree: Node) -> None:
    name = sheet_name(source)
    if name in parts.sheet_files:
        other = parts.sheet_files[name].file
        parts.troubles.append(tree.trouble(f'a sheet named "{brief(name)}" is there twice; the other is {other}'))
        return
    parts.sheet_files[name] = source
    parts.sheets[name] = tree


def _neither(source: SourceText, tree: Node) -> Trouble:
    """The file does not say what it is: an error if it looks like a part of the case, else a remark."""
    if tree.kind != "map":
        return tree.trouble(
            "a file of a case is a mapping that begins with `hiwar: 1` or `hiwar_judgements: 1`; not read",
            is_error=False,
        )
    sheet_like = {"likelihood", "size", "weights", "by"} & set(tree.entries)
    for key, (place, _) in tree.entries.items():
        if nearest(key, (DOSSIER_KEY, SHEET_KEY)):
            return place.trouble(f'"{brief(key)}" is not known', word=key, known=(DOSSIER_KEY, SHEET_KEY))
    looks_like_a_part = sheet_like or set(tree.entries) & set(Dossier.model_fields)
    wanted = f"`{SHEET_KEY}: {VERSION}`" if sheet_like else f"`{DOSSIER_KEY}: {VERSION}`"
    message = f"the line {wanted} is missing at the top of this file"
    return Trouble(
        source, 0, 0, message if looks_like_a_part else message + "; it is not read", is_error=bool(looks_like_a_part)
    )


def _merged(left: Node, right: Node, troubles: list[Trouble]) -> Node:
    """Two parts in one mapping; the first keeps its place."""
    entries = dict(left.entries)
    for name, (key, value) in right.entries.items():
        if name == DOSSIER_KEY and value.value == VERSION:
            continue
        if name in entries:
            first_key, first = entries[name]
            levels = _MERGED.get(name, 0)
            entries[name] = (first_key, _joined(name, (first_key, first), (key, value), levels, troubles))
        else:
            entries[name] = (key, value)
    return _mapping(left, entries)


def _mapping(place: Node, entries: dict[str, tuple[Node, Node]]) -> Node:
    """A mapping that stands where another does."""
    return Node(place.source, place.line, place.column, place.start, kind="map", entries=entries)


def _joined(
    name: str, first: tuple[Node, Node], second: tuple[Node, Node], levels: int, troubles: list[Trouble]
) -> Node:
    """Entries of the same key in two files; below ``levels`` a key may be given only once."""
    left, right = first[1], second[1]
    if levels and right.kind == "scalar" and right.value is None:
        return left
    if levels and left.kind == "scalar" and left.value is None:
        return right
    if not levels or left.kind != "map" or right.kind != "map":
        where = f"{first[0].source.inside}, line {first[0].line + 1}"
        troubles.append(second[0].trouble(f'"{brief(name)}" is given twice; the first is in {where}'))
        return left
    entries = dict(left.entries)
    for key, pair in right.entries.items():
        kept = entries.get(key)
        entries[key] = pair if kept is None else (kept[0], _joined(key, kept, pair, levels - 1, troubles))
    return _mapping(left, entries)

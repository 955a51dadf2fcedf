"""Where in a text a value must be changed, and into what, so that nothing else moves."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hiwar.dossier.problems import LINE_BREAK
from hiwar.dossier.scalars import NotFiniteError, resolve_plain
from hiwar.dossier.tree import Node

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/-]*[\w.)])?|[0-9][\w-]*(?: [\w-]+)*")
"""Text that needs no quotes wherever it stands: letters, digits, blanks and a few harmless signs."""
Keys = tuple[str | int, ...]


class UneditableError(Exception):
    """The change would touch more than one line, or something that is repeated elsewhere."""


@dataclass(frozen=True)
class Edit:
    """Replace ``text[start:end]``; ``keys`` and ``value`` say what then reads differently."""

    start: int
    end: int
    text: str
    keys: Keys
    value: Any


def edit_for(root: Node, text: str, keys: Keys, value: Any) -> Edit:
    """The smallest change that sets a value.

    Raises
    ------
    UneditableError
        If the value spans several lines, carries an anchor, or stands where no entry can be added.
    """
    if not keys:
        raise UneditableError("no key is given")
    node, key = root, None
    for depth, step in enumerate(keys):
        if node.is_shared:
            raise UneditableError("this value is repeated elsewhere by & and *; change it by hand")
        following = _child(node, step)
        if following is None:
            return _addition(root, text, node, key, keys, depth, value)
        key, node = following
    if node.kind == "map" and "value" in node.entries and not isinstance(value, Mapping):
        key, node = node.entries["value"]
        keys = (*keys, "value")
    return _replacement(text, node, key, keys, value)


def _child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if node.kind == "map" and step in node.entries:
        return node.entries[str(step)]
    if node.kind == "list" and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None


def _replacement(text: str, node: Node, key: Node | None, keys: Keys, value: Any) -> Edit:
    if node.is_shared:
        raise UneditableError("this value is repeated elsewhere by & and *; change it by hand")
    if node.kind == "scalar" and node.start == node.end:
        at = _after_colon(text, key)
        return Edit(at, at, f" {written(value)}", keys, value)
    is_block = node.style in ("block", "|", ">")
    if is_block or LINE_BREAK.search(text, node.start, node.end):
        raise UneditableError("the present value spans several lines; change it by hand")
    return Edit(node.start, node.end, written(value, node.style), keys, value)


def _after_colon(text: str, key: Node | None) -> int:
    """Where a value goes that is empty so far: after the colon of its key."""
    if key is None or (colon := re.compile(r"\s*:").match(text, key.end)) is None:
        raise UneditableError("there is no key here to write a value behind; change it by hand")
    return colon.end()


def _addition(root: Node, text: str, node: Node, key: Node | None, keys: Keys, depth: int, value: Any) -> Edit:
    """Add an entry to a mapping, or below a key that has nothing yet."""
    rest = keys[depth:]
    if any(not isinstance(step, str) for step in rest):
        raise UneditableError("this list has no such entry")
    nested = value
    for step in reversed(rest[1:]):
        nested = {step: nested}
    if node.kind == "map" and node.style == "flow":
        at = max((part.end for _, part in node.entries.values()), default=node.start + 1)
        at = max(
            at, max((_key_end(text, one) for one, part in node.entries.values() if part.start == part.end), default=0)
        )
        comma = ", " if node.entries else ""
        return Edit(at, at, f"{comma}{written(rest[0])}: {written(nested)}", keys, value)
    if node.kind == "map":
        return _new_line(text, _last_line_end(text, node), _column(node), rest, nested, keys, value)
    if node.kind == "scalar" and node.value is None and key is not None and node.start == node.end:
        indent = _indent(root, text, key)
        return _new_line(text, _line_end(text, key.end), indent, rest, nested, keys, value)
    raise UneditableError("entries cannot be added here; change it by hand")


def _key_end(text: str, key: Node) -> int:
    colon = re.compile(r"\s*:").match(text, key.end)
    return colon.end() if colon else key.end


def _column(node: Node) -> int:
    return next(iter(node.entries.values()))[0].column


def _indent(root: Node, text: str, key: Node) -> int:
    """Indentation below a key: two more than the key, or as much as the file's first nested entry has."""
    line_start = max(text.rfind(sign, 0, key.start) for sign in "\n\r\x85\u2028\u2029") + 1
    if text[line_start : key.start].strip():
        raise UneditableError("entries cannot be added inside brackets here; change it by hand")
    nested = (
        _column(part) - _column(root) for _, part in root.entries.values() if part.style == "block" and part.entries
    )
    return key.column + next((step for step in nested if step > 0), 2)


def _last_line_end(text: str, node: Node) -> int:
    """End of the line on which the last entry of a block ends."""
    key, last = list(node.entries.values())[-1]
    while last.kind != "scalar" and last.style == "block" and not last.is_shared:
        if last.items:
            last = last.items[-1]
        else:
            key, last = list(last.entries.values())[-1]
    if last.style in ("|", ">"):
        return last.start + len(text[last.start : last.end].rstrip())
    return _line_end(text, max(last.end, key.end) if not last.is_shared else key.end)


def _line_end(text: str, start: int) -> int:
    found = LINE_BREAK.search(text, start)
    return found.start() if found else len(text)


def _new_line(text: str, at: int, indent: int, rest: Keys, nested: Any, keys: Keys, value: Any) -> Edit:
    """A new line (two, when a whole section is new) behind the line that ends at ``at``."""
    used = LINE_BREAK.search(text)
    newline = used.group() if used else "\n"
    blanks = " " * indent
    line = f"{newline}{blanks}{written(rest[0])}:"
    if indent == 0 and len(rest) > 1 and isinstance(nested, Mapping):
        (inner, content), *_ = nested.items()
        line += f"{newline}  {written(inner)}: {written(content)}"
    else:
        line += f" {written(nested)}"
    return Edit(at, at, line, keys, value)


def written(value: Any, style: str = "") -> str:
    """A value on one line of YAML; text is quoted where it must be, or as it was before (``style``)."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written(str(key))}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(written(part) for part in value) + "]"
    if isinstance(value, str):
        return _text(value, style)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float):
        return json.dumps(value, allow_nan=False)
    raise UneditableError(f"a {type(value).__name__} cannot be written into a case")


def _text(value: str, style: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UneditableError("the text holds half a character (a lone surrogate)") from error
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _PLAIN.fullmatch(value) and value.isprintable() and _reads_as_text(value):
        return value
    return '"' + "".join(_escaped(char) for char in value) + '"'


def _reads_as_text(value: str) -> bool:
    try:
        return resolve_plain(value) == value and isinstance(resolve_plain(value), str)
    except NotFiniteError:
        return False


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable() or char in "\u200c\u200d":
        return char
    return (
        f"\\x{ord(char):02x}"
        if ord(char) < 256
        else f"\\u{ord(char):04x}"
        if ord(char) < 65536
        else f"\\U{ord(char):08x}"
    )

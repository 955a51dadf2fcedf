"""Reading values of a YAML tree one by one: what is wrong is kept with its place, and reading goes on."""

from collections.abc import Collection, Mapping
from pathlib import Path

from hiwar.dossier.explain import found
from hiwar.dossier.files import RefusalError, WrongEncodingError, decoded, read_regular
from hiwar.dossier.limits import MAX_FILE_BYTES
from hiwar.dossier.problems import CaseError, Problem, SourceText, Trouble, brief, printable
from hiwar.dossier.tree import Node

Entries = Mapping[str, tuple[Node, Node]]
"""Key to (key as written, value)."""


def source_text(path: str | Path) -> SourceText:
    """The text of a file, within the limits for files of strangers.

    Raises
    ------
    CaseError
        If it cannot be read, is too large or is not UTF-8.
    """
    shown = printable(str(path))
    try:
        text = decoded(read_regular(Path(path).resolve(), MAX_FILE_BYTES))
    except WrongEncodingError as wrong:
        raise CaseError([Problem(shown, wrong.line, wrong.column, str(wrong))]) from None
    except RefusalError as refusal:
        raise CaseError([Problem(shown, 0, 0, str(refusal))]) from None
    return SourceText.of(shown, Path(path).name, text)


def entries_of(node: Node, known: Collection[str] | None, troubles: list[Trouble]) -> Entries:
    """The entries of a mapping; keys that cannot stand there are told and left out."""
    if node.kind != "map":
        troubles.append(node.trouble(f"expected here: entries (key: value); found {found(node)}"))
        return {}
    if known is None:
        return node.entries
    for name, (key, _) in node.entries.items():
        if name not in known:
            message = f'"{brief(name)}" is not a key that can stand here'
            troubles.append(key.trouble(message, word=name, known=known))
    return {name: entry for name, entry in node.entries.items() if name in known}


def check_version(root: Node, entries: Entries, mark: str, version: int, missing: str, troubles: list[Trouble]) -> None:
    """What kind of file it is and in which version: its ``mark``, or else what is ``missing``."""
    if mark not in entries:
        troubles.append(root.trouble(missing))
        return
    written = entries[mark][1]
    if written.value != version or isinstance(written.value, bool):
        message = f"this is version {found(written)} of the format; this program reads version {version}"
        troubles.append(written.trouble(message))


def items_of(node: Node, troubles: list[Trouble]) -> tuple[Node, ...]:
    """The values of a list."""
    if node.kind != "list":
        troubles.append(node.trouble(f"expected here: a list; found {found(node)}"))
        return ()
    return tuple(node.items)


def text_of(node: Node, troubles: list[Trouble]) -> str:
    """A text as written, without blanks around it; empty if there is none."""
    text = node.raw.strip() if node.kind == "scalar" else ""
    if not text:
        troubles.append(node.trouble(f"expected here: text; found {found(node)}"))
    return text


def number_of(node: Node, troubles: list[Trouble]) -> float:
    """A number; 0 where there is none, with its trouble."""
    if node.kind != "scalar" or isinstance(node.value, bool) or not isinstance(node.value, int | float):
        troubles.append(node.trouble(f"expected here: a number; found {found(node)}"))
        return 0.0
    try:
        return float(node.value)
    except OverflowError:
        troubles.append(node.trouble(f"{found(node)} is too large a number"))
        return 0.0


def whole_number_of(node: Node, troubles: list[Trouble]) -> int:
    """A whole number of at least 0."""
    if node.kind == "scalar" and isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 0:
        return node.value
    troubles.append(node.trouble(f"expected here: a whole number; found {found(node)}"))
    return 0


def flag_of(node: Node, troubles: list[Trouble]) -> bool:
    """True or false, also written yes or no."""
    if isinstance(node.value, bool):
        return node.value
    if node.raw in ("yes", "no"):
        return node.raw == "yes"
    troubles.append(node.trouble(f"expected here: true or false; found {found(node)}"))
    return False

"""One judgement changed by changing one line: comments, order, quoting and line endings stay as they are."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hiwar.dossier.editing import Edit, UneditableError, edit_for
from hiwar.dossier.files import RefusalError, decoded, read_regular
from hiwar.dossier.limits import MAX_FILE_BYTES
from hiwar.dossier.problems import SourceText
from hiwar.dossier.tree import Budget, Node, read_tree


class WriteError(Exception):
    """The file was not changed, for the reason given in words."""


def file_digest(path: str | Path) -> str:
    """Fingerprint of a file as it is now: SHA-256 of its bytes. Hand it back when writing."""
    return hashlib.sha256(_read(Path(path))).hexdigest()


def set_value(path: str | Path, keys: Sequence[str | int], value: Any, *, expected_digest: str) -> str:
    """Set one value of a dossier or sheet file and give the file's new fingerprint.

    Parameters
    ----------
    path : str or Path
        The file; a link is followed and its target is changed.
    keys : sequence of str or int
        Way to the value: ``("likelihood", "strike")``. Where the file has a judgement with its reason
        (``{value: likely, because: ...}``) and a bare one is given, only ``value`` is changed.
        An entry or a section that is not there yet is added.
    value : object
        Text, number, true or false, None, or lists and mappings of these.
    expected_digest : str
        Fingerprint of the file when it was read (``file_digest``).

    Raises
    ------
    WriteError
        If the file has changed since, cannot be read as YAML, or the value cannot be changed in one line.
        The file is then as it was.

    Notes
    -----
    The new text is read back before it is written: it must differ in this value only. It is written to a
    temporary file in the same folder, flushed to the disk and put in place in one step.
    """
    target = Path(path).resolve()
    data = _read(target)
    if hashlib.sha256(data).hexdigest() != expected_digest:
        raise WriteError(f"{path} has changed since it was read; read it again before changing it")
    try:
        text = decoded(data)
        mark = data[: len(data) - len(text.encode())]
        changed = _changed(str(path), text, tuple(keys), value)
    except (RefusalError, UneditableError) as error:
        raise WriteError(f"{path}: {error}") from error
    new = mark + changed.encode()
    _replace(target, data, new)
    return hashlib.sha256(new).hexdigest()


def _read(path: Path) -> bytes:
    try:
        return read_regular(path.resolve(), MAX_FILE_BYTES)
    except RefusalError as error:
        raise WriteError(f"{path}: {error}") from error


def _changed(name: str, text: str, keys: tuple[str | int, ...], value: Any) -> str:
    root = _tree(name, text)
    edit = edit_for(root, text, keys, value)
    new = text[: edit.start] + edit.text + text[edit.end :]
    if _tree(name, new).plain() != _wanted(root.plain(), edit):
        raise UneditableError("this value cannot be changed in one line; change it by hand")
    return new


def _tree(name: str, text: str) -> Node:
    tree, troubles = read_tree(SourceText.of(name, name, text), Budget())
    if troubles:
        raise UneditableError(str(troubles[0].as_problem()))
    if tree is None or tree.kind != "map":
        raise UneditableError("the file holds no entries (key: value)")
    return tree


def _wanted(plain: Any, edit: Edit) -> Any:
    """The content as it must read after the change."""
    here = plain
    *way, last = edit.keys
    for key in way:
        if isinstance(here, dict) and here.get(key) is None:
            here[key] = {}
        here = here[key]
    here[last] = as_written(edit.value)
    return plain


def as_written(value: Any) -> Any:
    """A value as reading gives it back: tuples are lists, keys are text."""
    if isinstance(value, dict):
        return {str(key): as_written(part) for key, part in value.items()}
    return [as_written(part) for part in value] if isinstance(value, list | tuple) else value


def _replace(path: Path, old: bytes, new: bytes) -> None:
    """Put new bytes in the place of a file in one step; whoever reads it sees the old or the new file, whole."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode & 0o7777)
        if _read(path) != old:
            raise WriteError(f"{path} has changed while it was being written; read it again before changing it")
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

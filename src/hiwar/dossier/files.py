"""Which files of a case may be read, and their text: never outside the folder, never more than the limits."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from hiwar.dossier.limits import MAX_CASE_BYTES, MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_DEPTH, MAX_FOLDER_ENTRIES
from hiwar.dossier.problems import Problem, SourceText, brief, printable

_ENDINGS = (".yaml", ".yml")
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class RefusalError(Exception):
    """A file or folder is not read, for the reason given in words."""


@dataclass
class CaseFiles:
    """The YAML files of one case, read within the limits, and what was refused."""

    shown_root: str
    """The case as the user typed it; shown in messages."""
    root: Path
    """The folder outside of which nothing is read."""
    texts: list[SourceText] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    bytes_read: int = 0

    def refuse(self, inside: str, message: str, line: int = 0, column: int = 0) -> None:
        """Keep a refusal as a problem of that file."""
        self.problems.append(Problem(self.shown(inside), line, column, message))

    def shown(self, inside: str) -> str:
        """The path of a file as the user would type it."""
        return printable(str(Path(self.shown_root) / inside) if inside else self.shown_root)

    def read(self, inside: str) -> None:
        """Read one file of the case, or keep the reason why not."""
        try:
            data = read_inside(self.root, inside, MAX_FILE_BYTES)
            self.bytes_read += len(data)
            if self.bytes_read > MAX_CASE_BYTES:
                raise RefusalError(
                    f"the case's files are larger than {_megabytes(MAX_CASE_BYTES)} together; not read on"
                )
            self.texts.append(SourceText.of(self.shown(inside), inside, decoded(data)))
        except WrongEncodingError as wrong:
            self.refuse(inside, str(wrong), wrong.line, wrong.column)
        except RefusalError as refusal:
            self.refuse(inside, str(refusal))

    def read_all(self, folder: str) -> None:
        """Read every YAML file below a folder of the case, if there is such a folder."""
        if not (self.root / folder).is_dir():
            return
        try:
            found = find_yaml_files(self.root, folder)
        except RefusalError as refusal:
            self.refuse(folder, str(refusal))
            return
        for inside in found:
            if self.bytes_read <= MAX_CASE_BYTES:
                self.read(inside)


class WrongEncodingError(RefusalError):
    """The file is not UTF-8; ``line`` and ``column`` (from 1) say where that shows, 0 for the whole file."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def find_yaml_files(root: Path, folder: str = "") -> list[str]:
    """Paths, inside a case's folder, of its YAML files, sorted; hidden files and folders are left out.

    Raises
    ------
    RefusalError
        If the folder cannot be listed, or holds too much to be a case.
    """
    found: list[str] = []
    for seen, (inside, is_folder) in enumerate(_entries(root, PurePosixPath(folder), 0)):
        if seen > MAX_FOLDER_ENTRIES:
            raise RefusalError(f"the folder holds more than {MAX_FOLDER_ENTRIES:,} files; is it the folder of a case?")
        if not is_folder and inside.suffix.lower() in _ENDINGS:
            found.append(str(inside))
        if len(found) > MAX_FILES:
            raise RefusalError(f"the folder holds more than {MAX_FILES:,} YAML files; is it the folder of a case?")
    return sorted(found)


def _entries(root: Path, inside: PurePosixPath, depth: int) -> Iterator[tuple[PurePosixPath, bool]]:
    """Everything below a folder, and whether it is a folder itself; links to folders are not followed."""
    if depth > MAX_FOLDER_DEPTH:
        raise RefusalError(f"folders inside each other more than {MAX_FOLDER_DEPTH} deep")
    try:
        with os.scandir(root / inside) as listing:
            entries = [entry for entry in listing if not entry.name.startswith(".")]
    except OSError as error:
        raise RefusalError(f"the folder cannot be listed: {_reason(error)}") from error
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        yield inside / entry.name, is_folder
        if is_folder:
            yield from _entries(root, inside / entry.name, depth + 1)


def resolve_inside(root: Path, inside: str) -> Path:
    """The real path of a file that a case names, if it stays in the case's folder.

    Raises
    ------
    RefusalError
        For absolute paths, ``..``, and links that leave the folder.
    """
    steps = PurePosixPath(inside.replace("\\", "/"))
    if steps.is_absolute() or PureWindowsPath(inside).drive or ".." in steps.parts or "\0" in inside:
        raise RefusalError("only files inside the case's folder are read: give a path from that folder, without ..")
    try:
        real_root = root.resolve(strict=True)
        real = (real_root / steps).resolve(strict=True)
    except FileNotFoundError as error:
        raise RefusalError("there is no such file") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise RefusalError(f"the path cannot be followed: {_reason(error)}") from error
    if not real.is_relative_to(real_root):
        raise RefusalError("this is a link that leaves the case's folder; it is not followed")
    return real


def read_inside(root: Path, inside: str, limit: int) -> bytes:
    """The bytes of a file in the case's folder.

    Raises
    ------
    RefusalError
        If it leaves the folder, is no ordinary file, or is larger than ``limit`` bytes.
    """
    return read_regular(resolve_inside(root, inside), limit)


def read_regular(path: Path, limit: int) -> bytes:
    """The bytes of an ordinary file; pipes, devices and files above ``limit`` are refused before they are read."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise RefusalError("this is not an ordinary file; it is not read")
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise RefusalError(f"the file cannot be read: {_reason(error)}") from error
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise RefusalError("this is not an ordinary file; it is not read")
        if about.st_size > limit:
            raise RefusalError(f"the file is {_megabytes(about.st_size)} large; at most {_megabytes(limit)} are read")
        data = file.read(limit + 1)
    if len(data) > limit:
        raise RefusalError(f"the file is larger than {_megabytes(limit)}")
    return data


def decoded(data: bytes) -> str:
    """The text of a YAML file, which must be UTF-8; a byte order mark of UTF-8 is dropped.

    Raises
    ------
    WrongEncodingError
        In words, with the first place that is not UTF-8.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise WrongEncodingError(f"the file is saved as {name}; save it as UTF-8")
    if b"\0" in data[:4]:
        raise WrongEncodingError("the file is not text in UTF-8 (it holds zero bytes); save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "ignore")) + 1
        byte = f"byte 0x{data[error.start]:02X} at this place"
        message = f"the file is not UTF-8 ({byte}; perhaps it is Windows-1256 or Latin-1); save it as UTF-8"
        raise WrongEncodingError(message, line, column) from error


def _megabytes(size: int) -> str:
    return f"{size / 1024**2:.0f} MB"


def _reason(error: Exception) -> str:
    return brief(error.strerror if isinstance(error, OSError) and error.strerror else error)

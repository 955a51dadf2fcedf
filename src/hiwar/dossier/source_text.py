"""The text of a source document, page by page; read in a process of its own, so that a hostile document harms nothing.

The process gets the document as its input, never its path, and writes JSON: a list of pages. It has limits of time
and memory, and does not look for modules in the present folder (``-P``), which may be a stranger's.
"""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

from hiwar.dossier.limits import (
    MAX_SOURCE_CHARACTERS,
    MAX_SOURCE_MEMORY_BYTES,
    MAX_SOURCE_PAGES,
    MAX_SOURCE_SECONDS,
    MAX_SOURCE_UNPACKED_BYTES,
)

KINDS = {".pdf": "pdf", ".docx": "docx", ".txt": "txt"}
"""Ending of a file to the way its text is read."""


class UnreadableSourceError(Exception):
    """The text of a document cannot be had, for the reason given in words."""


def pages_of(data: bytes, kind: str) -> tuple[str, ...]:
    """Text of a document's pages; a document without pages (DOCX, TXT) is one.

    Raises
    ------
    UnreadableSourceError
        If it cannot be read, is too large once unpacked, or takes too long.
    """
    if kind == "txt":
        return (_decoded(data),)
    command = [sys.executable, "-P", "-c", _CHILD, kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MAX_SOURCE_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadableSourceError(f"reading it takes longer than {MAX_SOURCE_SECONDS} seconds") from error
    if done.returncode == _REFUSED:
        raise UnreadableSourceError(done.stderr.decode("utf-8", "replace").strip())
    if done.returncode != 0:
        raise UnreadableSourceError(f"it cannot be read as {kind.upper()}")
    return tuple(json.loads(done.stdout))


_REFUSED = 3
_CHILD = "from hiwar.dossier.source_text import main; raise SystemExit(main())"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSourceError("the text is not UTF-8") from error


def _pdf_pages(data: bytes) -> Iterator[str]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    if len(document) > MAX_SOURCE_PAGES:
        raise UnreadableSourceError(f"it has more than {MAX_SOURCE_PAGES} pages")
    for page in document:
        yield page.get_textpage().get_text_bounded()


def _docx_pages(data: bytes) -> Iterator[str]:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_SOURCE_UNPACKED_BYTES:
            raise UnreadableSourceError("it is too large once unpacked")
    document = docx.Document(io.BytesIO(data))
    notes = [
        part for part in document.part.package.iter_parts() if part.partname.endswith(("footnotes.xml", "endnotes.xml"))
    ]
    bodies: list[Any] = [document.element.body, *(parse_xml(part.blob) for part in notes)]
    paragraphs = (paragraph for body in bodies for paragraph in body.iter(qn("w:p")))
    yield "\n".join("".join(text.text or "" for text in paragraph.iter(qn("w:t"))) for paragraph in paragraphs)


def _bounded(pages: Iterator[str]) -> list[str]:
    found: list[str] = []
    left = MAX_SOURCE_CHARACTERS
    for page in pages:
        left -= len(page)
        if left < 0:
            raise UnreadableSourceError(f"it holds more than {MAX_SOURCE_CHARACTERS:,} characters")
        found.append(page.encode("utf-8", "replace").decode())
    return found


def _limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of the caller still holds.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_SOURCE_MEMORY_BYTES, MAX_SOURCE_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read a document from the input and write its pages."""
    _limit_this_process()
    data = sys.stdin.buffer.read()
    try:
        pages = _bounded(_pdf_pages(data) if sys.argv[1] == "pdf" else _docx_pages(data))
    except UnreadableSourceError as error:
        sys.stderr.write(str(error))
        return _REFUSED
    json.dump(pages, sys.stdout)
    return 0

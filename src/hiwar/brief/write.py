"""A case in, a file with the brief out."""

import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from hiwar.brief.blocks import Answers
from hiwar.brief.compose import compose
from hiwar.brief.document import Document
from hiwar.brief.page import as_json, html
from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions import DEFAULTS, QUESTIONS, Answer, Settings

Progress = Callable[[str, int, int], None]
"""Told what is being worked on, and how many of how many steps are done."""


def write_brief(
    dossier: Dossier,
    sheets: Sequence[Sheet],
    path: str | Path,
    *,
    settings: Settings = DEFAULTS,
    language: str = "en",
    progress: Progress | None = None,
) -> Path:
    """Answer every question and write the brief: one HTML file, or JSON where the path ends in ``.json``.

    The file appears whole or not at all; the same case, sheets and settings give the same bytes.

    Parameters
    ----------
    progress : callable, optional
        Called with the name of each step, how many are done, and how many there are.

    Returns
    -------
    Path
        Where the brief was written.

    Raises
    ------
    CannotAnswer
        If a question cannot be computed on this case.
    OSError
        If the file cannot be written.
    """
    return save(brief_of(dossier, sheets, settings=settings, language=language, progress=progress), path)


def brief_of(
    dossier: Dossier,
    sheets: Sequence[Sheet],
    *,
    settings: Settings = DEFAULTS,
    language: str = "en",
    made_on: date | None = None,
    progress: Progress | None = None,
) -> Document:
    """Answer every question and compose the brief, without writing it; errors as in `write_brief`."""
    answers = answers_of(dossier, sheets, settings=settings, progress=progress)
    return compose(dossier, sheets, answers, language=language, made_on=made_on)


def answers_of(
    dossier: Dossier, sheets: Sequence[Sheet], *, settings: Settings = DEFAULTS, progress: Progress | None = None
) -> Answers:
    """Answer every question once, for briefs in any number of languages and forms; errors as in `write_brief`."""
    report = progress or _silent
    answers: dict[str, Answer] = {}
    for done, (question, answer) in enumerate(QUESTIONS.items()):
        report(question, done, len(QUESTIONS))
        answers[question] = answer(dossier, sheets, settings)
    report("", len(QUESTIONS), len(QUESTIONS))
    return answers


def save(document: Document, path: str | Path, *, template: Path | None = None) -> Path:
    """Write a brief in the format that the path's ending names; it appears whole or not at all.

    ``.pdf`` gives pages to print and keep, ``.docx`` a Word document, on ``template`` or on one of our own, ``.xlsx``
    every table in a workbook, ``.json`` gives JSON, all else an HTML page.
    """
    target = Path(path)
    write_whole(target, _bytes(document, target.suffix.lower(), template))
    return target


def _bytes(document: Document, suffix: str, template: Path | None) -> bytes:
    if suffix == ".docx":
        from hiwar.brief.word import docx

        return docx(document, template)
    if suffix == ".pdf":
        from hiwar.brief.pdf import pdf

        return pdf(document)
    if suffix == ".xlsx":
        from hiwar.brief.export import workbook

        return workbook(document)
    return (as_json(document) if suffix == ".json" else html(document)).encode("utf-8")


def _silent(step: str, done: int, steps: int) -> None:
    """Nobody wants to know."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and move into its place, so that a reader never finds half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_mask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The permissions that new files do not get here."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""The command ``brief``: the main job, from a case to the document that a decision-maker reads."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from hiwar.cli.answers import answering, notices_of
from hiwar.cli.arguments import one_of, packages_of, read, say_sheets_left_out
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.terminal import progress, show, show_data, waiting, words
from hiwar.dossier.reading import Case
from hiwar.questions.answer import Settings

if TYPE_CHECKING:
    from hiwar.brief.document import Document, Part


def brief(
    case: Path,
    sheets: Sequence[str] | None,
    packages: Sequence[str] | None,
    out: Path | None,
    language: str,
    settings: Settings,
    *,
    as_json: bool,
) -> None:
    """Write the brief of a case, or print it as JSON, and sum it up."""
    target = out or (None if as_json else Path(f"{case_name(case)}-brief.html"))
    if target is not None:
        _must_be_writable(target, as_json=as_json)
    with waiting("Reading the case"):
        found = read(case, sheets)
    understood = packages_of(packages, found.dossier)
    for move in settings.moves:
        one_of(move, found.dossier.moves, "move")
    say_sheets_left_out(found)
    document = _composed(found, language, replace(settings, packages=understood))
    from hiwar.brief import as_json as json_of

    if target is None:
        show_data(json_of(document))
        return
    with waiting(f"Writing {target}"):
        _save(document, target)
    show(words(f"wrote {target}", "green"), *(words(notice, "italic") for notice in notices_of(found)))
    for line in summary(document):
        show(words(line))


def _save(document: "Document", target: Path) -> None:
    from hiwar.brief import save

    try:
        save(document, target)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise Refused(f"cannot write {target}: {reason}") from None


def case_name(case: Path) -> str:
    """What a case is called by its place: the folder, or the file without its ending."""
    place = case.resolve()
    return place.name if place.is_dir() else place.parent.name if place.stem == "dossier" else place.stem


def summary(document: "Document") -> list[str]:
    """Three lines: the verdict, the first reason, the first thing that is not known."""
    minute = next(part for part in document.parts if part.anchor == "minute")
    parts = {part.anchor: part for part in minute.parts}
    lines = _first_statement(minute)
    for anchor in ("minute-why", "minute-unknown"):
        if anchor in parts:
            lines += [f"{parts[anchor].title}: {line}" for line in _first_statement(parts[anchor])]
    return lines


def _first_statement(part: "Part") -> list[str]:
    statements = (item.text for block in part.blocks if block.kind == "statements" for item in block.items)
    return list(statements)[:1]


def _composed(found: Case, language: str, settings: Settings) -> "Document":
    try:
        from hiwar.brief import brief_of, languages
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        raise Refused(f"the brief needs {error.name}; install it with: pip install 'hiwar[brief]'") from None
    one_of(language, languages(), "language")
    with progress("Computing") as report, answering():
        return brief_of(found.dossier, found.sheets, settings=settings, language=language, progress=report)


def _must_be_writable(target: Path, *, as_json: bool) -> None:
    """Say before the computing that the output cannot be written, not after it."""
    if target.is_dir():
        raise Refused(f'"{target}" is a folder; name a file in it, such as {target / "brief.html"}', WRONG_USAGE)
    if not target.parent.is_dir():
        raise Refused(f'there is no folder "{target.parent}" to write {target.name} into', WRONG_USAGE)
    if as_json and target.suffix != ".json":
        raise Refused(f"with --json the file must end in .json, such as {target.with_suffix('.json')}", WRONG_USAGE)

"""The command ``brief``: the main job, from a case to the document that a decision-maker reads."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hiwar.cli.answers import answering, notices_of
from hiwar.cli.arguments import one_of, packages_of, read, say_sheets_left_out
from hiwar.cli.brief_targets import Target, Wanted, lacking, languages_of, targets_of, with_brief
from hiwar.cli.failures import WRONG_USAGE, Refused, reason_of
from hiwar.cli.terminal import progress, show, show_data, words
from hiwar.dossier.reading import Case
from hiwar.questions.answer import Settings

if TYPE_CHECKING:
    from hiwar.brief import Answers
    from hiwar.brief.document import Document, Part


def brief(
    case: Path, sheets: Sequence[str] | None, packages: Sequence[str] | None, wanted: Wanted, settings: Settings
) -> None:
    """Write the brief of a case in every form asked for, or print it as JSON, and sum it up."""
    made_on = _day(wanted.dated)
    languages = languages_of(wanted)
    targets = tuple(targets_of(case, wanted, languages))
    found = read(case, sheets)
    understood = packages_of(packages, found.dossier)
    for move in settings.moves:
        one_of(move, found.dossier.moves, "move")
    say_sheets_left_out(found)
    answers = _answered(found, replace(settings, packages=understood))
    documents = _composed(found, answers, languages, made_on)
    if not targets:
        show_data(_as_json(_form(documents[languages[0]], is_short=wanted.is_short)))
        return
    _write(targets, documents, wanted.template)
    for target in targets:
        show(words(f"wrote {target.path}", "green"))
    show(*(words(notice, "italic") for notice in notices_of(found)))
    for line in summary(documents[languages[0]]):
        show(words(line))


def _day(said: str) -> date | None:
    """The day that the document carries: today (or what SOURCE_DATE_EPOCH says), a given day, or none."""
    if said == "none":
        return None
    if said == "today":
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now().astimezone()
        return now.date()
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(f'"{said}" is no day; write it as 2020-06-01, or say today or none', WRONG_USAGE) from None


def _write(targets: Sequence[Target], documents: "Mapping[str, Document]", template: Path | None) -> None:
    with progress("Writing") as report:
        for done, target in enumerate(targets):
            report(target.path.name, done, len(targets))
            document = _form(documents[target.language], is_short=target.is_short)
            try:
                _save(document, target.path, template if target.path.suffix == ".docx" else None)
            except OSError as error:
                raise Refused(f"cannot write {target.path}: {reason_of(error)}") from None
            except ModuleNotFoundError as error:
                raise lacking(error) from None


def _save(document: "Document", path: Path, template: Path | None) -> None:
    from hiwar.brief import save

    if template is None:
        save(document, path)
        return
    from hiwar.brief.word import TemplateError

    try:
        save(document, path, template=template)
    except TemplateError as error:
        raise Refused(str(error)) from None


def _form(document: "Document", *, is_short: bool) -> "Document":
    from hiwar.brief import short

    return short(document) if is_short else document


def _as_json(document: "Document") -> str:
    from hiwar.brief import as_json

    return as_json(document)


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
    """The first sentence of a part, without the marks that keep pieces of another direction together in documents."""
    from hiwar.brief.isolate import plain

    statements = (item.text for block in part.blocks if block.kind == "statements" for item in block.items)
    return [plain(text) for text in statements][:1]


def _answered(found: Case, settings: Settings) -> "Answers":
    def answers() -> "Answers":
        from hiwar.brief import answers_of

        with progress("Computing") as report, answering():
            return answers_of(found.dossier, found.sheets, settings=settings, progress=report)

    return with_brief(answers)


def _composed(
    found: Case, answers: "Answers", languages: Sequence[str], made_on: date | None
) -> "Mapping[str, Document]":
    from hiwar.brief import compose

    return {
        language: compose(found.dossier, found.sheets, answers, language=language, made_on=made_on)
        for language in languages
    }

"""The command ``diff``: what changed between two versions of a case, and which answers changed with it."""

import dataclasses
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from hiwar.cli.answers import answering, notices_of, sentences
from hiwar.cli.arguments import available_sheets, one_of, read
from hiwar.cli.terminal import progress, say, show, show_data, words
from hiwar.cli.wording import judged
from hiwar.dossier.differences import Change, changes_of_dossier, changes_of_sheet
from hiwar.dossier.reading import Case
from hiwar.dossier.records import in_language
from hiwar.questions import QUESTIONS
from hiwar.questions.answer import DEFAULTS, as_data
from hiwar.questions.differences import AnswerChange, FindingChange, changes_of_answer

_NUMBERED = re.compile(r"\b(entries|cases)\.\d+\.?")
_UNWRITTEN = frozenset({"judged", "value", "itself", ""})
_SIGNS = {"new": ("+", "green"), "gone": ("-", "red"), "changed": ("~", "yellow")}


def diff(old: Path, new: Path, sheet: Sequence[str] | None, *, as_json: bool) -> None:
    """Compare two versions of a case, their sheets and the answers that they give."""
    before, after = _both(old, new, sheet)
    case = changes_of_dossier(before.dossier, after.dossier)
    sheets = _sheet_changes(before, after)
    answers = _answer_changes(before, after, with_sheets=bool(sheet))
    if as_json:
        show_data(json.dumps(_data(case, sheets, answers), ensure_ascii=False, indent=1, sort_keys=True))
        return
    if not sheet and sheets:
        say("The answers are compared without judgements; name the sheets to use with -s.")
    _show(before, after, case, sheets)
    for change in answers:
        _show_answer(before, after, change)


def _both(old: Path, new: Path, sheets: Sequence[str] | None) -> tuple[Case, Case]:
    """Both versions, each with those of the sheets that it has."""
    there = {path: available_sheets(path) for path in (old, new)}
    wanted = sheets or sorted({*there[old], *there[new]})
    for name in wanted:
        if not Path(name).is_file():
            one_of(name, {*there[old], *there[new]}, "sheet")
    before, after = (
        read(path, [name for name in wanted if name in there[path] or Path(name).is_file()]) for path in (old, new)
    )
    return before, after


def _sheet_changes(before: Case, after: Case) -> dict[str, tuple[Change, ...]]:
    """Changes per sheet; a sheet that only one version has is one change."""
    olds, news = ({sheet.id: sheet for sheet in case.sheets} for case in (before, after))
    found: dict[str, tuple[Change, ...]] = {}
    for name in sorted({*olds, *news}):
        if name in olds and name in news:
            found[name] = changes_of_sheet(olds[name], news[name])
        else:
            found[name] = (Change("sheet", name, "new" if name in news else "gone"),)
    return {name: changes for name, changes in found.items() if changes}


def _answer_changes(before: Case, after: Case, *, with_sheets: bool) -> list[AnswerChange]:
    found = []
    with progress("Comparing") as report, answering():
        for done, (question, answer) in enumerate(QUESTIONS.items()):
            report(question, done, len(QUESTIONS))
            both = (answer(case.dossier, case.sheets if with_sheets else (), DEFAULTS) for case in (before, after))
            found.append(changes_of_answer(*both))
    return found


def _show(before: Case, after: Case, case: Iterable[Change], sheets: dict[str, tuple[Change, ...]]) -> None:
    for notice in dict.fromkeys((*notices_of(before), *notices_of(after))):
        show(words(notice, "italic"))
    listed = list(case)
    show(words(f"Case: {_counted(len(listed), 'change')}" if listed else "Case: the same", "bold"))
    for change in listed:
        _show_change(change)
    if not sheets:
        show(words("Sheets: the same", "bold"))
    for name, changes in sheets.items():
        show(words(f"Sheet {name}: {_counted(len(changes), 'change')}", "bold"))
        for change in changes:
            _show_change(change)


def _show_change(change: Change) -> None:
    sign, style = _SIGNS[change.kind]
    where = " ".join(part for part in (change.section, change.id, _as_written(change.field)) if part)
    text = _worded(change.new if change.kind == "new" else change.old)
    if change.kind == "changed":
        text = f"{text}  ->  {_worded(change.new)}"
    show(words(f"  {sign} {where}", style) + words(f": {text}" if text else ""))


def _as_written(field: str) -> str:
    """The path of a field without the steps that the analyst does not write, such as ``entries.1.judged.value``."""
    return ".".join(step for step in _NUMBERED.sub("", field).split(".") if step not in _UNWRITTEN)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _worded(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        if "en" in value or "ar" in value:
            return in_language(value)
        inner = {key: part for key, part in value.items() if key != "id"}
        shown = inner.get("name") or inner.get("text") or inner.get("title")
        return _worded(shown) if shown is not None else judged(inner)
    return judged(value)


def _show_answer(before: Case, after: Case, change: AnswerChange) -> None:
    if change.is_empty:
        show(words(f"Answer {change.question}: the same", "bold"))
        return
    tables = f"; other figures in: {', '.join(change.tables)}" if change.tables else ""
    show(words(f"Answer {change.question}: {_counted(len(change.findings), 'changed finding')}{tables}", "bold"))
    for one in change.findings:
        _show_finding(before, after, one)


def _show_finding(before: Case, after: Case, change: FindingChange) -> None:
    sign, style = _SIGNS[change.kind]
    old = sentences(before.dossier, before.sheets, [change.old])[0] if change.old else ""
    new = sentences(after.dossier, after.sheets, [change.new])[0] if change.new else ""
    show(words(f"  {sign} ", style) + words(new or old))
    if change.old and change.new:
        if old != new:
            show(words(f"      was: {old}", "dim"))
        if change.old.firmness != change.new.firmness:
            show(words(f"      firmness: {change.old.firmness} -> {change.new.firmness}", "dim"))
        if old == new and change.changed != ("firmness",):
            show(words(f"      differs in: {', '.join(change.changed)}", "dim"))


def _data(
    case: Iterable[Change], sheets: dict[str, tuple[Change, ...]], answers: Iterable[AnswerChange]
) -> dict[str, Any]:
    return {
        "case": [dataclasses.asdict(change) for change in case],
        "sheets": {name: [dataclasses.asdict(change) for change in changes] for name, changes in sheets.items()},
        "answers": {change.question: as_data(change) for change in answers},
    }

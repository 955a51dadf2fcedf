"""The command ``check``: is the case sound, and what does it hold?"""

import dataclasses
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from hiwar.cli.arguments import read_with_all_sheets
from hiwar.cli.failures import PROBLEMS
from hiwar.cli.terminal import show, show_data, waiting, words
from hiwar.dossier.model import Dossier, items_of
from hiwar.dossier.problems import CaseError, Problem
from hiwar.dossier.reading import Case, digest
from hiwar.dossier.records import in_language
from hiwar.dossier.sheet import Sheet

_GROUNDS = ("stated", "judged", "unfounded")


def check(case: Path, sheet: Sequence[str] | None, *, as_json: bool) -> None:
    """Say everything that is wrong in a case, and what the case holds."""
    if not as_json:
        with waiting("Reading the case"):
            found = read_with_all_sheets(case, sheet)
        _show_summary(found, case)
        return
    try:
        found = read_with_all_sheets(case, sheet)
    except CaseError as error:
        show_data(_as_json({"ok": False, "problems": [_problem(problem) for problem in error.problems]}))
        sys.exit(PROBLEMS)
    show_data(_as_json({"ok": True, "problems": [_problem(problem) for problem in found.warnings], **_summary(found)}))


def grounds_of(dossier: Dossier) -> Mapping[str, Mapping[str, int]]:
    """How many items of each section a source states, an analyst judges, or nothing supports."""
    counts: dict[str, dict[str, int]] = {}
    for section, item in items_of(dossier):
        counted = counts.setdefault(section, dict.fromkeys(_GROUNDS, 0))
        counted["stated" if item.is_stated else "unfounded" if item.is_unfounded else "judged"] += 1
    return counts


def judgements_of(sheet: Sheet) -> int:
    """How many entries a sheet has."""
    return sum(len(value) for name in Sheet.model_fields if _is_section(value := getattr(sheet, name), name))


def _is_section(value: object, name: str) -> bool:
    return isinstance(value, Mapping) and name not in ("title", "notice")


def _summary(found: Case) -> dict[str, Any]:
    sheets = {
        sheet.id: {
            "by": in_language(sheet.by.name),
            "standing": sheet.standing,
            "judgements": judgements_of(sheet),
            "digest": digest(sheet),
        }
        for sheet in found.sheets
    }
    return {
        "title": in_language(found.dossier.title),
        "notice": in_language(found.dossier.notice) or None,
        "seat": found.dossier.seat,
        "digest": digest(found.dossier),
        "sections": grounds_of(found.dossier),
        "sheets": sheets,
        "available_sheets": list(found.available_sheets),
    }


def _show_summary(found: Case, path: Path) -> None:
    show(words(in_language(found.dossier.title), "bold"))
    if found.dossier.notice:
        show(words(in_language(found.dossier.notice), "italic"))
    counts = grounds_of(found.dossier)
    table = Table("section", *_GROUNDS, box=box.SIMPLE_HEAD)
    for column in table.columns[1:]:
        column.justify = "right"
    for section, counted in counts.items():
        table.add_row(section, *(str(counted[ground]) for ground in _GROUNDS))
    total = {ground: sum(counted[ground] for counted in counts.values()) for ground in _GROUNDS}
    table.add_section()
    table.add_row("all", *(str(total[ground]) for ground in _GROUNDS))
    show(table)
    for sheet in found.sheets:
        show(
            words(f"sheet {sheet.id}: {in_language(sheet.by.name)}, {_standing(sheet)}, {judgements_of(sheet)} entries")
        )
    left = sorted(set(found.available_sheets) - {sheet.id for sheet in found.sheets})
    if left:
        show(words(f"sheets not checked: {', '.join(left)}"))
    if not found.available_sheets:
        show(words("no sheets of judgements"))
    what = "no problems" if not found.warnings else f"no problems, {len(found.warnings)} to be aware of"
    show(words(f"{path}: {what}", "green"))


def _standing(sheet: Sheet) -> str:
    return {
        "analyst": "an analyst's judgement",
        "source_only": "only what the source rates",
        "illustration": "an illustration, nobody's view",
    }[sheet.standing]


def _problem(problem: Problem) -> dict[str, Any]:
    return dataclasses.asdict(problem)


def _as_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)

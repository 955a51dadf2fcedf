"""The command ``ask``: one question about a case, answered on the screen or for a program."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from hiwar.cli.answers import (
    all_tables_as_csv,
    answering,
    one_table_as_csv,
    show_findings,
    show_head,
    show_table,
)
from hiwar.cli.arguments import one_of, packages_of, read, say_sheets_left_out
from hiwar.cli.exporting import must_be_exportable, write
from hiwar.cli.terminal import show, show_data, waiting, words
from hiwar.dossier.reading import Case
from hiwar.questions import QUESTIONS
from hiwar.questions.answer import Answer, Settings

Form = Literal["screen", "json", "csv"]
_SHORT = 12
"""Rows of a table that is shown without being asked for."""


def ask(
    question: str,
    case: Path,
    sheets: Sequence[str] | None,
    settings: Settings,
    packages: Sequence[str] | None,
    table: str | None,
    form: Form,
    out: Path | None = None,
) -> None:
    """Answer one question about a case, on the screen or in files."""
    one_of(question, QUESTIONS, "question")
    if out is not None:
        must_be_exportable(out, table)
    with waiting("Reading the case"):
        found = read(case, sheets)
    understood = packages_of(packages, found.dossier)
    for move in settings.moves:
        one_of(move, found.dossier.moves, "move")
    say_sheets_left_out(found)
    with waiting(f"Computing {question}"), answering():
        answer = QUESTIONS[question](found.dossier, found.sheets, replace(settings, packages=understood))
    if table:
        one_of(table, answer.tables, "table in this answer")
    if out is not None:
        write(answer, out, table)
    else:
        _print(found, answer, table, form)


def _print(found: Case, answer: Answer, table: str | None, form: Form) -> None:
    if form == "json":
        show_data(answer.to_json())
    elif form == "csv":
        show_data(one_table_as_csv(answer, table) if table else all_tables_as_csv(answer))
    else:
        show_head(found, answer.question)
        if answer.provenance.settings.pooling != "none" and len(found.sheets) > 1:
            show(words(f"sheets pooled: {answer.provenance.settings.pooling}", "italic"))
        if table:
            show_table(table, answer.tables[table])
        else:
            show_findings(found, answer.findings)
            _show_tables(answer)


def _show_tables(answer: Answer) -> None:
    """Short tables as they are; long ones by name, lest they drive the findings off the screen."""
    for name, table in answer.tables.items():
        if 0 < len(table.rows) <= _SHORT:
            show_table(name, table)
    for name, table in answer.tables.items():
        if not table.rows:
            show(words(f"table {name}: empty", "dim"))
        elif len(table.rows) > _SHORT:
            show(words(f"table {name}: {len(table.rows)} rows; to see them add  --table {name}", "dim"))

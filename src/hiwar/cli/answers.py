"""Answers on the screen: findings in words, tables, and the same as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich import box
from rich.table import Table as ScreenTable

from hiwar.cli.failures import Refused
from hiwar.cli.terminal import show, words
from hiwar.dossier.model import Dossier
from hiwar.dossier.reading import Case
from hiwar.dossier.records import in_language
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Answer, CannotAnswer, Finding, Table, as_data

_STYLES = {"certain": "green", "possible": "yellow", "cannot_be_told": "magenta", "stated": "cyan"}


@contextmanager
def answering() -> Iterator[None]:
    """A question that cannot be computed on this case is refused with the reason."""
    try:
        yield
    except CannotAnswer as reason:
        raise Refused(f"this cannot be answered: {reason}") from None


def notices_of(found: Case) -> list[str]:
    """What must be seen with every output: that a case is invented, that a sheet is nobody's view."""
    notices = [in_language(found.dossier.notice)] if found.dossier.notice else []
    for sheet in found.sheets:
        own = in_language(sheet.notice)
        if sheet.standing == "illustration":
            notices.append(f"Illustration, nobody's view ({sheet.id}). {own}".rstrip())
        elif sheet.standing == "source_only":
            notices.append(f"Only what the source itself rates ({sheet.id}). {own}".rstrip())
        elif own:
            notices.append(own)
    return list(dict.fromkeys(notices))


def show_head(found: Case, what: str) -> None:
    """Title, notices and sheets above an answer."""
    sheets = ", ".join(f"{sheet.id} ({sheet.standing})" for sheet in found.sheets) or "none"
    show(words(f"{in_language(found.dossier.title)}: {what}", "bold"), words(f"judgements: {sheets}", "dim"))
    for notice in notices_of(found):
        show(words(notice, "italic"))


def show_findings(found: Case, findings: Iterable[Finding]) -> None:
    """One line per finding: how firm it is, then what was found."""
    listed = list(findings)
    worded = sentences(found.dossier, found.sheets, listed)
    for finding, sentence in zip(listed, worded, strict=True):
        firmness = str(finding.firmness)
        mark = words(f"[{firmness.replace('_', ' ')}] ", _STYLES.get(firmness, ""))
        show(mark + words(sentence) + words(f" ({finding.ground})", "dim"))


def sentences(dossier: Dossier, sheets: Sequence[Sheet], findings: Iterable[Finding]) -> list[str]:
    """Findings in the words of the brief; keys and values where it has no words, or its packages are not installed."""
    try:
        from hiwar.brief.blocks import statement
        from hiwar.brief.catalogue import catalogue
        from hiwar.brief.words import Words
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("hiwar"):
            raise
        return [_bare(finding) for finding in findings]
    spoken = Words(dossier, tuple(sheets), catalogue("en"))
    return [
        statement(spoken, finding).text if spoken.catalogue.has(finding.key) else _bare(finding) for finding in findings
    ]


def show_table(name: str, table: Table) -> None:
    """One table as it is, ids and all; ``-`` where nothing is stated or estimated."""
    screen = ScreenTable(title=words(name.replace("_", " "), "bold"), title_justify="left", box=box.SIMPLE_HEAD)
    for number, column in enumerate(table.columns):
        is_number = any(isinstance(row[number], int | float) for row in table.rows)
        screen.add_column(words(column.replace("_", " ")), justify="right" if is_number else "left")
    for row in table.rows:
        screen.add_row(*(words(cell_text(cell)) for cell in row))
    show(screen)


def cell_text(cell: Any) -> str:
    """A cell on the screen: four digits of a number, lists with commas."""
    if cell is None:
        return "-"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.4g}"
    if isinstance(cell, tuple | list | frozenset):
        return ", ".join(cell_text(part) for part in cell) or "-"
    if hasattr(cell, "items"):
        return ", ".join(f"{key}={cell_text(part)}" for key, part in cell.items()) or "-"
    return str(cell)


def one_table_as_csv(answer: Answer, name: str) -> str:
    """One table, a column each, then what every row rests on and the sheets it was computed from."""
    table = answer.tables[name]
    rows = ((*map(_csv_cell, row), trace) for row, trace in zip(table.rows, _traces(table), strict=True))
    return _csv((*table.columns, "rests_on", "sheets"), ((*row, _sheets(answer)) for row in rows))


def all_tables_as_csv(answer: Answer) -> str:
    """All tables of an answer in one: a line per cell."""
    lines = (
        (name, number, column, _csv_cell(cell), trace, _sheets(answer))
        for name, table in answer.tables.items()
        for number, (row, trace) in enumerate(zip(table.rows, _traces(table), strict=True), start=1)
        for column, cell in zip(table.columns, row, strict=True)
    )
    return _csv(("table", "row", "column", "value", "rests_on", "sheets"), lines)


def _bare(finding: Finding) -> str:
    return f"{finding.key}: {', '.join(f'{name} = {cell_text(value)}' for name, value in finding.values.items())}"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _csv_cell(cell: Any) -> Any:
    """Empty for what is not stated; several values with blanks between; numbers with twelve digits."""
    data = as_data(cell)
    if isinstance(data, list):
        return " ".join(str(_csv_cell(part)) for part in data)
    if isinstance(data, dict):
        return " ".join(f"{key}={_csv_cell(part)}" for key, part in data.items())
    return "" if data is None else data


def _traces(table: Table) -> list[str]:
    return [" ".join(trace) for trace in table.traces] or [""] * len(table.rows)


def _sheets(answer: Answer) -> str:
    """Sheets with their standing, so that an illustration is seen to be one in a spreadsheet too."""
    return " ".join(f"{name}:{standing}" for name, standing in sorted(answer.provenance.sheet_standings.items()))

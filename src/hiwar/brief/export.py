"""Tables of answers and of briefs as files for spreadsheets and programs: CSV, XLSX, Parquet, JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hiwar.brief.document import Cell, ChartBlock, Document
from hiwar.brief.grids import ExportError, Grid, as_csv, as_parquet, as_workbook, flat
from hiwar.brief.isolate import plain
from hiwar.brief.numbering import blocks_of, label, numbers
from hiwar.brief.write import write_whole
from hiwar.questions.answer import Answer, Table, as_data


def export(answer: Answer, path: str | Path, *, table: str | None = None) -> tuple[Path, ...]:
    """Write the tables of an answer; the ending of the path names the format.

    ``.json`` holds the whole answer and ``.xlsx`` a sheet for each table. ``.csv`` (UTF-8 with a byte order mark, as
    spreadsheets want it) and ``.parquet`` hold one table: with ``table`` the path is that table's, otherwise each table
    gets a file of its own, ``name-table.csv``. Beside each row stand the items that it rests on, and the sheets with
    their standing. Columns and items are called as in the JSON; tables in words are in `workbook`. An empty cell is
    what is not stated or not estimated, never zero. Equal answers give equal bytes.

    Parameters
    ----------
    table : str, optional
        The only table to write.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    ExportError
        If the ending names no format, there is no such table, JSON is asked for one table, or a text is too long for
        a cell of a workbook.
    """
    target = Path(path)
    kind = known_ending(target)
    if table is not None and table not in answer.tables:
        raise ExportError(f"no table {table!r} in this answer; there is: {', '.join(answer.tables)}")
    if kind == ".json":
        if table is not None:
            raise ExportError("JSON holds the whole answer: leave the table out, or write .csv, .xlsx or .parquet")
        write_whole(target, answer.to_json().encode("utf-8"))
        return (target,)
    chosen = {table: answer.tables[table]} if table else answer.tables
    grids = [_of_answer(answer, name, found) for name, found in chosen.items()]
    if kind == ".xlsx":
        write_whole(target, as_workbook([*grids, _made_from(answer)]))
        return (target,)
    return _one_each(target, grids, _SINGLE[kind], is_only=table is not None)


def workbook(document: Document) -> bytes:
    """Every table of a brief in the reader's language, a sheet each, numbered as in the brief; an XLSX file."""
    return as_workbook(list(_of_document(document)), is_right_to_left=document.direction == "rtl")


def known_ending(path: Path) -> str:
    """The ending of a path, small; refused if it names no format.

    Raises
    ------
    ExportError
        If it does not.
    """
    kind = path.suffix.lower()
    if kind not in ENDINGS:
        raise ExportError(f"{path.name}: the ending names no format; there is: {', '.join(ENDINGS)}")
    return kind


def _one_each(
    target: Path, grids: Sequence[Grid], written: Callable[[Grid], bytes], *, is_only: bool
) -> tuple[Path, ...]:
    """One file for each table; under the path itself where one was asked for."""
    paths = [target if is_only else target.with_name(f"{target.stem}-{grid.name}{target.suffix}") for grid in grids]
    for path, grid in zip(paths, grids, strict=True):
        write_whole(path, written(grid))
    return tuple(paths)


def _of_answer(answer: Answer, name: str, table: Table) -> Grid:
    standings = tuple(f"{sheet}:{standing}" for sheet, standing in sorted(answer.provenance.sheet_standings.items()))
    traces = table.traces or ((),) * len(table.rows)
    rows = ((*map(_value, row), tuple(trace), standings) for row, trace in zip(table.rows, traces, strict=True))
    return Grid(name, (*table.columns, "rests_on", "sheets"), tuple(rows))


def _value(cell: Any) -> Any:
    """Text, a number, a truth value, a tuple of texts, or none."""
    data = as_data(cell)
    if isinstance(data, dict):
        return tuple(f"{key}={flat(_value(part))}" for key, part in data.items())
    return tuple(str(flat(_value(part))) for part in data) if isinstance(data, list) else data


def _made_from(answer: Answer) -> Grid:
    """From what the tables were computed."""
    made = answer.provenance
    rows = [("question", answer.question), ("version", made.version), ("case", made.dossier_digest)]
    rows += [
        (f"sheet {name} ({made.sheet_standings[name]})", made.sheet_digests[name])
        for name in sorted(made.sheet_digests)
    ]
    rows += [("seed", str(made.settings.seed)), ("draws", str(made.settings.draws))]
    return Grid("provenance", ("what", "value"), tuple(rows))


def _of_document(document: Document) -> Iterator[Grid]:
    known = numbers(document)
    for block in blocks_of(document.parts):
        if isinstance(block, ChartBlock):
            continue
        title = plain(f"{label(document, known, block)} {block.caption}")
        rows = tuple((row.group, *map(_shown, row.cells)) for row in block.rows)
        columns = ("", *map(plain, block.columns))
        if not any(row[0] for row in rows):
            columns, rows = columns[1:], tuple(row[1:] for row in rows)
        yield Grid(known[block.anchor], columns, rows, title)


def _shown(cell: Cell) -> str:
    return plain("; ".join(cell.lines) or cell.text)


_SINGLE: Mapping[str, Callable[[Grid], bytes]] = {".csv": as_csv, ".parquet": as_parquet}
ENDINGS = (".csv", ".xlsx", ".parquet", ".json")
"""Endings of files that tables can be written to."""

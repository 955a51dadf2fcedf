"""Tables written as CSV, Parquet and workbooks. A text that begins like a formula stays a text: a case comes from
strangers, and a spreadsheet runs what looks like code.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST = 32_767
"""Letters that a cell of a workbook can hold."""
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31


class ExportError(ValueError):
    """Tables cannot be written like this; the message says why, and what would do."""


@dataclass(frozen=True)
class Grid:
    """A table as it is written: names of its columns, and cells that are text, numbers, truth values or empty."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    title: str = ""
    """What stands above it in a workbook."""


def flat(value: Any) -> Any:
    """A cell for formats that hold no lists."""
    return "; ".join(value) if isinstance(value, tuple) else value


def as_csv(grid: Grid) -> bytes:
    """One table as CSV, in UTF-8 with the mark that spreadsheets know it by."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(column) for column in grid.columns])
    writer.writerows([[_harmless(flat(cell)) for cell in row] for row in grid.rows])
    return text.getvalue().encode("utf-8-sig")


def _needed(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ExportError(f'{error}; it comes with: pip install "hiwar[exports]"') from error


def _harmless(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_parquet(grid: Grid) -> bytes:
    """One table as Parquet; columns of one kind keep it."""
    pyarrow, parquet = _needed("pyarrow"), _needed("pyarrow.parquet")

    columns = [[row[place] for row in grid.rows] for place in range(len(grid.columns))]
    arrays = [_array(pyarrow, column) for column in columns]
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, names=list(grid.columns)), out)
    return out.getvalue()


def _array(pyarrow: Any, column: Sequence[Any]) -> Any:
    """A column of one type: lists of texts, truth values, whole numbers, numbers, else texts."""
    kinds = {type(value) for value in column if value is not None}
    if kinds == {tuple}:
        return pyarrow.array([None if cell is None else list(cell) for cell in column], pyarrow.list_(pyarrow.string()))
    for known, kind in ((bool, pyarrow.bool_()), (int, pyarrow.int64())):
        if kinds == {known}:
            return pyarrow.array(column, kind)
    if kinds and kinds <= {int, float}:
        return pyarrow.array(column, pyarrow.float64())
    return pyarrow.array([None if cell is None else str(flat(cell)) for cell in column], pyarrow.string())


def as_workbook(grids: Sequence[Grid], *, is_right_to_left: bool = False) -> bytes:
    """A workbook with a sheet for each table: headings that stay in view, filters, and no formulas at all."""
    xlsxwriter = _needed("xlsxwriter")
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True}),
    }
    names: set[str] = set()
    for grid in grids:
        sheet = book.add_worksheet(_sheet_name(grid.name, names))
        if is_right_to_left:
            sheet.right_to_left()
        _fill(sheet, grid, looks)
    book.close()
    return out.getvalue()


def _fill(sheet: Any, grid: Grid, looks: Mapping[str, Any]) -> None:
    first = 0
    if grid.title:
        _write(sheet, 0, 0, grid.title, looks["title"])
        first = 1
    for place, column in enumerate(grid.columns):
        _write(sheet, first, place, column, looks["head"])
        texts = [str(flat(row[place])) for row in grid.rows if row[place] is not None]
        sheet.set_column(place, place, min(50, max(10, *map(len, [column, *texts]))))
    for line, row in enumerate(grid.rows, first + 1):
        for place, value in enumerate(row):
            _write(sheet, line, place, flat(value), looks["cell"])
    sheet.freeze_panes(first + 1, 1)
    if grid.rows:
        sheet.autofilter(first, 0, first + len(grid.rows), len(grid.columns) - 1)


def _write(sheet: Any, line: int, place: int, value: Any, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(line, place, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value, look)
    elif len(value) > _LONGEST:
        raise ExportError(
            f"a text of {len(value)} letters does not fit a cell of a workbook; .csv, .parquet and .json hold it"
        )
    else:
        sheet.write_string(line, place, value, look)


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook allows, and that no other sheet has."""
    plain_name = _NO_SHEET_NAME.sub(" ", name)[:_LONGEST_NAME] or "table"
    found, number = plain_name, 1
    while found.lower() in taken:
        number += 1
        found = f"{plain_name[: _LONGEST_NAME - 4]}~{number}"
    taken.add(found.lower())
    return found

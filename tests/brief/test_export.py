"""Tables as files: nothing is lost, nothing runs, and the same answer gives the same bytes."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from briefs import made
from immutabledict import immutabledict
from pyarrow import parquet

from hiwar.brief import save
from hiwar.brief.document import TableBlock
from hiwar.brief.export import export, workbook
from hiwar.brief.grids import ExportError
from hiwar.brief.numbering import blocks_of
from hiwar.questions import Answer, Settings
from hiwar.questions.answer import Provenance, Table

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")')


def answer() -> Answer:
    return made("two-towns-water", ("first",))[1]["appraisal"]


def of(*tables: Table) -> Answer:
    made_from = Provenance("d" * 64, {"first": "e" * 64}, {"first": "illustration"}, Settings(), "0")
    return Answer("parties", (), {f"t{place}": table for place, table in enumerate(tables)}, made_from)


def rows_of(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_table_is_written_with_its_ground_and_the_standing_of_its_sheets(tmp_path: Path) -> None:
    paths = export(answer(), tmp_path / "a.csv")
    assert [path.name for path in paths] == [f"a-{name}.csv" for name in answer().tables]
    for path, table in zip(paths, answer().tables.values(), strict=True):
        head, *rows = rows_of(path)
        assert head == [*table.columns, "rests_on", "sheets"]
        assert len(rows) == len(table.rows)
        assert all(row[-1] == "first:analyst" for row in rows)


def test_one_table_stands_under_the_path_itself(tmp_path: Path) -> None:
    name = next(iter(answer().tables))
    assert export(answer(), tmp_path / "one.csv", table=name) == (tmp_path / "one.csv",)


def test_a_workbook_and_parquet_hold_the_same_numbers_as_the_answer(tmp_path: Path) -> None:
    name, table = "totals", answer().tables["totals"]
    export(answer(), tmp_path / "a.xlsx")
    export(answer(), tmp_path / "a.parquet", table=name)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [*answer().tables, "provenance"]
    sheet = [list(row) for row in book[name].iter_rows(min_row=2, values_only=True)]
    frame = parquet.read_table(tmp_path / "a.parquet").to_pydict()
    for place, column in enumerate(table.columns):
        expected = [row[place] for row in table.rows]
        numbers = [value for value in expected if isinstance(value, float)]
        if len(numbers) == len(expected):
            assert [row[place] for row in sheet] == pytest.approx(expected)
            assert frame[column] == pytest.approx(expected)
    assert answer().provenance.dossier_digest in {row[1] for row in book["provenance"].iter_rows(values_only=True)}


def test_json_is_the_whole_answer(tmp_path: Path) -> None:
    export(answer(), tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text("utf-8") == answer().to_json()
    assert json.loads(answer().to_json())["question"] == "appraisal"


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".parquet", ".json"])
def test_r8_equal_answers_give_equal_bytes(ending: str, tmp_path: Path) -> None:
    first, second = (export(answer(), tmp_path / f"{name}{ending}") for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_no_text_is_taken_for_a_formula(tmp_path: Path) -> None:
    table = Table(("text", "number"), tuple((text, -1.5) for text in FORMULAS))
    export(of(table), tmp_path / "a.csv", table="t0")
    assert [row[0] for row in rows_of(tmp_path / "a.csv")[1:]] == [f"'{text}" for text in FORMULAS]
    assert {row[1] for row in rows_of(tmp_path / "a.csv")[1:]} == {"-1.5"}
    export(of(table), tmp_path / "a.xlsx")
    cells = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["t0"].iter_rows(min_row=2))
    assert {cell[0].data_type for cell in cells} == {"s"}
    assert [cell[1].value for cell in cells] == [-1.5] * len(FORMULAS)
    assert all(cell[0].hyperlink is None for cell in cells)


def test_what_is_not_stated_is_an_empty_cell_and_never_zero(tmp_path: Path) -> None:
    table = Table(("a", "b", "c", "d"), ((None, 0, False, ("x", "y")), (None, None, None, None)))
    answered = of(table)
    export(answered, tmp_path / "a.csv", table="t0")
    assert [row[:4] for row in rows_of(tmp_path / "a.csv")[1:]] == [["", "0", "False", "x; y"], [""] * 4]
    export(answered, tmp_path / "a.parquet", table="t0")
    read = parquet.read_table(tmp_path / "a.parquet").to_pydict()
    assert (read["a"], read["b"], read["c"], read["d"]) == ([None] * 2, [0, None], [False, None], [["x", "y"], None])
    export(answered, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["t0"]
    assert [cell.value for cell in sheet[3]][:4] == [None] * 4
    assert [cell.value for cell in sheet[2]][:4] == [None, 0, False, "x; y"]


def test_an_illustration_is_seen_to_be_one_in_every_row(tmp_path: Path) -> None:
    export(of(Table(("a",), (("x",),))), tmp_path / "a.csv", table="t0")
    assert rows_of(tmp_path / "a.csv")[1][-1] == "first:illustration"


@pytest.mark.parametrize(
    ("name", "table", "message"),
    [
        ("a.doc", None, r"\.csv, \.xlsx"),
        ("a", None, "ending"),
        ("a.csv", "no", "no table 'no'"),
        ("a.json", "t0", "JSON"),
    ],
)
def test_what_cannot_be_written_is_refused_with_its_reason(
    name: str, table: str | None, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=message):
        export(of(Table(("a",), ())), tmp_path / name, table=table)
    assert list(tmp_path.iterdir()) == []


def test_a_text_too_long_for_a_workbook_is_refused_and_not_cut(tmp_path: Path) -> None:
    long = of(Table(("a",), (("x" * 40_000,),)))
    with pytest.raises(ExportError, match="40000 letters"):
        export(long, tmp_path / "a.xlsx")
    export(long, tmp_path / "a.csv", table="t0")
    assert rows_of(tmp_path / "a.csv")[1][0] == "x" * 40_000


def test_tables_of_long_or_equal_names_get_sheets_of_their_own(tmp_path: Path) -> None:
    table = Table(("a",), ((1,),))
    names = ("n" * 40, "n" * 41, "a/b", "A:B")
    answered = Answer("parties", (), immutabledict(dict.fromkeys(names, table)), of().provenance)
    export(answered, tmp_path / "a.xlsx")
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames) == 5


@pytest.fixture(scope="module")
def arabic() -> Any:
    from dataclasses import replace

    document = made("two-towns-water", ("first",))[2]
    return replace(document, language="ar", direction="rtl")


def test_the_tables_of_an_arabic_brief_lie_from_right_to_left(arabic: Any, tmp_path: Path) -> None:
    path = save(arabic, tmp_path / "tables.xlsx")
    book = openpyxl.load_workbook(path)
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    tables = [block for block in blocks_of(arabic.parts) if isinstance(block, TableBlock)]
    assert len(book.sheetnames) == len(tables)
    for sheet, block in zip(book, tables, strict=True):
        assert block.caption in str(sheet["A1"].value)
        heads = [cell.value for cell in sheet[2]]
        assert [head for head in heads if head][-len(block.columns) :] == [head for head in block.columns if head]
    assert not any(
        sheet.sheet_view.rightToLeft
        for sheet in openpyxl.load_workbook(io.BytesIO(workbook(made("two-towns-water", ("first",))[2])))
    )

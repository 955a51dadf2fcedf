"""``hiwar ask -o``: tables of an answer as files."""

from pathlib import Path

import openpyxl
import pytest
from commands import TOWNS, hiwar


def test_a_workbook_is_written_and_named(tmp_path: Path) -> None:
    ran = hiwar("ask", "parties", TOWNS, "-o", tmp_path / "p.xlsx")
    assert (ran.code, ran.out) == (0, f"wrote {tmp_path / 'p.xlsx'}\n")
    assert openpyxl.load_workbook(tmp_path / "p.xlsx").sheetnames[-1] == "provenance"


def test_each_table_gets_its_file_and_one_that_is_named_gets_the_path(tmp_path: Path) -> None:
    ran = hiwar("ask", "parties", TOWNS, "-o", tmp_path / "p.csv")
    assert ran.out.splitlines() == [
        f"wrote {path}" for path in sorted(tmp_path.iterdir(), key=lambda p: ran.out.find(p.name))
    ]
    assert hiwar("ask", "parties", TOWNS, "--table", "parties", "-o", tmp_path / "one.parquet").code == 0
    assert (tmp_path / "one.parquet").read_bytes().startswith(b"PAR1")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "p.doc"), 'the ending ".doc" names no format; name a file that ends in .csv, .xlsx, .parquet, .json'),
        (("-o", "p"), "p: the ending names the format; name a file"),
        (("-o", "p.json", "--table", "parties"), "a .json file holds the whole answer"),
        (("-o", "p.csv", "--json"), "the ending of FILE says its format"),
        (("-o", "no-such-folder/p.csv"), "there is no folder"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_computed(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = hiwar("ask", "parties", TOWNS, *arguments)
    assert ran.code == 2
    assert message in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []

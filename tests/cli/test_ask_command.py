"""``hiwar ask``: one question, on the screen or for a program."""

import csv
import io
import json
from pathlib import Path

import pytest
from commands import TOWNS, change, hiwar, towns_in

from hiwar.questions import QUESTIONS

QUICK = ("--draws", "64")


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_holds_the_whole_answer_and_is_the_same_every_time(question: str) -> None:
    first, second = (hiwar("ask", question, TOWNS, "-s", "first", "--json", *QUICK) for _ in range(2))
    data = json.loads(first.out)
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    assert data["question"] == question
    assert data["provenance"]["sheet_standings"] == {"first": "analyst"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_screen_shows_findings_in_words_and_short_tables(question: str) -> None:
    ran = hiwar("ask", question, TOWNS, "-s", "first", *QUICK)
    data = json.loads(hiwar("ask", question, TOWNS, "-s", "first", "--json", *QUICK).out)
    assert ran.code == 0
    assert "judgements: first (analyst)" in ran.out
    assert "This case is invented" in ran.out
    for name, table in data["tables"].items():
        is_long = len(table["rows"]) > 12
        assert (f"table {name}: {len(table['rows'])} rows; to see them add  --table {name}" in ran.out) is is_long
        assert name.replace("_", " ") in ran.out or name in ran.out
    keys = {finding["key"] for finding in data["findings"]}
    assert keys
    assert not any(f"{key}:" in ran.out for key in keys), "findings are sentences, not keys"


def test_a_long_table_is_shown_when_it_is_named() -> None:
    out = hiwar("ask", "interests", TOWNS, "--table", "matrix").out
    data = json.loads(hiwar("ask", "interests", TOWNS, "--json").out)
    assert len(data["tables"]["matrix"]["rows"]) == 16
    assert out.count("MG-1 ") == 4
    assert "[certain]" not in out


def test_findings_carry_their_firmness() -> None:
    assert "[certain] " in hiwar("ask", "appraisal", TOWNS, "-s", "first", *QUICK).out


def test_an_illustration_is_seen_to_be_one_on_every_output(tmp_path: Path) -> None:
    case = towns_in(tmp_path)
    change(case / "judgements" / "first.yaml", "hiwar_judgements: 1", "hiwar_judgements: 1\nstanding: illustration")
    arguments = ("ask", "interests", case, "-s", "first")
    assert "Illustration, nobody's view (first)." in hiwar(*arguments).out
    assert '"first": "illustration"' in hiwar(*arguments, "--json").out
    assert "first:illustration" in hiwar(*arguments, "--csv").out
    assert "illustration" in hiwar("check", case).out
    assert "[illustration]" in hiwar("show", "AGREE-FLOW", case).out


def test_one_table_as_csv_has_its_own_columns() -> None:
    ran = hiwar("ask", "interests", TOWNS, "--table", "matrix", "--csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 16
    assert {"goal", "other", "relation", "rests_on", "sheets"} <= set(rows[0])
    assert sum(row["relation"] == "" for row in rows) == 12, "not judged is empty, not neutral"


def test_all_tables_as_csv_are_a_line_per_cell() -> None:
    rows = list(csv.DictReader(io.StringIO(hiwar("ask", "interests", TOWNS, "--csv").out)))
    data = json.loads(hiwar("ask", "interests", TOWNS, "--json").out)
    cells = sum(len(table["columns"]) * len(table["rows"]) for table in data["tables"].values())
    assert len(rows) == cells
    assert {row["table"] for row in rows} == {name for name, table in data["tables"].items() if table["rows"]}


def test_a_package_is_appraised_beside_the_tracks() -> None:
    package = "IS-FLOW=share_of_inflow,IS-GATE=joint_board"
    ran = hiwar("ask", "appraisal", TOWNS, "-s", "first", "--package", package, "--json", *QUICK)
    assert ran.code == 0
    settings = json.loads(ran.out)["provenance"]["settings"]
    assert settings["packages"] == [{"IS-FLOW": ["share_of_inflow"], "IS-GATE": ["joint_board"]}]


@pytest.mark.parametrize(
    ("package", "message"),
    [
        ("IS-FLOW", '"IS-FLOW" is not written as ISSUE=OPTION'),
        ("IS-FLOW=", '"IS-FLOW=" is not written as ISSUE=OPTION'),
        ("", "is not written as ISSUE=OPTION"),
        ("IS-FLOW=fixed_volume,", "is not written as ISSUE=OPTION"),
        ("IS-FLOWS=fixed_volume", 'there is no issue or move "IS-FLOWS"; did you mean "IS-FLOW"?'),
        ("IS-FLOW=fixed_volum", 'there is no option of IS-FLOW "fixed_volum"; did you mean "fixed_volume"?'),
        ("IS-FLOW=fixed_volume,IS-FLOW=best_efforts", "IS-FLOW allows one option only"),
        ("EV-DRY=dry", 'there is no issue or move "EV-DRY"'),
    ],
)
def test_a_package_written_wrongly_is_wrong_usage(package: str, message: str) -> None:
    ran = hiwar("ask", "appraisal", TOWNS, "--package", package)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "apraisal", TOWNS), 'there is no question "apraisal"; did you mean "appraisal"?'),
        (("ask", "xyz", TOWNS), "there is: agreement, appraisal, approval, balance, comparison, interests"),
        (("ask", "parties", TOWNS, "--draws", "1000"), "1000 is not a power of two; 1024 is"),
        (("ask", "parties", TOWNS, "--draws", "many"), "valid integer"),
        (("ask", "parties", TOWNS, "--seed", "-1"), "greater than or equal to 0"),
        (("ask", "parties", TOWNS, "--table", "partie"), "did you mean"),
        (("ask", "parties", TOWNS, "--json", "--csv"), "--json gives the whole answer"),
        (("ask", "parties"), "CASE"),
        (("ask",), "QUESTION"),
    ],
)
def test_wrong_usage_is_named(arguments: tuple[str | Path, ...], message: str) -> None:
    ran = hiwar(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("reading", ["weakens", "tied_hands"])
def test_what_division_is_taken_to_do_can_be_chosen(reading: str) -> None:
    data = json.loads(hiwar("ask", "unity", TOWNS, "--division", reading, "--json").out)
    columns = data["tables"]["readings"]["columns"]
    told = {row["values"][columns.index("reading")] for row in data["tables"]["readings"]["rows"]}
    assert told == {reading}
    assert data["provenance"]["settings"]["division"] == reading
    assert hiwar("ask", "unity", TOWNS, "--division", "both").code == 0
    assert hiwar("ask", "unity", TOWNS, "--division", "neither").code == 2

"""The supreme interests of the seat: what serves and harms each, and what each package does for them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hiwar.brief.blocks import Answers, name, records, table
from hiwar.brief.document import Cell, State, TableBlock
from hiwar.brief.words import Words

_KEEPS: Mapping[str, State] = {"serves": "good", "harms": "bad", "both": "open", "leaves": "missing"}


def supreme_by_package(words: Words, answers: Answers, anchor: str) -> tuple[TableBlock, ...]:
    """Whether each package serves, harms or does not touch each interest; nothing where there is no package."""
    cells: dict[str, dict[str, Mapping[str, Any]]] = {}
    traces: dict[str, dict[str, None]] = {}
    for row, trace in records(answers, "agreement", "supreme"):
        cells.setdefault(row["goal"], {})[row["package"]] = row
        traces.setdefault(row["goal"], {}).update(dict.fromkeys(trace))
    packages = list(dict.fromkeys(package for row in cells.values() for package in row))
    if not packages:
        return ()
    rows = [({"goal": goal}, tuple(traces[goal])) for goal in cells]
    shown = table(words, anchor, rows, (("goal", name("goal")),))
    wide = tuple(
        replace(row, cells=(*row.cells, *(_cell(words, own[package]) for package in packages)))
        for row, own in zip(shown.rows, cells.values(), strict=True)
    )
    headings = (words.package(package) for package in packages)
    return (replace(shown, columns=(*shown.columns, *headings), rows=wide, is_wide=len(packages) > 3),)


def _cell(words: Words, row: Mapping[str, Any]) -> Cell:
    served, harmed = bool(row["served_by"]), bool(row["harmed_by"])
    kind = "both" if served and harmed else "serves" if served else "harms" if harmed else "leaves"
    return Cell(words(f"keeps.{kind}"), _KEEPS[kind])


def supreme_table(words: Words, anchor: str, rows: Iterable[tuple[Mapping[str, Any], tuple[str, ...]]]) -> TableBlock:
    """Per interest the options that serve or harm it, and the goals that it clashes or goes together with."""
    columns = (
        ("goal", name("goal")), ("served_by", _assignments("served_by")), ("harmed_by", _assignments("harmed_by")),
        ("clashes_with", _relations("conflicting")), ("agrees_with", _relations("compatible")),
    )  # fmt: skip
    return table(words, anchor, rows, columns)


def _assignments(column: str) -> Any:
    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        if not row[column]:
            return Cell(words("words.nothing_in_case"), "missing")
        variables: dict[str, list[str]] = {}
        for key in row[column]:
            variables.setdefault(key.partition("=")[0], []).append(key)
        lines = tuple(words.assignments(keys) for keys in variables.values())
        return Cell(words.assignments(row[column]), lines=lines if len(lines) > 1 else ())

    return read


def _relations(column: str) -> Any:
    """The other goal of each relation."""

    def read(words: Words, row: Mapping[str, Any]) -> Cell:
        others = [key for item in row[column] for key in words.dossier.relations[item].between if key != row["goal"]]
        return Cell(words.names(others)) if others else Cell(words("words.nothing_in_case"), "missing")

    return read

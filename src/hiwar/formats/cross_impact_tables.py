"""Whole matrices as rows of cells, as the files of other tools have them; and names that are blank or used twice."""

from collections.abc import Sequence
from itertools import pairwise

from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.formats.cross_impact_file import CrossImpactFile, Pair, Sections, Table
from hiwar.formats.cross_impact_judgements import MOST
from hiwar.methods.cross_impact import Descriptor

Row = tuple[int, Sequence[str]]
"""A line of the file, from 0, and its cells."""


def unique(names: Sequence[str], what: str, told: list[str]) -> tuple[str, ...]:
    """Names as they are; those that are blank or used before get a number, with a notice."""
    kept: list[str] = []
    for number, name in enumerate(names, 1):
        better = name or f"{what.partition(' ')[0]} {number}"
        while better in kept:
            better += f" ({number})"
        if better != name:
            told.append(f'{what} {number}, named "{brief(name)}", is called "{brief(better)}"')
        kept.append(better)
    return tuple(kept)


def sections_in(source: SourceText, descriptors: Sequence[Descriptor], rows: Sequence[Row], size: int) -> Sections:
    """Cut a matrix with a row and a column per state into sections; those that hold zeros only are left out.

    Raises
    ------
    CaseError
        A row is too short or too long, a cell is no judgement, or there are too many rows or too few.
    """
    troubles = [
        Trouble(source, line, 0, f"expected here: {size} judgements, one per state; found {len(cells)}")
        for line, cells in rows
        if len(cells) != size
    ]
    if len(rows) != size and not troubles:
        line = rows[-1][0] if rows else max(len(source.lines) - 1, 0)
        troubles.append(Trouble(source, line, 0, f"the matrix needs {size} rows, one per state; found {len(rows)}"))
    table = [[_judgement(source, line, cell, troubles) for cell in cells] for line, cells in rows]
    if troubles:
        raise CaseError(shown(troubles))
    ends = [0]
    for one in descriptors:
        ends.append(ends[-1] + len(one.states))
    sections: dict[Pair, Table] = {}
    for acting, (top, bottom) in zip(descriptors, pairwise(ends), strict=True):
        for target, (left, right) in zip(descriptors, pairwise(ends), strict=True):
            section = [row[left:right] for row in table[top:bottom]]
            if any(any(row) for row in section):
                sections[acting.name, target.name] = section
    return sections


def _judgement(source: SourceText, line: int, cell: str, troubles: list[Trouble]) -> float:
    try:
        value = float(cell.strip() or "0")
        if abs(value) <= MOST and value * 2 == int(value * 2):
            return value
    except (ValueError, OverflowError):
        pass
    column = source.lines[line].find(cell.strip())
    message = f'expected here: a judgement, a whole number or a half; found "{brief(cell.strip())}"'
    troubles.append(Trouble(source, line, max(column, 0), message))
    return 0.0


def checked(source: SourceText, file: CrossImpactFile) -> CrossImpactFile:
    """The file, if it makes a matrix.

    Raises
    ------
    CaseError
        If it does not.
    """
    try:
        file.matrix_of()
    except ValueError as error:
        raise CaseError(shown([Trouble(source, 0, 0, str(error))])) from None
    return file

"""The matrix of prophesy-cib as CSV: descriptors and states in two rows above and two columns beside the judgements."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from hiwar.dossier.problems import CaseError, SourceText, Trouble, brief, shown
from hiwar.formats.cross_impact_file import CrossImpactFile
from hiwar.formats.cross_impact_tables import Row, checked, sections_in
from hiwar.formats.nodes import source_text
from hiwar.methods.cross_impact import Descriptor

_FORM = "two rows of names above the judgements: descriptors, then states, each from the third column on"


def read_cross_impact_csv(path: str | Path) -> CrossImpactFile:
    """Read a matrix; a descriptor's name may stand above each of its states or above the first only.

    Raises
    ------
    CaseError
        If it is not of this form.
    """
    return csv_of(source_text(path), Path(path).stem)


def csv_of(source: SourceText, title: str) -> CrossImpactFile:
    """Read a matrix from a text; errors as in `read_cross_impact_csv`."""
    rows = _rows(source)
    if len(rows) < 3 or len(rows[0][1]) < 3:
        raise CaseError(shown([Trouble(source, 0, 0, f"this is no cross-impact matrix: expected are {_FORM}")]))
    above = _named(source, rows[0][1][2:], rows[1][1][2:], rows[1][0])
    beside = _named(source, [_cell(row, 0) for _, row in rows[2:]], [_cell(row, 1) for _, row in rows[2:]], rows[2][0])
    if above != beside:
        message = "the names beside the judgements are not those above them; they must be the same, in the same order"
        raise CaseError(shown([Trouble(source, rows[2][0], 0, message)]))
    size = sum(len(one.states) for one in above)
    sections = sections_in(source, above, [(line, row[2:]) for line, row in rows[2:]], size)
    return checked(source, CrossImpactFile(title, above, sections))


def _rows(source: SourceText) -> list[Row]:
    reader = csv.reader(io.StringIO(source.text.removeprefix("\ufeff"), newline=""))
    rows: list[Row] = []
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                rows.append((min(reader.line_num, len(source.lines)) - 1, cells))
    except csv.Error as error:
        raise CaseError(shown([Trouble(source, max(reader.line_num - 1, 0), 0, f"this is not CSV: {error}")])) from None
    return rows


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _named(source: SourceText, names: Sequence[str], states: Sequence[str], line: int) -> tuple[Descriptor, ...]:
    """Descriptors with their states from two rows of headings."""
    grouped: dict[str, list[str]] = {}
    current = ""
    for name, state in zip(names, states, strict=False):
        if name and name != current and name in grouped:
            message = f'the states of "{brief(name)}" must stand together'
            raise CaseError(shown([Trouble(source, line, 0, message)]))
        current = name or current
        if not current or not state:
            missing = "state" if current else "descriptor"
            raise CaseError(shown([Trouble(source, line, 0, f"a {missing} has no name; expected are {_FORM}")]))
        grouped.setdefault(current, []).append(state)
    return tuple(Descriptor(name, tuple(given)) for name, given in grouped.items())


def cross_impact_csv(file: CrossImpactFile) -> str:
    """The matrix as CSV.

    Raises
    ------
    ValueError
        The form has no place for several judges or rules.
    """
    held = {"several judges": file.judges, "forbidden combinations": file.forbidden, "fixed states": file.fixed}
    if unfit := [what for what, there in held.items() if there]:
        raise ValueError(f"it has no place for {' and '.join(unfit)}")
    names = [(one.name, state) for one in file.descriptors for state in one.states]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["", "", *(name for name, _ in names)])
    writer.writerow(["", "", *(state for _, state in names)])
    for (name, state), row in zip(names, file.matrix_of().judgements.tolist(), strict=True):
        writer.writerow([name, state, *(f"{cell:g}" for cell in row)])
    return text.getvalue()

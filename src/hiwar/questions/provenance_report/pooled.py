"""That the sheets were pooled, how, and what the analysts' answers to questions with known answers say of them."""

from collections.abc import Iterator, Sequence

from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import CannotAnswer, Finding, Firmness, Settings, Table, table_of
from hiwar.questions.pools import performance_of
from hiwar.questions.provenance_report.units import Rows


def pool_findings(sheets: Sequence[Sheet], settings: Settings) -> Iterator[Finding]:
    """Said whenever several sheets are pooled."""
    if settings.pooling != "none" and len(sheets) > 1:
        values = {"pooling": settings.pooling, "sheets": tuple(sheet.id for sheet in sheets)}
        yield Finding("provenance.pooled", values, Firmness.STATED)


def pool_table(sheets: Sequence[Sheet]) -> Table:
    """Calibration, information and weight of each analyst; empty where they did not answer the same questions."""
    rows: Rows = []
    if len(sheets) > 1 and all(sheet.calibration for sheet in sheets):
        try:
            found = performance_of(sheets)
        except CannotAnswer:
            # They answered, but not so that it could be compared; asking for the pool says why.
            return table_of(_COLUMNS, ())
        for number, sheet in enumerate(sheets):
            figures = (float(part[number]) for part in (found.calibration, found.information, found.weights))
            rows.append(((sheet.id, found.questions, *figures), (sheet.id,)))
    return table_of(_COLUMNS, rows)


_COLUMNS = ("sheet", "questions", "calibration", "information", "weight")

"""What all answers stand on: whose word it is, what is missing, how far analysts agree, what to study next."""

from collections.abc import Iterator, Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, CannotAnswer, Finding, Firmness, Settings, Table
from hiwar.questions.pools import judgements_of
from hiwar.questions.provenance import provenance_of
from hiwar.questions.provenance_report.coders import coder_findings, coder_tables
from hiwar.questions.provenance_report.differing import differing_findings, differing_tables
from hiwar.questions.provenance_report.grounds import ground_findings, ground_tables
from hiwar.questions.provenance_report.needed import (
    needed_findings,
    needed_tables,
    without_findings,
    without_tables,
)
from hiwar.questions.provenance_report.pooled import pool_findings, pool_table
from hiwar.questions.provenance_report.seat import SeatView, seat_view
from hiwar.questions.provenance_report.study import study_findings, study_tables
from hiwar.questions.provenance_report.units import units_of

__all__ = ["answer_provenance"]


def answer_provenance(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What does it all stand on: what is stated, judged, missing; where do analysts differ, and does it matter?

    Parameters
    ----------
    dossier : Dossier
        Anything that can be read. Without courses to compare, whose word the items are is told all the same.
    sheets : sequence of Sheet
        With two or more, agreement per kind of judgement, and the verdicts that differ with the disagreements that
        bring that about.
    settings : Settings
        Seed and number of draws, packages of options to compare beside the tracks.
    """
    tables: dict[str, Table] = {**ground_tables(dossier), **coder_tables(units_of(dossier, sheets), sheets, settings)}
    findings = [*ground_findings(tables), *coder_findings(tables), *pool_findings(sheets, settings)]
    tables["calibration"] = pool_table(sheets)
    judgements_of(dossier, sheets, settings)  # what stands in the way of pooling is said, not left out below
    try:
        view = seat_view(dossier, sheets, settings)
    except CannotAnswer:
        findings.append(Finding("provenance.nothing_compared", {}, Firmness.CANNOT_BE_TOLD))
    else:
        tables |= _compared(dossier, sheets, settings, view)
        findings += _compared_findings(view, tables, sheets)
    return Answer(
        question="provenance",
        findings=tuple(findings),
        tables=immutabledict(tables),
        provenance=provenance_of(dossier, sheets, settings),
    )


def _compared(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings, view: SeatView) -> Mapping[str, Table]:
    bare = seat_view(dossier, (), settings) if sheets else view
    return {
        **needed_tables(view),
        **differing_tables(dossier, sheets, settings),
        **study_tables(view, settings),
        **without_tables(view, bare),
    }


def _compared_findings(view: SeatView, tables: Mapping[str, Table], sheets: Sequence[Sheet]) -> Iterator[Finding]:
    yield from needed_findings(view, tables)
    yield from differing_findings(tables, sheets)
    yield from study_findings(tables)
    yield from without_findings(tables, sheets)

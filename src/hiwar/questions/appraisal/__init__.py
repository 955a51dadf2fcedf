"""What each course costs and gains, for whom, in which scenario, and how firmly that is known."""

from collections.abc import Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings, Table
from hiwar.questions.appraisal.findings import findings_of
from hiwar.questions.appraisal.firmness import firmness_tables
from hiwar.questions.appraisal.risk import risk_tables
from hiwar.questions.appraisal.stated import Rows, stated_tables, table
from hiwar.questions.appraisal.strategy import strategy_tables
from hiwar.questions.appraisal.verdict import verdict_of
from hiwar.questions.compilation import compile_case
from hiwar.questions.provenance import provenance_of

__all__ = ["answer_appraisal"]


def answer_appraisal(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What does each course cost and gain, for whom, and how firmly is one better than another?

    Parameters
    ----------
    dossier : Dossier
        Needs at least one principal and one track.
    sheets : sequence of Sheet
        Read together: what any of them admits is admitted. Without sheets everything is unknown.
    settings : Settings
        Seed, numbers of draws, packages of options to appraise beside the tracks.

    Raises
    ------
    CannotAnswer
        No principal, no track, an unknown option in a package, or too many events to go through.
    """
    compilation = compile_case(dossier, sheets, settings)
    tables = {**stated_tables(compilation), **firmness_tables(compilation), **risk_tables(compilation)}
    tables |= strategy_tables(compilation)
    tables["sheets"] = _each_sheet(dossier, sheets, settings)
    verdict = verdict_of(compilation, tables)
    return Answer(
        question="appraisal",
        findings=findings_of(compilation, tables, verdict),
        tables=immutabledict(tables),
        provenance=provenance_of(dossier, sheets, settings),
    )


def _each_sheet(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Table:
    """The verdict by each sheet alone, where there are several."""
    rows: Rows = []
    for sheet in sheets if len(sheets) > 1 else ():
        compilation = compile_case(dossier, [sheet], settings)
        tables: Mapping[str, Table] = {**stated_tables(compilation), **firmness_tables(compilation)}
        verdict = verdict_of(compilation, tables)
        rows.append(((sheet.id, sheet.standing, verdict.course, verdict.kind), (sheet.id,)))
    return table(("sheet", "standing", "first_course", "verdict"), rows)

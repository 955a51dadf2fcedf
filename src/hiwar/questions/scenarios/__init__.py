"""Which futures hang together, and what each course brings in them."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.compilation import compile_case
from hiwar.questions.provenance import provenance_of
from hiwar.questions.scenarios.baseline import baseline_table
from hiwar.questions.scenarios.findings import findings_of
from hiwar.questions.scenarios.futures import futures_of
from hiwar.questions.scenarios.results import (
    Outlook,
    event_table,
    feasibility_table,
    regret_table,
    result_table,
    robust_table,
)
from hiwar.questions.scenarios.tables import future_tables

__all__ = ["answer_scenarios"]


def answer_scenarios(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Which futures hang together, which courses are open in them, and what holds in all, in some, in none?

    Parameters
    ----------
    dossier : Dossier
        Needs at least one principal and one track.
    sheets : sequence of Sheet
        Where any of them judges how outcomes promote or hinder each other (``cross_impact``), only futures that hang
        together by such judgements count; else every combination of outcomes that breaks no rule.
    settings : Settings
        Seed; packages of options to look at beside the tracks.

    Raises
    ------
    CannotAnswer
        No principal, no track, an unknown option in a package, or too many events to go through.
    """
    compilation = compile_case(dossier, sheets, settings)
    outlook = Outlook(compilation, futures_of(compilation))
    tables = {
        **future_tables(outlook),
        "baseline": baseline_table(outlook),
        "feasibility": feasibility_table(outlook),
        "results": result_table(outlook),
        "robust": robust_table(outlook),
        "regret": regret_table(outlook),
        "swings": event_table(outlook),
    }
    findings = findings_of(outlook, tables)
    return Answer("scenarios", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

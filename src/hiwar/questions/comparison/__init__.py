"""Which similar dialogues are nearest to this one, what they obtained, and what the seat could ask for after them."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.comparison.findings import findings_of
from hiwar.questions.comparison.likeness import similarity_of
from hiwar.questions.comparison.precedents import conclusions_of
from hiwar.questions.comparison.tables import (
    attribute_table,
    case_table,
    demand_table,
    precedent_table,
    sought_table,
    without_table,
)
from hiwar.questions.provenance import provenance_of


def answer_comparison(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What did similar dialogues obtain that the seat has not asked for, and how far are they alike?"""
    cases = tuple(dossier.comparators)
    similarity = similarity_of(dossier, cases)
    conclusions = conclusions_of(dossier, cases)
    tables = {
        "cases": case_table(dossier, similarity),
        "attributes": attribute_table(dossier, similarity),
        "sought": sought_table(dossier),
        "precedents": precedent_table(dossier, conclusions),
        "demands": demand_table(dossier, conclusions),
        "without": without_table(dossier),
    }
    findings = tuple(findings_of(dossier, tables))
    return Answer("comparison", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

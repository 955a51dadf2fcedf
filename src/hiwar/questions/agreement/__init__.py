"""What can be agreed: packages within reach, what each asks of whom, and what blocks where nothing fits."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.agreement.alternatives import alternatives_table
from hiwar.questions.agreement.beside import beside_table, eased_table, supreme_table
from hiwar.questions.agreement.blocks import blocks_of
from hiwar.questions.agreement.findings import findings_of
from hiwar.questions.agreement.tables import (
    agenda_table,
    at_home_table,
    concession_table,
    fallback_table,
    frontier_table,
    package_table,
    proposal_table,
)
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import bargain_of
from hiwar.questions.proposals import asked_proposals, proposals_of, search
from hiwar.questions.provenance import provenance_of
from hiwar.questions.worths import worths_of


def answer_agreement(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Which packages could be agreed, which of them nobody can better, and what does each ask of whom?"""
    judgements = Judgements(dossier, tuple(sheets))
    worths = worths_of(judgements)
    bargain = bargain_of(judgements)
    found = None if bargain is None else search(bargain)
    proposals = (*(() if found is None else proposals_of(found)), *asked_proposals(dossier, worths, found, settings))
    tables = {
        "agenda": agenda_table(judgements, worths),
        "fallbacks": fallback_table(judgements, worths),
        "packages": package_table(proposals),
        "proposals": proposal_table(judgements, worths, found, proposals, settings),
        "concessions": concession_table(judgements, found, proposals),
        "eased": eased_table(dossier, proposals),
        "beside": beside_table(dossier, proposals),
        "supreme": supreme_table(dossier, proposals),
        "alternatives": alternatives_table(dossier),
        "at_home": at_home_table(judgements, proposals),
    }
    if found is not None:
        tables["frontier"] = frontier_table(judgements, found)
    findings = tuple(findings_of(judgements, worths, found, blocks_of(judgements, found), proposals, tables))
    return Answer("agreement", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

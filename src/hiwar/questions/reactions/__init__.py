"""What the others do next: chains of effects, moves and counter-moves, and which outcomes would hold."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.provenance import provenance_of
from hiwar.questions.reactions.chain_findings import chain_findings, chain_tables, chains_of
from hiwar.questions.reactions.outcome_findings import outcome_findings
from hiwar.questions.reactions.outcomes import outcome_tables, sequels_of


def answer_reactions(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What would the others do after each course, what follows from what, and which outcomes would hold?"""
    chains = chains_of(dossier, sheets, settings)
    sequels = sequels_of(dossier, sheets, settings)
    tables = {**outcome_tables(sequels), **chain_tables(dossier, sheets, settings, chains)}
    findings = (*outcome_findings(sequels), *chain_findings(dossier, sheets, settings, chains))
    return Answer("reactions", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

"""How far each side speaks with one voice, who divides it, what that does to its negotiator, and who negotiates."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.judgements import Judgements
from hiwar.questions.provenance import provenance_of
from hiwar.questions.standings import standings_of
from hiwar.questions.unity.findings import findings_of
from hiwar.questions.unity.matters import (
    divider_table,
    issue_table,
    issues_of,
    matter_table,
    matters_of,
    overall_table,
    share_table,
    standing_table,
)
from hiwar.questions.unity.readings import claim_table, effects_of, power_table, reading_table
from hiwar.questions.unity.team import team_findings, team_table, trust_table


def answer_unity(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Does each side speak with one voice, on what, and what can its negotiator carry?"""
    judgements = Judgements(dossier, tuple(sheets))
    standings = standings_of(judgements)
    matters = matters_of(dossier, standings)
    issues = issues_of(matters)
    effects = effects_of(dossier, matters, settings)
    overall = overall_table(dossier, issues)
    tables = {
        "overall": overall,
        "issues": issue_table(issues),
        "matters": matter_table(matters),
        "shares": share_table(matters),
        "positions": standing_table(dossier, standings, matters),
        "dividers": divider_table(dossier, matters),
        "readings": reading_table(effects),
        "claims": claim_table(dossier),
        "power": power_table(dossier),
        "team": team_table(dossier),
        "trust": trust_table(judgements),
    }
    findings = (*findings_of(dossier, standings, matters, overall, effects), *team_findings(dossier, standings))
    return Answer("unity", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

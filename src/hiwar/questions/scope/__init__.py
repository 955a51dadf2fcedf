"""What kind of dialogue: its scopes, what each leaves within reach and for whom; and which form of relation."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import bargain_of
from hiwar.questions.provenance import provenance_of
from hiwar.questions.reach import reach_of
from hiwar.questions.scope.findings import findings_of
from hiwar.questions.scope.scopes import one_sided, scopes_of
from hiwar.questions.scope.tables import (
    form_table,
    precondition_table,
    reach_table,
    scope_table,
    sided_table,
    tension_table,
)


def answer_scope(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """What does each scope of the dialogue leave within reach, for whom, and at what price?"""
    judgements = Judgements(dossier, tuple(sheets))
    scopes = scopes_of(dossier)
    bargains = {scope.id: bargain_of(judgements, scope.issues, scope.given) for scope in scopes}
    reaches = {key: reach_of(bargain) for key, bargain in bargains.items() if bargain is not None}
    sided = one_sided(bargains, reaches, settings)
    tables = {
        "scopes": scope_table(dossier, scopes, bargains, reaches),
        "reach": reach_table(judgements, scopes, reaches),
        "sidedness": sided_table(judgements, sided),
        "tensions": tension_table(dossier, scopes),
        "preconditions": precondition_table(dossier, scopes),
        "forms": form_table(dossier),
    }
    findings = tuple(findings_of(dossier, tables))
    return Answer("scope", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

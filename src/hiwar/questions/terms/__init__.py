"""Which of the stated terms a plan, a course or a package meets, fails or leaves open, and what would repair it."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Settings
from hiwar.questions.judgements import Judgements
from hiwar.questions.provenance import provenance_of
from hiwar.questions.terms.computed import Context
from hiwar.questions.terms.findings import findings_of
from hiwar.questions.terms.holding import hold
from hiwar.questions.terms.subjects import subjects_of
from hiwar.questions.terms.tables import by_number, reading_table, reason_table, share_table, state_table
from hiwar.questions.worths import worths_of


def answer_terms(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Which of the terms does each plan meet, which does it fail, and what is missing to tell?

    Every plan of the case, every course as it stands by itself and every package of the settings is held against every
    term. A term is not met if one of its criteria is not; else it cannot be told if one cannot; else it is met. What a
    plan does not state meets nothing, prohibitions least of all.
    """
    judgements = Judgements(dossier, tuple(sheets))
    context = Context(judgements, worths_of(judgements))
    subjects = subjects_of(dossier, settings)
    terms = sorted(dossier.terms.values(), key=lambda term: by_number(term.id))
    held = [hold(subject, term, context) for subject in subjects for term in terms]
    tables = {
        "terms": state_table(held, context),
        "reasons": reason_table(held, context),
        "readings": reading_table(dossier),
        "shares": share_table(dossier, subjects),
    }
    findings = tuple(findings_of(subjects, held, context))
    return Answer("terms", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))

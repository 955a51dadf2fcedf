"""One module per question that a decision-maker asks: case and judgements in, Answer out."""

from collections.abc import Callable, Mapping

from immutabledict import immutabledict

from hiwar.questions.agreement import answer_agreement
from hiwar.questions.answer import (
    DEFAULTS,
    Answer,
    CannotAnswer,
    Finding,
    Firmness,
    Ground,
    Provenance,
    Settings,
    Table,
)
from hiwar.questions.appraisal import answer_appraisal
from hiwar.questions.approval import answer_approval
from hiwar.questions.balance import answer_balance
from hiwar.questions.comparison import answer_comparison
from hiwar.questions.interests import answer_interests
from hiwar.questions.parties import answer_parties
from hiwar.questions.plan import answer_plan
from hiwar.questions.provenance_report import answer_provenance
from hiwar.questions.reactions import answer_reactions
from hiwar.questions.scenarios import answer_scenarios
from hiwar.questions.scope import answer_scope
from hiwar.questions.terms import answer_terms
from hiwar.questions.timing import answer_timing
from hiwar.questions.unity import answer_unity

QUESTIONS: Mapping[str, Callable[..., Answer]] = immutabledict(
    {
        "parties": answer_parties,
        "interests": answer_interests,
        "scenarios": answer_scenarios,
        "timing": answer_timing,
        "scope": answer_scope,
        "appraisal": answer_appraisal,
        "agreement": answer_agreement,
        "reactions": answer_reactions,
        "balance": answer_balance,
        "unity": answer_unity,
        "approval": answer_approval,
        "comparison": answer_comparison,
        "terms": answer_terms,
        "plan": answer_plan,
        "provenance": answer_provenance,
    }
)
"""Name of a question to the function that answers it: (dossier, sheets, settings) -> Answer."""

__all__ = [
    "DEFAULTS",
    "QUESTIONS",
    "Answer",
    "CannotAnswer",
    "Finding",
    "Firmness",
    "Ground",
    "Provenance",
    "Settings",
    "Table",
    "answer_agreement",
    "answer_appraisal",
    "answer_approval",
    "answer_balance",
    "answer_comparison",
    "answer_interests",
    "answer_parties",
    "answer_plan",
    "answer_provenance",
    "answer_reactions",
    "answer_scenarios",
    "answer_scope",
    "answer_terms",
    "answer_timing",
    "answer_unity",
]

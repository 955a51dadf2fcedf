"""One module per question that a decision-maker asks: case and judgements in, Answer out."""

from collections.abc import Callable, Mapping

from immutabledict import immutabledict

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
from hiwar.questions.interests import answer_interests
from hiwar.questions.parties import answer_parties

QUESTIONS: Mapping[str, Callable[..., Answer]] = immutabledict(
    {"parties": answer_parties, "interests": answer_interests, "appraisal": answer_appraisal}
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
    "answer_appraisal",
    "answer_interests",
    "answer_parties",
]

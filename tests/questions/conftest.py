"""The flagship case with each of its sheets, answered once."""

from pathlib import Path

import pytest

from hiwar.dossier import Case, read_case
from hiwar.questions import Answer, Settings, answer_appraisal, answer_interests, answer_parties

QUICK = Settings(draws=256, futures=256)


@pytest.fixture(scope="session")
def flagship(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["illustration"])


@pytest.fixture(scope="session")
def paper_only(examples: Path) -> Case:
    return read_case(examples / "iraq-us-2020", ["paper-only"])


@pytest.fixture(scope="session")
def parties(flagship: Case) -> Answer:
    return answer_parties(flagship.dossier, flagship.sheets)


@pytest.fixture(scope="session")
def interests(flagship: Case) -> Answer:
    return answer_interests(flagship.dossier, flagship.sheets)


@pytest.fixture(scope="session")
def appraisal(flagship: Case) -> Answer:
    return answer_appraisal(flagship.dossier, flagship.sheets, QUICK)


@pytest.fixture(scope="session")
def appraisal_on_paper(paper_only: Case) -> Answer:
    return answer_appraisal(paper_only.dossier, paper_only.sheets, QUICK)

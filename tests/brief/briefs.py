"""Cases with their answers and briefs, computed once for all tests of the brief."""

from functools import cache
from pathlib import Path

from hiwar.brief import Document, compose, html
from hiwar.dossier.reading import Case, read_case
from hiwar.questions import QUESTIONS, Answer, Settings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BRIEFS = (
    ("iraq-us-2020", ()),
    ("iraq-us-2020", ("illustration",)),
    ("iraq-us-2020", ("paper-only",)),
    ("two-towns-water", ("first",)),
    ("two-towns-water", ("first", "second")),
)
"""Cases with sheets on which what holds of every brief is tested."""

Made = tuple[Case, dict[str, Answer], Document]


@cache
def made(case: str, sheets: tuple[str, ...]) -> Made:
    """A case with its answers and its brief; few draws, since no test here looks at the last digit."""
    found = read_case(EXAMPLES / case, sheets)
    settings = Settings(draws=256, futures=256)
    answers = {name: answer(found.dossier, found.sheets, settings) for name, answer in QUESTIONS.items()}
    return found, answers, compose(found.dossier, found.sheets, answers)


@cache
def page_of(case: str, sheets: tuple[str, ...]) -> str:
    """The page of a brief."""
    return html(made(case, sheets)[2])


@cache
def in_arabic(case: str, sheets: tuple[str, ...]) -> Document:
    """The same brief in Arabic, from the same answers."""
    found, answers, _ = made(case, sheets)
    return compose(found.dossier, found.sheets, answers, language="ar")


@cache
def arabic_page_of(case: str, sheets: tuple[str, ...]) -> str:
    """The page of a brief in Arabic."""
    return html(in_arabic(case, sheets))

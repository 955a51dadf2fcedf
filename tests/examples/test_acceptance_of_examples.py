"""R8 and R18 on the example cases: figures open to their inputs, either principal may sit, the cases keep apart."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hiwar.cli.app import app
from hiwar.cli.checking import grounds_of
from hiwar.dossier.model import items_of
from hiwar.dossier.reading import Case, read_case
from hiwar.questions import QUESTIONS, Answer, Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
TOWNS, FLAGSHIP = EXAMPLES / "two-towns-water", EXAMPLES / "iraq-us-2020"
QUICK = Settings(draws=64, futures=64)
ABOUT_THE_FLAGSHIP = re.compile(
    r"iraq|america|united states|baghdad|washington|trump|\biran\b|kurd|nato|bayan|العراق|أمريك|إيران", re.IGNORECASE
)


@pytest.fixture(
    scope="module", params=[(TOWNS, ("first", "second")), (FLAGSHIP, ("illustration",))], ids=["towns", "flagship"]
)
def case(request: Any) -> Case:
    folder, sheets = request.param
    return read_case(folder, sheets)


@pytest.fixture(scope="module")
def answers(case: Case) -> dict[str, Answer]:
    return {name: answer(case.dossier, case.sheets, QUICK) for name, answer in QUESTIONS.items()}


def numbers_in(value: Any) -> bool:
    return isinstance(value, float) or (isinstance(value, tuple) and any(map(numbers_in, value)))


def traced(answers: dict[str, Answer]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What holds a figure, and what it rests on."""
    for question, answer in answers.items():
        for finding in answer.findings:
            if any(numbers_in(value) for value in finding.values.values()):
                yield f"{question}: {finding.key}", finding.trace
        for name, table in answer.tables.items():
            for row, trace in zip(table.rows, table.traces or ((),) * len(table.rows), strict=True):
                if any(map(numbers_in, row)):
                    yield f"{question}: {name} {row[:4]}", trace


def test_r8_every_figure_opens_to_items_and_judgements_that_are_there(case: Case, answers: dict[str, Answer]) -> None:
    items = {item.id for _, item in items_of(case.dossier)}
    judged = {f"{sheet.id}:{section}:{key}" for sheet in case.sheets for section, key in entries(sheet)}
    judged |= {sheet.id for sheet in case.sheets}
    found = list(traced(answers))
    assert len(found) > 200
    for what, trace in found:
        assert trace, what
        assert set(trace) <= items | judged, what


def entries(sheet: Any) -> Iterator[tuple[str, str]]:
    for section in (
        "likelihood",
        "size",
        "unstated",
        "weights",
        "worth",
        "reservation_value",
        "cross_impact",
        "delay_cost",
        "positions",
        "priorities",
        "relations",
        "ties",
        "influence",
    ):
        yield from ((section, key) for key in getattr(sheet, section))


def test_r8_what_a_figure_opens_to_has_a_source_or_a_reason(case: Case, answers: dict[str, Answer]) -> None:
    grounded = {item.id for _, item in items_of(case.dossier) if item.cite or item.because}
    grounded |= {sheet.id for sheet in case.sheets}
    for what, trace in traced(answers):
        assert {reference for reference in trace if ":" not in reference} <= grounded, what


def test_r18_items_stated_and_judged_are_counted_and_add_up(case: Case) -> None:
    counted = grounds_of(case.dossier)
    items = list(items_of(case.dossier))
    assert sum(sum(counts.values()) for counts in counted.values()) == len(items)
    assert sum(counts["stated"] for counts in counted.values()) == sum(item.is_stated for _, item in items)
    assert sum(counts["unfounded"] for counts in counted.values()) == sum(item.is_unfounded for _, item in items)


def test_r18_without_any_judgement_the_answers_come_and_say_what_cannot_be_told(case: Case) -> None:
    for answer in QUESTIONS.values():
        assert answer(case.dossier, (), QUICK).findings
    found = QUESTIONS["appraisal"](case.dossier, (), QUICK)
    missing = {finding.key for finding in found.findings if finding.firmness == "cannot_be_told"}
    assert {"appraisal.no_recommendation", "appraisal.no_likelihoods", "appraisal.cell_not_stated"} <= missing
    assert found.tables["expected"].rows == found.tables["risk"].rows == ()


def test_r18_the_other_principal_can_sit_in_the_seat(case: Case) -> None:
    sides = [
        row["party"] for row in QUESTIONS["parties"](case.dossier, case.sheets, QUICK).tables["at_table"].records()
    ]
    usual = QUESTIONS["appraisal"](case.dossier, case.sheets, QUICK)
    (other,) = set(sides) - {case.dossier.seat}
    turned = case.dossier.model_copy(update={"seat": other})
    answers = {name: answer(turned, case.sheets, QUICK) for name, answer in QUESTIONS.items()}
    assert {row["party"] for row in answers["appraisal"].tables["information"].records()} <= {other}
    assert pairs(answers["appraisal"]) == pairs(usual)
    mine = QUESTIONS["interests"](case.dossier, case.sheets, QUICK).tables["matrix"].records()
    theirs = answers["interests"].tables["matrix"].records()
    assert {(row["goal"], row["other"], row["relation"]) for row in mine} == {
        (row["other"], row["goal"], row["relation"]) for row in theirs
    }


def pairs(answer: Answer) -> set[tuple[Any, ...]]:
    return set(answer.tables["pairs"].rows)


@pytest.mark.parametrize(
    "command",
    [
        *(
            ("ask", question, "TOWNS", "-s", "first", "-s", "second", "--json", "--draws", "64")
            for question in QUESTIONS
        ),
        *(("ask", question, "TOWNS", "--draws", "64") for question in QUESTIONS),
        ("brief", "TOWNS", "-s", "first", "-s", "second", "--json", "--draws", "64"),
        ("brief", "TOWNS", "-s", "second", "--draws", "64", "-o", "PAGE"),
        ("check", "TOWNS"),
        ("check", "TOWNS", "--json"),
        ("show", "T-AGREE", "TOWNS"),
        ("show", "EV-DRY", "TOWNS", "--json"),
    ],
    ids=lambda command: " ".join(command),
)
def test_r18_no_output_of_the_second_case_says_a_word_about_the_flagship(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    page = tmp_path / "page.html"
    words = [{"TOWNS": TOWNS.name, "PAGE": str(page)}.get(word, word) for word in command]
    ran = CliRunner().invoke(app, words, prog_name="hiwar")
    assert ran.exit_code == 0
    written = without_fonts(page.read_text(encoding="utf-8")) if page.exists() else ""
    text = ran.stdout + ran.stderr + written
    assert len(text) > 200
    assert ABOUT_THE_FLAGSHIP.findall(text) == []


def without_fonts(page: str) -> str:
    """Fonts inside the page are letters in any order."""
    return re.sub(r"data:[a-z/0-9;+-]+,[A-Za-z0-9+/=]+", "", page)


def test_r2_a_case_without_an_ultimate_goal_is_answered_and_the_brief_says_that_it_is_missing() -> None:
    ran = CliRunner().invoke(app, ["brief", str(FLAGSHIP), "-s", "illustration", "--json", "--draws", "64"])
    assert ran.exit_code == 0
    assert "Iraq has stated no ultimate goal." in ran.stdout

"""The second case is sound, small and unlike the flagship; nothing in it stands without ground."""

import re
from pathlib import Path

import pytest

from hiwar.dossier.amounts import Judged
from hiwar.dossier.model import items_of, principals
from hiwar.dossier.reading import Case, read_case
from hiwar.dossier.scales import WHOLE_PROBABILITY, WHOLE_SIZE, probability_words, resolve, size_words
from hiwar.questions import QUESTIONS, Settings, answer_appraisal

FOLDER = Path(__file__).parents[2] / "examples" / "two-towns-water"


@pytest.fixture(scope="module")
def case() -> Case:
    return read_case(FOLDER, ["first", "second"])


def test_it_reads_without_a_warning(case: Case) -> None:
    assert case.warnings == ()
    assert case.available_sheets == ("first", "second")


def test_all_its_sheets_can_be_read_without_naming_them() -> None:
    assert [sheet.id for sheet in read_case(FOLDER, all_sheets=True).sheets] == ["first", "second"]
    assert [sheet.id for sheet in read_case(FOLDER, ["second"], all_sheets=True).sheets] == ["first", "second"]
    assert read_case(FOLDER).sheets == ()


def test_it_says_that_it_is_invented(case: Case) -> None:
    assert "invented" in str(case.dossier.notice)
    assert all("invented" in str(sheet.notice) for sheet in case.sheets)


def test_r18_every_item_has_a_source_or_a_reason_and_both_are_counted(case: Case) -> None:
    items = [item for _, item in items_of(case.dossier)]
    assert [item.id for item in items if item.is_unfounded] == []
    assert any(item.is_stated for item in items)
    assert any(item.because for item in items)


def test_every_quote_stands_in_the_note(case: Case) -> None:
    note = " ".join((FOLDER / "sources" / "briefing-note.txt").read_text(encoding="utf-8").split())
    quotes = [cite.quote for _, item in items_of(case.dossier) for cite in item.cite if cite.quote]
    assert len(quotes) > 30
    assert [quote for quote in quotes if quote not in note] == []


def test_every_name_and_text_is_in_english_and_arabic(case: Case) -> None:
    for section, item in items_of(case.dossier):
        for text in (item.name, item.text):
            assert text is None or (not isinstance(text, str) and set(text) == {"en", "ar"}), f"{section} {item.id}"


def test_no_word_of_it_is_about_the_flagship() -> None:
    words = "\n".join(
        path.read_text(encoding="utf-8") for path in FOLDER.rglob("*") if path.suffix in (".yaml", ".txt")
    )
    assert not re.search(r"iraq|america|baghdad|washington|trump|\biran|kurd|العراق|أمريك", words, re.IGNORECASE)


def test_one_track_needs_an_event_and_one_event_has_a_day(case: Case) -> None:
    dossier = case.dossier
    assert principals(dossier) == ("millhaven", "alderbrook")
    assert [key for key, track in dossier.tracks.items() if track.needs] == ["T-AGREE"]
    assert [key for key, event in dossier.events.items() if event.on] == ["EV-VOTE"]


def test_both_sheets_judge_every_effect_with_words_and_numbers_that_the_scales_know(case: Case) -> None:
    for sheet in case.sheets:
        assert set(sheet.size) == set(case.dossier.effects)
        for likelihood in sheet.likelihood.values():
            for part in likelihood.cases:
                for judged in (*part.options.values(), *([part.itself] if part.itself else [])):
                    found = resolve(
                        Judged[object](value=judged.value), probability_words(case.dossier), WHOLE_PROBABILITY
                    )
                    assert 0 <= found.low <= found.high <= 1
        for sizes in sheet.size.values():
            for entry in sizes.entries:
                assert (
                    resolve(Judged[object](value=entry.judged.value), size_words(case.dossier), WHOLE_SIZE).high <= 100
                )


def test_r18_the_two_analysts_come_to_different_verdicts(case: Case) -> None:
    first, second = (
        {
            finding.values["course"]
            for finding in answer_appraisal(case.dossier, [sheet], Settings(draws=64)).findings
            if finding.key in ("appraisal.recommended", "appraisal.recommended_if")
        }
        for sheet in case.sheets
    )
    assert (first, second) == ({"T-AGREE"}, {"T-WELLS"})


def test_r18_the_other_town_can_sit_in_the_seat_and_what_is_not_stated_for_it_is_not_zero(case: Case) -> None:
    turned = case.dossier.model_copy(update={"seat": "alderbrook"})
    findings = answer_appraisal(turned, case.sheets[:1], Settings(draws=64)).findings
    empty = [finding for finding in findings if finding.key == "appraisal.cell_not_stated"]
    assert any(finding.values["course"] == "T-WELLS" for finding in empty)
    assert not any(finding.key == "appraisal.recommended" for finding in findings)


@pytest.mark.parametrize("question", QUESTIONS)
def test_r18_without_judgements_every_question_still_answers(case: Case, question: str) -> None:
    answer = QUESTIONS[question](case.dossier, (), Settings(draws=64))
    assert answer.findings
    assert not any(finding.key.startswith("appraisal.recommended") for finding in answer.findings)

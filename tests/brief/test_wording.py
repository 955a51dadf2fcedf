"""What is said means what was found: firmness, gaps and numbers."""

from typing import Any

import pytest

from hiwar.brief import catalogue
from hiwar.brief.blocks import statement
from hiwar.brief.words import Words, number, shortened
from hiwar.questions import Finding, Firmness


@pytest.fixture
def words(brief_of: Any) -> Words:
    case, _, _ = brief_of("two-towns-water", "first")
    return Words(case.dossier, case.sheets, catalogue("en"))


def said(words: Words, key: str, firmness: Firmness = Firmness.POSSIBLE, /, **values: Any) -> str:
    return statement(words, Finding(key, values, firmness)).text.lower()


def test_r15_what_is_not_firm_is_worded_as_not_firm(words: Words) -> None:
    pair: dict[str, Any] = {"first": "T-AGREE", "second": "T-COURT"}
    assert "not a firm" in said(words, "appraisal.leading", course="T-AGREE", share=0.7, second="T-COURT")
    assert "nothing is firm" in said(words, "appraisal.not_firm", share=0.7, low=-3.0, high=9.0, **pair)
    assert "certainly" in said(words, "appraisal.certain", Firmness.CERTAIN, low=3.0, high=9.0, **pair)
    assert "certain" not in said(words, "appraisal.not_firm", share=0.7, low=-3.0, high=9.0, **pair)


def test_a_recommendation_that_is_not_certain_says_so(words: Words) -> None:
    values: dict[str, Any] = {"course": "T-AGREE", "second": "T-COURT", "share": 0.9}
    assert "not firm" in said(words, "appraisal.recommended", Firmness.POSSIBLE, **values)
    assert "not firm" not in said(words, "appraisal.recommended", Firmness.CERTAIN, **values)


@pytest.mark.parametrize("kind", ["gain", "cost"])
def test_an_empty_cell_is_never_called_zero(words: Words, kind: str) -> None:
    text = said(words, "appraisal.cell_not_stated", course="T-WELLS", party="alderbrook", kind=kind, judged="no")
    assert "not zero" in text
    assert kind in text


def test_r3_pairs_not_judged_are_told_as_not_judged(words: Words) -> None:
    counts: dict[str, Any] = {
        "compatible": 1,
        "conflicting": 2,
        "mixed": 1,
        "unrelated": 0,
        "not_judged": 12,
        "total": 16,
    }
    assert "12 have not been judged" in said(words, "interests.pairs", **counts)


def test_names_stand_for_ids(words: Words) -> None:
    text = said(
        words, "appraisal.infeasible_when", course="T-AGREE", need="N-VOTE", outcomes=("EV-VOTE=challengers_win",)
    )
    assert "agreement on the weir" in text
    assert "the challengers win" in text
    assert "n-vote" not in text


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.0, "0"), (-12.4, "−12"), (0.04, "0.04"), (-0.001, "0"), (0.3, "0.3"), (-0.31, "−0.3"), (1234.0, "1,234")],
)
def test_numbers_have_no_false_exactness(value: float, told: str) -> None:
    assert number(value) == told


def test_nearly_all_is_not_all_and_nearly_none_is_not_none(words: Words) -> None:
    assert words.share(1.0) == "100%"
    assert words.share(0.9999) == "over 99%"
    assert words.share(0.0) == "0%"
    assert words.share(0.0001) == "under 1%"


def test_a_range_reads_as_a_range_and_a_gap_as_a_gap(words: Words) -> None:
    assert words.span(-12.0, 30.0) == "−12 to 30"
    assert words.span(5.0, 5.0) == "5"
    assert words.span(None, None) == words("words.not_estimated")
    assert words.points(None) != words.points(0.0)


def test_an_unknown_judgement_is_told_as_unknown(words: Words) -> None:
    assert words.amount("unknown") == "unknown"
    assert words.amount((0.4, 0.6)) == "0.4 to 0.6"


def test_texts_are_cut_between_words() -> None:
    assert shortened("a long sentence about water", 12) == "a long…"
    assert shortened("short", 12) == "short"

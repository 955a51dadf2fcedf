"""R18: several sheets are made into one only where that is asked for, by a stated rule, and never quietly."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from harbour import CASE, QUICK, sheet_data
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.dossier import CaseError, Dossier, Sheet, read_case
from hiwar.dossier.scales import WHOLE_PROBABILITY, probability_words, resolve, size_words
from hiwar.questions import QUESTIONS, CannotAnswer, answer_appraisal, answer_provenance
from hiwar.questions.judgements import Judgements, size_range
from hiwar.questions.pools import POOLED, judgements_of, performance_of
from hiwar.questions.provenance_report.seat import seat_view
from strategies import cases, sheets_for

Data = dict[str, Any]
DOSSIER = Dossier.model_validate(CASE)
POOLS = ("linear", "logarithmic", "performance")
ANSWERS: Data = {
    "lake": {"quantiles": {"5%": 10, "50%": 20, "95%": 30}, "realisation": 21},
    "flow": {"quantiles": {"5%": 1, "50%": 2, "95%": 4}, "realisation": 3},
    "bill": {"quantiles": {"5%": 100, "50%": 150, "95%": 200}, "realisation": 140},
}
WILD: Data = {
    key: {"quantiles": {"5%": 900, "50%": 910, "95%": 920}, "realisation": answer["realisation"]}
    for key, answer in ANSWERS.items()
}


def sheets(first: Data | None = None, second: Data | None = None) -> list[Sheet]:
    """The usual sheet twice, with sections laid over it."""
    usual = {**sheet_data(), "calibration": ANSWERS}
    written = [
        {**usual, **{part: {**usual[part], **value} for part, value in (changes or {}).items()}, "id": key}
        for key, changes in (("s", first), ("t", second))
    ]
    return [Sheet.model_validate(sheet) for sheet in written]


def pooled(first: Data | None = None, second: Data | None = None, *, by: Any = "linear") -> Sheet:
    return judgements_of(DOSSIER, sheets(first, second), replace(QUICK, pooling=by)).sheets[0]


def ends(judged: Any) -> tuple[float, float]:
    found = resolve(judged, {**probability_words(DOSSIER), **size_words(DOSSIER)}, WHOLE_PROBABILITY)
    return found.low, found.high


@pytest.mark.parametrize("question", QUESTIONS)
def test_r18_unless_asked_for_nothing_is_pooled(question: str, examples: Path) -> None:
    case = read_case(examples / "two-towns-water", ["first", "second"])
    found = QUESTIONS[question](case.dossier, case.sheets, QUICK)
    assert found.provenance.settings.pooling == "none"
    assert judgements_of(case.dossier, case.sheets, QUICK) == Judgements(case.dossier, case.sheets)
    assert not [finding for finding in found.findings if finding.key == "provenance.pooled"]


@pytest.mark.parametrize("by", POOLS)
def test_one_sheet_is_what_it_is_however_pooled(by: Any) -> None:
    alone = sheets()[:1]
    usual, other = (answer_appraisal(DOSSIER, alone, replace(QUICK, pooling=one)) for one in ("none", by))
    assert other.tables == usual.tables


@pytest.mark.parametrize("by", POOLS)
def test_sheets_that_say_the_same_are_pooled_to_what_they_say(by: Any) -> None:
    usual = seat_view(DOSSIER, sheets()[:1], QUICK)
    other = seat_view(DOSSIER, sheets(), replace(QUICK, pooling=by))
    assert other.verdicts == usual.verdicts
    for one, two in zip(usual.rows, other.rows, strict=True):
        assert (two.likelihood.low, two.likelihood.high) == pytest.approx((one.likelihood.low, one.likelihood.high))
        for size, same in zip(one.sizes, two.sizes, strict=True):
            assert (same.low, same.high) == pytest.approx((size.low, size.high))


def test_the_linear_pool_is_the_mean_of_what_each_admits() -> None:
    first: Data = {"size": {"fees": [10, 30]}, "likelihood": {"fees": 0.2}}
    found = pooled(first, {"size": {"fees": 50}, "likelihood": {"fees": [0.4, 1]}})
    assert ends(found.likelihood["fees"].cases[0].itself) == pytest.approx((0.3, 0.6))
    assert [(entry.keys, ends(entry.judged)) for entry in found.size["fees"].entries] == [(("east", "trade"), (30, 40))]


def test_the_logarithmic_pool_is_for_likelihoods_alone() -> None:
    """The odds of 1 to 4 and of 9 to 1 have the geometric mean 1.5."""
    first: Data = {"size": {"fees": 10}, "likelihood": {"fees": 0.2}}
    found = pooled(first, {"size": {"fees": 50}, "likelihood": {"fees": 0.9}}, by="logarithmic")
    assert ends(found.likelihood["fees"].cases[0].itself) == pytest.approx((0.6, 0.6))
    assert ends(found.size["fees"].entries[0].judged) == (30, 30)


def test_an_event_is_pooled_option_by_option_and_adds_up_to_one() -> None:
    for by in ("linear", "logarithmic"):
        found = pooled({"likelihood": {"storm": {"calm": 0.2}}}, {"likelihood": {"storm": {"rough": 0.4}}}, by=by)
        options = {option: ends(judged) for option, judged in found.likelihood["storm"].cases[0].options.items()}
        assert options["calm"][0] + options["rough"][1] == pytest.approx(1)
        assert 0.2 < options["calm"][0] < 0.6


def test_who_is_silent_leaves_the_word_to_the_other_and_who_does_not_know_widens_it() -> None:
    first, second = sheets({"size": {"fees": 40}})
    quiet = second.model_copy(update={"size": {key: size for key, size in second.size.items() if key != "fees"}})
    for other, expected in ((quiet, (40, 40)), (sheets(None, {"size": {"fees": "unknown"}})[1], (20, 70))):
        found = judgements_of(DOSSIER, [first, other], replace(QUICK, pooling="linear"))
        size = size_range(found, "fees", "east", "trade")
        assert (size.low, size.high) == expected


def test_what_both_do_not_know_stays_unknown() -> None:
    found = judgements_of(DOSSIER, sheets(*[{"size": {"fees": "unknown"}}] * 2), replace(QUICK, pooling="linear"))
    assert size_range(found, "fees", "east", "trade").is_unknown


def test_by_performance_the_better_calibrated_counts_and_the_other_hardly() -> None:
    first, second = {"size": {"fees": 10}}, {"size": {"fees": 90}, "calibration": WILD}
    low, high = ends(pooled(first, second, by="performance").size["fees"].entries[0].judged)
    scores = performance_of(sheets(first, second))
    assert scores.calibration[0] > 0.5 > 0.01 > scores.calibration[1]
    assert low == high == pytest.approx(10 * scores.weights[0] + 90 * scores.weights[1])
    assert low < 12


def test_questions_of_magnitude_are_scored_on_their_logarithms() -> None:
    def answers(*quantiles: float, realisation: float) -> Data:
        told = dict(zip(("5%", "50%", "95%"), quantiles, strict=True))
        return {"spread": {"quantiles": told, "realisation": realisation, "scale": "log"}}

    wide, narrow = (
        Sheet.model_validate({**sheet_data(), "id": key, "calibration": answers(*quantiles, realisation=100)})
        for key, quantiles in (("s", (1, 100, 10000)), ("t", (10, 100, 1000)))
    )
    found = performance_of([wide, narrow])
    assert found.information[1] > found.information[0]


@pytest.mark.parametrize("by", POOLS)
def test_figures_rest_on_the_sheets_that_were_pooled(by: Any) -> None:
    found = answer_appraisal(DOSSIER, sheets(None, {"size": {"fees": 10}}), replace(QUICK, pooling=by))
    rests_on = {item.split(":")[0] for table in found.tables.values() for trace in table.traces for item in trace}
    assert {"s", "t"} <= rests_on
    assert "pooled" not in rests_on
    assert found.provenance.settings.pooling == by
    assert set(found.provenance.sheet_digests) == {"s", "t"}


@pytest.mark.parametrize("by", POOLS)
def test_r18_that_sheets_are_pooled_is_said(by: Any) -> None:
    found = answer_provenance(DOSSIER, sheets(), replace(QUICK, pooling=by))
    (finding,) = [one for one in found.findings if one.key == "provenance.pooled"]
    assert finding.values == {"pooling": by, "sheets": ("s", "t")}


def test_each_sheet_keeps_its_own_verdict_beside_the_pool() -> None:
    both = sheets(None, {"size": {"fees": 0}})
    usual, other = (answer_appraisal(DOSSIER, both, replace(QUICK, pooling=one)) for one in ("none", "linear"))
    assert other.tables["sheets"] == usual.tables["sheets"]
    assert other.tables["pairs"] != usual.tables["pairs"]


@settings(max_examples=25, deadline=None)
@given(cases(), st.data())
def test_the_pool_lies_within_what_any_sheet_admits(case: tuple[Dossier, Sheet], data: st.DataObject) -> None:
    dossier, first = case
    second = data.draw(sheets_for(dossier)).model_copy(update={"id": "other"})
    widest = seat_view(dossier, [first, second], QUICK)
    found = seat_view(dossier, [first, second], replace(QUICK, pooling="linear"))
    for one, two in zip(widest.rows, found.rows, strict=True):
        for outer, inner in zip((one.likelihood, *one.sizes), (two.likelihood, *two.sizes), strict=True):
            assert outer.low - 1e-9 <= inner.low <= inner.high <= outer.high + 1e-9
    # What is certain of everything that is admitted is certain of the pool.
    for pair, verdict in widest.verdicts.items():
        assert verdict not in ("first", "second") or found.verdicts[pair] in (verdict, "equal")


@pytest.mark.parametrize(
    ("first", "second", "by", "message"),
    [
        ({"likelihood": {"fees": [{"when": {"storm": "calm"}, "value": 1}]}}, None, "linear", "different conditions"),
        ({"likelihood": {"fees": 0}}, {"likelihood": {"fees": 1}}, "logarithmic", "exclude each other"),
        (
            None,
            {"calibration": {"lake": {**ANSWERS["lake"], "realisation": 7}}},
            "performance",
            "lake other realisations",
        ),
    ],
)
def test_what_cannot_be_pooled_is_refused_with_the_reason(first: Any, second: Any, by: Any, message: str) -> None:
    both = sheets(first, second)
    for question in ("appraisal", "provenance"):
        with pytest.raises(CannotAnswer, match=message):
            QUESTIONS[question](DOSSIER, both, replace(QUICK, pooling=by))


def test_without_answers_to_the_same_questions_there_is_no_performance() -> None:
    bare = [sheet.model_copy(update={"calibration": {}}) for sheet in sheets()]
    with pytest.raises(CannotAnswer, match="section `calibration` with the same questions"):
        judgements_of(DOSSIER, bare, replace(QUICK, pooling="performance"))
    assert not answer_provenance(DOSSIER, bare, QUICK).tables["calibration"].rows


def test_only_what_the_comparison_of_courses_rests_on_is_pooled() -> None:
    found = judgements_of(DOSSIER, sheets(), replace(QUICK, pooling="linear"))
    for sheet in found.sheets[1:]:
        assert not any(getattr(sheet, section) for section in POOLED)
        assert sheet.calibration


@pytest.mark.parametrize(
    ("quantiles", "rest", "message"),
    [
        ("{5%: 3, 50%: 2, 95%: 9}", "realisation: 4", "higher probability must be the higher value"),
        ("{50%: 2}", "realisation: 4", "two quantiles or more"),
        ("{low: 1, 50%: 2}", "realisation: 4", "no probability"),
        ("{5%: 0, 95%: 2}", "realisation: 4, scale: log", "above 0"),
        ("{5%: 1, 95%: 2}", "scale: log", "realisation"),
    ],
)
def test_answers_that_are_none_are_refused_with_their_place(
    quantiles: str, rest: str, message: str, examples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(examples / "two-towns-water", folder)
    sheet = folder / "judgements" / "first.yaml"
    head = sheet.read_text(encoding="utf-8").partition("calibration:")[0]
    sheet.write_text(f"{head}calibration:\n  K-1: {{quantiles: {quantiles}, {rest}}}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=message) as caught:
        read_case(folder, ["first"])
    assert all(problem.line > 1 for problem in caught.value.problems)

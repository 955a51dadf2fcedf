"""R9 on the example cases: what each option of an agreement is worth to each principal, and what no agreement is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.dossier.reading import Case, read_case
from hiwar.dossier.records import Text
from hiwar.dossier.scales import Range, resolve, size_words
from hiwar.dossier.sheet import JudgedPoints, Sheet
from hiwar.dossier.variables import Basis, Option
from hiwar.methods.packages import zone_of_agreement
from hiwar.questions import Settings, answer_appraisal
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import bargain_of

WHOLE = Range(-100, 100)
FLAGSHIP, TOWNS = ("iraq-us-2020", "illustration"), ("two-towns-water", "first")
NOT_IN_AN_AGREEMENT = {"AG-01", "AG-02", "AG-18"}
"""Whether and about what to talk, and who speaks for the seat."""
NO_AGREEMENT = "T1"
SAID_OF_A_PRINCIPAL = 55
"""Preferences and rejections on AG-03 to AG-17 that the case states of a principal, or of one that decides for it."""


@pytest.fixture(
    scope="module", params=[FLAGSHIP, TOWNS, ("two-towns-water", "second")], ids=lambda one: f"{one[0]}-{one[1]}"
)
def case(examples: Path, request: pytest.FixtureRequest) -> Case:
    folder, sheet = request.param
    return read_case(examples / folder, [sheet])


@pytest.fixture(scope="module")
def flagship(examples: Path) -> Case:
    return read_case(examples / FLAGSHIP[0], [FLAGSHIP[1]])


def judged(dossier: Dossier, sheet: Sheet) -> Iterator[tuple[str, Option, JudgedPoints, Range]]:
    """Party, option, what stands in the sheet, and the points that it admits."""
    for party, issues in sheet.worth.items():
        for issue, options in issues.items():
            for option, worth in options.items():
                points = resolve(worth, size_words(dossier), WHOLE)
                yield party, dossier.issues[issue].options[option], worth, points


def decides(dossier: Dossier, party: str, said_of: Mapping[str, Basis]) -> bool:
    """Whether something is said of a principal, or of one that decides for it."""
    return any(
        one == party or (side_of(dossier, one) == party and "decision_maker" in dossier.parties[one].roles)
        for one in said_of
    )


def in_two_languages(text: Text | None) -> bool:
    return not isinstance(text, str | None) and bool(text.get("en")) and bool(text.get("ar"))


def test_r9_every_option_that_an_agreement_can_hold_has_a_worth_for_both_principals(case: Case) -> None:
    agenda = {
        (issue.id, option)
        for issue in case.dossier.issues.values()
        for option in issue.options
        if issue.id not in NOT_IN_AN_AGREEMENT
    }
    (sheet,) = case.sheets
    assert set(sheet.worth) == set(sheet.reservation_value) == set(principals(case.dossier))
    for party, issues in sheet.worth.items():
        assert {(issue, option) for issue, options in issues.items() for option in options} == agenda, party


def test_r9_each_worth_gives_its_reason_in_two_languages_unknown_ones_too(case: Case) -> None:
    (sheet,) = case.sheets
    reasons = [(f"{party} {option.id}", worth.because) for party, option, worth, _ in judged(case.dossier, sheet)]
    reasons += [(party, worth.because) for party, worth in sheet.reservation_value.items()]
    assert not [what for what, reason in reasons if not in_two_languages(reason)]


def test_r9_no_worth_contradicts_what_the_case_says_a_principal_wants_or_rejects(flagship: Case) -> None:
    dossier, checked = flagship.dossier, 0
    for party, option, _, points in judged(dossier, flagship.sheets[0]):
        if decides(dossier, party, option.prefers):
            assert 0 <= points.low < points.high, (party, option.id)
            checked += 1
        if decides(dossier, party, option.rejects):
            assert points.low < points.high <= 0, (party, option.id)
            checked += 1
    assert checked == SAID_OF_A_PRINCIPAL


def test_r9_what_only_harms_the_goals_of_a_principal_is_nothing_it_gains_from(case: Case) -> None:
    owners = {goal: {side_of(case.dossier, owner) for owner in item.owner} for goal, item in case.dossier.goals.items()}
    checked = 0
    for party, option, _, points in judged(case.dossier, case.sheets[0]):
        serves = any(party in owners[goal] for goal in option.serves)
        if not serves and any(party in owners[goal] for goal in option.harms) and not points.is_unknown:
            assert points.low < 0, (party, option.id)
            checked += 1
    assert checked > 0


def test_r9_worths_are_unknown_only_where_the_paper_is_silent(flagship: Case) -> None:
    unknown = {
        (party, option.id)
        for party, option, _, points in judged(flagship.dossier, flagship.sheets[0])
        if points.is_unknown
    }
    of_the_seat = {("A-IQ", "AG-14b"), ("A-IQ", "AG-14c"), ("A-IQ", "AG-16e")}
    assert unknown == of_the_seat | {("A-US", "AG-16e"), ("A-US", "AG-16f")}


def test_r9_not_even_the_best_package_of_a_principal_exceeds_the_anchors(flagship: Case) -> None:
    bargain = bargain_of(Judgements(flagship.dossier, flagship.sheets))
    assert bargain is not None
    zone = zone_of_agreement(bargain.negotiation)
    assert zone.parties == principals(flagship.dossier)
    assert all(60 <= best <= 100 for best in zone.best)


def test_r9_no_agreement_is_worth_what_the_course_without_a_dialogue_is(flagship: Case) -> None:
    (sheet,) = flagship.sheets
    table = answer_appraisal(flagship.dossier, flagship.sheets, Settings(draws=64)).tables["expected"]
    for row in table.rows:
        course, party, low, centre, high = row
        if course == NO_AGREEMENT:
            points = resolve(sheet.reservation_value[party], size_words(flagship.dossier), WHOLE)
            assert low <= points.low <= centre <= points.high <= high
            assert points.centre == pytest.approx(centre, abs=2)
    assert sum(row[0] == NO_AGREEMENT for row in table.rows) == len(principals(flagship.dossier))

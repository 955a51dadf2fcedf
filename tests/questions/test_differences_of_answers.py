"""Which findings came, went or changed between two answers."""

from collections.abc import Mapping
from typing import Any

from immutabledict import immutabledict

from hiwar.questions.answer import DEFAULTS, Answer, Finding, Firmness, Provenance, Table
from hiwar.questions.differences import FindingChange, changes_of_answer


def _answer(*findings: Finding, **tables: Table) -> Answer:
    empty: Mapping[str, str] = immutabledict()
    return Answer("appraisal", findings, immutabledict(tables), Provenance("0" * 64, empty, empty, DEFAULTS, "0"))


def _over(first: str, second: str, low: Any = 1.0, firmness: Firmness = Firmness.CERTAIN) -> Finding:
    return Finding("appraisal.over", immutabledict(first=first, second=second, low=low), firmness, trace=("E-1",))


def test_an_answer_has_not_changed_against_itself() -> None:
    answer = _answer(_over("T1", "T2"), values=Table(("a",), ((1,),)))
    assert changes_of_answer(answer, answer).is_empty


def test_order_of_findings_is_no_change() -> None:
    one, two = _over("T1", "T2"), _over("T2", "T3")
    assert changes_of_answer(_answer(one, two), _answer(two, one)).is_empty


def test_another_number_about_the_same_items_is_a_change_of_that_number() -> None:
    old, new = _over("T1", "T2", 1.0), _over("T1", "T2", 2.0)
    assert changes_of_answer(_answer(old), _answer(new)).findings == (FindingChange("changed", old, new, ("low",)),)


def test_what_was_not_estimated_and_now_is_has_changed() -> None:
    old, new = _over("T1", "T2", None), _over("T1", "T2", (1.0, 2.0))
    (change,) = changes_of_answer(_answer(old), _answer(new)).findings
    assert (change.kind, change.changed) == ("changed", ("low",))


def test_a_yes_that_becomes_a_no_is_a_change_of_the_same_finding() -> None:
    old, new = (Finding("appraisal.flip", immutabledict(judgement="size:E", reachable=yes)) for yes in (True, False))
    other = Finding("appraisal.flip", immutabledict(judgement="size:F", reachable=True))
    (change,) = changes_of_answer(_answer(old, other), _answer(other, new)).findings
    assert change == FindingChange("changed", old, new, ("reachable",))


def test_firmness_that_is_lost_is_named() -> None:
    old, new = _over("T1", "T2"), _over("T1", "T2", firmness=Firmness.POSSIBLE)
    (change,) = changes_of_answer(_answer(old), _answer(new)).findings
    assert change.changed == ("firmness",)


def test_a_recommendation_that_moves_to_another_track_has_changed() -> None:
    old, new = (Finding("appraisal.recommended", immutabledict(course=course)) for course in ("T1", "T2"))
    assert changes_of_answer(_answer(old), _answer(new)).findings == (FindingChange("changed", old, new, ("course",)),)


def test_of_several_findings_of_a_kind_one_goes_and_two_come() -> None:
    kept, gone, first, second = _over("T1", "T2"), _over("T2", "T3"), _over("T3", "T4"), _over("T4", "T5")
    changes = changes_of_answer(_answer(kept, gone), _answer(kept, first, second)).findings
    assert changes == (
        FindingChange("new", None, first),
        FindingChange("new", None, second),
        FindingChange("gone", gone, None),
    )


def test_the_same_finding_twice_is_two() -> None:
    one = _over("T1", "T2")
    (change,) = changes_of_answer(_answer(one, one), _answer(one)).findings
    assert change == FindingChange("gone", one, None)


def test_tables_that_differ_are_named() -> None:
    old = _answer(values=Table(("a",), ((1,),)), other=Table(("b",), ()))
    new = _answer(values=Table(("a",), ((2,),)), other=Table(("b",), ()), added=Table(("c",), ()))
    assert changes_of_answer(old, new).tables == ("added", "values")

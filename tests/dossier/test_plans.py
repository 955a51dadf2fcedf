"""Plans and criteria of terms: what is left out and what is stated to be none; mistakes are named where they stand."""

from pathlib import Path

import pytest

from hiwar.dossier import CaseError, read_case
from hiwar.dossier.model import PARTS, items_of
from hiwar.dossier.plans import Plan
from hiwar.dossier.references import references_of

CASE = """\
hiwar: 1
title: Two shores
seat: north
domains: {trade: Trade}
parties: {north: {roles: principal}, south: {roles: principal}}
issues: {toll: {options: [none, half]}}
tracks: {talk: Talks}
plans:
  plan:
    track: talk
    package: {toll: half}
    fallbacks:
      later: {when: {toll: none}, replaces: {what: south, by: north}}
      more:
        replaces: []
      silent:
    uses: {}
    tasks:
terms:
  fair:
    tests: plan
    force: must
    criteria: {kind: has_measures, toward: [south], domains: trade}
"""


def written(tmp_path: Path, old: str = "", new: str = "") -> Path:
    assert old in CASE
    path = tmp_path / "case.yaml"
    path.write_text(CASE.replace(old, new, 1) if old else CASE, encoding="utf-8")
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return read_case(written(tmp_path)).dossier.plans["plan"]


def test_not_stated_and_stated_to_be_none_are_two_things(plan: Plan) -> None:
    assert plan.uses is not None
    assert dict(plan.uses) == {}
    assert (plan.tasks, plan.measures, plan.represented) == (None, None, None)
    assert plan.fallbacks is not None
    assert plan.fallbacks["more"].replaces == ()
    assert plan.fallbacks["silent"].replaces is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("package: {toll: half}", "package: {toll: [none, half]}"),
        ("silent:", "silent: {package: {toll: [none, half]}}"),
    ],
)
def test_a_package_settles_an_issue_in_one_way_unless_the_issue_allows_several(
    tmp_path: Path, old: str, new: str
) -> None:
    path = written(tmp_path, old, new)
    with pytest.raises(CaseError, match="toll allows one option only; given: none, half"):
        read_case(path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("options: [none, half]", "options: [none, half], allows_several: true")
    )
    assert read_case(path).dossier.plans


def test_one_replacement_may_stand_without_a_list(plan: Plan) -> None:
    assert plan.fallbacks is not None
    (exchange,) = plan.fallbacks["later"].replaces or ()
    assert (exchange.what, exchange.by) == ("south", ("north",))


def test_parts_of_a_plan_are_items_that_can_be_traced(tmp_path: Path) -> None:
    case = read_case(written(tmp_path))
    assert [item.id for section, item in items_of(case.dossier) if section in PARTS["plans"]] == [
        "later",
        "more",
        "silent",
    ]
    assert case.places["later"].line == 13
    references = references_of(case.dossier)
    assert {one.id for one in references.rests_on("plan")} == {
        "talk",
        "toll",
        "later",
        "more",
        "silent",
        "south",
        "north",
    }
    assert "plan" in {one.id for one in references.rested_on_by("south")}
    assert "fair" in {one.id for one in references.rested_on_by("south")}


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("track: talk", "track: tlak", "10:12", 'did you mean "talk"?'),
        ("{toll: half}", "{toll: hlaf}", "11:21", '"hlaf" is not an option of "toll"'),
        ("what: south", "what: suoth", "13:52", 'did you mean "south"?'),
        ("by: north", "by: nobody", "13:63", '"nobody" is not the id of anything in this case'),
        ("later:", "talk:", "13:7", 'the id "talk" is used twice'),
        ("has_measures", "has_measure", "23:22", 'did you mean "has_measures"?'),
        ("kind: has_measures", "knd: has_measures", "23:15", '"kind" is missing'),
        ("[south]", "[soth]", "23:45", '"soth" is not a party of this case; did you mean "south"?'),
        ("domains: trade}", "domains: trad}", "23:62", 'did you mean "trade"?'),
        ("domains: trade}", "domans: trade}", "23:53", 'did you mean "domains"?'),
        ("uses: {}", "uses: {u: {of: roads, is_allowed: true}}", "17:20", 'not one of territory, bases'),
        ("uses: {}", "uses: {u: {of: bases}}", "17:12", '"u" lacks "is_allowed"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_where_it_stands(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    with pytest.raises(CaseError) as caught:
        read_case(written(tmp_path, old, new))
    told = [str(problem) for problem in caught.value.problems if problem.is_error]
    assert any(f"case.yaml:{place}: " in one and said in one for one in told), told

"""Mistakes in what similar dialogues are compared on: each is told with its place and what would do."""

from pathlib import Path

import pytest

from hiwar.dossier import CaseError, read_case

CASE = """\
hiwar: 1
title: t
seat: coast
domains: {trade: null}
parties: {coast: {roles: principal}, inland: {roles: principal}, island: {roles: comparator}}
goals: {G: {owner: coast, kind: aim}}
attributes:
  bases: {kind: nominal, values: [yes, no], present: yes}
  steps: {kind: ordered, values: [few, some, many]}
  fields: {kind: several, values: {oil: {en: Oil}, gas: null}, present: [oil], sought: [oil, gas], sought_by: G}
comparators:
  C1:
    party: island
    attributes: {bases: yes, steps: unknown, fields: []}
    attribute_cites: {bases: []}
precedents:
  P1: {obtained: {C1: yes}, domains: trade, serves: G}
"""


def problems(tmp_path: Path, text: str) -> list[str]:
    """What the case is refused for, without the lines that show the place."""
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path / "case.yaml")
    return [str(problem).splitlines()[0].rpartition("case.yaml:")[2] for problem in caught.value.problems]


def test_a_sound_comparison_is_read(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    dossier = read_case(tmp_path / "case.yaml").dossier
    assert dossier.comparators["C1"].attributes["fields"] == ()
    assert dossier.comparators["C1"].attributes["steps"] == ("unknown",)
    assert dossier.attributes["steps"].present == ("unknown",)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{bases: yes, st", "{bases: yse, st", '14:25: "yse" is not a value of "bases" (yes, no); did you mean "yes"?'),
        ("{bases: yes, st", "{bases: [yes, no], st", '14:25: "bases" takes one value; 2 are given'),
        ("steps: unknown", "stepz: few", '14:30: "stepz" is not an attribute of this case; did you mean "steps"?'),
        (
            "fields: []",
            "fields: [oil, unknown]",
            '14:60: write "unknown" alone: what is known in part only is not known',
        ),
        (
            "fields: []",
            "fields: null",
            "14:54: no value is given; write unknown where nobody knows, or [] where none of several holds",
        ),
        ("cites: {bases", "cites: {steps", '15:23: no value of "steps" is given here'),
        ("[few, some, many]", "[few]", "9:34: an attribute needs two values or more, or nothing can differ on it"),
        ("[few, some, many]", "[few, few]", "9:34: a value is listed twice"),
        (
            "[few, some, many]",
            "[few, unknown]",
            '9:34: "unknown" says that a value is not known; it cannot be one of the values',
        ),
        (", sought_by: G", "", '10:88: "sought_by" is missing: a value that is sought is sought for a goal'),
        ("sought: [oil, gas], ", "", '10:91: "sought" is missing: a value that is sought is sought for a goal'),
        ("obtained: {C1", "obtained: {C2", '17:19: "C2" is not a comparator of this case'),
        ("serves: G}", "serves: coast}", '17:53: "coast" is a party; a goal is wanted here'),
    ],
)
def test_a_mistake_is_told_with_its_place(before: str, after: str, told: str, tmp_path: Path) -> None:
    assert before in CASE
    assert problems(tmp_path, CASE.replace(before, after)) == [told]


def test_too_many_values_at_once_are_refused(tmp_path: Path) -> None:
    many = "[" + ", ".join(f"v{number}" for number in range(13)) + "]"
    found = problems(
        tmp_path, CASE.replace("{oil: {en: Oil}, gas: null}", many).replace("[oil, gas]", "v1").replace("[oil]", "v1")
    )
    assert found == ["10:35: an attribute of kind several needs 1 to 12 values; there are 13"]

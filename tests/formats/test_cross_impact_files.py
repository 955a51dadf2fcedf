"""Cross-impact matrices in every format: read, refused with a place, and written so that they read the same."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from cross_impact_files import full, plain
from hypothesis import given, settings

from hiwar.dossier.problems import CaseError, SourceText
from hiwar.formats import CrossImpactFile, cross_impact_csv, cross_impact_text, pycib_text, read_cross_impact, scw_text
from hiwar.formats.cross_impact_csv import csv_of, read_cross_impact_csv
from hiwar.formats.cross_impact_json import pycib_of, read_pycib
from hiwar.formats.cross_impact_scw import read_scw, scw_of
from hiwar.formats.cross_impact_yaml import cross_impact_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "cross-impact" / "valley.yaml"
SMALL = """\
hiwar_cross_impact: 1
title: Rain and bread
descriptors:
  Rain: [scarce, usual]
  Bread: {means: its price, states: {cheap: below ten, dear: above it}}
judgements:
  Rain:
    Bread: {scarce: [-2, 2], usual: {dear: -1, cheap: 1.5}}
forbidden:
  - {Rain: [scarce, usual], Bread: dear}
fixed: {Rain: usual}
"""
SCW = """\
$ ScenarioWizard 4.0
small.scw
&A. Trade
 -A1 free
 -A2 closed
&B. Growth
 -B1 fast
 -B2 slow
#
&TR
 F
 C
&GR
 F
 S
#
#
FFFFFF
FFFFFF
FFFFFF
FFFFFF
#
#
 0 , 0 , 2 ,-2
 0 , 0 ,-1 , 1
 1 ,-1 , 0 , 0
 0 , 0 , 0 , 0
#
# 0-0
""
# TR F -> GR F
"because"
#
#
"""
CSV = """\
,,Trade,,Growth,Growth
,,free,closed,fast,slow
Trade,free,0,0,2,-2
,closed,0,0,-1,1
Growth,fast,1,-1,0,0
Growth,slow,0,0,0,0
"""


def text(words: str, name: str = "model.yaml") -> SourceText:
    return SourceText.of(name, name, words)


def same(one: CrossImpactFile, other: CrossImpactFile) -> bool:
    """Equal but for the title and notices; sections that hold zeros only say nothing."""
    return (
        one.descriptors == other.descriptors
        and list(one.judges) == list(other.judges)
        and all(
            np.array_equal(one.matrix_of(judge).judgements, other.matrix_of(judge).judgements)
            for judge in [None, *one.judges]
        )
        and (list(one.forbidden), dict(one.fixed), dict(one.words))
        == (list(other.forbidden), dict(other.fixed), dict(other.words))
    )


def test_everything_is_read() -> None:
    file = cross_impact_of(text(SMALL))
    matrix = file.matrix_of()
    assert matrix.labels == ("Rain: scarce", "Rain: usual", "Bread: cheap", "Bread: dear")
    assert matrix.judgements.tolist() == [[0, 0, -2, 2], [0, 0, 1.5, -1], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert file.forbidden == ({"Rain": "scarce", "Bread": "dear"}, {"Rain": "usual", "Bread": "dear"})
    assert file.fixed == {"Rain": "usual"}
    assert file.words == {("Bread", ""): "its price", ("Bread", "cheap"): "below ten", ("Bread", "dear"): "above it"}
    assert file.matrices == {}


def test_a_judge_departs_from_the_judgements_of_all() -> None:
    file = read_cross_impact(EXAMPLE)
    council, young = file.descriptors[2].states, file.descriptors[5].states
    amal, basil = file.matrices["Amal"], file.matrices["Basil"]
    row, column = amal.labels.index(f"The young: {young[1]}"), amal.labels.index(f"Council: {council[1]}")
    assert (amal.judgements[row, column], basil.judgements[row, column]) == (2, 0.5)
    different = np.argwhere(amal.judgements != basil.judgements)
    assert {amal.labels[row].split(":")[0] for row, _ in different} == {"The young", "Dam upstream"}


@given(full())
@settings(max_examples=60, deadline=None)
def test_any_matrix_survives_being_written(file: CrossImpactFile) -> None:
    assert same(cross_impact_of(text(cross_impact_text(file))), file)


@pytest.mark.parametrize(
    ("read", "write"),
    [
        (lambda words: scw_of(text(words), "any"), lambda file: scw_text(file, "any.scw")),
        (lambda words: csv_of(text(words), "any"), cross_impact_csv),
        (lambda words: pycib_of(text(words), "any"), pycib_text),
    ],
    ids=["scw", "csv", "json"],
)
@given(file=plain())
@settings(max_examples=40, deadline=None)
def test_any_matrix_survives_every_format(
    file: CrossImpactFile, read: Callable[[str], CrossImpactFile], write: Callable[[CrossImpactFile], str]
) -> None:
    assert same(read(write(file)), file)


@given(plain(halves=True))
@settings(max_examples=20, deadline=None)
def test_halves_survive_where_there_is_a_place_for_them(file: CrossImpactFile) -> None:
    assert same(csv_of(text(cross_impact_csv(file)), "any"), file)
    assert same(pycib_of(text(pycib_text(file)), "any"), file)
    if file.matrix_of().scale == 2:
        with pytest.raises(ValueError, match="no place for halves"):
            scw_text(file, "any.scw")


def test_what_a_form_has_no_place_for_is_said() -> None:
    file = read_cross_impact(EXAMPLE)
    message = "no place for several judges and forbidden combinations"
    for write in (cross_impact_csv, pycib_text, lambda each: scw_text(each, "x.scw")):
        with pytest.raises(ValueError, match=message):
            write(file)


def test_a_project_of_the_desktop_tool_is_read_and_what_is_left_out_is_said() -> None:
    file = scw_of(text(SCW, "small.scw"), "small")
    assert [one.name for one in file.descriptors] == ["A. Trade", "B. Growth"]
    assert file.descriptors[0].states == ("A1 free", "A2 closed")
    assert file.matrix_of().judgements.tolist() == [[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [0, 0, 0, 0]]
    assert file.notices == (
        "a second list of names is left out",
        "1 lines of comments on judgements are left out",
    )


def test_names_of_the_desktop_tool_that_are_blank_or_used_twice_get_a_number(tmp_path: Path) -> None:
    path = tmp_path / "small.scw"
    changed = SCW.replace(" -A2 closed", " -").replace("&B. Growth", "&A. Trade").replace(" -B2 slow", " -B1 fast")
    path.write_text(changed.replace("fast", "fäst"), encoding="cp1252")
    file = read_scw(path)
    assert [one.name for one in file.descriptors] == ["A. Trade", "A. Trade (2)"]
    assert [one.states for one in file.descriptors] == [("A1 free", "state 2"), ("B1 fäst", "B1 fäst (2)")]
    assert file.notices[0].startswith("the file is not UTF-8")
    assert file.title == "small"


def test_a_csv_matrix_with_names_above_the_first_state_only_is_read(tmp_path: Path) -> None:
    path = tmp_path / "model.csv"
    path.write_text("\ufeff" + CSV, encoding="utf-8")
    file = read_cross_impact_csv(path)
    assert file.sections == {
        ("Trade", "Growth"): [[2, -2], [-1, 1]],
        ("Growth", "Trade"): [[1, -1], [0, 0]],
    }


def test_both_forms_of_pycib_are_read(tmp_path: Path) -> None:
    names = {"A": ["x", "y"], "B": ["z"]}
    record = {"src_desc": "A", "src_state": "y", "tgt_desc": "B", "tgt_state": "z", "impact": 1.5}
    for number, data in enumerate(
        (
            {"format_version": 2, "descriptors": names, "impacts": [record]},
            {"descriptors": names, "impacts": {"A|y|B|z": 1.5}},
        )
    ):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        assert read_pycib(path).sections == {("A", "B"): [[0.0], [1.5]]}


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("Rain: [scarce, usual]\n", "Rain: [scarce, scarce]\n", "4:18", 'the state "scarce" is listed twice'),
        ("Rain: [scarce, usual]\n", "Rain: dry\n", "4:9", 'expected here: the states of "Rain"'),
        ("Rain: [scarce, usual]\n", "Rain: []\n", "4:9", "1 to 62 states; found 0"),
        ("states: {cheap", "stats: {cheap", "5:29", 'did you mean "states"'),
        ("  Rain:\n    Bread", "  Rian:\n    Bread", "7:3", '"Rian" is no descriptor; did you mean "Rain"'),
        ("    Bread: {scarce", "    Bred: {scarce", "8:5", '"Bred" is no descriptor; did you mean "Bread"'),
        ("{scarce: [-2, 2], ", "{", "8:12", 'what "Rain: scarce" does to "Bread" is not stated; write zeros'),
        ("{scarce: [-2", "{scarse: [-2", "8:13", '"scarse" is no state of "Rain"; did you mean "scarce"'),
        ("[-2, 2]", "[-2, 2, 0]", "8:21", 'expected here: 2 numbers, for the states of "Bread" (cheap, dear); found 3'),
        ("[-2, 2]", "much", "8:21", 'found "much"'),
        ("[-2, 2]", "[-2, some]", "8:26", 'a judgement, a whole number or a half such as -2 or 1.5; found "some"'),
        ("[-2, 2]", "[-2, 0.3]", "8:26", 'found "0.3"'),
        ("[-2, 2]", "[-2, 1001]", "8:26", "is too large; judgements from -1,000 to 1,000"),
        ("dear: -1, cheap: 1.5", "cheap: 1.5", "8:37", 'the judgement on "dear" is missing; write 0'),
        ("{scarce: [-2, 2], usual: {dear: -1, cheap: 1.5}}", "[1, 2]", "8:12", "expected here: a row for each state"),
        ("usual], Bread: dear", "usual], Bread: deer", "10:36", 'did you mean "dear"'),
        ("- {Rain: [scarce, usual], Bread: dear}", "- {}", "10:5", "name at least one descriptor"),
        ("- {Rain: [scarce, usual], Bread: dear}", "- {Rain: usual}", "9:1", "all of it is fixed, so nothing is left"),
        ("fixed: {Rain: usual}", "fixed: {Rain: [usual]}", "11:15", "what is fixed is one state"),
        ("fixed: {Rain: usual}", "fixed: {Rian: usual}", "11:9", 'did you mean "Rain"'),
        ("fixed:", "fixd:", "11:1", 'did you mean "fixed"'),
        ("hiwar_cross_impact: 1", "hiwar_cross_impact: 2", "1:21", 'this is version "2" of the format'),
        ("hiwar_cross_impact: 1\n", "", "1:1", "write  hiwar_cross_impact: 1  in its first line"),
        ("title: Rain and bread\n", "", "1:1", '"title" is missing'),
        ("judgements:", "remarks:", "1:1", '"judgements" is missing'),
    ],
)
def test_every_mistake_is_told_with_its_place(old: str, new: str, place: str, message: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(CaseError) as caught:
        cross_impact_of(text(SMALL.replace(old, new)))
    told = str(caught.value)
    assert f"model.yaml:{place}: " in told
    assert message in told


def test_a_section_that_only_one_judge_gives_is_not_taken_for_zeros() -> None:
    row = "{scarce: [0, 0], usual: [0, 1]}"
    judges = f"judges:\n  First: {{Rain: {{Bread: {row}}}}}\n  Second: {{}}\n"
    with pytest.raises(CaseError, match='"Second" says nothing of what "Rain" does to "Bread"'):
        cross_impact_of(text("\n".join(SMALL.splitlines()[:5]) + "\n" + judges))


def test_a_case_is_sent_to_the_other_command() -> None:
    with pytest.raises(CaseError, match="this is part of a case"):
        cross_impact_of(text("hiwar: 1\ntitle: x\n"))
    with pytest.raises(CaseError, match="this is a negotiation; see  hiwar packages"):
        cross_impact_of(text("hiwar_packages: 1\nissues: {}\n"))
    with pytest.raises(CaseError, match="this is not yet a cross-impact matrix"):
        cross_impact_of(text("issues: {}\n"))
    with pytest.raises(CaseError, match="the file is empty"):
        cross_impact_of(text(""))


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("$ ScenarioWizard", "ScenarioWizard", "1:1", "begins with"),
        (" 0 , 0 , 2 ,-2", " 0 , 0 , 2", "24:1", "expected here: 4 judgements, one per state; found 3"),
        (" 0 , 0 , 0 , 0\n#", "#", "26:1", "the matrix needs 4 rows, one per state; found 3"),
        (" 0 , 0 , 2 ,-2", " 0 , 0 , x ,-2", "24:10", 'a whole number or a half; found "x"'),
        (" -A1 free", "A1 free", "4:1", "expected here: &descriptor, or below it -state"),
    ],
)
def test_mistakes_in_projects_are_told_with_their_line(old: str, new: str, place: str, message: str) -> None:
    assert SCW.count(old) == 1
    with pytest.raises(CaseError) as caught:
        scw_of(text(SCW.replace(old, new), "small.scw"), "small")
    assert f"small.scw:{place}: " in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (CSV, "a,b\n1,2\n", "this is no cross-impact matrix"),
        ("Growth,slow,0,0,0,0\n", "Growth,slow,0,0,0\n", "6:1: expected here: 4 judgements"),
        ("Growth,slow,0", "Growth,slew,0", "the names beside the judgements are not those above"),
        (",,Trade,,Growth,Growth", ",,Trade,Growth,Trade,Growth", 'the states of "Trade" must stand together'),
        (",,free,closed", ",,free,", "a state has no name"),
        ("2,-2", "2,many", 'found "many"'),
    ],
)
def test_mistakes_in_csv_are_told(old: str, new: str, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        csv_of(text(CSV.replace(old, new), "m.csv"), "m")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "1:2: this is not JSON"),
        ('{"descriptors": {}}', 'has "descriptors" and "impacts"'),
        ('{"descriptors": {"A": ["x"]}, "impacts": {"A|x|A": 1}}', '"descriptor|state|descriptor|state"'),
        ('{"descriptors": {"A": ["x"]}, "impacts": {"A|x|B|x": 1}}', '"B" is no descriptor of this file'),
        ('{"descriptors": {"A": ["x"]}, "impacts": {"A|x|A|y": 1}}', '"y" is no state of "A"'),
        ('{"descriptors": {"A": ["x"]}, "impacts": [{"src_desc": "A"}]}', 'this judgement lacks "src_state"'),
        ('{"descriptors": {"A": ["x"]}, "impacts": {"A|x|A|x": 0.3}}', "a whole number or a half"),
        ('{"descriptors": {}, "impacts": {}}', "needs one or more descriptors"),
    ],
)
def test_mistakes_in_json_are_told(data: str, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        pycib_of(text(data, "m.json"), "m")
    assert message in str(caught.value)


def test_what_is_not_utf8_or_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        read_scw(tmp_path / "missing.scw")
    (tmp_path / "latin.csv").write_bytes(CSV.replace("fast", "fäst").encode("cp1252"))
    with pytest.raises(CaseError, match="UTF-8"):
        read_cross_impact_csv(tmp_path / "latin.csv")


def test_a_forbidden_entry_may_not_explode() -> None:
    names = [f"D{place}" for place in range(5)]
    states = [str(number) for number in range(10)]
    lines = ["hiwar_cross_impact: 1", "title: Many", "descriptors:", *(f"  {name}: {states}" for name in names)]
    combination = ", ".join(f"{name}: {states}" for name in names)
    with pytest.raises(CaseError, match="this stands for 100,000 combinations; 10,000 are read"):
        cross_impact_of(text("\n".join([*lines, "judgements: {}", f"forbidden: [{{{combination}}}]"])))
    with pytest.raises(CaseError, match="an empty list of states can never hold"):
        cross_impact_of(text("\n".join([*lines, "judgements: {}", "forbidden: [{D1: []}]"])))

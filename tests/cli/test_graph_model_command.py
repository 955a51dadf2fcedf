"""``hiwar graph-model``: a conflict on the screen, as JSON, drawn, saved, and refused in words."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from commands import hiwar

CASES = Path(__file__).parents[1] / "cases" / "graph_model"
ELMIRA, CHICKEN = CASES / "elmira.yaml", CASES / "chicken.yaml"


def test_everything_that_was_found_is_on_the_screen() -> None:
    ran = hiwar("graph-model", ELMIRA)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Elmira groundwater conflict, June 1991\n")
    assert "States: 9 states" in ran.out
    assert "  Nash (R): s5, s8, s9\n" in ran.out
    assert "  general metarational (GMR): s1, s4, s5, s8, s9\n" in ran.out
    assert "  s5: by improvements: Local government to s5\n" in ran.out
    assert "simultaneous" not in ran.out


def test_a_decision_maker_stays_by_the_concepts_of_its_column() -> None:
    out = hiwar("graph-model", CHICKEN).out
    line = next(line.split() for line in out.splitlines() if line.startswith("  both swerve"))
    assert line == ["both", "swerve", "Y-Y", "2", "GMR", "SMR", "SIM", "2", "GMR", "SMR", "SIM", "GMR", "SMR", "SIM"]


@pytest.mark.parametrize("name", ["seq", "SEQ", "sequential"])
def test_a_concept_is_named_by_its_long_or_short_name(name: str) -> None:
    out = hiwar("graph-model", CHICKEN, "--concept", name).out
    assert "  sequential (SEQ): first swerves, second swerves\n" in out
    assert "Nash" not in out.partition("Decision makers")[2]


def test_why_somebody_would_stay_is_explained_by_moves() -> None:
    out = hiwar("graph-model", ELMIRA, "--explain", "s1").out
    assert "Local government\n  R would leave: Local government to s5 is better for it\n" in out
    assert "    Local government to s5; answered by Ministry to s6; Local government can then go to s2 at best\n" in out


def test_ways_begin_where_the_user_says() -> None:
    out = hiwar("graph-model", ELMIRA, "--from", "s6").out
    assert "  s8: by improvements: Uniroyal to s8\n" in out
    assert "  s5: cannot be reached\n" in out


def test_a_program_gets_the_same_as_json() -> None:
    data = json.loads(hiwar("graph-model", CHICKEN, "--json", "--from", "crash", "--explain", "both swerve").out)
    assert data["equilibria"]["nash"] == {"count": 2, "states": ["first swerves", "second swerves"]}
    assert data["states"][3]["levels"] == {"first driver swerves": "yes", "second driver swerves": "yes"}
    assert data["states"][3]["stays"]["First"] == ["general_metarational", "symmetric_metarational", "simultaneous"]
    way = next(path for path in data["from"]["paths"] if path["to"] == "first swerves")
    assert way["improvements"] == [{"by": "First", "to": "first swerves"}]
    answer = data["explained"]["decision_makers"]["First"]["general_metarational"]["answers"][0]
    assert answer["improvement"] == {"by": "First", "from": "both swerve", "to": "second swerves"}
    assert answer["end"] == "crash"


def test_a_conflict_is_saved_and_read_again_with_the_same_results(tmp_path: Path) -> None:
    first = hiwar("graph-model", CHICKEN, "--save", tmp_path / "again.yaml")
    assert first.err == f"wrote {tmp_path / 'again.yaml'}\n"
    assert hiwar("graph-model", tmp_path / "again.yaml").out == first.out


def test_a_conflict_goes_to_the_desktop_tools_and_back(tmp_path: Path) -> None:
    saved = hiwar("graph-model", CASES / "garrison.yaml", "--save", tmp_path / "garrison.gmcr")
    assert "left out, for that form has no place for it: " in saved.err
    assert "the source" in saved.err
    back = hiwar("graph-model", tmp_path / "garrison.gmcr", "--concept", "GMR").out
    assert "  general metarational (GMR): 2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22\n" in back


def test_what_the_desktop_tools_cannot_hold_is_said(tmp_path: Path) -> None:
    ran = hiwar("graph-model", ELMIRA, "--save", tmp_path / "elmira.gmcr")
    assert ran.code == 1
    assert "this conflict cannot be written as .gmcr: that form knows options" in ran.err
    assert not (tmp_path / "elmira.gmcr").exists()


@pytest.mark.parametrize("picture", ["graph", "stays", "paths"])
def test_pictures_are_drawn(picture: str, tmp_path: Path) -> None:
    ran = hiwar("graph-model", ELMIRA, "--chart", tmp_path / "a.svg", "--picture", picture)
    assert ran.code == 0
    drawn = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own
    assert "s8" in drawn


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.yaml"], 'there is no file or folder "nowhere.yaml"'),
        ([CASES], "is not a conflict: a file ending in .yaml, .yml, .gmcr is wanted"),
        ([CHICKEN, "--from", "both swerv"], 'there is no state "both swerv"; did you mean "both swerve"?'),
        ([CHICKEN, "--from", "QQQ"], "a state is written by its name, or as N-N"),
        ([CASES / "garrison.yaml", "--from", "NNN-N-N-NNNN"], "cannot occur: a rule of this conflict forbids it"),
        ([CHICKEN, "--concept", "nsh"], 'there is no concept "nsh"; did you mean "nash"?'),
        ([CHICKEN, "--save", "a.txt"], "its name must end in .yaml or .yml or .gmcr"),
        ([CHICKEN, "--chart", "a.png"], "its name must end in .svg"),
        ([CHICKEN, "--chart", "no/where.svg"], 'there is no folder "no"'),
        ([CHICKEN, "--chart", "a.svg", "--picture", "paths"], "paths begin somewhere: add  --from STATE"),
        ([CHICKEN, "--chart", "a.svg", "--picture", "grpah"], 'there is no picture "grpah"; did you mean "graph"?'),
    ],
)
def test_a_slip_on_the_command_line_is_wrong_usage(arguments: list[str | Path], said: str) -> None:
    ran = hiwar("graph-model", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_simultaneous_stability_is_refused_for_listed_moves() -> None:
    ran = hiwar("graph-model", ELMIRA, "--concept", "SIM")
    assert ran.code == 1
    assert "give the conflict in option form" in ran.err


def test_mistakes_in_the_file_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "typo.yaml"
    path.write_text(CHICKEN.read_text(encoding="utf-8").replace("both swerve, first", "both swrve, first"), "utf-8")
    ran = hiwar("graph-model", path)
    assert (ran.code, ran.out) == (1, "")
    assert f"{path}:14:31:" in ran.err
    assert 'did you mean "both swerve"?' in ran.err


def large(folder: Path, count: int) -> Path:
    options = ", ".join(f"o{number}" for number in range(count))
    path = folder / "large.yaml"
    text = f"hiwar_graph_model: 1\ntitle: Large\ndecision_makers:\n  A: {{options: [{options}], weights: {{o0: 1}}}}\n"
    path.write_text(text, encoding="utf-8")
    return path


def test_too_large_a_conflict_is_refused_with_its_size(tmp_path: Path) -> None:
    ran = hiwar("graph-model", large(tmp_path, 40))
    assert ran.code == 1
    assert "40 options of 1 decision makers make 1,099,511,627,776 combinations, which need 15 TB" in ran.err


def test_of_many_states_those_that_hold_are_shown(tmp_path: Path) -> None:
    ran = hiwar("graph-model", large(tmp_path, 8))
    assert "States: 256 states; shown are the first 64 that hold" in ran.out
    assert "and 64 more" in ran.out
    picture = hiwar("graph-model", large(tmp_path, 8), "--chart", tmp_path / "a.svg")
    assert picture.code == 1
    assert "of 256 states nobody could tell one from another; up to 48 are drawn" in picture.err

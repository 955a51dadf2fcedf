"""Hiwar's own YAML of a conflict: what it says, and what is said to whoever mistypes it."""

import time
from pathlib import Path

import numpy as np
import pytest
from conflicts import BARE, CASES, DAM, problems, read, told

from hiwar.dossier import CaseError
from hiwar.formats import Ranking, Values, read_graph_model
from hiwar.formats.graph_model_states import find_state
from hiwar.methods.graph_model import Never, OptionForm


def test_options_moves_and_rules_are_read() -> None:
    file = read(DAM)
    form = file.space.form
    assert isinstance(form, OptionForm)
    assert [option.name for option in form.options] == ["build", "share data", "court", "pay"]
    assert [option.is_one_way for option in form.options] == [True, False, False, False]
    assert form.infeasible == (Never({"court": ("yes",), "pay": ("yes",)}),)
    assert file.space.states.size == 12


def test_states_are_named_by_sign_by_name_or_by_levels() -> None:
    file = read(DAM.replace("status_quo: NN-NN", "status_quo: {build: no, share data: N, court: false, pay: no}"))
    assert file.status_quo == 0
    assert find_state(file, "open dispute") == find_state(file, "ynyn") == find_state(file, "YN-YN")
    assert find_state(file, "nothing") is None
    assert file.name(0) == "NN-NN"


def test_rankings_and_values_give_ranks_with_ties() -> None:
    file = read(DAM)
    assert isinstance(file.preferences[0], Ranking)
    assert isinstance(file.preferences[1], Values)
    rank = {file.name(cell): file.model.rank[:, cell].tolist() for cell in file.space.states.tolist()}
    assert rank["YN-NN"][0] == 11
    assert rank["YY-NY"][0] == rank["NN-NN"][0]
    assert rank["NY-NN"][1] == max(pair[1] for pair in rank.values())
    assert rank["NN-YN"][1] == rank["NY-NY"][1]


def test_an_option_that_can_only_be_taken_back_has_its_levels_the_other_way_round() -> None:
    text = DAM.replace("build: {one_way: true}", "build: {one_way: true, levels: [yes, no]}")
    file = read(text)
    cell = find_state(file, "YN-NN")
    assert cell is not None
    assert file.space.label(cell) == "YN-NN"
    assert file.space.levels(cell)[0] == "yes"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("rules", "states"),
    [
        ("- at_most: 1\n  of: [court, pay]", 12),
        ("- at_least: 1\n  of: [court, pay]", 12),
        ("- exactly: 1\n  of: [court, pay]", 8),
        ("- exactly: 2\n  of: {court: yes, pay: [yes, no]}", 8),
        ("- if: {court: yes}\n  then: {build: yes, pay: no}", 10),
        ("- state: NN-NN", 15),
        ("- states: [NN-NN, YY-YY, {build: no, share data: no, court: no, pay: yes}]", 13),
    ],
)
def test_rules_leave_the_states_that_fit(rules: str, states: int) -> None:
    text = BARE.replace("RULES", rules)
    assert read(text).space.states.size == states


def test_rules_that_leave_nothing_are_told() -> None:
    text = BARE.replace("RULES", "- never: {court: [yes, no]}").replace("names: {dispute: YN-YN}", "")
    assert "dam.yaml:4:1: the rules leave no feasible state" in told(text)


def test_listed_moves_are_taken_as_listed() -> None:
    file = read_graph_model(CASES / "elmira.yaml")
    assert file.space.names == ("Ministry", "Uniroyal", "Local government")
    assert file.words[8] == "Uniroyal abandons its plant"
    assert file.name(file.status_quo or 0) == "s1"
    np.testing.assert_array_equal(file.model.rank[1], [9, 2, 4, 8, 6, 1, 3, 7, 5])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: The dam\n", "", 'dam.yaml:1:1: "title" is missing'),
        ("hiwar_graph_model: 1", "hiwar_graph_model: 2", 'dam.yaml:1:20: this is version "2" of the format'),
        ("infeasible:", "infeasable:", '4:1: "infeasable" is not a key that can stand here; did you mean'),
        ("court: yes, pay", "curt: yes, pay", '"curt" is not an option of this conflict; did you mean "court"?'),
        ("court: yes, pay", "court: yse, pay", '"yse" is not a level of "court" (no, yes); did you mean "yes"?'),
        ("- never:", "- nevr:", 'a rule begins with one of never, if, '),
        ("YN-NN, YN-NY, YY-NN", "YN-NN, YN-NN, YY-NN", '"YN-NN" is ranked twice; the first is on line 11'),
        ("YN-NN, YN-NY, YY-NN", "YN-NN, YY-NN", "states that can occur are not ranked: YN-NY"),
        ("YN-NN, YN-NY, YY-NN", "YN-NN, YN-YY, YY-NN", '"YN-YY" cannot occur: a rule of this conflict forbids it'),
        ("YN-NN, YN-NY, YY-NN", "YN-NN, opn dispute, YY-NN", 'did you mean "open dispute"?'),
        ("NN-NN: 5,", "NN-NN: five,", 'expected here: a number; found "five"'),
        ("NN-NN: 5,", "", "states that can occur are not given a value: NN-NN"),
        ("    values:", "    statements: []\n    values:", "says two ways at once (statements and values)"),
        ("    ranking:", "    note: x #", '"Upstream" says nothing about what it wants; give exactly one of ranking,'),
        ("[court, pay]", "[court, build]", 'the option "build" is named twice; "Upstream" has it already'),
        ("options: [court, pay]", "options: []", "at least one option is wanted here"),
        ("share data:\n", "share data: [all]\n", "an option needs two or more levels; found 1"),
        ("one_way: true", "one_way: perhaps", 'expected here: true or false; found "perhaps"'),
        ("status_quo: NN-NN", "status_quo: {build: no}", "missing: share data, court, pay"),
        ("status_quo: NN-NN", "states: [a]", '"infeasible" goes with options'),
        ("{open dispute: YN-YN}", "{YN-NN: YN-YN}", '"YN-NN" is how another state is written'),
        ("{open dispute: YN-YN}", "{open dispute: YN-YY}", "cannot occur"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_would_do(old: str, new: str, said: str) -> None:
    assert DAM.count(old) >= 1
    text = DAM.replace(old, new, 1)
    assert said in told(text)
    assert all(problem.line and problem.column for problem in problems(text))


def test_all_mistakes_are_told_at_once() -> None:
    text = DAM.replace("YN-NN, YN-NY", "XX, QQ").replace("status_quo: NN-NN", "status_quo: none")
    assert len(problems(text)) == 3


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ("[a -> c]", '"c" is not a state of this conflict'),
        ("[[a, a]]", "a move leads to another state"),
        ("[a]", "a move is written as [from, to] or  from -> to"),
        ("{a: [b, d]}", '"d" is not a state of this conflict'),
    ],
)
def test_moves_that_lead_nowhere_are_told(moves: str, said: str) -> None:
    text = (
        f"hiwar_graph_model: 1\ntitle: t\nstates: [a, b]\ndecision_makers:\n  A: {{moves: {moves}, ranking: [a, b]}}\n"
    )
    assert said in told(text)


def test_statements_about_options_make_no_sense_where_there_are_none() -> None:
    text = "hiwar_graph_model: 1\ntitle: t\nstates: [a, b]\ndecision_makers:\n  A: {moves: [], statements: [a]}\n"
    assert "with listed states give a ranking or values" in told(text)


@pytest.mark.parametrize(
    "text",
    ["", "[1, 2]", "hiwar: 1\n", "hiwar_graph_model: 1\ntitle: [x]\ndecision_makers: 3\n", "a: *b\n", "\t\n", "{"],
)
def test_what_is_no_conflict_is_refused_in_words(text: str) -> None:
    assert problems(text)


def test_a_conflict_that_is_too_large_is_refused_before_anything_is_allocated() -> None:
    options = ", ".join(f"o{number}" for number in range(60_000))
    text = f"hiwar_graph_model: 1\ntitle: t\ndecision_makers:\n  A: {{options: [{options}], statements: []}}\n"
    began = time.monotonic()
    assert "60000 options of 1 decision makers make about 10^18061 combinations" in told(text)
    assert time.monotonic() - began < 10


def test_aliases_that_explode_are_refused() -> None:
    laughs = "".join(f"  x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 9))
    text = f"hiwar_graph_model: 1\ntitle: t\ndecision_makers:\n  x0: &x0 [a, b]\n{laughs}"
    assert "values (aliases counted in full)" in told(text)


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: Señor".encode("latin-1"))
    for name in ("a.yaml", "b.yaml"):
        with pytest.raises(CaseError):
            read_graph_model(tmp_path / name)


def test_the_example_is_the_one_that_the_how_to_explains() -> None:
    root = CASES.parents[2]
    page = (root / "docs" / "how-to" / "graph-model.md").read_text(encoding="utf-8")
    shown = page.partition("```yaml\n# file: dam.yaml\n")[2].partition("```")[0]
    example = (root / "examples" / "graph-model" / "dam.yaml").read_text(encoding="utf-8")
    assert example.partition("\n")[2] == shown
    assert read(shown).title == "The dam"

"""Files of the desktop tools GMCR+ and gmcr-py: read, written, and nothing lost silently."""

import json
from typing import Any

import numpy as np
import pytest
from conflicts import DAM, read

from hiwar.dossier.problems import CaseError, SourceText
from hiwar.formats import GraphModelFile, Ranking, Statements, gmcr_text, read_graph_model
from hiwar.formats.gmcr import gmcr_of
from hiwar.methods.graph_model import ModelError, Never, OptionForm, analyse_stability

DILEMMA: dict[str, Any] = {
    "program": "gmcr-py",
    "useManualPreferenceVectors": False,
    "infeasibles": [],
    "options": [
        {"name": "First cooperates", "permittedDirection": "both"},
        {"name": "Second cooperates", "permittedDirection": "both"},
    ],
    "decisionMakers": [
        {"name": "First", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]]},
        {"name": "Second", "options": [1], "preferences": [[[0, "Y"]], [[1, "N"]]]},
    ],
}
"""As older versions write it."""


def opened(data: dict[str, Any] | str) -> GraphModelFile:
    text = data if isinstance(data, str) else json.dumps(data)
    return gmcr_of(SourceText.of("a.gmcr", "a.gmcr", text), "a")


def told(data: dict[str, Any] | str) -> str:
    with pytest.raises(CaseError) as caught:
        opened(data)
    return str(caught.value)


def ranks(file: GraphModelFile) -> list[list[int]]:
    """By the tool's numbers of the states."""
    cells = sorted(file.names, key=lambda cell: int(file.names[cell]))
    return [file.model.rank[maker, cells].tolist() for maker in range(len(file.space.names))]


def test_statements_of_patterns_are_read_in_their_order() -> None:
    file = opened(DILEMMA)
    assert ranks(file) == [[2, 1, 4, 3], [2, 4, 1, 3]]
    assert all(isinstance(preference, Statements) for preference in file.preferences)
    assert file.notices == ()


def test_alternatives_of_patterns_are_joined_by_or() -> None:
    either = {"compound": True, "members": [[[0, "Y"], [1, "Y"]], [[0, "N"], [1, "N"]]]}
    makers = [{**DILEMMA["decisionMakers"][0], "preferences": [either]}, DILEMMA["decisionMakers"][1]]
    assert ranks(opened({**DILEMMA, "decisionMakers": makers}))[0] == [2, 1, 1, 2]


def test_rankings_by_hand_count_where_the_file_says_so() -> None:
    makers = [
        {**maker, key: ranking}
        for maker, key, ranking in zip(
            DILEMMA["decisionMakers"],
            ("preferenceRanking", "preferenceVector"),  # newer and older versions
            ([3, [1, 2], 4], [[1, 2, 3, 4]]),
            strict=True,
        )
    ]
    file = opened({**DILEMMA, "decisionMakers": makers, "useManualPreferenceVectors": True})
    assert ranks(file) == [[2, 2, 3, 1], [1, 1, 1, 1]]
    assert isinstance(file.preferences[0], Ranking)
    assert ranks(opened({**DILEMMA, "decisionMakers": makers})) == [[2, 1, 4, 3], [2, 4, 1, 3]]


def test_directions_and_infeasible_patterns_are_read() -> None:
    options = [{"name": "a", "permittedDirection": "fwd"}, {"name": "b", "permittedDirection": "back"}]
    file = opened({**DILEMMA, "options": options, "infeasibles": [[[0, "Y"], [1, "Y"]]]})
    form = file.space.form
    assert isinstance(form, OptionForm)
    assert [(option.levels, option.is_one_way) for option in form.options] == [
        (("no", "yes"), True),
        (("yes", "no"), True),
    ]
    assert form.infeasible == (Never({"a": ("yes",), "b": ("yes",)}),)
    names = {file.space.label(cell): name for cell, name in file.names.items()}
    assert names == {"N-N": "1", "Y-N": "2", "N-Y": "3"}


def test_options_in_another_order_than_their_owners_keep_the_numbers_of_states() -> None:
    """The tool numbers states with the options in the order of the decision makers."""
    options = [{"name": "mine"}, {"name": "yours"}]
    makers = [{"name": "A", "options": [1], "preferences": []}, {"name": "B", "options": [0], "preferences": []}]
    file = opened({**DILEMMA, "options": options, "decisionMakers": makers})
    assert {file.space.label(cell): name for cell, name in file.names.items()}["Y-N"] == "2"
    assert file.space.form.options[0].name == "yours"  # type: ignore[union-attr]


def test_what_is_changed_or_left_out_is_said() -> None:
    makers = [
        {"name": "A", "options": [0], "preferences": [], "misperceptions": [[[0, "Y"]]], "colour": "red"},
        {"name": "B", "options": [1], "preferences": [[[0, "Y"]]]},
        {"name": "C", "options": [], "preferences": []},
    ]
    options = [{"name": "Full"}, {"name": "Full"}]
    file = opened({**DILEMMA, "options": options, "decisionMakers": makers, "coalitions": [[0, 1], 2]})
    assert [option.name for option in file.space.form.options] == ["A Full", "B Full"]  # type: ignore[union-attr]
    said = " ".join(file.notices)
    for part in (
        'The option "Full" of A is called "A Full" here',
        "The misperceptions of A are left out",
        "C controls no option",
        "The coalitions",
        "Not known, and left out: colour",
        "A states no preference: all states are equally good for it",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"options": [{"name": "a", "permittedDirection": "up"}, {"name": "b"}]}, "options[0].permittedDirection"),
        ({"options": [{"name": "a"}]}, '"Second" controls option 1, but there are 1, from 0 on'),
        ({"options": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}, 'nobody controls the option "c"'),
        ({"infeasibles": [[[7, "Y"]]]}, "a condition names option 7, but there are 2"),
        ({"infeasibles": [[[0, "yes"]]]}, "infeasibles[0][0][1]: expected here: 'Y' or 'N'; found \"yes\""),
        ({"infeasibles": [[[0, "Y"]], [[0, "N"]]]}, "the rules leave no feasible state"),
        ({"useManualPreferenceRanking": True}, '"First" has no ranking, though rankings are given by hand'),
        ({"decisionMakers": [{"name": "A", "options": [0, 1, 0]}]}, "is controlled by"),
        ({"decisionMakers": []}, "nobody controls the option"),
        ({"decisionMakers": {}}, "decisionMakers: expected here: a valid array"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(change: dict[str, Any], said: str) -> None:
    assert said in told({**DILEMMA, **change})


def test_a_ranking_must_name_every_state_once() -> None:
    makers = [{**maker, "preferenceRanking": [1, 2, 3, 3]} for maker in DILEMMA["decisionMakers"]]
    said = told({**DILEMMA, "decisionMakers": makers, "useManualPreferenceRanking": True})
    assert 'the ranking of "First" must name each of the 4 feasible states once' in said


@pytest.mark.parametrize("text", ["", "[1,", "{}", "3", "[" * 100_000, '{"options": ' + "9" * 5000 + "}", "NaN"])
def test_what_is_no_such_file_is_refused_in_words(text: str) -> None:
    assert told(text)


def test_too_many_options_are_refused_before_anything_is_allocated() -> None:
    options = [{"name": f"o{number}"} for number in range(300)]
    maker = {"name": "A", "options": list(range(300)), "preferences": []}
    assert "300 options of 1 decision makers make" in told({**DILEMMA, "options": options, "decisionMakers": [maker]})


def test_what_is_written_is_read_back_with_the_same_verdicts() -> None:
    first = read(DAM)
    again = opened(gmcr_text(first))
    assert again.space.form == first.space.form
    np.testing.assert_array_equal(again.model.rank, dense(first.model.rank))
    np.testing.assert_array_equal(analyse_stability(again.model).verdicts, analyse_stability(first.model).verdicts)


def dense(rank: Any) -> Any:
    """The same order in numbers from 1 without gaps."""
    return np.stack([np.searchsorted(np.unique(row[row > 0]), row) + (row > 0) for row in rank])


def test_a_conflict_of_statements_stays_one() -> None:
    written = json.loads(gmcr_text(opened(DILEMMA)))
    assert written["useManualPreferenceRanking"] is False
    assert written["decisionMakers"] == DILEMMA["decisionMakers"]


@pytest.mark.parametrize(
    "rule",
    [
        "{at_most: 1, of: [share data, court, pay]}",
        "{at_least: 1, of: [share data, court, pay]}",
        "{exactly: 2, of: {share data: no, court: yes, pay: [yes, no]}}",
        "{if: {court: yes}, then: {share data: yes, pay: no}}",
        "{if: {court: yes, pay: [no, yes]}, then: {court: no}}",
        "{never: {court: [yes, no], pay: yes}}",
        "{state: YN-NN}",
    ],
)
def test_every_rule_is_written_as_patterns_with_the_same_states(rule: str) -> None:
    text = f"""\
hiwar_graph_model: 1
title: Rules
infeasible: [{rule}]
decision_makers:
  Upstream: {{options: [build, share data], statements: []}}
  Downstream: {{options: [court, pay], statements: []}}
"""
    first = read(text)
    again = opened(gmcr_text(first))
    np.testing.assert_array_equal(again.space.feasible, first.space.feasible)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DAM.replace("share data:\n", "share data: [none, some, full]\n").split("    ranking")[0], "some"),
    ],
)
def test_levels_that_the_tools_do_not_know_are_refused(text: str, said: str) -> None:
    head = text + "    statements: []\n  Downstream: {options: [court, pay], statements: []}\n"
    with pytest.raises(ModelError, match=said):
        gmcr_text(read(head.replace("names: {open dispute: YN-YN}\n", "")))


def test_listed_moves_are_refused(tmp_path: Any) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "hiwar_graph_model: 1\ntitle: t\nstates: [a, b]\ndecision_makers:\n  A: {moves: [a -> b], ranking: [a, b]}\n"
    )
    with pytest.raises(ModelError, match="not listed states"):
        gmcr_text(read_graph_model(path))

"""A matrix that is wrong is refused, and says where."""

import numpy as np
import pytest

from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor, matrix_of

AB = (Descriptor("A", ("x", "y")), Descriptor("B", ("p", "q")))


def test_a_section_lands_where_it_belongs() -> None:
    matrix = matrix_of(AB, {("B", "A"): [[1, -1], [0.5, -0.5]]})
    assert matrix.judgements.tolist() == [[0, 0, 0, 0], [0, 0, 0, 0], [1, -1, 0, 0], [0.5, -0.5, 0, 0]]
    assert (matrix.scale, matrix.whole[2].tolist()) == (2, [2, -2, 0, 0])
    assert matrix.labels == ("A: x", "A: y", "B: p", "B: q")


def test_names_and_numbers_go_both_ways() -> None:
    matrix = matrix_of(AB, {}, fixed={"B": "q"})
    assert matrix.scenario([1, 0]) == {"A": "y", "B": "p"}
    assert matrix.whole_scenario({"A": "y", "B": "p"}).tolist() == [1, 0]
    assert matrix.numbers({"B": "q"}).tolist() == [-1, 1]
    assert matrix.n_scenarios == 2


def test_a_matrix_cannot_be_changed() -> None:
    given = np.zeros((4, 4))
    matrix = CrossImpactMatrix(AB, given)
    given[0, 0] = 7
    assert not matrix.judgements.any()
    with pytest.raises(ValueError, match="read-only"):
        matrix.judgements[0, 0] = 1


@pytest.mark.parametrize(
    ("judgement", "message"),
    [(0.3, "'A: x' on 'B: q': 0.3 found"), (float("nan"), "nan found"), (float("inf"), "inf found")],
)
def test_a_judgement_that_is_no_whole_number_or_half_is_named(judgement: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        matrix_of(AB, {("A", "B"): [[0, judgement], [0, 0]]})


def test_judgements_that_could_overflow_are_refused() -> None:
    with pytest.raises(ValueError, match="judgements on 'B: p' can add up to 1e"):
        matrix_of(AB, {("A", "B"): [[1e9, 0], [0, 0]]})
    most = float(1 << 26)
    matrix = matrix_of(AB, {("A", "B"): [[most, -most], [-most, most]]})
    assert matrix.whole.max() == 1 << 26


@pytest.mark.parametrize(
    ("descriptors", "message"),
    [
        ((), "needs one or more descriptors"),
        ((AB[0], AB[0]), "'A' is named twice"),
        ((Descriptor("A", ("x", "x")),), "A: the state 'x' is named twice"),
        ((Descriptor("A", ()),), "A: it has 0 states"),
        ((Descriptor("A", "x"),), r"A: states are given as a tuple; write \('x',\)"),  # type: ignore[arg-type]
    ],
)
def test_descriptors_that_cannot_be_are_named(descriptors: tuple[Descriptor, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        matrix_of(descriptors, {})


def test_sections_that_do_not_fit_are_named() -> None:
    with pytest.raises(ValueError, match="section A on C: 'C' is no descriptor; they are A, B"):
        matrix_of(AB, {("A", "C"): [[0]]})
    with pytest.raises(ValueError, match="section A on B: 2 rows of 2 judgements are needed; the rows given have 2, 1"):
        matrix_of(AB, {("A", "B"): [[0, 0], [0]]})
    with pytest.raises(ValueError, match="4 x 4 numbers are needed, one per pair of states; found 2 x 2"):
        CrossImpactMatrix(AB, np.zeros((2, 2)))


def test_scenarios_that_do_not_fit_are_named() -> None:
    matrix = matrix_of(AB, {})
    with pytest.raises(ValueError, match="the scenario says nothing about 'B'"):
        matrix.whole_scenario({"A": "x"})
    with pytest.raises(ValueError, match=r"\[0, 2\] is no scenario"):
        matrix.whole_scenario([0, 2])

"""Stability of conflicts of 2^8 to 2^22 cells, against the same in plain numpy.

No package for the graph model was found on the Python index. The field's open desktop programs keep matrices of all
pairs of states; the version in plain numpy below does the same, with sanctions by sequences.
"""

from dataclasses import replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.graph_model import (
    CONCEPTS,
    Concept,
    DecisionMaker,
    GraphModel,
    Option,
    OptionForm,
    OptionSpace,
    ValueRanges,
    analyse_stability,
    chances_of_ranges,
    moves_from,
    nearest_flips,
    rank_by_statements,
    space_of,
)
from hiwar.methods.graph_model.spaces import BoolArray, RankArray

IN_ORDER = tuple(concept for concept in CONCEPTS if concept is not Concept.SIMULTANEOUS)
Preferences = Literal["random", "statements"]


def random_model(
    n_options: int,
    n_makers: int = 4,
    *,
    feasible_share: float = 1.0,
    n_one_way: int = 0,
    preferences: Preferences = "random",
    seed: int = 7,
) -> GraphModel:
    """Yes-or-no options dealt out evenly; of each decision maker's, the first few are one-way.

    Preferences are a random order of all states, or twelve random statements about one to three options each, in order
    of priority: then states tie, and preferences of neighbouring states are alike.
    """
    rng = np.random.default_rng(seed)
    own = [n_options // n_makers + (maker < n_options % n_makers) for maker in range(n_makers)]
    makers = tuple(
        DecisionMaker(f"maker {maker}", tuple(Option(f"{maker}.{k}", is_one_way=k < n_one_way) for k in range(count)))
        for maker, count in enumerate(own)
    )
    space = space_of(OptionForm(makers))
    if feasible_share < 1:
        space = replace(space, feasible=rng.random(space.size) < feasible_share)
    rank = np.empty((n_makers, space.size), dtype=np.int32)
    for maker in range(n_makers):
        rank[maker] = (
            rng.permutation(space.size) + 1 if preferences == "random" else _by_statements(n_options, space.size, rng)
        )
    rank[:, ~space.feasible] = 0
    return GraphModel(space, rank)


def _by_statements(n_options: int, n_cells: int, rng: np.random.Generator) -> RankArray:
    cells = np.arange(n_cells)
    score = np.ones(n_cells, dtype=np.int32)
    for statement in range(12):
        options = rng.choice(n_options, rng.integers(1, 4), replace=False)
        holds = np.all([(cells >> option & 1) == rng.integers(2) for option in options], axis=0)
        score += holds.astype(np.int32) << (11 - statement)
    return score


@pytest.mark.parametrize("n_options", [8, 12, 16, 20, 22])
def test_growth(benchmark: BenchmarkFixture, n_options: int) -> None:
    """Time and memory (see graph_model_memory.py) grow with the number of cells."""
    _measure(benchmark, random_model(n_options))


@pytest.mark.parametrize(
    ("feasible_share", "n_one_way"), [(1.0, 0), (0.5, 0), (1.0, 1), (1.0, 2)], ids=["plain", "half", "one", "two"]
)
@pytest.mark.parametrize("preferences", ["random", "statements"])
def test_kinds(benchmark: BenchmarkFixture, feasible_share: float, n_one_way: int, preferences: Preferences) -> None:
    """2^20 cells: all feasible, half of them, or one or two one-way options for each decision maker."""
    model = random_model(20, feasible_share=feasible_share, n_one_way=n_one_way, preferences=preferences)
    _measure(benchmark, model)


@pytest.mark.parametrize("n_makers", [2, 3, 5, 10])
def test_decision_makers(benchmark: BenchmarkFixture, n_makers: int) -> None:
    _measure(benchmark, random_model(20, n_makers))


@pytest.mark.parametrize("n_options", [8, 12, 14])
def test_simultaneous(benchmark: BenchmarkFixture, n_options: int) -> None:
    model = random_model(n_options)
    analyse_stability(model, [Concept.SIMULTANEOUS])
    benchmark(analyse_stability, model, [Concept.SIMULTANEOUS])


@pytest.mark.parametrize("n_options", [8, 10])
def test_plain_numpy(benchmark: BenchmarkFixture, n_options: int) -> None:
    """Matrices of all pairs of states; the same verdicts."""
    model = random_model(n_options, feasible_share=0.5, n_one_way=1)
    found = benchmark(plain_stability, model)
    ours = analyse_stability(model, IN_ORDER)
    for concept, stable in found.items():
        np.testing.assert_array_equal(stable, ours.stable(concept)[:, model.space.states])


def _measure(benchmark: BenchmarkFixture, model: GraphModel) -> None:
    analyse_stability(model, IN_ORDER)  # compile outside the clock
    benchmark(analyse_stability, model, IN_ORDER)


def plain_stability(model: GraphModel) -> dict[Concept, BoolArray]:
    """(decision maker, state) for each concept, with dense matrices (from, to) and their powers."""
    assert isinstance(model.space, OptionSpace)
    states = model.space.states
    moves = np.array([_moves(model.space, maker) for maker in range(len(model.rank))])
    rank = model.rank[:, states]
    better = rank[:, None, :] > rank[:, :, None]
    found: dict[Concept, BoolArray] = {concept: np.empty(rank.shape, dtype=np.bool_) for concept in IN_ORDER}
    for maker in range(len(rank)):
        improves, worse = moves[maker] & better[maker], ~better[maker]
        others = np.arange(len(rank)) != maker
        replies = _reach(moves[others].any(axis=0))
        credible = _reach((moves & better)[others].any(axis=0))
        hopeless = worse & ~_product(better[maker], moves[maker].T)
        found[Concept.NASH][maker] = ~improves.any(axis=1)
        for concept, ends, deters in (
            (Concept.GENERAL_METARATIONAL, replies, worse),
            (Concept.SYMMETRIC_METARATIONAL, replies, hopeless),
            (Concept.SEQUENTIAL, credible, worse),
        ):
            found[concept][maker] = (~improves | _product(deters, ends.T)).all(axis=1)
    return found


def _moves(space: OptionSpace, maker: int) -> BoolArray:
    moves = np.zeros((space.states.size, space.states.size), dtype=np.bool_)
    for place, cell in enumerate(space.states.tolist()):
        moves[place, np.searchsorted(space.states, moves_from(space, maker, cell))] = True
    return moves


def _product(left: BoolArray, right: BoolArray) -> BoolArray:
    return _as_float(left) @ _as_float(right) > 0


def _as_float(relation: BoolArray) -> npt.NDArray[np.float32]:
    return relation.astype(np.float32)


def _reach(steps: BoolArray) -> BoolArray:
    """Where one or more steps lead. In option form, that nobody moves twice in a row forbids nothing."""
    ends, count = steps, -1
    while (now := int(ends.sum())) != count:
        count, ends = now, ends | _product(ends, ends)
    return ends


@pytest.mark.parametrize(("n_options", "n_makers"), [(8, 2), (8, 4), (8, 8), (10, 4)])
def test_uncertain_values(benchmark: BenchmarkFixture, n_options: int, n_makers: int) -> None:
    """10,000 draws of everybody's values, four concepts, chances and what is certain."""
    space = random_model(n_options, n_makers).space
    middle = np.random.default_rng(7).random((n_makers, space.states.size))
    ranges = ValueRanges(middle - 0.1, middle + 0.1)
    chances_of_ranges(space, ranges, draws=1, rng=np.random.default_rng(7))  # compile outside the clock
    benchmark(lambda: chances_of_ranges(space, ranges, rng=np.random.default_rng(7)))


@pytest.mark.parametrize("n_options", [20, 22])
@pytest.mark.parametrize("n_statements", [12, 100])
def test_ranks_by_statements(benchmark: BenchmarkFixture, n_options: int, n_statements: int) -> None:
    """Each statement is about three options."""
    space = random_model(n_options).space
    assert isinstance(space, OptionSpace)
    rng = np.random.default_rng(7)
    names = [option.name for option in space.form.options]
    said = [" and ".join(names[k] for k in rng.choice(n_options, 3, replace=False)) for _ in range(n_statements)]
    benchmark(rank_by_statements, space, said)


@pytest.mark.parametrize(("n_options", "n_makers"), [(6, 3), (8, 2), (8, 4), (9, 3)])
def test_nearest_flips(benchmark: BenchmarkFixture, n_options: int, n_makers: int) -> None:
    space = random_model(n_options, n_makers).space
    values = np.random.default_rng(7).random((n_makers, space.states.size))
    nearest_flips(space, values)  # compile outside the clock
    benchmark(nearest_flips, space, values)

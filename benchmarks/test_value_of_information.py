"""Value of information: exact for twenty judgements and for many events, and estimated from draws.

No package was found that works out the value of judgements in multilinear models exactly, so the exact method stands
beside two-level sampling in plain numpy. For estimates from draws the peers are R packages, and voiage in Python, whose
default is a regression on straight lines: its times can be compared with `straight_line`, its figures only where values
are straight.
"""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.arrays import FloatArray
from hiwar.methods.value_of_information import (
    Judgement,
    MultilinearModel,
    PayoffTable,
    independent_events,
    information_from_draws,
    information_of_events,
    information_of_judgements,
    regions_of,
    strategy_regions,
)


def likelihoods_and_sizes(n_effects: int = 10, n_alternatives: int = 5) -> MultilinearModel:
    """Each effect has a likelihood and a size; each alternative has half of the effects."""
    rng = np.random.default_rng(1)
    judgements = []
    for effect in range(n_effects):
        low, size = rng.uniform(0, 0.5), rng.uniform(5, 40)
        judgements.append(Judgement(f"likelihood {effect}", low, low + 0.4))
        judgements.append(Judgement(f"size {effect}", size, size + 30, most_likely=size + 10))
    members = np.vstack([np.repeat(np.eye(n_effects, dtype=bool), 2, axis=1), np.zeros(2 * n_effects, dtype=bool)])
    coefficients = np.where(rng.random((n_alternatives, n_effects)) < 0.5, rng.choice([-1.0, 1.0], n_effects), 0.0)
    # A constant brings the alternatives close to each other: far apart there is nothing to learn.
    means = np.array([judgement.mean for judgement in judgements])
    constants = rng.uniform(0, 2, n_alternatives) - coefficients @ means.reshape(-1, 2).prod(axis=1)
    return MultilinearModel(
        alternatives=tuple(f"alternative {number}" for number in range(n_alternatives)), judgements=tuple(judgements),
        coefficients=np.column_stack([coefficients, constants]), members=members,
    )  # fmt: skip


def two_level_sampling(model: MultilinearModel, place: int, outer: int, inner: int, seed: int) -> float:
    """The definition: draw the judgement, and for each draw all others."""
    rng = np.random.default_rng(seed)
    means = []
    for value in model.judgements[place].quantiles(rng.random(outer)):
        points = np.column_stack([judgement.quantiles(rng.random(inner)) for judgement in model.judgements])
        points[:, place] = value
        means.append(model.values(points).mean(axis=0))
    table = np.array(means)
    return float(table.max(axis=1).mean() - table.mean(axis=0).max())


def straight_line(values: FloatArray, judgements: FloatArray) -> float:
    """Regression of each value on straight lines, as voiage 0.2.1 does by default."""
    design = np.column_stack([np.ones(len(judgements)), judgements])
    fitted = design @ np.linalg.lstsq(design, values, rcond=None)[0]
    return float(max(0.0, fitted.max(axis=1).mean() - values.mean(axis=0).max()))


def test_each_of_twenty_judgements(benchmark: BenchmarkFixture) -> None:
    found = benchmark(information_of_judgements, likelihoods_and_sizes(), total=False)
    assert len(found.value) == 20
    assert found.value.max() > 0


def test_everything_of_twenty_judgements(benchmark: BenchmarkFixture) -> None:
    benchmark(information_of_judgements, likelihoods_and_sizes(), [], draws=1 << 13)


def test_every_pair_of_twenty_judgements(benchmark: BenchmarkFixture) -> None:
    pairs = [(first, second) for first in range(20) for second in range(first)]
    asked = (likelihoods_and_sizes(), pairs), {"total": False}
    benchmark.pedantic(information_of_judgements, *asked, rounds=2)  # type: ignore[no-untyped-call]


def test_two_level_sampling_of_one_judgement(benchmark: BenchmarkFixture) -> None:
    model = likelihoods_and_sizes()
    exact = information_of_judgements(model, total=False).value
    place = int(exact.argmax())
    asked = (model, place, 400, 400, 1)
    found = benchmark.pedantic(two_level_sampling, asked, rounds=2)  # type: ignore[no-untyped-call]
    assert found == pytest.approx(exact[place], abs=0.5 * exact[place])


@pytest.mark.parametrize("n_events", [4, 8, 16])
def test_each_of_many_events(benchmark: BenchmarkFixture, n_events: int) -> None:
    rng = np.random.default_rng(2)
    option_of, chances = independent_events([np.array([0.4, 0.6])] * n_events)
    table = PayoffTable(
        alternatives=tuple("abcdefghij"), events=tuple(map(str, range(n_events))), chances=chances,
        values=rng.normal(size=(10, len(chances))), option_of=option_of,
    )  # fmt: skip
    benchmark(information_of_events, table)


@pytest.mark.parametrize("n_judgements", [1, 2, 3])
def test_from_draws(benchmark: BenchmarkFixture, n_judgements: int) -> None:
    model = likelihoods_and_sizes()
    rng = np.random.default_rng(3)
    points = np.column_stack([judgement.quantiles(rng.random(5000)) for judgement in model.judgements])
    names = [judgement.name for judgement in model.judgements]
    asked = (model.values(points), points, names, [range(n_judgements)])
    benchmark.pedantic(information_from_draws, asked, rounds=2)  # type: ignore[no-untyped-call]


def test_straight_line_from_draws(benchmark: BenchmarkFixture) -> None:
    model = likelihoods_and_sizes()
    rng = np.random.default_rng(3)
    points = np.column_stack([judgement.quantiles(rng.random(5000)) for judgement in model.judgements])
    benchmark(straight_line, model.values(points), points[:, :1])


def test_a_map_of_two_judgements(benchmark: BenchmarkFixture) -> None:
    benchmark(regions_of, likelihoods_and_sizes(), 0, 1)


@pytest.mark.parametrize("n_alternatives", [5, 20, 50])
def test_a_map_of_many_alternatives(benchmark: BenchmarkFixture, n_alternatives: int) -> None:
    corners = np.random.default_rng(4).normal(size=(n_alternatives, 2, 2))
    benchmark(strategy_regions, corners, (0.0, 1.0), (0.0, 1.0))

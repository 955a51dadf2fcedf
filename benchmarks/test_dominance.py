"""Acceptability of 10 courses on 20 criteria, against the same analysis in plain numpy and against a peer.

The only package found on the Python index that offers SMAA is pyrepo-mcda. It takes performances as exact and draws
weights only, and it values courses by VIKOR instead of adding up, so times can be compared with it, figures cannot.
"""

from itertools import product

import numpy as np
import pytest
from pyrepo_mcda.mcda_methods import VIKOR_SMAA
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.dominance import (
    Block,
    Prospects,
    Weights,
    acceptability,
    difference_bounds,
    flips,
    information,
    smaa,
    value_bounds,
)
from hiwar.methods.dominance.arrays import FloatArray

DRAWS = 1 << 14


def criteria_matrix(n_courses: int = 10, n_domains: int = 20) -> Prospects:
    """Each course has one gain of uncertain size per domain; weights are free."""
    rng = np.random.default_rng(3)
    n = n_courses * n_domains
    touches = np.zeros((n, n_domains), dtype=bool)
    touches[np.arange(n), np.arange(n) % n_domains] = True
    low = np.where(touches, rng.uniform(0, 60, (n, n_domains)), 0.0)
    high = np.where(touches, low + rng.uniform(5, 40, (n, n_domains)), 0.0)
    ones = np.ones(n)
    return Prospects(
        courses=tuple(f"course {i}" for i in range(n_courses)), effects=tuple(f"effect {i}" for i in range(n)),
        domains=tuple(f"domain {i}" for i in range(n_domains)), scenarios=("the only one",), sign=ones,
        active=(np.arange(n_courses)[:, None] == np.arange(n) // n_domains)[:, None, :],
        feasible=np.ones((n_courses, 1), dtype=bool), size_low=low, size_high=high, size_centre=(low + high) / 2,
        likelihood_low=ones, likelihood_high=ones, likelihood_centre=ones, touches=touches, blocks=(),
        block_of=np.zeros((n_courses, 1, 0), dtype=int), option_of=np.zeros((1, 0), dtype=int),
        weights=Weights(kind="free", n_domains=n_domains),
    )  # fmt: skip


def many_effects(n_events: int, n_courses: int = 10, n_effects: int = 200, n_domains: int = 8) -> Prospects:
    """Each effect depends on one two-way event."""
    rng = np.random.default_rng(1)
    option_of = np.array(list(product((0, 1), repeat=n_events)))
    active = np.zeros((n_courses, len(option_of), n_effects), dtype=bool)
    for effect in range(n_effects):
        holds = option_of[:, rng.integers(n_events)] == rng.integers(2)
        active[rng.random(n_courses) < 0.5, :, effect] = holds
    touches = rng.random((n_effects, n_domains)) < 0.3
    touches[:, 0] = True
    low = np.where(touches, rng.uniform(0, 50, touches.shape), 0.0)
    high = np.where(touches, low + 30, 0.0)
    return Prospects(
        courses=tuple(f"course {i}" for i in range(n_courses)), effects=tuple(f"effect {i}" for i in range(n_effects)),
        domains=tuple(f"domain {i}" for i in range(n_domains)), scenarios=tuple(map(str, range(len(option_of)))),
        sign=rng.choice([-1.0, 1.0], n_effects), active=active,
        feasible=np.ones((n_courses, len(option_of)), dtype=bool), size_low=low, size_high=high,
        size_centre=(low + high) / 2, likelihood_low=np.full(n_effects, 0.2), likelihood_high=np.full(n_effects, 0.6),
        likelihood_centre=np.full(n_effects, 0.4), touches=touches,
        blocks=(Block(low=np.array([0.2, 0.3]), high=np.array([0.7, 0.8]), is_given=True),) * n_events,
        block_of=np.broadcast_to(np.arange(n_events), (n_courses, len(option_of), n_events)), option_of=option_of,
        weights=Weights(kind="order", n_domains=n_domains, tiers=tuple((i,) for i in range(n_domains))),
    )  # fmt: skip


def straightforward(prospects: Prospects, draws: int, seed: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Rank acceptabilities, pairwise shares and central weights with pseudo-random numbers."""
    rng = np.random.default_rng(seed)
    n, d = len(prospects.courses), len(prospects.domains)
    low, high = (size[prospects.touches].reshape(n, d) for size in (prospects.size_low, prospects.size_high))
    performances = rng.uniform(low, high, (draws, n, d))
    weights = rng.dirichlet(np.ones(d), draws)
    values = np.einsum("ncd,nd->nc", performances, weights)
    ranks = (-values).argsort(axis=1).argsort(axis=1)
    rank = (ranks[:, :, None] == np.arange(n)).mean(axis=0)
    pairwise = (values[:, :, None] > values[:, None, :]).mean(axis=0)
    central = np.array([weights[ranks[:, course] == 0].mean(axis=0) for course in range(n) if rank[course, 0] > 0])
    return rank, pairwise, central


def plain_acceptability(prospects: Prospects, draws: int, seed: int) -> FloatArray:
    """Rank acceptabilities with events, effects and weights drawn plainly, everything in memory at once."""
    rng = np.random.default_rng(seed)
    sizes = rng.uniform(prospects.size_low, prospects.size_high, (draws, *prospects.size_low.shape))
    likelihoods = rng.uniform(prospects.likelihood_low, prospects.likelihood_high, (draws, len(prospects.effects)))
    weights = np.sort(rng.dirichlet(np.ones(len(prospects.domains)), draws), axis=1)[:, ::-1]
    worth = np.einsum("ned,nd->ne", sizes, weights) * likelihoods * prospects.sign
    chances = np.array([rng.uniform(block.low[0], block.high[0], draws) for block in prospects.blocks])
    options = np.where(prospects.option_of.T[:, :, None] == 0, chances[:, None, :], 1 - chances[:, None, :])
    values = np.einsum("sn,cse,ne->nc", options.prod(axis=0), prospects.active.astype(float), worth, optimize=True)
    ranks = (-values).argsort(axis=1).argsort(axis=1)
    rank: FloatArray = (ranks[:, :, None] == np.arange(len(prospects.courses))).mean(axis=0)
    return rank


def test_acceptability_of_many_effects(benchmark: BenchmarkFixture) -> None:
    prospects = many_effects(3)
    found = benchmark(acceptability, prospects, draws=1 << 12, seed=1, items="apart")
    np.testing.assert_allclose(found.rank, plain_acceptability(prospects, 1 << 14, 2), atol=0.03)


def test_plain_acceptability_of_many_effects(benchmark: BenchmarkFixture) -> None:
    benchmark(plain_acceptability, many_effects(3), 1 << 12, 1)


def test_acceptability(benchmark: BenchmarkFixture) -> None:
    prospects = criteria_matrix()
    found = benchmark(acceptability, prospects, draws=DRAWS, seed=1)
    np.testing.assert_allclose(found.rank, straightforward(prospects, DRAWS, 2)[0], atol=0.02)


def test_straightforward(benchmark: BenchmarkFixture) -> None:
    benchmark(straightforward, criteria_matrix(), DRAWS, 1)


def test_smaa_on_given_draws(benchmark: BenchmarkFixture) -> None:
    rng = np.random.default_rng(1)
    benchmark(smaa, rng.random((DRAWS, 10, 20)), rng.dirichlet(np.ones(20), DRAWS))


def test_peer_on_given_weights(benchmark: BenchmarkFixture) -> None:
    rng = np.random.default_rng(1)
    benchmark(VIKOR_SMAA(), rng.random((10, 20)), rng.dirichlet(np.ones(20), DRAWS), np.ones(20))


@pytest.mark.parametrize("n_events", [1, 4, 8])
def test_difference_bounds(benchmark: BenchmarkFixture, n_events: int) -> None:
    benchmark(difference_bounds, many_effects(n_events))


def test_value_bounds(benchmark: BenchmarkFixture) -> None:
    benchmark(value_bounds, many_effects(6))


def test_flips(benchmark: BenchmarkFixture) -> None:
    benchmark(flips, many_effects(6), 0, 1)


def test_information(benchmark: BenchmarkFixture) -> None:
    benchmark(information, many_effects(6), draws=1024)

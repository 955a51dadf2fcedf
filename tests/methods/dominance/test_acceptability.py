from dataclasses import replace

import numpy as np
import pytest
from dominance_prospects import build, plain_chances, plain_values, prospects
from hypothesis import given, settings
from hypothesis import strategies as st
from test_bounds import split

from hiwar.methods.dominance import (
    Block,
    Prospects,
    Relation,
    Weights,
    acceptability,
    difference_bounds,
    draw_weights,
    relations,
    weight_dimensions,
)
from hiwar.methods.dominance.arrays import FloatArray, IntArray


def plain_acceptability(p: Prospects, draws: int, seed: int) -> tuple[FloatArray, FloatArray]:
    """Rank acceptabilities and pairwise shares with pseudo-random draws; all courses can always be taken."""
    rng = np.random.default_rng(seed)
    n = len(p.courses)
    rank, pairwise = np.zeros((n, n)), np.zeros((n, n))
    for _ in range(draws):
        size = triangular(rng, p.size_low, p.size_centre, p.size_high)
        likelihood = triangular(rng, p.likelihood_low, p.likelihood_centre, p.likelihood_high)
        chances = [even(rng, b.low, b.high) for b in p.blocks]
        weights = rng.dirichlet(np.ones(len(p.weight_corners))) @ p.weight_corners
        value = (plain_chances(p, chances) * plain_values(p, size, likelihood, weights)).sum(axis=1)
        order = np.argsort(-value, kind="stable")
        rank[order, np.arange(n)] += 1
        pairwise += (value[:, None] > value[None, :]) + 0.5 * (value[:, None] == value[None, :])
    return rank / draws, pairwise / draws


def triangular(rng: np.random.Generator, low: FloatArray, mode: FloatArray, high: FloatArray) -> FloatArray:
    found = np.array(low)
    for at in np.ndindex(low.shape):
        if high[at] > low[at]:
            middle = abs(mode[at] - (low[at] + high[at]) / 2) < 1e-9
            found[at] = rng.uniform(low[at], high[at]) if middle else rng.triangular(low[at], mode[at], high[at])
    return found


def even(rng: np.random.Generator, low: FloatArray, high: FloatArray) -> FloatArray:
    """Rejection from the whole simplex."""
    while True:
        chances = rng.dirichlet(np.ones(low.size))
        if (chances >= low).all() and (chances <= high).all():
            return np.asarray(chances)


@pytest.mark.parametrize(
    ("kind", "options", "modes"), [("free", (2, 2), False), ("order", (3,), True), ("free", (), True)]
)
def test_acceptability_agrees_with_plain_sampling(kind: str, options: tuple[int, ...], modes: bool) -> None:
    p = build(np.random.default_rng(5), kind=kind, options=options, modes=modes, domains=3)
    rank, pairwise = plain_acceptability(p, 1500, seed=2)
    found = acceptability(p, draws=1 << 12, seed=1, items="apart")
    np.testing.assert_allclose(found.rank, rank, atol=0.05)
    np.testing.assert_allclose(found.pairwise[~np.eye(3, dtype=bool)], pairwise[~np.eye(3, dtype=bool)], atol=0.05)


@given(prospects(infeasible=False))
@settings(max_examples=30)
def test_shares_add_up_and_firm_verdicts_have_the_whole_share(p: Prospects) -> None:
    found = acceptability(p, draws=256, seed=3)
    np.testing.assert_allclose(found.rank.sum(axis=1), 1.0)
    np.testing.assert_allclose(found.rank.sum(axis=0), 1.0)
    np.testing.assert_allclose(found.pairwise + found.pairwise.T, 1.0)
    for a, row in enumerate(relations(difference_bounds(p))):
        for b, verdict in enumerate(row):
            if verdict is Relation.FIRST:
                assert found.pairwise[a, b] >= 1 - 1e-6 or p.feasible.size == 0
            if verdict is Relation.EQUAL:
                assert found.pairwise[a, b] == 0.5


def permuted(p: Prospects, rng: np.random.Generator) -> tuple[Prospects, dict[str, IntArray]]:
    """The same prospects with everything renamed and put in another order."""
    sizes = {"c": len(p.courses), "e": len(p.effects), "d": len(p.domains), "s": len(p.scenarios)}
    at = {key: rng.permutation(n) for key, n in sizes.items()}
    c, e, d, s = at["c"], at["e"], at["d"], at["s"]
    k = rng.permutation(p.n_events)
    b = rng.permutation(len(p.blocks))
    new_index = np.argsort(b)
    order_of_domain = np.argsort(d)
    tiers = tuple(tuple(int(order_of_domain[domain]) for domain in tier) for tier in p.weights.tiers)
    weights = replace(p.weights, tiers=tiers)
    if p.weights.kind == "ranges":
        weights = replace(weights, low=p.weights.low[d], high=p.weights.high[d])
    block_of, option_of = p.block_of[c][:, s][:, :, k], p.option_of[s][:, k]
    names = rng.permutation(100)
    other = replace(
        p, courses=tuple(f"x{names[i]}" for i in c), effects=tuple(f"y{names[i]}" for i in e),
        domains=tuple(f"z{names[i]}" for i in d), scenarios=tuple(f"w{names[i]}" for i in s), sign=p.sign[e],
        active=p.active[c][:, s][:, :, e], feasible=p.feasible[c][:, s], size_low=p.size_low[e][:, d],
        size_high=p.size_high[e][:, d], size_centre=p.size_centre[e][:, d], touches=p.touches[e][:, d],
        likelihood_low=p.likelihood_low[e], likelihood_high=p.likelihood_high[e],
        likelihood_centre=p.likelihood_centre[e], blocks=tuple(p.blocks[i] for i in b),
        block_of=new_index[block_of] if block_of.size else block_of, option_of=option_of, weights=weights,
    )  # fmt: skip
    return other, at


@pytest.mark.parametrize("seed", range(12))
def test_r18_renaming_and_reordering_everything_leaves_every_figure_as_it_was(seed: int) -> None:
    rng = np.random.default_rng(seed)
    p = build(
        rng, courses=4, effects=9, domains=3, options=[(), (2,), (3, 2)][seed % 3], kind=["order", "ranges"][seed % 2],
        modes=seed % 4 == 0, infeasible=seed % 5 == 0,
    )  # fmt: skip
    other, at = permuted(p, rng)
    one, two = acceptability(p, draws=512, seed=9), acceptability(other, draws=512, seed=9)
    np.testing.assert_allclose(two.rank, one.rank[at["c"]], atol=1e-12)
    np.testing.assert_allclose(two.pairwise, one.pairwise[np.ix_(at["c"], at["c"])], atol=1e-12)
    np.testing.assert_allclose(two.central_weights, one.central_weights[np.ix_(at["c"], at["d"])], atol=1e-9)
    np.testing.assert_allclose(two.confidence, one.confidence[at["c"]], atol=1e-12)


def mirrored() -> Prospects:
    """Two courses and two events that nobody judged, alike in everything but their names."""
    p = build(np.random.default_rng(0), courses=2, effects=2, domains=2, options=(2, 2), conditional=False)
    whole = Block(low=np.zeros(2), high=np.ones(2), is_given=False)
    ones = np.ones(2)
    holds = p.option_of.T == 0  # (event, scenario): the first option
    return replace(
        p, sign=ones, active=np.eye(2, dtype=bool)[:, None, :] & holds.T[None], touches=np.eye(2, dtype=bool),
        size_low=np.zeros((2, 2)), size_high=100 * np.eye(2), size_centre=50 * np.eye(2), likelihood_low=0 * ones,
        likelihood_high=ones, likelihood_centre=ones / 2, blocks=(whole, whole),
        block_of=np.broadcast_to([0, 1], (2, 4, 2)), weights=Weights(kind="free", n_domains=2),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_r8_reordering_what_is_alike_changes_no_figure(seed: int) -> None:
    p = mirrored()
    other, at = permuted(p, np.random.default_rng(seed))
    names = {f: tuple(getattr(p, f)[i] for i in at[f[0]]) for f in ("courses", "effects", "domains", "scenarios")}
    other = replace(other, courses=names["courses"], effects=names["effects"], domains=names["domains"])
    other = replace(other, scenarios=names["scenarios"])
    one, two = acceptability(p, draws=256, seed=9), acceptability(other, draws=256, seed=9)
    np.testing.assert_allclose(two.rank, one.rank[at["c"]], atol=1e-12)
    np.testing.assert_allclose(two.central_weights, one.central_weights[np.ix_(at["c"], at["d"])], atol=1e-9)


@given(prospects(), st.floats(0.1, 0.9))
@settings(max_examples=40)
def test_r7_splitting_an_effect_changes_no_share(p: Prospects, share: float) -> None:
    whole, parts = acceptability(p, draws=128, seed=4), acceptability(split(p, 0, share), draws=128, seed=4)
    np.testing.assert_allclose(whole.rank, parts.rank, atol=1e-12)
    np.testing.assert_allclose(whole.pairwise, parts.pairwise, atol=1e-12)


def test_items_drawn_apart_average_out_and_so_count_bullets() -> None:
    """The reason for drawing a cell as one: ten items of a tenth each would look more certain than one item."""
    p = build(np.random.default_rng(11), courses=2, effects=2, domains=1, options=(), modes=False)
    p = replace(
        p, sign=np.ones(2), active=np.array([[[True, False]], [[False, True]]]),
        size_low=np.array([[0.0], [40.0]]), size_high=np.array([[100.0], [40.0]]),
        size_centre=np.array([[50.0], [40.0]]),
        likelihood_low=np.ones(2), likelihood_high=np.ones(2), likelihood_centre=np.ones(2),
        touches=np.ones((2, 1), dtype=bool),
    )  # fmt: skip
    halves = split(p, 0)
    one, together = acceptability(p, draws=4096, seed=1), acceptability(halves, draws=4096, seed=1)
    apart = acceptability(halves, draws=4096, seed=1, items="apart")
    assert one.pairwise[0, 1] == pytest.approx(0.6, abs=0.005)
    assert together.pairwise[0, 1] == one.pairwise[0, 1]
    assert apart.pairwise[0, 1] == pytest.approx(1 - 0.4**2 * 2, abs=0.01)


def test_the_standard_error_covers_the_truth() -> None:
    """Two courses, one domain, sizes even on [0, 100] and [20, 90]: P(first better) by area."""
    p = build(np.random.default_rng(11), courses=2, effects=2, domains=1, options=())
    p = replace(
        p, sign=np.ones(2), active=np.array([[[True, False]], [[False, True]]]),
        size_low=np.array([[0.0], [20.0]]), size_high=np.array([[100.0], [90.0]]),
        size_centre=np.array([[50.0], [55.0]]),
        likelihood_low=np.ones(2), likelihood_high=np.ones(2), likelihood_centre=np.ones(2),
        touches=np.ones((2, 1), dtype=bool),
    )  # fmt: skip
    found = [acceptability(p, draws=1024, seed=seed) for seed in range(20)]
    truth = 0.45
    far = [abs(f.pairwise[0, 1] - truth) > 3 * f.pairwise_error[0, 1] + 1e-9 for f in found]
    assert sum(far) <= 2
    assert max(abs(f.pairwise[0, 1] - truth) for f in found) < 0.01


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not() -> None:
    p = build(np.random.default_rng(2))
    one, two, three = (acceptability(p, draws=512, seed=seed) for seed in (1, 1, 2))
    assert one.rank.tobytes() == two.rank.tobytes()
    assert one.central_weights.tobytes() != three.central_weights.tobytes()


@pytest.mark.parametrize("kind", ["free", "order", "ranges"])
def test_drawn_weights_are_admissible_and_average_to_the_centre(kind: str) -> None:
    weights = {
        "free": Weights(kind="free", n_domains=4),
        "order": Weights(kind="order", n_domains=4, tiers=((2,), (0, 1))),
        "ranges": Weights(
            kind="ranges", n_domains=4, low=np.array([10.0, 20, 5, 0]), high=np.array([30, 25, 50, np.inf])
        ),
    }[kind]
    drawn = draw_weights(weights, np.random.default_rng(0).random((40000, weight_dimensions(weights))))
    np.testing.assert_allclose(drawn.sum(axis=1), 1.0)
    np.testing.assert_allclose(drawn.mean(axis=0), weights.simplices.centroid, atol=0.005)
    if kind == "order":
        assert (drawn[:, 2] >= drawn[:, 0]).all()
        np.testing.assert_allclose(drawn[:, 0], drawn[:, 1])
    if kind == "ranges":
        assert (drawn[:, 0] * 20 <= drawn[:, 1] * 30 + 1e-9).all()
        assert (drawn[:, 0] * 25 >= drawn[:, 1] * 10 - 1e-9).all()
    if kind == "free":
        np.testing.assert_allclose((drawn**2).mean(axis=0), 2 / 20, atol=0.005)  # second moment of the flat Dirichlet


def test_more_open_judgements_than_dimensions_are_refused() -> None:
    n = 21300
    p = build(np.random.default_rng(0), courses=2, effects=1, domains=1, options=())
    ones = np.ones(n)
    p = replace(
        p, effects=tuple(map(str, range(n))), sign=ones, active=np.ones((2, 1, n), dtype=bool),
        touches=np.ones((n, 1), dtype=bool), size_low=np.zeros((n, 1)), size_high=np.ones((n, 1)),
        size_centre=np.full((n, 1), 0.5), likelihood_low=ones, likelihood_high=ones,
        likelihood_centre=ones,
    )  # fmt: skip
    with pytest.raises(ValueError, match="judgements are open; at most 21201"):
        acceptability(p, draws=8, seed=1, items="apart")

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from dominance_prospects import build, plain_chances, plain_difference, plain_values, point, prospects
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog  # type: ignore[import-untyped]

from hiwar.methods.dominance import (
    Block,
    Prospects,
    Relation,
    Weights,
    acceptability,
    centre,
    difference_bounds,
    flips,
    information,
    outcomes,
    regret,
    relations,
    scenario_relations,
    value_bounds,
    vertices,
)
from hiwar.methods.dominance.arrays import FloatArray

FIRM = {Relation.FIRST, Relation.SECOND, Relation.EQUAL, Relation.NOT_COMPARABLE}


def corner_differences(p: Prospects, a: int, b: int) -> tuple[float, float]:
    """Every corner of every judgement, straight from the definition."""
    found: list[float] = []
    ends = [(p.likelihood_low[e], p.likelihood_high[e]) for e in range(len(p.effects))]
    for size_end in product((0, 1), repeat=len(p.effects)):
        pick = np.array(size_end)[:, None]
        size = np.where(pick, p.size_high, p.size_low)
        for likelihood in product(*ends):
            for chances in product(*(list(block.corners) for block in p.blocks)):
                found += [
                    plain_difference(p, a, b, size, np.array(likelihood), list(chances), weights)
                    for weights in p.weight_corners
                ]
    return min(found), max(found)


@pytest.mark.parametrize("seed", range(12))
def test_bounds_of_the_difference_are_the_extremes_over_all_corners(seed: int) -> None:
    kind, options = ["free", "order", "ranges"][seed % 3], [(), (2,), (3,), (2, 2)][seed % 4]
    p = build(
        np.random.default_rng(seed),
        courses=2,
        effects=3,
        domains=2,
        options=options,
        kind=kind,
        infeasible=seed % 2 == 1,
    )
    bounds = difference_bounds(p)
    assert (bounds.low[0, 1], bounds.high[0, 1]) == pytest.approx(corner_differences(p, 0, 1), abs=1e-9)
    assert bounds.low[1, 0] == -bounds.high[0, 1]


@given(prospects(), st.integers(0, 2**31))
def test_no_admissible_judgement_leaves_the_bounds(p: Prospects, seed: int) -> None:
    bounds, values = difference_bounds(p), value_bounds(p)
    rng = np.random.default_rng(seed)
    for _ in range(5):
        size, likelihood, chances, weights = point(p, rng)
        by_scenario = plain_values(p, size, likelihood, weights)
        for a, b in product(range(len(p.courses)), repeat=2):
            difference = plain_difference(p, a, b, size, likelihood, chances, weights)
            assert bounds.low[a, b] - 1e-9 <= difference <= bounds.high[a, b] + 1e-9
        for c, s in np.argwhere(p.feasible):
            assert values.total_low[c, s] - 1e-9 <= by_scenario[c, s] <= values.total_high[c, s] + 1e-9
            gap = by_scenario[c, s] - by_scenario[:, s]
            near = p.feasible[:, s]
            assert (bounds.scenario_low[s, c][near] - 1e-9 <= gap[near]).all()
            assert (gap[near] <= bounds.scenario_high[s, c][near] + 1e-9).all()
        amounts = p.sign[:, None] * likelihood[:, None] * size
        for c, s in np.argwhere(p.feasible):
            for kind, low, high in (
                (1.0, values.gains_low, values.gains_high),
                (-1.0, values.costs_low, values.costs_high),
            ):
                total = np.abs(amounts[p.active[c, s] & (p.sign == kind)].sum(axis=0))
                assert (low[c, s] - 1e-9 <= total).all()
                assert (total <= high[c, s] + 1e-9).all()
            net = amounts[p.active[c, s]].sum(axis=0)
            assert (values.net_low[c, s] - 1e-9 <= net).all()
            assert (net <= values.net_high[c, s] + 1e-9).all()
        mass = (plain_chances(p, chances) * p.feasible).sum(axis=1)
        if p.all_given:
            for c in np.flatnonzero(mass > 1e-6):
                expected = (plain_chances(p, chances)[c] * by_scenario[c])[p.feasible[c]].sum() / mass[c]
                assert values.expected_low[c] - 1e-9 <= expected <= values.expected_high[c] + 1e-9


@given(prospects(), st.integers(0, 2**31))
def test_r8_narrowing_a_range_never_makes_a_firm_verdict_unfirm(p: Prospects, seed: int) -> None:
    rng = np.random.default_rng(seed)
    size, likelihood, _, _ = point(p, rng)
    one = rng.integers(0, len(p.effects))
    narrow_size, narrow_likelihood = p.size_low.copy(), p.likelihood_high.copy()
    narrow_size[one], narrow_likelihood[one] = size[one], likelihood[one]
    narrower = replace(
        p,
        size_low=narrow_size,
        size_centre=np.maximum(p.size_centre, narrow_size),
        likelihood_high=narrow_likelihood,
        likelihood_centre=np.minimum(p.likelihood_centre, narrow_likelihood),
    )
    before, after = difference_bounds(p), difference_bounds(narrower)
    assert (after.low >= before.low - 1e-9).all()
    assert (after.high <= before.high + 1e-9).all()
    for old, new in zip(relations(before), relations(after), strict=True):
        assert all(second in FIRM for first, second in zip(old, new, strict=True) if first in FIRM)


@given(prospects())
def test_r8_scaling_all_weights_changes_nothing(p: Prospects) -> None:
    n = len(p.domains)
    low, high = np.arange(1.0, n + 1), np.arange(1.0, n + 1) * 2
    one, other = (
        difference_bounds(replace(p, weights=Weights(kind="ranges", n_domains=n, low=f * low, high=f * high)))
        for f in (1, 7)
    )
    np.testing.assert_allclose(one.low, other.low, atol=1e-9)
    np.testing.assert_allclose(one.high, other.high, atol=1e-9)


def split(p: Prospects, effect: int, share: float = 0.5) -> Prospects:
    """The same prospects with one effect written as two."""
    again = [*range(len(p.effects)), effect]
    parts = np.ones(len(again))
    parts[effect], parts[-1] = share, 1 - share
    return replace(
        p,
        effects=(*p.effects, "the other part"),
        sign=p.sign[again],
        active=p.active[:, :, again],
        touches=p.touches[again],
        size_low=p.size_low[again] * parts[:, None],
        size_high=p.size_high[again] * parts[:, None],
        size_centre=p.size_centre[again] * parts[:, None],
        likelihood_low=p.likelihood_low[again],
        likelihood_high=p.likelihood_high[again],
        likelihood_centre=p.likelihood_centre[again],
    )


@given(prospects(), st.floats(0.1, 0.9))
def test_r7_splitting_an_effect_changes_no_bound(p: Prospects, share: float) -> None:
    whole, parts = difference_bounds(p), difference_bounds(split(p, 0, share))
    np.testing.assert_allclose(whole.low, parts.low, atol=1e-9)
    np.testing.assert_allclose(whole.high, parts.high, atol=1e-9)
    np.testing.assert_allclose(value_bounds(p).total_low, value_bounds(split(p, 0, share)).total_low, atol=1e-9)


@given(prospects(), st.floats(0, 50))
def test_r8_worsening_an_effect_never_raises_the_value(p: Prospects, step: float) -> None:
    shift = np.where(p.touches, step, 0.0) * (np.arange(len(p.effects)) == 0)[:, None]
    if p.sign[0] > 0:
        low, mode, high = (np.maximum(x - shift, 0) for x in (p.size_low, p.size_centre, p.size_high))
    else:
        low, mode, high = p.size_low + shift, p.size_centre + shift, p.size_high + shift
    worse = value_bounds(replace(p, size_low=low, size_centre=mode, size_high=high))
    before = value_bounds(p)
    assert (np.nan_to_num(worse.total_low) <= np.nan_to_num(before.total_low) + 1e-9).all()
    assert (np.nan_to_num(worse.total_high) <= np.nan_to_num(before.total_high) + 1e-9).all()


@given(prospects())
def test_adding_a_course_leaves_old_differences_unchanged(p: Prospects) -> None:
    fewer = replace(p, courses=p.courses[:-1], active=p.active[:-1], feasible=p.feasible[:-1], block_of=p.block_of[:-1])
    n = len(p.courses) - 1
    np.testing.assert_array_equal(difference_bounds(fewer).low, difference_bounds(p).low[:n, :n])


@given(prospects(given=True))
def test_what_two_courses_share_cancels(p: Prospects) -> None:
    shared = replace(
        p,
        effects=(*p.effects, "shared by all"),
        sign=np.append(p.sign, -1.0),
        active=np.concatenate([p.active, np.ones((*p.feasible.shape, 1), dtype=bool)], axis=2),
        touches=np.vstack([p.touches, np.ones(len(p.domains), dtype=bool)]),
        size_low=np.vstack([p.size_low, np.zeros(len(p.domains))]),
        size_high=np.vstack([p.size_high, np.full(len(p.domains), 100.0)]),
        size_centre=np.vstack([p.size_centre, np.full(len(p.domains), 50.0)]),
        likelihood_low=np.append(p.likelihood_low, 0.0),
        likelihood_high=np.append(p.likelihood_high, 1.0),
        likelihood_centre=np.append(p.likelihood_centre, 0.5),
    )
    np.testing.assert_allclose(difference_bounds(shared).low, difference_bounds(p).low, atol=1e-9)
    assert relations(difference_bounds(shared)) == relations(difference_bounds(p))


def test_a_distribution_that_depends_on_the_course_keeps_courses_apart() -> None:
    """The same effect, made more likely by the first course: the difference is what the probabilities differ by."""
    p = build(np.random.default_rng(0), courses=2, effects=1, domains=1, options=(2,))
    p = replace(
        p,
        sign=np.ones(1), active=np.array([[[True], [False]]] * 2), feasible=np.ones((2, 2), dtype=bool),
        size_low=np.full((1, 1), 50.0), size_centre=np.full((1, 1), 50.0), size_high=np.full((1, 1), 50.0),
        likelihood_low=np.ones(1), likelihood_centre=np.ones(1), likelihood_high=np.ones(1),
        blocks=(
            Block(low=np.array([0.6, 0.2]), high=np.array([0.8, 0.4]), is_given=True),
            Block(low=np.array([0.1, 0.5]), high=np.array([0.5, 0.9]), is_given=True),
        ),
        block_of=np.array([[[0], [0]], [[1], [1]]]),
    )  # fmt: skip
    bounds = difference_bounds(p)
    assert (bounds.low[0, 1], bounds.high[0, 1]) == pytest.approx((5.0, 35.0))
    assert scenario_relations(bounds)[0][0][1] is Relation.EQUAL


def two_domains(sizes: list[list[float]], weights: Weights) -> Prospects:
    """One gain per course and domain, sizes as given."""
    n, d = np.shape(sizes)
    touches = np.zeros((n * d, d), dtype=bool)
    touches[np.arange(n * d), np.arange(n * d) % d] = True
    size = np.where(touches, np.ravel(sizes)[:, None], 0.0)
    ones = np.ones(n * d)
    return Prospects(
        courses=tuple(f"c{i}" for i in range(n)), effects=tuple(f"e{i}" for i in range(n * d)),
        domains=tuple(f"d{i}" for i in range(d)), scenarios=("all",), sign=ones,
        active=(np.arange(n)[:, None] == np.arange(n * d) // d)[:, None, :], feasible=np.ones((n, 1), dtype=bool),
        size_low=size, size_high=size, size_centre=size, likelihood_low=ones, likelihood_high=ones,
        likelihood_centre=ones, touches=touches, blocks=(), block_of=np.zeros((n, 1, 0), dtype=int),
        option_of=np.zeros((1, 0), dtype=int), weights=weights,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sizes", "verdict"),
    [
        ([[10, 5], [5, 10]], Relation.FIRST),  # better where it matters more, by as much as it is worse elsewhere
        ([[10, 5], [5, 11]], Relation.NOT_FIRM),
        ([[10, 5], [10, 4]], Relation.FIRST),  # a tie only if the second domain weighs nothing
        ([[10, 5], [10, 5]], Relation.EQUAL),
    ],
)
def test_r8_an_order_of_domains_supports_only_what_every_weighting_in_that_order_does(
    sizes: list[list[float]], verdict: Relation
) -> None:
    p = two_domains(sizes, Weights(kind="order", n_domains=2, tiers=((0,), (1,))))
    assert relations(difference_bounds(p))[0][1] is verdict


@pytest.mark.parametrize(
    ("n", "published"),
    [
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]),
    ],
)
def test_the_centre_of_an_order_is_the_rank_order_centroid(n: int, published: list[float]) -> None:
    """w_k = (1/n) sum over i >= k of 1/i (Barron & Barrett 1996, Management Science 42(11)), to four decimals."""
    found = centre(Weights(kind="order", n_domains=n, tiers=tuple((i,) for i in range(n))))
    np.testing.assert_allclose(found, published, atol=5e-5)
    np.testing.assert_allclose(found, [sum(1 / i for i in range(k, n + 1)) / n for k in range(1, n + 1)])


@given(st.integers(2, 5), st.integers(0, 2**31))
@settings(max_examples=40)
def test_extreme_weights_of_ranges_give_the_optimum_of_the_linear_programme(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    low = rng.choice([0.0, 1.0, 10.0, 30.0], n)
    high = np.where(rng.random(n) < 0.3, np.inf, low + rng.choice([0.0, 5.0, 40.0], n) + (low == 0))
    low = np.where(np.isinf(high), 0.0, low)
    gains = rng.normal(size=n)
    found = (vertices(Weights(kind="ranges", n_domains=n, low=low, high=high)) @ gains).max()
    assert found == pytest.approx(optimum(low, high, gains), abs=1e-8)


def optimum(low: FloatArray, high: FloatArray, gains: FloatArray) -> float:
    """Greatest gains . w over w = v / sum(v), low <= v <= high, as a linear programme in (w, 1 / sum(v))."""
    n = low.size
    finite = np.isfinite(high)
    below = np.hstack([-np.eye(n), low[:, None]])
    above = np.hstack([np.eye(n), -np.where(finite, high, 0.0)[:, None]])[finite]
    result = linprog(
        -np.append(gains, 0.0), A_ub=np.vstack([below, above]), b_ub=np.zeros(n + int(finite.sum())),
        A_eq=np.append(np.ones(n), 0.0)[None, :], b_eq=[1.0], bounds=[(0, None)] * (n + 1),
    )  # fmt: skip
    return float(-result.fun)


def one_effect_per_event(n_events: int, n_options: int, block: Block) -> Prospects:
    """Two courses; each has one effect per event, in a domain of its own, active under the event's second option."""
    option_of = np.array(list(product(range(n_options), repeat=n_events)))
    p = two_domains([[1.0] * n_events, [2.0] * n_events], Weights(kind="free", n_domains=n_events))
    holds = np.hstack([option_of == 1] * 2)
    return replace(
        p,
        scenarios=tuple(map(str, range(len(option_of)))),
        active=p.active & holds[None],
        feasible=np.ones((2, len(option_of)), dtype=bool),
        blocks=(block,) * n_events,
        block_of=np.broadcast_to(np.arange(n_events), (2, *option_of.shape)),
        option_of=option_of,
    )


def test_twelve_events_that_matter_are_enumerated() -> None:
    half = Block(low=np.array([0.4, 0.5]), high=np.array([0.5, 0.6]), is_given=True)
    bounds = difference_bounds(one_effect_per_event(12, 2, half))
    assert (bounds.low[1, 0], bounds.high[1, 0]) == pytest.approx((0.5, 0.6))


def test_more_combinations_than_can_be_enumerated_are_refused_with_their_number() -> None:
    three = Block(low=np.array([0.1, 0.2, 0.25]), high=np.array([0.5, 0.5, 0.5]), is_given=True)
    with pytest.raises(ValueError, match=r"279936|78125|16384\d+ extreme combinations"):
        difference_bounds(one_effect_per_event(7, 3, three))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sign": np.zeros(5)}, "sign must be"),
        ({"likelihood_high": np.full(5, 1.5)}, "at most 1"),
        ({"size_low": np.full((5, 2), 200.0)}, "runs backwards at"),
        ({"size_high": np.full((5, 2), np.nan)}, "not a number"),
        ({"active": np.ones((3, 4, 6), dtype=bool)}, r"active has shape \(3, 4, 6\); \(3, 4, 5\) is needed"),
        ({"option_of": np.zeros((4, 2), dtype=int)}, "combinations of options, each once"),
        ({"courses": ("a", "a", "b")}, "holds a name twice"),
        ({"weights": Weights(kind="free", n_domains=3)}, "weights are for 3 domains"),
    ],
)
def test_mistakes_in_the_input_are_named(change: dict[str, object], message: str) -> None:
    p = build(np.random.default_rng(1))
    with pytest.raises(ValueError, match=message):
        replace(p, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        ([0.6, 0.6], [0.8, 0.8], "lower bounds add up to 1.2"),
        ([0.1, 0.1], [0.3, 0.3], "upper bounds to 0.6"),
        ([-0.1, 0.5], [1.0, 1.0], "between 0 and 1"),
        ([0.5, 0.5], [0.4, 0.6], "runs backwards"),
    ],
)
def test_probabilities_that_cannot_add_up_are_refused(low: list[float], high: list[float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Block(low=np.array(low), high=np.array(high), is_given=True)


def test_r7_courses_without_any_stated_effect_are_equal_and_worth_nothing() -> None:
    p = build(np.random.default_rng(1))
    none = np.empty((0, 2))
    one = np.empty(0)
    p = replace(
        p, effects=(), sign=one, active=np.empty((3, 4, 0), dtype=bool), touches=np.empty((0, 2), dtype=bool),
        size_low=none, size_high=none, size_centre=none, likelihood_low=one, likelihood_high=one, likelihood_centre=one,
    )  # fmt: skip
    assert relations(difference_bounds(p))[0][1] is Relation.EQUAL
    np.testing.assert_array_equal(value_bounds(p).expected_high, 0.0)
    np.testing.assert_array_equal(acceptability(p, draws=8, seed=1).pairwise, 0.5)
    assert flips(p, 0, 1).difference == 0.0
    assert information(p, draws=8).total == 0.0
    assert outcomes(p, draws=8, seed=1).mean.tolist() == [0.0, 0.0, 0.0]
    assert regret(p).best_everywhere_certain == (0, 1, 2)

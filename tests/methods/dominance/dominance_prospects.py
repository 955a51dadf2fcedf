"""Random small prospects, and a plain builder."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.dominance import Block, Prospects, Weights
from hiwar.methods.dominance.arrays import FloatArray


def build(
    rng: np.random.Generator,
    *,
    courses: int = 3,
    effects: int = 5,
    domains: int = 2,
    options: tuple[int, ...] = (2, 2),
    kind: str = "free",
    modes: bool = False,
    conditional: bool = True,
    given: bool = True,
    infeasible: bool = False,
) -> Prospects:
    """Random prospects of the given size; the second event depends on the first, and on the course."""
    option_of = np.array(list(product(*(range(n) for n in options))), dtype=np.int64).reshape(
        int(np.prod(options, dtype=int)), len(options)
    )
    n_scenarios = len(option_of)
    blocks: list[Block] = []
    block_of = np.zeros((courses, n_scenarios, len(options)), dtype=np.int64)
    for event, n in enumerate(options):
        rows = 2 if conditional and event == 1 else 1
        for row in range(rows):
            low = rng.uniform(0, 1 / n, n).round(2)
            high = np.minimum(low + rng.uniform(1 / n, 1, n), 1).round(2)
            is_given = given or event > 0
            blocks.append(
                Block(low=low if is_given else np.zeros(n), high=high if is_given else np.ones(n), is_given=is_given)
            )
            mine = np.ones(n_scenarios, dtype=bool) if rows == 1 else (option_of[:, 0] == 0) == (row == 0)
            block_of[:, mine, event] = len(blocks) - 1
    touches = rng.random((effects, domains)) < 0.5
    touches[np.arange(effects), rng.integers(0, domains, effects)] = True
    size_low = np.where(touches, rng.uniform(0, 60, touches.shape).round(1), 0.0)
    size_high = np.where(touches, np.minimum(size_low + rng.uniform(0, 50, touches.shape).round(1), 100), 0.0)
    likelihood_low = rng.uniform(0, 0.8, effects).round(2)
    likelihood_high = np.minimum(likelihood_low + rng.uniform(0, 0.5, effects), 1).round(2)
    share = rng.uniform(0.1, 0.9, touches.shape) if modes else np.full(touches.shape, 0.5)
    one = rng.uniform(0.1, 0.9, effects) if modes else np.full(effects, 0.5)
    active = rng.random((courses, 1, effects)) < 0.6
    by_scenario = rng.random((1, n_scenarios, effects)) < 0.7
    feasible = np.ones((courses, n_scenarios), dtype=bool)
    if infeasible:
        feasible = rng.random(feasible.shape) < 0.7
    return Prospects(
        courses=tuple(f"course {i}" for i in range(courses)),
        effects=tuple(f"effect {i}" for i in range(effects)),
        domains=tuple(f"domain {i}" for i in range(domains)),
        scenarios=tuple(f"scenario {i}" for i in range(n_scenarios)),
        sign=np.where(rng.random(effects) < 0.5, 1.0, -1.0),
        active=active & by_scenario,
        feasible=feasible,
        size_low=size_low,
        size_high=size_high,
        size_centre=size_low + share * (size_high - size_low),
        likelihood_low=likelihood_low,
        likelihood_high=likelihood_high,
        likelihood_centre=likelihood_low + one * (likelihood_high - likelihood_low),
        touches=touches,
        blocks=tuple(blocks),
        block_of=block_of,
        option_of=option_of,
        weights=make_weights(rng, kind, domains),
    )


def make_weights(rng: np.random.Generator, kind: str, domains: int) -> Weights:
    if kind == "free":
        return Weights(kind="free", n_domains=domains)
    if kind == "order":
        order = rng.permutation(domains)
        tiers = tuple((int(d),) for d in order[: max(1, domains - 1)])
        return Weights(kind="order", n_domains=domains, tiers=tiers)
    low = rng.uniform(1, 30, domains).round(1)
    return Weights(kind="ranges", n_domains=domains, low=low, high=low + rng.uniform(1, 40, domains).round(1))


@st.composite
def prospects(draw: st.DrawFn, /, **fixed: bool) -> Prospects:
    """Random prospects of up to 3 courses, 4 effects, 3 domains and 2 events."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    settings: dict[str, bool] = {"modes": draw(st.booleans()), "infeasible": draw(st.booleans()), **fixed}
    return build(
        rng,
        courses=draw(st.integers(2, 3)),
        effects=draw(st.integers(1, 4)),
        domains=draw(st.integers(1, 3)),
        options=draw(st.sampled_from([(), (2,), (3,), (2, 2)])),
        kind=draw(st.sampled_from(["free", "order", "ranges"])),
        given=fixed.pop("given", draw(st.booleans())),
        **{key: value for key, value in settings.items() if key != "given"},
    )


def point(p: Prospects, rng: np.random.Generator) -> tuple[FloatArray, FloatArray, list[FloatArray], FloatArray]:
    """One admissible set of sizes, likelihoods, distributions and weights."""
    size = rng.uniform(p.size_low, p.size_high)
    likelihood = rng.uniform(p.likelihood_low, p.likelihood_high)
    chances = [rng.dirichlet(np.ones(len(b.corners))) @ b.corners for b in p.blocks]
    weights = rng.dirichlet(np.ones(len(p.weight_corners))) @ p.weight_corners
    return size, likelihood, chances, weights


def plain_values(p: Prospects, size: FloatArray, likelihood: FloatArray, weights: FloatArray) -> FloatArray:
    """(course, scenario), from the definition."""
    values = np.zeros((len(p.courses), len(p.scenarios)))
    for c, s, e in product(range(len(p.courses)), range(len(p.scenarios)), range(len(p.effects))):
        if p.active[c, s, e]:
            values[c, s] += p.sign[e] * likelihood[e] * sum(weights[d] * size[e, d] for d in range(len(p.domains)))
    return values


def plain_chances(p: Prospects, chances: list[FloatArray]) -> FloatArray:
    """(course, scenario), from the definition."""
    found = np.ones((len(p.courses), len(p.scenarios)))
    for c, s, k in product(range(len(p.courses)), range(len(p.scenarios)), range(p.n_events)):
        found[c, s] *= chances[p.block_of[c, s, k]][p.option_of[s, k]]
    return found


def plain_difference(
    p: Prospects,
    a: int,
    b: int,
    size: FloatArray,
    likelihood: FloatArray,
    chances: list[FloatArray],
    weights: FloatArray,
) -> float:
    values, found = plain_values(p, size, likelihood, weights), plain_chances(p, chances)
    both = p.feasible[a] & p.feasible[b]
    return float((found[a] * values[a] - found[b] * values[b])[both].sum())


__all__ = [
    "build",
    "make_weights",
    "plain_chances",
    "plain_difference",
    "plain_values",
    "point",
    "prospects",
    "replace",
]

"""Which judgement to make firmer first: what it would be worth to know each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, BoolArray, FloatArray, IntArray
from hiwar.methods.dominance.bounds import magnitude
from hiwar.methods.dominance.cells import cells_of, mean_position
from hiwar.methods.dominance.draws import drawings, shared_scenarios
from hiwar.methods.dominance.prospects import Prospects, scenario_probabilities
from hiwar.methods.dominance.sampling import REPLICATES, plan_draws, uniforms, used_draws
from hiwar.methods.dominance.sensitivity import Parameter, conditional_chances
from hiwar.methods.dominance.values import central_expected
from hiwar.methods.dominance.weights import draw_weights, weight_dimensions
from hiwar.methods.envelope import mean_of_highest


@dataclass(frozen=True, eq=False)
class Information:
    """Expected points gained by knowing a judgement exactly before choosing, most valuable first."""

    courses: tuple[int, ...]
    """Courses among which the choice is made: those that can be taken in every scenario that leaves any choice."""
    expected: FloatArray
    """(course,): expected value of each of them."""
    parameters: tuple[Parameter, ...]
    """Sizes and likelihoods one by one; the distribution of an event (``option`` -1) and the weights (``domain`` -1)
    each as a whole."""
    value: FloatArray
    """(parameter,): points."""
    error: FloatArray
    """(parameter,): standard error; 0 where the value is exact."""
    total: float
    """Points gained by knowing everything."""
    total_error: float
    draws: int
    seed: int
    rests_on_unknown_events: bool


def information(prospects: Prospects, *, draws: int = 1 << 13, seed: int = 1) -> Information:
    """What it would be worth to know each judgement exactly: where work on the sheet pays most.

    Notes
    -----
    Judgements are independent, so the expected value of every course is a straight line in each size and likelihood;
    the value of knowing it is the mean of the highest line less the highest mean, exactly (Raiffa & Schlaifer 1961,
    *Applied Statistical Decision Theory*, ch. 4). The same holds along an event with two options. Other distributions,
    the weights and the total are sampled. With fewer than two
    courses to choose from there is nothing to learn, and no parameter is listed.
    """
    open_scenarios = np.asarray(prospects.feasible.any(axis=0))
    courses = np.flatnonzero(prospects.feasible[:, open_scenarios].all(axis=1))
    if len(courses) < 2 or not open_scenarios.any():
        nothing = np.empty(0)
        return Information(
            tuple(courses.tolist()), central_expected(prospects)[courses], (), nothing, nothing, 0.0, 0.0, 0, seed,
            rests_on_unknown_events=not prospects.all_given,
        )  # fmt: skip
    means = _means_of(prospects, courses, open_scenarios)
    expected = means.activity @ (means.likelihood * (means.size @ prospects.central_weights))
    found = [
        *_effects(prospects, means, expected),
        *_events(prospects, means, courses, open_scenarios, draws, seed),
        *_weights(prospects, means, draws, seed),
    ]
    rounding = RELATIVE_TOLERANCE * magnitude(prospects, tuple(range(len(prospects.courses))))
    found = [(parameter, value if value > rounding else 0.0, error) for parameter, value, error in found]
    found.sort(key=lambda item: (-item[1], item[0].kind, item[0].effect, item[0].domain, item[0].block))
    total, total_error = _total(prospects, courses, open_scenarios, draws, seed)
    return Information(
        tuple(courses.tolist()), expected, tuple(item[0] for item in found), np.array([item[1] for item in found]),
        np.array([item[2] for item in found]), total, total_error, used_draws(draws), seed,
        rests_on_unknown_events=not prospects.all_given,
    )  # fmt: skip


def highest_line(at_low: FloatArray, at_high: FloatArray, mode: float) -> float:
    """Mean of the highest of straight lines, given at both ends of a range.

    Parameters
    ----------
    at_low, at_high : (line,)
    mode
        Relative position of the most likely value; 0.5 for an even distribution, else triangular.
    """
    peaks = np.array([np.nan if mode == 0.5 else mode])
    return float(mean_of_highest(at_low[None, :], at_high[None, :], peaks)[0])


Found = tuple[Parameter, float, float]


@dataclass(frozen=True, eq=False)
class _Means:
    """Means of all judgements, and what the courses are worth by them."""

    size: FloatArray
    """(effect, domain)"""
    size_mode: FloatArray
    """(effect, domain): relative position of the most likely size."""
    likelihood: FloatArray
    """(effect,)"""
    likelihood_mode: FloatArray
    activity: FloatArray
    """(course, effect): sign x probability that the effect's condition holds, given the scenarios that count."""
    by_scenario: FloatArray
    """(course, scenario): value there; 0 in scenarios that do not count."""


def _means_of(p: Prospects, courses: IntArray, scenarios: BoolArray) -> _Means:
    cells = cells_of(p, "apart")
    size_mode = np.full(p.size_low.shape, 0.5)
    size_mode[cells.term_cell, cells.term_domain] = cells.size_mode
    size = p.size_low + mean_position(size_mode) * (p.size_high - p.size_low)
    likelihood = p.likelihood_low + mean_position(cells.likelihood_mode) * (p.likelihood_high - p.likelihood_low)
    chances = (scenario_probabilities(p) * scenarios)[courses]
    active = p.active[courses] * p.sign
    activity = np.einsum("cs,cse->ce", chances / chances.sum(axis=1, keepdims=True), active)
    by_scenario = active @ (likelihood * (size @ p.central_weights)) * scenarios
    return _Means(size, size_mode, likelihood, cells.likelihood_mode, activity, by_scenario)


def _effects(p: Prospects, means: _Means, expected: FloatArray) -> Iterator[Found]:
    weights = p.central_weights
    best = expected.max(initial=-np.inf)
    for effect in np.flatnonzero(means.activity.any(axis=0)):
        slope = means.activity[:, effect] * float(means.size[effect] @ weights)
        low, high, mode = p.likelihood_low[effect], p.likelihood_high[effect], means.likelihood_mode[effect]
        offsets = np.array([low, high]) - means.likelihood[effect]
        value = highest_line(expected + slope * offsets[0], expected + slope * offsets[1], float(mode)) - best
        yield Parameter("likelihood", effect=int(effect)), max(value, 0.0), 0.0
        for domain in np.flatnonzero(p.touches[effect]):
            slope = means.activity[:, effect] * means.likelihood[effect] * weights[domain]
            offsets = np.array([p.size_low[effect, domain], p.size_high[effect, domain]]) - means.size[effect, domain]
            mode = means.size_mode[effect, domain]
            value = highest_line(expected + slope * offsets[0], expected + slope * offsets[1], float(mode)) - best
            yield Parameter("size", effect=int(effect), domain=int(domain)), max(value, 0.0), 0.0


def _events(
    p: Prospects, means: _Means, courses: IntArray, scenarios: BoolArray, draws: int, seed: int
) -> Iterator[Found]:
    central = scenario_probabilities(p)[courses]
    for block in np.unique(p.block_of[courses]) if p.n_events else ():
        if not p.blocks[block].dimension:
            continue
        option_of = p.option_of[:, np.nonzero(p.block_of == block)[2][0]]
        n_options = p.blocks[block].low.size
        given = np.array([conditional_chances(p, int(course), int(block)) for course in courses])
        by_option, mass_by_option = (
            np.array([np.bincount(option_of, weights=row, minlength=n_options) for row in given * amount])
            for amount in (means.by_scenario, scenarios)
        )
        middle = p.blocks[block].centre
        rest = (central * means.by_scenario).sum(axis=1) - by_option @ middle
        mass_rest = (central * scenarios).sum(axis=1) - mass_by_option @ middle

        def values(
            chances: FloatArray, rest: FloatArray = rest, by_option: FloatArray = by_option,
            mass_rest: FloatArray = mass_rest, mass_by_option: FloatArray = mass_by_option,
        ) -> FloatArray:  # fmt: skip
            mass = mass_rest + chances @ mass_by_option.T
            return np.divide(rest + chances @ by_option.T, mass, out=np.zeros_like(mass), where=mass > 1e-12)

        corners = p.blocks[block].corners
        if len(corners) == 2 and scenarios.all():
            ends = values(corners)
            value, error = highest_line(ends[0], ends[1], 0.5) - float(values(middle[None, :]).max()), 0.0
        else:
            parts = uniforms(p.blocks[block].dimension, draws, seed)
            value, error = _sampled((replicate, values(p.blocks[block].draw(numbers))) for replicate, numbers in parts)
        yield Parameter("event", block=int(block)), max(value, 0.0), error


def _weights(p: Prospects, means: _Means, draws: int, seed: int) -> Iterator[Found]:
    by_domain = means.activity @ (means.likelihood[:, None] * means.size)
    corners = p.weight_corners
    if len(corners) == 1:
        return
    if len(corners) == 2:
        ends = corners @ by_domain.T
        best = float((p.central_weights @ by_domain.T).max())
        yield Parameter("weight"), max(highest_line(ends[0], ends[1], 0.5) - best, 0.0), 0.0
        return
    parts = uniforms(weight_dimensions(p.weights), draws, seed)
    value, error = _sampled((replicate, draw_weights(p.weights, numbers) @ by_domain.T) for replicate, numbers in parts)
    yield Parameter("weight"), value, error


def _sampled(values: Iterable[tuple[int, FloatArray]]) -> tuple[float, float]:
    """Mean of the best of (draw, course) values less the best mean, replicate by replicate, with its standard error.

    Subtracting the best mean of the same draws keeps the figure from falling below 0 by chance.
    """
    tops, sums, counts = np.zeros(REPLICATES), [np.zeros(0)] * REPLICATES, np.zeros(REPLICATES)
    for replicate, value in values:
        tops[replicate] += value.max(axis=1).sum()
        sums[replicate] = value.sum(axis=0) + (sums[replicate] if counts[replicate] else 0.0)
        counts[replicate] += len(value)
    gains = tops / counts - np.array([total.max() for total in sums]) / counts
    return float(gains.mean()), float(gains.std(ddof=1) / np.sqrt(REPLICATES))


def _total(p: Prospects, courses: IntArray, scenarios: BoolArray, draws: int, seed: int) -> tuple[float, float]:
    shared = shared_scenarios(p)
    where = next(i for i, mask in enumerate(shared.masks) if (mask == scenarios).all())
    # Scenarios that leave no choice are left out of every mean alike; their probability is taken at its centre.
    mass = float((scenario_probabilities(p)[courses[0]] * scenarios).sum())
    chunks = drawings(p, plan_draws(p, "apart"), shared, draws, seed)
    return _sampled(
        (chunk.replicate, np.einsum("ncd,nd->nc", chunk.by_domain[where][:, courses], chunk.weights) / mass)
        for chunk in chunks
    )

"""Which single judgement would turn the order of two courses round, and which moves their difference most."""

import math
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, SIZE_SCALE, BoolArray, FloatArray
from hiwar.methods.dominance.bounds import magnitude
from hiwar.methods.dominance.joint import joint_change
from hiwar.methods.dominance.prospects import Block, Prospects
from hiwar.methods.dominance.weights import Weights


@dataclass(frozen=True)
class Parameter:
    """One judgement; indices that do not apply are -1."""

    kind: Literal["size", "likelihood", "event", "weight"]
    effect: int = -1
    domain: int = -1
    """Of a tier of equally important domains the first stands for all: they move together."""
    block: int = -1
    option: int = -1

    @property
    def scale(self) -> float:
        """Length of the scale it is judged on."""
        return SIZE_SCALE if self.kind == "size" else 1.0


@dataclass(frozen=True, eq=False)
class Flips:
    """What would turn the order round, least change first; arrays are (parameter,).

    Judgements that cannot turn it round at any value have a ``critical`` of NaN and an infinite ``change``.
    """

    first: int
    second: int
    difference: float
    """value(first) - value(second) at the central judgements."""
    parameters: tuple[Parameter, ...]
    central: FloatArray
    critical: FloatArray
    """Where the difference is 0, all other judgements at their centre."""
    change: FloatArray
    """Distance from the central judgement, as a share of the scale."""
    within_range: BoolArray
    """The critical value is admissible."""
    within_scale: BoolArray
    joint_change: float
    """Moving all judgements at once by this share of their scales turns it round; infinite: nothing does."""
    rests_on_unknown_events: bool
    """Events that nobody judged were taken with all options alike."""


@dataclass(frozen=True, eq=False)
class Tornado:
    """The difference while one judgement runs over its admissible range; arrays are (parameter,).

    Judgements that can turn the order round come first, then by swing.
    """

    first: int
    second: int
    difference: float
    parameters: tuple[Parameter, ...]
    low: FloatArray
    """Admissible range of the judgement."""
    high: FloatArray
    at_low: FloatArray
    """Difference there."""
    at_high: FloatArray
    swing: FloatArray
    crosses_zero: BoolArray
    rests_on_unknown_events: bool


class Line(NamedTuple):
    """The difference as a straight line in one judgement."""

    parameter: Parameter
    central: float
    low: float
    high: float
    slope: float


def flips(prospects: Prospects, first: int, second: int) -> Flips:
    """The least change of each single judgement that turns the order of two courses round, and of all at once.

    Notes
    -----
    The difference over the scenarios in which both can be taken is linear in each judgement: critical values are exact.
    The probability of an option and the weight of a domain move against the others, which keep their proportions.
    """
    difference, found = _lines(prospects, first, second)
    slope, central = np.array([line.slope for line in found]), np.array([line.central for line in found])
    tolerance = RELATIVE_TOLERANCE * max(magnitude(prospects, (first, second)), 1e-300)
    scales = np.array([line.parameter.scale for line in found])
    turns = np.abs(slope) * scales > tolerance
    tied = abs(difference) <= tolerance
    step = np.divide(0.0 if tied else -difference, slope, out=np.full(len(found), np.nan), where=turns)
    critical = central + step
    change = np.where(turns, np.abs(step) / scales, np.inf)
    slack = 1e-12 * scales
    low, high = np.array([line.low for line in found]), np.array([line.high for line in found])
    within_range = turns & (critical >= low - slack) & (critical <= high + slack)
    within_scale = turns & (critical >= -slack) & (critical <= scales + slack)
    order = np.argsort(change, kind="stable")
    return Flips(
        first, second, difference, tuple(found[i].parameter for i in order), central[order], critical[order],
        change[order], within_range[order], within_scale[order],
        joint_change=0.0 if tied else joint_change(prospects, first, second, difference),
        rests_on_unknown_events=not prospects.all_given,
    )  # fmt: skip


def tornado(prospects: Prospects, first: int, second: int) -> Tornado:
    """How far each judgement moves the difference of two courses over its admissible range, others at their centre."""
    difference, found = _lines(prospects, first, second)
    central, slope, low, high = (
        np.array([getattr(line, key) for line in found]) for key in ("central", "slope", "low", "high")
    )
    at_low, at_high = difference + slope * (low - central), difference + slope * (high - central)
    tolerance = RELATIVE_TOLERANCE * magnitude(prospects, (first, second))
    crosses = (np.minimum(at_low, at_high) < -tolerance) & (np.maximum(at_low, at_high) > tolerance)
    swing = np.abs(at_high - at_low)
    order = np.lexsort((-swing, ~crosses))
    return Tornado(
        first, second, difference, tuple(found[i].parameter for i in order), low[order], high[order],
        at_low[order], at_high[order], swing[order], crosses[order], rests_on_unknown_events=not prospects.all_given,
    )  # fmt: skip


def _lines(prospects: Prospects, first: int, second: int) -> tuple[float, list[Line]]:
    """The central difference, and one line per judgement that plays a part for the two courses."""
    p = prospects
    both = p.feasible[first] & p.feasible[second]
    amounts = {course: p.active[course].astype(np.float64) * both[:, None] for course in (first, second)}
    chances = {course: conditional_chances(p, course) for course in (first, second)}
    activity = p.sign * (chances[first] @ amounts[first] - chances[second] @ amounts[second])
    expected = p.likelihood_centre[:, None] * p.size_centre
    difference = float((activity @ expected) @ p.central_weights)
    involved = p.active[[first, second]][:, both].any(axis=(0, 1))
    found = []
    for effect in np.flatnonzero(involved):
        found += _effect_lines(p, int(effect), float(activity[effect]))
    worth = p.sign * (expected @ p.central_weights)
    for block in np.unique(p.block_of[[first, second]]) if p.n_events else ():
        found += _event_lines(p, int(block), {c: amounts[c] @ worth for c in amounts}, first, second)
    return difference, found + _weight_lines(p, activity @ expected)


def conditional_chances(p: Prospects, course: int, without: int = -1) -> FloatArray:
    """(scenario,): central probability, without the factor of one block and the scenarios it does not govern."""
    if without >= 0 and not (p.block_of[course] == without).any():
        return np.zeros(len(p.scenarios))
    chances = np.ones(len(p.scenarios))
    for event in range(p.n_events):
        for block in np.unique(p.block_of[course, :, event]):
            here = p.block_of[course, :, event] == block
            if block == without:
                chances = np.where(here, chances, 0.0)
            elif not (p.block_of[course, :, event] == without).any():
                chances = np.where(here, chances * p.blocks[block].centre[p.option_of[:, event]], chances)
    return chances


def _effect_lines(p: Prospects, effect: int, activity: float) -> list[Line]:
    weights, likelihood = p.central_weights, float(p.likelihood_centre[effect])
    lines = [
        Line(
            Parameter("size", effect=effect, domain=int(domain)), float(p.size_centre[effect, domain]),
            float(p.size_low[effect, domain]), float(p.size_high[effect, domain]),
            activity * likelihood * float(weights[domain]),
        )
        for domain in np.flatnonzero(p.touches[effect])
    ]  # fmt: skip
    bounds = float(p.likelihood_low[effect]), float(p.likelihood_high[effect])
    slope = activity * float(p.size_centre[effect] @ weights)
    return [*lines, Line(Parameter("likelihood", effect=effect), likelihood, *bounds, slope)]


def _event_lines(p: Prospects, block: int, values: dict[int, FloatArray], first: int, second: int) -> list[Line]:
    """Per option: the difference along the line from the central distribution to the option being certain."""
    events = np.unique(np.nonzero(p.block_of == block)[2])
    option_of = p.option_of[:, events[0]]
    conditional = (
        conditional_chances(p, first, block) * values[first] - conditional_chances(p, second, block) * values[second]
    )
    middle = p.blocks[block].centre
    by_option = np.bincount(option_of, weights=conditional, minlength=middle.size)
    lines = []
    for option in range(middle.size):
        if middle[option] < 1 - 1e-12:
            direction = (np.eye(middle.size)[option] - middle) / (1 - middle[option])
            low, high = _block_reach(p.blocks[block], option)
            slope = float(direction @ by_option)
            lines.append(Line(Parameter("event", block=block, option=option), float(middle[option]), low, high, slope))
    return lines


def _weight_lines(p: Prospects, by_domain: FloatArray) -> list[Line]:
    """Per domain, or tier of equal domains: the difference while its weight moves against all others."""
    middle = p.central_weights
    lines = []
    for group in weight_groups(p.weights):
        share = float(middle[group].sum())
        if share >= 1 - 1e-12:
            continue
        target = np.zeros(middle.size)
        target[group] = 1 / len(group)
        # The parameter is the weight of one member, so the whole group moves len(group) times as much.
        direction = (target - middle) / (1 - share) * len(group)
        low, high = _weight_reach(p.weights, direction)
        central = share / len(group)
        parameter = Parameter("weight", domain=group[0])
        lines.append(Line(parameter, central, central + low, central + high, float(direction @ by_domain)))
    return lines


def weight_groups(weights: Weights) -> list[list[int]]:
    """Domains whose weights move together."""
    tied = [list(tier) for tier in weights.tiers] if weights.kind == "order" else []
    ranked = {domain for tier in tied for domain in tier}
    return tied + [[domain] for domain in range(weights.n_domains) if domain not in ranked]


def _block_reach(block: Block, option: int) -> tuple[float, float]:
    """Probabilities of the option for which the others, in proportion, stay within their bounds too."""
    middle = block.centre
    step = (np.eye(middle.size)[option] - middle) / (1 - middle[option])
    low, high = _interval(np.concatenate([step, -step]), np.concatenate([middle - block.low, block.high - middle]))
    return float(middle[option]) + low, float(middle[option]) + high


def _weight_reach(weights: Weights, direction: FloatArray) -> tuple[float, float]:
    """Steps along a direction that stay among the admissible weights."""
    middle = weights.simplices.centroid
    rows = list(np.eye(weights.n_domains))
    for higher, lower in zip(weights.tiers, weights.tiers[1:], strict=False):
        rows.append(np.eye(weights.n_domains)[higher[0]] - np.eye(weights.n_domains)[lower[0]])
    if weights.kind == "ranges":
        for i in range(weights.n_domains):
            for j in np.flatnonzero(np.isfinite(weights.high)):
                if i != j:
                    row = weights.high[j] * np.eye(weights.n_domains)[i] - weights.low[i] * np.eye(weights.n_domains)[j]
                    rows.append(row / max(np.abs(row).max(), 1e-300))
    constraints = np.array(rows)
    return _interval(constraints @ direction, constraints @ middle)


def _interval(steps: FloatArray, room: FloatArray) -> tuple[float, float]:
    """The t with room + t x steps >= 0, around 0."""
    room = np.maximum(room, 0.0)
    falling, rising = steps < -1e-14, steps > 1e-14
    high = min((room[falling] / -steps[falling]).tolist(), default=math.inf)
    low = max((-room[rising] / steps[rising]).tolist(), default=-math.inf)
    return low, high

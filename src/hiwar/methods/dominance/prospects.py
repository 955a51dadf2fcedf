"""What may follow from each course for one party: the input of every method in this package."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hiwar.methods.dominance.arrays import BoolArray, FloatArray, IntArray, check_range, floats, read_only
from hiwar.methods.dominance.polytopes import Simplices, box_simplex_vertices, spread_evenly, triangulate
from hiwar.methods.dominance.weights import Weights, centre, draw_weights, vertices

__all__ = ["Block", "Prospects", "Weights", "centre", "draw_weights", "vertices"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Block:
    """How likely the options of one event are, under one condition: all distributions within the bounds."""

    low: FloatArray
    """(option,)"""
    high: FloatArray
    """(option,)"""
    is_given: bool
    """False: nobody said anything; the bounds are then 0 and 1."""

    def __post_init__(self) -> None:
        shape = np.shape(self.low)
        if len(shape) != 1 or shape[0] < 1:
            raise ValueError(f"a block needs one bound per option; found shape {shape}")
        object.__setattr__(self, "low", floats(self.low, shape, "block.low"))
        object.__setattr__(self, "high", floats(self.high, shape, "block.high"))
        check_range(self.low, self.high, "block", ceiling=1.0)
        if self.low.sum() > 1 + 1e-9 or self.high.sum() < 1 - 1e-9:
            raise ValueError(
                f"no probabilities between {self.low.tolist()} and {self.high.tolist()} add up to 1: "
                f"the lower bounds add up to {self.low.sum():g}, the upper bounds to {self.high.sum():g}"
            )
        if not self.is_given and (self.low.any() or (self.high < 1).any()):
            raise ValueError("a block that nobody judged is the whole simplex: low 0, high 1")

    @cached_property
    def corners(self) -> FloatArray:
        """(vertex, option): extreme distributions."""
        if not self.is_given:
            return np.eye(self.low.size)
        if self.high.sum() - 1 <= 1e-9:
            return np.asarray(self.high / self.high.sum())[None, :]
        if 1 - self.low.sum() <= 1e-9:
            return np.asarray(self.low / self.low.sum())[None, :]
        return box_simplex_vertices(self.low, self.high)

    @cached_property
    def simplices(self) -> Simplices:
        """The admissible distributions cut into simplices."""
        return triangulate(self.corners)

    @cached_property
    def centre(self) -> FloatArray:
        """(option,): mean of the admissible distributions, each as good as the other."""
        return self.simplices.centroid

    def draw(self, uniforms: FloatArray) -> FloatArray:
        """(draw, option): distributions spread evenly; uniforms is (draw, ``dimension``)."""
        if self.dimension == 0:
            return np.broadcast_to(self.corners[0], (len(uniforms), self.low.size))
        return spread_evenly(self.simplices, uniforms)

    @property
    def dimension(self) -> int:
        """How many uniform numbers one draw uses; 0 if the distribution is fixed."""
        return 0 if len(self.corners) == 1 else self.simplices.dimension


@dataclass(frozen=True, eq=False, kw_only=True)
class Prospects:
    """For one party: what may follow from each course, in which scenario, and how that is judged.

    The value of a course in a scenario is the sum over the effects active there of
    sign x likelihood x sum over domains of weight x size. Arrays are read-only.
    """

    courses: tuple[str, ...]
    effects: tuple[str, ...]
    domains: tuple[str, ...]
    scenarios: tuple[str, ...]
    """Every combination of the options of the events that matter; one scenario where there are no events. A combination
    that cannot happen is kept, feasible for no course."""
    sign: FloatArray
    """(effect,): +1 a gain, -1 a cost."""
    active: BoolArray
    """(course, scenario, effect): the effect's condition holds there."""
    feasible: BoolArray
    """(course, scenario)"""
    size_low: FloatArray
    """(effect, domain): points; 0 where the effect does not touch the domain."""
    size_high: FloatArray
    size_centre: FloatArray
    """(effect, domain): the most likely size, else the middle."""
    likelihood_low: FloatArray
    """(effect,)"""
    likelihood_high: FloatArray
    likelihood_centre: FloatArray
    touches: BoolArray
    """(effect, domain)"""
    blocks: tuple[Block, ...]
    block_of: IntArray
    """(course, scenario, event): which block governs that event there."""
    option_of: IntArray
    """(scenario, event): which option of the event holds in the scenario."""
    weights: Weights

    def __post_init__(self) -> None:
        c, s, e, d = len(self.courses), len(self.scenarios), len(self.effects), len(self.domains)
        if not c or not s or not d:
            raise ValueError("prospects need at least one course, one scenario and one domain")
        for name, shape in _float_shapes(e, d).items():
            object.__setattr__(self, name, floats(getattr(self, name), shape, name))
        n_events = np.shape(self.option_of)[-1] if np.ndim(self.option_of) == 2 else -1
        shapes = {"active": (c, s, e), "feasible": (c, s), "touches": (e, d)}
        shapes |= {"block_of": (c, s, n_events), "option_of": (s, n_events)}
        for name, shape in shapes.items():
            value = np.asarray(getattr(self, name))
            if value.shape != shape:
                raise ValueError(f"{name} has shape {value.shape}; {shape} is needed")
            kind = np.int64 if name in ("block_of", "option_of") else np.bool_
            object.__setattr__(self, name, read_only(value.astype(kind)))
        _check_judgements(self)
        _check_scenarios(self)

    @property
    def n_events(self) -> int:
        """How many events the scenarios combine."""
        return int(self.option_of.shape[1])

    @cached_property
    def all_given(self) -> bool:
        """Somebody judged how likely every event is that governs a scenario."""
        return all(self.blocks[block].is_given for block in np.unique(self.block_of))

    @cached_property
    def can_happen(self) -> BoolArray:
        """(course, scenario): some admissible distribution of the events gives the scenario a probability above 0."""
        possible = np.ones((len(self.courses), len(self.scenarios)), dtype=bool)
        for event in range(self.n_events):
            for block in np.unique(self.block_of[:, :, event]):
                chances = self.blocks[block].corners.max(axis=0)[self.option_of[:, event]]
                possible &= (self.block_of[:, :, event] != block) | (chances > 0)[None, :]
        return read_only(possible)

    @cached_property
    def comparable(self) -> BoolArray:
        """(first, second): both can be taken in some scenario that can happen under one of them."""
        both = self.feasible[:, None, :] & self.feasible[None, :, :]
        happens = self.can_happen[:, None, :] | self.can_happen[None, :, :]
        return read_only(np.asarray((both & happens).any(axis=2)))

    @cached_property
    def central_weights(self) -> FloatArray:
        """(domain,)"""
        return centre(self.weights)

    @cached_property
    def weight_corners(self) -> FloatArray:
        """(vertex, domain)"""
        return vertices(self.weights)


def _float_shapes(e: int, d: int) -> dict[str, tuple[int, ...]]:
    sizes = dict.fromkeys(("size_low", "size_high", "size_centre"), (e, d))
    return {"sign": (e,), **sizes, **dict.fromkeys(("likelihood_low", "likelihood_high", "likelihood_centre"), (e,))}


def _check_judgements(p: Prospects) -> None:
    if not np.isin(p.sign, (-1.0, 1.0)).all():
        raise ValueError("sign must be +1 for a gain and -1 for a cost")
    if not np.isfinite(p.size_high).all():
        raise ValueError("sizes must be finite")
    check_range(p.size_low, p.size_high, "size")
    check_range(p.likelihood_low, p.likelihood_high, "likelihood", ceiling=1.0)
    for name in ("size", "likelihood"):
        low, mode, high = (getattr(p, f"{name}_{part}") for part in ("low", "centre", "high"))
        if (mode < low).any() or (mode > high).any():
            raise ValueError(f"{name}_centre must lie between {name}_low and {name}_high")
    if p.size_high[~p.touches].any():
        raise ValueError("an effect has a size in a domain that it does not touch")
    if p.weights.n_domains != len(p.domains):
        raise ValueError(f"weights are for {p.weights.n_domains} domains; there are {len(p.domains)}")
    for name in ("courses", "effects", "domains", "scenarios"):
        if len(set(getattr(p, name))) < len(getattr(p, name)):
            raise ValueError(f"{name} holds a name twice")


def _check_scenarios(p: Prospects) -> None:
    """Scenarios must be all combinations of options, or probabilities over them would not add up to 1."""
    if p.n_events == 0:
        if len(p.scenarios) != 1:
            raise ValueError(f"without events there is one scenario; found {len(p.scenarios)}")
        return
    if p.block_of.min() < 0 or p.block_of.max() >= len(p.blocks):
        raise ValueError(f"block_of names a block outside 0..{len(p.blocks) - 1}")
    n_options = p.option_of.max(axis=0) + 1
    lengths = np.array([block.low.size for block in p.blocks])[p.block_of]
    if p.option_of.min() < 0 or (lengths != lengths[0, 0]).any() or (n_options > lengths[0, 0]).any():
        raise ValueError("every block that governs an event must hold the options of that event")
    if len(np.unique(p.option_of, axis=0)) != len(p.scenarios) or len(p.scenarios) != np.prod(lengths[0, 0]):
        raise ValueError(f"scenarios must be the {np.prod(lengths[0, 0])} combinations of options, each once")
    owners = {(block, event) for event in range(p.n_events) for block in np.unique(p.block_of[:, :, event])}
    if len({block for block, _ in owners}) < len(owners):
        raise ValueError("a block governs one event only")
    if np.abs(scenario_probabilities(p).sum(axis=1) - 1).max() > 1e-9:
        raise ValueError("what governs an event depends on the event itself: scenario probabilities do not add up to 1")


def scenario_probabilities(p: Prospects) -> FloatArray:
    """(course, scenario): probabilities at the centre of every block."""
    probability = np.ones((len(p.courses), len(p.scenarios)))
    for event in range(p.n_events):
        for block in np.unique(p.block_of[:, :, event]):
            here = p.block_of[:, :, event] == block
            chances = p.blocks[block].centre[p.option_of[:, event]]
            probability = np.where(here, probability * chances[None, :], probability)
    return probability

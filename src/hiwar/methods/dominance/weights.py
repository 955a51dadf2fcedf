"""What a point in one domain is worth against a point in another: admissible weights."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray, check_range, floats
from hiwar.methods.dominance.polytopes import Simplices, cone_vertices, spread_evenly, triangulate


@dataclass(frozen=True, eq=False, kw_only=True)
class Weights:
    """Weights of domains that an analyst's statement admits; a weight vector is >= 0 and adds up to 1.

    ``free``: nothing is known. ``order``: more important domains weigh at least as much. ``ranges``: w = v / sum(v) for
    low <= v <= high.
    """

    kind: Literal["free", "order", "ranges"]
    n_domains: int
    tiers: tuple[tuple[int, ...], ...] = ()
    """``order``: domains, most important tier first; equal within a tier; a domain in no tier is free."""
    low: FloatArray = field(default_factory=lambda: np.empty(0))
    """``ranges``: (domain,), in any unit."""
    high: FloatArray = field(default_factory=lambda: np.empty(0))
    """``ranges``: (domain,), infinite where the domain is free (then ``low`` is 0)."""

    def __post_init__(self) -> None:
        if self.n_domains < 1:
            raise ValueError("weights need at least one domain")
        if self.kind not in ("free", "order", "ranges"):
            raise ValueError(f"{self.kind!r} is no kind of weights; free, order and ranges are")
        if self.kind == "ranges":
            shape = (self.n_domains,)
            object.__setattr__(self, "low", floats(self.low, shape, "weights.low"))
            object.__setattr__(self, "high", floats(self.high, shape, "weights.high"))
            check_range(self.low, self.high, "weights")
            if not np.isfinite(self.low).all() or self.high.max() <= 0:
                raise ValueError("ranges of weights need finite lower bounds and one upper bound above 0")
        ranked = [domain for tier in self.tiers for domain in tier]
        if len(set(ranked)) < len(ranked) or not set(ranked) <= set(range(self.n_domains)) or () in self.tiers:
            raise ValueError(f"tiers {self.tiers} must hold each domain of 0..{self.n_domains - 1} at most once")

    @cached_property
    def corners(self) -> FloatArray:
        """(vertex, domain): extreme weights."""
        if self.kind == "ranges":
            return cone_vertices(self.low, self.high)
        ranked = [domain for tier in self.tiers for domain in tier]
        rows = []
        for last in range(len(self.tiers)):
            first_tiers = [domain for tier in self.tiers[: last + 1] for domain in tier]
            rows.append(np.isin(np.arange(self.n_domains), first_tiers) / len(first_tiers))
        rows += [np.eye(self.n_domains)[domain] for domain in range(self.n_domains) if domain not in ranked]
        return np.array(rows)

    @cached_property
    def simplices(self) -> Simplices:
        """The admissible weights cut into simplices; one is enough for free weights and orders."""
        if self.kind == "ranges":
            return triangulate(self.corners)
        corners = self.corners
        return Simplices(corners, np.arange(len(corners))[None, :], np.ones(1))


def vertices(weights: Weights) -> FloatArray:
    """(vertex, domain): the extreme points of the admissible weights, exactly.

    An order of n domains has n of them: equal weights on the first 1, 2, ... n domains. Ranges of up to some 16 domains
    are enumerated; beyond that a ValueError says so.
    """
    return weights.corners


def centre(weights: Weights) -> FloatArray:
    """(domain,): mean of all admissible weights, each as good as the other.

    For an order these are the rank-order centroid weights (Barron & Barrett 1996, *Management Science* 42(11)); for
    ranges the centroid of the polytope of the normalised weights, so doubling all bounds changes nothing.
    """
    return weights.simplices.centroid


def draw_weights(weights: Weights, uniforms: FloatArray) -> FloatArray:
    """(draw, domain): weights spread evenly over the admissible ones.

    Parameters
    ----------
    uniforms : (draw, number)
        Numbers in (0, 1); ``weight_dimensions(weights)`` of them are needed in each row.
    """
    needed = weight_dimensions(weights)
    if uniforms.ndim != 2 or uniforms.shape[1] != needed:
        raise ValueError(f"draw_weights needs {needed} uniform numbers per draw; found shape {uniforms.shape}")
    if needed == 0:
        return np.broadcast_to(weights.corners[0], (len(uniforms), weights.n_domains)).copy()
    if weights.kind == "ranges":
        return spread_evenly(weights.simplices, uniforms)
    shares = -np.log(uniforms)
    drawn: FloatArray = (shares / shares.sum(axis=1, keepdims=True)) @ weights.corners
    return drawn


def weight_dimensions(weights: Weights) -> int:
    """How many uniform numbers one draw of the weights uses.

    Free weights and orders use one per extreme point (exponential spacings): all domains are treated alike.
    """
    if len(weights.corners) == 1:
        return 0
    return weights.simplices.dimension if weights.kind == "ranges" else len(weights.corners)

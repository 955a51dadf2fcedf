"""Quantities that are not known, and what alternatives are worth when each of them counts in proportion."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray, floats, read_only

_NUMBERS_AT_ONCE = 1 << 21


@dataclass(frozen=True)
class Judgement:
    """A quantity that is not known: anywhere in a range, most likely at a value, or one of two values."""

    name: str
    low: float
    high: float
    """Equal to ``low`` where it is known."""
    most_likely: float | None = None
    """Peak of a triangular distribution; None: all values of the range alike."""
    chance_of_high: float | None = None
    """The quantity is ``high`` with this probability, else ``low``, and nothing between: an event."""

    def __post_init__(self) -> None:
        if not (np.isfinite([self.low, self.high]).all() and self.low <= self.high):
            raise ValueError(f"{self.name}: the range goes from {self.low:g} to {self.high:g}; low to high is needed")
        if self.most_likely is not None and self.chance_of_high is not None:
            raise ValueError(f"{self.name}: an event has two values and no most likely one between them")
        if self.most_likely is not None and not self.low <= self.most_likely <= self.high:
            raise ValueError(f"{self.name}: most likely {self.most_likely:g} is not in {self.low:g} to {self.high:g}")
        if self.chance_of_high is not None and not 0 <= self.chance_of_high <= 1:
            raise ValueError(f"{self.name}: a probability lies between 0 and 1; found {self.chance_of_high:g}")

    @property
    def mean(self) -> float:
        """Expected value."""
        if self.chance_of_high is not None:
            return self.low + self.chance_of_high * (self.high - self.low)
        if self.most_likely is not None:
            return (self.low + self.most_likely + self.high) / 3
        return (self.low + self.high) / 2

    @property
    def peak(self) -> float:
        """Relative position of the most likely value; NaN where all values are alike."""
        if self.most_likely is None or self.high == self.low:
            return np.nan
        return (self.most_likely - self.low) / (self.high - self.low)

    @property
    def is_open(self) -> bool:
        """It can take more than one value."""
        return self.high > self.low and self.chance_of_high not in (0, 1)

    def quantiles(self, uniforms: FloatArray) -> FloatArray:
        """Values at these shares of the probability, so that even uniforms give draws of the judgement."""
        if self.chance_of_high is not None:
            return np.where(uniforms < self.chance_of_high, self.high, self.low)
        position, peak = uniforms, self.peak
        if not np.isnan(peak):
            rising, falling = np.sqrt(uniforms * peak), 1 - np.sqrt((1 - uniforms) * (1 - peak))
            position = np.where(uniforms <= peak, rising, falling)
        values: FloatArray = self.low + position * (self.high - self.low)
        return values


@dataclass(frozen=True, eq=False, kw_only=True)
class MultilinearModel:
    """What each alternative is worth: a sum of terms, each a number times some of the judgements; arrays are read-only.

    No judgement enters a term twice, so the value is a straight line in each of them. Judgements are independent.
    """

    alternatives: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    coefficients: FloatArray
    """(alternative, term)"""
    members: BoolArray
    """(term, judgement): the judgement is a factor of the term; a term without factors is a constant."""

    def __post_init__(self) -> None:
        members = np.asarray(self.members, dtype=np.bool_)
        if members.ndim != 2 or members.shape[1] != len(self.judgements):
            raise ValueError(f"members has shape {members.shape}; (term, {len(self.judgements)}) is needed")
        shape = (len(self.alternatives), len(members))
        object.__setattr__(self, "members", read_only(members))
        object.__setattr__(self, "coefficients", floats(self.coefficients, shape, "coefficients"))
        if not self.alternatives or not np.isfinite(self.coefficients).all():
            raise ValueError("a model needs an alternative and finite coefficients")
        for kind, names in (("alternative", self.alternatives), ("judgement", [one.name for one in self.judgements])):
            if len(set(names)) < len(names):
                raise ValueError(f"two of the {kind}s have one name")

    @cached_property
    def means(self) -> FloatArray:
        """(judgement,)"""
        return read_only(np.array([judgement.mean for judgement in self.judgements], dtype=np.float64))

    @cached_property
    def low(self) -> FloatArray:
        """(judgement,)"""
        return read_only(np.array([judgement.low for judgement in self.judgements], dtype=np.float64))

    @cached_property
    def high(self) -> FloatArray:
        """(judgement,)"""
        return read_only(np.array([judgement.high for judgement in self.judgements], dtype=np.float64))

    @cached_property
    def expected(self) -> FloatArray:
        """(alternative,): as judgements are independent, the value at their means."""
        return read_only(self.values(self.means[None, :])[0])

    def values(self, points: FloatArray) -> FloatArray:
        """(point, alternative): values where the judgements are these; points is (point, judgement)."""
        step = max(1, _NUMBERS_AT_ONCE // max(self.members.size, 1))
        parts = [self._products(points[start : start + step]) for start in range(0, len(points), step)]
        return np.concatenate([np.empty((0, len(self.members))), *parts]) @ self.coefficients.T

    def _products(self, points: FloatArray) -> FloatArray:
        """(point, term)"""
        products: FloatArray = np.where(self.members, points[:, None, :], 1.0).prod(axis=2)
        return products

    def slopes(self, at: FloatArray) -> FloatArray:
        """(judgement, alternative): change of the value per unit of each judgement, the others at ``at``."""
        factors = np.where(self.members, at, 1.0)
        ones = np.ones((len(factors), 1))
        before = np.cumprod(np.hstack([ones, factors[:, :-1]]), axis=1)
        after = np.cumprod(np.hstack([ones, factors[:, :0:-1]]), axis=1)[:, ::-1]
        slopes: FloatArray = (self.members * before * after).T @ self.coefficients.T
        return slopes

    def reduced(self, group: Sequence[int]) -> "MultilinearModel":
        """The model in these judgements alone: the expected value over all others, given these."""
        kept = list(group)
        means = self.means.copy()
        means[kept] = 1.0
        constants = np.where(self.members, means, 1.0).prod(axis=1)
        members, index = np.unique(self.members[:, kept], axis=0, return_inverse=True)
        coefficients = np.zeros((len(self.alternatives), len(members)))
        np.add.at(coefficients.T, index.reshape(-1), (self.coefficients * constants).T)
        judgements = tuple(self.judgements[place] for place in kept)
        return MultilinearModel(
            alternatives=self.alternatives, judgements=judgements, coefficients=coefficients, members=members
        )

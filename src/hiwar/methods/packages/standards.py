"""What makes a package fair or good: the standards of bargaining theory, compared exactly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np

from hiwar.methods.packages.arrays import FloatArray, IntArray

NEAR = 1e-9
"""Rounded values are told apart by this; what is nearer to the best is compared in exact numbers."""


class Standard(StrEnum):
    """By what the packages that are best for all are chosen. Gains are points above the reservation value."""

    NASH = "nash"
    """Largest product of gains, each to the power of its party's weight."""
    KALAI_SMORODINSKY = "kalai_smorodinsky"
    """The smallest ratio of a party's gain to its ideal gain is as large as can be."""
    EGALITARIAN = "egalitarian"
    """The smallest gain is as large as can be; points are compared between parties as they stand."""
    WELFARE_OF_SHARES = "welfare_of_shares"
    """Largest sum of shares; a party's share is 0 at its worst package and 1 at its best."""
    MAXIMIN = "maximin"
    """The smallest share is as large as can be."""


STANDARDS: tuple[Standard, ...] = tuple(Standard)
USES_GAINS = frozenset({Standard.NASH, Standard.KALAI_SMORODINSKY, Standard.EGALITARIAN})


@dataclass(frozen=True)
class Yardstick:
    """A standard with the numbers it measures by; all per party, in scaled points."""

    standard: Standard
    origin: tuple[int, ...]
    """What counts as 0: reservation values, or the worst packages."""
    span: tuple[int, ...]
    """What counts as 1: ideal gains, ranges, or one point; a party with 0 has nothing to gain and is left out."""
    weights: tuple[int, ...]
    """Whole numbers in the ratio of the weights; only the Nash product uses them."""

    @property
    def counted(self) -> tuple[int, ...]:
        """Parties that have something to gain."""
        return tuple(party for party, span in enumerate(self.span) if span > 0)

    def ratios(self, scores: Sequence[int]) -> list[Fraction]:
        """Gains or shares of the parties that have something to gain, exactly."""
        return [Fraction(int(scores[party]) - self.origin[party], self.span[party]) for party in self.counted]

    def best_rows(self, scores: IntArray) -> IntArray:
        """Rows of (score, party) that are best, all ties included."""
        if not len(scores):
            return np.zeros(0, dtype=np.int64)
        if self.standard == Standard.NASH:
            return self._best_products(scores)
        rough = self.rough(scores)
        near = np.flatnonzero(rough >= rough.max() - NEAR * max(1.0, abs(rough.max())))
        exact = [self.value(scores[row]) for row in near]
        best = max(exact)
        return near[[value == best for value in exact]]

    def rough(self, scores: IntArray) -> FloatArray:
        """(row,): values as rounded numbers; logarithms for the Nash product (all gains positive)."""
        counted = list(self.counted)
        gains = (scores - np.array(self.origin))[:, counted].astype(np.float64)
        found: FloatArray
        if self.standard == Standard.NASH:
            weights = np.array(self.weights, dtype=np.float64)[counted]
            found = np.log(gains) @ (weights / weights.sum())
        elif not counted:
            found = np.ones(len(scores))
        else:
            ratios = gains / np.array(self.span, dtype=np.float64)[counted]
            found = ratios.sum(axis=1) if self.standard == Standard.WELFARE_OF_SHARES else ratios.min(axis=1)
        return found

    def value(self, scores: Sequence[int] | IntArray) -> Fraction:
        """The exact value: smallest ratio, sum of shares, or product of gains (to powers that are whole numbers)."""
        if self.standard == Standard.NASH:
            gains = (int(score) - origin for score, origin in zip(scores, self.origin, strict=True))
            return Fraction(math.prod(gain**weight for gain, weight in zip(gains, self.weights, strict=True)))
        ratios = self.ratios([int(score) for score in scores]) or [Fraction(1)]
        return sum(ratios, Fraction(0)) if self.standard == Standard.WELFARE_OF_SHARES else min(ratios)

    def _best_products(self, scores: IntArray) -> IntArray:
        """Where not all can gain, the largest groups of parties that can gain together, and their products.

        As with divisible goods (Caragiannis et al. (2019), *ACM Trans. Econ. Comput.* 7, no. 12); products of
        different groups are not compared, since that would depend on the parties' scales.
        """
        gains = scores - np.array(self.origin)
        gaining = gains > 0
        numbers = gaining.sum(axis=1)
        best: list[int] = []
        largest = np.flatnonzero(numbers == numbers.max())
        groups = np.unique(gaining[largest], axis=0)
        for group in groups:
            rows = largest[(gaining[largest] == group).all(axis=1)]
            best += rows[self._best_in_group(gains[rows], np.flatnonzero(group))].tolist()
        return np.array(sorted(best), dtype=np.int64)

    def _best_in_group(self, gains: IntArray, group: IntArray) -> IntArray:
        weights = np.array(self.weights, dtype=np.float64)[group]
        rough = np.log(gains[:, group].astype(np.float64)) @ (weights / sum(self.weights))
        near = np.flatnonzero(rough >= rough.max() - NEAR)
        exact = [
            math.prod(int(gains[row, party]) ** self.weights[party] for party in group.tolist())
            for row in near.tolist()
        ]
        best = max(exact)
        return near[[value == best for value in exact]]

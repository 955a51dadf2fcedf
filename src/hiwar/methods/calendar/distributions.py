"""How likely the options of an event are under one condition: the extremes of what is admissible, and its middle."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.checks import ends_of
from hiwar.methods.calendar.forms import Event, Likelihood

_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Distribution:
    """All distributions over an event's options between bounds; nobody's word counts as all distributions."""

    event: str
    place: int
    """0 the event's own, n its n-th `Given`."""
    low: FloatArray
    """(option,)"""
    high: FloatArray
    is_given: bool

    @cached_property
    def corners(self) -> FloatArray:
        """(corner, option): extreme distributions; all coordinates but one lie on a bound there."""
        n, found = self.low.size, []
        for free, sides in product(range(n), product((0, 1), repeat=n - 1)):
            at = np.insert(np.array(sides, dtype=np.int64), free, 0)
            point = np.where(at == 1, self.high, self.low)
            point[free] = 1.0 - (point.sum() - point[free])
            if self.low[free] - 1e-9 <= point[free] <= self.high[free] + 1e-9:
                found.append(point.clip(self.low, self.high))
        rounded = np.unique(np.array(found).round(12), axis=0)
        corners: FloatArray = rounded / rounded.sum(axis=1, keepdims=True)
        return corners

    @property
    def is_point(self) -> bool:
        """Only one distribution is admissible."""
        return len(self.corners) == 1

    @cached_property
    def centre(self) -> FloatArray:
        """(option,): the middles of the ranges, moved in proportion to the room on that side until they add up to 1."""
        middle = (self.low + self.high) / 2
        lack = 1.0 - middle.sum()
        room = (self.high - self.low) / 2
        return middle if abs(lack) < _ROUNDING else middle + room * (lack / room.sum())


def distribution_of(event: Event, likelihood: Likelihood | None, place: int) -> Distribution:
    """Read a likelihood in the order of the event's options."""
    if likelihood is None:
        low, high = np.zeros(len(event.options)), np.ones(len(event.options))
    else:
        low, high = np.array([ends_of(likelihood[option]) for option in event.options]).T
    return Distribution(event.name, place, low, high, is_given=likelihood is not None)

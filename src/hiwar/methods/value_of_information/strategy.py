"""Which alternative is best where: along one judgement, and over two."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from hiwar.methods.arrays import FloatArray, IntArray, floats, read_only
from hiwar.methods.envelope import upper_envelope
from hiwar.methods.value_of_information.bilinear import Tops, bands, crossing, lines_at
from hiwar.methods.value_of_information.judgements import MultilinearModel
from hiwar.methods.value_of_information.multilinear import corner_values

_NODES = 32
"""Points per band of the integral that gives the shares of the area."""


@dataclass(frozen=True, eq=False)
class StrategyLine:
    """Which alternative is best as one judgement runs over its range, all others fixed; exact."""

    low: float
    high: float
    at_low: FloatArray
    """(alternative,): values at the low end; between the ends each is a straight line."""
    at_high: FloatArray
    edges: FloatArray
    """(piece + 1,): from low to high, where the best alternative changes."""
    best: tuple[int, ...]
    """(piece,): the best alternative there; of alternatives with one value all along the first."""

    @property
    def flips(self) -> FloatArray:
        """(piece - 1,): the values of the judgement at which another alternative becomes the best."""
        return self.edges[1:-1]

    def nearest_flip(self, at: float) -> float:
        """The flip nearest to a value of the judgement; NaN if nothing in the range changes the best alternative."""
        return float(self.flips[np.abs(self.flips - at).argmin()]) if len(self.flips) else np.nan


def strategy_line(at_low: FloatArray, at_high: FloatArray, low: float, high: float) -> StrategyLine:
    """Which alternative is best along one judgement.

    Parameters
    ----------
    at_low, at_high : (alternative,)
        Values at both ends of the range; straight lines between.
    low, high
        The range of the judgement.
    """
    n = np.size(at_low)
    first, last = floats(at_low, (n,), "at_low"), floats(at_high, (n,), "at_high")
    _check_values(first, last)
    _check_range(low, high)
    edges, tops = upper_envelope(first[None, :], last[None, :])
    long = np.flatnonzero(np.diff(edges[0]) > 0)
    inner = low + edges[0][long[1:]] * (high - low)
    return StrategyLine(
        float(low), float(high), first, last, read_only(np.array([low, *inner, high], dtype=np.float64)),
        tuple(tops[0][long].tolist()),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Outline:
    """A part of the map in which one alternative is best."""

    alternative: int
    points: FloatArray
    """(point, 2): first and second judgement, counter-clockwise; a closed curve whose first point is not repeated."""
    is_straight: bool
    """The sides are straight: the points are the corners, exactly. Else curved sides are given by points on them."""


@dataclass(frozen=True, eq=False)
class StrategyRegions:
    """Which alternative is best as two judgements run over their ranges, all others fixed; exact.

    At every value of the second judgement each alternative is best on one stretch of the first, if anywhere; two
    neighbours are parted by a straight line or a hyperbola.
    """

    first: tuple[float, float]
    second: tuple[float, float]
    corners: FloatArray
    """(alternative, 2, 2): values at the ends of the first judgement (axis 1) and of the second (axis 2)."""
    levels: FloatArray
    """(band + 1,): values of the second judgement between which the same alternatives follow each other."""
    best: tuple[Tops, ...]
    """Per band the best alternatives in their order along the first judgement."""

    @cached_property
    def share(self) -> FloatArray:
        """(alternative,): share of the area in which it is best."""
        shares = np.zeros(len(self.corners))
        places, weights = np.polynomial.legendre.leggauss(_NODES)
        relative = self._relative(self.levels)
        for (low, high), order in zip(pairwise(relative), self.best, strict=True):
            at = low + (high - low) * (places + 1) / 2
            lengths = np.diff(self._edges(order, at), axis=0) @ weights * (high - low) / 2
            np.add.at(shares, list(order), lengths)
        return read_only(shares)

    def best_at(self, first: float, second: float) -> int:
        """The best alternative at a point of the map; of equal ones the first."""
        low, high = self.first
        at_low, at_high = lines_at(self.corners, self._relative(np.array([second], dtype=np.float64)))
        position = (first - low) / (high - low)
        return int((at_low[0] + position * (at_high[0] - at_low[0])).argmax())

    def outlines(self, steps: int = 24) -> tuple[Outline, ...]:
        """The parts of the map as closed curves; a curved side gets so many points per band."""
        found: list[Outline] = []
        for alternative in sorted({top for order in self.best for top in order}):
            run: list[tuple[FloatArray, FloatArray]] = []
            for band, order in enumerate(self.best):
                side = self._sides(band, alternative, steps) if alternative in order else None
                if run and (side is None or not _touch(run[-1], side)):
                    found.append(self._closed(alternative, run))
                    run = []
                if side is not None:
                    run.append(side)
            if run:
                found.append(self._closed(alternative, run))
        return tuple(found)

    def _relative(self, second: FloatArray) -> FloatArray:
        return (second - self.second[0]) / (self.second[1] - self.second[0])

    def _edges(self, order: Tops, levels: FloatArray) -> FloatArray:
        """(edge, level): relative positions of the first judgement at which the best changes."""
        inner = [crossing(self.corners, a, b, levels) for a, b in pairwise(order)]
        return np.array([np.zeros_like(levels), *inner, np.ones_like(levels)])

    def _sides(self, band: int, alternative: int, steps: int) -> tuple[FloatArray, FloatArray]:
        """Left and right side within a band, (point, 2) each in relative positions, upwards."""
        low, high = self._relative(self.levels[band : band + 2])
        levels = np.linspace(low, high, steps + 1)
        place = self.best[band].index(alternative)
        left, right = self._edges(self.best[band], levels)[place : place + 2]
        return np.column_stack([left, levels]), np.column_stack([right, levels])

    def _closed(self, alternative: int, run: Sequence[tuple[FloatArray, FloatArray]]) -> Outline:
        """One closed curve from the sides of bands above each other."""
        right = np.concatenate([side[1] for side in run])
        left = np.concatenate([side[0] for side in run])[::-1]
        points = _without_needless(np.concatenate([right, left]))
        bent = [self._is_bent(alternative, order) for order in self.best if alternative in order]
        scaled = np.column_stack(
            [low + points[:, axis] * (high - low) for axis, (low, high) in enumerate((self.first, self.second))]
        )
        return Outline(alternative, read_only(scaled), not any(bent))

    def _is_bent(self, alternative: int, order: Tops) -> bool:
        """A neighbour differs from it in how the two judgements work together."""
        twist = self.corners[:, 1, 1] - self.corners[:, 1, 0] - self.corners[:, 0, 1] + self.corners[:, 0, 0]
        place = order.index(alternative)
        near = [order[at] for at in (place - 1, place + 1) if 0 <= at < len(order)]
        scale = 1e-12 * float(np.abs(self.corners).max(initial=0.0))
        return any(abs(twist[alternative] - twist[other]) > scale for other in near)


def strategy_regions(corners: FloatArray, first: tuple[float, float], second: tuple[float, float]) -> StrategyRegions:
    """Which alternative is best over two judgements.

    Parameters
    ----------
    corners : (alternative, 2, 2)
        Values at the ends of the first judgement (axis 1) and of the second (axis 2). In between they are straight
        along each of the two, so the corners say everything.
    first, second
        The ranges of the two judgements, (low, high).
    """
    values = floats(corners, (len(corners), 2, 2), "corners")
    _check_values(values)
    _check_range(*first)
    _check_range(*second)
    levels, best = bands(values)
    low, high = second
    return StrategyRegions(
        (float(first[0]), float(first[1])), (float(low), float(high)), values,
        read_only(low + levels * (high - low)), tuple(best),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class StrategyGrid:
    """Which alternative is best in the middle of each cell of a grid: for values that bend along a judgement.

    Borders are known to half a cell only, and a region smaller than a cell can be missed.
    """

    first: FloatArray
    """(column,): middles of the cells."""
    second: FloatArray
    """(row,)"""
    best: IntArray
    """(column, row)"""
    share: FloatArray
    """(alternative,): share of the cells."""

    @property
    def resolution(self) -> tuple[float, float]:
        """Width of a cell along the first and along the second judgement."""
        return float(self.first[1] - self.first[0]), float(self.second[1] - self.second[0])


def cell_middles(low: float, high: float, cells: int) -> FloatArray:
    """(cell,): the middles of equal cells of a range; two or more."""
    _check_range(low, high)
    if cells < 2:
        raise ValueError(f"a grid needs two cells or more along each judgement; found {cells}")
    middles: FloatArray = low + (np.arange(cells) + 0.5) * (high - low) / cells
    return middles


def strategy_grid(values: FloatArray, first: FloatArray, second: FloatArray) -> StrategyGrid:
    """Which alternative is best in each cell.

    Parameters
    ----------
    values : (alternative, column, row)
        Values in the middles of the cells.
    first : (column,)
    second : (row,)
        Middles of the cells, as ``cell_middles`` gives them.
    """
    shape = (len(values), np.size(first), np.size(second))
    table = floats(values, shape, "values")
    _check_values(table)
    axes = [floats(axis, (np.size(axis),), name) for axis, name in ((first, "first"), (second, "second"))]
    for axis in axes:
        steps = np.diff(axis)
        if len(axis) < 2 or steps.min() <= 0 or np.ptp(steps) > 1e-6 * steps.max():
            raise ValueError("the middles of the cells must rise in equal steps, two or more of them")
    best = table.argmax(axis=0)
    share = np.bincount(best.ravel(), minlength=len(table)) / best.size
    return StrategyGrid(axes[0], axes[1], read_only(best.astype(np.int64)), read_only(share))


def line_of(model: MultilinearModel, judgement: int, at: FloatArray | None = None) -> StrategyLine:
    """Which alternative is best along one judgement of a model, the others at their means or at ``at``."""
    low, high = corner_values(model, model.means if at is None else at, [judgement]).T
    return strategy_line(low, high, float(model.low[judgement]), float(model.high[judgement]))


def regions_of(model: MultilinearModel, first: int, second: int, at: FloatArray | None = None) -> StrategyRegions:
    """Which alternative is best over two judgements of a model, the others at their means or at ``at``."""
    if first == second:
        raise ValueError("two different judgements are needed for a map")
    corners = corner_values(model, model.means if at is None else at, [first, second])
    ranges = [(float(model.low[place]), float(model.high[place])) for place in (first, second)]
    return strategy_regions(corners, ranges[0], ranges[1])


def _touch(below: tuple[FloatArray, FloatArray], above: tuple[FloatArray, FloatArray]) -> bool:
    """The stretch at the top of one band meets the stretch at the bottom of the next."""
    left = max(below[0][-1, 0], above[0][0, 0])
    right = min(below[1][-1, 0], above[1][0, 0])
    return bool(below[0][-1, 1] == above[0][0, 1] and right >= left - 1e-9)


def _without_needless(points: FloatArray) -> FloatArray:
    """The closed curve without points that repeat, or lie on the straight line between their neighbours."""
    kept = points[(np.abs(points - np.roll(points, 1, axis=0)) > 1e-12).any(axis=1)]
    before, after = kept - np.roll(kept, 1, axis=0), np.roll(kept, -1, axis=0) - kept
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    lengths = np.hypot(*before.T) * np.hypot(*after.T)
    corners = kept[np.abs(turn) > 1e-9 * lengths]
    return corners if len(corners) >= 3 else kept


def _check_values(*arrays: FloatArray) -> None:
    for array in arrays:
        if not array.size or not np.isfinite(array).all():
            raise ValueError("there must be an alternative, and all values must be finite numbers")


def _check_range(low: float, high: float) -> None:
    if not (np.isfinite([low, high]).all() and low < high):
        raise ValueError(f"a range must go from a lower to a higher value; found {low:g} to {high:g}")

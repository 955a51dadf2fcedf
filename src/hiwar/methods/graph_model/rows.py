"""The rows of a conflict in option form: what one decision maker can move among, while the others stay."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.graph_model.kernels import Indices, Order, sort_rows
from hiwar.methods.graph_model.spaces import IntArray, ModelError, OptionSpace, RankArray

MOST_ORDERED_PAIRS = 1 << 25
"""More pairs of one decision maker's irreversible choices, one following from the other, are refused."""


@dataclass(frozen=True, eq=False)
class Rows:
    """How the strategies of one decision maker lie in memory, and which of them lead to which."""

    size: int
    """Strategies."""
    stride: int
    """Cells between one and the next."""
    factors: IntArray
    """(one-way option, 2): levels, and how far apart in that number they are."""
    classes: Indices
    """(strategy,): number of its combination of levels of one-way options."""
    steps: Indices
    """(step, 2): classes one level apart in one option, lower first; option by option, from the top down."""
    below: Indices
    """For each class the classes from which moves lead to it, itself among them."""
    below_starts: Indices
    """(class + 1,): where these begin."""

    @property
    def n_classes(self) -> int:
        """Combinations of levels of one-way options."""
        return self.below_starts.size - 1


def rows_of(space: OptionSpace, maker: int) -> Rows:
    """Describe the rows of one decision maker.

    Raises
    ------
    ModelError
        It has too many one-way options: 16 or more with two levels.
    """
    size, stride = int(space.sizes[maker]), int(space.strides[maker])
    strategies, classes, factors, n_classes = np.arange(size), np.zeros(size, dtype=np.int64), [], 1
    for option, own, levels in zip(space.form.options, space.option_strides, space.option_sizes, strict=True):
        if option.is_one_way and stride <= own < stride * size:
            classes += strategies // (own // stride) % levels * n_classes
            factors.append((levels, n_classes))
            n_classes *= int(levels)
    table = np.array(factors, dtype=np.int64).reshape(-1, 2)
    pairs = int(np.prod(table[:, 0] * (table[:, 0] + 1) // 2, dtype=np.float64))
    if pairs > MOST_ORDERED_PAIRS:
        raise ModelError(
            f"'{space.names[maker]}' controls {len(factors)} one-way options; so many make {pairs:,} pairs of choices "
            f"of which one can follow the other, and {MOST_ORDERED_PAIRS:,} are the most that are taken"
        )
    indices = (
        array.astype(np.uint32) for array in (classes, _steps(table, n_classes), *_classes_below(table, n_classes))
    )
    return Rows(size, stride, table, *indices)


def _steps(factors: IntArray, n_classes: int) -> IntArray:
    """Pairs of classes (lower, upper)."""
    downwards = np.arange(n_classes)[::-1]
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    for levels, apart in factors:
        lower = downwards[downwards // apart % levels < levels - 1]
        pairs.append(np.column_stack([lower, lower + apart]))
    return np.concatenate(pairs)


def _classes_below(factors: IntArray, n_classes: int) -> tuple[IntArray, IntArray]:
    """Pairs of classes (above, below), built option by option."""
    above, below = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    for levels, apart in factors:
        high, low = np.tril_indices(levels)
        above = (above[:, None] + apart * high).ravel()
        below = (below[:, None] + apart * low).ravel()
    order = np.argsort(above, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(above, minlength=n_classes))])
    return below[order], starts


def sorted_rows(rank: RankArray, rows: Rows) -> Order:
    """(row, place): strategies from the best down; see :mod:`hiwar.methods.graph_model.kernels`."""
    shape = rank.size // rows.size, rows.size
    order: Order = np.empty(shape, dtype=np.uint16) if rows.size < 1 << 15 else np.empty(shape, dtype=np.uint32)
    sort_rows(rank, rows.size, rows.stride, order)
    return order

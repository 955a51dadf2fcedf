"""Parts of a matrix that have nothing to do with one another: each can be searched by itself."""

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from hiwar.methods.cross_impact.engine import SmallArray
from hiwar.methods.cross_impact.forms import BoolArray, CrossImpactMatrix, IntArray

ROWS_AT_ONCE = 1 << 14
"""Combinations between two looks at the clock."""


def islands_of(matrix: CrossImpactMatrix) -> list[IntArray]:
    """Places of the free descriptors, island by island.

    Descriptors are on one island if one acts on the other, or if a forbidden combination names both. What is fixed
    joins nothing, as it does the same in every scenario.
    """
    links = _links(matrix)
    left = matrix.held < 0
    islands = []
    while left.any():
        size, island = 0, np.arange(len(left)) == left.argmax()
        while size < island.sum():
            size = int(island.sum())
            island |= left & links[island].any(axis=0)
        islands.append(np.flatnonzero(island))
        left = left & ~island
    return islands


def part_of(matrix: CrossImpactMatrix, island: IntArray) -> tuple[CrossImpactMatrix, IntArray]:
    """The matrix of an island and all that is fixed; and the places of its descriptors in the whole."""
    places = np.sort(np.concatenate([island, np.flatnonzero(matrix.held >= 0)]))
    states = np.concatenate([np.arange(matrix.offsets[place], matrix.offsets[place + 1]) for place in places])
    descriptors = tuple(matrix.descriptors[place] for place in places)
    names = {descriptor.name for descriptor in descriptors}
    forbidden = tuple(partial for partial in matrix.forbidden if names.issuperset(partial))
    return CrossImpactMatrix(descriptors, matrix.judgements[np.ix_(states, states)], forbidden, matrix.fixed), places


def combined(rows: list[SmallArray], most: int) -> Iterator[SmallArray]:
    """(combination, descriptor): every choice of one row from each, side by side, some at a time; ``most`` in all."""
    total = math.prod(len(one) for one in rows)
    for first in range(0, min(total, most), ROWS_AT_ONCE):
        numbers = np.arange(first, min(first + ROWS_AT_ONCE, total, most))
        parts = []
        for one in reversed(rows):
            parts.append(one[numbers % len(one)])
            numbers //= len(one)
        yield np.hstack(parts[::-1])


def _links(matrix: CrossImpactMatrix) -> BoolArray:
    starts = matrix.offsets[:-1]
    acts = np.logical_or.reduceat(np.logical_or.reduceat(matrix.whole != 0, starts, axis=0), starts, axis=1)
    links: BoolArray = acts | acts.T
    for partial in matrix.forbidden:
        named = np.flatnonzero(matrix.numbers(partial) >= 0)
        for first, second in pairwise(named[matrix.held[named] < 0]):
            links[first, second] = links[second, first] = True
    return links

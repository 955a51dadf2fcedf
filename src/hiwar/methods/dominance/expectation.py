"""Sums over scenarios, at every extreme combination of the probabilities that matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray, IntArray

MAXIMAL_COMBINATIONS = 1 << 16
"""Sixteen free binary distributions that matter at once; about 100 MB for a pair of courses with 200 effects."""


@dataclass(frozen=True, eq=False)
class Leg:
    """Amounts to be averaged over scenarios under the probabilities of one course."""

    options: IntArray
    """(row, event): all combinations of the events that are left."""
    blocks: IntArray
    """(row, event)"""
    amounts: FloatArray
    """(one axis per block ..., row, column); a block's axis has length 1 until the sum depends on it."""


def extreme_sums(
    option_of: IntArray,
    legs: Sequence[tuple[IntArray, FloatArray]],
    corners_of: Callable[[int], FloatArray],
) -> FloatArray:
    """(one axis per block ..., 1, column): sum over legs and scenarios of probability x amount, at the blocks' corners.

    Each leg is (block_of (scenario, event), amounts (scenario, column)). Events are summed out one at a time, those
    first on which no other event depends. An event, or a distribution of it, that makes no difference to the amounts
    is summed out without a new combination: its probabilities add up to 1 anyway.

    Raises
    ------
    ValueError
        More than ``MAXIMAL_COMBINATIONS`` combinations matter, or events depend on each other in a circle.
    """
    used = np.unique(np.concatenate([block_of.ravel() for block_of, _ in legs])) if option_of.shape[1] else np.array([])
    axis_of = {int(block): axis for axis, block in enumerate(used)}
    lead = (1,) * len(used)
    state = [Leg(option_of, block_of, amounts.reshape(lead + amounts.shape)) for block_of, amounts in legs]
    while state[0].options.shape[1]:
        event = _next_event(state)
        groups = [_grouped(leg, event) for leg in state]
        matters = _blocks_that_matter(groups, axis_of)
        _check_size(state, matters, axis_of, corners_of)
        state = [
            _summed(leg, event, *group, matters, axis_of, corners_of) for leg, group in zip(state, groups, strict=True)
        ]
    total = sum((leg.amounts for leg in state[1:]), state[0].amounts)
    return np.asarray(total)


def column_groups(option_of: IntArray, legs: Sequence[tuple[IntArray, FloatArray]]) -> list[IntArray]:
    """Columns whose amounts vary with the same events; sums of each group depend on few distributions."""
    n_events, n_columns = option_of.shape[1], legs[0][1].shape[1]
    varies = np.zeros((n_columns, n_events), dtype=bool)
    order = np.lexsort(option_of.T[::-1]) if n_events else np.arange(len(option_of))
    shape = (*(option_of.max(axis=0) + 1), n_columns)
    for _, amounts in legs:
        table = amounts[order].reshape(shape)
        for event in range(n_events):
            differs = table != table.take([0], axis=event)
            varies[:, event] |= differs.any(axis=tuple(range(n_events)))
    _, members = np.unique(varies, axis=0, return_inverse=True)
    return [np.flatnonzero(members.reshape(-1) == group) for group in np.unique(members)]


def check_combinations(shape: tuple[int, ...], further: int = 1) -> None:
    """Refuse more combinations than can be enumerated."""
    count = float(np.prod(shape, dtype=np.float64)) * further
    if count > MAXIMAL_COMBINATIONS:
        raise ValueError(
            f"{count:.0f} extreme combinations of event probabilities matter for one comparison; "
            f"at most {MAXIMAL_COMBINATIONS} can be enumerated. Judge some events, or leave out events of little effect"
        )


def _next_event(state: Sequence[Leg]) -> int:
    """An event whose option decides no other event's distribution."""
    for event in reversed(range(state[0].options.shape[1])):
        if all(_decides_nothing(leg, event) for leg in state):
            return event
    raise ValueError("events depend on each other in a circle; which distribution holds cannot be told")


def _decides_nothing(leg: Leg, event: int) -> bool:
    others = np.delete(leg.blocks, event, axis=1)
    first, inverse = _group_rows(leg.options, event)
    return bool((others == others[first][inverse]).all())


def _group_rows(options: IntArray, event: int) -> tuple[IntArray, IntArray]:
    """First row of each group of rows that differ in the event only, and the group of each row."""
    others = np.delete(options, event, axis=1)
    strides = (
        np.concatenate([[1], np.cumprod(others.max(axis=0, initial=0) + 1)[:-1]]) if others.shape[1] else np.empty(0)
    )
    codes = (others @ strides.astype(np.int64)) if others.shape[1] else np.zeros(len(options), dtype=np.int64)
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    return first.astype(np.int64), inverse.astype(np.int64)


def _grouped(leg: Leg, event: int) -> tuple[IntArray, IntArray, FloatArray]:
    """First rows, block of each group, and amounts as (blocks ..., group, option, column)."""
    first, inverse = _group_rows(leg.options, event)
    *lead, _, columns = leg.amounts.shape
    n_options = int(leg.options[:, event].max()) + 1
    amounts = np.empty((*lead, len(first), n_options, columns))
    amounts[..., inverse, leg.options[:, event], :] = leg.amounts
    return first, leg.blocks[first, event], amounts


def _blocks_that_matter(groups: Sequence[tuple[IntArray, IntArray, FloatArray]], axis_of: dict[int, int]) -> set[int]:
    matters = set()
    for _, block_of_group, amounts in groups:
        differs = (amounts != amounts[..., :1, :]).any(axis=(-1, -2))
        differs = differs.any(axis=tuple(range(len(axis_of))))
        matters |= {int(block) for block in np.unique(block_of_group[differs])}
    return matters


def _check_size(
    state: Sequence[Leg], matters: set[int], axis_of: dict[int, int], corners_of: Callable[[int], FloatArray]
) -> None:
    shape = np.broadcast_shapes(*(leg.amounts.shape[: len(axis_of)] for leg in state))
    check_combinations(shape, int(np.prod([float(len(corners_of(block))) for block in matters])))


def _summed(
    leg: Leg,
    event: int,
    first: IntArray,
    block_of_group: IntArray,
    amounts: FloatArray,
    matters: set[int],
    axis_of: dict[int, int],
    corners_of: Callable[[int], FloatArray],
) -> Leg:
    """The leg without the event; each block that matters gets its axis."""
    here = [int(b) for b in np.unique(block_of_group)]
    lead = list(amounts.shape[: len(axis_of)])
    for block in matters & set(here):
        lead[axis_of[block]] = len(corners_of(block))
    out = np.empty((*lead, len(first), amounts.shape[-1]))
    for block in here:
        part = amounts[..., block_of_group == block, :, :]
        if block in matters:
            # The corner takes the block's own axis, which has length 1.
            summed = np.concatenate([_weighted(part, corner) for corner in corners_of(block)], axis=axis_of[block])
        else:
            summed = part[..., 0, :]
        out[..., block_of_group == block, :] = summed
    options, blocks = (np.delete(array[first], event, axis=1) for array in (leg.options, leg.blocks))
    return Leg(options, blocks, out)


def _weighted(amounts: FloatArray, chances: FloatArray) -> FloatArray:
    """Sum over options (last axis but one) of probability x amount."""
    total: FloatArray = amounts[..., 0, :] * chances[0]
    for option in range(1, len(chances)):
        total += amounts[..., option, :] * chances[option]
    return total

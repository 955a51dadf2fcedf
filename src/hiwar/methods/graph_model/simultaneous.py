"""Stability against others who improve their own lot at the same time, without knowing of the move."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import mul

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.kernels_simultaneous import (
    count_improvements,
    list_improvements,
    mark_stable_simultaneous,
)
from hiwar.methods.graph_model.rows import Rows
from hiwar.methods.graph_model.spaces import ModelError, RankArray

MOST_COMBINED_MOVES = 1 << 33
"""More combined moves than this are refused before any is looked at."""


def mark_simultaneous(
    rank: RankArray,
    rows: Sequence[Rows],
    bit: int,
    verdicts: npt.NDArray[np.uint8],
    each: Callable[..., Iterable[None]],
) -> None:
    """Set the bit in ``verdicts`` (decision maker, cell)."""
    starts = np.zeros((len(rows), rank.shape[1] + 1), dtype=np.int64)
    for maker, own in enumerate(rows):
        count_improvements(rank[maker], own.size, own.stride, own.classes, own.factors, starts[maker])
    _check_work(np.diff(starts, axis=1).astype(np.float64))
    starts += np.concatenate([[0], np.cumsum(starts[:-1, -1])])[:, None]
    steps = np.empty(starts[-1, -1], dtype=np.int64)
    for maker, own in enumerate(rows):
        list_improvements(rank[maker], own.size, own.stride, own.classes, own.factors, starts[maker], steps)

    def mark(maker: int) -> None:
        mark_stable_simultaneous(rank[maker], starts, steps, maker, bit, verdicts[maker])

    list(each(mark, range(len(rows))))


def _check_work(counts: npt.NDArray[np.float64]) -> None:
    """``counts`` (decision maker, cell): improvements."""
    together = reduce(mul, counts + 1)
    looks = sum(float((own * together / (own + 1)).sum()) for own in counts)
    if looks > MOST_COMBINED_MOVES:
        raise ModelError(
            f"simultaneous stability would look at up to {looks:.2g} combined moves; {MOST_COMBINED_MOVES:.2g} are "
            "the most that are taken. Leave out this concept, or options that no decision maker cares about"
        )

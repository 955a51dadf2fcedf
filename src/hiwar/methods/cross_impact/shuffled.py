"""How many consistent scenarios chance alone would give: matrices with the same judgements in other places."""

import math
import time
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from hiwar.methods.cross_impact.consistent import MOST_SCENARIOS, Limit, all_within
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, FloatArray, IntArray

Within = Literal["row", "section"]


@dataclass(frozen=True, eq=False)
class Baseline:
    """Numbers of consistent scenarios of shuffled matrices, beside that of the matrix itself."""

    observed: int
    """Of the matrix itself."""
    counts: IntArray
    """(draw,): of each shuffled matrix."""
    within: Within
    """What judgements were shuffled in."""
    stopped_by: Limit | None
    """The limit that cut a search or the drawing short. "most": some counts are lower bounds. None: as asked for."""

    @property
    def mean(self) -> float:
        """Consistent scenarios of a shuffled matrix, on average."""
        return float(self.counts.mean())

    @property
    def standard_error(self) -> float:
        """Of the mean, from drawing no more matrices than these; infinite with one."""
        n_draws = len(self.counts)
        return float(self.counts.std(ddof=1) / math.sqrt(n_draws)) if n_draws > 1 else math.inf

    @property
    def share_as_many(self) -> float:
        """Share of shuffled matrices with as many consistent scenarios as the matrix itself, or more."""
        return float((self.counts >= self.observed).mean())

    @property
    def share_as_few(self) -> float:
        """Share of shuffled matrices with as few consistent scenarios as the matrix itself, or fewer."""
        return float((self.counts <= self.observed).mean())


def shuffled_baseline(
    matrix: CrossImpactMatrix,
    *,
    rng: np.random.Generator,
    n_draws: int = 200,
    within: Within = "row",
    inconsistency: float = 0,
    most: int = MOST_SCENARIOS,
    seconds: float | None = None,
) -> Baseline:
    """Count the consistent scenarios of matrices that have the same judgements in other places.

    A matrix of chance has one consistent scenario on average, and somewhat more where judgements tie. So a few found
    are weak evidence that the judgements hang together; very many, or large margins, say more.

    Parameters
    ----------
    matrix : CrossImpactMatrix
        What is forbidden or fixed stays so.
    rng : numpy.random.Generator
        The same generator gives the same draws.
    n_draws : int
        Shuffled matrices.
    within : {"row", "section"}
        "row": what one state does to the states of another descriptor is dealt out anew among these states, so that
        sums of rows stay. "section": all judgements of a descriptor on another are dealt out anew.
    inconsistency, most
        As in `consistent_scenarios`, for each matrix.
    seconds : float, optional
        No further matrix is drawn after this time.

    Raises
    ------
    ValueError
        No draw is asked for.
    """
    if n_draws < 1:
        raise ValueError(f"{n_draws} draws found; one or more are needed")
    until = math.inf if seconds is None else time.monotonic() + seconds
    own = all_within(matrix, inconsistency, most, None)
    stopped_by = own.stopped_by
    counts: list[int] = []
    for _ in range(n_draws):
        drawn = replace(matrix, judgements=_shuffled(matrix, rng, within))
        found = all_within(drawn, inconsistency, most, None)
        counts.append(len(found.states))
        stopped_by = stopped_by or found.stopped_by
        if time.monotonic() > until and len(counts) < n_draws:
            stopped_by = "seconds"
            break
    return Baseline(len(own.states), np.array(counts, dtype=np.int64), within, stopped_by)


def _shuffled(matrix: CrossImpactMatrix, rng: np.random.Generator, within: Within) -> FloatArray:
    judgements = matrix.judgements.copy()
    for source, (top, bottom) in enumerate(zip(matrix.offsets, matrix.offsets[1:], strict=False)):
        for target, (left, right) in enumerate(zip(matrix.offsets, matrix.offsets[1:], strict=False)):
            if source == target:
                continue
            section = judgements[top:bottom, left:right]
            if within == "row":
                section[:] = rng.permuted(section, axis=1)
            else:
                section[:] = rng.permutation(section.ravel()).reshape(section.shape)
    return judgements

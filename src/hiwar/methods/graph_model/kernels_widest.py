"""Compiled closure of a relation whose steps have widths: how wide the narrowest step of the widest way is."""

import numpy as np
import numpy.typing as npt
from numba import njit


@njit(cache=True, nogil=True)
def close_widest(width: npt.NDArray[np.float64]) -> None:
    """Turn widths of single steps (from, to) into those of ways of one or more steps, in place."""
    for middle in range(width.shape[0]):
        onward = width[middle]
        for start in range(width.shape[0]):
            reached, row = width[start, middle], width[start]
            if reached == -np.inf:
                continue
            for end in range(row.size):
                row[end] = max(row[end], min(reached, onward[end]))

"""Array types, and the tolerance below which a figure counts as zero."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

RELATIVE_TOLERANCE = 1e-10
"""A value counts as zero when it is below this share of the amounts that were added up to get it.

Sums of a few thousand products in double precision are off by some 1e-13 of the amounts added; judgements are never
given to ten digits. The tolerance lies between the two, so rounding decides no verdict and no real difference is lost.
"""

SIZE_SCALE = 100.0
"""Points between no effect and the declared anchor."""

Scalar = TypeVar("Scalar", np.float64, np.int64, np.bool_)


def read_only(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """A copy that nobody can change."""
    frozen = array.copy()
    frozen.flags.writeable = False
    return frozen


def floats(values: object, shape: tuple[int, ...], name: str) -> FloatArray:
    """Read-only numbers of the given shape, or an error that names what was given."""
    array = np.asarray(values, dtype=np.float64)
    if array.shape != shape:
        raise ValueError(f"{name} has shape {array.shape}; {shape} is needed")
    if np.isnan(array).any():
        raise ValueError(f"{name} holds a value that is not a number")
    return read_only(array)


def check_range(low: FloatArray, high: FloatArray, name: str, ceiling: float = np.inf) -> None:
    """Refuse ranges that run backwards or leave the scale."""
    if low.size and (low.min() < 0 or low.max() > ceiling):
        raise ValueError(f"{name}_low must lie between 0 and {ceiling:g}; found {low.min():g} to {low.max():g}")
    if high.size and high.max() > ceiling:
        raise ValueError(f"{name}_high must be at most {ceiling:g}; found {high.max():g}")
    backwards = np.argwhere(low > high)
    if len(backwards):
        at = tuple(int(i) for i in backwards[0])
        raise ValueError(f"{name} runs backwards at {at}: low {low[at]:g} is above high {high[at]:g}")

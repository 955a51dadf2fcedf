"""Array types that methods share, and the tolerance below which a figure counts as zero."""

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

"""The scale of sizes and the check of ranges; array types and tolerance as in all methods."""

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, BoolArray, FloatArray, IntArray, floats, read_only

__all__ = [
    "RELATIVE_TOLERANCE",
    "SIZE_SCALE",
    "BoolArray",
    "FloatArray",
    "IntArray",
    "check_range",
    "floats",
    "read_only",
]

SIZE_SCALE = 100.0
"""Points between no effect and the declared anchor."""


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

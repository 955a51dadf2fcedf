"""How kernels that allocate nothing are compiled."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from numba import njit

Given = ParamSpec("Given")
Result = TypeVar("Result")

OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False}
"""Without `_nrt`, numba counts for every call who uses which array; in a search that takes longer than all the rest."""


def kernel(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Compile a function that takes arrays and allocates none."""
    compiled: Callable[Given, Result] = njit(**OPTIONS)(function)
    return compiled

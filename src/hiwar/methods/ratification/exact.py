"""Numbers taken exactly, and bounds of what is known only between two of them."""

import math
from decimal import Decimal
from fractions import Fraction

from hiwar.methods.ratification.forms import Between, ModelError, Number


def exact(number: Number) -> Fraction:
    """A number as a fraction; a float as the decimal it is written as.

    Raises
    ------
    ModelError
        It is not finite.
    """
    if isinstance(number, float):
        if not math.isfinite(number):
            raise ModelError(f"{number} is not a finite number")
        return Fraction(repr(number))
    if isinstance(number, Decimal) and not number.is_finite():
        raise ModelError(f"{number} is not a finite number")
    return Fraction(number)


def bounds(known: Number | Between | None, low: Number, high: Number) -> tuple[Fraction, Fraction]:
    """Least and most that a number can be; ``low`` and ``high`` where it is not known."""
    if known is None:
        return exact(low), exact(high)
    if isinstance(known, Between):
        return exact(known.low), exact(known.high)
    return exact(known), exact(known)

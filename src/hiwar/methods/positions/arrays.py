"""From names to arrays: bounds of every number by actor, checked."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hiwar.methods.positions.forms import Actor, Amount, Between, ContestedIssue, ModelError, amounts_of
from hiwar.methods.positions.variants import Distance, Variant

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]

MOST_ACTORS = 5_000
"""Above it the tables of pairs no longer fit into memory."""
NEAR = 1e-9
"""Positions (as shares of the scale), utilities and weights closer than this count as equal, so that rounding decides
nothing."""


@dataclass(frozen=True, eq=False)
class Bounds:
    """Bounds of all numbers, (actor,) each."""

    names: tuple[str, ...]
    low: FloatArray
    """(position, capability or salience; actor)"""
    high: FloatArray
    scale: tuple[float, float] | None


def compile_bounds(issue: ContestedIssue) -> Bounds:
    """Check an issue and put its numbers into arrays.

    Raises
    ------
    ModelError
        All that is wrong with it, at once.
    """
    problems = [*_problems_of_names(issue), *(problem for actor in issue.actors for problem in _problems(actor, issue))]
    if problems:
        raise ModelError("; ".join(problems))
    ends = np.array([[_ends(amount) for amount in amounts_of(actor).values()] for actor in issue.actors], dtype=float)
    low, high = np.ascontiguousarray(ends[:, :, 0].T), np.ascontiguousarray(ends[:, :, 1].T)
    if (high[1] * high[2]).sum() == 0:
        raise ModelError("nobody has any weight: capability times salience is 0 for every actor")
    low.flags.writeable = high.flags.writeable = False
    return Bounds(issue.names, low, high, issue.scale)


def check_variant(bounds: Bounds, variant: Variant, rounds: int) -> None:
    """Refuse settings that do not fit."""
    if not 0 <= variant.status_quo_likelihood <= 1:
        raise ModelError(f"status_quo_likelihood is {variant.status_quo_likelihood:g}; it is a chance, 0 to 1")
    if variant.distance is Distance.STATED_SCALE and bounds.scale is None:
        raise ModelError("distances are to be measured against the scale, and the issue states none: give `scale`")
    if rounds < 0:
        raise ModelError(f"{rounds} rounds; 0 or more are taken")


def _ends(amount: Amount) -> tuple[float, float]:
    return (amount.low, amount.high) if isinstance(amount, Between) else (float(amount), float(amount))


def _problems_of_names(issue: ContestedIssue) -> list[str]:
    names = issue.names
    found = []
    if not 1 <= len(names) <= MOST_ACTORS:
        found.append(f"{len(names):,} actors; 1 to {MOST_ACTORS:,} are taken")
    found += [
        f"'{name}' is named {names.count(name)} times" for name in sorted({n for n in names if names.count(n) > 1})
    ]
    if issue.scale is not None and not issue.scale[0] < issue.scale[1]:
        found.append(f"the scale goes from {issue.scale[0]:g} to {issue.scale[1]:g}; the first must be lower")
    return found


def _problems(actor: Actor, issue: ContestedIssue) -> list[str]:
    lowest, highest = issue.scale or (-np.inf, np.inf)
    limits = {"position": (lowest, highest), "capability": (0.0, np.inf), "salience": (0.0, 1.0)}
    found = []
    for name, amount in amounts_of(actor).items():
        low, high = _ends(amount)
        if not np.isfinite([low, high]).all():
            found.append(f"{actor.name}: {name} is not a finite number")
        elif low > high:
            found.append(f"{actor.name}: {name}, the lower bound {low:g} is above the upper bound {high:g}")
        elif not limits[name][0] <= low <= high <= limits[name][1]:
            found.append(f"{actor.name}: {name} is {_told(low, high)}; it lies {_limits(*limits[name])}")
    return found


def _told(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _limits(low: float, high: float) -> str:
    return f"from {low:g} up" if np.isinf(high) else f"between {low:g} and {high:g}"

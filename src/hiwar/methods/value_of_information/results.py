"""What it is worth to know: one result for tables of scenarios and for models of judgements."""

from collections.abc import Sequence
from dataclasses import dataclass

from hiwar.methods.arrays import FloatArray


@dataclass(frozen=True, eq=False)
class ValueOfInformation:
    """What it would be worth to know something before choosing; arrays are (group,), in the order asked for."""

    alternatives: tuple[str, ...]
    expected: FloatArray
    """(alternative,): expected value by present knowledge."""
    chosen: int
    """The alternative that is best by present knowledge; of equal ones the first."""
    names: tuple[str, ...]
    """Everything that could become known: events or judgements."""
    groups: tuple[tuple[int, ...], ...]
    """What becomes known together, as places among ``names``."""
    value: FloatArray
    """Expected gain by knowing the group before choosing (EVPPI); in the unit of the values."""
    error: FloatArray
    """Standard error where the value is sampled, estimated error of the integral of a pair; 0 where exact."""
    total: float
    """Expected gain by knowing everything before choosing (EVPI)."""
    total_error: float
    draws: int
    """Draws behind what is sampled; 0 if nothing is."""
    seed: int


def checked_groups(groups: Sequence[Sequence[int]] | None, n_names: int, what: str) -> tuple[tuple[int, ...], ...]:
    """Groups as tuples of different places, or an error; None stands for each place alone."""
    if groups is None:
        return tuple((place,) for place in range(n_names))
    found = tuple(tuple(int(place) for place in group) for group in groups)
    for group in found:
        if not group or len(set(group)) < len(group) or min(group) < 0 or max(group) >= n_names:
            raise ValueError(f"group {group} must name each {what} once, by its place from 0 to {n_names - 1}")
    return found

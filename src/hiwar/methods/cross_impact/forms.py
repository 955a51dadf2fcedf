"""A cross-impact matrix as its analyst writes it: descriptors, their states, and what each state does to the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]

Scenario = Mapping[str, str]
"""Descriptor to state. A whole scenario names every descriptor, a partial one some."""

MOST_PRESSURE = 1 << 26
"""Larger sums of judgements on one state are refused, so that no 32-bit integer can overflow."""
MOST_STATES = 62
"""States of one descriptor, at most."""


@dataclass(frozen=True)
class Descriptor:
    """Something that can turn out in several ways."""

    name: str
    """Unique in the matrix."""
    states: tuple[str, ...]
    """One or more; unique in the descriptor. Other descriptors may have states of the same name."""


@dataclass(frozen=True, eq=False)
class CrossImpactMatrix:
    """What each state of each descriptor does to each state of the others.

    A scenario has one state of every descriptor. The *impact balance* of a state in a scenario is the sum of the
    judgements that the scenario's states have on it. A scenario is *consistent* when every descriptor that is not
    fixed has a state whose balance no other state of that descriptor exceeds.

    Raises
    ------
    ValueError
        Names that are unknown or used twice, an array of the wrong size, a judgement that is missing or neither a
        whole number nor a half, or judgements that are too large.
    """

    descriptors: tuple[Descriptor, ...]
    judgements: FloatArray
    """(state, state), states of all descriptors in their order: how much the row's state promotes (above 0) or
    hinders (below 0) the column's state. Whole numbers or halves. What a descriptor does to itself is 0 as a rule, but
    is counted where it is given."""
    forbidden: tuple[Scenario, ...] = ()
    """Partial scenarios that cannot be. Nothing that contains one of them is a scenario."""
    fixed: Scenario = field(default_factory=dict)
    """States held from outside, whatever presses on them. Every scenario has them, and whether their own balance
    speaks for them does not count."""

    def __post_init__(self) -> None:
        """Check names and numbers, and keep a copy that cannot be changed."""
        _check_names(self.descriptors)
        judgements = np.array(self.judgements, dtype=np.float64)
        judgements.setflags(write=False)
        object.__setattr__(self, "judgements", judgements)
        object.__setattr__(self, "forbidden", tuple(MappingProxyType(dict(one)) for one in self.forbidden))
        object.__setattr__(self, "fixed", MappingProxyType(dict(self.fixed)))
        _check_judgements(self)
        _check_rules(self)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the descriptors."""
        return tuple(descriptor.name for descriptor in self.descriptors)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """(state,): 'descriptor: state' for every row and column."""
        return tuple(f"{descriptor.name}: {state}" for descriptor in self.descriptors for state in descriptor.states)

    @cached_property
    def sizes(self) -> IntArray:
        """(descriptor,): how many states it has."""
        return _fixed_array([len(descriptor.states) for descriptor in self.descriptors])

    @cached_property
    def offsets(self) -> IntArray:
        """(descriptor + 1,): row and column of a descriptor's first state; the number of states last."""
        return _fixed_array([0, *np.cumsum(self.sizes).tolist()])

    @cached_property
    def scale(self) -> int:
        """1 where every judgement is whole, 2 where there are halves."""
        return 1 if bool((self.judgements == np.rint(self.judgements)).all()) else 2

    @cached_property
    def whole(self) -> IntArray:
        """(state, state): judgements x `scale`, exact integers."""
        return _fixed_array(np.rint(self.judgements * self.scale))

    @cached_property
    def held(self) -> IntArray:
        """(descriptor,): number of the state it is fixed to, -1 where it is free."""
        return _fixed_array(
            [
                descriptor.states.index(self.fixed[descriptor.name]) if descriptor.name in self.fixed else -1
                for descriptor in self.descriptors
            ]
        )

    @property
    def n_scenarios(self) -> int:
        """How many scenarios there are to look through: all combinations that have the fixed states."""
        free = [len(descriptor.states) for descriptor in self.descriptors if descriptor.name not in self.fixed]
        return int(np.prod(np.array([1, *free], dtype=object)))

    def numbers(self, scenario: Scenario, where: str = "scenario") -> IntArray:
        """(descriptor,): state numbers of a scenario, -1 for a descriptor that it does not name.

        Raises
        ------
        ValueError
            A descriptor or a state is unknown.
        """
        _check_known(scenario, self.descriptors, where)
        return np.array(
            [
                descriptor.states.index(scenario[descriptor.name]) if descriptor.name in scenario else -1
                for descriptor in self.descriptors
            ],
            dtype=np.int64,
        )

    def whole_scenario(self, scenario: "Scenario | Sequence[int] | IntArray") -> IntArray:
        """(descriptor,): state numbers of a whole scenario, given by names or by numbers.

        Raises
        ------
        ValueError
            Something is unknown or missing.
        """
        if isinstance(scenario, Mapping):
            numbers = self.numbers(scenario)
            if missing := [name for name in self.names if name not in scenario]:
                raise ValueError(f"the scenario says nothing about '{missing[0]}'")
            return numbers
        numbers = np.array(scenario, dtype=np.int64)
        if numbers.shape != self.sizes.shape or (numbers < 0).any() or (numbers >= self.sizes).any():
            raise ValueError(f"{list(scenario)} is no scenario: one state number per descriptor, from 0, is needed")
        return numbers

    def scenario(self, numbers: Sequence[int] | IntArray) -> dict[str, str]:
        """Names for state numbers."""
        named = zip(self.descriptors, numbers, strict=True)
        return {descriptor.name: descriptor.states[int(number)] for descriptor, number in named}


def matrix_of(
    descriptors: Sequence[Descriptor],
    sections: Mapping[tuple[str, str], Sequence[Sequence[float]]],
    *,
    forbidden: Sequence[Scenario] = (),
    fixed: Scenario | None = None,
) -> CrossImpactMatrix:
    """Put a matrix together from its judgement sections.

    Parameters
    ----------
    descriptors : sequence of Descriptor
        In the order of the matrix.
    sections : mapping
        (descriptor that acts, descriptor acted on) to a table: a row per state of the first, a column per state of the
        second. A pair that is left out has no influence.
    forbidden, fixed
        As in `CrossImpactMatrix`.

    Raises
    ------
    ValueError
        As for `CrossImpactMatrix`, and where a section has the wrong size.
    """
    _check_names(tuple(descriptors))
    sizes = {descriptor.name: len(descriptor.states) for descriptor in descriptors}
    starts = dict(zip(sizes, np.cumsum([0, *sizes.values()]).tolist(), strict=False))
    judgements = np.zeros((sum(sizes.values()),) * 2)
    for (source, target), table in sections.items():
        for name in (source, target):
            if name not in sizes:
                raise ValueError(
                    f"section {source} on {target}: '{name}' is no descriptor; they are {', '.join(sizes)}"
                )
        rows = [len(row) for row in table]
        if rows != [sizes[target]] * sizes[source]:
            raise ValueError(
                f"section {source} on {target}: {sizes[source]} rows of {sizes[target]} judgements are needed; "
                f"the rows given have {', '.join(map(str, rows)) or 'no'} judgements"
            )
        start, end = starts[source], starts[target]
        judgements[start : start + sizes[source], end : end + sizes[target]] = table
    return CrossImpactMatrix(tuple(descriptors), judgements, tuple(forbidden), dict(fixed or {}))


def _fixed_array(numbers: Sequence[int] | FloatArray) -> IntArray:
    array = np.array(numbers, dtype=np.int64)
    array.setflags(write=False)
    return array


def _check_names(descriptors: tuple[Descriptor, ...]) -> None:
    if not descriptors:
        raise ValueError("a cross-impact matrix needs one or more descriptors")
    for place, descriptor in enumerate(descriptors):
        if any(descriptor.name == other.name for other in descriptors[:place]):
            raise ValueError(f"the descriptor '{descriptor.name}' is named twice")
        if isinstance(descriptor.states, str):
            raise ValueError(f"{descriptor.name}: states are given as a tuple; write ('{descriptor.states}',)")
        if not 1 <= len(descriptor.states) <= MOST_STATES:
            raise ValueError(f"{descriptor.name}: it has {len(descriptor.states)} states; 1 to {MOST_STATES} will do")
        twice = [state for number, state in enumerate(descriptor.states) if state in descriptor.states[:number]]
        if twice:
            raise ValueError(f"{descriptor.name}: the state '{twice[0]}' is named twice")


def _check_judgements(matrix: CrossImpactMatrix) -> None:
    judgements, n_states = matrix.judgements, len(matrix.labels)
    if judgements.shape != (n_states, n_states):
        found = " x ".join(map(str, judgements.shape))
        raise ValueError(
            f"judgements: {n_states} x {n_states} numbers are needed, one per pair of states; found {found}"
        )
    bad = ~np.isfinite(judgements) | (np.rint(judgements * 2) != judgements * 2)
    if bad.any():
        row, column = np.argwhere(bad)[0].tolist()
        raise ValueError(
            f"judgement of '{matrix.labels[row]}' on '{matrix.labels[column]}': {judgements[row, column]:g} found; "
            "whole numbers and halves will do"
        )
    largest = [np.abs(judgements[start:end]).max(axis=0) for start, end in pairwise(matrix.offsets.tolist())]
    pressure = np.sum(largest, axis=0)
    if pressure.max() > MOST_PRESSURE:
        column = int(pressure.argmax())
        raise ValueError(
            f"judgements on '{matrix.labels[column]}' can add up to {pressure[column]:g}; {MOST_PRESSURE:,} is the most"
        )


def _check_rules(matrix: CrossImpactMatrix) -> None:
    _check_known(matrix.fixed, matrix.descriptors, "fixed")
    for place, partial in enumerate(matrix.forbidden, 1):
        _check_known(partial, matrix.descriptors, f"forbidden combination {place}")
        if not partial:
            raise ValueError(f"forbidden combination {place}: it names no state, so it would forbid everything")
        if all(matrix.fixed.get(name) == state for name, state in partial.items()):
            raise ValueError(f"forbidden combination {place}: all of it is fixed, so nothing is left")


def _check_known(scenario: Scenario, descriptors: Sequence[Descriptor], where: str) -> None:
    states = {descriptor.name: descriptor.states for descriptor in descriptors}
    for name, state in scenario.items():
        if name not in states:
            raise ValueError(f"{where}: '{name}' is no descriptor; they are {', '.join(states)}")
        if state not in states[name]:
            raise ValueError(f"{where}: '{state}' is no state of '{name}'; they are {', '.join(states[name])}")

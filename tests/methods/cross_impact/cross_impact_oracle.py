"""Consistency as it is defined, in plain Python; and small random matrices."""

from collections.abc import Iterator, Mapping
from itertools import pairwise, product

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor

State = tuple[int, ...]


def all_scenarios(matrix: CrossImpactMatrix) -> Iterator[State]:
    """With the fixed states, and without forbidden combinations."""
    for scenario in product(*(range(len(descriptor.states)) for descriptor in matrix.descriptors)):
        named = matrix.scenario(scenario)
        if all(named[name] == state for name, state in matrix.fixed.items()) and not any(
            all(named[name] == state for name, state in partial.items()) for partial in matrix.forbidden
        ):
            yield scenario


def balances(matrix: CrossImpactMatrix, scenario: State) -> list[list[float]]:
    """Per descriptor, the impact balance of each of its states."""
    starts = [0, *np.cumsum([len(descriptor.states) for descriptor in matrix.descriptors]).tolist()]
    rows = [start + state for start, state in zip(starts, scenario, strict=False)]
    return [
        [sum(float(matrix.judgements[row, column]) for row in rows) for column in range(start, end)]
        for start, end in pairwise(starts)
    ]


def margins(matrix: CrossImpactMatrix, scenario: State) -> list[float]:
    """Per descriptor, its state's balance less the best other's; infinite if fixed, or without another."""
    found = []
    for descriptor, state, sums in zip(matrix.descriptors, scenario, balances(matrix, scenario), strict=True):
        rivals = [total for place, total in enumerate(sums) if place != state]
        is_free = descriptor.name not in matrix.fixed and rivals
        found.append(sums[state] - max(rivals) if is_free else float("inf"))
    return found


def consistent(matrix: CrossImpactMatrix, inconsistency: float = 0) -> list[State]:
    return [one for one in all_scenarios(matrix) if min(margins(matrix, one)) >= -inconsistency]


@st.composite
def matrices(
    draw: st.DrawFn, *, most_descriptors: int = 5, most_states: int = 4, is_free: bool = False
) -> CrossImpactMatrix:
    """Sparse or dense, with ties, at times with halves, forbidden combinations, fixed states and own sections."""
    sizes = draw(st.lists(st.integers(1, most_states), min_size=1, max_size=most_descriptors))
    descriptors = tuple(
        Descriptor(f"D{place}", tuple(f"s{state}" for state in range(size))) for place, size in enumerate(sizes)
    )
    n_states, unit = sum(sizes), draw(st.sampled_from([1.0, 0.5]))
    high, density = draw(st.integers(1, 4)), draw(st.sampled_from([0.3, 1.0]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    chosen = rng.random((n_states, n_states)) < density
    table = np.array(unit * rng.integers(-high, high + 1, size=(n_states, n_states)) * chosen, dtype=np.float64)
    own = np.repeat(np.arange(len(sizes)), sizes)
    if draw(st.booleans()):
        table[own[:, None] == own[None, :]] = 0
    if is_free:
        return CrossImpactMatrix(descriptors, table)
    fixed = {one.name: draw(st.sampled_from(one.states)) for one in descriptors if draw(st.integers(0, 5)) == 0}
    partials = [draw(partial_scenarios(descriptors)) for _ in range(draw(st.integers(0, 3)))]
    forbidden = tuple(one for one in partials if any(fixed.get(name) != state for name, state in one.items()))
    return CrossImpactMatrix(descriptors, table, forbidden, fixed)


@st.composite
def partial_scenarios(draw: st.DrawFn, descriptors: tuple[Descriptor, ...]) -> Mapping[str, str]:
    named = draw(st.lists(st.sampled_from(descriptors), min_size=1, max_size=3, unique_by=lambda one: one.name))
    return {one.name: draw(st.sampled_from(one.states)) for one in named}


def random_matrix(n_descriptors: int, n_states: int, seed: int, density: float = 1.0) -> CrossImpactMatrix:
    """Rows of a section add up to 0, as is the custom."""
    rng = np.random.default_rng(seed)
    table = np.zeros((n_descriptors, n_states, n_descriptors, n_states))
    for source in range(n_descriptors):
        for target in range(n_descriptors):
            if source != target and rng.random() < density:
                rows = rng.integers(-3, 4, size=(n_states, n_states))
                while (rows.sum(axis=1) != 0).any():
                    wrong = rows.sum(axis=1) != 0
                    rows[wrong] = rng.integers(-3, 4, size=(int(wrong.sum()), n_states))
                table[source, :, target, :] = rows
    states = tuple(f"s{state}" for state in range(n_states))
    descriptors = tuple(Descriptor(f"D{place}", states) for place in range(n_descriptors))
    return CrossImpactMatrix(descriptors, table.reshape((n_descriptors * n_states,) * 2))

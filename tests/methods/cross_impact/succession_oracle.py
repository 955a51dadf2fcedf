"""Succession as it is defined, in plain Python; and small random matrices."""

from collections.abc import Mapping
from itertools import product

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.cross_impact import CrossImpactMatrix, Descriptor, Rule

State = tuple[int, ...]


def balance(matrix: CrossImpactMatrix, scenario: State, place: int) -> list[float]:
    """Impact balance of each state of a descriptor."""
    rows = [int(start) + state for start, state in zip(matrix.offsets, scenario, strict=False)]
    start, end = int(matrix.offsets[place]), int(matrix.offsets[place + 1])
    return [sum(float(matrix.judgements[row, column]) for row in rows) for column in range(start, end)]


def wanted(matrix: CrossImpactMatrix, scenario: State, place: int) -> int:
    sums = balance(matrix, scenario, place)
    if matrix.held[place] >= 0 or sums[scenario[place]] == max(sums):
        return scenario[place]
    return sums.index(max(sums))


def successor(matrix: CrossImpactMatrix, scenario: State, rule: Rule) -> State:
    targets = [wanted(matrix, scenario, place) for place in range(len(scenario))]
    if rule is Rule.GLOBAL:
        return tuple(targets)
    if rule is Rule.INCREMENTAL:
        return tuple(now + (target > now) - (target < now) for now, target in zip(scenario, targets, strict=True))
    gains = [
        sums[target] - sums[now]
        for place, (now, target) in enumerate(zip(scenario, targets, strict=True))
        for sums in [balance(matrix, scenario, place)]
    ]
    mover = gains.index(max(gains))
    return tuple(
        target if place == mover else now for place, (now, target) in enumerate(zip(scenario, targets, strict=True))
    )


def is_consistent(matrix: CrossImpactMatrix, scenario: State) -> bool:
    return all(wanted(matrix, scenario, place) == state for place, state in enumerate(scenario))


def scenarios(matrix: CrossImpactMatrix) -> list[State]:
    """All with the fixed states."""
    ranges = [
        range(size) if held < 0 else [held]
        for size, held in zip(matrix.sizes.tolist(), matrix.held.tolist(), strict=True)
    ]
    return list(product(*ranges))


def is_forbidden(matrix: CrossImpactMatrix, scenario: State) -> bool:
    named = matrix.scenario(scenario)
    return any(all(named[name] == state for name, state in partial.items()) for partial in matrix.forbidden)


def basins(matrix: CrossImpactMatrix, rule: Rule) -> dict[frozenset[State], int]:
    """Attractors, each with the number of first scenarios without forbidden combinations that lead to it."""
    found: dict[frozenset[State], int] = {}
    for start in scenarios(matrix):
        way = [start]
        while (after := successor(matrix, way[-1], rule)) not in way:
            way.append(after)
        end = frozenset(way[way.index(after) :])
        found[end] = found.get(end, 0) + (not is_forbidden(matrix, start))
    return found


@st.composite
def matrices(draw: st.DrawFn, *, with_rules: bool = True) -> CrossImpactMatrix:
    """Up to four descriptors; many ties, and halves at times."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    descriptors = tuple(
        Descriptor(f"D{place}", tuple(f"s{state}" for state in range(size))) for place, size in enumerate(sizes)
    )
    n_states, half = sum(sizes), draw(st.sampled_from([1.0, 0.5]))
    judgements = half * np.array(draw(st.lists(st.integers(-2, 2), min_size=n_states**2, max_size=n_states**2)))
    table = judgements.reshape(n_states, n_states)
    own = np.repeat(np.arange(len(sizes)), sizes)
    if draw(st.booleans()):
        table[own[:, None] == own[None, :]] = 0
    forbidden: list[Mapping[str, str]] = []
    fixed: dict[str, str] = {}
    if with_rules and len(sizes) > 1:
        first, second = descriptors[:2]
        if draw(st.booleans()):
            forbidden.append({first.name: first.states[0], second.name: second.states[-1]})
        last = descriptors[-1]
        if len(sizes) > 2 and draw(st.booleans()):
            fixed[last.name] = draw(st.sampled_from(last.states))
    if with_rules and forbidden and sizes[0] == sizes[1] == 1:
        forbidden = []
    return CrossImpactMatrix(descriptors, table, tuple(forbidden), fixed)

"""Compiled passes over gaps: what states add to them, and which states can still stand."""

import numpy as np

from hiwar.methods.cross_impact.compiling import kernel
from hiwar.methods.cross_impact.tables import NEVER, GapArray, PlaceArray


@kernel
def least(starts: PlaceArray, adds: GapArray, marks: GapArray, depth: int, descriptor: int, out: GapArray) -> None:
    """Write the least that a descriptor's states add to every gap."""
    is_first = True
    for number in range(starts.size - 1):
        state = starts[number] + np.uint64(descriptor)
        if state >= starts[number + 1]:
            break
        if marks[depth, state] == NEVER:
            continue
        if is_first:
            for gap in range(out.size):
                out[gap] = adds[state, gap]
            is_first = False
        else:
            for gap in range(out.size):
                out[gap] = min(out[gap], adds[state, gap])


@kernel
def widest_gaps(runs: PlaceArray, gaps: GapArray, marks: GapArray, depth: int, out: GapArray) -> None:
    """Write every state's largest gap; `NEVER` where it has fallen away."""
    for state in range(out.size):
        out[state] = marks[depth, state]
    for run in range(len(runs)):
        first, start = runs[run, 0], runs[run, 1]
        for place in range(runs[run, 2]):
            out[start + place] = max(out[start + place], gaps[depth, first + place])


@kernel
def widest_trial(
    runs: PlaceArray,
    gaps: GapArray,
    marks: GapArray,
    depth: int,
    before: GapArray,
    adds: GapArray,
    state: int,
    out: GapArray,
) -> None:
    """The same as `widest_gaps` once a descriptor has one state: what that adds instead of ``before``."""
    for other in range(out.size):
        out[other] = marks[depth, other]
    for run in range(len(runs)):
        first, start = runs[run, 0], runs[run, 1]
        for place in range(runs[run, 2]):
            gap = np.int32(gaps[depth, first + place] - before[first + place] + adds[state, first + place])
            out[start + place] = max(out[start + place], gap)


@kernel
def all_stand(starts: PlaceArray, widest: GapArray, best: GapArray, tolerance: int) -> bool:
    """Whether every descriptor has a state whose gaps are within the tolerance."""
    for descriptor in range(best.size):
        best[descriptor] = widest[descriptor]
    for number in range(1, starts.size - 1):
        start = starts[number]
        for descriptor in range(starts[number + 1] - start):
            best[descriptor] = min(best[descriptor], widest[start + descriptor])
    worst = best[0]
    for descriptor in range(best.size):
        worst = max(worst, best[descriptor])
    return bool(worst <= tolerance)


@kernel
def standing(starts: PlaceArray, falls: GapArray, descriptor: int, tolerance: int) -> int:
    """How many states of a descriptor need not fall away."""
    count = 0
    for number in range(starts.size - 1):
        state = starts[number] + np.uint64(descriptor)
        if state >= starts[number + 1]:
            break
        if falls[state] <= tolerance:
            count += 1
    return count

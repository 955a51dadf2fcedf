"""Compiled search for all consistent scenarios: states that cannot be fall away, then one descriptor is settled."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hiwar.methods.cross_impact.compiling import kernel
from hiwar.methods.cross_impact.forms import BoolArray, FloatArray, IntArray
from hiwar.methods.cross_impact.kernels_gaps import all_stand, least, standing, widest_gaps, widest_trial
from hiwar.methods.cross_impact.tables import NEVER, GapArray, Tables

SmallArray = npt.NDArray[np.int8]


class Stack(NamedTuple):
    """Where a search stands; it can be left and taken up again. Row k is what holds after k decisions."""

    gaps: GapArray
    """(depth, gap): a lower bound of every gap."""
    marks: GapArray
    """(depth, state): `NEVER` if it has fallen away, else -`NEVER`."""
    left: IntArray
    """(depth, descriptor): states not fallen away."""
    chosen: IntArray
    """(depth, 2): descriptor to be settled, and the number of the state to be tried next."""
    cursor: IntArray
    """Depth (-1: all done), whether a new depth was entered, decisions so far."""
    conflicts: FloatArray
    """(descriptor,): how often no state of it could stand."""


class Scratch(NamedTuple):
    """Room to compute in, so that none is allocated on the way."""

    before: GapArray
    """(gap,): the least that the states of a descriptor add."""
    after: GapArray
    """(gap,): the same, once some of them have fallen away."""
    widest: GapArray
    """(state,): its largest gap."""
    falls: GapArray
    """(state,): above the tolerance where a state has to fall away."""
    best: GapArray
    """(descriptor,): the largest gap of its best state."""
    stale: BoolArray
    """(descriptor,): its states have to be looked at again."""


@kernel
def drop(
    tables: Tables, stack: Stack, scratch: Scratch, depth: int, descriptor: int, falls: GapArray, tolerance: int
) -> None:
    """Let states of a descriptor fall away, raise the bounds of gaps, and say whose states to look at again."""
    starts, adds, touches, marks, gaps = tables.starts, tables.adds, tables.touches, stack.marks, stack.gaps
    before, after, stale = scratch.before, scratch.after, scratch.stale
    least(starts, adds, marks, depth, descriptor, before)
    for number in range(tables.sizes[descriptor]):
        state = starts[number] + np.uint64(descriptor)
        if falls[state] > tolerance and marks[depth, state] != NEVER:
            marks[depth, state] = NEVER
            stack.left[depth, descriptor] -= 1
    least(starts, adds, marks, depth, descriptor, after)
    for gap in range(before.size):
        gaps[depth, gap] += after[gap] - before[gap]
    for other in range(stale.size):
        stale[other] |= touches[descriptor, other]


@kernel
def drop_beaten(tables: Tables, stack: Stack, scratch: Scratch, depth: int, tolerance: int) -> bool:
    """Drop states that a rival beats in whatever can still be. False: a descriptor has no state left."""
    starts, runs, gaps, marks, left = tables.starts, tables.runs, stack.gaps, stack.marks, stack.left
    widest, best = scratch.widest, scratch.best
    while True:
        widest_gaps(runs, gaps, marks, depth, widest)
        if not all_stand(starts, widest, best, tolerance):
            for descriptor in range(best.size):
                stack.conflicts[descriptor] += best[descriptor] > tolerance
            return False
        is_changed = False
        for descriptor in range(best.size):
            n_left = left[depth, descriptor]
            if n_left > 1 and standing(starts, widest, descriptor, tolerance) < n_left:
                drop(tables, stack, scratch, depth, descriptor, widest, tolerance)
                is_changed = True
        if not is_changed:
            return True


@kernel
def drop_unsupported(tables: Tables, stack: Stack, scratch: Scratch, depth: int, tolerance: int) -> bool:
    """Drop states with which some descriptor has no state that can stand; whether there were any."""
    starts, runs, adds, gaps, marks, left = tables.starts, tables.runs, tables.adds, stack.gaps, stack.marks, stack.left
    before, widest, falls, best, stale = scratch.before, scratch.widest, scratch.falls, scratch.best, scratch.stale
    is_changed = False
    for descriptor in range(best.size):
        if not stale[descriptor] or left[depth, descriptor] < 2:
            continue
        stale[descriptor] = False
        least(starts, adds, marks, depth, descriptor, before)
        n_left = 0
        for number in range(starts.size - 1):
            state = starts[number] + np.uint64(descriptor)
            if state >= starts[number + 1]:
                break
            if marks[depth, state] == NEVER:
                continue
            widest_trial(runs, gaps, marks, depth, before, adds, state, widest)
            can_stand = widest[state] <= tolerance and all_stand(starts, widest, best, tolerance)
            falls[state] = -NEVER if can_stand else NEVER
            n_left += can_stand
        if n_left < left[depth, descriptor]:
            is_changed = True
            if n_left == 0:
                left[depth, descriptor] = 0
                stack.conflicts[descriptor] += 1
                break
            drop(tables, stack, scratch, depth, descriptor, falls, tolerance)
    return is_changed


@kernel
def last_open(tables: Tables, stack: Stack, depth: int, clause: int) -> int:
    """The item of a forbidden combination that must not come true, as all others have; -1 if there is none yet."""
    n_open, last = 0, -1
    for item in range(tables.clauses[clause], tables.clauses[clause + 1]):
        descriptor, number = tables.items[item, 0], tables.items[item, 1]
        if stack.marks[depth, tables.starts[number] + np.uint64(descriptor)] == NEVER:
            return -1
        if stack.left[depth, descriptor] > 1 or last < 0:
            n_open += stack.left[depth, descriptor] > 1
            last = item
    return last if n_open < 2 else -1


@kernel
def drop_forbidden(tables: Tables, stack: Stack, scratch: Scratch, depth: int, tolerance: int) -> bool:
    """Drop states that would complete a forbidden combination; whether there were any."""
    is_changed = False
    for clause in range(tables.clauses.size - 1):
        item = last_open(tables, stack, depth, clause)
        if item < 0:
            continue
        is_changed = True
        descriptor, number = tables.items[item, 0], tables.items[item, 1]
        if stack.left[depth, descriptor] == 1:
            stack.left[depth, descriptor] = 0
            break
        scratch.falls[:] = -NEVER
        scratch.falls[tables.starts[number] + np.uint64(descriptor)] = NEVER
        drop(tables, stack, scratch, depth, descriptor, scratch.falls, tolerance)
    return is_changed


@kernel
def has_empty(left: IntArray, depth: int) -> bool:
    """Whether a descriptor has no state left."""
    n_empty = 0
    for descriptor in range(left.shape[1]):
        n_empty += left[depth, descriptor] == 0
    return bool(n_empty > 0)


@kernel
def propagate(tables: Tables, stack: Stack, scratch: Scratch, depth: int, tolerance: int) -> bool:
    """Drop states until nothing more follows. False: no consistent scenario is left here."""
    while drop_beaten(tables, stack, scratch, depth, tolerance):
        is_changed = drop_forbidden(tables, stack, scratch, depth, tolerance)
        if not is_changed:
            is_changed = drop_unsupported(tables, stack, scratch, depth, tolerance)
        if not is_changed:
            return True
        if has_empty(stack.left, depth):
            return False
    return False


@kernel
def choose(left: IntArray, depth: int, weights: FloatArray, conflicts: FloatArray) -> int:
    """The descriptor to settle next: few states left, much weight, often in conflict; -1 when all are settled."""
    best, most = -1, 0.0
    for descriptor in range(left.shape[1]):
        n_left = left[depth, descriptor]
        if n_left > 1:
            merit = weights[descriptor] * (1.0 + conflicts[descriptor]) / (n_left * n_left * n_left)
            if best < 0 or merit > most:
                best, most = descriptor, merit
    return best


@kernel
def write_scenario(tables: Tables, marks: GapArray, depth: int, out: SmallArray, place: int) -> None:
    """Write the one state left of every descriptor, in the order of the matrix."""
    for descriptor in range(tables.order.size):
        for number in range(tables.sizes[descriptor]):
            if marks[depth, tables.starts[number] + np.uint64(descriptor)] != NEVER:
                out[place, tables.order[descriptor]] = number


@kernel
def settle(tables: Tables, stack: Stack, scratch: Scratch, depth: int, descriptor: int, state: int) -> None:
    """Write the next depth: everything as here, but the descriptor has one state."""
    starts, adds, touches, gaps, marks, left = (
        tables.starts, tables.adds, tables.touches, stack.gaps, stack.marks, stack.left,
    )  # fmt: skip
    before, stale = scratch.before, scratch.stale
    least(starts, adds, marks, depth, descriptor, before)
    for gap in range(before.size):
        gaps[depth + 1, gap] = gaps[depth, gap] + adds[state, gap] - before[gap]
    for other in range(marks.shape[1]):
        marks[depth + 1, other] = marks[depth, other]
    for other in range(left.shape[1]):
        left[depth + 1, other] = left[depth, other]
        stale[other] = touches[descriptor, other]
    for number in range(tables.sizes[descriptor]):
        marks[depth + 1, starts[number] + np.uint64(descriptor)] = NEVER
    marks[depth + 1, state] = -NEVER
    left[depth + 1, descriptor] = 1


@kernel
def descend(tables: Tables, stack: Stack, scratch: Scratch, depth: int, tolerance: int) -> bool:
    """Settle the descriptor chosen here to its next state. False: that leads to nothing."""
    descriptor, number = stack.chosen[depth, 0], stack.chosen[depth, 1]
    stack.chosen[depth, 1] += 1
    state = tables.starts[number] + np.uint64(descriptor)
    if stack.marks[depth, state] == NEVER:
        return False
    stack.cursor[2] += 1
    settle(tables, stack, scratch, depth, descriptor, state)
    return propagate(tables, stack, scratch, depth + 1, tolerance)


@kernel
def search(tables: Tables, stack: Stack, scratch: Scratch, tolerance: int, most_steps: int, out: SmallArray) -> int:
    """Go on for some steps, or until ``out`` (scenario, descriptor) is full; how many scenarios were written."""
    cursor, chosen = stack.cursor, stack.chosen
    depth, is_new, found = cursor[0], cursor[1], 0
    for _ in range(most_steps):
        if depth < 0 or found == out.shape[0]:
            break
        if is_new:
            chosen[depth, 0] = choose(stack.left, depth, tables.weights, stack.conflicts)
            chosen[depth, 1] = 0
            if chosen[depth, 0] < 0:
                write_scenario(tables, stack.marks, depth, out, found)
                found += 1
        if chosen[depth, 0] < 0 or chosen[depth, 1] == tables.sizes[chosen[depth, 0]]:
            depth, is_new = depth - 1, 0
        else:
            is_new = int(descend(tables, stack, scratch, depth, tolerance))
            depth += is_new
    cursor[0], cursor[1] = depth, is_new
    return found

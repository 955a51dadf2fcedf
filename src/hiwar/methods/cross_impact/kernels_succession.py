"""Succession over scenarios as rows of state numbers: one step, whole tables of steps, and where each way ends."""

import numba as nb
import numpy as np
import numpy.typing as npt

from hiwar.methods.cross_impact.forms import IntArray

Balances = npt.NDArray[np.int32]
Table = npt.NDArray[np.int32] | npt.NDArray[np.int64]

GLOBAL, INCREMENTAL, LOCAL = 0, 1, 2
ON_THE_WAY = -1
"""Mark of a scenario on the way that is being followed; below it are marks of attractors, -2 for the first."""


@nb.njit(cache=True, nogil=True)
def _best_state(balances: Balances, start: int, end: int, present: int) -> int:
    """The present state if no other presses more, else the first of those that press most."""
    best, most = present, balances[start + present]
    for state in range(end - start):
        if balances[start + state] > most:
            best, most = state, balances[start + state]
    return best


@nb.njit(cache=True, nogil=True)
def advance(
    rule: int, offsets: IntArray, held: IntArray, balances: Balances, present: IntArray, after: IntArray
) -> None:
    """Write the next scenario into ``after``."""
    most, mover, target = 0, -1, 0
    for place in range(present.size):
        now = after[place] = present[place]
        if held[place] >= 0:
            continue
        start = offsets[place]
        best = _best_state(balances, start, offsets[place + 1], now)
        lead = balances[start + best] - balances[start + now]
        if rule == GLOBAL:
            after[place] = best
        elif rule == INCREMENTAL:
            after[place] = now + (best > now) - (best < now)
        elif lead > most:
            most, mover, target = lead, place, best
    if mover >= 0:
        after[mover] = target


@nb.njit(cache=True, nogil=True)
def sum_rows(judgements: Balances, offsets: IntArray, scenario: IntArray, balances: Balances) -> None:
    """Write the impact balance of every state in a scenario into ``balances``."""
    balances[:] = 0
    for place in range(scenario.size):
        row = judgements[offsets[place] + scenario[place]]
        for column in range(balances.size):
            balances[column] += row[column]


@nb.njit(cache=True, nogil=True)
def fill_steps(
    rule: int,
    judgements: Balances,
    offsets: IntArray,
    held: IntArray,
    strides: IntArray,
    first: int,
    last: int,
    table: Table,
) -> None:
    """Write into ``table`` where each scenario from ``first`` to ``last`` leads; scenarios are numbered by strides.

    Balances are carried from one scenario to the next: only the rows of the states that change are added.
    """
    n_places = held.size
    now, after = np.zeros(n_places, np.int64), np.zeros(n_places, np.int64)
    left = first
    for place in range(n_places):
        now[place] = held[place]
        if held[place] < 0:
            now[place] = left // strides[place]
            left -= now[place] * strides[place]
    balances = np.zeros(judgements.shape[1], np.int32)
    sum_rows(judgements, offsets, now, balances)
    for number in range(first, last):
        advance(rule, offsets, held, balances, now, after)
        target = 0
        for place in range(n_places):
            target += after[place] * strides[place]
        table[number] = target
        place = n_places - 1
        while place >= 0 and number + 1 < last:
            size = offsets[place + 1] - offsets[place]
            old = offsets[place] + now[place]
            new = old + 1 if now[place] + 1 < size else offsets[place]
            if held[place] < 0:
                now[place] = new - offsets[place]
                for column in range(balances.size):
                    balances[column] += judgements[new, column] - judgements[old, column]
                if now[place] > 0:
                    break
            place -= 1


@nb.njit(cache=True, nogil=True)
def mark_attractors(
    table: Table, first: int, last: int, firsts: IntArray, lengths: IntArray, found: int
) -> tuple[int, int]:
    """Replace steps by the mark of the attractor they end in; ``found`` attractors are known.

    The lowest number in each new attractor goes to ``firsts``, its length to ``lengths``. Gives the scenario to go on
    with (before ``last`` where ``firsts`` is full) and how many attractors are known then.
    """
    way = np.empty(1024, np.int64)
    for number in range(first, last):
        if table[number] < 0:
            continue
        if found == firsts.size:
            return number, found
        here, length = number, 0
        while table[here] >= 0:
            if length == way.size:
                way = np.concatenate((way, np.empty_like(way)))
            way[length] = here
            length += 1
            there = table[here]
            table[here] = ON_THE_WAY
            here = there
        mark = table[here]
        if mark == ON_THE_WAY:
            begin = length - 1
            while way[begin] != here:
                begin -= 1
            firsts[found], lengths[found] = way[begin:length].min(), length - begin
            mark = -2 - found
            found += 1
        for place in range(length):
            table[way[place]] = mark
    return last, found


@nb.njit(cache=True, nogil=True)
def _differs(one: IntArray, other: IntArray) -> int:
    """Below 0 where the first comes first in the order of scenarios, above 0 where the second does, else 0."""
    for place in range(one.size):
        if one[place] != other[place]:
            return int(one[place] - other[place])
    return 0


@nb.njit(cache=True, nogil=True)
def settle(
    rule: int, judgements: Balances, offsets: IntArray, held: IntArray, starts: IntArray, longest: int
) -> IntArray:
    """(start,): length of the attractor that each way ends in, 0 where it is not reached in ``longest`` steps.

    ``starts`` is (start, descriptor); each row is replaced by the attractor's first scenario. Brent (1980), *BIT* 20.
    """
    lengths = np.zeros(len(starts), np.int64)
    balances = np.zeros(judgements.shape[1], np.int32)
    after = np.zeros(held.size, np.int64)
    for number in range(len(starts)):
        anchor, now = starts[number].copy(), starts[number].copy()
        length, room, steps = 0, 1, 0
        while steps < longest:
            sum_rows(judgements, offsets, now, balances)
            advance(rule, offsets, held, balances, now, after)
            now[:] = after
            length += 1
            steps += 1
            if _differs(anchor, now) == 0:
                lengths[number] = length
                break
            if length == room:
                anchor[:] = now
                length, room = 0, 2 * room
        starts[number] = anchor
        for _ in range(lengths[number] - 1):
            sum_rows(judgements, offsets, now, balances)
            advance(rule, offsets, held, balances, now, after)
            now[:] = after
            if _differs(now, starts[number]) < 0:
                starts[number] = now
    return lengths


@nb.njit(cache=True, nogil=True)
def fill_way(rule: int, judgements: Balances, offsets: IntArray, held: IntArray, way: IntArray) -> None:
    """Write what follows from the first row of ``way``, (step, descriptor), into the rows below it."""
    balances = np.zeros(judgements.shape[1], np.int32)
    for step in range(1, len(way)):
        sum_rows(judgements, offsets, way[step - 1], balances)
        advance(rule, offsets, held, balances, way[step - 1], way[step])


@nb.njit(cache=True, nogil=True)
def _mix(state: np.uint64) -> np.uint64:
    """Random bits for a counter: SplitMix64; Steele, Lea & Flood (2014), OOPSLA."""
    mixed = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


@nb.njit(cache=True, nogil=True)
def settle_at_random(
    judgements: Balances,
    offsets: IntArray,
    held: IntArray,
    starts: IntArray,
    seeds: npt.NDArray[np.uint64],
    longest: int,
) -> IntArray:
    """As `settle`, but at each step one of the descriptors that would move, drawn evenly, moves; 1 or 0 only."""
    lengths = np.zeros(len(starts), np.int64)
    balances = np.zeros(judgements.shape[1], np.int32)
    movers, after = np.zeros(held.size, np.int64), np.zeros(held.size, np.int64)
    for number in range(len(starts)):
        state = seeds[number]
        for _ in range(longest + 1):
            sum_rows(judgements, offsets, starts[number], balances)
            advance(GLOBAL, offsets, held, balances, starts[number], after)
            count = 0
            for place in range(held.size):
                if after[place] != starts[number, place]:
                    movers[count] = place
                    count += 1
            if count == 0:
                lengths[number] = 1
                break
            state += np.uint64(0x9E3779B97F4A7C15)
            mover = movers[(_mix(state) >> np.uint64(11)) % np.uint64(count)]
            starts[number, mover] = after[mover]
    return lengths

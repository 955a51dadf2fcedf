"""Compiled sweep through every scenario of a small matrix, one after another."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hiwar.methods.cross_impact.compiling import kernel
from hiwar.methods.cross_impact.forms import BoolArray, IntArray

SmallArray = npt.NDArray[np.int8]
BalanceArray = npt.NDArray[np.int32]


class Odometer(NamedTuple):
    """Where a sweep stands; the last descriptor turns fastest."""

    numbers: IntArray
    """(descriptor,): states of the scenario at hand."""
    balances: BalanceArray
    """(state,): its impact balances."""
    cursor: IntArray
    """Scenarios looked at so far; 1 once all were."""


@kernel
def stands(balances: BalanceArray, offsets: IntArray, numbers: IntArray, is_checked: BoolArray, tolerance: int) -> bool:
    """Whether no checked descriptor's state lies further below its best rival than the tolerance."""
    for descriptor in range(numbers.size):
        if is_checked[descriptor]:
            most = balances[offsets[descriptor] + numbers[descriptor]] + tolerance
            for state in range(offsets[descriptor], offsets[descriptor + 1]):
                if balances[state] > most:
                    return False
    return True


@kernel
def turn(whole: BalanceArray, offsets: IntArray, held: IntArray, odometer: Odometer) -> bool:
    """Go to the next scenario. False: that was the last."""
    numbers, balances = odometer.numbers, odometer.balances
    for descriptor in range(numbers.size - 1, -1, -1):
        if held[descriptor] >= 0:
            continue
        old = offsets[descriptor] + numbers[descriptor]
        is_carried = old + 1 == offsets[descriptor + 1]
        new = offsets[descriptor] if is_carried else old + 1
        numbers[descriptor] = new - offsets[descriptor]
        for state in range(balances.size):
            balances[state] += whole[new, state] - whole[old, state]
        if not is_carried:
            return True
    return False


@kernel
def sweep(
    whole: BalanceArray,
    offsets: IntArray,
    held: IntArray,
    is_checked: BoolArray,
    odometer: Odometer,
    tolerance: int,
    most_steps: int,
    out: SmallArray,
) -> int:
    """Go on for some scenarios, or until ``out`` (scenario, descriptor) is full; how many were written."""
    found = 0
    for _ in range(most_steps):
        if odometer.cursor[1] == 1 or found == out.shape[0]:
            break
        if stands(odometer.balances, offsets, odometer.numbers, is_checked, tolerance):
            for descriptor in range(out.shape[1]):
                out[found, descriptor] = odometer.numbers[descriptor]
            found += 1
        odometer.cursor[0] += 1
        odometer.cursor[1] = 0 if turn(whole, offsets, held, odometer) else 1
    return found

"""The two passes of the critical path method, for many sets of lengths at once."""

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.scheduling.forms import Network


def heads(network: Network, days: FloatArray) -> FloatArray:
    """(case, activity): the earliest day on which each can begin; ``days`` is (case, activity)."""
    start = np.broadcast_to(network.not_before, days.shape).copy()
    for place in network.order:
        for before in network.before[place]:
            np.maximum(start[:, place], start[:, before] + days[:, before], out=start[:, place])
    return start


def tails(network: Network, days: FloatArray) -> FloatArray:
    """(case, activity): days from the end of an activity to the end of the longest way onward from it."""
    after = np.zeros_like(days)
    for place in reversed(network.order):
        for then in network.next[place]:
            np.maximum(after[:, place], days[:, then] + after[:, then], out=after[:, place])
    return after


def ends(network: Network, days: FloatArray) -> FloatArray:
    """(case,): the day on which everything is finished."""
    return np.asarray((heads(network, days) + days).max(axis=1))

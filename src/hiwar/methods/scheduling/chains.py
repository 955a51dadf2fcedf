"""Every way through a network, and the sets of lengths that decide bounds on floats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from hiwar.methods.arrays import BoolArray, FloatArray
from hiwar.methods.scheduling.forms import Network

MOST_CHAINS = 20_000
"""Ways through a network beyond which they are no longer gone through one by one."""
Chain = tuple[int, ...]
"""Places of activities, each directly before the next."""


class TooManyChains(Exception):  # noqa: N818 - it is no fault of the caller
    """There are more ways through the network than are gone through one by one."""


@dataclass(frozen=True, eq=False)
class Chains:
    """Chains of activities, with what the network makes of each."""

    network: Network
    places: tuple[Chain, ...]
    holds: BoolArray
    """(chain, activity): whether the chain goes through the activity."""

    def longest(self, bounds: FloatArray) -> FloatArray:
        """(chain, activity): lengths with the chain as long, and all else as short, as can be."""
        return np.asarray(np.where(self.holds, bounds[1], bounds[0]))

    def shortest(self, bounds: FloatArray) -> FloatArray:
        """(chain, activity): lengths with the chain as short, and all else as long, as can be."""
        return np.asarray(np.where(self.holds, bounds[0], bounds[1]))

    def ends(self, days: FloatArray) -> FloatArray:
        """(chain,): the day on which each chain by itself ends, each under its own row of ``days``."""
        first = np.array([self.network.not_before[chain[0]] for chain in self.places])
        return np.asarray(first + np.where(self.holds, days, 0.0).sum(axis=1))


def ways_through(network: Network) -> Chains:
    """Chains from a beginning to an end of the network."""
    return _chains(network, (walk for place in _beginnings(network) for walk in _walks(place, network.next)))


def ways_onward(network: Network) -> Chains:
    """Chains from any activity to an end of the network."""
    return _chains(network, (walk for place in network.order for walk in _walks(place, network.next)))


def ways_up_to(network: Network) -> Chains:
    """Chains from a beginning of the network up to any activity."""
    begin = set(_beginnings(network))
    back = (walk[::-1] for place in network.order for walk in _walks(place, network.before, begin))
    return _chains(network, back)


def _beginnings(network: Network) -> list[int]:
    """Activities with nothing before them, and those that have a day of their own before which they cannot begin."""
    return [place for place, before in enumerate(network.before) if not before or network.not_before[place] > 0]


def _walks(start: int, onward: Sequence[Chain], stops: set[int] | None = None) -> Iterator[Chain]:
    """Chains from an activity to one from which nothing leads on, and to every stop on the way."""
    waiting: list[Chain] = [(start,)]
    while waiting:
        chain = waiting.pop()
        if not onward[chain[-1]] or (stops is not None and chain[-1] in stops):
            yield chain
        waiting += [(*chain, then) for then in reversed(onward[chain[-1]])]


def _chains(network: Network, walks: Iterator[Chain]) -> Chains:
    found = tuple(islice(walks, MOST_CHAINS + 1))
    if len(found) > MOST_CHAINS:
        raise TooManyChains
    holds = np.zeros((len(found), len(network.activities)), dtype=np.bool_)
    for number, chain in enumerate(found):
        holds[number, list(chain)] = True
    return Chains(network, found, holds)

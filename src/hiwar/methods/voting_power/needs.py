"""What is still needed when some players have voted: whatever can still become of the vote depends on that alone."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

LOST, WON = False, True
State = bool | tuple[float, ...]
"""Settled, or per measure what is still needed: ``-inf`` where it is met or no longer matters, ``inf`` where it cannot
be met any more."""
Vector = tuple[int, ...]
"""What a choice adds to each measure."""

_MOST_SUMS = 4096
"""Sums of the players to come that are listed in order to see which needs come to the same."""


@dataclass(frozen=True)
class Needs:
    """How needs change from player to player; players stand in the order in which they are read."""

    quotas: tuple[int, ...]
    """(measure,): the sum that meets it."""
    routes: tuple[frozenset[int], ...]
    """Measures that must all be met; one route is enough."""
    low: tuple[Vector, ...]
    """(player, measure): least that this player and those after it can add; one row more at the end."""
    high: tuple[Vector, ...]
    sums: tuple[tuple[Sequence[int], ...], ...]
    """(player, measure): every sum that those can add, ascending; empty where these are too many."""

    @property
    def start(self) -> State:
        """Before anybody votes."""
        return self._settled(0, list(self.quotas))

    def step(self, player: int, state: State, added: Vector) -> State:
        """After one player has made a choice."""
        if isinstance(state, bool):
            return state
        return self._settled(player + 1, [need - more for need, more in zip(state, added, strict=True)])

    def _settled(self, player: int, needs: list[float]) -> State:
        low, high = self.low[player], self.high[player]
        for measure, need in enumerate(needs):
            if need <= low[measure]:
                needs[measure] = -inf
            elif need > high[measure]:
                needs[measure] = inf
        live = [route for route in self.routes if all(needs[measure] != inf for measure in route)]
        if not live:
            return LOST
        if any(all(needs[measure] == -inf for measure in route) for route in live):
            return WON
        for measure, need in enumerate(needs):
            if -inf < need < inf:
                matters = any(measure in route for route in live)
                needs[measure] = self._rounded(player, measure, need) if matters else -inf
        return tuple(needs)

    def _rounded(self, player: int, measure: int, need: float) -> float:
        """The least sum still to come that is enough: needs between two sums come to the same."""
        sums = self.sums[player][measure]
        return sums[bisect_left(sums, need)] if sums else need


def needs_of(quotas: Sequence[int], routes: Sequence[frozenset[int]], choices: Sequence[Sequence[Vector]]) -> Needs:
    """Needs for quotas and routes, and the choices of each player in the order in which they are read."""
    low, high = [(0,) * len(quotas)], [(0,) * len(quotas)]
    sums: list[tuple[Sequence[int], ...]] = [((0,),) * len(quotas)]
    for own in reversed(choices):
        columns = list(zip(*own, strict=True))
        low.append(tuple(least + min(column) for least, column in zip(low[-1], columns, strict=True)))
        high.append(tuple(most + max(column) for most, column in zip(high[-1], columns, strict=True)))
        sums.append(tuple(_more_sums(old, set(column)) for old, column in zip(sums[-1], columns, strict=True)))
    return Needs(tuple(quotas), tuple(routes), tuple(low[::-1]), tuple(high[::-1]), tuple(sums[::-1]))


def _more_sums(old: Sequence[int], added: set[int]) -> Sequence[int]:
    if not old or len(old) * len(added) > _MOST_SUMS:
        return ()
    return tuple(sorted({total + more for total in old for more in added}))

"""Minimal winning coalitions of any body, as a diagram.

Read along with a coalition are the needs that it would have if one of its members so far had stayed out. A coalition is
minimal if it wins, and none of these does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hiwar.methods.voting_power.counts import Counts, unpacked
from hiwar.methods.voting_power.diagram import (
    MOST_NODES,
    Choice,
    Diagram,
    build_from,
    count_won,
    differences,
    ways_that_win,
)
from hiwar.methods.voting_power.needs import State
from hiwar.methods.voting_power.scaling import Scaled
from hiwar.methods.voting_power.simple import Ordered, ordered

_Both = bool | tuple[State, frozenset[State]]
"""Settled, or what the coalition needs, and what it would need with one member less."""


@dataclass(frozen=True)
class MinimalDiagram:
    """The diagram, and in which order it reads the players."""

    order: tuple[int, ...]
    diagram: Diagram

    @classmethod
    def of(cls, game: Scaled, most_nodes: int = MOST_NODES // 4) -> "MinimalDiagram":
        """Read all players.

        Raises
        ------
        TooLargeError
            It has too many nodes.
        """
        body = ordered(game)
        nothing = (0,) * len(body.needs.quotas)
        choices = [(Choice(own, 1, 1), Choice(nothing, 0, 0)) for own in body.weights]
        start: _Both = (body.needs.start, frozenset())
        return cls(body.order, build_from(start, lambda *step: _step(body, *step), choices, most_nodes))

    def counts(self) -> Counts:
        """Coalitions by size, and those with each player by size."""
        n, bits = len(self.order), self.diagram.bits
        held = dict(zip(self.order, differences(self.diagram), strict=True))
        holding = (unpacked(held[player] << bits, bits, n + 1) for player in range(n))
        return Counts(n, unpacked(count_won(self.diagram), bits, n + 1), tuple(holding))

    def coalitions(self) -> Iterator[list[int]]:
        """Each of them."""
        for chosen in ways_that_win(self.diagram):
            yield [player for player, choice in zip(self.order, chosen, strict=True) if choice == 0]


def _step(body: Ordered, player: int, both: _Both, choice: Choice) -> _Both:
    if isinstance(both, bool):
        return both
    needs, smaller = both
    after = body.needs.step(player, needs, choice.adds)
    less = {body.needs.step(player, state, choice.adds) for state in smaller}
    if choice.size:
        less.add(body.needs.step(player, needs, (0,) * len(choice.adds)))
    if after is False or True in less:
        return False
    if after is True:
        return player + 1 == len(body.weights) or (True, frozenset())
    return after, _nearest(state for state in less if not isinstance(state, bool))


def _nearest(states: Iterator[tuple[float, ...]]) -> frozenset[State]:
    """Only those that no other one needs at most as much as: if any of all wins, one of these does."""
    listed = list(states)
    return frozenset(
        state
        for state in listed
        if not any(
            other != state and all(least <= need for least, need in zip(other, state, strict=True)) for other in listed
        )
    )

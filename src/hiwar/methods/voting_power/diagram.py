"""Counting by a decision diagram: players are read one by one, and equal needs are one node.

So a body of few players is counted whatever its weights, with any combination of quotas, and with more than two
choices per player; it is the usual reduced diagram, read in a fixed order (Bolus 2011). At a player there are at most
as many nodes as coalitions of those before it, and towards the end, for one quota, as different sums of those after it.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from hiwar.methods.voting_power.counts import field_bits
from hiwar.methods.voting_power.needs import Needs, Vector

MOST_NODES = 1_000_000
"""Nodes beyond which a diagram is given up: about a gigabyte and a minute."""

State = TypeVar("State", bound=Hashable)


class TooLargeError(Exception):
    """The diagram has more nodes than `MOST_NODES`."""


@dataclass(frozen=True)
class Choice:
    """Something a player may do."""

    adds: Vector
    """To each measure."""
    size: int
    """How many it adds to those that are counted: 1 or 0."""
    weight: int
    """How it is weighed when the player's own difference is measured."""
    is_counted: bool = True
    """Others may make this choice too; else it is only looked at."""


@dataclass(frozen=True)
class Diagram:
    """Nodes by player; the first two of each are *lost* and *won*."""

    choices: tuple[tuple[Choice, ...], ...]
    """(player, choice)"""
    children: tuple[tuple[tuple[int, ...], ...], ...]
    """(player, node, choice): node of the next player."""
    start: int
    """Node of the first player at which reading begins."""

    @property
    def bits(self) -> int:
        """Width of a field that holds any count."""
        return field_bits(16 << sum(len(own).bit_length() for own in self.choices))


def build(needs: Needs, choices: Sequence[Sequence[Choice]], most_nodes: int = MOST_NODES) -> Diagram:
    """Read all players.

    Raises
    ------
    TooLargeError
        It has too many nodes.
    """
    return build_from(
        needs.start, lambda player, state, choice: needs.step(player, state, choice.adds), choices, most_nodes
    )


def build_from(
    start: State, step: Callable[[int, State, Choice], State], choices: Sequence[Sequence[Choice]], most_nodes: int
) -> Diagram:
    """Read all players from any states that know what follows them; false is lost and true is won."""
    layer: dict[Hashable, int] = {False: 0, True: 1}
    first = layer.setdefault(start, 2)
    children = []
    n_nodes = 0
    for player, own in enumerate(choices):
        following: dict[Hashable, int] = {False: 0, True: 1}
        rows = []
        for state in layer:
            states = [state if isinstance(state, bool) else step(player, cast(State, state), choice) for choice in own]
            rows.append(tuple(following.setdefault(after, len(following)) for after in states))
            if n_nodes + len(rows) + len(following) > most_nodes:
                raise TooLargeError
        n_nodes += len(rows)
        children.append(tuple(rows))
        layer = following
    return Diagram(tuple(map(tuple, choices)), tuple(children), first)


def count_won(diagram: Diagram) -> int:
    """Ways that win, by size, packed in one integer with fields of `Diagram.bits`."""
    return _ahead(diagram)[0][diagram.start]


def differences(diagram: Diagram) -> tuple[int, ...]:
    """Per player, by size of the others: ways of the others, times what its choices weigh where they win; packed."""
    ahead = _ahead(diagram)
    behind = [0] * len(diagram.children[0])
    behind[diagram.start] = 1
    found = []
    for player, (own, rows) in enumerate(zip(diagram.choices, diagram.children, strict=True)):
        after = ahead[player + 1]
        total = 0
        for ways, row in zip(behind, rows, strict=True):
            if ways:
                won = sum(choice.weight * after[child] for choice, child in zip(own, row, strict=True))
                if won:
                    total += ways * won
        found.append(total)
        behind = _onward(behind, own, rows, len(after), diagram.bits)
    return tuple(found)


def _ahead(diagram: Diagram) -> list[list[int]]:
    """(player, node): ways of this player and those after it that win, by size; one row more at the end."""
    layers = [[0, 1]]
    for own, rows in zip(reversed(diagram.choices), reversed(diagram.children), strict=True):
        after = layers[-1]
        shifts = [choice.size * diagram.bits if choice.is_counted else -1 for choice in own]
        layers.append(
            [sum(after[child] << shift for child, shift in zip(row, shifts, strict=True) if shift >= 0) for row in rows]
        )
    return layers[::-1]


def _onward(
    behind: Sequence[int], own: Sequence[Choice], rows: Sequence[tuple[int, ...]], n_after: int, bits: int
) -> list[int]:
    """Ways of the players read so far that lead to each node."""
    onward = [0] * n_after
    for ways, row in zip(behind, rows, strict=True):
        if ways:
            for choice, child in zip(own, row, strict=True):
                if choice.is_counted:
                    onward[child] += ways << (choice.size * bits)
    return onward


def ways_that_win(diagram: Diagram) -> Iterator[tuple[int, ...]]:
    """Each way that wins, as the number of the choice of every player; there may be very many."""
    ahead = _ahead(diagram)
    stack: list[tuple[int, tuple[int, ...]]] = [(diagram.start, ())]
    while stack:
        node, chosen = stack.pop()
        player = len(chosen)
        if player == len(diagram.choices):
            yield chosen
            continue
        children = enumerate(diagram.children[player][node])
        choices = diagram.choices[player]
        stack += [(child, (*chosen, n)) for n, child in children if ahead[player + 1][child] and choices[n].is_counted]

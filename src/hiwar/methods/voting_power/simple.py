"""A body in which everybody votes for or against, as a diagram; its winning coalitions and swings counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from hiwar.methods.voting_power.counts import Counts, unpacked
from hiwar.methods.voting_power.diagram import MOST_NODES, Choice, build, count_won, differences
from hiwar.methods.voting_power.needs import Needs, Vector, needs_of
from hiwar.methods.voting_power.scaling import Scaled


@dataclass(frozen=True)
class Ordered:
    """A body whose players stand in the order in which they are read: the weightiest first."""

    order: tuple[int, ...]
    weights: tuple[Vector, ...]
    """(player in that order, measure); vetoes are a measure of their own."""
    needs: Needs


def ordered(game: Scaled) -> Ordered:
    """Put the players in order, and give each measure one quota."""
    asked = sorted({item for route in game.routes for item in route.items()})
    rows = [game.weights[measure] for measure, _ in asked]
    quotas = [quota for _, quota in asked]
    routes = [frozenset(asked.index(item) for item in route.items()) for route in game.routes]
    if game.vetoes:
        routes = [route | {len(rows)} for route in routes]
        rows.append(tuple(int(player in game.vetoes) for player in range(game.n_players)))
        quotas.append(len(game.vetoes))
    order = _order(game, rows, quotas)
    weights = tuple(tuple(row[player] for row in rows) for player in order)
    nothing = (0,) * len(quotas)
    return Ordered(order, weights, needs_of(quotas, routes, [(own, nothing) for own in weights]))


def _order(game: Scaled, rows: Sequence[Sequence[int]], quotas: Sequence[int]) -> tuple[int, ...]:
    def heaviest(player: int) -> tuple[bool, float, int]:
        return (
            player not in game.vetoes,
            -max(row[player] / quota for row, quota in zip(rows, quotas, strict=True)),
            player,
        )

    return tuple(sorted(range(game.n_players), key=heaviest))


def count_by_diagram(game: Scaled, most_nodes: int = MOST_NODES) -> Counts:
    """Count winning coalitions and swings by size.

    Raises
    ------
    TooLargeError
        The diagram has too many nodes.
    """
    body = ordered(game)
    nothing = (0,) * len(body.needs.quotas)
    diagram = build(body.needs, [(Choice(own, 1, 1), Choice(nothing, 0, -1)) for own in body.weights], most_nodes)
    n = game.n_players
    swings = dict(zip(body.order, differences(diagram), strict=True))
    return Counts(
        n,
        unpacked(count_won(diagram), diagram.bits, n + 1),
        tuple(unpacked(swings[player], diagram.bits, n) for player in range(n)),
    )

"""Counting coalitions by generating functions: a table over sums of weights, every cell a polynomial in one integer.

The cell at sums ``s`` holds how many coalitions of each size weigh exactly ``s``: the polynomial in ``y`` that belongs
to ``x^s`` in the product of ``1 + y x^w`` over players, written as an integer with fields of fixed width (Kronecker
substitution). A field of more than ``n`` bits holds every count there can be, so nothing overflows.

Coalitions are counted by what they leave out: a coalition meets all quotas of a route if those outside weigh at most
``total - quota`` in each measure, which is a box of the table. Where there are alternative routes, boxes are added and
subtracted by inclusion and exclusion. A player is taken out of the product again by a sum of few cells:
``1 / (1 + y x^w) = 1 - y x^w + y^2 x^2w - ...``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations
from operator import add
from typing import Any

from hiwar.methods.voting_power.counts import Counts, field_bits, unpacked
from hiwar.methods.voting_power.scaling import Route, Scaled

Table = Any
"""Integers in lists in lists, one level a measure; an integer itself where there is no measure."""


@dataclass(frozen=True)
class _Corner:
    """Coalitions that leave out at most so much."""

    sign: int
    """How it is counted among the alternatives: 1 or -1."""
    most: tuple[int, ...]
    """(measure,)"""
    most_players: int


def n_cells(game: Scaled) -> int:
    """Cells of the table: what it costs in time and memory."""
    cells = 1
    for low in _box(game, _corners(game)):
        cells *= low + 1
    return cells


def count_by_rows(game: Scaled) -> Counts:
    """Count winning coalitions and swings by size."""
    bits = field_bits(1 << game.n_players)
    corners = _corners(game)
    measures = _measures(game)
    free = [player for player in range(game.n_players) if player not in game.vetoes]
    table = _sums(_table(game, free, _box(game, corners), bits), len(measures))
    left_out = sum(corner.sign * _capped(_at(table, corner.most), corner.most_players, bits) for corner in corners)
    winning = unpacked(left_out, bits, game.n_players + 1)[::-1]
    by_kind: dict[tuple[object, ...], tuple[int, ...]] = {}
    for player in range(game.n_players):
        kind = game.kind(player)
        if kind in by_kind:
            continue
        weights = tuple(game.weights[measure][player] for measure in measures)
        packed = left_out if player in game.vetoes else _swings(table, corners, weights, bits)
        by_kind[kind] = unpacked(packed, bits, game.n_players)[::-1]
    return Counts(game.n_players, winning, tuple(by_kind[game.kind(player)] for player in range(game.n_players)))


def _measures(game: Scaled) -> tuple[int, ...]:
    """Measures that are not simply the number of players: that is known from the size already."""
    return tuple(measure for measure, row in enumerate(game.weights) if set(row) != {1})


def _corners(game: Scaled) -> tuple[_Corner, ...]:
    """Routes, and what several of them have in common."""
    several: Iterator[tuple[Route, ...]] = (
        routes for count in range(1, len(game.routes) + 1) for routes in combinations(game.routes, count)
    )
    return tuple(_corner(game, routes) for routes in several)


def _corner(game: Scaled, routes: Sequence[Route]) -> _Corner:
    needed: dict[int, int] = {}
    for route in routes:
        for measure, quota in route.items():
            needed[measure] = max(quota, needed.get(measure, 0))
    most = {measure: total - needed.get(measure, 0) for measure, total in enumerate(game.total)}
    measures = _measures(game)
    by_number = [most[measure] for measure in most if measure not in measures]
    sign = 1 if len(routes) % 2 else -1
    return _Corner(sign, tuple(most[measure] for measure in measures), min([game.n_players, *by_number]))


def _box(game: Scaled, corners: Sequence[_Corner]) -> tuple[int, ...]:
    """How far the table must reach in each measure."""
    free = [[w for player, w in enumerate(game.weights[m]) if player not in game.vetoes] for m in _measures(game)]
    return tuple(min(sum(weights), max(corner.most[place] for corner in corners)) for place, weights in enumerate(free))


def _table(game: Scaled, players: Sequence[int], box: Sequence[int], bits: int) -> Table:
    table: Table = _empty(box)
    measures = _measures(game)
    for player in sorted(players, key=lambda player: [game.weights[measure][player] for measure in measures]):
        table = joined(table, table, [game.weights[measure][player] for measure in measures], bits)
    return table


def _empty(box: Sequence[int]) -> Table:
    """Nobody: one coalition, of weight and size 0."""
    if not box:
        return 1
    return [_empty(box[1:]), *(_zeros(box[1:]) for _ in range(box[0]))]


def _zeros(box: Sequence[int]) -> Table:
    return [_zeros(box[1:]) for _ in range(box[0] + 1)] if box else 0


def joined(table: Table, joining: Table, weights: Sequence[int], bits: int) -> Table:
    """The table with one player more: whoever was in ``joining`` now also weighs more and is one more."""
    if not weights:
        return table + (joining << bits)
    first, rest = weights[0], weights[1:]
    if not rest:
        return table[:first] + [cell + (other << bits) for cell, other in zip(table[first:], joining, strict=False)]
    return table[:first] + [
        joined(cell, other, rest, bits) for cell, other in zip(table[first:], joining, strict=False)
    ]


def _sums(table: Table, depth: int) -> Table:
    """Each cell becomes the sum of all cells that are nowhere larger."""
    if depth == 0:
        return table
    return list(accumulate((_sums(part, depth - 1) for part in table), lambda low, high: _plus(low, high, depth - 1)))


def _plus(first: Table, second: Table, depth: int) -> Table:
    if depth == 0:
        return first + second
    if depth == 1:
        return list(map(add, first, second))
    return [_plus(one, other, depth - 1) for one, other in zip(first, second, strict=True)]


def _at(table: Table, place: Sequence[int]) -> int:
    """The cell, or the nearest below it: beyond the table nothing is added any more."""
    for step in place:
        table = table[min(step, len(table) - 1)]
    return int(table)


def _swings(table: Table, corners: Sequence[_Corner], weights: Sequence[int], bits: int) -> int:
    """Coalitions of others left out that leave the rest winning with the player, and losing without."""
    packed = 0
    for corner in corners:
        inside = [most - weight for most, weight in zip(corner.most, weights, strict=True)]
        with_it = _capped(without(table, corner.most, weights, bits), corner.most_players, bits)
        without_it = _capped(without(table, inside, weights, bits), corner.most_players - 1, bits)
        packed += corner.sign * (with_it - without_it)
    return packed


def without(table: Table, most: Sequence[int], weights: Sequence[int], bits: int) -> int:
    """Coalitions without a player of these weights, that weigh at most so much."""
    if min(most, default=0) < 0:
        return 0
    steps = [low // weight for low, weight in zip(most, weights, strict=True) if weight]
    packed = 0
    for step in range(min([bits - 1, *steps]), -1, -1):  # later terms are of coalitions larger than there are players
        place = [low - step * weight for low, weight in zip(most, weights, strict=True)]
        packed = _at(table, place) - (packed << bits)
    return _capped(packed, bits - 1, bits)


def _capped(packed: int, most: int, bits: int) -> int:
    """Only coalitions of at most so many."""
    return packed & ((1 << (bits * (most + 1))) - 1) if most >= 0 else 0

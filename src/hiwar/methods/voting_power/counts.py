"""Coalitions counted by their size, and many such counts held in one long integer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """Coalitions by size; every index of power follows from these."""

    n_players: int
    winning: tuple[int, ...]
    """(size,): winning coalitions."""
    swings: tuple[tuple[int, ...], ...]
    """(player, size): coalitions of that many others that lose, and win with the player."""


def unpacked(packed: int, bits: int, n_fields: int) -> tuple[int, ...]:
    """The counts held in an integer, lowest field first; a field is ``bits`` wide."""
    mask = (1 << bits) - 1
    return tuple(packed >> (field * bits) & mask for field in range(n_fields))

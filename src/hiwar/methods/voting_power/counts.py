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


def field_bits(largest: int) -> int:
    """Bits of a field that holds counts up to so many; whole bytes, so that fields are found without shifting."""
    return -(-largest.bit_length() // 8) * 8


def unpacked(packed: int, bits: int, n_fields: int) -> tuple[int, ...]:
    """The counts held in an integer, lowest field first; a field is ``bits`` wide."""
    width = bits // 8
    held = packed.to_bytes(max(width * n_fields, -(-packed.bit_length() // 8)), "little")
    return tuple(int.from_bytes(held[place : place + width], "little") for place in range(0, width * n_fields, width))

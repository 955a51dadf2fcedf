"""Rules that methods share: how many of several things may hold."""

from collections.abc import Mapping
from dataclasses import dataclass

Pattern = Mapping[str, tuple[str, ...]]
"""What can vary to the ways any of which may hold; everything named must fit, and an empty pattern fits everywhere."""


@dataclass(frozen=True)
class AtMost:
    """Of what ``among`` names, at most ``count`` fit."""

    count: int
    among: Pattern


@dataclass(frozen=True)
class AtLeast:
    """Of what ``among`` names, at least ``count`` fit."""

    count: int
    among: Pattern

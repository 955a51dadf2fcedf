"""A body that votes, as its analyst writes it: who votes with what weight, what is needed, who can block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Number = int | float | Decimal | Fraction
"""Weights and quotas. They are taken exactly; a float is taken as the decimal it is written as (0.1 is one tenth)."""

Weights = Mapping[str, Number]
"""Player to weight, at least 0; every player is named."""


class ModelError(ValueError):
    """The body is not well formed, or too large; the message says what was found and what would do."""


@dataclass(frozen=True)
class Quota:
    """So much weight must be in favour."""

    weights: Weights
    needed: Number
    is_strict: bool = False
    """More than ``needed`` is wanted; else exactly as much is enough."""
    name: str = "votes"
    """What is weighed: seats, members, population ..."""


def share(weights: Weights, part: Number, *, is_strict: bool = False, name: str = "votes") -> Quota:
    """At least a part of all weight (``is_strict``: more than that part).

    >>> share({"A": 3, "B": 2, "C": 2}, Fraction(2, 3)).needed
    Fraction(14, 3)
    """
    total = sum((exact(weight, player) for player, weight in weights.items()), Fraction(0))
    return Quota(weights, total * exact(part, name), is_strict, name)


def majority(weights: Weights, name: str = "votes") -> Quota:
    """More than half of all weight."""
    return share(weights, Fraction(1, 2), is_strict=True, name=name)


@dataclass(frozen=True)
class VotingGame:
    """A body in which everybody votes for or against.

    A coalition wins if it meets all quotas of one route at least, and holds everybody with a veto. So several quotas
    in one route are a double or triple majority; several routes are alternatives, such as a clause that so many members
    are needed to block.
    """

    players: tuple[str, ...]
    routes: tuple[tuple[Quota, ...], ...]
    vetoes: tuple[str, ...] = ()
    """Nothing passes without their consent."""


def weighted_game(weights: Weights, *quotas: Quota | Number, vetoes: Sequence[str] = ()) -> VotingGame:
    """A body with one set of weights, or several quotas that must all be met.

    >>> weighted_game({"A": 50, "B": 49, "C": 1}, 51).players
    ('A', 'B', 'C')
    """
    route = tuple(quota if isinstance(quota, Quota) else Quota(weights, quota) for quota in quotas)
    return VotingGame(tuple(weights), (route,), tuple(vetoes))


class ThirdOption(StrEnum):
    """What a member can do beside voting for or against."""

    ABSTAIN = "abstain"
    """Present, and neither for nor against."""
    ABSENT = "absent"
    """Not there; it does not count towards a quorum."""


class Base(StrEnum):
    """Of whose weight a majority is taken."""

    PRESENT = "present"
    """Those for, those against, and those who abstain."""
    CAST = "cast"
    """Those for and those against."""


@dataclass(frozen=True)
class Majority:
    """Those in favour must be a part of those present, or of the votes cast."""

    weights: Weights
    part: Number = Fraction(1, 2)
    """Between 0 and 1."""
    base: Base = Base.PRESENT
    is_strict: bool = True
    """More than the part is wanted; else exactly the part is enough."""
    name: str = "votes"


@dataclass(frozen=True)
class TernaryGame:
    """A body in which everybody votes for, against, or does a third thing: abstains, or stays away.

    It passes if all ``rules`` are met by those in favour, every quorum is met by those present, and nobody with a veto
    votes against. With no vote in favour at all nothing may pass.
    """

    players: tuple[str, ...]
    rules: tuple[Quota | Majority, ...]
    third_option: ThirdOption = ThirdOption.ABSTAIN
    quorum: tuple[Quota, ...] = ()
    """Weight that must be present."""
    vetoes: tuple[str, ...] = ()
    """A vote against blocks; the third option does not."""


def exact(number: Number, where: str) -> Fraction:
    """A number as a fraction; a float counts as the decimal it is written as."""
    try:
        return Fraction(Decimal(repr(number))) if isinstance(number, float) else Fraction(number)
    except (ValueError, OverflowError):
        raise ModelError(f"{where}: {number} is no finite number") from None

"""A negotiation as its analyst writes it: issues, options, what each party makes of them, rules; names only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from hiwar.methods.rules import AtLeast as AtLeast
from hiwar.methods.rules import AtMost as AtMost
from hiwar.methods.rules import Pattern as Pattern

Number = int | float | Decimal | Fraction
"""Points. They are taken exactly; a float is taken as the decimal it is written as (0.1 is one tenth)."""

Package = Mapping[str, str]
"""Issue to the option agreed; a whole package names every issue."""

UNSETTLED = "unsettled"
"""The option of an issue that is left open; it may be named in patterns, worths and packages like any other."""


class ModelError(ValueError):
    """The negotiation is not well formed, or too large; the message says what was found and what would do."""


@dataclass(frozen=True)
class Issue:
    """Something to be agreed on, with the ways to settle it."""

    name: str
    """Unique in the negotiation."""
    options: tuple[str, ...]
    """One or more; unique in the issue. `UNSETTLED` is not listed here."""
    may_be_unsettled: bool = False
    """An agreement may leave it open. This adds nothing to a package for a party that states no worth for it."""

    @property
    def ways(self) -> tuple[str, ...]:
        """The options, and `UNSETTLED` last where the issue may be left open."""
        return (*self.options, UNSETTLED) if self.may_be_unsettled else self.options


@dataclass(frozen=True)
class Interaction:
    """Options that together are worth more (or less) to a party than each by itself."""

    when: Pattern
    """Two or more issues, as a rule."""
    worth: Number
    """Added to the party's points once where a package fits; may be negative."""


@dataclass(frozen=True)
class Party:
    """Somebody whose consent an agreement needs."""

    name: str
    worths: Mapping[str, Mapping[str, Number]]
    """Issue to option to points; every option of every issue is stated (`UNSETTLED` need not be)."""
    interactions: tuple[Interaction, ...] = ()
    reservation_value: Number | None = None
    """Points that no agreement is worth to it; it accepts packages worth as much or more. It may lie below the worst
    package. None: not known; no package is unacceptable for its points, and what is measured in gains is refused."""
    red_lines: tuple[Pattern, ...] = ()
    """It accepts no package that fits one of these."""


@dataclass(frozen=True)
class Excludes:
    """No package fits this pattern."""

    pattern: Pattern


@dataclass(frozen=True)
class Requires:
    """Every package that fits ``when`` fits ``then``."""

    when: Pattern
    then: Pattern


Rule = Excludes | Requires | AtMost | AtLeast


@dataclass(frozen=True)
class Negotiation:
    """Everything that makes a package possible, and what the parties make of it.

    *Feasible* packages obey the rules and the fixed part. A package is *acceptable* to a party when it crosses none of
    its red lines and is worth its reservation value or more; the zone of possible agreement is what is feasible and
    acceptable to all.
    """

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]
    rules: tuple[Rule, ...] = ()
    fixed: Package = field(default_factory=dict)
    """What is settled beforehand: issue to option."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parties."""
        return tuple(party.name for party in self.parties)

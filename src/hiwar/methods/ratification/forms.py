"""A way to approval as its analyst writes it: chambers, blocs with seats and positions, rules, vetoes; names only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from hiwar.methods.rules import Pattern as Pattern

Number = int | float | Decimal | Fraction
"""Taken exactly; a float is taken as the decimal it is written as (0.1 is one tenth)."""

Package = Mapping[str, str]
"""Issue to the option agreed."""


class ModelError(ValueError):
    """What is written is not well formed, or too large; the message says what was found and what would do."""


class TooLargeError(ModelError):
    """It is well formed, but too large to be computed exactly; the message says what would make it smaller."""


class Position(StrEnum):
    """Where a bloc stands on what is put to the vote, from the most to the least favourable."""

    FOR = "for"
    ABSTAIN = "abstain"
    """Present, and neither for nor against."""
    CONDITIONAL = "conditional"
    """As one either for or against; which of the two is open."""
    DIVIDED = "divided"
    """Some of it for and the others against; how many is open within `Bloc.shares_for`."""
    UNKNOWN = "unknown"
    """Nothing is known: each seat may be for, against, abstain or, unless attendance is stated, stay away."""
    AGAINST = "against"


class Outcome(StrEnum):
    """What can be said of a vote before it is taken."""

    PASS = "pass"  # noqa: S105 (no password)
    """It passes whatever the blocs do that is not known of them."""
    FAIL = "fail"
    """It fails whatever they do."""
    CANNOT_BE_TOLD = "cannot be told"
    """What is not known decides."""


@dataclass(frozen=True)
class Between:
    """A number of which only bounds are known; both may be reached."""

    low: Number
    high: Number


@dataclass(frozen=True)
class Preferences:
    """What a bloc makes of packages over several issues.

    It accepts a package whose values add up to its reservation value or more. A stance on an option bounds the position
    on every package that has this option: the least favourable of them all counts, and ``against`` is a red line.
    """

    values: Mapping[str, Mapping[str, Number | Between | None]] = field(default_factory=dict)
    """Issue to option to value. None, or an option not stated on an issue that is: any number. An issue that is not
    stated does not matter. Empty: only the stances count."""
    reservation_value: Number | Between | None = None
    """None: any number, so that no package is accepted or refused for its values."""
    stances: Mapping[str, Mapping[str, Position]] = field(default_factory=dict)
    """Issue to option to position; an option that is not named is no hindrance."""


@dataclass(frozen=True)
class Bloc:
    """Members of a chamber who are counted together; they may split."""

    name: str
    """Unique in the chamber."""
    seats: int | None
    """None: not known, between none and all the seats of the chamber that no other bloc is known to hold."""
    position: Position = Position.UNKNOWN
    cohesion: Number = 1
    """Least share of its seats that follows a position for, against or conditional; the others may do the opposite."""
    shares_for: Between | None = None
    """Of a divided bloc: which share of its seats is for. None: any."""
    attendance: int | Between | None = None
    """Seats present when the vote is taken; which members stay away is not known. None: all, and of a bloc whose
    position is unknown any number. 0: the bloc boycotts the vote."""
    probability: Number | Between | None = None
    """That its line is ``for``, else ``against``. Only `passing_probability` reads it."""
    has_veto: bool = False
    """Nothing passes while more of it vote against than for."""
    preferences: Preferences | None = None
    """For packages of an agenda. None: its position is the same on every package."""


Base = Literal["members", "present", "voting"]
"""What a share is taken of: all seats, those present, or the votes for and against."""


@dataclass(frozen=True)
class Rule:
    """How many votes are needed: a share, a number of votes, or both."""

    share: Number = 0
    of: Base = "members"
    must_exceed: bool = True
    """More votes than the share are needed (a majority); else reaching it is enough (two thirds)."""
    votes: int = 0
    """At least as many votes, whatever the share says."""


MAJORITY_OF_MEMBERS = Rule(Fraction(1, 2), "members")
MAJORITY_OF_PRESENT = Rule(Fraction(1, 2), "present")
MAJORITY_OF_VOTING = Rule(Fraction(1, 2), "voting")
TWO_THIRDS_OF_MEMBERS = Rule(Fraction(2, 3), "members", must_exceed=False)
TWO_THIRDS_OF_PRESENT = Rule(Fraction(2, 3), "present", must_exceed=False)
TWO_THIRDS_OF_VOTING = Rule(Fraction(2, 3), "voting", must_exceed=False)


def quota(votes: int) -> Rule:
    """At least this many votes."""
    return Rule(0, "members", must_exceed=False, votes=votes)


@dataclass(frozen=True)
class Chamber:
    """A body that votes. Seats that no bloc holds are unknown: they are neither against nor absent."""

    name: str
    """Unique in the route."""
    seats: int | None
    """All seats. None: not known; then nothing can be told of its vote."""
    blocs: tuple[Bloc, ...]
    rule: Rule
    quorum: int | None = None
    """Seats that must be present; with fewer nothing passes. None: no quorum is asked for."""


@dataclass(frozen=True)
class VetoPlayer:
    """Somebody outside the chambers whose refusal stops the matter, or whose consent it needs."""

    name: str
    """Unique in the route."""
    position: Position = Position.UNKNOWN
    """Divided counts as unknown: it speaks with one voice. Abstaining is silence."""
    must_consent: bool = False
    """Silence stops the matter too. An executive that decides without a vote is one who must consent."""
    overridden_by: Rule | None = None
    """The matter passes against it where every chamber reaches this rule. None: it cannot be overridden."""
    probability: Number | Between | None = None
    """That it is for, else against. Only `passing_probability` reads it."""
    preferences: Preferences | None = None


@dataclass(frozen=True)
class Referendum:
    """A vote of the people. Shares are between 0 and 1."""

    name: str
    """Unique in the route."""
    share_for: Number | Between | None = None
    """Of the votes for and against. None: any."""
    turnout: Number | Between | None = None
    """Share of the electorate that votes. None: any."""
    majority: Number = Fraction(1, 2)
    """Share of the votes that must be exceeded."""
    least_turnout: Number = 0
    """Share of the electorate that must vote."""
    least_approval: Number = 0
    """Share of the electorate that must vote for it."""
    probability: Number | Between | None = None
    """That it is won. Only `passing_probability` reads it."""


@dataclass(frozen=True)
class Route:
    """One way to approval; the matter passes where every chamber and every referendum passes it and nobody stops it.

    Two countries that must both ratify are one route with the chambers of both (`together`).
    """

    name: str
    chambers: tuple[Chamber, ...] = ()
    veto_players: tuple[VetoPlayer, ...] = ()
    referendums: tuple[Referendum, ...] = ()


@dataclass(frozen=True)
class Correlated:
    """Blocs and veto players that tend to go the same way, beyond what their probabilities say."""

    names: tuple[str, ...]
    """Of blocs and veto players; a bloc that is in several chambers as "chamber/bloc"."""
    correlation: Number
    """Of the normal scores behind their choices (one common factor): 0 independent, 1 all decided by the same cause."""


@dataclass(frozen=True)
class Issue:
    """Something that a package settles."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Agenda:
    """All packages: one option of every issue each, without those that fit a pattern which is excluded."""

    issues: tuple[Issue, ...]
    excluded: tuple[Pattern, ...] = ()

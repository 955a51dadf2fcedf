"""A contested issue as its analyst writes it: who stands where, with what weight; names and plain numbers only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

Measure = str
"""`weighted_mean`, `weighted_median` or `challenge`: three answers to where an issue settles."""
MEASURES: tuple[Measure, ...] = ("weighted_mean", "weighted_median", "challenge")


class ModelError(ValueError):
    """The issue is not well formed, or too large; the message says what was found and what would do."""


@dataclass(frozen=True)
class Between:
    """A number of which only bounds are known; both may be reached."""

    low: float
    high: float


Amount = float | Between
"""A number, or the bounds of one."""


@dataclass(frozen=True)
class Actor:
    """Somebody with a stake in how an issue settles."""

    name: str
    """Unique in the issue."""
    position: Amount
    """What it openly stands for, in the unit of the issue."""
    capability: Amount
    """Means it could bring to bear, 0 or more; only proportions count."""
    salience: Amount
    """How much it cares, 0 to 1. The challenge model reads it as the chance that it resists when challenged."""


@dataclass(frozen=True)
class ContestedIssue:
    """An issue on which positions lie along one line, and the actors on it."""

    actors: tuple[Actor, ...]
    scale: tuple[float, float] | None = None
    """Lowest and highest position that can be taken. None: not stated; the actors' own positions are the ends."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the actors."""
        return tuple(actor.name for actor in self.actors)

    @property
    def is_known(self) -> bool:
        """Whether every number is known."""
        return not any(isinstance(amount, Between) for actor in self.actors for amount in amounts_of(actor).values())


def amounts_of(actor: Actor) -> Mapping[str, Amount]:
    """Its three numbers by name."""
    return {"position": actor.position, "capability": actor.capability, "salience": actor.salience}


def at_the_middle(issue: ContestedIssue) -> ContestedIssue:
    """The issue with every number in the middle of its bounds."""
    return replace(
        issue,
        actors=tuple(
            Actor(actor.name, **{name: middle(amount) for name, amount in amounts_of(actor).items()})
            for actor in issue.actors
        ),
    )


def middle(amount: Amount) -> float:
    """A number as it is, or the middle of its bounds."""
    return (amount.low + amount.high) / 2 if isinstance(amount, Between) else float(amount)

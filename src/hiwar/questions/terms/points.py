"""One thing found in holding a plan against a criterion, and how several come to one answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hiwar.questions.terms.subjects import Package

State = Literal["met", "not_met", "cannot_be_told"]


@dataclass(frozen=True)
class Point:
    """Whether one part of a criterion is met, why, and what in the plan makes it so."""

    state: State
    reason: str
    """Key of the reason; the brief has one sentence for it, and one for what would repair it."""
    about: tuple[str, ...] = ()
    """Whom or what it concerns: parties, domains, outcomes, a field of the plan."""
    elements: tuple[str, ...] = ()
    """What is responsible: ids of parts of the plan, ``issue=option`` of what is settled."""


def met(*elements: str) -> Point:
    """A part that is met, and by what."""
    return Point("met", "met", elements=elements)


def failed(reason: str, about: Iterable[str] = (), elements: Iterable[str] = ()) -> Point:
    """A part that is not met."""
    return Point("not_met", reason, tuple(about), tuple(elements))


def left_open(reason: str, about: Iterable[str] = (), elements: Iterable[str] = ()) -> Point:
    """A part that cannot be told, for something is missing."""
    return Point("cannot_be_told", reason, tuple(about), tuple(elements))


def not_stated(field: str) -> Point:
    """The plan leaves out what the criterion is about; silence meets nothing."""
    return left_open("not_stated", (field,))


def all_of(states: Iterable[State]) -> State:
    """Not met if one is not; else not to be told if one is not to be told, or if there is none at all; else met."""
    found = set(states)
    if "not_met" in found:
        return "not_met"
    return "cannot_be_told" if not found or "cannot_be_told" in found else "met"


def listed(package: Package) -> tuple[str, ...]:
    """``issue=option`` of everything a package settles."""
    return tuple(f"{issue}={option}" for issue, options in sorted(package.items()) for option in options)

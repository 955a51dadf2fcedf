"""A conflict as its analyst writes it: decision makers, options, states that cannot occur, moves; names only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hiwar.methods.rules import AtLeast as AtLeast
from hiwar.methods.rules import AtMost as AtMost
from hiwar.methods.rules import Pattern as Pattern


class Concept(StrEnum):
    """Solution concepts: how far a decision maker looks ahead, and which replies it fears."""

    NASH = "nash"
    """No improvement is open to it."""
    GENERAL_METARATIONAL = "general_metarational"
    """Every improvement can be answered by some moves of the others that leave it no better off."""
    SYMMETRIC_METARATIONAL = "symmetric_metarational"
    """As before, and it could not escape that answer by a further move of its own."""
    SEQUENTIAL = "sequential"
    """Every improvement can be answered so by moves that also improve things for those who answer."""
    SIMULTANEOUS = "simultaneous"
    """Every improvement fails when the others improve at the same time, without knowing of it."""


CONCEPTS: tuple[Concept, ...] = tuple(Concept)


@dataclass(frozen=True)
class Option:
    """Something a decision maker does or does not do, or does to some degree."""

    name: str
    """Unique in the whole conflict."""
    levels: tuple[str, ...] = ("no", "yes")
    is_one_way: bool = False
    """Its level can be raised and never lowered again: what is done cannot be undone."""


@dataclass(frozen=True)
class DecisionMaker:
    """Somebody who controls options of its own."""

    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Never:
    """No state fits this pattern."""

    pattern: Pattern


@dataclass(frozen=True)
class IfThen:
    """Every state that fits ``when`` fits ``then``."""

    when: Pattern
    then: Pattern


Rule = Never | IfThen | AtMost | AtLeast


@dataclass(frozen=True)
class OptionForm:
    """A conflict in option form: a state is a choice of a level for every option."""

    decision_makers: tuple[DecisionMaker, ...]
    infeasible: tuple[Rule, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the decision makers."""
        return tuple(maker.name for maker in self.decision_makers)

    @property
    def options(self) -> tuple[Option, ...]:
        """All options, in the order of their decision makers."""
        return tuple(option for maker in self.decision_makers for option in maker.options)


@dataclass(frozen=True)
class ArcForm:
    """A conflict in graph form: listed states, and for each decision maker the changes it can make alone."""

    names: tuple[str, ...]
    """Names of the decision makers."""
    states: tuple[str, ...]
    moves: Mapping[str, tuple[tuple[str, str], ...]]
    """Decision maker to its moves (from, to), taken as listed: they need not be transitive."""


Form = OptionForm | ArcForm

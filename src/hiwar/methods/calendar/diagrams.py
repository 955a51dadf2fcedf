"""Influence diagrams: decisions, chances, what is known when, and what counts; names and tables only."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.forms import ModelError

_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Chance:
    """Something uncertain."""

    name: str
    options: tuple[str, ...]
    table: ArrayLike
    """Probabilities, indexed by the options of ``given`` in that order, then by its own."""
    given: tuple[str, ...] = ()
    """Chances and choices that its probabilities depend on."""


@dataclass(frozen=True, eq=False)
class Choice:
    """Something decided."""

    name: str
    options: tuple[str, ...]
    knows: tuple[str, ...] = ()
    """Chances that are observed before it and not yet before an earlier choice. What is known once stays known, and
    earlier choices are remembered: neither has to be named again."""


@dataclass(frozen=True, eq=False)
class Utility:
    """A part of what counts; parts are added up."""

    name: str
    table: ArrayLike
    """Indexed by the options of ``given`` in that order."""
    given: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class InfluenceDiagram:
    """A decision problem: choices in the order in which they are made, chances, and what counts.

    References
    ----------
    Howard, R. A., & Matheson, J. E. (1984), Influence diagrams; Jensen, F., Jensen, F. V., & Dittmer, S. L. (1994),
    From influence diagrams to junction trees, *UAI*.
    """

    choices: tuple[Choice, ...]
    chances: tuple[Chance, ...]
    utilities: tuple[Utility, ...]

    @property
    def variables(self) -> tuple[Choice | Chance, ...]:
        """What has options: choices, then chances."""
        return (*self.choices, *self.chances)

    @property
    def tabled(self) -> tuple[Chance | Utility, ...]:
        """What has a table: chances, then utilities."""
        return (*self.chances, *self.utilities)

    @property
    def options(self) -> dict[str, tuple[str, ...]]:
        """The options of every choice and chance."""
        return {node.name: node.options for node in self.variables}

    @property
    def observed(self) -> tuple[tuple[str, ...], ...]:
        """By choice, the chances observed before it for the first time; last those that are never observed."""
        found: list[tuple[str, ...]] = []
        before: set[str] = set()
        for choice in self.choices:
            fresh = tuple(name for name in choice.knows if name not in before and name not in self._choice_names)
            before |= set(fresh)
            found.append(fresh)
        return (*found, tuple(chance.name for chance in self.chances if chance.name not in before))

    @property
    def _choice_names(self) -> set[str]:
        return {choice.name for choice in self.choices}


def check_diagram(diagram: InfluenceDiagram) -> None:
    """Refuse names that nobody knows, tables that don't fit, probabilities that cannot be, knowledge of the future."""
    problems = [*_names(diagram)]
    if not problems:
        problems = [*_tables(diagram), *_order(diagram)]
    if problems:
        raise ModelError("\n".join(problems))


def table_of(node: Chance | Utility) -> FloatArray:
    """A table as numbers."""
    return np.asarray(node.table, dtype=np.float64)


def shape_of(diagram: InfluenceDiagram, node: Chance | Utility) -> tuple[int, ...]:
    """What the table of a node has to be like."""
    own = (len(node.options),) if isinstance(node, Chance) else ()
    return (*(len(diagram.options[name]) for name in node.given), *own)


def _names(diagram: InfluenceDiagram) -> Iterator[str]:
    names = [*(node.name for node in diagram.variables), *(node.name for node in diagram.utilities)]
    yield from (
        f"{name!r} is the name of more than one node" for name in sorted({n for n in names if names.count(n) > 1})
    )
    for node in diagram.variables:
        if not node.options or len(set(node.options)) < len(node.options):
            yield f"{node.name!r} needs options with names of their own; found {node.options}"
    mentions = [(node.name, node.given) for node in diagram.tabled] + [(c.name, c.knows) for c in diagram.choices]
    for where, mentioned in mentions:
        yield from (f"{where!r}: {name!r} is no chance or choice of this diagram"
                    for name in mentioned if name not in diagram.options)  # fmt: skip


def _tables(diagram: InfluenceDiagram) -> Iterator[str]:
    for node in diagram.tabled:
        table, shape = table_of(node), shape_of(diagram, node)
        if table.shape != shape:
            yield f"{node.name!r}: the table has shape {table.shape}; {shape} is needed"
        elif not np.isfinite(table).all():
            yield f"{node.name!r}: the table holds a value that is not a number"
        elif isinstance(node, Chance) and (table.min() < 0 or np.abs(table.sum(axis=-1) - 1).max() > _ROUNDING):
            yield f"{node.name!r}: probabilities must be 0 or more and add up to 1 in each row"


def _order(diagram: InfluenceDiagram) -> Iterator[str]:
    """No chance depends on itself, and nothing is observed before what it depends on is decided."""
    parents = {chance.name: chance.given for chance in diagram.chances}
    places = {choice.name: place for place, choice in enumerate(diagram.choices)}
    for chance in diagram.chances:
        if chance.name in _above(parents, chance.name):
            yield f"{chance.name!r} depends on itself"
            return
    for place, choice in enumerate(diagram.choices):
        for name in choice.knows:
            later = [other for other in (*_above(parents, name), name) if places.get(other, -1) >= place]
            if later:
                yield f"{choice.name!r} cannot know {name!r} beforehand: it depends on {later[0]!r}"


def _above(parents: dict[str, tuple[str, ...]], name: str) -> list[str]:
    """Everything that a node depends on, itself only if there is a circle."""
    found: dict[str, None] = {}
    open_names = list(parents.get(name, ()))
    while open_names:
        other = open_names.pop()
        if other not in found:
            found[other] = None
            open_names += parents.get(other, ())
    return list(found)

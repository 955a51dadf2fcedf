"""Influence diagrams solved exactly, one or very many at once: every option of every choice, whatever is known then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import ArrayLike

from hiwar.methods.arrays import FloatArray, IntArray
from hiwar.methods.calendar.diagrams import Chance, InfluenceDiagram, Utility, check_diagram, shape_of, table_of
from hiwar.methods.calendar.forms import ModelError

MOST_CELLS = 1 << 24
"""Cells of the largest table on the way; more would not be solved in a reasonable time."""
MOST_CELLS_OF_A_RULE = 1 << 16
"""Cells of a rule that is still given with everything that counts."""
_CHUNK = 1 << 16
"""Cells of a table that are worked on at once when very many diagrams are solved: few enough to stay in the cache."""


@dataclass(frozen=True, eq=False)
class Rule:
    """What every option of a choice is worth, given what is known then, with the best choices afterwards."""

    choice: str
    options: tuple[str, ...]
    given: tuple[str, ...]
    """Chances observed and choices made before, as far as they matter."""
    expected: FloatArray
    """(options of ``given`` in that order, option): expected total; NaN where what is given cannot come about. With
    many diagrams these follow along a last axis."""
    is_total: bool
    """False: what the choice no longer moves is left out of ``expected``; with it the table would be too large."""

    @property
    def best(self) -> IntArray:
        """(options of ``given``): the best option's index, the first of equals; -1 where it cannot come about."""
        axis = len(self.given)
        impossible = np.isnan(self.expected).any(axis=axis)
        found: IntArray = np.where(impossible, -1, np.nan_to_num(self.expected, nan=-np.inf).argmax(axis=axis))
        return found


@dataclass(frozen=True, eq=False)
class Solution:
    """A solved influence diagram."""

    expected: float
    """Of the best policy."""
    rules: tuple[Rule, ...]
    """In the order of the choices."""

    def rule(self, choice: str) -> Rule:
        """The rule of a choice."""
        return _rule(self.rules, choice)


@dataclass(frozen=True, eq=False)
class Solutions:
    """Very many diagrams of the same form, solved."""

    expected: FloatArray
    """(diagram,): of the best policy of each."""
    rules: tuple[Rule, ...]

    def rule(self, choice: str) -> Rule:
        """The rule of a choice; diagrams follow along the last axis."""
        return _rule(self.rules, choice)


def solve_diagram(diagram: InfluenceDiagram) -> Solution:
    """Say what every option of every choice is worth, and so what to do.

    Nothing that was known or decided before is forgotten. What does not matter for a choice is left out of its rule.

    Raises
    ------
    ModelError
        The diagram is not well formed (all problems are said at once), or a table on the way would be too large.

    References
    ----------
    Jensen, F., Jensen, F. V., & Dittmer, S. L. (1994), From influence diagrams to junction trees, *UAI*.
    """
    check_diagram(diagram)
    tables = {node.name: table_of(node)[..., None] for node in diagram.tabled}
    expected, rules = _solve(diagram, tables)
    alone = tuple(replace(rule, expected=rule.expected[..., 0]) for rule in rules)
    return Solution(float(expected[0]), alone)


def solve_diagrams(diagram: InfluenceDiagram, tables: Mapping[str, ArrayLike]) -> Solutions:
    """Solve very many diagrams of one form at once.

    Parameters
    ----------
    diagram : InfluenceDiagram
        The form, and every table that is the same in all.
    tables : mapping of str to array
        Chance or utility to its tables, one more axis than in the diagram: diagrams follow along the last.

    Returns
    -------
    Solutions
        As from solving one after the other.
    """
    check_diagram(diagram)
    nodes = {node.name: node for node in diagram.tabled}
    n, many = _many(diagram, nodes, tables)
    whole = {name: table_of(node)[..., None] for name, node in nodes.items()} | many
    size = max(1, _CHUNK // max(prod(shape_of(diagram, node)) for node in nodes.values()))
    parts = []
    for start in range(0, n, size):
        here = {name: table[..., start : start + size] if name in many else table for name, table in whole.items()}
        parts.append(_solve(diagram, here, min(size, n - start)))
    rules = tuple(
        replace(one, expected=np.concatenate([rules[place].expected for _, rules in parts], axis=-1))
        for place, one in enumerate(parts[0][1])
    )
    return Solutions(np.concatenate([expected for expected, _ in parts]), rules)


def _rule(rules: Sequence[Rule], choice: str) -> Rule:
    for rule in rules:
        if rule.choice == choice:
            return rule
    raise ModelError(f"{choice!r} is no choice of this diagram; choices: {', '.join(rule.choice for rule in rules)}")


def _many(
    diagram: InfluenceDiagram, nodes: Mapping[str, Chance | Utility], tables: Mapping[str, ArrayLike]
) -> tuple[int, dict[str, FloatArray]]:
    """How many diagrams there are, and the tables that differ."""
    many = {name: np.asarray(table, dtype=np.float64) for name, table in tables.items()}
    problems = [f"{name!r} is no chance or utility of this diagram" for name in many if name not in nodes]
    for name, table in many.items():
        if name in nodes and (table.ndim == 0 or table.shape[:-1] != shape_of(diagram, nodes[name])):
            shape = (*shape_of(diagram, nodes[name]), "diagrams")
            problems.append(f"{name!r}: the tables have shape {table.shape}; {shape} is needed")
    counts = {table.shape[-1] for table in many.values() if table.ndim}
    if len(counts) != 1 or 0 in counts:
        problems.append(f"all tables must hold the same number of diagrams; found {sorted(counts) or 'none'}")
    if problems:
        raise ModelError("\n".join(problems))
    for name, table in many.items():
        if isinstance(nodes[name], Chance) and (table.min() < 0 or np.abs(table.sum(axis=-2) - 1).max() > 1e-9):
            raise ModelError(f"{name!r}: probabilities must be 0 or more and add up to 1 in each row")
    return counts.pop(), many


@dataclass(frozen=True, eq=False)
class _Factor:
    """A function of some variables, in the order of the diagram; diagrams follow along the last axis."""

    of: tuple[str, ...]
    table: FloatArray


def _solve(diagram: InfluenceDiagram, tables: Mapping[str, FloatArray], n: int = 1) -> tuple[FloatArray, list[Rule]]:
    """Sum over what is never observed, then from the last choice to the first: choose, sum over what it knew."""
    sizes = {name: len(options) for name, options in diagram.options.items()}
    chances = [_factor(sizes, (*node.given, node.name), tables[node.name]) for node in diagram.chances]
    utilities = [_factor(sizes, node.given, tables[node.name]) for node in diagram.utilities]
    *observed, never = diagram.observed
    chances, utilities = _sum_out(sizes, chances, utilities, never)
    rules: list[Rule] = []
    for choice, known in zip(reversed(diagram.choices), reversed(observed), strict=True):
        rules.append(_rule_of(diagram, sizes, choice.name, utilities, chances, n))
        for factors, ufunc in ((utilities, np.add), (chances, np.multiply)):
            moved = [factor for factor in factors if choice.name in factor.of]
            best = _without(_combined(sizes, moved, {choice.name}, ufunc), choice.name, np.max)
            factors[:] = [factor for factor in factors if choice.name not in factor.of] + [best]
        chances, utilities = _sum_out(sizes, chances, utilities, known)
    expected = _combined(sizes, utilities, set(), np.add).table
    return np.broadcast_to(expected, (n,)).copy(), rules[::-1]


def _factor(sizes: Mapping[str, int], of: Sequence[str], table: FloatArray) -> _Factor:
    """A table with its axes in the order of the diagram."""
    order = [name for name in sizes if name in of]
    return _Factor(tuple(order), np.moveaxis(table, [of.index(name) for name in order], range(len(order))))


def _sum_out(
    sizes: Mapping[str, int], chances: list[_Factor], utilities: list[_Factor], names: Sequence[str]
) -> tuple[list[_Factor], list[_Factor]]:
    """Average over chances, the one first that leaves the smallest table."""
    left = list(names)
    while left:
        cost = {name: _cells(sizes, [f for f in (*chances, *utilities) if name in f.of]) for name in left}
        name = min(left, key=lambda one: (cost[one], one))
        left.remove(name)
        joint = _combined(sizes, [f for f in chances if name in f.of], {name}, np.multiply)
        mass = _without(joint, name, np.sum)
        chances = [f for f in chances if name not in f.of] + [mass]
        touched = [f for f in utilities if name in f.of]
        if touched:
            worth = _combined(sizes, [joint, _combined(sizes, touched, {name}, np.add)], {name}, np.multiply)
            utilities = [f for f in utilities if name not in f.of] + [
                _divided(sizes, _without(worth, name, np.sum), mass)
            ]
    return chances, utilities


def _cells(sizes: Mapping[str, int], factors: Sequence[_Factor]) -> int:
    return prod(sizes[name] for name in {name for factor in factors for name in factor.of})


def _combined(sizes: Mapping[str, int], factors: Sequence[_Factor], also: set[str], ufunc: np.ufunc) -> _Factor:
    """Factors multiplied or added, over all their variables and those named."""
    of = tuple(name for name in sizes if name in also or any(name in factor.of for factor in factors))
    if prod(sizes[name] for name in of) > MOST_CELLS:
        raise ModelError(f"a table over {', '.join(of)} would be too large")
    start = np.full((*(sizes[name] for name in of), 1), float(ufunc.identity or 0))
    for factor in factors:
        start = ufunc(start, _spread(of, factor))
    return _Factor(of, start)


def _spread(of: Sequence[str], factor: _Factor) -> FloatArray:
    """The table with an axis of length 1 for every variable that it does not depend on."""
    missing = [axis for axis, name in enumerate(of) if name not in factor.of]
    return np.expand_dims(factor.table, missing)


def _without(factor: _Factor, name: str, how: object) -> _Factor:
    """The factor with one variable summed or maximised away."""
    if name not in factor.of:
        return factor
    axis = factor.of.index(name)
    table = factor.table.sum(axis=axis) if how is np.sum else factor.table.max(axis=axis)
    return _Factor((*factor.of[:axis], *factor.of[axis + 1 :]), table)


def _divided(sizes: Mapping[str, int], worth: _Factor, mass: _Factor) -> _Factor:
    """An average; 0 where what it is an average over cannot come about."""
    of = tuple(name for name in sizes if name in worth.of or name in mass.of)
    top, below = _spread(of, worth), _spread(of, mass)
    shape = np.broadcast_shapes(top.shape, below.shape)
    return _Factor(of, np.divide(top, below, out=np.zeros(shape), where=np.broadcast_to(below > 0, shape)))


def _rule_of(
    diagram: InfluenceDiagram, sizes: Mapping[str, int], choice: str, utilities: list[_Factor], chances: list[_Factor],
    n: int,
) -> Rule:  # fmt: skip
    """The options of a choice, given what is known then."""
    moved = [factor for factor in utilities if choice in factor.of]
    is_total = _cells(sizes, utilities) <= MOST_CELLS_OF_A_RULE
    total = _combined(sizes, utilities if is_total else moved, {choice}, np.add)
    given = tuple(name for name in total.of if name != choice)
    axis = total.of.index(choice)
    expected = np.moveaxis(total.table, axis, -2)
    expected = np.broadcast_to(expected, (*expected.shape[:-1], n)).copy()
    expected[np.broadcast_to(~_can_be(diagram, sizes, given, chances), expected.shape)] = np.nan
    return Rule(choice, diagram.options[choice], given, expected, is_total)


def _can_be(
    diagram: InfluenceDiagram, sizes: Mapping[str, int], given: tuple[str, ...], chances: list[_Factor]
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(given..., 1, diagrams): it has a chance above 0 under some choices."""
    others = {name for factor in chances for name in factor.of} - set(given)
    decided = [choice.name for choice in diagram.choices]
    factors, _ = _sum_out(sizes, chances, [], sorted(others - set(decided)))
    joint = _combined(sizes, factors, set(given), np.multiply)
    for name in decided:
        if name not in given:
            joint = _without(joint, name, np.max)
    return np.expand_dims(joint.table > 0, -2)

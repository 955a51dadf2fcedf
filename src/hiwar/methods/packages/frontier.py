"""The Pareto set: packages that nobody can better without loss to another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from hiwar.methods.packages.approximate import merge_roughly
from hiwar.methods.packages.arrays import Among, Arrays, IntArray, compile_arrays
from hiwar.methods.packages.counting import reservations_of
from hiwar.methods.packages.diagram import Diagram, DiagramTooLargeError, build_diagram
from hiwar.methods.packages.forms import ModelError, Negotiation
from hiwar.methods.packages.merging import MOST_SCORES, Merged, Pruner, TooManyScoresError, bound_pruner, merge
from hiwar.methods.packages.solver import solve_frontier


class Method(StrEnum):
    """How a result was found."""

    MERGING = "merging"
    """Issues merged one after another, what is dominated dropped; exact."""
    SEARCH = "search"
    """Merging that also drops what a bound shows to be worse than the best package known; exact where proved."""
    SOLVER = "solver"
    """Mixed-integer programmes (HiGHS)."""
    COVERING = "covering"
    """Merging that lets one score stand for others near it; the error says how near."""


class Finder(Protocol):
    """Finds the packages that have given scores."""

    def packages(self, score: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Option numbers per issue, package by package."""

    def count(self, score: tuple[int, ...]) -> int:
        """How many packages have these scores."""


@dataclass(frozen=True)
class ScorePoint:
    """Scores that one or more packages give the parties. Packages with equal scores are different packages."""

    scores: tuple[Fraction, ...]
    """Per party, in its own points."""
    scaled: tuple[int, ...]
    """The same as integers: points x the party's scale."""
    arrays: Arrays = field(repr=False, compare=False)
    finder: Finder = field(repr=False, compare=False)

    @property
    def n_packages(self) -> int:
        """How many packages have these scores."""
        return self.finder.count(self.scaled)

    def packages(self) -> Iterator[dict[str, str]]:
        """Every package that has these scores (issue to option), one after another."""
        return (self.arrays.package(chosen) for chosen in self.finder.packages(self.scaled))

    @property
    def package(self) -> dict[str, str]:
        """One of them, always the same."""
        return next(self.packages())


@dataclass(frozen=True, eq=False)
class Frontier:
    """Scores of undominated packages, ascending in the first party's points."""

    form: Negotiation
    among: Among
    """Undominated among which packages."""
    points: tuple[ScorePoint, ...]
    method: Method
    proved: bool
    """It is the whole Pareto set, and nothing else."""
    error: tuple[Fraction, ...]
    """Per party: for each package there is one here that gives every party no less than that many points fewer.
    Zero where proved."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Names of the parties."""
        return self.form.names


def pareto_frontier(
    form: Negotiation, *, among: Among = "acceptable", most_scores: int = MOST_SCORES, may_be_rough: bool = True
) -> Frontier:
    """Find all packages that nobody can better without loss to another.

    Parameters
    ----------
    form : Negotiation
        One or more parties. Two parties: exact for hundreds of issues. Three: exact while undominated partial scores
        fit into memory. Four and more: exact where they are few, else approximate with the error stated.
    among : {"feasible", "admissible", "acceptable"}
        Which packages compete. A package that nobody can better among the acceptable ones cannot be bettered among the
        admissible ones either.
    most_scores : int
        The largest number of partial scores that is kept.
    may_be_rough : bool
        Take an approximation where the exact set is out of reach; False refuses instead.

    Returns
    -------
    Frontier
        Empty where there is no such package.

    Raises
    ------
    ModelError
        The negotiation is not well formed, or out of reach; the message says how large it is.
    """
    arrays = compile_arrays(form)
    try:
        diagram = build_diagram(arrays, "feasible" if among == "feasible" else "admissible")
    except DiagramTooLargeError:
        return _by_solver(arrays, among)
    pruner = acceptable_pruner(diagram) if among == "acceptable" else None
    try:
        merged = merge(diagram, pruner, most_scores=most_scores)
    except TooManyScoresError as problem:
        if not may_be_rough:
            raise ModelError(f"the exact Pareto set is out of reach: {problem}") from None
        finder, error = merge_roughly(diagram, acceptable=among == "acceptable")
        points = tuple(score_point(arrays, finder, row) for row in finder.scores)
        return Frontier(arrays.form, among, points, Method.COVERING, False, arrays.points(error))
    points = tuple(score_point(arrays, merged, row) for row in merged.final)
    return Frontier(form, among, points, Method.MERGING, True, (Fraction(0),) * arrays.n_parties)


def _by_solver(arrays: Arrays, among: Among) -> Frontier:
    found, finder = solve_frontier(arrays, among)
    points = tuple(score_point(arrays, finder, row) for row in found)
    return Frontier(arrays.form, among, points, Method.SOLVER, True, (Fraction(0),) * arrays.n_parties)


def score_point(arrays: Arrays, finder: Finder, row: IntArray) -> ScorePoint:
    """A row of scaled scores with its names."""
    scaled = tuple(int(score) for score in row)
    return ScorePoint(arrays.points(scaled), scaled, arrays, finder)


def acceptable_pruner(diagram: Diagram) -> Pruner | None:
    """Drops partial packages that can no longer be worth everybody's reservation value."""
    if all(value is None for value in diagram.arrays.reservations):
        return None
    return bound_pruner(diagram, reservations_of(diagram.arrays))


def merged_frontier(diagram: Diagram, *, most_scores: int = MOST_SCORES) -> Merged:
    """Undominated acceptable scores of a diagram."""
    return merge(diagram, acceptable_pruner(diagram), most_scores=most_scores)

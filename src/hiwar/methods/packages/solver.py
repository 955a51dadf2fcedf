"""Packages as mixed-integer programmes, where the rules are too entangled for a diagram (solved by HiGHS).

Scores are whole numbers, and totals are kept so small that the solver's tolerances cannot change one: what it finds
is checked in integers, and a bound of the form "at least s" is posed as "at least s - 1/2".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from hiwar.methods.packages.arrays import Among, Arrays, FloatArray, IntArray, score_of
from hiwar.methods.packages.conditions import Condition
from hiwar.methods.packages.counting import NO_BOUND, reservations_of
from hiwar.methods.packages.forms import ModelError

MOST_TOTAL = 200_000
"""Scaled points in total beyond which a tolerance of a millionth per variable could hide a whole point."""
MOST_POINTS_SOLVED = 5_000
"""Points of a frontier that are asked for, one by one, before the solver gives up."""

MOST_NODES = 20_000
"""Branches of one programme after which the solver gives up; counted instead of timed, so that runs can be repeated."""
MOST_POINTS_MANY = 100
"""The same for three parties and more, where each further point makes the programme larger."""

Row = tuple[dict[int, float], float, float]
"""Coefficients by variable, lower and upper bound."""


@dataclass(frozen=True, eq=False)
class Programme:
    """Variables are first one per issue and option (0 or 1), then one per interaction."""

    arrays: Arrays
    among: Among
    firsts: tuple[int, ...]
    """Per issue: number of its first variable."""
    n_variables: int
    rows: tuple[Row, ...]
    scores: FloatArray
    """(party, variable): scaled points."""
    upper: FloatArray
    """(variable,): 1, or 0 where the fixed part closes an option."""

    def best(
        self,
        weights: Sequence[float],
        at_least: Sequence[int],
        without: Sequence[tuple[int, ...]] = (),
        beyond: Sequence[tuple[int, ...]] = (),
    ) -> tuple[int, ...] | None:
        """A package with the largest weighted sum of scores, each party's at least so much; None where there is none.

        ``without`` are packages not to be taken; scores in ``beyond`` must not be as good for every party. ``weights``
        are whole numbers of moderate size (0 or 1), so that the best sum is known to the unit.
        """
        rows = [*self.reaching(at_least), *self.without(without)]
        further, extra = self.beyond(beyond, self.n_variables)
        objective = np.concatenate([np.asarray(weights) @ self.scores, np.zeros(extra)])
        found = self.solve(objective, [*rows, *further], np.ones(extra), np.zeros(extra), np.ones(extra))
        if found is None:
            return None
        chosen, bound = found
        value = sum(weight * score for weight, score in zip(weights, score_of(self.arrays, chosen), strict=True))
        if bound > value + 0.9:
            raise ModelError("the solver came to no end: a better package may exist")
        return chosen

    def reaching(self, at_least: Sequence[int]) -> list[Row]:
        """Each party's score is at least so much."""
        return [
            (self._score(party), bound - 0.5, np.inf) for party, bound in enumerate(at_least) if bound > NO_BOUND // 2
        ]

    def without(self, packages: Sequence[tuple[int, ...]]) -> list[Row]:
        """None of these packages."""
        return [
            ({self.firsts[issue] + option: 1.0 for issue, option in enumerate(chosen)}, -np.inf, len(chosen) - 1.0)
            for chosen in packages
        ]

    def beyond(self, found: Sequence[tuple[int, ...]], first: int) -> tuple[list[Row], int]:
        """Some party has more than in each of these scores (Sylva & Crema (2004), *Eur. J. Oper. Res.* 158).

        Rows, and how many variables of 0 or 1 they need, numbered from ``first``.
        """
        rows: list[Row] = []
        low = np.minimum(self.scores, 0).sum(axis=1)
        for scores in found:
            rows.append(({first + party: 1.0 for party in range(len(scores))}, 1.0, np.inf))
            for party, score in enumerate(scores):
                rows.append(({**self._score(party), first + party: low[party] - score - 0.5}, low[party], np.inf))
            first += len(scores)
        return rows, sum(map(len, found))

    def _score(self, party: int) -> dict[int, float]:
        return {int(variable): float(self.scores[party, variable]) for variable in np.flatnonzero(self.scores[party])}

    def solve(
        self,
        objective: FloatArray,
        rows: Sequence[Row],
        is_whole: FloatArray,
        lower: FloatArray,
        upper: FloatArray,
    ) -> tuple[tuple[int, ...], float] | None:
        """A package with the largest objective, and the solver's upper bound on it; None where there is none.

        ``objective`` covers further variables too; ``is_whole``, ``lower`` and ``upper`` are theirs.
        """
        found = milp(
            -objective,
            constraints=_constraint((*self.rows, *rows), objective.size),
            integrality=np.concatenate([np.ones(self.n_variables), is_whole]),
            bounds=Bounds(np.concatenate([np.zeros(self.n_variables), lower]), np.concatenate([self.upper, upper])),
            options={"mip_rel_gap": 0.0, "node_limit": MOST_NODES},
        )
        if found.status == 2:
            return None
        if found.status != 0:
            raise ModelError(f"the solver came to no end: {found.message}")
        return self._checked(found.x), -float(found.mip_dual_bound)

    def _checked(self, values: FloatArray) -> tuple[int, ...]:
        chosen = tuple(
            int(values[first : first + len(options)].argmax())
            for first, options in zip(self.firsts, self.arrays.options, strict=True)
        )
        conditions = [condition for condition in self.arrays.conditions(self.among) if condition.adds is None]
        if any(condition.holds(chosen) for condition in conditions):
            raise ModelError("the solver's package breaks a rule; its tolerances are too wide for these points")
        return chosen


def programme_of(arrays: Arrays, among: Among) -> Programme:
    """Pose a negotiation as a mixed-integer programme.

    Raises
    ------
    ModelError
        Scaled points are too large for the solver's tolerances.
    """
    totals = np.abs(arrays.worths).max(axis=2).sum(axis=1)
    for condition in arrays.interactions:
        if condition.adds is not None:
            totals[condition.adds[0]] += abs(condition.adds[1])
    if int(totals.max()) > MOST_TOTAL:
        raise ModelError(
            f"the rules are too entangled to be followed issue by issue, and scaled points of up to {totals.max():,} "
            f"in total are too fine for the solver ({MOST_TOTAL:,}); give fewer digits or fewer rules"
        )
    sizes = [len(options) for options in arrays.options]
    firsts = np.cumsum([0, *sizes])
    rows: list[Row] = [
        ({int(first) + option: 1.0 for option in range(size)}, 1.0, 1.0)
        for first, size in zip(firsts, sizes, strict=False)
    ]
    scores = np.zeros((arrays.n_parties, int(firsts[-1]) + len(arrays.interactions)))
    upper = np.ones(scores.shape[1])
    for issue, size in enumerate(sizes):
        scores[:, firsts[issue] : firsts[issue + 1]] = arrays.worths[:, issue, :size]
        upper[firsts[issue] : firsts[issue + 1]] = arrays.is_open[issue, :size]
    extra = int(firsts[-1])
    for condition in arrays.conditions(among):
        variable = None if condition.adds is None else extra
        rows += _rows_of(condition, firsts, variable)
        if condition.adds is not None:
            scores[condition.adds[0], extra] = condition.adds[1]
            extra += 1
    return Programme(arrays, among, tuple(firsts[:-1].tolist()), scores.shape[1], tuple(rows), scores, upper)


def _rows_of(condition: Condition, firsts: IntArray, variable: int | None) -> Iterator[Row]:
    fits = {
        issue: {int(firsts[issue]) + option: 1.0 for option, fit in enumerate(several) if fit}
        for issue, several in condition.fits.items()
    }
    among = {name: 1.0 for names in fits.values() for name in names}
    match condition.kind:
        case "at_most":
            yield among, -np.inf, float(condition.count)
        case "at_least":
            yield among, float(condition.count), np.inf
        case "requires":
            for issue, several in condition.then.items():
                row = dict(among)
                for option, fit in enumerate(several):
                    if fit:
                        row[int(firsts[issue]) + option] = row.get(int(firsts[issue]) + option, 0.0) - 1.0
                yield row, -np.inf, len(fits) - 1.0
        case "all" if variable is None:
            yield among, -np.inf, len(fits) - 1.0
        case "all":
            yield {**among, variable: -1.0}, -np.inf, len(fits) - 1.0
            for names in fits.values():
                yield {**names, variable: -1.0}, 0.0, np.inf


def _constraint(rows: Sequence[Row], n_variables: int) -> LinearConstraint:
    columns = [name for row, _, _ in rows for name in row]
    values = [value for row, _, _ in rows for value in row.values()]
    numbers = np.repeat(np.arange(len(rows)), [len(row) for row, _, _ in rows])
    matrix = csr_array((values, (numbers, columns)), shape=(len(rows), n_variables))
    return LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows])


def extremes(programme: Programme) -> tuple[list[int], list[int]] | None:
    """Each party's worst and best scores, taken alone; None where there is no package."""
    n_parties = programme.arrays.n_parties
    free = [NO_BOUND] * n_parties
    worst: list[int] = []
    best: list[int] = []
    for party in range(n_parties):
        for sign, found in ((-1.0, worst), (1.0, best)):
            chosen = programme.best([sign if other == party else 0.0 for other in range(n_parties)], free)
            if chosen is None:
                return None
            found.append(score_of(programme.arrays, chosen)[party])
    return worst, best


@dataclass(frozen=True, eq=False)
class SolverFinder:
    """Finds packages with given scores by asking the solver again without those found."""

    programme: Programme

    def packages(self, score: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """Option numbers per issue; only for scores that are undominated, so that none can be above them."""
        found: list[tuple[int, ...]] = []
        while (chosen := self.programme.best((0,) * len(score), score, found)) is not None:
            yield chosen
            found.append(chosen)

    def count(self, score: tuple[int, ...]) -> int:
        """How many packages have these scores: all are looked for."""
        return sum(1 for _ in self.packages(score))


def undominated_in(programme: Programme, at_least: Sequence[int], most: int) -> IntArray:
    """(score, party): undominated scores that reach these, ascending; always the largest sum beyond all found so far.

    Raises
    ------
    ModelError
        More than ``most``.
    """
    n_parties = programme.arrays.n_parties
    found: list[tuple[int, ...]] = []
    while (chosen := programme.best((1.0,) * n_parties, at_least, beyond=found)) is not None:
        if len(found) == most:
            raise ModelError(
                f"{n_parties} parties, {programme.arrays.n_issues} issues and rules too entangled to be followed issue "
                f"by issue: more than {most} undominated scores are out of reach; fix part of the package"
            )
        found.append(score_of(programme.arrays, chosen))
    return np.array(sorted(found), dtype=np.int64).reshape(-1, n_parties)


def solve_frontier(arrays: Arrays, among: Among) -> tuple[IntArray, SolverFinder]:
    """(score, party): undominated scores, ascending; a programme or two per point.

    Walks along the frontier: the most for the first party, then the most for the second with that; then the same with
    more for the second (the epsilon-constraint method of Haimes, Lasdon & Wismer (1971), exact on whole numbers). With
    three parties and more, `undominated_in`.

    Raises
    ------
    ModelError
        More than `MOST_POINTS_SOLVED` points (three parties and more: `MOST_POINTS_MANY`).
    """
    programme = programme_of(arrays, among)
    at_least = [int(value) for value in reservations_of(arrays)]
    if among != "acceptable":
        at_least = [NO_BOUND] * arrays.n_parties
    if arrays.n_parties > 2:
        return undominated_in(programme, at_least, MOST_POINTS_MANY), SolverFinder(programme)
    found: list[tuple[int, ...]] = []
    first, second = ((1.0, 0.0), (0.0, 1.0)) if arrays.n_parties == 2 else ((1.0,), (1.0,))
    while (chosen := programme.best(first, at_least)) is not None:
        most = score_of(arrays, chosen)[0]
        rest = programme.best(second, [most, *at_least[1:]])
        if rest is None:
            raise ModelError("the solver lost a package it had found; its tolerances are too wide for these points")
        found.append(score_of(arrays, rest))
        if arrays.n_parties == 1:
            break
        at_least = [at_least[0], found[-1][1] + 1]
        if len(found) > MOST_POINTS_SOLVED:
            raise ModelError(f"the Pareto set has more than {MOST_POINTS_SOLVED:,} points; fix part of the package")
    return np.array(found[::-1], dtype=np.int64).reshape(-1, arrays.n_parties), SolverFinder(programme)

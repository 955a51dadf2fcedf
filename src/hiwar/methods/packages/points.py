"""Packages that the standards of bargaining theory single out: Nash, Kalai-Smorodinsky, egalitarian and others."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from hiwar.methods.packages.arrays import Among, Arrays, IntArray, compile_arrays, exact
from hiwar.methods.packages.bounds import Problem
from hiwar.methods.packages.counting import NO_BOUND, reservations_of
from hiwar.methods.packages.diagram import Diagram, DiagramTooLargeError, build_diagram
from hiwar.methods.packages.forms import ModelError, Negotiation, Number
from hiwar.methods.packages.frontier import Finder, Method, ScorePoint, merged_frontier, score_point
from hiwar.methods.packages.merging import TooManyScoresError
from hiwar.methods.packages.search import search
from hiwar.methods.packages.solver import SolverFinder, extremes, programme_of, solve_frontier
from hiwar.methods.packages.solver_points import solve_best
from hiwar.methods.packages.standards import STANDARDS, USES_GAINS, Standard, Yardstick

MOST_SCORES_TRIED = 2_000_000
"""The whole Pareto set is taken where it needs no more partial scores than this; with four parties and more, than:"""
MOST_SCORES_TRIED_MANY = 20_000


@dataclass(frozen=True, eq=False)
class FairPoint:
    """The undominated acceptable packages that are best by one standard, every tie included."""

    standard: Standard
    points: tuple[ScorePoint, ...]
    """Different scores that are equally good by the standard; empty where nothing is acceptable to all."""
    value: Fraction | None
    """Smallest ratio, smallest gain in points, smallest share, sum of shares, or product of gains in points. None where
    there is no package, not all parties can gain (Nash), or the product is weighted (`weights`)."""
    proved: bool
    """All of these, and no others, are best."""
    method: Method
    origin: tuple[Fraction, ...]
    """Per party, points that count as 0: reservation values, or the worst packages. Empty where there is no package."""
    best: tuple[Fraction, ...]
    """Per party, points that count as 1: its ideal point, or its best package. Empty as before, and for Nash and
    egalitarian points, which do not use it."""
    weights: tuple[Fraction, ...]
    """Per party; all 1 unless given."""

    @property
    def n_packages(self) -> int:
        """How many packages are equally good."""
        return sum(point.n_packages for point in self.points)

    def packages(self) -> Iterator[dict[str, str]]:
        """All of them (issue to option)."""
        for point in self.points:
            yield from point.packages()


def fair_points(
    form: Negotiation,
    standards: Sequence[Standard] = STANDARDS,
    *,
    weights: Mapping[str, Number] | None = None,
    ideals_over: Among = "acceptable",
    ranges_over: Among = "admissible",
) -> tuple[FairPoint, ...]:
    """Find the packages that each standard singles out, exactly and with all ties.

    Parameters
    ----------
    form : Negotiation
        One or more parties. Where the whole Pareto set is small, points are read off it; else they are searched for
        with bounds, and each result says whether it is proved.
    standards : sequence of Standard
        Those that use gains need every party's reservation value; those that use shares do not.
    weights : mapping of party to number, optional
        Bargaining weights of the Nash product (asymmetric Nash solution), positive; only their ratio counts.
    ideals_over : {"feasible", "admissible", "acceptable"}
        Over which packages a party's ideal point is its best. Kalai and Smorodinsky take those that are acceptable to
        all (individually rational).
    ranges_over : {"feasible", "admissible"}
        Over which packages a party's worst and best are taken for its shares.

    Returns
    -------
    tuple of FairPoint
        One per standard, in the order asked for.

    Raises
    ------
    ModelError
        The negotiation is not well formed, a reservation value is missing, a weight is not positive, or the rules and
        the number of parties together are out of reach.

    Notes
    -----
    Only undominated packages are taken: among packages with the same smallest ratio one may be better for all others.
    A party that can gain nothing in any acceptable package (its range is one point) has no ratio and is left out.
    Where no package gives every party a gain, the Nash product is that of the largest groups that can gain together.

    References
    ----------
    Nash (1950), *Econometrica* 18, 155; Kalai & Smorodinsky (1975), *Econometrica* 43, 513; Kalai (1977),
    *Econometrica* 45, 1623; for finite sets of packages Mariotti (1998), *Games Econ. Behav.* 22, and Nagahisa & Tanaka
    (2002), *Int. J. Game Theory* 31.
    """
    arrays = compile_arrays(form)
    _check_reservations(form, standards)
    whole = _whole_weights(form, weights)
    ground = _ground_of(arrays)
    return tuple(_fair_point(ground, standard, whole, ideals_over, ranges_over) for standard in standards)


def _check_reservations(form: Negotiation, standards: Sequence[Standard]) -> None:
    if needing := [standard for standard in standards if standard in USES_GAINS]:
        for party in form.parties:
            if party.reservation_value is None:
                raise ModelError(
                    f"{party.name}: no reservation value is stated, so there are no gains to measure ({needing[0]}); "
                    "state it, or ask for welfare_of_shares or maximin only"
                )


def _whole_weights(form: Negotiation, weights: Mapping[str, Number] | None) -> tuple[int, ...]:
    if weights is None:
        return (1,) * len(form.parties)
    if set(weights) != set(form.names):
        raise ModelError(f"weights are given for {', '.join(weights)}; the parties are {', '.join(form.names)}")
    fractions = [exact(weights[name], f"weight of {name}") for name in form.names]
    if min(fractions) <= 0:
        raise ModelError("weights must be positive; leave a party without weight out of the negotiation")
    common = math.lcm(*(fraction.denominator for fraction in fractions))
    whole = [int(fraction * common) for fraction in fractions]
    divisor = math.gcd(*whole)
    return tuple(number // divisor for number in whole)


@dataclass(frozen=True, eq=False)
class _Ground:
    """What the standards are applied to: the whole Pareto set where it could be had, else the diagram alone."""

    arrays: Arrays
    diagram: Diagram | None
    scores: IntArray | None
    """(score, party): undominated acceptable scores, if known."""
    finder: Finder | None
    method: Method


def _ground_of(arrays: Arrays) -> _Ground:
    try:
        diagram = build_diagram(arrays, "admissible")
    except DiagramTooLargeError:
        if arrays.n_parties > 2:
            return _Ground(arrays, None, None, SolverFinder(programme_of(arrays, "admissible")), Method.SOLVER)
        scores, finder = solve_frontier(arrays, "acceptable")
        return _Ground(arrays, None, scores, finder, Method.SOLVER)
    try:
        most = MOST_SCORES_TRIED if arrays.n_parties < 4 else MOST_SCORES_TRIED_MANY
        merged = merged_frontier(diagram, most_scores=most)
    except TooManyScoresError:
        return _Ground(arrays, diagram, None, None, Method.SEARCH)
    return _Ground(arrays, diagram, merged.final, merged, Method.MERGING)


def _fair_point(
    ground: _Ground, standard: Standard, weights: tuple[int, ...], ideals_over: Among, ranges_over: Among
) -> FairPoint:
    yardstick, is_known = _yardstick(ground, standard, weights, ideals_over, ranges_over)
    arrays, shown = ground.arrays, tuple(map(Fraction, weights))
    if yardstick is None:
        return FairPoint(standard, (), None, is_known, ground.method, (), (), shown)
    if ground.scores is not None and ground.finder is not None:
        rows = ground.scores[yardstick.best_rows(ground.scores)]
        points, proved = tuple(score_point(arrays, ground.finder, row) for row in rows), True
    else:
        points, proved = _searched(ground, yardstick)
    value = _value(arrays, yardstick, points)
    proved = proved and is_known
    origin = arrays.points(yardstick.origin)
    uses_best = standard not in (Standard.NASH, Standard.EGALITARIAN)
    best = arrays.points([o + s for o, s in zip(yardstick.origin, yardstick.span, strict=True)]) if uses_best else ()
    return FairPoint(standard, points, value, proved, ground.method, origin, best, shown)


def _value(arrays: Arrays, yardstick: Yardstick, points: Sequence[ScorePoint]) -> Fraction | None:
    if not points:
        return None
    if yardstick.standard == Standard.NASH:
        value = yardstick.value(points[0].scaled) / math.prod(arrays.scales)
        return value if set(yardstick.weights) == {1} and value > 0 else None
    return yardstick.value(points[0].scaled)


def _yardstick(
    ground: _Ground, standard: Standard, weights: tuple[int, ...], ideals_over: Among, ranges_over: Among
) -> tuple[Yardstick | None, bool]:
    """The numbers a standard measures by, and whether they are proved; None: no package is acceptable to all."""
    if standard not in USES_GAINS:
        found = _ranges(ground, ranges_over)
        if found is None:
            return None, True
        worst, best = found
        span = tuple(high - low for low, high in zip(worst, best, strict=True))
        return Yardstick(standard, tuple(worst), span, weights), True
    origin = tuple(int(value) for value in reservations_of(ground.arrays))
    if standard == Standard.NASH:
        return Yardstick(standard, origin, (1,) * len(origin), weights), True
    if standard == Standard.EGALITARIAN:
        return Yardstick(standard, origin, ground.arrays.scales, weights), True
    ideals, is_known = _ideals(ground, ideals_over)
    if ideals is None:
        return None, is_known
    gains = tuple(max(0, ideal - low) for ideal, low in zip(ideals, origin, strict=True))
    return Yardstick(standard, origin, gains, weights), is_known


def _ranges(ground: _Ground, among: Among) -> tuple[list[int], list[int]] | None:
    if among == "acceptable":
        raise ModelError("ranges are taken over 'feasible' or 'admissible' packages")
    if ground.diagram is None:
        return extremes(programme_of(ground.arrays, among))
    diagram = ground.diagram
    if among == "feasible" and ground.arrays.red_lines:
        diagram = build_diagram(ground.arrays, "feasible")
    if diagram.is_empty:
        return None
    return diagram.worst_rest[0][0].tolist(), diagram.best_rest[0][0].tolist()


def _ideals(ground: _Ground, among: Among) -> tuple[list[int] | None, bool]:
    if among != "acceptable":
        found = _ranges(ground, among)
        return (None if found is None else found[1]), True
    if ground.scores is not None:
        return (ground.scores.max(axis=0).tolist() if len(ground.scores) else None), True
    ideals, proved = [], True
    for party in range(ground.arrays.n_parties):
        span = tuple(int(other == party) for other in range(ground.arrays.n_parties))
        alone = Yardstick(Standard.WELFARE_OF_SHARES, (0,) * len(span), span, (1,) * len(span))
        points, is_proved = _searched(ground, alone)
        if not points:
            return None, is_proved
        ideals.append(points[0].scaled[party])
        proved = proved and is_proved
    return ideals, proved


def _searched(ground: _Ground, yardstick: Yardstick) -> tuple[tuple[ScorePoint, ...], bool]:
    """Best packages by search; for the Nash product first those with gains for all, then for fewer."""
    if yardstick.standard != Standard.NASH:
        return _search_once(ground, yardstick, reservations_of(ground.arrays))
    n_parties = ground.arrays.n_parties
    for size in range(n_parties, -1, -1):
        found: list[ScorePoint] = []
        proved = True
        for group in combinations(range(n_parties), size):
            gaining = np.isin(np.arange(n_parties), group)
            span = tuple(int(gains) for gains in gaining)
            own = Yardstick(yardstick.standard, yardstick.origin, span, yardstick.weights)
            points, is_proved = _search_once(ground, own, reservations_of(ground.arrays) + gaining)
            found += [point for point in points if point.scaled not in {known.scaled for known in found}]
            proved = proved and is_proved
        if found or not proved:
            return tuple(found), proved
    return (), True


def _search_once(ground: _Ground, yardstick: Yardstick, at_least: IntArray) -> tuple[tuple[ScorePoint, ...], bool]:
    if ground.diagram is not None and ground.diagram.is_empty:
        return (), True
    if not yardstick.counted:  # nobody can gain: one score is left, that of the reservation values
        ones = (1,) * ground.arrays.n_parties
        yardstick = Yardstick(Standard.WELFARE_OF_SHARES, yardstick.origin, ones, yardstick.weights)
    if ground.diagram is None:
        finder = SolverFinder(programme_of(ground.arrays, "admissible"))
        scores, proved = solve_best(finder.programme, yardstick, at_least.tolist())
        return tuple(score_point(ground.arrays, finder, row) for row in scores), proved
    merged, proved = search(Problem(ground.diagram, yardstick, np.maximum(at_least, NO_BOUND)))
    rows = yardstick.best_rows(merged.final)
    return tuple(score_point(ground.arrays, merged, merged.final[row]) for row in rows), proved

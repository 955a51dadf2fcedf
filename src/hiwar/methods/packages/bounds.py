"""Upper bounds on what packages that begin in some way can come to, by one standard.

A weighted sum of scores is easy to maximise along a diagram, and from its maximum a bound on the standard follows.
The weights come from the same problem over mixtures of packages (column generation), so that the first bound is as
sharp as one of its kind can be; others lean to either side of it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import linprog  # type: ignore[import-untyped]

from hiwar.methods.packages.arrays import FloatArray, IntArray
from hiwar.methods.packages.diagram import Diagram
from hiwar.methods.packages.kernels import heaviest
from hiwar.methods.packages.standards import Standard, Yardstick

LEANS = (0.02, 0.05, 0.1, 0.2, 0.5)
"""How far the other cuts lean, as spreads of the weights' logarithms."""
ROUNDS = 200
"""Packages taken into the mixture, at most."""


@dataclass(frozen=True, eq=False)
class Problem:
    """A standard to be met as well as can be, with scores that each party must reach at least."""

    diagram: Diagram
    yardstick: Yardstick
    at_least: IntArray
    """(party,): scaled scores; for the Nash product above the origin."""

    @cached_property
    def flat(self) -> tuple[IntArray, IntArray, IntArray, IntArray, IntArray]:
        """The diagram as the kernel takes it: starts of arcs and of nodes by layer, sources, targets, worths."""
        layers = self.diagram.layers
        arcs = np.cumsum([0, *(layer.source.size for layer in layers)])
        nodes = np.cumsum([0, *(layer.n_sources for layer in layers)])
        source = np.concatenate([layer.source for layer in layers])
        target = np.concatenate([layer.target for layer in layers])
        return arcs, nodes, source, target, np.concatenate([layer.worth for layer in layers])

    def heaviest(self, weights: FloatArray) -> IntArray:
        """(party,): scores of the package with the largest weighted sum."""
        scores: IntArray = heaviest(*self.flat, weights)
        return scores


@dataclass(frozen=True, eq=False)
class Cuts:
    """Weights from which upper bounds follow; all in the units of ratios (gain divided by span)."""

    problem: Problem
    own: FloatArray
    """(cut, party): the part of the weights that belongs to the standard."""
    floor: FloatArray
    """(cut, party): the part that belongs to the scores to be reached at least."""

    @cached_property
    def weights(self) -> FloatArray:
        """(cut, party): on scaled points."""
        return self.own + self.floor

    @cached_property
    def rest(self) -> tuple[FloatArray, ...]:
        """Per layer (node after it, cut): the largest weighted sum that can still be added."""
        found = [np.zeros((1, len(self.own)))]
        for layer in reversed(self.problem.diagram.layers):
            before = np.full((layer.n_sources, len(self.own)), -np.inf)
            np.maximum.at(before, layer.source, layer.worth @ self.weights.T + found[-1][layer.target])
            found.append(before)
        return tuple(reversed(found))

    def bounds(self, depth: int, node: int, scores: IntArray) -> FloatArray:
        """(score,): no package that begins so has a value above this (in the terms of ``Yardstick.rough``)."""
        yardstick = self.problem.yardstick
        origin, span = np.array(yardstick.origin, dtype=np.float64), np.array(yardstick.span, dtype=np.float64)
        paid = self.own @ origin + self.floor @ self.problem.at_least
        left = scores @ self.weights.T + self.rest[depth][node] - paid
        if yardstick.standard == Standard.NASH:
            shares = nash_shares(yardstick)
            own = self.own[:, shares > 0]
            shares = shares[shares > 0]
            constant = (np.log(shares / own) * shares).sum(axis=1)
            with np.errstate(divide="ignore", invalid="ignore"):
                found = np.where(left > 0, np.log(np.maximum(left, 1e-300)), -np.inf) + constant
        elif yardstick.standard == Standard.WELFARE_OF_SHARES:
            found = left
        else:
            found = left / (self.own @ span)
        bound: FloatArray = found.min(axis=1)
        return bound


def cuts_of(problem: Problem) -> Cuts:
    """The sharpest cut, and others around it."""
    own, floor = _best_mixture(problem)
    if problem.yardstick.standard == Standard.NASH:
        own, floor = _nash_weights(problem, own), np.zeros_like(own)
    rng = np.random.default_rng(0)  # which cuts are taken changes the time, never the result
    n_parties = own.size
    leaning = [np.ones(n_parties)]
    for lean in LEANS:
        leaning += [np.exp(lean * rng.standard_normal(n_parties)) for _ in range(2 * n_parties)]
    factors = np.array(leaning)
    if problem.yardstick.standard == Standard.WELFARE_OF_SHARES:
        return Cuts(problem, np.tile(own, (len(factors), 1)), factors * floor)
    own = np.where(np.array(problem.yardstick.span) > 0, np.maximum(own, own.max() * 1e-9), 0.0)
    return Cuts(problem, factors * own, factors * floor)


def _best_mixture(problem: Problem) -> tuple[FloatArray, FloatArray]:
    """Prices of the standard and of the scores to be reached, from the linear programme over mixtures of packages.

    (party,), (party,): on scaled points.
    """
    yardstick = problem.yardstick
    n_parties = len(yardstick.span)
    span = np.array([span if span > 0 else 1 for span in yardstick.span], dtype=np.float64)
    counted = np.array([span > 0 for span in yardstick.span])
    share = np.where(counted, 1.0 / span, 0.0)
    columns = [problem.heaviest(row) for row in np.diag(1.0 / span) + 1e-3 / span]
    own, floor = share / max(1, counted.sum()), np.zeros(n_parties)
    for _ in range(ROUNDS):
        own, floor, price = _prices(yardstick, problem.at_least, np.array(columns), share)
        column = problem.heaviest(own + floor)
        if (own + floor) @ column <= price + 1e-9 * max(1.0, abs(price)):
            break
        columns.append(column)
    return own, floor


def _prices(
    yardstick: Yardstick, at_least: IntArray, columns: IntArray, share: FloatArray
) -> tuple[FloatArray, FloatArray, float]:
    """Duals of the programme restricted to some packages: variables are their parts, the value, and what is missing."""
    n_columns, n_parties = columns.shape
    is_sum = yardstick.standard == Standard.WELFARE_OF_SHARES
    counted = np.flatnonzero(share)
    bound = np.flatnonzero(at_least > -(1 << 60))
    unit = np.where(share > 0, share, 1.0)
    own_rows = np.zeros((0 if is_sum else counted.size, n_columns + 2))
    if not is_sum:
        own_rows[:, :n_columns] = -(columns * share)[:, counted].T
        own_rows[:, n_columns] = 1.0
    floor_rows = np.zeros((bound.size, n_columns + 2))
    floor_rows[:, :n_columns] = -(columns * unit)[:, bound].T
    floor_rows[:, n_columns + 1] = -1.0
    limits = np.concatenate([-(np.array(yardstick.origin) * share)[counted] if not is_sum else [],
                             -(at_least * unit)[bound]])  # fmt: skip
    objective = np.zeros(n_columns + 2)
    objective[n_columns + 1] = 1e3
    if is_sum:
        objective[:n_columns] = -(columns @ share)
    else:
        objective[n_columns] = -1.0
    parts = np.concatenate([np.ones(n_columns), [0.0, 0.0]])[None]
    found = linprog(
        objective, np.vstack([own_rows, floor_rows]), limits, parts, [1.0],
        bounds=[(0, None)] * n_columns + [(None, None) if not is_sum else (0, 0), (0, None)], method="highs",
    )  # fmt: skip
    own, floor = np.zeros(n_parties), np.zeros(n_parties)
    duals = -found.ineqlin.marginals
    if is_sum:
        own = share.copy()
    else:
        own[counted] = duals[: counted.size] * share[counted]
    floor[bound] = duals[len(own_rows) :] * unit[bound]
    return own, floor, float(-found.eqlin.marginals[0])


def nash_shares(yardstick: Yardstick) -> FloatArray:
    """(party,): weights that add up to 1; 0 for a party left out."""
    weights = np.where(np.array(yardstick.span) > 0, np.array(yardstick.weights, dtype=np.float64), 0.0)
    shares: FloatArray = weights / weights.sum()
    return shares


def _nash_weights(problem: Problem, start: FloatArray) -> FloatArray:
    """Weights at the mixture with the largest product (Frank-Wolfe): each party's weight divided by its gain."""
    yardstick = problem.yardstick
    shares = nash_shares(yardstick)
    origin = np.array(yardstick.origin)
    gains = np.maximum(problem.heaviest(start) - origin, 1).astype(np.float64)
    for turn in range(2 * ROUNDS):
        target = problem.heaviest(shares / gains) - origin
        gains = np.maximum(gains + (target - gains) * (2.0 / (turn + 3)), 1.0)  # no gain is less than a scaled point
    weights: FloatArray = shares / gains
    return weights

"""The best packages by one standard, by mixed-integer programmes: where rules are too entangled for a diagram.

Each round maximises the standard (for the Nash product: a bound on it made of tangents to the logarithm) over the
packages that are not as bad for every party as one found before. It ends when the solver's bound is below the best
value found: then all that are best have been found, ties included.
"""

from collections.abc import Sequence

import numpy as np

from hiwar.methods.packages.arrays import FloatArray, IntArray, score_of
from hiwar.methods.packages.forms import ModelError
from hiwar.methods.packages.solver import Programme, Row
from hiwar.methods.packages.standards import Standard, Yardstick

CLEAR = 1e-5
"""A bound must be below the best value by more than this: ten times the solver's tolerance."""
MOST_ROUNDS = 60
TANGENTS = 24
"""Per party, spread evenly over the logarithms of its gains."""
AROUND = (-0.04, -0.02, -0.01, -0.005, 0.0, 0.005, 0.01, 0.02, 0.04)
"""Further tangents around the gains of each package found, by the logarithm."""


def solve_best(programme: Programme, yardstick: Yardstick, at_least: Sequence[int]) -> tuple[IntArray, bool]:
    """(score, party): undominated scores that are best by a standard, and whether they are all for sure.

    Empty where no package reaches ``at_least``.
    """
    found: list[tuple[int, ...]] = []
    touching = _first_tangents(programme, yardstick)
    best = -np.inf
    for _ in range(MOST_ROUNDS):
        objective, rows, lower, upper = _model(programme, yardstick, touching, found)
        whole = np.concatenate([np.zeros(lower.size - _n_beyond(found)), np.ones(_n_beyond(found))])
        solved = programme.solve(objective, [*programme.reaching(at_least), *rows], whole, lower, upper)
        if solved is None or solved[1] + _constant(yardstick) < best - CLEAR * max(1.0, abs(best)):
            return _ranked(yardstick, found, programme), True
        scores = _lifted(programme, score_of(programme.arrays, solved[0]))
        found.append(scores)
        value = float(yardstick.rough(np.array([scores], dtype=np.int64))[0])
        best = max(best, value)
        gains = np.array(scores, dtype=np.float64) - np.array(yardstick.origin)
        touching = [
            [*own, *(gain * np.exp(step) for step in AROUND)] for own, gain in zip(touching, gains, strict=True)
        ]
    return _ranked(yardstick, found, programme), False


def _ranked(yardstick: Yardstick, found: Sequence[tuple[int, ...]], programme: Programme) -> IntArray:
    scores = np.array(sorted(found), dtype=np.int64).reshape(-1, programme.arrays.n_parties)
    return scores[yardstick.best_rows(scores)]


def _lifted(programme: Programme, scores: tuple[int, ...]) -> tuple[int, ...]:
    """Undominated scores that are as good for every party."""
    chosen = programme.best((1.0,) * len(scores), scores)
    if chosen is None:
        raise ModelError("the solver lost a package it had found; its tolerances are too wide for these points")
    return score_of(programme.arrays, chosen)


def _n_beyond(found: Sequence[tuple[int, ...]]) -> int:
    return sum(map(len, found))


def _constant(yardstick: Yardstick) -> float:
    """What the objective leaves out."""
    if yardstick.standard != Standard.WELFARE_OF_SHARES:
        return 0.0
    return -sum(yardstick.origin[party] / yardstick.span[party] for party in yardstick.counted)


def _first_tangents(programme: Programme, yardstick: Yardstick) -> list[list[float]]:
    if yardstick.standard != Standard.NASH:
        return [[] for _ in yardstick.span]
    most = np.maximum(programme.scores, 0).sum(axis=1) - np.array(yardstick.origin)
    return [np.geomspace(1.0, max(2.0, float(gain)), TANGENTS).tolist() for gain in most]


def _model(
    programme: Programme, yardstick: Yardstick, touching: Sequence[Sequence[float]], found: Sequence[tuple[int, ...]]
) -> tuple[FloatArray, list[Row], FloatArray, FloatArray]:
    """Objective, rows, and bounds of the variables that come after those of the programme."""
    first = programme.n_variables
    parties = yardstick.counted
    objective = np.zeros(first)
    rows: list[Row] = []
    if yardstick.standard == Standard.WELFARE_OF_SHARES:
        own = np.zeros(0)
        objective = sum((programme.scores[party] / yardstick.span[party] for party in parties), objective)
    elif yardstick.standard == Standard.NASH:
        weights = np.array([yardstick.weights[party] for party in parties], dtype=np.float64)
        own = weights / weights.sum()
        for place, party in enumerate(parties):
            for gain in touching[party]:  # log g <= log gain + (g - gain) / gain
                row = {variable: -score / gain for variable, score in _scores(programme, party)}
                row[first + place] = 1.0
                rows.append((row, -np.inf, np.log(gain) - 1.0 - yardstick.origin[party] / gain))
    else:
        own = np.ones(1)
        for party in parties:
            row = {variable: -score / yardstick.span[party] for variable, score in _scores(programme, party)}
            row[first] = 1.0
            rows.append((row, -np.inf, -yardstick.origin[party] / yardstick.span[party]))
    further, n_beyond = programme.beyond(found, first + own.size)
    low, high = np.full(own.size, -1e3), np.full(own.size, 1e3)
    return (
        np.concatenate([objective, own, np.zeros(n_beyond)]),
        [*rows, *further],
        np.concatenate([low, np.zeros(n_beyond)]),
        np.concatenate([high, np.ones(n_beyond)]),
    )


def _scores(programme: Programme, party: int) -> list[tuple[int, float]]:
    return [(int(place), float(programme.scores[party, place])) for place in np.flatnonzero(programme.scores[party])]

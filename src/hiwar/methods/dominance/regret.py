"""What is lost, in each scenario, by not having taken the best course."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, FloatArray
from hiwar.methods.dominance.bounds import magnitude, scenario_bounds
from hiwar.methods.dominance.prospects import Prospects
from hiwar.methods.dominance.values import central_values


@dataclass(frozen=True, eq=False)
class Regret:
    """Points lost against the best course of each scenario; NaN where a course cannot be taken."""

    central: FloatArray
    """(course, scenario): at the central judgements."""
    worst: FloatArray
    """(course, scenario): under the judgements that are worst for the course."""
    central_most: FloatArray
    """(course,): over the scenarios in which the course can be taken."""
    worst_most: FloatArray
    best_everywhere_certain: tuple[int, ...]
    """Courses that can be taken in every scenario that leaves any choice, and are best there whatever the judgement."""
    best_everywhere_central: tuple[int, ...]
    """The same at the central judgements."""


def regret(prospects: Prospects) -> Regret:
    """How much each course may be regretted, scenario by scenario; no probability of a scenario is used.

    Savage, L. J. (1951), The theory of statistical decision, *JASA* 46(253).
    """
    values = central_values(prospects)
    open_scenarios = prospects.feasible.any(axis=0)
    best = np.where(prospects.feasible, values, -np.inf).max(axis=0)
    central = np.where(prospects.feasible, best - values, np.nan)
    _, high = scenario_bounds(prospects)  # (scenario, other, course)
    worst = np.nan_to_num(high, nan=-np.inf).max(axis=1).T
    worst = np.where(prospects.feasible, np.maximum(worst, 0.0), np.nan)
    tolerance = RELATIVE_TOLERANCE * magnitude(prospects, tuple(range(len(prospects.courses))))
    return Regret(
        central, worst, _most(central), _most(worst),
        _free_of_regret(worst[:, open_scenarios], tolerance), _free_of_regret(central[:, open_scenarios], tolerance),
    )  # fmt: skip


def _most(regrets: FloatArray) -> FloatArray:
    most = np.nan_to_num(regrets, nan=-np.inf).max(axis=1)
    return np.where(np.isneginf(most), np.nan, most)


def _free_of_regret(regrets: FloatArray, tolerance: float) -> tuple[int, ...]:
    return tuple(int(course) for course in np.flatnonzero((regrets <= tolerance).all(axis=1)))

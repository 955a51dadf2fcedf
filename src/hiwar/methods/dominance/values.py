"""Values at the central judgements."""

import numpy as np

from hiwar.methods.dominance.arrays import FloatArray
from hiwar.methods.dominance.prospects import Prospects, scenario_probabilities


def central_effects(prospects: Prospects) -> FloatArray:
    """(effect,): sign x weighted size if the effect occurs, at the central judgements."""
    worth: FloatArray = prospects.sign * (prospects.size_centre @ prospects.central_weights)
    return worth


def central_values(prospects: Prospects) -> FloatArray:
    """(course, scenario): expected value at the central judgements; NaN where the course cannot be taken."""
    values = prospects.active.astype(np.float64) @ (central_effects(prospects) * prospects.likelihood_centre)
    values[~prospects.feasible] = np.nan
    return values


def central_expected(prospects: Prospects) -> FloatArray:
    """(course,): expected over the scenarios in which the course can be taken; NaN if it never can.

    A distribution that nobody judged counts as its mean, all options alike: look at ``prospects.all_given`` first.
    """
    chances = scenario_probabilities(prospects) * prospects.feasible
    mass = chances.sum(axis=1)
    total = np.where(prospects.feasible, np.nan_to_num(central_values(prospects)) * chances, 0.0).sum(axis=1)
    mean: FloatArray = np.divide(total, mass, out=np.full_like(mass, np.nan), where=mass > 0)
    return mean

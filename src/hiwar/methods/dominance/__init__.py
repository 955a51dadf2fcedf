"""Which course is better, for whom, how firmly: exact dominance, acceptability, flips, risk."""

from hiwar.methods.dominance.acceptability import Acceptability, acceptability
from hiwar.methods.dominance.arrays import RELATIVE_TOLERANCE, SIZE_SCALE
from hiwar.methods.dominance.bounds import (
    DifferenceBounds,
    Relation,
    ValueBounds,
    difference_bounds,
    relation,
    relations,
    scenario_relations,
    value_bounds,
)
from hiwar.methods.dominance.information import Information, highest_line, information
from hiwar.methods.dominance.moved import move_apart, values_at_corners
from hiwar.methods.dominance.outcomes import Law, Outcomes, outcomes, stochastic_dominance
from hiwar.methods.dominance.prospects import Block, Prospects, scenario_probabilities
from hiwar.methods.dominance.regret import Regret, regret
from hiwar.methods.dominance.sensitivity import Flips, Parameter, Tornado, flips, tornado
from hiwar.methods.dominance.smaa import Smaa, smaa
from hiwar.methods.dominance.values import central_effects, central_expected, central_values
from hiwar.methods.dominance.weights import Weights, centre, draw_weights, vertices, weight_dimensions
from hiwar.methods.stochastic_orders import first_order, second_order

__all__ = [
    "RELATIVE_TOLERANCE",
    "SIZE_SCALE",
    "Acceptability",
    "Block",
    "DifferenceBounds",
    "Flips",
    "Information",
    "Law",
    "Outcomes",
    "Parameter",
    "Prospects",
    "Regret",
    "Relation",
    "Smaa",
    "Tornado",
    "ValueBounds",
    "Weights",
    "acceptability",
    "central_effects",
    "central_expected",
    "central_values",
    "centre",
    "difference_bounds",
    "draw_weights",
    "first_order",
    "flips",
    "highest_line",
    "information",
    "move_apart",
    "outcomes",
    "regret",
    "relation",
    "relations",
    "scenario_probabilities",
    "scenario_relations",
    "second_order",
    "smaa",
    "stochastic_dominance",
    "tornado",
    "value_bounds",
    "values_at_corners",
    "vertices",
    "weight_dimensions",
]

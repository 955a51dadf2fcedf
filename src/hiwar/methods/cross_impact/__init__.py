"""Cross-impact balances: which futures hang together, given what each turn of events does to the others."""

from hiwar.methods.cross_impact.attractors import Attractor, Attractors, find_attractors
from hiwar.methods.cross_impact.balances import impact_balances, margins_of, total_impact
from hiwar.methods.cross_impact.consistent import ConsistentScenarios, consistent_scenarios
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, Descriptor, Scenario, matrix_of
from hiwar.methods.cross_impact.succession import Rule, Way, follow, next_scenario

__all__ = [
    "Attractor",
    "Attractors",
    "ConsistentScenarios",
    "CrossImpactMatrix",
    "Descriptor",
    "Rule",
    "Scenario",
    "Way",
    "consistent_scenarios",
    "find_attractors",
    "follow",
    "impact_balances",
    "margins_of",
    "matrix_of",
    "next_scenario",
    "total_impact",
]

"""Cross-impact balances: which futures hang together, given what each turn of events does to the others."""

from hiwar.methods.cross_impact.attractors import Attractor, Attractors, find_attractors
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, Descriptor, Scenario, matrix_of
from hiwar.methods.cross_impact.succession import Rule, Way, follow, next_scenario

__all__ = [
    "Attractor",
    "Attractors",
    "CrossImpactMatrix",
    "Descriptor",
    "Rule",
    "Scenario",
    "Way",
    "find_attractors",
    "follow",
    "matrix_of",
    "next_scenario",
]

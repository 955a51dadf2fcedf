"""Cross-impact balances: which futures hang together, given what each turn of events does to the others."""

from hiwar.methods.cross_impact.attractors import Attractor, Attractors, find_attractors
from hiwar.methods.cross_impact.balances import impact_balances, margins_of, total_impact
from hiwar.methods.cross_impact.changes import (
    LeastChanges,
    WhatIf,
    least_changes,
    least_changes_for,
    what_if,
    with_judgement,
)
from hiwar.methods.cross_impact.consistent import ConsistentScenarios, consistent_scenarios, nearest_scenarios
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, Descriptor, Scenario, matrix_of
from hiwar.methods.cross_impact.influence import Influence, influence_of
from hiwar.methods.cross_impact.judges import Ensemble, compare_judges, sum_of
from hiwar.methods.cross_impact.shuffled import Baseline, shuffled_baseline
from hiwar.methods.cross_impact.succession import Rule, Way, follow, next_scenario

__all__ = [
    "Attractor",
    "Attractors",
    "Baseline",
    "ConsistentScenarios",
    "CrossImpactMatrix",
    "Descriptor",
    "Ensemble",
    "Influence",
    "LeastChanges",
    "Rule",
    "Scenario",
    "Way",
    "WhatIf",
    "compare_judges",
    "consistent_scenarios",
    "find_attractors",
    "follow",
    "impact_balances",
    "influence_of",
    "least_changes",
    "least_changes_for",
    "margins_of",
    "matrix_of",
    "nearest_scenarios",
    "next_scenario",
    "shuffled_baseline",
    "sum_of",
    "total_impact",
    "what_if",
    "with_judgement",
]

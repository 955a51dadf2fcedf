"""Agreements on several issues: what is possible, what nobody can better without loss to another, what is fair.

Write a `Negotiation`; every function takes it as it is. Results are exact: points are scaled to integers, and each
result says whether it is proved.
"""

from hiwar.methods.packages.arrays import Among, Arrays, compile_arrays, score_of
from hiwar.methods.packages.blocking import Blocking, Demand, DemandKind, Relaxation, find_blocking
from hiwar.methods.packages.counting import Zone, list_packages, zone_of_agreement
from hiwar.methods.packages.forms import (
    UNSETTLED,
    AtLeast,
    AtMost,
    Excludes,
    Interaction,
    Issue,
    ModelError,
    Negotiation,
    Number,
    Package,
    Party,
    Pattern,
    Requires,
    Rule,
)
from hiwar.methods.packages.frontier import Frontier, Method, ScorePoint, pareto_frontier
from hiwar.methods.packages.points import FairPoint, fair_points
from hiwar.methods.packages.standards import STANDARDS, Standard

__all__ = [
    "STANDARDS",
    "UNSETTLED",
    "Among",
    "Arrays",
    "AtLeast",
    "AtMost",
    "Blocking",
    "Demand",
    "DemandKind",
    "Excludes",
    "FairPoint",
    "Frontier",
    "Interaction",
    "Issue",
    "Method",
    "ModelError",
    "Negotiation",
    "Number",
    "Package",
    "Party",
    "Pattern",
    "Relaxation",
    "Requires",
    "Rule",
    "ScorePoint",
    "Standard",
    "Zone",
    "compile_arrays",
    "fair_points",
    "find_blocking",
    "list_packages",
    "pareto_frontier",
    "score_of",
    "zone_of_agreement",
]

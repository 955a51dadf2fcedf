"""Agreements on several issues: what is possible, what nobody can better without loss to another, what is fair.

Write a `Negotiation`; every function takes it as it is. Results are exact: points are scaled to integers, and each
result says whether it is proved.
"""

from hiwar.methods.packages.arrays import Among, Arrays, compile_arrays, score_of
from hiwar.methods.packages.blocking import Blocking, Demand, DemandKind, Relaxation, demands_of, find_blocking
from hiwar.methods.packages.counting import Zone, list_packages, zone_of_agreement
from hiwar.methods.packages.fair_division import AdjustedWinner, Division, adjusted_winner
from hiwar.methods.packages.feasibility import find_agreement
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
from hiwar.methods.packages.learning import Lesson, learn_first
from hiwar.methods.packages.overview import Overview, analyse_packages
from hiwar.methods.packages.points import FairPoint, fair_points
from hiwar.methods.packages.standards import STANDARDS, Standard
from hiwar.methods.packages.trades import Concession, Trade, best_within, concessions, improving_trades
from hiwar.methods.packages.uncertain import Between, Chances, Uncertain, cautious, draw_chances, hopeful

__all__ = [
    "STANDARDS",
    "UNSETTLED",
    "AdjustedWinner",
    "Among",
    "Arrays",
    "AtLeast",
    "AtMost",
    "Between",
    "Blocking",
    "Chances",
    "Concession",
    "Demand",
    "DemandKind",
    "Division",
    "Excludes",
    "FairPoint",
    "Frontier",
    "Interaction",
    "Issue",
    "Lesson",
    "Method",
    "ModelError",
    "Negotiation",
    "Number",
    "Overview",
    "Package",
    "Party",
    "Pattern",
    "Relaxation",
    "Requires",
    "Rule",
    "ScorePoint",
    "Standard",
    "Trade",
    "Uncertain",
    "Zone",
    "adjusted_winner",
    "analyse_packages",
    "best_within",
    "cautious",
    "compile_arrays",
    "concessions",
    "demands_of",
    "draw_chances",
    "fair_points",
    "find_agreement",
    "find_blocking",
    "hopeful",
    "improving_trades",
    "learn_first",
    "list_packages",
    "pareto_frontier",
    "score_of",
    "zone_of_agreement",
]

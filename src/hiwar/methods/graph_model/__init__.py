"""The graph model for conflict resolution: who can move where, what each wants, and which outcomes would hold."""

from hiwar.methods.graph_model.chances import Basis, Chances
from hiwar.methods.graph_model.changes import Change, smallest_change
from hiwar.methods.graph_model.coalitions import (
    COALITION_CONCEPTS,
    CoalitionMove,
    CoalitionStability,
    analyse_coalitions,
    coalition_move,
    equilibrium_jumps,
)
from hiwar.methods.graph_model.flips import Flips, nearest_flips
from hiwar.methods.graph_model.forms import (
    CONCEPTS,
    ArcForm,
    AtLeast,
    AtMost,
    Concept,
    DecisionMaker,
    IfThen,
    Never,
    Option,
    OptionForm,
)
from hiwar.methods.graph_model.hypergame import Hypergame, HypergameStability, analyse_hypergame
from hiwar.methods.graph_model.inverse import (
    AllOf,
    AnyOf,
    Condition,
    NotBetter,
    condition_for,
    conditions_for_equilibrium,
)
from hiwar.methods.graph_model.limited_moves import LimitedMoves, NonMyopic, analyse_limited_moves, analyse_non_myopic
from hiwar.methods.graph_model.partial import PartialPreferences, PartialStability, analyse_partial
from hiwar.methods.graph_model.perceptions import IMAGINED, Perception, match_perception, perceive
from hiwar.methods.graph_model.preferences import (
    graph_model_of,
    rank_by_ranking,
    rank_by_statements,
    rank_by_values,
    rank_by_weights,
)
from hiwar.methods.graph_model.sequences import Level, Step
from hiwar.methods.graph_model.spaces import ArcSpace, GraphModel, ModelError, OptionSpace, moves_from, space_of
from hiwar.methods.graph_model.stability import Stability, analyse_stability
from hiwar.methods.graph_model.statements import StatementError
from hiwar.methods.graph_model.status_quo import StatusQuo, analyse_status_quo
from hiwar.methods.graph_model.strength import STRENGTH_CONCEPTS, Strength, analyse_strength
from hiwar.methods.graph_model.uncertain import ValueRanges, chances_of_draws, chances_of_ranges, chances_of_rankings
from hiwar.methods.graph_model.unknown import Extension, UnknownStability, analyse_unknown
from hiwar.methods.graph_model.witnesses import Answer, Witness, explain

__all__ = [
    "COALITION_CONCEPTS",
    "CONCEPTS",
    "IMAGINED",
    "STRENGTH_CONCEPTS",
    "AllOf",
    "Answer",
    "AnyOf",
    "ArcForm",
    "ArcSpace",
    "AtLeast",
    "AtMost",
    "Basis",
    "Chances",
    "Change",
    "CoalitionMove",
    "CoalitionStability",
    "Concept",
    "Condition",
    "DecisionMaker",
    "Extension",
    "Flips",
    "GraphModel",
    "Hypergame",
    "HypergameStability",
    "IfThen",
    "Level",
    "LimitedMoves",
    "ModelError",
    "Never",
    "NonMyopic",
    "NotBetter",
    "Option",
    "OptionForm",
    "OptionSpace",
    "PartialPreferences",
    "PartialStability",
    "Perception",
    "Stability",
    "StatementError",
    "StatusQuo",
    "Step",
    "Strength",
    "UnknownStability",
    "ValueRanges",
    "Witness",
    "analyse_coalitions",
    "analyse_hypergame",
    "analyse_limited_moves",
    "analyse_non_myopic",
    "analyse_partial",
    "analyse_stability",
    "analyse_status_quo",
    "analyse_strength",
    "analyse_unknown",
    "chances_of_draws",
    "chances_of_ranges",
    "chances_of_rankings",
    "coalition_move",
    "condition_for",
    "conditions_for_equilibrium",
    "equilibrium_jumps",
    "explain",
    "graph_model_of",
    "match_perception",
    "moves_from",
    "nearest_flips",
    "perceive",
    "rank_by_ranking",
    "rank_by_statements",
    "rank_by_values",
    "rank_by_weights",
    "smallest_change",
    "space_of",
]

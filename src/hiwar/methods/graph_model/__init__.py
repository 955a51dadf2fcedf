"""The graph model for conflict resolution: who can move where, what each wants, and which outcomes would hold."""

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
from hiwar.methods.graph_model.partial import PartialPreferences, PartialStability, analyse_partial
from hiwar.methods.graph_model.spaces import ArcSpace, GraphModel, ModelError, OptionSpace, moves_from, space_of

__all__ = [
    "CONCEPTS",
    "ArcForm",
    "ArcSpace",
    "AtLeast",
    "AtMost",
    "Concept",
    "DecisionMaker",
    "GraphModel",
    "IfThen",
    "ModelError",
    "Never",
    "Option",
    "OptionForm",
    "OptionSpace",
    "PartialPreferences",
    "PartialStability",
    "analyse_partial",
    "moves_from",
    "space_of",
]

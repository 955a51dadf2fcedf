"""Files of single methods: our own YAML and the formats of the field's usual tools, read and written."""

from hiwar.formats.gmcr import read_gmcr
from hiwar.formats.gmcr_writing import gmcr_text
from hiwar.formats.graph_model_file import GraphModelFile, Preference, Ranking, Statements, Values, Weights
from hiwar.formats.graph_model_states import find_state
from hiwar.formats.graph_model_writing import graph_model_text
from hiwar.formats.graph_model_yaml import read_graph_model

__all__ = [
    "GraphModelFile",
    "Preference",
    "Ranking",
    "Statements",
    "Values",
    "Weights",
    "find_state",
    "gmcr_text",
    "graph_model_text",
    "read_gmcr",
    "read_graph_model",
]

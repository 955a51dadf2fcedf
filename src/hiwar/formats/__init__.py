"""Files of single methods: our own YAML and the formats of the field's usual tools, read and written."""

from hiwar.formats.genius import read_genius
from hiwar.formats.genius_writing import genius_texts
from hiwar.formats.gmcr import read_gmcr
from hiwar.formats.gmcr_writing import gmcr_text, left_out_of_gmcr
from hiwar.formats.graph_model_file import GraphModelFile, Preference, Ranking, Statements, Values, Weights
from hiwar.formats.graph_model_states import find_state
from hiwar.formats.graph_model_writing import graph_model_text
from hiwar.formats.graph_model_yaml import read_graph_model
from hiwar.formats.negmas import negmas_texts, read_negmas
from hiwar.formats.packages_file import PackagesFile
from hiwar.formats.packages_writing import packages_text
from hiwar.formats.packages_yaml import read_packages

__all__ = [
    "GraphModelFile",
    "PackagesFile",
    "Preference",
    "Ranking",
    "Statements",
    "Values",
    "Weights",
    "find_state",
    "genius_texts",
    "gmcr_text",
    "graph_model_text",
    "left_out_of_gmcr",
    "negmas_texts",
    "packages_text",
    "read_genius",
    "read_gmcr",
    "read_graph_model",
    "read_negmas",
    "read_packages",
]

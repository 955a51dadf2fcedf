"""Files of single methods: our own YAML and the formats of the field's usual tools, read and written."""

from hiwar.formats.cross_impact_csv import cross_impact_csv, read_cross_impact_csv
from hiwar.formats.cross_impact_file import CrossImpactFile
from hiwar.formats.cross_impact_json import pycib_text, read_pycib
from hiwar.formats.cross_impact_scw import read_scw, scw_text
from hiwar.formats.cross_impact_writing import cross_impact_text
from hiwar.formats.cross_impact_yaml import read_cross_impact
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
from hiwar.formats.ratification_file import RatificationFile, read_ratification
from hiwar.formats.voting_power_file import PowerFile, read_voting_power

__all__ = [
    "CrossImpactFile",
    "GraphModelFile",
    "PackagesFile",
    "PowerFile",
    "Preference",
    "Ranking",
    "RatificationFile",
    "Statements",
    "Values",
    "Weights",
    "cross_impact_csv",
    "cross_impact_text",
    "find_state",
    "genius_texts",
    "gmcr_text",
    "graph_model_text",
    "left_out_of_gmcr",
    "negmas_texts",
    "packages_text",
    "pycib_text",
    "read_cross_impact",
    "read_cross_impact_csv",
    "read_genius",
    "read_gmcr",
    "read_graph_model",
    "read_negmas",
    "read_packages",
    "read_pycib",
    "read_ratification",
    "read_scw",
    "read_voting_power",
    "scw_text",
]

"""What analysts write: YAML files on one side, frozen records on the other."""

from hiwar.dossier.json_schema import schema_text
from hiwar.dossier.model import Dossier
from hiwar.dossier.problems import CaseError, Place, Problem
from hiwar.dossier.reading import Case, digest, read_case
from hiwar.dossier.sheet import Sheet
from hiwar.dossier.writing import WriteError, file_digest, set_value

__all__ = [
    "Case",
    "CaseError",
    "Dossier",
    "Place",
    "Problem",
    "Sheet",
    "WriteError",
    "digest",
    "file_digest",
    "read_case",
    "schema_text",
    "set_value",
]

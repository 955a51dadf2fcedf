"""What analysts write: YAML files on one side, frozen records on the other."""

from hiwar.dossier.model import Dossier
from hiwar.dossier.problems import CaseError, Place, Problem
from hiwar.dossier.reading import Case, digest, read_case
from hiwar.dossier.sheet import Sheet

__all__ = ["Case", "CaseError", "Dossier", "Place", "Problem", "Sheet", "digest", "read_case"]

"""From what an answer was computed: digests of case and sheets, settings, version."""

from collections.abc import Sequence

from immutabledict import immutabledict

from hiwar import __version__
from hiwar.dossier import Dossier, Sheet, digest
from hiwar.questions.answer import Ground, Provenance, Settings


def provenance_of(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Provenance:
    """Everything that must be the same for an answer to come out the same."""
    return Provenance(
        dossier_digest=digest(dossier),
        sheet_digests=immutabledict({sheet.id: digest(sheet) for sheet in sheets}),
        sheet_standings=immutabledict({sheet.id: sheet.standing for sheet in sheets}),
        settings=settings,
        version=__version__,
    )


def ground_of(*, is_stated: bool) -> Ground:
    """Whether the source says it or an analyst."""
    return Ground.SOURCE if is_stated else Ground.ANALYST

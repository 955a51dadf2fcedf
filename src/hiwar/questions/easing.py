"""Which options of the agenda ease a clash of goals."""

from hiwar.dossier.contents import Relation
from hiwar.dossier.model import Dossier


def eased_by(dossier: Dossier, relation: Relation) -> tuple[tuple[str, str], ...]:
    """Issue and option that ease a clash: said so by the case, or serving both goals."""
    return tuple(
        (issue_id, option_id)
        for issue_id, issue in sorted(dossier.issues.items())
        for option_id, option in sorted(issue.options.items())
        if relation.id in option.eases or set(relation.between) <= set(option.serves)
    )

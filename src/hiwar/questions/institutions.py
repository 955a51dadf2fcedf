"""Who at the table and at home can stop something, and what is known of those who negotiate."""

from collections.abc import Mapping

from hiwar.dossier.actors import Delegation
from hiwar.dossier.model import Dossier


def blockers(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Parties that can stop something, each with the items that say so."""
    found: dict[str, list[str]] = {}
    for key, party in sorted(dossier.parties.items()):
        found.setdefault(key, []).extend(party.can_block)
    for route_id, route in sorted(dossier.routes.items()):
        if route.body is not None:
            found.setdefault(route.body, []).append(route_id)
    for issue_id, issue in sorted(dossier.issues.items()):
        for option in issue.options.values():
            for party_id in option.red_line_of:
                found.setdefault(party_id, []).append(issue_id)
    return {key: tuple(dict.fromkeys(by)) for key, by in sorted(found.items()) if by}


def team_states(delegation: Delegation) -> Mapping[str, str | None]:
    """What is known of a delegation: yes, no, unknown, stated; none where the case does not say."""
    states: dict[str, str | None] = {
        "vision": delegation.has_clear_vision,
        "unity": delegation.is_unified,
        "mandate": "stated" if delegation.mandate else None,
        "members": "stated" if delegation.members else None,
    }
    return {**states, **dict(sorted(delegation.competences.items()))}

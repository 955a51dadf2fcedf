"""Which options of the agenda each outcome of an event calls for."""

from hiwar.dossier.model import Dossier
from hiwar.questions.agreement.tables import Rows
from hiwar.questions.answer import Table, table_of


def alternatives_table(dossier: Dossier) -> Table:
    """Per outcome of an event: options that serve what becomes wanted then, and courses that remain open."""
    rows: Rows = []
    for event in sorted(key for key, one in dossier.events.items() if one.kind != "past"):
        for outcome in dossier.events[event].options:
            goals = _goals_called_up(dossier, event, outcome)
            options = tuple(
                f"{issue.id}={option.id}"
                for issue in dossier.issues.values()
                for option in issue.options.values()
                if set(option.serves) & set(goals) or _is_called_up(dossier, event, outcome, issue.id, option.id)
            )
            if options:
                rows.append(((f"{event}={outcome}", goals, options), (event, *goals)))
    return table_of(("outcome", "goals", "options"), rows)


def _goals_called_up(dossier: Dossier, event: str, outcome: str) -> tuple[str, ...]:
    """Goals that are active only then, or that links say the outcome furthers."""
    found = {key for key, goal in dossier.goals.items() if outcome in goal.when.get(event, ())}
    for link in dossier.links.values():
        if link.sign == "more" and outcome in link.when.get(event, ()):
            found |= {target for target in link.leads_to if target in dossier.goals}
    return tuple(sorted(found))


def _is_called_up(dossier: Dossier, event: str, outcome: str, issue: str, option: str) -> bool:
    """Whether a link says that the outcome makes the option more likely."""
    return any(
        link.sign == "more" and outcome in link.when.get(event, ()) and option in link.leads_to_options.get(issue, ())
        for link in dossier.links.values()
    )

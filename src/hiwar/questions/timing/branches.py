"""What changes with each outcome of a dated event: what the case says, what closes, what eases."""

from hiwar.questions.answer import Table, table_of
from hiwar.questions.compilation import Compilation
from hiwar.questions.courses import feasibility
from hiwar.questions.days import event_days_of
from hiwar.questions.timing.pressure import pressures_of


def branch_table(compilation: Compilation) -> Table:
    """Per dated event and outcome: claims that speak of it, courses that are closed then, and pressures that end."""
    dossier = compilation.dossier
    rows = []
    for event, day in sorted(event_days_of(dossier).items()):
        for option in sorted(dossier.events[event].options):
            claims = tuple(key for key, claim in sorted(dossier.claims.items()) if option in claim.when.get(event, ()))
            closed = _closed(compilation, event, option)
            ends = tuple(
                sorted({
                    one.entry.id for one in pressures_of(dossier)
                    if one.until == day or option in one.entry.eases_when.get(event, ())
                })
            )  # fmt: skip
            values = (event, option, day.isoformat(), claims, closed, ends)
            rows.append((values, (event, *claims, *ends, *(course.split(" + ")[0] for course in closed))))
    return table_of(("event", "option", "day", "claims", "closed", "eased"), rows)


def _closed(compilation: Compilation, event: str, option: str) -> tuple[str, ...]:
    """Courses that cannot be taken in any scenario with this outcome, though they can in some other."""
    scenarios = compilation.frame.scenarios
    if event not in scenarios[0].options:
        return ()
    inside = [one.options for one in scenarios if one.options[event] == option]
    outside = [one.options for one in scenarios if one.options[event] != option]
    return tuple(
        course.id
        for course in compilation.courses
        if all(feasibility(compilation.dossier, course, one).failing for one in inside)
        and any(not feasibility(compilation.dossier, course, one).failing for one in outside)
    )

"""What a plan needs that somebody cannot do, or of which it is not known whether they can."""

from collections.abc import Iterator

from hiwar.questions.plan.outlines import Outline, Row


def needs_of(outline: Outline) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Kind and name of everything that needs capabilities: steps, means, options of the package."""
    yield from (("step", step.id, step.needs_capabilities) for step in outline.steps)
    yield from (("means", one.id, one.needs_capabilities) for one in outline.means)
    for issue, options in sorted(outline.plan.package.items()):
        if issue in outline.dossier.issues:
            for option in options:
                needed = outline.dossier.issues[issue].options[option].needs_capabilities
                yield "option", f"{issue}={option}", needed


def capability_rows(outline: Outline) -> list[Row]:
    """One row per need: who would have to be able, and whether they are; unknown where the case does not say."""
    rows: list[Row] = []
    for kind, name, needed in needs_of(outline):
        for key in needed:
            capability = outline.dossier.capabilities.get(key)
            party = None if capability is None else capability.party
            has = "unknown" if capability is None else capability.has
            item = name.partition("=")[0]
            trace = (*outline.trace, item, *((key, capability.party) if capability else ()))
            rows.append(((outline.id, kind, name, key, party, has), trace))
    return rows

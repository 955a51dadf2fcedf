"""Parents, steps and dependencies that lead back to where they began."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from hiwar.dossier.known import Flaw
from hiwar.dossier.model import Dossier

_MOST = 50


def circles(dossier: Dossier) -> Iterator[Flaw]:
    """Every circle among parents of parties, domains and goals, steps of the plan, and what events depend on."""
    yield from _circles({key: _some(party.of) for key, party in dossier.parties.items()}, dossier, "of")
    yield from _circles({key: _some(domain.of) for key, domain in dossier.domains.items()}, dossier, "of")
    yield from _circles({key: _some(goal.parent) for key, goal in dossier.goals.items()}, dossier, "parent")
    yield from _circles({key: step.after for key, step in dossier.steps.items()}, dossier, "after")
    causes = {key: one.depends_on for section in (dossier.events, dossier.moves) for key, one in section.items()}
    yield from _circles(causes, dossier, "depends_on")


def _some(parent: str | None) -> tuple[str, ...]:
    return () if parent is None else (parent,)


def _circles(edges: Mapping[str, tuple[str, ...]], dossier: Dossier, field: str) -> Iterator[Flaw]:
    left = {key: [target for target in targets if target in edges] for key, targets in edges.items()}
    for _ in range(_MOST):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))[:-1]
        else:
            return
        start = circle.index(min(circle, key=list(edges).index))
        around = [*circle[start:], *circle[:start], circle[start]]
        shown = " -> ".join(around if len(around) <= 8 else [*around[:6], "...", around[-1]])
        yield Flaw((_section(dossier, around[0]), around[0], field), f"this leads in a circle: {shown}")
        left[around[0]] = [target for target in left[around[0]] if target != around[1]]


def _section(dossier: Dossier, key: str) -> str:
    sections = ("parties", "domains", "goals", "steps", "events", "moves")
    return next(section for section in sections if key in getattr(dossier, section))

"""The case: one record that holds all a source says about a dialogue."""

from collections.abc import Iterator, Mapping
from typing import Literal

from immutabledict import immutabledict
from pydantic import Field

from hiwar.dossier.actors import (
    Act,
    Agreement,
    Capability,
    Delegation,
    EmptyRole,
    Party,
    Position,
    Route,
    Tie,
)
from hiwar.dossier.amounts import Probability, Size
from hiwar.dossier.comparators import Attribute, Comparator, Precedent
from hiwar.dossier.contents import (
    Anchor,
    CalendarEntry,
    Claim,
    Domain,
    Effect,
    EnvironmentFactor,
    Goal,
    Link,
    Means,
    Place,
    Question,
    Relation,
    Source,
    Step,
    Term,
)
from hiwar.dossier.plans import Plan
from hiwar.dossier.records import EMPTY, FrozenMap, Id, Item, Record, Text
from hiwar.dossier.variables import (
    Event,
    Issue,
    Move,
    Need,
    Option,
    Outcome,
    Rule,
    Section,
    Track,
    Variant,
)


class Scales(Record):
    """Words of this case and the ranges they stand for; they replace the default words."""

    probability: FrozenMap[str, Probability] = EMPTY
    size: FrozenMap[str, Size] = EMPTY
    because: Text | None = None
    """Where these scales come from."""


class Dossier(Record):
    """A strategic dialogue or negotiation, as sources describe it, without any judgement of size or weight."""

    hiwar: Literal[1] = Field(description="Version of the format.")
    title: Text
    summary: Text | None = None
    seat: Id
    """The party for which the questions are answered."""
    notice: Text | None = None
    """Shown with every output, for instance that the case is invented."""
    marking: Text | None = None
    """Classification, such as "Restricted": stands on every page of every document."""
    sources: Section[Source] = EMPTY
    domains: Section[Domain]
    parties: Section[Party]
    empty_roles: Section[EmptyRole] = EMPTY
    places: Section[Place] = EMPTY
    goals: Section[Goal] = EMPTY
    relations: Section[Relation] = EMPTY
    events: Section[Event] = EMPTY
    moves: Section[Move] = EMPTY
    issues: Section[Issue] = EMPTY
    tracks: Section[Track] = EMPTY
    effects: Section[Effect] = EMPTY
    links: Section[Link] = EMPTY
    rules: Section[Rule] = EMPTY
    outcomes: FrozenMap[Literal["success", "failure"], Outcome] = EMPTY
    """What counts as success and as failure of the dialogue."""
    anchors: FrozenMap[Id, FrozenMap[Id, Anchor]] = EMPTY
    """Party, domain, then what 100 points mean."""
    scales: Scales = Scales()
    positions: Section[Position] = EMPTY
    ties: Section[Tie] = EMPTY
    capabilities: Section[Capability] = EMPTY
    delegations: Section[Delegation] = EMPTY
    acts: Section[Act] = EMPTY
    agreements: Section[Agreement] = EMPTY
    routes: Section[Route] = EMPTY
    calendar: Section[CalendarEntry] = EMPTY
    terms: Section[Term] = EMPTY
    questions: Section[Question] = EMPTY
    claims: Section[Claim] = EMPTY
    attributes: Section[Attribute] = EMPTY
    comparators: Section[Comparator] = EMPTY
    precedents: Section[Precedent] = EMPTY
    means: Section[Means] = EMPTY
    steps: Section[Step] = EMPTY
    environment: Section[EnvironmentFactor] = EMPTY
    plans: Section[Plan] = EMPTY


SECTIONS: tuple[str, ...] = tuple(
    name for name, field in Dossier.model_fields.items() if "records_with_ids" in repr(field.metadata)
)
"""Names of the sections that hold records by id."""
PARTS: Mapping[str, tuple[str, ...]] = immutabledict(
    {
        "tracks": ("needs", "variants"),
        "plans": (
            "consulted",
            "assumptions",
            "success_conditions",
            "tasks",
            "uses",
            "measures",
            "fallbacks",
            "pressures",
        ),
    }
)
"""Section to the fields of its items that hold items of their own."""


def items_of(dossier: Dossier) -> Iterator[tuple[str, Item]]:
    """Give every item of a case with the name of its section; parts of tracks and plans, such as needs, included."""
    for section in SECTIONS:
        for item in getattr(dossier, section).values():
            yield section, item
            for part in PARTS.get(section, ()):
                yield from ((part, inner) for inner in (getattr(item, part) or EMPTY).values())


def variable_options(dossier: Dossier, variable: str) -> tuple[str, ...]:
    """Options of a variable: of ``track``, an event, an issue or a move; none for anything else."""
    if variable == "track":
        return tuple(dossier.tracks)
    for section in (dossier.events, dossier.issues, dossier.moves):
        if variable in section:
            return tuple(section[variable].options)
    return ()


def side_of(dossier: Dossier, party: str) -> str:
    """The party at the top of the tree to which a party belongs; effects on it count there."""
    seen = {party}
    while (parent := dossier.parties[party].of) is not None and parent in dossier.parties and parent not in seen:
        party = parent
        seen.add(party)
    return party


def main_domain(dossier: Dossier, domain: str) -> str:
    """The domain at the top of the tree to which a domain belongs; its points are counted there."""
    seen = {domain}
    while (parent := dossier.domains[domain].of) is not None and parent in dossier.domains and parent not in seen:
        domain = parent
        seen.add(domain)
    return domain


def principals(dossier: Dossier) -> tuple[str, ...]:
    """The parties that conduct the dialogue, the seat first, the others in the order of their ids."""
    found = sorted(key for key, party in dossier.parties.items() if "principal" in party.roles)
    return tuple(sorted(found, key=lambda key: key != dossier.seat))


__all__ = [
    "PARTS",
    "SECTIONS",
    "Dossier",
    "Event",
    "Issue",
    "Move",
    "Need",
    "Option",
    "Section",
    "Variant",
    "items_of",
    "main_domain",
    "principals",
    "side_of",
    "variable_options",
]

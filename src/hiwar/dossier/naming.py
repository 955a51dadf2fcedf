"""Every place where a case names something else, and whether that something exists."""

from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.known import ONE, VARIABLES, Flaw, Known
from hiwar.dossier.locating import Path
from hiwar.dossier.model import PARTS, SECTIONS, Dossier
from hiwar.dossier.problems import brief
from hiwar.dossier.records import Record
from hiwar.dossier.tree import Node

ANY = (*SECTIONS, *(part for parts in PARTS.values() for part in parts))
CONDITION = ("condition",)
"""Mark of a field that holds a condition: variables and their options."""
_CAUSES = ("events", "moves")

REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Dossier": {"seat": ("parties",)},
    "Citation": {"source": ("sources",)},
    "Party": {"of": ("parties",), "can_block": ("issues", "tracks", "routes")},
    "EmptyRole": {"for_party": ("parties",)},
    "Tie": {"party": ("parties",), "other": ("parties",), "domains": ("domains",)},
    "Capability": {"party": ("parties",), "domains": ("domains",)},
    "Position": {"party": ("parties",), "on": CONDITION, "when": CONDITION},
    "Member": {"represents": ("parties",)},
    "Delegation": {"party": ("parties",)},
    "Act": {"by": ("parties",), "demands": CONDITION},
    "Agreement": {"parties": ("parties",), "succeeded_by": CONDITION},
    "Route": {
        "party": ("parties",),
        "body": ("parties",),
        "harms": ("goals",),
        "raises": ("effects",),
        "when": CONDITION,
        "chosen_by": CONDITION,
    },
    "Option": {
        "prefers": ("parties",),
        "rejects": ("parties",),
        "red_line_of": ("parties",),
        "serves": ("goals",),
        "harms": ("goals",),
        "eases": ("relations",),
        "covers": ("domains", "issues"),
        "needs_capabilities": ("capabilities",),
        "breaks": ("terms",),
    },
    "Event": {"depends_on": _CAUSES, "domains": ("domains",)},
    "Move": {"by": ("parties",), "depends_on": _CAUSES, "domains": ("domains",)},
    "Issue": {"domains": ("domains",)},
    "Need": {"when": CONDITION},
    "Variant": {"fixes": CONDITION, "waits_for": ("events",)},
    "Track": {"fixes": CONDITION, "waits_for": ("events",)},
    "Rule": {"when": CONDITION, "requires": CONDITION, "excludes": CONDITION, "among": CONDITION},
    "Outcome": {"when": CONDITION},
    "Domain": {"of": ("domains",)},
    "Goal": {"owner": ("parties",), "parent": ("goals",), "domains": ("domains",), "when": CONDITION},
    "Relation": {"between": ("goals",)},
    "Effect": {"when": CONDITION, "on": ("parties",), "domains": ("domains",), "by": ANY},
    "Link": {"cause": ANY, "when": CONDITION, "leads_to": ANY, "leads_to_options": CONDITION},
    "Question": {"issue": ("issues",)},
    "Claim": {"by": ("parties",), "about": ANY, "contrary_to": ANY, "when": CONDITION, "favours": ("parties",)},
    "Attribute": {"sought_by": ("goals",)},
    "Comparator": {"party": ("parties",), "attributes": ("attributes",)},
    "Precedent": {
        "obtained": ("comparators",),
        "domains": ("domains",),
        "serves": ("goals",),
        "same_as": ("goals",),
        "options": CONDITION,
    },
    "CalendarEntry": {
        "event": ("events",),
        "pressure_on": ("parties",),
        "gains_by_delay": ("parties",),
        "eases_when": CONDITION,
        "opens": ("tracks", "variants"),
        "closes": ("tracks", "variants"),
    },
    "Means": {"serves": ("goals",), "needs_capabilities": ("capabilities",), "options": CONDITION},
    "Step": {
        "owner": ("parties",),
        "serves": ("goals", "means"),
        "after": ("steps",),
        "needs_capabilities": ("capabilities",),
        "before": ("calendar", "events"),
        "trigger": CONDITION,
    },
    "EnvironmentFactor": {"bears_on": ANY},
    "Plan": {
        "track": ("tracks", "variants"),
        "package": CONDITION,
        "goals": ("goals",),
        "steps": ("steps",),
        "represented": ("parties",),
    },
    "Consultation": {"party": ("parties",), "over": ("issues",), "when": CONDITION},
    "Assumption": {"relies_on": ANY, "when": CONDITION},
    "SuccessCondition": {"relies_on": ANY, "when": CONDITION},
    "Task": {"given_to": ("parties",), "relies_on": ANY},
    "Use": {"by": ("parties",), "against": ("parties",)},
    "Measure": {"toward": ("parties",), "domains": ("domains",), "offsets": CONDITION},
    "Replacement": {"what": ANY, "by": ANY},
    "Fallback": {"when": CONDITION, "track": ("tracks", "variants"), "package": CONDITION},
    "Pressure": {"on": ("parties",), "by": ("parties",), "when": CONDITION},
    "Settles": {"options": CONDITION},
    "RulesOut": {"options": CONDITION, "relies_on": ANY},
    "DoesNotReplace": {"what": ANY, "by": ANY},
    "NoUseAgainst": {"except_against": ("parties",), "while_holding": CONDITION},
    "HasMeasures": {"toward": ("parties",), "domains": ("domains",)},
    "HoldsInEachOutcome": {"events": ("events",)},
    "CommitsWidely": {"beyond": ("domains",)},
    "Grounded": {"no_weights_of": ("parties",)},
    "Represents": {"parties": ("parties",), "objections": ("issues",)},
    "StandsPressure": {"on": ("parties",)},
    "LikelihoodCase": {"when": CONDITION},
}
"""Record, field, then the sections in which the ids it names may stand."""


def unknown_references(record: Record, known: Known) -> Iterator[Flaw]:
    """Ids that nothing in the case has, and ids of the wrong kind of thing."""
    for path, name, wanted, at_key in mentions(record, ()):
        if wanted is CONDITION:
            yield from _condition(path, name, known)
        elif (flaw := missing_id(path, name, wanted, known, at_key=at_key)) is not None:
            yield flaw
    if isinstance(record, Dossier):
        yield from _own_options(record, known)
        yield from _anchors(record, known)


def mentions(value: Any, path: Path) -> Iterator[tuple[Path, Any, tuple[str, ...], bool]]:
    """Every id that a record names: path, id (or condition), sections it may stand in, whether it is a key."""
    if isinstance(value, Record):
        wanted = REFERENCES.get(type(value).__name__, {})
        for field in type(value).model_fields:
            part = getattr(value, field)
            if field in wanted:
                yield from _named(part, (*path, field), wanted[field])
            else:
                yield from mentions(part, (*path, field))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from mentions(part, (*path, key))
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from mentions(part, (*path, number))


def _named(part: Any, path: Path, wanted: tuple[str, ...]) -> Iterator[tuple[Path, Any, tuple[str, ...], bool]]:
    if wanted is CONDITION:
        yield path, part, wanted, False
    elif isinstance(part, Mapping):
        yield from (((*path, key), key, wanted, True) for key in part)
    elif isinstance(part, tuple):
        for number, name in enumerate(part):
            yield from _named(name, (*path, number), wanted)
    elif part is not None:
        yield path, part, wanted, False


def missing_id(path: Path, name: str, wanted: tuple[str, ...], known: Known, *, at_key: bool = False) -> Flaw | None:
    """The flaw of naming something that does not exist, or is not what is wanted here; none if all is well."""
    section = known.section_of.get(name)
    if section in wanted or known.unreadable.intersection(wanted):
        return None
    here = "anything" if wanted is ANY else " or ".join(ONE[one] for one in wanted)
    if section is not None:
        return Flaw(path, f'"{name}" is {ONE[section]}; {here} is wanted here', at_key=at_key)
    what = "the id of anything in this case" if wanted is ANY else f"{here} of this case"
    return Flaw(path, f'"{brief(name)}" is not {what}', name, known.any_of(wanted), at_key)


def _condition(path: Path, condition: Mapping[str, tuple[str, ...]], known: Known) -> Iterator[Flaw]:
    for variable, options in condition.items():
        here = (*path, variable)
        if variable == "track" or known.section_of.get(variable) in VARIABLES:
            yield from wrong_options(here, variable, options, known)
        elif variable in known.section_of:
            what = ONE[known.section_of[variable]]
            message = f'"{variable}" is {what}; a condition names track, an event, an issue or a move'
            yield Flaw(here, message, at_key=True)
        else:
            message = f'"{brief(variable)}" is not an event, issue or move of this case (nor the word track)'
            yield Flaw(here, message, variable, ("track", *known.any_of(VARIABLES)), at_key=True)


def wrong_options(
    path: Path, variable: str, options: tuple[str, ...], known: Known, *, at_key: bool = False
) -> Iterator[Flaw]:
    """Options that a variable does not have; no option at all can never hold."""
    if not options:
        yield Flaw(path, f'no option of "{variable}" is named, so this can never hold')
    listed = known.options.get(variable)
    if listed is None:
        return
    for number, option in enumerate(options):
        if option in listed:
            continue
        here = path if at_key else (*path, number)
        if variable == "track" and option in known.ids.get("variants", ()):
            yield Flaw(here, f'"{option}" is a variant; a condition names the track itself', at_key=at_key)
        else:
            what = "a track of this case" if variable == "track" else f'an option of "{variable}"'
            yield Flaw(here, f'"{brief(option)}" is not {what}{_choice(listed)}', option, listed, at_key)


def _choice(words: tuple[str, ...]) -> str:
    return f" ({', '.join(words)})" if 0 < len(words) <= 8 else ""


def _own_options(dossier: Dossier, known: Known) -> Iterator[Flaw]:
    for name, event in dossier.events.items():
        if event.leans_to is not None and event.leans_to != "unknown":
            yield from wrong_options(("events", name, "leans_to"), name, (event.leans_to,), known, at_key=False)
    for name, move in dossier.moves.items():
        if move.status_quo is not None:
            yield from wrong_options(("moves", name, "status_quo"), name, (move.status_quo,), known, at_key=False)


def _anchors(dossier: Dossier, known: Known) -> Iterator[Flaw]:
    for party, domains in dossier.anchors.items():
        if (flaw := missing_id(("anchors", party), party, ("parties",), known, at_key=True)) is not None:
            yield flaw
        for domain in domains:
            path = ("anchors", party, domain)
            if (flaw := missing_id(path, domain, ("domains",), known, at_key=True)) is not None:
                yield flaw


def ids_unlike_their_keys(root: Node) -> Iterator[Flaw]:
    """Items that carry an ``id`` of their own which is not the key they stand under."""
    for section in SECTIONS:
        for name, (_, item) in (root.entries[section][1].entries if section in root.entries else {}).items():
            written = item.entries.get("id")
            if written is not None and written[1].raw != name:
                yield Flaw((section, name, "id"), f'the id of an item is its key, "{brief(name)}"; leave this line out')

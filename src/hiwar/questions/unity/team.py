"""Who negotiates for each side: mandate, vision, unity, competences, and whom the members represent."""

from collections.abc import Iterator, Sequence

from hiwar.dossier.actors import Delegation
from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.answer import Finding, Firmness, Table, table_of
from hiwar.questions.institutions import team_states
from hiwar.questions.judgements import Judgements, traces
from hiwar.questions.provenance import ground_of
from hiwar.questions.unity.index import Standings, heard_in
from hiwar.questions.unity.matters import Rows

ASKED_COMPETENCES = ("technical", "political", "economic")
"""Competences after which a delegation is asked, whether or not a case speaks of them."""


def states_of(delegation: Delegation) -> dict[str, str | None]:
    """What is known of a delegation; a competence of a named member is one of the delegation."""
    known = team_states(delegation)
    asked = {topic: known.get(topic) for topic in ASKED_COMPETENCES}
    own = {topic: state for topic, state in known.items() if topic not in delegation.competences}
    states = {**own, **asked, **known}
    for topic in (topic for member in delegation.members for topic in member.competences):
        states[topic] = "yes" if states.get(topic) in (None, "unknown", "yes") else states[topic]
    return states


def team_table(dossier: Dossier) -> Table:
    """Per delegation and point: whether it is there, is not, is not known, or not stated."""
    rows: Rows = []
    for side in principals(dossier):
        for key, item in delegations_of(dossier, side):
            rows += [((side, key, topic, state), (key,)) for topic, state in states_of(item).items()]
    return table_of(("side", "delegation", "topic", "state"), rows)


def delegations_of(dossier: Dossier, side: str) -> Sequence[tuple[str, Delegation]]:
    """The delegations that negotiate for a side."""
    return [(key, item) for key, item in sorted(dossier.delegations.items()) if side_of(dossier, item.party) == side]


def unrepresented(dossier: Dossier, standings: Standings, side: str, delegation: Delegation) -> tuple[str, ...]:
    """Blocs of a side that no member of its delegation is said to represent; none where members are not stated."""
    if not delegation.members:
        return ()
    speaking = {member.represents for member in delegation.members}
    heard = heard_in(dossier, standings)
    blocs = (key for key, party in sorted(dossier.parties.items()) if party.of == side and key in heard)
    return tuple(bloc for bloc in blocs if bloc not in speaking)


def team_findings(dossier: Dossier, standings: Standings) -> Iterator[Finding]:
    """What each delegation has, lacks, and what is not known of it."""
    for side in principals(dossier):
        found = delegations_of(dossier, side)
        if not found:
            yield Finding("unity.no_team", {"party": side}, Firmness.CANNOT_BE_TOLD, trace=(side,))
        for key, item in found:
            yield from _of_one(side, key, item)
            silent = unrepresented(dossier, standings, side, item)
            if silent:
                values = {"party": side, "parties": silent, "item": key}
                yield Finding("unity.not_represented", values, trace=(key, *silent))


def _of_one(side: str, key: str, item: Delegation) -> Iterator[Finding]:
    states = states_of(item)
    for wanted, found in ((("yes", "stated"), "unity.team_has"), (("no",), "unity.team_lacks")):
        topics = tuple(topic for topic, state in states.items() if state in wanted)
        if topics:
            values = {"party": side, "topics": topics, "item": key}
            yield Finding(found, values, ground=ground_of(is_stated=item.is_stated), trace=(key,))
    gaps = tuple(topic for topic, state in states.items() if state in (None, "unknown"))
    if gaps:
        values = {"party": side, "topics": gaps, "item": key}
        yield Finding("unity.team_gap", values, Firmness.CANNOT_BE_TOLD, trace=(key,))


def trust_table(judgements: Judgements) -> Table:
    """Trust between parts of the same side: as the sheets judge it where they agree, else as the case states it."""
    dossier = judgements.dossier
    rows: Rows = []
    for key, tie in sorted(dossier.ties.items()):
        side = side_of(dossier, tie.party)
        if tie.kind == "trust" and side_of(dossier, tie.other) == side and side in principals(dossier):
            judged = {sheet.ties[key].value for sheet in judgements.sheets if key in sheet.ties}
            level = tie.level if not judged else judged.pop() if len(judged) == 1 else None
            trace = (key, tie.party, tie.other, *traces(judgements, "ties", key))
            rows.append(((side, tie.party, tie.other, key, level), trace))
    return table_of(("side", "party", "other", "item", "level"), rows)

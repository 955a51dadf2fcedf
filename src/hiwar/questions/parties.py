"""Who sits at the table, who can block, who may spoil, who is affected, which roles nobody holds."""

from collections.abc import Iterator, Mapping, Sequence

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import DEFAULTS, Answer, Finding, Firmness, Settings, Table
from hiwar.questions.institutions import blockers, team_states
from hiwar.questions.provenance import ground_of, provenance_of

ASKED_ROLES = ("mediator", "guarantor", "observer")
"""Roles after which a delegation would ask; without a holder and without a word in the case they are not stated."""


def answer_parties(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """Who is who in the dialogue?"""
    return Answer(
        question="parties",
        findings=tuple(_findings(dossier)),
        tables=immutabledict(_tables(dossier)),
        provenance=provenance_of(dossier, sheets, settings),
    )


def _tables(dossier: Dossier) -> Mapping[str, Table]:
    return {
        "parties": _party_table(dossier),
        "at_table": Table(("party",), tuple((key,) for key in principals(dossier))),
        "blockers": _rows(
            ("party", "side", "by"),
            [((key, side_of(dossier, key), by), (key, *by)) for key, by in blockers(dossier).items()],
        ),
        "spoilers": _rows(("party", "side"), [((key, side_of(dossier, key)), (key,)) for key in spoilers(dossier)]),
        "affected": _affected(dossier),
        "empty_roles": _rows(
            ("id", "role", "for_party"),
            [((key, item.role, item.for_party), (key,)) for key, item in sorted(dossier.empty_roles.items())],
        ),
        "positions": _rows(
            ("id", "party", "stance", "on_variable", "options"),
            [
                ((key, item.party, item.stance, variable, options), (key, item.party))
                for key, item in sorted(dossier.positions.items())
                for variable, options in sorted(item.on.items())
            ],
        ),
        "delegations": _delegations(dossier),
    }


def _rows(columns: tuple[str, ...], rows: Sequence[tuple[tuple[object, ...], tuple[str, ...]]]) -> Table:
    return Table(columns, tuple(values for values, _ in rows), tuple(trace for _, trace in rows))


def _party_table(dossier: Dossier) -> Table:
    rows = [
        ((key, party.kind, party.roles, party.of, side_of(dossier, key), party.seats), (key,))
        for key, party in sorted(dossier.parties.items())
    ]
    return _rows(("id", "kind", "roles", "of", "side", "seats"), rows)


def spoilers(dossier: Dossier) -> tuple[str, ...]:
    """Parties with the role of a spoiler."""
    return tuple(key for key, party in sorted(dossier.parties.items()) if "spoiler" in party.roles)


def _affected(dossier: Dossier) -> Table:
    """Every party that bears a cost or receives a gain, with the effects."""
    bearers: dict[str, dict[str, list[str]]] = {}
    for key, effect in sorted(dossier.effects.items()):
        for party in effect.on:
            bearers.setdefault(party, {"gain": [], "cost": []})[effect.kind].append(key)
    rows = [
        ((party, side_of(dossier, party), tuple(found["gain"]), tuple(found["cost"])), (*found["gain"], *found["cost"]))
        for party, found in sorted(bearers.items())
    ]
    return _rows(("party", "side", "gains", "costs"), rows)


def _delegations(dossier: Dossier) -> Table:
    rows = [
        ((key, item.party, topic, state), (key,))
        for key, item in sorted(dossier.delegations.items())
        for topic, state in team_states(item).items()
    ]
    return _rows(("id", "party", "topic", "state"), rows)


def _findings(dossier: Dossier) -> Iterator[Finding]:
    at_table = principals(dossier)
    yield Finding("parties.at_table", {"parties": at_table, "count": len(at_table)}, trace=at_table)
    yield from _role_findings(dossier)
    yield from _power_findings(dossier)
    yield from _position_findings(dossier)
    yield from _team_findings(dossier)


def _role_findings(dossier: Dossier) -> Iterator[Finding]:
    spoken = {role for party in dossier.parties.values() for role in party.roles}
    for key, item in sorted(dossier.empty_roles.items()):
        spoken.add(item.role)
        ground = ground_of(is_stated=item.is_stated)
        if item.for_party is None:
            yield Finding("parties.role_empty", {"role": item.role, "item": key}, ground=ground, trace=(key,))
        else:
            values = {"role": item.role, "party": item.for_party, "item": key}
            yield Finding("parties.role_cannot_be_held", values, ground=ground, trace=(key, item.for_party))
    for role in ASKED_ROLES:
        if not any(role in name for name in spoken):
            yield Finding("parties.role_not_stated", {"role": role}, Firmness.CANNOT_BE_TOLD)


def _power_findings(dossier: Dossier) -> Iterator[Finding]:
    can_block = blockers(dossier)
    for party, by in can_block.items():
        yield Finding("parties.may_block", {"party": party, "by": by}, trace=(party, *by))
    if not can_block:
        yield Finding("parties.none_may_block", firmness=Firmness.CANNOT_BE_TOLD)
    if may_spoil := spoilers(dossier):
        yield Finding("parties.may_spoil", {"parties": may_spoil}, trace=may_spoil)
    sides = set(principals(dossier))
    bearers = {party for effect in dossier.effects.values() for party in effect.on}
    outside = tuple(sorted(party for party in bearers if side_of(dossier, party) not in sides))
    if outside:
        yield Finding("parties.affected_outside", {"parties": outside}, trace=outside)


def _position_findings(dossier: Dossier) -> Iterator[Finding]:
    for key, position in sorted(dossier.positions.items()):
        if position.stance in ("divided", "unknown"):
            found = "parties.divided" if position.stance == "divided" else "parties.position_unknown"
            firmness = Firmness.STATED if position.stance == "divided" else Firmness.CANNOT_BE_TOLD
            values = {"party": position.party, "on": tuple(sorted(position.on))}
            yield Finding(found, values, firmness, ground_of(is_stated=position.is_stated), (key, position.party))


def _team_findings(dossier: Dossier) -> Iterator[Finding]:
    for party in principals(dossier):
        own = [item for item in dossier.delegations.values() if item.party == party]
        if not own:
            yield Finding("parties.no_delegation", {"party": party}, Firmness.CANNOT_BE_TOLD, trace=(party,))
        for item in own:
            states = team_states(item)
            for wanted, key in (("no", "parties.team_lacks"), ("yes", "parties.team_has")):
                topics = tuple(topic for topic, state in states.items() if state == wanted)
                if topics:
                    ground = ground_of(is_stated=item.is_stated)
                    yield Finding(
                        key, {"party": party, "topics": topics, "item": item.id}, ground=ground, trace=(item.id,)
                    )
            gaps = tuple(topic for topic, state in states.items() if state in (None, "unknown"))
            if gaps:
                values = {"party": party, "topics": gaps, "item": item.id}
                yield Finding("parties.team_gap", values, Firmness.CANNOT_BE_TOLD, trace=(item.id,))

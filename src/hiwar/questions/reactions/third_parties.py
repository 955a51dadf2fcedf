"""Who stands outside the principals or may spoil, and what the case says each does under a course."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hiwar.dossier.actors import Position
from hiwar.dossier.model import Dossier, principals, side_of
from hiwar.questions.courses import Course, holds
from hiwar.questions.reactions.chain_graph import Sign, State
from hiwar.questions.reactions.chains import Reach, Start, chain_to

Kind = Literal["move", "effect", "goal", "position", "wants", "rejects", "claim", "bears"]
ACTS: tuple[Kind, ...] = ("move", "effect")
"""What a party does, as against what it thinks, says or bears."""


@dataclass(frozen=True)
class Reaction:
    """One thing that the case says of a party under a course."""

    party: str
    kind: Kind
    item: str
    sign: Sign | None = None
    """Whether it becomes more or less likely; None for stances and words."""
    links: tuple[str, ...] = ()
    """What leads from the course to it, step by step."""
    detail: str | None = None
    """The stance of a position; ``gain`` or ``cost`` of what is borne; the option that is wanted or rejected."""


def ancestors(dossier: Dossier, party: str) -> tuple[str, ...]:
    """A party and all it belongs to, from itself upwards."""
    found = [party]
    while (parent := dossier.parties[found[-1]].of) is not None and parent in dossier.parties and parent not in found:
        found.append(parent)
    return tuple(found)


def is_spoiler(dossier: Dossier, party: str) -> bool:
    """Whether a party, or what it belongs to, has the role of a spoiler."""
    return any("spoiler" in dossier.parties[one].roles for one in ancestors(dossier, party))


def backers(dossier: Dossier, party: str) -> tuple[tuple[str, str], ...]:
    """Parties of other sides that support it or on which it depends, with the tie: whose proxy it may be."""
    own = ancestors(dossier, party)[:-1] or (party,)
    found: set[tuple[str, str]] = set()
    for key, tie in dossier.ties.items():
        backer = tie.party if tie.kind == "support" and tie.other in own else None
        if tie.kind == "dependence" and tie.party in own:
            backer = tie.other
        if backer is not None and side_of(dossier, backer) != side_of(dossier, party):
            found.add((backer, key))
    return tuple(sorted(found))


def third_parties(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """Third parties and blocs that may spoil, each with everybody who counts for it.

    Outside the sides of the principals: whoever has the role of a third party or a spoiler, or does something in the
    case. Inside them: spoilers. What belongs to such a party counts for it.
    """
    sides = {side_of(dossier, party) for party in principals(dossier)} | {side_of(dossier, dossier.seat)}
    acting = {party for move in dossier.moves.values() for party in move.by}
    acting |= {party for effect in dossier.effects.values() for party in effect.by}
    found: dict[str, list[str]] = {}
    for party in sorted(dossier.parties):
        line = ancestors(dossier, party)
        spoiling = [one for one in line if "spoiler" in dossier.parties[one].roles and one != line[-1]]
        if line[-1] not in sides:
            found.setdefault(line[-1], []).append(party)
        elif spoiling:
            found.setdefault(spoiling[-1], []).append(party)
    return {
        top: tuple(members)
        for top, members in sorted(found.items())
        if top not in sides
        and (
            {"third_party", "spoiler"} & {role for one in members for role in dossier.parties[one].roles}
            or acting & set(members)
        )
    }


def reactions_of(dossier: Dossier, start: Start, reached: Reach, members: tuple[str, ...]) -> Iterator[Reaction]:
    """What the case says that a party and all that belongs to it do, want and say once a course is taken."""
    for party in members:
        yield from _by_chains(dossier, reached, party)
        yield from _stances(dossier, start, party)


def _by_chains(dossier: Dossier, reached: Reach, party: str) -> Iterator[Reaction]:
    for state in sorted(reached):
        for kind, detail in _parts(dossier, state, party):
            links = tuple(edge.by for edge in chain_to(reached, state))
            yield Reaction(party, kind, state[0], state[1], links, detail)


def _parts(dossier: Dossier, state: State, party: str) -> Iterator[tuple[Kind, str | None]]:
    """What a party has to do with something that can follow."""
    variable, _, option = state[0].partition("=")
    if variable in dossier.moves and party in dossier.moves[variable].by:
        yield "move", option or None
    if state[0] in dossier.goals and party in dossier.goals[state[0]].owner:
        yield "goal", None
    effect = dossier.effects.get(state[0])
    if effect is not None and party in effect.by:
        yield "effect", effect.kind
    if effect is not None and party in effect.on:
        yield "bears", effect.kind


def _stances(dossier: Dossier, start: Start, party: str) -> Iterator[Reaction]:
    if (course := start.course) is None:
        return
    for key, position in sorted(dossier.positions.items()):
        if position.party == party and _is_about(dossier, course, position):
            yield Reaction(party, "position", key, detail=position.stance)
    for issue, options in sorted(course.fixes.items()):
        for option in options:
            found = dossier.issues[issue].options.get(option) if issue in dossier.issues else None
            if found is not None and party in found.prefers:
                yield Reaction(party, "wants", issue, detail=option)
            if found is not None and party in (*found.rejects, *found.red_line_of):
                yield Reaction(party, "rejects", issue, detail=option)
    for key, claim in sorted(dossier.claims.items()):
        if party in (*claim.about, *claim.by) and course.track in claim.when.get("track", ()):
            yield Reaction(party, "claim", key, detail=claim.kind)


def _is_about(dossier: Dossier, course: Course, position: Position) -> bool:
    """Whether a position speaks of something that the course certainly holds, under a condition it does not deny."""
    return holds(position.on, dossier, course) is True and holds(position.when, dossier, course) is not False

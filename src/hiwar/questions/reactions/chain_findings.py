"""Findings of the chains of effects."""

from collections.abc import Iterator, Sequence

from hiwar.dossier.model import Dossier
from hiwar.dossier.sheet import Sheet
from hiwar.questions.answer import Finding, Firmness, Ground, Settings
from hiwar.questions.provenance import ground_of
from hiwar.questions.reactions.chain_graph import State
from hiwar.questions.reactions.chain_tables import chain_tables
from hiwar.questions.reactions.chain_view import (
    Chains,
    acting,
    by_of,
    chains_of,
    is_stated,
    need_texts,
    nodes_of,
    signed,
)
from hiwar.questions.reactions.chains import MOST_CAUSES, Start, chain_to, clashes, further_needs
from hiwar.questions.reactions.harms import Means
from hiwar.questions.reactions.third_parties import ACTS, is_spoiler


def chain_findings(
    dossier: Dossier, sheets: Sequence[Sheet], settings: Settings, chains: Chains | None = None
) -> Iterator[Finding]:
    """What the chains of effects say, as findings with keys ``reactions.*``."""
    chains = chains or chains_of(dossier, sheets, settings)
    if not dossier.links:
        yield Finding("reactions.no_links", firmness=Firmness.CANNOT_BE_TOLD)
    yield from _follow_findings(chains)
    yield from _loop_findings(chains)
    yield from _cut_findings(chains)
    yield from _contradiction_findings(chains)
    yield from _third_party_findings(chains)
    yield from _means_findings(chains)


def _follow_findings(chains: Chains) -> Iterator[Finding]:
    """Per course the moves that can follow, each with its chain: what others do next."""
    for start, reached in chains.starts:
        moves = 0
        for state in reached:
            steps = chain_to(reached, state)
            if state[0].partition("=")[0] not in chains.dossier.moves or not steps or steps[-1].kind == "fixes":
                continue
            moves += 1
            who = acting(chains.dossier, (state[0],))
            values = {
                "start": start.id,
                "start_kind": start.kind,
                "move": state[0],
                "sign": state[1],
                "parties": who,
                "spoilers": tuple(party for party in who if is_spoiler(chains.dossier, party)),
                "nodes": nodes_of(steps),
                "by": by_of(steps),
                "needs": need_texts(further_needs(chains.dossier, start, steps)),
            }
            ground = ground_of(is_stated=all(edge.is_stated for edge in steps))
            yield Finding(
                "reactions.move_can_follow", values, Firmness.STATED, ground, tuple(dict.fromkeys(by_of(steps)))
            )
        if start.course is not None and not moves:
            values = {"course": start.id}
            yield Finding("reactions.no_move_follows", values, Firmness.CANNOT_BE_TOLD, trace=(start.course.track,))


def _loop_findings(chains: Chains) -> Iterator[Finding]:
    found, unsearched = chains.loops
    for loop in found:
        values = {"nodes": nodes_of(loop.steps), "by": by_of(loop.steps), "sign": loop.sign}
        yield Finding("reactions.loop", values, trace=tuple(dict.fromkeys(by_of(loop.steps))))
    if not found:
        yield Finding("reactions.no_loop")
    if unsearched:
        yield Finding("reactions.loops_stopped", {"shown": len(found), "unsearched": unsearched})


def _in_one_future(chains: Chains, start: Start, harms: frozenset[State]) -> frozenset[State]:
    """Harms whose chain can come about as a whole: it needs no two outcomes that exclude each other."""
    reached = next(found for one, found in chains.starts if one.id == start.id)
    return frozenset(state for state in harms if not clashes(chains.dossier, chain_to(reached, state)))


def _cut_findings(chains: Chains) -> Iterator[Finding]:
    """For the seat: the cuts that no other cut contains."""
    seat = chains.parties[0]
    for start, party, cuts in chains.cuts:
        if party != seat or start.course is None:
            continue
        possible = {cut.link: _in_one_future(chains, start, cut.harms) for cut in cuts}
        first = [cut for cut in cuts if possible[cut.link] and not cut.takes_less_than]
        for cut in first:
            values = {
                "course": start.id,
                "party": party,
                "link": cut.link,
                "harms": signed(possible[cut.link]),
                "goods_lost": signed(cut.reliefs),
                "is_only_first": len(first) == 1,
            }
            yield Finding(
                "reactions.where_to_act",
                values,
                Firmness.STATED,
                Ground.COMPUTED,
                (cut.link, *sorted({node for node, _ in possible[cut.link]})),
            )
        if not first:
            values = {"course": start.id, "party": party}
            yield Finding("reactions.no_single_link", values, trace=(start.course.track,))
    if chains.n_cut < len(chains.starts):
        left_out = tuple(start.id for start, _ in chains.starts[chains.n_cut :])
        yield Finding("reactions.cuts_stopped", {"not_searched": left_out})


def _contradiction_findings(chains: Chains) -> Iterator[Finding]:
    for found in chains.contradictions:
        values = {
            "cause": found.cause,
            "consequence": found.consequence,
            "more_by": by_of(found.more),
            "less_by": by_of(found.less),
            "clash": clashes(chains.dossier, (*found.more, *found.less)),
        }
        trace = tuple(dict.fromkeys((*by_of(found.more), *by_of(found.less))))
        yield Finding("reactions.contradiction", values, trace=trace)
    if (n_causes := len(chains.graph.outgoing)) > MOST_CAUSES:
        yield Finding("reactions.contradictions_stopped", {"searched": MOST_CAUSES, "causes": n_causes})


def _third_party_findings(chains: Chains) -> Iterator[Finding]:
    """Per track: what each third party does, wants or says, and those of which the case says nothing."""
    silent: dict[str, list[str]] = {}
    for start, party, found in chains.reactions:
        if start.course is None or start.id != start.course.track:
            continue
        acts = tuple(dict.fromkeys(one.item for one in found if one.kind in ACTS))
        says = tuple(dict.fromkeys(one.item for one in found if one.kind not in ACTS))
        if found:
            values = {"course": start.id, "party": party, "acts": acts, "says": says}
            yield Finding("reactions.third_party", values, trace=(party, *acts, *says))
        else:
            silent.setdefault(start.id, []).append(party)
    for course, parties in silent.items():
        values = {"course": course, "parties": tuple(parties)}
        yield Finding("reactions.third_parties_not_stated", values, Firmness.CANNOT_BE_TOLD, trace=(course, *parties))


def _means_findings(chains: Chains) -> Iterator[Finding]:
    by_harm: dict[str, list[Means]] = {}
    for one in chains.means:
        by_harm.setdefault(one.harm, []).append(one)
    for harm, found in sorted(by_harm.items()):
        values = {
            "harm": harm,
            "options": tuple(sorted(f"{one.issue}={one.option}" for one in found)),
            "by": tuple(sorted({by for one in found for by in by_of(one.steps)})),
        }
        ground = ground_of(is_stated=all(is_stated(one) for one in found))
        yield Finding("reactions.means_against", values, ground=ground, trace=(harm, *values["by"]))


__all__ = ["Chains", "chain_findings", "chain_tables", "chains_of"]

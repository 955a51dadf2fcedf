"""What can be agreed, as findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiwar.dossier.model import principals
from hiwar.questions.agreement.blocks import Blocks
from hiwar.questions.answer import Finding, Firmness, Ground, Table
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import agenda_rules
from hiwar.questions.proposals import Proposal, Search, acceptance
from hiwar.questions.worths import Worths, worth_trace


def findings_of(
    judgements: Judgements,
    worths: Worths,
    found: Search | None,
    blocks: Blocks | None,
    proposals: Sequence[Proposal],
    tables: Mapping[str, Table],
) -> Iterator[Finding]:
    """Everything found about packages, in the order of the answer."""
    yield from _fallback_findings(tables["fallbacks"])
    yield from _zone_findings(judgements, found)
    if blocks is not None:
        yield from _block_findings(blocks)
    yield from _proposal_findings(judgements, worths, proposals, tables)
    yield from _supreme_findings(tables["supreme"])
    for proposal in proposals:
        if not proposal.standards:
            yield from _asked_findings(proposal)


def _fallback_findings(fallbacks: Table) -> Iterator[Finding]:
    """What each principal falls back on without an agreement."""
    for row, trace in zip(fallbacks.records(), fallbacks.traces, strict=True):
        if row["low"] is not None:
            values = {"party": row["party"], "low": row["low"], "high": row["high"]}
            yield Finding("agreement.fallback", values, Firmness.STATED, Ground.ANALYST, trace)


def _zone_findings(judgements: Judgements, found: Search | None) -> Iterator[Finding]:
    """Whether there is room for an agreement, and what is missing to tell."""
    parties = principals(judgements.dossier)
    if found is None:
        yield Finding("agreement.not_judged", {"parties": parties}, Firmness.CANNOT_BE_TOLD, trace=parties)
        return
    judged = (item for party in parties for item in worth_trace(judgements, party))
    trace = (*judged, *agenda_rules(judgements.dossier))
    lacking = tuple(party for party in parties if party not in found.bargain.worths.reservation)
    if lacking:
        values = {"parties": lacking}
        yield Finding("agreement.no_reservation_value", values, Firmness.CANNOT_BE_TOLD, trace=lacking)
    elif found.frontier is not None and found.frontier.points:
        room: dict[str, Any] = {"points": len(found.frontier.points), "proved": found.frontier.proved}
        yield Finding("agreement.zone", room, Firmness.POSSIBLE, trace=trace)
    else:
        yield Finding("agreement.none", {}, Firmness.POSSIBLE, trace=trace)
    if found.bargain.left_out:
        issues = tuple(dict.fromkeys(item.split("=")[0] for item in found.bargain.left_out))
        values = {"options": found.bargain.left_out}
        yield Finding("agreement.left_out", values, Firmness.CANNOT_BE_TOLD, trace=issues)


def _block_findings(blocks: Blocks) -> Iterator[Finding]:
    """What blocks an agreement, each smallest set by itself, and what would open one."""
    for one in blocks.sets:
        yield Finding("agreement.blocked_by", {"items": one.items}, Firmness.POSSIBLE, trace=one.trace)
    for one in blocks.openings:
        yield Finding("agreement.opened_by", {"items": one.items}, Firmness.POSSIBLE, trace=one.trace)
        for party, fall in one.falls.items():
            values = {"party": party, "points": fall, "items": one.items}
            yield Finding("agreement.opened_by_fall", values, Firmness.POSSIBLE, trace=one.trace)
    if not blocks.is_complete:
        yield Finding("agreement.blocks_unfinished", {}, Firmness.CANNOT_BE_TOLD)


def _proposal_findings(
    judgements: Judgements, worths: Worths, proposals: Sequence[Proposal], tables: Mapping[str, Table]
) -> Iterator[Finding]:
    """Each package, whether all accept it for certain, and a party that concedes nothing in it."""
    conceding = {(row["package"], row["party"]) for row in tables["concessions"].records()}
    shares = {row["package"]: row["all_accept"] for row in tables["proposals"].records()}
    for proposal in proposals:
        issues = dict.fromkeys(option.split("=")[0] for option in proposal.options)
        trace = (*issues, *(agenda_rules(judgements.dossier) if proposal.standards else ()))
        verdicts = {party: acceptance(proposal, worths, party) for party in principals(judgements.dossier)}
        values: dict[str, Any] = {"package": proposal.id, "options": proposal.options}
        if proposal.standards:
            standards = {**values, "standards": proposal.standards}
            yield Finding("agreement.proposed", standards, Firmness.POSSIBLE, trace=trace)
        yield from _acceptance_findings(proposal, verdicts, shares[proposal.id], trace)
        for party in principals(judgements.dossier):
            if party in proposal.points and (proposal.id, party) not in conceding:
                values = {"package": proposal.id, "party": party}
                yield Finding("agreement.concedes_nothing", values, Firmness.POSSIBLE, trace=(party, *trace))


def _acceptance_findings(
    proposal: Proposal, verdicts: Mapping[str, str], share: float | None, trace: tuple[str, ...]
) -> Iterator[Finding]:
    """Accepted by all whatever is judged, by somebody never, or in a share of the judgements."""
    refusing = tuple(party for party, verdict in verdicts.items() if verdict == "never")
    if all(verdict == "certain" for verdict in verdicts.values()):
        yield Finding("agreement.accepted", {"package": proposal.id}, Firmness.CERTAIN, trace=trace)
    elif refusing:
        values = {"package": proposal.id, "parties": refusing}
        yield Finding("agreement.refused", values, Firmness.CERTAIN, trace=(*trace, *refusing))
    elif share is not None:
        yield Finding("agreement.accepted_in", {"package": proposal.id, "share": share}, Firmness.POSSIBLE, trace=trace)
    else:
        yield Finding("agreement.acceptance_open", {"package": proposal.id}, Firmness.CANNOT_BE_TOLD, trace=trace)


def _asked_findings(proposal: Proposal) -> Iterator[Finding]:
    """A package that the analyst asks about: what is against it."""
    trace = tuple(dict.fromkeys(option.split("=")[0] for option in proposal.options))
    if proposal.rules_broken:
        values = {"package": proposal.id, "rules": proposal.rules_broken}
        yield Finding("agreement.breaks_rules", values, Firmness.CERTAIN, trace=(*proposal.rules_broken, *trace))
    for party, line in proposal.red_lines:
        values = {"package": proposal.id, "party": party, "option": line}
        yield Finding("agreement.crosses_line", values, Firmness.CERTAIN, trace=(party, line.split("=")[0]))
    if proposal.bettered is not None and not proposal.rules_broken:
        key = "agreement.bettered" if proposal.bettered else "agreement.not_bettered"
        yield Finding(key, {"package": proposal.id}, Firmness.POSSIBLE, trace=trace)


def _supreme_findings(supreme: Table) -> Iterator[Finding]:
    """Per package: supreme interests of the seat that it serves, that it harms, and that it leaves untouched."""
    by_package: dict[str, dict[str, list[str]]] = {}
    traces: dict[str, dict[str, None]] = {}
    for row, trace in zip(supreme.records(), supreme.traces, strict=True):
        traces.setdefault(row["package"], {}).update(dict.fromkeys(trace))
        kinds = ["serves"] if row["served_by"] else []
        kinds += ["harms"] if row["harmed_by"] else []
        for kind in kinds or ["leaves"]:
            by_package.setdefault(row["package"], {}).setdefault(kind, []).append(row["goal"])
    for package, found in by_package.items():
        for kind, goals in found.items():
            values = {"package": package, "goals": tuple(goals)}
            trace = tuple(dict.fromkeys((*goals, *traces[package])))
            yield Finding(_SUPREME[kind], values, Firmness.STATED, trace=trace)


_SUPREME: Mapping[str, str] = {
    "serves": "agreement.serves_supreme",
    "harms": "agreement.harms_supreme",
    "leaves": "agreement.leaves_supreme",
}

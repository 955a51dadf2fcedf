"""Who gets more of what is within reach, who holds which lever, and where interests meet without a commitment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice
from typing import Any

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, main_domain, principals, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.methods.packages import Negotiation, Standard, fair_points, pareto_frontier, zone_of_agreement
from hiwar.questions.answer import DEFAULTS, Answer, Finding, Firmness, Settings, Table, table_of
from hiwar.questions.gainers import gainer_findings, gainer_table
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import AGREED, Bargain, bargain_of, settled
from hiwar.questions.provenance import provenance_of
from hiwar.questions.worths import worth_trace

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
COMPARED: tuple[Standard, ...] = (Standard.NASH, Standard.KALAI_SMORODINSKY)
"""Packages whose division is shown; those that the standards single out, and any that the analyst asks about."""
EVEN = 0.05
"""Shares that differ by less than this are called even."""


@dataclass(frozen=True)
class Division:
    """A package and what it holds, as ``issue=option``."""

    id: str
    options: tuple[str, ...]


def answer_balance(dossier: Dossier, sheets: Sequence[Sheet] = (), settings: Settings = DEFAULTS) -> Answer:
    """How is what can be gained divided, and who has which means of pressure?"""
    judgements = Judgements(dossier, tuple(sheets))
    bargain = bargain_of(judgements)
    divisions = _divisions(dossier, bargain, settings)
    tables = {
        "shares": _share_table(judgements, bargain, divisions),
        "by_domain": _domain_table(judgements, bargain, divisions),
        "leverage": _leverage_table(dossier),
        "capabilities": _capability_table(dossier),
        "commitments": _commitment_table(dossier, divisions),
        "gainers": gainer_table(dossier, {one.id: one.options for one in divisions}, settings),
    }
    findings = (
        *_share_findings(judgements, bargain, tables),
        *_domain_findings(tables["by_domain"]),
        *_leverage_findings(dossier, tables["leverage"]),
        *_commitment_findings(tables["commitments"]),
        *gainer_findings(tables["gainers"]),
    )
    return Answer("balance", findings, immutabledict(tables), provenance_of(dossier, sheets, settings))


def _divisions(dossier: Dossier, bargain: Bargain | None, settings: Settings) -> tuple[Division, ...]:
    """The packages that are looked at: singled out by a standard, or asked about."""
    found: dict[tuple[str, ...], str] = {}
    for place, asked in enumerate(settings.packages, 1):
        options = (f"{issue}={option}" for issue, held in asked.items() if issue in dossier.issues for option in held)
        found.setdefault(tuple(sorted(options)), f"asked-{place}")
    if bargain is not None and _ideals(bargain.negotiation):
        for point in fair_points(bargain.negotiation, COMPARED):
            for package in islice(point.packages(), 1):
                found.setdefault(settled(package), point.standard.value)
    return tuple(Division(name, options) for options, name in found.items() if options)


def _points(negotiation: Negotiation, party: str, options: Sequence[str]) -> Fraction | None:
    """What options are worth to a party at the middle of the judgements; None where one is not judged."""
    worths = next(one.worths for one in negotiation.parties if one.name == party)
    total = Fraction(0)
    for item in options:
        issue, _, option = item.partition("=")
        worth = worths[item][AGREED] if item in worths else worths.get(issue, {}).get(option)
        if worth is None:
            return None
        total += Fraction(worth)
    return total


def _share_table(judgements: Judgements, bargain: Bargain | None, divisions: Sequence[Division]) -> Table:
    """Per package and party: gain over no agreement, as a share of the most it can gain in what all accept."""
    rows: Rows = []
    ideals = {} if bargain is None else _ideals(bargain.negotiation)
    for division in divisions:
        for party in principals(judgements.dossier):
            points = None if bargain is None else _points(bargain.negotiation, party, division.options)
            share = None
            if points is not None and party in ideals:
                reservation, ideal = ideals[party]
                share = float((points - reservation) / (ideal - reservation)) if ideal > reservation else None
            values = (division.id, division.options, party, None if points is None else float(points), share)
            rows.append((values, worth_trace(judgements, party)))
    return table_of(("package", "options", "party", "points", "share"), rows)


def _ideals(negotiation: Negotiation) -> Mapping[str, tuple[Fraction, Fraction]]:
    """Party to its reservation value and the most it gets in a package that all accept."""
    if any(party.reservation_value is None for party in negotiation.parties):
        return {}
    points = pareto_frontier(negotiation).points
    return {
        party.name: (Fraction(party.reservation_value or 0), max(point.scores[place] for point in points))
        for place, party in enumerate(negotiation.parties)
        if points
    }


def _domain_table(judgements: Judgements, bargain: Bargain | None, divisions: Sequence[Division]) -> Table:
    """Per package, party and main domain: what it gets from the issues there, between its least and its most there."""
    rows: Rows = []
    dossier = judgements.dossier
    for domain in sorted({main_domain(dossier, key) for issue in dossier.issues.values() for key in issue.domains}):
        issues = tuple(key for key, issue in sorted(dossier.issues.items()) if domain in _mains(dossier, issue.domains))
        part = bargain_of(judgements, issues)
        if bargain is None or part is None:
            continue
        zone = zone_of_agreement(part.negotiation)
        for division in divisions:
            inside = tuple(item for item in division.options if item.split("=")[0] in issues)
            for place, party in enumerate(part.negotiation.names):
                points = _points(part.negotiation, party, inside)
                share = _between(zone.worst, zone.best, place, points)
                rows.append(((division.id, domain, party, share), (*issues, *worth_trace(judgements, party))))
    return table_of(("package", "domain", "party", "share"), rows)


def _between(worst: Sequence[Fraction], best: Sequence[Fraction], place: int, points: Fraction | None) -> float | None:
    if points is None or not best or best[place] == worst[place]:
        return None
    return float((points - worst[place]) / (best[place] - worst[place]))


def _mains(dossier: Dossier, domains: Sequence[str]) -> set[str]:
    return {main_domain(dossier, domain) for domain in domains}


def _leverage_table(dossier: Dossier) -> Table:
    """Who can press whom, or depends on whom, where a principal's side is one end; as the case states it."""
    sides = set(principals(dossier))
    rows: Rows = []
    for key, tie in sorted(dossier.ties.items()):
        if tie.kind not in ("leverage", "dependence"):
            continue
        holder, over = (tie.party, tie.other) if tie.kind == "leverage" else (tie.other, tie.party)
        if side_of(dossier, holder) in sides or side_of(dossier, over) in sides:
            rows.append(((side_of(dossier, holder), holder, over, tie.kind, key, tie.level), (key, holder, over)))
    rows.sort(key=lambda row: (row[0][0] not in sides, row[0][0]))
    return table_of(("side", "holder", "over", "kind", "item", "level"), rows)


def _capability_table(dossier: Dossier) -> Table:
    """What each side can do, cannot do, or is not known to be able to do."""
    rows: Rows = [
        ((side_of(dossier, item.party), item.party, key, item.has, item.domains), (key, item.party))
        for key, item in sorted(dossier.capabilities.items())
    ]
    return table_of(("side", "party", "capability", "has", "domains"), rows)


def _commitment_table(dossier: Dossier, divisions: Sequence[Division]) -> Table:
    """Per main domain and package: goals of each side there, and what the package settles there."""
    rows: Rows = []
    sides = principals(dossier)
    for domain in sorted({main_domain(dossier, key) for key in dossier.domains}):
        goals = {
            side: tuple(
                key for key, goal in sorted(dossier.goals.items())
                if domain in _mains(dossier, goal.domains) and any(side_of(dossier, one) == side for one in goal.owner)
            )
            for side in sides
        }  # fmt: skip
        for division in divisions or (Division("", ()),):
            settled = tuple(
                item for item in division.options
                if domain in _mains(dossier, dossier.issues[item.split("=")[0]].domains)
            )  # fmt: skip
            wanted_by = tuple(side for side in sides if goals[side])
            state = "settled" if settled else "no_commitment" if len(wanted_by) > 1 else "no_common_interest"
            trace = tuple(goal for side in sides for goal in goals[side])
            rows.append(((domain, division.id, wanted_by, settled, state if division.id else "no_package"), trace))
    return table_of(("domain", "package", "wanted_by", "settled", "state"), rows)


def _share_findings(judgements: Judgements, bargain: Bargain | None, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Who gets the larger share of its own reach in each package."""
    parties = principals(judgements.dossier)
    if bargain is None:
        yield Finding("balance.not_judged", {"parties": parties}, Firmness.CANNOT_BE_TOLD, trace=parties)
        return
    by_package: dict[str, dict[str, float]] = {}
    for row in tables["shares"].records():
        if row["share"] is not None:
            by_package.setdefault(row["package"], {})[row["party"]] = row["share"]
    for package, shares in by_package.items():
        for first, second in combinations(sorted(shares), 2):
            trace = (*worth_trace(judgements, first), *worth_trace(judgements, second))
            yield _share_finding("balance.uneven", "balance.even", {"package": package}, shares, (first, second), trace)


def _share_finding(
    uneven: str,
    even: str,
    values: Mapping[str, object],
    shares: Mapping[str, float],
    pair: tuple[str, str],
    trace: tuple[str, ...],
) -> Finding:
    ahead, behind = sorted(pair, key=lambda party: -shares[party])
    told = {**values, "party": ahead, "other": behind, "first_share": shares[ahead], "second_share": shares[behind]}
    key = uneven if shares[ahead] - shares[behind] > EVEN else even
    return Finding(key, told, Firmness.POSSIBLE, trace=trace)


def _domain_findings(by_domain: Table) -> Iterator[Finding]:
    """Domains in which one side gets clearly more of what it could get there than the other."""
    grouped: dict[tuple[str, str], dict[str, float]] = {}
    for row in by_domain.records():
        if row["share"] is not None:
            grouped.setdefault((row["package"], row["domain"]), {})[row["party"]] = row["share"]
    for (package, domain), shares in grouped.items():
        for pair in combinations(sorted(shares), 2):
            values = {"package": package, "domain": domain}
            found = _share_finding(
                "balance.domain_uneven", "balance.domain_even", values, shares, pair, (domain, *pair)
            )
            if found.key == "balance.domain_uneven":
                yield found


def _leverage_findings(dossier: Dossier, leverage: Table) -> Iterator[Finding]:
    """The means of pressure of each principal over another, and of others over a principal."""
    sides = principals(dossier)
    for side in sides:
        items = tuple(row["item"] for row in leverage.records() if row["side"] == side)
        if items:
            yield Finding("balance.leverage", {"party": side, "items": items}, trace=(side, *items))
        else:
            yield Finding("balance.no_leverage", {"party": side}, Firmness.CANNOT_BE_TOLD, trace=(side,))
    outside = tuple(row["item"] for row in leverage.records() if row["side"] not in sides)
    if outside:
        yield Finding("balance.leverage_outside", {"items": outside}, trace=outside)


def _commitment_findings(commitments: Table) -> Iterator[Finding]:
    """Domains in which both sides have interests and a package commits to nothing."""
    for row, trace in zip(commitments.records(), commitments.traces, strict=True):
        if row["state"] == "no_commitment":
            yield Finding("balance.no_commitment", {"domain": row["domain"], "package": row["package"]}, trace=trace)

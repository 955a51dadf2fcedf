"""Packages that are proposed: those that a standard of fairness singles out, and those that the analyst asks about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

import numpy as np

from hiwar.dossier.model import Dossier, principals
from hiwar.dossier.scales import Range
from hiwar.methods.packages import (
    FairPoint,
    Frontier,
    Standard,
    Zone,
    fair_points,
    pareto_frontier,
    zone_of_agreement,
)
from hiwar.questions.answer import Settings
from hiwar.questions.courses import Course, breaks
from hiwar.questions.negotiations import Bargain, red_lines_of, settled
from hiwar.questions.worths import Worths, middle

PROPOSED_BY: tuple[Standard, ...] = (
    Standard.NASH,
    Standard.KALAI_SMORODINSKY,
    Standard.MAXIMIN,
    Standard.WELFARE_OF_SHARES,
)
"""Standards that measure each party on its own scale; points of two parties are nowhere added or compared."""
MOST_TIES = 2
"""Packages shown of those that a standard holds equally good."""


@dataclass(frozen=True)
class Proposal:
    """A package with what the principals make of it."""

    id: str
    options: tuple[str, ...]
    """``issue=option`` of everything it settles, in order."""
    standards: tuple[str, ...]
    """Standards that single it out; empty for one that was asked about."""
    points: Mapping[str, Range]
    """Party to points; parties for which some option is not judged are left out."""
    rules_broken: tuple[str, ...] = ()
    red_lines: tuple[tuple[str, str], ...] = ()
    """Party and option."""
    bettered: bool | None = None
    """Another package that all accept is better for somebody and worse for nobody; None where it cannot be told."""


@dataclass(frozen=True, eq=False)
class Search:
    """What the search over an agenda found at the middle of the judgements."""

    bargain: Bargain
    zone: Zone
    frontier: Frontier | None
    """None where some reservation value is not judged."""
    fair: tuple[FairPoint, ...]


def search(bargain: Bargain) -> Search:
    """Search the whole agenda: what is possible, what nobody can better, what each standard singles out."""
    negotiation = bargain.negotiation
    zone = zone_of_agreement(negotiation)
    if any(party.reservation_value is None for party in negotiation.parties):
        return Search(bargain, zone, None, ())
    frontier = pareto_frontier(negotiation)
    return Search(bargain, zone, frontier, fair_points(negotiation, PROPOSED_BY) if frontier.points else ())


def proposals_of(found: Search) -> tuple[Proposal, ...]:
    """The packages that standards single out, each once, with the standards that do."""
    by_options: dict[tuple[str, ...], list[str]] = {}
    for point in found.fair:
        for package in islice(point.packages(), MOST_TIES):
            by_options.setdefault(settled(package), []).append(point.standard.value)
    worths = found.bargain.worths
    return tuple(
        Proposal(f"proposal-{place}", options, tuple(standards), points_of(worths, options), bettered=False)
        for place, (options, standards) in enumerate(by_options.items(), 1)
    )


def points_of(worths: Worths, options: Iterable[str]) -> Mapping[str, Range]:
    """What a package is worth to each party, from the least to the most that the judgements admit."""
    keys = [(issue, option) for issue, _, option in (item.partition("=") for item in options)]
    found = {}
    for party, worth in worths.worth.items():
        ranges = [worth[key] for key in keys if key in worth]
        if len(ranges) == len(keys):
            centre = float(sum((middle(one) for one in ranges), Fraction(0)))
            found[party] = Range(sum(one.low for one in ranges), sum(one.high for one in ranges), mode=centre)
    return found


def asked_proposals(dossier: Dossier, worths: Worths, found: Search | None, settings: Settings) -> tuple[Proposal, ...]:
    """The packages that the analyst asks about: rules they break, red lines they cross, whether all can do better."""
    proposals = []
    for place, package in enumerate(settings.packages, 1):
        options = tuple(
            sorted(f"{issue}={option}" for issue, held in package.items() if issue in dossier.issues for option in held)
        )
        if options:
            proposals.append(_asked(dossier, worths, found, f"asked-{place}", options))
    return tuple(proposals)


def _asked(dossier: Dossier, worths: Worths, found: Search | None, name: str, options: Sequence[str]) -> Proposal:
    held: dict[str, tuple[str, ...]] = {}
    for item in options:
        issue, _, option = item.partition("=")
        held[issue] = (*held.get(issue, ()), option)
    course = Course(name, "", held)
    broken = tuple(key for key in sorted(dossier.rules) if breaks(dossier, course, key))
    lines = tuple((party, line) for party in principals(dossier) for line in red_lines_of(dossier, party, held))
    points = points_of(worths, options)
    return Proposal(name, tuple(options), (), points, broken, lines, _is_bettered(found, points))


def _is_bettered(found: Search | None, points: Mapping[str, Range]) -> bool | None:
    """Whether an undominated acceptable package is worth no less to everybody and more to somebody."""
    if found is None or found.frontier is None or set(points) != set(found.frontier.parties):
        return None
    own = [Fraction(str(round(points[party].centre, 6))) for party in found.frontier.parties]
    return any(
        all(score >= mine for score, mine in zip(point.scores, own, strict=True)) and list(point.scores) != own
        for point in found.frontier.points
    )


def acceptance(proposal: Proposal, worths: Worths, party: str) -> str:
    """Whether a party prefers a package to no agreement: ``certain``, ``possible``, ``never``, ``cannot_be_told``."""
    reservation, points = worths.reservation.get(party), proposal.points.get(party)
    if any(who == party for who, _ in proposal.red_lines):
        return "never"
    if reservation is None or points is None:
        return "cannot_be_told"
    if points.low >= reservation.high:
        return "certain"
    return "never" if points.high < reservation.low else "possible"


def acceptance_share(proposal: Proposal, worths: Worths, settings: Settings) -> float | None:
    """Share of the drawn judgements in which every party prefers a package to no agreement."""
    keys = [tuple(item.split("=", 1)) for item in proposal.options]
    parties = list(worths.worth)
    if set(parties) != set(proposal.points) or set(parties) != set(worths.reservation) or proposal.red_lines:
        return None
    rng = np.random.default_rng(settings.seed)
    accepted = np.ones(settings.draws, dtype=np.bool_)
    for party in parties:
        total = np.zeros(settings.draws)
        for issue, option in keys:
            one = worths.worth[party][issue, option]
            total += rng.uniform(one.low, one.high, settings.draws)
        line = worths.reservation[party]
        accepted &= total >= rng.uniform(line.low, line.high, settings.draws)
    return float(accepted.mean())

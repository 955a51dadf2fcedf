"""The agenda, the packages within reach, and what each asks of whom, as tables."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from hiwar.dossier.model import Dossier, principals
from hiwar.questions.agreement.proposals import Proposal, Search, acceptance, acceptance_share
from hiwar.questions.answer import Settings, Table, table_of
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import red_lines_of
from hiwar.questions.worths import Worths, middle, worth_trace

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
MOST_FRONTIER = 400
"""Points of the frontier that are listed; of a larger one, as many spread evenly."""


def agenda_table(judgements: Judgements, worths: Worths) -> Table:
    """Every option of the agenda: what it is worth to each principal, and whether it is a red line of it."""
    dossier = judgements.dossier
    rows: Rows = []
    for party in principals(dossier):
        lines = red_lines_of(dossier, party, {key: tuple(issue.options) for key, issue in dossier.issues.items()})
        for issue in sorted(dossier.issues):
            for option in dossier.issues[issue].options:
                worth = worths.worth[party].get((issue, option))
                ends = (None, None) if worth is None else (worth.low, worth.high)
                line = lines.get(f"{issue}={option}", ())
                rows.append(((f"{issue}={option}", party, *ends, bool(line)), (issue, *line)))
    return table_of(("option", "party", "low", "high", "is_red_line"), rows)


def frontier_table(judgements: Judgements, found: Search) -> Table:
    """Undominated packages that all accept: points of each party at the middle of the judgements."""
    points = found.frontier.points if found.frontier else ()
    step = max(1, -(-len(points) // MOST_FRONTIER))
    names = found.bargain.negotiation.names
    trace = tuple(item for party in names for item in worth_trace(judgements, party))
    rows: Rows = [
        ((place, party, float(score), _share(found, party, score)), trace)
        for place, point in enumerate(points)
        if place % step == 0 or place == len(points) - 1
        for party, score in zip(names, point.scores, strict=True)
    ]
    return table_of(("point", "party", "points", "share"), rows)


def _share(found: Search, party: str, points: Fraction | float) -> float | None:
    """Where points lie between the worst and the best that a party can get in an admissible package."""
    place = found.bargain.negotiation.names.index(party)
    if not found.zone.best or found.zone.best[place] == found.zone.worst[place]:
        return None
    worst, best = found.zone.worst[place], found.zone.best[place]
    return (
        float((Fraction(str(points)) - worst) / (best - worst))
        if isinstance(points, float)
        else float((points - worst) / (best - worst))
    )


def proposal_table(
    judgements: Judgements, worths: Worths, found: Search | None, proposals: Sequence[Proposal], settings: Settings
) -> Table:
    """Per proposal and principal: points, share of its own range, and whether it prefers it to no agreement."""
    rows: Rows = []
    for proposal in proposals:
        together = acceptance_share(proposal, worths, settings)
        for party in principals(judgements.dossier):
            points = proposal.points.get(party)
            ends = (None, None) if points is None else (points.low, points.high)
            share = None if found is None or points is None else _share(found, party, middle(points))
            values = (proposal.id, proposal.standards, proposal.options, party, *ends, share)
            accepts = acceptance(proposal, worths, party)
            issues = dict.fromkeys(option.split("=")[0] for option in proposal.options)
            rows.append(((*values, accepts, together), (*issues, *worth_trace(judgements, party))))
    columns = ("package", "standards", "options", "party", "low", "high", "share", "accepts", "all_accept")
    return table_of(columns, rows)


def concession_table(
    judgements: Judgements, worths: Worths, found: Search | None, proposals: Sequence[Proposal]
) -> Table:
    """What each principal gives up of its first choice, issue by issue, as a share of its own range."""
    rows: Rows = []
    for proposal in proposals:
        for party in principals(judgements.dossier):
            for issue, first, agreed, gap in concessions(judgements.dossier, worths, proposal, party):
                share = _range_share(found, party, gap)
                values = (proposal.id, party, issue, first, agreed, float(gap), share)
                rows.append((values, (issue, *worth_trace(judgements, party))))
    return table_of(("package", "party", "issue", "first_choice", "agreed", "points", "share"), rows)


def concessions(
    dossier: Dossier, worths: Worths, proposal: Proposal, party: str
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], Fraction]]:
    """Issue, first choice, what is agreed, and points between them; only where something is given up."""
    held = set(proposal.options)
    for issue in sorted(dossier.issues):
        worth = {
            f"{issue}={option}": middle(worths.worth[party][issue, option])
            for option in dossier.issues[issue].options
            if (issue, option) in worths.worth[party]
        }
        wanted = {item: value for item, value in worth.items() if value > 0}
        if not dossier.issues[issue].allows_several and wanted:
            most = max(wanted.values())
            wanted = {item: value for item, value in wanted.items() if value == most}
        agreed = {item: value for item, value in worth.items() if item in held}
        best = (
            max(wanted.values(), default=Fraction(0))
            if not dossier.issues[issue].allows_several
            else sum(wanted.values(), Fraction(0))
        )
        gap = best - sum(agreed.values(), Fraction(0))
        if gap > 0:
            yield issue, tuple(wanted), tuple(agreed), gap


def _range_share(found: Search | None, party: str, gap: Fraction) -> float | None:
    if found is None or not found.zone.best:
        return None
    place = found.bargain.negotiation.names.index(party)
    span = found.zone.best[place] - found.zone.worst[place]
    return float(gap / span) if span else None

"""The agenda, the packages within reach, and what each asks of whom, as tables."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

from hiwar.dossier.model import principals
from hiwar.questions.answer import Settings, Table, table_of
from hiwar.questions.first_choices import first_choices
from hiwar.questions.judgements import Judgements
from hiwar.questions.negotiations import agenda_rules, red_lines_of, settled
from hiwar.questions.proposals import Proposal, Search, acceptance, acceptance_share, points_of
from hiwar.questions.ratifying import Home, at_home, subject_of_package, survival
from hiwar.questions.standings import standings_of
from hiwar.questions.worths import Worths, middle, worth_trace

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]
MOST_FRONTIER = 400
"""Points of the frontier that are listed; of a larger one, as many spread evenly."""
_MOST_ALIKE = 64
"""Packages of the same points of which it is asked whether they survive at home."""


def fallback_table(judgements: Judgements, worths: Worths) -> Table:
    """What no agreement is worth to each principal, as judged: the line that a package must pass."""
    rows: Rows = []
    for party in principals(judgements.dossier):
        found = worths.reservation.get(party)
        ends = (None, None) if found is None else (found.low, found.high)
        rows.append(((party, *ends), worth_trace(judgements, party)))
    return table_of(("party", "low", "high"), rows)


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
    """Undominated packages that all accept: points of each party at the middle of the judgements, and its home.

    Several packages may give the same points: what is told of home holds for all of them, else they ``differ``; where
    there are more than can be looked at, it cannot be told.
    """
    points = found.frontier.points if found.frontier else ()
    step = max(1, -(-len(points) // MOST_FRONTIER))
    names = found.bargain.negotiation.names
    judged = (item for party in names for item in worth_trace(judgements, party))
    trace = (*judged, *agenda_rules(judgements.dossier))
    home = Home(judgements.dossier, standings_of(judgements))
    rows: Rows = []
    for place, point in enumerate(points):
        if place % step and place != len(points) - 1:
            continue
        subjects = [
            subject_of_package(judgements.dossier, f"point-{place}", settled(package))
            for package in islice(point.packages(), _MOST_ALIKE + 1)
        ]
        routes = {party: [at_home(home, subject, party) for subject in subjects] for party in names}
        survives = {party: _together(several) for party, several in routes.items()}
        carried = _carried(set(survives.values()))
        for party, score in zip(names, point.scores, strict=True):
            used = (item for best in routes[party] for one in best for item in one.trace)
            values = (place, party, float(score), _share(found, party, score), survives[party], carried)
            rows.append((values, tuple(dict.fromkeys((*trace, *used)))))
    return table_of(("point", "party", "points", "share", "survives", "carried"), rows)


def _carried(survives: set[str]) -> str:
    """Whether every side's home carries a package: in all, not in one, or it cannot be told."""
    if "no" in survives:
        return "stopped"
    return "carried" if survives <= {"yes", "without_vote"} else "open"


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


def package_table(proposals: Sequence[Proposal]) -> Table:
    """What each package settles, and which standards single it out; none for one that was asked about."""
    return table_of(
        ("package", "standards", "options"),
        [
            ((one.id, one.standards, one.options), tuple(dict.fromkeys(option.split("=")[0] for option in one.options)))
            for one in proposals
        ],
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
            values = (proposal.id, party, *ends, share)
            accepts = acceptance(proposal, worths, party)
            issues = dict.fromkeys(option.split("=")[0] for option in proposal.options)
            rows.append(((*values, accepts, together), (*issues, *worth_trace(judgements, party))))
    return table_of(("package", "party", "low", "high", "share", "accepts", "all_accept"), rows)


def concession_table(judgements: Judgements, found: Search | None, proposals: Sequence[Proposal]) -> Table:
    """What each principal gives up of its first choice, issue by issue, as a share of its own range."""
    rows: Rows = []
    firsts = {} if found is None else first_choices(judgements)
    for proposal in proposals:
        for (party, issue), (first, best) in firsts.items():
            agreed = tuple(item for item in proposal.options if item.split("=")[0] == issue)
            points = points_of(found.bargain.worths, agreed).get(party) if found else None
            if points is None or middle(points) >= best:
                continue
            gap = best - middle(points)
            values = (proposal.id, party, issue, first, agreed, float(gap), _range_share(found, party, gap))
            rows.append((values, (issue, *worth_trace(judgements, party))))
    return table_of(("package", "party", "issue", "first_choice", "agreed", "points", "share"), rows)


def _range_share(found: Search | None, party: str, gap: Fraction) -> float | None:
    if found is None or not found.zone.best:
        return None
    place = found.bargain.negotiation.names.index(party)
    span = found.zone.best[place] - found.zone.worst[place]
    return float(gap / span) if span else None


def _together(routes: Sequence[Sequence[Any]]) -> str:
    """What holds at home for several packages: the same for all, or that they differ, or that they are too many."""
    if len(routes) > _MOST_ALIKE:
        return "cannot_be_told"
    verdicts = {survival(best) for best in routes}
    return verdicts.pop() if len(verdicts) == 1 else "differ"


def at_home_table(judgements: Judgements, proposals: Sequence[Proposal]) -> Table:
    """Per package and side: whether it survives at home, and by which route in force."""
    home = Home(judgements.dossier, standings_of(judgements))
    rows: Rows = []
    for proposal in proposals:
        subject = subject_of_package(judgements.dossier, proposal.id, proposal.options)
        for party in principals(judgements.dossier):
            best = at_home(home, subject, party)
            routes = tuple(one.route for one in best)
            trace = dict.fromkeys((party, *(item for one in best for item in one.trace)))
            rows.append(((proposal.id, party, survival(best), routes), tuple(trace)))
    return table_of(("package", "party", "survives", "routes"), rows)

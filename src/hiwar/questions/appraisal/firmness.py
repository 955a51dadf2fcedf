"""How firmly one course is better than another, what would turn it round, and what to judge first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hiwar.methods.dominance import (
    Acceptability,
    DifferenceBounds,
    Flips,
    Parameter,
    Tornado,
    acceptability,
    difference_bounds,
    flips,
    information,
    relations,
    scenario_relations,
    tornado,
)
from hiwar.methods.dominance.arrays import FloatArray
from hiwar.questions.answer import Table
from hiwar.questions.appraisal.stated import Rows, table
from hiwar.questions.compilation import (
    SCOPES,
    Compilation,
    PartyView,
    comparison_trace,
    event_trace,
    row_trace,
    scenario_trace,
)
from hiwar.questions.judgements import traces

NOT_STATED = "not_stated"
"""Verdict where the sources state nothing at all of one of two courses for a party."""

END = 1e-9
"""Closer than this to an end of the scale is at the end."""
MOST_FLIPS = 12
"""Judgements listed per pair of courses, those that need the least change first."""


def firmness_tables(compilation: Compilation) -> Mapping[str, Table]:
    """Pairs, shares, flips, tornado, acceptability, central weights and value of information."""
    shares = {scope: [_acceptability(compilation, view) for view in compilation.views[scope]] for scope in SCOPES}
    bounds = {scope: [difference_bounds(view.prospects) for view in compilation.views[scope]] for scope in SCOPES}
    seat = compilation.views["all"][0]
    return {
        "pairs": _pairs(compilation, bounds, shares),
        "pairs_by_scenario": _pairs_by_scenario(compilation, bounds),
        "flips": _flips(compilation, seat),
        "tornado": _tornado(compilation, seat),
        "acceptability": _ranks(compilation, shares["all"]),
        "weights": _central_weights(compilation, shares["all"]),
        "confidence": _confidence(compilation, shares["all"]),
        "information": _information(compilation, seat),
    }


def _acceptability(compilation: Compilation, view: PartyView) -> Acceptability:
    settings = compilation.settings
    return acceptability(view.prospects, draws=settings.draws, seed=settings.seed)


def _pairs(
    compilation: Compilation,
    bounds: Mapping[str, list[DifferenceBounds]],
    shares: Mapping[str, list[Acceptability]],
) -> Table:
    rows: Rows = []
    for scope in SCOPES:
        for view, bound, share in zip(compilation.views[scope], bounds[scope], shares[scope], strict=True):
            verdicts = relations(bound)
            for a, b in combinations(range(len(compilation.courses)), 2):
                names = (view.party, compilation.courses[a].id, compilation.courses[b].id, scope)
                found: tuple[object, ...] = (verdicts[a][b].value, None, None, None)
                if not _speaks_of(view, a, b):
                    found = (NOT_STATED, None, None, None)
                elif bound.comparable[a, b]:
                    ends = (float(bound.low[a, b]), float(bound.high[a, b]))
                    has_sizes = view.has_sizes[a] and view.has_sizes[b]
                    found = (verdicts[a][b].value, *ends, float(share.pairwise[a, b]) if has_sizes else None)
                rows.append(((*names, *found), comparison_trace(compilation, view, a, b)))
    return table(("party", "first", "second", "scope", "verdict", "low", "high", "share"), rows)


def _pairs_by_scenario(compilation: Compilation, bounds: Mapping[str, list[DifferenceBounds]]) -> Table:
    rows: Rows = []
    for scope in SCOPES:
        for view, bound in zip(compilation.views[scope], bounds[scope], strict=True):
            verdicts = scenario_relations(bound)
            for s, scenario in enumerate(compilation.frame.scenarios):
                for a, b in combinations(range(len(compilation.courses)), 2):
                    names = (view.party, scenario.id, compilation.courses[a].id, compilation.courses[b].id, scope)
                    ends = [float(end[s, a, b]) for end in (bound.scenario_low, bound.scenario_high)]
                    found: tuple[object, ...] = (
                        verdicts[s][a][b].value,
                        *(None if np.isnan(end) else end for end in ends),
                    )
                    if not _speaks_of(view, a, b):
                        found = (NOT_STATED, None, None)
                    rows.append(((*names, *found), scenario_trace(compilation, a, b)))
    return table(("party", "scenario", "first", "second", "scope", "verdict", "low", "high"), rows)


def _speaks_of(view: PartyView, *courses: int) -> bool:
    """Something stands in the scope for each of the courses; comparing with what nobody stated would take it for 0."""
    return all(bool(view.prospects.active[course].any()) for course in courses)


def pairs_with_middle(compilation: Compilation, view: PartyView) -> list[tuple[int, int]]:
    """Pairs of courses that can both be taken in some scenario and have a middle of the judgements."""
    feasible, has_middle = view.prospects.feasible, view.has_middle
    pairs = combinations(range(len(compilation.courses)), 2)
    return [(a, b) for a, b in pairs if (feasible[a] & feasible[b]).any() and has_middle[a] and has_middle[b]]


def _flips(compilation: Compilation, view: PartyView) -> Table:
    """For the seat, empty cells included: which single judgement turns a pair round, and how far it must move."""
    rows: Rows = []
    for a, b in pairs_with_middle(compilation, view):
        found = flips(view.prospects, a, b)
        names = (view.party, compilation.courses[a].id, compilation.courses[b].id)
        joint = None if np.isinf(found.joint_change) else float(found.joint_change)
        for number in _first(_real_flips(view, found), found.change):
            judged = judgement_of(compilation, view, found.parameters[number])
            change = (float(found.central[number]), float(found.critical[number]), float(found.change[number]))
            values = (*names, *judged.names, *change, bool(found.within_range[number]), joint)
            rows.append((values, judged.trace))
    columns = (
        "party", "first", "second", "judgement", "under", "domain", "centre", "critical", "change", "reachable",
        "joint_change",
    )  # fmt: skip
    return table(columns, rows)


def _real_flips(view: PartyView, found: Flips) -> list[int]:
    """Flips inside the scale; of an event with two options only the one that would have to become less likely.

    At an end of the scale the difference can only vanish (nothing of it is left), not turn round.
    """
    kept: list[int] = []
    for number, parameter in enumerate(found.parameters):
        top = 100.0 if parameter.kind == "size" else 1.0
        is_inside = found.within_scale[number] and END < found.critical[number] < top - END
        is_mirror = _has_mirror(view, parameter) and found.critical[number] > found.central[number]
        kept += [number] if is_inside and not is_mirror else []
    return kept


def _first(numbers: Sequence[int], measure: FloatArray) -> list[int]:
    """The first judgements, and whatever is level with the last of them: no name decides who is left out."""
    if len(numbers) <= MOST_FLIPS:
        return list(numbers)
    last = measure[numbers[MOST_FLIPS - 1]]
    level = [number for number in numbers[MOST_FLIPS:] if abs(measure[number] - last) <= END * max(1.0, abs(last))]
    return [*numbers[:MOST_FLIPS], *level]


def _has_mirror(view: PartyView, parameter: Parameter) -> bool:
    """An option of an event with two: what is said of it is said of the other the other way round."""
    return parameter.block >= 0 and view.prospects.blocks[parameter.block].low.size == 2


def _tornado(compilation: Compilation, view: PartyView) -> Table:
    rows: Rows = []
    for a, b in pairs_with_middle(compilation, view):
        found = tornado(view.prospects, a, b)
        names = (view.party, compilation.courses[a].id, compilation.courses[b].id)
        for number in _first(real_bars(view, found), found.swing):
            if found.swing[number] > 0:
                parameter = found.parameters[number]
                judged = judgement_of(compilation, view, parameter)
                ends = (float(found.at_low[number]), float(found.at_high[number]))
                values = (*names, *judged.names, *ends, bool(found.crosses_zero[number]), float(found.difference))
                rows.append((values, judged.trace))
    columns = ("party", "first", "second", "judgement", "under", "domain", "low", "high", "crosses", "centre")
    return table(columns, rows)


def real_bars(view: PartyView, found: Tornado) -> list[int]:
    """Every judgement; of an event with two options only the one that speaks for the first course."""
    return [
        number
        for number, parameter in enumerate(found.parameters)
        if not (_has_mirror(view, parameter) and found.at_high[number] < found.at_low[number])
    ]


@dataclass(frozen=True)
class Judgement:
    """A judgement by name: what it is on, under which courses where that matters, in which domain."""

    names: tuple[str, tuple[str, ...], str | None]
    """``size:ID``, ``likelihood:ID``, ``likelihood:EVENT=OPTION``, ``weight:DOMAIN``; courses; domain."""
    trace: tuple[str, ...]


def judgement_of(compilation: Compilation, view: PartyView, parameter: Parameter) -> Judgement:
    """Name of a judgement and what it rests on."""
    frame = compilation.frame
    domain = frame.domains[parameter.domain] if parameter.domain >= 0 else None
    if parameter.kind == "weight":
        name = f"weight:{domain}" if domain else f"weights:{view.party}"
        return Judgement((name, (), domain), traces(frame.judgements, "weights", view.party))
    if parameter.kind == "event":
        return _event_judgement(compilation, view, parameter)
    row = view.rows[parameter.effect]
    name = row.id if row.cell else row.id.split("#")[0]
    return Judgement((f"{parameter.kind}:{name}", (), domain), row_trace(frame, row))


def _event_judgement(compilation: Compilation, view: PartyView, parameter: Parameter) -> Judgement:
    """The courses are named where the event is likelier under some than under others."""
    scenarios = compilation.frame.scenarios
    places = view.prospects.block_of == parameter.block
    number = int(np.argwhere(places)[0][2])
    event = tuple(scenarios[0].options)[number]
    options = sorted({scenario.options[event] for scenario in scenarios})
    name = f"likelihood:{event}={options[parameter.option]}" if parameter.option >= 0 else f"likelihood:{event}"
    is_alike = len(np.unique(view.prospects.block_of[:, :, number])) == 1
    governed = places[:, :, number].any(axis=1)
    under = () if is_alike else tuple(c.id for c, here in zip(compilation.courses, governed, strict=True) if here)
    return Judgement((name, under, None), event_trace(compilation, event))


def _ranks(compilation: Compilation, shares: list[Acceptability]) -> Table:
    """Only for a party for which every size is judged: shares drawn from the unknown would count items."""
    rows: Rows = []
    for view, share in _with_sizes(compilation, shares):
        for number, course in enumerate(compilation.courses):
            if not view.prospects.comparable[number, number]:
                continue
            trace = comparison_trace(compilation, view, number)
            for rank, value in enumerate(share.rank[number]):
                values = (view.party, course.id, rank + 1, float(value), float(share.rank_error[number, rank]))
                rows.append((values, trace))
    return table(("party", "course", "rank", "share", "error"), rows)


def _with_sizes(compilation: Compilation, shares: list[Acceptability]) -> list[tuple[PartyView, Acceptability]]:
    pairs = zip(compilation.views["all"], shares, strict=True)
    return [(view, share) for view, share in pairs if all(view.has_sizes)]


def _central_weights(compilation: Compilation, shares: list[Acceptability]) -> Table:
    rows: Rows = [
        ((view.party, course.id, domain, float(weight)), traces(compilation.frame.judgements, "weights", view.party))
        for view, share in _with_sizes(compilation, shares)
        for course, weights in zip(compilation.courses, share.central_weights, strict=True)
        for domain, weight in zip(compilation.frame.domains, weights, strict=True)
        if not np.isnan(weight)
    ]
    return table(("party", "course", "domain", "weight"), rows)


def _confidence(compilation: Compilation, shares: list[Acceptability]) -> Table:
    rows: Rows = [
        ((view.party, course.id, float(factor)), traces(compilation.frame.judgements, "weights", view.party))
        for view, share in _with_sizes(compilation, shares)
        for course, factor in zip(compilation.courses, share.confidence, strict=True)
        if not np.isnan(factor)
    ]
    return table(("party", "course", "factor"), rows)


def _information(compilation: Compilation, view: PartyView) -> Table:
    """For the seat: what knowing each judgement exactly would be worth, largest first."""
    found = information(view.prospects, draws=compilation.settings.draws, seed=compilation.settings.seed)
    rows: Rows = []
    for parameter, value in zip(found.parameters, found.value, strict=True):
        judged = judgement_of(compilation, view, parameter)
        rows.append(((view.party, *judged.names, max(float(value), 0.0)), judged.trace))
    return table(("party", "judgement", "under", "domain", "value"), rows)

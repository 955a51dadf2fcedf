"""What may happen under one judgement: regret over scenarios and the distribution of outcomes."""

from collections.abc import Mapping

import numpy as np

from hiwar.methods.dominance import Outcomes, outcomes, regret, stochastic_dominance
from hiwar.questions.answer import Table
from hiwar.questions.appraisal.stated import Rows, table
from hiwar.questions.compilation import Compilation, PartyView, comparison_trace, scenario_trace

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
CURVE_POINTS = 41


def risk_tables(compilation: Compilation) -> Mapping[str, Table]:
    """Regret, risk, its curves and stochastic dominance; at the middle of the judgements, empty cells included.

    Where something is not judged there is no middle, and then no regret at the middle and no distribution.
    """
    views = compilation.views["all"]
    found = [_outcomes(compilation, view) for view in views]
    return {
        "regret": _regret(compilation),
        "risk": _risk(compilation, found),
        "risk_curve": _curves(compilation, found),
        "stochastic_dominance": _dominance(compilation, found),
    }


def _outcomes(compilation: Compilation, view: PartyView) -> Outcomes | None:
    """None where an event has no likelihood: then there is no distribution to speak of."""
    if not view.prospects.all_given:
        return None
    return outcomes(view.prospects, draws=compilation.settings.futures, seed=compilation.settings.seed)


def _regret(compilation: Compilation) -> Table:
    rows: Rows = []
    for view in compilation.views["all"]:
        found = regret(view.prospects)
        has_middle = all(view.has_middle)
        for number, course in enumerate(compilation.courses):
            for s, scenario in enumerate(compilation.frame.scenarios):
                if not np.isnan(found.central[number, s]):
                    middle = float(found.central[number, s]) if has_middle else None
                    points = (middle, float(found.worst[number, s]))
                    trace = scenario_trace(compilation, number)
                    rows.append(((view.party, course.id, scenario.id, *points), trace))
    return table(("party", "course", "scenario", "centre", "worst"), rows)


def _risk(compilation: Compilation, found: list[Outcomes | None]) -> Table:
    rows: Rows = []
    for view, law in zip(compilation.views["all"], found, strict=True):
        for number, course in enumerate(compilation.courses if law else ()):
            if law and view.has_middle[number] and (own := law.laws[number]) is not None:
                quantiles = [own.quantile(level) for level in QUANTILES]
                values = (own.mean, *quantiles, float(law.loss[number]))
                trace = comparison_trace(compilation, view, number)
                rows.append(((view.party, course.id, *values), trace))
    return table(("party", "course", "mean", "p05", "p25", "p50", "p75", "p95", "loss"), rows)


def _curves(compilation: Compilation, found: list[Outcomes | None]) -> Table:
    """Probability that the outcome is at most so many points."""
    rows: Rows = []
    for view, law in zip(compilation.views["all"], found, strict=True):
        for number, course in enumerate(compilation.courses if law else ()):
            if law and view.has_middle[number] and (own := law.laws[number]) is not None:
                for level in np.linspace(0, 1, CURVE_POINTS):
                    points = own.quantile(float(level))
                    rows.append(((view.party, course.id, points, float(level)), (course.track,)))
    return table(("party", "course", "points", "probability"), rows)


def _dominance(compilation: Compilation, found: list[Outcomes | None]) -> Table:
    rows: Rows = []
    for view, law in zip(compilation.views["all"], found, strict=True):
        if law is None:
            continue
        first_order, second_order = stochastic_dominance(law)
        for a, first in enumerate(compilation.courses):
            for b, second in enumerate(compilation.courses):
                orders = (first_order[a, b], second_order[a, b])
                if a != b and any(orders) and view.has_middle[a] and view.has_middle[b]:
                    order = 1 if orders[0] else 2
                    trace = comparison_trace(compilation, view, a, b)
                    rows.append(((view.party, first.id, second.id, order), trace))
    return table(("party", "first", "second", "order"), rows)

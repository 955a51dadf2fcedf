"""Which course is best over the two judgements that move the choice most: a map for the seat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hiwar.methods.dominance import Parameter, central_expected, move_apart, tornado, values_at_corners
from hiwar.methods.dominance.arrays import FloatArray
from hiwar.methods.value_of_information import StrategyRegions, strategy_regions
from hiwar.questions.answer import Table
from hiwar.questions.appraisal.firmness import END, judgement_of, real_bars
from hiwar.questions.appraisal.stated import Rows, table
from hiwar.questions.compilation import Compilation, PartyView, comparison_trace

_STEPS = 12
"""Points on a curved side of a region, per band."""


@dataclass(frozen=True)
class _Bar:
    """A judgement, its admissible range and its middle, and how much it moves the choice."""

    parameter: Parameter
    low: float
    high: float
    centre: float
    measure: tuple[bool, float]
    """Whether it can turn the choice round, and by how many points it moves the difference."""


def strategy_tables(compilation: Compilation) -> Mapping[str, Table]:
    """For the seat: the two judgements of the map, the share of it in which each course is best, and the outlines.

    Only courses that can be taken in every scenario are compared. There is no map, and the tables are empty, where
    something on which these rest is not judged, or where no two judgements stand out from the others.
    """
    view = compilation.views["all"][0]
    courses, chosen = _choice(view)
    axes, areas, outlines = _empty()
    if chosen:
        regions = _regions(view, courses, chosen)
        axes = [_axis(compilation, view, place, bar) for place, bar in zip(("across", "upwards"), chosen, strict=True)]
        areas = [((view.party, compilation.courses[course].id, float(share)),
                  comparison_trace(compilation, view, course))
                 for course, share in zip(courses, regions.share, strict=True)]  # fmt: skip
        outlines = _outlines(compilation, view, courses, regions)
    return {
        "strategy": table(("party", "place", "judgement", "under", "domain", "low", "high", "centre"), axes),
        "strategy_shares": table(("party", "course", "share"), areas),
        "strategy_outlines": table(("party", "course", "part", "step", "x", "y"), outlines),
    }


def _outlines(compilation: Compilation, view: PartyView, courses: Sequence[int], regions: StrategyRegions) -> Rows:
    """Points around each part of the map; parts are counted per course, from below."""
    rows: Rows = []
    seen: dict[int, int] = {}
    for part in regions.outlines(_STEPS):
        number = seen[part.alternative] = seen.get(part.alternative, 0) + 1
        chosen = courses[part.alternative]
        course, trace = compilation.courses[chosen].id, comparison_trace(compilation, view, chosen)
        rows += [
            ((view.party, course, number, step, float(x), float(y)), trace) for step, (x, y) in enumerate(part.points)
        ]
    return rows


def _empty() -> tuple[Rows, Rows, Rows]:
    return [], [], []


def _choice(view: PartyView) -> tuple[list[int], tuple[_Bar, _Bar] | None]:
    """The courses compared, and the two judgements that move the difference between the best two most."""
    courses = np.flatnonzero(view.prospects.feasible.all(axis=1)).tolist()
    if len(courses) < 2 or not all(view.has_middle[course] for course in courses):
        return courses, None
    values = central_expected(view.prospects)
    ranked = sorted(courses, key=lambda course: -float(values[course]))
    level = [float(values[course]) for course in ranked[:3]]
    if any(abs(one - other) <= END * max(1.0, abs(one)) for one, other in pairwise(level)):
        return courses, None
    return courses, _two_bars(_bars(view, ranked[0], ranked[1]))


def _bars(view: PartyView, first: int, second: int) -> list[_Bar]:
    """Judgements that move the difference between two courses, those that move the choice first."""
    found = tornado(view.prospects, first, second)
    bars = [
        _Bar(found.parameters[n], float(found.low[n]), float(found.high[n]), _centre(view, found.parameters[n]),
             (bool(found.crosses_zero[n]), float(found.swing[n])))
        for n in real_bars(view, found) if found.swing[n] > END
    ]  # fmt: skip
    return sorted(bars, key=lambda bar: bar.measure, reverse=True)


def _two_bars(bars: Sequence[_Bar]) -> tuple[_Bar, _Bar] | None:
    """The first two that move by themselves; none where the next one is level, so that only its name would decide."""
    if not bars:
        return None
    others = [bar for bar in bars[1:] if move_apart(bars[0].parameter, bar.parameter)]
    if not others or _level(bars[0], bars[1]) or (len(others) > 1 and _level(others[0], others[1])):
        return None
    return bars[0], others[0]


def _level(one: _Bar, other: _Bar) -> bool:
    return one.measure[0] == other.measure[0] and abs(one.measure[1] - other.measure[1]) <= END * one.measure[1]


def _centre(view: PartyView, parameter: Parameter) -> float:
    prospects = view.prospects
    if parameter.kind == "size":
        return float(prospects.size_centre[parameter.effect, parameter.domain])
    if parameter.kind == "likelihood":
        return float(prospects.likelihood_centre[parameter.effect])
    centre: FloatArray = prospects.central_weights
    if parameter.kind == "event":
        return float(prospects.blocks[parameter.block].centre[parameter.option])
    return float(centre[parameter.domain])


def _regions(view: PartyView, courses: Sequence[int], bars: tuple[_Bar, _Bar]) -> StrategyRegions:
    ranges = ((bars[0].low, bars[0].high), (bars[1].low, bars[1].high))
    corners = values_at_corners(view.prospects, courses, bars[0].parameter, bars[1].parameter, ranges)
    return strategy_regions(corners, *ranges)


def _axis(
    compilation: Compilation, view: PartyView, place: str, bar: _Bar
) -> tuple[tuple[object, ...], tuple[str, ...]]:
    judged = judgement_of(compilation, view, bar.parameter)
    return (view.party, place, *judged.names, bar.low, bar.high, bar.centre), judged.trace

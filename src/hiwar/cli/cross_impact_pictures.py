"""Pictures of a cross-impact analysis, with their titles and what they show in words."""

from hiwar.charts.cross_impact import MOST_SCENARIOS, MOST_STATES, activity_chart, matrix_chart, tableau_chart
from hiwar.charts.style import VegaLite
from hiwar.cli.cross_impact_analysis import Analysis
from hiwar.cli.cross_impact_screen import share_of
from hiwar.cli.failures import Refused

Picture = tuple[VegaLite, str, str]
"""Specification, title, and what it shows in words."""


def picture_of(analysis: Analysis, picture: str) -> Picture:
    """Draw what was asked for.

    Raises
    ------
    Refused
        There is nothing to draw, or more than anybody could read.
    """
    drawn = {"matrix": _matrix, "scenarios": _scenarios, "activity": _activity}[picture](analysis)
    if drawn[0] is None:
        raise Refused(f"no picture is drawn: {drawn[2]}")
    return drawn[0], drawn[1], drawn[2]


def _matrix(analysis: Analysis) -> tuple[VegaLite | None, str, str]:
    matrix, file = analysis.matrix, analysis.file
    names = [(one.name, state) for one in matrix.descriptors for state in one.states]
    judged = {*file.sections, *(pair for sections in file.judges.values() for pair in sections)}
    cells = [
        (*names[row], *names[column], float(matrix.judgements[row, column]))
        for row in range(len(names))
        for column in range(len(names))
        if (names[row][0], names[column][0]) in judged
    ]
    spec = matrix_chart(cells, acts="acts", acted_on="is acted on")
    if spec is None:
        return None, "", f"it needs judgements, and {MOST_STATES} states at most; there are {len(names)}"
    text = f"Judgements of the states of {', '.join(matrix.names)} on each other, as numbers on shades."
    return spec, f"Judgements: {file.title}", text


def _scenarios(analysis: Analysis) -> tuple[VegaLite | None, str, str]:
    found, rows = analysis.found, analysis.order[:MOST_SCENARIOS]
    below = {"basin": [share_of(analysis, analysis.basin_of(row)) for row in rows]}
    if found.tolerance:
        below = {"inconsistency": [f"{abs(found.inconsistency[row]):g}" for row in rows], **below}
    scenarios = [found.matrix.scenario(found.states[row]) for row in rows]
    spec = tableau_chart(scenarios, [str(number) for number in range(1, len(rows) + 1)], below=below)
    if spec is None:
        return None, "", "no scenario was found; --inconsistency 1 finds near misses"
    told = "; ".join(
        f"{number}: {', '.join(f'{name} {state}' for name, state in scenario.items())}"
        for number, scenario in enumerate(scenarios, 1)
    )
    first = f"The first {len(rows)} of {len(found):,} scenarios" if len(found) > len(rows) else "Scenarios"
    return spec, f"{first}: {analysis.file.title}", told


def _activity(analysis: Analysis) -> tuple[VegaLite | None, str, str]:
    sums = analysis.influence
    points = list(zip(sums.names, sums.active.tolist(), sums.passive.tolist(), strict=True))
    spec = activity_chart(points, active="acts on others", passive="is acted on by others")
    told = "; ".join(
        f"{name} acts with {active:g} and is acted on with {passive:g}" for name, active, passive in points
    )
    return spec, f"Who drives whom: {analysis.file.title}", told or "there are no descriptors"

"""A cross-impact matrix on the screen: scenarios side by side, where succession leads, what a change would do."""

import math
from collections.abc import Sequence

from rich import box
from rich.table import Table

from hiwar.cli.cross_impact_analysis import Analysis
from hiwar.cli.cross_impact_grounds import show_chance, show_judges, show_least_changes, show_what_if
from hiwar.cli.cross_impact_words import counted
from hiwar.cli.terminal import show, words
from hiwar.formats import CrossImpactFile
from hiwar.methods.cross_impact import (
    Attractor,
    ConsistentScenarios,
)

MOST_SHOWN = 20
"""Scenarios that are listed on the screen."""
MOST_WORDS = 40
"""Lines that say what states mean."""
MOST_CYCLES = 3
LONGEST_CYCLE, MOST_CHANGING = 6, 12
"""Cycles that are longer, or in which more descriptors change, are not shown step by step."""
BESIDE = 5
"""Scenarios side by side in one table."""


def show_analysis(analysis: Analysis) -> None:
    """Everything that was found."""
    show(words(analysis.file.title, "bold"))
    for text in (analysis.file.source, analysis.file.note):
        if text:
            show(words(text, "dim"))
    show(words(""), words(whose(analysis)))
    _show_size(analysis)
    _show_scenarios(analysis)
    show_chance(analysis)
    _show_attractors(analysis)
    _show_activity(analysis)
    show_least_changes(analysis)
    show_judges(analysis)
    show_what_if(analysis)


def whose(analysis: Analysis) -> str:
    """Whose judgements were used."""
    judges = list(analysis.file.judges)
    if analysis.asked.judge or not judges:
        return f"Judge: {analysis.asked.judge}" if analysis.asked.judge else "One judge"
    return f"The sum of {len(judges)} judges: {', '.join(judges)}; figures are those of the sum"


def _show_size(analysis: Analysis) -> None:
    matrix, file = analysis.matrix, analysis.file
    sections = {**file.sections, **{pair: () for each in file.judges.values() for pair in each}}
    given = sum(acting != target for acting, target in sections)
    count = len(matrix.descriptors)
    show(words(f"  {count} descriptors with {len(matrix.labels)} states: {matrix.n_scenarios:,} combinations; "
               f"{given} of {count * (count - 1)} pairs of descriptors are judged"))  # fmt: skip
    if matrix.fixed:
        show(words(f"  held from outside: {', '.join(f'{name}: {state}' for name, state in matrix.fixed.items())}"))
    if matrix.forbidden:
        show(words(f"  {counted(len(matrix.forbidden), 'forbidden combination')}"))
    for line in words_of(file)[:MOST_WORDS]:
        show(words(f"  {line}", "dim"))


def _show_scenarios(analysis: Analysis) -> None:
    found = analysis.found
    consistent = int((found.inconsistency == 0).sum())
    title = f"{counted(consistent, 'consistent scenario')}"
    if found.tolerance:
        near = len(found) - consistent
        title += f", {counted(near, 'near miss', 'near misses')} with an inconsistency of {found.tolerance:g} at most"
        title += "" if analysis.ensemble is None else f" ({analysis.asked.inconsistency:g} per judge)"
    show(words(""), words(title, "bold"))
    show(words(f"  {completeness(found, analysis)}", "" if found.is_complete else "yellow"))
    rows = analysis.order[:MOST_SHOWN]
    for first in range(0, len(rows), BESIDE):
        show(_tableau(analysis, rows[first : first + BESIDE], first))
    if len(found) > MOST_SHOWN:
        show(words(f"  {len(found) - MOST_SHOWN:,} more are listed with --json only", "dim"))


def completeness(found: ConsistentScenarios, analysis: Analysis) -> str:
    """Whether there may be more, and what ended the search."""
    if found.stopped_by == "most":
        return f"The search is unfinished: it stopped at {analysis.asked.most:,} (--most); there are more"
    if found.stopped_by == "seconds":
        seconds = f"{analysis.asked.seconds:g} seconds (--seconds)"
        return f"The search is unfinished: it stopped after {seconds}; there may be more"
    if len(found):
        return "Proved: there are no others"
    if analysis.least_inconsistency is None:
        return "Proved: there is none; a larger --inconsistency shows near misses"
    return f"Proved: there is none; the nearest is shown with --inconsistency {analysis.least_inconsistency:g}"


def _tableau(analysis: Analysis, rows: Sequence[int], first: int) -> Table:
    """Descriptors down, scenarios across."""
    found = analysis.found
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("scenario", no_wrap=True)
    for place in range(len(rows)):
        table.add_column(str(first + place + 1))
    for place, one in enumerate(analysis.matrix.descriptors):
        table.add_row(words(one.name), *(words(one.states[int(found.states[row, place])]) for row in rows))
    table.add_section()
    if found.tolerance:
        table.add_row(words("inconsistency", "dim"), *(f"{abs(found.inconsistency[row]):g}" for row in rows))
    table.add_row(words("margin", "dim"), *(_margin(analysis.margins[row]) for row in rows))
    table.add_row(words("total impact", "dim"), *(f"{found.impact_score[row]:g}" for row in rows))
    table.add_row(words("basin", "dim"), *(share_of(analysis, analysis.basin_of(row)) for row in rows))
    return table


def _margin(number: float) -> str:
    """A dash where no descriptor has a rival state that something acts on."""
    return f"{number + 0.0:g}" if math.isfinite(number) else "-"


def share_of(analysis: Analysis, end: Attractor | None) -> str:
    """Share of the first scenarios that lead there, with bounds where they were drawn."""
    if end is None:
        return "-" if analysis.attractors.is_exact else "not seen"
    if analysis.attractors.is_exact:
        return f"{end.share:.0%} ({end.basin:,})"
    return f"{end.share:.0%} ({end.bounds[0]:.1%} to {end.bounds[1]:.1%})"


def _show_attractors(analysis: Analysis) -> None:
    ends = analysis.attractors
    show(words(""), words(f"Where succession leads ({ends.rule.value})", "bold"))
    cycles = [one for one in ends.found if one.is_cycle]
    how = "All" if ends.is_exact else "Drawn:"
    led = f"  {how} {ends.n_starts:,} first scenarios: {ends.in_consistent:,} lead to a consistent scenario"
    led += f", {ends.in_cycles:,} to {counted(ends.n_cycles, 'cycle')}" if ends.n_cycles else ""
    show(words(led + (f"; {ends.unsettled:,} were given up" if ends.unsettled else "")))
    if not ends.is_exact:
        show(words(f"  Bounds hold at {ends.confidence:.0%} each; what was not seen has a share below "
                   f"{ends.unseen_share:.2%} (seed {analysis.asked.seed})", "dim"))  # fmt: skip
    for number, one in enumerate(cycles[:MOST_CYCLES], 1):
        changing = int((one.scenarios != one.scenarios[0]).any(axis=0).sum())
        show(words(f"  Cycle {number}: {counted(one.length, 'scenario')}, in which "
                   f"{counted(changing, 'descriptor')} change; {share_of(analysis, one)}"))  # fmt: skip
        if one.length <= LONGEST_CYCLE and changing <= MOST_CHANGING:
            show(_cycle(analysis, one))
    if ends.n_cycles > MOST_CYCLES:
        show(words(f"  {ends.n_cycles - MOST_CYCLES:,} more cycles are listed with --json only", "dim"))
    _show_unsearched(analysis)
    if marked := sum(one.is_forbidden for one in ends.found):
        show(words(f"  {counted(marked, 'attractor')} with a forbidden combination: succession knows judgements only"))


def _show_unsearched(analysis: Analysis) -> None:
    """Consistent scenarios that succession came to and a search that was stopped did not."""
    known = {tuple(row) for row in analysis.found.states.tolist()}
    ends = [one for one in analysis.attractors.found if not one.is_cycle and not one.is_forbidden]
    others = [one for one in ends if tuple(one.scenarios[0].tolist()) not in known]
    if others:
        show(words(f"  {counted(len(others), 'consistent scenario')} that the search had not come to:"))
    for one in others[:MOST_SHOWN]:
        states = analysis.matrix.scenario(one.scenarios[0]).values()
        show(words(f"    {' | '.join(states)}; {share_of(analysis, one)}"))


def _cycle(analysis: Analysis, one: Attractor) -> Table:
    """Descriptors down, the steps of the cycle across; those that change only."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("changing")
    for place in range(len(one.scenarios)):
        table.add_column(str(place + 1))
    for place, descriptor in enumerate(analysis.matrix.descriptors):
        if len(set(one.scenarios[:, place].tolist())) > 1:
            states = (descriptor.states[int(number)] for number in one.scenarios[:, place])
            table.add_row(words(descriptor.name), *map(words, states))
    return table


def _show_activity(analysis: Analysis) -> None:
    """Descriptors by how much they act on others."""
    show(words(""), words("Who drives whom (sums of judgements without their signs)", "bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("descriptor", no_wrap=True)
    frame = analysis.influence.to_frame().sort_values("active", ascending=False, kind="stable")
    for title in ("acts", "is acted on", *frame.columns[2:]):
        table.add_column(title, justify="right")
    for name, row in frame.iterrows():
        table.add_row(words(name), *(f"{value:g}" for value in row))
    show(table)
    show(words("  sways: by how much it can change the difference between two states of others, all added up", "dim"))


def words_of(file: CrossImpactFile) -> Sequence[str]:
    """What descriptors and states mean, where that is said."""
    return [f"{name}: {state}: {text}" if state else f"{name}: {text}" for (name, state), text in file.words.items()]

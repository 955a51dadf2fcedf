"""What a cross-impact result rests on, on the screen: chance, single judgements, judges, and what if."""

from collections.abc import Mapping
from typing import Any

from rich import box
from rich.table import Table

from hiwar.cli.cross_impact_analysis import Analysis
from hiwar.cli.cross_impact_words import counted
from hiwar.cli.terminal import show, words

RARE = 0.05
"""What chance gives more seldom than this is called seldom."""
MOST_CHANGES = 10
"""Judgements that are listed."""
MOST_NAMED = 20
"""Scenarios that are named."""
MINUS = "\N{MINUS SIGN}"


def show_chance(analysis: Analysis) -> None:
    """How many scenarios chance alone gives, and what follows for those found."""
    baseline = analysis.baseline
    if baseline is None:
        return
    drawn = len(baseline.counts)
    show(words(""), words("What chance alone gives", "bold"))
    show(words(f"  {drawn:,} matrices with the same judgements dealt out anew have {baseline.mean:.1f} scenarios on "
               f"average; {baseline.share_as_many:.0%} have {baseline.observed:,} or more, "
               f"{baseline.share_as_few:.0%} have {baseline.observed:,} or fewer"))  # fmt: skip
    if baseline.stopped_by:
        show(words("  This was cut short by a limit: counts may be too low, or matrices too few", "yellow"))
    if baseline.share_as_many < RARE:
        show(words("  So many seldom come about by chance."))
    elif baseline.share_as_few < RARE:
        show(words("  So few seldom come about by chance."))
    else:
        weak = "  This number comes about by chance: it is weak evidence that the judgements hang together."
        show(words(weak, "yellow"))


def show_least_changes(analysis: Analysis) -> None:
    """Judgements that change the scenarios if they alone are moved, those that need least first."""
    changes = analysis.least_changes
    if changes is None:
        return
    show(words(""), words("What the scenarios hang on", "bold"))
    rows = changes.to_frame().to_dict("records")
    if not rows:
        show(words("  No judgement alone changes them."))
        return
    step, judged = 1 / analysis.matrix.scale, [row for row in rows if _is_judged(analysis, row)]
    near = sum(row["least change"] <= step for row in judged)
    others = len(rows) - len(judged)
    show(words(f"  {counted(near, 'judgement')} would change them if moved by {step:g} alone, {len(judged):,} if moved "
               f"far enough; so would {others:,} of pairs said to have no influence"))  # fmt: skip
    if changes.stopped_by:
        show(words("  A search was unfinished: smaller changes may do", "yellow"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("acts", "is acted on", "judgement", "least change"):
        table.add_column(title)
    for row in judged[:MOST_CHANGES]:
        table.add_row(words(row["acts"]), words(row["acted on"]), f"{row['judgement']:g}", words(what_does(row)))
    show(table)


def _is_judged(analysis: Analysis, row: Mapping[Any, Any]) -> bool:
    """The file says something of this pair of descriptors."""
    matrix, file = analysis.matrix, analysis.file
    owner = dict(zip(matrix.labels, (one.name for one in matrix.descriptors for _ in one.states), strict=True))
    pair = owner[row["acts"]], owner[row["acted on"]]
    return pair in file.sections or any(pair in sections for sections in file.judges.values())


def what_does(row: Mapping[Any, Any]) -> str:
    """What the least change of a judgement does."""
    does = {
        "vanish up": "a scenario falls", "appear up": "another appears",
        "vanish down": "a scenario falls", "appear down": "another appears",
    }  # fmt: skip
    least = row["least change"]
    ways = [(name.rpartition(" ")[2], text) for name, text in does.items() if row[name] == least]
    told = [
        f"{'+' if way == 'up' else MINUS}{least:g}: {' and '.join(text for each, text in ways if each == way)}"
        for way in dict.fromkeys(way for way, _ in ways)
    ]
    return "; ".join(told)


def show_judges(analysis: Analysis) -> None:
    """Which of the scenarios each judge alone finds consistent, and where judges differ."""
    ensemble = analysis.ensemble
    if ensemble is None:
        return
    show(words(""), words("Each judge alone", "bold"))
    shown = {tuple(analysis.found.states[row].tolist()): number for number, row in enumerate(analysis.order, 1)}
    for judge, found in ensemble.by_judge.items():
        own = [tuple(row) for row in found.states.tolist()]
        shared = sorted(shown[states] for states in own if states in shown)
        others = f"; {counted(len(own) - len(shared), 'other')}" if len(own) > len(shared) else ""
        unfinished = "" if found.is_complete else " (unfinished)"
        show(words(f"  {judge}: {counted(len(own), 'scenario')}{unfinished}, of those above "
                   f"{', '.join(map(str, shared[:MOST_NAMED])) or 'none'}{others}"))  # fmt: skip
    differ, against = int((ensemble.spread > 0).sum()), int(ensemble.has_conflict.sum())
    show(words(f"  The judges differ on {counted(differ, 'judgement')}, on {against:,} of them in sign"))


def show_what_if(analysis: Analysis) -> None:
    """What comes and goes with the judgements as they might be."""
    if analysis.what_if is None:
        return
    before, after = ({tuple(row) for row in one.states.tolist()} for one in (analysis.found, analysis.what_if.after))
    show(words(""), words(f"If {'; '.join(map(str, analysis.asked.changes))}", "bold"))
    numbers = {tuple(analysis.found.states[row].tolist()): number for number, row in enumerate(analysis.order, 1)}
    lost = [str(numbers[states]) for states in sorted(before - after, key=numbers.__getitem__)]
    gone = f" ({', '.join(lost[:MOST_NAMED])})" if lost else ""
    show(words(f"  stay: {len(before & after):,}; go: {len(lost):,}{gone}; come: {len(after - before):,}"))
    for states in sorted(after - before)[:MOST_NAMED]:
        show(words(f"    {' | '.join(analysis.matrix.scenario(states).values())}"))
    if not analysis.what_if.is_complete:
        show(words("  A search was unfinished: more may come or go", "yellow"))

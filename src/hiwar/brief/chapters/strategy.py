"""The map of the two judgements that move the choice most: which course is best where."""

from collections.abc import Mapping
from typing import Any

from hiwar.brief.blocks import Answers, chart, course, records, share, table
from hiwar.brief.document import ChartBlock
from hiwar.brief.words import Words
from hiwar.charts.strategy_region import Axis, Region, strategy_region_chart

_SHARES = ("likelihood:", "weight:")


def strategy_map(words: Words, answers: Answers) -> tuple[ChartBlock, ...]:
    """The map with its table; nothing where one course is best everywhere, or there is no map."""
    axes = [row for row, _ in records(answers, "appraisal", "strategy") if row["party"] == words.seat]
    rows = [pair for pair in records(answers, "appraisal", "strategy_shares") if pair[0]["party"] == words.seat]
    regions = _regions(words, answers)
    if len(axes) < 2 or len({region.alternative for region in regions}) < 2:
        return ()
    first, second = (_axis(words, row) for row in axes)
    names = [words.course(row["course"]) for row, _ in rows]
    now = (axes[0]["centre"], axes[1]["centre"])
    spec = strategy_region_chart(regions, first, second, names=names, now=now)
    beside = table(words, "strategy", rows, (("course", course("course")), ("share_of_map", share("share"))))
    told = {"first": first.title, "second": second.title,
            "first_range": _range(words, axes[0]), "second_range": _range(words, axes[1])}  # fmt: skip
    return (chart(words, "picture-strategy", spec, beside, **told),)


def _regions(words: Words, answers: Answers) -> list[Region]:
    points: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for row, _ in records(answers, "appraisal", "strategy_outlines"):
        if row["party"] == words.seat:
            points.setdefault((row["course"], row["part"]), []).append((row["x"], row["y"]))
    return [Region(words.course(key), tuple(around)) for (key, _), around in points.items()]


def _axis(words: Words, row: Mapping[str, Any]) -> Axis:
    title = words.judgement(row["judgement"], row["domain"])
    return Axis(title, row["low"], row["high"], ".0%") if _is_share(row) else Axis(title, row["low"], row["high"])


def _range(words: Words, row: Mapping[str, Any]) -> str:
    tell = words.shares if _is_share(row) else words.span
    return tell(row["low"], row["high"])


def _is_share(row: Mapping[str, Any]) -> bool:
    return str(row["judgement"]).startswith(_SHARES)

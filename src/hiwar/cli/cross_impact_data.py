"""A cross-impact analysis as JSON for a program."""

import json
import math
from collections.abc import Sequence
from typing import Any

from hiwar.cli.cross_impact_analysis import Analysis
from hiwar.methods.cross_impact.consistent import ConsistentScenarios

MOST_ATTRACTORS = 10_000
"""Attractors that are listed; their number is always given."""


def analysis_json(analysis: Analysis) -> str:
    """Everything that was found."""
    file, asked, matrix = analysis.file, analysis.asked, analysis.matrix
    data: dict[str, Any] = {
        "title": file.title,
        "source": file.source or None,
        "note": file.note or None,
        "notices": list(file.notices),
        "descriptors": {one.name: list(one.states) for one in matrix.descriptors},
        "words": [
            {"descriptor": name, "state": state or None, "means": text} for (name, state), text in file.words.items()
        ],
        "judges": list(file.judges),
        "judge": asked.judge,
        "sum_of_judges": bool(file.judges) and asked.judge is None,
        "fixed": dict(matrix.fixed),
        "forbidden": [dict(one) for one in matrix.forbidden],
        "combinations": matrix.n_scenarios,
        "settings": {"inconsistency": asked.inconsistency, "rule": asked.rule.value, "most": asked.most,
                     "seconds": asked.seconds, "permutations": asked.permutations, "seed": asked.seed},
        "scenarios": _found(analysis.found, analysis.order),
        "least_inconsistency": analysis.least,
        "attractors": _attractors(analysis),
        "activity": {one.name: {"active": one.active, "passive": one.passive} for one in analysis.activity},
        "by_judge": {judge: _found(found, range(len(found))) for judge, found in analysis.by_judge.items()},
        "what_if": None if analysis.changed is None else {
            "changes": [{"acts": list(one.acts), "acted_on": list(one.acted_on), "judgement": one.judgement}
                        for one in asked.changes],
            "scenarios": _found(analysis.changed, range(len(analysis.changed))),
        },
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)


def _found(found: ConsistentScenarios, order: Sequence[int]) -> dict[str, Any]:
    return {
        "count": len(found),
        "complete": found.is_complete,
        "stopped_by": found.stopped_by,
        "found": [
            {
                "states": found.scenarios[row],
                "inconsistency": abs(float(found.inconsistency[row])),
                "profile": dict(zip(found.matrix.names, map(_finite, found.profile[row]), strict=True)),
                "total_impact": float(found.impact_score[row]),
            }
            for row in order
        ],
    }


def _finite(number: float) -> float | None:
    """None where a descriptor has no rival state, so that nothing can be below it."""
    return float(number) + 0.0 if math.isfinite(number) else None


def _attractors(analysis: Analysis) -> dict[str, Any]:
    ends = analysis.attractors
    return {
        "rule": ends.rule.value,
        "first_scenarios": ends.n_starts,
        "exact": ends.is_exact,
        "given_up": ends.unsettled,
        "confidence": None if ends.is_exact else ends.confidence,
        "unseen_share": ends.unseen_share,
        "count": len(ends.found),
        "found": [
            {
                "cycle": one.is_cycle,
                "basin": one.basin,
                "share": one.share,
                "bounds": list(one.bounds),
                "forbidden": one.is_forbidden,
                "scenarios": [ends.matrix.scenario(row) for row in one.scenarios],
            }
            for one in ends.found[:MOST_ATTRACTORS]
        ],
    }

"""A cross-impact analysis as JSON for a program."""

import json
import math
from collections.abc import Sequence
from typing import Any

from hiwar.cli.cross_impact_analysis import Analysis
from hiwar.methods.cross_impact import (
    Baseline,
    ConsistentScenarios,
    Ensemble,
    LeastChanges,
)

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
        "least_inconsistency": analysis.least_inconsistency,
        "attractors": _attractors(analysis),
        "chance": None if analysis.baseline is None else _baseline(analysis.baseline),
        "activity": [
            {"descriptor": str(name), **{str(key).replace(" ", "_"): float(value) for key, value in row.items()}}
            for name, row in analysis.influence.to_frame().iterrows()
        ],
        "least_changes": _least_changes(analysis.least_changes),
        "judges_apart": None if analysis.ensemble is None else _ensemble(analysis.ensemble),
        "what_if": None if analysis.what_if is None else {
            "changes": [{"acts": list(one.acts), "acted_on": list(one.acted_on), "judgement": one.judgement}
                        for one in asked.changes],
            "complete": analysis.what_if.is_complete,
            "appeared": list(analysis.what_if.appeared),
            "vanished": list(analysis.what_if.vanished),
            "scenarios": _found(analysis.what_if.after, range(len(analysis.what_if.after))),
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


def _baseline(baseline: Baseline) -> dict[str, Any]:
    """Scenarios of matrices with the same judgements dealt out anew."""
    return {
        "observed": baseline.observed,
        "counts": baseline.counts.tolist(),
        "mean": baseline.mean,
        "standard_error": _finite(baseline.standard_error),
        "share_as_many": baseline.share_as_many,
        "share_as_few": baseline.share_as_few,
        "complete": baseline.stopped_by is None,
    }


def _least_changes(changes: LeastChanges | None) -> dict[str, Any] | None:
    """Judgements that change the scenarios alone; null is no change of that kind."""
    if changes is None:
        return None
    rows = changes.to_frame().to_dict("records")
    plain = [
        {
            str(name).replace(" ", "_"): _finite(value) if isinstance(value, float) else value
            for name, value in row.items()
        }
        for row in rows
    ]
    return {"complete": changes.stopped_by is None, "judgements": plain}


def _ensemble(ensemble: Ensemble) -> dict[str, Any]:
    labels = ensemble.of_sum.matrix.labels
    return {
        "complete": ensemble.is_complete,
        "scenarios": [
            {
                "states": ensemble.of_sum.matrix.scenario(states),
                "inconsistency": dict(zip(ensemble.judges, (ensemble.inconsistency[row] + 0.0).tolist(), strict=True)),
                "consistent_for": [
                    judge for judge, yes in zip(ensemble.judges, ensemble.is_consistent[row], strict=True) if yes
                ],
                "in_sum": bool(ensemble.in_sum[row]),
            }
            for row, states in enumerate(ensemble.states)
        ],
        "differ_on": [
            {
                "acts": labels[row],
                "acted_on": labels[column],
                "spread": float(ensemble.spread[row, column]),
                "conflict": bool(ensemble.has_conflict[row, column]),
            }
            for row, column in zip(*ensemble.spread.nonzero(), strict=True)
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
        "consistent": ends.n_consistent,
        "cycles": ends.n_cycles,
        "lead_to_consistent": ends.in_consistent,
        "lead_to_cycles": ends.in_cycles,
        "found": [
            {
                "length": one.length,
                "basin": one.basin,
                "share": one.share,
                "bounds": list(one.bounds),
                "forbidden": one.is_forbidden,
                "scenarios": [ends.matrix.scenario(row) for row in one.scenarios],
            }
            for one in ends.found[:MOST_ATTRACTORS]
        ],
    }

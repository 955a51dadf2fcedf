"""A negotiation as JSON for a program. Numbers are given as they are where JSON can, and exactly as text beside."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hiwar.cli.packages_words import demand
from hiwar.formats.packages_file import PackagesFile
from hiwar.methods.packages.blocking import Blocking, Demand
from hiwar.methods.packages.frontier import ScorePoint
from hiwar.methods.packages.overview import Overview

MOST_POINTS = 10_000
"""Points of the frontier that are listed; their number is always given."""
MOST_PACKAGES = 100
"""Packages with equal scores that are listed; their number is always given."""


def packages_json(file: PackagesFile, found: Overview) -> str:
    """Everything that was found."""
    data: dict[str, Any] = {
        "title": file.title,
        "source": file.source or None,
        "note": file.note or None,
        "notices": list(file.notices),
        "parties": list(found.form.names),
        "issues": {issue.name: list(issue.ways) for issue in found.form.issues},
        "combinations": found.n_combinations,
        "zone": _zone(found),
        "frontier": {
            "count": len(found.frontier.points),
            "proved": found.frontier.proved,
            "method": found.frontier.method.value,
            "error": _by_party(found, found.frontier.error),
            "points": [_point(found, point, most=1) for point in found.frontier.points[:MOST_POINTS]],
        },
        "points": [
            {
                "standard": point.standard.value,
                "proved": point.proved,
                "value": _number(point.value),
                "packages": point.n_packages,
                "best": [_point(found, one, most=MOST_PACKAGES) for one in point.points],
            }
            for point in found.points
        ],
        "concessions": [_conceded(found, scores) for scores in found.named],
        "blocking": None if found.blocking is None else _blocking(found.blocking),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _number(number: Fraction | None) -> Any:
    """A whole or decimal number; where that is not exact, with the fraction."""
    if number is None:
        return None
    if number.denominator == 1:
        return int(number)
    near = float(number)
    return near if Fraction(str(near)) == number else {"near": near, "exact": str(number)}


def _by_party(found: Overview, numbers: Sequence[Fraction | None]) -> dict[str, Any]:
    return {name: _number(number) for name, number in zip(found.form.names, numbers, strict=True)}


def _zone(found: Overview) -> dict[str, Any] | None:
    if found.zone is None:
        return None
    zone = found.zone
    ranges = zip(zone.worst, zone.best, strict=True)
    return {
        "feasible": zone.n_feasible,
        "admissible": zone.n_admissible,
        "acceptable": zone.n_acceptable,
        "range": {
            name: [_number(low), _number(high)]
            for name, (low, high) in zip(found.form.names, ranges, strict=bool(zone.worst))
        },
    }


def _point(found: Overview, point: ScorePoint, *, most: int) -> dict[str, Any]:
    several = [package for _, package in zip(range(most), point.packages(), strict=False)]
    return {
        "scores": _by_party(found, point.scores),
        "gains": _by_party(found, found.gains(point.scores)),
        "count": point.n_packages,
        "packages": several,
    }


def _conceded(found: Overview, scores: tuple[Fraction, ...]) -> dict[str, Any]:
    return {
        "scores": _by_party(found, scores),
        "standards": [standard.value for standard in found.named[scores]],
        "parties": {
            one.party: {
                "first_choice": dict(one.first_choice),
                "best": _number(one.best),
                "agreed": _number(one.agreed),
                "level": _number(one.level),
                "concedes_nothing": one.concedes_nothing,
                "given_up": {issue: _number(points) for issue, points in one.given_up.items()},
            }
            for one in found.concessions(scores)
        },
    }


def _blocking(blocking: Blocking) -> dict[str, Any]:
    return {
        "complete": blocking.is_complete,
        "sets": [[_demand(one) for one in several] for several in blocking.blocking_sets],
        "relaxations": [
            {
                "demands": [_demand(one) for one in relaxation.demands],
                "package": dict(relaxation.package),
                "falls": [{name: _number(points) for name, points in fall.items()} for fall in relaxation.falls],
            }
            for relaxation in blocking.relaxations
        ],
    }


def _demand(one: Demand) -> Mapping[str, Any]:
    return {"kind": one.kind.value, "party": one.party, "number": one.number, "words": demand(one)}

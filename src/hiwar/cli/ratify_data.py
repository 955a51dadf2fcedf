"""A ratification as JSON for a program."""

import json
from collections.abc import Sequence
from typing import Any

from hiwar.cli.ratify_words import cost_words
from hiwar.formats.ratification_file import RatificationFile
from hiwar.formats.ratification_values import rule_words
from hiwar.methods.ratification import (
    Chance,
    Change,
    CheapestSet,
    Outcome,
    Overview,
    Turn,
    Vote,
    WinSet,
    seats_by_position,
)

MOST_SETS = 100
"""Sets of pivotal blocs that are listed; their number is always given."""


def ratification_json(file: RatificationFile, found: Overview, before: Outcome | None) -> str:
    """Everything that was found."""
    data: dict[str, Any] = {
        "title": file.title,
        "source": file.source or None,
        "note": file.note or None,
        "package": None if file.package is None else dict(file.package),
        "outcome": found.verdict.outcome.value,
        "outcome_in_file": None if before is None else before.value,
        "chambers": [_chamber(found, number) for number in range(len(found.route.chambers))],
        "veto_players": [
            {
                "name": player.name,
                "outcome": player.outcome.value,
                "may_stop": player.may_stop,
                "must_stop": player.must_stop,
                "override": None if player.override is None else player.override.value,
            }
            for player in found.verdict.players
        ],
        "referendums": {name: outcome.value for name, outcome in found.verdict.referendums},
        "pivotal": _pivotal(found),
        "cheapest_winning_set": None if found.winning is None else _cheapest(found.winning),
        "cheapest_blocking_set": None if found.blocking is None else _cheapest(found.blocking),
        "chance": None if found.chance is None else _chance(found.chance),
        "win_set": None if found.win_set is None else _win_set(found.win_set),
        "left_out": list(found.left_out),
        "acceptances": {name: _win_set(each) for name, each in found.acceptances.items()},
        "least_change": None if found.change is None else _change(found.change),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _chamber(found: Overview, number: int) -> dict[str, Any]:
    chamber, judged = found.route.chambers[number], found.verdict.chambers[number]
    return {
        "name": chamber.name,
        "outcome": judged.outcome.value,
        "reasons": [reason.value for reason in judged.reasons],
        "rule": rule_words(chamber.rule),
        "quorum": chamber.quorum,
        "seats": judged.seats,
        "seats_held_by_nobody_known": judged.unlisted,
        "votes_for": judged.votes_for,
        "present": judged.present,
        "needed": judged.needed,
        "seating": [
            {"bloc": each.bloc or None, "position": each.seating.value, "seats": each.seats}
            for each in seats_by_position(chamber)
        ],
        "passing": _votes(judged.passing),
        "failing": _votes(judged.failing),
        "not_settled": list(judged.not_settled),
        "taken_as_present": list(judged.taken_as_present),
    }


def _votes(votes: Sequence[Vote]) -> list[dict[str, Any]] | None:
    """Null where there is no such vote."""
    return [
        {
            "bloc": vote.bloc or None,
            "for": vote.votes_for,
            "against": vote.votes_against,
            "abstaining": vote.abstentions,
            "absent": vote.absent,
        }
        for vote in votes
    ] or None


def _pivotal(found: Overview) -> dict[str, Any]:
    return {
        "single": [
            {
                "chamber": pivot.chamber or None,
                "name": pivot.name,
                "if_for": pivot.if_for.value,
                "if_against": pivot.if_against.value,
                "if_absent": pivot.if_absent.value,
                "is_pivotal": pivot.is_pivotal,
            }
            for pivot in found.pivotal.single
        ],
        "largest_sets_tried": found.pivotal.largest,
        "gaining": _sets(found.pivotal.gaining),
        "losing": _sets(found.pivotal.losing),
    }


def _sets(sets: Sequence[Sequence[Turn]]) -> dict[str, Any]:
    return {"count": len(sets), "sets": [[_turn(turn) for turn in turns] for turns in sets[:MOST_SETS]]}


def _turn(turn: Turn) -> dict[str, Any]:
    return {"chamber": turn.chamber or None, "name": turn.name, "action": turn.action}


def _cheapest(cheapest: CheapestSet) -> dict[str, Any]:
    return {
        "goal": cheapest.goal,
        "possible": cheapest.is_possible,
        "cost": None if cheapest.cost is None else float(cheapest.cost),
        "exact_cost": None if cheapest.cost is None else str(cheapest.cost),
        "sets": [[_turn(turn) for turn in turns] for turns in cheapest.sets],
        "complete": cheapest.is_complete,
    }


def _chance(chance: Chance) -> dict[str, Any]:
    return {
        "low": chance.low,
        "high": chance.high,
        "exact": not chance.draws,
        "standard_errors": list(chance.standard_errors),
        "draws": chance.draws,
        "without_probability": list(chance.without_probability),
    }


def _win_set(counted: WinSet) -> dict[str, int]:
    return {
        "packages": counted.n_packages,
        "passing": counted.n_passing,
        "open": counted.n_open,
        "failing": counted.n_failing,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "possible": change.is_possible,
        "cost": cost_words(change.cost),
        "changed": {issue: {"from": was, "to": after} for issue, (was, after) in change.changed.items()},
        "package": dict(change.package) or None,
        "others_as_near": [dict(package) for package in change.others],
        "complete": change.is_complete,
    }

"""A small invented case with a plan, as plain data that a test may change before it is read."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, Finding, answer_plan

Data = dict[str, Any]

CASE: Data = {
    "hiwar": 1,
    "title": "A ferry between two islands",
    "seat": "north",
    "domains": {"trade": None},
    "parties": {
        "north": {"roles": "principal"},
        "north_port": {"of": "north", "roles": "institution"},
        "south": {"roles": "principal"},
    },
    "goals": {
        "welfare": {"owner": "north", "kind": "ultimate"},
        "line": {"owner": "north", "kind": "aim", "parent": "welfare"},
        "peace": {"owner": "north", "kind": "interest", "when": {"quarrel": "occurs"}},
        "because_it_is_old": {"owner": "north", "kind": "consideration"},
        "tolls": {"owner": "south", "kind": "aim"},
    },
    "events": {
        "storm": {"options": ["calm", "rough"], "on": "2030-04-01"},
        "vote": {"options": ["stays", "falls"]},
        "quarrel": None,
        "flood": {"kind": "past", "options": ["occurs"]},
    },
    "moves": {"embargo": {"by": "south"}, "own_move": {"by": "north_port"}},
    "issues": {
        "price": {
            "options": {
                "low": {"prefers": {"north": "source"}},
                "fair": None,
                "high": {"prefers": {"south": "source"}},
            }
        },
        "quay": {"options": {"old": None, "new": {"needs_capabilities": "masons"}}},
        "crew": {"allows_several": True, "options": ["pilots", "cooks"]},
    },
    "tracks": {
        "agree": {
            "needs": {"needs_council": {"kind": "necessary", "when": {"vote": "stays"}}},
            "variants": {"later": {"waits_for": "storm"}},
        },
        "row": None,
    },
    "effects": {
        "fares": {"when": {"track": "agree", "storm": "calm"}, "on": "north", "kind": "gain", "domains": "trade"},
        "wreck": {"when": {"track": "agree", "storm": "rough"}, "on": "north_port", "kind": "cost", "domains": "trade"},
        "theirs": {"when": {"track": "agree", "embargo": "occurs"}, "on": "south", "kind": "cost", "domains": "trade"},
    },
    "capabilities": {
        "masons": {"party": "north", "has": "yes"},
        "lawyers": {"party": "north", "has": "yes"},
        "sailors": {"party": "north_port", "has": "unknown"},
    },
    "calendar": {
        "now": {"kind": "decision", "on": "2030-01-01"},
        "session": {"kind": "session", "on": "2030-03-01"},
        "pressed": {"kind": "pressure", "until": "2030-05-01"},
    },
    "means": {"treaty": {"serves": "line"}, "calm_words": {"serves": "peace"}},
    "steps": {
        "draft": {"owner": "north", "serves": "treaty", "days": [10, 20], "needs_capabilities": "lawyers"},
        "sound": {"owner": "north_port", "serves": "treaty", "days": 15, "needs_capabilities": "sailors"},
        "sign": {"owner": "north", "serves": "treaty", "days": 5, "after": ["draft", "sound"], "before": "session"},
        "soothe": {"owner": "north", "serves": "calm_words", "days": 3, "trigger": {"quarrel": "occurs"}},
    },
    "environment": {
        "fishers": {"level": "local", "bears_on": "treaty"},
        "currents": {"level": "regional"},
        "fuel": {"level": "international", "effect": "hinders"},
    },
    "plans": {
        "P": {
            "track": "agree",
            "package": {"price": "fair", "quay": "new"},
            "fallbacks": {
                "rowing": {"when": {"storm": "rough"}, "track": "row"},
                "wait": {"when": {"vote": "falls"}},
            },
        }
    },
}
SHEET: Data = {
    "id": "s",
    "hiwar_judgements": 1,
    "by": {"name": "A"},
    "worth": {
        "north": {
            "price": {"low": [20, 30], "fair": [5, 15], "high": [-10, 0]},
            "quay": {"old": [40, 50], "new": [0, 10]},
        },
        "south": {"price": {"low": 0, "fair": 10, "high": 20}, "quay": {"old": 0, "new": -5}},
    },
}


def changed(change: Callable[[Data], Any] | None = None, *, case: Data = CASE) -> Dossier:
    """The case after a change to its plain data."""
    data = deepcopy(case)
    if change is not None:
        change(data)
    return Dossier.model_validate(data)


def answered(change: Callable[[Data], Any] | None = None, *, with_sheet: bool = False) -> Answer:
    return answer_plan(changed(change), (Sheet.model_validate(SHEET),) if with_sheet else ())


def told(answer: Answer, key: str) -> list[Finding]:
    return [finding for finding in answer.findings if finding.key == f"plan.{key}"]


def rows(answer: Answer, table: str, **wanted: Any) -> list[dict[str, Any]]:
    return [row for row in answer.tables[table].records() if all(row[key] == value for key, value in wanted.items())]


def gaps(answer: Answer) -> set[tuple[str, str | None]]:
    return {(row["kind"], row["item"]) for row in rows(answer, "gaps")}

"""A small invented case for metamorphic tests, as plain data that a test may change before it is read."""

from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, Finding, Settings, answer_appraisal

Data = dict[str, Any]
QUICK = Settings(draws=256, futures=256)

CASE: Data = {
    "hiwar": 1,
    "title": "Two ports",
    "seat": "east",
    "domains": {"trade": None, "safety": None, "health": None},
    "parties": {
        "east": {"roles": "principal"},
        "east_docks": {"of": "east", "roles": "institution"},
        "west": {"roles": "principal"},
    },
    "events": {"storm": {"options": ["calm", "rough"]}},
    "tracks": {
        "share": {"needs": {"needs_calm": {"kind": "necessary", "when": {"storm": "calm"}}}},
        "rival": None,
        "wait": None,
    },
    "outcomes": {
        "success": {"text": "calm sea", "when": {"storm": "calm"}},
        "failure": {"text": "rough sea", "when": {"storm": "rough"}},
    },
    "effects": {
        "fees": {"when": {"track": "share"}, "on": "east", "kind": "gain", "domains": "trade"},
        "crowding": {"when": {"track": "share"}, "on": "east_docks", "kind": "cost", "domains": "safety"},
        "price_war": {"when": {"track": "rival"}, "on": ["east", "west"], "kind": "cost", "domains": "trade"},
        "pride": {"when": {"track": "rival"}, "on": "east", "kind": "gain", "domains": ["safety"]},
        "wreck": {"when": {"track": "rival", "storm": "rough"}, "on": "east", "kind": "cost", "domains": "safety"},
        "decay": {"when": {"track": "wait"}, "on": "east", "kind": "cost", "domains": "trade"},
        "rest": {"when": {"track": "wait"}, "on": "east", "kind": "gain", "domains": "safety"},
        "leisure": {"when": {"track": ["share", "wait"]}, "on": "west", "kind": "gain", "domains": "trade"},
    },
}
SHEET: Data = {
    "id": "s",
    "hiwar_judgements": 1,
    "by": {"name": "A"},
    "likelihood": {
        "storm": {"calm": "likely"},
        "fees": "very likely",
        "crowding": "unlikely",
        "price_war": "likely",
        "pride": "even chance",
        "wreck": "likely",
        "decay": "very likely",
        "rest": "even chance",
        "leisure": "likely",
    },
    "size": {
        "fees": "major",
        "crowding": "minor",
        "price_war": {"east": "moderate", "west": "moderate"},
        "pride": "minor",
        "wreck": "moderate",
        "decay": "minor",
        "rest": "minor",
        "leisure": "minor",
    },
    "weights": {"east": {"order": ["trade", "safety", "health"]}, "west": {"order": ["trade", "safety", "health"]}},
}


def case_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(CASE)


def sheet_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(SHEET)


def appraised(case: Data | None = None, *sheets: Data, settings: Settings = QUICK) -> Answer:
    """The appraisal of a case with its sheets; the usual sheet where none is given."""
    dossier = Dossier.model_validate(case or CASE)
    return answer_appraisal(dossier, [Sheet.model_validate(sheet) for sheet in sheets or (SHEET,)], settings)


def unjudged(case: Data | None = None) -> Answer:
    """The appraisal without any sheet."""
    return answer_appraisal(Dossier.model_validate(case or CASE), [], QUICK)


def rows(answer: Answer, table: str, **wanted: Any) -> list[dict[str, Any]]:
    """Rows of a table that hold these values."""
    found = answer.tables[table].records()
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def findings(answer: Answer, key: str, **wanted: Any) -> list[Finding]:
    """Findings of a key that hold these values."""
    return [
        finding
        for finding in answer.findings
        if finding.key == key and all(finding.values[name] == value for name, value in wanted.items())
    ]

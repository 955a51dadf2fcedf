"""A small invented agenda between two parties, as plain data that a test may change before it is read."""

from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions.agreement import answer_agreement
from hiwar.questions.answer import Answer, Settings

Data = dict[str, Any]
QUICK = Settings(draws=256, futures=256)

CASE: Data = {
    "hiwar": 1,
    "title": "A bazaar",
    "seat": "buyer",
    "domains": {"trade": None, "law": None},
    "parties": {
        "buyer": {"roles": "principal"},
        "seller": {"roles": "principal"},
        "guild": {"roles": "third_party"},
    },
    "goals": {
        "cheap": {"owner": "buyer", "kind": "aim", "domains": "trade"},
        "dear": {"owner": "seller", "kind": "aim", "domains": "trade"},
        "custom": {"owner": "guild", "kind": "aim", "domains": "law"},
    },
    "relations": {"clash": {"between": ["cheap", "dear"], "relation": "conflicting"}},
    "tracks": {"talk": None},
    "issues": {
        "price": {"options": {"low": {"serves": "cheap"}, "middle": {"eases": "clash"}, "high": {"serves": "dear"}},
                  "domains": "trade"},
        "extras": {"options": {"carpet": {}, "lamp": {"harms": "custom"}}, "allows_several": True, "domains": "law"},
    },
    "ties": {"guild_seller": {"kind": "dependence", "party": "guild", "other": "seller", "domains": "law"}},
}  # fmt: skip
WORTH: Data = {
    "buyer": {"price": {"low": 10, "middle": 2, "high": -9}, "extras": {"carpet": 6, "lamp": 3}},
    "seller": {"price": {"low": -8, "middle": 3, "high": 12}, "extras": {"carpet": -2, "lamp": -5}},
}


def case_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(CASE)


def worth_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(WORTH)


def sheet_of(worth: Data | None = None, reservation: Data | None = None) -> Sheet:
    """A sheet with these worths and reservation values; the usual ones where none are given."""
    written = {
        "id": "s",
        "hiwar_judgements": 1,
        "by": {"name": "A"},
        "worth": worth or WORTH,
        "reservation_value": {"buyer": 0, "seller": 0} if reservation is None else reservation,
    }
    return Sheet.model_validate(written)


def agreed(case: Data | None = None, *sheets: Sheet, packages: tuple[Data, ...] = ()) -> Answer:
    """What can be agreed on a case; with the usual sheet where none is given."""
    dossier = Dossier.model_validate(case or CASE)
    settings = Settings(draws=256, futures=256, packages=packages)
    return answer_agreement(dossier, list(sheets) or [sheet_of()], settings)

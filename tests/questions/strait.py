"""A small invented case of moves and counter-moves, as plain data that a test may change before it is read."""

from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions.answer import Settings
from hiwar.questions.reactions.outcomes import Sequel, sequels_of

Data = dict[str, Any]

CASE: Data = {
    "hiwar": 1,
    "title": "A strait",
    "seat": "north",
    "domains": {"trade": None, "safety": None},
    "parties": {
        "north": {"roles": "principal"},
        "north_cabinet": {"of": "north", "roles": ["institution", "decision_maker"]},
        "south": {"roles": "principal"},
        "pirates": {"roles": "spoiler"},
        "insurers": {"roles": "third_party"},
    },
    "goals": {
        "ransom": {"owner": "pirates", "kind": "aim"},
        "quiet": {"owner": "south", "kind": "aim"},
        "order": {"owner": "south", "kind": "aim"},
    },
    "tracks": {"toll": None, "free": None},
    "moves": {
        "raid": {"by": "pirates", "options": {"occurs": {"serves": "ransom"}, "does_not_occur": {}}},
        "patrol": {"by": "south", "options": {"occurs": {"serves": "order"}, "does_not_occur": {}}},
        "premium": {"by": "insurers"},
    },
    "effects": {
        "losses": {"when": {"track": ["toll", "free"]}, "on": ["north", "south"], "kind": "cost", "domains": "trade"},
        "fuel": {"when": {"track": "toll"}, "on": "south", "kind": "cost", "domains": "trade"},
        "hulls": {"when": {"track": "toll"}, "on": "pirates", "kind": "cost", "domains": "safety"},
        "fees": {"when": {"track": "toll"}, "on": "insurers", "kind": "gain", "domains": "trade"},
    },
    "links": {
        "raid_losses": {"cause": "raid", "leads_to": "losses"},
        "patrol_losses": {"cause": "patrol", "leads_to": "losses", "sign": "less"},
        "patrol_hulls": {"cause": "patrol", "leads_to": "hulls"},
        "premium_fees": {"cause": "premium", "leads_to": "fees"},
    },
}


def case_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(CASE)


def sequels(case: Data | None = None, *sheets: Data, moves: tuple[str, ...] = ()) -> dict[str, Sequel | None]:
    """The conflict after each course, by the name of the course."""
    dossier = Dossier.model_validate(case or CASE)
    read = [Sheet.model_validate({"id": "s", "hiwar_judgements": 1, "by": {"name": "A"}, **sheet}) for sheet in sheets]
    settings = Settings(moves=moves)
    return dict(sequels_of(dossier, read, settings))


def sequel(name: str, case: Data | None = None, *sheets: Data) -> Sequel:
    """The conflict after one course."""
    found = sequels(case, *sheets)[name]
    assert found is not None
    return found

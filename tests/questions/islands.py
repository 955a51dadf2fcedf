"""Two invented sides with blocs inside, for tests of unity at home, as plain data that a test may change."""

from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, Settings, answer_unity

Data = dict[str, Any]
BLOCS = ("farmers", "fishers", "guild", "shrine", "town")

CASE: Data = {
    "hiwar": 1,
    "title": "Two islands",
    "seat": "north",
    "domains": {"sea": None},
    "parties": {
        "north": {"roles": "principal"},
        "south": {"roles": "principal"},
        **{bloc: {"of": "north", "roles": "domestic_bloc"} for bloc in BLOCS},
        "traders": {"of": "south", "roles": "domestic_bloc"},
        "sailors": {"of": "south", "roles": "domestic_bloc"},
    },
    "events": {"truce": {"options": ["holds", "breaks"]}},
    "issues": {"bridge": {"options": ["build", "leave"]}},
    "tracks": {"talk": None},
}


def case_of(**stances: str | Data) -> Data:
    """The case with one position on building the bridge per bloc named: a stance, or a whole position."""
    data = deepcopy(CASE)
    data["positions"] = {
        f"p-{bloc}": {"party": bloc, "on": {"bridge": "build"}, **({"stance": said} if isinstance(said, str) else said)}
        for bloc, said in stances.items()
    }
    return data


def unity(data: Data, *sheets: Data, settings: Settings | None = None) -> Answer:
    """Unity on both sides of a case."""
    read = [Sheet.model_validate({"id": f"s{number}", "hiwar_judgements": 1, "by": {"name": "A"}, **sheet})
            for number, sheet in enumerate(sheets, 1)]  # fmt: skip
    return answer_unity(Dossier.model_validate(data), read, settings or Settings())


def bridge(answer: Answer, side: str = "north") -> dict[str, Any]:
    """The row of a side on building the bridge."""
    return next(row for row in answer.tables["matters"].records() if (row["side"], row["on"]) == (side, "bridge=build"))

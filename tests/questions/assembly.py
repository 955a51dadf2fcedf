"""An invented state with a voting body, acts, an old agreement and routes, as plain data that a test may change."""

from copy import deepcopy
from typing import Any

from hiwar.dossier import Dossier, Sheet
from hiwar.questions import Answer, Settings, answer_approval

Data = dict[str, Any]
LISTS = {"reds": 40, "blues": 35, "greens": 15, "greys": 11}

CASE: Data = {
    "hiwar": 1,
    "title": "A lease of a harbour",
    "seat": "coast",
    "domains": {"sea": None},
    "goals": {"open_rule": {"owner": "coast", "kind": "interest", "domains": "sea"}},
    "parties": {
        "coast": {"roles": "principal"},
        "empire": {"roles": "principal"},
        "assembly": {"of": "coast", "roles": "institution"},
        "cabinet": {"of": "coast", "roles": "institution"},
        **{name: {"of": "assembly", "roles": "list", "seats": seats} for name, seats in LISTS.items()},
    },
    "issues": {
        "fleet": {"domains": "sea", "options": ["stays", "leaves", "leaves_in_steps"]},
        "text": {
            "domains": "sea",
            "allows_several": True,
            "options": {"new_lease": {}, "term_of_years": {"clauses": "duration"}, "by_decree": {}},
        },
    },
    "tracks": {"keep": {"fixes": {"fleet": "stays"}}, "end": {"fixes": {"fleet": "leaves"}}},
    "effects": {"anger": {"when": {"track": "keep"}, "on": "coast", "kind": "cost", "domains": "sea"}},
    "agreements": {
        "old_lease": {"parties": ["coast", "empire"], "lacks": "duration", "succeeded_by": {"text": "new_lease"}}
    },
    "acts": {"motion": {"by": "assembly", "form": "decision", "is_binding": "no", "demands": {"fleet": "leaves"}}},
    "routes": {
        "law": {"party": "coast", "form": "law", "body": "assembly", "quorum": 51, "majority": "of_present"},
        "decree": {
            "party": "coast",
            "form": "decree",
            "harms": "open_rule",
            "raises": "anger",
            "chosen_by": {"text": "by_decree"},
        },
        "two_thirds": {
            "party": "coast",
            "form": "law",
            "body": "assembly",
            "majority": "two_thirds_of_members",
            "is_what_if": True,
        },
    },
}
STAY: Data = {"reds": "for", "blues": "against", "greens": "for", "greys": "for"}


def case_data() -> Data:
    """A copy that may be changed."""
    return deepcopy(CASE)


def stands(**on_staying: str) -> Data:
    """A sheet that places lists on the staying of the fleet."""
    return {"positions": {party: {"fleet": {"stays": stance}} for party, stance in on_staying.items()}}


def approval(data: Data | None = None, sheet: Data | None = None, *packages: Data) -> Answer:
    """Approval in a case, with one sheet, and packages that are asked about."""
    dossier = Dossier.model_validate(data or CASE)
    read = Sheet.model_validate({"id": "s", "hiwar_judgements": 1, "by": {"name": "A"}, **(sheet or stands(**STAY))})
    asked = tuple({issue: tuple(held) for issue, held in package.items()} for package in packages)
    return answer_approval(dossier, [read], Settings(packages=asked))


def outcome(answer: Answer, subject: str = "keep", route: str = "law") -> str:
    """What becomes of a subject on a route."""
    rows = answer.tables["votes"].records()
    return str(next(row["outcome"] for row in rows if (row["subject"], row["route"]) == (subject, route)))

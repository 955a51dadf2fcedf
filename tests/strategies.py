"""Random valid cases and sheets for Hypothesis, as plain data and as records."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from hiwar.dossier.model import Dossier
from hiwar.dossier.scales import PROBABILITY_WORDS, SIZE_WORDS
from hiwar.dossier.sheet import Sheet

Data = dict[str, Any]
_WORDS = st.sampled_from(
    ["trade", "ماء", "a gain, perhaps", "no", "2020-11-03", "50%", "it is: so", "# no comment", "7"]
)
_DOMAINS = ("political", "economic", "security")
_PARTIES = ("north", "south")


def subsets(values: tuple[str, ...], least: int = 1) -> st.SearchStrategy[list[str]]:
    """Some of these, in their order."""
    picks: st.SearchStrategy[set[str]] = st.sets(st.sampled_from(values), min_size=least)
    return picks.map(lambda chosen: [value for value in values if value in chosen])


@st.composite
def variables(draw: st.DrawFn, prefix: str, most: int) -> Data:
    """Some variables, each with two or three options."""
    count = draw(st.integers(0, most))
    return {
        f"{prefix}{n}": {"options": [f"{prefix}{n}{c}" for c in "abc"[: draw(st.integers(2, 3))]]} for n in range(count)
    }


@st.composite
def effects(draw: st.DrawFn, tracks: tuple[str, ...], events: Data, parties: tuple[str, ...]) -> Data:
    """Some gains and costs of tracks, perhaps only under an option of an event."""
    found: Data = {}
    for number in range(draw(st.integers(0, 6))):
        when: Data = {"track": draw(subsets(tracks))}
        depends_on_event: bool = draw(st.booleans())
        if events and depends_on_event:
            event: str = draw(st.sampled_from(sorted(events)))
            when[event] = draw(st.sampled_from(events[event]["options"]))
        found[f"effect{number}"] = {
            "when": when,
            "on": draw(st.sampled_from(parties)),
            "kind": draw(st.sampled_from(["gain", "cost"])),
            "domains": draw(subsets((*_DOMAINS, "trade_law"))),
            "text": draw(_WORDS),
        }
    return found


@st.composite
def steps(draw: st.DrawFn, events: Data) -> Data:
    """Goals, means and steps, now and then with something missing; steps are ``after`` others without circles."""
    count = draw(st.integers(0, 4))
    found: Data = {}
    for number in range(count):
        low = draw(st.integers(0, 40))
        step: Data = {
            "serves": draw(st.sampled_from([["means0"], ["goal0"], ["means0", "means1"], []])),
            "after": draw(subsets(tuple(f"step{n}" for n in range(number)), least=0)) if number else [],
            "days": draw(st.sampled_from([None, "unknown", low, [low, low + 5]])),
            "owner": draw(st.sampled_from([None, "north", "north_government"])),
        }
        if events and draw(st.integers(0, 3)) == 0:
            event: str = draw(st.sampled_from(sorted(events)))
            step["trigger"] = {event: draw(st.sampled_from(events[event]["options"]))}
        found[f"step{number}"] = step
    return {
        "goals": {
            "goal0": {"owner": "north", "kind": draw(st.sampled_from(["ultimate", "aim"]))},
            "goal1": {"owner": draw(st.sampled_from(_PARTIES)), "kind": "aim"},
        },
        "means": {"means0": {"serves": "goal0"}, "means1": {"serves": ["goal1"]}},
        "steps": found,
    }


@st.composite
def plans_and_terms(draw: st.DrawFn, tracks: tuple[str, ...], issues: Data, events: Data) -> Data:
    """A plan that states some of its parts, and terms with criteria over them; none now and then."""
    if draw(st.booleans()):
        return {}
    chosen = [{issue: one["options"][0]} for issue, one in issues.items()]
    package: Data = {key: option for one in chosen if draw(st.booleans()) for key, option in one.items()}
    parts: Data = {
        "assumptions": draw(st.sampled_from([{}, {"assumed": {"relies_on": ["south"], "text": "so it seems"}}])),
        "measures": draw(st.sampled_from([{}, {"measure": {"toward": "south", "domains": "trade_law"}}])),
        "fallbacks": draw(st.sampled_from([{}, {"fallback": {"track": tracks[-1], "replaces": []}}])),
        "uses": {},
    }
    plan = {"track": tracks[0], "package": package, "aim": "agreement"}
    plan |= {key: part for key, part in parts.items() if draw(st.booleans())}
    criteria: list[Data] = [
        {"kind": "better_for_all"},
        {"kind": "all_concede"},
        {"kind": "commits_widely", "beyond": "security"},
        {"kind": "has_measures", "toward": [["south"]], "domains": "economic", "offsets_harm": True},
        {"kind": "grounded", "parts": "assumptions", "judgements": True},
        {"kind": "rules_out", "where": "assumptions", "relies_on": "south"},
        *({"kind": "settles", "options": one} for one in chosen),
        *({"kind": "holds_in_each_outcome", "events": event} for event in events),
    ]
    asked = {"tests": "plan", "force": "must", "criteria": criteria}
    return {"plans": {"plan0": plan}, "terms": {"term0": asked, "term1": {"tests": "plan", "force": "should"}}}


@st.composite
def similar_dialogues(draw: st.DrawFn) -> Data:
    """Attributes, some similar dialogues with values or none, and what they obtained; all three empty now and then."""
    if draw(st.booleans()):
        return {}
    held: dict[str, list[Any]] = {
        "form": ["law", "word", "unknown"],
        "fields": [["oil"], ["oil", "gas"], [], "unknown"],
    }
    dialogues = [f"dialogue{n}" for n in range(draw(st.integers(1, 3)))]
    return {
        "attributes": {
            "form": {
                "kind": "ordered",
                "values": ["word", "memo", "law"],
                "present": draw(st.sampled_from(held["form"])),
            },
            "fields": {"kind": "several", "values": ["oil", "gas"], "present": draw(st.sampled_from(held["fields"]))},
        },
        "comparators": {
            key: {
                "party": "south",
                "attributes": {
                    name: draw(st.sampled_from(values)) for name, values in held.items() if draw(st.booleans())
                },
            }
            for key in dialogues
        },
        "precedents": {
            "obtained0": {
                "obtained": {key: draw(st.sampled_from(["yes", "no", "unknown"])) for key in dialogues},
                "domains": draw(st.sampled_from(_DOMAINS)),
            }
        },
    }


@st.composite
def dossier_data(draw: st.DrawFn) -> Data:
    """A valid dossier as plain data, as YAML would give it."""
    events, issues = draw(variables("event", 2)), draw(variables("issue", 3))
    tracks = tuple(f"track{n}" for n in range(draw(st.integers(1, 3))))
    fixes = {
        track: {issue: draw(st.sampled_from(issues[issue]["options"])) for issue in issues if draw(st.booleans())}
        for track in tracks
    }
    dated: Data = {event: draw(st.sampled_from([None, "2030-03-01", "2030-07-01"])) for event in events}
    events = {event: {**part, **({"on": dated[event]} if dated[event] else {})} for event, part in events.items()}
    return {
        "hiwar": 1,
        "title": draw(st.one_of(_WORDS, st.fixed_dictionaries({"en": _WORDS, "ar": _WORDS}))),
        "seat": draw(st.sampled_from(_PARTIES)),
        "domains": {**{one: {"name": draw(_WORDS)} for one in _DOMAINS}, "trade_law": {"of": "economic"}},
        "parties": {
            **{party: {"roles": "principal", "name": draw(_WORDS)} for party in _PARTIES},
            "north_government": {"roles": ["institution"], "of": "north"},
        },
        "events": events,
        "issues": issues,
        "tracks": {track: {"text": draw(_WORDS), "fixes": fixes[track]} for track in tracks},
        "effects": draw(effects(tracks, events, (*_PARTIES, "north_government"))),
        "calendar": {"now": {"kind": "decision", "on": "2030-01-01"}} if draw(st.booleans()) else {},
        **draw(similar_dialogues()),
        **draw(steps(events)),
        **draw(plans_and_terms(tracks, issues, events)),
    }


def dossiers() -> st.SearchStrategy[Dossier]:
    """A valid dossier."""
    return dossier_data().map(Dossier.model_validate)


@st.composite
def ranges(draw: st.DrawFn, highest: float) -> list[float]:
    """A range, low end first."""
    ends = st.integers(0, 1000).map(lambda part: round(part / 1000 * highest, 6))
    return sorted([draw(ends), draw(ends)])


def amounts(words: Mapping[str, Any], highest: float) -> st.SearchStrategy[Any]:
    """A word, a range, a range with its mode, a number, or unknown."""
    return st.one_of(
        st.sampled_from(sorted(words)),
        st.just("unknown"),
        ranges(highest),
        ranges(highest).map(lambda ends: {"range": ends, "mode": ends[0]}),
        ranges(highest).map(lambda ends: ends[0]),
    )


def judged(amount: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A judgement, bare or with its reason."""
    return st.one_of(amount, amount.map(lambda value: {"value": value, "because": "so it seems"}))


def _sizes(draw: st.DrawFn, effect: Data) -> Any:
    mains = list(dict.fromkeys("economic" if one == "trade_law" else one for one in effect["domains"]))
    if len(mains) == 1 and draw(st.booleans()):
        return draw(judged(amounts(SIZE_WORDS, 100)))
    return {domain: draw(judged(amounts(SIZE_WORDS, 100))) for domain in mains}


@st.composite
def cross_impacts(draw: st.DrawFn, events: Data) -> Data:
    """How the outcomes of two events bear on each other; none where there are not two."""
    if len(events) < 2 or draw(st.booleans()):
        return {}
    strength = st.sampled_from([-3, -1.5, -1, 0, 0.5, 1, 2])
    return {
        source: {
            option: {target: {other: draw(strength) for other in events[target]["options"]}}
            for option in events[source]["options"]
        }
        for source, target in zip(sorted(events), sorted(events, reverse=True), strict=True)
    }


@st.composite
def sheet_data(draw: st.DrawFn, dossier: Data) -> Data:
    """A valid sheet for a dossier, both as plain data."""
    likelihood: Data = {}
    for event, variable in dossier["events"].items():
        if draw(st.booleans()):
            parts = [draw(st.integers(1, 9)) for _ in variable["options"]]
            shares = [part / sum(parts) for part in parts]
            likelihood[event] = dict(zip(variable["options"], shares, strict=True))
    for effect in dossier["effects"]:
        if draw(st.booleans()):
            likelihood[effect] = draw(judged(amounts(PROBABILITY_WORDS, 1)))
    size = {key: _sizes(draw, effect) for key, effect in dossier["effects"].items() if draw(st.booleans())}
    order = draw(st.permutations(_DOMAINS))
    values = {domain: draw(st.integers(1, 9)) for domain in _DOMAINS}
    weights = draw(st.sampled_from([{"order": list(order)}, {"values": values}, None]))
    party: str = draw(st.sampled_from(_PARTIES))
    delay = draw(judged(amounts(SIZE_WORDS, 100))) if draw(st.booleans()) else None
    return {
        "hiwar_judgements": 1,
        "by": {"name": "An analyst"},
        "likelihood": likelihood,
        "size": size,
        "weights": {} if weights is None else {dossier["seat"]: weights},
        "delay_cost": {} if delay is None else {party: {"security": delay}},
        "cross_impact": draw(cross_impacts(dossier["events"])),
    }


@st.composite
def case_data(draw: st.DrawFn) -> tuple[Data, Data]:
    """A dossier and a sheet for it, as plain data."""
    dossier = draw(dossier_data())
    return dossier, draw(sheet_data(dossier))


def sheets_for(dossier: Dossier) -> st.SearchStrategy[Sheet]:
    """A valid sheet for a dossier."""
    data = dossier.model_dump(mode="json")
    plain = {
        **data,
        "events": {key: {"options": list(event["options"])} for key, event in data["events"].items()},
    }
    return sheet_data(plain).map(lambda sheet: Sheet.model_validate({"id": "sheet", **sheet}))


def cases() -> st.SearchStrategy[tuple[Dossier, Sheet]]:
    """A valid dossier with a valid sheet for it."""
    return case_data().map(
        lambda both: (Dossier.model_validate(both[0]), Sheet.model_validate({"id": "sheet", **both[1]}))
    )


def write_case(folder: Path, dossier: Data, sheet: Data | None = None) -> Path:
    """Write plain data as the files of a case; the sheet is called ``sheet``."""
    (folder / "judgements").mkdir(parents=True, exist_ok=True)
    (folder / "dossier.yaml").write_text(as_yaml(dossier), encoding="utf-8")
    if sheet is not None:
        (folder / "judgements" / "sheet.yaml").write_text(as_yaml(sheet), encoding="utf-8")
    return folder


def as_yaml(data: Data) -> str:
    """Plain data as YAML text; PyYAML quotes what YAML 1.1 or 1.2 would not read as text."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)

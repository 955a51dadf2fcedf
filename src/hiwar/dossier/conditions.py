"""Conditions that can never hold: against what their track fixes, or against the rules of the case."""

from collections.abc import Iterator, Mapping

from hiwar.dossier.known import Flaw
from hiwar.dossier.locating import Path
from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.variables import Rule

Condition = Mapping[str, tuple[str, ...]]
State = dict[str, frozenset[str]]
"""Variable to the options that it may still have; a variable that is not named is free."""


def conditions_that_never_hold(dossier: Dossier) -> Iterator[Flaw]:
    """Conditions of the case that no course, in no variant, can ever meet; and courses that break the rules.

    A condition is held against what its tracks fix and against rules whose premise it implies. Issues of which several
    options may hold at once are left out: naming one option does not deny the others.
    """
    for path, condition in _conditions(dossier):
        if (reason := why_never(condition, dossier)) is not None:
            yield Flaw(path, f"this can never hold: {reason}")
    for name, track in dossier.tracks.items():
        if (reason := _broken({**_state(track.fixes, dossier)}, name, dossier)) is not None:
            yield Flaw(("tracks", name, "fixes"), f"this course can never be taken: {reason}")
            continue
        for variant in track.variants.values():
            fixes = _state({**track.fixes, **variant.fixes}, dossier)
            if (reason := _broken(fixes, name, dossier)) is not None:
                path = ("tracks", name, "variants", variant.id)
                yield Flaw(path, f"this variant can never be taken: {reason}")


def why_never(condition: Condition, dossier: Dossier) -> str | None:
    """The reason why a condition can never hold; none if it can, or if it is empty or names unknown things."""
    if not condition or any(not options for options in condition.values()):
        return None
    tracks = [name for name in condition.get("track", ()) if name in dossier.tracks]
    if "track" in condition and not tracks:
        return None
    rest = {key: options for key, options in condition.items() if key != "track"}
    reasons = [_meets(rest, fixes, track, dossier) for track, fixes in _courses(tracks, dossier)]
    return next((reason for reason in reasons if reason), None) if all(reasons) else None


def _conditions(dossier: Dossier) -> Iterator[tuple[Path, Condition]]:
    for section in ("effects", "goals", "links", "positions", "claims", "routes"):
        for name, item in getattr(dossier, section).items():
            yield (section, name, "when"), item.when
    for name, outcome in dossier.outcomes.items():
        yield ("outcomes", name, "when"), outcome.when
    for name, track in dossier.tracks.items():
        for need in track.needs.values():
            if need.kind == "necessary" and "track" not in need.when and need.when:
                yield ("tracks", name, "needs", need.id, "when"), {"track": (name,), **need.when}


def _courses(tracks: list[str], dossier: Dossier) -> Iterator[tuple[str, State]]:
    """Tracks and their variants with what they fix; one free course when no track is named."""
    if not tracks:
        yield "", {}
    for name in tracks:
        track = dossier.tracks[name]
        yield name, _state(track.fixes, dossier)
        yield from ((name, _state({**track.fixes, **one.fixes}, dossier)) for one in track.variants.values())


def _state(condition: Condition, dossier: Dossier) -> State:
    several = {name for name, issue in dossier.issues.items() if issue.allows_several}
    return {key: frozenset(options) for key, options in condition.items() if options and key not in several}


def _meets(condition: Condition, fixes: State, track: str, dossier: Dossier) -> str | None:
    """Why a condition cannot hold in a course; none if it can."""
    state = dict(fixes)
    for variable, options in _state(condition, dossier).items():
        if variable in fixes and not fixes[variable] & options:
            return f'track "{track}" fixes "{variable}" to {" or ".join(sorted(fixes[variable]))}'
        state[variable] = options & fixes.get(variable, options)
    return _broken(state, track, dossier)


def _broken(state: State, track: str, dossier: Dossier) -> str | None:
    """The rule that a state cannot obey, found by following the rules until nothing changes."""
    state = {**state, **({"track": frozenset([track])} if track else {})}
    several = {name for name, issue in dossier.issues.items() if issue.allows_several}
    for _ in range(len(dossier.rules) + 1):
        before = dict(state)
        for name, rule in dossier.rules.items():
            if _applies(rule, state) and not _obey(rule, state, several, dossier):
                return f'rule "{name}" excludes it'
        if state == before:
            return None
    return None


def _applies(rule: Rule, state: State) -> bool:
    return all(key in state and state[key] <= frozenset(options) for key, options in rule.when.items())


def _obey(rule: Rule, state: State, several: set[str], dossier: Dossier) -> bool:
    """Narrow a state by a rule that applies; false when nothing is left."""
    narrowed = [
        *((key, frozenset(options)) for key, options in rule.requires.items()),
        *((key, _all(key, dossier) - frozenset(options)) for key, options in rule.excludes.items()),
    ]
    for key, allowed in narrowed:
        if key in several or not _all(key, dossier):
            continue
        state[key] = state.get(key, _all(key, dossier)) & allowed
        if not state[key]:
            return False
    among = {key: frozenset(options) for key, options in rule.among.items() if key not in several}
    if len(among) < len(rule.among):
        return True
    surely = sum(key in state and state[key] <= options for key, options in among.items())
    perhaps = sum(bool(state.get(key, options) & options) for key, options in among.items())
    too_many = rule.at_most is not None and surely > rule.at_most
    too_few = rule.at_least is not None and perhaps < rule.at_least
    return not (too_many or too_few)


def _all(variable: str, dossier: Dossier) -> frozenset[str]:
    return frozenset(variable_options(dossier, variable))

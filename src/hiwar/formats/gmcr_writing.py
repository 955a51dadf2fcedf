"""Writing conflicts for the desktop tools GMCR+ and gmcr-py (``.gmcr``)."""

import json
from collections.abc import Iterator
from itertools import combinations
from math import comb
from typing import Any

import numpy as np

from hiwar.formats.gmcr_order import in_their_order
from hiwar.formats.graph_model_file import GraphModelFile, Preference, Statements
from hiwar.formats.statements import patterns_of
from hiwar.methods.graph_model.forms import AtLeast, AtMost, IfThen, Never, Option, OptionForm, Pattern, Rule
from hiwar.methods.graph_model.spaces import IntArray, ModelError, OptionSpace, RankArray

MOST_PATTERNS = 2000
"""More infeasible patterns than this are refused: the tools take long over each."""
MOST_RANKED = 4096
"""More states than this are refused where rankings are written by hand."""
_SIGNS = {"yes": "Y", "no": "N"}
Condition = list[list[Any]]
"""``[[number of option, "Y" or "N"], ...]``"""


def left_out_of_gmcr(file: GraphModelFile) -> tuple[str, ...]:
    """What a conflict holds that this form has no place for, in words; `gmcr_text` does not write it."""
    parts = {
        "the status quo": file.status_quo is not None,
        "names of states": bool(file.names),
        "what happens in states": bool(file.words),
        "the source": bool(file.source),
        "the note": bool(file.note),
    }
    return tuple(part for part, is_there in parts.items() if is_there)


def gmcr_text(file: GraphModelFile) -> str:
    """The JSON of a conflict in option form, as those tools read it.

    The status quo, the names of states, source and note have no place there and are not written. Where somebody's
    preferences are no statements, everybody's are written as rankings.

    Raises
    ------
    ModelError
        What those tools cannot hold: listed states and moves, options with other levels than yes and no.
    """
    space = file.space
    if not isinstance(space, OptionSpace):
        raise ModelError("that form knows options, not listed states and moves")
    form = space.form
    for option in form.options:
        if set(option.levels) != {"yes", "no"}:
            raise ModelError(f"that form knows options with yes and no; '{option.name}' has {', '.join(option.levels)}")
    number = {option.name: place for place, option in enumerate(form.options)}
    by_hand = not all(isinstance(preference, Statements) for preference in file.preferences)
    data = {
        "program": "gmcr-py",
        "version": "0.3.13",
        "useManualPreferenceRanking": by_hand,
        "options": [{"name": option.name, "permittedDirection": _direction(option)} for option in form.options],
        "decisionMakers": list(_makers(file, form, space, number, by_hand=by_hand)),
        "infeasibles": _infeasibles(form, number),
        "coalitions": list(range(len(form.decision_makers))),
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def _direction(option: Option) -> str:
    if not option.is_one_way:
        return "both"
    return "fwd" if option.levels == ("no", "yes") else "back"


def _makers(
    file: GraphModelFile, form: OptionForm, space: OptionSpace, number: dict[str, int], *, by_hand: bool
) -> Iterator[dict[str, Any]]:
    if by_hand and space.states.size > MOST_RANKED:
        raise ModelError(f"{space.states.size:,} states are too many for rankings by hand; {MOST_RANKED:,} are written")
    states = in_their_order(space)
    for maker, preference, rank in zip(form.decision_makers, file.preferences, file.model.rank, strict=True):
        written: dict[str, Any] = {"name": maker.name, "options": [number[option.name] for option in maker.options]}
        written["preferences"] = _conditions(preference, form, number)
        if by_hand:
            written["preferenceRanking"] = _ranking(rank, states)
        yield written


def _conditions(preference: Preference, form: OptionForm, number: dict[str, int]) -> list[Any]:
    """Each statement as alternatives of patterns; none where preferences are given otherwise."""
    conditions: list[Any] = []
    for line in preference.lines if isinstance(preference, Statements) else ():
        patterns = [_condition(pattern, number) for pattern in patterns_of(line, form)]
        if not all(patterns) or not patterns:  # it holds everywhere, or nowhere: it tells no states apart
            continue
        conditions.append(patterns[0] if len(patterns) == 1 else {"compound": True, "members": patterns})
    return conditions


def _condition(pattern: Pattern, number: dict[str, int]) -> Condition:
    return [
        [number[name], _SIGNS[levels[0]]] for name, levels in sorted(pattern.items(), key=lambda one: number[one[0]])
    ]


def _ranking(rank: RankArray, states: IntArray) -> list[int | list[int]]:
    """States by their number in the tools, best first; tied ones in a list."""
    found: list[int | list[int]] = []
    for value in np.unique(rank[states])[::-1]:
        group = (np.flatnonzero(rank[states] == value) + 1).tolist()
        found.append(group[0] if len(group) == 1 else group)
    return found


def _infeasibles(form: OptionForm, number: dict[str, int]) -> list[Condition]:
    """Every rule as patterns that cannot occur."""
    found: list[Condition] = []
    for rule in form.infeasible:
        for pattern in _ruled_out(rule):
            found.append(_condition(pattern, number))
            if len(found) > MOST_PATTERNS:
                raise ModelError(f"the rules come to more than {MOST_PATTERNS:,} patterns that cannot occur")
    return [pattern for place, pattern in enumerate(found) if pattern not in found[:place]]


def _ruled_out(rule: Rule) -> Iterator[Pattern]:
    match rule:
        case Never(pattern):
            yield _narrowed(pattern)
        case IfThen(when, then):
            for name, level in _narrowed(then).items():
                refused = {**_narrowed(when), name: (_other(level[0]),)}
                if name not in _narrowed(when) or _narrowed(when)[name] == refused[name]:
                    yield refused
        case AtMost(count, among) | AtLeast(count, among):
            yield from _counted_out(rule, count, among)


def _counted_out(rule: AtMost | AtLeast, count: int, among: Pattern) -> Iterator[Pattern]:
    """So many that fit are too many; so many that do not fit are too few."""
    fixed = _narrowed(among)
    always = len(among) - len(fixed)
    is_most = isinstance(rule, AtMost)
    size = count - always + 1 if is_most else len(fixed) - (count - always) + 1
    if size <= 0:
        raise ModelError("a rule leaves no state at all")
    if size <= len(fixed) and comb(len(fixed), size) > MOST_PATTERNS:
        raise ModelError(f"a rule over {len(fixed)} options comes to {comb(len(fixed), size):,} patterns")
    for names in combinations(fixed, size):
        yield {name: fixed[name] if is_most else (_other(fixed[name][0]),) for name in names}


def _narrowed(pattern: Pattern) -> dict[str, tuple[str, ...]]:
    """Without the options that may have either level."""
    return {name: (levels[0],) for name, levels in pattern.items() if len(set(levels)) == 1}


def _other(level: str) -> str:
    return "no" if level == "yes" else "yes"

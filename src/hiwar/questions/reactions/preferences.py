"""How each mover compares the states of a conflict, as far as the case and the sheets say; the rest is unknown.

A party's reasons are the effects on it, its goals, and the options it is said to want or to reject. They are compared
one by one and never added up: a state is better where some reason says so and none speaks against it. Where an order of
the party's goals is stated, earlier goals decide before later ones, and the effects after them. Where nothing that
differs between two states bears on a party, its preference is unknown, not a tie.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.scales import WHOLE_PROBABILITY, WHOLE_SIZE
from hiwar.methods.dominance import vertices
from hiwar.methods.graph_model import PartialPreferences
from hiwar.methods.graph_model.spaces import BoolArray
from hiwar.questions.courses import holds, scenarios_of
from hiwar.questions.judgements import Judgements
from hiwar.questions.prospects import Frame, Row, effect_rows, main_domains, rows_of, weights_of
from hiwar.questions.reactions.conflict import Conflict, consequences
from hiwar.questions.reactions.stances import owners_of, stances_of

TOLERANCE = 1e-9
Mark = tuple[tuple[tuple[str, tuple[str, ...]], ...], bool]
"""A condition that bears on a wish, and whether for the better."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """How one reason compares the states; what none of the three says cannot be told."""

    better: BoolArray
    """(from, to)"""
    worse: BoolArray
    same: BoolArray


@dataclass(frozen=True, eq=False)
class Reason:
    """One thing that a party cares about: ``effects``, a goal, or an option it wants or rejects."""

    kind: str
    """``effects``, ``goal`` or ``stance``."""
    comparison: Comparison
    trace: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Preference:
    """How one party compares the states; arrays are (from, to)."""

    better: BoolArray
    """Whatever is judged."""
    not_better: BoolArray
    """Whatever is judged."""
    silent: BoolArray
    """Nothing that differs bears on the party, as far as anything is stated."""


def frame_of(conflict: Conflict, judgements: Judgements) -> Frame:
    """The states as courses, with the scenarios they may meet: what effects are compared on."""
    scenarios = scenarios_of(conflict.dossier, conflict.states, judgements.sheets)
    return Frame(judgements, conflict.states, scenarios, main_domains(conflict.dossier), ())


def preferences_of(conflict: Conflict, known: Mapping[str, Preference]) -> PartialPreferences:
    """What is known of every mover's preferences; parties that move together prefer only what each of them prefers."""
    pairs = [[known[party] for party in mover.parties] for mover in conflict.movers]
    better = np.array([np.all([one.better for one in parties], axis=0) for parties in pairs])
    not_better = np.array([np.any([one.not_better for one in parties], axis=0) for parties in pairs])
    return PartialPreferences(better, not_better)


def party_preference(
    reasons: Mapping[str, Reason], orders: Sequence[Sequence[Sequence[str]]], n_states: int
) -> Preference:
    """What is known of one party's preference; sheets that order its goals differently must agree on a comparison."""
    found = [_by_tiers(_tiers(reasons, order), n_states) for order in orders or ((),)]
    better = np.logical_and.reduce([one[0] for one in found])
    worse = np.logical_and.reduce([one[1] for one in found])
    same = [reason.comparison.same for reason in reasons.values()]
    silent = np.logical_and.reduce(same) if same else np.ones((n_states, n_states), dtype=np.bool_)
    return Preference(better, worse | np.eye(n_states, dtype=np.bool_), silent)


def orders_of(judgements: Judgements, party: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The stated orders of a party's goals: one per sheet that gives one, else that of the case."""
    stated = [sheet.priorities[party].order for sheet in judgements.sheets if party in sheet.priorities]
    if stated:
        return tuple(tuple(tuple(tier) for tier in order) for order in stated)
    ranked: dict[int, list[str]] = {}
    for key, goal in sorted(judgements.dossier.goals.items()):
        if goal.priority is not None and party in owners_of(judgements.dossier, goal.owner):
            ranked.setdefault(goal.priority, []).append(key)
    return (tuple(tuple(ranked[rank]) for rank in sorted(ranked)),) if ranked else ()


def _tiers(reasons: Mapping[str, Reason], order: Sequence[Sequence[str]]) -> list[list[Comparison]]:
    """Reasons in tiers: the goals in their order, then all others together."""
    ranked = [key for tier in order for key in tier]
    tiers = [[reasons[key].comparison for key in tier if key in reasons] for tier in order]
    return [*tiers, [reason.comparison for key, reason in reasons.items() if key not in ranked]]


def _by_tiers(tiers: Sequence[Sequence[Comparison]], n_states: int) -> tuple[BoolArray, BoolArray]:
    """Better, and worse: the first tier in which two states are not the same decides, or leaves it open."""
    better, worse = np.zeros((2, n_states, n_states), dtype=np.bool_)
    undecided = np.ones((n_states, n_states), dtype=np.bool_)
    for tier in tiers:
        if not tier:
            continue
        not_worse = np.logical_and.reduce([reason.better | reason.same for reason in tier])
        not_better = np.logical_and.reduce([reason.worse | reason.same for reason in tier])
        same = np.logical_and.reduce([reason.same for reason in tier])
        better |= undecided & not_worse & ~same
        worse |= undecided & not_better & ~same
        undecided &= same
    return better, worse


def reasons_of(conflict: Conflict, frame: Frame, party: str) -> Mapping[str, Reason]:
    """Everything that the case gives a party to care about, and that differs between states."""
    found = {
        **dict(_goal_reasons(conflict, party)),
        **dict(_stance_reasons(conflict, frame.judgements, party)),
        **dict(_effect_reason(conflict, frame, party)),
    }
    return {key: reason for key, reason in found.items() if not reason.comparison.same.all()}


def _goal_reasons(conflict: Conflict, party: str) -> Iterator[tuple[str, Reason]]:
    """A goal is better off where more serves it and less harms it; sets are compared, not counted."""
    dossier = conflict.dossier
    steps = dict.fromkeys(step for move in conflict.moves for step in consequences(dossier, move))
    for key, goal in sorted(dossier.goals.items()):
        if party in owners_of(dossier, goal.owner):
            touching = dict.fromkeys(
                [*_touching(dossier, key), *((when, sign == "more") for when, item, sign in steps if item == key)]
            )
            marks = _marks(conflict, tuple(touching))
            if any(marks):
                named = sorted({variable for when, _ in touching for variable, _ in when})
                yield key, Reason("goal", _compare_marks(marks), (key, *named))


def _marks(conflict: Conflict, touching: Sequence[Mark]) -> list[frozenset[Mark]]:
    """Per state: which of these conditions hold there."""
    if not touching:
        return []
    conditions = [(mark, dict(mark[0])) for mark in touching]
    return [
        frozenset(mark for mark, when in conditions if holds(when, conflict.dossier, state))
        for state in conflict.states
    ]


def _touching(dossier: Dossier, goal: str) -> Iterator[Mark]:
    """Options that the case says serve or harm a goal."""
    for section in (dossier.issues, dossier.moves, dossier.events):
        for variable in section.values():
            for option in variable.options.values():
                if goal in option.serves or goal in option.harms:
                    yield ((variable.id, (option.id,)),), goal in option.serves


def _stance_reasons(conflict: Conflict, judgements: Judgements, party: str) -> Iterator[tuple[str, Reason]]:
    """Options that a party is said to want or to reject, one by one."""
    for (variable, option), wants in sorted(stances_of(judgements, party).items()):
        marks = _marks(conflict, [(((variable, (option,)),), wants)])
        if any(marks):
            yield f"{variable}={option}", Reason("stance", _compare_marks(marks), (variable, party))


def _compare_marks(marks: Sequence[frozenset[Mark]]) -> Comparison:
    """More good marks and fewer bad ones is better, in the sense of sets."""
    names = sorted({mark for found in marks for mark in found})
    has = np.array([[(mark in found) == mark[1] for mark in names] for found in marks], dtype=np.bool_)
    # A state is at least as good where every good mark it lacks, and every bad one it bears, the other does too.
    at_least: BoolArray = np.asarray((has[None, :, :] | ~has[:, None, :]).all(axis=2))
    return Comparison(at_least & ~at_least.T, at_least.T & ~at_least, at_least & at_least.T)


def _effect_reason(conflict: Conflict, frame: Frame, party: str) -> Iterator[tuple[str, Reason]]:
    """The effects on a party, compared by the least and the greatest difference that the judgements admit."""
    rows = _rows(conflict, frame, party)
    if rows:
        trace = tuple(dict.fromkeys(row.id.split("#")[0].split("+")[0] for row in rows))
        yield "effects", Reason("effects", _compare_values(frame, party, rows), trace)


def _rows(conflict: Conflict, frame: Frame, party: str) -> tuple[Row, ...]:
    """Rows of the effects on a party, with one more for each move that links make an effect hang on."""
    dossier = conflict.dossier
    if len(conflict.courses) > 1 and side_of(dossier, party) == party:
        stated = [row for row in rows_of(frame, party) if row.cell is not None]
    else:
        stated = []  # on one course the cells of which nothing is said are the same in all states
    for key in sorted(dossier.effects):
        if any(_belongs(dossier, bearer, party) for bearer in dossier.effects[key].on):
            own = effect_rows(frame, side_of(dossier, party), key)
            if side_of(dossier, party) != party:  # sizes are judged for sides, not for a part of one
                own = [replace(row, sizes=(WHOLE_SIZE,) * len(row.sizes)) for row in own]
            stated += _with_increments(conflict, frame, key, own)
    return tuple(stated)


def _belongs(dossier: Dossier, bearer: str, party: str) -> bool:
    """Whether a party is another, or what that one is part of."""
    seen: set[str] = set()
    current: str | None = bearer
    while current is not None and current not in seen:
        if current == party:
            return True
        seen.add(current)
        current = dossier.parties[current].of
    return False


def _with_increments(conflict: Conflict, frame: Frame, effect: str, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of an effect, and for each move linked to it what the move adds to its likelihood: something unknown.

    A judged likelihood that names no move holds on the whole, whatever becomes of the move; so it is an upper bound of
    what is left without it. Where a sheet says how likely the effect is with the move and without, that is used.
    """
    steps = dict.fromkeys(
        (when, sign)
        for move in conflict.moves
        if not _is_judged(frame, effect, move)
        for when, target, sign in consequences(conflict.dossier, move)
        if target == effect
    )
    for row in rows:
        yield replace(row, likelihood=replace(row.likelihood, low=0.0, mode=None, word=None)) if steps else row
        for when, sign in steps:
            raises = [bool(holds(dict(when), conflict.dossier, state)) == (sign == "more") for state in frame.courses]
            active = tuple(
                tuple(held and raised for held in held_in) for raised, held_in in zip(raises, row.active, strict=True)
            )
            named = "&".join(f"{variable}={'|'.join(options)}" for variable, options in when)
            yield replace(row, id=f"{row.id}+{named}:{sign}", likelihood=WHOLE_PROBABILITY, active=active)


def _is_judged(frame: Frame, effect: str, move: str) -> bool:
    cases = [sheet.likelihood[effect].cases for sheet in frame.judgements.sheets if effect in sheet.likelihood]
    return any(move in case.when for several in cases for case in several)


def _compare_values(frame: Frame, party: str, rows: Sequence[Row]) -> Comparison:
    """Whether one state is worth at least, or at most, as much as another in every scenario and for all judgements."""
    active = np.array([row.active for row in rows], dtype=np.float64)  # (row, state, scenario)
    sign = np.array([1.0 if row.kind == "gain" else -1.0 for row in rows])
    low, high = (_amounts(frame, rows, end) for end in ("low", "high"))
    corners = vertices(weights_of(frame, party))
    n_states = active.shape[1]
    least, greatest = np.full((n_states, n_states), np.inf), np.full((n_states, n_states), -np.inf)
    for scenario in range(active.shape[2]):
        here = active[:, :, scenario].T * sign  # (state, row)
        for state in range(n_states):
            step = here - here[state]
            up, down = np.maximum(step, 0.0), np.maximum(-step, 0.0)
            least[state] = np.minimum(least[state], ((up @ low - down @ high) @ corners.T).min(axis=1))
            greatest[state] = np.maximum(greatest[state], ((up @ high - down @ low) @ corners.T).max(axis=1))
    flat = np.moveaxis(active, 0, -1).reshape(n_states, -1)
    differs = np.array([(flat != here).any(axis=1) for here in flat])
    better = (least >= -TOLERANCE) & (greatest > TOLERANCE)
    worse = (greatest <= TOLERANCE) & (least < -TOLERANCE)
    return Comparison(better, worse, ~differs)


def _amounts(frame: Frame, rows: Sequence[Row], end: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(row, domain) likelihood times size at one end of the ranges."""
    table = np.zeros((len(rows), len(frame.domains)))
    for place, row in enumerate(rows):
        for domain, size in zip(row.domains, row.sizes, strict=True):
            table[place, frame.domains.index(domain)] = getattr(size, end) * getattr(row.likelihood, end)
    return table

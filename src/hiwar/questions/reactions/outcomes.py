"""What others would do once a course is taken, which outcomes would hold, and how they come about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np

from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.methods.graph_model.partial import PartialPreferences, PartialStability, analyse_partial, move_matrices
from hiwar.methods.graph_model.spaces import BoolArray
from hiwar.questions.answer import Settings, Table
from hiwar.questions.courses import Course, ranked_courses
from hiwar.questions.judgements import Judgements
from hiwar.questions.pools import judgements_of
from hiwar.questions.reactions.chains import move_distances
from hiwar.questions.reactions.conflict import TRACK, Conflict, bearing_moves, conflict_of
from hiwar.questions.reactions.preferences import (
    Preference,
    frame_of,
    orders_of,
    party_preference,
    preferences_of,
    reasons_of,
)

Rows = list[tuple[tuple[Any, ...], tuple[str, ...]]]


@dataclass(frozen=True, eq=False)
class Sequel:
    """The conflict after one course, or over all of them, with what is known and what would hold."""

    name: str
    """Id of the course; ``all`` for the conflict in which the seat still chooses."""
    conflict: Conflict
    known: PartialPreferences
    stability: PartialStability
    moves: BoolArray
    """(mover, from, to)"""
    seat: Preference
    """Of the seat, which may be no mover."""
    reasons: Mapping[str, tuple[str, ...]]
    """Mover to the items that its preferences rest on."""


def sequels_of(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> tuple[tuple[str, Sequel | None], ...]:
    """The conflict after each course; and over all courses where its states are few enough or moves were asked for."""
    courses = ranked_courses(dossier, settings)
    distances = {course.id: move_distances(dossier, course) for course in courses}
    judgements = judgements_of(dossier, sheets, settings)
    found = []
    for course in courses:
        bearing = bearing_moves(dossier, sheets, [course], distances[course.id])
        found.append((course.id, _sequel(course.id, conflict_of(dossier, [course], bearing, settings), judgements)))
    if len(courses) > 1:
        whole = _whole(dossier, sheets, settings, courses, distances)
        found.append(("all", _sequel("all", whole, judgements)))
    return tuple(found)


def _whole(
    dossier: Dossier,
    sheets: Sequence[Sheet],
    settings: Settings,
    courses: Sequence[Course],
    distances: Mapping[str, Mapping[str, int]],
) -> Conflict | None:
    known = [found for found in distances.values() if found]
    nearest = {move: min(found[move] for found in known if move in found) for found in known for move in found}
    conflict = conflict_of(dossier, courses, bearing_moves(dossier, sheets, courses, nearest), settings)
    # Without anybody else's move it says no more than the appraisal of the courses.
    return conflict if conflict is not None and conflict.moves else None


def _sequel(name: str, conflict: Conflict | None, judgements: Judgements) -> Sequel | None:
    if conflict is None:
        return None
    seat = side_of(conflict.dossier, conflict.dossier.seat)
    parties = sorted({seat, *(party for mover in conflict.movers for party in mover.parties)})
    frame = frame_of(conflict, judgements)
    reasons = {party: reasons_of(conflict, frame, party) for party in parties}
    known = {
        party: party_preference(reasons[party], orders_of(judgements, party), len(conflict.states)) for party in parties
    }
    preferences = preferences_of(conflict, known)
    traces = {
        mover.id: tuple(
            dict.fromkeys(item for party in mover.parties for one in reasons[party].values() for item in one.trace)
        )
        for mover in conflict.movers
    }
    # Who takes part in a joint move does not answer it: that would be a threat against oneself.
    pairs = [[bool(set(one.parties) & set(other.parties)) for other in conflict.movers] for one in conflict.movers]
    stability = analyse_partial(conflict.space, preferences, together=np.array(pairs, dtype=np.bool_))
    return Sequel(name, conflict, preferences, stability, move_matrices(conflict.space), known[seat], traces)


def outcome_tables(sequels: Sequence[tuple[str, Sequel | None]]) -> Mapping[str, Table]:
    """Conflicts, first moves, outcomes that hold, the way there, what the seat wants, and moves left out."""
    drawn = [sequel for _, sequel in sequels if sequel is not None]
    return {
        "games": _table(
            ("course", "movers", "moves", "states", "concept", "holds", "excluded", "open"), _summary_rows(drawn)
        ),
        "first_moves": _table(("course", "mover", "move", "verdict"), [r for s in drawn for r in first_moves(s)]),
        "outcomes": _table(
            ("course", "changes", "nash", "general_metarational", "symmetric_metarational", "sequential"),
            [row for sequel in drawn for row in outcome_rows(sequel)],
        ),
        "paths": _table(("course", "changes", "steps", "by"), [row for s in drawn for row in path_rows(s)]),
        "wanted": _table(
            ("course", "changes", "mover", "move", "verdict"), [row for sequel in drawn for row in wanted_rows(sequel)]
        ),
        "left_out": _table(
            ("course", "move", "why"),
            [((s.name, move, why), (move,)) for s in drawn for move, why in s.conflict.left_out.items()],
        ),
    }


def _table(columns: tuple[str, ...], rows: Rows) -> Table:
    return Table(columns, tuple(row for row, _ in rows), tuple(trace for _, trace in rows))


def _summary_rows(sequels: Sequence[Sequel]) -> Rows:
    rows: Rows = []
    for sequel in sequels:
        for concept in sequel.stability.concepts:
            held, out = sequel.stability.equilibria(concept), sequel.stability.excluded(concept)
            counts = (int(held.sum()), int(out.sum()), int((~held & ~out).sum()))
            movers = tuple(mover.id for mover in sequel.conflict.movers)
            values = (sequel.name, movers, sequel.conflict.moves, len(held), concept.value, *counts)
            rows.append((values, ground_of_sequel(sequel)))
    return rows


def ground_of_sequel(sequel: Sequel) -> tuple[str, ...]:
    """The parties and moves of a conflict, and what the preferences rest on."""
    parties = [party for mover in sequel.conflict.movers for party in mover.parties]
    rests = [item for mover in sequel.conflict.movers for item in sequel.reasons[mover.id]]
    return tuple(dict.fromkeys([*parties, *sequel.conflict.moves, *rests]))


def first_moves(sequel: Sequel) -> Rows:
    """What each mover could do at once from the outset, one move at a time, and whether it is better off by it."""
    rows: Rows = []
    for start in sequel.conflict.outset:
        course = _course_of(sequel, start)
        for place, end, label in single_moves(sequel, start):
            mover = sequel.conflict.movers[place]
            verdict = _verdict(sequel.known, place, start, end)
            trace = (*mover.parties, *sequel.reasons[mover.id])
            rows.append(((course, mover.id, label, verdict), (label.split("=")[0], *trace)))
    return [row for row in rows if row[1][0] != TRACK]


def _course_of(sequel: Sequel, state: int) -> str:
    """The course a state stands for: the sequel's own, or which of all the seat has chosen there."""
    if sequel.name != "all":
        return sequel.name
    levels = sequel.conflict.space.levels(int(sequel.conflict.space.states[state]))
    return levels[[option.name for option in sequel.conflict.space.form.options].index(TRACK)]


def single_moves(sequel: Sequel, start: int) -> Iterator[tuple[int, int, str]]:
    """Mover, state and ``move=option`` of every change of one option from a state."""
    conflict = sequel.conflict
    here = conflict.states[start].fixes
    for place in range(len(conflict.movers)):
        for end in np.flatnonzero(sequel.moves[place, start]).tolist():
            there = conflict.states[end].fixes
            changed = [move for move in conflict.moves if here[move] != there[move]]
            if _course_of(sequel, start) != _course_of(sequel, end):
                changed.append(TRACK)
            if len(changed) == 1:
                option = there[changed[0]][0] if changed[0] != TRACK else _course_of(sequel, end)
                yield place, end, f"{changed[0]}={option}"


def _verdict(known: PartialPreferences, mover: int, start: int, end: int) -> str:
    if known.better[mover, start, end]:
        return "would"
    return "would_not" if known.not_better[mover, start, end] else "cannot_be_told"


def outcome_rows(sequel: Sequel) -> Rows:
    """States in which everybody would stay for certain by some concept: verdict of each concept."""
    stability = sequel.stability
    held = np.array([stability.equilibria(concept) for concept in stability.concepts])
    out = np.array([stability.excluded(concept) for concept in stability.concepts])
    rows: Rows = []
    for state in np.flatnonzero(held.any(axis=0)).tolist():
        verdicts = [
            "certain" if h else "never" if o else "open" for h, o in zip(held[:, state], out[:, state], strict=True)
        ]
        course = _course_of(sequel, state)
        rows.append(((course, sequel.conflict.changes(state), *verdicts), ground_of_sequel(sequel)))
    return rows


def path_rows(sequel: Sequel) -> Rows:
    """The shortest way from the outset to each outcome that holds, by steps that are certainly improvements."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(sequel.conflict.states)))
    for place in range(len(sequel.conflict.movers)):
        steps = sequel.moves[place] & sequel.known.better[place]
        graph.add_edges_from((int(a), int(b), {"mover": place}) for a, b in zip(*np.nonzero(steps), strict=True))
    ends = {row for row in range(len(sequel.conflict.states)) if _holds_somehow(sequel, row)}
    rows: Rows = []
    for start in sequel.conflict.outset if sequel.name != "all" else ():
        for end in sorted(ends & set(nx.descendants(graph, start))):
            way = nx.shortest_path(graph, start, end)
            steps_taken = tuple(step for a, b in pairwise(way) for step in _changed(sequel, a, b))
            by = tuple(sequel.conflict.movers[graph.edges[a, b]["mover"]].id for a, b in pairwise(way))
            rows.append(((sequel.name, sequel.conflict.changes(end), steps_taken, by), ground_of_sequel(sequel)))
    return rows


def _changed(sequel: Sequel, start: int, end: int) -> tuple[str, ...]:
    """``move=option`` of every move that stands otherwise in the second state."""
    here, there = (sequel.conflict.states[state].fixes for state in (start, end))
    return tuple(f"{move}={there[move][0]}" for move in sequel.conflict.moves if here[move] != there[move])


def _holds_somehow(sequel: Sequel, state: int) -> bool:
    return any(bool(sequel.stability.equilibria(concept)[state]) for concept in sequel.stability.concepts)


def wanted_rows(sequel: Sequel) -> Rows:
    """The outcome that is best for the seat whatever is judged, and who could move away from it."""
    rows: Rows = []
    for state in wanted_states(sequel):
        for place, end, label in single_moves(sequel, state):
            if not sequel.seat.silent[state, end]:
                mover = sequel.conflict.movers[place]
                verdict = _verdict(sequel.known, place, state, end)
                values = (_course_of(sequel, state), sequel.conflict.changes(state), mover.id, label, verdict)
                rows.append((values, (label.split("=")[0] if not label.startswith(TRACK) else mover.parties[0],)))
    return rows


def wanted_states(sequel: Sequel) -> tuple[int, ...]:
    """The state that is best for the seat whatever is judged, with the fewest moves made; none where no state is.

    States that differ in nothing that bears on the seat, as far as is stated, are as good as each other for it.
    """
    best = (sequel.seat.better | sequel.seat.silent).all(axis=0)
    found = sorted((len(sequel.conflict.changes(state)), state) for state in np.flatnonzero(best).tolist())
    return tuple(state for _, state in found[:1])

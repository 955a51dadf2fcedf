"""Who can do what once a course is taken: the conflict among those who can move, as the case states it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from immutabledict import immutabledict

from hiwar.dossier.model import Dossier, side_of
from hiwar.dossier.sheet import Sheet
from hiwar.dossier.variables import Move
from hiwar.methods.graph_model import DecisionMaker, Never, Option, OptionForm, OptionSpace, space_of
from hiwar.questions.answer import CannotAnswer, Settings
from hiwar.questions.courses import Course, breaks, holds

MOST_STATES = 512
"""States of one conflict; with more, the moves furthest from the course in the chains of links are left out."""
EFFECT_RING = 1000
WISH_RING = 2000
"""Rings of moves that no chain of links leads to from a course."""
TRACK = "track"


@dataclass(frozen=True)
class Mover:
    """Somebody who decides about moves, or about the course; several parties where the case names them together."""

    parties: tuple[str, ...]
    options: tuple[str, ...]
    """Ids of its moves; ``track`` where it chooses the course."""

    @property
    def id(self) -> str:
        """The party, or the parties joined by a plus."""
        return " + ".join(self.parties)


@dataclass(frozen=True, eq=False)
class Conflict:
    """The conflict that follows from one course, or over several of them."""

    dossier: Dossier
    courses: tuple[Course, ...]
    movers: tuple[Mover, ...]
    moves: tuple[str, ...]
    left_out: Mapping[str, str]
    """Move to why it is not taken in: ``fixed`` by the course, ``no_bearing`` on anybody, ``too_many``, ``not_linked``.

    The last: somebody's wishes hang on it, but neither a chain of links nor an effect joins it to the course.
    """
    space: OptionSpace

    @cached_property
    def states(self) -> tuple[Course, ...]:
        """Every feasible state as a course that fixes the moves too, in the order of ``space.states``."""
        return tuple(self._state(cell) for cell in self.space.states.tolist())

    def _state(self, cell: int) -> Course:
        names = [option.name for option in self.space.form.options]
        levels = dict(zip(names, self.space.levels(cell), strict=True))
        course = {course.id: course for course in self.courses}[levels.pop(TRACK, self.courses[0].id)]
        moves = {move: (level,) for move, level in levels.items()}
        return Course(self.space.label(cell), course.track, immutabledict({**course.fixes, **moves}), course.variant)

    def changes(self, state: int) -> tuple[str, ...]:
        """The moves, as ``move=option``, by which a state differs from the outset."""
        return self._changes[state]

    @cached_property
    def _changes(self) -> tuple[tuple[str, ...], ...]:
        first = {move: levels_of(self.dossier.moves[move])[0] for move in self.moves}
        return tuple(
            tuple(f"{move}={state.fixes[move][0]}" for move in self.moves if state.fixes[move][0] != first[move])
            for state in self.states
        )

    @cached_property
    def outset(self) -> tuple[int, ...]:
        """States in which nobody has moved yet; empty where the case does not say how a move stands at the outset."""
        if any(at_outset(self.dossier.moves[move]) is None for move in self.moves):
            return ()
        return tuple(state for state in range(len(self.states)) if not self.changes(state))


def at_outset(move: Move) -> str | None:
    """How a move stands before anybody has acted; None where the case does not say."""
    if move.status_quo is not None:
        return move.status_quo
    return "does_not_occur" if "does_not_occur" in move.options else None


def levels_of(move: Move) -> tuple[str, ...]:
    """The options of a move, the one that holds at the outset first; else in the order of their ids."""
    first = at_outset(move)
    return tuple(sorted(move.options, key=lambda option: (option != first, option)))


def acts_for(dossier: Dossier, party: str) -> str:
    """The party for which a party decides: one with the role ``decision_maker`` acts for what it is part of."""
    seen = {party}
    while "decision_maker" in dossier.parties[party].roles:
        parent = dossier.parties[party].of
        if parent is None or parent in seen:
            break
        party = parent
        seen.add(party)
    return party


def movers_of(dossier: Dossier, move: str) -> tuple[str, ...]:
    """The parties that decide about a move, each once, in the order of their ids."""
    return tuple(sorted({acts_for(dossier, party) for party in dossier.moves[move].by}))


def conflict_of(
    dossier: Dossier,
    courses: Sequence[Course],
    bearing: Mapping[str, int],
    settings: Settings,
) -> Conflict | None:
    """The conflict over one course or several; None where nobody can do anything that bears on anybody.

    ``bearing`` gives the moves that matter to somebody, with their distance from the courses in the chains of links.
    """
    fixed = {move for move in dossier.moves if any(move in course.fixes for course in courses)}
    free = {move: distance for move, distance in bearing.items() if move not in fixed}
    taken = _taken(dossier, free, len(courses), settings)
    left_out = {
        move: "fixed" if move in fixed else _why_left(free, move) for move in sorted(dossier.moves) if move not in taken
    }
    movers = _movers(dossier, taken, chooses=len(courses) > 1)
    if not movers:
        return None
    form = _form(dossier, courses, movers)
    space = space_of(OptionForm(form.decision_makers, tuple(_infeasible(dossier, courses, form))))
    return Conflict(dossier, tuple(courses), movers, taken, immutabledict(left_out), space)


def _why_left(free: Mapping[str, int], move: str) -> str:
    if move not in free:
        return "no_bearing"
    return "not_linked" if free[move] >= WISH_RING else "too_many"


def _taken(dossier: Dossier, free: Mapping[str, int], n_courses: int, settings: Settings) -> tuple[str, ...]:
    """The moves taken in: those asked for, or the nearest in the chains while they fit, whole rings at a time."""
    if settings.moves:
        for move in settings.moves:
            if move not in dossier.moves:
                raise CannotAnswer(f"'{move}' is no move of the case; its moves: {', '.join(sorted(dossier.moves))}")
        chosen = tuple(sorted(set(settings.moves) & set(free)))
        if (count := _states(dossier, chosen, n_courses)) > MOST_STATES:
            raise CannotAnswer(f"these moves make {count:,} states; {MOST_STATES} are the most. Ask for fewer moves")
        return chosen
    taken: list[str] = []
    for distance in sorted(set(free.values())):
        ring = [move for move, found in free.items() if found == distance]
        if _states(dossier, [*taken, *ring], n_courses) > MOST_STATES:
            break
        taken += ring
    return tuple(sorted(taken))


def _states(dossier: Dossier, moves: Sequence[str], n_courses: int) -> int:
    count = n_courses
    for move in moves:
        count *= len(dossier.moves[move].options)
    return count


def _movers(dossier: Dossier, moves: Sequence[str], *, chooses: bool) -> tuple[Mover, ...]:
    """Who decides, in the order of ids; the seat first where it chooses the course."""
    seat = (side_of(dossier, dossier.seat),)
    owned: dict[tuple[str, ...], list[str]] = {seat: [TRACK]} if chooses else {}
    for move in moves:
        owned.setdefault(movers_of(dossier, move), []).append(move)
    return tuple(
        Mover(parties, tuple(options))
        for parties, options in sorted(owned.items(), key=lambda found: (not chooses or found[0] != seat, found[0]))
    )


def _form(dossier: Dossier, courses: Sequence[Course], movers: Sequence[Mover]) -> OptionForm:
    return OptionForm(
        tuple(
            DecisionMaker(mover.id, tuple(_option(dossier, courses, option) for option in mover.options))
            for mover in movers
        )
    )


def _option(dossier: Dossier, courses: Sequence[Course], option: str) -> Option:
    if option == TRACK:
        return Option(TRACK, tuple(course.id for course in courses))
    move = dossier.moves[option]
    # Without a known outset nothing says which way it cannot be undone.
    is_one_way = move.is_reversible is False and at_outset(move) is not None
    return Option(option, levels_of(move), is_one_way)


def _infeasible(dossier: Dossier, courses: Sequence[Course], form: OptionForm) -> Iterator[Never]:
    """States that break a rule between options."""
    if not dossier.rules:
        return
    free = space_of(form)
    drawn = Conflict(dossier, tuple(courses), (), (), immutabledict(), free)
    for cell, state in zip(free.states.tolist(), drawn.states, strict=True):
        if any(breaks(dossier, state, rule) for rule in sorted(dossier.rules)):
            names = (option.name for option in form.options)
            yield Never(dict(zip(names, ((level,) for level in free.levels(cell)), strict=True)))


def bearing_moves(
    dossier: Dossier, sheets: Sequence[Sheet], courses: Sequence[Course], distances: Mapping[str, int]
) -> Mapping[str, int]:
    """Moves that matter to somebody, with their ring: the nearest to the courses in the chains of links first.

    Behind them come moves that change an effect of a course; last those that only touch goals or stances.
    """
    rings = {}
    for move in sorted(dossier.moves):
        if any(_changes_an_effect(dossier, sheets, move, course) for course in courses):
            rings[move] = distances.get(move, EFFECT_RING)
        elif _touches_wishes(dossier, move):
            rings[move] = distances.get(move, WISH_RING)
    return immutabledict(rings)


def _touches_wishes(dossier: Dossier, move: str) -> bool:
    """Whether a goal or a stance of anybody hangs on a move."""
    for option in dossier.moves[move].options.values():
        if option.serves or option.harms or option.prefers or option.rejects or option.red_line_of:
            return True
    if any(move in position.on for position in dossier.positions.values()):
        return True
    return any(target in dossier.goals for _, target, _ in consequences(dossier, move))


def _changes_an_effect(dossier: Dossier, sheets: Sequence[Sheet], move: str, course: Course) -> bool:
    """Whether an effect that a course can bring hangs on a move, by a link, a condition or a judgement."""
    named = {target for _, target, _ in consequences(dossier, move) if target in dossier.effects}
    named |= {key for key, effect in dossier.effects.items() if move in effect.when}
    named |= {
        key
        for sheet in sheets
        for key, likelihood in sheet.likelihood.items()
        if key in dossier.effects and any(move in case.when for case in likelihood.cases)
    }
    return any(holds(dossier.effects[key].when, dossier, course) is not False for key in named)


Step = tuple[tuple[tuple[str, tuple[str, ...]], ...], str, str]
"""What brings it about (variables and options, all of which must hold), what follows, more or less likely."""


def consequences(dossier: Dossier, move: str) -> tuple[Step, ...]:
    """What links say follows from a move, by itself or together with what else they name.

    Items that are not variables are passed through; other moves and events are not: they are decided or settled apart.
    """
    found = dict.fromkeys(_direct(dossier, move))
    waiting = list(found)
    while waiting:
        when, item, sign = waiting.pop()
        for link in dossier.links.values():
            if item in link.cause:
                turned = sign if link.sign == "more" else _OPPOSITE[sign]
                for step in _targets(dossier, when, link.leads_to, turned):
                    if step not in found:
                        found[step] = None
                        waiting.append(step)
    return tuple(sorted(found))


_OPPOSITE = {"more": "less", "less": "more"}


def _targets(
    dossier: Dossier, when: tuple[tuple[str, tuple[str, ...]], ...], targets: Sequence[str], sign: str
) -> Iterator[Step]:
    for target in targets:
        if target not in dossier.moves and target not in dossier.events:
            yield when, target, sign


def _direct(dossier: Dossier, move: str) -> Iterator[Step]:
    """Links that start at a move: named as a cause it is meant to occur, or options of it are named."""
    for link in dossier.links.values():
        if move in link.cause and "occurs" in dossier.moves[move].options:
            yield from _targets(dossier, ((move, ("occurs",)),), link.leads_to, link.sign)
        elif move in link.when:
            yield from _targets(dossier, tuple(sorted(link.when.items())), link.leads_to, link.sign)

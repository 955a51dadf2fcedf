"""Inverse questions: what must hold of a decision maker's ranking for a state to be stable for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.sequences import any_move, improvements_of, levels_from, moves_of_many
from hiwar.methods.graph_model.spaces import ArcSpace, GraphModel, IntArray, ModelError, Space, moves_from

MOST_COMPARISONS = 20_000
"""Conditions that would need more comparisons than this before they are simplified are refused."""
MOST_TOGETHER = 1 << 16
"""More ways in which the others can improve at the same time are refused."""


@dataclass(frozen=True)
class NotBetter:
    """The decision maker does not prefer one state to another: it is worse or tied. States by cell."""

    state: int
    than: int


@dataclass(frozen=True)
class AllOf:
    """Every part holds; true where there is none."""

    parts: tuple["Term", ...]


@dataclass(frozen=True)
class AnyOf:
    """One part or more holds."""

    parts: tuple["Term", ...]


Term = NotBetter | AllOf | AnyOf


@dataclass(frozen=True, eq=False)
class Condition:
    """What must hold of a decision maker's ranking, and is enough, for a state to be stable for it."""

    space: Space
    maker: int
    cell: int
    concept: Concept
    terms: AllOf
    """Single comparisons first, by cell; then alternatives, in each of which single ones come before joint ones."""

    def holds(self, rank: npt.NDArray[np.integer]) -> bool:
        """Whether a ranking (cell,) meets it; larger is better, equal is tied."""
        return _holds(self.terms, rank)

    def unmet(self, rank: npt.NDArray[np.integer]) -> tuple[Term, ...]:
        """The requirements that a ranking (cell,) does not meet, in their order; empty if the state is stable."""
        return tuple(part for part in self.terms.parts if not _holds(part, rank))

    def __str__(self) -> str:
        """In words, with the labels of the states."""
        label = self.space.label(self.cell)
        if not self.terms.parts:
            return f"{label} is stable whatever the ranking"
        return f"{label} is at least as good as {_words(self.space, self.terms)}"


def condition_for(
    model: GraphModel, maker: int, cell: int, concept: Concept, *, most_comparisons: int = MOST_COMPARISONS
) -> Condition:
    r"""Find what must hold of a decision maker's ranking for a state to be stable for it.

    Parameters
    ----------
    model : GraphModel
        The decision maker's own ranking is not looked at. The rankings of the others count for sequential and
        simultaneous stability, by the improvements they leave open to them.
    maker : int
        Number of the decision maker.
    cell : int
        Cell of a feasible state.
    most_comparisons : int
        Largest number of comparisons taken before simplification.

    Notes
    -----
    Let :math:`x_t` say that :math:`t` is not better than :math:`s`. For each own move to :math:`q`, whether it would
    be an improvement or not,

    - Nash stability needs :math:`x_q`;
    - general metarational stability :math:`x_q`, or :math:`x_r` for some :math:`r \in R_{N-i}(q)`;
    - symmetric metarational stability :math:`x_q`, or :math:`x_r` and :math:`x_t` for all :math:`t \in R_i(r)`;
    - sequential stability :math:`x_q`, or :math:`x_r` for some :math:`r \in R^+_{N-i}(q)`;
    - simultaneous stability :math:`x_q`, or :math:`x_r` for some :math:`r` where improvements of the others from
      :math:`s`, made together with the move to :math:`q`, lead.

    Who can reply with what depends on moves and on the others' rankings alone. So the condition holds or fails with
    the set of states not better than :math:`s`, no strict comparison is needed, ties count as they do in the analysis
    of stability, and some ranking always meets it: one that puts :math:`s` first. Comparisons of :math:`s` with itself
    are true. What is needed in any case is taken out of the alternatives, and alternatives that imply others are
    dropped, as are requirements that others imply. Except under symmetric metarational stability what remains is the
    unique shortest form of its kind.

    Raises
    ------
    ModelError
        The cell is infeasible or no cell; simultaneous stability of listed moves; more comparisons than are
        taken; or, under simultaneous stability, too many ways in which the others can improve at the same time.

    References
    ----------
    Kinsara, Kilgour & Hipel (2015), "Inverse approach to the graph model for conflict resolution", IEEE Transactions
    on Systems, Man, and Cybernetics: Systems 45, 734-742, where rankings are listed; Wang, Hipel, Fang & Dang (2018),
    "Matrix representations of the inverse problem in the graph model for conflict resolution", European Journal of
    Operational Research 270, 282-293, where conditions are.
    """
    check_question(model, maker, cell, concept)
    room = most_comparisons
    clauses = []
    for move in moves_from(model.space, maker, cell).tolist():
        terms = []
        for term in _alternatives(model, maker, cell, move, concept):
            room -= len(term)
            if room < 0:
                raise ModelError(
                    f"the condition for '{model.space.label(cell)}' needs more than {most_comparisons:,} comparisons; "
                    "ask for the smallest change of a ranking instead, or allow more comparisons"
                )
            terms.append(term - {cell})
        clauses.append(_without_implied(terms))
    forced, clauses = _simplified(clauses)
    return Condition(model.space, maker, cell, concept, _as_terms(cell, forced, clauses))


def conditions_for_equilibrium(
    model: GraphModel, cell: int, concept: Concept, *, most_comparisons: int = MOST_COMPARISONS
) -> tuple[Condition, ...]:
    """Find what must hold of each decision maker's ranking, the others' being as given, for a state to hold for all.

    Under Nash, general and symmetric metarational stability no condition depends on the rankings of others: all of
    them together say which rankings make the state an equilibrium. Under sequential and simultaneous stability each
    takes the rankings of the others as they are; where several are changed, ask again. Errors as in `condition_for`.
    """
    makers = range(len(model.space.names))
    return tuple(condition_for(model, maker, cell, concept, most_comparisons=most_comparisons) for maker in makers)


def check_question(model: GraphModel, maker: int, cell: int, concept: Concept) -> None:
    """Refuse a decision maker or state that is none, and simultaneous stability where moves are listed."""
    if not 0 <= maker < len(model.space.names):
        raise ModelError(f"{maker} is no decision maker; they are numbered 0 to {len(model.space.names) - 1}")
    if not 0 <= cell < model.space.size or not model.space.feasible[cell]:
        raise ModelError(f"{cell} is not the cell of a feasible state")
    if concept is Concept.SIMULTANEOUS and isinstance(model.space, ArcSpace):
        raise ModelError("listed moves do not say where moves made at the same time would lead; give the option form")


Clause = frozenset[frozenset[int]]
"""Alternatives, each a set of cells that are not better than the state; one without any holds in any case."""


def _alternatives(model: GraphModel, maker: int, cell: int, move: int, concept: Concept) -> Iterator[frozenset[int]]:
    """Any of which makes that a move is no reason to leave."""
    yield frozenset([move])
    if concept is Concept.NASH:
        return
    if concept is Concept.SIMULTANEOUS:
        for end in _ends_together(model, maker, cell, move):
            yield frozenset([end])
        return
    others = [other for other in range(len(model.space.names)) if other != maker]
    allowed = improvements_of(model.rank) if concept is Concept.SEQUENTIAL else any_move
    for level in levels_from(model.space, others, move, allowed):
        if concept is Concept.SYMMETRIC_METARATIONAL:
            yield from _with_own_moves(model.space, maker, level.cells)
        else:
            for end in level.cells.tolist():
                yield frozenset([end])


def _with_own_moves(space: Space, maker: int, cells: IntArray) -> Iterator[frozenset[int]]:
    for cell in cells.tolist():
        _, escapes = moves_of_many(space, maker, np.array([cell]))
        yield frozenset([cell, *escapes.tolist()])


def _ends_together(model: GraphModel, maker: int, cell: int, move: int) -> Iterator[int]:
    """Where improvements of one or more of the others from a cell lead if made together with a move."""
    shifts = []
    for other in range(len(model.space.names)):
        if other != maker:
            ends = moves_from(model.space, other, cell)
            ends = ends[model.rank[other, ends] > model.rank[other, cell]]
            shifts.append(np.concatenate([[0], ends - cell]))
    if (count := prod(shift.size for shift in shifts)) > MOST_TOGETHER:
        raise ModelError(f"{count:,} ways to improve at the same time are too many; {MOST_TOGETHER:,} are the most")
    ends = reduce(np.add.outer, shifts, np.array(move)).ravel()[1:]  # first comes that nobody else moves
    yield from np.unique(ends[model.space.feasible[ends]]).tolist()


def _without_implied(terms: Iterable[frozenset[int]]) -> Clause:
    """Of alternatives that contain others only the others."""
    kept: list[frozenset[int]] = []
    by_member: dict[int, list[frozenset[int]]] = {}  # a set that is contained has its least member in the larger one
    for term in sorted(set(terms), key=len):
        if not term:
            return frozenset([term])
        if not any(small <= term for member in term for small in by_member.get(member, ())):
            kept.append(term)
            by_member.setdefault(min(term), []).append(term)
    return frozenset(kept)


def _simplified(clauses: Sequence[Clause]) -> tuple[frozenset[int], list[Clause]]:
    """What is needed in any case, and the requirements that remain, none of which implies another."""
    forced: frozenset[int] = frozenset()
    waiting = set(clauses)
    while needed := frozenset().union(*(frozenset.intersection(*clause) for clause in waiting)):
        forced |= needed
        waiting = {_without_implied(term - forced for term in clause) for clause in waiting}
        waiting.discard(frozenset([frozenset()]))
    waiting.discard(frozenset([frozenset()]))
    kept: list[Clause] = []
    for clause in sorted(waiting, key=_order):
        if not any(_implies(other, clause) for other in kept):
            kept = [other for other in kept if not _implies(clause, other)]
            kept.append(clause)
    return forced, kept


def _implies(first: Clause, second: Clause) -> bool:
    """Whichever alternative of the first holds, one of the second does."""
    return first <= second or all(any(small <= term for small in second) for term in first)


def _order(clause: Clause) -> tuple[int, list[list[int]]]:
    return len(clause), sorted(sorted(term) for term in clause)


def _as_terms(cell: int, forced: frozenset[int], clauses: Sequence[Clause]) -> AllOf:
    def joint(cells: frozenset[int]) -> NotBetter | AllOf:
        single = [NotBetter(state, cell) for state in sorted(cells)]
        return single[0] if len(single) == 1 else AllOf(tuple(single))

    alternatives = [
        AnyOf(tuple(joint(term) for term in sorted(clause, key=lambda term: (len(term), sorted(term)))))
        for clause in sorted(clauses, key=_order)
    ]
    return AllOf((*(NotBetter(state, cell) for state in sorted(forced)), *alternatives))


def _holds(term: Term, rank: npt.NDArray[np.integer]) -> bool:
    match term:
        case NotBetter(state, than):
            return bool(rank[state] <= rank[than])
        case AllOf(parts):
            return all(_holds(part, rank) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, rank) for part in parts)


def _words(space: Space, term: Term) -> str:
    """The states that are compared, with brackets around what is within something else."""
    if isinstance(term, NotBetter):
        return space.label(term.state)
    link = " and " if isinstance(term, AllOf) else " or "
    inner = [_words(space, part) for part in term.parts]
    return link.join(
        words if isinstance(part, NotBetter) else f"({words})" for part, words in zip(term.parts, inner, strict=True)
    )

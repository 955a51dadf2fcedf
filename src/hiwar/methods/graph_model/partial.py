"""Which states would hold where preferences are only partly known: for every ranking that is admitted, or for none."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.kernels_reachable import close
from hiwar.methods.graph_model.spaces import BoolArray, ModelError, Space, moves_from

PARTIAL_CONCEPTS: tuple[Concept, ...] = (
    Concept.NASH,
    Concept.GENERAL_METARATIONAL,
    Concept.SYMMETRIC_METARATIONAL,
    Concept.SEQUENTIAL,
)
MOST_STATES = 1024
"""More states than this are refused: every pair of states is looked at."""


@dataclass(frozen=True, eq=False)
class PartialPreferences:
    """What is known of how each decision maker compares two states; what neither array says is unknown."""

    better: BoolArray
    """(decision maker, from, to): ``to`` is better for it than ``from``, whatever is judged. Over ``space.states``."""
    not_better: BoolArray
    """(decision maker, from, to): ``to`` is not better for it than ``from``, whatever is judged."""

    def __post_init__(self) -> None:
        if self.better.ndim != 3 or self.better.shape != self.not_better.shape:
            raise ModelError("both relations need the shape (decision maker, state, state)")
        if (self.better & self.not_better).any():
            raise ModelError("a state cannot be better and not better than another for the same decision maker")


@dataclass(frozen=True, eq=False)
class PartialStability:
    """Verdicts over all admissible rankings; what neither array says cannot be told. States as in ``space.states``."""

    concepts: tuple[Concept, ...]
    certain: BoolArray
    """(concept, decision maker, state): it would stay there, whatever its and the others' unknown preferences are."""
    never: BoolArray
    """(concept, decision maker, state): it would leave, whatever they are."""

    def equilibria(self, concept: Concept) -> BoolArray:
        """(state,): everybody would stay there for certain."""
        held: BoolArray = self.certain[self.concepts.index(concept)].all(axis=0)
        return held

    def excluded(self, concept: Concept) -> BoolArray:
        """(state,): somebody would leave it for certain."""
        left: BoolArray = self.never[self.concepts.index(concept)].any(axis=0)
        return left


def analyse_partial(
    space: Space,
    preferences: PartialPreferences,
    concepts: Sequence[Concept] = PARTIAL_CONCEPTS,
    *,
    together: BoolArray | None = None,
) -> PartialStability:
    """Find the states in which each decision maker would stay, or would not, whatever is still unknown.

    Parameters
    ----------
    space : Space
        At most 1,024 feasible states.
    preferences : PartialPreferences
        Known comparisons. They should hold together: some ranking must fit them all.
    together : array, optional
        (decision maker, decision maker): true where they have somebody in common, so that neither answers the other.

    Notes
    -----
    Certain: every improvement that is possible meets a sanction that is certainly one. Never: some certain improvement
    meets no possible sanction. Both are sound: no ranking that fits the known comparisons contradicts them. They are
    not complete: where a different sanction works under each ranking, the verdict here is that it cannot be told. With
    all comparisons known they are the ordinary concepts.

    Raises
    ------
    ModelError
        Too many states, arrays of another shape, or a concept other than Nash, general and symmetric metarational and
        sequential stability.
    """
    n_makers, n_states = len(space.names), len(space.states)
    if n_states > MOST_STATES:
        raise ModelError(f"{n_states:,} states are too many to compare in pairs; {MOST_STATES:,} are the most")
    if preferences.better.shape != (n_makers, n_states, n_states):
        raise ModelError(f"relations have shape {preferences.better.shape}; {(n_makers, n_states, n_states)} is needed")
    if unfit := [concept for concept in concepts if concept not in PARTIAL_CONCEPTS]:
        raise ModelError(f"{unfit[0]} stability is not defined here for preferences that are partly known")
    moves = move_matrices(space)
    steps = _steps(concepts, moves, preferences)
    certain, never = np.zeros((2, len(concepts), n_makers, n_states), dtype=np.bool_)
    same = np.eye(n_makers, dtype=np.bool_)
    shared = same if together is None else same | together
    for maker in range(n_makers):
        others = np.flatnonzero(~shared[maker]).tolist()
        answers = {kind: _replies(several, merges, others) for kind, (several, merges) in steps.items()}
        for place, concept in enumerate(concepts):
            certain[place, maker] = _stays_for_certain(concept, maker, moves, preferences, answers)
            never[place, maker] = _leaves_for_certain(concept, maker, moves, preferences, answers)
    return PartialStability(tuple(concepts), certain, never)


Steps = tuple[BoolArray, tuple[bool, ...]]
"""(decision maker, from, to), and for each decision maker whether two of its steps can always be made as one."""


def _steps(concepts: Sequence[Concept], moves: BoolArray, known: PartialPreferences) -> dict[str, Steps]:
    """All moves, certain improvements and possible improvements, as far as the concepts need them."""
    found = {}
    if set(concepts) - {Concept.NASH, Concept.SEQUENTIAL}:
        found["any"] = moves
    if Concept.SEQUENTIAL in concepts:
        found |= {"certain": moves & known.better, "possible": moves & ~known.not_better}
    return {kind: (several, tuple(is_transitive(step) for step in several)) for kind, several in found.items()}


def move_matrices(space: Space) -> BoolArray:
    """(decision maker, from, to): it alone can make this move. Over ``space.states``."""
    found = np.zeros((len(space.names), len(space.states), len(space.states)), dtype=np.bool_)
    for maker in range(len(space.names)):
        for place, cell in enumerate(space.states.tolist()):
            found[maker, place, np.searchsorted(space.states, moves_from(space, maker, cell))] = True
    return found


def _stays_for_certain(
    concept: Concept, maker: int, moves: BoolArray, known: PartialPreferences, answers: dict[str, BoolArray]
) -> BoolArray:
    """(state,): for every move, either it is certainly no improvement or a reply certainly undoes it."""
    not_better = known.not_better[maker]
    answered = not_better
    if concept is not Concept.NASH:
        # A sanction of an improvement from s leads to a state that is not better than s.
        sanctions = not_better
        if concept is Concept.SYMMETRIC_METARATIONAL:
            sanctions = not_better & ~_any_product(~not_better, moves[maker].T)
        replied = answers["certain" if concept is Concept.SEQUENTIAL else "any"]
        answered = not_better | _any_product(sanctions, replied.T)
    stays: BoolArray = ~(moves[maker] & ~answered).any(axis=1)
    return stays


def _leaves_for_certain(
    concept: Concept, maker: int, moves: BoolArray, known: PartialPreferences, answers: dict[str, BoolArray]
) -> BoolArray:
    """(state,): some move is certainly an improvement, and no reply can undo it."""
    better = known.better[maker]
    free = better
    if concept is not Concept.NASH:
        possible = ~better
        if concept is Concept.SYMMETRIC_METARATIONAL:
            possible = ~better & ~_any_product(better, moves[maker].T)
        replied = answers["possible" if concept is Concept.SEQUENTIAL else "any"]
        free = better & ~_any_product(possible, replied.T)
    leaves: BoolArray = (moves[maker] & free).any(axis=1)
    return leaves


def replies(moves: BoolArray, maker: int) -> BoolArray:
    """(from, to): where legal sequences of moves of the others lead, nobody moving twice in a row."""
    others = [other for other in range(len(moves)) if other != maker]
    return _replies(moves, tuple(is_transitive(step) for step in moves), others)


def _replies(moves: BoolArray, merges: Sequence[bool], others: Sequence[int]) -> BoolArray:
    """As `replies`. Where two steps of one decision maker always make one, plain reachability is enough."""
    steps = [moves[other] for other in others]
    if all(merges[other] for other in others):
        return reachable(_any(steps, moves[0]))
    ends = [step.copy() for step in steps]  # (from, to): sequences whose last mover is this one
    has_grown = True
    while has_grown:
        has_grown = False
        for last, step in enumerate(steps):
            before = _any([end for other, end in enumerate(ends) if other != last], step)
            grown = ends[last] | _any_product(before, step)
            has_grown |= bool((grown != ends[last]).any())
            ends[last] = grown
    return _any(ends, moves[0])


def is_transitive(step: BoolArray) -> bool:
    """Whether two steps in a row, back to the start left aside, can always be made as one."""
    beyond = reachable(step) & ~step
    np.fill_diagonal(beyond, val=False)
    return not bool(beyond.any())


def reachable(step: BoolArray) -> BoolArray:
    """(from, to): some number of steps, one or more, leads there."""
    n_states = len(step)
    padded = np.zeros((n_states, -(-n_states // 64) * 64), dtype=np.bool_)
    padded[:, :n_states] = step
    bits = np.packbits(padded, axis=1, bitorder="little").view(np.uint64)
    close(bits)
    found: BoolArray = np.unpackbits(bits.view(np.uint8), axis=1, bitorder="little")[:, :n_states].astype(np.bool_)
    return found


def _any(several: Sequence[BoolArray], like: BoolArray) -> BoolArray:
    found = np.zeros_like(like)
    for one in several:
        found |= one
    return found


def _any_product(first: npt.NDArray[np.bool_], second: npt.NDArray[np.bool_]) -> BoolArray:
    """(row, column): some k with first[row, k] and second[k, column]. Counts stay far below what a float holds."""
    product: BoolArray = (first.astype(np.float32) @ second.astype(np.float32)) > 0
    return product

"""How far verdicts are from changing: the smallest common change of one decision maker's values that flips one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hiwar.methods.graph_model.chances import check_shape
from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.orders import enough_for_equilibrium
from hiwar.methods.graph_model.partial import PARTIAL_CONCEPTS, is_transitive, move_matrices, replies
from hiwar.methods.graph_model.spaces import BoolArray, ModelError, OptionSpace, Space
from hiwar.methods.graph_model.uncertain import ValueRanges
from hiwar.methods.graph_model.widest import Changing, answer_margins

MOST_STATES = 512
"""More states than this are refused: ways between every pair of states are looked at."""


@dataclass(frozen=True, eq=False)
class Flips:
    """How far each state is from becoming, or ceasing to be, an equilibrium. States as in ``space.states``."""

    space: Space
    concepts: tuple[Concept, ...]
    holds: BoolArray
    """(concept, state): it is an equilibrium with the values as given."""
    at_least: FloatArray
    """(concept, decision maker, state): no smaller change of this decision maker's values flips the verdict."""
    at_most: FloatArray
    """(concept, decision maker, state): a change only just larger than this flips it. The same as ``at_least`` but for
    some flips to a sequential equilibrium. Infinite if no change does, or none was found."""

    @property
    def is_exact(self) -> BoolArray:
        """(concept, decision maker, state): both bounds are the same."""
        same: BoolArray = self.at_least == self.at_most
        return same


def nearest_flips(
    space: Space,
    values: FloatArray,
    *,
    ranges: ValueRanges | None = None,
    concepts: Sequence[Concept] = PARTIAL_CONCEPTS,
) -> Flips:
    r"""Find how little one decision maker's values must change for a state to become, or cease to be, an equilibrium.

    Parameters
    ----------
    space : Space
        At most 512 feasible states.
    values : (decision maker, state)
        As in ``space.states``; larger is better, equal is tied.
    ranges : ValueRanges, optional
        With it, a change is a share of the way to the bounds: at 1 every value of the decision maker may lie anywhere
        within its bounds. Without, it is in units of the values.

    Notes
    -----
    With :math:`v` the values and :math:`E(v)` the verdict on a state, the distance for decision maker :math:`i` is

    .. math:: \inf \{\varepsilon \ge 0 : E(v') \ne E(v) \text{ for some } v'\},\quad
        v_i(t) - \varepsilon a(t) \le v'_i(t) \le v_i(t) + \varepsilon b(t),\quad v'_j = v_j \text{ for } j \ne i,

    where :math:`a = b = 1`, or :math:`a` and :math:`b` are how far the bounds lie below and above. It is an infimum: 0
    means that a tie decides. Where it is above 1, ranges contain no flip; infinite, nothing that :math:`i` values does.

    A verdict of :math:`i` itself rests on comparisons with one state, :math:`v_i(t) \le v_i(s)`, joined by "and" and
    "or". Each has the distance at which it turns; the least and greatest of them, taken in the same places, are the
    distance of the verdict, and are attained together: what must rise rises, and what must fall falls. In sequential
    stability others also ask which moves improve things for :math:`i`. Their verdict turns to leaving where the widest
    of the ways to a sanction is cut, and that is exact too. For a state to become a sequential equilibrium,
    several such ways may have to open at once, and they can want opposite things of one value. ``at_least`` is then
    what each takes by itself, and ``at_most`` what it takes to open the easiest way of each, if they agree.

    Raises
    ------
    ModelError
        Too many states, arrays of another shape, values outside the ranges, another concept, or sequential stability
        of listed moves of which two in a row cannot always be made as one.
    """
    _check(space, values, ranges, concepts)
    moves = move_matrices(space)
    better = moves & (values[:, None, :] > values[:, :, None])
    makers = range(len(values))
    conflicts = [Changing(one, values, moves, better, _margins(values, ranges, one)) for one in makers]
    shape = (len(concepts), *values.shape)
    holds, at_least, at_most = np.zeros((shape[0], shape[2]), dtype=np.bool_), np.empty(shape), np.empty(shape)
    for place, concept in enumerate(concepts):
        answers = _answers(concept, moves, better)
        own = np.array([_own(concept, moves[one], conflicts[one].margins, answers[one]) for one in makers])
        holds[place] = (own >= 0).all(axis=0)
        for one in makers:
            is_wide = concept is Concept.SEQUENTIAL
            found = _sequential(conflicts[one], own[one], answers[one]) if is_wide else _alone(one, own)
            at_least[place, one], at_most[place, one] = found
    return Flips(space, tuple(concepts), holds, at_least, at_most)


def _check(space: Space, values: FloatArray, ranges: ValueRanges | None, concepts: Sequence[Concept]) -> None:
    if (count := int(space.feasible.sum())) > MOST_STATES:
        raise ModelError(f"{count:,} states are too many to compare in pairs; {MOST_STATES:,} are the most")
    check_shape(values, space)
    if not np.isfinite(values).all():
        raise ModelError("values must be finite numbers")
    if ranges is not None:
        check_shape(ranges.low, space)
        if ((values < ranges.low) | (values > ranges.high)).any():
            raise ModelError("a value lies outside its bounds")
    if unfit := [concept for concept in concepts if concept not in PARTIAL_CONCEPTS]:
        raise ModelError(f"flips of {unfit[0]} stability are not looked for")
    if Concept.SEQUENTIAL in concepts and not isinstance(space, OptionSpace):
        for name, own in zip(space.names, move_matrices(space), strict=True):
            if not is_transitive(own):
                raise ModelError(
                    f"two listed moves of '{name}' in a row cannot always be made as one; "
                    "leave out sequential stability, or list these moves as well"
                )


def _margins(values: FloatArray, ranges: ValueRanges | None, maker: int) -> FloatArray:
    """(from, to): how far from turning it is that ``to`` is no better than ``from``; negative where it is better."""
    own = values[maker]
    down, up = np.ones((2, own.size)) if ranges is None else (own - ranges.low[maker], ranges.high[maker] - own)
    gap = own[None, :] - own[:, None]
    room = np.where(gap > 0, up[:, None] + down[None, :], down[:, None] + up[None, :])
    fixed = np.where(gap > 0, -np.inf, np.inf)
    margins: FloatArray = np.divide(-gap, room, out=fixed, where=room > 0)
    np.fill_diagonal(margins, np.inf)
    return margins


def _answers(concept: Concept, moves: BoolArray, better: BoolArray) -> BoolArray:
    """(decision maker, from, to): where answers of the others lead."""
    if concept is Concept.NASH:
        return np.zeros_like(moves)
    steps = better if concept is Concept.SEQUENTIAL else moves
    return np.array([replies(steps, maker) for maker in range(len(moves))])


def _sanctions(concept: Concept, moves: BoolArray, margins: FloatArray) -> FloatArray:
    """(state, end): how far from turning it is that a reply that ends there is a sanction."""
    if concept is not Concept.SYMMETRIC_METARATIONAL:
        return margins
    kept = margins.copy()
    for end, escapes in enumerate(moves):
        if escapes.any():
            kept[:, end] = np.minimum(margins[:, end], margins[:, escapes].min(axis=1))
    return kept


def _own(concept: Concept, moves: BoolArray, margins: FloatArray, answers: BoolArray) -> FloatArray:
    """(state,): how far the decision maker's own verdict is from turning; negative where it would leave."""
    sanctions = _sanctions(concept, moves, margins)
    found = np.full(len(moves), np.inf)
    for end in np.flatnonzero(moves.any(axis=0)).tolist():
        answered = margins[:, end]
        if answers[end].any():
            answered = np.maximum(answered, sanctions[:, answers[end]].max(axis=1))
        starts = moves[:, end]
        found[starts] = np.minimum(found[starts], answered[starts])
    return found


def _alone(maker: int, own: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Where a decision maker's values matter for nobody but itself."""
    others_stay = (np.delete(own, maker, axis=0) >= 0).all(axis=0)
    distance = np.where(others_stay, np.abs(own[maker]), np.inf)
    return distance, distance


def _sequential(conflict: Changing, own: FloatArray, answers: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Where others ask which moves improve things for the maker, too. ``own`` (state,) is its own verdict."""
    others = [other for other in range(len(conflict.values)) if other != conflict.maker]
    answered = {other: answer_margins(conflict, other) for other in others}
    theirs = np.full((len(conflict.values), own.size), np.inf)
    for other in others:
        theirs[other] = np.where(conflict.better[other], answered[other], np.inf).min(axis=1)
    holds = (own >= 0) & (theirs > 0).all(axis=0)
    at_least = np.where(holds, np.minimum(own, theirs.min(axis=0)), np.maximum(-own, (-theirs).max(axis=0)).clip(0))
    at_most = at_least.copy()
    for state in np.flatnonzero(~holds & np.isfinite(at_least)).tolist():
        margins = {other: answered[other][state] for other in others}
        at_most[state] = enough_for_equilibrium(conflict, state, answers, margins)
    return at_least, at_most

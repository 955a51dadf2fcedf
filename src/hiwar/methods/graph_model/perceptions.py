"""A conflict as one decision maker sees it: with less than there is, with what is not, or with other preferences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import ArcForm, Never, OptionForm
from hiwar.methods.graph_model.spaces import ArcSpace, GraphModel, IntArray, ModelError, OptionSpace, Space, space_of

IMAGINED = -1
"""Stands for the real state where a decision maker sees a state that is none."""


@dataclass(frozen=True, eq=False)
class Perception:
    """The conflict as one decision maker sees it."""

    model: GraphModel
    """Everybody's preferences as it sees them, its own included."""
    real: IntArray
    """(perceived cell,): the real state's cell; `IMAGINED` where there is none, and on infeasible cells."""

    def __post_init__(self) -> None:
        if self.real.shape != (self.model.space.size,):
            raise ModelError(f"{self.real.shape} real cells are given for {self.model.space.size} perceived ones")
        meant = self.real[self.model.space.states]
        if (self.real[~self.model.space.feasible] != IMAGINED).any():
            raise ModelError("a cell that is infeasible in a perceived conflict stands for no real state")
        if np.unique(meant[meant != IMAGINED]).size != (meant != IMAGINED).sum():
            raise ModelError("two perceived states stand for the same real one")
        self.real.setflags(write=False)


def perceive(
    real: GraphModel,
    *,
    unknown_options: Sequence[str] = (),
    unknown_states: Sequence[int] = (),
    rankings: Mapping[str, npt.NDArray[np.integer]] | None = None,
) -> Perception:
    """See a conflict with less than there is, or with other preferences.

    Parameters
    ----------
    unknown_options : sequence of str
        Options that the decision maker does not know to exist: it sees only states in which they have their first
        level. Option form only.
    unknown_states : sequence of int
        Cells of feasible states that it does not know or thinks impossible.
    rankings : mapping, optional
        Decision maker to its ranking (real cell,) as it is seen, 1 or more on the states that are known. Rankings left
        out are seen as they are.

    Raises
    ------
    ModelError
        An option, state or decision maker that the conflict does not have, or no state left.
    """
    if unfit := [cell for cell in unknown_states if not (0 <= cell < real.space.size and real.space.feasible[cell])]:
        raise ModelError(f"{unfit[0]} is not the cell of a feasible state")
    rank = real.rank.copy()
    for name, own in (rankings or {}).items():
        if name not in real.space.names:
            raise ModelError(f"'{name}' is no decision maker; they are {', '.join(real.space.names)}")
        rank[real.space.names.index(name)] = own
    if isinstance(real.space, ArcSpace):
        if unknown_options:
            raise ModelError("listed states have no options; give the states that are unknown")
        kept = np.delete(real.space.states, list(unknown_states))
        return match_perception(real, GraphModel(space_of(_with_states(real.space.form, kept)), rank[:, kept]))
    seen = space_of(_without(real.space, unknown_options, unknown_states), most_cells=real.space.size)
    rank[:, ~seen.feasible] = 0
    return match_perception(real, GraphModel(seen, rank))


def _with_states(form: ArcForm, kept: IntArray) -> ArcForm:
    states = tuple(form.states[place] for place in kept.tolist())
    moves = {
        name: tuple(move for move in several if move[0] in states and move[1] in states)
        for name, several in form.moves.items()
    }
    return ArcForm(form.names, states, moves)


def _without(space: OptionSpace, unknown_options: Sequence[str], unknown_states: Sequence[int]) -> OptionForm:
    options = {option.name: option for option in space.form.options}
    if unfit := [name for name in unknown_options if name not in options]:
        raise ModelError(f"'{unfit[0]}' is no option of the conflict; its options: {', '.join(options)}")
    rules = [Never({name: options[name].levels[1:]}) for name in unknown_options]
    single = [
        Never({name: (level,) for name, level in zip(options, space.levels(cell), strict=True)})
        for cell in unknown_states
    ]
    return replace(space.form, infeasible=(*space.form.infeasible, *rules, *single))


def match_perception(real: GraphModel, perceived: GraphModel) -> Perception:
    """Find by their names which real states the states of a perceived conflict stand for.

    Parameters
    ----------
    perceived : GraphModel
        In the same form as the real one. In option form it may lack options, which it then sees at their first level,
        and have options or levels of its own: states in which an option that is none has another than its first level
        are imagined, as are states that are infeasible in reality. Listed states of other names are imagined.

    Raises
    ------
    ModelError
        One conflict has options and the other has listed states.
    """
    cells = _real_cells(real.space, perceived.space)
    is_real = perceived.space.feasible & (cells != IMAGINED)
    is_real[is_real] = real.space.feasible[cells[is_real]]
    return Perception(perceived, np.where(is_real, cells, IMAGINED))


def _real_cells(real: Space, seen: Space) -> IntArray:
    """(perceived cell,): cell of the same name, infeasible ones included."""
    if isinstance(real, ArcSpace) and isinstance(seen, ArcSpace):
        number = {state: place for place, state in enumerate(real.form.states)}
        return np.array([number.get(state, IMAGINED) for state in seen.form.states], dtype=np.int64)
    if not (isinstance(real, OptionSpace) and isinstance(seen, OptionSpace)):
        raise ModelError("the conflict and how it is perceived must both have options, or both have listed states")
    places = {option.name: place for place, option in enumerate(real.form.options)}
    cells, is_real = np.zeros(seen.size, dtype=np.int64), np.ones(seen.size, dtype=np.bool_)
    for own, option in enumerate(seen.form.options):
        shifts = [0] + [IMAGINED] * (len(option.levels) - 1)
        if option.name in places:
            place = places[option.name]
            levels, stride = real.form.options[place].levels, int(real.option_strides[place])
            shifts = [levels.index(level) * stride if level in levels else IMAGINED for level in option.levels]
        shift = np.array(shifts)[np.arange(seen.size) // seen.option_strides[own] % seen.option_sizes[own]]
        is_real &= shift != IMAGINED
        cells += shift
    return np.where(is_real, cells, IMAGINED)

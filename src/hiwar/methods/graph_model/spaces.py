"""The states of a conflict as numbers, and who can move where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import overload

import numpy as np
import numpy.typing as npt

from hiwar.methods.graph_model.forms import (
    ArcForm,
    AtLeast,
    AtMost,
    Form,
    IfThen,
    Never,
    Option,
    OptionForm,
    Pattern,
    Rule,
)

IntArray = npt.NDArray[np.int64]
RankArray = npt.NDArray[np.int32]
BoolArray = npt.NDArray[np.bool_]

MOST_CELLS = 1 << 26
"""More combinations of levels than this are refused before anything is allocated."""


class ModelError(ValueError):
    """The conflict is not well formed; the message says what was found and what would do."""


@dataclass(frozen=True, eq=False)
class OptionSpace:
    """All combinations of levels. The cell number is a mixed-radix number whose first option varies fastest.

    The options of one decision maker are neighbours, so its moves change one digit: its *strategy*.
    """

    form: OptionForm
    option_sizes: IntArray
    """(option,): levels."""
    option_strides: IntArray
    """(option,): cells between a level and the next."""
    sizes: IntArray
    """(decision maker,): strategies."""
    strides: IntArray
    """(decision maker,): cells between a strategy and the next."""
    feasible: BoolArray
    """(cell,)"""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the decision makers."""
        return self.form.names

    @property
    def size(self) -> int:
        """Number of cells, infeasible ones included."""
        return int(self.feasible.size)

    @cached_property
    def states(self) -> IntArray:
        """(state,): cells of the feasible states, ascending."""
        return np.flatnonzero(self.feasible)

    def levels(self, cell: int) -> tuple[str, ...]:
        """The level of every option in a cell."""
        digits = (cell // self.option_strides) % self.option_sizes
        return tuple(option.levels[digit] for option, digit in zip(self.form.options, digits, strict=True))

    def label(self, cell: int) -> str:
        """A short name of a cell: Y, N or the number of the level per option, a dash between decision makers."""
        digits = ((cell // self.option_strides) % self.option_sizes).tolist()
        parts, place = [], 0
        for maker in self.form.decision_makers:
            end = place + len(maker.options)
            own = zip(maker.options, digits[place:end], strict=True)
            parts.append("".join(sign_of(option, digit) for option, digit in own))
            place = end
        return "-".join(parts)

    def cell(self, levels: Mapping[str, str]) -> int:
        """The cell in which every option has the level given; options left out have their first."""
        places = {option.name: place for place, option in enumerate(self.form.options)}
        found = 0
        for name, level in levels.items():
            option = self.form.options[places[name]]
            found += option.levels.index(level) * int(self.option_strides[places[name]])
        return found


@dataclass(frozen=True, eq=False)
class ArcSpace:
    """Listed states; the moves of a decision maker as sorted neighbours (compressed rows)."""

    form: ArcForm
    starts: IntArray
    """(decision maker, state + 1): where a state's targets begin in ``targets``."""
    targets: IntArray
    """(move,): states moved to, grouped by decision maker and state, ascending, without the state itself."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the decision makers."""
        return self.form.names

    @property
    def size(self) -> int:
        """Number of states."""
        return len(self.form.states)

    @property
    def feasible(self) -> BoolArray:
        """(state,): all true; listed states are feasible."""
        return np.ones(self.size, dtype=np.bool_)

    @cached_property
    def states(self) -> IntArray:
        """(state,): their numbers."""
        return np.arange(self.size)

    def label(self, cell: int) -> str:
        """The name of a state."""
        return self.form.states[cell]


Space = OptionSpace | ArcSpace


def sign_of(option: Option, digit: int) -> str:
    """One sign for the level of an option: Y or N where there are two, else its number."""
    if len(option.levels) != 2:
        return str(digit)
    return "YN"[digit] if option.levels == ("yes", "no") else "NY"[digit]


def cells_of(form: OptionForm) -> int:
    """How many combinations of levels there are, as an exact number."""
    count = 1
    for option in form.options:
        count *= len(option.levels)
    return count


@overload
def space_of(form: OptionForm, *, most_cells: int = ...) -> OptionSpace: ...
@overload
def space_of(form: ArcForm, *, most_cells: int = ...) -> ArcSpace: ...
@overload
def space_of(form: Form, *, most_cells: int = ...) -> Space: ...
def space_of(form: Form, *, most_cells: int = MOST_CELLS) -> Space:
    """Number the states of a conflict.

    Raises
    ------
    ModelError
        Names that are unknown or used twice, a decision maker without options (option form), more combinations than
        ``most_cells``, or no feasible state.
    """
    return _arc_space(form) if isinstance(form, ArcForm) else _option_space(form, most_cells)


def _option_space(form: OptionForm, most_cells: int) -> OptionSpace:
    _check_names(form)
    if (count := cells_of(form)) > most_cells:
        raise ModelError(
            f"{len(form.options)} options make {count:,} combinations; {most_cells:,} are the most that are taken. "
            "Leave out options that no decision maker cares about, or split the conflict"
        )
    option_sizes = np.array([len(option.levels) for option in form.options], dtype=np.int64)
    option_strides = np.concatenate([[1], np.cumprod(option_sizes)[:-1]]).astype(np.int64)
    firsts = np.cumsum([0, *(len(maker.options) for maker in form.decision_makers)])
    sizes = np.array([option_sizes[a:b].prod() for a, b in pairwise(firsts)], dtype=np.int64)
    feasible = np.ones(count, dtype=np.bool_)
    for rule in form.infeasible:
        feasible &= _allowed(form, rule, option_sizes)
    if not feasible.any():
        raise ModelError("the rules leave no feasible state")
    arrays = (option_sizes, option_strides, sizes, option_strides[firsts[:-1]], feasible)
    for array in arrays:
        array.setflags(write=False)
    return OptionSpace(form, *arrays)


def _check_names(form: OptionForm) -> None:
    for kind, names in (("decision maker", form.names), ("option", [option.name for option in form.options])):
        for place, name in enumerate(names):
            if name in names[:place]:
                raise ModelError(f"the {kind} '{name}' is named twice")
    for maker in form.decision_makers:
        if not maker.options:
            raise ModelError(f"the decision maker '{maker.name}' controls no option; give it one or leave it out")
        for option in maker.options:
            if len(set(option.levels)) != len(option.levels) or len(option.levels) < 2:
                raise ModelError(f"the option '{option.name}' needs two or more different levels")


def _allowed(form: OptionForm, rule: Rule, option_sizes: IntArray) -> BoolArray:
    """(cell,): the rule admits it."""
    match rule:
        case Never(pattern):
            return ~fits(form, pattern, option_sizes)
        case IfThen(when, then):
            return ~fits(form, when, option_sizes) | fits(form, then, option_sizes)
        case AtMost(count, among):
            return _how_many(form, among, option_sizes) <= count
        case AtLeast(count, among):
            return _how_many(form, among, option_sizes) >= count


def _how_many(form: OptionForm, among: Pattern, option_sizes: IntArray) -> npt.NDArray[np.int16]:
    found = np.zeros(int(option_sizes.prod()), dtype=np.int16)
    for name, levels in among.items():
        found += fits(form, {name: levels}, option_sizes)
    return found


def fits(form: OptionForm, pattern: Pattern, option_sizes: IntArray) -> BoolArray:
    """(cell,): it fits a pattern; an empty pattern fits everywhere."""
    places = {option.name: place for place, option in enumerate(form.options)}
    cube = np.ones(option_sizes[::-1], dtype=np.bool_)  # the first option varies fastest: it is the last axis
    for name, levels in pattern.items():
        if name not in places:
            raise ModelError(f"'{name}' is no option of the conflict; its options: {', '.join(places)}")
        option = form.options[places[name]]
        if unknown := [level for level in levels if level not in option.levels]:
            raise ModelError(f"'{unknown[0]}' is no level of '{name}'; its levels: {', '.join(option.levels)}")
        shape = [1] * len(places)
        shape[len(places) - 1 - places[name]] = len(option.levels)
        cube &= np.isin(option.levels, levels).reshape(shape)
    return cube.ravel()


def _arc_space(form: ArcForm) -> ArcSpace:
    for kind, names in (("decision maker", form.names), ("state", form.states)):
        for place, name in enumerate(names):
            if name in names[:place]:
                raise ModelError(f"the {kind} '{name}' is named twice")
    if not form.states:
        raise ModelError("the conflict has no states")
    if unknown := sorted(set(form.moves) - set(form.names)):
        raise ModelError(f"'{unknown[0]}' is no decision maker; they are {', '.join(form.names)}")
    number = {state: place for place, state in enumerate(form.states)}
    starts = np.zeros((len(form.names), len(form.states) + 1), dtype=np.int64)
    targets: list[int] = []
    for maker, name in enumerate(form.names):
        neighbours = _neighbours(number, form.moves.get(name, ()), name)
        for state, found in enumerate(neighbours):
            starts[maker, state] = len(targets)
            targets += found
        starts[maker, -1] = len(targets)
    arrays = (starts, np.array(targets, dtype=np.int64))
    for array in arrays:
        array.setflags(write=False)
    return ArcSpace(form, *arrays)


def _neighbours(number: Mapping[str, int], moves: Sequence[tuple[str, str]], name: str) -> list[list[int]]:
    found: list[set[int]] = [set() for _ in number]
    for move in moves:
        if unknown := [state for state in move if state not in number]:
            raise ModelError(f"{name}: '{unknown[0]}' is no state of the conflict; its states: {', '.join(number)}")
        if move[0] != move[1]:
            found[number[move[0]]].add(number[move[1]])
    return [sorted(several) for several in found]


def moves_from(space: Space, maker: int, cell: int) -> IntArray:
    """Cells to which a decision maker alone can move from a feasible cell, ascending, without that cell."""
    if isinstance(space, ArcSpace):
        start, end = space.starts[maker, cell : cell + 2]
        return space.targets[int(start) : int(end)]
    stride, size = int(space.strides[maker]), int(space.sizes[maker])
    base = cell - (cell // stride) % size * stride
    row: IntArray = base + stride * np.arange(size)
    kept = space.feasible[row] & (row != cell)
    for place, option in enumerate(space.form.options):
        own = space.option_strides[place]
        if option.is_one_way and stride <= own < stride * size:
            kept &= (row // own) % len(option.levels) >= (cell // own) % len(option.levels)
    moves: IntArray = row[kept]
    return moves


@dataclass(frozen=True, eq=False)
class GraphModel:
    """A conflict with everybody's preferences, ready to be analysed."""

    space: Space
    rank: RankArray
    """(decision maker, cell): larger is better, equal is tied, 1 or more; 0 where the cell is infeasible."""

    def __post_init__(self) -> None:
        if self.rank.shape != (len(self.space.names), self.space.size) or self.rank.dtype != np.int32:
            raise ModelError("ranks must be 32-bit integers with one row per decision maker and one column per cell")
        if ((self.rank > 0) != self.space.feasible).any():
            raise ModelError("ranks must be 1 or more on feasible states and 0 elsewhere")
        self.rank.setflags(write=False)

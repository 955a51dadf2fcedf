"""A conflict as its file gives it: the model, the names its analyst uses, and preferences as they were written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from immutabledict import immutabledict

from hiwar.methods.graph_model.spaces import GraphModel, Space

NO_NAMES: Mapping[int, str] = immutabledict()


@dataclass(frozen=True)
class Ranking:
    """States from the best to the worst."""

    groups: tuple[tuple[int, ...], ...]
    """Cells, best group first; those within a group are tied."""


@dataclass(frozen=True)
class Statements:
    """What should hold, the most important first; a statement outweighs all that follow it."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Weights:
    """What each level of each option adds to a state."""

    levels: Mapping[str, Mapping[str, float]]
    """Option to level to weight; levels and options left out add nothing."""


@dataclass(frozen=True)
class Values:
    """Values of the states, computed elsewhere; larger is better."""

    cells: Mapping[int, float]


Preference = Ranking | Statements | Weights | Values


@dataclass(frozen=True, eq=False)
class GraphModelFile:
    """A conflict as a file gives it, ready to be analysed and to be written again."""

    title: str
    model: GraphModel
    preferences: tuple[Preference, ...]
    """As written, one per decision maker."""
    status_quo: int | None = None
    """Cell of the state things stand in."""
    names: Mapping[int, str] = NO_NAMES
    """Cell to the name its analyst gives it, where there is one."""
    words: Mapping[int, str] = NO_NAMES
    """Cell to what happens there, in words, where that is said."""
    source: str = ""
    note: str = ""
    notices: tuple[str, ...] = field(default=())
    """What was changed or left out in reading, one sentence each."""

    @property
    def space(self) -> Space:
        """The states and who can move where."""
        return self.model.space

    def name(self, cell: int) -> str:
        """What a state is called: its analyst's name, else a short name made of its levels."""
        return self.names.get(cell) or self.space.label(cell)

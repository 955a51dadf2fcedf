"""A conflict read and analysed, as the command ``graph-model`` needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from hiwar.cli.arguments import must_exist, one_of
from hiwar.cli.failures import WRONG_USAGE, Refused
from hiwar.cli.terminal import say
from hiwar.dossier.problems import nearest
from hiwar.formats import GraphModelFile, find_state, read_gmcr, read_graph_model
from hiwar.methods.graph_model.forms import CONCEPTS, Concept
from hiwar.methods.graph_model.spaces import ArcSpace, IntArray, ModelError
from hiwar.methods.graph_model.stability import Stability, analyse_stability
from hiwar.methods.graph_model.status_quo import StatusQuo, analyse_status_quo

CODES: dict[Concept, str] = {
    Concept.NASH: "R",
    Concept.GENERAL_METARATIONAL: "GMR",
    Concept.SYMMETRIC_METARATIONAL: "SMR",
    Concept.SEQUENTIAL: "SEQ",
    Concept.SIMULTANEOUS: "SIM",
}
"""Short names used in the field."""
MOST_STATES_FOR_PATHS = 1 << 17
"""Paths are searched among no more states than this."""
READERS = {".yaml": read_graph_model, ".yml": read_graph_model, ".gmcr": read_gmcr}


@dataclass(frozen=True, eq=False)
class Conflict:
    """A conflict and what was found."""

    file: GraphModelFile
    stability: Stability
    start: int | None = None
    """Cell of the state that paths begin in."""
    improving: StatusQuo | None = None
    """Paths by improvements only."""
    any_moves: StatusQuo | None = None
    """Paths by any moves."""

    @cached_property
    def held(self) -> IntArray:
        """Cells of the states that hold by one concept or more; those that hold by more concepts first."""
        lists = [self.stability.equilibria(concept) for concept in self.stability.concepts]
        cells, counts = np.unique(np.concatenate(lists), return_counts=True)
        ordered: IntArray = cells[np.argsort(-counts, kind="stable")]
        return ordered

    def holds_by(self, cell: int) -> list[Concept]:
        """Concepts by which a state holds."""
        held = self.stability
        return [concept for concept in held.concepts if bool(held.stable(concept)[:, cell].all())]

    def stays_by(self, maker: int, cell: int) -> list[Concept]:
        """Concepts by which a decision maker would stay."""
        return [concept for concept in self.stability.concepts if self.stability.stable(concept)[maker, cell]]


def read_conflict(path: Path) -> GraphModelFile:
    """Read a conflict by the ending of its file, and say what was changed in reading.

    Raises
    ------
    Refused
        If there is no such file, or it is of another kind.
    CaseError
        If it has problems.
    """
    must_exist(path)
    if path.suffix.lower() not in READERS or path.is_dir():
        raise Refused(f'"{path}" is not a conflict: a file ending in {", ".join(READERS)} is wanted', WRONG_USAGE)
    file = READERS[path.suffix.lower()](path)
    for notice in file.notices:
        say(notice, "yellow")
    return file


def _stability(file: GraphModelFile, words: Sequence[str] | None) -> Stability:
    concepts = concepts_of(words, file)
    try:
        return analyse_stability(file.model, concepts)
    except ModelError as error:
        if words or Concept.SIMULTANEOUS not in concepts:
            raise
        say(f"Simultaneous stability is left out: {error}", "yellow")
        return analyse_stability(file.model, [concept for concept in concepts if concept is not Concept.SIMULTANEOUS])


def concepts_of(words: Sequence[str] | None, file: GraphModelFile) -> tuple[Concept, ...]:
    """The concepts named, by long or short name; by default all that the form of the conflict allows."""
    if not words:
        has_moves = isinstance(file.space, ArcSpace)
        return tuple(concept for concept in CONCEPTS if not (has_moves and concept is Concept.SIMULTANEOUS))
    known = {word.lower(): concept for concept, code in CODES.items() for word in (concept.value, code)}
    found = {known[one_of(word.lower(), known, "concept")] for word in words}
    return tuple(concept for concept in CONCEPTS if concept in found)


def state_of(text: str, file: GraphModelFile) -> int:
    """The state meant on the command line.

    Raises
    ------
    Refused
        If there is none of that name, or it cannot occur.
    """
    cell = find_state(file, text)
    if cell is None:
        guess = nearest(text, file.names.values())
        example = file.space.label(int(file.space.states[0]))
        hint = f'did you mean "{guess}"?' if guess else f"a state is written by its name, or as {example}"
        raise Refused(f'there is no state "{text}"; {hint}', WRONG_USAGE)
    if not file.space.feasible[cell]:
        raise Refused(f'the state "{text}" cannot occur: a rule of this conflict forbids it', WRONG_USAGE)
    return cell


def analyse(file: GraphModelFile, words: Sequence[str] | None, start: int | None) -> Conflict:
    """Stability of every state by the concepts named, and paths from a start.

    Where none is named, simultaneous stability is left out with a message if it would take too long.

    Raises
    ------
    Refused
        If it cannot be computed, with the reason.
    """
    try:
        stability = _stability(file, words)
        if start is None:
            return Conflict(file, stability)
        if file.space.states.size > MOST_STATES_FOR_PATHS:
            say(f"Paths are not searched: that is done among up to {MOST_STATES_FOR_PATHS:,} states.", "yellow")
            return Conflict(file, stability)
        paths = [analyse_status_quo(file.model, start, only_improvements=only) for only in (True, False)]
    except ModelError as error:
        raise Refused(str(error)) from None
    return Conflict(file, stability, start, *paths)

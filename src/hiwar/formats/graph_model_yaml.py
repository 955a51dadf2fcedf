"""Reading a conflict from Hiwar's own YAML; every mistake is told with its place and what would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import numpy as np
from immutabledict import immutabledict

from hiwar.dossier.problems import CaseError, SourceText, Trouble, shown
from hiwar.dossier.tree import Budget, Node, read_tree
from hiwar.formats.graph_model_file import GraphModelFile, Preference, Statements
from hiwar.formats.graph_model_makers import arc_states_of, option_states_of
from hiwar.formats.graph_model_preferences import preference_of
from hiwar.formats.graph_model_ranks import rank_row
from hiwar.formats.graph_model_size import check_size
from hiwar.formats.graph_model_states import States
from hiwar.formats.nodes import Entries, check_version, entries_of, source_text, text_of
from hiwar.methods.graph_model.forms import OptionForm
from hiwar.methods.graph_model.spaces import MOST_CELLS, GraphModel, ModelError, OptionSpace, RankArray, Space, space_of
from hiwar.methods.graph_model.statements import StatementError, parse

VERSION = 1
KEYS = (
    "hiwar_graph_model",
    "title",
    "source",
    "note",
    "decision_makers",
    "infeasible",
    "names",
    "states",
    "status_quo",
)
_NOT_A_CONFLICT = "this is not yet a conflict for the graph model: write  hiwar_graph_model: 1  in its first line"
_REQUIRED = ("title", "decision_makers")


def read_graph_model(path: str | Path, *, most_cells: int = MOST_CELLS) -> GraphModelFile:
    """Read a conflict from a YAML file.

    Raises
    ------
    CaseError
        With every problem found, each with file, line and column. More combinations of levels than ``most_cells`` are
        refused before anything is allocated for them.
    """
    return graph_model_of(source_text(path), most_cells=most_cells)


def graph_model_of(source: SourceText, *, most_cells: int = MOST_CELLS) -> GraphModelFile:
    """Read a conflict from a text; errors as in `read_graph_model`."""
    root, troubles = read_tree(source, Budget())
    if root is None:
        _refuse(troubles or [Trouble(source, 0, 0, "the file is empty")])
    entries = _head(root, troubles)
    words: dict[int, str] = {}
    if "states" in entries:
        states, words = arc_states_of(entries["decision_makers"][1], entries["states"][1], troubles)
    else:
        states = option_states_of(entries["decision_makers"][1], entries, troubles)
    if troubles:
        _refuse(troubles)
    states.space = _space(states, entries, most_cells)
    return _file(entries, states, states.space, words)


def _refuse(troubles: Sequence[Trouble]) -> NoReturn:
    raise CaseError(shown(troubles))


def _head(root: Node, troubles: list[Trouble]) -> Entries:
    """What stands at the top; refused where there is nothing to go on with."""
    if root.kind == "map" and not {"hiwar_graph_model", "decision_makers"} & set(root.entries):
        is_case = {"hiwar", "hiwar_judgements"} & set(root.entries)
        _refuse([root.trouble("this is part of a case; see  hiwar check" if is_case else _NOT_A_CONFLICT)])
    entries = entries_of(root, KEYS, troubles)
    if root.kind == "map":
        check_version(root, entries, "hiwar_graph_model", VERSION, _NOT_A_CONFLICT, troubles)
        troubles += [root.trouble(f'"{name}" is missing') for name in _REQUIRED if name not in entries]
    if "decision_makers" not in entries:
        _refuse(troubles)
    for name in ("infeasible", "names"):
        if "states" in entries and name in entries:
            message = f'"{name}" goes with options; "states" lists just the states that can occur'
            troubles.append(entries[name][0].trouble(message))
    for name in ("title", "source", "note"):
        if name in entries:
            text_of(entries[name][1], troubles)
    return entries


def _space(states: States, entries: Entries, most_cells: int) -> Space:
    try:
        check_size(states.form, most_cells=most_cells)
        return space_of(states.form, most_cells=most_cells)
    except ModelError as error:
        is_rules = "infeasible" in entries and "no feasible" in str(error)
        _refuse([entries["infeasible" if is_rules else "decision_makers"][0].trouble(str(error))])


def _file(entries: Entries, states: States, space: Space, words: dict[int, str]) -> GraphModelFile:
    """Names and rules are read; now everything that speaks of states that can occur."""
    troubles, makers = states.troubles, entries["decision_makers"][1].entries
    _check_names(entries, states)
    status_quo = states.cell(entries["status_quo"][1]) if "status_quo" in entries else None
    preferences: list[Preference] = []
    rank = np.zeros((len(makers), space.size), dtype=np.int32)
    for number, (key, value) in enumerate(makers.values()):
        preference = preference_of(key, value.entries, states)
        if preference is not None:
            preferences.append(preference)
            rank[number] = _ranks(preference, space, value, troubles)
    if troubles:
        _refuse(troubles)
    names = {cell: name for name, cell in states.named.items()} if isinstance(states.form, OptionForm) else {}
    head = {name: entries[name][1].raw.strip() if name in entries else "" for name in ("title", "source", "note")}
    return GraphModelFile(
        title=head["title"],
        model=GraphModel(space, rank),
        preferences=tuple(preferences),
        status_quo=status_quo,
        names=immutabledict(names),
        words=immutabledict(words),
        source=head["source"],
        note=head["note"],
    )


def _ranks(preference: Preference, space: Space, maker: Node, troubles: list[Trouble]) -> RankArray:
    """Its ranks; zeros where a statement or a weight makes no sense, with the trouble."""
    if isinstance(preference, Statements) and isinstance(space, OptionSpace):
        for line, node in zip(preference.lines, maker.entries["statements"][1].items, strict=True):
            try:
                parse(line, space.form)
            except StatementError as error:
                column = node.column + _offset(node, error.column)
                troubles.append(Trouble(node.source, node.line, column, str(error), error.word, error.known))
    try:
        return rank_row(preference, space) if not troubles else np.zeros(space.size, dtype=np.int32)
    except ModelError as error:
        troubles.append(maker.entries["weights"][0].trouble(str(error)))
        return np.zeros(space.size, dtype=np.int32)


def _offset(node: Node, column: int) -> int:
    """Where a character of a text stands in its line; the beginning, where the text is written over several lines."""
    quote = {"": 0, "'": 1, '"': 1}.get(node.style)
    if quote is None or node.end_line != node.line:
        return 0
    return quote + len(node.raw) - len(node.raw.lstrip()) + column


def _check_names(entries: Entries, states: States) -> None:
    """A name for a state that a rule forbids is a slip."""
    for _, value in entries["names"][1].entries.values() if "names" in entries else ():
        states.cell(value)

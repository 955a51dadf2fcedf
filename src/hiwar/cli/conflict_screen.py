"""A conflict on the screen: who can do what, who would stay where, which states hold, and the ways there."""

from collections.abc import Iterator, Sequence

import numpy as np
from rich import box
from rich.table import Table

from hiwar.cli.conflict import CODES, Conflict
from hiwar.cli.terminal import show, words
from hiwar.formats import GraphModelFile
from hiwar.methods.graph_model.forms import Concept, OptionForm
from hiwar.methods.graph_model.sequences import Step
from hiwar.methods.graph_model.spaces import ArcSpace, RankArray
from hiwar.methods.graph_model.status_quo import StatusQuo
from hiwar.methods.graph_model.witnesses import Answer, explain

MOST_SHOWN = 64
"""States that are listed without being asked for; of more, those that hold."""
NAMES: dict[Concept, str] = {
    Concept.NASH: "Nash",
    Concept.GENERAL_METARATIONAL: "general metarational",
    Concept.SYMMETRIC_METARATIONAL: "symmetric metarational",
    Concept.SEQUENTIAL: "sequential",
    Concept.SIMULTANEOUS: "simultaneous",
}


def show_conflict(conflict: Conflict) -> None:
    """Everything that was found."""
    file = conflict.file
    show(words(file.title, "bold"))
    for text in (file.source, file.note):
        if text:
            show(words(text, "dim"))
    _show_makers(file)
    _show_states(conflict)
    _show_equilibria(conflict)
    if conflict.start is not None and conflict.any_moves is not None:
        _show_paths(conflict)


def _show_makers(file: GraphModelFile) -> None:
    show(words(""), words("Decision makers", "bold"))
    form = file.space.form
    if not isinstance(form, OptionForm):
        for name in form.names:
            show(words(f"  {name}: {len(form.moves.get(name, ()))} moves"))
        return
    for maker in form.decision_makers:
        show(words(f"  {maker.name}"))
        for option in maker.options:
            levels = "" if set(option.levels) == {"yes", "no"} else f" ({', '.join(option.levels)})"
            way = f" (only from {option.levels[0]} to {option.levels[-1]})" if option.is_one_way else ""
            show(words(f"    {option.name}{levels}{way}"))


def _show_states(conflict: Conflict) -> None:
    file = conflict.file
    cells = file.space.states
    several = f"{cells.size:,} states"
    if not isinstance(file.space, ArcSpace) and cells.size < file.space.size:
        several += f" of {file.space.size:,} combinations"
    if cells.size <= MOST_SHOWN:
        shown, title = cells.tolist(), f"States: {several}"
    else:
        shown = conflict.held[:MOST_SHOWN].tolist()
        first = "the first " if conflict.held.size > MOST_SHOWN else ""
        title = f"States: {several}; shown are {first}{len(shown)} that hold, by most concepts first"
    if shown:
        show(words(""), words(title, "bold"))
        show(*(words(f"  {_worded(file, cell)}") for cell in shown if cell in file.words))
        show(_table_of_states(conflict, shown))
        explained = "Per decision maker: rank (1 is best) and the concepts by which it would stay."
        show(words(f"{explained} {_legend(conflict)}", "dim"))
    else:
        show(words(""), words(f"States: {several}; none holds", "bold"))


def _legend(conflict: Conflict) -> str:
    return ", ".join(f"{CODES[concept]}: {NAMES[concept]}" for concept in conflict.stability.concepts)


def _table_of_states(conflict: Conflict, cells: Sequence[int]) -> Table:
    file = conflict.file
    has_names = bool(file.names)
    table = Table(box=box.SIMPLE_HEAD)
    for column in (
        *(("state",) if has_names else ()),
        "label" if has_names else "state",
        *file.space.names,
        "holds by",
    ):
        table.add_column(words(column))
    table.columns[0].no_wrap = True
    positions = [_positions(row) for row in file.model.rank]
    for cell in cells:
        row = [file.name(cell), file.space.label(cell)] if has_names else [file.name(cell)]
        for maker, ranks in enumerate(positions):
            row.append(
                f"{ranks[int(file.model.rank[maker, cell])]}  {_codes(conflict, conflict.stays_by(maker, cell))}"
            )
        table.add_row(*map(words, row), words(_codes(conflict, conflict.holds_by(cell)), "green"))
    return table


def _worded(file: GraphModelFile, cell: int) -> str:
    return f"{file.name(cell)}: {file.words[cell]}" if cell in file.words else file.name(cell)


def _positions(rank: RankArray) -> dict[int, int]:
    """From rank, larger being better, to the place in the order, 1 being best and tied states sharing one."""
    return {int(value): place for place, value in enumerate(np.unique(rank[rank > 0])[::-1], start=1)}


def _codes(conflict: Conflict, concepts: Sequence[Concept]) -> str:
    """Short names; a dash for none, ``all`` for all of several."""
    asked = conflict.stability.concepts
    if len(concepts) == len(asked) > 1:
        return "all"
    return " ".join(CODES[concept] for concept in concepts) or "-"


def _show_equilibria(conflict: Conflict) -> None:
    show(words(""), words("Equilibria: states in which all would stay", "bold"))
    for concept in conflict.stability.concepts:
        cells = conflict.stability.equilibria(concept)
        names = ", ".join(conflict.file.name(cell) for cell in cells[:MOST_SHOWN].tolist()) or "none"
        more = f" and {cells.size - MOST_SHOWN:,} more" if cells.size > MOST_SHOWN else ""
        show(words(f"  {NAMES[concept]} ({CODES[concept]}): {names}{more}"))


def _show_paths(conflict: Conflict) -> None:
    assert conflict.start is not None  # noqa: S101 - asked for by the caller
    file = conflict.file
    show(words(""), words(f"From {file.name(conflict.start)}", "bold"))
    targets = [cell for cell in conflict.held.tolist() if cell != conflict.start]
    if conflict.start in conflict.held:
        show(words(f"  it holds itself by {_codes(conflict, conflict.holds_by(conflict.start))}"))
    for cell in targets[:MOST_SHOWN]:
        show(words(f"  {file.name(cell)}: {_way(conflict, cell)}"))
    if len(targets) > MOST_SHOWN:
        show(words(f"  {len(targets) - MOST_SHOWN:,} more are not listed", "dim"))
    if not targets:
        show(words("  no other state holds"))


def _way(conflict: Conflict, cell: int) -> str:
    """How a state comes about: by improvements if it can, else by any moves."""
    for paths, how in ((conflict.improving, "by improvements"), (conflict.any_moves, "not by improvements alone")):
        if paths is not None and paths.can_reach(cell):
            return f"{how}: {steps_of(conflict.file, paths, cell)}"
    return "cannot be reached"


def steps_of(file: GraphModelFile, paths: StatusQuo, cell: int) -> str:
    """A path as decision makers and states."""
    return ", ".join(_step(file, step) for step in paths.path_to(cell))


def _step(file: GraphModelFile, step: Step) -> str:
    return f"{file.space.names[step.maker]} to {file.name(step.end)}"


def show_explanation(conflict: Conflict, cell: int) -> None:
    """Why each decision maker would stay in a state, or would not, concept by concept."""
    file = conflict.file
    show(words(f"{file.title}: {_worded(file, cell)}", "bold"))
    if not isinstance(file.space, ArcSpace):
        levels = zip(file.space.form.options, file.space.levels(cell), strict=True)
        show(words(", ".join(f"{option.name}: {level}" for option, level in levels), "dim"))
    for maker, name in enumerate(file.space.names):
        show(words(""), words(name, "bold"))
        for concepts, lines in _reasons_by_concepts(conflict, maker, cell):
            style = "green" if conflict.stability.stable(concepts[0])[maker, cell] else "yellow"
            show(words(f"  {', '.join(CODES[concept] for concept in concepts)} ") + words(lines[0], style))
            show(*(words(f"    {line}") for line in lines[1:]))
    show(words(""), words(_legend(conflict), "dim"))


def _reasons_by_concepts(conflict: Conflict, maker: int, cell: int) -> Iterator[tuple[list[Concept], list[str]]]:
    """Concepts for which the reasons are the same together."""
    found: list[tuple[list[Concept], list[str]]] = []
    for concept in conflict.stability.concepts:
        lines = reasons(conflict.file, maker, cell, concept)
        same = next((concepts for concepts, others in found if others == lines), None)
        if same is None:
            found.append(([concept], lines))
        else:
            same.append(concept)
    yield from found


def reasons(file: GraphModelFile, maker: int, cell: int, concept: Concept) -> list[str]:
    """What shows that a decision maker would stay or leave: the verdict, then a line per improvement."""
    witness = explain(file.model, maker, cell, concept)
    if witness.unpunished is not None:
        rest = "" if concept is Concept.NASH else ", and no such answer takes that back"
        return [f"would leave: {_step(file, witness.unpunished)} is better for it{rest}"]
    if not witness.answers:
        return ["stays: it has no improvement"]
    return ["stays: each improvement can be answered", *(_answer(file, answer, concept) for answer in witness.answers)]


def _answer(file: GraphModelFile, answer: Answer, concept: Concept) -> str:
    replies = ", ".join(_step(file, step) for step in answer.sanction)
    name = file.space.names[answer.improvement.maker]
    if concept is Concept.SIMULTANEOUS:
        return f"{_step(file, answer.improvement)}, while {replies}: together {file.name(answer.end)}"
    line = f"{_step(file, answer.improvement)}; answered by {replies}"
    if answer.counter_move is not None:
        line += f"; {name} can then go to {file.name(answer.counter_move.end)} at best"
    return line

"""A conflict as JSON for a program."""

import json
from typing import Any

from hiwar.cli.conflict import Conflict
from hiwar.formats import GraphModelFile
from hiwar.methods.graph_model.forms import Concept, OptionForm
from hiwar.methods.graph_model.sequences import Step
from hiwar.methods.graph_model.spaces import OptionSpace
from hiwar.methods.graph_model.status_quo import StatusQuo
from hiwar.methods.graph_model.witnesses import explain

MOST_STATES = 4096
"""With more states than this, only their number is given, and the equilibria."""
MOST_LISTED = 10_000
"""Equilibria of one concept that are listed; their number is always given."""


def conflict_json(conflict: Conflict, explained: int | None = None) -> str:
    """Everything that was found; ``explained`` adds why each decision maker would stay in that state, or would not."""
    file = conflict.file
    cells = file.space.states.tolist() if file.space.states.size <= MOST_STATES else None
    data: dict[str, Any] = {
        "title": file.title,
        "source": file.source or None,
        "note": file.note or None,
        "notices": list(file.notices),
        "decision_makers": _makers(conflict),
        "concepts": [concept.value for concept in conflict.stability.concepts],
        "state_count": int(file.space.states.size),
        "states": None if cells is None else [_state(conflict, cell) for cell in cells],
        "equilibria": {concept.value: _equilibria(conflict, concept) for concept in conflict.stability.concepts},
    }
    if conflict.start is not None:
        data["from"] = _paths(conflict)
    if explained is not None:
        data["explained"] = _explained(conflict, explained)
    return json.dumps(data, ensure_ascii=False, indent=1)


def _makers(conflict: Conflict) -> list[dict[str, Any]]:
    form = conflict.file.space.form
    if not isinstance(form, OptionForm):
        return [{"name": name, "moves": [list(move) for move in form.moves.get(name, ())]} for name in form.names]
    return [
        {
            "name": maker.name,
            "options": [
                {"name": option.name, "levels": list(option.levels), "one_way": option.is_one_way}
                for option in maker.options
            ],
        }
        for maker in form.decision_makers
    ]


def _state(conflict: Conflict, cell: int) -> dict[str, Any]:
    file, space = conflict.file, conflict.file.space
    state: dict[str, Any] = {"name": file.name(cell), "label": space.label(cell)}
    if isinstance(space, OptionSpace):
        names = (option.name for option in space.form.options)
        state["levels"] = dict(zip(names, space.levels(cell), strict=True))
    elif cell in file.words:
        state["words"] = file.words[cell]
    state["rank"] = {name: int(file.model.rank[maker, cell]) for maker, name in enumerate(space.names)}
    state["stays"] = {
        name: [concept.value for concept in conflict.stays_by(maker, cell)] for maker, name in enumerate(space.names)
    }
    return state | {"holds": [concept.value for concept in conflict.holds_by(cell)]}


def _equilibria(conflict: Conflict, concept: Concept) -> dict[str, Any]:
    cells = conflict.stability.equilibria(concept)
    return {"count": int(cells.size), "states": [conflict.file.name(cell) for cell in cells[:MOST_LISTED].tolist()]}


def _paths(conflict: Conflict) -> dict[str, Any]:
    start = conflict.start
    assert start is not None  # noqa: S101 - asked for by the caller
    ways = {"improvements": conflict.improving, "any_moves": conflict.any_moves}
    targets = [cell for cell in conflict.held[:MOST_LISTED].tolist() if cell != start]
    return {
        "state": conflict.file.name(start),
        "paths": [
            {"to": conflict.file.name(cell), **{name: _path(conflict, paths, cell) for name, paths in ways.items()}}
            for cell in targets
        ]
        if conflict.any_moves is not None
        else None,
    }


def _path(conflict: Conflict, paths: StatusQuo | None, cell: int) -> list[dict[str, str]] | None:
    """Moves in order; null where the state cannot be reached so."""
    if paths is None or not paths.can_reach(cell):
        return None
    file = conflict.file
    return [{"by": file.space.names[step.maker], "to": file.name(step.end)} for step in paths.path_to(cell)]


def _explained(conflict: Conflict, cell: int) -> dict[str, Any]:
    file = conflict.file
    return {
        "state": file.name(cell),
        "decision_makers": {
            name: {concept.value: _witness(file, maker, cell, concept) for concept in conflict.stability.concepts}
            for maker, name in enumerate(file.space.names)
        },
    }


def _witness(file: GraphModelFile, maker: int, cell: int, concept: Concept) -> dict[str, Any]:
    """Whether it stays, the improvement it would take, and how the others answer each."""
    witness = explain(file.model, maker, cell, concept)

    def step(move: Step | None) -> dict[str, str] | None:
        if move is None:
            return None
        return {"by": file.space.names[move.maker], "from": file.name(move.start), "to": file.name(move.end)}

    return {
        "stays": witness.is_stable,
        "unpunished": step(witness.unpunished),
        "answers": [
            {
                "improvement": step(answer.improvement),
                "sanction": [step(move) for move in answer.sanction],
                "end": file.name(answer.end),
                "counter_move": step(answer.counter_move),
            }
            for answer in witness.answers
        ],
    }

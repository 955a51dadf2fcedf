"""What the conflicts after each course say, as findings."""

from collections.abc import Iterator, Sequence
from typing import Any

from hiwar.questions.answer import Finding, Firmness
from hiwar.questions.reactions.outcomes import (
    Sequel,
    first_moves,
    ground_of_sequel,
    outcome_rows,
    path_rows,
    wanted_rows,
    wanted_states,
)


def outcome_findings(sequels: Sequence[tuple[str, Sequel | None]]) -> Iterator[Finding]:
    """What others would do after each course, what would hold, and what cannot be told."""
    for name, sequel in sequels:
        if sequel is None:
            if name != "all":
                yield Finding(
                    "reactions.nobody_moves", {"course": name}, Firmness.CANNOT_BE_TOLD, trace=(_track(name),)
                )
            continue
        yield from _move_findings(sequel)
        yield from _holding_findings(sequel)
        too_many = tuple(move for move, why in sequel.conflict.left_out.items() if why == "too_many")
        if too_many:
            yield Finding("reactions.left_out", {"course": name, "moves": too_many}, trace=too_many)


def _track(name: str) -> str:
    return name.split(" + ")[0]


def _move_findings(sequel: Sequel) -> Iterator[Finding]:
    """Per mover: what it would do, would not do, and of what nothing can be told."""
    if sequel.name == "all":
        return
    if not sequel.conflict.outset:
        yield Finding(
            "reactions.outset_not_stated", {"course": sequel.name}, Firmness.CANNOT_BE_TOLD, trace=sequel.conflict.moves
        )
    keys = {"would": "reactions.would", "would_not": "reactions.would_not", "cannot_be_told": "reactions.may"}
    for verdict, key in keys.items():
        for mover in sequel.conflict.movers:
            moves = tuple(row[2] for row, _ in first_moves(sequel) if row[1] == mover.id and row[3] == verdict)
            if moves:
                values = {"course": sequel.name, "parties": mover.parties, "moves": moves}
                firmness = Firmness.CANNOT_BE_TOLD if verdict == "cannot_be_told" else Firmness.CERTAIN
                trace = (*mover.parties, *(str(move).split("=")[0] for move in moves), *sequel.reasons[mover.id])
                yield Finding(key, values, firmness, trace=tuple(dict.fromkeys(trace)))


def _holding_findings(sequel: Sequel) -> Iterator[Finding]:
    outcomes = outcome_rows(sequel)
    n_states = len(sequel.conflict.states)
    trace = ground_of_sequel(sequel)
    if not outcomes:
        values = {"course": sequel.name, "states": n_states}
        yield Finding("reactions.no_outcome_certain", values, Firmness.CANNOT_BE_TOLD, trace=trace)
    for row, row_trace in outcomes:
        values = {"course": row[0], "changes": row[1], "count": len(row[1]), "concept": _strongest(row)}
        yield Finding("reactions.holds", values, Firmness.CERTAIN, trace=row_trace)
    for row, row_trace in path_rows(sequel):
        values = {"course": row[0], "changes": row[1], "steps": row[2], "by": row[3]}
        yield Finding("reactions.path", values, Firmness.CERTAIN, trace=row_trace)
    if sequel.name != "all":
        yield from _wanted_findings(sequel)


def _strongest(row: Sequence[Any]) -> str:
    """The concept with the least foresight by which an outcome holds for certain: Nash holds without any threat."""
    names = ("nash", "sequential", "symmetric_metarational", "general_metarational")
    verdicts = dict(zip(("nash", "general_metarational", "symmetric_metarational", "sequential"), row[2:], strict=True))
    return next(name for name in names if verdicts[name] == "certain")


def _wanted_findings(sequel: Sequel) -> Iterator[Finding]:
    """What would make the outcome hold that the seat wants: nobody may gain by leaving it."""
    wanted = wanted_states(sequel)
    if not wanted:
        yield Finding(
            "reactions.wanted_unknown", {"course": sequel.name}, Firmness.CANNOT_BE_TOLD, trace=ground_of_sequel(sequel)
        )
        return
    rows = [row for row, _ in wanted_rows(sequel)]
    for verdict, key in (("would", "reactions.wanted_left_by"), ("cannot_be_told", "reactions.wanted_needs")):
        moves = tuple(str(row[3]) for row in rows if row[4] == verdict)
        if moves:
            values = {"course": sequel.name, "changes": sequel.conflict.changes(wanted[0]), "moves": moves}
            firmness = Firmness.CERTAIN if verdict == "would" else Firmness.CANNOT_BE_TOLD
            yield Finding(key, values, firmness, trace=tuple(dict.fromkeys(move.split("=")[0] for move in moves)))
    if all(row[4] == "would_not" for row in rows):
        values = {"course": sequel.name, "changes": sequel.conflict.changes(wanted[0])}
        yield Finding("reactions.wanted_holds", values, Firmness.CERTAIN, trace=ground_of_sequel(sequel))

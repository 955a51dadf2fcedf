"""The further definitions of the graph model, read word by word: sets of states, plain search, nothing shared."""

from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from typing import TypeVar

from hiwar.methods.graph_model import GraphModel, moves_from

Mover = TypeVar("Mover", bound=Hashable)
Compares = Callable[[int, int, int], bool]
"""Decision maker, from, to."""


def states_of(model: GraphModel) -> list[int]:
    return [int(cell) for cell in model.space.states]


def rank_of(model: GraphModel, maker: int, cell: int) -> int:
    return int(model.rank[maker, cell])


def own_moves(model: GraphModel, maker: int, cell: int) -> set[int]:
    return {int(end) for end in moves_from(model.space, maker, cell)}


def own_improvements(model: GraphModel, maker: int, cell: int) -> set[int]:
    return {end for end in own_moves(model, maker, cell) if rank_of(model, maker, end) > rank_of(model, maker, cell)}


def ends_of_legal_sequences(movers: Iterable[Mover], start: int, go: Callable[[Mover, int], set[int]]) -> set[int]:
    """One or more moves, no mover twice in a row."""
    several = list(movers)
    seen: set[tuple[int, Mover]] = set()
    waiting: list[tuple[int, Mover | None]] = [(start, None)]
    while waiting:
        cell, last = waiting.pop()
        for mover in several:
            if mover != last:
                new = {(end, mover) for end in go(mover, cell)} - seen
                seen |= new
                waiting += new
    return {end for end, _ in seen}


def stays(
    model: GraphModel, maker: int, cell: int, concept: str, leaves_for: Compares, deters: Compares, answers: Compares
) -> bool:
    """It has no improvement (``leaves_for``) that no reply undoes (``deters``); ``answers`` makes a reply credible."""
    others = [other for other in range(len(model.space.names)) if other != maker]

    def go(other: int, at: int) -> set[int]:
        credible = own_moves(model, other, at)
        return {end for end in credible if answers(other, at, end)} if concept == "sequential" else credible

    def is_undone(end: int) -> bool:
        for reply in ends_of_legal_sequences(others, end, go) if concept != "nash" else ():
            escapes = own_moves(model, maker, reply) if concept == "symmetric_metarational" else set()
            if all(deters(maker, cell, last) for last in {reply} | escapes):
                return True
        return False

    return all(is_undone(end) for end in own_moves(model, maker, cell) if leaves_for(maker, cell, end))


# Coalitions


def coalitions_of(n_makers: int) -> list[tuple[int, ...]]:
    return [members for size in range(1, n_makers + 1) for members in combinations(range(n_makers), size)]


def coalition_moves(model: GraphModel, members: tuple[int, ...], cell: int) -> set[int]:
    return ends_of_legal_sequences(members, cell, lambda maker, at: own_moves(model, maker, at))


def coalition_improvements(model: GraphModel, members: tuple[int, ...], cell: int) -> set[int]:
    return {end for end in coalition_moves(model, members, cell) if all_better(model, members, cell, end)}


def all_better(model: GraphModel, members: tuple[int, ...], start: int, end: int) -> bool:
    return all(rank_of(model, member, end) > rank_of(model, member, start) for member in members)


def coalition_stays(
    model: GraphModel, members: tuple[int, ...], cell: int, concept: str, sanctions: str = "coalitions"
) -> bool:
    improvements = coalition_improvements(model, members, cell)
    if concept == "nash":
        return not improvements
    outside = tuple(maker for maker in range(len(model.space.names)) if maker not in members)
    largest = 1 if sanctions == "individuals" else len(outside)
    answering = [k for k in coalitions_of(len(model.space.names)) if set(k) <= set(outside) and len(k) <= largest]
    improving = (
        {(k, at): coalition_improvements(model, k, at) for k in answering for at in states_of(model)}
        if concept == "sequential"
        else {}
    )

    def is_deterred(end: int) -> bool:
        if concept == "sequential":
            replies = ends_of_legal_sequences(answering, end, lambda k, at: improving[k, at])
        else:
            replies = coalition_moves(model, outside, end)
        for reply in replies:
            if all_better(model, members, cell, reply):
                continue
            if concept != "symmetric_metarational" or not any(
                all_better(model, members, cell, escape) for escape in coalition_moves(model, members, reply)
            ):
                return True
        return False

    return all(is_deterred(end) for end in improvements)


# Looking some moves ahead


def anticipated(model: GraphModel, maker: int, cell: int, horizon: int) -> int:
    """The published rule, for strict preferences."""
    moves = own_moves(model, maker, cell)
    if horizon == 0 or not moves:
        return cell
    ends = {anticipated(model, 1 - maker, move, horizon - 1) for move in moves}
    best = max(ends, key=lambda end: rank_of(model, maker, end))
    return best if rank_of(model, maker, best) > rank_of(model, maker, cell) else cell


def every_anticipation(model: GraphModel, maker: int, cell: int, horizon: int) -> set[tuple[int, bool]]:
    """(state foreseen, the mover stays) for every way of breaking ties, every turn by itself."""
    moves = sorted(own_moves(model, maker, cell))
    if horizon == 0 or not moves:
        return {(cell, True)}
    promises = [{end for end, _ in every_anticipation(model, 1 - maker, move, horizon - 1)} for move in moves]
    found: set[tuple[int, bool]] = set()
    for ends in _choices(promises):
        best = max(rank_of(model, maker, end) for end in ends)
        if best <= rank_of(model, maker, cell):
            found.add((cell, True))
        else:
            found |= {(end, False) for end in ends if rank_of(model, maker, end) == best}
    return found


def _choices(promises: list[set[int]]) -> set[frozenset[int]]:
    """Every set of ends that takes one end from each move."""
    chosen = {frozenset[int]()}
    for ends in promises:
        chosen = {some | {end} for some in chosen for end in ends}
    return chosen

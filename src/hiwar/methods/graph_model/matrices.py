"""Moves and their ends as relations between states, for analyses that look at pairs of states."""

from collections.abc import Sequence

import numpy as np

from hiwar.methods.graph_model.spaces import BoolArray, IntArray, ModelError, Space, moves_from

Lists = tuple[IntArray, ...]
"""For each state, the states moved to. States are counted by their place in ``space.states``."""


def check_size(space: Space, most_states: int) -> None:
    """Refuse a conflict whose pairs of states would not fit, before anything is allocated."""
    if (count := int(space.feasible.sum())) > most_states:
        raise ModelError(f"{count:,} states are too many to compare in pairs; {most_states:,} are the most")


def move_lists(space: Space) -> tuple[Lists, ...]:
    """For each decision maker, the moves it can make alone."""
    return tuple(
        tuple(np.searchsorted(space.states, moves_from(space, maker, cell)) for cell in space.states.tolist())
        for maker in range(len(space.names))
    )


def only(lists: Lists, allowed: BoolArray) -> Lists:
    """The moves that are allowed; ``allowed`` is (from, to)."""
    return tuple(targets[allowed[state, targets]] for state, targets in enumerate(lists))


def lists_of(relation: BoolArray) -> Lists:
    """The targets of each state in a relation (from, to)."""
    return tuple(np.flatnonzero(row) for row in relation)


def legal_ends(steps: Sequence[Lists], n_states: int) -> BoolArray:
    """(from, to): where legal sequences of one or more steps lead, no mover's lists being used twice in a row.

    Rows are packed into bits. A sequence that begins with one mover goes on with one that begins with another; the
    rows grow until nothing is added.
    """
    itself = np.packbits(np.eye(n_states, dtype=np.bool_), axis=1)
    ends = np.zeros((len(steps), *itself.shape), dtype=np.uint8)  # by who moves first
    has_grown = len(steps) > 0
    while has_grown:
        has_grown = False
        for first, lists in enumerate(steps):
            others = [end for other, end in enumerate(ends) if other != first]
            onward = np.bitwise_or.reduce([itself, *others])
            for state, targets in enumerate(lists):
                if targets.size:
                    row = np.bitwise_or.reduce(onward[targets], axis=0)
                    has_grown |= not np.array_equal(row, ends[first, state])
                    ends[first, state] = row
    together = np.bitwise_or.reduce(ends, axis=0) if len(steps) else np.zeros_like(itself)
    return np.unpackbits(together, axis=1, count=n_states).astype(np.bool_)


def without_escape(sanctions: BoolArray, own: Lists) -> BoolArray:
    """(from, end): a sanction from whose end no own move leads to where it would be none."""
    kept = sanctions.copy()
    for end, targets in enumerate(own):
        if targets.size:
            kept[:, end] &= sanctions[:, targets].all(axis=1)
    return kept


def first_unanswered(improvements: Lists, ends: BoolArray, sanctions: BoolArray) -> IntArray:
    """(state,): the first improvement from it after which no reply ends in a sanction of it; -1 if there is none.

    ``ends`` (from, to) says where replies lead; ``sanctions`` is (from, end).
    """
    found = np.full(len(improvements), -1, dtype=np.int64)
    for state, targets in enumerate(improvements):
        if targets.size:
            free = ~(ends[targets] & sanctions[state]).any(axis=1)
            if free.any():
                found[state] = targets[free.argmax()]
    return found


def all_answered(improvements: Lists, ends: BoolArray, sanctions: BoolArray) -> BoolArray:
    """(state,): every improvement from it has a reply that ends in a sanction of it."""
    answered: BoolArray = first_unanswered(improvements, ends, sanctions) < 0
    return answered

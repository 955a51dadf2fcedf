"""The Elmira groundwater conflict, as published: Hipel, Fang, Kilgour & Haight (1993); Fang, Hipel & Kilgour (1993).

The ministry may modify its control order, Uniroyal may delay, accept or abandon its plant, local government may insist
on the original order. Nine states, numbered from 1 as in the sources; rankings best first, without ties.
"""

import numpy as np

from hiwar.methods.graph_model import ArcForm, GraphModel, space_of

STATES = tuple("123456789")
MOVES = {
    "ministry": ("12", "34", "56", "78"),  # a modified order stays modified
    "Uniroyal": ("13", "19", "24", "29", "39", "49", "57", "59", "68", "69", "79", "89"),
    "local government": ("15", "51", "26", "62", "37", "73", "48", "84"),
}
RANKINGS = {"ministry": "734851269", "Uniroyal": "148593726", "local government": "735186429"}


def elmira() -> GraphModel:
    form = ArcForm(
        tuple(MOVES), STATES, {name: tuple((move[0], move[1]) for move in moves) for name, moves in MOVES.items()}
    )
    rank = np.zeros((3, 9), dtype=np.int32)
    for own, best_first in zip(rank, RANKINGS.values(), strict=True):
        own[[STATES.index(state) for state in best_first]] = range(9, 0, -1)
    return GraphModel(space_of(form), rank)

"""How GMCR+ and gmcr-py number states: feasible ones only, from 1, the first option varying fastest, N before Y."""

import numpy as np

from hiwar.methods.graph_model.spaces import IntArray, OptionSpace


def in_their_order(space: OptionSpace) -> IntArray:
    """Cells of the feasible states in the order of those tools; options with yes and no only."""
    key = np.zeros(space.states.size, dtype=np.int64)
    sizes = zip(space.form.options, space.option_sizes, space.option_strides, strict=True)
    for place, (option, size, stride) in enumerate(sizes):
        digits = (space.states // stride) % size
        key += (digits if option.levels[1] == "yes" else 1 - digits) << place
    ordered: IntArray = space.states[np.argsort(key)]
    return ordered

"""Matrices of chance, dense and sparse, with and without structure; numpy only."""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def random_judgements(n_descriptors: int, n_states: int, *, seed: int, density: float = 1.0) -> FloatArray:
    """Judgements from -3 to 3 whose rows add up to 0 in each section, as is the custom; some sections empty."""
    rng = np.random.default_rng(seed)
    table = np.zeros((n_descriptors, n_states, n_descriptors, n_states))
    for source in range(n_descriptors):
        for target in range(n_descriptors):
            if source == target or rng.random() >= density:
                continue
            rows = rng.integers(-3, 4, (n_states, n_states))
            while (wrong := rows.sum(axis=1) != 0).any():
                rows[wrong] = rng.integers(-3, 4, (int(wrong.sum()), n_states))
            table[source, :, target] = rows
    return table.reshape((n_descriptors * n_states,) * 2)


def ordered_judgements(n_descriptors: int, n_states: int, *, seed: int) -> FloatArray:
    """Each descriptor pulls four others up or (one in four) down its own scale."""
    rng = np.random.default_rng(seed)
    table = np.zeros((n_descriptors, n_states, n_descriptors, n_states))
    scale = np.linspace(-1, 1, n_states)
    for source in range(n_descriptors):
        others = [place for place in range(n_descriptors) if place != source]
        for target in rng.choice(others, size=4, replace=False):
            strength = int(rng.integers(1, 4)) * (-1 if rng.random() < 0.25 else 1)
            table[source, :, target] = np.rint(strength * np.outer(scale, scale))
    return table.reshape((n_descriptors * n_states,) * 2)

"""Random choices: tables of scenarios, and models of judgements."""

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.value_of_information import Judgement, MultilinearModel, PayoffTable

amounts = st.integers(-40, 40).map(lambda number: number / 4)


@st.composite
def tables(draw: st.DrawFn, *, with_gaps: bool = False) -> PayoffTable:
    """Up to three events with their combinations in no order, some of which cannot happen or are left out."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    rows = np.array(np.meshgrid(*(np.arange(size) for size in sizes), indexing="ij")).reshape(len(sizes), -1).T
    kept = draw(st.permutations(range(len(rows))))[: draw(st.integers(1, len(rows)))]
    weights = np.array([draw(st.integers(0, 5)) for _ in kept], dtype=float)
    weights[0] += 1
    n_alternatives = draw(st.integers(1, 4))
    values = np.array([[draw(amounts) for _ in kept] for _ in range(n_alternatives)])
    if with_gaps:
        for row in range(1, n_alternatives):
            values[row, draw(st.integers(0, len(kept) - 1))] = -np.inf
    return PayoffTable(
        alternatives=tuple(f"alternative {number}" for number in range(n_alternatives)),
        events=tuple(f"event {number}" for number in range(len(sizes))),
        values=values, chances=weights / weights.sum(), option_of=rows[list(kept)],
    )  # fmt: skip


@st.composite
def judgements(draw: st.DrawFn, number: int) -> Judgement:
    """A range, a triangle, an event, or something known."""
    low = draw(amounts)
    high = low + draw(st.integers(0, 20)) / 4
    kind = draw(st.sampled_from(["even", "triangle", "event"]))
    peak = low + draw(st.integers(0, 4)) / 4 * (high - low) if kind == "triangle" else None
    chance = draw(st.integers(0, 10)) / 10 if kind == "event" else None
    return Judgement(f"judgement {number}", low, high, most_likely=peak, chance_of_high=chance)


@st.composite
def models(draw: st.DrawFn, most: int = 4) -> MultilinearModel:
    """A few terms of a few judgements."""
    n, n_terms = draw(st.integers(1, most)), draw(st.integers(1, 5))
    members = np.array([[draw(st.booleans()) for _ in range(n)] for _ in range(n_terms)]).reshape(n_terms, n)
    n_alternatives = draw(st.integers(1, 4))
    return MultilinearModel(
        alternatives=tuple(f"alternative {number}" for number in range(n_alternatives)),
        judgements=tuple(draw(judgements(number)) for number in range(n)),
        coefficients=np.array([[draw(amounts) for _ in range(n_terms)] for _ in range(n_alternatives)]),
        members=members,
    )


@st.composite
def corner_tables(draw: st.DrawFn) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Values at four corners, round numbers so that ties are frequent."""
    n = draw(st.integers(1, 6))
    return np.array([[[draw(st.integers(-6, 6)) for _ in range(2)] for _ in range(2)] for _ in range(n)], dtype=float)

"""Random small influence diagrams."""

import numpy as np
from hypothesis import strategies as st

from hiwar.methods.calendar import Chance, Choice, InfluenceDiagram, Utility


@st.composite
def diagrams(draw: st.DrawFn, *, most_choices: int = 2) -> InfluenceDiagram:
    """Chances and choices in one order; a chance depends on what comes before, and may be seen by the next choice."""
    kinds = draw(st.lists(st.booleans(), min_size=1, max_size=3))
    kinds += [True] * draw(st.integers(1, most_choices))
    kinds = draw(st.permutations(kinds))
    rng = np.random.default_rng(draw(st.integers(0, 2**31)))
    choices: list[Choice] = []
    chances: list[Chance] = []
    sizes: dict[str, int] = {}
    unseen: list[str] = []
    for place, is_choice in enumerate(kinds):
        size = draw(st.integers(2, 3)) if len(sizes) < 3 else 2
        name, options = f"{'choice' if is_choice else 'chance'}{place}", tuple("xyz"[:size])
        if is_choice and len(choices) < most_choices:
            seen = draw(st.lists(st.sampled_from(unseen), unique=True)) if unseen else []
            unseen = [chance for chance in unseen if chance not in seen]
            choices.append(Choice(name, options, tuple(seen)))
        else:
            given = tuple(draw(st.lists(st.sampled_from(list(sizes)), unique=True, max_size=2))) if sizes else ()
            chances.append(Chance(name, options, table(rng, (*(sizes[one] for one in given), size)), given))
            unseen.append(name)
        sizes[name] = size
    count = draw(st.integers(1, 3))
    scopes = [tuple(draw(st.lists(st.sampled_from(list(sizes)), unique=True, max_size=2))) for _ in range(count)]
    utilities = tuple(
        Utility(f"utility{n}", rng.integers(-9, 10, [sizes[one] for one in scope]).astype(float), scope)
        for n, scope in enumerate(scopes)
    )
    return InfluenceDiagram(tuple(choices), tuple(chances), utilities)


def table(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Probabilities with some zeros among them."""
    weights = rng.integers(0, 4, shape).astype(float)
    weights[..., 0] += weights.sum(axis=-1) == 0
    found: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = weights / weights.sum(axis=-1, keepdims=True)
    return found

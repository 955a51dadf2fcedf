"""Random small networks."""

from hypothesis import strategies as st

from hiwar.methods.scheduling import Activity, Network


@st.composite
def networks(draw: st.DrawFn, most: int = 6, *, is_ranged: bool = True) -> Network:
    """Up to ``most`` activities in whole days, some with a first day or a deadline."""
    count = draw(st.integers(1, most))
    found = []
    for number in range(count):
        low = draw(st.integers(0, 6))
        spread = draw(st.integers(0, 5)) if is_ranged else 0
        before = draw(st.lists(st.sampled_from(range(number)), max_size=3, unique=True)) if number else []
        found.append(
            Activity(
                f"a{number}",
                (low, low + spread) if spread else low,
                tuple(f"a{place}" for place in before),
                not_before=draw(st.sampled_from([0, 0, 0, 3, 8])),
                deadline=draw(st.sampled_from([None, None, 5, 12])),
            )
        )
    return Network(tuple(draw(st.permutations(found))))

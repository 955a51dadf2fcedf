"""Random issues and readings of the model."""

from hypothesis import strategies as st

from hiwar.methods.positions import (
    Actor,
    Capitulation,
    Choice,
    Compromise,
    Conflict,
    ContestedIssue,
    Distance,
    Success,
    Variant,
    View,
    Votes,
)

whole = st.integers(0, 20).map(float)
"""Few values, so that ties are common."""
saliences = st.integers(0, 10).map(lambda tenth: tenth / 10)


@st.composite
def issues(draw: st.DrawFn, most: int = 7, ties: bool = True) -> ContestedIssue:
    positions = whole if ties else st.floats(0, 20)
    actors = draw(st.lists(st.tuples(positions, st.integers(1, 9).map(float), saliences), min_size=1, max_size=most))
    if not any(salience for _, _, salience in actors):
        actors[0] = (*actors[0][:2], 0.5)
    return ContestedIssue(tuple(Actor(f"actor {place}", *row) for place, row in enumerate(actors)), scale=(0, 20))


variants = st.builds(
    Variant,
    success=st.sampled_from(Success),
    votes=st.sampled_from(Votes),
    view=st.sampled_from(View),
    conflict=st.sampled_from(Conflict),
    capitulation=st.sampled_from(Capitulation),
    compromise=st.sampled_from(Compromise),
    choice=st.sampled_from(Choice),
    distance=st.sampled_from(Distance),
    status_quo_likelihood=st.sampled_from([0.0, 0.5, 1.0]),
)

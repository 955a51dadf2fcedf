"""Random bodies that vote."""

from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from hiwar.methods.voting_power import (
    Base,
    Majority,
    ModelError,
    Quota,
    TernaryGame,
    ThirdOption,
    VotingGame,
    analyse_ternary_power,
)

NAMES = "ABCDEFGHIJKLMNO"


@st.composite
def quotas(draw: st.DrawFn, players: tuple[str, ...], high: int = 9) -> Quota:
    """Something is needed, and together they have it."""
    kind = draw(st.sampled_from(["weights", "members", "fractions"]))
    weight: st.SearchStrategy[int | Fraction] = st.integers(0, high)
    if kind == "members":
        weight = st.just(1)
    elif kind == "fractions":
        weight = st.fractions(0, high, max_denominator=4)
    weights = {name: draw(weight) for name in players}
    total = sum(map(Fraction, weights.values()), Fraction(0))
    assume(total > 0)
    is_strict = draw(st.booleans())
    needed = total * draw(st.fractions(0 if is_strict else Fraction(1, 20), Fraction(19, 20), max_denominator=20))
    return Quota(weights, needed, is_strict)


@st.composite
def games(
    draw: st.DrawFn, n_players: tuple[int, int] = (1, 6), n_routes: int = 3, n_quotas: int = 2, high: int = 9
) -> VotingGame:
    """Several routes with several quotas each, and vetoes."""
    players = tuple(NAMES[: draw(st.integers(*n_players))])
    route = st.lists(quotas(players, high), min_size=1, max_size=n_quotas).map(tuple)
    routes = draw(st.lists(route, min_size=1, max_size=n_routes).map(tuple))
    return VotingGame(players, routes, tuple(name for name in players if draw(st.integers(0, 5)) == 0))


def single(n_players: tuple[int, int] = (1, 8), high: int = 9) -> st.SearchStrategy[VotingGame]:
    """One quota, perhaps vetoes."""
    return games(n_players, n_routes=1, n_quotas=1, high=high)


@st.composite
def ternary_games(draw: st.DrawFn, most_players: int = 5) -> TernaryGame:
    """Majorities of members, of those present or of votes cast, under a quorum, with vetoes."""
    players = tuple(NAMES[: draw(st.integers(1, most_players))])
    part = st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(1, 3), 0.6])
    weights = st.fixed_dictionaries(dict.fromkeys(players, st.integers(1, 5)))
    relative = st.builds(Majority, weights, part, st.sampled_from(Base), st.just(True))
    rules = draw(st.lists(st.one_of(quotas(players, 5), relative), min_size=1, max_size=2).map(tuple))
    quorum = draw(st.lists(quotas(players, 5), max_size=1).map(tuple))
    vetoes = tuple(name for name in players if draw(st.integers(0, 4)) == 0)
    game = TernaryGame(players, rules, draw(st.sampled_from(ThirdOption)), quorum, vetoes)
    try:
        analyse_ternary_power(game)
    except ModelError:
        assume(False)
    return game

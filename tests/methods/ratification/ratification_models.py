"""Small routes at random."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from hiwar.methods.ratification import (
    Agenda,
    Between,
    Bloc,
    Chamber,
    Issue,
    Position,
    Preferences,
    Route,
    Rule,
    VetoPlayer,
)

SHARES = [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(1)]

POSITIONS = [Position.FOR] * 5 + list(Position)
"""Often for, so that enough routes pass."""


@st.composite
def rules(draw: st.DrawFn, most_votes: int = 6) -> Rule:
    share = draw(st.sampled_from(SHARES))
    must_exceed = share != 1 and draw(st.booleans())
    votes = draw(st.sampled_from([0, 0, 1, most_votes // 2, most_votes])) if share else draw(st.integers(1, most_votes))
    return Rule(share, draw(st.sampled_from(["members", "present", "voting"])), must_exceed, votes)


@st.composite
def intervals(draw: st.DrawFn, high: int) -> Between:
    ends = sorted([draw(st.integers(0, high)), draw(st.integers(0, high))])
    return Between(*ends)


@st.composite
def blocs(draw: st.DrawFn, name: str, most_seats: int = 4) -> Bloc:
    if draw(st.integers(0, 11)) == 0:
        return Bloc(name, None, draw(st.sampled_from(POSITIONS)))
    seats = draw(st.integers(0, most_seats))
    position = draw(st.sampled_from(POSITIONS))
    attendance = draw(st.none() | st.integers(0, seats) | intervals(seats))
    cohesion: Fraction | int = 1
    if position in (Position.FOR, Position.AGAINST, Position.CONDITIONAL):
        cohesion = draw(st.sampled_from([Fraction(1), Fraction(3, 4), Fraction(1, 2)]))
    shares = None
    if position is Position.DIVIDED and draw(st.booleans()):
        parts = draw(intervals(4))
        shares = Between(Fraction(int(parts.low), 4), Fraction(int(parts.high), 4))
    return Bloc(name, seats, position, cohesion, shares, attendance, has_veto=draw(st.integers(0, 7)) == 0)


@st.composite
def chambers(draw: st.DrawFn, name: str = "Chamber", most_blocs: int = 3, most_seats: int = 4) -> Chamber:
    found = tuple(draw(blocs(f"{name} {number}", most_seats)) for number in range(draw(st.integers(0, most_blocs))))
    held = sum(bloc.seats or 0 for bloc in found)
    seats = max(1, held + draw(st.sampled_from([0, 0, 0, 1, 2])))
    quorum = draw(st.none() | st.integers(0, seats // 2) | st.integers(0, seats))
    return Chamber(name, seats, found, draw(rules()), quorum)


@st.composite
def players(draw: st.DrawFn, name: str) -> VetoPlayer:
    overriding = draw(st.none() | rules())
    return VetoPlayer(name, draw(st.sampled_from(POSITIONS)), draw(st.booleans()), overriding)


@st.composite
def routes(draw: st.DrawFn) -> Route:
    """One or two chambers and up to two veto players."""
    n_chambers = draw(st.integers(1, 2))
    most_blocs, most_seats = (3, 4) if n_chambers == 1 else (2, 3)
    several = tuple(draw(chambers(f"C{number}", most_blocs, most_seats)) for number in range(n_chambers))
    return Route("route", several, tuple(draw(players(f"P{number}")) for number in range(draw(st.integers(0, 2)))))


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    names = "ABC"[: draw(st.integers(1, 3))]
    issues = tuple(Issue(name, tuple(f"{name}{n}" for n in range(draw(st.integers(1, 3))))) for name in names)
    excluded = []
    for _ in range(draw(st.integers(0, 2))):
        several = draw(st.lists(st.sampled_from(issues), unique_by=lambda issue: issue.name, max_size=2))
        if several:
            excluded.append(
                {
                    issue.name: tuple(draw(st.lists(st.sampled_from(issue.options), min_size=1, unique=True)))
                    for issue in several
                }
            )
    return Agenda(issues, tuple(excluded))


def values() -> st.SearchStrategy[int | Fraction | Between | None]:
    exact = st.integers(-3, 5)
    return (
        exact
        | exact
        | exact.map(lambda number: Fraction(number, 2))
        | st.tuples(exact, st.integers(0, 3)).map(lambda pair: Between(pair[0], pair[0] + pair[1]))
        | st.none()
    )


@st.composite
def preferences(draw: st.DrawFn, agenda: Agenda) -> Preferences:
    kind = draw(st.sampled_from(["values", "stances", "both"]))
    worth: dict[str, dict[str, object]] = {}
    stances: dict[str, dict[str, Position]] = {}
    for issue in agenda.issues:
        if kind != "stances" and draw(st.integers(0, 5)):
            worth[issue.name] = {option: draw(values()) for option in issue.options if draw(st.integers(0, 7))}
        if kind != "values" and draw(st.booleans()):
            stances[issue.name] = {
                option: draw(st.sampled_from(POSITIONS)) for option in issue.options if draw(st.booleans())
            }
    return Preferences(worth, draw(values()), stances)  # type: ignore[arg-type]


@st.composite
def routes_over(draw: st.DrawFn, agenda: Agenda) -> Route:
    """A route some of whose blocs and veto players care for what the package is."""
    route = draw(routes())
    kinds = [draw(preferences(agenda)) for _ in range(3)]

    def maybe() -> Preferences | None:
        return draw(st.sampled_from([None, *kinds]))

    several = tuple(
        replace(chamber, blocs=tuple(replace(bloc, preferences=maybe()) for bloc in chamber.blocs))
        for chamber in route.chambers
    )
    players = tuple(replace(player, preferences=maybe()) for player in route.veto_players)
    return replace(route, chambers=several, veto_players=players)

"""Random negotiations for Hypothesis, small enough to list every package."""

from fractions import Fraction

from hypothesis import strategies as st

from hiwar.methods.packages import (
    UNSETTLED,
    AtLeast,
    AtMost,
    Excludes,
    Interaction,
    Issue,
    Negotiation,
    Number,
    Party,
    Pattern,
    Requires,
    Rule,
)

NUMBERS = st.one_of(st.integers(-3, 6), st.integers(-6, 12).map(lambda n: Fraction(n, 2)))


@st.composite
def patterns(draw: st.DrawFn, issues: tuple[Issue, ...], least: int = 1, most: int = 3) -> Pattern:
    named = draw(st.lists(st.sampled_from(issues), min_size=least, max_size=most, unique_by=lambda issue: issue.name))
    return {
        issue.name: tuple(draw(st.lists(st.sampled_from(issue.ways), min_size=1, max_size=2, unique=True)))
        for issue in named
    }


@st.composite
def rules(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Rule:
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return Excludes(draw(patterns(issues)))
    if kind == 1:
        return Requires(draw(patterns(issues, least=0, most=2)), draw(patterns(issues, most=2)))
    among = draw(patterns(issues, most=4))
    count = draw(st.integers(0, len(among)))
    return AtMost(count, among) if kind == 2 else AtLeast(count, among)


@st.composite
def parties(draw: st.DrawFn, name: str, issues: tuple[Issue, ...], *, states_reservation: bool) -> Party:
    worths: dict[str, dict[str, Number]] = {
        issue.name: {option: draw(NUMBERS) for option in issue.options} for issue in issues
    }
    for issue in issues:
        if issue.may_be_unsettled and draw(st.booleans()):
            worths[issue.name][UNSETTLED] = draw(NUMBERS)
    extra = draw(st.lists(st.builds(Interaction, patterns(issues, least=min(2, len(issues))), NUMBERS), max_size=2))
    low = st.integers(-30, 4 * len(issues))
    reservation = draw(low if states_reservation else st.none() | low)
    return Party(name, worths, tuple(extra), reservation, tuple(draw(st.lists(patterns(issues), max_size=1))))


@st.composite
def negotiations(
    draw: st.DrawFn,
    *,
    least_parties: int = 1,
    most_parties: int = 4,
    most_issues: int = 6,
    states_reservations: bool = False,
) -> Negotiation:
    n_issues = draw(st.integers(1, most_issues))
    most_options = 3 if n_issues < 6 else 2
    issues = tuple(
        Issue(
            f"issue {number}",
            tuple(f"option {option}" for option in range(draw(st.integers(1, most_options)))),
            may_be_unsettled=draw(st.booleans()) if n_issues < 5 else False,
        )
        for number in range(n_issues)
    )
    n_parties = draw(st.integers(least_parties, most_parties))
    several = tuple(
        draw(parties(f"party {number}", issues, states_reservation=states_reservations)) for number in range(n_parties)
    )
    fixed = {}
    if draw(st.integers(0, 4)) == 0:
        issue = draw(st.sampled_from(issues))
        fixed[issue.name] = draw(st.sampled_from(issue.ways))
    return Negotiation(issues, several, tuple(draw(st.lists(rules(issues), max_size=3))), fixed)

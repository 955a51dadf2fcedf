"""Random negotiations whose names are hard to write, for reading them again from every format."""

from fractions import Fraction

from hypothesis import strategies as st

from hiwar.methods.packages import (
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

NAMES = st.sampled_from(
    [
        "yes",
        "null",
        "1",
        "1.5",
        "a: b",
        "- x",
        "'",
        '"',
        "é ü",
        "حوار",
        "#",
        "{}",
        "<a>",
        "a & b",
        "~",
        "unsettled?",
        "0x1",
    ]
)
NUMBERS: st.SearchStrategy[Number] = st.one_of(
    st.integers(-50, 50),
    st.fractions(-5, 5, max_denominator=60),
    st.integers(-200, 200).map(lambda n: Fraction(n, 100)),
)


def names(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(NAMES, min_size=least, max_size=most, unique=True)


@st.composite
def patterns(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Pattern:
    several = draw(st.lists(st.sampled_from(issues), min_size=1, max_size=3, unique_by=lambda issue: issue.name))
    options = {issue.name: st.lists(st.sampled_from(issue.ways), min_size=1, unique=True) for issue in several}
    return {name: tuple(draw(one)) for name, one in options.items()}


@st.composite
def rules(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Rule:
    kind = draw(st.integers(0, 3))
    first = draw(patterns(issues))
    if kind == 0:
        return Excludes(first)
    if kind == 1:
        return Requires(first, draw(patterns(issues)))
    count = draw(st.integers(0, len(first)))
    return AtMost(count, first) if kind == 2 else AtLeast(count, first)


@st.composite
def additive(draw: st.DrawFn, *, parties: int = 2, may_be_unsettled: bool = False) -> Negotiation:
    """Worths and reservation values only."""
    issues = tuple(
        Issue(name, tuple(draw(names(1, 3))), may_be_unsettled and draw(st.booleans())) for name in draw(names(1, 4))
    )
    several = tuple(
        Party(
            name,
            {issue.name: {option: draw(NUMBERS) for option in issue.options} for issue in issues},
            reservation_value=draw(st.none() | NUMBERS),
        )
        for name in draw(names(parties, parties))
    )
    return Negotiation(issues, several)


@st.composite
def full(draw: st.DrawFn) -> Negotiation:
    """Everything a negotiation can hold."""
    form = draw(additive(may_be_unsettled=True))
    several = tuple(
        Party(
            party.name,
            party.worths,
            tuple(draw(st.lists(st.builds(Interaction, patterns(form.issues), NUMBERS), max_size=2))),
            party.reservation_value,
            tuple(draw(st.lists(patterns(form.issues), max_size=2))),
        )
        for party in form.parties
    )
    fixed = {issue.name: draw(st.sampled_from(issue.ways)) for issue in form.issues if draw(st.booleans())}
    return Negotiation(form.issues, several, tuple(draw(st.lists(rules(form.issues), max_size=3))), fixed)

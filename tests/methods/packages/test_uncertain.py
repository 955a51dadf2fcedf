"""Packages under uncertain worths: exact bounds, chances against counting, and what to learn first."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_models import negotiations
from packages_oracle import listed, points

from hiwar.methods.packages import Issue, ModelError, Negotiation, Party, list_packages
from hiwar.methods.packages.arrays import exact
from hiwar.methods.packages.learning import learn_first
from hiwar.methods.packages.uncertain import Between, Uncertain, cautious, draw_chances, hopeful


@st.composite
def uncertain_ones(draw: st.DrawFn) -> Uncertain:
    form = draw(negotiations(most_parties=2, most_issues=3, states_reservations=True))
    worths: dict[str, dict[str, dict[str, Between]]] = {}
    reservations = {}
    for party in form.parties:
        for issue in form.issues:
            if draw(st.integers(0, 3)) == 0:
                option = draw(st.sampled_from(issue.ways))
                low = draw(st.integers(-4, 4))
                between = Between(low, low + draw(st.integers(0, 5)))
                worths.setdefault(party.name, {})[issue.name] = {option: between}
        if draw(st.booleans()):
            low = draw(st.integers(-5, 5))
            reservations[party.name] = Between(low, low + draw(st.integers(0, 4)))
    return Uncertain(form, worths, reservations)


def corners(uncertain: Uncertain) -> list[Negotiation]:
    """All combinations of lower and upper bounds."""
    places = [
        (party, issue, option, between)
        for party, issues in uncertain.worths.items()
        for issue, options in issues.items()
        for option, between in options.items()
    ]
    limits = list(uncertain.reservation_values.items())
    found = []
    for signs in product((False, True), repeat=len(places) + len(limits)):
        parties = []
        for party in uncertain.form.parties:
            worths = {issue: dict(options) for issue, options in party.worths.items()}
            reservation = party.reservation_value
            for (name, issue, option, between), is_high in zip(places, signs, strict=False):
                if name == party.name:
                    worths[issue][option] = between.high if is_high else between.low
            for (name, between), is_high in zip(limits, signs[len(places) :], strict=True):
                if name == party.name:
                    reservation = between.high if is_high else between.low
            parties.append(Party(party.name, worths, party.interactions, reservation, party.red_lines))
        form = uncertain.form
        found.append(Negotiation(form.issues, tuple(parties), form.rules, form.fixed))
    return found


def names(form: Negotiation) -> set[tuple[str, ...]]:
    return {tuple(package.values()) for package, _ in listed(form, "acceptable")}


@given(uncertain_ones())
@settings(max_examples=40, deadline=None)
def test_packages_acceptable_under_all_judgements_are_those_of_every_corner(uncertain: Uncertain) -> None:
    every = [names(form) for form in corners(uncertain)]
    surely = {tuple(package.values()) for package in list_packages(cautious(uncertain))}
    perhaps = {tuple(package.values()) for package in list_packages(hopeful(uncertain))}
    assert surely == set.intersection(*every)
    assert perhaps == set.union(*every)


@given(uncertain_ones(), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_chances_are_certain_where_bounds_say_so(uncertain: Uncertain, seed: int) -> None:
    packages = [dict(package) for package, _ in listed(uncertain.form, "feasible")]
    surely, perhaps = names(cautious(uncertain)), names(hopeful(uncertain))
    found = draw_chances(uncertain, packages, draws=40, rng=np.random.default_rng(seed))
    for place, package in enumerate(packages):
        chosen = tuple(package.values())
        assert chosen not in surely or found.acceptable_to_all[place] == 1
        assert chosen in perhaps or found.acceptable_to_all[place] == 0
        assert found.acceptable_to_all[place] <= found.acceptable_to_each[place].min()


@pytest.fixture
def toll() -> Uncertain:
    """One party, a toll worth 0 to 10; no agreement is worth 4."""
    form = Negotiation(
        (Issue("toll", ("yes", "no")),), (Party("town", {"toll": {"yes": 5, "no": 3}}, reservation_value=4),)
    )
    return Uncertain(form, {"town": {"toll": {"yes": Between(0, 10)}}})


def test_a_chance_comes_within_its_standard_errors(toll: Uncertain) -> None:
    found = draw_chances(toll, [{"toll": "yes"}, {"toll": "no"}], draws=4000, rng=np.random.default_rng(1))
    assert found.acceptable_to_all_error[0] == pytest.approx(np.sqrt(0.24 / 4000), rel=0.05)
    assert abs(found.acceptable_to_all[0] - 0.6) < 4 * found.acceptable_to_all_error[0]
    assert (found.acceptable_to_all[1], found.acceptable_to_all_error[1]) == (0, 0)
    assert abs(found.undominated[0] - 0.7) < 4 * found.undominated_error[0]
    assert found.undominated.sum() == pytest.approx(1)


def test_the_same_seed_gives_the_same_chances(toll: Uncertain) -> None:
    one, other = (
        draw_chances(toll, [{"toll": "yes"}], draws=50, rng=np.random.default_rng(9)).acceptable_to_all for _ in "ab"
    )
    assert one[0] == other[0]


def test_what_to_learn_first_is_exact(toll: Uncertain) -> None:
    """Yes is worth 5 on average against 4; below 4 (four times in ten) no agreement is better, by 2 on average."""
    (lesson,) = learn_first(toll, "town", [{"toll": "yes"}, {"toll": "no"}])
    assert (lesson.issue, lesson.option) == ("toll", "yes")
    assert lesson.flips_at == 4
    assert lesson.chance == Fraction(4, 10)
    assert lesson.gain == Fraction(4, 10) * 2


@given(uncertain_ones(), st.data())
@settings(max_examples=40, deadline=None)
def test_the_gain_of_knowing_is_that_of_a_fine_grid(uncertain: Uncertain, data: st.DataObject) -> None:
    """Expected best value with the number known, less the best value without, by the midpoint rule."""
    packages = [dict(package) for package, _ in listed(uncertain.form, "feasible")]
    party = data.draw(st.sampled_from(uncertain.form.parties))
    steps = 200
    for lesson in learn_first(uncertain, party.name, packages):
        if lesson.issue is None or lesson.option is None:
            continue
        between = uncertain.worths[party.name][lesson.issue][lesson.option]
        low, span = float(between.low), float(between.high) - float(between.low)
        values, reservation = middle(uncertain, party, packages)
        moves = np.array([package[lesson.issue] == lesson.option for package in packages] + [False])
        choices = np.array([*values, reservation])
        grid = (np.arange(steps) + 0.5) / steps * span - span / 2
        known = (choices[None, :] + grid[:, None] * moves).max(axis=1).mean()
        assert float(lesson.gain) == pytest.approx(known - choices.max(), abs=span / steps)
        assert lesson.flips_at is None or low < lesson.flips_at < low + span


def middle(uncertain: Uncertain, party: Party, packages: list[dict[str, str]]) -> tuple[list[float], float]:
    worths = {issue: dict(options) for issue, options in party.worths.items()}
    for issue, options in uncertain.worths.get(party.name, {}).items():
        for option, between in options.items():
            worths[issue][option] = (exact(between.low, "") + exact(between.high, "")) / 2
    limits = uncertain.reservation_values.get(party.name)
    reservation = party.reservation_value or 0
    if limits is not None:
        reservation = (exact(limits.low, "") + exact(limits.high, "")) / 2
    own = Party(party.name, worths, party.interactions)
    return [float(points(own, package)) for package in packages], float(reservation)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"worths": {"city": {}}}, "'city' is no party"),
        ({"worths": {"town": {"toll": {"maybe": Between(0, 1)}}}}, "no option 'maybe'"),
        ({"worths": {"town": {"toll": {"yes": Between(2, 1)}}}}, "lower bound 2 is above"),
        ({"reservation_values": {"town": Between(2, 1)}}, "lower bound 2 is above"),
    ],
)
def test_what_makes_no_sense_is_refused(toll: Uncertain, wrong: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        cautious(Uncertain(toll.form, **wrong))  # type: ignore[arg-type]

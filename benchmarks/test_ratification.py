"""Ratification: verdict, chance, cheapest sets by the number of blocs; win-sets by the number of issues."""

from fractions import Fraction

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.ratification import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    Agenda,
    Between,
    Bloc,
    Chamber,
    Costs,
    Issue,
    Position,
    Preferences,
    Route,
    cheapest_winning_set,
    passing_probability,
    pivotal,
    verdict,
    win_set,
)


def parliament(n_blocs: int) -> Route:
    """Blocs of 1 to 15 seats at random positions, half of each perhaps absent, and a quorum of half the seats."""
    rng = np.random.default_rng(1)
    blocs = []
    for number in range(n_blocs):
        seats = int(rng.integers(1, 16))
        position = list(Position)[rng.integers(len(Position))]
        chance = Fraction(int(rng.integers(1, 100)), 100)
        attendance = Between(seats // 2, seats)
        blocs.append(Bloc(f"b{number}", seats, position, attendance=attendance, probability=chance))
    held = sum(bloc.seats or 0 for bloc in blocs)
    return Route("r", (Chamber("A", held + 5, tuple(blocs), MAJORITY_OF_PRESENT, held // 2),))


@pytest.mark.parametrize("n_blocs", [40, 100])
def test_verdict(benchmark: BenchmarkFixture, n_blocs: int) -> None:
    benchmark(verdict, parliament(n_blocs))


@pytest.mark.parametrize("n_blocs", [40, 100])
def test_chance(benchmark: BenchmarkFixture, n_blocs: int) -> None:
    assert benchmark(passing_probability, parliament(n_blocs)).draws == 0


@pytest.mark.parametrize("n_blocs", [40, 100])
def test_cheapest_winning_set(benchmark: BenchmarkFixture, n_blocs: int) -> None:
    assert benchmark(cheapest_winning_set, parliament(n_blocs), Costs("seat")).is_possible


def test_pivotal_sets_of_three_among_forty(benchmark: BenchmarkFixture) -> None:
    assert benchmark(pivotal, parliament(40)).largest == 3


@pytest.mark.parametrize(("n_issues", "n_options", "n_blocs"), [(8, 3, 6), (10, 4, 8)])
def test_win_set_of_unlike_values(benchmark: BenchmarkFixture, n_issues: int, n_options: int, n_blocs: int) -> None:
    """Values drawn at random: hardly two partial packages leave everybody the same."""
    rng = np.random.default_rng(1)
    agenda = Agenda(tuple(Issue(f"i{i}", tuple(f"o{o}" for o in range(n_options))) for i in range(n_issues)))
    blocs = []
    for number in range(n_blocs):
        values = {issue.name: {option: int(rng.integers(0, 21)) for option in issue.options} for issue in agenda.issues}
        blocs.append(Bloc(f"b{number}", int(rng.integers(5, 31)), preferences=Preferences(values, 10 * n_issues)))
    chamber = Chamber("A", sum(bloc.seats or 0 for bloc in blocs), tuple(blocs), MAJORITY_OF_MEMBERS)
    assert benchmark(win_set, Route("r", (chamber,)), agenda).n_packages == n_options**n_issues


def test_win_set_of_a_thousand_million_packages_with_equal_values(benchmark: BenchmarkFixture) -> None:
    issues = tuple(Issue(f"i{number}", ("yes", "no")) for number in range(30))
    blocs = tuple(
        Bloc(f"b{start}", 10, preferences=Preferences({i.name: {"yes": 1, "no": 0} for i in issues[start::3]}, 5))
        for start in range(3)
    )
    route = Route("r", (Chamber("A", 30, blocs, MAJORITY_OF_MEMBERS),))
    assert benchmark(win_set, route, Agenda(issues)).n_packages == 2**30

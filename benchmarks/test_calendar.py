"""Calendars and influence diagrams: one at a time, very many at once, and against pyAgrum on the same diagram."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.calendar import (
    Accrual,
    Calendar,
    Chance,
    Choice,
    Course,
    Effect,
    Event,
    InfluenceDiagram,
    Utility,
    Values,
    flips,
    ranges,
    roll_back,
    roll_back_many,
    solve_diagram,
    solve_diagrams,
    start_dates,
    to_pyagrum,
)
from hiwar.methods.calendar.pyagrum_export import import_pyagrum

MANY = 100_000


def wildcatter() -> InfluenceDiagram:
    """Two stages: test or not, then drill or not."""
    soundings = [[[0.1, 0.3, 0.6], [0.3, 0.4, 0.3], [0.5, 0.4, 0.1]], [[1.0, 0.0, 0.0]] * 3]
    return InfluenceDiagram(
        (Choice("test", ("yes", "no")), Choice("drill", ("yes", "no"), ("sounding",))),
        (Chance("oil", ("dry", "wet", "soaking"), [0.5, 0.3, 0.2]),
         Chance("sounding", ("closed", "open", "diffuse"), soundings, ("test", "oil"))),
        (Utility("cost", [-10.0, 0.0], ("test",)),
         Utility("reward", [[-70.0, 50.0, 200.0], [0.0, 0.0, 0.0]], ("drill", "oil"))),
    )  # fmt: skip


def judged(n_events: int, n_dates: int, n_courses: int = 5, n_effects: int = 60) -> tuple[Calendar, Values]:
    """Ranges of points and likelihoods, eight domains with free weights, an event between any two dates."""
    rng = np.random.default_rng(7)
    events = tuple(
        Event(f"event {n}", 10 * n + 5, ("a", "b"), {"a": (0.3, 0.6), "b": (0.4, 0.7)}) for n in range(n_events)
    )
    names = [f"course {n}" for n in range(n_courses)]
    effects = [Effect(f"delay {n}", (-0.2, 0.0), accrues=Accrual(0), domain=f"domain {n}") for n in range(8)]
    for n in range(n_effects):
        event, low = f"event {rng.integers(n_events)}", float(rng.uniform(-40, 30))
        when = {event: (str(rng.choice(["a", "b"])),)} if rng.random() < 0.4 else None
        effects.append(Effect(f"effect {n}", (low, low + float(rng.uniform(0, 40))), (str(rng.choice(names)),), when,
                              domain=f"domain {rng.integers(8)}"))  # fmt: skip
    weights = tuple({f"domain {n}": float(n == corner) for n in range(8)} for corner in range(8))
    calendar = Calendar(tuple(range(0, 10 * n_dates, 10)), tuple(map(Course, names)), events)
    return calendar, Values(tuple(effects), weights)


def test_one_diagram(benchmark: BenchmarkFixture) -> None:
    assert benchmark(solve_diagram, wildcatter()).expected == pytest.approx(22.5)


def test_one_diagram_by_pyagrum(benchmark: BenchmarkFixture) -> None:
    """The inference alone; the diagram is built before the clock starts."""
    library, diagram = import_pyagrum(), to_pyagrum(wildcatter())

    def solve() -> float:
        inference = library.ShaferShenoyLIMIDInference(diagram)
        inference.makeInference()
        return float(inference.MEU()["mean"])

    assert benchmark(solve) == pytest.approx(22.5)


def test_very_many_two_stage_diagrams(benchmark: BenchmarkFixture) -> None:
    rng = np.random.default_rng(7)
    rewards = np.asarray(wildcatter().utilities[1].table)[..., None] + rng.normal(size=(2, 3, MANY))
    tables = {"oil": rng.dirichlet(np.ones(3), MANY).T, "reward": rewards}
    assert benchmark(solve_diagrams, wildcatter(), tables).expected.shape == (MANY,)


@pytest.mark.parametrize("n_dates", [2, 3])
def test_very_many_judgements_of_a_calendar(benchmark: BenchmarkFixture, n_dates: int) -> None:
    calendar, values = judged(n_dates - 1, n_dates, n_courses=3, n_effects=6)
    share = np.random.default_rng(7).uniform(size=MANY)
    likelihoods = {event.name: np.column_stack([share, 1 - share]) for event in calendar.events}
    assert benchmark(roll_back_many, calendar, values, likelihoods=likelihoods).expected.shape == (MANY,)


@pytest.mark.parametrize("n_events", [1, 2, 3, 6])
def test_roll_back(benchmark: BenchmarkFixture, n_events: int) -> None:
    benchmark(roll_back, *judged(n_events, n_events + 1))


@pytest.mark.parametrize("n_events", [1, 2, 3])
def test_ranges(benchmark: BenchmarkFixture, n_events: int) -> None:
    benchmark(ranges, *judged(n_events, n_events + 1))


@pytest.mark.parametrize("n_events", [1, 2, 3])
def test_start_dates(benchmark: BenchmarkFixture, n_events: int) -> None:
    benchmark(start_dates, *judged(n_events, n_events + 1))


def test_flips(benchmark: BenchmarkFixture) -> None:
    benchmark(flips, *judged(3, 4))

"""What a policy is worth to a party, the one that follows it or another."""

from dataclasses import dataclass

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.calendar.arrays import Arrays, compile_calendar, compile_values
from hiwar.methods.calendar.differences import value_bounds
from hiwar.methods.calendar.forms import NEVER, WAIT, Calendar, Day, ModelError, Scenario, Values
from hiwar.methods.calendar.plans import extreme_chances
from hiwar.methods.calendar.results import Decision
from hiwar.methods.calendar.roll_back import free_chances, magnitude, told
from hiwar.methods.calendar.rolling import history_chances, scenario_chances


@dataclass(frozen=True)
class ScenarioWorth:
    """Where a policy leads in one scenario, and what that is worth."""

    scenario: Scenario
    date: Day | None
    """Of the commitment; None: none is made."""
    course: str
    low: float
    centre: float
    high: float


@dataclass(frozen=True)
class Worth:
    """What a policy is worth to one party; bounds are exact."""

    expected: float | None
    """At the central judgements; None if it depends on a likelihood that nobody stated."""
    low: float
    high: float
    scenarios: tuple[ScenarioWorth, ...]


def follow(calendar: Calendar, policy: tuple[Decision, ...], values: Values) -> Worth:
    """Say what a policy is worth to a party, whoever follows it: another party's calendar is the seat's.

    Of ties the first option is followed. ``policy`` is that of a `RollBack`, or a plan of `Ranges`.

    Raises
    ------
    ModelError
        The policy leaves a decision open, or does not belong to the calendar.
    """
    arrays = compile_calendar(calendar)
    stakes = compile_values(arrays, values)
    scenarios = arrays.histories(len(arrays.events))
    ends = [_end(arrays, policy, scenario) for scenario in scenarios]
    never = len(arrays.courses)
    counts = np.array([
        stakes.counts_never[s] if course == never else stakes.counts[course, date, s]
        for s, (course, date) in enumerate(ends)
    ])  # fmt: skip
    low, high = value_bounds(stakes, counts[:, None])
    centre = counts @ stakes.central_points
    names, dates = (*arrays.courses, NEVER), (*calendar.dates, None)
    parts = tuple(
        ScenarioWorth(scenario, None if course == never else dates[date], names[course], *figures)
        for scenario, (course, date), figures in zip(
            scenarios, ends, zip(low.tolist(), centre.tolist(), high.tolist(), strict=True), strict=True)
    )  # fmt: skip
    least, most = value_bounds(stakes, _chances(arrays, extreme_chances(arrays, stakes), ends) @ counts)
    expected = _chances(arrays, free_chances(arrays), ends) @ centre
    return Worth(told(expected, magnitude(stakes)), float(least) + 0.0, float(most) + 0.0, parts)


def _end(arrays: Arrays, policy: tuple[Decision, ...], scenario: Scenario) -> tuple[int, int]:
    """(course, date) where a policy leads in a scenario."""
    for decision in policy:
        if decision.history.items() <= scenario.items():
            if not decision.choose:
                raise ModelError(f"the policy leaves open what to do on {decision.date}; a likelihood is not stated")
            choice = decision.choose[0]
            if choice == WAIT:
                return _end(arrays, decision.then, scenario)
            date = arrays.calendar.dates.index(decision.date)
            return (len(arrays.courses) if choice == NEVER else arrays.courses.index(choice)), date
    raise ModelError(f"the policy does not say what to do in {dict(scenario)}")


def _chances(arrays: Arrays, chances: FloatArray, ends: list[tuple[int, int]]) -> FloatArray:
    """(judgement, scenario): likelihood of each scenario under the policy; a commitment may change later ones."""
    found = np.empty((len(chances), arrays.n_scenarios))
    for course, date in sorted(set(ends)):
        known = len(arrays.events) if course == len(arrays.courses) else arrays.known[date]
        before = history_chances(arrays, chances, 0, known)
        after, n_histories = scenario_chances(arrays, chances, course, known)
        both = np.repeat(before, arrays.n_scenarios // n_histories, axis=1) * after
        here = [place for place, end in enumerate(ends) if end == (course, date)]
        found[:, here] = both[:, here]
    return found

"""The calendar by its definition: every policy is listed and averaged over every scenario, one judgement at a time."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

import numpy as np

from hiwar.methods.calendar import NEVER, WAIT, Calendar, Course, Day, Decision, Effect, Event, Moment, Pattern, Values

Scenario = dict[str, str]
Policy = Mapping[tuple[Day, tuple[tuple[str, str], ...]], str]
"""Date and history to a choice."""


@dataclass(frozen=True)
class Judgement:
    """One figure for everything that was stated as a range."""

    points: Mapping[str, float]
    weights: Mapping[str, float]
    likelihoods: Mapping[tuple[str, int], Mapping[str, float]]
    """Event and place (0 its own, n the n-th `Given`) to its distribution."""


def number(day: Day) -> int:
    return day.toordinal() if isinstance(day, datetime.date) else day


def ordered(calendar: Calendar) -> list[Event]:
    return sorted(calendar.events, key=lambda event: number(event.on))


def scenarios(calendar: Calendar) -> list[Scenario]:
    events = ordered(calendar)
    return [
        dict(zip([e.name for e in events], options, strict=True)) for options in product(*(e.options for e in events))
    ]


def moment(calendar: Calendar, when: Moment) -> int:
    if isinstance(when, str):
        return next(number(event.on) for event in calendar.events if event.name == when)
    return number(when)


def holds(pattern: Pattern | None, scenario: Mapping[str, str]) -> bool:
    return all(scenario[name] in ways for name, ways in (pattern or {}).items())


def known(calendar: Calendar, date: Day, scenario: Scenario) -> Scenario:
    settled = {event.name for event in calendar.events if number(event.on) <= number(date)}
    return {name: way for name, way in scenario.items() if name in settled}


def alike(calendar: Calendar, date: Day, scenario: Scenario) -> list[Scenario]:
    """The scenarios that look the same on a date."""
    history = known(calendar, date, scenario)
    return [other for other in scenarios(calendar) if history.items() <= other.items()]


def carried_out(course: Course, scenario: Scenario) -> bool:
    return all(holds(pattern, scenario) for pattern in course.needs)


def counts_as(calendar: Calendar, name: str, scenario: Scenario) -> str | None:
    seen: set[str] = set()
    while name != NEVER:
        course = next(course for course in calendar.courses if course.name == name)
        if carried_out(course, scenario):
            return name
        if name in seen or course.if_it_fails is None:
            return None
        seen.add(name)
        name = course.if_it_fails
    return name


def can_start(calendar: Calendar, course: Course, date: Day, scenario: Scenario) -> bool:
    day, same = number(date), alike(calendar, date, scenario)
    if course.opens is not None and day < moment(calendar, course.opens):
        return False
    if course.closes is not None and day >= moment(calendar, course.closes):
        return False
    if course.opened_by and not any(all(holds(p, other) for other in same) for p in course.opened_by):
        return False
    if any(all(holds(p, other) for other in same) for p in course.closed_by):
        return False
    sure = [carried_out(course, other) for other in same]
    return any(sure) if course.if_it_fails is not None else all(sure)


def times(calendar: Calendar, effect: Effect, course: str, date: Day | None, scenario: Scenario) -> float:
    """How often an effect counts if the course is started on the date (None: never)."""
    name = NEVER if course == NEVER else counts_as(calendar, course, scenario)
    if name is None or (effect.courses and name not in effect.courses) or not holds(effect.when, scenario):
        return 0.0
    start = np.inf if date is None else number(date)
    if effect.started_from is not None and start < moment(calendar, effect.started_from):
        return 0.0
    if effect.started_before is not None and not start < moment(calendar, effect.started_before):
        return 0.0
    if effect.accrues is None:
        return 1.0
    end = number(calendar.ends if calendar.ends is not None else calendar.dates[-1])
    until = end if effect.accrues.until is None else moment(calendar, effect.accrues.until)
    return float(max(min(start, until) - moment(calendar, effect.accrues.since), 0.0))


def nodes(calendar: Calendar, dates: tuple[Day, ...]) -> list[tuple[Day, tuple[tuple[str, str], ...]]]:
    every = scenarios(calendar)
    histories = {date: dict.fromkeys(tuple(known(calendar, date, s).items()) for s in every) for date in dates}
    return [(date, history) for date in dates for history in histories[date]]


def open_options(
    calendar: Calendar, dates: tuple[Day, ...], date: Day, scenario: Scenario, *, must_commit: bool
) -> list[str]:
    names = [course.name for course in calendar.courses if can_start(calendar, course, date, scenario)]
    if date != dates[-1]:
        return [*names, WAIT]
    return names if names and must_commit else [*names, NEVER]


def policies(
    calendar: Calendar, dates: tuple[Day, ...], start: Day, scenario: Scenario, *, must_commit: bool
) -> Iterator[Policy]:
    """Every policy from a date and what is known then."""
    later = dates[dates.index(start) + 1 :]
    here = (start, tuple(known(calendar, start, scenario).items()))
    for option in open_options(calendar, dates, start, scenario, must_commit=must_commit):
        if option != WAIT:
            yield {here: option}
            continue
        following = list(
            {tuple(known(calendar, later[0], s).items()): s for s in alike(calendar, start, scenario)}.values()
        )
        branches = [list(policies(calendar, dates, later[0], s, must_commit=must_commit)) for s in following]
        for combination in product(*branches):
            yield {here: WAIT} | {key: choice for part in combination for key, choice in part.items()}


def end(calendar: Calendar, policy: Policy, dates: tuple[Day, ...], scenario: Scenario) -> tuple[str, Day | None]:
    for date in dates:
        choice = policy[date, tuple(known(calendar, date, scenario).items())]
        if choice == NEVER:
            break
        if choice != WAIT:
            return choice, date
    return NEVER, None


def worth(
    calendar: Calendar, values: Values, judgement: Judgement, policy: Policy, dates: tuple[Day, ...],
    start: Day, scenario: Scenario,
) -> float:  # fmt: skip
    """Expected from a date and what is known then, by the definition of an expectation."""
    here = dates[dates.index(start) :]
    total, mass = 0.0, 0.0
    for other in alike(calendar, start, scenario):
        course, date = end(calendar, policy, here, other)
        likelihood = _from(calendar, judgement, other, course, date, start)
        total += likelihood * outcome(calendar, values, judgement, course, date, other)
        mass += likelihood
    assert abs(mass - 1) < 1e-9
    return total


def _from(
    calendar: Calendar, judgement: Judgement, scenario: Scenario, course: str, date: Day | None, start: Day
) -> float:
    """Likelihood of what is still open on a date."""
    found = 1.0
    for event in ordered(calendar):
        if number(event.on) <= number(start):
            continue
        committed = course if date is not None and number(event.on) > number(date) else None
        place = next((n for n, given in enumerate(event.given, start=1) if holds(given.when, scenario)
                      and (not given.after or committed in given.after)), 0)  # fmt: skip
        found *= judgement.likelihoods[event.name, place][scenario[event.name]]
    return found


def outcome(
    calendar: Calendar, values: Values, judgement: Judgement, course: str, date: Day | None, scenario: Scenario
) -> float:
    """Points in one scenario."""
    return sum(
        judgement.points[effect.name] * judgement.weights.get(effect.domain, 1.0)
        * times(calendar, effect, course, date, scenario)
        for effect in values.effects
    )  # fmt: skip


def ends_of(amount: float | tuple[float, float]) -> tuple[float, float]:
    return amount if isinstance(amount, tuple) else (amount, amount)


def corners(calendar: Calendar, values: Values) -> list[Judgement]:
    """Every combination of extremes of what is stated."""
    points = [sorted(set(ends_of(effect.points))) for effect in values.effects]
    weights = list(values.weights) or [{}]
    keys, spans = [], []
    for event in calendar.events:
        for place, likelihood in enumerate([event.likelihood, *(given.likelihood for given in event.given)]):
            keys.append((event.name, place))
            spans.append(extremes(event, likelihood))
    return [
        Judgement(dict(zip([effect.name for effect in values.effects], amounts, strict=True)), weight,
                  dict(zip(keys, chosen, strict=True)))
        for amounts in product(*points) for weight in weights for chosen in product(*spans)
    ]  # fmt: skip


def extremes(event: Event, likelihood: Mapping[str, float | tuple[float, float]] | None) -> list[dict[str, float]]:
    """Extreme distributions: fill up from the lower bounds in every order."""
    spans = {option: (0.0, 1.0) if likelihood is None else ends_of(likelihood[option]) for option in event.options}
    found: dict[tuple[float, ...], dict[str, float]] = {}
    for order in permutations(event.options):
        left = 1.0 - sum(low for low, _ in spans.values())
        chosen = {}
        for option in order:
            low, high = spans[option]
            more = min(high - low, max(left, 0.0))
            chosen[option] = low + more
            left -= more
        found[tuple(round(chosen[option], 9) for option in event.options)] = chosen
    return list(found.values())


def as_policy(decisions: tuple[Decision, ...]) -> dict[tuple[Day, tuple[tuple[str, str], ...]], str]:
    """A policy of the package in the form of this module."""
    found: dict[tuple[Day, tuple[tuple[str, str], ...]], str] = {}
    for decision in decisions:
        found[decision.date, tuple(decision.history.items())] = decision.choose[0]
        found |= as_policy(decision.then)
    return found

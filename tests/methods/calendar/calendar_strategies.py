"""Random small calendars."""

from collections.abc import Mapping

from hypothesis import strategies as st

from hiwar.methods.calendar import (
    NEVER,
    Accrual,
    Calendar,
    Course,
    Effect,
    Event,
    Given,
    Moment,
    Pattern,
    Range,
    Values,
)

Drawn = tuple[Calendar, Values]
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@st.composite
def likelihoods(
    draw: st.DrawFn, options: tuple[str, ...], *, ranges: bool, missing: bool
) -> Mapping[str, Range] | None:
    if missing and draw(st.integers(0, 3)) == 0:
        return None
    cuts = sorted(draw(st.lists(st.sampled_from(QUARTERS), min_size=len(options) - 1, max_size=len(options) - 1)))
    shares = [b - a for a, b in zip([0.0, *cuts], [*cuts, 1.0], strict=True)]
    if not ranges or draw(st.booleans()):
        return dict(zip(options, shares, strict=True))
    return {
        option: (max(share - 0.25, 0.0), min(share + 0.25, 1.0)) for option, share in zip(options, shares, strict=True)
    }


@st.composite
def patterns(draw: st.DrawFn, events: tuple[Event, ...]) -> Pattern | None:
    if not events or draw(st.booleans()):
        return None
    event = draw(st.sampled_from(events))
    return {event.name: (draw(st.sampled_from(event.options)),)}


@st.composite
def event_lists(draw: st.DrawFn, names: tuple[str, ...], *, ranges: bool, missing: bool) -> tuple[Event, ...]:
    found: list[Event] = []
    for place in range(draw(st.integers(0, 2))):
        options = ("yes", "no")
        own = draw(likelihoods(options, ranges=ranges, missing=missing))
        given = []
        if draw(st.integers(0, 2)) == 0:
            when = draw(patterns(tuple(found)))
            after = (draw(st.sampled_from(names)),) if draw(st.booleans()) else ()
            if when is not None or after:
                stated = draw(likelihoods(options, ranges=ranges, missing=False))
                given.append(Given(stated or {}, when, after))
        # Later than the events before it, so that conditions on them are about the past.
        day = draw(st.integers(0, 20)) + 21 * place - 1
        found.append(Event(f"event{place}", day, options, own, tuple(given)))
    return tuple(found)


@st.composite
def courses(draw: st.DrawFn, name: str, others: tuple[str, ...], events: tuple[Event, ...]) -> Course:
    kind = draw(st.sampled_from(("plain", "plain", "opens", "closes", "opened", "closed", "needs", "falls back")))
    pattern = draw(patterns(events))
    moments: list[Moment] = [*(event.name for event in events), 5, 15]
    moment = draw(st.sampled_from(moments))
    if kind == "opens":
        return Course(name, opens=moment)
    if kind == "closes":
        return Course(name, closes=moment)
    if pattern is None:
        return Course(name)
    if kind == "opened":
        return Course(name, opened_by=(pattern,))
    if kind == "closed":
        return Course(name, closed_by=(pattern,))
    if kind == "needs":
        return Course(name, needs=(pattern,))
    if kind == "falls back":
        fallback = draw(st.sampled_from([other for other in (*others, NEVER) if other != name]))
        return Course(name, needs=(pattern,), if_it_fails=fallback)
    return Course(name)


@st.composite
def effects(draw: st.DrawFn, place: int, calendar: Calendar, *, ranges: bool) -> Effect:
    low = draw(st.integers(-5, 5))  # small, so that near ties are common
    width = draw(st.integers(0, 4)) if ranges else 0
    names = [*(course.name for course in calendar.courses), NEVER]
    who = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    moments: list[Moment] = [*(event.name for event in calendar.events), 5, 15]
    timing = draw(st.sampled_from(("always", "always", "from", "before", "accrues")))
    return Effect(
        f"effect{place}", (float(low), float(low + width)), tuple(who), draw(patterns(calendar.events)),
        started_from=draw(st.sampled_from(moments)) if timing == "from" else None,
        started_before=draw(st.sampled_from(moments)) if timing == "before" else None,
        accrues=Accrual(0, draw(st.one_of(st.none(), st.sampled_from(moments)))) if timing == "accrues" else None,
        domain=draw(st.sampled_from(("", "wide"))),
    )  # fmt: skip


@st.composite
def calendars(
    draw: st.DrawFn, *, ranges: bool = False, missing: bool = False, most_dates: int = 3, most_effects: int = 4
) -> Drawn:
    names = ("a", "b", "c")[: draw(st.integers(1, 3))]
    events = draw(event_lists(names, ranges=ranges, missing=missing))
    dates = tuple(sorted(draw(st.sets(st.sampled_from((0, 10, 20, 30)), min_size=1, max_size=most_dates))))
    own = tuple(draw(courses(name, names, events)) for name in names)
    calendar = Calendar(dates, own, events, draw(st.booleans()), draw(st.sampled_from((None, 45))))
    listed = tuple(draw(effects(n, calendar, ranges=ranges)) for n in range(draw(st.integers(1, most_effects))))
    weights = draw(st.sampled_from(((), ({"": 1.0, "wide": 0.5},), ({"": 1.0, "wide": 0.0}, {"": 0.25, "wide": 0.75}))))
    return calendar, Values(listed, weights)

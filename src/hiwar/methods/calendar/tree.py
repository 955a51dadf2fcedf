"""The decision tree of a calendar as plain rows, for tables and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hiwar.methods.calendar.checks import in_order, number_of
from hiwar.methods.calendar.forms import WAIT, Calendar, Day, Event, Scenario, Values
from hiwar.methods.calendar.ranges import NodeRanges, Ranges, ranges
from hiwar.methods.calendar.results import Node, RollBack, label
from hiwar.methods.calendar.roll_back import roll_back


@dataclass(frozen=True)
class Branch:
    """A node of the tree with the branch that leads to it."""

    id: str
    parent: str | None
    kind: Literal["decision", "chance", "end"]
    """The seat decides there, an event is settled there, or the seat has committed itself."""
    day: Day
    name: str
    """What leads there: a course, `WAIT`, `NEVER`, or an option of the event settled before; empty at the root."""
    event: str
    """The event that is settled there; empty but for chances."""
    likelihood: float | None
    """Of the option that leads there, at the central judgements; None where it is no event's, or nobody stated it."""
    expected: float | None
    """Of the branch, as in `Option.expected`; None also for what an event brings."""
    low: float | None
    """Least worth of the branch over all judgements; None for what an event brings."""
    high: float | None
    is_advised: bool
    """It lies on the advised policy; after an event, every option of it does."""


@dataclass(frozen=True)
class _Way:
    """How a node is reached."""

    parent: str | None
    name: str
    likelihood: float | None
    worth: tuple[float | None, float | None, float | None]
    is_advised: bool


def decision_tree(calendar: Calendar, values: Values) -> tuple[Branch, ...]:
    """The whole tree, parents before children, what can be committed to before waiting."""
    rolled, spans = roll_back(calendar, values), ranges(calendar, values)
    way = _Way(None, "", None, (None, None, None), is_advised=True)
    events = [event for event in in_order(calendar) if number_of(event.on) <= number_of(calendar.dates[0])]
    return tuple(_until(calendar, rolled, spans, 0, {}, events, way))


def _until(
    calendar: Calendar, rolled: RollBack, spans: Ranges, place: int, history: Scenario, events: list[Event], way: _Way
) -> Iterator[Branch]:
    """What the events before a date may bring, one after the other, then the decision on the date."""
    if not events:
        node = rolled.node(calendar.dates[place], history)
        yield from _decision(calendar, rolled, spans, place, node, way)
        return
    event, rest = events[0], events[1:]
    here = f"{event.name}? {label(history)}"
    yield Branch(here, way.parent, "chance", event.on, way.name, event.name, way.likelihood, *way.worth, way.is_advised)
    for option in event.options:
        further = {**history, event.name: option}
        then = _Way(here, option, _likelihood(rolled, history, further), (None, None, None), way.is_advised)
        yield from _until(calendar, rolled, spans, place, further, rest, then)


def _likelihood(rolled: RollBack, history: Scenario, further: Scenario) -> float | None:
    """Of what is known further, once the first is known; None if nobody stated it, or it cannot come about."""
    last = [node for node in rolled.nodes if further.items() <= node.history.items()]
    date = last[0].date
    parts = [[node.probability for node in rolled.nodes if node.date == date and known.items() <= node.history.items()]
             for known in (history, further)]  # fmt: skip
    if any(one is None for part in parts for one in part):
        return None
    whole, part = (sum(one for one in some if one is not None) for some in parts)
    return part / whole if whole > 0 else None


def _decision(
    calendar: Calendar, rolled: RollBack, spans: Ranges, place: int, node: Node, way: _Way
) -> Iterator[Branch]:
    here = f"{node.date} {label(node.history)}"
    yield Branch(here, way.parent, "decision", node.date, way.name, "", way.likelihood, *way.worth, way.is_advised)
    span = spans.node(node.date, node.history)
    for option in node.options:
        worth = (option.expected, *_span(span, option.name))
        advised = way.is_advised and option.name in node.best
        if option.name != WAIT:
            yield Branch(f"{here} {option.name}", here, "end", node.date, option.name, "", None, *worth, advised)
            continue
        later = number_of(calendar.dates[place + 1])
        events = [event for event in in_order(calendar) if number_of(node.date) < number_of(event.on) <= later]
        then = _Way(here, WAIT, None, worth, advised)
        yield from _until(calendar, rolled, spans, place + 1, node.history, events, then)


def _span(span: NodeRanges, name: str) -> tuple[float, float]:
    return next((option.low, option.high) for option in span.options if option.name == name)

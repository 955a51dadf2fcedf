"""What a calendar says: the worth of every option at every date and history, and the policy that follows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hiwar.methods.calendar.forms import WAIT, Day, ModelError, Scenario


@dataclass(frozen=True)
class Option:
    """One thing that the seat can do on a date, and what it is worth from there on."""

    name: str
    """A course, `WAIT` or `NEVER`."""
    expected: float | None
    """At the central judgements, acting as well as can be later. None: it depends on an event whose likelihood nobody
    stated."""


@dataclass(frozen=True)
class Node:
    """A date with what is known then."""

    date: Day
    history: Scenario
    probability: float | None
    """Of the history, at the central judgements and without a commitment before; None as for `Option.expected`."""
    options: tuple[Option, ...]
    """Courses as they are listed, waiting last."""
    best: tuple[str, ...]
    """The options with the highest expected value; more than one is a tie. Empty: it depends on a likelihood that
    nobody stated."""
    unsettled: tuple[str, ...]
    """Courses that cannot be started yet: what they need is not settled, and nobody said what failing is worth."""

    def option(self, name: str) -> Option:
        """An option by its name."""
        for option in self.options:
            if option.name == name:
                return option
        raise ModelError(f"{name!r} is not open on {self.date}; open: {', '.join(o.name for o in self.options)}")


@dataclass(frozen=True)
class Decision:
    """A policy from a date on."""

    date: Day
    history: Scenario
    choose: tuple[str, ...]
    """What to do; more than one is a tie, none: it cannot be told."""
    then: tuple["Decision", ...]
    """What to do on the next date, for each history that may have come about; empty unless waiting is advised or it
    cannot be told."""


@dataclass(frozen=True)
class RollBack:
    """Every option on every date, rolled back from the last."""

    nodes: tuple[Node, ...]
    """By date, then by history."""
    dates: tuple[Day, ...]
    expected: float | None
    """Of the whole calendar, before anything is known."""

    def node(self, date: Day, history: Scenario | None = None) -> Node:
        """The node of a date and of what is known then; events that are not settled by then are left out of account."""
        for node in self.nodes:
            if node.date == date and all((history or {}).get(name) == way for name, way in node.history.items()):
                return node
        raise ModelError(f"no node on {date} with {dict(history or {})}; dates: {', '.join(map(str, self.dates))}")

    @property
    def policy(self) -> tuple[Decision, ...]:
        """What to do from the first date on: one decision, or one for each history if events are settled before."""
        return tuple(self._decision(node) for node in self.nodes if node.date == self.dates[0])

    def _decision(self, node: Node) -> Decision:
        following = self._following(node) if not node.best or WAIT in node.best else ()
        return Decision(node.date, node.history, node.best, tuple(self._decision(later) for later in following))

    def _following(self, node: Node) -> Iterator[Node]:
        place = self.dates.index(node.date) + 1
        if place < len(self.dates):
            yield from (later for later in self.nodes if later.date == self.dates[place]
                        and node.history.items() <= later.history.items())  # fmt: skip


def label(history: Mapping[str, str]) -> str:
    """A history in one line."""
    return ", ".join(f"{event}: {option}" for event, option in history.items())

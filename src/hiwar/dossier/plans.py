"""What the seat means to do: a course, the agreement it proposes, and what the plan presupposes, allows and falls back on."""

from typing import Literal

from hiwar.dossier.records import EMPTY, Id, Item, OneOrMore, When


class Plan(Item):
    """A plan put forward: which course, which agreement, which goals, means and steps.

    A field left out is not stated; nothing is concluded from silence.
    """

    track: Id | None = None
    """Track or variant that it follows."""
    package: When = EMPTY
    """Issue to the option, or options, that the proposed agreement settles."""
    aim: Literal["agreement", "exploration", "delay"] | None = None
    """What it is after: a written agreement, to find out what the other wants, or to gain time."""
    goals: OneOrMore[Id] = ()
    """Goals that it is to reach; none: all aims and interests of the seat that are active."""
    steps: OneOrMore[Id] = ()
    """Steps that belong to it; none: all steps of the case."""

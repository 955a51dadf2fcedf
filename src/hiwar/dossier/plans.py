"""What the seat means to do: a course, a proposed agreement, what the plan presupposes, allows and falls back on."""

from typing import Literal

from hiwar.dossier.actors import Stance
from hiwar.dossier.records import EMPTY, FrozenMap, Id, Item, OneOrMore, Record, When
from hiwar.dossier.variables import Section

Ids = OneOrMore[Id]
Hold = Literal["holds", "strained", "broken", "unknown"]


class Assumption(Item):
    """Something the plan takes to be so; its ground (``cite`` or ``because``) is the evidence for it."""

    relies_on: Ids | None = None
    """Capabilities, roles, parties, claims or anything else it counts on; left out: not stated; ``[]``: nothing."""
    when: When = EMPTY
    """Options that it takes to come about."""


class SuccessCondition(Item):
    """What must come about for the plan to succeed."""

    relies_on: Ids | None = None
    """What it counts on, as for an assumption."""
    when: When = EMPTY
    """Options that must come about."""


class Task(Item):
    """What the plan asks a party to do or to be, such as to guard a border or to stand between two others."""

    given_to: Ids = ()
    relies_on: Ids | None = None
    """Capabilities, roles or parties that it counts on, as for an assumption."""


class Use(Item):
    """A use of territory, bases, forces or money that the plan allows or rules out."""

    of: OneOrMore[Literal["territory", "bases", "forces", "money"]]
    by: Ids = ()
    """Who would use it; none: whoever it is."""
    against: Ids = ()
    """Against whom; none: whoever it is."""
    manner: OneOrMore[Literal["direct", "indirect"]] = ()
    """Openly or by a go-between; what is not named is not spoken of."""
    will: OneOrMore[Literal["compelled", "voluntary"]] = ()
    """Against the seat's will or with it; what is not named is not spoken of."""
    is_allowed: bool
    """False: ruled out."""


class Measure(Item):
    """Something the plan does: for whom, in which domains, and what harm done elsewhere it makes up for."""

    toward: Ids = ()
    """Parties whose relations with the seat it serves."""
    domains: Ids = ()
    offsets: When = EMPTY
    """Options of the agreement whose harm to these parties it makes up for."""


class Replacement(Record):
    """Something given up and what takes its place."""

    what: Id
    """Party, capability, agreement or anything else that is given up."""
    by: Ids = ()
    """What takes its place; none: not stated."""


class Fallback(Item):
    """What is done instead when something happens."""

    when: When = EMPTY
    """Event or outcome in which it is taken."""
    track: Id | None = None
    """Track or variant that is followed then; none: that of the plan."""
    package: When = EMPTY
    """Options that are sought then, in place of the plan's on the same issues."""
    replaces: OneOrMore[Replacement] | None = None
    """What it exchanges for what; left out: not stated; ``[]``: nothing, it only adds."""


class Consultation(Item):
    """Where a component of a side stands on the plan."""

    party: Id
    stance: Stance
    over: Ids | None = None
    """Issues over which it stands so; left out: not stated."""
    when: When = EMPTY
    """What a conditional stance asks for."""


class UnderPressure(Record):
    """How firm a side stays in one respect while it is pressed."""

    unity: Hold
    """``holds``, ``strained`` (above the floor), ``broken`` (the floor is gone), ``unknown``."""


class Pressure(Item):
    """A scenario of pressure from outside under which the plan was tested."""

    level: OneOrMore[Literal["regional", "international"]]
    on: Ids
    """Parties that are pressed: a whole side or components of it."""
    by: Ids = ()
    """Who presses."""
    when: When = EMPTY
    """Options of events and moves in which the pressure consists."""
    effect: FrozenMap[str, UnderPressure] | None = None
    """Respect (security, geography, politics ...) to what the pressure does to unity; left out: not stated."""


class Plan(Item):
    """A plan put forward: which course, which agreement, which goals, means and steps.

    A field left out is not stated; nothing is concluded from silence. ``[]`` or ``{}`` states that there is none.
    """

    track: Id | None = None
    """Track or variant that it follows."""
    package: When = EMPTY
    """Issue to the option, or options, that the proposed agreement settles."""
    aim: Literal["agreement", "exploration", "delay"] | None = None
    """What it is after: a written agreement, to find out what the other wants, or to gain time."""
    lasts: Literal["once", "term", "open_ended"] | None = None
    """How long the agreement is meant to bind: one exchange, a term (which may be renewed), or without end."""
    goals: OneOrMore[Id] = ()
    """Goals that it is to reach; none: all aims and interests of the seat that are active."""
    steps: OneOrMore[Id] = ()
    """Steps that belong to it; none: all steps of the case."""
    represented: Ids | None = None
    """Parties that sit in the government or in the delegation which carries the plan."""
    consulted: Section[Consultation] | None = None
    """Where components stand on the plan."""
    assumptions: Section[Assumption] | None = None
    success_conditions: Section[SuccessCondition] | None = None
    tasks: Section[Task] | None = None
    """Tasks that it gives to the seat or to parts of it."""
    uses: Section[Use] | None = None
    """Uses of territory, bases, forces and money that it allows or rules out."""
    measures: Section[Measure] | None = None
    fallbacks: Section[Fallback] | None = None
    pressures: Section[Pressure] | None = None
    """Scenarios of outside pressure under which it was tested."""

"""What follows and what is wanted: effects, links, goals and their relations, terms, claims, plan, calendar."""

from typing import Literal, Self

from pydantic import Field, model_validator

from hiwar.dossier.amounts import Days
from hiwar.dossier.criteria import Criterion
from hiwar.dossier.records import EMPTY, Citation, Day, Id, Item, OneOrMore, Record, Text, When


class Domain(Item):
    """A field in which gains and losses fall; a domain ``of`` another is counted there."""

    of: Id | None = None


class Source(Item):
    """A document that the case cites."""

    title: Text
    authors: OneOrMore[str] = ()
    year: int | None = None
    publisher: str | None = None
    file: str | None = None
    """Path inside the case's folder; quotes are checked against it where it is present."""


class Goal(Item):
    """What a party wants, or a reason it gives."""

    owner: OneOrMore[Id]
    kind: Literal["ultimate", "aim", "supreme_interest", "interest", "purpose", "consideration", "statement"]
    parent: Id | None = None
    domains: OneOrMore[Id] = ()
    priority: int | None = Field(default=None, ge=1)
    """Rank among the owner's goals, 1 first; equal ranks are ties; none when not stated."""
    when: When = EMPTY
    """The goal is active only when this holds."""
    has_floor: bool = False
    """The owner will not let this be broken."""


class Relation(Item):
    """How two goals stand to each other."""

    between: tuple[Id, Id]
    relation: Literal["compatible", "conflicting", "mixed", "unrelated"]


class Effect(Item):
    """A gain or a cost, for somebody, in one or more domains, when some options hold."""

    when: When
    on: OneOrMore[Id]
    """Who bears the cost or receives the gain."""
    kind: Literal["gain", "cost"]
    domains: OneOrMore[Id]
    by: OneOrMore[Id] = ()
    """Who brings it about."""
    listed_as: str | None = None
    """Heading under which the source lists it: cost, result, benefit, harm ..."""
    limit: Text | None = None


class Link(Item):
    """If this, then that becomes more or less likely."""

    cause: OneOrMore[Id] = ()
    """Ids of what brings it about; several bring it about together (write two links for "or")."""
    when: When = EMPTY
    """Options that bring it about."""
    leads_to: OneOrMore[Id] = ()
    """Ids of what follows."""
    leads_to_options: When = EMPTY
    """Options that become more or less likely."""
    sign: Literal["more", "less"] = "more"
    strength: str | None = None

    @model_validator(mode="after")
    def _has_two_ends(self) -> Self:
        if not (self.cause or self.when) or not (self.leads_to or self.leads_to_options):
            raise ValueError("a link needs a cause (cause or when) and a consequence (leads_to or leads_to_options)")
        return self


class Term(Item):
    """A principle that a plan, an agreement, the process or the analysis must or should meet."""

    tests: Literal["process", "agreement", "plan", "analysis"]
    force: Literal["must", "should"]
    criterion: Text | None = None
    fails_when: Text | None = None
    inputs: OneOrMore[str] = ()
    criteria: OneOrMore[Criterion] = ()
    """The criterion as data: all must be met. None: it is not for a program to tell, beyond options that break it."""


class Question(Item):
    """A question that the decision-maker asks, and the chapters that answer it."""

    order: int
    chapters: OneOrMore[str] = ()
    """Questions of Hiwar that serve it: appraisal, interests, parties ..."""
    view: str | None = None
    """Which view of a chapter answers it: advantages, costs, form, options, interests, proxy, team."""
    issue: Id | None = None
    """The issue it is about, where there is one."""


class Claim(Item):
    """Something said: a fact, a wish, an inference, a verdict or a demand; contrary ones stand side by side."""

    kind: Literal["fact", "wish", "inference", "verdict", "demand", "question"]
    by: OneOrMore[Id] = ()
    """Who says so, where it is not the source itself."""
    about: OneOrMore[Id] = ()
    contrary_to: OneOrMore[Id] = ()
    on: Day | None = None
    when: When = EMPTY
    favours: OneOrMore[Id] = ()
    """Parties that would gain more than the others where ``when`` holds, as it says; held against figures."""
    on_unity: Literal["division_weakens", "division_strengthens", "cannot_unite_first"] | None = None
    """What it says of division at home: what it does to the negotiator, or that the parts cannot be united first."""
    doubt: Text | None = None
    """How sure it is, in the words of whoever checked it."""


class CalendarEntry(Item):
    """A date that matters: an event, a decision, a deadline, or pressure on somebody until then."""

    kind: Literal["event", "decision", "deadline", "session", "pressure"]
    on: Day | None = None
    start: Day | None = None
    until: Day | None = None
    """Last day of a pressure or a session; that of its ``event`` where none is given."""
    event: Id | None = None
    """The event it goes with; its day is the event's where ``on`` is left out."""
    pressure_on: OneOrMore[Id] = ()
    gains_by_delay: OneOrMore[Id] = ()
    eases_when: When = EMPTY
    """A pressure ends once this has come about, even where it would last longer."""
    opens: OneOrMore[Id] = ()
    """Tracks or variants that cannot begin before this day."""
    closes: OneOrMore[Id] = ()
    """Tracks or variants that cannot begin after this day."""


class Means(Item):
    """A way to reach goals."""

    serves: OneOrMore[Id]
    needs_capabilities: OneOrMore[Id] = ()
    options: When = EMPTY


class Step(Item):
    """A step of a plan."""

    owner: Id | None = None
    serves: OneOrMore[Id] = ()
    after: OneOrMore[Id] = ()
    needs_capabilities: OneOrMore[Id] = ()
    days: Days | None = None
    """How long it takes: a number of days, or a range; none when not stated."""
    start: Day | None = None
    """Day before which it cannot begin."""
    before: OneOrMore[Id] = ()
    """Entries of the calendar, or events, by whose day it must be finished."""
    trigger: When = EMPTY
    """The step is taken when this happens."""


class EnvironmentFactor(Item):
    """Something around the seat that a plan has to reckon with."""

    level: Literal["local", "regional", "international"]
    bears_on: OneOrMore[Id] = ()
    """Goals, means, steps, tracks or anything else that it helps or hinders."""
    effect: Literal["helps", "hinders", "mixed", "unknown"] | None = None
    """What it does to them; none when not stated."""


class Place(Item):
    """A place that matters, and why."""


class Anchor(Record):
    """What 100 points of gain or loss mean for a party in a domain, in words."""

    text: Text
    cite: OneOrMore[Citation] = ()

"""What a term asks of a plan, as data: a small closed set of criteria, each met, not met or not to be told."""

from typing import Annotated, Literal

from pydantic import Field

from hiwar.dossier.records import EMPTY, Id, OneOrMore, Record, When

Ids = OneOrMore[Id]
Part = Literal["consulted", "assumptions", "success_conditions", "tasks", "uses", "measures", "fallbacks", "pressures"]
"""A part of a plan that holds items."""


class Says(Record):
    """The plan says of its aim, or of how long the agreement lasts, one of these words."""

    kind: Literal["says"]
    field: Literal["aim", "lasts"]
    is_one_of: OneOrMore[Literal["agreement", "exploration", "delay", "once", "term", "open_ended"]]


class Settles(Record):
    """Each of these issues is settled, by one of the options named."""

    kind: Literal["settles"]
    options: When


class RulesOut(Record):
    """None of these options is settled or counted on, and nothing rests on these things."""

    kind: Literal["rules_out"]
    where: OneOrMore[Literal["package", "assumptions", "success_conditions", "tasks", "fallbacks"]]
    """Where to look: the options that course and agreement settle, or a part of the plan; each must be stated."""
    options: When = EMPTY
    relies_on: Ids = ()


class DoesNotReplace(Record):
    """No fallback gives up one thing for another; to add something new is no replacement."""

    kind: Literal["does_not_replace"]
    what: Ids
    by: Ids = ()
    """None: whatever takes its place."""


class NoUseAgainst(Record):
    """No outside party may use territory, bases, forces or money against another, openly or not, willingly or not."""

    kind: Literal["no_use_against"]
    of: OneOrMore[Literal["territory", "bases", "forces", "money"]] = ("territory", "bases", "forces", "money")
    except_against: Ids = ()
    """Parties against whom a use is no breach, such as a threat common to all."""
    while_holding: When = EMPTY
    """Options under which a use that is not spoken of is a breach, such as those by which forces stay."""


class HasMeasures(Record):
    """The plan has a measure toward each of these and in each of these domains."""

    kind: Literal["has_measures"]
    toward: tuple[OneOrMore[Id], ...] = ()
    """Groups of parties; each needs a measure toward one of its members."""
    domains: Ids = ()
    offsets_harm: bool = False
    """Each option of the agreement that these parties reject, or that harms a goal of theirs, needs a measure toward
    them that makes up for it."""


class HoldsInEachOutcome(Record):
    """Whatever comes of these events, a course is left, that of the plan or of a fallback, which can be taken."""

    kind: Literal["holds_in_each_outcome"]
    events: Ids


class BetterForAll(Record):
    """Each principal does better with the agreement than without one."""

    kind: Literal["better_for_all"]


class CommitsWidely(Record):
    """The agreement settles something outside these domains, and something in each domain where all have interests."""

    kind: Literal["commits_widely"]
    beyond: Ids


class AllConcede(Record):
    """Each principal gives up its first choice on some issue, and not on all."""

    kind: Literal["all_concede"]
    levels: int = Field(default=1, ge=1)
    """So many main domains are touched by the concessions of all together, at least."""


class Grounded(Record):
    """Everything in these parts of the plan has a source or a reason; so have the judgements, if they are named."""

    kind: Literal["grounded"]
    parts: OneOrMore[Part] = ()
    judgements: bool = False
    """Every judgement of the sheets has a reason."""
    no_weights_of: Ids = ()
    """Parties that no sheet may give weights of their own."""


class Represents(Record):
    """Each of these parties is represented, has a stated position, and does not reject the plan over these issues."""

    kind: Literal["represents"]
    parties: Ids
    objections: Ids = ()
    """Issues over which a rejection counts; none: over whatever it is."""


class StandsPressure(Record):
    """The plan was tested under pressure on each of these parties, and unity stays above its floor in each respect."""

    kind: Literal["stands_pressure"]
    on: Ids
    levels: OneOrMore[Literal["regional", "international"]] = ("regional", "international")
    respects: OneOrMore[str]


Criterion = Annotated[
    Says
    | Settles
    | RulesOut
    | DoesNotReplace
    | NoUseAgainst
    | HasMeasures
    | HoldsInEachOutcome
    | BetterForAll
    | CommitsWidely
    | AllConcede
    | Grounded
    | Represents
    | StandsPressure,
    Field(discriminator="kind"),
]

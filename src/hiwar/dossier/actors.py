"""Who: parties, what binds them to each other, what they can do, where they stand, who speaks for them."""

from typing import Literal

from pydantic import Field

from hiwar.dossier.amounts import Share
from hiwar.dossier.records import EMPTY, Day, FrozenMap, Id, Item, OneOrMore, Record, Text, When

Stance = Literal["for", "against", "conditional", "divided", "neutral", "unknown"]
YesNo = Literal["yes", "no", "unknown"]


class Party(Item):
    """An actor: a principal of the dialogue, a bloc or institution inside one, or somebody outside."""

    roles: OneOrMore[str]
    """Roles in the dialogue, such as principal, institution, domestic_bloc, third_party, spoiler."""
    kind: str | None = None
    """What sort of actor: state, institution, group, organisation, person ..."""
    of: Id | None = None
    """The party it belongs to; effects on it count for that party."""
    seats: int | None = Field(default=None, ge=0)
    """Seats in the legislature, where it has any."""
    can_block: OneOrMore[Id] = ()
    """Issues, tracks or routes that cannot pass against it."""


class EmptyRole(Item):
    """A role that the case says nobody holds, or that a named party cannot hold."""

    role: str
    """The role."""
    for_party: Id | None = None
    """The party that cannot hold it; none when nobody holds it."""


class Tie(Item):
    """What binds one party to another: trust, dependence, leverage, support or rivalry."""

    kind: Literal["trust", "dependence", "leverage", "support", "rivalry"]
    """Leverage: ``party`` can press ``other``; dependence: ``party`` needs ``other``."""
    party: Id
    other: Id
    domains: OneOrMore[Id] = ()
    level: str | None = None
    """Word of the size scale, where one is stated."""


class Capability(Item):
    """What a party can, or cannot, do."""

    party: Id
    domains: OneOrMore[Id] = ()
    has: YesNo = "unknown"
    """Whether the party has it."""
    on_unity: Literal["decides_alone", "unites"] | None = None
    """``decides_alone``: it lets a side decide in spite of division at home. ``unites``: it brings the parts of a side
    to agree. Shown beside unity, never counted in it."""


class Position(Item):
    """Where a bloc or institution stands on the dialogue, an issue or one option; one bloc may have several."""

    party: Id
    on: When
    """The option or options in question, as a condition."""
    stance: Stance
    when: When = EMPTY
    """The condition of a conditional stance, where it can be written down."""
    share: Share | None = None
    """Share of the bloc that holds it, 0 to 1; none when not stated."""


class Member(Record):
    """Somebody in a delegation."""

    name: Text
    represents: Id | None = None
    competences: OneOrMore[str] = ()


class Delegation(Item):
    """Who negotiates for a party, with which mandate and which competences."""

    party: Id
    members: tuple[Member, ...] = ()
    mandate: Text | None = None
    has_clear_vision: YesNo | None = None
    """None when not stated; ``unknown`` when the source says that it is not known."""
    is_unified: YesNo | None = None
    competences: FrozenMap[str, YesNo] = EMPTY
    """Technical, political, economic ...: present or not."""


class Act(Item):
    """An act of a legislature or an executive: a decision, a law, a bill, a speech."""

    by: OneOrMore[Id]
    form: str
    """Decision, law, bill, executive order ..."""
    on: Day | None = None
    """Day, or the words of the source."""
    is_binding: YesNo | None = None
    demands: When = EMPTY
    """The options it asks for."""
    is_adopted: YesNo | None = None


class Agreement(Item):
    """An earlier or present agreement and its legal state."""

    parties: OneOrMore[Id]
    state: Literal["in_force", "ended", "suspended", "proposed", "unknown"] | None = None
    year: int | str | None = None
    duration: Text | None = None
    mechanisms: Text | None = None
    was_before_legislature: YesNo | None = None
    lacks: OneOrMore[str] = ()
    """Clauses that the text lacks or leaves ambiguous, such as duration, mechanisms."""
    succeeded_by: When = EMPTY
    """Options by which another text would take its place or build on it, and so should have the clauses it lacks."""


class Route(Item):
    """A way by which a package is approved."""

    party: Id
    form: str
    """What is approved: law, treaty, executive memorandum ..."""
    body: Id | None = None
    """Who approves it; none where nobody has to."""
    seats: int | None = Field(default=None, ge=0)
    """Size of that body."""
    quorum: int | None = Field(default=None, ge=0)
    majority: Literal["of_present", "of_members", "two_thirds_of_members"] | None = None
    days: float | None = Field(default=None, ge=0)
    """Time it takes."""
    harms: OneOrMore[Id] = ()
    """Goals it harms."""
    raises: OneOrMore[Id] = ()
    """Effects it makes more likely."""
    when: When = EMPTY
    """What-if rules: when the route has this form."""
    is_what_if: bool = False
    """The rule is not in force: what it would do is shown, and nothing passes by it."""
    chosen_by: When = EMPTY
    """Options by which an agreement itself says that it takes this route."""

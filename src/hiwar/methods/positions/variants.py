"""What published accounts of the challenge model leave open or do differently, as named settings."""

from dataclasses import dataclass
from enum import StrEnum


class Success(StrEnum):
    """How likely a challenge succeeds."""

    SHARE_OF_THIS_CONTEST = "share of this contest"
    """Weighted support for the challenger, as a share of the support for both: the two chances add up to 1."""
    SHARE_OF_ALL_CONTESTS = "share of all contests"
    """As a share of the support in the contests of all pairs together: each chance is small, so that challenges are
    seldom thought worth while. Needed for the figures of Scholz et al. (table 2); no text argues for it."""


class Votes(StrEnum):
    """How much a third party supports the nearer of two actors."""

    BY_DISTANCE = "by distance"
    """In proportion to how much nearer it is."""
    BY_RISK = "by risk"
    """Distances are first raised to the third party's own risk exponent."""


class View(StrEnum):
    """With which attitude to risk an actor judges what others expect."""

    EACH_ITS_OWN = "each its own"
    """It knows the risk exponent of the other."""
    MINE_FOR_BOTH = "mine for both"
    """It takes its own exponent for the other's."""


class Conflict(StrEnum):
    """What follows where both expect to gain by challenging."""

    LESSER_GIVES_WAY = "lesser gives way"
    """Who expects less moves to the other's position."""
    NOBODY_MOVES = "nobody moves"
    """The outcome is uncertain, so nobody moves by it (Bueno de Mesquita 1997, p. 244)."""


class Capitulation(StrEnum):
    """What follows where an actor expects to lose more than the other expects to gain."""

    MOVES_ALL_THE_WAY = "moves all the way"
    """It takes the other's position."""
    NEVER = "never"
    """It stays. Needed for the figures of Scholz et al. (table 2)."""


class Compromise(StrEnum):
    """How far an actor moves that expects to lose less than the other expects to gain."""

    SHARE_OF_THE_WAY = "share of the way"
    """Its loss over the other's gain, as a share of the way (Scholz et al., equations 35 and 36)."""
    MEETING_POINT = "meeting point"
    """To the mean of both positions, each weighted with what its holder has at stake."""


class Choice(StrEnum):
    """Which offer an actor takes where several would move it."""

    LEAST_MOVE = "least move"
    """Conflict before compromise before capitulation; of one kind the shortest move, then the stronger challenger."""
    STRONGEST = "strongest"
    """Whoever expects to gain most from challenging it; then the shortest move."""
    LOWEST_COMPROMISE = "lowest compromise"
    """As `LEAST_MOVE`, but of several compromises the one whose meeting point is lowest on the scale. Needed for the
    figures of Scholz et al. (table 2); it treats the two ends of the scale differently."""


class Distance(StrEnum):
    """What a distance is measured against."""

    SPREAD_AT_THE_START = "spread at the start"
    """The distance of the two farthest positions before the first round."""
    SPREAD_OF_THE_ROUND = "spread of the round"
    """That of the present round: as positions draw together, small differences count as large."""
    STATED_SCALE = "stated scale"
    """The scale of the issue, which must then be stated."""


@dataclass(frozen=True)
class Variant:
    """One complete reading of the challenge model. The defaults are the appendix of Scholz et al. taken literally."""

    success: Success = Success.SHARE_OF_THIS_CONTEST
    votes: Votes = Votes.BY_DISTANCE
    view: View = View.EACH_ITS_OWN
    conflict: Conflict = Conflict.LESSER_GIVES_WAY
    capitulation: Capitulation = Capitulation.MOVES_ALL_THE_WAY
    compromise: Compromise = Compromise.SHARE_OF_THE_WAY
    choice: Choice = Choice.LEAST_MOVE
    distance: Distance = Distance.SPREAD_AT_THE_START
    status_quo_likelihood: float = 1.0
    """Chance, as seen by who does not challenge, that the other stays where it is rather than moves to the weighted
    median: 1 in the published example, 0.5 offered as another value."""


AS_WRITTEN = Variant()
"""The appendix of Scholz, Calbert and Smith (2011), read literally."""
AS_TABULATED = Variant(
    success=Success.SHARE_OF_ALL_CONTESTS,
    votes=Votes.BY_RISK,
    view=View.MINE_FOR_BOTH,
    capitulation=Capitulation.NEVER,
    choice=Choice.LOWEST_COMPROMISE,
)
"""What their table 2 was computed with, as far as open replications found out: five departures from the text."""

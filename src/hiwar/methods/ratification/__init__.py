"""Whether a matter passes at home: by which chamber or route, for certain or not, who decides it, what it would take.

Write a `Route`; every function takes it as it is. Results are exact and hold for everything that is not known of the
blocs: nothing passes for certain unless it passes whatever they do.
"""

from hiwar.methods.ratification.chances import Chance, influences, passing_probability
from hiwar.methods.ratification.changes import together, with_attendance, with_position, with_quorum, with_rule
from hiwar.methods.ratification.cheapest import CheapestSet, Goal, cheapest_blocking_set, cheapest_winning_set
from hiwar.methods.ratification.checks import check_agenda, check_route
from hiwar.methods.ratification.costs import Action, Costs, Turn
from hiwar.methods.ratification.forms import (
    MAJORITY_OF_MEMBERS,
    MAJORITY_OF_PRESENT,
    MAJORITY_OF_VOTING,
    TWO_THIRDS_OF_MEMBERS,
    TWO_THIRDS_OF_PRESENT,
    TWO_THIRDS_OF_VOTING,
    Agenda,
    Base,
    Between,
    Bloc,
    Chamber,
    Correlated,
    Issue,
    ModelError,
    Number,
    Outcome,
    Package,
    Pattern,
    Position,
    Preferences,
    Referendum,
    Route,
    Rule,
    TooLargeError,
    VetoPlayer,
    quota,
)
from hiwar.methods.ratification.least_change import Change, least_change
from hiwar.methods.ratification.outcomes import referendum_outcome
from hiwar.methods.ratification.overview import Overview, Seating, Seats, analyse_ratification, seats_by_position
from hiwar.methods.ratification.pivotal import Pivot, Pivotal, pivotal
from hiwar.methods.ratification.preferences import position_on, route_for
from hiwar.methods.ratification.verdict import ChamberVerdict, PlayerVerdict, Reason, Verdict, verdict
from hiwar.methods.ratification.votes import UNLISTED, Vote, passes, votes_needed
from hiwar.methods.ratification.win_set import WinSet, acceptances, list_packages, win_set, win_sets

__all__ = [
    "MAJORITY_OF_MEMBERS",
    "MAJORITY_OF_PRESENT",
    "MAJORITY_OF_VOTING",
    "TWO_THIRDS_OF_MEMBERS",
    "TWO_THIRDS_OF_PRESENT",
    "TWO_THIRDS_OF_VOTING",
    "UNLISTED",
    "Action",
    "Agenda",
    "Base",
    "Between",
    "Bloc",
    "Chamber",
    "ChamberVerdict",
    "Chance",
    "Change",
    "CheapestSet",
    "Correlated",
    "Costs",
    "Goal",
    "Issue",
    "ModelError",
    "Number",
    "Outcome",
    "Overview",
    "Package",
    "Pattern",
    "Pivot",
    "Pivotal",
    "PlayerVerdict",
    "Position",
    "Preferences",
    "Reason",
    "Referendum",
    "Route",
    "Rule",
    "Seating",
    "Seats",
    "TooLargeError",
    "Turn",
    "Verdict",
    "VetoPlayer",
    "Vote",
    "WinSet",
    "acceptances",
    "analyse_ratification",
    "cheapest_blocking_set",
    "cheapest_winning_set",
    "check_agenda",
    "check_route",
    "influences",
    "least_change",
    "list_packages",
    "passes",
    "passing_probability",
    "pivotal",
    "position_on",
    "quota",
    "referendum_outcome",
    "route_for",
    "seats_by_position",
    "together",
    "verdict",
    "votes_needed",
    "win_set",
    "win_sets",
    "with_attendance",
    "with_position",
    "with_quorum",
    "with_rule",
]

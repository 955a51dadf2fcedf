"""Where a contested issue settles among actors with a position, a capability and a salience.

Write a `ContestedIssue`. The weighted mean and the weighted median take nobody's moves into account; the challenge
model does, in several published readings (`Variant`) that disagree. The mean is always given beside it.
"""

from hiwar.methods.positions.centres import Centre, centre_of
from hiwar.methods.positions.forms import (
    MEASURES,
    Actor,
    Amount,
    Between,
    ContestedIssue,
    Measure,
    ModelError,
    at_the_middle,
)
from hiwar.methods.positions.offers import Relation
from hiwar.methods.positions.overview import Overview, analyse_positions
from hiwar.methods.positions.rounds import Move, Settlement, settle
from hiwar.methods.positions.uncertain import Noise, Outcomes, draw_outcomes, under_noise
from hiwar.methods.positions.variants import (
    AS_TABULATED,
    AS_WRITTEN,
    Capitulation,
    Choice,
    Compromise,
    Conflict,
    Distance,
    Success,
    Variant,
    View,
    Votes,
)

__all__ = [
    "AS_TABULATED",
    "AS_WRITTEN",
    "MEASURES",
    "Actor",
    "Amount",
    "Between",
    "Capitulation",
    "Centre",
    "Choice",
    "Compromise",
    "Conflict",
    "ContestedIssue",
    "Distance",
    "Measure",
    "ModelError",
    "Move",
    "Noise",
    "Outcomes",
    "Overview",
    "Relation",
    "Settlement",
    "Success",
    "Variant",
    "View",
    "Votes",
    "analyse_positions",
    "at_the_middle",
    "centre_of",
    "draw_outcomes",
    "settle",
    "under_noise",
]

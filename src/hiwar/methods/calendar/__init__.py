"""Now, later, or after the event: every option on every date, rolled back from the last.

Write a `Calendar` and the `Values` of a party; every function takes them as they are.
"""

from hiwar.methods.calendar.forms import (
    NEVER,
    WAIT,
    Accrual,
    Calendar,
    Course,
    Day,
    Effect,
    Event,
    Given,
    Likelihood,
    ModelError,
    Moment,
    Pattern,
    Range,
    Scenario,
    Values,
)
from hiwar.methods.calendar.ranges import Comparison, NodeRanges, OptionRange, Ranges, compare_dates, ranges
from hiwar.methods.calendar.results import Decision, Node, Option, RollBack
from hiwar.methods.calendar.roll_back import roll_back

__all__ = [
    "NEVER",
    "WAIT",
    "Accrual",
    "Calendar",
    "Comparison",
    "Course",
    "Day",
    "Decision",
    "Effect",
    "Event",
    "Given",
    "Likelihood",
    "ModelError",
    "Moment",
    "Node",
    "NodeRanges",
    "Option",
    "OptionRange",
    "Pattern",
    "Range",
    "Ranges",
    "RollBack",
    "Scenario",
    "Values",
    "compare_dates",
    "ranges",
    "roll_back",
]

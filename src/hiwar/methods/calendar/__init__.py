"""Now, later, or after the event: every option on every date, rolled back from the last.

Write a `Calendar` and the `Values` of a party; every function takes them as they are.
"""

from hiwar.methods.calendar.flips import Flip, Stretch, flips
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
from hiwar.methods.calendar.starts import DelayCost, Start, StartDate, StartDates, Status, delay_costs, start_dates
from hiwar.methods.calendar.waiting import BeforeAfter, Waiting, before_and_after, values_of_waiting
from hiwar.methods.calendar.worths import ScenarioWorth, Worth, follow

__all__ = [
    "NEVER",
    "WAIT",
    "Accrual",
    "BeforeAfter",
    "Calendar",
    "Comparison",
    "Course",
    "Day",
    "Decision",
    "DelayCost",
    "Effect",
    "Event",
    "Flip",
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
    "ScenarioWorth",
    "Start",
    "StartDate",
    "StartDates",
    "Status",
    "Stretch",
    "Values",
    "Waiting",
    "Worth",
    "before_and_after",
    "compare_dates",
    "delay_costs",
    "flips",
    "follow",
    "ranges",
    "roll_back",
    "start_dates",
    "values_of_waiting",
]

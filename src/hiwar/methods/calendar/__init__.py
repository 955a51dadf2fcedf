"""Now, later, or after the event: every option on every date, rolled back from the last.

Write a `Calendar` and the `Values` of a party; every function takes them as they are. An `InfluenceDiagram` is the
field's other form of the same kind of problem; it is solved with every option of every choice.
"""

from hiwar.methods.calendar.diagrams import Chance, Choice, InfluenceDiagram, Utility
from hiwar.methods.calendar.elimination import Rule, Solution, Solutions, solve_diagram, solve_diagrams
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
from hiwar.methods.calendar.many import ManyNode, ManyRollBacks, roll_back_many
from hiwar.methods.calendar.pyagrum_export import to_pyagrum
from hiwar.methods.calendar.ranges import Comparison, NodeRanges, OptionRange, Ranges, compare_dates, ranges
from hiwar.methods.calendar.results import Decision, Node, Option, RollBack
from hiwar.methods.calendar.roll_back import roll_back
from hiwar.methods.calendar.starts import DelayCost, Start, StartDate, StartDates, Status, delay_costs, start_dates
from hiwar.methods.calendar.tree import Branch, decision_tree
from hiwar.methods.calendar.waiting import BeforeAfter, Waiting, before_and_after, values_of_waiting
from hiwar.methods.calendar.worths import ScenarioWorth, Worth, follow

__all__ = [
    "NEVER",
    "WAIT",
    "Accrual",
    "BeforeAfter",
    "Branch",
    "Calendar",
    "Chance",
    "Choice",
    "Comparison",
    "Course",
    "Day",
    "Decision",
    "DelayCost",
    "Effect",
    "Event",
    "Flip",
    "Given",
    "InfluenceDiagram",
    "Likelihood",
    "ManyNode",
    "ManyRollBacks",
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
    "Rule",
    "Scenario",
    "ScenarioWorth",
    "Solution",
    "Solutions",
    "Start",
    "StartDate",
    "StartDates",
    "Status",
    "Stretch",
    "Utility",
    "Values",
    "Waiting",
    "Worth",
    "before_and_after",
    "compare_dates",
    "decision_tree",
    "delay_costs",
    "flips",
    "follow",
    "ranges",
    "roll_back",
    "roll_back_many",
    "solve_diagram",
    "solve_diagrams",
    "start_dates",
    "to_pyagrum",
    "values_of_waiting",
]

"""Answers turned into chart specifications (Vega-Lite); a chart computes nothing and knows no format."""

from hiwar.charts.agreement import frontier_chart, shares_chart
from hiwar.charts.appraisal import (
    acceptability_chart,
    outcomes_chart,
    ranges_chart,
    regret_chart,
    rows_of,
    tornado_chart,
)
from hiwar.charts.calendar import (
    CalendarWords,
    calendar_tree_chart,
    calendar_tree_text_alternative,
    start_dates_chart,
    start_dates_text_alternative,
)
from hiwar.charts.causal import MOST_BOXES, Arrow, Box, causal_chart
from hiwar.charts.chamber import SeatGroup, chamber_bar, chamber_chart, chamber_rows, chambers_chart
from hiwar.charts.comparison import likeness_chart
from hiwar.charts.cross_impact import activity_chart, matrix_chart, tableau_chart
from hiwar.charts.interests import balance_chart
from hiwar.charts.plan import PlanWords, plan_chart
from hiwar.charts.reactions import first_moves_chart
from hiwar.charts.style import VegaLite, Words
from hiwar.charts.unity import unity_chart

__all__ = [
    "MOST_BOXES",
    "Arrow",
    "Box",
    "CalendarWords",
    "PlanWords",
    "SeatGroup",
    "VegaLite",
    "Words",
    "acceptability_chart",
    "activity_chart",
    "balance_chart",
    "calendar_tree_chart",
    "calendar_tree_text_alternative",
    "causal_chart",
    "chamber_bar",
    "chamber_chart",
    "chamber_rows",
    "chambers_chart",
    "first_moves_chart",
    "frontier_chart",
    "likeness_chart",
    "matrix_chart",
    "outcomes_chart",
    "plan_chart",
    "ranges_chart",
    "regret_chart",
    "rows_of",
    "shares_chart",
    "start_dates_chart",
    "start_dates_text_alternative",
    "tableau_chart",
    "tornado_chart",
    "unity_chart",
]

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
from hiwar.charts.causal import MOST_BOXES, Arrow, Box, causal_chart
from hiwar.charts.interests import balance_chart
from hiwar.charts.reactions import first_moves_chart
from hiwar.charts.style import VegaLite, Words

__all__ = [
    "MOST_BOXES",
    "Arrow",
    "Box",
    "VegaLite",
    "Words",
    "acceptability_chart",
    "balance_chart",
    "causal_chart",
    "first_moves_chart",
    "frontier_chart",
    "outcomes_chart",
    "ranges_chart",
    "regret_chart",
    "rows_of",
    "shares_chart",
    "tornado_chart",
]

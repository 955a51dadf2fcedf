"""What it is worth to know something before choosing, and which alternative is best where."""

from hiwar.methods.stochastic_orders import first_order, second_order
from hiwar.methods.value_of_information.judgements import Judgement, MultilinearModel
from hiwar.methods.value_of_information.multilinear import corner_values, information_of_judgements
from hiwar.methods.value_of_information.orders import (
    BestForSome,
    DominanceOrders,
    Verdict,
    best_for_some,
    dominance_orders,
)
from hiwar.methods.value_of_information.payoffs import (
    PayoffTable,
    WhenKnown,
    independent_events,
    information_of_events,
    table_of_scenarios,
    when_known,
)
from hiwar.methods.value_of_information.regression import EstimatedInformation, information_from_draws
from hiwar.methods.value_of_information.results import ValueOfInformation
from hiwar.methods.value_of_information.strategy import (
    Outline,
    StrategyGrid,
    StrategyLine,
    StrategyRegions,
    cell_middles,
    line_of,
    regions_of,
    strategy_grid,
    strategy_line,
    strategy_regions,
)

__all__ = [
    "BestForSome",
    "DominanceOrders",
    "EstimatedInformation",
    "Judgement",
    "MultilinearModel",
    "Outline",
    "PayoffTable",
    "StrategyGrid",
    "StrategyLine",
    "StrategyRegions",
    "ValueOfInformation",
    "Verdict",
    "WhenKnown",
    "best_for_some",
    "cell_middles",
    "corner_values",
    "dominance_orders",
    "first_order",
    "independent_events",
    "information_from_draws",
    "information_of_events",
    "information_of_judgements",
    "line_of",
    "regions_of",
    "second_order",
    "strategy_grid",
    "strategy_line",
    "strategy_regions",
    "table_of_scenarios",
    "when_known",
]

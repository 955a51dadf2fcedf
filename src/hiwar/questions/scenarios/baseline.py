"""How many futures would hang together by chance: the same judgements, shuffled."""

import numpy as np

from hiwar.methods.cross_impact import shuffled_baseline
from hiwar.questions.answer import Table, table_of
from hiwar.questions.scenarios.futures import MOST_FUTURES
from hiwar.questions.scenarios.results import Outlook

SHUFFLES = 200
COLUMNS = ("sheet", "found", "mean", "error", "as_many", "as_few")


def baseline_table(outlook: Outlook) -> Table:
    """Per sheet: futures found, how many shuffled judgements have on average, and the shares with as many, as few."""
    rows = []
    seed = outlook.compilation.settings.seed
    for sheet, matrix in outlook.futures.matrices.items():
        found = shuffled_baseline(matrix, rng=np.random.default_rng(seed), n_draws=SHUFFLES, most=MOST_FUTURES)
        as_many = float((found.counts >= found.observed).mean())
        as_few = float((found.counts <= found.observed).mean())
        values = (sheet, found.observed, found.mean, found.standard_error, as_many, as_few)
        rows.append((values, outlook.futures.events))
    return table_of(COLUMNS, rows)

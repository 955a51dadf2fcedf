"""The definitions, written down plainly: enumeration of scenarios, and a fine grid of judgements."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from hiwar.methods.arrays import FloatArray
from hiwar.methods.value_of_information import Judgement, MultilinearModel, PayoffTable


def enumerated_value(table: PayoffTable, group: Sequence[int]) -> float:
    """Mean of the best conditional expected value, less the best expected value."""
    outcomes: dict[tuple[int, ...], list[int]] = {}
    for scenario, options in enumerate(table.option_of.tolist()):
        if table.chances[scenario] > 0:
            outcomes.setdefault(tuple(options[event] for event in group), []).append(scenario)

    def best(scenarios: Sequence[int]) -> float:
        return max(
            sum(float(table.chances[s]) * float(row[s]) for s in scenarios if table.chances[s] > 0)
            for row in table.values
        )

    return sum(best(scenarios) for scenarios in outcomes.values()) - best(range(len(table.chances)))


def value_at(model: MultilinearModel, alternative: int, point: Sequence[float]) -> float:
    """Sum of the terms, one by one."""
    total = 0.0
    for term, factors in enumerate(model.members.tolist()):
        product_of_factors = float(model.coefficients[alternative, term])
        for judgement, is_factor in enumerate(factors):
            if is_factor:
                product_of_factors *= point[judgement]
        total += product_of_factors
    return total


def quantile_grid(judgement: Judgement, steps: int) -> list[tuple[float, float]]:
    """Values of a judgement in the middle of equal shares of its probability, with those shares."""
    if judgement.chance_of_high is not None:
        return [(judgement.high, judgement.chance_of_high), (judgement.low, 1 - judgement.chance_of_high)]
    low, high, peak = judgement.low, judgement.high, judgement.most_likely
    grid = []
    for step in range(steps):
        share = (step + 0.5) / steps
        if peak is None or high == low:
            value = low + share * (high - low)
        elif share * (high - low) <= peak - low:
            value = low + (share * (high - low) * (peak - low)) ** 0.5
        else:
            value = high - ((1 - share) * (high - low) * (high - peak)) ** 0.5
        grid.append((value, 1 / steps))
    return grid


def integrated_value(model: MultilinearModel, group: Sequence[int], steps: int) -> float:
    """The same for judgements, with a fine grid of those that become known and means for all others."""
    grids = [quantile_grid(model.judgements[place], steps) for place in group]
    means = [sum(value * share for value, share in quantile_grid(one, 4000)) for one in model.judgements]
    alternatives = range(len(model.alternatives))
    conditional, expected = 0.0, [0.0 for _ in alternatives]
    for known in product(*grids):
        point = list(means)
        for place, (value, _) in zip(group, known, strict=True):
            point[place] = value
        chance = float(np.prod([share for _, share in known]))
        values = [value_at(model, alternative, point) for alternative in alternatives]
        conditional += chance * max(values)
        expected = [total + chance * value for total, value in zip(expected, values, strict=True)]
    return conditional - max(expected)


def bilinear(corners: FloatArray, x: float, y: float) -> FloatArray:
    """(alternative,): values at relative positions, by the corners."""
    low = corners[:, 0, 0] * (1 - y) + corners[:, 0, 1] * y
    high = corners[:, 1, 0] * (1 - y) + corners[:, 1, 1] * y
    values: FloatArray = low * (1 - x) + high * x
    return values

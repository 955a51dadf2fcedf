"""Succession: where an inconsistent scenario drifts, by the field's rules, until nothing changes or things repeat."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hiwar.methods.cross_impact import kernels_succession as kernels
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, IntArray, Scenario

LONGEST = 2_000
"""Steps after which a way is given up unless another limit is set."""


class Rule(StrEnum):
    """How a scenario follows from another. In each, a descriptor keeps its state if none has a higher balance."""

    GLOBAL = "global"
    """Every descriptor takes the state with the highest balance, all at once."""
    INCREMENTAL = "incremental"
    """Every descriptor moves by one state, in the order of its states, towards the one with the highest balance."""
    LOCAL = "local"
    """Only the descriptor that gains most takes its state with the highest balance; the first of those that tie."""
    RANDOM = "random"
    """One of the descriptors that would move, drawn evenly, takes its state with the highest balance."""


CODES = {Rule.GLOBAL: kernels.GLOBAL, Rule.INCREMENTAL: kernels.INCREMENTAL, Rule.LOCAL: kernels.LOCAL}
"""Rules without chance, as the kernels know them."""


@dataclass(frozen=True, eq=False)
class Way:
    """The scenarios that follow from a first one."""

    matrix: CrossImpactMatrix
    rule: Rule
    scenarios: IntArray
    """(step, descriptor): state numbers, the first scenario first; none stands twice."""
    repeats_from: int | None
    """Step to which the last scenario leads back: itself where it is an end, an earlier one in a cycle; none where the
    way was given up."""

    @property
    def end(self) -> IntArray | None:
        """(step, descriptor): the attractor, one scenario or a cycle; none where the way was given up."""
        return None if self.repeats_from is None else self.scenarios[self.repeats_from :]


def next_scenario(
    matrix: CrossImpactMatrix,
    scenario: Scenario | IntArray,
    rule: Rule = Rule.GLOBAL,
    *,
    rng: np.random.Generator | None = None,
) -> IntArray:
    """Say which scenario follows from one by a rule of succession.

    Parameters
    ----------
    matrix : CrossImpactMatrix
        Fixed states stay. Forbidden combinations are not looked at: succession follows the judgements alone.
    scenario : mapping or array
        A whole scenario, by names or by state numbers.
    rule : Rule
        The incremental rule takes the states of a descriptor to be in an order.
    rng : Generator, optional
        Needed by the random rule.

    Returns
    -------
    IntArray
        (descriptor,): state numbers; the same as given exactly where the scenario is consistent, whatever the rule.

    Raises
    ------
    ValueError
        Something in the scenario is unknown, missing, or not as fixed; or the random rule has no generator.

    References
    ----------
    Weimer-Jehle (2006), *Technological Forecasting and Social Change* 73, 334.
    """
    now = matrix.whole_scenario(scenario)
    _check_fixed(matrix, now)
    return _step(matrix, as_whole(matrix), now, rule, rng)


def follow(
    matrix: CrossImpactMatrix,
    start: Scenario | IntArray,
    rule: Rule = Rule.GLOBAL,
    *,
    rng: np.random.Generator | None = None,
    longest: int = LONGEST,
) -> Way:
    """Follow a scenario step by step until nothing changes or, under a rule without chance, a scenario comes again.

    Parameters and errors are those of `next_scenario`. By the random rule a scenario that comes again leads on
    elsewhere, perhaps; such a way ends only in a consistent scenario, and is given up after ``longest`` steps.
    """
    now, judgements = matrix.whole_scenario(start), as_whole(matrix)
    _check_fixed(matrix, now)
    scenarios, places = [now], {tuple(now.tolist()): 0}
    repeats: int | None = None
    for _ in range(longest):
        after = _step(matrix, judgements, now, rule, rng)
        key = tuple(after.tolist())
        if (after == now).all() or (key in places and rule is not Rule.RANDOM):
            repeats = len(scenarios) - 1 if (after == now).all() else places[key]
            break
        places[key] = len(scenarios)
        scenarios.append(after)
        now = after
    return Way(matrix, rule, np.array(scenarios), repeats)


def as_whole(matrix: CrossImpactMatrix) -> kernels.Balances:
    """(state, state): judgements as whole numbers for the kernels."""
    return np.ascontiguousarray(matrix.whole, dtype=np.int32)


def _check_fixed(matrix: CrossImpactMatrix, scenario: IntArray) -> None:
    wrong = np.flatnonzero((matrix.held >= 0) & (matrix.held != scenario))
    if wrong.size:
        name = matrix.names[int(wrong[0])]
        raise ValueError(
            f"the scenario has another state of '{name}' than '{matrix.fixed[name]}', to which it is fixed"
        )


def _step(
    matrix: CrossImpactMatrix, judgements: kernels.Balances, now: IntArray, rule: Rule, rng: np.random.Generator | None
) -> IntArray:
    balances, after = np.zeros(len(judgements), np.int32), np.zeros_like(now)
    kernels.sum_rows(judgements, matrix.offsets, now, balances)
    kernels.advance(CODES.get(rule, kernels.GLOBAL), matrix.offsets, matrix.held, balances, now, after)
    if rule is not Rule.RANDOM:
        return after
    if rng is None:
        raise ValueError("the random rule needs a generator: give rng=np.random.default_rng(seed)")
    movers = np.flatnonzero(after != now)
    if not movers.size:
        return after
    mover = rng.choice(movers)
    moved: IntArray = now.copy()
    moved[mover] = after[mover]
    return moved

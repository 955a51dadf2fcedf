"""What one judgement decides: what if it were another, and how little it takes to change the consistent scenarios."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.cross_impact.balances import NO_RIVAL, gaps_to_rivals
from hiwar.methods.cross_impact.consistent import (
    MOST_SCENARIOS,
    ConsistentScenarios,
    Limit,
    all_within,
    consistent_scenarios,
)
from hiwar.methods.cross_impact.engine import whole_tolerance
from hiwar.methods.cross_impact.forms import CrossImpactMatrix, FloatArray, IntArray, Scenario

if TYPE_CHECKING:
    import pandas as pd

FAR = np.iinfo(np.int64).max
"""No change of this judgement alone does it."""
ROWS_AT_ONCE = 1 << 14
"""Scenarios looked at together, so that memory stays small."""


@dataclass(frozen=True, eq=False)
class WhatIf:
    """The consistent scenarios before and after a judgement is changed."""

    before: ConsistentScenarios
    after: ConsistentScenarios

    @property
    def is_complete(self) -> bool:
        """No limit cut a search short."""
        return self.before.is_complete and self.after.is_complete

    @property
    def appeared(self) -> tuple[dict[str, str], ...]:
        """Consistent only after the change."""
        return _only_in(self.after, self.before)

    @property
    def vanished(self) -> tuple[dict[str, str], ...]:
        """Consistent only before it."""
        return _only_in(self.before, self.after)


@dataclass(frozen=True, eq=False)
class LeastChanges:
    """By how little each judgement has to change, all others staying, for something to happen; arrays are read-only.

    (state, state), in units of judgements; infinite where no change of this judgement alone does it. The step is one
    where all judgements are whole, else a half.
    """

    matrix: CrossImpactMatrix
    vanish_up: FloatArray
    """Raise it by so much, and a consistent scenario falls."""
    vanish_down: FloatArray
    """Lower it by so much, and a consistent scenario falls."""
    appear_up: FloatArray
    """Raise it by so much, and another scenario becomes consistent."""
    appear_down: FloatArray
    """Lower it by so much, and another scenario becomes consistent."""
    stopped_by: Limit | None
    """The limit that ended a search early, so that smaller changes may be missing; None: the figures are exact."""

    @property
    def up(self) -> FloatArray:
        """The least rise that changes anything."""
        return np.minimum(self.vanish_up, self.appear_up)

    @property
    def down(self) -> FloatArray:
        """The least fall that changes anything."""
        return np.minimum(self.vanish_down, self.appear_down)

    @property
    def least(self) -> FloatArray:
        """The least change of either kind."""
        return np.minimum(self.up, self.down)

    def to_frame(self) -> "pd.DataFrame":
        """One row per judgement that can change something alone, those that need least first."""
        import pandas as pd

        rows, columns = np.nonzero(np.isfinite(self.least))
        order = np.argsort(self.least[rows, columns], kind="stable")
        rows, columns = rows[order], columns[order]
        names = ("vanish_up", "vanish_down", "appear_up", "appear_down")
        return pd.DataFrame(
            {
                "acts": [self.matrix.labels[row] for row in rows],
                "acted on": [self.matrix.labels[column] for column in columns],
                "judgement": self.matrix.judgements[rows, columns],
                "least change": self.least[rows, columns],
                **{name.replace("_", " "): getattr(self, name)[rows, columns] for name in names},
            }
        )


def _only_in(these: ConsistentScenarios, those: ConsistentScenarios) -> tuple[dict[str, str], ...]:
    known = {tuple(row) for row in those.states.tolist()}
    return tuple(these.matrix.scenario(row) for row in these.states.tolist() if tuple(row) not in known)


def with_judgement(
    matrix: CrossImpactMatrix, acts: tuple[str, str], acted_on: tuple[str, str], judgement: float
) -> CrossImpactMatrix:
    """The matrix with one judgement replaced; states are given as (descriptor, state).

    Raises
    ------
    ValueError
        A name is unknown, or the judgement is no whole number or half.
    """
    judgements = matrix.judgements.copy()
    judgements[place_of(matrix, acts), place_of(matrix, acted_on)] = judgement
    return replace(matrix, judgements=judgements)


def place_of(matrix: CrossImpactMatrix, state: tuple[str, str]) -> int:
    """Row and column of a (descriptor, state).

    Raises
    ------
    ValueError
        It is unknown.
    """
    numbers = matrix.numbers({state[0]: state[1]}, "judgement")
    descriptor = int(np.flatnonzero(numbers >= 0)[0])
    return int(matrix.offsets[descriptor] + numbers[descriptor])


def what_if(
    matrix: CrossImpactMatrix,
    acts: tuple[str, str],
    acted_on: tuple[str, str],
    judgement: float,
    *,
    inconsistency: float = 0,
    most: int = MOST_SCENARIOS,
    seconds: float | None = None,
) -> WhatIf:
    """Which scenarios appear and which vanish if one judgement were another.

    Parameters
    ----------
    matrix : CrossImpactMatrix
    acts, acted_on : (descriptor, state)
        Whose effect is judged, and on what.
    judgement : float
        Instead of the one that stands.
    inconsistency, most, seconds
        As in `consistent_scenarios`, for each of the two searches.

    Raises
    ------
    ValueError
        A name is unknown, or the judgement is no whole number or half.
    """
    changed = with_judgement(matrix, acts, acted_on, judgement)
    before, after = (
        consistent_scenarios(one, inconsistency=inconsistency, most=most, seconds=seconds) for one in (matrix, changed)
    )
    return WhatIf(before, after)


def least_changes(
    matrix: CrossImpactMatrix, *, inconsistency: float = 0, most: int = MOST_SCENARIOS, seconds: float | None = None
) -> LeastChanges:
    """Which judgements the consistent scenarios hang on: the least change of each that alters them.

    A judgement on a descriptor matters for scenarios in which all *other* descriptors are consistent. These are found
    exactly, one descriptor at a time, and each says how much is missing or to spare.

    Parameters
    ----------
    matrix : CrossImpactMatrix
    inconsistency, most, seconds
        As in `consistent_scenarios`; the limits hold for each of the searches, one per descriptor.

    Returns
    -------
    LeastChanges
        Judgements of a descriptor on itself are left out (infinite), as are those on fixed descriptors.
    """
    tolerance, n_states = whole_tolerance(matrix, inconsistency), len(matrix.labels)
    tables = np.full((4, n_states, n_states), FAR)
    stopped: Limit | None = None
    for descriptor in np.flatnonzero(matrix.held < 0).tolist():
        # the descriptor's own balance does not count here, and everything else does
        found = all_within(matrix, inconsistency, most, seconds, unchecked=descriptor)
        stopped = stopped or found.stopped_by
        for first in range(0, len(found.states), ROWS_AT_ONCE):
            _gather(matrix, found.states[first : first + ROWS_AT_ONCE], descriptor, tolerance, tables)
    return _least(matrix, tables, stopped)


def least_changes_for(
    matrix: CrossImpactMatrix, scenario: Scenario | IntArray, *, inconsistency: float = 0
) -> LeastChanges:
    """By how little each judgement has to change for one scenario to fall, or to become consistent.

    Parameters
    ----------
    matrix : CrossImpactMatrix
    scenario : mapping or array
        A whole scenario, by names or by state numbers.
    inconsistency : float
        Up to which it counts as consistent.

    Returns
    -------
    LeastChanges
        ``vanish_...`` if it is consistent, else ``appear_...``. All are infinite where two descriptors or more are
        inconsistent: one judgement cannot mend that.

    Raises
    ------
    ValueError
        The scenario is not whole, or has an unknown name.
    """
    states, n_states = matrix.whole_scenario(scenario)[None, :], len(matrix.labels)
    tolerance = whole_tolerance(matrix, inconsistency)
    tables = np.full((4, n_states, n_states), FAR)
    free = np.flatnonzero(matrix.held < 0).tolist()
    wrong = [one for one in free if gaps_to_rivals(matrix, states, one).max() > tolerance]
    if len(wrong) < 2:
        for descriptor in wrong or free:
            _gather(matrix, states, descriptor, tolerance, tables)
    return _least(matrix, tables, None)


def _gather(matrix: CrossImpactMatrix, states: IntArray, descriptor: int, tolerance: int, tables: IntArray) -> None:
    """Lower the least changes in judgements on a descriptor to what these scenarios need.

    All their other descriptors are consistent.
    """
    others = np.delete(np.arange(states.shape[1]), descriptor)
    rows = (matrix.offsets[:-1] + states)[:, others]
    gaps = gaps_to_rivals(matrix, states, descriptor)
    n_exceeding, worst = (gaps > tolerance).sum(axis=1), gaps.max(axis=1)
    for number, gap in enumerate(gaps.T):
        is_own = states[:, descriptor] == number
        needs = (
            (~is_own & (n_exceeding == 0), tolerance + 1 - gap),
            (is_own & (n_exceeding == 0) & (worst > NO_RIVAL), tolerance + 1 - worst),
            (is_own & (n_exceeding > 0), worst - tolerance),
            (~is_own & (n_exceeding == 1) & (gap > tolerance), gap - tolerance),
        )
        column = int(matrix.offsets[descriptor]) + number
        for table, (applies, need) in zip(tables, needs, strict=True):
            amounts = np.repeat(need[applies], len(others))
            np.minimum.at(table[:, column], rows[applies].ravel(), amounts)


def _least(matrix: CrossImpactMatrix, tables: IntArray, stopped_by: Limit | None) -> LeastChanges:
    amounts = np.where(tables == FAR, np.inf, tables / matrix.scale)
    amounts.setflags(write=False)
    return LeastChanges(matrix, amounts[0], amounts[1], amounts[2], amounts[3], stopped_by)

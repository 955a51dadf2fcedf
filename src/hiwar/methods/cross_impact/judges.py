"""Several judges of one matrix: which scenarios are consistent for whom, and where the judges differ."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.cross_impact.balances import margins_of
from hiwar.methods.cross_impact.consistent import MOST_SCENARIOS, ConsistentScenarios, consistent_scenarios
from hiwar.methods.cross_impact.forms import BoolArray, CrossImpactMatrix, FloatArray, IntArray

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Ensemble:
    """Consistent scenarios by judge and of the sum of all judgements; arrays are read-only."""

    judges: tuple[str, ...]
    by_judge: Mapping[str, ConsistentScenarios]
    of_sum: ConsistentScenarios
    """Of the matrix with all judges' judgements added up. Its unit is that of the sum."""
    states: IntArray
    """(scenario, descriptor): every scenario that is consistent for a judge or for the sum, sorted."""
    inconsistency: FloatArray
    """(scenario, judge): how far the worst descriptor's state lies below its best rival by that judge's judgements."""
    is_consistent: BoolArray
    """(scenario, judge): within the tolerance."""
    in_sum: BoolArray
    """(scenario,): it is among those of the sum."""
    spread: FloatArray
    """(state, state): the judges' largest judgement less their smallest."""
    has_conflict: BoolArray
    """(state, state): one judge says that it promotes, another that it hinders."""

    @property
    def is_complete(self) -> bool:
        """No limit cut a search short, so that no scenario is missing."""
        return all(one.is_complete for one in (self.of_sum, *self.by_judge.values()))

    @property
    def n_judges_for(self) -> IntArray:
        """(scenario,): for how many judges it is consistent."""
        count: IntArray = self.is_consistent.sum(axis=1)
        return count

    def to_frame(self) -> "pd.DataFrame":
        """One row per scenario: its states, a column per judge, how many judges, and whether the sum has it."""
        import pandas as pd

        matrix = self.of_sum.matrix
        columns: dict[str, object] = {
            descriptor.name: [descriptor.states[number] for number in self.states[:, place]]
            for place, descriptor in enumerate(matrix.descriptors)
        }
        columns |= {f"consistent for {judge}": self.is_consistent[:, place] for place, judge in enumerate(self.judges)}
        columns |= {"judges": self.n_judges_for, "in sum": self.in_sum}
        return pd.DataFrame(columns, index=pd.RangeIndex(1, len(self.states) + 1, name="scenario"))


def compare_judges(
    matrices: Mapping[str, CrossImpactMatrix],
    *,
    inconsistency: float = 0,
    most: int = MOST_SCENARIOS,
    seconds: float | None = None,
) -> Ensemble:
    """Find the consistent scenarios of each judge and of all together, and how many judges each scenario has.

    Parameters
    ----------
    matrices : mapping
        Judge to matrix. Descriptors, states, what is forbidden and what is fixed are the same for all.
    inconsistency : float
        Let pass for each judge; for the sum, as many times that as there are judges.
    most, seconds
        Limits of each search, as in `consistent_scenarios`.

    Raises
    ------
    ValueError
        There is no judge, or the matrices are not of one kind.

    Notes
    -----
    Judgements are added up, not averaged, so that they stay exact; a scenario is consistent for the sum if and only if
    it is for the mean.
    """
    total = sum_of(matrices)
    by_judge = {
        judge: consistent_scenarios(matrix, inconsistency=inconsistency, most=most, seconds=seconds)
        for judge, matrix in matrices.items()
    }
    of_sum = consistent_scenarios(total, inconsistency=inconsistency * len(matrices), most=most, seconds=seconds)
    states = np.unique(np.concatenate([of_sum.states, *(one.states for one in by_judge.values())]), axis=0)
    margins = [margins_of(matrix, states).min(axis=1) for matrix in matrices.values()]
    inconsistencies = np.maximum(0.0, -np.stack(margins, axis=1))
    in_sum = margins_of(total, states).min(axis=1) >= -inconsistency * len(matrices)
    judgements = np.stack([matrix.judgements for matrix in matrices.values()])
    has_conflict: BoolArray = np.logical_and((judgements > 0).any(axis=0), (judgements < 0).any(axis=0))
    return Ensemble(
        tuple(matrices),
        by_judge,
        of_sum,
        states,
        inconsistencies,
        inconsistencies <= inconsistency,
        in_sum,
        np.ptp(judgements, axis=0),
        has_conflict,
    )


def sum_of(matrices: Mapping[str, CrossImpactMatrix]) -> CrossImpactMatrix:
    """The matrix with all judges' judgements added up.

    Raises
    ------
    ValueError
        There is no judge, or the matrices differ in more than judgements.
    """
    if not matrices:
        raise ValueError("there is no judge; give one or more")
    first, *others = matrices.values()
    for judge, matrix in zip(list(matrices)[1:], others, strict=True):
        for what in ("descriptors", "forbidden", "fixed"):
            if getattr(matrix, what) != getattr(first, what):
                raise ValueError(f"{judge}: {what} differ from those of {next(iter(matrices))}; only judgements may")
    return replace(first, judgements=np.sum([matrix.judgements for matrix in matrices.values()], axis=0))

"""A cross-impact matrix read and analysed, as the command ``cross-impact`` needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hiwar.cli.cross_impact_words import Change
from hiwar.cli.failures import Refused
from hiwar.cli.terminal import progress, waiting
from hiwar.formats import CrossImpactFile
from hiwar.methods.cross_impact import (
    Attractor,
    Attractors,
    Baseline,
    ConsistentScenarios,
    CrossImpactMatrix,
    Ensemble,
    Influence,
    LeastChanges,
    Rule,
    WhatIf,
    compare_judges,
    consistent_scenarios,
    find_attractors,
    influence_of,
    least_changes,
    shuffled_baseline,
    sum_of,
    with_judgement,
)
from hiwar.methods.cross_impact.forms import FloatArray


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line."""

    judge: str | None = None
    fixed: Mapping[str, str] | None = None
    changes: Sequence[Change] = ()
    inconsistency: float = 0.0
    rule: Rule = Rule.GLOBAL
    most: int = 1000
    seconds: float = 60.0
    permutations: int = 100
    seed: int = 2020


@dataclass(frozen=True, eq=False)
class Analysis:
    """A matrix and what was found."""

    file: CrossImpactFile
    asked: Asked
    found: ConsistentScenarios
    """For the judge asked for, or for the sum of all judges."""
    ensemble: Ensemble | None
    """What each judge alone gives; none with one judge."""
    attractors: Attractors
    what_if: WhatIf | None
    """With the judgements as they might be."""
    least_changes: LeastChanges | None
    """Which judgements the scenarios hang on; none where the search was stopped."""
    baseline: Baseline | None
    """What chance alone would give; none where it was not asked for, or the search was stopped."""
    least_inconsistency: float | None
    """Of any scenario, per judge; none where one is consistent, or a search was stopped."""

    @property
    def matrix(self) -> CrossImpactMatrix:
        """Of the judge asked for, or the sum of all judges."""
        return self.found.matrix

    @cached_property
    def margins(self) -> FloatArray:
        """(scenario,): how far the weakest state lies above its best rival; of descriptors that something acts on."""
        judgements, offsets = self.matrix.judgements, self.matrix.offsets
        acted_on = np.logical_or.reduceat((judgements != 0).any(axis=0), offsets[:-1])
        margins: FloatArray = np.where(acted_on, self.found.profile, np.inf).min(axis=1)
        return margins

    @cached_property
    def influence(self) -> Influence:
        """Which descriptors drive the others."""
        return influence_of(self.matrix)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Rows of what was found, as they are shown: consistent ones first, then by the size of their basins."""
        basins = [-one.basin if (one := self.basin_of(row)) else 0 for row in range(len(self.found))]
        wrong = self.found.inconsistency.tolist()
        return tuple(sorted(range(len(self.found)), key=lambda row: (wrong[row], basins[row], row)))

    @cached_property
    def _ends(self) -> dict[tuple[int, ...], Attractor]:
        return {tuple(one.scenarios[0].tolist()): one for one in self.attractors.found if not one.is_cycle}

    def basin_of(self, row: int) -> Attractor | None:
        """The attractor that a scenario found is, if succession was seen to end there."""
        return self._ends.get(tuple(self.found.states[row].tolist()))


def analyse(file: CrossImpactFile, asked: Asked) -> Analysis:
    """Find scenarios, where succession leads, what the scenarios hang on, and what a change would do.

    Raises
    ------
    Refused
        What is fixed and what is forbidden leave nothing.
    """
    try:
        file = replace(file, fixed={**file.fixed, **(asked.fixed or {})})
        with waiting("Searching scenarios"):
            matrices = _matrices(file, asked)
            found, ensemble = _search(matrices, asked)
            what_if = WhatIf(found, _search(_changed(matrices, asked), asked)[0]) if asked.changes else None
            changes = _least_changes(found, asked)
            least = None if len(found) or not found.is_complete else _least_inconsistency(found, asked)
        with waiting("Comparing with chance"):
            baseline = _baseline(found, asked)
        with progress("Following scenarios") as report:
            rng = np.random.default_rng(asked.seed)
            attractors = find_attractors(found.matrix, asked.rule, rng=rng, report=report)
    except ValueError as error:
        raise Refused(str(error)) from None
    nearest = None if least is None else least / len(matrices)
    return Analysis(file, asked, found, ensemble, attractors, what_if, changes, baseline, nearest)


def _matrices(file: CrossImpactFile, asked: Asked) -> dict[str, CrossImpactMatrix]:
    """By judge; one without a name where there are no judges."""
    if asked.judge or not file.judges:
        return {asked.judge or "": file.matrix_of(asked.judge)}
    return dict(file.matrices)


def _changed(matrices: Mapping[str, CrossImpactMatrix], asked: Asked) -> dict[str, CrossImpactMatrix]:
    """With judgements as they might be, for every judge."""
    changed = dict(matrices)
    for change in asked.changes:
        changed = {
            judge: with_judgement(matrix, change.acts, change.acted_on, change.judgement)
            for judge, matrix in changed.items()
        }
    return changed


def _search(matrices: Mapping[str, CrossImpactMatrix], asked: Asked) -> tuple[ConsistentScenarios, Ensemble | None]:
    """Scenarios of one judge; or those of the sum, and of each judge."""
    most, seconds, inconsistency = asked.most, asked.seconds, asked.inconsistency
    if len(matrices) == 1:
        one = sum_of(matrices)
        return consistent_scenarios(one, inconsistency=inconsistency, most=most, seconds=seconds), None
    ensemble = compare_judges(matrices, inconsistency=inconsistency, most=most, seconds=seconds)
    return ensemble.of_sum, ensemble


def _least_changes(found: ConsistentScenarios, asked: Asked) -> LeastChanges | None:
    if not found.is_complete:
        return None
    seconds = asked.seconds / len(found.matrix.descriptors)
    return least_changes(found.matrix, inconsistency=found.tolerance, most=asked.most, seconds=seconds)


def _baseline(found: ConsistentScenarios, asked: Asked) -> Baseline | None:
    if not found.is_complete or not asked.permutations:
        return None
    rng = np.random.default_rng(asked.seed)
    return shuffled_baseline(
        found.matrix,
        rng=rng,
        n_draws=asked.permutations,
        inconsistency=found.tolerance,
        most=asked.most,
        seconds=asked.seconds,
    )


def _least_inconsistency(found: ConsistentScenarios, asked: Asked) -> float | None:
    """The tolerance grows until something passes."""
    tolerance = max(found.tolerance, 0.5)
    while tolerance <= 2 * float(np.abs(found.matrix.judgements).sum()):
        tolerance *= 2
        near = consistent_scenarios(found.matrix, inconsistency=tolerance, most=asked.most, seconds=asked.seconds)
        if len(near) or not near.is_complete:
            return float(near.inconsistency.min()) if near.is_complete else None
    return None

"""A cross-impact matrix read and analysed, as the command ``cross-impact`` needs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hiwar.cli.cross_impact_words import Change
from hiwar.cli.failures import Refused
from hiwar.cli.terminal import progress, waiting
from hiwar.formats import CrossImpactFile
from hiwar.methods.cross_impact import Attractor, Attractors, CrossImpactMatrix, Rule, find_attractors
from hiwar.methods.cross_impact.consistent import ConsistentScenarios, consistent_scenarios
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


@dataclass(frozen=True)
class Activity:
    """Sums of a descriptor's judgements, without their signs."""

    name: str
    active: float
    passive: float


@dataclass(frozen=True, eq=False)
class Analysis:
    """A matrix and what was found."""

    file: CrossImpactFile
    asked: Asked
    matrix: CrossImpactMatrix
    """Of the judge asked for, or the sum of all judges."""
    found: ConsistentScenarios
    attractors: Attractors
    by_judge: Mapping[str, ConsistentScenarios]
    """What each judge's matrix gives by itself; empty with one judge."""
    changed: ConsistentScenarios | None
    """With the judgements as they might be."""
    least: float | None
    """Least inconsistency of any scenario, where none is consistent and the search for it was not cut short."""

    @cached_property
    def margins(self) -> FloatArray:
        """(scenario,): how far the weakest state lies above its best rival; of descriptors that something acts on."""
        judgements, offsets = self.matrix.judgements, self.matrix.offsets
        acted_on = np.logical_or.reduceat((judgements != 0).any(axis=0), offsets[:-1])
        margins: FloatArray = np.where(acted_on, self.found.profile, np.inf).min(axis=1)
        return margins

    @cached_property
    def activity(self) -> tuple[Activity, ...]:
        """How much each descriptor acts on the others, and is acted on."""
        size = np.add.reduceat(
            np.add.reduceat(np.abs(self.matrix.judgements), self.matrix.offsets[:-1], axis=0),
            self.matrix.offsets[:-1],
            axis=1,
        )
        np.fill_diagonal(size, 0)
        sums = zip(self.matrix.names, size.sum(axis=1).tolist(), size.sum(axis=0).tolist(), strict=True)
        return tuple(Activity(*one) for one in sums)

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
    """Find scenarios, where succession leads, and what a change would do.

    Raises
    ------
    Refused
        What is fixed and what is forbidden leave nothing.
    """
    try:
        file = replace(file, fixed={**file.fixed, **(asked.fixed or {})})
        matrix = matrix_in(file, asked.judge)
        with waiting("Searching scenarios"):
            found = _search(matrix, asked)
            by_judge = {} if asked.judge else {name: _search(one, asked) for name, one in file.matrices.items()}
            changed = _search(with_changes(matrix, file, asked), asked) if asked.changes else None
            least = None if len(found) or not found.is_complete else _least(matrix, asked)
        with progress("Following scenarios") as report:
            rng = np.random.default_rng(asked.seed)
            attractors = find_attractors(matrix, asked.rule, rng=rng, report=report)
    except ValueError as error:
        raise Refused(str(error)) from None
    return Analysis(file, asked, matrix, found, attractors, by_judge, changed, least)


def matrix_in(file: CrossImpactFile, judge: str | None) -> CrossImpactMatrix:
    """The matrix of one judge, or the sum over all."""
    if judge is not None or not file.judges:
        return file.matrix_of(judge)
    matrices = list(file.matrices.values())
    return replace(matrices[0], judgements=np.sum([one.judgements for one in matrices], axis=0))


def with_changes(matrix: CrossImpactMatrix, file: CrossImpactFile, asked: Asked) -> CrossImpactMatrix:
    """The matrix with judgements as they might be; in a sum every judge is taken to say so."""
    places = {(one.name, state): place for place, (one, state) in enumerate(
        (one, state) for one in matrix.descriptors for state in one.states)}  # fmt: skip
    judgements = matrix.judgements.copy()
    times = 1 if asked.judge else max(len(file.judges), 1)
    for change in asked.changes:
        judgements[places[change.acts], places[change.acted_on]] = times * change.judgement
    return replace(matrix, judgements=judgements)


def _search(matrix: CrossImpactMatrix, asked: Asked) -> ConsistentScenarios:
    return consistent_scenarios(matrix, inconsistency=asked.inconsistency, most=asked.most, seconds=asked.seconds)


def _least(matrix: CrossImpactMatrix, asked: Asked) -> float | None:
    """Least inconsistency: the tolerance grows until something passes."""
    tolerance = max(asked.inconsistency, 0.5)
    while True:
        tolerance *= 2
        near = consistent_scenarios(matrix, inconsistency=tolerance, most=asked.most, seconds=asked.seconds)
        if len(near) or not near.is_complete:
            return float(near.inconsistency.min()) if near.is_complete else None
        if tolerance > float(np.abs(matrix.judgements).sum()):
            return None

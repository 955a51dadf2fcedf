"""All consistent scenarios of a matrix, found exactly."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from hiwar.methods.cross_impact.balances import margins_of, total_impact
from hiwar.methods.cross_impact.engine import SmallArray, scenario_chunks
from hiwar.methods.cross_impact.forms import MOST_PRESSURE, CrossImpactMatrix, FloatArray, IntArray, Scenario
from hiwar.methods.cross_impact.islands import combined, islands_of, part_of

if TYPE_CHECKING:
    import pandas as pd

Limit = Literal["most", "seconds"]

MOST_SCENARIOS = 1_000_000
"""Scenarios that are kept unless more are asked for."""

Progress = Callable[[int, int], None]
"""Told steps taken and scenarios found so far."""


@dataclass(frozen=True, eq=False)
class ConsistentScenarios:
    """Scenarios in which every descriptor's state is, within a tolerance, the one most promoted; arrays are read-only.

    Sorted by state numbers. What is measured in judgements has their unit.
    """

    matrix: CrossImpactMatrix
    tolerance: float
    """Largest inconsistency that was let pass."""
    states: IntArray
    """(scenario, descriptor): state numbers, in the order of the matrix."""
    stopped_by: Limit | None
    """The limit that ended the search early; None: every scenario there is was found."""
    count: int | None
    """How many there are, found or not; None if a limit came before that was known. Where a matrix falls into parts
    that have nothing to do with one another, it can be known though they are too many to be kept."""

    @property
    def is_complete(self) -> bool:
        """There are no others, proved."""
        return self.stopped_by is None

    def __len__(self) -> int:
        """How many were found."""
        return len(self.states)

    @cached_property
    def profile(self) -> FloatArray:
        """(scenario, descriptor): balance of its state above the best rival's; below 0 it is inconsistent.

        Infinite where there is no rival: a fixed descriptor, or one with one state.
        """
        return margins_of(self.matrix, self.states)

    @cached_property
    def margin(self) -> FloatArray:
        """(scenario,): least of its profile: what judgements may change by before it falls."""
        margin: FloatArray = self.profile.min(axis=1)
        return margin

    @cached_property
    def inconsistency(self) -> FloatArray:
        """(scenario,): how far the worst descriptor's state lies below its best rival; 0 if consistent."""
        return np.maximum(0.0, -self.margin)

    @cached_property
    def impact_score(self) -> FloatArray:
        """(scenario,): total impact score, the sum of the balances of its states."""
        return total_impact(self.matrix, self.states)

    @property
    def scenarios(self) -> tuple[dict[str, str], ...]:
        """Each as descriptor to state."""
        return tuple(self.matrix.scenario(row) for row in self.states)

    def to_frame(self) -> "pd.DataFrame":
        """One row per scenario: a column per descriptor, then inconsistency, margin and total impact score."""
        import pandas as pd

        columns = {
            descriptor.name: [descriptor.states[number] for number in self.states[:, place]]
            for place, descriptor in enumerate(self.matrix.descriptors)
        }
        frame = pd.DataFrame(columns, index=pd.RangeIndex(1, len(self) + 1, name="scenario"))
        measures = {"inconsistency": self.inconsistency, "margin": self.margin, "impact score": self.impact_score}
        return frame.assign(**measures)


def consistent_scenarios(
    matrix: CrossImpactMatrix,
    *,
    inconsistency: float = 0,
    fixed: Scenario | None = None,
    forbidden: tuple[Scenario, ...] = (),
    most: int = MOST_SCENARIOS,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> ConsistentScenarios:
    """Find every scenario in which each descriptor's state is the one that the others promote most.

    States that a rival beats in whatever can still be fall away, likewise states that leave some other descriptor
    without one that could stand; then a descriptor is settled and so on. No scenario is left out, and combinations are
    not listed. Ties count as consistent.

    Parameters
    ----------
    matrix : CrossImpactMatrix
        Of any size; what it costs depends on how much the judgements bind.
    inconsistency : float
        0: consistent scenarios. More: also near misses, in which no descriptor's state lies further below its best
        rival than this.
    fixed, forbidden
        Added to those of the matrix.
    most : int
        Scenarios to keep. The search stops when there is one more.
    seconds : float, optional
        Time to search, about. Which scenarios were found by then may differ from run to run.
    progress : callable, optional
        Told now and then how many steps were taken and how many scenarios were found.

    Returns
    -------
    ConsistentScenarios
        Complete unless it says which limit stopped the search. There may be none.

    Raises
    ------
    ValueError
        A name is unknown, what is fixed is contradicted, or a limit is below 0.

    References
    ----------
    Weimer-Jehle (2006), *Cross-impact balances: a system-theoretical approach to cross-impact analysis*,
    Technological Forecasting and Social Change 73(4).
    """
    if not inconsistency >= 0:
        raise ValueError(f"inconsistency: {inconsistency} found; 0 or more will do")
    if most < 0 or (seconds is not None and not seconds >= 0):
        raise ValueError("limits of a search are 0 or more")
    narrowed = narrowed_matrix(matrix, fixed or {}, forbidden)
    found = all_within(narrowed, inconsistency, most, seconds, progress)
    return ConsistentScenarios(narrowed, float(inconsistency), found.states, found.stopped_by, found.count)


def nearest_scenarios(matrix: CrossImpactMatrix, *, most: int = MOST_SCENARIOS) -> ConsistentScenarios:
    """The scenarios that come closest to being consistent: all with the least inconsistency there is.

    Where there are consistent scenarios, these are what is found. Otherwise `ConsistentScenarios.tolerance` says how
    inconsistent a scenario has to be. There is none only if everything is forbidden.
    """
    unit, low, high = 1 / matrix.scale, -1, 0
    while not _has_any(matrix, high * unit):
        if high > 2 * MOST_PRESSURE * matrix.scale:
            return consistent_scenarios(matrix, inconsistency=high * unit, most=most)
        low, high = high, 2 * high + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _has_any(matrix, middle * unit) else (middle, high)
    return consistent_scenarios(matrix, inconsistency=high * unit, most=most)


def _has_any(matrix: CrossImpactMatrix, inconsistency: float) -> bool:
    parts = [part_of(matrix, island)[0] for island in islands_of(matrix)]
    return all(any(len(rows) for rows, _ in scenario_chunks(part, inconsistency)) for part in parts or [matrix])


def narrowed_matrix(matrix: CrossImpactMatrix, fixed: Scenario, forbidden: tuple[Scenario, ...]) -> CrossImpactMatrix:
    """The matrix with more fixed or forbidden.

    Raises
    ------
    ValueError
        A name is unknown, or a descriptor is fixed to two states.
    """
    if not fixed and not forbidden:
        return matrix
    for name, state in fixed.items():
        if matrix.fixed.get(name, state) != state:
            raise ValueError(f"fixed: '{name}' is '{matrix.fixed[name]}' already; '{state}' found")
    return CrossImpactMatrix(
        matrix.descriptors, matrix.judgements, (*matrix.forbidden, *forbidden), {**matrix.fixed, **fixed}
    )


@dataclass(frozen=True, eq=False)
class Found:
    """What a search found."""

    states: IntArray
    """(scenario, descriptor): state numbers, sorted."""
    stopped_by: Limit | None
    """The limit that left some out."""
    count: int | None
    """How many there are; None if a limit came before that was known."""


def all_within(
    matrix: CrossImpactMatrix,
    inconsistency: float,
    most: int,
    seconds: float | None,
    progress: Progress | None = None,
    unchecked: int | None = None,
) -> Found:
    """All scenarios within an inconsistency, island by island.

    What presses on the descriptor ``unchecked`` does not count.
    """
    until = math.inf if seconds is None else time.monotonic() + seconds
    islands = islands_of(matrix)
    if len(islands) < 2:
        states, stopped_by = _search(matrix, inconsistency, most, until, progress, unchecked)
        return Found(_sorted(states), stopped_by, None if stopped_by else len(states))
    found = []
    for island in islands:
        part, places = part_of(matrix, island)
        exempt = np.flatnonzero(places == unchecked)
        own = int(exempt[0]) if len(exempt) else None
        rows, stopped_by = _search(part, inconsistency, most, until, progress, own)
        found.append((rows[:, np.searchsorted(places, island)], stopped_by))
    return _joined(matrix, islands, found, most, until)


def _joined(
    matrix: CrossImpactMatrix,
    islands: list[IntArray],
    found: list[tuple[SmallArray, Limit | None]],
    most: int,
    until: float,
) -> Found:
    if any(not len(rows) and stopped_by is None for rows, stopped_by in found):
        return Found(np.zeros((0, len(matrix.descriptors)), dtype=np.int64), None, 0)
    limits = [stopped_by for _, stopped_by in found if stopped_by is not None]
    total = math.prod(len(rows) for rows, _ in found)
    chunks, n_kept = [np.zeros((0, sum(map(len, islands))), dtype=np.int8)], 0
    for rows in combined([rows for rows, _ in found], most):
        chunks.append(rows)
        n_kept += len(rows)
        if time.monotonic() > until and n_kept < total:
            limits.append("seconds")
            break
    if n_kept < total and not limits:
        limits.append("most")
    states = np.tile(np.maximum(matrix.held, 0).astype(np.int8), (n_kept, 1))
    states[:, np.concatenate(islands)] = np.concatenate(chunks)
    is_counted = all(stopped_by is None for _, stopped_by in found)
    return Found(_sorted(states), next(iter(limits), None), total if is_counted else None)


def _search(
    matrix: CrossImpactMatrix,
    inconsistency: float,
    most: int,
    until: float,
    progress: Progress | None,
    unchecked: int | None,
) -> tuple[SmallArray, Limit | None]:
    found, chunks = 0, [np.zeros((0, len(matrix.descriptors)), dtype=np.int8)]
    stopped_by: Limit | None = None
    is_late = False
    for rows, steps in scenario_chunks(matrix, inconsistency, unchecked=unchecked):
        chunks.append(rows)
        found += len(rows)
        if progress is not None:
            progress(steps, found)
        if found > most or is_late:
            stopped_by = "most" if found > most else "seconds"
            break
        is_late = time.monotonic() > until  # the next chunk shows that there was more to do
    return np.concatenate(chunks)[:most], stopped_by


def _sorted(states: SmallArray) -> IntArray:
    ordered = states[np.lexsort(states.T[::-1])].astype(np.int64)
    ordered.setflags(write=False)
    return ordered

"""Attractors of succession, and from how many scenarios each is reached: counted where they can be, else drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.stats import beta  # type: ignore[import-untyped]

from hiwar.methods.cross_impact import kernels_succession as kernels
from hiwar.methods.cross_impact.forms import BoolArray, CrossImpactMatrix, IntArray
from hiwar.methods.cross_impact.succession import CODES, LONGEST, Rule, as_whole

if TYPE_CHECKING:
    import pandas as pd

LIST_UP_TO = 20_000_000
"""Scenarios of which every one is followed; 4 bytes of memory each."""
DRAWS = 10_000
"""First scenarios that are drawn where there are more."""
MOST_LISTED = 100_000
"""Attractors that are listed; their number is always given."""
MOST_STEPS = 10_000
"""Scenarios of one cycle that are listed."""
_CHUNK = 1 << 18
_BATCHES = 1000
Report = Callable[[str, int, int], None]
"""Told the step, how many scenarios are done and how many there are."""


@dataclass(frozen=True, eq=False)
class Attractor:
    """Where ways end: a consistent scenario, or scenarios that follow each other in a cycle without end."""

    scenarios: IntArray
    """(step, descriptor): state numbers, one row or a cycle in its order, beginning with its first scenario.

    No more than ``MOST_STEPS`` rows.
    """
    length: int
    """Scenarios in it."""
    basin: int
    """First scenarios from which it is reached."""
    share: float
    """Their share of all first scenarios, or of those drawn."""
    bounds: tuple[float, float]
    """Of the share, at the confidence of the result; equal where everything was counted."""
    is_forbidden: bool
    """A scenario that is listed contains a forbidden combination."""

    @property
    def is_cycle(self) -> bool:
        """There is more than one scenario in it; none of them is consistent."""
        return self.length > 1


@dataclass(frozen=True, eq=False)
class Attractors:
    """Attractors by the size of their basins, the largest first."""

    matrix: CrossImpactMatrix
    rule: Rule
    found: tuple[Attractor, ...]
    """Those with the largest basins, ``MOST_LISTED`` at most."""
    n_starts: int
    """First scenarios that were followed; none of them contains a forbidden combination."""
    is_exact: bool
    """Every first scenario was followed, so every attractor is known and its basin is counted."""
    n_consistent: int
    """Attractors of one scenario, listed or not."""
    n_cycles: int
    """Attractors of more than one, listed or not."""
    in_cycles: int
    """First scenarios that lead to a cycle."""
    unsettled: int
    """Ways that were given up after the most steps allowed."""
    confidence: float

    @property
    def in_consistent(self) -> int:
        """First scenarios that lead to a consistent scenario."""
        return self.n_starts - self.in_cycles - self.unsettled

    @cached_property
    def unseen_share(self) -> float:
        """An attractor that is not here has a smaller share than this, at the confidence; 0 where all were counted."""
        return 0.0 if self.is_exact else 1 - (1 - self.confidence) ** (1 / self.n_starts)

    def to_frame(self) -> "pd.DataFrame":
        """A row per scenario of an attractor: number, step, basin, share with bounds, and each descriptor's state."""
        import pandas as pd

        rows = [
            {
                "attractor": number, "step": step, "length": one.length, "basin": one.basin, "share": one.share,
                "low": one.bounds[0], "high": one.bounds[1], "is_forbidden": one.is_forbidden,
                **self.matrix.scenario(scenario),
            }
            for number, one in enumerate(self.found, 1)
            for step, scenario in enumerate(one.scenarios)
        ]  # fmt: skip
        return pd.DataFrame(rows)


def find_attractors(
    matrix: CrossImpactMatrix,
    rule: Rule = Rule.GLOBAL,
    *,
    list_up_to: int = LIST_UP_TO,
    draws: int = DRAWS,
    rng: np.random.Generator | None = None,
    longest: int = LONGEST,
    confidence: float = 0.95,
    report: Report | None = None,
) -> Attractors:
    """Find where succession ends, and how large the basin of each attractor is.

    Parameters
    ----------
    matrix : CrossImpactMatrix
        Ways begin in every scenario that has the fixed states and contains nothing forbidden. On its way succession
        follows the judgements alone; an attractor with a forbidden combination in it is marked.
    rule : Rule
        By the random rule ways are always drawn, each first scenario with one way; cycles are not looked for.
    list_up_to : int
        If there are no more scenarios than this, all are followed: 4 bytes each, 8 beyond two thousand million.
    draws, rng : int, Generator
        Otherwise so many first scenarios are drawn evenly, with repetition; the generator is needed then.
    longest : int
        Steps after which a drawn way is given up.
    confidence : float
        Of the bounds of drawn shares: Clopper & Pearson (1934), *Biometrika* 26, 404, each attractor by itself.
    report : function, optional
        Told how far it is.

    Returns
    -------
    Attractors
        Those of one scenario are exactly the consistent ones, under every rule; drawing may miss some.

    Raises
    ------
    ValueError
        Everything is forbidden, or nearly; or a generator is needed.

    Notes
    -----
    Counting takes time in proportion to scenarios x states, whatever the length of the ways.
    """
    if rule is not Rule.RANDOM and matrix.n_scenarios <= list_up_to:
        return _count(matrix, rule, confidence, report)
    if rng is None:
        raise ValueError(
            f"ways through {matrix.n_scenarios:,} scenarios are drawn: give rng=np.random.default_rng(seed)"
            if rule is not Rule.RANDOM
            else "the random rule needs a generator: give rng=np.random.default_rng(seed)"
        )
    return _draw(matrix, rule, draws, rng, longest, confidence, report)


def _count(matrix: CrossImpactMatrix, rule: Rule, confidence: float, report: Report | None) -> Attractors:
    size, strides = matrix.n_scenarios, _strides(matrix)
    table: kernels.Table = np.empty(size, np.int32) if size < 2**31 else np.empty(size, np.int64)
    for first, last in _chunks(size, "steps", report):
        kernels.fill_steps(CODES[rule], as_whole(matrix), matrix.offsets, matrix.held, strides, first, last, table)
    firsts, lengths = _mark(table, report)
    basins = np.zeros(firsts.size, np.int64)
    for first, last in _chunks(size, "basins", report):
        marks = -2 - table[first:last]
        if matrix.forbidden:
            marks = marks[~forbidden_in(matrix, _numbered(matrix, strides, np.arange(first, last)))]
        np.add.at(basins, marks, 1)
    total = int(basins.sum())
    if total == 0:
        raise ValueError("every scenario contains a forbidden combination")
    listed = np.argsort(-basins, kind="stable")[:MOST_LISTED]
    ends = _Ends(_numbered(matrix, strides, firsts[listed]), lengths[listed], basins[listed])
    found = _listed(matrix, rule, ends, lambda basin: (basin / total,) * 3)
    cycles = lengths > 1
    counts = int((~cycles).sum()), int(cycles.sum()), int(basins[cycles].sum())
    return Attractors(matrix, rule, found, total, True, *counts, 0, confidence)


def _mark(table: kernels.Table, report: Report | None) -> tuple[IntArray, IntArray]:
    """First scenario and length of each attractor; the table holds marks afterwards."""
    firsts, lengths, found = np.empty(1024, np.int64), np.empty(1024, np.int64), 0
    for first, last in _chunks(table.size, "attractors", report):
        while first < last:
            first, found = kernels.mark_attractors(table, first, last, firsts, lengths, found)
            if first < last:
                firsts, lengths = (np.concatenate((array, np.empty_like(array))) for array in (firsts, lengths))
    return firsts[:found], lengths[:found]


def _draw(
    matrix: CrossImpactMatrix,
    rule: Rule,
    draws: int,
    rng: np.random.Generator,
    longest: int,
    confidence: float,
    report: Report | None,
) -> Attractors:
    if draws < 1:
        raise ValueError(f"{draws} draws: one or more are needed")
    starts = _drawn_starts(matrix, draws, rng)
    seeds = rng.integers(0, 2**64, draws, dtype=np.uint64)
    lengths = np.zeros(draws, np.int64)
    common = as_whole(matrix), matrix.offsets, matrix.held
    for first, last in _chunks(draws, "ways", report, chunk=1000):
        part = slice(first, last)
        lengths[part] = (
            kernels.settle_at_random(*common, starts[part], seeds[part], longest)
            if rule is Rule.RANDOM
            else kernels.settle(CODES[rule], *common, starts[part], longest)
        )
    settled = lengths > 0
    ends, which, basins = np.unique(starts[settled], axis=0, return_inverse=True, return_counts=True)
    cycle = np.zeros(len(ends), np.int64)
    cycle[which.ravel()] = lengths[settled]
    order = np.argsort(-basins, kind="stable")
    listed, cycles = order[:MOST_LISTED], cycle > 1
    share = partial(_share, draws=draws, confidence=confidence)
    found = _listed(matrix, rule, _Ends(ends[listed], cycle[listed], basins[listed]), share)
    counts = int((~cycles).sum()), int(cycles.sum()), int(basins[cycles].sum())
    return Attractors(matrix, rule, found, draws, False, *counts, int((~settled).sum()), confidence)


def _drawn_starts(matrix: CrossImpactMatrix, draws: int, rng: np.random.Generator) -> IntArray:
    """(draw, descriptor): evenly from the scenarios that contain nothing forbidden."""
    kept: list[IntArray] = []
    for _ in range(_BATCHES):
        drawn = rng.integers(0, matrix.sizes, (draws, len(matrix.sizes)))
        drawn = np.where(matrix.held >= 0, matrix.held, drawn)
        kept.append(drawn[~forbidden_in(matrix, drawn)])
        if sum(map(len, kept)) >= draws:
            return np.ascontiguousarray(np.concatenate(kept)[:draws])
    raise ValueError(
        f"only {sum(map(len, kept)):,} of {_BATCHES * draws:,} scenarios drawn contain nothing forbidden; "
        "fix what is settled"
    )


def _share(basin: int, draws: int, confidence: float) -> tuple[float, float, float]:
    """Share of draws, and its bounds."""
    tail = (1 - confidence) / 2
    low = float(beta.ppf(tail, basin, draws - basin + 1))
    high = 1.0 if basin == draws else float(beta.ppf(1 - tail, basin + 1, draws - basin))
    return basin / draws, low, high


class _Ends(NamedTuple):
    """First scenarios (attractor, descriptor), lengths and basins of attractors."""

    firsts: IntArray
    lengths: IntArray
    basins: IntArray


def _listed(
    matrix: CrossImpactMatrix, rule: Rule, ends: _Ends, share: Callable[[int], tuple[float, float, float]]
) -> tuple[Attractor, ...]:
    judgements, found = as_whole(matrix), []
    for first, length, basin in zip(ends.firsts, ends.lengths.tolist(), ends.basins.tolist(), strict=True):
        scenarios = np.empty((min(length, MOST_STEPS), first.size), np.int64)
        scenarios[0] = first
        if length > 1:
            kernels.fill_way(CODES[rule], judgements, matrix.offsets, matrix.held, scenarios)
        scenarios.setflags(write=False)
        part, low, high = share(basin)
        is_forbidden = bool(matrix.forbidden) and bool(forbidden_in(matrix, scenarios).any())
        found.append(Attractor(scenarios, length, basin, part, (low, high), is_forbidden))
    return tuple(found)


def forbidden_in(matrix: CrossImpactMatrix, scenarios: IntArray) -> BoolArray:
    """(scenario,): it contains a forbidden combination; ``scenarios`` is (scenario, descriptor)."""
    found: BoolArray = np.zeros(len(scenarios), np.bool_)
    for combination in matrix.forbidden:
        numbers = matrix.numbers(combination)
        named = np.flatnonzero(numbers >= 0)
        found |= (scenarios[:, named] == numbers[named]).all(axis=1)
    return found


def _strides(matrix: CrossImpactMatrix) -> IntArray:
    """(descriptor,): what one state more adds to the number of a scenario; 0 where the state is fixed."""
    sizes = np.where(matrix.held >= 0, 1, matrix.sizes)
    strides = np.append(np.cumprod(sizes[::-1])[::-1][1:], 1)
    return np.where(matrix.held >= 0, 0, strides).astype(np.int64)


def _numbered(matrix: CrossImpactMatrix, strides: IntArray, numbers: IntArray) -> IntArray:
    """(scenario, descriptor): state numbers of scenarios given by their numbers."""
    free = np.where(strides > 0, strides, 1)
    scenarios = (numbers[:, None] // free) % np.where(matrix.held >= 0, 1, matrix.sizes)
    return np.where(matrix.held >= 0, matrix.held, scenarios)


def _chunks(size: int, step: str, report: Report | None, *, chunk: int = _CHUNK) -> Iterator[tuple[int, int]]:
    for first in range(0, size, chunk):
        last = min(first + chunk, size)
        yield first, last
        if report:
            report(step, last, size)

"""Numbers that are ranges, and numbers that are a little wrong: what becomes of the three answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from hiwar.methods.positions.arrays import NEAR, Bounds, FloatArray, check_variant, compile_bounds
from hiwar.methods.positions.centres import middle_medians, weighted_means, weighted_medians
from hiwar.methods.positions.forms import MEASURES, ContestedIssue, Measure, ModelError
from hiwar.methods.positions.rounds import run_rounds
from hiwar.methods.positions.variants import AS_WRITTEN, Variant

AT_ONCE = 1 << 19
"""Pairs of actors held at a time, over all draws."""
MAGNIFIED = 5.0
"""An answer is moved by noise if it moves more than so many times the noise."""
TOLERATED = 0.05
"""Share of draws in which noise may move an answer before there is a warning."""


@dataclass(frozen=True, eq=False)
class Outcomes:
    """The three answers over all that the ranges allow."""

    actors: tuple[str, ...]
    drawn: Mapping[Measure, FloatArray]
    """Answer to values, (draw,) each; the same draw is the same numbers for all three."""
    wins: FloatArray
    """(actor,): share of draws in which no position beats its position by weight."""
    wins_error: FloatArray
    """Standard errors of `wins`; 0 where all draws agree."""
    draws: int
    variant: Variant
    rounds: int

    def interval(self, measure: Measure, level: float = 0.9) -> tuple[float, float]:
        """The middle share ``level`` of the draws lies between these."""
        low, high = np.quantile(self.drawn[measure], [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)

    def share_between(self, measure: Measure, low: float, high: float) -> float:
        """Share of draws with the answer from ``low`` to ``high``, both included."""
        values = self.drawn[measure]
        return float(np.mean((values >= low) & (values <= high)))


@dataclass(frozen=True, eq=False)
class Noise:
    """What a little noise on every number does to the three answers."""

    noise: float
    """Positions are moved by up to this share of the scale, capabilities and saliences by up to this share of
    themselves, all independently."""
    answers: Mapping[Measure, float]
    """Without noise."""
    largest: Mapping[Measure, float]
    """Answer to the largest move, as a share of the scale."""
    share_moved: Mapping[Measure, float]
    """Share of draws in which the answer moves by more than `MAGNIFIED` times the noise."""
    draws: int

    def moves(self, measure: Measure) -> bool:
        """The warning: noise moves this answer in more than `TOLERATED` of the draws."""
        return self.share_moved[measure] > TOLERATED


def draw_outcomes(
    issue: ContestedIssue,
    variant: Variant = AS_WRITTEN,
    *,
    draws: int,
    rng: np.random.Generator,
    rounds: int = 10,
) -> Outcomes:
    """Carry ranges of positions, capabilities and saliences through to the answers.

    Parameters
    ----------
    issue : ContestedIssue
        Every value within bounds is taken as equally likely, and all numbers as independent of each other.
    draws : int
        1 or more.

    Raises
    ------
    ModelError
        The issue is not well formed, or the settings do not fit it.
    """
    bounds = compile_bounds(issue)
    check_variant(bounds, variant, rounds)
    _check_draws(draws)
    wins = np.zeros(len(bounds.names))
    parts = []
    for numbers in _within(bounds, draws, rng):
        parts.append(_answers(bounds, numbers, variant, rounds))
        wins += _unbeaten(numbers).sum(axis=0)
    share = wins / draws
    drawn = {measure: np.concatenate([part[measure] for part in parts]) for measure in MEASURES}
    return Outcomes(bounds.names, drawn, share, np.sqrt(share * (1 - share) / draws), draws, variant, rounds)


def under_noise(
    issue: ContestedIssue,
    variant: Variant = AS_WRITTEN,
    *,
    rng: np.random.Generator,
    noise: float = 0.01,
    draws: int = 200,
    rounds: int = 10,
) -> Noise:
    """Say whether a little noise moves the answers; if one per cent does, no answer should rest on the model.

    Parameters
    ----------
    issue : ContestedIssue
        With every number known.
    noise : float
        See `Noise.noise`.
    """
    if not issue.is_known:
        raise ModelError("some numbers are ranges: use `at_the_middle` first")
    bounds = compile_bounds(issue)
    check_variant(bounds, variant, rounds)
    _check_draws(draws)
    exact = _answers(bounds, bounds.low[:, None, :], variant, rounds)
    shaken = _shaken(bounds, noise)
    parts = [_answers(bounds, numbers, variant, rounds) for numbers in _within(shaken, draws, rng)]
    length = _length(bounds)
    moves = {
        measure: np.abs(np.concatenate([part[measure] for part in parts]) - exact[measure]) / length
        for measure in MEASURES
    }
    return Noise(
        noise,
        {measure: float(exact[measure][0]) for measure in MEASURES},
        {measure: float(moves[measure].max()) for measure in MEASURES},
        {measure: float(np.mean(moves[measure] > MAGNIFIED * noise + NEAR)) for measure in MEASURES},
        draws,
    )


def _check_draws(draws: int) -> None:
    if draws < 1:
        raise ModelError(f"{draws:,} draws; 1 or more are taken")


def _length(bounds: Bounds) -> float:
    low, high = bounds.scale or (bounds.low[0].min(), bounds.high[0].max())
    return float(high - low) or 1.0


def _shaken(bounds: Bounds, noise: float) -> Bounds:
    """Bounds that noise can reach."""
    room = np.stack([np.full(len(bounds.names), noise * _length(bounds)), *(noise * bounds.low[1:])])
    low, high = bounds.low - room, bounds.low + room
    if bounds.scale is not None:
        low[0], high[0] = np.clip(low[0], *bounds.scale), np.clip(high[0], *bounds.scale)
    high[2] = np.minimum(high[2], 1.0)
    return Bounds(bounds.names, low, high, bounds.scale)


def _within(bounds: Bounds, draws: int, rng: np.random.Generator) -> Iterator[FloatArray]:
    """Draws of all numbers, (position capability salience; draw; actor), in parts that memory can hold."""
    n_actors = len(bounds.names)
    at_once = max(1, AT_ONCE // n_actors**2)
    low, span = bounds.low[None], (bounds.high - bounds.low)[None]
    for start in range(0, draws, at_once):
        drawn = rng.random((min(at_once, draws - start), 3, n_actors))
        numbers: FloatArray = low + span * drawn
        yield numbers.swapaxes(0, 1)


def _answers(bounds: Bounds, numbers: FloatArray, variant: Variant, rounds: int) -> Mapping[Measure, FloatArray]:
    """Each of the three answers, (draw,)."""
    positions, capability, salience = numbers
    weights = capability * salience
    end = run_rounds(bounds, positions, weights, salience, variant, rounds)
    answers = (weighted_means(positions, weights), middle_medians(positions, weights), middle_medians(end, weights))
    return dict(zip(MEASURES, answers, strict=True))


def _unbeaten(numbers: FloatArray) -> FloatArray:
    """(draw, actor): 1 where no position beats its own."""
    positions, capability, salience = numbers
    low, high = weighted_medians(positions, capability * salience)
    slack = NEAR * np.ptp(positions, axis=1)
    inside = (positions >= (low - slack)[:, None]) & (positions <= (high + slack)[:, None])
    return np.asarray(inside, dtype=np.float64)

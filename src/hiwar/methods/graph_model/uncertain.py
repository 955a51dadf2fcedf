"""Which states would hold where preferences are uncertain: how often over draws, always, and never."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from hiwar.methods.graph_model.chances import Basis, Blocks, Chances, chances_of, check_shape, parts_of
from hiwar.methods.graph_model.forms import Concept
from hiwar.methods.graph_model.kernels_draws import FloatArray
from hiwar.methods.graph_model.partial import MOST_STATES, PARTIAL_CONCEPTS, PartialPreferences
from hiwar.methods.graph_model.spaces import IntArray, ModelError, RankArray, Space

Draw = Callable[[np.random.Generator, int], FloatArray]
"""Gives that many draws of values (draw, decision maker, state), states as in ``space.states``; larger is better."""


@dataclass(frozen=True, eq=False)
class ValueRanges:
    """Values of the states of which only bounds are known; both may be reached. States as in ``space.states``."""

    low: FloatArray
    """(decision maker, state)"""
    high: FloatArray
    """(decision maker, state)"""

    def __post_init__(self) -> None:
        if self.low.ndim != 2 or self.low.shape != self.high.shape:
            raise ModelError("both bounds need the shape (decision maker, state)")
        if not (np.isfinite(self.low).all() and np.isfinite(self.high).all()):
            raise ModelError("bounds must be finite numbers")
        if (self.low > self.high).any():
            maker, state = np.argwhere(self.low > self.high)[0]
            raise ModelError(f"decision maker {maker}, state {state}: the lower bound is above the upper bound")

    def known(self) -> PartialPreferences:
        """The comparisons that come out the same for all values within the bounds."""
        better = self.low[:, None, :] > self.high[:, :, None]
        not_better = self.high[:, None, :] <= self.low[:, :, None]
        states = np.arange(self.low.shape[1])
        not_better[:, states, states] = True
        return PartialPreferences(better, not_better)


def chances_of_rankings(
    space: Space,
    rankings: Mapping[str, Sequence[RankArray]],
    *,
    draws: int = 10_000,
    rng: np.random.Generator,
    weights: Mapping[str, Sequence[float]] | None = None,
    concepts: Sequence[Concept] = PARTIAL_CONCEPTS,
) -> Chances:
    """Say how likely states hold where each decision maker has one of several listed rankings.

    Parameters
    ----------
    rankings : mapping of decision maker to sequence of (cell,)
        Ranks as `rank_by_ranking` and its like give them; one or more for every decision maker. Which one a decision
        maker has says nothing about which one another has.
    draws : int
        If there are no more combinations than this, all of them are looked at and everything is exact. If there
        are more, combinations are drawn; always and never then rest on the comparisons in which all listed rankings
        of a decision maker agree, up to 1,024 states.
    weights : mapping of decision maker to sequence of float, optional
        How likely its rankings are; they are divided by their sum. Without: equally likely. A ranking of weight 0 is
        still admissible.

    Raises
    ------
    ModelError
        A decision maker or rankings are missing, unknown or of another shape; weights that are negative or all 0; a
        concept other than Nash, general and symmetric metarational and sequential stability.
    """
    listed = [_listed(space, name, rankings) for name in _all_named(space, rankings)]
    shares = [_shares(name, len(several), weights or {}) for name, several in zip(space.names, listed, strict=True)]
    counts = [len(several) for several in listed]
    if (n_all := prod(counts)) <= draws:
        picks = np.array(np.unravel_index(np.arange(n_all), counts))
        likely = np.prod([own[pick] for own, pick in zip(shares, picks, strict=True)], axis=0)
        blocks = ((_picked(listed, picks[:, part]), likely[part]) for part in parts_of(n_all))
        return chances_of(space, concepts, blocks, Basis.ALL, None)
    agreed = _agreed(listed) if space.states.size <= MOST_STATES else None

    def draw(rng: np.random.Generator, count: int) -> FloatArray:
        return _picked(listed, np.array([rng.choice(own.size, count, p=own) for own in shares]))

    return chances_of(space, concepts, _blocks(draw, draws, rng), Basis.COMPARISONS if agreed else Basis.DRAWS, agreed)


def chances_of_ranges(
    space: Space,
    ranges: ValueRanges,
    *,
    draws: int = 10_000,
    rng: np.random.Generator,
    concepts: Sequence[Concept] = PARTIAL_CONCEPTS,
) -> Chances:
    """Say how likely states hold where the values of states lie within bounds.

    Parameters
    ----------
    ranges : ValueRanges
        Every value between its bounds is equally likely, and none says anything about another. Where values hang
        together, give draws of them to `chances_of_draws`.

    Notes
    -----
    Always and never rest on the certain comparisons (see `analyse_partial`), up to 1,024 states.

    Raises
    ------
    ModelError
        Ranges of another shape, or another concept than Nash, general and symmetric metarational and sequential.
    """
    check_shape(ranges.low, space)
    known = ranges.known() if space.states.size <= MOST_STATES else None

    def draw(rng: np.random.Generator, count: int) -> FloatArray:
        return ranges.low + (ranges.high - ranges.low) * rng.random((count, *ranges.low.shape))

    return chances_of(space, concepts, _blocks(draw, draws, rng), Basis.COMPARISONS if known else Basis.DRAWS, known)


def chances_of_draws(
    space: Space,
    draw: Draw | FloatArray,
    *,
    draws: int = 10_000,
    rng: np.random.Generator,
    concepts: Sequence[Concept] = PARTIAL_CONCEPTS,
) -> Chances:
    """Say how likely states hold over draws of values that were made, or are made, elsewhere.

    Parameters
    ----------
    draw : callable, or (draw, decision maker, state)
        A callable is asked for up to 512 draws at once, with ``rng``, until there are as many as ``draws`` says. An
        array is used as it is, and ``draws`` and ``rng`` are not.

    Notes
    -----
    Draws prove nothing about rankings that were not drawn: nothing is said to hold always or never.

    Raises
    ------
    ModelError
        Draws of another shape, values that are not numbers, or another concept.
    """
    if callable(draw):
        return chances_of(space, concepts, _blocks(draw, draws, rng), Basis.DRAWS, None)
    blocks = ((draw[part], np.ones(len(draw[part]))) for part in parts_of(len(draw)))
    return chances_of(space, concepts, blocks, Basis.DRAWS, None)


def _blocks(draw: Draw, draws: int, rng: np.random.Generator) -> Blocks:
    for part in parts_of(draws):
        count = part.stop - part.start
        values = draw(rng, count)
        if len(values) != count:
            raise ModelError(f"{count} draws were asked for; {len(values)} were given")
        yield values, np.ones(count)


def _all_named(space: Space, rankings: Mapping[str, Sequence[RankArray]]) -> tuple[str, ...]:
    if unknown := [name for name in rankings if name not in space.names]:
        raise ModelError(f"'{unknown[0]}' is no decision maker; they are {', '.join(space.names)}")
    if missing := [name for name in space.names if not len(rankings.get(name, ()))]:
        raise ModelError(f"no ranking of '{missing[0]}' is given; one or more are needed for every decision maker")
    return space.names


def _listed(space: Space, name: str, rankings: Mapping[str, Sequence[RankArray]]) -> IntArray:
    """(ranking, state)"""
    for rank in rankings[name]:
        if np.shape(rank) != (space.size,):
            raise ModelError(f"{name}: ranks have shape {np.shape(rank)}; one per cell, {(space.size,)}, is needed")
    return np.array([np.asarray(rank)[space.states] for rank in rankings[name]], dtype=np.int64)


def _shares(name: str, count: int, weights: Mapping[str, Sequence[float]]) -> FloatArray:
    own = np.asarray(weights.get(name, np.ones(count)), dtype=np.float64)
    if own.shape != (count,) or not np.isfinite(own).all() or (own < 0).any() or own.sum() <= 0:
        raise ModelError(f"{name}: {count} weights are needed, none negative and not all 0; given {own.tolist()}")
    shares: FloatArray = own / own.sum()
    return shares


def _picked(listed: Sequence[IntArray], picks: IntArray) -> FloatArray:
    """(draw, decision maker, state); ``picks`` is (decision maker, draw)."""
    return np.stack([several[pick] for several, pick in zip(listed, picks, strict=True)], axis=1).astype(np.float64)


def _agreed(listed: Sequence[IntArray]) -> PartialPreferences:
    """The comparisons in which all rankings of a decision maker agree."""
    n_states = listed[0].shape[1]
    better, not_better = np.ones((2, len(listed), n_states, n_states), dtype=np.bool_)
    for maker, several in enumerate(listed):
        for rank in several:
            is_better = rank[None, :] > rank[:, None]
            better[maker] &= is_better
            not_better[maker] &= ~is_better
    return PartialPreferences(better, not_better)

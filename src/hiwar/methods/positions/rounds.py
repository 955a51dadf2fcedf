"""The challenge model, round by round: who is moved where, beside the weighted mean as the line to hold it against."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiwar.methods.positions.arrays import NEAR, Bounds, FloatArray, check_variant, compile_bounds
from hiwar.methods.positions.centres import Centre, centre, middle_medians, weighted_means
from hiwar.methods.positions.challenges import Standing, expectations
from hiwar.methods.positions.forms import ContestedIssue, ModelError
from hiwar.methods.positions.offers import Relation, Taken, take_offers
from hiwar.methods.positions.variants import AS_WRITTEN, Distance, Variant

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Move:
    """One actor's move in one round."""

    round: int
    """From 1."""
    actor: str
    toward: str
    relation: Relation
    start: float
    end: float


@dataclass(frozen=True, eq=False)
class Settlement:
    """Where an issue settles by the challenge model, with the centres it starts from."""

    actors: tuple[str, ...]
    weights: FloatArray
    """(actor,): capability times salience."""
    scale: tuple[float, float]
    """The stated one, or the two ends of the positions."""
    start: Centre
    """Weighted mean, weighted median and Condorcet winner before any round: the lines to hold the model against."""
    path: FloatArray
    """(round, actor): positions; the first row is the start."""
    means: FloatArray
    """(round,): weighted mean of each row."""
    medians: FloatArray
    """(round,): weighted median of each row, in the middle where it has two ends."""
    moves: tuple[Move, ...]
    steady_after: int | None
    """The round after which nobody moved any more. None: somebody moved in the last round, and with more rounds the
    answer may be another."""
    variant: Variant

    @property
    def outcome(self) -> float:
        """The model's answer: the weighted median after the last round."""
        return float(self.medians[-1])

    def to_frame(self) -> "pd.DataFrame":
        """Positions by actor (row) and round (column)."""
        import pandas as pd

        return pd.DataFrame(self.path.T, index=pd.Index(self.actors, name="actor"), columns=range(len(self.path)))


def settle(issue: ContestedIssue, variant: Variant = AS_WRITTEN, *, rounds: int = 10) -> Settlement:
    """Say where a contested issue settles as actors challenge each other and give way.

    Parameters
    ----------
    issue : ContestedIssue
        With every number known; `at_the_middle` makes it so.
    variant : Variant
        Which reading of the model: published accounts differ, and so do their results.
    rounds : int
        How often all actors move at once. The model has no rule of its own to stop; see `Settlement.steady_after`.

    Raises
    ------
    ModelError
        The issue is not well formed, has ranges, or the settings do not fit it.

    Notes
    -----
    O(n^2 log n) time per round and O(n^2) memory for n actors.

    References
    ----------
    Scholz, Calbert & Smith (2011), Unravelling Bueno de Mesquita's group decision model, *ICAART 2011*, 18-30.
    """
    if not issue.is_known:
        raise ModelError("some numbers are ranges: use `at_the_middle`, or `draw_outcomes` for all they allow")
    bounds = compile_bounds(issue)
    check_variant(bounds, variant, rounds)
    positions, capability, salience = bounds.low
    weights = capability * salience
    spread = spread_of(bounds, positions[None], variant)
    path, taken = [positions], list[Taken]()
    for _ in range(rounds):
        taken.append(one_round(path[-1][None], weights[None], salience[None], spread, variant))
        path.append(taken[-1].positions[0])
    way = np.stack(path)
    repeated = np.broadcast_to(weights, way.shape)
    return Settlement(
        issue.names, weights, _scale(bounds), centre(issue.names, positions, weights), way,
        weighted_means(way, repeated), middle_medians(way, repeated), _moves(issue.names, way, taken),
        _steady_after(way), variant,
    )  # fmt: skip


def one_round(
    positions: FloatArray, weights: FloatArray, saliences: FloatArray, spread: FloatArray, variant: Variant
) -> Taken:
    """Move all actors once; (draw, actor) arrays in and out, ``spread`` (draw,)."""
    order = np.argsort(positions, axis=1, kind="stable")
    if variant.distance is Distance.SPREAD_OF_THE_ROUND:
        spread = np.maximum(np.ptp(positions, axis=1), NEAR * spread)
    standing = Standing(
        np.take_along_axis(positions, order, axis=1),
        np.take_along_axis(weights, order, axis=1),
        np.take_along_axis(saliences, order, axis=1),
        spread[:, None, None],
    )
    taken = take_offers(standing, *expectations(standing, variant), variant)
    back = np.argsort(order, axis=1, kind="stable")
    return Taken(
        np.take_along_axis(taken.positions, back, axis=1),
        np.take_along_axis(taken.relation, back, axis=1),
        np.take_along_axis(np.take_along_axis(order, taken.partner, axis=1), back, axis=1),
    )


def spread_of(bounds: Bounds, positions: FloatArray, variant: Variant) -> FloatArray:
    """(draw,): what distances are measured against in the first round; 1 where all stand at one point."""
    if variant.distance is Distance.STATED_SCALE and bounds.scale is not None:
        return np.full(len(positions), bounds.scale[1] - bounds.scale[0])
    spread = np.asarray(np.ptp(positions, axis=1), dtype=np.float64)
    return np.where(spread > 0, spread, 1.0)


def run_rounds(
    bounds: Bounds, positions: FloatArray, weights: FloatArray, saliences: FloatArray, variant: Variant, rounds: int
) -> FloatArray:
    """(draw, actor): positions after all rounds, of many draws at once."""
    spread = spread_of(bounds, positions, variant)
    for _ in range(rounds):
        positions = one_round(positions, weights, saliences, spread, variant).positions
    return positions


def _scale(bounds: Bounds) -> tuple[float, float]:
    return bounds.scale or (float(bounds.low[0].min()), float(bounds.high[0].max()))


def _moves(names: tuple[str, ...], path: FloatArray, taken: list[Taken]) -> tuple[Move, ...]:
    found = []
    for number, step in enumerate(taken):
        for actor in np.flatnonzero(step.relation[0]):
            relation, toward = Relation(step.relation[0, actor]), names[step.partner[0, actor]]
            start, end = float(path[number, actor]), float(path[number + 1, actor])
            found.append(Move(number + 1, names[actor], toward, relation, start, end))
    return tuple(found)


def _steady_after(path: FloatArray) -> int | None:
    """The last round in which somebody moved, unless it is the last of all."""
    moved = np.flatnonzero(np.abs(np.diff(path, axis=0)).max(axis=1) > NEAR * (np.ptp(path[0]) or 1.0))
    last = int(moved[-1]) + 1 if moved.size else 0
    return last if last < len(path) - 1 else None

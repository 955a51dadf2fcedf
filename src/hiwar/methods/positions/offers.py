"""Who moves whom: from expectations to offers, and from offers to the one each actor takes.

Arrays are those of `challenges`; here the first axis of actors is who may have to move, the second who makes it.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from hiwar.methods.positions.arrays import NEAR, BoolArray, FloatArray, IntArray
from hiwar.methods.positions.challenges import Standing
from hiwar.methods.positions.variants import Capitulation, Choice, Compromise, Conflict, Variant


class Relation(IntEnum):
    """Why an actor moves; in the order in which offers are taken."""

    NONE = 0
    CONFLICT = 1
    """Both expect to gain by a challenge, the other more."""
    COMPROMISE = 2
    """It expects to lose, the other to gain more than that."""
    CAPITULATION = 3
    """It expects to lose, and more than the other to gain."""


@dataclass(frozen=True, eq=False)
class Taken:
    """What each actor does in a round, (draw, actor) each."""

    positions: FloatArray
    relation: IntArray
    partner: IntArray
    """Place of who makes it move; itself where nobody does."""


def take_offers(standing: Standing, own: FloatArray, others: FloatArray, variant: Variant) -> Taken:
    """Move every actor by the offer it takes, all at once.

    Parameters
    ----------
    own, others
        What each actor expects of challenging each, and what it thinks the other expects of challenging it.
    """
    relation = _relations(standing, own, others, variant)
    targets, meeting = _targets(standing, own, others, relation, variant)
    partner, moved = _chosen(standing, others, relation, targets, meeting, variant)
    at = partner[:, :, None]
    stays = np.arange(partner.shape[1])[None, :]
    return Taken(
        np.where(moved, np.take_along_axis(targets, at, axis=2)[:, :, 0], standing.positions),
        np.where(moved, np.take_along_axis(relation, at, axis=2)[:, :, 0], Relation.NONE),
        np.where(moved, partner, stays),
    )


def _relations(standing: Standing, own: FloatArray, others: FloatArray, variant: Variant) -> IntArray:
    """(draw, actor, actor): what moves the first towards the second."""
    apart = standing.distances > NEAR
    gains, loses, challenged = own > NEAR, own < -NEAR, others > NEAR
    outmatched = others <= -own + NEAR
    relation = np.zeros(own.shape, dtype=np.int64)
    if variant.conflict is Conflict.LESSER_GIVES_WAY:
        relation[apart & gains & (others > own + NEAR)] = Relation.CONFLICT
    relation[apart & loses & challenged & ~outmatched] = Relation.COMPROMISE
    if variant.capitulation is Capitulation.MOVES_ALL_THE_WAY:
        relation[apart & loses & challenged & outmatched] = Relation.CAPITULATION
    return relation


def _targets(
    standing: Standing, own: FloatArray, others: FloatArray, relation: IntArray, variant: Variant
) -> tuple[FloatArray, FloatArray]:
    """(draw, actor, actor): where the first would move, and the mean of both positions by what is at stake."""
    here = np.broadcast_to(standing.positions[:, :, None], own.shape)
    there = np.broadcast_to(standing.positions[:, None, :], own.shape)
    compromises = relation == Relation.COMPROMISE
    loss, gain = np.where(compromises, -own, 0.0), np.where(compromises, others, 1.0)
    meeting = here + (there - here) * gain / (loss + gain)
    part = here + (there - here) * loss / gain
    if variant.compromise is Compromise.MEETING_POINT:
        part = meeting
    return np.where(compromises, part, there), meeting


def _chosen(
    standing: Standing,
    others: FloatArray,
    relation: IntArray,
    targets: FloatArray,
    meeting: FloatArray,
    variant: Variant,
) -> tuple[IntArray, BoolArray]:
    """(draw, actor): whose offer is taken, and whether there is one."""
    offered = relation > Relation.NONE
    way = np.abs(targets - standing.positions[:, :, None]) / standing.spread
    if variant.choice is Choice.STRONGEST:
        keys: tuple[FloatArray, ...] = (-others, way)
    elif variant.choice is Choice.LEAST_MOVE:
        keys = (relation.astype(float), way, -others)
    else:
        lowest = np.where(relation == Relation.COMPROMISE, meeting / standing.spread, way)
        keys = (relation.astype(float), lowest, -others)
    left = offered
    for key in keys:
        least = np.where(left, key, np.inf).min(axis=2, keepdims=True)
        left = left & (key <= least + NEAR)
    any_offer: BoolArray = np.any(offered, axis=2)
    return np.argmax(left, axis=2), any_offer

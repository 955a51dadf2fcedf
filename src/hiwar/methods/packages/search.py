"""The best packages by one standard, where the Pareto set is out of reach: merging with bounds.

A partial package whose upper bound is below the value of a package already known is dropped, besides what is
dominated. So what is left at the end are all the best packages, proved.
"""

import numpy as np

from hiwar.methods.packages.arrays import BoolArray, IntArray
from hiwar.methods.packages.bounds import Cuts, Problem, cuts_of
from hiwar.methods.packages.merging import Merged, Pruner, TooManyScoresError, bound_pruner, merge
from hiwar.methods.packages.standards import Standard

MARGIN = 1e-9
"""Bounds are taken this much wider, far more than rounding can do, so that nothing is lost to it."""
BEAMS = (300, 3000)
"""Partial packages kept per node in the search for a good package to begin with."""
MOST_CHECKED = 64
"""Partial packages that each other is held against, with four parties and more."""
MOST_SEARCHED = 400_000
"""Scores kept in all before a search gives up."""


def search(problem: Problem, *, most_scores: int = MOST_SEARCHED) -> tuple[Merged, bool]:
    """The best packages by a standard among the final scores, and whether all of them are there for sure.

    Not proved: the best that a search with limited room has found. Empty: there is no package that reaches the scores
    to be reached at least (if proved), or none was found.
    """
    cuts = cuts_of(problem)
    known, value = None, -np.inf
    for beam in BEAMS:
        found = merge(problem.diagram, _beam(cuts, beam), most_scores=1 << 40, most_checked=MOST_CHECKED)
        if known is None or _best(problem, found) > value:
            known, value = found, _best(problem, found)
        try:
            bounded = _bounded(cuts, value)
            return merge(problem.diagram, bounded, most_scores=most_scores, most_checked=MOST_CHECKED), True
        except TooManyScoresError:
            continue
    return found if known is None else known, False


def _best(problem: Problem, merged: Merged) -> float:
    return float(problem.yardstick.rough(merged.final).max()) if len(merged.final) else -np.inf


def _beam(cuts: Cuts, most: int) -> Pruner:
    """Keeps the most promising partial packages of each node."""
    hopeful = bound_pruner(cuts.problem.diagram, cuts.problem.at_least)

    def prune(depth: int, node: int, scores: IntArray) -> BoolArray:
        keep = hopeful(depth, node, scores)
        if keep.sum() > most:
            bounds = np.where(keep, cuts.bounds(depth, node, scores), -np.inf)
            keep = np.zeros_like(keep)
            keep[np.argpartition(bounds, -most)[-most:]] = True
        return keep

    return prune


def _bounded(cuts: Cuts, value: float) -> Pruner:
    """Keeps what can come to the value of the best package known."""
    hopeful = bound_pruner(cuts.problem.diagram, _at_least(cuts.problem, value))
    enough = value - MARGIN * max(1.0, abs(value)) if np.isfinite(value) else -np.inf

    def prune(depth: int, node: int, scores: IntArray) -> BoolArray:
        keep: BoolArray = hopeful(depth, node, scores) & (cuts.bounds(depth, node, scores) >= enough)
        return keep

    return prune


def _at_least(problem: Problem, value: float) -> IntArray:
    """Scores that each party must reach in a package of this value; the smallest ratio binds every party by itself."""
    yardstick = problem.yardstick
    if yardstick.standard in (Standard.NASH, Standard.WELFARE_OF_SHARES) or not np.isfinite(value):
        return problem.at_least
    shares = (value - MARGIN * max(1.0, abs(value))) * np.array(yardstick.span, dtype=np.float64)
    needed = np.floor(np.array(yardstick.origin) + shares).astype(np.int64)
    return np.where(np.array(yardstick.span) > 0, np.maximum(problem.at_least, needed), problem.at_least)

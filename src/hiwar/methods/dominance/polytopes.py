"""Extreme points of small polytopes, and points spread evenly inside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.spatial import ConvexHull  # type: ignore[import-untyped]

from hiwar.methods.dominance.arrays import FloatArray, IntArray

MAXIMAL_CORNERS = 1 << 16


@dataclass(frozen=True, eq=False)
class Simplices:
    """A polytope cut into simplices that share the point ``apex``."""

    vertices: FloatArray
    """(vertex, coordinate); the last row is an inner point, the apex of every simplex."""
    members: IntArray
    """(simplex, corner): rows of ``vertices``."""
    share: FloatArray
    """(simplex,): part of the volume."""

    @property
    def dimension(self) -> int:
        """How many directions the polytope has."""
        return int(self.members.shape[1]) - 1

    @property
    def centroid(self) -> FloatArray:
        """(coordinate,): mean of the uniform distribution."""
        means: FloatArray = self.vertices[self.members].mean(axis=1)
        return self.share @ means


def box_simplex_vertices(low: FloatArray, high: FloatArray) -> FloatArray:
    """(vertex, coordinate): extreme points of the vectors between low and high that add up to 1.

    At an extreme point all coordinates but one lie on a bound; the one left over takes what remains.
    """
    n = low.size
    if (1 << (n - 1)) * n > MAXIMAL_CORNERS:
        raise ValueError(f"{n} options of one event are too many to enumerate their extreme probabilities")
    corners = np.array(list(product((0, 1), repeat=n)), dtype=np.float64)
    found = []
    for free in range(n):
        points = np.where(corners[corners[:, free] == 0] > 0, high, low)
        points[:, free] = 1.0 - (points.sum(axis=1) - points[:, free])
        inside = (points[:, free] >= low[free] - 1e-12) & (points[:, free] <= high[free] + 1e-12)
        points[:, free] = points[:, free].clip(low[free], high[free])
        found.append(points[inside])
    return distinct_rows(np.concatenate(found))


def cone_vertices(low: FloatArray, high: FloatArray) -> FloatArray:
    """(vertex, coordinate): extreme points of v / sum(v) for low <= v <= high; high may be infinite.

    Candidates are the corners of the box and the directions in which it is endless; those are kept at which the
    constraints low_i w_j <= high_j w_i and w >= 0 that hold with equality fix the point.
    """
    candidates = np.array(list(_corners(low, high)))
    candidates = distinct_rows(candidates / candidates.sum(axis=1, keepdims=True))
    extreme = [_is_fixed(point, low, high) for point in candidates]
    kept: FloatArray = candidates[np.array(extreme)]
    return kept


def _corners(low: FloatArray, high: FloatArray) -> Iterator[FloatArray]:
    choices = [(a,) if a == b or np.isinf(b) else (a, b) for a, b in zip(low, high, strict=True)]
    if np.prod([len(c) for c in choices], dtype=np.float64) > MAXIMAL_CORNERS:
        raise ValueError(f"{low.size} domains with ranges of weights are too many to enumerate their extreme points")
    for corner in product(*choices):
        if sum(corner) > 0:
            yield np.array(corner)
    yield from np.eye(low.size)[np.isinf(high)]


def _is_fixed(point: FloatArray, low: FloatArray, high: FloatArray) -> bool:
    """The equalities that hold at the point leave it no direction."""
    rows = [np.ones(point.size), *np.eye(point.size)[point <= 1e-12]]
    for i, j in product(range(point.size), repeat=2):
        if (
            i != j
            and np.isfinite(high[j])
            and abs(low[i] * point[j] - high[j] * point[i]) <= 1e-12 * (low[i] + high[j])
        ):
            row = np.zeros(point.size)
            row[j], row[i] = low[i], -high[j]
            norm = np.abs(row).max()
            if norm > 0:
                rows.append(row / norm)
    return int(np.linalg.matrix_rank(np.array(rows), tol=1e-9)) == point.size


def distinct_rows(points: FloatArray) -> FloatArray:
    """The rows without near copies, in an order that depends on the values alone."""
    points = points[np.lexsort(points.round(12).T[::-1])]
    kept: list[FloatArray] = []
    for point in points:
        if not kept or np.abs(np.array(kept) - point).max(axis=1).min() > 1e-11:
            kept.append(point)
    return np.array(kept)


def triangulate(vertices: FloatArray) -> Simplices:
    """Cut the polytope with these extreme points into simplices around the mean of the extreme points."""
    apex = vertices.mean(axis=0)
    points = np.vstack([vertices, apex])
    _, spread, axes = np.linalg.svd(vertices - apex, full_matrices=False)
    dimension = int((spread > 1e-9).sum())
    if dimension == 0:
        return Simplices(points, np.array([[0]]), np.ones(1))
    flat = (points - apex) @ axes[:dimension].T
    if dimension == 1:
        ends = np.array([[int(flat[:-1, 0].argmin())], [int(flat[:-1, 0].argmax())]])
        facets = ends
    else:
        facets = ConvexHull(flat[:-1], qhull_options="Qt").simplices.astype(np.int64)
    volume = np.abs(np.linalg.det(flat[facets]))
    members = np.hstack([np.sort(facets, axis=1), np.full((len(facets), 1), len(vertices))])
    order = np.lexsort(members.T[::-1])
    return Simplices(points, members[order], volume[order] / volume.sum())


def spread_evenly(simplices: Simplices, uniforms: FloatArray) -> FloatArray:
    """(draw, coordinate): points distributed evenly, one per row of uniforms (draw, dimension).

    The first number picks the simplex and is stretched again; inside it the gaps between sorted numbers are the shares
    of the corners.
    """
    edges = np.concatenate([[0.0], simplices.share.cumsum()])
    edges[-1] = 1.0
    chosen = (np.searchsorted(edges, uniforms[:, 0], side="right") - 1).clip(0, len(simplices.share) - 1)
    width = edges[chosen + 1] - edges[chosen]
    inner = uniforms.copy()
    inner[:, 0] = ((uniforms[:, 0] - edges[chosen]) / width).clip(0.0, 1.0)
    shares = np.diff(np.sort(inner, axis=1), axis=1, prepend=0.0, append=1.0)
    corners = simplices.vertices[simplices.members[chosen]]
    drawn: FloatArray = np.einsum("nk,nkd->nd", shares, corners)
    return drawn

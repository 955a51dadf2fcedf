"""Which alternative is best where: against points of the range, against a grid, and by hand."""

import numpy as np
import pytest
from decisions import corner_tables, models
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from information_oracle import bilinear

from hiwar.methods.arrays import FloatArray
from hiwar.methods.value_of_information import (
    Judgement,
    MultilinearModel,
    Outline,
    cell_middles,
    line_of,
    regions_of,
    strategy_grid,
    strategy_line,
    strategy_regions,
)


def area(outline: Outline) -> float:
    """Positive for a curve that runs counter-clockwise."""
    x, y = outline.points.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


@given(st.lists(st.tuples(st.integers(-8, 8), st.integers(-8, 8)), min_size=1, max_size=7))
@settings(max_examples=100, deadline=None)
def test_along_a_line_the_best_is_best_at_every_point(ends: list[tuple[int, int]]) -> None:
    at_low, at_high = np.array(ends, dtype=float).T
    line = strategy_line(at_low, at_high, 2.0, 6.0)
    assert line.edges[0] == 2
    assert line.edges[-1] == 6
    assert len(set(line.best)) == len(line.best)
    for at in np.linspace(2, 6, 33):
        values = at_low + (at_high - at_low) * (at - 2) / 4
        piece = min(int(np.searchsorted(line.edges, at, side="right")) - 1, len(line.best) - 1)
        assert values[line.best[piece]] == pytest.approx(values.max(), abs=1e-9)


def test_the_nearest_flip_is_named() -> None:
    line = strategy_line(np.array([0.0, 4.0, 1.0]), np.array([10.0, 0.0, 1.0]), 0.0, 1.0)
    assert line.best == (1, 0)
    assert line.flips == pytest.approx([4 / 14])
    assert line.nearest_flip(0.9) == pytest.approx(4 / 14)
    assert np.isnan(strategy_line(np.array([1.0, 0.0]), np.array([1.0, 0.0]), 0.0, 1.0).nearest_flip(0.5))


@given(corner_tables())
@settings(max_examples=120, deadline=None)
def test_the_map_agrees_with_the_values_at_every_point(corners: FloatArray) -> None:
    found = strategy_regions(corners, (0.0, 1.0), (0.0, 1.0))
    for x, y in np.random.default_rng(3).random((40, 2)):
        band = min(int(np.searchsorted(found.levels, y, side="right")) - 1, len(found.best) - 1)
        values = bilinear(corners, x, y)
        assert found.best_at(x, y) == values.argmax()
        assert values[list(found.best[band])].max() == pytest.approx(values.max(), abs=1e-9)


@given(corner_tables())
@settings(max_examples=120, deadline=None)
def test_the_parts_of_the_map_fill_it_once(corners: FloatArray) -> None:
    found = strategy_regions(corners, (-1.0, 3.0), (10.0, 12.0))
    areas = np.zeros(len(corners))
    for outline in found.outlines(steps=400):
        assert area(outline) > -1e-12
        areas[outline.alternative] += area(outline) / 8
    assert found.share.sum() == pytest.approx(1.0, abs=1e-9)
    assert areas == pytest.approx(found.share, abs=2e-4)


@given(corner_tables())
@settings(max_examples=60, deadline=None)
def test_inside_an_outline_its_alternative_is_best(corners: FloatArray) -> None:
    for outline in strategy_regions(corners, (0.0, 1.0), (0.0, 1.0)).outlines():
        lowest, highest = outline.points[:, 1].min(), outline.points[:, 1].max()
        assume(highest - lowest > 1e-6)
        for x, y in outline.points:
            values = bilinear(corners, x, y)
            assert values[outline.alternative] == pytest.approx(values.max(), abs=1e-6)


def test_straight_borders_give_the_exact_corners() -> None:
    """Act for x + y above 1, else do nothing: two triangles."""
    corners = np.array([[[-1.0, 0.0], [0.0, 1.0]], [[0.0, 0.0], [0.0, 0.0]]])
    outlines = strategy_regions(corners, (0.0, 1.0), (0.0, 1.0)).outlines()
    found = {outline.alternative: {tuple(point) for point in outline.points.tolist()} for outline in outlines}
    assert found == {0: {(1.0, 0.0), (1.0, 1.0), (0.0, 1.0)}, 1: {(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)}}
    assert all(outline.is_straight for outline in outlines)


def test_a_product_gives_a_hyperbola_and_says_so() -> None:
    """Act where x times y is above 0.3."""
    model = MultilinearModel(
        alternatives=("act", "do not"), judgements=(Judgement("x", 0.0, 1.0), Judgement("y", 0.0, 1.0)),
        coefficients=np.array([[1.0, 0.0], [0.0, 0.3]]), members=np.array([[True, True], [False, False]]),
    )  # fmt: skip
    found = regions_of(model, 0, 1)
    assert found.share == pytest.approx([0.7 + 0.3 * np.log(0.3), 0.3 - 0.3 * np.log(0.3)], rel=1e-9)
    act = next(outline for outline in found.outlines() if outline.alternative == 0)
    assert not act.is_straight
    on_border = act.points[(act.points < 1 - 1e-9).all(axis=1)]
    assert on_border.prod(axis=1) == pytest.approx(np.full(len(on_border), 0.3))


def test_a_region_in_two_parts_has_two_outlines() -> None:
    """(2 x - 1) times (2 y - 1) is above a half in two opposite corners."""
    corners = np.array([[[1.0, -1.0], [-1.0, 1.0]], [[0.5, 0.5], [0.5, 0.5]]])
    outlines = strategy_regions(corners, (0.0, 1.0), (0.0, 1.0)).outlines()
    assert [outline.alternative for outline in outlines] == [0, 0, 1]


@given(corner_tables())
@settings(max_examples=30, deadline=None)
def test_a_grid_comes_near_the_exact_map(corners: FloatArray) -> None:
    cells = cell_middles(0.0, 1.0, 50)
    values = np.array([[bilinear(corners, x, y) for y in cells] for x in cells]).transpose(2, 0, 1)
    grid, exact = strategy_grid(values, cells, cells), strategy_regions(corners, (0.0, 1.0), (0.0, 1.0))
    assert grid.resolution == pytest.approx((0.02, 0.02))
    assume(len(np.unique(corners.reshape(len(corners), -1), axis=0)) == len(corners))
    tied = (np.ptp(np.sort(values, axis=0)[-2:], axis=0) < 1e-9).mean() if len(corners) > 1 else 0.0
    assert grid.share == pytest.approx(exact.share, abs=0.05 + tied)


@given(models(), st.data())
@settings(max_examples=60, deadline=None)
def test_lines_and_maps_of_a_model_show_its_values(model: MultilinearModel, data: st.DataObject) -> None:
    open_ones = [place for place, judgement in enumerate(model.judgements) if judgement.low < judgement.high]
    assume(len(open_ones) >= 2)
    first, second = data.draw(st.permutations(open_ones))[:2]
    line, map_ = line_of(model, first), regions_of(model, first, second)
    for x, y in ((0.25, 0.75), (0.5, 0.125)):
        at = model.means.copy()
        at[first] = model.low[first] + x * (model.high[first] - model.low[first])
        values = model.values(at[None, :])[0]
        assert line.at_low + x * (line.at_high - line.at_low) == pytest.approx(values, abs=1e-7)
        at[second] = model.low[second] + y * (model.high[second] - model.low[second])
        values = model.values(at[None, :])[0]
        best = map_.best_at(float(at[first]), float(at[second]))
        assert values[best] == pytest.approx(values.max(), abs=1e-7)


def test_what_cannot_be_drawn_is_refused_with_a_reason() -> None:
    with pytest.raises(ValueError, match="lower to a higher value; found 1 to 1"):
        strategy_line(np.zeros(1), np.zeros(1), 1.0, 1.0)
    with pytest.raises(ValueError, match="finite"):
        strategy_regions(np.full((1, 2, 2), np.inf), (0.0, 1.0), (0.0, 1.0))
    with pytest.raises(ValueError, match="two cells or more"):
        cell_middles(0.0, 1.0, 1)
    with pytest.raises(ValueError, match="equal steps"):
        strategy_grid(np.zeros((1, 3, 2)), np.array([0.0, 1.0, 3.0]), np.array([0.0, 1.0]))

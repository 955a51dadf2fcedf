"""Basins of a published model against the weights that the desktop tool found by drawing."""

from pathlib import Path

import yaml
from scipy.stats import chisquare  # type: ignore[import-untyped]

from hiwar.formats import read_cross_impact
from hiwar.methods.cross_impact import find_attractors

HERE = Path(__file__).parent


def test_basins_agree_with_the_weights_of_the_desktop_tool() -> None:
    matrix = read_cross_impact(HERE / "world.yaml").matrix_of()
    results = yaml.safe_load((HERE / "world.results.yaml").read_text("utf-8"))
    found = find_attractors(matrix)
    ends = {tuple(matrix.scenario(one.scenarios[0]).values()): one.basin for one in found.found if not one.is_cycle}
    published = {tuple(one["states"]): one["weight"] for one in results["published"]}
    assert ends.keys() == published.keys()
    assert [ends[states] for states in published] == results["computed"]["basins"]
    drawn = sum(published.values())
    expected = [drawn * ends[states] / sum(ends.values()) for states in published]
    assert chisquare(list(published.values()), expected).pvalue > 0.05
    cycles = [one for one in found.found if one.is_cycle]
    assert [one.basin for one in cycles] == results["computed"]["basins_of_cycles"]
    named = [[list(matrix.scenario(row).values()) for row in one.scenarios] for one in cycles]
    assert named == results["computed"]["cycles"]

"""Consistent scenarios of published models."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from hiwar.formats import read_cross_impact
from hiwar.methods.cross_impact import (
    CrossImpactMatrix,
    Descriptor,
    consistent_scenarios,
    impact_balances,
    margins_of,
)

HERE = Path(__file__).parent
LISTS = yaml.safe_load((HERE / "desktop_tool.yaml").read_text("utf-8"))


def read(name: str) -> tuple[CrossImpactMatrix, dict[str, Any]]:
    return read_cross_impact(HERE / f"{name}.yaml").matrix_of(), yaml.safe_load(
        (HERE / f"{name}.results.yaml").read_text("utf-8")
    )


def test_somewhereland_has_the_ten_published_scenarios() -> None:
    matrix, results = read("somewhereland")
    published = results["published"]
    found = consistent_scenarios(matrix)
    assert matrix.n_scenarios == published["n_scenarios"]
    assert sorted(map(tuple, published["consistent"])) == [tuple(row) for row in (found.states + 1).tolist()]
    by_states = {tuple(row): place for place, row in enumerate((found.states + 1).tolist())}
    places = [by_states[tuple(row)] for row in published["consistent"]]
    assert found.impact_score[places].tolist() == results["computed"]["impact_scores"]
    assert found.margin[places].tolist() == results["computed"]["margins"]


def test_the_manuals_test_scenario_has_the_published_balances_and_fault() -> None:
    matrix, results = read("somewhereland")
    published = results["published"]
    scenario = np.array(published["test_scenario"]) - 1
    assert impact_balances(matrix, scenario).tolist() == published["test_balances"]
    margins = margins_of(matrix, scenario[None, :])[0]
    faults = [name for name, margin in zip(matrix.names, margins, strict=True) if margin < 0]
    assert faults == [published["only_inconsistent_descriptor"]]


def test_the_world_has_the_scenarios_and_scores_of_the_desktop_tool() -> None:
    matrix, results = read("world")
    found = consistent_scenarios(matrix)
    expected = {tuple(one["states"]): one["impact_score"] for one in results["published"]}
    scores = zip(found.scenarios, found.impact_score, strict=True)
    assert {tuple(one.values()): score for one, score in scores} == expected


@pytest.mark.parametrize("name", LISTS)
def test_random_matrices_have_the_scenarios_and_scores_of_the_desktop_tool(name: str) -> None:
    sizes, high = LISTS[name]["sizes"], LISTS[name]["high"]
    table = np.random.RandomState(0).randint(-high, high + 1, size=(sum(sizes),) * 2).astype(np.float64)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    table[owner[:, None] == owner[None, :]] = 0
    descriptors = tuple(Descriptor(f"D{place}", tuple(map(str, range(size)))) for place, size in enumerate(sizes))
    found = consistent_scenarios(CrossImpactMatrix(descriptors, table))
    expected = {tuple(one["states"]): one["impact_score"] for one in LISTS[name]["consistent"]}
    assert dict(zip(map(tuple, (found.states + 1).tolist()), found.impact_score.tolist(), strict=True)) == expected

"""Published networks: tests/cases/scheduling, each with its source."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from hiwar.methods.scheduling import Activity, Network, schedule

FILE = Path(__file__).parents[2] / "cases" / "scheduling" / "textbooks.yaml"


@pytest.fixture(scope="module")
def cases() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def on_nodes(rows: Sequence[Sequence[float]]) -> Network:
    """Activities on arcs as activities that wait for each other."""
    return Network(tuple(
        Activity(f"{row[0]}-{row[1]}", float(row[2]), tuple(f"{r[0]}-{r[1]}" for r in rows if r[1] == row[0]))
        for row in rows
    ))  # fmt: skip


@pytest.mark.parametrize("problem", ["problem_5", "problem_6"])
def test_the_tables_of_a_solutions_manual(cases: Any, problem: str) -> None:
    rows, nodes = cases["two_problems"][problem], cases["two_problems"][f"{problem}_critical"]
    found = schedule(on_nodes(rows))
    figures = [found.earliest_start, found.earliest_finish, found.latest_start, found.latest_finish, found.total_float]
    for side in (0, 1):
        np.testing.assert_allclose(np.array([one[:, side] for one in figures]).T, [row[3:] for row in rows])
    chain = tuple(f"{first}-{then}" for first, then in pairwise(nodes))
    assert [(path.activities, path.is_certain) for path in found.paths] == [(chain, True)]


def test_total_and_free_floats_of_a_textbook(cases: Any) -> None:
    rows = cases["taha"]["activities"]
    found = schedule(on_nodes(rows))
    assert found.end == (cases["taha"]["end"],) * 2
    np.testing.assert_allclose(found.total_float[:, 0], [row[3] for row in rows])
    np.testing.assert_allclose(found.free_float[:, 0], [row[4] for row in rows])
    np.testing.assert_array_equal(found.free_float[:, 0], found.free_float[:, 1])

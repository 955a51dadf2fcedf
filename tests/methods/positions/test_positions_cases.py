"""Published issues: tests/cases/positions, each with its source, what agrees and what does not."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from positions_oracle import plain_path

from hiwar.methods.positions import AS_TABULATED, AS_WRITTEN, Actor, ContestedIssue, centre_of, settle, under_noise

CASES = Path(__file__).parents[2] / "cases" / "positions"


@pytest.fixture(scope="module")
def case() -> Any:
    return yaml.safe_load((CASES / "car_emissions.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def issue(case: Any) -> ContestedIssue:
    return ContestedIssue(tuple(Actor(name, *row) for name, row in case["actors"].items()))


def test_car_emissions_centres(case: Any, issue: ContestedIssue) -> None:
    found = centre_of(issue)
    assert found.weighted_mean == pytest.approx(case["computed"]["weighted_mean"], abs=1e-6)
    assert found.weighted_median == (7, 7)
    assert found.condorcet_winners == ("Belgium", "Ireland", "Greece")


@pytest.mark.parametrize(("name", "variant"), [("as_tabulated", AS_TABULATED), ("as_written", AS_WRITTEN)])
def test_car_emissions_as_computed_and_by_definition(case: Any, issue: ContestedIssue, name: str, variant: Any) -> None:
    found = settle(issue, variant, rounds=8)
    np.testing.assert_allclose(found.medians[1:], case["computed"][name]["medians"], atol=5e-5)
    np.testing.assert_allclose(found.means[1:], case["computed"][name]["means"], atol=5e-5)
    np.testing.assert_allclose(found.path, plain_path(issue, variant, 8), atol=1e-7)


def test_car_emissions_agree_with_the_published_table_but_for_one_median(case: Any, issue: ContestedIssue) -> None:
    found = settle(issue, AS_TABULATED, rounds=8)
    np.testing.assert_allclose(found.means[1:], case["published"]["means"], atol=0.1)
    apart = np.abs(found.medians[1:] - case["published"]["medians"])
    assert np.flatnonzero(apart > 0.1).tolist() == [1]
    assert found.steady_after is None


def test_car_emissions_by_the_text_give_none_of_the_published_medians(case: Any, issue: ContestedIssue) -> None:
    found = settle(issue, AS_WRITTEN, rounds=8)
    assert (np.abs(found.medians[1:] - case["published"]["medians"]) > 0.3).all()
    assert found.steady_after == 4


@pytest.mark.parametrize("variant", [AS_TABULATED, AS_WRITTEN])
def test_car_emissions_one_per_cent_of_noise_moves_the_model_and_not_the_mean(
    issue: ContestedIssue, variant: Any
) -> None:
    found = under_noise(issue, variant, rng=np.random.default_rng(1))
    assert found.moves("challenge")
    assert not found.moves("weighted_mean")

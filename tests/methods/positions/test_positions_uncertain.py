"""Ranges carried through, noise, and the whole in one call."""

from dataclasses import replace

import numpy as np
import pytest

from hiwar.methods.positions import (
    AS_TABULATED,
    MEASURES,
    Actor,
    Between,
    ContestedIssue,
    ModelError,
    Variant,
    analyse_positions,
    draw_outcomes,
    settle,
    under_noise,
)
from hiwar.methods.positions import uncertain as module


def issue_of(rows: list[tuple[float, float, float]]) -> ContestedIssue:
    return ContestedIssue(tuple(Actor(f"actor {place}", *row) for place, row in enumerate(rows)))


ROWS = [(4.0, 0.3, 0.8), (7.0, 0.1, 0.4), (10.0, 0.4, 0.6), (5.5, 0.2, 0.9), (9.0, 0.2, 0.3)]


@pytest.mark.parametrize("variant", [Variant(), AS_TABULATED])
def test_drawing_known_numbers_gives_the_known_answers(variant: Variant) -> None:
    issue = issue_of(ROWS)
    found = draw_outcomes(issue, variant, draws=3, rng=np.random.default_rng(1), rounds=4)
    known = settle(issue, variant, rounds=4)
    expected = (known.start.weighted_mean, sum(known.start.weighted_median) / 2, known.outcome)
    for measure, value in zip(MEASURES, expected, strict=True):
        np.testing.assert_allclose(found.drawn[measure], value)
        assert found.interval(measure) == pytest.approx((value, value))
        assert found.share_between(measure, value - 1e-9, value + 1e-9) == 1
    assert [name for name, share in zip(found.actors, found.wins, strict=True) if share] == list(
        known.start.condorcet_winners
    )
    assert not found.wins_error.any()


def test_ranges_are_drawn_evenly_between_their_bounds() -> None:
    """Two equals, one of them anywhere from 0 to 10: the mean is anywhere from 0 to 5."""
    issue = ContestedIssue((Actor("here", 0, 1, 0.5), Actor("somewhere", Between(0, 10), 1, 0.5)))
    found = draw_outcomes(issue, draws=4_000, rng=np.random.default_rng(1), rounds=1)
    mean = found.drawn["weighted_mean"]
    assert 0 <= mean.min() < 0.05
    assert 4.95 < mean.max() <= 5
    assert found.interval("weighted_mean", 0.5) == pytest.approx((1.25, 3.75), abs=0.1)
    assert found.share_between("weighted_mean", 0, 2.5) == pytest.approx(0.5, abs=0.03)


def test_shares_of_winners_follow_capability() -> None:
    """The weight of the first is 0.5 to 1.5 against 1: it wins in half of the draws, and never ties."""
    issue = ContestedIssue((Actor("first", 0, Between(1, 3), 0.5), Actor("second", 10, 2, 0.5)))
    found = draw_outcomes(issue, draws=4_000, rng=np.random.default_rng(1), rounds=0)
    assert found.wins.sum() == pytest.approx(1)
    assert found.wins[0] == pytest.approx(0.5, abs=4 * found.wins_error[0])


def test_draws_in_parts_are_the_same_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    issue = replace(issue_of(ROWS), actors=(*issue_of(ROWS).actors, Actor("wide", Between(4, 10), 0.3, Between(0, 1))))
    whole = draw_outcomes(issue, draws=50, rng=np.random.default_rng(3), rounds=3)
    monkeypatch.setattr(module, "AT_ONCE", 7 * 36)
    parts = draw_outcomes(issue, draws=50, rng=np.random.default_rng(3), rounds=3)
    for measure in MEASURES:
        np.testing.assert_allclose(parts.drawn[measure], whole.drawn[measure])
    np.testing.assert_allclose(parts.wins, whole.wins)


def test_a_mean_is_never_moved_by_noise_and_a_median_beside_a_gap_is() -> None:
    """Two camps of nearly the same weight, far apart: one per cent decides which holds the median."""
    issue = issue_of([(0, 1.0, 0.5), (10, 1.001, 0.5)])
    found = under_noise(issue, rng=np.random.default_rng(1), rounds=1)
    assert not found.moves("weighted_mean")
    assert found.moves("weighted_median")
    assert found.largest["weighted_median"] > 0.9
    assert found.answers["weighted_median"] == 10


def test_a_lone_heavyweight_is_not_moved_by_noise() -> None:
    issue = replace(issue_of([(5, 9.0, 1.0), (0, 1.0, 0.1), (10, 1.0, 0.1)]), scale=(0, 10))
    found = under_noise(issue, rng=np.random.default_rng(1), rounds=3)
    assert not any(found.moves(measure) for measure in MEASURES)
    assert max(found.largest["weighted_median"], found.largest["weighted_mean"]) < 0.02


def test_the_overview_holds_all_that_is_said() -> None:
    issue = replace(issue_of(ROWS), actors=(*issue_of(ROWS).actors, Actor("wide", Between(4, 10), 0.3, 0.5)))
    found = analyse_positions(issue, rounds=3, draws=100, noise_draws=20, rng=np.random.default_rng(1))
    assert found.outcomes is not None
    assert found.outcomes.draws == 100
    assert found.settlement.path[0, -1] == 7
    assert set(found.other_readings) == {"as tabulated"}
    known = analyse_positions(issue_of(ROWS), AS_TABULATED, rounds=3, noise_draws=20, rng=np.random.default_rng(1))
    assert known.outcomes is None
    assert set(known.other_readings) == {"as written"}


def test_no_draws_and_ranges_under_noise_are_refused() -> None:
    issue = ContestedIssue((Actor("here", 0, 1, 0.5), Actor("somewhere", Between(0, 10), 1, 0.5)))
    with pytest.raises(ModelError, match="0 draws"):
        draw_outcomes(issue, draws=0, rng=np.random.default_rng(1))
    with pytest.raises(ModelError, match="at_the_middle"):
        under_noise(issue, rng=np.random.default_rng(1))

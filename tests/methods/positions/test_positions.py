"""Where a contested issue settles: definitions, properties, mistakes."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from contested_issues import issues, variants
from hypothesis import given, settings
from positions_oracle import plain_median, plain_path

from hiwar.methods.positions import (
    AS_TABULATED,
    AS_WRITTEN,
    Actor,
    Between,
    Capitulation,
    Choice,
    Compromise,
    Conflict,
    ContestedIssue,
    Distance,
    ModelError,
    Relation,
    Variant,
    at_the_middle,
    centre_of,
    draw_outcomes,
    settle,
)


def weights_of(issue: ContestedIssue) -> list[float]:
    return [float(actor.capability) * float(actor.salience) for actor in issue.actors]  # type: ignore[arg-type]


def moved(issue: ContestedIssue, factor: float, shift: float) -> ContestedIssue:
    """The same issue in another unit, with another zero."""
    actors = tuple(replace(actor, position=factor * float(actor.position) + shift) for actor in issue.actors)  # type: ignore[arg-type]
    assert issue.scale is not None
    return ContestedIssue(actors, scale=(factor * issue.scale[0] + shift, factor * issue.scale[1] + shift))


@settings(max_examples=250, deadline=None)
@given(issues(), variants)
def test_one_round_agrees_with_the_definition(issue: ContestedIssue, variant: Variant) -> None:
    np.testing.assert_allclose(settle(issue, variant, rounds=1).path, plain_path(issue, variant, 1), atol=1e-7)


@settings(max_examples=60, deadline=None)
@given(issues(ties=False), variants)
def test_rounds_follow_on_each_other(issue: ContestedIssue, variant: Variant) -> None:
    """Each round of a path is the first round of the issue with the positions reached before it."""
    if variant.distance is Distance.SPREAD_AT_THE_START:
        variant = replace(variant, distance=Distance.STATED_SCALE)
    path = settle(issue, variant, rounds=3).path
    for before, after in pairwise(path):
        assert issue.scale is not None
        reached = np.clip(before, *issue.scale)
        if variant.distance is Distance.SPREAD_OF_THE_ROUND and np.ptp(reached) < 1e-6 * np.ptp(path[0]):
            return
        actors = tuple(replace(actor, position=float(x)) for actor, x in zip(issue.actors, reached, strict=True))
        again = settle(replace(issue, actors=actors), variant, rounds=1).path
        np.testing.assert_allclose(again[1], after, atol=1e-7)


@settings(max_examples=200, deadline=None)
@given(issues())
def test_the_weighted_median_is_what_no_position_beats(issue: ContestedIssue) -> None:
    found = centre_of(issue)
    positions = [float(actor.position) for actor in issue.actors]  # type: ignore[arg-type]
    low, high = plain_median(positions, weights_of(issue))
    assert found.weighted_median == pytest.approx((low, high))
    assert found.condorcet_winners == tuple(a.name for a in issue.actors if low <= float(a.position) <= high)  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(issues())
def test_the_weighted_median_has_the_least_sum_of_weighted_distances(issue: ContestedIssue) -> None:
    positions = np.array([float(actor.position) for actor in issue.actors])  # type: ignore[arg-type]
    sums = np.abs(positions[:, None] - positions[None, :]) @ np.array(weights_of(issue))
    for end in centre_of(issue).weighted_median:
        assert sums[positions == end][0] == pytest.approx(sums.min())


@settings(max_examples=100, deadline=None)
@given(issues(), variants)
def test_another_unit_and_another_zero_change_nothing(issue: ContestedIssue, variant: Variant) -> None:
    here, there = settle(issue, variant, rounds=2), settle(moved(issue, 2.0, 8.0), variant, rounds=2)
    np.testing.assert_allclose(there.path, 2 * here.path + 8, atol=1e-6)
    assert there.start.weighted_mean == pytest.approx(2 * here.start.weighted_mean + 8)


@settings(max_examples=60, deadline=None)
@given(issues(), variants)
def test_only_proportions_of_capability_count(issue: ContestedIssue, variant: Variant) -> None:
    stronger = replace(
        issue,
        actors=tuple(replace(actor, capability=16 * float(actor.capability)) for actor in issue.actors),  # type: ignore[arg-type]
    )
    np.testing.assert_allclose(
        settle(stronger, variant, rounds=2).path, settle(issue, variant, rounds=2).path, atol=1e-7
    )


@settings(max_examples=100, deadline=None)
@given(issues(), variants)
def test_names_and_order_change_nothing(issue: ContestedIssue, variant: Variant) -> None:
    turned = replace(issue, actors=tuple(reversed(issue.actors)))
    here, there = settle(issue, variant, rounds=2), settle(turned, variant, rounds=2)
    np.testing.assert_allclose(there.path[:, ::-1], here.path, atol=1e-7)


@settings(max_examples=60, deadline=None)
@given(issues(), variants)
def test_nobody_leaves_the_line_between_the_ends(issue: ContestedIssue, variant: Variant) -> None:
    path = settle(issue, variant, rounds=4).path
    assert path.min() >= path[0].min() - 1e-7
    assert path.max() <= path[0].max() + 1e-7


@settings(max_examples=60, deadline=None)
@given(issues(), variants)
def test_where_all_agree_nothing_moves(issue: ContestedIssue, variant: Variant) -> None:
    agreed = replace(issue, actors=tuple(replace(actor, position=7.0) for actor in issue.actors))
    found = settle(agreed, variant, rounds=3)
    assert (found.path == 7).all()
    assert found.moves == ()
    assert found.steady_after == 0
    assert found.start.weighted_mean == pytest.approx(7)
    assert found.start.condorcet_winners == agreed.names


@settings(max_examples=60, deadline=None)
@given(issues(), variants)
def test_moves_tell_the_path(issue: ContestedIssue, variant: Variant) -> None:
    found = settle(issue, variant, rounds=2)
    told = found.path[:1].repeat(3, axis=0)
    for move in found.moves:
        actor = issue.names.index(move.actor)
        assert told[move.round - 1, actor] == move.start
        told[move.round :, actor] = move.end
        toward = found.path[move.round - 1, issue.names.index(move.toward)]
        assert min(move.start, toward) - 1e-7 <= move.end <= max(move.start, toward) + 1e-7
        if move.relation is not Relation.COMPROMISE:
            assert move.end == toward
    np.testing.assert_array_equal(told, found.path)


@settings(max_examples=40, deadline=None)
@given(issues(), variants)
def test_without_conflict_or_loss_nobody_is_moved_by_conflict(issue: ContestedIssue, variant: Variant) -> None:
    peaceful = settle(issue, replace(variant, conflict=Conflict.NOBODY_MOVES), rounds=2)
    assert all(move.relation is not Relation.CONFLICT for move in peaceful.moves)


def test_the_median_has_two_ends_where_half_the_weight_lies_on_each_side() -> None:
    issue = ContestedIssue((Actor("left", 0, 1, 0.5), Actor("right", 10, 1, 0.5)))
    assert centre_of(issue).weighted_median == (0, 10)
    assert centre_of(issue).condorcet_winners == ("left", "right")
    assert settle(issue, rounds=0).outcome == 5


def test_each_setting_changes_the_answer_somewhere() -> None:
    """No setting is without effect: each, changed by itself, moves some actor of a mixed issue."""
    rng = np.random.default_rng(4)
    mixed = ContestedIssue(
        tuple(Actor(f"actor {n}", *row) for n, row in enumerate(rng.uniform(0.1, 1, (30, 3)))), scale=(0, 1.5)
    )
    for base, name, value in [
        *((AS_WRITTEN, name, getattr(AS_TABULATED, name)) for name in ("success", "votes", "view")),
        (AS_TABULATED, "capitulation", Capitulation.MOVES_ALL_THE_WAY),
        (AS_WRITTEN, "conflict", Conflict.NOBODY_MOVES),
        (AS_TABULATED, "choice", Choice.LEAST_MOVE),
        (AS_TABULATED, "choice", Choice.STRONGEST),
        (AS_TABULATED, "compromise", Compromise.MEETING_POINT),
        (AS_WRITTEN, "distance", Distance.STATED_SCALE),
        (AS_TABULATED, "distance", Distance.SPREAD_OF_THE_ROUND),
        (AS_WRITTEN, "status_quo_likelihood", 0.5),
    ]:
        changed = settle(mixed, replace(base, **{name: value}), rounds=4).path
        assert not np.allclose(changed, settle(mixed, base, rounds=4).path), (name, value)


def test_a_frame_has_a_row_per_actor_and_a_column_per_round() -> None:
    issue = ContestedIssue((Actor("left", 0, 1, 0.5), Actor("right", 10, 2, 0.5)))
    frame = settle(issue, rounds=2).to_frame()
    assert frame.index.tolist() == ["left", "right"]
    assert [int(column) for column in frame.columns] == [0, 1, 2]


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        (Actor("Coast", 4, 1, 80), r"Coast: salience is 80; it lies between 0 and 1"),
        (Actor("Coast", 4, -1, 0.5), r"Coast: capability is -1; it lies from 0 up"),
        (Actor("Coast", 12, 1, 0.5), r"Coast: position is 12; it lies between 0 and 10"),
        (Actor("Coast", float("nan"), 1, 0.5), r"Coast: position is not a finite number"),
        (Actor("Coast", Between(6, 4), 1, 0.5), r"the lower bound 6 is above the upper bound 4"),
        (Actor("Hill", 4, 1, 0.5), r"'Hill' is named 2 times"),
    ],
)
def test_a_mistake_is_told_with_the_actor(actor: Actor, told: str) -> None:
    issue = ContestedIssue((Actor("Hill", 1, 1, 0.5), actor), scale=(0, 10))
    with pytest.raises(ModelError, match=told):
        draw_outcomes(issue, draws=1, rng=np.random.default_rng(1))


def test_settings_that_do_not_fit_are_refused() -> None:
    issue = ContestedIssue((Actor("Hill", 1, 1, 0.5), Actor("Coast", Between(2, 4), 1, 0.5)))
    known = at_the_middle(issue)
    assert known.actors[1].position == 3
    with pytest.raises(ModelError, match="at_the_middle"):
        settle(issue)
    with pytest.raises(ModelError, match="at_the_middle"):
        centre_of(issue)
    with pytest.raises(ModelError, match="give `scale`"):
        settle(known, Variant(distance=Distance.STATED_SCALE))
    with pytest.raises(ModelError, match="it is a chance"):
        settle(known, Variant(status_quo_likelihood=2))
    with pytest.raises(ModelError, match="-1 rounds"):
        settle(known, rounds=-1)
    with pytest.raises(ModelError, match="nobody has any weight"):
        settle(ContestedIssue((Actor("Hill", 1, 0, 0.5),)))
    with pytest.raises(ModelError, match="0 actors"):
        settle(ContestedIssue(()))
    with pytest.raises(ModelError, match="the scale goes from 3 to 3"):
        settle(replace(known, scale=(3, 3)))

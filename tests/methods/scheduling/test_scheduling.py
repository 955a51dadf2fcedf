"""Schedules with ranges against their plain definition over all corners, and what is true of every schedule."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import networks
from scheduling_oracle import by_definition, corners, ends_of, longest_paths, over_corners

from hiwar.methods import scheduling
from hiwar.methods.scheduling import Activity, Criticality, Network, NetworkError, Schedule, earliest, schedule
from hiwar.methods.scheduling import chains as ways

EXACT = ("earliest_start", "earliest_finish", "latest_start", "latest_finish", "total_float", "slack", "last_start")


def row(found: Schedule, figure: str, name: str) -> list[float]:
    return list(getattr(found, figure)[found.names.index(name)])


@settings(max_examples=120, deadline=None)
@given(networks())
def test_bounds_are_those_over_all_corners_of_the_ranges(network: Network) -> None:
    found = schedule(network)
    assert found.is_exact
    for figure in EXACT:
        for name, bounds in over_corners(network, figure).items():
            assert row(found, figure, name) == pytest.approx(bounds), (figure, name)
    assert found.end == pytest.approx(over_corners(network, "end")[network.names[0]])


@settings(max_examples=80, deadline=None)
@given(networks())
def test_free_float_is_exact_below_and_bounded_above(network: Network) -> None:
    found = schedule(network)
    for name, (low, high) in over_corners(network, "free_float").items():
        ours = row(found, "free_float", name)
        assert ours[0] == pytest.approx(low)
        assert ours[1] >= high - 1e-9
        if sum(name in one.after for one in network.activities) <= 1:
            assert ours[1] == pytest.approx(high)


@settings(max_examples=80, deadline=None)
@given(networks())
def test_criticality_and_paths_are_those_over_all_corners(network: Network) -> None:
    found = schedule(network)
    floats = over_corners(network, "total_float")
    for name, criticality in zip(found.names, found.criticality, strict=True):
        low, high = floats[name]
        expected = Criticality.CERTAIN if high == 0 else Criticality.POSSIBLE if low == 0 else Criticality.NEVER
        assert criticality is expected
    longest = [longest_paths(network, days) for days in corners(network)]
    assert {path.activities for path in found.paths} == set.union(*longest)
    assert {path.activities for path in found.paths if path.is_certain} == set.intersection(*longest)


@settings(max_examples=60, deadline=None)
@given(networks(), st.randoms(use_true_random=False))
def test_figures_for_any_lengths_lie_within_the_bounds(network: Network, chance: "st.random.Random") -> None:  # type: ignore[name-defined]
    found = schedule(network)
    days = {one.name: chance.uniform(*ends_of(one)) for one in network.activities}
    for name, figures in by_definition(network, days).items():
        for figure in (*EXACT, "free_float"):
            if figures[figure] is not None:
                low, high = row(found, figure, name)
                assert low - 1e-9 <= figures[figure] <= high + 1e-9


@settings(max_examples=60, deadline=None)
@given(networks(is_ranged=False))
def test_the_end_is_the_longest_path_of_a_graph_library(network: Network) -> None:
    graph = nx.DiGraph()
    for one in network.activities:
        graph.add_edge("begin", one.name, weight=max(one.not_before, 0.0))
        graph.add_edge(one.name, "end", weight=one.days)
        for before in one.after:
            graph.add_edge(before, one.name, weight=ends_of(network.activities[network.names.index(before)])[0])
    longest = nx.dag_longest_path_length(graph, default_weight=0)
    assert schedule(network).end == (longest, longest)


@settings(max_examples=60, deadline=None)
@given(networks(), st.data())
def test_a_narrower_range_never_widens_a_bound_nor_unsettles_what_is_certain(
    network: Network, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(network.activities) - 1))
    one = network.activities[place]
    low, high = ends_of(one)
    known = data.draw(st.sampled_from([low, high, (low + high) / 2]))
    narrowed = Activity(one.name, known, one.after, one.not_before, one.deadline)
    before = schedule(network)
    after = schedule(Network((*network.activities[:place], narrowed, *network.activities[place + 1 :])))
    for figure in ("earliest_start", "latest_start", "total_float"):
        wide, narrow = getattr(before, figure), getattr(after, figure)
        assert (narrow[:, 0] >= wide[:, 0] - 1e-9).all()
        assert (narrow[:, 1] <= wide[:, 1] + 1e-9).all()
    for was, now in zip(before.criticality, after.criticality, strict=True):
        assert now is was or was is Criticality.POSSIBLE


@settings(max_examples=60, deadline=None)
@given(networks(), st.randoms(use_true_random=False))
def test_order_of_activities_changes_nothing(network: Network, chance: "st.random.Random") -> None:  # type: ignore[name-defined]
    order = list(network.activities)
    chance.shuffle(order)
    one, other = schedule(network), schedule(Network(tuple(order)))
    for name in network.names:
        for figure in (*EXACT, "free_float"):
            np.testing.assert_array_equal(row(one, figure, name), row(other, figure, name))
    assert set(one.paths) == set(other.paths)


@settings(max_examples=60, deadline=None)
@given(networks())
def test_beyond_the_ways_gone_through_bounds_still_hold(network: Network) -> None:
    exact = schedule(network)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ways, "MOST_CHAINS", 0)
        outer = schedule(network)
    assert not outer.is_exact
    assert outer.paths == ()
    for figure in ("latest_start", "latest_finish", "total_float", "free_float"):
        assert (getattr(outer, figure)[:, 0] <= getattr(exact, figure)[:, 0] + 1e-9).all()
        assert (getattr(outer, figure)[:, 1] >= getattr(exact, figure)[:, 1] - 1e-9).all()
    for told, true in zip(outer.criticality, exact.criticality, strict=True):
        assert told in (true, Criticality.UNDECIDED, Criticality.POSSIBLE)
        assert told is not Criticality.POSSIBLE or true is not Criticality.NEVER


def test_a_length_that_nobody_knows_has_no_end() -> None:
    found = schedule(Network((Activity("known", 5), Activity("open", (0, math.inf), ("known",)), Activity("other", 7))))
    assert found.end == (7, math.inf)
    assert row(found, "earliest_finish", "open") == [5, math.inf]
    assert row(found, "total_float", "known") == [0, 2]
    assert row(found, "total_float", "other") == [0, math.inf]
    assert found.criticality == (Criticality.POSSIBLE,) * 3


def test_what_follows_an_unknown_length_alone_is_critical_for_certain() -> None:
    found = schedule(Network((Activity("open", (0, math.inf)), Activity("last", 2, ("open",)))))
    assert found.criticality == (Criticality.CERTAIN,) * 2
    assert row(found, "last_start", "open") == [math.inf, math.inf]


def test_a_deadline_can_be_missed_for_certain_or_perhaps() -> None:
    first = Activity("first", (3, 6), deadline=2)
    found = schedule(Network((first, Activity("second", (1, 2), ("first",), deadline=7))))
    assert row(found, "slack", "first") == [-4, -1]
    assert row(found, "slack", "second") == [-1, 3]
    assert row(found, "last_start", "second") == [5, 6]
    assert row(found, "last_start", "first") == [-4, -1]


def test_ranges_put_into_both_passes_would_not_do() -> None:
    """The end moves with the lengths: the float of a lone activity is 0 whatever it takes, not -3 to 3."""
    assert row(schedule(Network((Activity("alone", (2, 5)),))), "total_float", "alone") == [0, 0]


def test_the_most_of_free_float_may_lie_inside_the_ranges() -> None:
    """Why the most is called a bound: with one length inside its range more is free than at either of its ends."""
    network = Network((
        Activity("wait", (0, 10)), Activity("k", 0, ("wait",)), Activity("still", 5), Activity("long", 8),
        Activity("left", 1, ("k", "wait", "still")), Activity("right", 1, ("k", "long")),
    ))  # fmt: skip
    low, high = row(schedule(network), "free_float", "k")
    assert (low, high) == (0, 5)


def test_the_forward_pass_alone_is_that_of_the_schedule() -> None:
    network = Network((Activity("a", (1, 3)), Activity("b", (0, math.inf), ("a",), not_before=2)))
    start, finish = earliest(network)
    found = schedule(network)
    np.testing.assert_array_equal(start, found.earliest_start)
    np.testing.assert_array_equal(finish, found.earliest_finish)


def test_a_frame_has_two_columns_per_range() -> None:
    frame = schedule(Network((Activity("a", (1, 3)), Activity("b", 2, ("a",))))).to_frame()
    assert list(frame.index) == ["a", "b"]
    assert frame.loc["b", "earliest_start_high"] == 3
    assert list(frame["criticality"]) == ["certain", "certain"]


@pytest.mark.parametrize(
    ("activities", "message"),
    [
        ((), "there is no activity"),
        ((Activity("a", 1), Activity("a", 2)), "'a' is named 2 times"),
        ((Activity("a", 1, ("b",)),), "a: 'b', which is to come before it, is no activity"),
        ((Activity("a", (3, 2)),), r"a: 3 to 2 days; a length is 0 or more, the least first"),
        ((Activity("a", -1),), r"a: -1 to -1 days"),
        ((Activity("a", math.inf),), "finite"),
        ((Activity("a", math.nan),), "nan to nan days"),
        ((Activity("a", 1, not_before=math.inf),), "not_before is no day"),
        ((Activity("a", 1, deadline=math.nan),), "deadline is no day"),
        ((Activity("a", 1, ("b",)), Activity("b", 1, ("a",))), "wait for each other: . -> . -> ."),
    ],
)
def test_a_network_that_makes_no_sense_is_refused(activities: tuple[Activity, ...], message: str) -> None:
    with pytest.raises(NetworkError, match=message):
        Network(activities)


def test_public_names_are_there() -> None:
    assert all(hasattr(scheduling, name) for name in scheduling.__all__)

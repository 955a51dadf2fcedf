"""Schedules by the number of steps, with ranges and without.

The peer is the longest path of networkx, which gives the end for one set of lengths and nothing else.
"""

import networkx as nx
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hiwar.methods.scheduling import Activity, Network, schedule


def random_network(n_activities: int, *, is_ranged: bool) -> Network:
    """Each activity follows one or two of the four before it."""
    rng = np.random.default_rng(7)
    found = []
    for place in range(n_activities):
        low = float(rng.integers(1, 20))
        near = range(max(0, place - 4), place)
        before = rng.choice(near, size=min(len(near), 1 + place % 6 // 5), replace=False) if near else ()
        days = (low, low + float(rng.integers(0, 20))) if is_ranged else low
        found.append(Activity(f"step {place}", days, tuple(f"step {one}" for one in before)))
    return Network(tuple(found))


@pytest.mark.parametrize("is_ranged", [True, False], ids=["ranges", "single lengths"])
@pytest.mark.parametrize("n_activities", [10, 20, 40])
def test_schedule(benchmark: BenchmarkFixture, n_activities: int, is_ranged: bool) -> None:
    found = benchmark(schedule, random_network(n_activities, is_ranged=is_ranged))
    assert found.is_exact


@pytest.mark.parametrize("n_activities", [10, 20, 40])
def test_longest_path_of_networkx(benchmark: BenchmarkFixture, n_activities: int) -> None:
    network = random_network(n_activities, is_ranged=False)
    graph = nx.DiGraph()
    for one in network.activities:
        graph.add_edge("begin", one.name, weight=0)
        graph.add_edge(one.name, "end", weight=one.days)
        for before in one.after:
            graph.add_edge(before, one.name, weight=network.activities[network.names.index(before)].days)
    length = benchmark(nx.dag_longest_path_length, graph)
    assert length == schedule(network).end[0]

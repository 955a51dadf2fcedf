"""The definition of a schedule in plain Python, one set of lengths at a time, and all corners of the ranges."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from hiwar.methods.scheduling import Activity, Network

Days = Mapping[str, float]


def ends_of(activity: Activity) -> tuple[float, float]:
    return activity.days if isinstance(activity.days, tuple) else (activity.days, activity.days)


def corners(network: Network) -> Iterator[Days]:
    """Every choice of the least or the most length for each activity."""
    names = network.names
    for chosen in product(*(dict.fromkeys(ends_of(one)) for one in network.activities)):
        yield dict(zip(names, chosen, strict=True))


def by_definition(network: Network, days: Days) -> dict[str, dict[str, Any]]:
    """Starts, finishes, floats, slack and last starts of each activity, straight from their definitions."""
    by_name = {one.name: one for one in network.activities}
    later = {name: [one.name for one in network.activities if name in one.after] for name in by_name}

    def start(name: str) -> float:
        one = by_name[name]
        return max([one.not_before, 0.0, *(start(before) + days[before] for before in one.after)])

    end = max(start(name) + days[name] for name in by_name)

    def latest_finish(name: str) -> float:
        return min([end, *(latest_finish(then) - days[then] for then in later[name])])

    def due(name: str) -> float:
        own = by_name[name].deadline
        return min([float("inf") if own is None else own, *(due(then) - days[then] for then in later[name])])

    found = {}
    for name in by_name:
        begins = min([end, *(start(then) for then in later[name])]) if not later[name] else min(map(start, later[name]))
        own = by_name[name].deadline
        found[name] = {
            "earliest_start": start(name),
            "earliest_finish": start(name) + days[name],
            "latest_start": latest_finish(name) - days[name],
            "latest_finish": latest_finish(name),
            "total_float": latest_finish(name) - days[name] - start(name),
            "free_float": begins - start(name) - days[name],
            "slack": None if own is None else own - start(name) - days[name],
            "last_start": due(name) - days[name],
            "end": end,
        }
    return found


def over_corners(network: Network, figure: str) -> dict[str, tuple[float, float]]:
    """Least and most of a figure over all corners of the ranges."""
    rows = [by_definition(network, days) for days in corners(network)]
    return {
        name: (min(row[name][figure] for row in rows), max(row[name][figure] for row in rows))
        for name in network.names
        if rows[0][name][figure] is not None
    }


def longest_paths(network: Network, days: Days) -> set[tuple[str, ...]]:
    """Chains that hold up the end: each activity begins as soon as the one before it ends, or on its own first day."""
    found = by_definition(network, days)
    end = found[network.names[0]]["end"]
    by_name = {one.name: one for one in network.activities}

    def back(name: str) -> Iterator[tuple[str, ...]]:
        one, begins = by_name[name], found[name]["earliest_start"]
        if begins == max(one.not_before, 0.0) and (not one.after or one.not_before > 0):
            yield (name,)
        for before in dict.fromkeys(one.after):
            if found[before]["earliest_finish"] == begins:
                yield from ((*chain, name) for chain in back(before))

    lasts = [one for one in by_name if not any(one in other.after for other in network.activities)]
    return {chain for last in lasts if found[last]["earliest_finish"] == end for chain in back(last)}

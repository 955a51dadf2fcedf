"""Bounds on starts, finishes and floats over all lengths that the ranges admit."""

import numpy as np

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray, read_only
from hiwar.methods.scheduling.chains import Chains, TooManyChains, ways_onward, ways_through, ways_up_to
from hiwar.methods.scheduling.forms import Network
from hiwar.methods.scheduling.passes import ends, heads, tails
from hiwar.methods.scheduling.results import Criticality, CriticalPath, Schedule


def schedule(network: Network) -> Schedule:
    """When can each activity begin, how long can it wait, and on which does the end hang, whatever the lengths are?

    Parameters
    ----------
    network : Network
        Activities with lengths as numbers or ranges; the lengths of two activities are independent of each other. An
        upper end may be infinite: nobody knows how long it takes.

    Returns
    -------
    Schedule
        Exact bounds of every figure over all lengths in their ranges, except the most of free float after which
        several activities follow, and whatever ``is_exact`` says is not.

    Raises
    ------
    NetworkError
        When a `Network` is made: unknown names, circles, lengths below zero.

    Notes
    -----
    Starts and finishes never fall when a length grows, so the forward pass at the least and at the most lengths bounds
    them. The backward pass does not do the same for latest times and floats, because a longer activity moves the end as
    well: with ranges put into both passes, what may be critical looks critical, and floats come out below zero. Floats
    are the end less a longest way through an activity. For one such way the difference is least with that way as long
    and all else as short as can be; for one way that makes the end it is most with that way as long and all else as
    short as can be. Going through all ways gives both ends. To tell whether an activity may be critical is
    NP-complete in general, so beyond `MOST_CHAINS` ways there are outer bounds only.

    References
    ----------
    Kelley & Walker (1959), Critical-path planning and scheduling, Eastern Joint Computer Conference 160-173.
    Chanas & Zielinski (2002), The computational complexity of the criticality problems in a network with interval
    activity times, European Journal of Operational Research 136, 541-550.
    Zielinski (2005), On computing the latest starting times and floats of activities in a network with imprecise
    durations, Fuzzy Sets and Systems 150, 53-76.
    """
    beyond = _beyond(network)
    bounds = np.minimum(network.bounds, beyond)
    start = heads(network, bounds).T
    finish = start + bounds.T
    try:
        found = _exact(network, bounds)
        is_exact = True
    except TooManyChains:
        found = _outer(network, bounds)
        is_exact = False
    low, high = ends(network, bounds)
    latest_start, latest_finish, total, free, paths = found
    told = {name: _told(values, beyond) for name, values in {
        "earliest_start": start, "earliest_finish": finish, "latest_start": latest_start,
        "latest_finish": latest_finish, "total_float": total, "free_float": free,
    }.items()}  # fmt: skip
    return Schedule(
        network,
        (float(low), np.inf if high >= beyond / 2 else float(high)),
        **told,
        criticality=_criticality(network, bounds, total, is_exact=is_exact),
        paths=paths,
        slack=_slack(network, told["earliest_finish"]),
        last_start=_last_start(network),
        is_exact=is_exact,
    )


def earliest(network: Network) -> tuple[FloatArray, FloatArray]:
    """Earliest starts and earliest finishes alone, (activity, least or most) each."""
    beyond = _beyond(network)
    bounds = np.minimum(network.bounds, beyond)
    start = heads(network, bounds).T
    return _told(start, beyond), _told(start + bounds.T, beyond)


Found = tuple[FloatArray, FloatArray, FloatArray, FloatArray, tuple[CriticalPath, ...]]


def _exact(network: Network, bounds: FloatArray) -> Found:
    """Latest starts, latest finishes, total floats, free floats, and paths, by all ways through the network."""
    through, onward, up_to = ways_through(network), ways_onward(network), ways_up_to(network)
    least = bounds[:1]
    far = np.vstack([through.longest(bounds), least])
    for_latest = np.vstack([onward.longest(bounds), least])
    most_start, most_finish = _latest(network, far)
    least_start, least_finish = _latest(network, for_latest)
    floats = most_start - heads(network, far)
    total = np.array([floats.min(axis=0), floats.max(axis=0)]).T
    latest_start = np.array([least_start.min(axis=0), most_start.max(axis=0)]).T
    latest_finish = np.array([least_finish.min(axis=0), most_finish.max(axis=0)]).T
    free = _free_float(network, np.vstack([up_to.longest(bounds), far]))
    return latest_start, latest_finish, total, free, _paths(network, through, bounds)


def _outer(network: Network, bounds: FloatArray) -> Found:
    """The same as bounds that hold but may be wide: each part at its own worst."""
    end = ends(network, bounds)
    start, after = heads(network, bounds), tails(network, bounds)
    finish = start + bounds
    latest_finish = np.array([end[0] - after[1], end[1] - after[0]]).T
    latest_start = np.array([end[0] - after[1] - bounds[1], end[1] - after[0] - bounds[0]]).T
    through = finish + after
    total = np.array([np.maximum(end[0] - through[1], 0), end[1] - through[0]]).T
    least = [min((start[0, then] for then in later), default=end[0]) for later in network.next]
    most = [min((start[1, then] for then in later), default=end[1]) for later in network.next]
    free = np.array([np.maximum(least - finish[1], 0), most - finish[0]]).T
    return latest_start, latest_finish, total, free, ()


def _latest(network: Network, days: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(case, activity): latest start and latest finish."""
    finish = ends(network, days)[:, None] - tails(network, days)
    return finish - days, finish


def _free_float(network: Network, days: FloatArray) -> FloatArray:
    """(activity, least or most): the least is exact; the most is that of the least free of what follows directly."""
    start, end = heads(network, days), ends(network, days)
    finish = start + days
    found = np.empty((len(network.activities), 2))
    for place, later in enumerate(network.next):
        gaps = np.array([start[:, then] for then in later] or [end]) - finish[:, place]
        found[place] = gaps.min(), gaps.max(axis=1).min()
    return found


def _paths(network: Network, through: Chains, bounds: FloatArray) -> tuple[CriticalPath, ...]:
    """A chain is the longest for some lengths if it is at its own most favourable, for all if at its least."""
    near = _near(bounds)
    at_best, at_worst = through.longest(bounds), through.shortest(bounds)
    may = through.ends(at_best) >= ends(network, at_best) - near
    must = through.ends(at_worst) >= ends(network, at_worst) - near
    found = [
        CriticalPath(tuple(network.names[place] for place in chain), bool(must[number]))
        for number, chain in enumerate(through.places)
        if may[number]
    ]
    return tuple(sorted(found, key=lambda path: not path.is_certain))


def _criticality(network: Network, bounds: FloatArray, total: FloatArray, *, is_exact: bool) -> tuple[Criticality, ...]:
    near = _near(bounds)
    here = _latest(network, bounds)[0] - heads(network, bounds)
    found = []
    for place, (low, high) in enumerate(total):
        if high <= near:
            found.append(Criticality.CERTAIN)
        elif low > near:
            found.append(Criticality.NEVER)
        elif is_exact or here[:, place].min() <= near:
            found.append(Criticality.POSSIBLE)
        else:
            found.append(Criticality.UNDECIDED)
    return tuple(found)


def _slack(network: Network, finish: FloatArray) -> FloatArray:
    """(activity, least or most): days from the finish to the own deadline."""
    deadlines = np.array([np.nan if one.deadline is None else one.deadline for one in network.activities])
    return read_only(deadlines[:, None] - finish[:, ::-1])


def _last_start(network: Network) -> FloatArray:
    """(activity, least or most): the last start that keeps every deadline; lengths at their most, then least."""
    found = np.empty((len(network.activities), 2))
    for place in reversed(network.order):
        one = network.activities[place]
        own = np.inf if one.deadline is None else one.deadline
        for side, days in enumerate(network.bounds[::-1, place]):
            due = min([own, *(found[then, side] for then in network.next[place])])
            found[place, side] = np.inf if np.isposinf(due) else due - days
    return read_only(found)


def _beyond(network: Network) -> float:
    """A length larger than everything finite together: it stands for one that nobody knows."""
    finite = network.bounds[np.isfinite(network.bounds)]
    return 4.0 * (1.0 + float(finite.sum()) + float(network.not_before.sum()))


def _near(bounds: FloatArray) -> float:
    return RELATIVE_TOLERANCE * (1.0 + float(bounds[1].sum()))


def _told(values: FloatArray, beyond: float) -> FloatArray:
    """Figures as they are told: beyond everything finite is infinite, and rounding makes no float."""
    near = RELATIVE_TOLERANCE * beyond
    rounded = np.where(np.abs(values) <= near, 0.0, values)
    return read_only(np.where(rounded >= beyond / 2, np.inf, rounded))

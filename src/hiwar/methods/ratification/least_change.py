"""The least change of a package that makes it survive at home."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.cheapest import Goal
from hiwar.methods.ratification.checks import check_agenda, check_route
from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import Agenda, ModelError, Number, Outcome, Package, Route, TooLargeError
from hiwar.methods.ratification.preferences import check_package
from hiwar.methods.ratification.ranges import OUTCOMES, Ranges, compile_ranges
from hiwar.methods.ratification.win_set import MOST_ROWS

MOST_OTHERS = 20
"""Packages that are as near and cost as much, which are named at most."""
MOST_ROWS_OF_OTHERS = 200_000
"""Partial packages that are looked at for them, at most."""


@dataclass(frozen=True)
class Change:
    """What must be changed in a package."""

    is_possible: bool
    """False: no package of the agenda survives."""
    changed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Issue to (option before, option after); empty where the package survives as it is."""
    cost: Fraction = Fraction(0)
    package: Package = field(default_factory=dict)
    """The package after the change."""
    others: tuple[Package, ...] = ()
    """Other packages that are as near at the same cost, at most `MOST_OTHERS`."""
    is_complete: bool = True
    """There are no more such packages."""


def least_change(
    route: Route,
    agenda: Agenda,
    package: Package,
    *,
    costs: Mapping[str, Mapping[str, Number]] | None = None,
    goal: Goal = "certain",
    most_rows: int = MOST_ROWS,
) -> Change:
    """Find the least change of a package that makes it pass: fewest issues, then least cost.

    Parameters
    ----------
    package : mapping of issue to option
        Settles every issue; it may be one that the agenda excludes.
    costs : mapping of issue to option to number, optional
        What it costs to change an issue to an option; 0 where not stated.
    goal : {"certain", "possible"}
        It passes whatever is not known; or it may pass.
    most_rows : int
        Partial packages to look at before giving up.

    Raises
    ------
    ModelError
        Something is not well formed, a cost is negative, or more partial packages are needed than ``most_rows``.

    Notes
    -----
    Exact: with no issue changed, then one, then two and so on, partial packages are followed issue by issue; of those
    that leave everybody the same only the cheapest is kept.
    """
    check_route(route)
    check_agenda(agenda, route)
    check_package(agenda, package)
    ranges = compile_ranges(route, agenda)
    prices, scale = _prices(ranges, package, costs or {})
    wanted = {OUTCOMES.index(Outcome.PASS)} | (
        {OUTCOMES.index(Outcome.CANNOT_BE_TOLD)} if goal == "possible" else set()
    )
    budget = most_rows
    for n_changes in range(len(agenda.issues) + 1):
        search = _Search(ranges, prices, n_changes, wanted)
        found, looked_at = search.run(budget)
        budget -= looked_at
        if found is not None:
            after = ranges.package(found[1])
            changed = {name: (package[name], after[name]) for name in after if after[name] != package[name]}
            others, is_complete = _others(search, found)
            return Change(True, changed, Fraction(found[0], scale), after, others, is_complete)
    return Change(False)


def _others(search: "_Search", best: tuple[int, IntArray]) -> tuple[tuple[Package, ...], bool]:
    """What is as near and costs as much as the best, and whether that is all."""
    try:
        carried, _ = search.follow(MOST_ROWS_OF_OTHERS, best[0])
    except TooLargeError:
        return (), False
    found = [search.ranges.package(chosen) for chosen in carried[:, 2:] if not np.array_equal(chosen, best[1])]
    return tuple(found[:MOST_OTHERS]), len(found) <= MOST_OTHERS


def _prices(ranges: Ranges, package: Package, costs: Mapping[str, Mapping[str, Number]]) -> tuple[list[IntArray], int]:
    """Per issue as followed: cost of each option in whole numbers, -1 for the one the package has; and the scale."""
    issues = [ranges.tracks.agenda.issues[number] for number in ranges.tracks.order]
    known = {issue.name: issue for issue in issues}
    exact_costs: dict[tuple[str, str], Fraction] = {}
    for name, table in costs.items():
        for option, cost in table.items():
            if name not in known or option not in known[name].options:
                raise ModelError(f'a cost is stated for "{name}: {option}", which is not on the agenda')
            exact_costs[name, option] = exact(cost)
            if exact_costs[name, option] < 0:
                raise ModelError(f"{name}: {option}: a cost of {cost}; it cannot be negative")
    scale = math.lcm(*(cost.denominator for cost in exact_costs.values()))
    prices = [
        np.array(
            [
                -1 if package[issue.name] == option else int(exact_costs.get((issue.name, option), Fraction(0)) * scale)
                for option in issue.options
            ],
            dtype=np.int64,
        )
        for issue in issues
    ]
    return prices, scale


@dataclass(frozen=True, eq=False)
class _Search:
    """Packages with exactly so many issues changed."""

    ranges: Ranges
    prices: list[IntArray]
    n_changes: int
    wanted: set[int]

    def run(self, budget: int) -> tuple[tuple[int, IntArray] | None, int]:
        """Cost and options of the cheapest that survives, if one does; and how many rows were looked at."""
        carried, looked_at = self.follow(budget, None)
        if not len(carried):
            return None, looked_at
        best = int(np.argmin(carried[:, 1]))
        return (int(carried[best, 1]), carried[best, 2:]), looked_at

    def follow(self, budget: int, most_cost: int | None) -> tuple[IntArray, int]:
        """(row, changes, cost and options) of packages that survive, and how many rows were looked at.

        Of rows that leave everybody the same only the cheapest; with ``most_cost``, all that cost no more than this.
        """
        tracks = self.ranges.tracks
        rows, looked_at = self.ranges.start(), 0
        carried = np.zeros((1, 2 + tracks.n_issues), dtype=np.int64)  # (row, changes, cost and options)
        for place in range(tracks.n_issues):
            rows, sources, options = tracks.extended(rows, place)
            looked_at += len(rows)
            if looked_at > budget:
                raise TooLargeError(
                    f"no change of fewer than {self.n_changes} issues makes the package survive; for changes of more, "
                    "too many partial packages must be looked at: settle some issues beforehand"
                )
            carried = carried[sources]
            price = self.prices[place][options]
            carried[:, 0] += price >= 0
            carried[:, 1] += np.maximum(price, 0)
            carried[:, 2 + place] = options
            left = tracks.n_issues - place - 1
            settled = self.ranges.settled(rows, place + 1)
            keep = (carried[:, 0] <= self.n_changes) & (carried[:, 0] + left >= self.n_changes)
            keep &= np.isin(settled, [-1, *self.wanted])
            if most_cost is None:
                rows, carried = _cheapest(rows[keep], carried[keep])
            else:
                keep &= carried[:, 1] <= most_cost
                rows, carried = rows[keep], carried[keep]
        return carried, looked_at


def _cheapest(rows: IntArray, carried: IntArray) -> tuple[IntArray, IntArray]:
    """Of rows that are the same after as many changes, the one that cost least."""
    order = np.argsort(carried[:, 1], kind="stable")
    rows, carried = rows[order], carried[order]
    _, first = np.unique(np.column_stack([rows, carried[:, 0]]), axis=0, return_index=True)
    return rows[first], carried[first]

"""Why there is no agreement: what blocks it, and the least that would have to give way."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from hiwar.methods.packages.arrays import chosen_of, compile_arrays, exact, score_of
from hiwar.methods.packages.feasibility import find_agreement, lines_as_rules
from hiwar.methods.packages.forms import Negotiation, Number, Package, Pattern, Rule
from hiwar.methods.packages.frontier import pareto_frontier
from hiwar.methods.packages.hitting import Places, hit_one_more, minimal_sets

MOST_CHECKS = 2_000
MOST_SETS = 200
MOST_CANDIDATES = 20_000
"""Sets that could still block; more are not kept."""
MOST_FALLS = 20
"""Ways in which several reservation values could fall together that are listed."""


class DemandKind(StrEnum):
    """What kind of demand can stand in the way."""

    RULE = "rule"
    RED_LINE = "red_line"
    RESERVATION_VALUE = "reservation_value"


@dataclass(frozen=True)
class Demand:
    """One thing that a package must meet, and that could be given up."""

    kind: DemandKind
    party: str | None
    """Whose it is; None for a rule."""
    number: int
    """Its place among the rules, or among the party's red lines, from 0; 0 for a reservation value."""
    what: Rule | Pattern | Number
    """The rule, the pattern that is refused, or the points."""


@dataclass(frozen=True)
class Relaxation:
    """Demands that would open an agreement if all of them, and no fewer, gave way."""

    demands: tuple[Demand, ...]
    package: Mapping[str, str]
    """One package that meets everything else, with the first of the least falls."""
    falls: tuple[Mapping[str, Fraction], ...]
    """By how much the reservation values among the demands must fall at least (party to points). Several where one
    party's smaller fall needs another's larger one; at most `MOST_FALLS` are listed. Empty: none is among them."""


@dataclass(frozen=True)
class Blocking:
    """What stands between the parties and an agreement."""

    demands: tuple[Demand, ...]
    """Everything that could be given up."""
    agreement: Mapping[str, str] | None
    """A package acceptable to all, if there is one; then nothing blocks."""
    blocking_sets: tuple[tuple[Demand, ...], ...]
    """Each set alone rules out every package, and stops doing so without any one of its demands."""
    relaxations: tuple[Relaxation, ...]
    """The minimal ones, fewest demands first. Each shares a demand with every blocking set."""
    is_complete: bool
    """These are all there are. False: a limit was reached; every set listed is still right."""
    checks: int
    """How often the existence of a package was decided."""


class _LimitReached(Exception):  # noqa: N818 - the search ends early, nothing is wrong
    pass


def find_blocking(
    form: Negotiation, *, most_checks: int = MOST_CHECKS, most_sets: int = MOST_SETS, seconds: float | None = None
) -> Blocking:
    """Find all minimal sets of rules, red lines and reservation values that block an agreement, and what opens one.

    Parameters
    ----------
    form : Negotiation
        The fixed part of the package is not questioned.
    most_checks, most_sets : int
        The search stops after so many decisions whether a package exists, or so many sets of one kind.
    seconds : float, optional
        The search also stops after this time; a result that depends on it need not repeat.

    Returns
    -------
    Blocking
        ``is_complete`` says whether the search came to its end.

    Raises
    ------
    ModelError
        The negotiation is not well formed, or too large to decide whether a package exists.

    Notes
    -----
    The minimal sets that block and the minimal sets that open are each other's minimal hitting sets (Reiter (1987),
    *Artificial Intelligence* 32, 57). They are found together: a minimal set that meets all openings known so far
    either blocks, or the package that obeys it leads to a further opening (Bailey & Stuckey (2005), *PADL*, 174).
    Every decision is exact.
    """
    demands = demands_of(form)
    search = _Search(form, demands, most_checks, most_sets, seconds)
    agreement = search.check(range(len(demands)))
    is_complete = agreement is not None or search.run()
    found = sorted(search.openings.items(), key=lambda one: (len(one[0]), sorted(one[0])))
    relaxations = [_relaxation(form, demands, opening, package) for opening, package in found]
    return Blocking(
        demands,
        agreement,
        tuple(tuple(demands[place] for place in sorted(several)) for several in minimal_sets(search.blocking)),
        tuple(relaxations),
        is_complete,
        search.checks,
    )


def demands_of(form: Negotiation) -> tuple[Demand, ...]:
    """Everything that bars packages: rules, then each party's red lines and reservation value."""
    found = [Demand(DemandKind.RULE, None, number, rule) for number, rule in enumerate(form.rules)]
    for party in form.parties:
        found += [Demand(DemandKind.RED_LINE, party.name, *line) for line in enumerate(party.red_lines)]
        if party.reservation_value is not None:
            found.append(Demand(DemandKind.RESERVATION_VALUE, party.name, 0, party.reservation_value))
    return tuple(found)


def keeping(form: Negotiation, demands: Collection[Demand]) -> Negotiation:
    """The same negotiation with no other demands than these."""
    kept = {(demand.kind, demand.party, demand.number) for demand in demands}
    rules = tuple(rule for number, rule in enumerate(form.rules) if (DemandKind.RULE, None, number) in kept)
    parties = tuple(
        replace(
            party,
            red_lines=tuple(
                line for number, line in enumerate(party.red_lines) if (DemandKind.RED_LINE, party.name, number) in kept
            ),
            reservation_value=party.reservation_value
            if (DemandKind.RESERVATION_VALUE, party.name, 0) in kept
            else None,
        )
        for party in form.parties
    )
    return replace(form, rules=rules, parties=parties)


class _Search:
    """Openings and blocking sets found so far, as places of demands."""

    def __init__(
        self, form: Negotiation, demands: Sequence[Demand], most_checks: int, most_sets: int, seconds: float | None
    ) -> None:
        self.form, self.demands = form, demands
        self.arrays = compile_arrays(form)
        self.most_checks, self.most_sets = most_checks, most_sets
        self.until = None if seconds is None else time.monotonic() + seconds
        self.checks = 0
        self.openings: dict[Places, Package] = {}
        self.blocking: list[Places] = []

    def check(self, kept: Iterable[int]) -> Package | None:
        """A package that meets these demands."""
        is_late = self.until is not None and time.monotonic() > self.until
        if self.checks and (self.checks >= self.most_checks or is_late):
            raise _LimitReached
        self.checks += 1
        return find_agreement(keeping(self.form, [self.demands[place] for place in kept]))

    def run(self) -> bool:
        """Search until all sets are known; False if a limit came first."""
        candidates: list[Places] = [frozenset()]
        known: set[Places] = set()
        try:
            while open_ones := [one for one in candidates if one not in known]:
                if max(len(self.openings), len(self.blocking)) >= self.most_sets or len(candidates) > MOST_CANDIDATES:
                    return False
                package = self.check(open_ones[0])
                if package is None:
                    known.add(open_ones[0])
                    self.blocking.append(open_ones[0])
                else:
                    candidates = hit_one_more(candidates, self._opening(package))
        except _LimitReached:
            return False
        return True

    def _opening(self, package: Package) -> Places:
        """A minimal set of demands to give up, from a package that breaks some: as many of them are met as can be."""
        broken = self._broken(package)
        for place in sorted(broken):
            if place in broken:
                kept = [other for other in range(len(self.demands)) if other not in broken or other == place]
                better = self.check(kept)
                if better is not None:
                    package, broken = better, self._broken(better)
        self.openings[broken] = package
        return broken

    def _broken(self, package: Package) -> Places:
        """Demands that a package does not meet."""
        chosen = chosen_of(self.arrays, package)
        scores = score_of(self.arrays, chosen)
        rules, lines = iter(self.arrays.rules), iter(self.arrays.red_lines)
        low = {
            name: value is not None and score < value
            for name, score, value in zip(self.form.names, scores, self.arrays.reservations, strict=True)
        }
        return frozenset(
            place
            for place, demand in enumerate(self.demands)
            if (
                next(rules if demand.kind is DemandKind.RULE else lines).holds(chosen)
                if demand.kind is not DemandKind.RESERVATION_VALUE
                else low[demand.party or ""]
            )
        )


def _relaxation(form: Negotiation, demands: Sequence[Demand], opening: Places, package: Package) -> Relaxation:
    given_up = tuple(demands[place] for place in sorted(opening))
    kept = [demand for place, demand in enumerate(demands) if place not in opening]
    falling = [demand.party for demand in given_up if demand.kind is DemandKind.RESERVATION_VALUE]
    if not falling:
        return Relaxation(given_up, package, ())
    rest = keeping(form, kept)
    frontier = pareto_frontier(lines_as_rules(rest, rest.parties), may_be_rough=False)
    needed = {party.name: exact(party.reservation_value or 0, party.name) for party in form.parties}
    falls = {
        tuple(needed[name] - score for name, score in zip(form.names, point.scores, strict=True) if name in falling): (
            point
        )
        for point in frontier.points
    }
    least = sorted(one for one in falls if not any(other != one and _no_more(other, one) for other in falls))
    named = [name for name in form.names if name in falling]
    shown = tuple(dict(zip(named, one, strict=True)) for one in least[:MOST_FALLS])
    return Relaxation(given_up, falls[least[0]].package, shown)


def _no_more(these: Sequence[Fraction], those: Sequence[Fraction]) -> bool:
    return all(a <= b for a, b in zip(these, those, strict=True))

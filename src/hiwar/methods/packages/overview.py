"""Everything the method says of a negotiation at first sight."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from hiwar.methods.packages.arrays import exact
from hiwar.methods.packages.blocking import Blocking, find_blocking
from hiwar.methods.packages.counting import Zone, zone_of_agreement
from hiwar.methods.packages.diagram import DiagramTooLargeError
from hiwar.methods.packages.forms import ModelError, Negotiation
from hiwar.methods.packages.frontier import Frontier, ScorePoint, pareto_frontier
from hiwar.methods.packages.points import FairPoint, fair_points
from hiwar.methods.packages.standards import STANDARDS, USES_GAINS, Standard
from hiwar.methods.packages.trades import Concession, concessions


@dataclass(frozen=True, eq=False)
class Overview:
    """Room for an agreement, what nobody can better, what stands out, what blocks, what each concedes."""

    form: Negotiation
    n_combinations: int
    """Of options, whatever the rules say."""
    zone: Zone | None
    """None: the rules are too entangled to count packages."""
    frontier: Frontier
    """Among packages acceptable to all."""
    points: tuple[FairPoint, ...]
    """None of those that measure gains where a reservation value is not known."""
    blocking: Blocking | None
    """Where no package is acceptable to all."""

    @property
    def named(self) -> Mapping[tuple[Fraction, ...], tuple[Standard, ...]]:
        """Scores that stand out, with the standards that single them out; ascending in the first party's."""
        found: dict[tuple[Fraction, ...], tuple[Standard, ...]] = {}
        for point in self.points:
            for one in point.points:
                found[one.scores] = (*found.get(one.scores, ()), point.standard)
        return dict(sorted(found.items()))

    def point_at(self, scores: tuple[Fraction, ...]) -> ScorePoint:
        """One of the scores in `named`, with its packages."""
        return next(one for point in self.points for one in point.points if one.scores == scores)

    def gains(self, scores: tuple[Fraction, ...]) -> tuple[Fraction | None, ...]:
        """Per party, points above its reservation value; None where that is not known."""
        return tuple(
            None if party.reservation_value is None else score - exact(party.reservation_value, party.name)
            for party, score in zip(self.form.parties, scores, strict=True)
        )

    def concessions(self, scores: tuple[Fraction, ...]) -> tuple[Concession, ...]:
        """What each party concedes in a package with these scores (one of `named`)."""
        return concessions(self.form, self.point_at(scores).package)


def analyse_packages(form: Negotiation) -> Overview:
    """Look at a negotiation as a whole.

    Raises
    ------
    ModelError
        It is not well formed, or out of reach; the message says how large it is.
    """
    size = math.prod(len(issue.ways) for issue in form.issues)
    standards = STANDARDS
    if any(party.reservation_value is None for party in form.parties):
        standards = tuple(standard for standard in STANDARDS if standard not in USES_GAINS)
    try:
        frontier = pareto_frontier(form)
        points = fair_points(form, standards) if frontier.points else ()
    except ModelError as problem:
        sizes = f"{len(form.issues)} issues, {len(form.parties)} parties, {counted(size)} combinations of options"
        raise ModelError(f"{problem} ({sizes})") from None
    try:
        zone = zone_of_agreement(form)
    except DiagramTooLargeError:
        zone = None
    blocking = None if frontier.points else find_blocking(form)
    return Overview(form, size, zone, frontier, points, blocking)


def counted(number: int) -> str:
    """In full, or as a power of ten: an integer of hundreds of digits says nothing."""
    return f"{number:,}" if number < 10**15 else f"about 10^{math.log10(number):.1f}"

"""Worths that are not known exactly: what is acceptable whatever they are, how likely the rest, what to learn first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np

from hiwar.methods.packages.arrays import BoolArray, FloatArray, chosen_of, compile_arrays, exact, score_of
from hiwar.methods.packages.forms import ModelError, Negotiation, Number, Package, Party

MOST_COMPARED = 20_000
"""Packages that are drawn for and held against each other, at most."""
NEAR = 1e-9
"""Drawn points are rounded numbers; a package that falls short by no more than this is still acceptable."""


@dataclass(frozen=True)
class Between:
    """A number of which only bounds are known; both may be reached."""

    low: Number
    high: Number


@dataclass(frozen=True)
class Uncertain:
    """A negotiation, and which of its points are not known exactly. All points vary independently of each other."""

    form: Negotiation
    worths: Mapping[str, Mapping[str, Mapping[str, Between]]] = field(default_factory=dict)
    """Party to issue to option to bounds, in place of the worth in ``form``; what is not named is known."""
    reservation_values: Mapping[str, Between] = field(default_factory=dict)
    """Party to bounds, in place of the reservation value in ``form``."""


@dataclass(frozen=True)
class Chances:
    """How likely packages are, each number with its standard error (0 where all draws agree)."""

    parties: tuple[str, ...]
    packages: tuple[Package, ...]
    acceptable_to_each: FloatArray
    """(package, party)"""
    acceptable_to_each_error: FloatArray
    acceptable_to_all: FloatArray
    """(package,)"""
    acceptable_to_all_error: FloatArray
    undominated: FloatArray
    """(package,): no other of these packages is better for one party and not worse for another."""
    undominated_error: FloatArray
    draws: int


def cautious(uncertain: Uncertain) -> Negotiation:
    """The negotiation whose acceptable packages are those acceptable under all admissible judgements, exactly.

    A package's points are least where every worth is at its lower bound, and every bound can be reached at once; so
    counts, lists and frontiers of the result hold for all judgements.
    """
    return _at(uncertain, cautiously=True)


def hopeful(uncertain: Uncertain) -> Negotiation:
    """The negotiation whose acceptable packages are those acceptable under at least one admissible judgement."""
    return _at(uncertain, cautiously=False)


def _at(uncertain: Uncertain, *, cautiously: bool) -> Negotiation:
    _check(uncertain)
    parties = []
    for party in uncertain.form.parties:
        ranges = uncertain.worths.get(party.name, {})
        worths = {
            issue: {
                option: worth
                if (between := ranges.get(issue, {}).get(option)) is None
                else between.low
                if cautiously
                else between.high
                for option, worth in {**dict.fromkeys(ranges.get(issue, {}), 0), **options}.items()
            }
            for issue, options in party.worths.items()
        }
        reservation = party.reservation_value
        if party.name in uncertain.reservation_values:
            bounds = uncertain.reservation_values[party.name]
            reservation = bounds.high if cautiously else bounds.low
        parties.append(replace(party, worths=worths, reservation_value=reservation))
    return replace(uncertain.form, parties=tuple(parties))


def _check(uncertain: Uncertain) -> None:
    form = uncertain.form
    ways = {issue.name: issue.ways for issue in form.issues}
    for name in (*uncertain.worths, *uncertain.reservation_values):
        if name not in form.names:
            raise ModelError(f"'{name}' is no party; the parties are {', '.join(form.names)}")
    for name, issues in uncertain.worths.items():
        for issue, options in issues.items():
            for option, between in options.items():
                if option not in ways.get(issue, ()):
                    raise ModelError(f"{name}: there is no option '{option}' of '{issue}'")
                _check_bounds(between, f"{name}, '{option}' of '{issue}'")
    for name, between in uncertain.reservation_values.items():
        _check_bounds(between, f"{name}, reservation value")


def _check_bounds(between: Between, where: str) -> None:
    if exact(between.low, where) > exact(between.high, where):
        raise ModelError(f"{where}: the lower bound {between.low} is above the upper bound {between.high}")


def draw_chances(uncertain: Uncertain, packages: Sequence[Package], *, draws: int, rng: np.random.Generator) -> Chances:
    """Say how likely each package is acceptable to each party and to all, and undominated among those listed.

    Parameters
    ----------
    uncertain : Uncertain
        Every value within bounds is taken as equally likely. A party without reservation value accepts all that cross
        none of its red lines.
    packages : sequence of mapping of issue to option
        At most `MOST_COMPARED`. They are taken as feasible.
    draws : int
        One draw gives all numbers at once, shared by all packages.

    Raises
    ------
    ModelError
        A package or the negotiation is not well formed, or there are too many packages.
    """
    if len(packages) > MOST_COMPARED or draws < 1:
        raise ModelError(
            f"{len(packages):,} packages and {draws:,} draws; up to {MOST_COMPARED:,}, 1 or more are taken"
        )
    parts = [_part(uncertain, number, packages) for number in range(len(uncertain.form.parties))]
    admissible = _crosses_no_line(uncertain.form, packages)
    each = np.zeros((len(packages), len(parts)))
    all_, best = np.zeros(len(packages)), np.zeros(len(packages))
    for _ in range(draws):
        drawn = [part.draw(rng) for part in parts]
        scores = np.stack([score for score, _ in drawn], axis=1)
        accepted = np.stack([margin >= -NEAR for _, margin in drawn], axis=1) & admissible
        each += accepted
        all_ += accepted.all(axis=1)
        best += _undominated(scores)
    return Chances(
        uncertain.form.names,
        tuple(packages),
        *_with_error(each, draws),
        *_with_error(all_, draws),
        *_with_error(best, draws),
        draws,
    )


def _with_error(counts: FloatArray, draws: int) -> tuple[FloatArray, FloatArray]:
    chances: FloatArray = counts / draws
    errors: FloatArray = np.sqrt(chances * (1 - chances) / draws)
    return chances, errors


@dataclass(frozen=True, eq=False)
class _Part:
    """What one party makes of the packages: lowest points, and what is added by each uncertain number."""

    lowest: FloatArray
    """(package,)"""
    uses: FloatArray
    """(package, number): the package contains the option."""
    spans: FloatArray
    """(number,)"""
    reservation: tuple[float, float]
    """Lowest value and span; minus infinity where there is none."""

    def draw(self, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        """(package,): points, and points above the reservation value, in one draw of all numbers."""
        points: FloatArray = self.lowest + self.uses @ (self.spans * rng.random(self.spans.size))
        low, span = self.reservation
        return points, points - (low + span * rng.random())


def _part(uncertain: Uncertain, number: int, packages: Sequence[Package]) -> _Part:
    form = cautious(uncertain)
    party = uncertain.form.parties[number]
    numbers = numbers_of(uncertain, party)
    arrays = compile_arrays(form)
    lowest = [float(arrays.points(score_of(arrays, chosen_of(arrays, package)))[number]) for package in packages]
    uses = np.array([[package[issue] == option for issue, option, _ in numbers] for package in packages], dtype=float)
    spans = np.array([float(exact(b.high, "") - exact(b.low, "")) for _, _, b in numbers])
    bounds = bounds_of(uncertain, party)
    reservation = (-np.inf, 0.0) if bounds is None else (float(bounds[0]), float(bounds[1] - bounds[0]))
    return _Part(np.array(lowest), uses.reshape(len(packages), len(numbers)), spans, reservation)


def numbers_of(uncertain: Uncertain, party: Party) -> list[tuple[str, str, Between]]:
    """Worths of a party that are not known exactly: issue, option, bounds."""
    return [
        (issue, option, between)
        for issue, options in uncertain.worths.get(party.name, {}).items()
        for option, between in options.items()
    ]


def bounds_of(uncertain: Uncertain, party: Party) -> tuple[Fraction, Fraction] | None:
    """Bounds of a reservation value; None where there is none."""
    if party.name in uncertain.reservation_values:
        between = uncertain.reservation_values[party.name]
        return exact(between.low, party.name), exact(between.high, party.name)
    if party.reservation_value is None:
        return None
    known = exact(party.reservation_value, party.name)
    return known, known


def _crosses_no_line(form: Negotiation, packages: Sequence[Package]) -> BoolArray:
    """(package, party)"""
    return np.array(
        [
            [
                not any(all(package[issue] in options for issue, options in line.items()) for line in party.red_lines)
                for party in form.parties
            ]
            for package in packages
        ],
        dtype=np.bool_,
    ).reshape(len(packages), len(form.parties))


def _undominated(scores: FloatArray) -> BoolArray:
    """(package,): of (package, party) points; packages with equal points do not dominate each other."""
    keep = np.ones(len(scores), dtype=np.bool_)
    for place, own in enumerate(scores):
        keep[place] = not ((scores >= own).all(axis=1) & (scores > own).any(axis=1)).any()
    return keep

"""How likely a matter is to pass, where it is known how likely blocs are to be for it.

What has a probability is drawn; what is only known within bounds (attendance, splits, positions without a probability,
seats that no bloc holds) is not. So there are two numbers: the probability that it passes whatever is not drawn, and
the probability that it can pass. (Lower and upper probability of a random set; Dempster 1967.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from hiwar.methods.arrays import IntArray
from hiwar.methods.ratification.chance_cases import DrawnBlocs, Setting, cases_of, referendum_chance, setting_of
from hiwar.methods.ratification.chance_draws import shares_of_draws
from hiwar.methods.ratification.checks import check_route
from hiwar.methods.ratification.forms import Correlated, ModelError, Outcome, Position, Route, TooLargeError
from hiwar.methods.ratification.outcomes import referendum_outcome

MOST_STATES = 500_000
"""Different sums of votes that are followed, at most."""


@dataclass(frozen=True)
class Chance:
    """The probability that a matter passes."""

    low: float
    """That it passes whatever is not known."""
    high: float
    """That it can pass."""
    exact_low: Fraction | None
    """None: drawn, not computed."""
    exact_high: Fraction | None
    standard_errors: tuple[float, float]
    """Of ``low`` and ``high``; 0 where they are exact."""
    draws: int
    """0 where it is exact."""
    without_probability: tuple[str, ...]
    """Blocs and others that may go more than one way and have no probability; they make the range wide."""


def passing_probability(
    route: Route,
    *,
    correlated: Sequence[Correlated] = (),
    draws: int = 100_000,
    rng: np.random.Generator | None = None,
) -> Chance:
    """How likely a matter is to pass.

    Each bloc with a probability is for with that probability and else against (as far as its cohesion goes, with the
    attendance that is stated); a range of probabilities gives a range, whose ends are reached.

    Parameters
    ----------
    route : Route
        Blocs without a probability stay where they stand; what is not known of them widens the range.
    correlated : sequence of Correlated
        Without, blocs go their ways independently, and chances are exact sums; with, they are drawn.
    draws : int
        Used only with ``correlated``.
    rng : numpy.random.Generator, optional
        Needed with ``correlated``.

    Raises
    ------
    ModelError
        The route is not well formed, a correlation names an unknown bloc, or there are too many cases to add up.

    Notes
    -----
    Exact sums: distributions of votes are convolved bloc by bloc in whole numbers; time grows with blocs x different
    sums of votes. Correlation: one common normal factor per group (Gaussian copula).
    """
    check_route(route)
    setting = setting_of(route)
    open_names = tuple(_without_probability(route))
    if correlated:
        if rng is None:
            raise ModelError("correlated blocs are drawn: give a random generator")
        found = shares_of_draws(setting, correlated, draws, rng)
        return Chance(found.low, found.high, None, None, found.standard_errors, draws, open_names)
    exact_low, exact_high = _exact(setting, best=False), _exact(setting, best=True)
    return Chance(float(exact_low), float(exact_high), exact_low, exact_high, (0.0, 0.0), 0, open_names)


def influences(route: Route) -> tuple[tuple[str, Chance, Chance], ...]:
    """By how much each bloc with a probability moves the chance: name, chance if it is against, chance if it is for."""
    check_route(route)
    found = []
    for number, chamber in enumerate(route.chambers):
        for place, bloc in enumerate(chamber.blocs):
            if bloc.probability is not None:
                against, in_favour = (passing_probability(_surely(route, number, place, chance)) for chance in (0, 1))
                found.append((bloc.name, against, in_favour))
    return tuple(found)


def _surely(route: Route, number: int, place: int, chance: int) -> Route:
    chambers, blocs = list(route.chambers), list(route.chambers[number].blocs)
    blocs[place] = replace(blocs[place], probability=chance)
    chambers[number] = replace(chambers[number], blocs=tuple(blocs))
    return replace(route, chambers=tuple(chambers))


def _without_probability(route: Route) -> Iterator[str]:
    unclear = (Position.CONDITIONAL, Position.DIVIDED, Position.UNKNOWN)
    for chamber in route.chambers:
        for bloc in chamber.blocs:
            if (bloc.probability is None and bloc.position in unclear) or bloc.seats is None:
                yield bloc.name
    yield from (
        player.name for player in route.veto_players if player.probability is None and player.position in unclear
    )
    for vote in route.referendums:
        if vote.probability is None and referendum_outcome(vote) is Outcome.CANNOT_BE_TOLD:
            yield vote.name


def _exact(setting: Setting, *, best: bool) -> Fraction:
    """Sum over what the veto players may do, of its probability times that of every chamber."""
    total = Fraction(0)
    for probability, rules in cases_of(setting, best=best):
        product = probability
        for chamber in setting.chambers:
            if product:
                product *= _chamber_chance(chamber, rules, best=best)
        total += product
    for vote in setting.route.referendums:
        total *= referendum_chance(vote, best=best)
    return total


def _chamber_chance(chamber: DrawnBlocs | None, rules: Sequence[int], *, best: bool) -> Fraction:
    if chamber is None:
        return Fraction(int(best))
    measures, fixed, row_for, row_against = chamber.side(best=best)
    asked = measures.asked(rules)
    missing = (measures.needs - fixed)[asked]
    probabilities = [known[best] for known in chamber.probabilities]
    return _convolve(missing, row_for[:, asked], row_against[:, asked], probabilities)


def _convolve(missing: IntArray, row_for: IntArray, row_against: IntArray, chances: Sequence[Fraction]) -> Fraction:
    """Probability that every sum of independent rows (bloc, measure) reaches what is missing.

    Sums are kept as what is still missing at the least favourable rest: 0 or less is reached whatever comes, and what
    cannot be reached any more is dropped at once.
    """
    gains = row_for - row_against  # never negative: a bloc that is for is never worse
    left = missing - row_against.sum(axis=0)
    matters = left > 0
    gains, left = gains[:, matters], left[matters]
    reach = np.concatenate([np.cumsum(gains[::-1], axis=0)[::-1], np.zeros((1, gains.shape[1]), dtype=np.int64)])
    states: dict[tuple[int, ...], int] = {tuple(left.tolist()): 1}
    whole, done = 1, 0
    for gain, chance, rest in zip(gains.tolist(), chances, reach[1:].tolist(), strict=True):
        whole *= chance.denominator
        done *= chance.denominator
        states, reached = _step(states, gain, rest, chance)
        done += reached
        if len(states) > MOST_STATES:
            raise TooLargeError(f"more than {MOST_STATES:,} different sums of votes; state attendance exactly")
    return Fraction(done + states.get((), 0), whole)


def _step(
    states: dict[tuple[int, ...], int], gain: Sequence[int], rest: Sequence[int], chance: Fraction
) -> tuple[dict[tuple[int, ...], int], int]:
    """States after one bloc, and the weight of those that have reached everything."""
    following: dict[tuple[int, ...], int] = {}
    reached = 0
    against = chance.denominator - chance.numerator
    for state, weight in states.items():
        after = tuple(max(0, need - more) for need, more in zip(state, gain, strict=True))
        for found, share in ((after, chance.numerator), (state, against)):
            if not share:
                continue
            if not any(found):
                reached += weight * share
            elif all(need <= more for need, more in zip(found, rest, strict=True)):
                following[found] = following.get(found, 0) + weight * share
    return following, reached

"""Chances where blocs tend to go the same way: drawn, with one common normal factor per group."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri  # type: ignore[import-untyped]

from hiwar.methods.arrays import BoolArray, FloatArray, IntArray
from hiwar.methods.ratification.chance_cases import Setting, referendum_chance
from hiwar.methods.ratification.checks import refuse, within
from hiwar.methods.ratification.exact import exact
from hiwar.methods.ratification.forms import Correlated
from hiwar.methods.ratification.outcomes import override_numbers, stops

CHUNK = 8_192
"""Draws that are held at a time."""


@dataclass(frozen=True)
class _Loadings:
    """How each thing that is drawn hangs on the common factors; names in the order they are drawn in."""

    factor: IntArray
    """(drawn,): number of the group, -1 for none."""
    weight: FloatArray
    """(drawn,): square root of the correlation."""
    n_factors: int


def _drawn_names(setting: Setting) -> list[tuple[str, str]]:
    """Short and full name of everything that is drawn: blocs chamber by chamber, then veto players."""
    names, route = [], setting.route
    for chamber, drawn in zip(route.chambers, setting.chambers, strict=True):
        blocs = drawn.blocs if drawn is not None else ()
        names += [(chamber.blocs[number].name, f"{chamber.name}/{chamber.blocs[number].name}") for number in blocs]
    players = zip(route.veto_players, setting.players, strict=True)
    return names + [(player.name, player.name) for player, known in players if known is not None]


def _loadings(setting: Setting, groups: Sequence[Correlated]) -> _Loadings:
    names = _drawn_names(setting)
    factor = np.full(len(names), -1, dtype=np.int64)
    weight = np.zeros(len(names))
    problems: list[str] = []
    for number, group in enumerate(groups):
        problems += within(group.correlation, 0, 1, "correlation")
        for name in group.names:
            places = [place for place, both in enumerate(names) if name in both]
            if len(places) != 1:
                what = "in several chambers" if places else "nobody with a probability"
                problems.append(f'correlation: "{name}" is {what}')
            elif factor[places[0]] >= 0:
                problems.append(f'correlation: "{name}" is in two groups')
            else:
                factor[places[0]], weight[places[0]] = number, math.sqrt(exact(group.correlation))
    refuse(problems)
    return _Loadings(factor, weight, len(groups))


@dataclass(frozen=True)
class Shares:
    """In which share of the draws it passes for certain, and in which it can pass."""

    low: float
    high: float
    standard_errors: tuple[float, float]
    """0 where all draws agree."""


def shares_of_draws(setting: Setting, groups: Sequence[Correlated], draws: int, rng: np.random.Generator) -> Shares:
    """Draw what blocs and veto players do, and count in how many draws it passes."""
    loadings = _loadings(setting, groups)
    counts = np.zeros(2)
    chance = _thresholds(setting)
    for start in range(0, draws, CHUNK):
        size = min(CHUNK, draws - start)
        common = np.concatenate([rng.standard_normal((size, loadings.n_factors)), np.zeros((size, 1))], axis=1)
        own = rng.standard_normal((size, len(loadings.factor)))
        score = loadings.weight * common[:, loadings.factor] + np.sqrt(1 - loadings.weight**2) * own
        counts += [_passing(setting, score < chance[best], best=bool(best)).sum() for best in (0, 1)]
    shares = counts / draws
    votes = setting.route.referendums
    factors = np.array(
        [math.prod(float(referendum_chance(vote, best=best)) for vote in votes) for best in (False, True)]
    )
    low, high = (shares * factors).tolist()
    low_error, high_error = (factors * np.sqrt(shares * (1 - shares) / draws)).tolist()
    return Shares(low, high, (low_error, high_error))


def _thresholds(setting: Setting) -> FloatArray:
    """(low or high, drawn): normal scores below which each is for."""
    known = [pair for chamber in setting.chambers if chamber is not None for pair in chamber.probabilities]
    known += [pair for pair in setting.players if pair is not None]
    return np.asarray(ndtri(np.array([[float(pair[best]) for pair in known] for best in (0, 1)])))


def _passing(setting: Setting, is_for: BoolArray, *, best: bool) -> BoolArray:
    """(draw,): it passes; everything drawn is for or not, (draw, drawn)."""
    numbers = override_numbers(setting.route)
    first = 0
    met = np.ones((1 + sum(number is not None for number in numbers), len(is_for)), dtype=np.bool_)  # (rule, draw)
    for chamber in setting.chambers:
        if chamber is None:
            met &= best
            continue
        measures, fixed, row_for, row_against = chamber.side(best=best)
        lines = is_for[:, first : first + len(chamber.blocs)].astype(np.int64)
        first += len(chamber.blocs)
        sums = fixed + row_against.sum(axis=0) + lines @ (row_for - row_against)
        met &= [measures.met(sums, [rule]) for rule in range(len(met))]
    found: BoolArray = met[0]
    for player, known, number in zip(setting.route.veto_players, setting.players, numbers, strict=True):
        refuses = np.full(len(is_for), stops(player, player.position)[best])
        if known is not None:
            refuses, first = ~is_for[:, first], first + 1
        found = found & (~refuses | (met[number] if number is not None else False))
    return np.asarray(found)

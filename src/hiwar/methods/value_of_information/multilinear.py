"""What it is worth to know a judgement exactly, where values are straight lines in each of them."""

from collections.abc import Sequence
from itertools import product

import numpy as np
from scipy.stats import qmc  # type: ignore[import-untyped]

from hiwar.methods.arrays import RELATIVE_TOLERANCE, FloatArray, read_only
from hiwar.methods.envelope import mean_of_highest
from hiwar.methods.value_of_information.bilinear import bands, lines_at
from hiwar.methods.value_of_information.judgements import MultilinearModel
from hiwar.methods.value_of_information.results import ValueOfInformation, checked_groups

REPLICATES = 8
"""Independent scrambles of the same point set; their spread is the standard error."""

MOST_EVENTS = 10
"""Two-valued judgements of a group up to which all their combinations are worked out."""

_NODES = (16, 32)
"""Points per band of the integral of a pair; the difference between the two is its estimated error."""

Found = tuple[float, float, int]
"""Value, error and draws."""


def information_of_judgements(
    model: MultilinearModel,
    groups: Sequence[Sequence[int]] | None = None,
    *,
    total: bool = True,
    draws: int = 1 << 13,
    seed: int = 1,
) -> ValueOfInformation:
    """What it is worth to know judgements exactly before choosing: where further inquiry pays most.

    Parameters
    ----------
    groups
        Places of the judgements that become known together; left out: each judgement alone.
    total
        Also for everything at once; without it ``total`` is NaN, and twenty judgements take less than a millisecond.
    draws
        For groups, and the total, that hold three or more ranges. Rounded up to a power of two per replicate.

    Notes
    -----
    With one range the value is exact: the expected values given the judgement are straight lines, and the mean of the
    highest is known (Raiffa & Schlaifer 1961). With two ranges the same is integrated over the second, band by band,
    between the exact places where the order of the lines changes, by Gauss-Legendre; the integrand is smooth inside
    a band. With more, all but one are drawn by a scrambled Sobol set, and the last one is still exact. All gains are
    differences to the alternative that is best by present knowledge, so none can fall below 0.
    """
    asked = checked_groups(groups, len(model.judgements), "judgement")
    chosen = int(model.expected.argmax())
    gains = _differences(model, chosen)
    scale = RELATIVE_TOLERANCE * _magnitude(model)
    alone = _each_alone(gains)
    everything = tuple(range(len(model.judgements)))
    found = [
        (alone[group[0]], 0.0, 0) if len(group) == 1 else _of_group(gains, group, alone, draws, seed)
        for group in (*asked, *([everything] if total else []))
    ]
    found += [] if total else [(np.nan, np.nan, 0)]
    value, error = (np.array([0.0 if row[part] <= scale else row[part] for row in found]) for part in (0, 1))
    return ValueOfInformation(
        model.alternatives, model.expected, chosen, tuple(one.name for one in model.judgements), asked,
        read_only(value[:-1]), read_only(error[:-1]), float(value[-1]), float(error[-1]),
        draws=max(used for _, _, used in found), seed=seed,
    )  # fmt: skip


def _differences(model: MultilinearModel, chosen: int) -> MultilinearModel:
    """The model of what each alternative is worth more than the chosen one; what is common to all cancels."""
    return MultilinearModel(
        alternatives=model.alternatives, judgements=model.judgements, members=model.members,
        coefficients=model.coefficients - model.coefficients[chosen],
    )  # fmt: skip


def _magnitude(model: MultilinearModel) -> float:
    """Largest amount that is added up."""
    largest = np.where(model.members, np.maximum(np.abs(model.low), np.abs(model.high)), 1.0).prod(axis=1)
    return float((np.abs(model.coefficients) @ largest).max(initial=0.0))


def _each_alone(gains: MultilinearModel) -> FloatArray:
    """(judgement,): exact value of knowing each one alone."""
    if not gains.judgements:
        return np.empty(0)
    slopes = gains.slopes(gains.means)
    low, high = (gains.expected + slopes * (end - gains.means)[:, None] for end in (gains.low, gains.high))
    chances = np.array([np.nan if one.chance_of_high is None else one.chance_of_high for one in gains.judgements])
    spread = mean_of_highest(low, high, np.array([one.peak for one in gains.judgements]))
    either = (1 - chances) * low.max(axis=1) + chances * high.max(axis=1)
    return np.where(np.isnan(chances), spread, either)


def _of_group(gains: MultilinearModel, group: Sequence[int], alone: FloatArray, draws: int, seed: int) -> Found:
    """Value of knowing a group, by the way that suits it."""
    still_open = [place for place in group if gains.judgements[place].is_open]
    events = [place for place in still_open if gains.judgements[place].chance_of_high is not None]
    ranges = [place for place in still_open if place not in events]
    if not still_open:
        return 0.0, 0.0, 0
    if len(ranges) > 2 or len(events) > MOST_EVENTS:
        # The judgement that moves the choice most is the one that is integrated exactly.
        ordered = sorted(still_open, key=lambda place: (place in events, -alone[place], place))
        return _drawn(gains.reduced(ordered), draws, seed)
    reduced = gains.reduced([*ranges, *events])
    value, error = 0.0, 0.0
    for highs in product((False, True), repeat=len(events)):
        at, chance = _outcome(reduced, len(ranges), highs)
        part, part_error = _of_ranges(reduced, at, len(ranges))
        value, error = value + chance * part, error + chance * part_error
    return value, error, 0


def _outcome(model: MultilinearModel, n_ranges: int, highs: Sequence[bool]) -> tuple[FloatArray, float]:
    """Judgements with the events settled, and how likely that is."""
    at, chance = model.means.copy(), 1.0
    for judgement, is_high, place in zip(model.judgements[n_ranges:], highs, range(n_ranges, len(at)), strict=True):
        at[place] = judgement.high if is_high else judgement.low
        likelihood = float(judgement.chance_of_high or 0.0)
        chance *= likelihood if is_high else 1 - likelihood
    return at, chance


def _of_ranges(model: MultilinearModel, at: FloatArray, n_ranges: int) -> tuple[float, float]:
    """Mean of the highest over the first none, one or two judgements, and its error."""
    if n_ranges == 0:
        return float(model.values(at[None, :]).max()), 0.0
    corners = corner_values(model, at, range(n_ranges))
    peaks = [judgement.peak for judgement in model.judgements[:n_ranges]]
    if n_ranges == 1:
        low, high = corners.T
        return float(mean_of_highest(low[None, :], high[None, :], np.array(peaks))[0]), 0.0
    coarse, fine = (_mean_over_pair(corners, peaks[0], peaks[1], nodes) for nodes in _NODES)
    return fine, abs(fine - coarse)


def corner_values(model: MultilinearModel, at: FloatArray, places: Sequence[int]) -> FloatArray:
    """(alternative, 2, 2 ...): values at the ends of the ranges of these judgements, the others at ``at``."""
    points = []
    for ends in product((0, 1), repeat=len(places)):
        point = np.array(at, dtype=np.float64)
        for place, end in zip(places, ends, strict=True):
            point[place] = (model.low, model.high)[end][place]
        points.append(point)
    return model.values(np.array(points)).T.reshape((len(model.alternatives), *(2,) * len(places)))


def _mean_over_pair(corners: FloatArray, first_peak: float, second_peak: float, nodes: int) -> float:
    """Integral over the second judgement of the mean of the highest along the first."""
    fixed = () if np.isnan(second_peak) or second_peak in (0, 1) else (second_peak,)
    levels, _ = bands(corners, peak=first_peak, fixed=fixed)
    places, weights = np.polynomial.legendre.leggauss(nodes)
    widths = np.diff(levels)[:, None]
    at = (levels[:-1, None] + widths * (places + 1) / 2).ravel()
    share = (widths * weights / 2).ravel() * _density(at, second_peak)
    return float(mean_of_highest(*lines_at(corners, at), np.full(len(at), first_peak)) @ share)


def _density(at: FloatArray, peak: float) -> FloatArray:
    if np.isnan(peak):
        return np.ones_like(at)
    return np.where(at < peak, 2 * at / max(peak, 1e-300), 2 * (1 - at) / max(1 - peak, 1e-300))


def _drawn(model: MultilinearModel, draws: int, seed: int) -> Found:
    """All judgements but the first drawn, the first integrated exactly unless it is an event."""
    if draws < 1:
        raise ValueError(f"draws must be at least 1; found {draws}")
    exact = model.judgements[0].chance_of_high is None
    drawn = model.judgements[1:] if exact else model.judgements
    power = max(0, int(np.ceil(np.log2(draws / REPLICATES))))
    means = []
    for rng in np.random.default_rng(seed).spawn(REPLICATES):
        uniforms = qmc.Sobol(len(drawn), scramble=True, rng=rng).random_base2(power)
        columns = [one.quantiles(uniforms[:, column]) for column, one in enumerate(drawn)]
        means.append(_mean_of_draws(model, columns, exact))
    spread = float(np.std(means, ddof=1) / np.sqrt(REPLICATES))
    return float(np.mean(means)), spread, REPLICATES << power


def _mean_of_draws(model: MultilinearModel, columns: list[FloatArray], exact: bool) -> float:
    if not exact:
        return float(model.values(np.column_stack(columns)).max(axis=1).mean())
    n, first = len(columns[0]), model.judgements[0]
    low, high = (model.values(np.column_stack([np.full(n, end), *columns])) for end in (first.low, first.high))
    return float(mean_of_highest(low, high, np.full(n, first.peak)).mean())

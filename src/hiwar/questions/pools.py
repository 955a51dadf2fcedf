"""Several sheets made into one where that is asked for: likelihoods, sizes, empty cells and weights."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from immutabledict import immutabledict

from hiwar.dossier.amounts import UNKNOWN, Judged, ModedRange
from hiwar.dossier.model import Dossier, variable_options
from hiwar.dossier.records import EMPTY
from hiwar.dossier.scales import WHOLE_PROBABILITY, Range, probability_words, resolve
from hiwar.dossier.sheet import Analyst, Likelihood, LikelihoodCase, Sheet, SizeEntry, Sizes, Weights
from hiwar.methods.dominance import vertices
from hiwar.methods.pooling import (
    Performance,
    linear_pool_of_ranges,
    logarithmic_pool_of_ranges,
    performance,
)
from hiwar.questions.answer import CannotAnswer, Settings
from hiwar.questions.courses import sides_of
from hiwar.questions.judgements import Judgements, size_range, unstated_range
from hiwar.questions.prospects import KINDS, admitted_weights, main_domains, touched

POOLED = ("likelihood", "size", "unstated", "weights")
"""Sections of sheets that are pooled; all others stay each sheet's own."""


@dataclass(frozen=True)
class _Pool:
    dossier: Dossier
    sheets: tuple[Sheet, ...]
    weights: tuple[float, ...]
    is_logarithmic: bool


def judgements_of(dossier: Dossier, sheets: Sequence[Sheet], settings: Settings) -> Judgements:
    """The sheets as they are; or, where pooling is asked for and there are several, one pooled from them.

    Raises
    ------
    CannotAnswer
        The sheets cannot be pooled as asked; the message says which judgement stands in the way.
    """
    if settings.pooling == "none" or len(sheets) < 2:
        return Judgements(dossier, tuple(sheets))
    weights = tuple(1.0 for _ in sheets)
    if settings.pooling == "performance":
        weights = tuple(performance_of(sheets).weights.tolist())
    pool = _Pool(dossier, tuple(sheets), weights, settings.pooling == "logarithmic")
    kept = (sheet.model_copy(update=dict.fromkeys(POOLED, EMPTY)) for sheet in sheets)
    return Judgements(dossier, (_pooled(pool), *kept), voices=tuple(sheets))


def performance_of(sheets: Sequence[Sheet]) -> Performance:
    """How well the analysts did on the questions that all of them answered: the classical model.

    Raises
    ------
    CannotAnswer
        They did not answer the same questions, or nobody earns a weight.
    """
    asked = sorted(set.intersection(*(set(sheet.calibration) for sheet in sheets)))
    if not asked:
        raise CannotAnswer(
            "pooling by performance needs questions with known answers that every analyst answered: give the sheets a "
            f"section `calibration` with the same questions ({', '.join(sheet.id for sheet in sheets)})"
        )
    for key in asked:
        answers = [sheet.calibration[key] for sheet in sheets]
        if len({(answer.realisation, answer.scale, answer.levels) for answer in answers}) > 1:
            raise CannotAnswer(f"the sheets give calibration question {key} other realisations, scales or quantiles")
    levels = {sheets[0].calibration[key].levels for key in asked}
    if len(levels) > 1:
        raise CannotAnswer(f"the calibration questions ask for different quantiles: {', '.join(asked)}")
    is_log = np.array([sheets[0].calibration[key].scale == "log" for key in asked])
    quantiles = np.array([[sheet.calibration[key].values for key in asked] for sheet in sheets])
    true = np.array([sheets[0].calibration[key].realisation for key in asked])
    quantiles[:, is_log], true[is_log] = np.log(quantiles[:, is_log]), np.log(true[is_log])
    try:
        return performance(levels.pop(), quantiles, true)
    except ValueError as error:
        raise CannotAnswer(f"pooling by performance: {error}") from None


def _pooled(pool: _Pool) -> Sheet:
    blank = Sheet(id="pooled", hiwar_judgements=1, by=Analyst(name=", ".join(sheet.id for sheet in pool.sheets)))
    return blank.model_copy(
        update={
            "likelihood": immutabledict(_likelihoods(pool)),
            "size": immutabledict(_sizes(pool)),
            "unstated": immutabledict(_unstated(pool)),
            "weights": immutabledict(_weights(pool)),
        }
    )


def _pool(pool: _Pool, found: Sequence[Range | None], what: str) -> Any:
    """What the sheets that speak say together; None where nobody with a weight speaks."""
    heard = [(one, weight) for one, weight in zip(found, pool.weights, strict=True) if one is not None and weight > 0]
    if not heard:
        return None
    if all(one.is_unknown for one, _ in heard):
        return UNKNOWN
    weights = [weight for _, weight in heard]
    low, high, centre = (np.array([getattr(one, name) for one, _ in heard]) for name in ("low", "high", "centre"))
    try:
        ends = _ends(pool, low, high, weights)
        middle = _ends(pool, centre, centre, weights)[0]
    except ValueError as error:
        raise CannotAnswer(f"{what}: {error}; such judgements cannot be pooled logarithmically") from None
    if any(one.mode is not None for one, _ in heard):
        return ModedRange(range=ends, mode=min(max(middle, ends[0]), ends[1]))
    return ends


def _ends(pool: _Pool, low: Any, high: Any, weights: Sequence[float]) -> tuple[float, float]:
    if pool.is_logarithmic:
        return logarithmic_pool_of_ranges(low, high, weights)
    ends = linear_pool_of_ranges(low, high, weights)
    return float(ends[0]), float(ends[1])


def _linear(pool: _Pool) -> _Pool:
    """Points and weights are no probabilities: they are always pooled linearly."""
    return _Pool(pool.dossier, pool.sheets, pool.weights, is_logarithmic=False)


def _likelihoods(pool: _Pool) -> Iterable[tuple[str, Likelihood]]:
    for key in sorted({key for sheet in pool.sheets for key in sheet.likelihood}):
        told = [sheet.likelihood.get(key) for sheet in pool.sheets]
        conditions = {tuple(case.when for case in one.cases) for one in told if one is not None}
        if len(conditions) > 1:
            raise CannotAnswer(
                f"the sheets judge the likelihood of {key} under different conditions, so that it cannot be pooled: "
                "give it under the same conditions in every sheet, or leave the sheets unpooled"
            )
        cases = (
            _case(pool, key, when, [None if one is None else one.cases[number] for one in told])
            for number, when in enumerate(conditions.pop())
        )
        kept = tuple(case for case in cases if case.itself is not None or case.options)
        if kept:
            yield key, Likelihood(cases=kept)


def _case(pool: _Pool, key: str, when: Any, told: Sequence[LikelihoodCase | None]) -> LikelihoodCase:
    words = probability_words(pool.dossier)
    itself = [
        None if case is None or case.itself is None else resolve(case.itself, words, WHOLE_PROBABILITY) for case in told
    ]
    said = _pool(pool, itself, f"likelihood of {key}")
    options = variable_options(pool.dossier, key) if any(case and case.options for case in told) else ()
    spread = [None if case is None or not case.options else _spread(case, options, words) for case in told]
    pooled = {
        option: _pool_option(pool, [None if one is None else one[place] for one in spread], spread, key, place)
        for place, option in enumerate(options)
    }
    judged = {option: Judged[Any](value=value) for option, value in pooled.items() if value is not None}
    return LikelihoodCase(
        when=when, itself=None if said is None else Judged[Any](value=said), options=immutabledict(judged)
    )


def _pool_option(
    pool: _Pool, found: Sequence[Range | None], spread: Sequence[Sequence[Range] | None], key: str, place: int
) -> Any:
    """One option of an event. With more than two the logarithmic pool is bounded from outside: no pool lies beyond."""
    if not pool.is_logarithmic or all(one is None or len(one) == 2 for one in spread):
        return _pool(pool, found, f"likelihood of {key}")
    heard = [(one, weight) for one, weight in zip(spread, pool.weights, strict=True) if one is not None]
    shares = np.array([weight for _, weight in heard]) / sum(weight for _, weight in heard)
    low = np.prod([[one.low for one in ranges] for ranges, _ in heard] ** shares[:, None], axis=0)
    high = np.prod([[one.high for one in ranges] for ranges, _ in heard] ** shares[:, None], axis=0)
    least = low[place] / (low[place] + np.delete(high, place).sum()) if low[place] > 0 else 0.0
    most = high[place] / (high[place] + np.delete(low, place).sum()) if high[place] > 0 else 0.0
    return (float(least), float(most))


def _spread(case: LikelihoodCase, options: Sequence[str], words: Any) -> list[Range]:
    """Every option with what the others leave to it."""
    found = [
        resolve(case.options[option], words, WHOLE_PROBABILITY) if option in case.options else WHOLE_PROBABILITY
        for option in options
    ]
    low, high = sum(one.low for one in found), sum(one.high for one in found)
    nothing = all(one.low == 0 and one.high == 1 for one in found)
    spread = []
    for one in found:
        least = min(max(one.low, 1 - (high - one.high)), one.high)
        spread.append(Range(least, max(least, min(one.high, 1 - (low - one.low))), mode=one.mode, is_unknown=nothing))
    return spread


def _sizes(pool: _Pool) -> Iterable[tuple[str, Sizes]]:
    for effect in sorted({key for sheet in pool.sheets for key in sheet.size}):
        entries = []
        for side in sides_of(pool.dossier, pool.dossier.effects[effect].on):
            for domain in touched(pool.dossier, effect):
                found = [size_range(Judgements(pool.dossier, (sheet,)), effect, side, domain) for sheet in pool.sheets]
                entries += _entry(pool, (side, domain), found, f"size of {effect}")
        if entries:
            yield effect, Sizes(entries=tuple(entries))


def _entry(pool: _Pool, keys: tuple[str, ...], found: Sequence[Range], what: str) -> list[SizeEntry]:
    value = _pool(_linear(pool), [one if one.is_stated else None for one in found], what)
    return [] if value is None else [SizeEntry(keys=keys, judged=Judged[Any](value=value))]


def _unstated(pool: _Pool) -> Iterable[tuple[str, Any]]:
    cells = {(track, party) for sheet in pool.sheets for track, there in sheet.unstated.items() for party in there}
    for track in sorted({track for track, _ in cells}):
        parties = {}
        for party in sorted(party for there, party in cells if there == track):
            kinds = {kind: _cell(pool, track, party, kind) for kind in KINDS}
            parties[party] = immutabledict({kind: sizes for kind, sizes in kinds.items() if sizes is not None})
        yield track, immutabledict(parties)


def _cell(pool: _Pool, track: str, party: str, kind: str) -> Sizes | None:
    entries = []
    for domain in main_domains(pool.dossier):
        found = [unstated_range(Judgements(pool.dossier, (s,)), track, party, kind, domain) for s in pool.sheets]
        entries += _entry(pool, (domain,), found, f"what the sources leave out of {track}")
    return Sizes(entries=tuple(entries)) if entries else None


def _weights(pool: _Pool) -> Iterable[tuple[str, Weights]]:
    domains = main_domains(pool.dossier)
    for party in sorted({key for sheet in pool.sheets for key in sheet.weights}):
        corners = [
            vertices(admitted_weights(pool.dossier, sheet.weights[party])) if party in sheet.weights else None
            for sheet in pool.sheets
        ]
        values = {}
        for place, domain in enumerate(domains):
            shares = [None if c is None else Range(float(c[:, place].min()), float(c[:, place].max())) for c in corners]
            values[domain] = _pool(_linear(pool), shares, f"weights of {party}")
        if None not in values.values():
            judged = {domain: Judged[Any](value=value) for domain, value in values.items()}
            yield party, Weights(values=immutabledict(judged))

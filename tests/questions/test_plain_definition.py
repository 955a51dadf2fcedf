"""The appraisal against a plain reading of the definition of value, straight from dossier and sheet."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from harbour import QUICK, Data, appraised, case_data, rows, sheet_data
from hypothesis import given

from hiwar.dossier import Dossier, Sheet
from hiwar.dossier.amounts import ModedRange
from hiwar.dossier.contents import Effect
from hiwar.dossier.scales import PROBABILITY_WORDS, SIZE_WORDS
from hiwar.questions import answer_appraisal
from strategies import cases

MAIN = {"political": "political", "economic": "economic", "security": "security", "trade_law": "economic"}
Ends = tuple[float, float]


def ends(value: Any, words: Any, whole: Ends) -> Ends:
    if value == "unknown":
        return whole
    if isinstance(value, str):
        low, high = words[value]
        return low, high
    if isinstance(value, ModedRange):
        return value.range
    return value if isinstance(value, tuple) else (value, value)


def likelihood_of(sheet: Sheet, key: str) -> Ends:
    if key not in sheet.likelihood:
        return 0.0, 1.0
    judged = sheet.likelihood[key].cases[0].itself
    assert judged is not None
    return ends(judged.value, PROBABILITY_WORDS, (0.0, 1.0))


def size_of(sheet: Sheet, key: str, domain: str) -> Ends:
    for entry in sheet.size[key].entries if key in sheet.size else ():
        if not entry.keys or MAIN[entry.keys[0]] == domain:
            return ends(entry.judged.value, SIZE_WORDS, (0.0, 100.0))
    return 0.0, 100.0


def weight_corners(sheet: Sheet, party: str) -> Iterator[dict[str, float]]:
    domains = sorted(set(MAIN.values()))
    statement = sheet.weights.get(party)
    if statement and statement.order:
        order = [tier[0] for tier in statement.order]
        for last in range(1, len(order) + 1):
            yield {domain: (1 / last if domain in order[:last] else 0.0) for domain in domains}
    elif statement and statement.values:
        numbers: dict[str, float] = {domain: float(statement.values[domain].value) for domain in domains}  # type: ignore[arg-type]
        yield {domain: number / sum(numbers.values()) for domain, number in numbers.items()}
    else:
        yield from ({domain: float(domain == chosen) for domain in domains} for chosen in domains)


def event_corners(dossier: Dossier, sheet: Sheet) -> Iterator[dict[tuple[str, str], float]]:
    """Extreme likelihoods of every option: as judged, or one option for sure."""
    per_event = []
    for event, item in sorted(dossier.events.items()):
        if event in sheet.likelihood:
            options = sheet.likelihood[event].cases[0].options
            per_event.append([{(event, key): float(judged.value) for key, judged in options.items()}])  # type: ignore[arg-type]
        else:
            per_event.append([{(event, key): float(key == chosen) for key in item.options} for chosen in item.options])
    for corner in product(*per_event):
        yield {key: value for part in corner for key, value in part.items()}


def chance(effect: Effect, track: str, likelihoods: dict[tuple[str, str], float]) -> float:
    """That the condition of an effect holds under a track."""
    found = 1.0
    for key, options in effect.when.items():
        found *= float(track in options) if key == "track" else sum(likelihoods[key, option] for option in options)
    return found


def side(party: str) -> str:
    return "north" if party == "north_government" else party


def plain_bounds(dossier: Dossier, sheet: Sheet, party: str, first: str, second: str) -> Ends:
    found: list[Ends] = []
    for weights, likelihoods in product(list(weight_corners(sheet, party)), list(event_corners(dossier, sheet))):
        low = high = 0.0
        for key, effect in dossier.effects.items():
            if party not in {side(one) for one in effect.on}:
                continue
            sign = 1 if effect.kind == "gain" else -1
            more = sign * (chance(effect, first, likelihoods) - chance(effect, second, likelihoods))
            sizes = {domain: size_of(sheet, key, domain) for domain in {MAIN[one] for one in effect.domains}}
            likely = likelihood_of(sheet, key)
            amounts = [likely[end] * sum(weights[d] * size[end] for d, size in sizes.items()) for end in (0, 1)]
            low += min(more * amount for amount in amounts)
            high += max(more * amount for amount in amounts)
        found.append((low, high))
    return min(low for low, _ in found), max(high for _, high in found)


@given(cases())
def test_bounds_of_every_difference_are_those_of_the_definition(case: tuple[Dossier, Sheet]) -> None:
    dossier, sheet = case
    answer = answer_appraisal(dossier, [sheet], QUICK)
    for row in rows(answer, "pairs", scope="stated"):
        if row["verdict"] == "not_stated":
            continue
        expected = plain_bounds(dossier, sheet, row["party"], row["first"], row["second"])
        assert (row["low"], row["high"]) == pytest.approx(expected, abs=1e-9)


@given(cases())
def test_shares_agree_with_verdicts(case: tuple[Dossier, Sheet]) -> None:
    dossier, sheet = case
    answer = answer_appraisal(dossier, [sheet], QUICK)
    for row in rows(answer, "pairs"):
        if row["share"] is None:
            continue
        if row["verdict"] == "first":
            assert row["share"] >= 0.5
        if row["verdict"] == "second":
            assert row["share"] <= 0.5
        if row["verdict"] == "equal":
            assert row["share"] == 0.5


def test_a_likelihood_that_hangs_on_an_event_counts_in_its_scenarios() -> None:
    case: Data = case_data()
    sheet: Data = sheet_data()
    sheet["likelihood"]["decay"] = [{"when": {"storm": "calm"}, "value": 0}, {"value": 1}]
    sheet["likelihood"]["storm"] = {"calm": 0.25, "rough": 0.75}
    sheet["likelihood"]["rest"], sheet["size"]["decay"] = 0, 40
    sheet["weights"]["east"] = {"values": {"trade": 1, "safety": 1, "health": 2}}
    (row,) = rows(appraised(case, sheet), "expected", course="wait", party="east")
    assert (row["low"], row["centre"], row["high"]) == pytest.approx((-7.5, -7.5, -7.5))

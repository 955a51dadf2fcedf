"""What the sheets together admit: the range of every likelihood, size and weight that a question needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hiwar.dossier.model import Dossier, main_domain, side_of, variable_options
from hiwar.dossier.scales import (
    WHOLE_PROBABILITY,
    WHOLE_SIZE,
    Range,
    probability_words,
    resolve,
    size_words,
)
from hiwar.dossier.sheet import LikelihoodCase, Sheet, SizeEntry, Weights
from hiwar.questions.courses import Course, holds

SURE = Range(1.0, 1.0)
NOTHING_AT_ALL = Range(0.0, 0.0)


@dataclass(frozen=True)
class Judgements:
    """The sheets of a case, read together.

    Where several sheets judge the same thing, everything between their least and their greatest value is admitted;
    a sheet that is silent leaves the word to the others; one that says ``unknown`` admits the whole scale.
    """

    dossier: Dossier
    sheets: tuple[Sheet, ...]
    voices: tuple[Sheet, ...] = ()
    """The sheets behind ``sheets`` where those are pooled: whose judgements a figure then rests on."""


def hull(ranges: Sequence[Range], whole: Range) -> Range:
    """Everything that any of the sheets admits; the whole scale, not stated, where none speaks."""
    if not ranges:
        return whole
    if len(ranges) == 1:
        return ranges[0]
    low, high = min(found.low for found in ranges), max(found.high for found in ranges)
    words = {found.word for found in ranges}
    word = words.pop() if len(words) == 1 else None
    return Range(low, high, word=word, is_unknown=any(found.is_unknown for found in ranges))


def case_of(judgements: Judgements, sheet: Sheet, key: str, course: Course, scenario: Mapping[str, str]) -> int | None:
    """Which case of a sheet's likelihood holds for a course in a scenario; none where none does."""
    for number, case in enumerate(sheet.likelihood[key].cases if key in sheet.likelihood else ()):
        if holds(case.when, judgements.dossier, course, scenario):
            return number
    return None


def cases_of(judgements: Judgements, key: str, course: Course, scenario: Mapping[str, str]) -> tuple[int | None, ...]:
    """The case that holds in each sheet: equal tuples mean the same likelihood."""
    return tuple(case_of(judgements, sheet, key, course, scenario) for sheet in judgements.sheets)


def likelihood_range(judgements: Judgements, key: str, cases: Sequence[int | None]) -> Range:
    """How likely it is that an effect comes about once its condition holds."""
    words = probability_words(judgements.dossier)
    found = [
        resolve(case.itself, words, WHOLE_PROBABILITY)
        for case in _chosen(judgements, key, cases)
        if case.itself is not None
    ]
    return hull(found, WHOLE_PROBABILITY)


def option_ranges(judgements: Judgements, event: str, cases: Sequence[int | None]) -> tuple[Range, ...] | None:
    """How likely each option of an event is; None where no sheet speaks or all is unknown."""
    words = probability_words(judgements.dossier)
    options = sorted(variable_options(judgements.dossier, event))
    sheets = [_options_of(case, options, words) for case in _chosen(judgements, event, cases)]
    if not sheets:
        return None
    ranges = tuple(hull([sheet[index] for sheet in sheets], WHOLE_PROBABILITY) for index in range(len(options)))
    return None if all(found.low == 0 and found.high == 1 for found in ranges) else ranges


def _options_of(case: LikelihoodCase, options: Sequence[str], words: Mapping[str, tuple[float, float]]) -> list[Range]:
    judged = dict(case.options)
    if case.itself is not None:
        judged.setdefault("occurs" if "occurs" in options else options[0], case.itself)
    return [
        resolve(judged[option], words, WHOLE_PROBABILITY) if option in judged else WHOLE_PROBABILITY
        for option in options
    ]


def _chosen(judgements: Judgements, key: str, cases: Sequence[int | None]) -> Iterator[LikelihoodCase]:
    for sheet, number in zip(judgements.sheets, cases, strict=True):
        if number is not None:
            yield sheet.likelihood[key].cases[number]


def size_range(judgements: Judgements, effect: str, side: str, domain: str) -> Range:
    """How large an effect is for a side in a main domain."""
    found = []
    for sheet in judgements.sheets:
        entries = sheet.size[effect].entries if effect in sheet.size else ()
        if (entry := _fitting(judgements.dossier, entries, side, domain)) is not None:
            found.append(resolve(entry.judged, size_words(judgements.dossier), WHOLE_SIZE))
    return hull(found, WHOLE_SIZE)


def unstated_range(judgements: Judgements, track: str, side: str, kind: str, domain: str) -> Range:
    """How large an analyst holds a gain or cost of which the sources say nothing; a domain left out is then none."""
    found = []
    for sheet in judgements.sheets:
        cells = sheet.unstated.get(track, {}).get(side, {})
        sizes = next((sizes for cell, sizes in cells.items() if cell == kind), None)
        if sizes is not None:
            entry = _fitting(judgements.dossier, sizes.entries, side, domain)
            words = size_words(judgements.dossier)
            found.append(resolve(entry.judged, words, WHOLE_SIZE) if entry else NOTHING_AT_ALL)
    return hull(found, WHOLE_SIZE)


def _fitting(dossier: Dossier, entries: Sequence[SizeEntry], side: str, domain: str) -> SizeEntry | None:
    """The most specific entry that speaks of this side and this main domain."""

    def fits(key: str) -> bool:
        if key in dossier.parties:
            return side_of(dossier, key) == side
        return main_domain(dossier, key) == domain

    fitting = [entry for entry in entries if all(fits(key) for key in entry.keys)]
    return max(fitting, key=lambda entry: len(entry.keys), default=None)


def weight_statements(judgements: Judgements, party: str) -> tuple[Weights, ...]:
    """What the sheets say of a party's weights."""
    return tuple(sheet.weights[party] for sheet in judgements.sheets if party in sheet.weights)


def traces(judgements: Judgements, section: str, key: str) -> tuple[str, ...]:
    """Where the sheets judge something, as ``sheet:section:id``."""
    sheets = judgements.voices or judgements.sheets
    return tuple(f"{sheet.id}:{section}:{key}" for sheet in sheets if key in getattr(sheet, section))

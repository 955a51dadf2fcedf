"""Whether the judgements of a sheet make sense for its case: words, sums of probabilities, sizes where they belong."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from hiwar.dossier.amounts import UNKNOWN, Judged, ModedRange
from hiwar.dossier.conditions import why_never
from hiwar.dossier.known import Flaw
from hiwar.dossier.locating import Path
from hiwar.dossier.model import Dossier, main_domain, side_of, variable_options
from hiwar.dossier.problems import brief
from hiwar.dossier.scales import WHOLE_PROBABILITY, probability_words, resolve, size_words
from hiwar.dossier.sheet import LikelihoodCase, Sheet, Sizes

_TOLERANCE = 1e-9
_STRENGTH = 3.0
Words = Mapping[str, tuple[float, float]]


def senseless_amounts(sheet: Sheet, dossier: Dossier) -> Iterator[Flaw]:
    """Judgements that their case gives no meaning to."""
    probabilities, sizes = probability_words(dossier), size_words(dossier)
    yield from _likelihoods(sheet, dossier, probabilities)
    for name, entry in sheet.size.items():
        yield from _size_words(("size", name), entry, sizes)
        yield from _size_keys(name, entry, dossier)
    for section in ("worth", "reservation_value", "delay_cost", "ties"):
        yield from _words((section,), getattr(sheet, section), sizes)
    yield from _unstated(sheet, dossier, sizes)
    yield from _weights(sheet, dossier)
    for link, judged in sheet.influence.items():
        if not -_STRENGTH <= judged.value <= _STRENGTH:
            yield Flaw(("influence", link, "value"), f"{judged.value:g} lies outside [-3, 3]")
    yield from _cross_impact(("cross_impact",), sheet.cross_impact)


def _cross_impact(path: Path, entries: Any) -> Iterator[Flaw]:
    for key, part in entries.items():
        if not isinstance(part, Judged):
            yield from _cross_impact((*path, key), part)
        elif not -_STRENGTH <= part.value <= _STRENGTH or part.value * 2 % 1:
            message = f"{part.value:g} is no strength: give -3 to 3 in whole or half steps, 0 for no direct influence"
            yield Flaw((*path, key, "value"), message)


def scale_flaws(dossier: Dossier) -> Iterator[Flaw]:
    """Words of the case's own scales that stand for no range, and ties whose level is no word of size."""
    for kind in ("probability", "size"):
        for word, value in getattr(dossier.scales, kind).items():
            if isinstance(value, str):
                yield Flaw(("scales", kind, word), "a word of a scale stands for a number or a range [low, high]")
    sound = not any(isinstance(value, str) for value in dossier.scales.size.values())
    for name, tie in dossier.ties.items() if sound else ():
        if tie.level is not None:
            yield from _word(("ties", name, "level"), tie.level, size_words(dossier))


def _word(path: Path, value: Any, words: Words) -> Iterator[Flaw]:
    if isinstance(value, str) and value != UNKNOWN and value not in words:
        message = f'"{brief(value)}" is not a word of this scale ({", ".join(words)})'
        if any(character.isdigit() for character in value):
            message = f'"{brief(value)}" is no number; a range is written [low, high], such as [40%, 60%] or [20, 45]'
        yield Flaw(path, message, value, (*words, UNKNOWN))


def _words(path: Path, entries: Any, words: Words) -> Iterator[Flaw]:
    for key, part in entries.items():
        if isinstance(part, Judged):
            yield from _word((*path, key, "value"), part.value, words)
        else:
            yield from _words((*path, key), part, words)


def _likelihoods(sheet: Sheet, dossier: Dossier, words: Words) -> Iterator[Flaw]:
    for name, likelihood in sheet.likelihood.items():
        for number, case in enumerate(likelihood.cases):
            path: Path = ("likelihood", name, "cases", number)
            flaws = list(_likelihood_case(path, name, case, dossier, words))
            yield from flaws
            if not flaws and case.options:
                yield from _sum(path, name, case, dossier, words)


def _likelihood_case(path: Path, name: str, case: LikelihoodCase, dossier: Dossier, words: Words) -> Iterator[Flaw]:
    if case.itself is not None:
        yield from _word((*path, "itself", "value"), case.itself.value, words)
    yield from _words((*path, "options"), case.options, words)
    options = variable_options(dossier, name)
    is_variable = name in dossier.events or name in dossier.moves
    if is_variable and case.itself is not None:
        listed = ", ".join(f"{option}: ..." for option in options)
        yield Flaw(path, f'give a likelihood for each option of "{name}": {{{listed}}}')
    if not is_variable and (name in dossier.effects or name in dossier.links) and case.options:
        yield Flaw(path, f'"{name}" either comes about or not: give one likelihood, not one per option')
    for option in case.options if is_variable else ():
        if option not in options:
            message = f'"{brief(option)}" is not an option of "{name}" ({", ".join(options)})'
            yield Flaw((*path, "options", option), message, option, options, at_key=True)
    if (reason := why_never(case.when, dossier)) is not None:
        yield Flaw((*path, "when"), f"this can never hold: {reason}")


def _sum(path: Path, name: str, case: LikelihoodCase, dossier: Dossier, words: Words) -> Iterator[Flaw]:
    """Probabilities of options exclude each other, so some choice within the ranges must add up to 1."""
    ranges = [resolve(judged, words, WHOLE_PROBABILITY) for judged in case.options.values()]
    low, high = math.fsum(one.low for one in ranges), math.fsum(one.high for one in ranges)
    is_complete = set(variable_options(dossier, name)) <= set(case.options)
    if low > 1 + _TOLERANCE:
        least = f"{low:g}" if low == high else f"at least {low:g}"
        yield Flaw(path, f'the likelihoods of the options of "{name}" add up to {least}; they cannot exceed 1')
    elif is_complete and high < 1 - _TOLERANCE:
        most = f"{high:g}" if low == high else f"at most {high:g}"
        yield Flaw(path, f'the likelihoods of the options of "{name}" add up to {most}; they must reach 1')


def _size_words(path: Path, sizes: Sizes, words: Words) -> Iterator[Flaw]:
    for number, entry in enumerate(sizes.entries):
        yield from _word((*path, "entries", number, "judged", "value"), entry.judged.value, words)


def _size_keys(name: str, sizes: Sizes, dossier: Dossier) -> Iterator[Flaw]:
    """A size must say in which main domain, and on which side, wherever there is more than one."""
    effect = dossier.effects.get(name)
    if effect is None:
        return
    domains = tuple(dict.fromkeys(main_domain(dossier, one) for one in effect.domains if one in dossier.domains))
    sides = tuple(dict.fromkeys(side_of(dossier, one) for one in effect.on if one in dossier.parties))
    for number, entry in enumerate(sizes.entries):
        path: Path = ("size", name, "entries", number)
        flaws = [flaw for key in entry.keys if (flaw := _size_key(path, key, name, domains, sides, dossier))]
        yield from flaws
        if flaws:
            continue
        lacks_side = len(sides) > 1 and not any(key in dossier.parties for key in entry.keys)
        lacks_domain = len(domains) > 1 and not any(key in dossier.domains for key in entry.keys)
        if lacks_side or lacks_domain:
            shape = _shape(sides if lacks_side else (), domains if lacks_domain else ())
            yield Flaw(path, f'give "{name}" a size for each: {shape}')


def _shape(sides: tuple[str, ...], domains: tuple[str, ...]) -> str:
    """How sizes are written where there is more than one side or domain."""
    per_domain = "{" + ", ".join(f"{domain}: ..." for domain in domains) + "}" if domains else "..."
    return "{" + ", ".join(f"{side}: {per_domain}" for side in sides) + "}" if sides else per_domain


def _size_key(
    path: Path, key: str, name: str, domains: tuple[str, ...], sides: tuple[str, ...], dossier: Dossier
) -> Flaw | None:
    if key in dossier.domains:
        main, allowed, counted = main_domain(dossier, key), domains, "domain"
    elif key in dossier.parties:
        main, allowed, counted = side_of(dossier, key), sides, "party"
    else:
        here = (*domains, *sides)
        return Flaw(path, f'"{brief(key)}" is not a domain or a party of "{name}" ({", ".join(here)})', key, here, True)
    if main not in allowed:
        return Flaw(
            path, f'the effect "{name}" does not fall on the {counted} "{key}" ({", ".join(allowed)})', at_key=True
        )
    if main != key:
        return Flaw(path, f'what falls on "{key}" is counted for "{main}": give the size for "{main}"', at_key=True)
    return None


def _unstated(sheet: Sheet, dossier: Dossier, words: Words) -> Iterator[Flaw]:
    for track, parties in sheet.unstated.items():
        for party, kinds in parties.items():
            if party in dossier.parties and side_of(dossier, party) != party:
                message = f'effects on "{party}" count for "{side_of(dossier, party)}": give it there'
                yield Flaw(("unstated", track, party), message, at_key=True)
            for kind, sizes in kinds.items():
                path = ("unstated", track, party, kind)
                yield from _size_words(path, sizes, words)
                yield from _unstated_keys(path, sizes, dossier)
                if stated := _stated(dossier, track, party, kind):
                    there = f'the case does state a {kind} of "{track}" for "{party}"'
                    yield Flaw(path, f"{there}: judge {', '.join(stated)} instead", at_key=True)


def _stated(dossier: Dossier, track: str, party: str, kind: str) -> tuple[str, ...]:
    """Effects that fill a cell, which is then not empty: a judgement on it as a whole would count for nothing."""
    return tuple(
        key
        for key, effect in dossier.effects.items()
        if effect.kind == kind
        and track in effect.when.get("track", (track,))
        and any(owner in dossier.parties and side_of(dossier, owner) == party for owner in effect.on)
    )


def _unstated_keys(path: Path, sizes: Sizes, dossier: Dossier) -> Iterator[Flaw]:
    mains = tuple(key for key in dossier.domains if main_domain(dossier, key) == key)
    for number, entry in enumerate(sizes.entries):
        for key in entry.keys:
            if key not in mains:
                message = f'"{brief(key)}" is not a main domain of this case'
                yield Flaw((*path, "entries", number), message, key, mains, at_key=True)


def _weights(sheet: Sheet, dossier: Dossier) -> Iterator[Flaw]:
    for party, weights in sheet.weights.items():
        for domain, judged in weights.values.items():
            path: Path = ("weights", party, "values", domain)
            if isinstance(judged.value, str) and judged.value != UNKNOWN:
                yield Flaw((*path, "value"), "a weight is a number, a range [low, high], or unknown")
            yield from _sub_domain(path, domain, dossier, at_key=True)
        for number, group in enumerate(weights.order):
            for place, domain in enumerate(group):
                yield from _sub_domain(("weights", party, "order", number, place), domain, dossier, at_key=False)
        yield from _all_zero(party, weights.values, dossier)


def _all_zero(party: str, values: Mapping[str, Judged[Any]], dossier: Dossier) -> Iterator[Flaw]:
    mains = {key for key in dossier.domains if main_domain(dossier, key) == key}
    if values and mains <= set(values) and not any(_highest(judged.value) for judged in values.values()):
        yield Flaw(("weights", party, "values"), "all weights are 0; at least one domain must count")


def _highest(value: Any) -> float:
    if isinstance(value, str):
        return 1.0
    if isinstance(value, ModedRange):
        return value.range[1]
    return float(value[1] if isinstance(value, tuple) else value)


def _sub_domain(path: Path, domain: str, dossier: Dossier, *, at_key: bool) -> Iterator[Flaw]:
    if domain in dossier.domains and (main := main_domain(dossier, domain)) != domain:
        yield Flaw(path, f'"{domain}" is counted in "{main}": weigh "{main}"', at_key=at_key)
